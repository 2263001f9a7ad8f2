"""The pictures of a request as tensors: known regions and init images."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from glide_studio.core.mask.grid import repainted_cells
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import GenerationRequest
from glide_studio.core.request.settings import RequestError
from glide_studio.core.request.source import Inpaint, Sketch
from glide_studio.engine.denoiser import KnownRegion, UNet
from glide_studio.engine.models import Models


def to_signal(pictures: Sequence[Pixels]) -> Tensor:
    """B pictures (S, S, 3) uint8 to (B, 3, S, S) float32 in [-1, 1]."""
    return torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).float() / 127.5 - 1


def to_bytes(signal: Tensor) -> Tensor:
    """(B, 3, S, S) in [-1, 1] to (B, S, S, 3) uint8, on the same device."""
    bytes_ = ((signal + 1) * 127.5).round().clamp(0, 255).to(torch.uint8)
    return bytes_.permute(0, 2, 3, 1)


def to_pictures(signal: Tensor) -> list[Pixels]:
    """(B, 3, S, S) in [-1, 1] to B pictures (S, S, 3) uint8."""
    return list(to_bytes(signal).cpu().numpy())


@dataclass(frozen=True)
class KnownRegions:
    """What the base (`low`) and the upsampler (`high`) must keep; None in text to image."""

    low: KnownRegion | None = None
    high: KnownRegion | None = None


def known_regions(models: Models, request: GenerationRequest) -> KnownRegions:
    """The request's picture and mask at the networks' sizes.

    The mask is decided on the base's grid by `repainted_cells`; the upsampler's is its
    nearest-neighbour enlargement. Raises RequestError for networks that cannot inpaint.
    """
    source = request.source
    if not isinstance(source, Inpaint | Sketch) or source.mask is None:
        return KnownRegions()
    if not (models.base.spec.is_inpaint and models.upsample.spec.is_inpaint):
        raise RequestError(
            "The model {name} cannot inpaint. Choose another model.", name=models.name
        )
    cells = repainted_cells(source.mask, source.feather, models.base.spec.image_size)
    coarse = 1 - torch.from_numpy(cells).float()[None, None]
    picture = to_signal([source.picture])

    def region(model: UNet) -> KnownRegion:
        size = model.spec.image_size
        mask = F.interpolate(coarse, (size, size), mode="nearest")
        image = F.interpolate(picture, (size, size), mode="area") * mask
        batch = (request.settings.count, -1, -1, -1)
        return KnownRegion(
            image.expand(batch).to(model.device), mask.expand(batch).to(model.device)
        )

    return KnownRegions(region(models.base), region(models.upsample))


@dataclass(frozen=True)
class InitImage:
    """What a stage starts from instead of noise alone: `signal` (1, 3, S, S) in [-1, 1], noised to
    `strength`, 0 to 1, of the process (SDEdit, Meng et al., arXiv 2108.01073)."""

    signal: Tensor
    strength: float


@dataclass(frozen=True)
class InitImages:
    """What the base (`low`) and the upsampler (`high`) start from; None for noise alone."""

    low: InitImage | None = None
    high: InitImage | None = None


def init_images(models: Models, request: GenerationRequest) -> InitImages:
    """The request's picture at the networks' sizes, if the run starts from it."""
    source = request.source
    if not isinstance(source, Sketch):
        return InitImages()
    picture, strength = to_signal([source.picture]).to(models.device), source.strength

    def init_image(model: UNet) -> InitImage:
        size = (model.spec.image_size, model.spec.image_size)
        return InitImage(F.interpolate(picture, size, mode="area"), strength)

    return InitImages(init_image(models.base), init_image(models.upsample))
