"""Reads and changes the document of a canvas or a studio."""

from typing import Protocol

import numpy as np

from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.session.editor import Editor


class HasEditor(Protocol):
    """A canvas or a studio."""

    @property
    def editor(self) -> Editor: ...


def noise(width: int = 400, height: int = 300) -> Pixels:
    """An opaque picture with another colour at each pixel, (height, width, 4)."""
    pixels = np.random.default_rng(0).integers(0, 256, (height, width, 4), dtype=np.uint8)
    pixels[..., 3] = 255
    return pixels


def mask(edited: HasEditor) -> Pixels:
    """The mask that the artist sees, (height, width)."""
    return edited.editor.review.mask.raster.to_array()[..., 0]


def box(edited: HasEditor) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the masked area."""
    bounds = edited.editor.review.mask.bounds()
    return bounds.x, bounds.y, bounds.right, bounds.bottom


def labels(edited: HasEditor) -> list[str]:
    """The names of the steps in the history, those undone included."""
    return [entry.label for entry in edited.editor.open_document.history.entries]


def pixel(edited: HasEditor, x: int, y: int) -> tuple[int, ...]:
    """The colour of a document pixel, all layers together: red, green, blue and alpha."""
    return tuple(edited.editor.document.composite(Rect(x, y, 1, 1))[0, 0].tolist())


def active_layer(edited: HasEditor) -> Layer:
    layer = edited.editor.document.active_layer
    assert layer is not None
    return layer


def paste_plain(edited: HasEditor, *rgba: int) -> None:
    """Paste a picture of 400 x 300 in one colour."""
    edited.editor.paste(np.full((300, 400, 4), rgba, np.uint8))


def add_box(edited: HasEditor, name: str, bounds: Rect, *rgba: int) -> None:
    """Add a layer of that name with a filled box as one step."""
    document = edited.editor.document
    filled = np.full((bounds.height, bounds.width, 4), rgba, np.uint8)
    layer = Layer(name, Raster.empty(document.extent).write(bounds, filled))
    edited.editor.open_document.apply(name, document.with_layer(layer))


def set_mask(edited: HasEditor, bounds: Rect, value: int = 255) -> None:
    """Give the mask that value within `bounds`, as one step."""
    values = np.full((bounds.height, bounds.width), value, np.uint8)
    edited.editor.open_document.set_mask(edited.editor.document.mask.write(bounds, values))
