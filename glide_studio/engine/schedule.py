"""Noise schedules of the 1000-step process, and the choice of the timesteps of a run."""

import math
from typing import overload

import numpy as np
import torch
from torch import Tensor

_MAX_NOISE_RATIO = 32.0
"""Ratio of noise to signal at the second step of a "logsnr" spacing; the first step is pure
noise."""

_MAX_SIGNAL = 0.1
"""The largest sqrt_alpha_bar, the share of the picture beside the noise, at which a run may
start."""

Index = int | Tensor
"""One step of a schedule for a whole batch, or (B,) int64: one step for each sample."""


def beta_schedule(name: str, steps: int = 1000) -> np.ndarray:
    """(steps,) float64 variances β of the forward process.

    "linear": Ho et al. (arXiv 2006.11239), scaled to the number of steps;
    "squaredcos_cap_v2": the cosine schedule of Nichol & Dhariwal (arXiv 2102.09672), capped at
    0.999. Raises ValueError for another name.
    """
    if name == "linear":
        scale = 1000 / steps
        return np.linspace(scale * 1e-4, scale * 0.02, steps)
    if name == "squaredcos_cap_v2":

        def alpha_bar(t: float) -> float:
            return math.cos((t + 0.008) / 1.008 * math.pi / 2) ** 2

        ratios = [alpha_bar((i + 1) / steps) / alpha_bar(i / steps) for i in range(steps)]
        return np.array([min(1 - ratio, 0.999) for ratio in ratios])
    raise ValueError(f"Unknown noise schedule {name!r}; known: linear, squaredcos_cap_v2.")


def _evenly(count: int, start: int, size: int) -> list[int]:
    """`count` evenly spaced whole numbers of [start, start + size), both ends included."""
    if count > size:
        raise ValueError(f"A section of {size} steps cannot be divided into {count}.")
    stride, position, chosen = (size - 1) / (count - 1) if count > 1 else 1.0, 0.0, []
    for _ in range(count):
        chosen.append(start + round(position))
        position += stride
    return chosen


def space_timesteps(steps: int, respacing: str) -> list[int]:
    """The timesteps, ascending, that a run uses out of `steps`.

    `respacing` is counts for equal sections ("100", "10,10,3,2,2"), "ddimN" for a whole stride
    (Song et al., arXiv 2010.02502), "trailingN" for N even steps that begin at the noisiest (Lin et
    al., arXiv 2305.08891), or "fast27", GLIDE's choice for the upsampler.
    Raises ValueError for anything else.
    """
    if respacing == "fast27":
        return [*space_timesteps(steps, "10,10,3,2,2")[:-1], steps - 3]
    trailing = respacing.removeprefix("trailing")
    if trailing != respacing and trailing.isdecimal() and 1 <= int(trailing) <= steps:
        return [round(steps * (i + 1) / int(trailing)) - 1 for i in range(int(trailing))]
    if respacing.startswith("ddim") and respacing[4:].isdecimal():
        for stride in range(1, steps):
            if len(range(0, steps, stride)) == int(respacing[4:]):
                return list(range(0, steps, stride))
        raise ValueError(f"No whole stride takes {respacing[4:]} steps out of {steps}.")
    counts = respacing.split(",")
    if not all(count.isdecimal() and int(count) for count in counts):
        raise ValueError(
            f"{respacing!r} is not a step count such as 30, fast27, ddim50 or 10,10,3."
        )
    size, longer = divmod(steps, len(counts))
    chosen: list[int] = []
    start = 0
    for i, count in enumerate(counts):
        section = size + (i < longer)
        chosen += _evenly(int(count), start, section)
        start += section
    return chosen


def timesteps_of(betas: np.ndarray, respacing: str) -> list[int]:
    """The timesteps of `space_timesteps`, or of two spacings by noise level.

    A run starts from pure noise, and so must begin at a timestep that is nearly pure noise. Where
    the last timestep of the spacing is not, as with a single step, the noisiest one replaces it.

    "logsnrN": after the noisiest timestep, N - 1 steps even in the logarithm of the
    signal-to-noise ratio (Lu et al., arXiv 2206.00927) below a noise of 32 times the signal: the
    cosine schedule's last twenty timesteps, where nothing is decided, span half of that logarithm.
    "karrasN": N steps even in the seventh root of the ratio of noise to signal (Karras et al.,
    arXiv 2206.00364, equation 5). Raises ValueError for anything else.
    """
    kind = respacing.rstrip("0123456789")
    count = respacing.removeprefix(kind)
    alpha_bar = np.cumprod(1 - betas)
    if kind not in ("logsnr", "karras") or not count or not 1 <= int(count) <= len(betas):
        timesteps = space_timesteps(len(betas), respacing)
        is_noise = alpha_bar[timesteps[-1]] < _MAX_SIGNAL**2
        return timesteps if is_noise else [*timesteps[:-1], len(betas) - 1]
    noise_ratio = np.sqrt((1 - alpha_bar) / alpha_bar)
    if kind == "logsnr":
        scale = np.log(noise_ratio)
        below = np.linspace(scale[0], min(scale[-1], math.log(_MAX_NOISE_RATIO)), int(count) - 1)
    else:
        scale = noise_ratio ** (1 / 7)
        below = np.linspace(scale[0], scale[-1], int(count))[:-1]
    chosen = np.append(below, scale[-1])
    nearest = np.rint(np.interp(chosen, scale, np.arange(len(betas)))).astype(int)
    return _distinct(nearest, len(betas))


