"""Runs a request: shows its progress, writes its pictures and reports on them."""

import argparse
import json
import re
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from tqdm import tqdm  # type: ignore[import-untyped]

from glide_studio.cli.options import complain, flag, option
from glide_studio.cli.pooling import PoolOptions, pool_of
from glide_studio.core.document.accepting import accept
from glide_studio.core.document.document import Document
from glide_studio.core.files.pictures.exports import check_destination, write_picture
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import DEFAULT_STRENGTH, Mode, RequestMaker, is_masked
from glide_studio.core.request.installed import InstalledModel, find_model, installed_models
from glide_studio.core.request.request import GenerationRequest, Notice, Preview, Result
from glide_studio.core.request.settings import Settings
from glide_studio.core.request.source import Sketch, Upscale
from glide_studio.core.request.wildcards import resolved
from glide_studio.folders import data_folder, precision_file
from glide_studio.session.word_lists import FOLDER, WordLists

if TYPE_CHECKING:
    from glide_studio.engine import Models, Residency

Precision = Literal["auto", "float32", "fast"]
Engine = Callable[[GenerationRequest], Iterator[Preview | Result | Notice]]


OUTPUT = (
    "the file to write, .png, .jpg, .webp, .tif or .avif; several pictures become OUT-1, OUT-2, ..."
)


def device_name(text: str) -> str:
    """Check that `text` can be a device; the engine checks that this computer has it."""
    if re.fullmatch(r"auto|cpu|mps|(cuda|xpu)(:[0-9]{1,3})?", text) is None:
        message = f"“{text}” is not a device: use auto, cpu, cuda, xpu or mps"
        raise argparse.ArgumentTypeError(message)
    return text


@dataclass(frozen=True)
class RunOptions(PoolOptions):
    """The output files, the device and the report of a run."""

    output: Path = option(
        "-o",
        "--output",
        metavar="OUT",
        type=Path,
        required=True,
        help=OUTPUT,
    )
    device: str = option(
        metavar="NAME",
        type=device_name,
        default="auto",
        help="the device to compute on: cpu, cuda (NVIDIA), xpu (Intel) or mps (Apple), the second "
        "of a kind as cuda:1; auto uses a GPU if there is one (default: %(default)s)",
    )
    precision: Precision = option(
        choices=("auto", "float32", "fast"),
        default="auto",
        help="auto uses the fastest precision that is accurate on this computer "
        "(default: %(default)s)",
    )
    json: bool = flag("print one JSON object about the result; its seconds exclude loading")


def run(
    document: Document,
    mode: Mode,
    settings: Settings,
    options: RunOptions,
    strength: float = DEFAULT_STRENGTH,
) -> int:
    """Apply `mode` to `document` and write it with each result; returns the exit status 0.

    Raises RequestError, or PictureError before anything is computed where a picture cannot be
    saved.
    """
    model = find_model(settings.model, installed_models())
    model.require(is_masked(document, mode))
    capabilities = model.capabilities
    make = RequestMaker(document, mode, capabilities, strength)
    make.check(settings)
    requests = [make(each) for each in resolved_settings(settings, model)]
    files = output_files(options.output, settings.count)
    factor = capabilities.upscale_factor if mode is Mode.UPSCALE else 1
    extent = Extent(factor * document.extent.width, factor * document.extent.height)
    for file in files:
        check_destination(file, extent)
    results, seconds = _results(requests, options)
    for file, result in zip(files, results, strict=True):
        made = with_result(document, result)
        write_picture(made, file)
    if options.json:
        print(json.dumps(_report(files, made.extent, mode, results, seconds)))
        return 0
    for file, result in zip(files, results, strict=True):
        told = f"{file}: {made.extent.width} x {made.extent.height} pixels, seed {_seed(result)}"
        chosen = result.request.settings.prompt
        print(told if chosen == settings.prompt else f"{told}, “{chosen}”")
    return 0


def run_in_turn(
    document: Document, turns: Sequence[tuple[Mask, Settings]], options: RunOptions
) -> int:
    """Repaint each of the masks with its settings, of a single picture, in the picture that the
    last one left, and write that; returns the exit status 0. Raises as `run` does."""
    model = find_model(turns[0][1].model, installed_models())
    model.require(True)
    check_destination(options.output, document.extent)
    wanted = [(mask, resolved_settings(settings, model)[0]) for mask, settings in turns]
    results: list[Result] = []

    def request_of(mask: Mask, settings: Settings) -> GenerationRequest:
        return RequestMaker(document.with_mask(mask), Mode.INPAINT, model.capabilities)(settings)

    with _drawing(request_of(*wanted[0]), len(wanted), options) as draw:
        started = time.monotonic()
        for turn in wanted:
            results += draw(request_of(*turn))
            document = with_result(document, results[-1])
        seconds = time.monotonic() - started
    write_picture(document, options.output)
    extent = document.extent
    if options.json:
        print(json.dumps(_report([options.output], extent, Mode.INPAINT, results, seconds)))
        return 0
    print(f"{options.output}: {extent.width} x {extent.height} pixels")
    for result in results:
        print(f"  “{result.request.settings.prompt}”, seed {_seed(result)}")
    return 0


def resolved_settings(settings: Settings, model: InstalledModel) -> list[Settings]:
    """The settings without wildcards."""
    return resolved(settings, WordLists(model.card, data_folder() / FOLDER).lines)


