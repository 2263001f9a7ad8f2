"""Samplers: each is one loop from noise to picture that yields its steps.

All take a denoiser, the initial noise x (B, 3, S, S), and a source of more noise of that shape. To
continue after the first `done` steps, x is the x_t of the last of them and `history` its history.
Step i goes from schedule index i to i - 1; index -1 is the clean picture. h is the step in λ.
"""

import math
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor

from glide_studio.core.request.samplers import Sampler
from glide_studio.engine.denoiser import Denoiser
from glide_studio.engine.schedule import NoiseSchedule

History = tuple[Tensor, ...]
"""What a multistep sampler remembers of earlier steps, the newest first; none for one-step ones."""


@dataclass(frozen=True)
class Step:
    """The state after one step: the less noisy x_t, the x_0 predicted on the way, and what the
    sampler remembers."""

    x_t: Tensor
    x0: Tensor
    history: History = ()


Noise = Callable[[], Tensor]


class SamplerFunction(Protocol):
    def __call__(
        self, denoiser: Denoiser, x: Tensor, noise: Noise, done: int = 0, history: History = ()
    ) -> Iterator[Step]: ...


def indices(schedule: NoiseSchedule, done: int) -> Iterator[int]:
    """The indices of the steps that are left after the first `done`."""
    return reversed(range(len(schedule) - done))


def ddpm(
    denoiser: Denoiser, x: Tensor, noise: Noise, done: int = 0, history: History = ()
) -> Iterator[Step]:
    """Ancestral sampling with learned variance (Nichol & Dhariwal, arXiv 2102.09672)."""
    for i in indices(denoiser.schedule, done):
        posterior = denoiser.posterior(x, i)
        x = posterior.mean
        if i > 0:
            x = x + (0.5 * posterior.log_variance).exp() * noise()
        yield Step(x, posterior.x0)


def ddim_step(schedule: NoiseSchedule, x0: Tensor, x_t: Tensor, i: int) -> Tensor:
    """x_{t-1} on the deterministic path through x_t and x_0 (arXiv 2010.02502, equation 12)."""
    eps = schedule.eps_from_x0(x0, x_t, i)
    return schedule.sqrt_alpha_bar[i - 1] * x0 + schedule.sigma[i - 1] * eps


def ddim(
    denoiser: Denoiser, x: Tensor, noise: Noise, done: int = 0, history: History = ()
) -> Iterator[Step]:
    """The deterministic path, η = 0 (Song et al., arXiv 2010.02502)."""
    for i in indices(denoiser.schedule, done):
        x0 = denoiser(x, i)
        x = ddim_step(denoiser.schedule, x0, x, i)
        yield Step(x, x0)


ADAMS_BASHFORTH = (
    (1.0,),
    (3 / 2, -1 / 2),
    (23 / 12, -16 / 12, 5 / 12),
    (55 / 24, -59 / 24, 37 / 24, -9 / 24),
)


def plms(
    denoiser: Denoiser, x: Tensor, noise: Noise, done: int = 0, history: History = ()
) -> Iterator[Step]:
    """Pseudo linear multistep, PNDM (Liu et al., arXiv 2202.09778, equations 11 and 12).

    The first three steps use the lower orders of Adams-Bashforth.
    """
    schedule = denoiser.schedule
    last_eps: deque[Tensor] = deque(history, maxlen=4)
    for i in indices(schedule, done):
        x0 = denoiser(x, i)
        last_eps.appendleft(schedule.eps_from_x0(x0, x, i))
        weights = ADAMS_BASHFORTH[len(last_eps) - 1]
        eps = sum((w * e for w, e in zip(weights, last_eps, strict=True)), torch.zeros_like(x))
        x = ddim_step(schedule, denoiser.constrained(schedule.x0_from_eps(eps, x, i)), x, i)
        yield Step(x, x0, tuple(last_eps))


def second_order_x0(denoiser: Denoiser, x0: Tensor, x0_prev: Tensor | None, i: int) -> Tensor:
    """x_0 extrapolated from the last two steps to the middle of step i in λ: D of arXiv 2211.01095,
    algorithm 2. At the first and the last step of a run, x_0 itself."""
    if x0_prev is None or i == 0:
        return x0
    lambda_ = denoiser.schedule.lambda_
    h, h_prev = lambda_[i - 1] - lambda_[i], lambda_[i] - lambda_[i + 1]
    return denoiser.constrained(x0 + 0.5 * (h / h_prev) * (x0 - x0_prev))


