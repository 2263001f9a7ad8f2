"""What a picture file says about how its picture was generated.

The settings stand in three places: as text that other programs show (PNG's `parameters`, Exif's
user comment, and XMP), as IPTC properties, and as a record that restores them exactly. IPTC's
digital source type labels pictures that a network made or changed:
https://cv.iptc.org/newscodes/digitalsourcetype and the IPTC Photo Metadata Standard 2025.1.
"""

import importlib.metadata
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Self

import msgspec
from msgspec import Struct

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer, settings_in
from glide_studio.core.files.metadata.exif import ExifBlock
from glide_studio.core.files.metadata.parameters import parameters, read_parameters
from glide_studio.core.files.metadata.png_chunks import Text, key_of
from glide_studio.core.files.metadata.xmp import Property, property_of, with_properties
from glide_studio.core.request.request import from_json
from glide_studio.core.request.settings import Settings
from glide_studio.core.request.source import Nothing

TEXT_KEY, RECORD_KEY, GRAPH_KEY = "parameters", "glide-studio", "prompt"
"""Of the texts in a PNG file; the last is ComfyUI's."""

SETTINGS_KEYS = frozenset(
    (
        *(TEXT_KEY, RECORD_KEY),
        *(GRAPH_KEY, "workflow"),  # ComfyUI
        *("Dream", "sd-metadata", "invokeai_metadata", "invokeai_graph", "invokeai_workflow"),
    )
)
"""Of the texts that hold settings, by the programs that write them."""

MAX_RECORD = 4 * 2**20
"""The longest record that is read, in characters."""

_IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
SOURCE_TYPE = Property(_IPTC, "Iptc4xmpExt", "DigitalSourceType")
PROMPT = Property(_IPTC, "Iptc4xmpExt", "AIPromptInformation")
SYSTEM = Property(_IPTC, "Iptc4xmpExt", "AISystemUsed")
SYSTEM_VERSION = Property(_IPTC, "Iptc4xmpExt", "AISystemVersionUsed")
RECORD = Property("urn:glide-studio:settings:1.0/", "glide", "Settings")

_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
GENERATED = f"{_SOURCE_TYPES}trainedAlgorithmicMedia"
EDITED = f"{_SOURCE_TYPES}compositeWithTrainedAlgorithmicMedia"


class Record(Struct):
    """The settings of all edits that can be seen in a picture, the newest last."""

    edits: list[Settings]
    version: int = 1

    def to_json(self) -> str:
        """This record in ASCII, which every kind of metadata can hold."""
        return json.dumps(msgspec.to_builtins(self), separators=(",", ":"))


def read_record(text: str) -> tuple[Settings, ...]:
    """The settings that `Record.to_json` wrote, at least one. Raises ValueError."""
    if len(text) > MAX_RECORD:
        raise ValueError("too long")
    edits = from_json(text, Record).edits
    if not edits:
        raise ValueError("no settings")
    return tuple(edits)


