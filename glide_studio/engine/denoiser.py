"""What a sampler calls at each step: a network with its conditions, guidance and known region."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor

from glide_studio.core.request.settings import DIFFUSION_STEPS
from glide_studio.engine.guidance import Guide
from glide_studio.engine.schedule import NoiseSchedule
from glide_studio.engine.spec import ModelSpec
from glide_studio.engine.tokenizer import Tokenizer
from glide_studio.engine.unet import TextEncoding

EVERY_TIMESTEP = (0, DIFFUSION_STEPS - 1)
MAX_GUIDE_NOISE_RATIO = 2.0
"""Ratio of noise to signal above which a guide is ignored by solvers that predict x_0: its
gradient would move x_0 too far, and the multistep solvers, which extrapolate x_0, would end
further from what the guide asks for."""

Network = Callable[[Tensor, int], Tensor]
"""x_t (B, 3, S, S) and its timestep in the full process to (B, 6, S, S): ε or v, then variance."""


class UNet(Protocol):
    """What sampling needs of a network: a GlideUNet, or a wrapper of one."""

    @property
    def spec(self) -> ModelSpec: ...

    @property
    def device(self) -> torch.device: ...

    @property
    def dtype(self) -> torch.dtype: ...

    def encode_text(self, tokens: Tensor, mask: Tensor) -> TextEncoding: ...

    def __call__(
        self, x_t: Tensor, timesteps: Tensor, *, text: TextEncoding, **conditions: Tensor
    ) -> Tensor: ...


@dataclass(frozen=True)
class Posterior:
    """A batch at one step: mean and log variance of x_{t-1}, and the clean picture x_0."""

    mean: Tensor
    log_variance: Tensor
    x0: Tensor


@dataclass(frozen=True)
class KnownRegion:
    """Pixels that are given: image (B, 3, S, S) in [-1, 1], mask (B, 1, S, S), 1 = known."""

    image: Tensor
    mask: Tensor

    def put_back(self, x0: Tensor) -> Tensor:
        """x_0 (B, 3, S, S) with the known pixels in their place."""
        return torch.where(self.mask > 0, self.image, x0)

    def zero_known(self, gradient: Tensor) -> Tensor:
        """A gradient (B, 3, S, S), 0 where pixels are known."""
        return torch.where(self.mask > 0, 0, gradient)


def encode_prompts(tokenizer: Tokenizer, model: UNet, prompts: Sequence[str]) -> TextEncoding:
    """B prompts as the network reads them; what exceeds its context length is cut off."""
    padded = [tokenizer.padded(prompt, model.spec.text_ctx) for prompt in prompts]
    tokens, masks = (torch.cat(parts).to(model.device) for parts in zip(*padded, strict=True))
    return model.encode_text(tokens, masks)


def conditioned(model: UNet, text: TextEncoding, **conditions: Tensor) -> Network:
    """The network with everything but x_t and the timestep filled in."""

    def network(x_t: Tensor, timestep: int) -> Tensor:
        timesteps = torch.full((len(x_t),), timestep, device=x_t.device)
        return model(x_t, timesteps, text=text, **conditions)

    return network


def classifier_free(
    model: UNet,
    text: TextEncoding,
    guidance_scale: float,
    interval: tuple[int, int] = EVERY_TIMESTEP,
    **conditions: Tensor,
) -> Network:
    """Classifier-free guidance (Ho & Salimans, arXiv 2207.12598) in one doubled batch.

    `text` holds the captions, then as many empty captions. Guidance is linear in ε, and so in v;
    the variance is that of the captioned half. Outside of `interval`, first to last timestep,
    there is no guidance and no empty half (Kynkäänniemi et al., arXiv 2404.07724).
    """
    doubled = {name: torch.cat([value, value]) for name, value in conditions.items()}
    both = conditioned(model, text, **doubled)
    captioned_only = conditioned(model, text.first_half(), **conditions)

    def network(x_t: Tensor, timestep: int) -> Tensor:
        if not interval[0] <= timestep <= interval[1]:
            return captioned_only(x_t, timestep)
        captioned, empty = both(x_t.repeat(2, 1, 1, 1), timestep).chunk(2)
        guided = empty[:, :3] + guidance_scale * (captioned[:, :3] - empty[:, :3])
        return torch.cat([guided, captioned[:, 3:]], dim=1)

    return network


def dynamic_threshold(x0: Tensor) -> Tensor:
    """Each sample (3, S, S) scaled down until 99.5% of it is in [-1, 1], against over-saturation at
    high guidance (Saharia et al., arXiv 2205.11487, 2.3)."""
    bound = torch.quantile(x0.abs().flatten(1), 0.995, dim=1).clamp(min=1)
    return x0 / bound[:, None, None, None]


class Denoiser:
    """Predicts x_0 and the variance at an index of a schedule, for any sampler.

    The known region is put back into x_0 before x_0 is clamped to [-1, 1]. With
    `dynamic_thresholding`, a sample whose guided x_0 leaves that range is scaled, not cut off.

    `guide` gives a gradient g to follow. Ancestral sampling adds Σ g to the mean of a step
    (Dhariwal & Nichol, arXiv 2105.05233, algorithm 1). For solvers that predict x_0, ε becomes
    ε - sigma g (algorithm 2), so x_0 becomes x_0 + sigma² / sqrt_alpha_bar g. At the noisiest steps
    that would be far beyond white, so they ignore the guide.
    """

    def __init__(
        self,
        network: Network,
        schedule: NoiseSchedule,
        prediction: str,
        known: KnownRegion | None = None,
        dynamic_thresholding: bool = False,
        guide: Guide | None = None,
    ) -> None:
        self.schedule = schedule
        self.known = known
        self._dynamic_thresholding = dynamic_thresholding
        self._network = network
        self._guide = guide
        self._x0_from = schedule.x0_from_v if prediction == "v" else schedule.x0_from_eps

    def __call__(self, x_t: Tensor, index: int) -> Tensor:
        """x_0 (B, 3, S, S)."""
        x0, _ = self._predicted(x_t, index)
        sqrt_alpha_bar, sigma = self.schedule.sqrt_alpha_bar[index], self.schedule.sigma[index]
        if self._guide is not None and sigma < MAX_GUIDE_NOISE_RATIO * sqrt_alpha_bar:
            gradient = self._guide(x_t, self.schedule.timesteps[index])
            x0 = x0 + sigma**2 / sqrt_alpha_bar * gradient
        return self.constrained(x0)

    def posterior(self, x_t: Tensor, index: int) -> Posterior:
        """The distribution from which ancestral sampling draws x_{t-1}."""
        x0, interpolation = self._predicted(x_t, index)
        x0 = self.constrained(x0)
        log_variance = self.schedule.log_variance(interpolation, index)
        mean = self.schedule.posterior_mean(x0, x_t, index)
        if self._guide is not None:
            gradient = self._guide(x_t, self.schedule.timesteps[index])
            if self.known is not None:
                gradient = self.known.zero_known(gradient)
            mean = mean + log_variance.exp() * gradient
        return Posterior(mean, log_variance, x0)

    def _predicted(self, x_t: Tensor, index: int) -> tuple[Tensor, Tensor]:
        """The network's own x_0, unconstrained, and its interpolation between the variances."""
        timestep = self.schedule.timesteps[index]
        prediction, interpolation = self._network(x_t, timestep).float().chunk(2, dim=1)
        x0 = self._x0_from(prediction, x_t, index)
        if self._dynamic_thresholding:
            x0 = dynamic_threshold(x0)
        return x0, interpolation

    def constrained(self, x0: Tensor) -> Tensor:
        """x_0 with the known region put back, in [-1, 1]."""
        if self.known is not None:
            x0 = self.known.put_back(x0)
        return x0.clamp(-1, 1)
