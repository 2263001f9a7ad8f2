"""The interface between the canvas and its tools: touches, tools, and the canvas as tools see
it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Protocol, Self

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, SignalInstance
from PySide6.QtGui import (
    QCursor,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPointingDevice,
    QTabletEvent,
)

from glide_studio.core.document.document import Document
from glide_studio.core.document.guides import Guide
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.ui.canvas.adjusted import AdjustedPicture
from glide_studio.ui.canvas.mask import MaskStyle
from glide_studio.ui.canvas.view import Rotation

MODIFIERS: dict[int, Qt.KeyboardModifier] = {
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
}
"""Keys that change what a tool does while they are held."""


@dataclass(frozen=True)
class Touch:
    """The position of mouse, pen or finger: `point` in document pixels, `place` in the widget's.

    `pressure` is 0 to 1, with the mouse always 1; `eraser` is a pen's other end.
    """

    point: QPointF
    place: QPointF
    pressure: float = 1.0
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    eraser: bool = False

    @classmethod
    def of(cls, event: QMouseEvent | QTabletEvent | QEnterEvent, point: QPointF) -> Self:
        """The touch of an event at `point` of the document."""
        touch = cls(point, event.position(), modifiers=event.modifiers())
        if not isinstance(event, QTabletEvent):
            return touch
        eraser = event.pointerType() == QPointingDevice.PointerType.Eraser
        return replace(touch, pressure=event.pressure(), eraser=eraser)

    def with_key(self, key: int, is_down: bool) -> Self:
        """This touch once a key of `MODIFIERS` is pressed or released."""
        flag = MODIFIERS[key]
        return replace(self, modifiers=self.modifiers | flag if is_down else self.modifiers & ~flag)

    @property
    def has_shift(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)

    @property
    def has_control(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.ControlModifier)

    @property
    def has_alt(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.AltModifier)


class CanvasView(Protocol):
    """The canvas as a tool sees it; `Canvas` and `Viewport` document the members."""

    @property
    def tool(self) -> "Tool": ...
    @property
    def zoom(self) -> float: ...
    @property
    def rotation(self) -> Rotation: ...
    @property
    def mask_style(self) -> MaskStyle: ...
    def rect(self) -> QRect: ...
    def pan(self, dx: float, dy: float) -> None: ...
    def devicePixelRatioF(self) -> float: ...
    def to_document(self, point: QPointF) -> QPointF: ...
    def to_widget(self, point: QPointF) -> QPointF: ...
    def snapped(self, point: QPointF, also: Iterable[Guide] = ()) -> QPointF: ...
    def set_tool(self, tool: "Tool") -> None: ...
    def update_tool(self) -> None: ...
    def show_cursor(self) -> None: ...
    def show_document(self) -> None: ...
    def show_mask(self, mask: Mask, dirty: Rect | None = None) -> None: ...
    def show_part(self, document: Document, dirty: Rect) -> None: ...
    @property
    def view_changed(self) -> SignalInstance: ...
    @property
    def sight(self) -> tuple[int, Rect]: ...
    def show_adjusted(self, adjusted: AdjustedPicture | None) -> None: ...


class Tool(QObject):
    """One way to work on the picture; this one does nothing.

    The canvas passes events to its current tool, unless they move the view, and repaints `area`
    after each. A tool that changes by other means calls `canvas.update_tool()`.
    """

    works_on_blank = False
    """Whether it can be used on a blank document; for other tools, the welcome page covers that."""

    needs_colours = False
    """Whether the artist judges colours with it, so that only the edge of the mask is shown."""

    hides_overlays = False
    """Whether neither previews nor changed pixels are shown over the picture."""

    draws_picture = False
    """Whether `draw` paints a part of the picture, to be seen while the view is moved too."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__()
        self.canvas = canvas
        self._waiting: list[Callable[[], object]] = []

    @property
    def cursor(self) -> QCursor | Qt.CursorShape:
        """The pointer over the canvas."""
        return Qt.CursorShape.CrossCursor

    @property
    def sentence(self) -> str:
        """How to use it, for the status bar."""
        return ""

    @property
    def is_busy(self) -> bool:
        """Whether it has begun something that `cancel` would undo."""
        return False

    def activated(self, previous: "Tool") -> None:
        """It became the current tool, after `previous`."""

    def press(self, touch: Touch) -> None:
        """The left button, the pen or a finger was pressed."""

    def move(self, touch: Touch) -> None:
        """It moved while it was pressed."""

    def release(self, touch: Touch) -> None:
        """It was released."""

    def double_click(self, touch: Touch) -> None:
        """It was pressed for the second time; called instead of `press`."""
        self.press(touch)

    def right_press(self, touch: Touch) -> None:
        """The right button was pressed; `hover` tells where it moves."""

    def right_release(self) -> None:
        """The right button was released."""

    def hover(self, touch: Touch | None) -> None:
        """It moved, pressed or not; None if it has left the canvas."""

    def may_begin(self) -> bool:
        """Whether it can become the current tool; if not, it has told the artist why."""
        return True

    @property
    def is_unsettled(self) -> bool:
        """Whether it has begun something that `settle` would finish."""
        return False

    def settle(self, then: Callable[[], object]) -> None:
        """Finish what has begun, for a command is to be carried out; call `then` when it is
        done, now or later. This waits until `carry_on` is called."""
        if self.is_unsettled:
            self._waiting.append(then)
        else:
            then()

    def carry_on(self) -> None:
        """Carry out what waited until the tool had finished."""
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def undo(self) -> bool:
        """Undo the last part of what has begun; whether there was any."""
        return False

    def redo(self) -> bool:
        """Redo the part that was undone last; whether there was any."""
        return False

    def cancel(self) -> None:
        """Undo what the tool has begun, as for Esc, another tool or another document."""

    def drop(self) -> None:
        """The press was part of a gesture: undo what it has begun."""
        self.cancel()

    def takes(self, event: QKeyEvent) -> bool:
        """Whether it uses a key, ahead of the window's shortcuts."""
        return self.is_busy and event.key() == Qt.Key.Key_Escape

    def key_press(self, event: QKeyEvent) -> None:
        """A key that it uses was pressed."""
        self.cancel()

    def change_document(self, document: Document) -> None:
        """The document was replaced by `document`, whose extent may differ."""

    def shown(self, document: Document) -> Document:
        """`document` with the tool's unfinished change, for the canvas to show."""
        return document

    def area(self) -> QRectF:
        """The area that `draw` paints on, in the widget's pixels; it should be small."""
        return QRectF()

    def draw(self, painter: QPainter) -> None:
        """Paint an outline over the canvas, in pixels of the screen."""

    def to_screen(self, point: QPointF) -> QPointF:
        """Where `draw` paints a document point."""
        return self.canvas.to_widget(point) * self.canvas.devicePixelRatioF()
