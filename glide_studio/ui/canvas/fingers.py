"""Fingers on a touch screen: one may paint; taps with two and three undo and redo."""

from collections.abc import Callable
from typing import Literal, Protocol

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEventPoint, QTouchEvent

from glide_studio.session.editor import Editor
from glide_studio.session.preferences import OneFinger
from glide_studio.ui.canvas.tool import Touch

TAP_SLOP = 8.0
"""How far a finger may move, in logical pixels, in a tap and before it begins to paint."""

CANCEL_DISTANCE = 32.0
"""A second finger cancels a stroke that is no longer than this, in logical pixels."""

State = Literal["waiting", "painting", "navigating", "resting"]


class TouchTarget(Protocol):
    """The canvas and its current tool, as fingers use them."""

    editor: Editor

    @property
    def is_working(self) -> bool: ...
    @property
    def moves_view(self) -> bool: ...
    def to_document(self, point: QPointF) -> QPointF: ...
    def press_tool(self, touch: Touch) -> None: ...
    def move_tool(self, touch: Touch) -> None: ...
    def release_tool(self, touch: Touch) -> None: ...
    def drop_tool(self) -> None: ...
    def leave_tool(self) -> None: ...


class Fingers:
    """Follows fingers from the first one down to the last one up.

    A finger that may paint waits until it has moved or is lifted: if a second finger comes first,
    both move the page. A hand that rests on the screen while a pen is used has no effect.
    """

    def __init__(self, canvas: TouchTarget) -> None:
        self._canvas = canvas
        self._state: State = "navigating"
        self._most = 0
        self._moved = False
        self._pen_seen = False
        self.preference: Callable[[], OneFinger] = lambda: "auto"
        """What one finger does; "auto" paints until a pen is used."""

    def note_pen(self) -> None:
        """A pen is used: with "auto", fingers no longer paint."""
        self._pen_seen = True

    def rest(self) -> None:
        """Ignore the fingers that are down until all of them are up."""
        self._state = "resting"

    def take(self, event: QTouchEvent) -> bool:
        """Use one finger as the tool if it may paint; returns False for what moves the page."""
        if event.type() == QEvent.Type.TouchBegin:
            self._begin()
        points = event.points()
        held = [point for point in points if point.state() != QEventPoint.State.Released]
        self._most = max(self._most, len(held))
        self._moved |= any(_distance(point) > TAP_SLOP for point in points)
        if event.type() == QEvent.Type.TouchCancel or len(held) > 1:
            self._yield(points[0])
        elif self._state in ("waiting", "painting"):
            self._work(points[0], is_up=not held)
        elif self._state == "navigating" and not held and not self._moved:
            self._tap()
        return self._state != "navigating"

    def _tap(self) -> None:
        """Two fingers undo and three redo, as in other programs with touch."""
        if self._most == 2:
            self._canvas.editor.undo()
        elif self._most == 3:
            self._canvas.editor.redo()

    def _begin(self) -> None:
        self._most, self._moved = 0, False
        preference = self.preference()
        paints = not self._pen_seen if preference == "auto" else preference == "paint"
        if self._canvas.is_working:
            self._state = "resting"
        else:
            self._state = "waiting" if paints and not self._canvas.moves_view else "navigating"

    def _work(self, point: QEventPoint, is_up: bool) -> None:
        """Press, move and release with the one finger."""
        if self._state == "waiting" and (self._moved or is_up):
            self._state = "painting"
            self._canvas.press_tool(self._touch(point.pressPosition()))
        if self._state == "painting":
            self._canvas.move_tool(self._touch(point.position()))
        if is_up:
            self._canvas.release_tool(self._touch(point.position()))
            self._canvas.leave_tool()

    def _yield(self, first: QEventPoint) -> None:
        """Let several fingers move the page, unless the first one has already painted too far."""
        if self._state == "waiting":
            self._state = "navigating"
        elif self._state == "painting" and _distance(first) <= CANCEL_DISTANCE:
            self._canvas.drop_tool()
            self._state = "navigating"

    def _touch(self, place: QPointF) -> Touch:
        return Touch(self._canvas.to_document(place), place)


def _distance(point: QEventPoint) -> float:
    """How far a finger is from where it came down, in logical pixels."""
    way = point.position() - point.pressPosition()
    return max(abs(way.x()), abs(way.y()))
