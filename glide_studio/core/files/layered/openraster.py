"""Project files: OpenRaster (.ora), which Krita, MyPaint and GIMP open too.

Beside the layers, which every program can read, is the folder `glide/`: `state.json` with what only
the studio reads, one file for each edit, and the mask.
https://www.openraster.org/baseline/file-layout.html
"""

import hashlib
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from os import cpu_count
from typing import BinaryIO

import numpy as np
from msgspec import Struct
from PIL import Image

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group
from glide_studio.core.document.guides import Guide
from glide_studio.core.document.layers import Branch, Layer, branches_of
from glide_studio.core.document.metadata import Metadata
from glide_studio.core.files.layered import stack_xml
from glide_studio.core.files.layered.stack_xml import (
    CLIPPED_OPERATOR,
    MASK_OPERATOR,
    MAX_LAYERS,
    OPERATORS,
    Item,
    Stack,
)
from glide_studio.core.files.pictures.png import png
from glide_studio.core.files.project import Project, SavedView
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import to_json
from glide_studio.core.request.settings import Settings

SUFFIX = ".ora"
MIMETYPE = b"image/openraster"
THUMBNAIL, THUMBNAIL_SIDE = "Thumbnails/thumbnail.png", 256
STATE = "glide/state.json"
MERGED = "mergedimage.png"
MASK = "glide/mask.png"
OTHER_MASK = "glide/mask{number}.png"
PROFILE = "glide/profile.icc"
LAYER_MASK = "glide/layermask{number}.png"
ALPHA = "glide/alpha{number}.png"
VERSION = 1
"""Version of the contents of `glide/`; a file with a higher one is from a newer studio."""

OUR_ENTRIES = ("mimetype", "stack.xml", MERGED, "Thumbnails/", "glide/")


class MaskState(Struct):
    """A layer mask: the file with what it shows, whose top left corner is at (x, y). `alpha` is the
    file with the alpha of the layer's picture before the mask took from it what it hides; None if
    it takes nothing."""

    id: str
    enabled: bool
    x: int = 0
    y: int = 0
    entry: str | None = None
    alpha: str | None = None
    linked: bool = True


class LayerState(Struct):
    """What `stack.xml` cannot say about a layer. `digest` is the SHA-256 of its picture file: if
    another program changed that file, the rest is no longer valid."""

    digest: str
    id: str
    opacity: float
    drawn: bool
    edit: str | None
    past_edits: tuple[Settings, ...] = ()
    alpha_locked: bool = False
    mask: MaskState | None = None


class GroupState(Struct):
    """What `stack.xml` cannot say about a group."""

    id: str
    opacity: float
    blend_mode: BlendMode
    passes_through: bool
    collapsed: bool
    mask_linked: bool = True


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
    groups: list[GroupState] = []


def write_openraster(project: Project, file: BinaryIO) -> None:
    """Write `project` to an empty, seekable file; the cost grows with the pixels of its layers.

    Raises PictureError if it has more layers than a file that is opened may have.
    """
    document = project.document
    pictured = (*document.layers, *_group_masks(document).values())
    if len(pictured) > MAX_LAYERS:
        raise PictureError(
            "A project file holds at most {limit} layers. Merge some layers before you save.",
            limit=MAX_LAYERS,
        )
    resolution = document.metadata.resolution

    def picture(pixels: Pixels) -> bytes:
        return png(pixels, document.icc_profile, resolution)

    with ThreadPoolExecutor(cpu_count()) as threads, zipfile.ZipFile(file, "w") as archive:
        merged = threads.submit(lambda: _merged(document, picture))
        archive.writestr("mimetype", MIMETYPE)
        bounds = list(threads.map(_bounds, pictured))
        # Before the layers: of a file that is cut off, those that are there can be read.
        archive.writestr("stack.xml", stack_xml.built(_stack(document, bounds)))
        digests = []
        made = threads.map(lambda layer, part: picture(layer.seen(part)), pictured, bounds)
        for number, data in enumerate(made):
            archive.writestr(_source(number), data)  # stored: PNG is packed already
            digests.append(hashlib.sha256(data).hexdigest())
        whole, thumbnail = merged.result()
        archive.writestr(MERGED, whole)
        archive.writestr(THUMBNAIL, thumbnail)
        own = slice(len(document.layers))  # the masks of groups have no state
        for name, data in _own_entries(project, digests[own], bounds[own]).items():
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
        for name, data in document.foreign.entries:
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)


def _source(number: int) -> str:
    return f"data/layer{number}.png"


def _bounds(layer: Layer) -> Rect:
    """The part of a layer with content, on the page or past its edges."""
    bounds = layer.content_bounds
    return bounds if not bounds.is_empty else Rect(0, 0, 1, 1)  # as Krita and MyPaint write it


def _merged(document: Document, picture: Callable[[Pixels], bytes]) -> tuple[bytes, bytes]:
    """The PNG files of the whole picture and of its thumbnail."""
    pixels = document.composite()
    thumbnail = Image.fromarray(pixels)
    thumbnail.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.BOX)
    return picture(pixels), png(np.asarray(thumbnail), document.icc_profile)


def _group_masks(document: Document) -> dict[str, Layer]:
    """The masks of groups, by the ids of these."""
    groups = document.groups.values()
    return {group.id: group.mask for group in groups if group.mask is not None}


