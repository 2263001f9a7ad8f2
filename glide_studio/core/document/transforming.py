"""Transforming a layer, or what is selected on it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

import numpy as np

from glide_studio.core.document.beyond import Beyond, kept_beyond
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.compositing import lay, shared_out
from glide_studio.core.document.copying import layers_from
from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.layer_edits import shifted
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.selected import divided
from glide_studio.core.document.sheets import Sheet
from glide_studio.core.geometry import MAX_MEGAPIXELS, MAX_SIDE, AxisMap, Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.raster.free_transform import FreeTransform
from glide_studio.core.raster.projection import Projection
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.raster.resample import Resampling
from glide_studio.core.raster.warp import Warp, tiles_of


@dataclass(frozen=True)
class Lifted:
    """What is transformed of `layer`: `pixels`, (height, width, 4), which lie in `box`; `rest` is
    the layer without them.

    `is_whole` if nothing was selected, so that all of the layer is transformed.
    """

    layer: Layer
    pixels: Pixels
    rest: Layer
    box: Rect
    is_whole: bool


def lifted(layer: Layer, selection: Selection, icc_profile: bytes | None) -> Lifted:
    """Lift what is selected, each pixel by its weight.

    The box is empty if there is nothing to lift.
    """
    if selection.is_everything:
        whole, nothing = _with_beyond(layer, icc_profile), Raster.empty(layer.raster.extent)
        box, rest = whole.content_bounds, replace(layer, raster=nothing, beyond=None)
        return Lifted(layer, whole.read(box), rest, box, is_whole=True)
    picture, left = divided(selection, layer.raster)
    box, rest = picture.content_bounds(), replace(layer, raster=left)
    return Lifted(layer, picture.read(box), rest, box, is_whole=False)


def seen_of(what: Lifted) -> Pixels:
    """The lifted pixels as far as the layer mask does not hide them."""
    return what.layer.masked(what.pixels, what.box)


def transformed_mask(
    mask: Layer, projection: Projection, resampling: Resampling, icc_profile: bytes | None
) -> Layer:
    """A layer mask after all of its layer or group was transformed."""
    hidden = lifted(mask, Selection(Mask.empty(mask.raster.extent)), icc_profile)
    return mask if hidden.box.is_empty else _laid(hidden, projection, resampling)


def transformed(
    what: Lifted, transform: FreeTransform, resampling: Resampling, icc_profile: bytes | None
) -> Layer:
    """The layer with what was lifted from it put back transformed.

    It keeps its edit, whose patch is not touched, if all of it is scaled, mirrored, moved or turned
    by right angles; otherwise it has plain pixels. What leaves the page is kept, unless it would
    be larger than `MAX_MEGAPIXELS`. Slow on a large layer.
    """
    mask = what.layer.linked_mask
    if what.is_whole and mask is not None:
        mask = transformed_mask(mask, transform.projection, resampling, icc_profile)
        what = replace(what, layer=replace(what.layer, mask=mask))
    edit = _moved_edit(what, transform.projection)
    if edit is not None:
        raster = edit.rendered(what.layer.raster.extent, icc_profile)
        return replace(what.layer, raster=raster, edit=edit)
    return _laid(what, transform.projection, resampling)


def shifted_selection(
    document: Document, ids: Collection[str], x: int, y: int, whole: Collection[str] = ()
) -> Document:
    """Move what is selected of layers by `x` pixels to the right and `y` down, and the masks with
    it; what is moved is laid on what is left, and what leaves the page is kept. If all is selected,
    the linked masks of the `whole` groups among these layers move along. If brushes paint on a
    layer mask that is not linked, that alone moves, all of it."""
    selection, profile = document.selection, document.icc_profile
    target, mask = document.target, document.painted_mask
    if target is not None and mask is not None and not target.mask_linked:
        return document.with_item(replace(target, mask=shifted(mask, x, y, profile)))
    if selection.is_everything:
        return _shifted(document, ids, x, y, whole)
    for layer in [layer for layer in document.layers if layer.id in ids]:
        what = lifted(layer, selection, profile)
        if not what.box.is_empty:
            transform = FreeTransform(what.box).moved(x, y)
            moved = transformed(what, transform, Resampling.NEAREST, profile)
            document = document.with_changed(moved)
    return _with_shifted_masks(document, x, y)


def shifted_copies(
    document: Document, ids: Collection[str], x: int, y: int, whole: Collection[str] = ()
) -> Document:
    """As `shifted_selection`, of copies of the layers, or of what is selected of them, as
    `layers_from` adds them; the document itself if nothing is selected of them."""
    copied = layers_from(document, document.selection, ids, whole)
    if copied is document:
        return document
    new = [layer.id for layer in copied.layers if document.layer(layer.id) is None]
    moved = _shifted(copied, new, x, y, copied.groups.keys() - document.groups.keys())
    return moved if document.selection.is_everything else _with_shifted_masks(moved, x, y)


def _shifted(
    document: Document, ids: Collection[str], x: int, y: int, whole: Collection[str]
) -> Document:
    """Move layers, all of them, and the linked masks of the `whole` groups."""
    profile = document.icc_profile
    for group in [document.groups[each] for each in whole]:
        if group.linked_mask is not None:
            moved_mask = shifted(group.linked_mask, x, y, profile)
            document = document.with_group(replace(group, mask=moved_mask))
    for layer in [layer for layer in document.layers if layer.id in ids]:
        document = document.with_changed(shifted(layer, x, y, profile))
    return document


def _with_shifted_masks(document: Document, x: int, y: int) -> Document:
    frame = document.extent.bounds.translated(-x, -y)
    masks = {number: Mask(mask.raster.framed(frame)) for number, mask in document.masks.items()}
    return document.with_masks(masks)


def _with_beyond(layer: Layer, icc_profile: bytes | None) -> Layer:
    """`layer` with what its edit, if it has one, renders past the edges of the page."""
    edit, page = layer.edit, layer.raster.extent.bounds
    if edit is None:
        return layer
    reach = edit.clip.intersected(edit.bounds)
    if reach.is_empty or page.contains(reach) or not _fits(reach):
        return layer
    there = edit.moved(AxisMap.shift(-reach.x, -reach.y))
    raster = there.rendered(Extent(reach.width, reach.height), icc_profile)
    beyond = kept_beyond(page, reach, Beyond(reach.x, reach.y, raster).read)
    return replace(layer, beyond=beyond)


def _moved_edit(what: Lifted, projection: Projection) -> Edit | None:
    """The layer's edit after the transform; None if no edit is like that, or if it would be too
    large to be rendered."""
    edit, motion = what.layer.edit, projection.axis_map
    if edit is None or motion is None or not what.is_whole:
        return None
    try:
        moved = edit.moved(motion)
    except ValueError:  # its patch, of which more may be hidden, would lie too far away
        return None
    return moved if _fits(moved.bounds) else None


def _laid(what: Lifted, projection: Projection, resampling: Resampling) -> Layer:
    """The lifted pixels, transformed, over those that stayed."""
    rest, page = what.rest, what.rest.raster.extent.bounds
    warp = Warp(what.pixels, what.box, projection, resampling)
    rendered = _renderer(warp)
    kept = warp.bounds if _fits(warp.bounds) else warp.bounds.intersected(page)

    def read(area: Rect) -> Pixels:
        pixels, changed = rest.read(area), area.intersected(kept)
        if not changed.is_empty:
            part = np.ascontiguousarray(pixels[changed.slices_in(area)])
            lay(part, Sheet(rendered(changed), 1.0, BlendMode.NORMAL))
            pixels[changed.slices_in(area)] = part
        return pixels

    raster, inside = rest.raster, kept.intersected(page)
    if not inside.is_empty:
        raster = raster.write(inside, read(inside))
    content = kept if rest.beyond is None else kept.united(rest.beyond.bounds)
    return replace(what.layer.with_pixels(raster), beyond=kept_beyond(page, content, read))


def is_cut_off(what: Lifted, transform: FreeTransform) -> bool:
    """Whether what leaves the page is not kept, because the result would be too large."""
    is_edit = _moved_edit(what, transform.projection) is not None
    warp = Warp(what.pixels, what.box, transform.projection, Resampling.NEAREST)
    return not is_edit and not _fits(warp.bounds)


def _fits(bounds: Rect) -> bool:
    return (
        bounds.area <= MAX_MEGAPIXELS * 1_000_000 and max(bounds.width, bounds.height) <= MAX_SIDE
    )


def _renderer(warp: Warp) -> Callable[[Rect], Pixels]:
    """What returns the transformed pixels in a part of the warp's bounds."""
    exact = warp.rearranged()
    if exact is not None:
        return lambda area: exact[area.slices_in(warp.bounds)]
    sampler = warp.sampler()

    def rendered(area: Rect) -> Pixels:
        pixels = np.empty((area.height, area.width, 4), np.uint8)

        def fill(tile: Rect) -> None:
            pixels[tile.slices_in(area)] = sampler.render(tile)

        shared_out(fill, tiles_of(area))
        return pixels

    return rendered
