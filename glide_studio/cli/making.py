"""The commands that make pictures: generate, inpaint, outpaint, sketch and upscale."""

import argparse
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from glide_studio.cli.batches import generate_batch
from glide_studio.cli.options import (
    CommandError,
    argument,
    command,
    option,
    real,
    whole_from,
)
from glide_studio.cli.running import OUTPUT, blank_for, run, run_in_turn
from glide_studio.cli.settings import (
    STEPS,
    DrawOptions,
    GenerateOptions,
    PictureOptions,
    preset_of,
    seed_of,
    settings_of,
    styled,
)
from glide_studio.core.document.coverage import transparent_mask
from glide_studio.core.document.document import Document
from glide_studio.core.document.reshape import cropped
from glide_studio.core.files.pictures.reading import read_mask, read_picture
from glide_studio.core.geometry import Rect
from glide_studio.core.modes.modes import DEFAULT_STRENGTH, Mode
from glide_studio.core.request.installed import find_model, installed_models
from glide_studio.core.request.settings import Settings

EXAMPLE = """\
example:
  glide-studio generate "a red apple on the grass" -o apple.png --seed 7"""


NOT_GIVEN = Path()


@dataclass(frozen=True)
class PromptsOptions(DrawOptions):
    """A prompt and its file, or a file of prompts and a folder."""

    output: Path = option(
        "-o", "--output", required=False, default=NOT_GIVEN, metavar="OUT", type=Path, help=OUTPUT
    )
    prompt: str | None = argument(
        "what the picture should show, in quotes", metavar="PROMPT", nargs="?"
    )
    prompts: Path | None = option(
        metavar="FILE",
        type=Path,
        help="a file with a prompt on each line, in place of PROMPT; a line of JSON is printed "
        "about each picture",
    )
    out: Path | None = option(
        metavar="DIR",
        type=Path,
        help="the folder for the pictures of --prompts, as PNG; those that are there are skipped, "
        "so that the same command continues one that was stopped",
    )


@command(
    "generate",
    PromptsOptions,
    help="generate a picture from a prompt",
    description="""\
Generate a square picture from a prompt. The same prompt, seed and options
always give the same picture.""",
    epilog=f"{EXAMPLE}\n  glide-studio generate --prompts prompts.txt --out pictures",
)
def generate(options: PromptsOptions) -> int:
    if options.prompts is not None:
        if options.prompt is not None or options.output is not NOT_GIVEN:
            raise CommandError("Give either a prompt and --output, or --prompts and --out.")
        if options.out is None:
            raise CommandError("Give the folder for the pictures of the prompts with --out.")
        return generate_batch(options, options.prompts, options.out)
    if options.prompt is None:
        raise CommandError("Give a PROMPT, or a file of prompts with --prompts.")
    if options.out is not None or options.output is NOT_GIVEN:
        raise CommandError("Give the file to write with --output.")
    settings = settings_of(options, options.prompt)
    model = find_model(settings.model, installed_models())
    return run(blank_for(model), Mode.TEXT_TO_IMAGE, settings, options)


@dataclass(frozen=True)
class ImageSource:
    image: Path = argument("the picture to start from", metavar="IMAGE", type=Path)


@dataclass(frozen=True)
class MaskedSource(ImageSource):
    mask: Path | None = option(
        type=Path, help="a picture of the same size: white is repainted, black is kept"
    )


def _region(text: str) -> tuple[Path, str]:
    """A mask and its prompt, as MASK=PROMPT."""
    mask, is_there, prompt = text.partition("=")
    if not (mask and is_there):
        raise argparse.ArgumentTypeError(f"“{text}” must be a mask and its prompt: MASK=PROMPT")
    return Path(mask), prompt


@dataclass(frozen=True)
class InpaintOptions(DrawOptions, MaskedSource):
    """The picture, its mask or regions, and the settings of the run."""

    prompt: str | None = argument(
        "what the picture should show, in quotes", metavar="PROMPT", nargs="?"
    )
    region: list[tuple[Path, str]] = option(
        metavar="MASK=PROMPT",
        type=_region,
        action="append",
        default=[],
        help="a mask with a prompt of its own, in place of PROMPT and --mask; if repeated, the "
        "regions are repainted one after the other, each in the picture that the last one left",
    )


@command(
    "inpaint",
    InpaintOptions,
    help="repaint the masked part of a picture",
    description="""\
Repaint the masked part of a picture with what the prompt describes.

The mask is a picture of the same size: white is repainted, black is kept.
Without --mask, the transparent part of the picture is repainted. The picture
may have any size. Outside the mask and a narrow blend band around it, not one
byte changes (but JPEG is lossy: save as PNG or WebP to keep the exact bytes).

--region gives a mask with a prompt of its own, as a mask colour does in the
window, and can be repeated.""",
    epilog="""\
examples:
  glide-studio inpaint room.jpg "a red teapot" --mask table.png -o teapot.png
  glide-studio inpaint room.jpg --region table.png="a red teapot" \\
      --region wall.png="a blue clock" -o room.png""",
)
def inpaint(options: InpaintOptions) -> int:
    if options.region:
        return _inpaint_regions(options)
    if options.prompt is None:
        raise CommandError("Give a prompt, or masks with prompts of their own with --region.")
    document = _masked(options.image, options.mask)
    return run(document, Mode.INPAINT, settings_of(options, options.prompt), options)


