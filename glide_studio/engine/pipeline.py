"""From a request to pictures: prepare, schedule, denoise, upsample."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from functools import partial

import torch

from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import GenerationRequest, Notice, Preview, Result
from glide_studio.core.request.settings import RequestError, Settings
from glide_studio.core.request.source import Sketch, Upscale
from glide_studio.core.sentence import Paragraph, Sentence
from glide_studio.engine.clip import clip_guide, prompt_match
from glide_studio.engine.guidance import Guide, combined
from glide_studio.engine.inputs import init_images, known_regions, to_signal
from glide_studio.engine.models import Models
from glide_studio.engine.recognition import ModelError
from glide_studio.engine.recovery import recovering
from glide_studio.engine.stage import base_stage, denoise, upsampling_stage
from glide_studio.engine.tiles import upscale
from glide_studio.engine.trace import StepMemory, Trace


@torch.no_grad()
def generate(
    models: Models,
    request: GenerationRequest,
    memory: StepMemory | None = None,
    guide: Guide | None = None,
    ranked: bool | None = None,
) -> Iterator[Preview | Result | Notice]:
    """Run a request: one Preview per denoising step and sample, then one Result per sample.

    Closing the iterator stops the run. Each sample is the one that `request.for_sample(i)` makes
    alone, up to rounding. A `memory` keeps the steps of every result. A branch continues from the
    steps in memory; without them, the original run is repeated up to that step. A Notice says which
    part of the prompts has no effect, or what was done about a fault of the machine. Raises
    RunError for a fault that nothing helps against, and RequestError for an inpainting request on
    networks that cannot inpaint, for CLIP guidance without a noised CLIP, and for a branch from a
    step that its run does not have. Pictures are `ranked`, by how well they match the prompt, as
    `are_ranked` says; a part of a larger run says it.

    The base also follows `guide`, such as a `classifier_guide`. Requests do not record it: the same
    pictures need the same guide again. Raises ValueError for a guide of an upscaling run, which
    does not use the base.
    """
    yield from _prompt_notices(models, request)
    is_ranked = are_ranked(request) if ranked is None else ranked
    run = partial(_run, request=request, memory=memory, guide=guide, is_ranked=is_ranked)
    yield from recovering(models, run)


def are_ranked(request: GenerationRequest) -> bool:
    """Whether a run has rivals: several pictures, drafts, or others of the enlarged drafts."""
    draft = request if request.branch is None else request.branch.request
    return request.settings.count > 1 or draft.settings.upsample is None


def _run(
    models: Models,
    request: GenerationRequest,
    memory: StepMemory | None,
    guide: Guide | None,
    is_ranked: bool,
) -> Generator[Preview | Result | Notice, None, None]:
    if isinstance(request.source, Upscale):
        if guide is not None:
            raise ValueError("Upscaling has no base for a guide to act on.")
        yield from upscale(models, request.source.picture, request)
        return
    settings = request.settings
    if isinstance(request.source, Sketch) and request.source.strength == 0:
        for i in range(settings.count):  # any step, however small, would change it
            yield Result(request.for_sample(i), request.source.picture, i)
        return
    trace = yield from _starting_trace(models, request, memory, guide)
    pictures = yield from _sampled(models, request, trace, guide)
    mattes = _mattes(models, request, pictures)
    matches = yield from _matches(models, settings.prompt if is_ranked else "", pictures)
    for i, picture in enumerate(pictures):
        kept = () if trace is None else tuple(trace.samples[i])
        steps = tuple(step.preview for step in kept)
        result = Result(request.for_sample(i), picture, i, mattes[i], steps, matches[i])
        if memory is not None:
            memory.keep(result.request, kept)
        yield result


def _starting_trace(
    models: Models, request: GenerationRequest, memory: StepMemory | None, guide: Guide | None
) -> Generator[Preview, None, Trace | None]:
    """The trace that a run adds its steps to; a branch's already has those it continues from. None
    if nobody needs the steps."""
    branch = request.branch
    if branch is None:
        return None if memory is None else Trace(request.settings.count)
    kept = () if memory is None else memory.find(branch.request)
    if len(kept) < branch.step:
        origin, sample = branch.request.as_drawn
        trace = (yield from _starting_trace(models, origin, memory, guide)) or Trace(
            origin.settings.count
        )
        with closing(_sampled(models, origin, trace, guide)) as previews:
            while len(trace.samples[sample]) < branch.step:
                try:
                    yield next(previews)
                except StopIteration:
                    raise _no_step() from None
        kept = tuple(trace.samples[sample])
    steps = kept[: branch.step]
    last, end = steps[-1].preview, "base" if request.settings.upsample is None else "upsample"
    if last.phase == end and last.step == last.total:
        raise _no_step()
    return Trace(1, steps)


def _no_step() -> RequestError:
    return RequestError("The run cannot be continued from this step. Choose an earlier one.")


def _sampled(
    models: Models, request: GenerationRequest, trace: Trace | None, guide: Guide | None
) -> Generator[Preview, None, list[Pixels]]:
    """The pictures of a run, which continues from the steps in `trace` and adds its own."""
    settings = request.settings
    prompts = [settings.prompt] * settings.count
    known, init = known_regions(models, request), init_images(models, request)
    guide = combined(_clip_guide(models, settings), guide)
    base = base_stage(models.base, models.tokenizer, prompts, settings, known.low, guide, init.low)
    pictures = yield from denoise(base, trace)
    if settings.upsample is not None:
        upsampling = upsampling_stage(
            models.upsample, models.tokenizer, prompts, settings, pictures, known.high, init.high
        )
        pictures = yield from denoise(upsampling, trace)
    return pictures


def _mattes(
    models: Models, request: GenerationRequest, pictures: Sequence[Pixels]
) -> Sequence[Pixels | None]:
    """The objects of fills that have a prompt; None for other pictures."""
    known, prompt = known_regions(models, request).low, request.settings.prompt
    if known is None or not prompt.strip():
        return [None] * len(pictures)
    from glide_studio.engine.matte import matte  # needs SciPy, which takes a third of a second

    return [matte(models.base, models.tokenizer, prompt, each, known) for each in pictures]


def _matches(
    models: Models, prompt: str, pictures: Sequence[Pixels]
) -> Generator[Notice, None, Sequence[float | None]]:
    """How well the pictures match their prompt; None without one, or without a CLIP.

    It is only advice: a CLIP that cannot be read costs no pictures, and a finished picture that was
    requested alone, which has no rank, does not wait for it.
    """
    try:
        clip = models.ranking_clip() if prompt.strip() else None
    except ModelError as error:
        not_ranked = Sentence("How well the pictures match the prompt cannot be measured.")
        yield Notice(Paragraph([not_ranked, error.sentence]))
        clip = None
    if clip is None:
        return [None] * len(pictures)
    return prompt_match(clip, prompt, to_signal(pictures))


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


def _prompt_notices(models: Models, request: GenerationRequest) -> Iterator[Notice]:
    """Which part of the prompts the networks do not read, and whether a negative prompt has no
    effect."""
    settings = request.settings
    context = models.base.spec.text_ctx
    prompt = models.tokenizer.measure(settings.prompt, context)
    if prompt.is_cut:
        yield Notice(
            Sentence(
                "The prompt is too long for the model: it does not read “{words}”.",
                words=settings.prompt[prompt.read :].strip(),
            )
        )
    if not settings.negative_prompt:
        return
    if isinstance(request.source, Upscale):
        yield Notice(Sentence("Upscaling does not use the negative prompt."))
        return
    if settings.guidance_scale <= 1:
        yield Notice(
            Sentence("The negative prompt has no effect. Raise the guidance above 1 to use it.")
        )
        return
    negative = models.tokenizer.measure(settings.negative_prompt, context)
    if negative.is_cut:
        yield Notice(
            Sentence(
                "The negative prompt is too long for the model: it does not read “{words}”.",
                words=settings.negative_prompt[negative.read :].strip(),
            )
        )
