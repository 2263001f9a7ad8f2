"""From a request to pictures: prepare, schedule, denoise, upsample."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from glide_studio.core.document.blend import network_mask
from glide_studio.core.geometry import Extent
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.raster.resample import resized
from glide_studio.core.request.request import (
    UPSCALE,
    GenerationRequest,
    Preview,
    RequestError,
    Result,
    Sampling,
)
from glide_studio.engine.clip import Guide, clip_guide
from glide_studio.engine.denoiser import (
    Denoiser,
    KnownRegion,
    RawDenoiser,
    classifier_free,
    conditioned,
)
from glide_studio.engine.models import Models
from glide_studio.engine.samplers import Noise, Step, sampler_named
from glide_studio.engine.schedule import (
    NoiseSchedule,
    begun_at,
    beta_schedule,
    timesteps_of,
)
from glide_studio.engine.tiles import TiledUpsampling
from glide_studio.engine.tokenizer import Tokenizer
from glide_studio.engine.unet import GlideUNet, TextEncoding

PREVIEW_SIDE = 512
"""Longest side of an upscaling's preview, in pixels."""


@torch.no_grad()
def generate(models: Models, request: GenerationRequest) -> Iterator[Preview | Result]:
    """Run a request; per denoising step one Preview for each of its `count` samples, and per
    sample one Result at the end. Closing the iterator stops the run.

    Samples are `request.for_sample(i)` and come out alike alone or together, up to rounding.
    Raises RequestError for an inpainting request on networks that cannot inpaint, and for CLIP
    guidance without a noised CLIP.
    """
    if request.upscale:
        yield from upscaled(models, request)
        return
    known, drawn = known_regions(models, request), drawings(models, request)
    base = Phase(
        "base",
        models.base,
        guided(models, request, known.low),
        request.base,
        known.low,
        clip_guided(models, request),
        drawn.low,
    )
    pictures = yield from run_phase(base, request)
    if request.upsample is not None:
        low_res = to_signal(pictures).to(models.device)
        raw = upsampling(models, request, known.high, low_res)
        upsample = Phase(
            "upsample", models.upsample, raw, request.upsample, known.high, drawing=drawn.high
        )
        pictures = yield from run_phase(upsample, request)
    for i, picture in enumerate(pictures):
        yield Result(request.for_sample(i), picture, i)


@dataclass(frozen=True)
class Phase:
    """What denoises in one half of a run, and from what: `drawing` (1, 3, S, S) in [-1, 1], noised
    to the request's strength, or None for noise alone."""

    name: str
    model: GlideUNet
    raw: RawDenoiser
    sampling: Sampling
    known: KnownRegion | None = None
    guide: Guide | None = None
    drawing: Tensor | None = None

    def denoiser(self, request: GenerationRequest) -> Denoiser:
        spec = self.model.spec
        betas = beta_schedule(spec.noise_schedule, spec.diffusion_steps)
        timesteps = timesteps_of(betas, self.sampling.timestep_respacing)
        if request.strength is not None:
            timesteps = begun_at(timesteps, request.strength, len(betas))
        schedule = NoiseSchedule(betas, timesteps)
        dynamic = self.name == "base" and request.thresholding == "dynamic"
        return Denoiser(self.raw, schedule, spec.prediction, self.known, dynamic, self.guide)

    def start(self, request: GenerationRequest, schedule: NoiseSchedule, noise: Noise) -> Tensor:
        drawn = noise() * (request.temperature if self.name == "upsample" else 1)
        if self.drawing is None:
            return drawn
        return schedule.q_sample(self.drawing, len(schedule) - 1, drawn)


def run_phase(phase: Phase, request: GenerationRequest) -> Generator[Preview, None, list[Pixels]]:
    """Denoise every sample from where the phase starts; yields previews, returns the pictures."""
    size = phase.model.spec.image_size
    noise = partial(per_sample_noise(phase.model, request, phase.name), (size, size))
    denoiser = phase.denoiser(request)
    start = phase.start(request, denoiser.schedule, noise)
    for step in sampler_named(phase.sampling.sampler)(denoiser, start, noise):
        for i, picture in enumerate(to_pictures(step.x0)):
            yield Preview(phase.name, step.number, step.total, picture, i)
    return to_pictures(step.x_t)


