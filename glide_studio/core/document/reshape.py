"""The whole document in another frame, another size, or turned over.

Layers, mask, guides and the places of the edit stages go with it. Each of these takes a while on a
large document.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from uuid import uuid4

import numpy as np
from PIL import Image

from glide_studio.core.document.document import Document, EditStage
from glide_studio.core.document.guides import Guide
from glide_studio.core.geometry import MAX_MEGAPIXELS, Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.request.request import MAX_SIDE, PATCH_SIZE
from glide_studio.core.sentence import ArtistError

Point = tuple[int, int]


class SizeError(ArtistError, ValueError):
    """A size that is too large for a document."""


class Resampling(Enum):
    """How pixels between pixels are made."""

    NEAREST = Image.Resampling.NEAREST
    BILINEAR = Image.Resampling.BILINEAR
    LANCZOS = Image.Resampling.LANCZOS

    @property
    def support(self) -> int:
        """How many source pixels to each side count when enlarging."""
        return {Resampling.NEAREST: 1, Resampling.BILINEAR: 1, Resampling.LANCZOS: 3}[self]


def check_extent(extent: Extent) -> None:
    """Raises SizeError where a document would be too large."""
    if max(extent.width, extent.height) > MAX_SIDE:
        raise SizeError("A picture has at most {most} pixels a side: choose fewer.", most=MAX_SIDE)
    if extent.width * extent.height > MAX_MEGAPIXELS * 1_000_000:
        raise SizeError(
            "A picture has at most {most} megapixels: choose a smaller size.", most=MAX_MEGAPIXELS
        )


def cropped(document: Document, frame: Rect) -> Document:
    """What lies in `frame`; where that reaches past the edge, the canvas grows, transparent.

    Raises ValueError for a frame that is empty or too large.
    """
    extent = Extent(frame.width, frame.height)
    check_extent(extent)
    if frame == document.extent.bounds:
        return document

    def stage(old: EditStage) -> EditStage | None:
        bounds = old.request.bounds.translated(-frame.x, -frame.y)
        if max(abs(bounds.x), abs(bounds.y)) > MAX_SIDE:
            return None
        return replace(old, request=replace(old.request, bounds=bounds))

    def guide(old: Guide) -> Guide:
        return replace(old, place=old.place - (frame.x if old.axis == "x" else frame.y))

    return _remade(document, extent, lambda raster: raster.framed(frame), stage, guide)


def turned(document: Document, quarters: int) -> Document:
    """The picture turned clockwise by `quarters` times 90 degrees."""
    width, height = document.extent.width, document.extent.height
    match quarters % 4:
        case 1:
            rigid = _Rigid(Extent(height, width), lambda x, y: (height - y, x), _rotated(-1))
        case 2:
            rigid = _Rigid(document.extent, lambda x, y: (width - x, height - y), _rotated(2))
        case 3:
            rigid = _Rigid(Extent(height, width), lambda x, y: (y, width - x), _rotated(1))
        case _:
            return document
    return rigid.applied_to(document)


def flipped(document: Document, left_to_right: bool) -> Document:
    """The picture mirrored left to right, or top to bottom."""
    width, height = document.extent.width, document.extent.height
    if left_to_right:
        rigid = _Rigid(document.extent, lambda x, y: (width - x, y), np.fliplr)
    else:
        rigid = _Rigid(document.extent, lambda x, y: (x, height - y), np.flipud)
    return rigid.applied_to(document)


def scaled(document: Document, extent: Extent, resampling: Resampling) -> Document:
    """The whole picture brought to the size of `extent`. Raises ValueError where that is too large.

    Transparent pixels lend no colour to their neighbours.
    """
    check_extent(extent)
    if extent == document.extent:
        return document
    across, down = extent.width / document.extent.width, extent.height / document.extent.height

    def guide(old: Guide) -> Guide:
        return replace(old, place=round(old.place * (across if old.axis == "x" else down)))

    return _remade(
        document,
        extent,
        lambda raster: _scaled_raster(raster, extent, resampling),
        lambda stage: _scaled_stage(stage, across, down),
        guide,
    )


@dataclass(frozen=True)
class _Rigid:
    """A motion of pixels onto pixels: what it does to their corners, and to arrays of them."""

    extent: Extent
    place: Callable[[int, int], Point]
    pixels: Callable[[Pixels], Pixels]

    def applied_to(self, document: Document) -> Document:
        return _remade(document, self.extent, self._raster, self._stage, self._guide)

    def _raster(self, raster: Raster) -> Raster:
        content = raster.content_bounds()
        if content.is_empty:
            return Raster.empty(self.extent, raster.channels)
        pixels = np.ascontiguousarray(self.pixels(raster.read(content)))
        return Raster.empty(self.extent, raster.channels).write(self._rect(content), pixels)

    def _stage(self, stage: EditStage) -> EditStage:
        request = stage.request
        picture, mask = (
            None if array is None else self.pixels(array)
            for array in (request.picture, request.mask)
        )
        bounds = self._rect(request.bounds)
        return replace(
            stage,
            request=replace(request, bounds=bounds, picture=picture, mask=mask),
            patch=np.ascontiguousarray(self.pixels(stage.patch)),
        )

    def _guide(self, guide: Guide) -> Guide:
        x, y = self.place(guide.place, guide.place)
        other_x, _ = self.place(
            guide.place + (guide.axis == "y"), guide.place + (guide.axis == "x")
        )
        return Guide("x", x) if x == other_x else Guide("y", y)

    def _rect(self, rect: Rect) -> Rect:
        (x, y), (other_x, other_y) = (
            self.place(rect.x, rect.y),
            self.place(rect.right, rect.bottom),
        )
        return Rect.from_edges(min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))


def _rotated(quarters: int) -> Callable[[Pixels], Pixels]:
    return lambda pixels: np.rot90(pixels, quarters)


def _remade(
    document: Document,
    extent: Extent,
    raster: Callable[[Raster], Raster],
    stage: Callable[[EditStage], EditStage | None],
    guide: Callable[[Guide], Guide],
) -> Document:
    layers = tuple(replace(layer, raster=raster(layer.raster)) for layer in document.layers)
    stages = (stage(old) for old in document.stages)
    return replace(
        document,
        extent=extent,
        mask=Mask(raster(document.mask.raster)),
        layers=layers,
        stages=tuple(new for new in stages if new is not None),
        guides=tuple(dict.fromkeys(guide(old) for old in document.guides)),
        reshaped_id=uuid4().hex,
    )


def _scaled_raster(raster: Raster, extent: Extent, resampling: Resampling) -> Raster:
    """Only what holds something is scaled, as it would be with all around it."""
    empty, content = Raster.empty(extent, raster.channels), raster.content_bounds()
    if content.is_empty:
        return empty
    across, down = extent.width / raster.extent.width, extent.height / raster.extent.height
    reach_x = math.ceil(resampling.support * max(1, 1 / across)) + 1
    reach_y = math.ceil(resampling.support * max(1, 1 / down)) + 1

    def grown(area: Rect) -> Rect:
        return Rect.from_edges(
            area.x - reach_x, area.y - reach_y, area.right + reach_x, area.bottom + reach_y
        )

    touched = grown(content).intersected(raster.extent.bounds)
    target = _outward(touched, across, down).intersected(extent.bounds)
    source = grown(_outward(target, 1 / across, 1 / down)).intersected(raster.extent.bounds)
    box = (
        max(0.0, target.x / across - source.x),
        max(0.0, target.y / down - source.y),
        min(source.width, target.right / across - source.x),
        min(source.height, target.bottom / down - source.y),
    )
    pixels = raster.read(source)
    image = Image.fromarray(pixels[..., 0] if raster.channels == 1 else pixels)
    resized = image.resize((target.width, target.height), resampling.value, box)
    return empty.write(target, np.array(resized))


def _scaled_stage(stage: EditStage, across: float, down: float) -> EditStage | None:
    """The stage around the same things; a box that would not be square is made so."""
    request, bounds = stage.request, stage.request.bounds
    box = Rect.from_edges(
        round(bounds.x * across),
        round(bounds.y * down),
        max(round(bounds.right * across), round(bounds.x * across) + 1),
        max(round(bounds.bottom * down), round(bounds.y * down) + 1),
    )
    side = max(box.width, box.height)
    square = Rect(box.x - (side - box.width) // 2, box.y - (side - box.height) // 2, side, side)
    if max(side, abs(square.x), abs(square.y)) > MAX_SIDE:
        return None
    feather = round(request.feather * max(across, down))
    moved = replace(request, bounds=square, picture=None, mask=None, feather=feather)
    if request.picture is not None and request.mask is not None:
        moved = replace(
            moved,
            picture=_squared(request.picture, box, PATCH_SIZE, "edge"),
            mask=_squared(request.mask, box, side, "constant"),
        )
    return replace(stage, request=moved, patch=_squared(stage.patch, box, PATCH_SIZE, "edge"))


def _squared(pixels: Pixels, box: Rect, side: int, padding: str) -> Pixels:
    """`pixels` stretched to the shape of `box` in the middle of a square of `side`."""
    longest = max(box.width, box.height)
    width, height = (max(1, round(side * edge / longest)) for edge in (box.width, box.height))
    smooth = Image.Resampling.BILINEAR if pixels.ndim == 3 else Image.Resampling.NEAREST
    resized = np.array(Image.fromarray(pixels).resize((width, height), smooth))
    top, left = (side - height) // 2, (side - width) // 2
    margins = [(top, side - height - top), (left, side - width - left), (0, 0)]
    squared: Pixels = np.pad(resized, margins[: pixels.ndim], padding)  # type: ignore[call-overload]
    return squared


def _outward(area: Rect, across: float, down: float) -> Rect:
    """The pixels that `area`, scaled, touches."""
    return Rect.from_edges(
        math.floor(area.x * across + 1e-9),
        math.floor(area.y * down + 1e-9),
        math.ceil(area.right * across - 1e-9),
        math.ceil(area.bottom * down - 1e-9),
    )
