"""Project files: OpenRaster (.ora), which Krita, MyPaint and GIMP open too.

Beside the layers as every program knows them lies `glide/`: `state.json` with what only the studio
knows, one file for each edit, and the mask. https://www.openraster.org/baseline/file-layout.html
"""

import hashlib
import zipfile
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from typing import BinaryIO, NamedTuple

import numpy as np
from msgspec import Struct
from PIL import Image

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document
from glide_studio.core.document.guides import Guide
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.metadata import Metadata
from glide_studio.core.files.layered import stack_xml
from glide_studio.core.files.layered.stack_xml import MAX_LAYERS, OPERATORS, Item, Stack
from glide_studio.core.files.pictures.png import png
from glide_studio.core.files.project import Project, SavedView
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import to_json
from glide_studio.core.request.settings import Settings

SUFFIX = ".ora"
MIMETYPE = b"image/openraster"
THUMBNAIL_SIDE = 256
STATE = "glide/state.json"
MASK = "glide/mask.png"
OTHER_MASK = "glide/mask{number}.png"
PROFILE = "glide/profile.icc"
VERSION = 1
"""Of what lies in `glide/`; a file with a higher one is from a newer studio."""

OUR_ENTRIES = ("mimetype", "stack.xml", "mergedimage.png", "Thumbnails/", "glide/")


class LayerState(Struct):
    """What `stack.xml` cannot say of a layer. `digest` is the SHA-256 of its picture file: if
    another program changed that, the rest is no longer true."""

    digest: str
    id: str
    opacity: float
    drawn: bool
    edit: str | None
    past_edits: tuple[Settings, ...] = ()


class State(Struct):
    """`glide/state.json`; `layers` are bottom first. `colour` is the number of the mask's active
    colour, and `prompts` has the prompt of each colour, if there are several."""

    version: int
    layers: list[LayerState]
    active_id: str | None = None
    guides: list[Guide] = []
    metadata: Metadata = Metadata()
    reshaped_id: str = ""
    view: SavedView | None = None
    settings: Settings | None = None
    region: Rect | None = None
    colour: int = 0
    prompts: dict[int, str] = {}


def write_openraster(project: Project, file: BinaryIO) -> None:
    """Write `project` to an empty, seekable file; the cost grows with the pixels of its layers.

    Raises PictureError if it has more layers than a file that is opened may have.
    """
    document = project.document
    if len(document.layers) > MAX_LAYERS:
        raise PictureError(
            "A project file holds at most {limit} layers. Merge some layers before you save.",
            limit=MAX_LAYERS,
        )
    resolution = document.metadata.resolution

    def picture(pixels: Pixels) -> bytes:
        return png(pixels, document.icc_profile, resolution)

    pictures = []
    with ThreadPoolExecutor(cpu_count()) as threads, zipfile.ZipFile(file, "w") as archive:
        merged = threads.submit(lambda: _merged(document, picture))
        archive.writestr("mimetype", MIMETYPE)
        made = threads.map(lambda layer: _cropped(layer, picture), document.layers)
        for number, (found, data) in enumerate(made):
            archive.writestr(_source(number), data)  # stored: PNG is packed already
            pictures.append(found)
        archive.writestr("stack.xml", stack_xml.built(_stack(document, pictures)))
        whole, thumbnail = merged.result()
        archive.writestr("mergedimage.png", whole)
        archive.writestr("Thumbnails/thumbnail.png", thumbnail)
        for name, data in _own_entries(project, pictures).items():
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
        for name, data in document.foreign.entries:
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)


class _Picture(NamedTuple):
    """The part of a layer with content, and the SHA-256 of its PNG file."""

    bounds: Rect
    digest: str


def _source(number: int) -> str:
    return f"data/layer{number}.png"


def _cropped(layer: Layer, picture: Callable[[Pixels], bytes]) -> tuple[_Picture, bytes]:
    """The part of a layer with content, and its PNG file."""
    bounds = layer.raster.content_bounds()
    if bounds.is_empty:
        bounds = Rect(0, 0, 1, 1)  # as Krita and MyPaint write empty layers
    data = picture(layer.raster.read(bounds))
    return _Picture(bounds, hashlib.sha256(data).hexdigest()), data


def _merged(document: Document, picture: Callable[[Pixels], bytes]) -> tuple[bytes, bytes]:
    """The PNG files of the whole picture and of its thumbnail."""
    pixels = document.composite()
    thumbnail = Image.fromarray(pixels)
    thumbnail.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.BOX)
    return picture(pixels), png(np.asarray(thumbnail), document.icc_profile)


def _stack(document: Document, pictures: list[_Picture]) -> Stack:
    items = []
    for number, (layer, (bounds, _)) in enumerate(zip(document.layers, pictures, strict=True)):
        attributes = dict(layer.attributes)
        operator = attributes.pop("composite-op", OPERATORS[BlendMode.NORMAL])
        if layer.blend_mode is not BlendMode.NORMAL:
            operator = OPERATORS[layer.blend_mode]
        item = Item(
            layer.name,
            _source(number),
            x=bounds.x,
            y=bounds.y,
            opacity=layer.opacity,
            visible=layer.visible,
            operator=operator,
            locked=layer.locked,
            attributes=tuple(attributes.items()),
        )
        items.append(item)
    extent = document.extent
    return Stack(
        (extent.width, extent.height),
        tuple(items),
        document.metadata.resolution,
        foreign=document.foreign,
    )


def _own_entries(project: Project, pictures: list[_Picture]) -> Mapping[str, bytes]:
    """What only the studio reads, by name."""
    document = project.document
    entries: dict[str, bytes] = {}
    layers = []
    for number, (layer, (_, digest)) in enumerate(zip(document.layers, pictures, strict=True)):
        edit = None
        if layer.edit is not None:
            edit = f"glide/edit{number}.json"
            entries[edit] = to_json(layer.edit)
        known = LayerState(digest, layer.id, layer.opacity, layer.drawn, edit, layer.past_edits)
        layers.append(known)
    prompts = {number: project.prompts.get(number, "") for number in document.masks}
    if len(prompts) == 1:
        prompts = {}  # then it is in the settings
    state = State(
        VERSION,
        layers,
        document.active_id,
        list(document.guides),
        document.metadata,
        document.reshaped_id,
        project.view,
        project.settings,
        document.region,
        document.colours.active,
        prompts,
    )
    entries[STATE] = to_json(state)
    if document.mask.raster.tiles:
        entries[MASK] = png(document.mask.read(document.extent.bounds))
    for number, mask in document.colours.others.items():
        if mask.raster.tiles:
            entries[OTHER_MASK.format(number=number)] = png(mask.read(document.extent.bounds))
    if document.icc_profile is not None:
        entries[PROFILE] = document.icc_profile
    return entries
