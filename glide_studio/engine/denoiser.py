"""What a sampler calls at each step: a network, wrapped by guidance and the known region."""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from glide_studio.engine.schedule import NoiseSchedule
from glide_studio.engine.unet import GlideUNet, TextEncoding

RawDenoiser = Callable[[Tensor, Tensor], Tensor]
"""x_t (B, 3, S, S) and full-process timesteps (B,) to the network's (B, 6, S, S)."""


@dataclass(frozen=True)
class Prediction:
    """Of a batch at one step: the clean picture x0, and the log variance of x_{t-1}."""

    x0: Tensor
    log_variance: Tensor


@dataclass(frozen=True)
class KnownRegion:
    """Pixels that are given: image (B, 3, S, S) in [-1, 1], mask (B, 1, S, S), 1 = known."""

    image: Tensor
    mask: Tensor

    def put_back(self, x0: Tensor) -> Tensor:
        return torch.where(self.mask > 0, self.image, x0)


def conditioned(model: GlideUNet, text: TextEncoding, **conditions: Tensor) -> RawDenoiser:
    """The network with everything but x_t and the timesteps filled in."""
    return lambda x_t, timesteps: model(x_t, timesteps, text=text, **conditions)


def classifier_free(
    model: GlideUNet, text: TextEncoding, guidance_scale: float, **conditions: Tensor
) -> RawDenoiser:
    """Classifier-free guidance (Ho & Salimans, arXiv 2207.12598) in one doubled batch.

    `text` holds the captions, then as many empty captions. Guidance is linear in ε, and so in v;
    the variance is that of the captioned half.
    """
    doubled = {name: torch.cat([value, value]) for name, value in conditions.items()}

    def denoise(x_t: Tensor, timesteps: Tensor) -> Tensor:
        output = model(x_t.repeat(2, 1, 1, 1), timesteps.repeat(2), text=text, **doubled)
        captioned, empty = output.chunk(2)
        guided = empty[:, :3] + guidance_scale * (captioned[:, :3] - empty[:, :3])
        return torch.cat([guided, captioned[:, 3:]], dim=1)

    return denoise


class Denoiser:
    """Predicts x0 and the variance at an index of a schedule, for any sampler.

    The known region is put back into x0 before x0 is clamped to [-1, 1].
    """

    def __init__(
        self,
        raw: RawDenoiser,
        schedule: NoiseSchedule,
        prediction: str,
        known: KnownRegion | None = None,
    ) -> None:
        self.schedule = schedule
        self.known = known
        self._raw = raw
        self._x0_from = schedule.x0_from_v if prediction == "v" else schedule.x0_from_eps

    def __call__(self, x_t: Tensor, index: Tensor) -> Prediction:
        timesteps = torch.tensor(self.schedule.timesteps, device=x_t.device)[index]
        predicted, variance = self._raw(x_t, timesteps).float().chunk(2, dim=1)
        x0 = self.constrained(self._x0_from(predicted, x_t, index))
        return Prediction(x0, self.schedule.log_variance(variance, index))

    def constrained(self, x0: Tensor) -> Tensor:
        if self.known is not None:
            x0 = self.known.put_back(x0)
        return x0.clamp(-1, 1)
