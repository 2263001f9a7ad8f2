"""Cropping, scaling, rotating and flipping a whole document, with its layers, mask and guides.

Each of these is slow on a large document.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from math import prod
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.beyond import Beyond, around, kept_beyond
from glide_studio.core.document.document import Document
from glide_studio.core.document.guides import Guide
from glide_studio.core.document.layers import Layer, each_changed
from glide_studio.core.geometry import MAX_MEGAPIXELS, MAX_SIDE, AxisMap, Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.projection import Projection
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.raster.resample import Resampling, resized_channel, scaled_raster
from glide_studio.core.raster.warp import Warp
from glide_studio.core.sentence import ArtistError

Opacity = NDArray[np.float32]


class SizeError(ArtistError, ValueError):
    """A size that is too large for a document."""


def check_extent(extent: Extent) -> None:
    """Raise SizeError if a document of `extent` would be too large."""
    if max(extent.width, extent.height) > MAX_SIDE:
        raise SizeError("A picture has at most {most} pixels a side: choose fewer.", most=MAX_SIDE)
    if extent.width * extent.height > MAX_MEGAPIXELS * 1_000_000:
        raise SizeError(
            "A picture has at most {most} megapixels: choose a smaller size.", most=MAX_MEGAPIXELS
        )


def cropped(document: Document, frame: Rect) -> Document:
    """Crop to `frame`; where it reaches past the edge, the canvas grows, and is transparent but for
    what layers have there. What lies past any edge is cut off if some of the page is.

    Raises ValueError if the frame is empty or too large.
    """
    extent = Extent(frame.width, frame.height)
    check_extent(extent)
    if frame == document.extent.bounds:
        return document

    page = document.extent.bounds
    crops = not frame.contains(page)

    def layer(old: Layer) -> Layer:
        raster = old.raster.framed(frame)
        if old.edit is not None:
            kept = page.intersected(frame) if crops else old.edit.clip
            edit = replace(old.edit, clip=old.edit.clip.intersected(kept))
            edit = edit.moved(AxisMap.shift(-frame.x, -frame.y))
            if not page.contains(old.edit.clip):
                raster = edit.rendered(extent, document.icc_profile)
            return replace(old, raster=raster, edit=edit)
        if old.beyond is None or crops:
            return replace(old, raster=raster, beyond=None)
        x, y = frame.x, frame.y
        content = old.content_bounds.translated(-x, -y)

        def read(area: Rect) -> Pixels:
            return old.read(area.translated(x, y))

        for part in around(page.translated(-x, -y), extent.bounds):
            raster = raster.write(part, read(part))
        return replace(old, raster=raster, beyond=kept_beyond(extent.bounds, content, read))

    def guide(old: Guide) -> Guide:
        return replace(old, place=old.place - (frame.x if old.axis == "x" else frame.y))

    return _remade(document, extent, lambda raster: raster.framed(frame), layer, guide)


def rotated(document: Document, quarters: int) -> Document:
    """The picture rotated clockwise by `quarters` times 90 degrees."""
    width, height = document.extent.width, document.extent.height
    match quarters % 4:
        case 1:
            motion, size = AxisMap(0, -1, 1, 0, height, 0), (height, width)
        case 2:
            motion, size = AxisMap(-1, 0, 0, -1, width, height), (width, height)
        case 3:
            motion, size = AxisMap(0, 1, -1, 0, 0, width), (height, width)
        case _:
            return document
    return _Rigid(Extent(*size), motion, partial(np.rot90, k=-quarters)).applied_to(document)


def flipped(document: Document, left_to_right: bool) -> Document:
    """The picture mirrored left to right, or top to bottom."""
    width, height = document.extent.width, document.extent.height
    if left_to_right:
        rigid = _Rigid(document.extent, AxisMap(-1, 0, 0, 1, width, 0), np.fliplr)
    else:
        rigid = _Rigid(document.extent, AxisMap(1, 0, 0, -1, 0, height), np.flipud)
    return rigid.applied_to(document)


def scaled(document: Document, extent: Extent, resampling: Resampling) -> Document:
    """The whole picture scaled to `extent`. Raises ValueError if that is too large.

    The colour of transparent pixels does not bleed into their neighbours, and layers that are
    opaque together stay so.
    """
    check_extent(extent)
    if extent == document.extent:
        return document
    across, down = extent.width / document.extent.width, extent.height / document.extent.height

    def guide(old: Guide) -> Guide:
        return replace(old, place=round(old.place * (across if old.axis == "x" else down)))

    def layer(old: Layer) -> Layer:
        if old.edit is None:
            beyond = _scaled_beyond(old, extent, Projection(xx=across, yy=down), resampling)
            raster = scaled_raster(old.raster, extent, resampling)
            return replace(old, raster=raster, beyond=beyond)
        edit = old.edit.moved(AxisMap(across, 0, 0, down))
        return replace(old, raster=edit.rendered(extent, document.icc_profile), edit=edit)

    def mask(old: Raster) -> Raster:
        return scaled_raster(old, extent, resampling)

    made = _remade(document, extent, mask, layer, guide)
    return replace(made, layers=_without_seams(document.layers, made.layers, resampling))


@dataclass(frozen=True)
class _Rigid:
    """A rotation or flip that maps pixels onto pixels, as a map of points and as one of arrays."""

    extent: Extent
    motion: AxisMap
    pixels: Callable[[Pixels], Pixels]

    def applied_to(self, document: Document) -> Document:
        return _remade(document, self.extent, self._raster, self._layer, self._guide)

    def _raster(self, raster: Raster) -> Raster:
        empty, content = Raster.empty(self.extent, raster.channels), raster.content_bounds()
        if content.is_empty:
            return empty
        pixels = np.ascontiguousarray(self.pixels(raster.read(content)))
        return empty.write(self.motion.rect(content), pixels)

    def _layer(self, layer: Layer) -> Layer:
        edit = None if layer.edit is None else layer.edit.moved(self.motion)
        beyond = layer.beyond
        if beyond is not None:
            place = self.motion.rect(beyond.bounds)
            pixels = np.ascontiguousarray(self.pixels(beyond.raster.to_array()))
            beyond = Beyond(place.x, place.y, Raster.from_array(pixels))
        return replace(layer, raster=self._raster(layer.raster), edit=edit, beyond=beyond)

    def _guide(self, guide: Guide) -> Guide:
        x, y = self.motion.at(guide.place, guide.place)
        is_x = (guide.axis == "x") != self.motion.swaps_axes
        return Guide("x", round(x)) if is_x else Guide("y", round(y))


def _remade(
    document: Document,
    extent: Extent,
    mask: Callable[[Raster], Raster],
    layer: Callable[[Layer], Layer],
    guide: Callable[[Guide], Guide],
) -> Document:
    def remade(old: Mask) -> Mask:
        return Mask(mask(old.raster))

    return replace(
        document,
        extent=extent,
        mask=remade(document.mask),
        colours=document.colours.changed(remade),
        layers=each_changed(document.layers, layer),
        guides=tuple(dict.fromkeys(map(guide, document.guides))),
        reshaped_id=uuid4().hex,
        region=None,
    )


def _scaled_beyond(
    layer: Layer, extent: Extent, scaling: Projection, resampling: Resampling
) -> Beyond | None:
    """What lies past the edges of a page that is scaled to `extent`."""
    content = layer.content_bounds
    if layer.beyond is None or content.is_empty:
        return None
    warp = Warp(layer.read(content), content, scaling, resampling)
    return kept_beyond(extent.bounds, warp.bounds, warp.sampler().render)


def _without_seams(
    layers: tuple[Layer, ...], made: tuple[Layer, ...], resampling: Resampling
) -> tuple[Layer, ...]:
    """The layers `made` from `layers` by scaling, as opaque together as those were.

    Where a layer meets the edge of one above it, scaling makes both half transparent. The lower one
    gets the opacity that it had on average where it was visible. What is clipped adds none.
    """
    if resampling is Resampling.NEAREST or sum(layer.is_shown for layer in layers) < 2:
        return made
    closed, seen = list(made), None
    for index in reversed(range(len(layers))):
        layer = layers[index]
        if not layer.is_shown or any(item.clipped for item in (layer, *layer.groups)):
            continue
        alpha = _opacity(layer)
        below = 1 - alpha if seen is None else seen * (1 - alpha)
        if seen is not None and layer.edit is None and alpha.min() < 1:
            closed[index] = _extended(made[index], seen, below, resampling)
        if not below.any():
            break
        seen = below
    return tuple(closed)


def _opacity(layer: Layer) -> Opacity:
    """From 0 to 1, (height, width), in its groups."""
    page = layer.raster.extent.bounds
    pixels = layer.seen(page)
    for group in layer.groups:
        pixels = group.masked(pixels, page)
    return pixels[..., 3] * np.float32(_share(layer) / 255)


def _share(layer: Layer) -> float:
    """The opacity of a layer in its groups."""
    return prod(group.opacity for group in layer.groups) * layer.opacity


def _extended(layer: Layer, seen: Opacity, below: Opacity, resampling: Resampling) -> Layer:
    """A scaled layer, opaque enough that of `seen`, the light that reaches it from above, only
    `below` passes through it."""
    extent = layer.raster.extent
    before, after = (resized_channel(each, extent, resampling).clip(0, 1) for each in (seen, below))
    share = np.divide(after, before, out=np.ones_like(after), where=before > 0)
    rgba = layer.raster.to_array()
    least = np.rint(255 * (1 - share).clip(0, 1) / max(_share(layer), 1 / 255)).clip(0, 255)
    rgba[..., 3] = np.where(rgba[..., 3] > 0, np.maximum(rgba[..., 3], least), 0)
    return replace(layer, raster=Raster.from_array(rgba))