def upscaled(models: Models, request: GenerationRequest) -> Iterator[Preview | Result]:
    """The request's picture at four times its size, denoised in tiles that agree: a preview per
    tile and step, and the result.

    Each band of rows has a sampler of its own, so none of their tensors is as large as the picture.
    """
    assert request.picture is not None
    assert request.upsample is not None
    model, sampling = models.upsample, request.upsample
    low_res = to_signal([request.picture]).to(models.device)
    tiles = TiledUpsampling(model, encoded(models.tokenizer, model, [request.prompt]), low_res)
    phase = Phase("upsample", model, tiles, sampling)
    denoiser = phase.denoiser(request)
    draw = per_sample_noise(model, request, phase.name)
    noises = [partial(draw, size) for size in tiles.bands]
    starts = (phase.start(request, denoiser.schedule, noise) for noise in noises)
    x_t: list[Tensor] = []
    steps: list[Iterator[Step]] = []
    timesteps = denoiser.schedule.timesteps[::-1]
    preview = TilePreview(request.picture)
    done, total = 0, len(timesteps) * len(tiles)
    for timestep in timesteps:
        for band, noise in enumerate(noises):
            x_t += islice(starts, max(band + tiles.reach - len(x_t), 0))
            for _ in tiles.prepare(band, x_t, timestep):
                done += 1
                yield Preview(phase.name, done, total, preview.picture)
            if band == len(steps):
                steps.append(sampler_named(sampling.sampler)(denoiser, x_t[band], noise))
            step = next(steps[band])
            x_t[band] = step.x_t
            preview.draw(tiles.top(band), tiles.cropped(step.x0))
    yield Result(request, np.concatenate([to_pictures(tiles.cropped(x))[0] for x in x_t]))