def _stack(document: Document, places: Sequence[Rect]) -> Stack:
    """The stack; `places` are those of the layers, and then of the masks of groups."""
    masks, extent = _group_masks(document), document.extent
    pictured = zip((*document.layers, *masks.values()), places, strict=True)
    items = [_item(number, layer, bounds) for number, (layer, bounds) in enumerate(pictured)]
    layers, others = items[: len(document.layers)], items[len(document.layers) :]
    maker = _StackMaker(
        iter(layers),
        {
            group_id: replace(item, name="Mask", operator=MASK_OPERATOR, own_id=mask.id)
            for (group_id, mask), item in zip(masks.items(), others, strict=True)
        },
    )
    return Stack(
        (extent.width, extent.height),
        tuple(map(maker.branch, branches_of(document.layers))),
        document.metadata.resolution,
        foreign=document.foreign,
    )


@dataclass(frozen=True)
class _StackMaker:
    """Arranges the items of the `layers`, bottom first, and of the `masks` of groups, by the ids of
    these."""

    layers: Iterator[Item]
    masks: Mapping[str, Item]

    def branch(self, branch: Branch) -> Item:
        """The next of the layers, or a group of them, and what is clipped to it in a group that
        looks like them together."""
        base = branch.base
        item = self._group(base, branch) if isinstance(base, Group) else next(self.layers)
        if not branch.clipped:
            return item
        return Item(
            base.name,
            children=(
                replace(item, opacity=1.0, operator=OPERATORS[BlendMode.NORMAL], visible=True),
                *map(self.branch, branch.clipped),
            ),
            opacity=item.opacity,
            visible=item.visible,
            operator=item.operator,
            clips=True,
        )

    def _group(self, group: Group, branch: Branch) -> Item:
        """A group. One that passes through is isolated for other programs if it has a mask or is
        clipped: there it would take from what is below the group too."""
        attributes = dict(group.attributes)
        operator = attributes.pop("composite-op", OPERATORS[BlendMode.NORMAL])
        is_normal = group.passes_through or group.blend_mode is BlendMode.NORMAL
        if group.clipped and is_normal:
            operator = CLIPPED_OPERATOR
        elif group.passes_through or not is_normal:
            operator = OPERATORS[BlendMode.NORMAL if is_normal else group.blend_mode]
        mask = self.masks.get(group.id)
        return Item(
            group.name,
            children=tuple(map(self.branch, branch.inside)),
            opacity=group.opacity,
            visible=group.visible,
            operator=operator,
            locked=group.locked,
            passes_through=group.passes_through and mask is None and not group.clipped,
            attributes=tuple(attributes.items()),
            clipped=group.clipped,
            own_id=group.id,
            mask=mask,
        )


def _item(number: int, layer: Layer, bounds: Rect) -> Item:
    attributes = dict(layer.attributes)
    operator = attributes.pop("composite-op", OPERATORS[BlendMode.NORMAL])
    if layer.blend_mode is not BlendMode.NORMAL:
        operator = OPERATORS[layer.blend_mode]
    elif layer.clipped:
        operator = CLIPPED_OPERATOR
    return Item(
        layer.name,
        _source(number),
        x=bounds.x,
        y=bounds.y,
        opacity=layer.opacity,
        visible=layer.visible,
        operator=operator,
        locked=layer.locked,
        attributes=tuple(attributes.items()),
        clipped=layer.clipped,
    )


def _layer_state(
    entries: dict[str, bytes], number: int, layer: Layer, digest: str, bounds: Rect
) -> LayerState:
    """What the studio alone knows about a layer; adds the entries that belong to it."""
    edit = None
    if layer.edit is not None:
        edit = f"glide/edit{number}.json"
        entries[edit] = to_json(layer.edit)
    return LayerState(
        digest,
        layer.id,
        layer.opacity,
        layer.drawn,
        edit,
        layer.past_edits,
        layer.alpha_locked,
        _mask_state(entries, number, layer, bounds),
    )


def _mask_state(
    entries: dict[str, bytes], number: int, layer: Layer, bounds: Rect
) -> MaskState | None:
    """What is kept of a layer mask, whose files are added to `entries`."""
    mask = layer.mask
    if mask is None:
        return None
    state = MaskState(mask.id, mask.visible, linked=layer.mask_linked)
    hides = mask.content_bounds
    if hides.is_empty:
        return state
    state.x, state.y, state.entry = hides.x, hides.y, LAYER_MASK.format(number=number)
    entries[state.entry] = png(255 - mask.read(hides)[..., 3])
    if mask.visible:
        state.alpha = ALPHA.format(number=number)
        entries[state.alpha] = png(np.ascontiguousarray(layer.read(bounds)[..., 3]))
    return state


def _group_state(group: Group) -> GroupState:
    return GroupState(
        group.id,
        group.opacity,
        group.blend_mode,
        group.passes_through,
        group.collapsed,
        group.mask_linked,
    )


def _own_entries(
    project: Project, digests: Sequence[str], places: Sequence[Rect]
) -> Mapping[str, bytes]:
    """The entries that only the studio reads, by name."""
    document = project.document
    entries: dict[str, bytes] = {}
    numbered = enumerate(zip(document.layers, digests, places, strict=True))
    layers = [_layer_state(entries, number, *parts) for number, parts in numbered]
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
        [_group_state(group) for group in document.groups.values()],
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
