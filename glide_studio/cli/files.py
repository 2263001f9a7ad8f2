"""The commands about files: show and export."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import msgspec
import numpy as np
from PIL import Image

from glide_studio.cli.options import (
    CommandError,
    argument,
    command,
    complain,
    flag,
    option,
    whole,
    whole_from,
)
from glide_studio.core.document.document import Document
from glide_studio.core.files.documents import (
    is_project,
    is_project_file,
    lost_by_saving,
    open_document,
    save_document,
)
from glide_studio.core.files.formats import format_of
from glide_studio.core.files.metadata.embedded import without_location
from glide_studio.core.files.picture_settings import (
    PictureSettings,
    project_settings,
    settings_of,
)
from glide_studio.core.files.pictures.exports import ExportOptions, check_destination, write_picture
from glide_studio.core.files.pictures.png import png
from glide_studio.core.files.project import Opened, Project
from glide_studio.core.files.safe_file import check_folder, replace_file
from glide_studio.core.raster.colour_profile import profile_name
from glide_studio.core.request.settings import Sampling, Settings
from glide_studio.folders import data_folder


@dataclass(frozen=True)
class ShowOptions:
    file: Path = argument("the picture or project file", metavar="FILE", type=Path)
    json: bool = flag("print one JSON object")


@command(
    "show",
    ShowOptions,
    help="show the settings that a picture was generated with",
    description="""\
Show what a picture or project file contains: its size, colour profile and
layers, and the prompt and settings that it was generated with, by this program
or by another that writes its settings as text.""",
    epilog="""\
example:
  glide-studio show apple.png""",
)
def show(options: ShowOptions) -> int:
    opened = open_document(options.file)
    if is_project_file(options.file):
        found = project_settings(opened.project)
    else:
        found = settings_of(options.file)
    if options.json:
        print(json.dumps(_report(options.file, opened, found)))
        return 0
    for line in _description(options.file, opened, found):
        print(line)
    return 0


def _report(file: Path, opened: Opened, found: PictureSettings) -> dict[str, object]:
    document = opened.project.document
    return {
        "file": str(file),
        "project": is_project_file(file),
        "size": [document.extent.width, document.extent.height],
        "profile": profile_name(document.icc_profile),
        "resolution": document.metadata.resolution,
        "layers": [
            {
                "name": layer.name,
                "visible": layer.visible,
                "opacity": layer.opacity,
                "blend_mode": layer.blend_mode.value,
                "groups": [group.name for group in layer.groups],
                "clipped": layer.clipped,
                "masked": layer.mask is not None,
                "bounds": asdict(layer.raster.content_bounds()),
                "settings": msgspec.to_builtins(layer.edit.request.settings)
                if layer.edit
                else None,
            }
            for layer in document.layers
        ],
        "settings": msgspec.to_builtins(found.settings),
        "edits": [msgspec.to_builtins(settings) for settings in found.edits],
        "not_understood": list(map(str, found.problems)),
        "notes": list(map(str, opened.notes)),
    }


def _description(file: Path, opened: Opened, found: PictureSettings) -> Iterator[str]:
    document = opened.project.document
    yield f"{file}: {document.extent.width} x {document.extent.height} pixels"
    yield f"Colour profile: {printed(profile_name(document.icc_profile) or 'none, taken as sRGB')}"
    if document.metadata.resolution:
        x, y = document.metadata.resolution
        yield f"Resolution: {x:g} x {y:g} pixels per inch"
    if is_project_file(file) or len(document.layers) > 1:
        yield from _layers(document)
    for number, settings in enumerate(reversed(found.edits)):
        if len(found.edits) > 1:
            yield f"\nEdit {len(found.edits) - number} of {len(found.edits)}"
        yield from _settings(settings)
    if not found.edits:
        yield "No settings found."
    if found.problems:
        yield f"Not understood: {printed('; '.join(map(str, found.problems)))}"
    yield from (f"Note: {printed(str(note))}" for note in opened.notes)


def _layers(document: Document) -> Iterator[str]:
    yield "Layers, from the top:"
    for layer in reversed(document.layers):
        bounds = layer.raster.content_bounds()
        said = [f"{bounds.width} x {bounds.height} at {bounds.x}, {bounds.y}"]
        said += [] if layer.is_shown else ["hidden"]
        said += [] if layer.opacity == 1 else [f"{layer.opacity:.0%} opaque"]
        said += ["edit"] if layer.edit else []
        said += ["clipped"] if layer.clipped else []
        said += ["masked"] if layer.mask else []
        name = "/".join([*(group.name for group in layer.groups), layer.name])
        yield f"  {printed(name)}: {', '.join(said)}"


def _settings(settings: Settings) -> Iterator[str]:
    yield f"Prompt: {printed(settings.prompt)}"
    if settings.negative_prompt:
        yield f"Negative prompt: {printed(settings.negative_prompt)}"
    yield f"Model: {printed(settings.model)}"
    yield f"Seed: {settings.seed}"
    yield f"Guidance: {settings.guidance_scale:g}"
    if settings.clip_guidance:
        yield f"CLIP guidance: {settings.clip_guidance:g}"
    yield f"Steps: {_steps(settings.base)}"
    yield f"Upsampling steps: {'none' if settings.upsample is None else _steps(settings.upsample)}"


def _steps(sampling: Sampling) -> str:
    text = f"{sampling.steps}, {sampling.sampler}"
    is_plain = sampling.timestep_respacing == str(sampling.steps)
    return text if is_plain else f"{text} ({sampling.timestep_respacing})"


def printed(text: str) -> str:
    """Text from a file on one line, without control characters."""
    return "".join(
        letter if letter.isprintable() else " " if letter.isspace() else f"\\u{ord(letter):04x}"
        for letter in text
    )


@dataclass(frozen=True)
class AnyOutput:
    output: Path = option(
        "-o",
        "--output",
        metavar="OUT",
        type=Path,
        required=True,
        help="the file to write: .png, .jpg, .webp, .tif, .avif, or .ora for a project",
    )


@dataclass(frozen=True)
class ExportingOptions(AnyOutput):
    file: Path = argument("the picture or project file", metavar="FILE", type=Path)
    quality: int | None = option(
        metavar="N",
        type=whole,
        help="1 to 100, for .jpg, .webp and .avif "
        f"(default: {ExportOptions.quality}; .webp is lossless without it)",
    )
    no_settings: bool = flag("leave out prompts and settings")
    no_ai_label: bool = flag("leave out the label that the picture was generated or changed by AI")
    no_location: bool = flag("leave out where the picture was taken")
    credentials: bool = flag(
        "sign the picture with Content Credentials about how it was made, with a certificate of "
        "this computer; needs the Python package c2pa-python"
    )


@command(
    "export",
    ExportingOptions,
    help="write a picture or project in another format",
    description="""\