def _distinct(ascending: np.ndarray, steps: int) -> list[int]:
    """The nearest strictly ascending whole numbers below `steps`."""
    places = np.arange(len(ascending))
    raised = np.maximum.accumulate(ascending - places) + places
    highest = steps - len(ascending) + places
    return [int(t) for t in np.minimum(raised, highest)]


def truncated_at_strength(timesteps: list[int], strength: float, steps: int = 1000) -> list[int]:
    """The ascending `timesteps` of a run that starts at `strength`, 0 to 1, of the process.

    The last one is exactly there; a strength of 1 keeps all of them.
    """
    first = round(strength * (steps - 1))
    return [*(timestep for timestep in timesteps if timestep < first), first]


class Table:
    """One quantity at each step of a schedule, and at index -1: the clean picture.

    An index for a whole batch gives a float; (B,) indices, one for each sample, give float32
    (B, 1, 1, 1) on their device. Computed in float64, since 1 - alpha_bar would lose its digits
    in float32.
    """

    def __init__(self, steps: np.ndarray, clean: float) -> None:
        self._values = np.append(steps, clean)

    @overload
    def __getitem__(self, index: int) -> float: ...
    @overload
    def __getitem__(self, index: Tensor) -> Tensor: ...
    def __getitem__(self, index: Index) -> float | Tensor:
        if isinstance(index, int):
            return float(self._values[index])
        values = torch.from_numpy(self._values[index.cpu().numpy()])
        return values.float().to(index.device)[:, None, None, None]


class NoiseSchedule:
    """The forward process restricted to chosen timesteps (arXiv 2102.09672, section 4):
    x_t = sqrt_alpha_bar x_0 + sigma ε, and lambda_ = log(sqrt_alpha_bar / sigma).

    Index i counts the chosen steps from the least noisy, so that i - 1 is the step after i;
    `timesteps[i]` is its number in the full process. Index -1 is the clean picture: alpha_bar 1.
    """

    def __init__(self, betas: np.ndarray, timesteps: list[int] | None = None) -> None:
        self.timesteps = list(range(len(betas))) if timesteps is None else timesteps
        alpha_bar = np.cumprod(1 - betas)[self.timesteps]
        alpha_bar_prev = np.append(1.0, alpha_bar[:-1])
        beta = 1 - alpha_bar / alpha_bar_prev
        variance = beta * (1 - alpha_bar_prev) / (1 - alpha_bar)
        # The posterior variance of the last step is 0; its logarithm takes its neighbour's place.
        variance[0] = variance[1] if len(variance) > 1 else beta[0]
        self.sqrt_alpha_bar = Table(np.sqrt(alpha_bar), 1.0)
        self.sigma = Table(np.sqrt(1 - alpha_bar), 0.0)
        self.lambda_ = Table(0.5 * np.log(alpha_bar / (1 - alpha_bar)), math.inf)
        self.log_beta = Table(np.log(beta), -math.inf)
        self.posterior_log_variance = Table(np.log(variance), -math.inf)
        self._mean_of_x0 = Table(beta * np.sqrt(alpha_bar_prev) / (1 - alpha_bar), 1.0)
        self._mean_of_x_t = Table((1 - alpha_bar_prev) * np.sqrt(1 - beta) / (1 - alpha_bar), 0.0)

    def __len__(self) -> int:
        return len(self.timesteps)

    def q_sample(self, x0: Tensor, index: Index, noise: Tensor) -> Tensor:
        """A sample of q(x_t | x_0)."""
        return self.sqrt_alpha_bar[index] * x0 + self.sigma[index] * noise

    def velocity(self, x0: Tensor, index: Index, noise: Tensor) -> Tensor:
        """v = sqrt_alpha_bar ε - sigma x_0 (arXiv 2202.00512)."""
        return self.sqrt_alpha_bar[index] * noise - self.sigma[index] * x0

    def x0_from_eps(self, eps: Tensor, x_t: Tensor, index: Index) -> Tensor:
        return (x_t - self.sigma[index] * eps) / self.sqrt_alpha_bar[index]

    def x0_from_v(self, v: Tensor, x_t: Tensor, index: Index) -> Tensor:
        """x_0 without a detour through ε, which is unusable where alpha_bar is about 0."""
        return self.sqrt_alpha_bar[index] * x_t - self.sigma[index] * v

    def eps_from_x0(self, x0: Tensor, x_t: Tensor, index: Index) -> Tensor:
        return (x_t - self.sqrt_alpha_bar[index] * x0) / self.sigma[index]

    def posterior_mean(self, x0: Tensor, x_t: Tensor, index: Index) -> Tensor:
        """Mean of q(x_{t-1} | x_t, x_0) (arXiv 2006.11239, equation 7)."""
        return self._mean_of_x0[index] * x0 + self._mean_of_x_t[index] * x_t

    def log_variance(self, interpolation: Tensor, index: Index) -> Tensor:
        """Learned log variance: between the posterior's (-1) and β (1) (arXiv 2102.09672)."""
        share = (interpolation + 1) / 2
        smallest, largest = self.posterior_log_variance[index], self.log_beta[index]
        return share * largest + (1 - share) * smallest
