"""Fingers on a touch screen: one may paint, and taps of more undo and redo."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QEventPoint, QTouchEvent

from glide_studio.session.preferences import OneFinger
from glide_studio.ui.tools.tool import Touch

if TYPE_CHECKING:
    from glide_studio.ui.canvas.canvas import Canvas

SLIP = 8.0
"""A finger may move so far, in logical pixels, in a tap, and before it begins to paint."""

SHORT = 32.0
"""No further than this from where it came, a finger gives up what it paints for a second one."""


Deed = Literal["waits", "paints", "holds", "rests"]


class Fingers(QObject):
    """Follows fingers from the first one down to the last one up.

    One that may paint waits until it has moved, or left again: should a second one come first, both
    hold the page. A hand that rests there while a pen works does nothing.
    """

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._deed: Deed = "holds"
        self._most = 0
        self._moved = False
        self._pen_seen = False
        self.wish: Callable[[], OneFinger] = lambda: "auto"
        """What one finger is to do; "auto" paints until a pen is there."""

    def note_pen(self) -> None:
        """There is a pen: fingers need not paint."""
        self._pen_seen = True

    def take(self, event: QTouchEvent) -> bool:
        """Work with one finger, if it may; returns False for what holds the page."""
        if event.type() == QEvent.Type.TouchBegin:
            self._begin()
        points = event.points()
        held = [point for point in points if point.state() != QEventPoint.State.Released]
        self._most = max(self._most, len(held))
        self._moved |= any(_way(point) > SLIP for point in points)
        if event.type() == QEvent.Type.TouchCancel or len(held) > 1:
            self._yield(points[0])
        elif self._deed in ("waits", "paints"):
            self._work(points[0], is_up=not held)
        elif self._deed == "holds" and not held and not self._moved:
            self._tap()
        return self._deed != "holds"

    def _tap(self) -> None:
        """Two fingers undo and three redo, as in other studios with touch."""
        if self._most == 2:
            self._canvas.editor.undo()
        elif self._most == 3:
            self._canvas.editor.redo()

    def _begin(self) -> None:
        self._most, self._moved = 0, False
        wish = self.wish()
        paints = not self._pen_seen if wish == "auto" else wish == "paint"
        if self._canvas.is_working:
            self._deed = "rests"
        else:
            self._deed = "waits" if paints and not self._canvas.moves_view else "holds"

    def _work(self, point: QEventPoint, is_up: bool) -> None:
        """Press, move and release with the one finger."""
        if self._deed == "waits" and (self._moved or is_up):
            self._deed = "paints"
            self._canvas.press_tool(self._touch(point.pressPosition()))
        if self._deed == "paints":
            self._canvas.move_tool(self._touch(point.position()))
        if is_up:
            self._canvas.release_tool(self._touch(point.position()))
            self._canvas.leave_tool()

    def _yield(self, first: QEventPoint) -> None:
        """Leave the page to more fingers, unless the first one is well into its work."""
        if self._deed == "waits":
            self._deed = "holds"
        elif self._deed == "paints" and _way(first) <= SHORT:
            self._canvas.drop_tool()
            self._deed = "holds"

    def _touch(self, place: QPointF) -> Touch:
        return Touch(self._canvas.to_document(place), place)


def _way(point: QEventPoint) -> float:
    """From where a finger came down to where it is, in logical pixels."""
    way = point.position() - point.pressPosition()
    return max(abs(way.x()), abs(way.y()))
