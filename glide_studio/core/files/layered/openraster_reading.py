"""Opening OpenRaster files (.ora): our own, and those of Krita, MyPaint, pyora and others."""

import hashlib
import io
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from os import cpu_count
from pathlib import PurePath
from typing import BinaryIO

import msgspec
import numpy as np

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.metadata import MAX_BLOCK, Metadata
from glide_studio.core.files.faults import raise_unless_damage
from glide_studio.core.files.layered.archive import MAX_ENTRY, Archive, entry_name, is_safe
from glide_studio.core.files.layered.importing import (
    Notes,
    as_shown_elsewhere,
    check_megapixels,
    checked_extent,
)
from glide_studio.core.files.layered.openraster import (
    MASK,
    MERGED,
    MIMETYPE,
    OTHER_MASK,
    OUR_ENTRIES,
    PROFILE,
    STATE,
    VERSION,
    State,
)
from glide_studio.core.files.layered.openraster_layers import (
    MAX_OVERHEAD,
    MAX_PIXEL_BYTES,
    PNG_HEADER,
    LayerMaker,
    LayerPicture,
    png_size,
)
from glide_studio.core.files.layered.stack_xml import (
    MAX_LAYERS,
    MAX_XML,
    Item,
    Stack,
    StackError,
    flat,
    parsed,
    with_pictures,
)
from glide_studio.core.files.metadata.png_chunks import profile_of
from glide_studio.core.files.pictures.decoding import decode
from glide_studio.core.files.pictures.png import own_pixels
from glide_studio.core.files.pictures.reading import managed
from glide_studio.core.files.project import Opened, Project
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.colours import MAX_COLOURS, MaskColours
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.colour_profile import MAX_PROFILE, Conversion, ProfileError
from glide_studio.core.raster.raster import Raster
from glide_studio.core.request.request import from_json
from glide_studio.core.sentence import Sentence

MAX_JSON = 4 * MAX_BLOCK  # four bytes say three
"""The most bytes of the studio's own JSON file."""
MAX_FOREIGN = 64 * 2**20
"""The most bytes of all foreign entries together."""


class _Versioned(msgspec.Struct):
    """The part of the state that all versions have."""

    version: int