def _inpaint_regions(options: InpaintOptions) -> int:
    """Repaint each region with its prompt, in turn."""
    if options.prompt is not None:
        raise CommandError("Give either a prompt or --region, not both.")
    if options.mask is not None:
        raise CommandError("Give either --mask or --region, not both.")
    if options.count > 1:
        raise CommandError("Regions make one picture: give either --count or --region, not both.")
    document, turns = read_picture(options.image), []
    settings = settings_of(options, "")
    for number, (path, prompt) in enumerate(options.region):
        mask = read_mask(path, document.extent)
        if mask.is_empty:
            raise CommandError(f"Nothing is white in the mask “{path.name}”: it masks nothing.")
        one = settings.for_sample(number)
        turns.append((mask, replace(one, prompt=styled(prompt, options))))
    return run_in_turn(document, turns, options)


def _masked(image: Path, mask: Path | None) -> Document:
    """The picture in `image`, masked by the picture in `mask` or where it is transparent."""
    document = read_picture(image)
    if mask is not None:
        return document.with_mask(read_mask(mask, document.extent))
    document = document.with_mask(transparent_mask(document))
    if document.mask.is_empty:
        raise CommandError(f"“{image.name}” has no transparent pixels: give a mask with --mask.")
    return document


_PIXELS: dict[str, Any] = {"metavar": "PIXELS", "type": whole_from(0), "default": 0}


@dataclass(frozen=True)
class ExtendedSource(ImageSource):
    left: int = option(help="pixels to add on the left (default: 0)", **_PIXELS)
    top: int = option(help="pixels to add at the top (default: 0)", **_PIXELS)
    right: int = option(help="pixels to add on the right (default: 0)", **_PIXELS)
    bottom: int = option(help="pixels to add at the bottom (default: 0)", **_PIXELS)


@dataclass(frozen=True)
class OutpaintOptions(GenerateOptions, ExtendedSource):
    """The picture, how far to extend it, and the settings of the run."""


@command(
    "outpaint",
    OutpaintOptions,
    help="extend a picture beyond its edges",
    description="""\
Extend a picture beyond its edges. The prompt describes the whole picture.
Transparent parts of the picture are filled too.

All that is new is generated at once, at the model's size, and scaled to fit.
Apart from a narrow blend band along its edges, not one byte of the original
picture changes.""",
    epilog="""\
example:
  glide-studio outpaint room.jpg "a room with a window" --right 200 -o wide.png""",
)
def outpaint(options: OutpaintOptions) -> int:
    document = read_picture(options.image)
    right, bottom = document.extent.width + options.right, document.extent.height + options.bottom
    document = cropped(document, Rect.from_edges(-options.left, -options.top, right, bottom))
    return run(document, Mode.OUTPAINT, settings_of(options, options.prompt), options)


@dataclass(frozen=True)
class SketchSource(MaskedSource):
    strength: float = option(
        metavar="S",
        type=real,
        default=DEFAULT_STRENGTH,
        help="how much may change: 0 keeps the picture, 1 ignores it (default: %(default)s)",
    )


@dataclass(frozen=True)
class SketchOptions(GenerateOptions, SketchSource):
    """The picture, how much of it may change, and the settings of the run."""


@command(
    "sketch",
    SketchOptions,
    help="turn a sketch into a picture, or vary a picture",
    description="""\
Turn a sketch into a picture: noise is added to it, as much as --strength says,
and removed again as the prompt describes. Patches of colour become objects; a
finished picture becomes a variation of itself. With --mask, only what is white
in the mask changes.""",
    epilog="""\
examples:
  glide-studio sketch patches.png "a red apple on the grass" -o apple.png
  glide-studio sketch apple.png "a red apple" --strength 0.4 -o new.png""",
)
def sketch(options: SketchOptions) -> int:
    document = read_picture(options.image)
    if options.mask is not None:
        document = document.with_mask(read_mask(options.mask, document.extent))
    return run(
        document, Mode.SKETCH, settings_of(options, options.prompt), options, options.strength
    )


@dataclass(frozen=True)
class UpscaleOptions(PictureOptions, ImageSource):
    prompt: str = argument(
        "what the picture shows, in quotes", metavar="PROMPT", nargs="?", default=""
    )
    upsample_steps: str | None = option(
        metavar="N", help=f"upsampling steps: {STEPS} (default: the preset's)"
    )


@command(
    "upscale",
    UpscaleOptions,
    help="enlarge a picture to four times its size",
    description="""\
Enlarge a picture of up to 2048 x 2048 pixels to four times its width and
height. The upsampler works in overlapping tiles that it keeps consistent at
every step. A prompt can help but is not needed.""",
    epilog="""\
example:
  glide-studio upscale apple.png -o large-apple.png""",
)
def upscale(options: UpscaleOptions) -> int:
    document = read_picture(options.image)
    settings = Settings(
        prompt=options.prompt,
        model=options.model,
        seed=seed_of(options),
        upsample=preset_of(options, options.upsample_steps).upsample,
    )
    return run(document, Mode.UPSCALE, settings, options)
