"""The tool that takes colours from the picture."""

import math

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.session.language import tr
from glide_studio.session.review import CandidateReview
from glide_studio.ui.canvas.tool import CanvasView, Tool, Touch

RADIUS = 22
WIDTH = 8
"""The width of the ring that shows the colour, in logical pixels."""


def colour_at(document: Document, point: QPointF) -> Colour | None:
    """The colour of `document` at a point, in sRGB; None where it is transparent or outside."""
    place = Rect(math.floor(point.x()), math.floor(point.y()), 1, 1)
    if not document.extent.bounds.contains(place):
        return None
    shown = Conversion.to_srgb(document.icc_profile).applied(document.composite(place))
    red, green, blue, alpha = shown[0, 0].tolist()
    return Colour(red, green, blue) if alpha else None


class Eyedropper(Tool):
    """Press or drag over the picture: `picked` carries each `Colour` of all layers merged.

    A ring around the pointer shows the colour under it.
    """

    picked = Signal(object)
    needs_colours = True

    def __init__(self, canvas: CanvasView, review: CandidateReview) -> None:
        super().__init__(canvas)
        self._review = review
        self._place: QPointF | None = None
        self._colour: Colour | None = None

    @property
    def sentence(self) -> str:
        return tr("Eyedropper: click to pick a colour")

    def press(self, touch: Touch) -> None:
        colour = colour_at(self._review.shown_document, touch.point)
        if colour is not None:
            self.picked.emit(colour)

    def move(self, touch: Touch) -> None:
        self.press(touch)

    def hover(self, touch: Touch | None) -> None:
        self._place = None if touch is None else touch.place
        self._colour = None
        if touch is not None:
            self._colour = colour_at(self._review.shown_document, touch.point)

    def area(self) -> QRectF:
        if self._place is None:
            return QRectF()
        reach = RADIUS + WIDTH
        return QRectF(self._place - QPointF(reach, reach), self._place + QPointF(reach, reach))

    def draw(self, painter: QPainter) -> None:
        if self._place is None or self._colour is None:
            return
        ratio = self.canvas.devicePixelRatioF()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in (
            (QColor(0, 0, 0, 200), WIDTH + 4),
            (QColor(255, 255, 255), WIDTH + 2),
            (QColor(*self._colour.rgb), WIDTH),
        ):
            painter.setPen(QPen(colour, width * ratio))
            painter.drawEllipse(self._place * ratio, RADIUS * ratio, RADIUS * ratio)
