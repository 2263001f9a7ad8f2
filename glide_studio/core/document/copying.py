"""Copying layers into another document, and what is selected of layers into new ones."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial

from glide_studio.core.document.arranging import (
    copies,
    duplicated,
    index_above,
    inserted,
    released,
)
from glide_studio.core.document.beyond import kept_beyond
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import MAX_DEPTH, Path
from glide_studio.core.document.layer_masks import content_of
from glide_studio.core.document.layers import Layer, each_changed
from glide_studio.core.document.selected import divided
from glide_studio.core.geometry import AxisMap, Rect
from glide_studio.core.mask.selection import Selection
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Pixels, Raster, tile_areas


@dataclass(frozen=True)
class CopiedLayers:
    """The layers `ids` of a document, with the groups `whole` among them."""

    document: Document
    ids: tuple[str, ...]
    whole: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The name of the topmost of them, or of its outermost whole group."""
        layer = next(each for each in reversed(self.document.layers) if each.id in self.ids)
        return next((group.name for group in layer.groups if group.id in self.whole), layer.name)


def with_copies(document: Document, copied: CopiedLayers) -> Document:
    """Add copies of layers of another document, or of an earlier state of this one, above the
    active layer, and whole groups above the active group; the topmost copy, or the topmost whole
    group, becomes active.

    They keep their place, or if nothing of them would lie on the page, they are centred together.
    Colours are converted; edits stay edits; what lies past the edges of the page is kept. A blank
    document becomes a page like the other one.
    """
    source = copied.document
    if document.is_blank:
        blank = Document.blank(source.extent)
        document = replace(blank, icc_profile=source.icc_profile, reshaped_id=document.reshaped_id)
    active, path = document.active_layer, _path_for(document, copied)
    block = copies(source, copied.ids, copied.whole, path, document)
    way = _way_onto(document.extent.bounds, block)
    block = [*each_changed(block, partial(_on_page, source=source, target=document, way=way))]
    index = 0 if active is None else index_above(document.layers, active, path)
    found = inserted(document, block, index, path)
    is_one = len(block) == 1 or found.group_id is not None
    ids = () if is_one else tuple(layer.id for layer in block)
    return replace(found, layers=released(found.layers), mask_id=None, selected_ids=ids)


def _path_for(document: Document, copied: CopiedLayers) -> Path:
    """The groups of a document that copies are put into; none if they would be nested too deeply
    there."""
    active, group = document.active_layer, document.active_group
    path = () if active is None else active.groups
    if group is not None and (group.collapsed or copied.whole):
        path = document.path_of(group.id)
    inner = max(
        sum(group.id in copied.whole for group in layer.groups)
        for layer in copied.document.layers
        if layer.id in copied.ids
    )
    return path if len(path) + inner <= MAX_DEPTH else ()


def layers_from(
    document: Document,
    selection: Selection,
    ids: Collection[str],
    whole: Collection[str] = (),
    *,
    cut: bool = False,
) -> Document:
    """Add copies of layers as `duplicated` does, which have only what is selected of them, each
    pixel by its weight; with `cut`, the layers keep only the rest. If everything is selected, the
    copies are whole.

    Layers of which nothing is selected are not copied; if there are no others, it is the document
    itself. Slow on large layers.
    """
    if selection.is_everything and not cut:
        return duplicated(document, ids, whole)
    parts = {
        layer.id: divided(selection, layer.raster) for layer in document.layers if layer.id in ids
    }
    parts = {each: part for each, part in parts.items() if part[0].tiles}
    if not parts:
        return document
    result = duplicated(document, parts, whole)
    new = iter(parts.values())
    layers = []
    for layer in result.layers:
        if document.layer(layer.id) is None:
            layer = replace(layer.with_pixels(next(new)[0]), beyond=None)
        elif cut and layer.id in parts:
            layer = layer.with_pixels(parts[layer.id][1])
        layers.append(layer)
    return replace(result, layers=released(layers))


def _way_onto(page: Rect, layers: Sequence[Layer]) -> tuple[int, int]:
    """How far layers have to be moved so that something of them lies on a page."""
    content = content_of(layers)
    if content.is_empty or not content.intersected(page).is_empty:
        return 0, 0
    x, y = (page.width - content.width) // 2, (page.height - content.height) // 2
    return x - content.x, y - content.y


def _on_page(layer: Layer, source: Document, target: Document, way: tuple[int, int]) -> Layer:
    """A layer, or a mask, of one document, moved by `way`, as it looks in another one."""
    page, (x, y) = target.extent.bounds, way
    pages = (source.extent, source.icc_profile), (target.extent, target.icc_profile)
    if pages[0] == pages[1] and way == (0, 0):
        return layer
    if layer.edit is not None:
        edit = layer.edit.moved(AxisMap.shift(x, y))
        raster = edit.rendered(target.extent, target.icc_profile)
        return replace(layer, raster=raster, edit=edit)
    to_srgb = Conversion.to_srgb(source.icc_profile)
    from_srgb = Conversion.from_srgb(target.icc_profile)

    def read(area: Rect) -> Pixels:
        pixels = layer.read(area.translated(-x, -y))
        if source.icc_profile != target.icc_profile:
            pixels = from_srgb.applied(to_srgb.applied(pixels))
        return pixels

    content = layer.content_bounds.translated(x, y)
    raster = Raster.empty(target.extent)
    for _, area in tile_areas(content.intersected(page)):
        raster = raster.write(area, read(area))
    return replace(layer, raster=raster, beyond=kept_beyond(page, content, read))
