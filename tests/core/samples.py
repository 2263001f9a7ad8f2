"""Pixels, masks, documents, files and patterns of messages that the tests of the core share."""

import re
import struct
import zlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.request.request import Result
from tests.fakes import request_of


def noise(*shape: int, seed: int = 0) -> Pixels:
    """Random bytes, the same at every call."""
    return np.random.default_rng(seed).integers(0, 256, shape, np.uint8)


def opaque(colours: Pixels) -> Pixels:
    """(height, width, 4) pixels of alpha 255 from (height, width, 3) colours."""
    return np.dstack([colours, np.full(colours.shape[:2], 255, np.uint8)])


def values(mask: Mask) -> Pixels:
    """All of a mask, (height, width)."""
    return mask.read(mask.extent.bounds)


def box_mask(extent: Extent, box: Rect) -> Mask:
    """A mask of 255 in a box, of 0 around it."""
    return Mask.empty(extent).write(box, np.full((box.height, box.width), 255, np.uint8))


def changed_tiles(before: Raster, after: Raster) -> list[tuple[int, int]]:
    """The tiles of `before` that `after` does not share."""
    return [key for key, tile in before.tiles.items() if after.tiles.get(key) is not tile]


def document_of(layers: Iterable[Layer], extent: Extent) -> Document:
    return replace(Document.blank(extent), layers=tuple(layers))


def edited(document: Document, mode: Mode, picture: Pixels, **changes: Any) -> Document:
    """`document` with the edit that a mode makes of it, if the model draws `picture`."""
    return accept(document, Result(request_of(document, mode, **changes), picture))


def one_sentence(start: str = "[A-Z“]", part: str = "") -> str:
    """A pattern for a message of one sentence that begins with `start` and contains `part`."""
    return rf"\A(?=.*{re.escape(part)}){start}[^\n]*[^\n.]\.\Z"


def declared_png(width: int, height: int) -> bytes:
    """A small PNG that claims to have this size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    data = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + data
