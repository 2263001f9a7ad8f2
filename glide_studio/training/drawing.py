"""Drawing pictures with a network that is being trained or evaluated, one for each prompt."""

import copy
from collections.abc import Generator, Sequence
from dataclasses import replace

import numpy as np
import torch

from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import Preview
from glide_studio.core.request.settings import Settings
from glide_studio.engine.denoiser import KnownRegion, UNet
from glide_studio.engine.stage import base_stage, denoise, upsampling_stage
from glide_studio.engine.tokenizer import Tokenizer
from glide_studio.engine.unet import GlideUNet

_BATCH = 8


def at_size(model: GlideUNet, size: int) -> GlideUNet:
    """The same network with shared weights, for pictures of another size."""
    resized = copy.copy(model)
    resized.spec = replace(model.spec, image_size=size)
    return resized


@torch.no_grad()
def draw(
    model: UNet,
    tokenizer: Tokenizer,
    prompts: Sequence[str],
    settings: Settings,
    low_res: Sequence[np.ndarray] = (),
    known: Sequence[KnownRegion] = (),
) -> list[Pixels]:
    """A picture (S, S, 3) uint8 for each prompt, sampled by `settings` for this kind of network.

    Picture i has prompt i and the seed of `settings` plus i. An upsampler needs a `low_res`
    (S/4, S/4, 3) picture for each; to inpaint, each has a region `known`.
    """
    pictures: list[Pixels] = []
    for start in range(0, len(prompts), _BATCH):
        some = slice(start, start + _BATCH)
        later = replace(settings, seed=settings.seed + start)
        region = _together(known[some])
        if model.spec.is_upsampler:
            stage = upsampling_stage(model, tokenizer, prompts[some], later, low_res[some], region)
        else:
            stage = base_stage(model, tokenizer, prompts[some], later, region)
        pictures += _outcome(denoise(stage))
    return pictures


def _together(regions: Sequence[KnownRegion]) -> KnownRegion | None:
    """The known regions of a batch's pictures as one; None where nothing is known."""
    if not regions:
        return None
    images, masks = ([getattr(each, name) for each in regions] for name in ("image", "mask"))
    return KnownRegion(torch.cat(images), torch.cat(masks))


def _outcome(run: Generator[Preview, None, list[Pixels]]) -> list[Pixels]:
    """The return value of a run, whose previews are discarded."""
    while True:
        try:
            next(run)
        except StopIteration as end:
            return end.value
