"""The command line: the window, or the same engine without one.

Qt and torch are imported by the commands that need them, once their inputs have been checked.
"""

import importlib.metadata
import json
import os
import secrets
import shutil
import sys
import time
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from tqdm import tqdm  # type: ignore[import-untyped]

from glide_studio.cli.parser import CommandError, parse
from glide_studio.cli.training import evaluate, train
from glide_studio.core.document.blend import accept
from glide_studio.core.document.coverage import gaps
from glide_studio.core.document.document import Document
from glide_studio.core.document.reshape import cropped
from glide_studio.core.files.pictures import (
    check_destination,
    read_mask,
    read_picture,
    write_picture,
)
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.modes.modes import Mode, aimed, sketch_request
from glide_studio.core.modes.region import inpaint_request
from glide_studio.core.request.presets import PRESETS, suited
from glide_studio.core.request.request import (
    MAX_SEED,
    UPSCALE,
    GenerationRequest,
    Preview,
    Result,
)
from glide_studio.core.sentence import ArtistError
from glide_studio.session.failure import sentence

FAILED, REFUSED, INTERRUPTED = 1, 2, 130
SCREENLESS_PLATFORMS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
"""Qt's platforms for Linux that need no display server."""


def main(words: Sequence[str] | None = None) -> int:
    """Do what `words`, by default those after the program's name, ask for.

    Returns the exit status: 0, 2 for an input that cannot be used, 130 after Ctrl+C, and 1 for
    any other failure; each of the last three says why in one line on stderr.
    """
    try:
        return _run(parse(sys.argv[1:] if words is None else words))
    except KeyboardInterrupt:
        return _complain("Stopped.", INTERRUPTED)
    except (CommandError, ArtistError) as error:
        return _complain(str(error), REFUSED)
    except Exception as error:
        return _complain(sentence(error), FAILED)


def _complain(message: str, status: int) -> int:
    print(f"glide-studio: {message}", file=sys.stderr)
    return status


def _run(arguments: Namespace) -> int:
    match arguments.command:
        case "open":
            return _open(arguments.file)
        case "generate":
            _make(Document.blank(), _request(arguments), arguments)
        case "inpaint":
            request = _request(arguments)
            document = _masked(arguments.image, arguments.mask)
            _make(document, inpaint_request(document, request), arguments)
        case "outpaint":
            document = _extended(read_picture(arguments.image), arguments)
            _make(document, aimed(document, Mode.OUTPAINT, _request(arguments)), arguments)
        case "sketch":
            document = read_picture(arguments.image)
            if arguments.mask is not None:
                document = document.with_mask(read_mask(arguments.mask, document.extent))
            request = _request(arguments)
            request = sketch_request(document, request, arguments.strength)
            _make(document, request, arguments)
        case "upscale":
            document = read_picture(arguments.image)
            _make(document, aimed(document, Mode.UPSCALE, _request(arguments)), arguments)
        case "models":
            _list_models(arguments.json)
        case "train":
            train(arguments)
        case "evaluate":
            evaluate(arguments)
        case "bench":
            return _bench(arguments)
        case "version":
            print(f"glide-studio {importlib.metadata.version('glide-studio')}")
    return 0


def _open(file: Path | None) -> int:
    if file is not None and not file.is_file():
        raise CommandError(f"“{file}” is neither a command nor a file: see “glide-studio --help”.")
    if not _has_display(os.environ):
        raise CommandError(
            "There is no display to open the window on; use the command line, for instance "
            'glide-studio generate "a red apple" -o apple.png'
        )
    from glide_studio.app import run

    return run([] if file is None else [str(file)])


def _bench(arguments: Namespace) -> int:
    from glide_studio.bench.command import bench
    from glide_studio.bench.results import BenchError

    try:
        failures = bench(arguments)
    except BenchError as error:
        raise CommandError(str(error)) from error
    for failure in failures:
        _complain(failure, FAILED)
    return FAILED if failures else 0


def _has_display(environ: Mapping[str, str]) -> bool:
    if sys.platform != "linux" or environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return True
    return environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in SCREENLESS_PLATFORMS


def _request(arguments: Namespace) -> GenerationRequest:
    """The preset, but for what the options say otherwise."""
    (preset,) = (preset for preset in PRESETS if preset.name == arguments.preset)
    base = preset.base
    if arguments.sampler is not None or arguments.steps is not None:
        sampler = base.sampler if arguments.sampler is None else arguments.sampler
        base = suited(sampler, str(base.steps) if arguments.steps is None else arguments.steps)
    upsample = preset.upsample
    if arguments.upsample_steps is not None:
        upsample = suited(upsample.sampler, arguments.upsample_steps)
    interval = arguments.guidance_interval
    return GenerationRequest(
        prompt=arguments.prompt,
        seed=secrets.randbelow(MAX_SEED + 1) if arguments.seed is None else arguments.seed,
        count=arguments.count,
        guidance_scale=arguments.guidance,
        guidance_interval=preset.guidance_interval if interval is None else interval,
        thresholding=arguments.thresholding,
        clip_guidance=arguments.clip_guidance,
        negative_prompt=arguments.negative,
        base=base,
        upsample=None if arguments.base_only else upsample,
        model=arguments.model,
    )


