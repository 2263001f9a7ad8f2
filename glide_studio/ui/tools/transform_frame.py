"""The frame of a free transform on the canvas, with its handles, and the pointers over it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QCursor,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
    QTransform,
)

from glide_studio.core.raster.free_transform import CORNERS, Edges, FreeTransform
from glide_studio.ui.canvas.tool import CanvasView
from glide_studio.ui.tools.frame_tool import GRAB_DISTANCE, HANDLES, paint_frame, resize_cursor

Grip = Edges | None
"""What a press grabs: a handle or an edge, (0, 0) for the inside, None for all around it."""

SIDES: tuple[Edges, ...] = ((0, -1), (1, 0), (0, 1), (-1, 0))
"""The edges, each from a corner to the next one of `CORNERS`."""

SIDE, MIDDLE, RADIUS = 32, 16, 8
"""Of the pointer that rotates, in logical pixels; the hot spot is in the middle."""

DARK, LIGHT = QColor(0, 0, 0, 200), QColor(255, 255, 255)


class TransformFrame:
    """Where a transform is on the screen of `canvas`."""

    def __init__(self, canvas: CanvasView) -> None:
        self._canvas = canvas

    def at(self, transform: FreeTransform, edges: tuple[float, float]) -> QPointF:
        """Where a handle is in the widget."""
        return self._canvas.to_widget(QPointF(*transform.at(edges)))

    def outline(self, transform: FreeTransform) -> QPolygonF:
        """The corners in the widget, from the top left clockwise."""
        return QPolygonF([self.at(transform, corner) for corner in CORNERS])

    def on_screen(self, transform: FreeTransform) -> QPolygonF:
        """The same in pixels of the screen."""
        return self._scaled.map(self.outline(transform))

    def grip_at(self, transform: FreeTransform, place: QPointF) -> Grip:
        """What a press at a place of the widget would grab."""
        away = {edges: _length(self.at(transform, edges) - place) for edges in HANDLES}
        nearest = min(HANDLES, key=lambda edges: away[edges])
        if away[nearest] <= GRAB_DISTANCE:
            return nearest
        outline = self.outline(transform)
        for index, edges in enumerate(SIDES):
            if _from_line(place, outline.at(index), outline.at((index + 1) % 4)) <= GRAB_DISTANCE:
                return edges
        return (0, 0) if outline.containsPoint(place, Qt.FillRule.OddEvenFill) else None

    def cursor(self, transform: FreeTransform, grip: Grip) -> QCursor | Qt.CursorShape:
        """The pointer over what `grip_at` found."""
        if grip is None:
            return _rotate_cursor(self._canvas.devicePixelRatioF())
        if grip == (0, 0):
            return Qt.CursorShape.SizeAllCursor
        way = self.at(transform, grip) - self.at(transform, (0, 0))
        return resize_cursor(way.x(), way.y())

    def draw(self, painter: QPainter, transform: FreeTransform) -> None:
        """Draw the outline and the handles, in pixels of the screen."""
        scaled = self._scaled
        handles = [scaled.map(self.at(transform, edges)) for edges in HANDLES]
        line = max(1, round(self._canvas.devicePixelRatioF()))
        paint_frame(painter, scaled.map(self.outline(transform)), handles, line)

    def page(self) -> QTransform:
        """From document pixels to those of the screen."""
        places = (self._canvas.to_widget(QPointF(*at)) for at in ((0, 0), (1, 0), (0, 1)))
        zero, x, y = map(self._scaled.map, places)
        across, down = x - zero, y - zero
        return QTransform(across.x(), across.y(), down.x(), down.y(), zero.x(), zero.y())

    @property
    def _scaled(self) -> QTransform:
        """From the widget's pixels to those of the screen."""
        ratio = self._canvas.devicePixelRatioF()
        return QTransform.fromScale(ratio, ratio)


def _rotate_cursor(ratio: float) -> QCursor:
    """The pointer for a screen with `ratio` device pixels to a logical one: white within black."""
    pixmap = QPixmap(round(SIDE * ratio), round(SIDE * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((DARK, 3.5), (LIGHT, 1.5)):
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(_arrow())
    painter.end()
    return QCursor(pixmap, MIDDLE, MIDDLE)


def _arrow() -> QPainterPath:
    """Three quarters of a circle with a head at each end."""
    circle = QRectF(MIDDLE - RADIUS, MIDDLE - RADIUS, 2 * RADIUS, 2 * RADIUS)
    path = QPainterPath()
    path.arcMoveTo(circle, -45)
    path.arcTo(circle, -45, 270)
    reach = RADIUS * 0.5**0.5
    for side in (-1, 1):
        tip = QPointF(MIDDLE + side * reach, MIDDLE + reach)
        path.moveTo(tip + QPointF(side * 4.5, 0))
        path.lineTo(tip)
        path.lineTo(tip + QPointF(0, -4.5))
    return path


def _length(way: QPointF) -> float:
    return float((way.x() ** 2 + way.y() ** 2) ** 0.5)


def _from_line(place: QPointF, start: QPointF, end: QPointF) -> float:
    """How far a place is from a line between two points."""
    way, offset = end - start, place - start
    square = max(way.x() ** 2 + way.y() ** 2, 1e-9)
    along = min(max((way.x() * offset.x() + way.y() * offset.y()) / square, 0.0), 1.0)
    return _length(offset - way * along)