def _seed(result: Result) -> int:
    return result.request.settings.seed


def blank_for(model: InstalledModel) -> Document:
    """An empty document for a picture of a model."""
    side = model.capabilities.picture_size
    return Document.blank(Extent(side, side))


def output_files(output: Path, count: int) -> list[Path]:
    """The files of several pictures."""
    if count == 1:
        return [output]
    return [output.with_name(f"{output.stem}-{i}{output.suffix}") for i in range(1, count + 1)]


def _results(
    requests: Sequence[GenerationRequest], options: RunOptions
) -> tuple[list[Result], float]:
    """The results of all runs and their duration in seconds; on a terminal, progress is shown."""
    with _drawing(requests[0], len(requests), options) as draw:
        started = time.monotonic()
        results = [result for request in requests for result in draw(request)]
        return results, time.monotonic() - started


@contextmanager
def _drawing(
    first: GenerationRequest, count: int, options: RunOptions
) -> Iterator[Callable[[GenerationRequest], list[Result]]]:
    """What draws `count` requests like `first`, once the networks are loaded."""
    total = count * sum(planned_steps(first).values())
    with (
        ProgressBar(total=total, desc="loading", unit="step") as bar,
        pool_of(options) as pool,
    ):
        engine = pool or local_engine(first, options, bar)
        bar.unpause()
        bar.set_description("base")

        def draw(request: GenerationRequest) -> list[Result]:
            results = followed(engine(request), bar, planned_steps(request))
            return sorted(results, key=lambda result: result.sample)

        yield draw


def local_engine(first: GenerationRequest, options: RunOptions, bar: "ProgressBar") -> Engine:
    """What draws requests like `first` on this computer, with its networks in memory."""
    from glide_studio.engine import generate

    models = loaded(first, options, bar)
    is_upscaling = isinstance(first.source, Upscale)
    models.preload(not is_upscaling, is_upscaling or first.settings.upsample is not None)
    return partial(generate, models)


def loaded(
    request: GenerationRequest,
    options: RunOptions,
    bar: "ProgressBar",
    residency: "Residency | None" = None,
) -> "Models":
    """The networks that run a request; those with the same `residency` make room for each other.

    While their precision is measured, `bar` shows that.
    """
    from glide_studio.engine import ModelLoader, Residency, load_with_cpu_fallback

    model = request.settings.model
    loader = ModelLoader(
        model,
        options.precision,
        precision_file(),
        networks=find_model(model, installed_models()).networks_for(request.source),
        residency=residency or Residency(),
        measuring=lambda: bar.set_description("measuring precision, once"),
    )
    return load_with_cpu_fallback(loader, options.device)


def followed(
    events: Iterator[Preview | Result | Notice], bar: "ProgressBar", planned: dict[str, int]
) -> Iterator[Result]:
    """The results among the events of a run, whose progress `bar` shows."""
    shown: dict[str, int] = {}
    for event in events:
        match event:
            case Preview(sample=0, phase=phase, total=total, step=step):
                bar.total += total - planned.pop(phase, total)
                bar.set_description(phase, refresh=False)
                bar.update(step - shown.get(phase, 0))  # a cluster leaves previews out
                shown[phase] = step
            case Notice(sentence=sentence):
                bar.clear()
                complain(str(sentence))
            case Result():
                yield event


class ProgressBar(tqdm):  # type: ignore[misc]
    """A progress bar on stderr if that is a terminal; closing it removes it. `settings` are those
    of tqdm."""

    monitor_interval = 0  # no thread: with `miniters` at 1 there is nothing for it to watch

    def __init__(self, **settings: Any) -> None:
        # On a terminal that does not report its size, tqdm alone would draw no bar.
        columns, lines = shutil.get_terminal_size()
        super().__init__(
            **settings,
            leave=False,
            miniters=1,
            ncols=columns,
            nrows=lines,
            disable=None,
        )


def planned_steps(request: GenerationRequest) -> dict[str, int]:
    """The number of denoising steps of each phase."""
    upsample = request.settings.upsample
    base = 0 if isinstance(request.source, Upscale) else request.settings.base.steps
    return {"base": base, "upsample": 0 if upsample is None else upsample.steps}


def with_result(document: Document, result: Result) -> Document:
    """`document` with the result in place; a blank document takes the result's size.

    A sketch at a strength of 0 keeps the picture as it is, in its own resolution.
    """
    source = result.request.source
    if isinstance(source, Sketch) and source.strength == 0:
        return document
    if document.is_blank:
        height, width = result.picture.shape[:2]
        request = replace(result.request, bounds=Rect(0, 0, width, height))
        result = replace(result, request=request)
    return accept(document, result)


def _report(
    files: list[Path], extent: Extent, mode: Mode, results: Sequence[Result], seconds: float
) -> dict[str, object]:
    request = results[0].request
    settings = request.settings
    return {
        "files": [str(file) for file in files],
        "mode": mode.value,
        "prompt": settings.prompt,
        "seed": settings.seed,
        "prompts": [result.request.settings.prompt for result in results],
        "seeds": [_seed(result) for result in results],
        "matches": [None if result.match is None else round(result.match, 4) for result in results],
        "seconds": round(seconds, 3),
        "steps": planned_steps(request),
        "sampler": settings.base.sampler,
        "guidance": settings.guidance_scale,
        "model": settings.model,
        "size": [extent.width, extent.height],
    }
