"""The tool that is used while two states of the picture are compared."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from glide_studio.core.document.document import Document
from glide_studio.session.comparison import CompareMode, Comparison
from glide_studio.session.language import tr
from glide_studio.ui.canvas.tool import CanvasView, Tool, Touch

GRAB_DISTANCE = 12
"""How near to the line a press grabs it, in logical pixels."""

KEY_STEP = 0.02
"""How far Shift and an arrow key move the line, as a share of the width."""

STEPS = {Qt.Key.Key_Left: -KEY_STEP, Qt.Key.Key_Right: KEY_STEP}


class CompareTool(Tool):
    """Drags the dividing line, or else the view. It is the current tool as long as the comparison
    is on: another tool ends that, and when it ends, the tool before it comes back.

    The canvas shows the right side under it.
    """

    hides_overlays = True

    def __init__(self, canvas: CanvasView, comparison: Comparison) -> None:
        super().__init__(canvas)
        self._comparison = comparison
        self._previous: Tool = self
        self._dragged: QPointF | None = None
        self._drags_line = False
        self._is_over_line = False
        comparison.changed.connect(self._follow)

    @property
    def cursor(self) -> Qt.CursorShape:
        if self._drags_line or (self._is_over_line and self._dragged is None):
            return Qt.CursorShape.SplitHCursor
        held = self._dragged is not None
        return Qt.CursorShape.ClosedHandCursor if held else Qt.CursorShape.OpenHandCursor

    @property
    def sentence(self) -> str:
        if self._comparison.mode is CompareMode.SLIDER:
            return tr("Compare: drag the line, or press Shift and an arrow key; Esc ends")
        return tr("Compare: nothing is changed; drag to pan, Esc ends")

    @property
    def is_busy(self) -> bool:
        return self._comparison.is_on

    def activated(self, previous: Tool) -> None:
        self._previous = previous

    def press(self, touch: Touch) -> None:
        self._dragged = touch.place
        self._drags_line = self._is_over_line

    def move(self, touch: Touch) -> None:
        if self._drags_line:
            self._comparison.split = touch.place.x() / self.canvas.rect().width()
        elif self._dragged is not None:
            way = touch.place - self._dragged
            self._dragged = touch.place
            self.canvas.pan(way.x(), way.y())

    def release(self, touch: Touch) -> None:
        self.drop()

    def drop(self) -> None:
        self._dragged, self._drags_line = None, False

    def cancel(self) -> None:
        """End the comparison."""
        self.drop()
        self._comparison.stop()

    def hover(self, touch: Touch | None) -> None:
        line = self._comparison.split * self.canvas.rect().width()
        is_near = touch is not None and abs(touch.place.x() - line) <= GRAB_DISTANCE
        self._is_over_line = is_near and self._comparison.mode is CompareMode.SLIDER

    def takes(self, event: QKeyEvent) -> bool:
        return super().takes(event) or self._step_of(event) is not None

    def key_press(self, event: QKeyEvent) -> None:
        step = self._step_of(event)
        if step is None:
            self.cancel()
        else:
            self._comparison.split += step

    def shown(self, document: Document) -> Document:
        documents = self._comparison.documents
        return document if documents is None else documents[1]

    def _step_of(self, event: QKeyEvent) -> float | None:
        """How far a key moves the line, if it does."""
        moves = (
            self._comparison.mode is CompareMode.SLIDER
            and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        return STEPS.get(Qt.Key(event.key())) if moves else None

    def _follow(self) -> None:
        is_current = self.canvas.tool is self
        if self._comparison.is_on != is_current:
            self.canvas.set_tool(self if self._comparison.is_on else self._previous)
        self.canvas.show_document()
