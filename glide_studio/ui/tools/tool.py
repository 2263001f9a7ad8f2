"""What every tool of the canvas has to do, and what it is told."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QPainter

from glide_studio.core.document.document import Document
from glide_studio.session.language import tr

if TYPE_CHECKING:
    from glide_studio.ui.canvas.canvas import Canvas


@dataclass(frozen=True)
class Touch:
    """Where mouse or pen is: `point` in document pixels, `place` in the widget's.

    `pressure` is 0 to 1, always 1 with the mouse; `eraser` tells a pen's other end.
    """

    point: QPointF
    place: QPointF
    pressure: float = 1.0
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    eraser: bool = False

    @property
    def has_shift(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)

    @property
    def has_control(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.ControlModifier)

    @property
    def has_alt(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.AltModifier)


class Tool(QObject):
    """One way to work on the picture; this one does nothing.

    The canvas tells the tool that it holds what the artist does, unless that moves the view, and
    has `area` painted again afterwards. A tool that changes by other means calls
    `canvas.update_tool()`. What it makes of the document goes through the Editor.
    """

    works_on_blank = False
    """Whether it has a use for a page without layers, which the welcome covers otherwise."""

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self.canvas = canvas

    @property
    def cursor(self) -> QCursor | Qt.CursorShape:
        """What the pointer over the canvas looks like."""
        return Qt.CursorShape.CrossCursor

    @property
    def sentence(self) -> str:
        """What it does, for the artist to read."""
        return ""

    @property
    def is_busy(self) -> bool:
        """Whether it has begun something that `cancel` would drop."""
        return False

    def taken(self, before: "Tool") -> None:
        """It is in hand now, in the place of `before`."""

    def press(self, touch: Touch) -> None:
        """The left button or the pen went down."""

    def move(self, touch: Touch) -> None:
        """It moves while it is down."""

    def release(self, touch: Touch) -> None:
        """It went up again."""

    def double_click(self, touch: Touch) -> None:
        """It went down for the second time, instead of `press`."""
        self.press(touch)

    def right_press(self, touch: Touch) -> None:
        """The right button went down; `hover` tells where it moves."""

    def right_release(self) -> None:
        """The right button went up."""

    def hover(self, touch: Touch | None) -> None:
        """It moves, down or not; None if it has left the canvas."""

    def cancel(self) -> None:
        """Drop what has begun: Esc, or another tool is taken."""

    def takes(self, event: QKeyEvent) -> bool:
        """Whether it has a use for a key, ahead of the window's shortcuts."""
        return self.is_busy and event.key() == Qt.Key.Key_Escape

    def key_press(self, event: QKeyEvent) -> None:
        """A key that it takes went down."""
        self.cancel()

    def change_document(self, document: Document) -> None:
        """The editor's document is `document` now; its extent may be another one."""

    def shown(self, document: Document) -> Document:
        """`document` as what has begun makes it look."""
        return document

    def area(self) -> QRectF:
        """What `draw` paints on, in the widget's pixels; empty at best."""
        return QRectF()

    def draw(self, painter: QPainter) -> None:
        """Paint outline or rubber band over the canvas, in pixels of the screen."""

    def to_screen(self, point: QPointF) -> QPointF:
        """Where `draw` paints a document point."""
        return self.canvas.to_widget(point) * self.canvas.devicePixelRatioF()


def wait_a_moment() -> str:
    return tr("The candidate is being prepared. Wait until it is shown.")
