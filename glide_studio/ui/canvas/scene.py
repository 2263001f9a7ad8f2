"""The content of the canvas, painted in device pixels and only where it changed.

Everything is painted upright on an off-screen image, the sheet; a rotated or mirrored view rotates
the sheet.
"""

import time
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QRegion, QTransform

from glide_studio.core.document.document import Document
from glide_studio.core.document.guides import Guide
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.colours import MaskColours
from glide_studio.core.mask.mask import REPAINT, Mask
from glide_studio.core.raster.thumbnail import reduced_extent
from glide_studio.ui.canvas.adjusted import AdjustedPicture
from glide_studio.ui.canvas.argb import MIN_OPAQUE, Argb, argb_image, sampled
from glide_studio.ui.canvas.lines import GRID_ABOVE, paint_grid, paint_guides
from glide_studio.ui.canvas.mask import Ants, Flags, MaskLook, MaskOverlay, MaskStyle, tint
from glide_studio.ui.canvas.preview import PreviewLayer
from glide_studio.ui.canvas.tiles import FadingPicture, MaskTiles, joined
from glide_studio.ui.canvas.view import ViewTransform
from glide_studio.ui.style.theme import current
from glide_studio.ui.widgets.checkers import checkers

CHECKER_SIZE = 8
FRAME_LIGHT, FRAME_DARK = QColor(255, 255, 255, 130), QColor(0, 0, 0, 110)
TILES_SECONDS = 0.005
"""Seconds for making tiles in one frame; more would delay the frame."""

CRISP_ZOOM = 2.0
"""From this zoom on pixels are shown as squares; below, they are smoothed."""


