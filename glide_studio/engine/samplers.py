"""Samplers: each is one loop from noise to picture that yields its steps.

All take a denoiser, the initial noise x (B, 3, S, S), and a source of more noise of that shape.
"""

import math
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


def _indices(denoiser: Denoiser) -> Iterator[tuple[int, int]]:
    """Step numbers from 1, each with its schedule index, noisiest first."""
    total = len(denoiser.schedule)
    return ((number, total - number) for number in range(1, total + 1))


def _towards(denoiser: Denoiser, x0: Tensor, x: Tensor, index: int) -> Tensor:
    """One step along the deterministic path that leads to x0."""
    schedule = denoiser.schedule
    return schedule.previous(x0, schedule.eps_from_x0(x0, x, index), index)


def ddpm(denoiser: Denoiser, x: Tensor, noise: Noise) -> Iterator[Step]:
    """Ancestral sampling with learned variance (Nichol & Dhariwal, arXiv 2102.09672)."""
    schedule = denoiser.schedule
    for number, index in _indices(denoiser):
        posterior = denoiser.posterior(x, index)
        x = posterior.mean
        if number < len(schedule):
            x = x + (0.5 * posterior.log_variance).exp() * noise()
        yield Step(number, len(schedule), x, posterior.x0)


def ddim(denoiser: Denoiser, x: Tensor, noise: Noise) -> Iterator[Step]:
    """The deterministic path, η = 0 (Song et al., arXiv 2010.02502)."""
    schedule = denoiser.schedule
    for number, index in _indices(denoiser):
        x0 = denoiser(x, index).x0
        x = _towards(denoiser, x0, x, index)
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
    for number, index in _indices(denoiser):
        x0 = denoiser(x, index).x0
        history.appendleft(schedule.eps_from_x0(x0, x, index))
        weights = ADAMS_BASHFORTH[len(history) - 1]
        eps = sum((w * e for w, e in zip(weights, history, strict=True)), torch.zeros_like(x))
        extrapolated = denoiser.constrained(schedule.x0_from_eps(eps, x, index))
        x = _towards(denoiser, extrapolated, x, index)
        yield Step(number, len(schedule), x, x0)


def dpmpp_2m(denoiser: Denoiser, x: Tensor, noise: Noise) -> Iterator[Step]:
    """DPM-Solver++(2M) (Lu et al., arXiv 2211.01095, algorithm 2).

    x0 is extrapolated from the last two steps to the middle, in log-SNR, of the next.
    """
    schedule = denoiser.schedule
    before: Tensor | None = None
    for number, index in _indices(denoiser):
        x0 = denoiser(x, index).x0
        x = _towards(denoiser, _extrapolated(denoiser, x0, before, number), x, index)
        before = x0
        yield Step(number, len(schedule), x, x0)


def dpmpp_2m_sde(denoiser: Denoiser, x: Tensor, noise: Noise) -> Iterator[Step]:
    """SDE-DPM-Solver++(2M) (Lu et al., arXiv 2211.01095, equation 18): fresh noise at each step."""
    schedule = denoiser.schedule
    before: Tensor | None = None
    for number, index in _indices(denoiser):
        x0 = denoiser(x, index).x0
        middle = _extrapolated(denoiser, x0, before, number)
        x = schedule.at("sde_of_x_t", index) * x + schedule.at("sde_of_x0", index) * middle
        if number < len(schedule):
            x = x + schedule.at("sde_of_noise", index) * noise()
        before = x0
        yield Step(number, len(schedule), x, x0)


def unipc(denoiser: Denoiser, x: Tensor, noise: Noise) -> Iterator[Step]:
    """UniPC of order 2 (Zhao et al., arXiv 2302.04867, algorithms 5 and 7, B(h) = e^h - 1).

    Predicts as DPM-Solver++(2M) does; the x0 found at the end of a step then corrects the step.
    """
    schedule = denoiser.schedule
    start = x
    last: Tensor | None = None
    before: Tensor | None = None
    for number, index in _indices(denoiser):
        x0 = denoiser(x, index).x0
        if last is not None:
            corrected = _corrected(denoiser, x0, last, before, number)
            x = _towards(denoiser, corrected, start, index + 1)
        start, last, before = x, x0, last
        x = _towards(denoiser, _extrapolated(denoiser, x0, before, number), x, index)
        yield Step(number, len(schedule), x, x0)


def _log_snr_step(denoiser: Denoiser, number: int) -> float:
    """By how much step `number`, not the last, lets half the log-SNR grow."""
    position = len(denoiser.schedule) - number
    half_log_snr = denoiser.schedule.half_log_snr
    return float(half_log_snr[position - 1] - half_log_snr[position])


def _extrapolated(denoiser: Denoiser, x0: Tensor, before: Tensor | None, number: int) -> Tensor:
    """x0 half a step ahead; at the first and the last step, x0 itself."""
    if before is None or number == len(denoiser.schedule):
        return x0
    ratio = _log_snr_step(denoiser, number) / _log_snr_step(denoiser, number - 1)
    return denoiser.constrained(x0 + 0.5 * ratio * (x0 - before))


def _corrected(
    denoiser: Denoiser, x0: Tensor, last: Tensor, before: Tensor | None, number: int
) -> Tensor:
    """The x0 that the step before `number` should have led to, now that its end is known."""
    if before is None:
        return denoiser.constrained(0.5 * (last + x0))
    h = _log_snr_step(denoiser, number - 1)
    ratio = _log_snr_step(denoiser, number - 2) / h
    slope = -1 / math.expm1(-h) - 1 / h
    curve = -1 / math.expm1(-h) - 2 * slope / h
    earlier = (slope - curve) / (1 + ratio)
    change = earlier / ratio * (last - before) + (slope - earlier) * (x0 - last)
    return denoiser.constrained(last + change)


def sampler_named(name: str) -> Sampler:
    """The sampler of a request. Raises ValueError for a name that no sampler has."""
    match name:
        case "ddpm":
            return ddpm
        case "ddim":
            return ddim
        case "plms":
            return plms
        case "dpm++2m":
            return dpmpp_2m
        case "dpm++2m-sde":
            return dpmpp_2m_sde
        case "unipc":
            return unipc
    raise ValueError(f"There is no sampler {name!r}.")
