"""Layers and their composite."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple, TypeVar
from uuid import uuid4

import numpy as np

from glide_studio.core.document.beyond import Beyond, around
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.compositing import composite_into, shared_out
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.groups import Group, Maskable, Path, is_within
from glide_studio.core.document.sheets import Sheet, SheetGroup, Sheets, parts
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.raster import (
    TILE_SIZE,
    Pixels,
    Raster,
    TileKey,
    tile_areas,
    tile_bounds,
)
from glide_studio.core.request.settings import Settings

MAX_NAME = 2000
"""The most characters of a layer's name that files keep."""


def _new_id() -> str:
    return uuid4().hex


@dataclass(frozen=True)
class Layer(Maskable):
    """A named, document-sized picture in straight-alpha RGBA; opacity from 0 to 1.

    `id` stays the same through renames, moves and strokes. The pixels of a locked layer cannot be
    changed. A layer that is `drawn` began empty, so that the artist drew all of its content. With
    an `edit`, `raster` is the rendered edit; `past_edits` are the settings of edits that its pixels
    come from but that can no longer be changed, as after painting on the layer. `attributes` are
    those that another program gave it in a project file. Of a layer without an edit, `beyond` is
    what lies past the edges of the page; an edit renders that when it is needed. While it is
    `alpha_locked`, what is painted keeps its alpha: transparent pixels stay so. One that is
    `clipped` is seen only within the alpha of the first layer or group below that is not.

    `groups` are those that it lies in, the outermost first. Layers of one group follow each other.

    `mask`, its layer mask, is not the mask of an edit, which lies with the patch and says what was
    repainted: that one is an input of the pixels; this one only hides pixels, of whatever kind, and
    survives re-runs.
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
    beyond: Beyond | None = field(default=None, repr=False)
    alpha_locked: bool = False
    clipped: bool = False
    mask: "Layer | None" = field(default=None, repr=False)
    groups: Path = ()
    mask_linked: bool = True

    @property
    def all_settings(self) -> tuple[Settings, ...]:
        """The settings of all edits that its pixels come from, the newest last."""
        edit = () if self.edit is None else (self.edit.request.settings,)
        return tuple(dict.fromkeys((*self.past_edits, *edit)))

    @property
    def content_bounds(self) -> Rect:
        """The tight box around all of its pixels, those past the edges of the page included."""
        inside = self.raster.content_bounds()
        return inside if self.beyond is None else inside.united(self.beyond.content_bounds)

    @property
    def is_shown(self) -> bool:
        """Whether it and all of its groups are visible."""
        return self.visible and all(group.visible for group in self.groups)

    @property
    def rasters(self) -> Iterator[Raster]:
        """All rasters that it holds, and those of its groups."""
        yield self.raster
        if self.beyond is not None:
            yield self.beyond.raster
        for item in (self, *self.groups):
            if item.mask is not None:
                yield from item.mask.rasters

    def read(self, area: Rect) -> Pixels:
        """A new (height, width, 4) array of `area`, past the edges of the page too."""
        pixels = self.raster.read(area)
        if self.beyond is not None:
            for part in around(self.raster.extent.bounds, area):
                pixels[part.slices_in(area)] = self.beyond.read(part)
        return pixels

    def seen(self, area: Rect) -> Pixels:
        """As `read`, with what the layer mask hides taken from the alpha."""
        return self.masked(self.read(area), area)

    @classmethod
    def empty(cls, name: str, extent: Extent) -> "Layer":
        """A layer to draw on."""
        return cls(name, Raster.empty(extent), drawn=True)

    def with_pixels(self, raster: Raster) -> "Layer":
        """This layer with other pixels, and therefore without its edit."""
        return replace(self, raster=raster, edit=None, past_edits=self.all_settings)

    def copied(self, name: str) -> "Layer":
        """A copy of this layer with its own id and mask, not locked."""
        return replace(self, name=name, locked=False, id=_new_id(), mask=self.copied_mask)


Item = Layer | Group
"""What lies in the stack: a layer, or a group with the layers in it."""

AnyItem = TypeVar("AnyItem", bound=Item)
"""The same, of which each is given back as its own kind."""


def item_in(layer: Layer, path: Path) -> Item | None:
    """The layer itself, or the group around it, whichever lies right in the groups `path`; None if
    the layer is not in these."""
    if not is_within(layer.groups, path):
        return None
    return layer.groups[len(path)] if len(layer.groups) > len(path) else layer


def each_changed(layers: Iterable[Layer], change: Callable[[Layer], Layer]) -> tuple[Layer, ...]:
    """`layers` with a change of each, and of the masks of layers and groups, which are layers."""
    layers = tuple(layers)
    groups = {group.id: group for layer in layers for group in layer.groups}

    def with_mask(item: AnyItem) -> AnyItem:
        return item if item.mask is None else replace(item, mask=change(item.mask))

    changed = {group_id: with_mask(group) for group_id, group in groups.items()}
    return tuple(
        replace(change(with_mask(layer)), groups=tuple(changed[group.id] for group in layer.groups))
        for layer in layers
    )


def settings_in(layers: Iterable[Layer]) -> tuple[Settings, ...]:
    """The settings of all edits that the pixels of `layers` come from, bottom first, each once."""
    return tuple(dict.fromkeys(each for layer in layers for each in layer.all_settings))


class Branch(NamedTuple):
    """A layer, or a group with what is `inside` it, and what is clipped to it, all bottom first.

    `layers` are all of its layers.
    """

    base: Item
    layers: tuple[Layer, ...]
    inside: tuple["Branch", ...] = ()
    clipped: tuple["Branch", ...] = ()

    @property
    def dissolves(self) -> bool:
        """Whether it is a group whose layers look as they would without it."""
        group = self.base
        if not isinstance(group, Group) or group.opacity < 1 or group.active_mask or self.clipped:
            return False
        return group.passes_through or (
            group.blend_mode is BlendMode.NORMAL and all(map(_is_normal, self.inside))
        )


def branches_of(layers: Iterable[Layer], depth: int = 0) -> list[Branch]:
    """What lies in the first `depth` groups of `layers`, which these have in common.

    Clipped layers and groups with none below that is not are seen as if they were not clipped.
    """
    found: list[Branch] = []
    for group_id, several in groupby(layers, lambda layer: _group_id(layer, depth)):
        members = tuple(several)
        if group_id is None:
            branches = [Branch(layer, (layer,)) for layer in members]
        else:
            inside = tuple(branches_of(members, depth + 1))
            branches = [Branch(members[0].groups[depth], members, inside)]
        for branch in branches:
            if branch.base.clipped and found and not found[-1].base.clipped:
                base = found[-1]
                both = (*base.layers, *branch.layers)
                found[-1] = base._replace(layers=both, clipped=(*base.clipped, branch))
            else:
                found.append(branch)
    return found


def branch_at(layers: Sequence[Layer], index: int, depth: int = 0) -> range:
    """The indices of the layers that are composited as one with that at `index`."""
    if not any(layer.clipped or layer.groups for layer in layers):
        return range(index, index + 1)
    start = 0
    for branch in branches_of(layers, depth):
        stop = start + len(branch.layers)
        if index < stop and branch.dissolves:
            inner = branch_at(branch.layers, index - start, depth + 1)
            return range(start + inner.start, start + inner.stop)
        if index < stop:
            return range(start, stop)
        start = stop
    raise IndexError(f"there is no layer {index}")


def sheets_at(layers: Iterable[Layer], key: TileKey) -> Sheets:
    """The visible layers' tiles at a key, bottom first."""
    layers = tuple(layers)
    if not any(layer.clipped or layer.mask or layer.groups for layer in layers):
        return [  # the same, quickly
            Sheet(tile, layer.opacity, layer.blend_mode)
            for layer in layers
            if layer.visible and (tile := layer.raster.tiles.get(key)) is not None
        ]
    return _sheets(branches_of(layers), key)


