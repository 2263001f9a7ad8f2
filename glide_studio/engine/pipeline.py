"""From a request to pictures: prepare, schedule, denoise, upsample."""

from collections.abc import Generator, Iterator
from functools import partial

import torch

from glide_studio.core.request.request import GenerationRequest, Notice, Preview, Result
from glide_studio.core.request.settings import RequestError, Settings
from glide_studio.core.request.source import Sketch, Upscale
from glide_studio.engine.clip import Guide, clip_guide
from glide_studio.engine.inputs import init_images, known_regions
from glide_studio.engine.matte import matte
from glide_studio.engine.models import Models
from glide_studio.engine.prompt_notices import prompt_notices
from glide_studio.engine.recovery import recovering
from glide_studio.engine.stage import base_stage, denoise, upsampling_stage
from glide_studio.engine.tiles import upscale


@torch.no_grad()
def generate(models: Models, request: GenerationRequest) -> Iterator[Preview | Result | Notice]:
    """Run a request: one Preview per denoising step and sample, then one Result per sample.

    Closing the iterator stops the run. Each sample is the one that `request.for_sample(i)` makes
    alone, up to rounding. A Notice says what of the prompts has no effect, or what was done about a
    fault of the machine; where nothing helps, RunError is raised. Raises RequestError for an
    inpainting request on networks that cannot inpaint, and for CLIP guidance without a noised CLIP.
    """
    yield from prompt_notices(models, request)
    yield from recovering(models, partial(_run, request=request))


def _run(models: Models, request: GenerationRequest) -> Generator[Preview | Result, None, None]:
    settings = request.settings
    if isinstance(request.source, Upscale):
        yield from upscale(models, request.source.picture, request)
        return
    if isinstance(request.source, Sketch) and request.source.strength == 0:
        for i in range(settings.count):  # any step, however small, would change it
            yield Result(request.for_sample(i), request.source.picture, i)
        return
    prompts = [settings.prompt] * settings.count
    known, init = known_regions(models, request), init_images(models, request)
    guide = _clip_guide(models, settings)
    base = base_stage(models.base, models.tokenizer, prompts, settings, known.low, guide, init.low)
    pictures = yield from denoise(base)
    if settings.upsample is not None:
        upsampling = upsampling_stage(
            models.upsample, models.tokenizer, prompts, settings, pictures, known.high, init.high
        )
        pictures = yield from denoise(upsampling)
    for i, picture in enumerate(pictures):
        cut_out = None
        if known.low is not None and settings.prompt.strip():
            cut_out = matte(models.base, models.tokenizer, settings.prompt, picture, known.low)
        yield Result(request.for_sample(i), picture, i, cut_out)


def _clip_guide(models: Models, settings: Settings) -> Guide | None:
    """The guide that the base follows; None where CLIP guidance is off."""
    if settings.clip_guidance == 0:
        return None
    clip = models.noised_clip()
    if clip is None:
        raise RequestError(
            "The model {name} has no CLIP. Set CLIP guidance to 0.", name=models.name
        )
    return clip_guide(clip, [settings.prompt] * settings.count, settings.clip_guidance)
