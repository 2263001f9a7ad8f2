"""Samplers: each is one loop from noise to picture that yields its steps.

All take a denoiser, the initial noise x (B, 3, S, S), and a source of more noise of that shape.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from glide_studio.engine.denoiser import Denoiser


@dataclass(frozen=True)
class Step:
    """After `number` of `total` steps (1-based): the noisy x_t left, and the prediction x0."""

    number: int
    total: int
    x_t: Tensor
    x0: Tensor


Noise = Callable[[], Tensor]
Sampler = Callable[[Denoiser, Tensor, Noise], Iterator[Step]]


def _indices(denoiser: Denoiser, x: Tensor) -> Iterator[tuple[int, Tensor]]:
    """Step numbers from 1, each with its schedule index for the whole batch, noisiest first."""
    total = len(denoiser.schedule)
    for number in range(1, total + 1):
        yield number, torch.full((len(x),), total - number, device=x.device)


def ddpm(denoiser: Denoiser, x: Tensor, noise: Noise) -> Iterator[Step]:
    """Ancestral sampling with learned variance (Nichol & Dhariwal, arXiv 2102.09672)."""
    schedule = denoiser.schedule
    for number, index in _indices(denoiser, x):
        prediction = denoiser(x, index)
        x = schedule.posterior_mean(prediction.x0, x, index)
        if number < len(schedule):
            x = x + (0.5 * prediction.log_variance).exp() * noise()
        yield Step(number, len(schedule), x, prediction.x0)


def ddim(denoiser: Denoiser, x: Tensor, noise: Noise) -> Iterator[Step]:
    """The deterministic path, η = 0 (Song et al., arXiv 2010.02502)."""
    schedule = denoiser.schedule
    for number, index in _indices(denoiser, x):
        x0 = denoiser(x, index).x0
        x = schedule.previous(x0, schedule.eps_from_x0(x0, x, index), index)
        yield Step(number, len(schedule), x, x0)


ADAMS_BASHFORTH = (
    (1.0,),
    (3 / 2, -1 / 2),
    (23 / 12, -16 / 12, 5 / 12),
    (55 / 24, -59 / 24, 37 / 24, -9 / 24),
)


def plms(denoiser: Denoiser, x: Tensor, noise: Noise) -> Iterator[Step]:
    """Pseudo linear multistep, PNDM (Liu et al., arXiv 2202.09778, equations 11 and 12).

    ε is extrapolated from the last four steps; the first steps, which have fewer behind them,
    use the lower orders.
    """
    schedule = denoiser.schedule
    history: deque[Tensor] = deque(maxlen=4)
    for number, index in _indices(denoiser, x):
        x0 = denoiser(x, index).x0
        history.appendleft(schedule.eps_from_x0(x0, x, index))
        weights = ADAMS_BASHFORTH[len(history) - 1]
        eps = sum((w * e for w, e in zip(weights, history, strict=True)), torch.zeros_like(x))
        extrapolated = denoiser.constrained(schedule.x0_from_eps(eps, x, index))
        x = schedule.previous(extrapolated, schedule.eps_from_x0(extrapolated, x, index), index)
        yield Step(number, len(schedule), x, x0)


def sampler_named(name: str) -> Sampler:
    """The sampler of a request. Raises ValueError for a name that no sampler has."""
    match name:
        case "ddpm":
            return ddpm
        case "ddim":
            return ddim
        case "plms":
            return plms
    raise ValueError(f"There is no sampler {name!r}.")