Write a picture or project file in the format of the suffix of OUT: .png, .jpg,
.webp, .tif, .avif, or .ora for a project. A warning names what the format
cannot hold.""",
    epilog="""\
example:
  glide-studio export room.ora -o room.jpg --quality 90 --no-location""",
)
def export(options: ExportingOptions) -> int:
    output, chosen = options.output, _chosen(options)
    opened = open_document(options.file)
    project = opened.project
    if is_project(output):
        check_folder(output)
    else:
        check_destination(output, project.document.extent)
    for said in (*opened.notes, *lost_by_saving(project, output)):
        complain(printed(str(said)))
    if is_project(output):
        save_document(_without_location(project, options.no_location), output, backup=False)
    else:
        write_picture(project.document, output, chosen)
    extent = project.document.extent
    print(f"{output}: {extent.width} x {extent.height} pixels")
    return 0


def _chosen(options: ExportingOptions) -> ExportOptions:
    """The export options. Raises CommandError for options that do not apply to the file's
    format."""
    kind = format_of(options.output.suffix)
    if is_project(options.output) and (options.no_settings or options.no_ai_label):
        raise CommandError(
            "A project file keeps its edits with all settings; give --no-settings and "
            "--no-ai-label for other files."
        )
    chosen = ExportOptions(
        keep_location=not options.no_location,
        settings=not options.no_settings,
        ai_label=not options.no_ai_label,
    )
    if options.credentials:
        if kind is None or options.no_ai_label:
            raise CommandError("Use --credentials with a picture file, and without --no-ai-label.")
        chosen = replace(chosen, credentials=data_folder())
    if options.quality is None:
        return chosen
    if not (kind and kind.quality):
        raise CommandError("The option --quality is for .jpg, .webp and .avif files.")
    if not 1 <= options.quality <= 100:
        raise CommandError("The quality must be a whole number from 1 to 100.")
    return replace(chosen, quality=options.quality, lossless=False)


def _without_location(project: Project, wanted: bool) -> Project:
    if not wanted:
        return project
    document = project.document
    metadata = without_location(document.metadata)
    return replace(project, document=replace(document, metadata=metadata))


@dataclass(frozen=True)
class ThumbnailOptions:
    file: Path = argument("the picture or project file", metavar="FILE", type=Path)
    output: Path = option(
        "-o", "--output", metavar="OUT", type=Path, required=True, help="the .png file to write"
    )
    size: int = option(
        metavar="N",
        type=whole_from(1),
        default=256,
        help="the longest side in pixels (default: %(default)s)",
    )


@command(
    "thumbnail",
    ThumbnailOptions,
    help="write a small picture of a file, for file managers",
    description="Write a small picture of a picture or project file as .png.",
)
def thumbnail(options: ThumbnailOptions) -> int:
    document = open_document(options.file).project.document
    small = Image.fromarray(document.composite())
    small.thumbnail((options.size, options.size), Image.Resampling.BOX)
    replace_file(options.output, png(np.asarray(small), document.icc_profile))
    return 0