@dataclass(frozen=True)
class GenerationData:
    """What a file is to say: `edits`, the newest last, of which the newest is told as `text`, and
    the `source_type`. With `removed`, what an opened file said of its edits is taken out, and with
    `unlabelled`, that a network made or changed it."""

    edits: tuple[Settings, ...] = ()
    text: str = ""
    source_type: str | None = None
    removed: bool = False
    unlabelled: bool = False

    @classmethod
    def of(cls, document: Document, settings: bool = True, ai_label: bool = True) -> Self:
        """What the file of a document says, with its settings and its label if they are wanted.

        Edits that cannot be seen are not told; those that an opened picture already had are.
        """
        edits = edits_of(document) if settings else ()
        return cls(
            edits,
            parameters(edits[-1], document.extent) if edits else "",
            source_type_of(document) if ai_label else None,
            removed=not settings,
            unlabelled=not ai_label,
        )

    @property
    def texts(self) -> dict[str, str]:
        """The texts of a PNG file, by key."""
        if not self.edits:
            return {}
        # PNG, section 11.3.3: a text contains no zero.
        text = self.text.replace("\0", " ")
        return {TEXT_KEY: text, RECORD_KEY: Record(list(self.edits)).to_json()}

    def kept(self, texts: Iterable[Text]) -> tuple[Text, ...]:
        """Those of an opened file's `texts` that are not said anew, or to be taken out."""
        replaced = self.texts.keys() | (SETTINGS_KEYS if self.removed else ())
        return tuple(text for text in texts if key_of(text) not in replaced)

    def put_in(self, exif: ExifBlock, most: int | None, is_needed: bool) -> None:
        """Set the user comment, unless that is someone's own, or more than `most` bytes.

        Where it is not needed, as beside the texts of a PNG file, it is only kept up to date.
        """
        old = exif.comment
        if (old is not None and read_parameters(old)[0] is None) or not (old or is_needed):
            return
        if not self.edits and not (old and self.removed):
            return
        room = None if most is None else most - len(exif.to_bytes()) - 100
        if room is None or 2 * len(self.text) < room:
            try:
                exif.set_comment(self.text)
            except ValueError:
                return  # a damaged directory, which is kept as it is

    def in_xmp(self, xmp: bytes | None) -> bytes | None:
        """The packet `xmp` with what is to be said."""
        if not (self.edits or self.source_type or self.removed or self.unlabelled):
            return xmp
        return with_properties(xmp, self._properties(xmp))

    def _properties(self, xmp: bytes | None) -> dict[Property, str | None]:
        edits = self.edits
        values: dict[Property, str | None] = {RECORD: None}
        if self.source_type is not None:
            values[SOURCE_TYPE] = self.source_type
        elif self.unlabelled and property_of(xmp, SOURCE_TYPE) in (GENERATED, EDITED):
            values[SOURCE_TYPE] = None
        if property_of(xmp, RECORD) is not None:
            values |= dict.fromkeys((PROMPT, SYSTEM, SYSTEM_VERSION))
        if edits:
            values[RECORD] = Record(list(edits)).to_json()
            if property_of(xmp, PROMPT) is None or PROMPT in values:
                values[PROMPT] = self.text
                values[SYSTEM] = f"GLIDE Studio, {edits[-1].model}"
                values[SYSTEM_VERSION] = importlib.metadata.version("glide-studio")
        return values


def edits_of(document: Document) -> tuple[Settings, ...]:
    """The settings of all edits that can be seen in a document, the newest last: first those of
    the picture that it was opened from, then those of its layers from the bottom, whether they can
    still be changed or not."""
    earlier: tuple[Settings, ...] = ()
    record = property_of(document.metadata.xmp, RECORD)
    if record is not None:
        with suppress(ValueError):  # damaged: it says nothing that could be kept
            earlier = read_record(record)
    return (*earlier, *settings_in(_shown_layers(document)))


def source_type_of(document: Document) -> str | None:
    """IPTC's digital source type of a document with edits that can be seen; None without any."""
    shown = _shown_layers(document)
    if not settings_in(shown):
        return None
    bottom = shown[0].edit
    is_generated = bottom is not None and isinstance(bottom.request.source, Nothing)
    return GENERATED if is_generated and all(layer.edit for layer in shown) else EDITED


def _shown_layers(document: Document) -> list[Layer]:
    """The layers with content that can be seen, bottom first, from the topmost that hides all
    others."""
    shown: list[Layer] = []
    for layer in document.layers:
        if not layer.is_shown or layer.opacity == 0 or not layer.raster.tiles:
            continue
        if _covers(layer, document):
            shown.clear()
        shown.append(layer)
    return shown


def _covers(layer: Layer, document: Document) -> bool:
    """Whether it is a whole picture from text alone, over all of the document."""
    edit = layer.edit
    return (
        edit is not None
        and isinstance(edit.request.source, Nothing)
        and edit.mask is None
        and layer.opacity == 1
        and layer.blend_mode is BlendMode.NORMAL
        and edit.clip.intersected(edit.bounds).contains(document.extent.bounds)
    )