class CanvasScene:
    """The document, its mask and a preview, as `view`, always upright, shows them on the sheet.

    `stale_areas` have to be repainted; `refreshed` does so. `placement` maps the sheet to the
    screen.
    """

    def __init__(self, document: Document, style: MaskStyle) -> None:
        self.view = ViewTransform()
        self._rotated = self.view
        self.size = Extent(1, 1)
        """The size of the screen that it is for, in device pixels."""
        self._stale = QRegion()
        self.extent = document.extent
        self._picture = FadingPicture(document)
        self._mask = MaskTiles(document.mask)
        self._other_masks: dict[int, MaskTiles] = {}
        self._colour = 0
        self._preview: PreviewLayer | None = None
        self._adjusted: AdjustedPicture | None = None
        self._guides: tuple[Guide, ...] = ()
        self._has_grid = True
        self._style = style
        self._overlays: dict[int, MaskOverlay] = {}
        self.ants = Ants(1, 1)
        """The marching ants, if the mask is shown so."""
        self._image, self._scale = QImage(), 1.0
        self._checkers = QBrush()
        self.follow_theme()

    def follow_theme(self) -> None:
        """Paint what is around the picture in the colours of the current theme."""
        colours = current()
        self._surround, self._page_edge = QColor(colours.canvas), QColor(colours.border)
        self._mark_all()

    @property
    def bounds(self) -> Rect:
        """All of the sheet, in its pixels; for an upright view those of the screen."""
        return Rect(0, 0, self._image.width(), self._image.height())

    @property
    def placement(self) -> QTransform:
        """From the sheet to the screen, in device pixels."""
        placement = QTransform()
        if not self._rotated.is_upright:
            placement.translate(self._rotated.x, self._rotated.y)
            placement.rotate(self._rotated.rotation.angle)
            placement.scale(-1 if self._rotated.rotation.mirrored else 1, 1)
            placement.translate(-self.view.x, -self.view.y)
        return placement

    def resize(self, width: int, height: int, scale: float) -> None:
        """Set the size of the screen in device pixels, of which `scale` make a logical one."""
        self.size = Extent(max(1, width), max(1, height))
        self._scale = scale
        self._checkers = checkers(CHECKER_SIZE * self._line)
        self._lay_sheet()

    def set_view(self, view: ViewTransform) -> None:
        """Show the document through `view`; panning paints only what comes into sight."""
        old_rotation, self._rotated = self._rotated.rotation, view.snapped()
        if old_rotation != view.rotation:
            self._lay_sheet()
            return
        old, self.view = self.view, self._sheet()[0]
        dx, dy = int(self.view.x - old.x), int(self.view.y - old.y)
        moved = self.bounds.translated(dx, dy)
        if self.view.zoom != old.zoom or moved.intersected(self.bounds).is_empty:
            self._mark_all()
        elif dx or dy:
            self._scroll(dx, dy)

    def _sheet(self) -> tuple[ViewTransform, Extent]:
        if self._rotated.is_upright:
            return self._rotated, self.size
        return self._rotated.sheet(self.size.width, self.size.height)

    def _lay_sheet(self) -> None:
        self.view, extent = self._sheet()
        self._image = QImage(extent.width, extent.height, QImage.Format.Format_RGB32)
        self._image.fill(self._surround)
        self.ants = Ants(extent.width, extent.height)
        self._mark_all()

    def set_style(self, style: MaskStyle) -> None:
        """Change how the mask is shown."""
        if style == self._style:
            return
        self._style = style
        self._overlays.clear()
        self.ants = Ants(self._image.width(), self._image.height())
        self._mark_all()

    def set_lines(self, guides: tuple[Guide, ...], has_grid: bool) -> None:
        """Show these guides, and the pixel grid or not."""
        if (guides, has_grid) != (self._guides, self._has_grid):
            self._guides, self._has_grid = guides, has_grid
            self._mark_all()

    def set_document(self, document: Document, before: Document | None = None) -> None:
        """Show another document; `before` is the one that it is faded with."""
        if document.extent == self.extent:
            self._mark_tiles(self._picture.show(document, before))
            return
        self.extent = document.extent
        self._picture = FadingPicture(document, before)
        self._mask = MaskTiles(document.mask)
        self._other_masks = {}
        self._mark_all()

    def set_share(self, share: float) -> None:
        """Set the opacity of the document over the one that it is faded with, 0 to 1."""
        self._mark_tiles(self._picture.set_share(share))

    def set_part(self, document: Document, dirty: Rect) -> None:
        """Show another document of the same extent that differs within `dirty` only."""
        self._picture.show_part(document, dirty)
        self._mark(dirty)

    def set_mask(self, mask: Mask, dirty: Rect | None = None) -> None:
        """Show another mask that differs within `dirty`, in document pixels, if known."""
        changed = self._mask.show(mask)
        if dirty is None:
            self._mark_tiles(changed)
        else:
            self._mark(dirty)

    def set_colours(self, colours: MaskColours | None) -> None:
        """Show the masks of the other colours too, as tints below that of the active one, or with
        marching ants as outlines; None for a mask that has no colours."""
        colours = colours or MaskColours()
        masks = colours.others
        if (colours.active, masks.keys()) != (self._colour, self._other_masks.keys()):
            self._colour = colours.active
            self._other_masks = {number: MaskTiles(mask) for number, mask in masks.items()}
            self._overlays.clear()
            self._mark_all()
        for number, tiles in self._other_masks.items():
            self._mark_tiles(tiles.show(masks[number]))

    def set_preview(self, preview: PreviewLayer | None) -> None:
        """Show `preview` as it is now, or none."""
        for layer in (self._preview, preview):
            if layer is not None:
                self._mark(layer.bounds)
        self._preview = preview

    def set_adjusted(self, adjusted: AdjustedPicture | None) -> None:
        """Show this, as it is now, in place of the document's picture, or that again."""
        self._adjusted = adjusted
        self._mark_all()

    @property
    def sight(self) -> tuple[int, Rect]:
        """How often the picture is halved, and which part of that is on the sheet."""
        return self._source(self.bounds)

    def stale_areas(self) -> list[QRect]:
        """What has to be repainted, as rectangles of the sheet that do not overlap."""
        return _rects(self._stale)

    def refreshed(self) -> QImage:
        """The sheet, repainted as far as time allows; the caller must only read it.

        Areas of a large picture whose tiles are not made yet stay stale until the next frame.
        """
        end = time.perf_counter() + TILES_SECONDS
        painter = QPainter(self._image)
        later = QRegion()
        for stale in self.stale_areas():
            area = Rect(stale.x(), stale.y(), stale.width(), stale.height())
            source = self._source(area)
            if self._seen.prepare(*source, end) and self._prepare_masks(area, end):
                painter.setClipRect(stale)
                self._paint(painter, area)
            else:
                later += stale
        painter.end()
        self._stale = later
        return self._image

    def _mark(self, area: Rect) -> None:
        """The document pixels of `area` changed."""
        self._stale += _qrect(self._reach(area)) & self._image.rect()

    def _reach(self, area: Rect) -> Rect:
        """The device pixels of `area`, and those of the outlines that reach beyond it."""
        if area.is_empty:
            return area
        return self.view.device_bounds(area).padded(2 * self._line)

    def _mark_tiles(self, keys: Iterable[tuple[int, int]]) -> None:
        for run in joined(keys):
            self._mark(run)

    def _mark_all(self) -> None:
        self._stale = QRegion(self._image.rect())

    @property
    def _line(self) -> int:
        return max(1, round(self._scale))

    def _scroll(self, dx: int, dy: int) -> None:
        old = self._image
        self._image = QImage(old.size(), old.format())
        self._image.fill(self._surround)
        painter = QPainter(self._image)
        painter.drawImage(dx, dy, old)
        painter.end()
        if self._style.look is MaskLook.ANTS:
            self.ants.scroll(dx, dy)
        everything = QRegion(self._image.rect())
        self._stale = (everything - everything.translated(dx, dy)) + (
            self._stale.translated(dx, dy) & everything
        )

    def _paint(self, painter: QPainter, area: Rect) -> None:
        page = self.view.pixels_of(self.extent)
        on_page = area.intersected(page)
        if on_page != area:
            painter.fillRect(_qrect(area), self._surround)
            painter.fillRect(_qrect(page.padded(1)), self._page_edge)
        if not on_page.is_empty:
            self._paint_picture(painter, on_page)
            self._paint_preview(painter, on_page)
            self._paint_mask(painter, on_page)
            if self._has_grid and self.view.zoom > GRID_ABOVE:
                paint_grid(painter, self.view, on_page)
        paint_guides(painter, self.view, area, self._guides, self._line)
        if self._preview is not None:
            self._paint_frame(painter, self._preview.bounds)

    def _paint_picture(self, painter: QPainter, area: Rect) -> None:
        """Squares when magnified; otherwise smoothed from the smallest halving that suffices."""
        level, source = self._source(area)
        if self.view.zoom >= CRISP_ZOOM:
            rows, columns = self.view.nearest(area)
            pixels = sampled(self._seen.read(level, source), rows - source.y, columns - source.x)
            self._paint_checkers(painter, area, pixels)
            painter.drawImage(area.x, area.y, argb_image(pixels))
            return
        view = self.view.at_level(level)
        pixels = self._seen.read(level, source)
        self._paint_checkers(painter, area, pixels)
        painter.save()
        painter.setClipRect(_qrect(area))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(view.x, view.y)
        painter.scale(view.zoom, view.zoom)
        painter.drawImage(source.x, source.y, argb_image(pixels))
        painter.restore()

    @property
    def _seen(self) -> FadingPicture | AdjustedPicture:
        return self._adjusted or self._picture

    def _source(self, area: Rect) -> tuple[int, Rect]:
        """How often the picture is halved for a device `area`, and which part of that it shows."""
        if self.view.zoom >= CRISP_ZOOM:
            return 0, self.view.document_bounds(area).intersected(self.extent.bounds)
        level = self.view.mip_level
        seen = self.view.at_level(level).document_bounds(area).padded(1)
        return level, seen.intersected(reduced_extent(self.extent, 2**level).bounds)

    def _paint_checkers(self, painter: QPainter, area: Rect, pixels: Argb) -> None:
        """What shows through `pixels`, if anything does."""
        if pixels.size and pixels.min() < MIN_OPAQUE:
            painter.setBrushOrigin(int(self.view.x), int(self.view.y))
            painter.fillRect(_qrect(area), self._checkers)

    def _paint_preview(self, painter: QPainter, area: Rect) -> None:
        if self._preview is None:
            return
        area = area.intersected(self.view.device_bounds(self._preview.bounds))
        if not area.is_empty:
            colours = self._preview.colours(self.view, area)
            painter.drawImage(area.x, area.y, argb_image(colours))

    def _paint_mask(self, painter: QPainter, area: Rect) -> None:
        if self._style.look is MaskLook.ANTS:
            self.ants.clear(area)
        for number, tiles in self._masks:
            self._paint_colour(painter, self._masked(tiles, area), number, tiles)

    def _paint_colour(self, painter: QPainter, area: Rect, number: int, tiles: MaskTiles) -> None:
        if area.is_empty:
            return
        level, line, source = self.view.mip_level, self._line, self._mask_source(area)
        rows, columns = self.view.at_level(level).nearest(area.padded(line))
        values = sampled(tiles.read(level, source), rows - source.y, columns - source.x)
        if not values.any():
            return
        start = area.x + area.y - int(self.view.x + self.view.y)
        if number == self._colour and self._style.look is MaskLook.ANTS:
            self.ants.set(area, values, line, start)
        else:
            bare = self._hidden(area)
            if self._style.look is MaskLook.ANTS:  # the picture's own colours are wanted
                bare[:] = True
            overlay = self._overlay(number).colours(values, bare, line, start)
            painter.drawImage(area.x, area.y, argb_image(overlay))

    @property
    def _masks(self) -> list[tuple[int, MaskTiles]]:
        """The masks by the numbers of their colours, the active one last."""
        return [*self._other_masks.items(), (self._colour, self._mask)]

    def _overlay(self, number: int) -> MaskOverlay:
        """How a colour is shown: the active one as the style says, the others as tints."""
        if number not in self._overlays:
            look = self._style.look if number == self._colour else MaskLook.TINT
            style = replace(self._style, look=look, colour=tint(self._style, number))
            self._overlays[number] = MaskOverlay(style)
        return self._overlays[number]

    def _prepare_masks(self, area: Rect, end: float) -> bool:
        """As `TilePyramid.prepare`, for what a device `area` shows of the masks."""
        level = self.view.mip_level
        return all(
            tiles.prepare(level, self._mask_source(self._masked(tiles, area)), end)
            for _, tiles in self._masks
        )

    def _masked(self, tiles: MaskTiles, area: Rect) -> Rect:
        """The part of a device `area` that shows something of a mask."""
        if not self._style.visible:
            return Rect(0, 0, 0, 0)
        return area.intersected(self._reach(tiles.bounds))

    def _mask_source(self, area: Rect) -> Rect:
        """The part of the mask, halved as often as the picture, that a device `area` shows."""
        if area.is_empty:
            return area
        return self.view.at_level(self.view.mip_level).document_bounds(area.padded(self._line))

    def _hidden(self, area: Rect) -> Flags:
        """Where the preview hides the mask in a device `area`."""
        flags = np.zeros((area.height, area.width), bool)
        if self._preview is not None:
            seen = area.intersected(self.view.device_bounds(self._preview.bounds))
            if not seen.is_empty:
                flags[seen.slices_in(area)] = self._preview.alpha(self.view, seen) >= REPAINT
        return flags

    def _paint_frame(self, painter: QPainter, bounds: Rect) -> None:
        """A light line within a dark one around what the model works on."""
        line, frame = self._line, self.view.device_bounds(bounds)
        edge = QRegion(_qrect(frame)) - _qrect(frame.padded(-line))
        rim = QRegion(_qrect(frame.padded(line))) - _qrect(frame)
        for region, colour in ((edge, FRAME_LIGHT), (rim, FRAME_DARK)):
            for rect in _rects(region):
                painter.fillRect(rect, colour)


def _rects(region: QRegion) -> list[QRect]:
    return [*region]  # type: ignore[misc]  # PySide6's stubs lack __iter__


def _qrect(area: Rect) -> QRect:
    return QRect(area.x, area.y, area.width, area.height)