def read_openraster(file: BinaryIO, name: str) -> Opened:
    """The project in an OpenRaster file; `name` is what the artist calls the file.

    If another program shows the picture in a way that our blend
    modes cannot, its merged picture is the top layer and the others are hidden below. Of a damaged
    file it is what can be salvaged. Raises PictureError if that is nothing, and if it is no
    OpenRaster file, from a newer studio, or too large.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's, about large pictures: there is a limit
            with ThreadPoolExecutor(cpu_count()) as threads:
                return _Reading(Archive(file), name, Notes(name), threads).opened()
    except PictureError:
        raise
    except Exception as error:  # damaged archives and pictures raise almost anything
        raise_unless_damage(error)
        raise PictureError(
            "“{name}” is damaged or is not an OpenRaster file. Open a backup or another copy.",
            name=name,
        ) from error


@dataclass
class _Reading:
    """Reads one file; `note` collects what the artist should know about it."""

    archive: Archive
    name: str
    note: Notes
    threads: ThreadPoolExecutor
    salvage: Notes = field(default_factory=lambda: Notes(""))
    _has_stack: bool = True

    def opened(self) -> Opened:
        state = self._state()
        pictures = self._pictures()
        if state is not None and not self._has_stack:
            state.layers.clear()  # their edits lie where nobody knows
        document = Document.blank(self._extent(pictures))
        profile = self._profile(pictures)
        maker = LayerMaker(
            self.name,
            self.archive,
            self.note,
            document.extent,
            pictures,
            profile,
            state,
            self.threads,
        )
        layers = maker.of(self.stack.items)
        document = replace(
            document,
            layers=layers,
            icc_profile=profile,
            foreign=replace(self.stack.foreign, entries=tuple(self._foreign_entries())),
            metadata=Metadata(self.stack.resolution),
            mask=self._mask(MASK, document.extent),
        )
        document = self._as_shown_elsewhere(document, state)
        if maker.missing or not self._has_stack or not self.archive.is_whole:
            document = self._salvaged(document, maker.missing)
        if state is None:
            return self._result(Project(document))
        document = replace(
            document,
            active_id=state.active_id,
            guides=tuple(state.guides),
            metadata=state.metadata,
            reshaped_id=state.reshaped_id,
            region=state.region,
            colours=self._colours(state, document.extent),
        )
        return self._result(Project(document, state.view, state.settings, state.prompts))

    def _result(self, project: Project) -> Opened:
        notes = (*self.salvage.sentences, *self.note.sentences)
        return Opened(project, notes, not notes, bool(self.salvage.sentences))

    @cached_property
    def stack(self) -> Stack:
        """The stack; where it is damaged, the merged picture above the hidden layers."""
        try:
            xml = self.archive.read("stack.xml", MAX_XML)
            if xml is None:
                raise StackError("no stack.xml")
            return parsed(xml)
        except ValueError:
            self._has_stack = False
            return self._stack_of_pictures()

    def _stack_of_pictures(self) -> Stack:
        """What is left without a stack. Raises StackError for other files than OpenRaster."""
        entries = self.archive.entries
        kind, _ = self._own("mimetype", 2 * len(MIMETYPE))
        found = [name for name in entries if name.startswith("data/") and name.endswith(".png")]
        has_merged = self._merged is not None
        if (kind != MIMETYPE and "stack.xml" not in entries) or not (found or has_merged):
            raise StackError("no stack.xml")
        items = [Item(PurePath(name).stem, name, visible=not has_merged) for name in found]
        if has_merged:
            items.append(Item("Merged", MERGED))
        return Stack(None, tuple(items[-MAX_LAYERS:]))

    def _salvaged(self, document: Document, missing: Sequence[str]) -> Document:
        """What is left of a damaged file, of which these layers are missing; says so.

        Raises StackError if nothing is left.
        """
        self.salvage(
            Sentence(
                "“{name}” is damaged. What could be read of it is open as a copy: save it under a "
                "new name.",
                name=self.name,
            )
        )
        if not self._has_stack:
            self.salvage(
                Sentence("The positions, names, blend modes and edits of its layers are lost.")
            )
        if missing:
            names = ", ".join(dict.fromkeys(missing))
            self.salvage(Sentence("Damaged or missing layers are left out: {names}.", names=names))
        if not self.archive.is_whole:
            self.salvage(
                Sentence(
                    "Its end is missing: there may have been edits, a mask, guides and a colour "
                    "profile."
                )
            )
        if missing and self._has_stack and self._merged is not None:
            shown = Raster.from_array(self._merged.pixels).read(document.extent.bounds)
            top = Layer(document.unused_name("Merged"), Raster.from_array(shown))
            document = document.with_layer(replace(top, visible=not document.layers))
        if not document.layers:
            raise StackError("no layer is left")
        return document

    @cached_property
    def _merged(self) -> LayerPicture | None:
        """The merged picture, if there is a whole one."""
        data, _ = self._own(MERGED, MAX_ENTRY)
        return None if data is None else _decoded(data)

    def _state(self) -> State | None:
        """What the studio itself wrote; None in a file of another program."""
        try:
            text = self.archive.read(STATE, MAX_JSON)
            if text is None:
                return None
            if msgspec.json.decode(text, type=_Versioned).version > VERSION:
                raise PictureError(
                    "“{name}” was saved by a newer version of GLIDE Studio. Update GLIDE Studio "
                    "to open it.",
                    name=self.name,
                )
            return from_json(text, State)
        except (ValueError, RecursionError):
            self.note(
                Sentence(
                    "A part of “{name}” is damaged: its edits are ordinary layers.", name=self.name
                )
            )
            return None

    def _pictures(self) -> Mapping[str, LayerPicture]:
        """The pictures of all layers, by the names that the stack gives them."""
        decoded: dict[str, Future[LayerPicture | None]] = {}
        megapixels = 0.0
        sources = Counter(item.src for item in with_pictures(self.stack.items))
        for name, layers in sources.items():
            if name is None:
                continue
            try:
                size = png_size(self.archive.head(name, PNG_HEADER))
                data = self.archive.read(name, MAX_OVERHEAD + MAX_PIXEL_BYTES * size)
            except ValueError:
                continue  # LayerMaker notes the missing layer
            if data is not None:
                megapixels += layers * size / 1e6
                check_megapixels(self.name, megapixels)
                decoded[name] = self.threads.submit(_decoded, data)
        pictures = {name: picture.result() for name, picture in decoded.items()}
        return {name: picture for name, picture in pictures.items() if picture is not None}

    def _extent(self, pictures: Mapping[str, LayerPicture]) -> Extent:
        width, height = self.stack.size or _around(self.stack.items, pictures)
        return checked_extent(self.name, width, height)

    def _profile(self, pictures: Mapping[str, LayerPicture]) -> bytes | None:
        """The usable colour profile that the file names first."""
        own, is_damaged = self._own(PROFILE, MAX_PROFILE)
        for profile in (own, *(picture.profile for picture in pictures.values())):
            if profile is not None:
                try:
                    Conversion.to_srgb(profile)
                except ProfileError:
                    is_damaged = True
                else:
                    return profile
        if is_damaged:
            self.note(
                Sentence(
                    "The colour profile of “{name}” is damaged. The colours are read as sRGB.",
                    name=self.name,
                )
            )
        return None

    def _own(self, name: str, limit: int) -> tuple[bytes | None, bool]:
        """The content of an entry that only the studio writes, and whether it is damaged."""
        try:
            return self.archive.read(name, limit), False
        except ValueError:
            return None, True

    def _foreign_entries(self) -> Iterator[tuple[str, bytes]]:
        """The entries of other programs, which are written back when the project is saved."""
        used = {entry_name(item.src) for item in with_pictures(self.stack.items) if item.src}
        room = MAX_FOREIGN
        for name, entry in self.archive.entries.items():
            if name in used or name.startswith(OUR_ENTRIES) or entry.is_dir():
                continue
            data, is_damaged = self._own(name, room)
            if is_damaged or not is_safe(entry):
                self.note(
                    Sentence(
                        "“{name}” contains files that are not kept when saving.", name=self.name
                    )
                )
            elif data is not None:
                room -= len(data)
                yield name, data

    def _colours(self, state: State, extent: Extent) -> MaskColours:
        """The colours of the mask that have a prompt; one without pixels is empty."""
        if state.colour not in range(MAX_COLOURS):
            return MaskColours()
        numbers = [each for each in range(MAX_COLOURS) if each in state.prompts]
        others = {
            number: self._mask(OTHER_MASK.format(number=number), extent)
            for number in numbers
            if number != state.colour
        }
        return MaskColours(state.colour, others)

    def _mask(self, name: str, extent: Extent) -> Mask:
        data, is_damaged = self._own(name, MAX_OVERHEAD + MAX_PIXEL_BYTES * extent.bounds.area)
        if data is None and not is_damaged:
            return Mask.empty(extent)
        picture = _decoded(data or b"")
        if picture is None or picture.pixels.shape[:2] != (extent.height, extent.width):
            self.note(Sentence("The mask of “{name}” is damaged: it is empty.", name=self.name))
            return Mask.empty(extent)
        return Mask.from_array(np.ascontiguousarray(picture.pixels[..., 0]))

    def _as_shown_elsewhere(self, document: Document, state: State | None) -> Document:
        """`document`, with the other program's merged picture on top if it looks different."""
        visible = [item for item in flat(self.stack.items) if item.visible]
        if not (
            self.stack.blends_in_linear_light
            or any(item.blend_mode is None for item in visible)
            or (state is None and not _clips_as_we_do(self.stack.items))
            or (self.stack.adds_alpha and any(item.operator == "svg:plus" for item in visible))
        ):
            return document
        bounds = document.extent.bounds
        shown = (
            None if self._merged is None else Raster.from_array(self._merged.pixels).read(bounds)
        )
        return as_shown_elsewhere(document, shown, self.note)