def _masked(image: Path, mask: Path | None) -> Document:
    """The picture in `image`, masked by the picture in `mask` or where it is transparent."""
    document = read_picture(image)
    if mask is not None:
        return document.with_mask(read_mask(mask, document.extent))
    document = document.with_mask(gaps(document))
    if document.mask.is_empty:
        raise CommandError(f"“{image.name}” has no transparent pixels: give a mask with --mask.")
    return document


def _extended(document: Document, arguments: Namespace) -> Document:
    """The picture with a transparent edge as wide as the options say."""
    sides = [getattr(arguments, side) for side in ("left", "top", "right", "bottom")]
    if not all(isinstance(side, int) and side >= 0 for side in sides):
        raise CommandError("The sides to go on at must be whole numbers of pixels.")
    left, top, right, bottom = sides
    extent = document.extent
    return cropped(
        document, Rect.from_edges(-left, -top, extent.width + right, extent.height + bottom)
    )


def _make(document: Document, request: GenerationRequest, arguments: Namespace) -> None:
    """Run `request`, and write what each of its results makes of `document`."""
    files = _output_files(arguments.output, request.count)
    extent = document.extent
    if request.upscale:
        extent = Extent(UPSCALE * extent.width, UPSCALE * extent.height)
    for file in files:
        check_destination(file, extent)
    results, seconds = _results(request, arguments.device)
    for file, result in zip(files, results, strict=True):
        made = _with_result(document, result)
        write_picture(made, file)
    _report(files, made, request, seconds, arguments.json)


def _output_files(output: Path, count: int) -> list[Path]:
    if count == 1:
        return [output]
    return [output.with_name(f"{output.stem}-{i}{output.suffix}") for i in range(1, count + 1)]


def _results(request: GenerationRequest, device: str) -> tuple[list[Result], float]:
    """The results of a run and the seconds that it took; a terminal shows its progress."""
    results = []
    planned = _steps(request)
    with _ProgressBar(sum(planned.values())) as bar:
        from glide_studio.engine import generate, load_models

        models = load_models(request.model, device)
        bar.unpause()
        bar.set_description("base")
        started = time.monotonic()
        for event in generate(models, request):
            match event:
                case Preview(sample=0, phase=phase, total=total):
                    bar.total += total - planned.pop(phase, total)
                    bar.set_description(phase, refresh=False)
                    bar.update()
                case Result():
                    results.append(event)
        return results, time.monotonic() - started


class _ProgressBar(tqdm):  # type: ignore[misc]
    """A bar on stderr, if that is a terminal, which goes away when it is closed."""

    monitor_interval = 0  # no thread: with `miniters` at 1 there is nothing for it to watch

    def __init__(self, steps: int) -> None:
        # A terminal that does not tell its size would get no bar from tqdm.
        columns, lines = shutil.get_terminal_size()
        super().__init__(
            total=steps,
            desc="loading",
            unit="step",
            leave=False,
            miniters=1,
            ncols=columns,
            nrows=lines,
            disable=None,
        )


def _steps(request: GenerationRequest) -> dict[str, int]:
    upsample = request.upsample
    base = 0 if request.upscale else request.base.steps
    return {"base": base, "upsample": 0 if upsample is None else upsample.steps}


def _with_result(document: Document, result: Result) -> Document:
    """`document` with the result in its place; a blank one becomes the result, at its own size."""
    if not document.is_blank:
        return accept(document, result)
    opaque = np.full(result.picture.shape[:2], 255, np.uint8)
    return Document.from_picture(np.dstack([result.picture, opaque]))


def _report(
    files: list[Path],
    made: Document,
    request: GenerationRequest,
    seconds: float,
    as_json: bool,
) -> None:
    size = [made.extent.width, made.extent.height]
    if not as_json:
        for i, file in enumerate(files):
            seed = request.for_sample(i).seed
            print(f"{file}: {size[0]} x {size[1]} pixels, seed {seed}")
        return
    report = {
        "files": [str(file) for file in files],
        "mode": request.mode,
        "prompt": request.prompt,
        "seed": request.seed,
        "seeds": [request.for_sample(i).seed for i in range(request.count)],
        "seconds": round(seconds, 3),
        "steps": _steps(request),
        "sampler": request.base.sampler,
        "guidance": request.guidance_scale,
        "model": request.model,
        "size": size,
    }
    print(json.dumps(report))


def _list_models(as_json: bool) -> None:
    from glide_studio.engine import installed_models

    models = installed_models()
    if as_json:
        print(json.dumps({"models": [asdict(model) for model in models]}))
        return
    for model in models:
        print(f"{model.name}  {model.size / 1e6:.0f} MB  {model.card.summary}")
    if not models:
        print("No model is installed.")
