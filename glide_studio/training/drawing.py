"""What a network under training or judgement draws, one picture for each prompt."""

import copy
from collections.abc import Generator, Sequence
from dataclasses import replace

import numpy as np
import torch

from glide_studio.core.raster import Pixels
from glide_studio.core.request import GenerationRequest, Preview, Sampling
from glide_studio.engine.denoiser import classifier_free, conditioned
from glide_studio.engine.pipeline import device_of, encoded, run_phase, to_signal
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
    prompts: Sequence[str],
    sampling: Sampling,
    guidance_scale: float = 1.0,
    low_res: Sequence[np.ndarray] = (),
) -> list[Pixels]:
    """A picture (S, S, 3) uint8 for each prompt; picture i depends on the prompts and on i alone.

    Upsampling networks take a `low_res` (S/4, S/4, 3) picture for each, and no guidance.
    """
    tokenizer, pictures = Tokenizer(), list[Pixels]()
    for start in range(0, len(prompts), _BATCH):
        batch = list(prompts[start : start + _BATCH])
        if model.spec.is_upsampler:
            signal = to_signal(list(low_res[start : start + _BATCH])).to(device_of(model))
            raw = conditioned(model, encoded(tokenizer, model, batch), low_res=signal)
        else:
            text = encoded(tokenizer, model, batch + [""] * len(batch))
            raw = classifier_free(model, text, guidance_scale)
        phase = "upsample" if model.spec.is_upsampler else "base"
        request = GenerationRequest("as encoded", seed=start, count=len(batch))
        pictures += _outcome(run_phase(phase, model, raw, sampling, None, request))
    return pictures


def _outcome(run: Generator[Preview, None, list[Pixels]]) -> list[Pixels]:
    """What the run returns, once all that it yields has been dropped."""
    while True:
        try:
            next(run)
        except StopIteration as end:
            return end.value