def _sheets(branches: Iterable[Branch], key: TileKey) -> list[Sheet | SheetGroup]:
    found: list[Sheet | SheetGroup] = []
    for branch in branches:
        base = branch.base
        if not base.visible:
            continue
        if isinstance(base, Layer):
            sheet = _sheet(base, branch.clipped, key)
            found += [] if sheet is None else [sheet]
        elif inside := _sheets(branch.inside, key):
            found += inside if branch.dissolves else [_sheet_group(base, branch, inside, key)]
    return found


def _sheet(layer: Layer, clipped: Iterable[Branch], key: TileKey) -> Sheet | None:
    tile = layer.raster.tiles.get(key)
    if tile is None:
        return None
    clipped_sheets = _sheets(clipped, key)
    return Sheet(tile, layer.opacity, layer.blend_mode, _hidden(layer, key), clipped_sheets)


def _sheet_group(group: Group, branch: Branch, inside: Sheets, key: TileKey) -> SheetGroup:
    """A group that layers are clipped to does not pass through."""
    clipped = _sheets(branch.clipped, key)
    mode = BlendMode.NORMAL if group.passes_through else group.blend_mode
    passes = group.passes_through and not branch.clipped
    return SheetGroup(inside, group.opacity, mode, passes, _hidden(group, key), clipped)


def _hidden(item: Item, key: TileKey) -> Pixels | None:
    """The tile of what a layer mask hides."""
    mask = item.active_mask
    return None if mask is None else mask.raster.tiles.get(key)


def _group_id(layer: Layer, depth: int) -> str | None:
    return layer.groups[depth].id if len(layer.groups) > depth else None


def _is_normal(branch: Branch) -> bool:
    """Whether it and all inside, but for what is clipped, blends in normal mode."""
    base = branch.base
    passes = isinstance(base, Group) and base.passes_through
    normal = passes or base.blend_mode is BlendMode.NORMAL
    return normal and all(map(_is_normal, branch.inside))


def composite(layers: Iterable[Layer], bounds: Rect) -> Pixels:
    """The composite of `layers`, bottom first, in `bounds`: (height, width, 4), straight alpha.

    Bytes are exact where nothing is mixed, as `composite_into` says.
    """
    pixels = np.zeros((bounds.height, bounds.width, 4), np.uint8)
    layers = tuple(layers)

    def fill(place: tuple[TileKey, Rect]) -> None:
        key, area = place
        within = area.slices_in(tile_bounds(key))
        composite_into(pixels[area.slices_in(bounds)], parts(sheets_at(layers, key), *within))

    shared_out(fill, tile_areas(bounds))
    return pixels


def over_white(rgba: Pixels) -> Pixels:
    """Straight-alpha (height, width, 4) on a white background: (height, width, 3)."""
    shown = np.empty((*rgba.shape[:2], 3), np.uint8)

    def fill(top: int) -> None:
        part = slice(top, top + TILE_SIZE)
        alpha = rgba[part, :, 3].astype(np.uint16)
        white = 255 * (255 - alpha) + 127
        for channel in range(3):
            shown[part, :, channel] = (rgba[part, :, channel] * alpha + white) // 255

    shared_out(fill, range(0, len(rgba), TILE_SIZE))
    return shown


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
