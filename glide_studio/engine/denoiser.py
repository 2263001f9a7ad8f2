"""What a sampler calls at each step: a network, wrapped by guidance and the known region."""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from glide_studio.core.request.request import DIFFUSION_STEPS
from glide_studio.engine.clip import Guide
from glide_studio.engine.schedule import NoiseSchedule
from glide_studio.engine.unet import GlideUNet, TextEncoding

EVERY_TIMESTEP = (0, DIFFUSION_STEPS - 1)
DROWNED = 2.0
"""Ratio of noise to signal from which on a guide's gradient would move x0 too far: with it, the
multistep solvers, which extrapolate x0, end further from what the guide asks for."""

RawDenoiser = Callable[[Tensor, int], Tensor]
"""x_t (B, 3, S, S) and its timestep in the full process to the network's (B, 6, S, S)."""


@dataclass(frozen=True)
class Prediction:
    """Of a batch at one step: the clean picture x0."""

    x0: Tensor


@dataclass(frozen=True)
class Posterior:
    """Of a batch at one step: mean and log variance of x_{t-1}, and the clean picture x0."""

    mean: Tensor
    log_variance: Tensor
    x0: Tensor


@dataclass(frozen=True)
class KnownRegion:
    """Pixels that are given: image (B, 3, S, S) in [-1, 1], mask (B, 1, S, S), 1 = known."""

    image: Tensor
    mask: Tensor

    def put_back(self, x0: Tensor) -> Tensor:
        return torch.where(self.mask > 0, self.image, x0)

    def left_alone(self, gradient: Tensor) -> Tensor:
        return torch.where(self.mask > 0, 0, gradient)


def conditioned(model: GlideUNet, text: TextEncoding, **conditions: Tensor) -> RawDenoiser:
    """The network with everything but x_t and the timestep filled in."""

    def denoise(x_t: Tensor, timestep: int) -> Tensor:
        timesteps = torch.full((len(x_t),), timestep, device=x_t.device)
        return model(x_t, timesteps, text=text, **conditions)

    return denoise


def classifier_free(
    model: GlideUNet,
    text: TextEncoding,
    guidance_scale: float,
    interval: tuple[int, int] = EVERY_TIMESTEP,
    **conditions: Tensor,
) -> RawDenoiser:
    """Classifier-free guidance (Ho & Salimans, arXiv 2207.12598) in one doubled batch.

    `text` holds the captions, then as many empty captions. Guidance is linear in ε, and so in v;
    the variance is that of the captioned half. Outside of `interval`, first to last timestep,
    there is no guidance and no empty half (Kynkäänniemi et al., arXiv 2404.07724).
    """
    doubled = {name: torch.cat([value, value]) for name, value in conditions.items()}
    both = conditioned(model, text, **doubled)
    captioned_only = conditioned(model, text.first_half(), **conditions)

    def denoise(x_t: Tensor, timestep: int) -> Tensor:
        if not interval[0] <= timestep <= interval[1]:
            return captioned_only(x_t, timestep)
        captioned, empty = both(x_t.repeat(2, 1, 1, 1), timestep).chunk(2)
        guided = empty[:, :3] + guidance_scale * (captioned[:, :3] - empty[:, :3])
        return torch.cat([guided, captioned[:, 3:]], dim=1)

    return denoise


def dynamic_threshold(x0: Tensor) -> Tensor:
    """Each sample (3, S, S) scaled down until 99.5% of it is in [-1, 1], against over-saturation at
    high guidance (Saharia et al., arXiv 2205.11487, 2.3)."""
    bound = torch.quantile(x0.abs().flatten(1), 0.995, dim=1).clamp(min=1)
    return x0 / bound[:, None, None, None]


class Denoiser:
    """Predicts x0 and the variance at an index of a schedule, for any sampler.

    The known region is put back into x0 before x0 is clamped to [-1, 1]. `dynamic` thresholding
    scales each sample whose guided x0 leaves that range instead of cutting it off.

    `guide` gives a gradient g to follow. Ancestral sampling adds Σ g to the mean of a step
    (Dhariwal & Nichol, arXiv 2105.05233, algorithm 1). For solvers that predict x0, ε becomes
    ε - sqrt(1 - alpha_bar) g (algorithm 2), so x0 becomes x0 + (1 - alpha_bar) / sqrt(alpha_bar) g:
    far beyond white at the noisiest steps, so these go without.
    """

    def __init__(
        self,
        raw: RawDenoiser,
        schedule: NoiseSchedule,
        prediction: str,
        known: KnownRegion | None = None,
        dynamic: bool = False,
        guide: Guide | None = None,
    ) -> None:
        self.schedule = schedule
        self.known = known
        self._dynamic = dynamic
        self._raw = raw
        self._guide = guide
        self._x0_from = schedule.x0_from_v if prediction == "v" else schedule.x0_from_eps

    def __call__(self, x_t: Tensor, index: int) -> Prediction:
        x0, _ = self._predicted(x_t, index)
        signal, noise = (self.schedule.at(t, index) for t in ("sqrt_alpha_bar", "sqrt_noise"))
        if self._guide is not None and noise < DROWNED * signal:
            gradient = self._guide(x_t, self.schedule.timesteps[index])
            x0 = x0 + noise**2 / signal * gradient
        return Prediction(self.constrained(x0))

    def posterior(self, x_t: Tensor, index: int) -> Posterior:
        """What ancestral sampling draws x_{t-1} from."""
        x0, variance = self._predicted(x_t, index)
        x0, log_variance = self.constrained(x0), self.schedule.log_variance(variance, index)
        mean = self.schedule.posterior_mean(x0, x_t, index)
        if self._guide is not None:
            gradient = self._guide(x_t, self.schedule.timesteps[index])
            if self.known is not None:
                gradient = self.known.left_alone(gradient)
            mean = mean + log_variance.exp() * gradient
        return Posterior(mean, log_variance, x0)

    def _predicted(self, x_t: Tensor, index: int) -> tuple[Tensor, Tensor]:
        """x0 as the network has it, unconstrained, and its share of the two variances."""
        predicted, variance = self._raw(x_t, self.schedule.timesteps[index]).float().chunk(2, dim=1)
        x0 = self._x0_from(predicted, x_t, index)
        if self._dynamic:
            x0 = dynamic_threshold(x0)
        return x0, variance

    def constrained(self, x0: Tensor) -> Tensor:
        if self.known is not None:
            x0 = self.known.put_back(x0)
        return x0.clamp(-1, 1)