class TilePreview:
    """What an upscaling is previewed by: the picture to upscale, twice as large if that is still
    small, on which one band after another is drawn."""

    def __init__(self, picture: Pixels) -> None:
        self._detail = 2 if 2 * max(picture.shape) <= PREVIEW_SIDE else 1
        self._whole = picture.repeat(self._detail, axis=0).repeat(self._detail, axis=1)
        self.picture = self._small()

    def draw(self, top: int, x0: Tensor) -> None:
        """Draw x0 (1, 3, H, W) of UPSCALE times the size below line `top` of the picture."""
        (band,) = to_pictures(F.avg_pool2d(x0, UPSCALE // self._detail))
        self._whole[self._detail * top :][: len(band)] = band
        self.picture = self._small()

    def _small(self) -> Pixels:
        """A copy at a size at which showing it costs nothing."""
        height, width = self._whole.shape[:2]
        scale = min(1, PREVIEW_SIDE / max(height, width))
        extent = Extent(max(round(scale * width), 1), max(round(scale * height), 1))
        return resized(self._whole, extent).copy()


def per_sample_noise(
    model: GlideUNet, request: GenerationRequest, phase: str
) -> Callable[[tuple[int, int]], Tensor]:
    """Draws of (B, 3, *size) noise, each sample's from its own generator on the CPU, so that a
    sample depends neither on its batch nor on the device."""
    seeds = [request.for_sample(i).seed for i in range(request.count)]
    generators = [torch.Generator().manual_seed(2 * seed + (phase == "upsample")) for seed in seeds]
    device = device_of(model)

    def draw(size: tuple[int, int]) -> Tensor:
        return torch.stack([torch.randn(3, *size, generator=g) for g in generators]).to(device)

    return draw


def device_of(model: GlideUNet) -> torch.device:
    return model.token_embedding.weight.device


def encoded(tokenizer: Tokenizer, model: GlideUNet, prompts: list[str]) -> TextEncoding:
    padded = [tokenizer.padded(prompt, model.spec.text_ctx) for prompt in prompts]
    tokens, masks = zip(*padded, strict=True)
    device = device_of(model)
    return model.encode_text(torch.cat(tokens).to(device), torch.cat(masks).to(device))


def guided(models: Models, request: GenerationRequest, known: KnownRegion | None) -> RawDenoiser:
    """The base network under classifier-free guidance; at a scale of 1 there is none to apply."""
    captions, inputs = [request.prompt] * request.count, inpaint_inputs(known)
    if request.guidance_scale == 1:
        text = encoded(models.tokenizer, models.base, captions)
        return conditioned(models.base, text, **inputs)
    captions += [request.negative_prompt] * request.count
    text = encoded(models.tokenizer, models.base, captions)
    return classifier_free(
        models.base, text, request.guidance_scale, request.guidance_interval, **inputs
    )


def clip_guided(models: Models, request: GenerationRequest) -> Guide | None:
    """What CLIP guidance follows at each step of the base; None where it is off."""
    if request.clip_guidance == 0:
        return None
    clip = models.noised_clip()
    if clip is None:
        raise RequestError(
            "The model {name} has no CLIP. Set CLIP guidance to 0.", name=models.name
        )
    return clip_guide(clip, [request.prompt] * request.count, request.clip_guidance)


def upsampling(
    models: Models,
    request: GenerationRequest,
    known: KnownRegion | None,
    low_res: Tensor,
) -> RawDenoiser:
    """The upsampling network on its low-res pictures, which decide enough to need no guidance."""
    text = encoded(models.tokenizer, models.upsample, [request.prompt] * request.count)
    return conditioned(models.upsample, text, low_res=low_res, **inpaint_inputs(known))


def inpaint_inputs(known: KnownRegion | None) -> dict[str, Tensor]:
    if known is None:
        return {}
    return {"inpaint_image": known.image, "inpaint_mask": known.mask}


@dataclass(frozen=True)
class KnownRegions:
    """What the base and the upsampler must keep; None in text to image."""

    low: KnownRegion | None = None
    high: KnownRegion | None = None


def known_regions(models: Models, request: GenerationRequest) -> KnownRegions:
    """The request's picture and mask as the networks take them.

    The mask is decided on the base's grid, where a cell with any pixel to repaint is repainted
    whole; the upsampler's is its nearest-neighbour enlargement (arXiv 2112.10741, 2.3).
    """
    if request.picture is None or request.mask is None:
        return KnownRegions()
    if not (models.base.spec.is_inpaint and models.upsample.spec.is_inpaint):
        raise RequestError(
            "The model {name} cannot inpaint. Choose another model.", name=models.name
        )
    repaint = torch.from_numpy(network_mask(request.mask, request.feather)) > 0
    coarse = 1 - F.adaptive_max_pool2d(repaint.float()[None, None], models.base.spec.image_size)
    picture = to_signal([request.picture])

    def region(model: GlideUNet) -> KnownRegion:
        size = model.spec.image_size
        mask = F.interpolate(coarse, (size, size), mode="nearest")
        image = F.interpolate(picture, (size, size), mode="area") * mask
        batch = (request.count, -1, -1, -1)
        device = device_of(model)
        return KnownRegion(image.expand(batch).to(device), mask.expand(batch).to(device))

    return KnownRegions(region(models.base), region(models.upsample))


@dataclass(frozen=True)
class Drawings:
    """What the base and the upsampler begin with, (1, 3, S, S); None for noise alone."""

    low: Tensor | None = None
    high: Tensor | None = None


def drawings(models: Models, request: GenerationRequest) -> Drawings:
    """The request's picture at the networks' sizes, if the run begins with it."""
    if request.strength is None or request.picture is None:
        return Drawings()
    picture = to_signal([request.picture]).to(models.device)

    def drawing(model: GlideUNet) -> Tensor:
        size = model.spec.image_size
        return F.interpolate(picture, (size, size), mode="area")

    return Drawings(drawing(models.base), drawing(models.upsample))


def to_pictures(signal: Tensor) -> list[Pixels]:
    """(B, 3, S, S) in [-1, 1] to B pictures (S, S, 3) uint8."""
    bytes_ = ((signal + 1) * 127.5).round().clamp(0, 255).to(torch.uint8)
    return list(bytes_.permute(0, 2, 3, 1).cpu().numpy())


def to_signal(pictures: list[Pixels]) -> Tensor:
    """B pictures (S, S, 3) uint8 to (B, 3, S, S) float32 in [-1, 1]."""
    return torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).float() / 127.5 - 1