def dpmpp_2m(
    denoiser: Denoiser, x: Tensor, noise: Noise, done: int = 0, history: History = ()
) -> Iterator[Step]:
    """DPM-Solver++(2M) (Lu et al., arXiv 2211.01095, algorithm 2)."""
    schedule = denoiser.schedule
    sigma, lambda_ = schedule.sigma, schedule.lambda_
    x0_prev = history[0] if history else None
    for i in indices(schedule, done):
        x0 = denoiser(x, i)
        d = second_order_x0(denoiser, x0, x0_prev, i)
        h = lambda_[i - 1] - lambda_[i]
        x = sigma[i - 1] / sigma[i] * x - schedule.sqrt_alpha_bar[i - 1] * math.expm1(-h) * d
        x0_prev = x0
        yield Step(x, x0, (x0,))


def dpmpp_2m_sde(
    denoiser: Denoiser, x: Tensor, noise: Noise, done: int = 0, history: History = ()
) -> Iterator[Step]:
    """SDE-DPM-Solver++(2M) (Lu et al., arXiv 2211.01095, equation 18): fresh noise at each step."""
    schedule = denoiser.schedule
    sigma, lambda_ = schedule.sigma, schedule.lambda_
    x0_prev = history[0] if history else None
    for i in indices(schedule, done):
        x0 = denoiser(x, i)
        d = second_order_x0(denoiser, x0, x0_prev, i)
        h = lambda_[i - 1] - lambda_[i]
        x = sigma[i - 1] / sigma[i] * math.exp(-h) * x
        x = x - schedule.sqrt_alpha_bar[i - 1] * math.expm1(-2 * h) * d
        if i > 0:
            x = x + sigma[i - 1] * math.sqrt(-math.expm1(-2 * h)) * noise()
        x0_prev = x0
        yield Step(x, x0, (x0,))


def unipc(
    denoiser: Denoiser, x: Tensor, noise: Noise, done: int = 0, history: History = ()
) -> Iterator[Step]:
    """UniPC of order 2 (Zhao et al., arXiv 2302.04867, algorithms 5 and 7, B(h) = e^h - 1).

    Predicts as DPM-Solver++(2M) does; the x_0 found at the end of a step then corrects that step.
    Both are a step of DDIM, which is the first-order step, to another x_0.
    """
    schedule = denoiser.schedule
    x_start = history[0] if history else x
    x0_prev, x0_prev2 = (*history[1:], None, None)[:2]
    for i in indices(schedule, done):
        x0 = denoiser(x, i)
        if x0_prev is not None:
            x0_corrected = corrected_x0(denoiser, x0, x0_prev, x0_prev2, i)
            x = ddim_step(schedule, x0_corrected, x_start, i + 1)
        x_start, x0_prev, x0_prev2 = x, x0, x0_prev
        x = ddim_step(schedule, second_order_x0(denoiser, x0, x0_prev2, i), x, i)
        yield Step(x, x0, (x_start, x0) if x0_prev2 is None else (x_start, x0, x0_prev2))


def corrected_x0(
    denoiser: Denoiser, x0: Tensor, x0_prev: Tensor, x0_prev2: Tensor | None, i: int
) -> Tensor:
    """The x_0 to which step i + 1 should have led from `x0_prev`, given the x_0 at its end.

    The symbols are those of UniC in arXiv 2302.04867: rho solves [[1, 1], [r, 1]] rho = b.
    """
    if x0_prev2 is None:
        return denoiser.constrained(0.5 * (x0_prev + x0))
    lambda_ = denoiser.schedule.lambda_
    h = lambda_[i] - lambda_[i + 1]
    r = (lambda_[i + 2] - lambda_[i + 1]) / h
    b1 = -1 / math.expm1(-h) - 1 / h
    b2 = -1 / math.expm1(-h) - 2 * b1 / h
    rho1 = (b1 - b2) / (1 - r)
    rho2 = b1 - rho1
    change = rho1 / r * (x0_prev2 - x0_prev) + rho2 * (x0 - x0_prev)
    return denoiser.constrained(x0_prev + change)


_FUNCTIONS: Mapping[Sampler, SamplerFunction] = {
    Sampler.DDPM: ddpm,
    Sampler.DDIM: ddim,
    Sampler.PLMS: plms,
    Sampler.DPMPP_2M: dpmpp_2m,
    Sampler.DPMPP_2M_SDE: dpmpp_2m_sde,
    Sampler.UNIPC: unipc,
}


def sampler_named(name: str) -> SamplerFunction:
    """The sampler of a request. Raises ValueError for an unknown name."""
    return _FUNCTIONS[Sampler(name)]
