"""What a network under training or judgement draws, one picture for each prompt."""

import copy
from collections.abc import Generator, Sequence
from dataclasses import replace

import numpy as np
import torch

from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import GenerationRequest, Preview
from glide_studio.engine.denoiser import RawDenoiser, classifier_free, conditioned
from glide_studio.engine.pipeline import Phase, device_of, encoded, run_phase, to_signal
from glide_studio.engine.tokenizer import Tokenizer
from glide_studio.engine.unet import GlideUNet

_BATCH = 8


def at_size(model: GlideUNet, size: int) -> GlideUNet:
    """The same network, sharing its weights, for pictures of another size."""
    resized = copy.copy(model)
    resized.spec = replace(model.spec, image_size=size)
    return resized


@torch.no_grad()
def draw(
    model: GlideUNet,
    tokenizer: Tokenizer,
    prompts: Sequence[str],
    settings: GenerationRequest,
    low_res: Sequence[np.ndarray] = (),
) -> list[Pixels]:
    """A picture (S, S, 3) uint8 for each prompt, by the phase of `settings` that `model` is for.

    Picture i is what `settings` with prompt i and its seed plus i makes, in that phase. Upsampling
    networks take a `low_res` (S/4, S/4, 3) picture for each.
    """
    phase = "upsample" if model.spec.is_upsampler else "base"
    sampling = settings.upsample if model.spec.is_upsampler else settings.base
    if sampling is None:
        raise ValueError("These settings have no upsampling.")
    pictures: list[Pixels] = []
    for start in range(0, len(prompts), _BATCH):
        some = slice(start, start + _BATCH)
        raw = _denoiser(model, tokenizer, list(prompts[some]), settings, low_res[some])
        request = replace(settings, seed=settings.seed + start, count=len(prompts[some]))
        pictures += _outcome(run_phase(Phase(phase, model, raw, sampling), request))
    return pictures


def _denoiser(
    model: GlideUNet,
    tokenizer: Tokenizer,
    prompts: list[str],
    settings: GenerationRequest,
    low_res: Sequence[np.ndarray],
) -> RawDenoiser:
    if model.spec.is_upsampler:
        signal = to_signal(list(low_res)).to(device_of(model))
        return conditioned(model, encoded(tokenizer, model, prompts), low_res=signal)
    if settings.guidance_scale == 1:
        return conditioned(model, encoded(tokenizer, model, prompts))
    text = encoded(tokenizer, model, prompts + [""] * len(prompts))
    interval = settings.guidance_interval
    return classifier_free(model, text, settings.guidance_scale, interval)


def _outcome(run: Generator[Preview, None, list[Pixels]]) -> list[Pixels]:
    """What the run returns, once all that it yields has been dropped."""
    while True:
        try:
            next(run)
        except StopIteration as end:
            return end.value
