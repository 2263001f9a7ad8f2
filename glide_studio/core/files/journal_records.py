"""The records of a journal. They refer to pixel arrays and rasters by their numbers."""

import os
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import asdict

from glide_studio.core.document.beyond import Beyond
from glide_studio.core.document.blend import Blend
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document, Frame
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.groups import Group
from glide_studio.core.document.guides import Guide
from glide_studio.core.document.history import History
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.metadata import Foreign, Metadata
from glide_studio.core.files.pictures.png import own_pixels
from glide_studio.core.files.project import SavedView
from glide_studio.core.files.safe_file import FileVersion
from glide_studio.core.geometry import MAX_SIDE, Extent, Rect
from glide_studio.core.mask.colours import MaskColours
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, Raster
from glide_studio.core.request.request import Result
from glide_studio.core.request.settings import Settings
from glide_studio.core.sentence import Sentence

VERSION = 1
S = TypeVar("S", bound=Struct)

MAX_LABELS = 5
"""The most damaged steps that are named."""


class JournalError(ValueError):
    """A journal that is damaged, in use, or of another version."""


class Info(Struct):
    """What a journal says about its document without its pixels.

    `saved_at` is in seconds since 1970; `thumbnail` is a PNG file. `path` is that of the document's
    file as text, and `raw_path` its exact bytes; `file_version` is the version of that file that
    was last read or written.
    """

    version: int
    saved_at: float
    modified: bool
    path: str | None
    extent: Extent
    thumbnail: bytes
    index: int
    steps: list[tuple[int, str]]
    candidates: list[int]
    view: SavedView | None = None
    settings: Settings | None = None
    file_version: FileVersion | None = None
    raw_path: bytes | None = None
    prompts: dict[int, str] = {}

    @property
    def file(self) -> Path | None:
        """The path of the document's file."""
        path = self.raw_path or self.path
        return None if path is None else Path(os.fsdecode(path))


@dataclass(frozen=True, eq=False)
class KeptCandidate:
    """A candidate as the journal keeps it; `run` and `batch` are numbers."""

    result: Result
    run: int
    batch: int
    mode: Mode
    is_single: bool
    frame: Frame
    blend: Blend | None = None
    seam: float | None = None


class Snapshot(NamedTuple):
    """Everything that a journal keeps; `modified` says whether anything is unsaved. `file_version`
    is the version of the file at `path` that was last read or written. `left_out` says what was
    damaged when the journal was read."""

    history: History
    path: Path | None
    modified: bool
    candidates: tuple[KeptCandidate, ...] = ()
    view: SavedView | None = None
    settings: Settings | None = None
    prompts: Mapping[int, str] = {}
    file_version: FileVersion | None = None
    left_out: tuple[Sentence, ...] = ()


class StoredRaster(Struct):
    """A raster; `tiles` are the column, the row and the number of the array of each tile."""

    extent: Extent
    channels: int
    tiles: list[tuple[int, int, int]]


class StoredBeyond(Struct):
    x: int
    y: int
    extent: Extent
    raster: int


class StoredMask(Struct):
    """A layer mask."""

    id: str
    visible: bool
    raster: int
    beyond: StoredBeyond | None = None


class StoredGroup(Struct):
    """A group; its fields are those of `Group`."""

    name: str
    visible: bool
    opacity: float
    blend_mode: BlendMode
    passes_through: bool
    locked: bool
    collapsed: bool
    attributes: tuple[tuple[str, str], ...]
    id: str
    clipped: bool = False
    mask: StoredMask | None = None
    mask_linked: bool = True


class StoredLayer(Struct):
    """A layer; its fields are those of `Layer`."""

    name: str
    raster: int
    visible: bool
    opacity: float
    blend_mode: BlendMode
    locked: bool
    drawn: bool
    edit: Edit | None
    attributes: tuple[tuple[str, str], ...]
    id: str
    past_edits: tuple[Settings, ...] = ()
    beyond: StoredBeyond | None = None
    alpha_locked: bool = False
    clipped: bool = False
    mask: StoredMask | None = None
    groups: tuple[StoredGroup, ...] = ()
    mask_linked: bool = True


class StoredDocument(Struct):
    """A document; its fields are those of `Document`."""

    extent: Extent
    mask: int
    layers: list[StoredLayer]
    icc_profile: bytes | None
    active_id: str | None
    guides: tuple[Guide, ...]
    reshaped_id: str
    metadata: Metadata
    foreign: Foreign
    region: Rect | None = None
    colour: int = 0
    other_masks: dict[int, int] = {}


def record_of(kind: type[S], value: object, **changed: object) -> S:
    """A record of `kind` with the fields of `value`, but for those that are `changed`."""
    same = {name: getattr(value, name) for name in kind.__struct_fields__ if name not in changed}
    return kind(**same, **changed)


class Uses(Struct):
    """The arrays and rasters that a stored value needs, by number."""

    arrays: list[int]
    rasters: list[int]


