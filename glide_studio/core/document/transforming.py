"""Transforming a layer, or what is selected on it."""

from dataclasses import dataclass, replace

import numpy as np

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.compositing import Sheet, lay, shared_out
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.alpha import kept_part
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.free_transform import FreeTransform
from glide_studio.core.raster.projection import Projection
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.raster.resample import Resampling
from glide_studio.core.raster.warp import Warp, is_rigid, tiles_of


@dataclass(frozen=True)
class Lifted:
    """What is transformed of `layer`: `picture`, whose pixels lie in `box`; `rest` stays.

    `is_whole` if nothing was selected, so that all of the layer is transformed.
    """

    layer: Layer
    picture: Raster
    rest: Raster
    box: Rect
    is_whole: bool


def lifted(layer: Layer, mask: Mask) -> Lifted:
    """Lift what is selected, each pixel as far as the mask says, or all if the mask is empty.

    The box is empty if there is nothing to lift.
    """
    if mask.is_empty:
        box = layer.raster.content_bounds()
        return Lifted(layer, layer.raster, Raster.empty(layer.raster.extent), box, is_whole=True)
    picture = kept_part(layer.raster, mask)
    rest = kept_part(layer.raster, mask.inverted())
    return Lifted(layer, picture, rest, picture.content_bounds(), is_whole=False)


def transformed(
    what: Lifted, transform: FreeTransform, resampling: Resampling, icc_profile: bytes | None
) -> Layer:
    """The layer with what was lifted from it put back transformed.

    It keeps its edit, whose patch is not touched, if all of it is scaled, mirrored, moved or turned
    by right angles; otherwise it has plain pixels. What leaves the page is cut off. Slow on a
    large layer.
    """
    edit = _moved_edit(what, transform.projection)
    if edit is not None and not _keeps_bytes(transform.projection):
        raster = edit.rendered(what.rest.extent, icc_profile)
    else:
        raster = _laid(what, transform.projection, resampling)
    if edit is None:
        return what.layer.with_pixels(raster)
    return replace(what.layer, raster=raster, edit=edit)


def _keeps_bytes(projection: Projection) -> bool:
    motion = projection.axis_map
    return motion is not None and is_rigid(motion)


def _moved_edit(what: Lifted, projection: Projection) -> Edit | None:
    """The layer's edit after the transform; None if no edit is like that."""
    edit, motion = what.layer.edit, projection.axis_map
    if edit is None or motion is None or not what.is_whole:
        return None
    try:
        return edit.moved(motion).cropped(what.rest.extent.bounds)
    except ValueError:  # its patch, of which more may be hidden, would lie too far away
        return None


def _laid(what: Lifted, projection: Projection, resampling: Resampling) -> Raster:
    """The lifted pixels, transformed, over those that stayed."""
    warp = Warp(what.picture.read(what.box), what.box, projection, resampling)
    area = warp.bounds.intersected(what.rest.extent.bounds)
    if area.is_empty:
        return what.rest
    pixels = what.rest.read(area)
    lay(pixels, Sheet(_warped(warp, area), 1.0, BlendMode.NORMAL))
    return what.rest.write(area, pixels)


def _warped(warp: Warp, area: Rect) -> Pixels:
    exact = warp.rearranged()
    if exact is not None:
        return exact[area.slices_in(warp.bounds)]
    pixels = np.empty((area.height, area.width, 4), np.uint8)
    sampler = warp.sampler()

    def fill(tile: Rect) -> None:
        pixels[tile.slices_in(area)] = sampler.render(tile)

    shared_out(fill, tiles_of(area))
    return pixels
