"""Layers, and their composition."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.blend_modes import BlendMode, blended
from glide_studio.core.document.edit import Edit
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, Raster, TileKey
from glide_studio.core.request.settings import Settings

_Packed = NDArray[np.uint32]
"""The four bytes of a pixel as one number."""


def _new_id() -> str:
    return uuid4().hex


@dataclass(frozen=True)
class Layer:
    """A named, document-sized picture in straight-alpha RGBA; opacity from 0 to 1.

    `id` stays the same through renames, moves and strokes. The pixels of a locked layer cannot be
    changed. A layer that is `drawn` began empty, so that all of its content is the artist's. With
    an `edit`, `raster` is the edit rendered; `past_edits` are the settings of those that its pixels
    come from but that can no longer be changed, as after painting on it. `attributes` are those
    that another program gave it in a project file.
    """

    name: str
    raster: Raster
    visible: bool = True
    opacity: float = 1.0
    blend_mode: BlendMode = BlendMode.NORMAL
    locked: bool = False
    drawn: bool = False
    edit: Edit | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    id: str = field(default_factory=_new_id)
    past_edits: tuple[Settings, ...] = field(default=(), repr=False)

    @property
    def all_settings(self) -> tuple[Settings, ...]:
        """The settings of all edits that its pixels come from, the newest last."""
        edit = () if self.edit is None else (self.edit.request.settings,)
        return tuple(dict.fromkeys((*self.past_edits, *edit)))

    @classmethod
    def empty(cls, name: str, extent: Extent) -> "Layer":
        """A layer to draw on."""
        return cls(name, Raster.empty(extent), drawn=True)

    def with_pixels(self, raster: Raster) -> "Layer":
        """This layer with other pixels, and therefore without its edit."""
        return replace(self, raster=raster, edit=None, past_edits=self.all_settings)

    def copied(self, name: str) -> "Layer":
        """A copy of this layer with its own id, not locked."""
        return replace(self, name=name, locked=False, id=_new_id())


def settings_in(layers: Iterable[Layer]) -> tuple[Settings, ...]:
    """The settings of all edits that the pixels of `layers` come from, bottom first, each once."""
    return tuple(dict.fromkeys(each for layer in layers for each in layer.all_settings))


class Sheet(NamedTuple):
    """A layer's pixels in one area, with its opacity and blend mode."""

    pixels: Pixels
    opacity: float
    blend_mode: BlendMode

    def looks_like(self, other: "Sheet") -> bool:
        """Whether both look the same: the same array, opacity and blend mode."""
        return self.pixels is other.pixels and self[1:] == other[1:]


def sheets_at(layers: Iterable[Layer], key: TileKey) -> list[Sheet]:
    """The visible layers' tiles at a key, bottom first."""
    return [
        Sheet(tile, layer.opacity, layer.blend_mode)
        for layer in layers
        if layer.visible and (tile := layer.raster.tiles.get(key)) is not None
    ]


def composite(layers: Iterable[Layer], bounds: Rect) -> Pixels:
    """The composite of `layers`, bottom first, in `bounds`: (height, width, 4), straight alpha.

    Bytes are exact where nothing is mixed: a transparent pixel keeps the lower one, and an opaque
    pixel of a normal layer replaces it; so do pixels above nothing, even with an alpha of 0.
    """
    pixels = np.zeros((bounds.height, bounds.width, 4), np.uint8)
    for layer in layers:
        if not layer.visible:
            continue
        for area, tile in layer.raster.tiles_in(bounds):
            lay(pixels[area.slices_in(bounds)], Sheet(tile, layer.opacity, layer.blend_mode))
    return pixels


def composite_tile(sheets: Sequence[Sheet]) -> Pixels | None:
    """The composite of one tile's `sheets`, bottom first: a single one at full opacity is
    returned itself; None if there are none."""
    if not sheets:
        return None
    if len(sheets) == 1 and sheets[0].opacity == 1:
        return sheets[0].pixels
    pixels = np.zeros((TILE_SIZE, TILE_SIZE, 4), np.uint8)
    for sheet in sheets:
        lay(pixels, sheet)
    return pixels


def lay(lower: Pixels, sheet: Sheet) -> None:
    """Paint `sheet` onto `lower`, in place."""
    upper = _faded(sheet.pixels, sheet.opacity)
    alpha = upper[..., 3]
    lower_pixels, upper_pixels = (pixels.view(np.uint32)[..., 0] for pixels in (lower, upper))
    replaced = lower_pixels == 0
    if sheet.blend_mode is BlendMode.NORMAL:
        replaced |= alpha == 255
    np.copyto(lower_pixels, upper_pixels, where=replaced)
    mixed = (alpha > 0) & ~replaced
    if mixed.any():
        lower_pixels[mixed] = _mixed(lower_pixels[mixed], upper_pixels[mixed], sheet.blend_mode)


def over_white(rgba: Pixels) -> Pixels:
    """Straight-alpha (height, width, 4) on a white background: (height, width, 3)."""
    colour, alpha = rgba[..., :3].astype(np.uint16), rgba[..., 3:].astype(np.uint16)
    return ((colour * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)


def colours_throughout(rgba: Pixels) -> Pixels:
    """The colours of straight-alpha (height, width, 4), without alpha: (height, width, 3).

    A transparent pixel has that of the nearest one that is not; white if all are transparent.
    """
    from scipy import ndimage  # type: ignore[import-untyped]  # the window must not wait for it

    hidden = rgba[..., 3] == 0
    if not hidden.any():
        return np.ascontiguousarray(rgba[..., :3])
    if hidden.all():
        return np.full((*rgba.shape[:2], 3), 255, np.uint8)
    rows, columns = ndimage.distance_transform_edt(
        hidden, return_distances=False, return_indices=True
    )
    return rgba[rows, columns, :3]


def _faded(pixels: Pixels, opacity: float) -> Pixels:
    if opacity == 1:
        return pixels
    faded = pixels.copy()
    faded[..., 3] = np.rint(pixels[..., 3] * opacity)
    return faded


def _mixed(lower: _Packed, upper: _Packed, mode: BlendMode) -> _Packed:
    """Porter and Duff's "over" for n pixels of straight alpha, blended by `mode`."""
    below, above = _channels(lower), _channels(upper)
    alpha_below, alpha_above = below[3] / np.float32(255), above[3] / np.float32(255)
    remaining = alpha_below * (1 - alpha_above)
    alpha = alpha_above + remaining
    colour = above[:3] * alpha_above
    if mode is not BlendMode.NORMAL:
        both = blended(mode, below[:3] / np.float32(255), above[:3] / np.float32(255))
        colour += (255 * both - above[:3]) * (alpha_above * alpha_below)
    colour += below[:3] * remaining
    colour /= alpha
    over = np.empty_like(below)
    over[:3] = np.rint(colour)
    over[3] = np.rint(255 * alpha)
    packed: _Packed = np.ascontiguousarray(over.T).view(np.uint32)[:, 0]
    return packed


def _channels(packed: _Packed) -> Pixels:
    """The channels as (4, n), which is three times as fast to compute with as (n, 4)."""
    return np.ascontiguousarray(packed.view(np.uint8).reshape(-1, 4).T)