class Reader:
    """Reads documents and candidates; rasters and arrays that several of them use are shared."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._arrays: dict[int, Pixels] = {}
        self._rasters: dict[int, Raster] = {}

    def document(self, number: int) -> Document:
        data = self._data("documents", number)
        stored = decoded(data, StoredDocument, self._array)
        if max(stored.extent.width, stored.extent.height) > MAX_SIDE:
            raise JournalError("a picture of no possible size")
        stored_groups = (group for layer in stored.layers for group in layer.groups)
        groups = {
            group.id: self._group(group, stored.extent)
            for group in {group.id: group for group in stored_groups}.values()
        }
        layers = (
            Layer(
                **asdict(layer)
                | {
                    "raster": self._raster(layer.raster, stored.extent, 4),
                    "beyond": self._beyond(layer.beyond),
                    "mask": self._layer_mask(layer.mask, stored.extent),
                    "groups": tuple(groups[group.id] for group in layer.groups),
                }
            )
            for layer in stored.layers
        )
        masks = {
            colour: Mask(self._raster(raster, stored.extent, 1))
            for colour, raster in {**stored.other_masks, stored.colour: stored.mask}.items()
        }
        active = masks.pop(stored.colour)
        fields = asdict(stored) | {"mask": active, "layers": tuple(layers)}
        del fields["colour"], fields["other_masks"]
        return Document(**fields, colours=MaskColours(stored.colour, masks))

    def candidate(self, number: int) -> KeptCandidate:
        return decoded(self._data("candidates", number), KeptCandidate, self._array)

    def _beyond(self, stored: StoredBeyond | None) -> Beyond | None:
        if stored is None:
            return None
        return Beyond(stored.x, stored.y, self._raster(stored.raster, stored.extent, 4))

    def _group(self, stored: StoredGroup, extent: Extent) -> Group:
        return Group(**asdict(stored) | {"mask": self._layer_mask(stored.mask, extent)})

    def _layer_mask(self, stored: StoredMask | None, extent: Extent) -> Layer | None:
        if stored is None:
            return None
        raster, beyond = self._raster(stored.raster, extent, 4), self._beyond(stored.beyond)
        return Layer("", raster, stored.visible, id=stored.id, beyond=beyond)

    def _raster(self, number: int, extent: Extent, channels: int) -> Raster:
        if number not in self._rasters:
            stored = decoded(self._data("rasters", number), StoredRaster)
            tiles = {(x, y): self._array(tile) for x, y, tile in stored.tiles}
            shape = (TILE_SIZE, TILE_SIZE, stored.channels)
            if any(tile.shape != shape for tile in tiles.values()):
                raise JournalError("tiles of another size")
            self._rasters[number] = Raster(stored.extent, stored.channels, tiles)
        raster = self._rasters[number]
        if (raster.extent, raster.channels) != (extent, channels):
            raise JournalError("a layer of another size")
        return raster

    def _array(self, number: int) -> Pixels:
        if number not in self._arrays:
            statement = "SELECT shape, data FROM arrays WHERE id = ?"
            row = self._database.execute(statement, (number,)).fetchone()
            if row is None:
                raise JournalError(f"no array {number}")
            self._arrays[number] = unpacked(decoded(row[0], tuple[int, ...]), row[1])
        return self._arrays[number]

    def _data(self, table: str, number: int) -> bytes:
        row = self._database.execute(f"SELECT data FROM {table} WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise JournalError(f"nothing of number {number} in {table}")
        return row[0]


def left_out(
    info: Info, numbers: Collection[int], index: int, candidates: int
) -> tuple[Sentence, ...]:
    """What of a journal was damaged, but for the steps of these `numbers`, whose current one is
    `index`, and a number of `candidates`."""
    said = []
    steps = [label for number, label in info.steps if number not in numbers]
    shown = ", ".join(steps[:MAX_LABELS])
    if len(steps) > MAX_LABELS:
        said.append(
            Sentence(
                "{count} damaged steps of the history were left out: {steps} and others.",
                count=len(steps),
                steps=shown,
            )
        )
    elif steps:
        said.append(Sentence("Damaged steps of the history were left out: {steps}.", steps=shown))
    if info.steps[info.index][0] not in numbers:
        kept = [label for number, label in info.steps if number in numbers]
        said.append(Sentence("The picture is as it was after the step “{step}”.", step=kept[index]))
    if candidates:
        said.append(Sentence("Damaged candidates were left out: {count}.", count=candidates))
    return tuple(said)


def decoded(data: bytes, kind: type[Any], array: Any = None) -> Any:
    """The value of type `kind` in a row of the journal; `array` returns the array with a number.
    Raises JournalError for damaged data."""
    try:
        return msgspec.msgpack.decode(data, type=kind, dec_hook=lambda _, number: array(number))
    except (msgspec.DecodeError, RecursionError, TypeError) as error:
        raise JournalError(f"damaged: {error}") from error


def unpacked(shape: tuple[int, ...], data: bytes) -> Pixels:
    """The read-only array of this shape in a PNG file. Raises ValueError if it has another."""
    pixels = own_pixels(data)
    if pixels is None:
        raise JournalError("an array that is no picture")
    if pixels.shape != shape:
        pixels = pixels.reshape(shape).copy()
    pixels.flags.writeable = False
    return pixels