def _clips_as_we_do(items: Sequence[Item], *, isolated: bool = True) -> bool:
    """Whether source-atop, which clips to all that lies below in an isolated group, clips to a
    single layer everywhere."""
    clipped = [item.clipped for item in items]
    if any(clipped) and not (isolated and not clipped[0] and all(clipped[1:])):
        return False
    return all(_clips_as_we_do(item.children, isolated=not item.passes_through) for item in items)


def _decoded(data: bytes) -> LayerPicture | None:
    """A layer's picture; None if it is damaged."""
    try:
        pixels, digest = own_pixels(data), hashlib.sha256(data).hexdigest()
        if pixels is not None and pixels.shape[2:] == (4,):
            return LayerPicture(pixels, profile_of(io.BytesIO(data)), digest)
        pixels, profile, _ = managed("", decode(io.BytesIO(data)))
        return LayerPicture(pixels, profile, digest)
    except Exception as error:  # on damaged files Pillow's decoders raise almost anything
        raise_unless_damage(error)
        return None


def _around(items: Iterable[Item], pictures: Mapping[str, LayerPicture]) -> tuple[int, int]:
    """The size of a page for which the file gives none: it ends where its layers end."""
    box = Rect(0, 0, 1, 1)
    for item in flat(items):
        picture = pictures.get(item.src or "")
        if picture is not None:
            height, width = picture.pixels.shape[:2]
            box = box.united(Rect(item.x, item.y, width, height))
    return box.right, box.bottom
