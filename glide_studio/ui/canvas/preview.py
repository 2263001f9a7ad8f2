"""The preview of a run, shown over the document where the result will be."""

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from glide_studio.core.document.blend import feather_of
from glide_studio.core.document.edit import Edit
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.blend_band import blend_alpha
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.raster.resample import resized
from glide_studio.core.request.request import GenerationRequest
from glide_studio.core.request.source import mask_of
from glide_studio.ui.canvas.argb import Argb, argb_image, sampled
from glide_studio.ui.canvas.view import ViewTransform

MAX_SIDE = 512
"""Up to this size a preview is resampled as the result will be; a larger one is stretched."""

MAX_ALPHA_SIDE = 512
"""Up to this size the blend is exact to the pixel; beyond it that would take too long."""


class PreviewLayer:
    """The latest picture of the run of `request`, at an `opacity` from 0 to 1, in the request's
    bounds or where the `edit` lies that is drawn anew."""

    def __init__(
        self, request: GenerationRequest, opacity: float = 1.0, edit: Edit | None = None
    ) -> None:
        self.request = request
        self.opacity = opacity
        self.bounds = request.bounds if edit is None else edit.bounds
        self._edit = edit
        self._step = -(-self.bounds.width // MAX_ALPHA_SIDE)
        mask = mask_of(request.source) if edit is None else _seen_of(edit)
        self._alpha: Pixels | None = None
        if mask is not None:
            coarse = mask[:: self._step, :: self._step]
            feather = feather_of(request) * self.bounds.width / request.bounds.width
            self._alpha = blend_alpha(coarse, int(feather / self._step))
        self._image = QImage()

    def set_picture(self, picture: Pixels) -> None:
        """Show `picture`, (height, width, 3) uint8, stretched over the bounds."""
        if self._edit is not None:
            picture = self._edit.turned(picture)
        scale = min(1, MAX_SIDE / max(self.bounds.width, self.bounds.height))
        sides = (self.bounds.width, self.bounds.height)
        width, height = (max(1, round(scale * side)) for side in sides)
        fine = np.ascontiguousarray(resized(picture, Extent(width, height)))
        borrowed = QImage(fine.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        self._image = borrowed.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)

    def alpha(self, view: ViewTransform, area: Rect) -> Pixels:
        """Its alpha over each pixel of the device `area`: (height, width), 0 to 255."""
        rows, columns = view.nearest(area)
        rows, columns = rows - self.bounds.y, columns - self.bounds.x
        if self._alpha is None:
            alpha = np.full((area.height, area.width), 255, np.uint8)
        else:
            alpha = sampled(
                self._alpha,
                np.clip(rows, 0, self.bounds.height - 1) // self._step,
                np.clip(columns, 0, self.bounds.width - 1) // self._step,
            )
        alpha[(rows < 0) | (rows >= self.bounds.height)] = 0
        alpha[:, (columns < 0) | (columns >= self.bounds.width)] = 0
        if self.opacity < 1:
            alpha = (self.opacity * alpha).round().astype(np.uint8)
        return alpha

    def colours(self, view: ViewTransform, area: Rect) -> Argb:
        """Premultiplied colours to paint over the device `area`: (height, width)."""
        colours = np.zeros((area.height, area.width), np.uint32)
        left, top = view.to_device(self.bounds.x, self.bounds.y)
        width, height = self.bounds.width * view.zoom, self.bounds.height * view.zoom
        alpha = self.alpha(view, area)
        stencil = QImage(
            alpha.data, area.width, area.height, area.width, QImage.Format.Format_Alpha8
        )
        image = argb_image(colours)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left - area.x, top - area.y, width, height), self._image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(0, 0, stencil)
        painter.end()
        return colours


def _seen_of(edit: Edit) -> Pixels | None:
    """The mask of an edit in its bounds, as far as crops left it; None if all of it is seen."""
    if edit.mask is None and edit.clip.contains(edit.bounds):
        return None
    mask = edit.mask_in_bounds()
    seen = np.zeros_like(mask)
    left = edit.clip.intersected(edit.bounds).slices_in(edit.bounds)
    seen[left] = mask[left]
    return seen
