"""A curve whose points are dragged."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from glide_studio.core.paint.curve import LINEAR, Curve, Point
from glide_studio.session.language import tr
from glide_studio.ui.style.theme import GRID, current
from glide_studio.ui.widgets.histogram_view import Counts, paint_histogram
from glide_studio.ui.widgets.naming import named

MARGIN = GRID
HANDLE = 4.5
REACH = 10.0
"""Radius of a point, and within which distance a click selects it, in logical pixels."""

MIN_GAP = 0.02
"""Minimum distance between the x of two points."""

KEY_STEP = 0.02
STEPS = 64
MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
OTHER_KEYS = (
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Insert,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
)


class CurveEdit(QWidget):
    """Shows and edits a `Curve` from 0 to 1, `side` pixels wide and high; `changed` carries the
    edited curve.

    Drag a point, click between two to add one, drag one out or press Delete to remove it.
    Page Up and Page Down select a point, arrow keys move it, Insert adds one after it.
    """

    changed = Signal(object)

    def __init__(self, side: int) -> None:
        super().__init__()
        self._side = side
        self._counts: Counts | None = None
        self._curve = LINEAR
        self._selected = 0
        self._is_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(side, side)

    @property
    def curve(self) -> Curve:
        return self._curve

    @curve.setter
    def curve(self, curve: Curve) -> None:
        """Show a curve without emitting `changed`."""
        if curve != self._curve:
            self._curve = curve
            self._selected = min(self._selected, len(curve.points) - 1)
            self.update()

    def show_counts(self, counts: Counts) -> None:
        """Show how often each value occurs behind the curve."""
        self._counts = counts
        self.update()

    def position_of(self, point: Point) -> QPointF:
        """The position of a point of the curve in the widget."""
        side = self._side - 2 * MARGIN
        return QPointF(MARGIN + point[0] * side, MARGIN + (1 - point[1]) * side)

    # Editing

    def _set(self, points: list[Point]) -> None:
        curve = Curve(tuple(points))
        if curve != self._curve:
            self._curve = curve
            self.changed.emit(curve)
        self.update()

    def _move(self, x: float, y: float) -> None:
        """Move the selected point, between its neighbours; the ends keep their x."""
        points, index = list(self._curve.points), self._selected
        if 0 < index < len(points) - 1:
            x = min(max(x, points[index - 1][0] + MIN_GAP), points[index + 1][0] - MIN_GAP)
        else:
            x = points[index][0]
        points[index] = (x, min(max(y, 0.0), 1.0))
        self._set(points)

    def _add(self, x: float, y: float) -> None:
        """Add and select a point there, if there is room."""
        points = list(self._curve.points)
        if all(abs(x - other) >= MIN_GAP for other, _ in points) and 0 < x < 1:
            point = (x, min(max(y, 0.0), 1.0))
            points = sorted([*points, point])
            self._selected = points.index(point)
            self._set(points)

    def _remove(self) -> None:
        """Remove the selected point, unless it is an end."""
        points = list(self._curve.points)
        if 0 < self._selected < len(points) - 1:
            del points[self._selected]
            self._selected -= 1
            self._set(points)

    def _add_after(self) -> None:
        points = self._curve.points
        index = min(self._selected, len(points) - 2)
        x = (points[index][0] + points[index + 1][0]) / 2
        self._add(x, self._curve.at(x))

    # Qt's events

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (*MOVES, *OTHER_KEYS)
        ):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position()
        offsets = [place - self.position_of(point) for point in self._curve.points]
        distances = [(offset.x() ** 2 + offset.y() ** 2) ** 0.5 for offset in offsets]
        nearest = min(range(len(offsets)), key=distances.__getitem__)
        if distances[nearest] <= REACH:
            self._selected = nearest
            self.update()
        else:
            self._add(*self._point_at(place))
        self._is_dragged = True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._is_dragged:
            return
        far = self._side / 4
        around = QRectF(self.rect()).adjusted(-far, -far, far, far)
        if around.contains(event.position()):
            self._move(*self._point_at(event.position()))
        else:
            self._remove()
            self._is_dragged = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_dragged = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), len(self._curve.points) - 1
        if key in MOVES:
            x, y = self._curve.points[self._selected]
            self._move(x + KEY_STEP * MOVES[key][0], y + KEY_STEP * MOVES[key][1])
        elif key == Qt.Key.Key_PageUp:
            self._selected = min(self._selected + 1, last)
        elif key == Qt.Key.Key_PageDown:
            self._selected = max(self._selected - 1, 0)
        elif key == Qt.Key.Key_Insert:
            self._add_after()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove()
        else:
            super().keyPressEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(QColor(colours.field))
        painter.setPen(QColor(colours.accent if self.hasFocus() else colours.border))
        painter.drawRoundedRect(frame, 6, 6)
        if self._counts is not None:
            area = QRectF(self.position_of((0, 1)), self.position_of((1, 0)))
            paint_histogram(painter, area, self._counts)
        painter.setPen(QPen(QColor(colours.border), 1))
        for share in (0.25, 0.5, 0.75):
            painter.drawLine(self.position_of((share, 0)), self.position_of((share, 1)))
            painter.drawLine(self.position_of((0, share)), self.position_of((1, share)))
        painter.setPen(QPen(QColor(colours.accent), 2))
        xs = [step / STEPS for step in range(STEPS + 1)]
        painter.drawPolyline([self.position_of((x, self._curve.at(x))) for x in xs])
        painter.setPen(QPen(QColor(colours.text), 1.5))
        for index, point in enumerate(self._curve.points):
            painter.setBrush(QColor(colours.accent if index == self._selected else colours.field))
            painter.drawEllipse(self.position_of(point), HANDLE, HANDLE)

    def _point_at(self, place: QPointF) -> Point:
        side = self._side - 2 * MARGIN
        return (place.x() - MARGIN) / side, 1 - (place.y() - MARGIN) / side


def curve_edit(name: str, text: str, side: int) -> CurveEdit:
    """A curve to edit, called "NAME_curve_edit"."""
    return named(
        CurveEdit(side),
        f"{name}_curve_edit",
        text,
        tr(
            "Drag a point to move it, click to add one, press Delete to remove it; Page Up "
            "and Page Down select a point, arrow keys move it, Insert adds one"
        ),
    )
