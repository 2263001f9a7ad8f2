"""What all selection tools have in common: options, and the keys that add and subtract."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QPainter, QPolygonF

from glide_studio.core.document.document import Document
from glide_studio.core.mask.mask import Combine, Mask
from glide_studio.core.mask.shapes import Points, enclosed
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.ui.canvas.lines import OUTLINE_REACH, draw_outline
from glide_studio.ui.canvas.tool import CanvasView, Tool, Touch
from glide_studio.ui.tools.selection_cursor import selection_cursor


@dataclass(frozen=True)
class SelectionOptions:
    """How to select: `how` unless keys say otherwise; `feather` in pixels of the picture.

    `tolerance`, 0 to 255, and `contiguous` are for tools that select by colour.
    """

    how: Combine = Combine.REPLACE
    feather: int = 0
    anti_alias: bool = True
    tolerance: int = 32
    contiguous: bool = True


class SelectionSettings(QObject):
    """The options that all selection tools share."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._options = SelectionOptions()

    @property
    def options(self) -> SelectionOptions:
        return self._options

    @options.setter
    def options(self, options: SelectionOptions) -> None:
        if options != self._options:
            self._options = options
            self.changed.emit(options)


class SelectionTool(Tool):
    """Begins with a press; `_points`, in document pixels, are what it has begun to select with.

    While there are any, `_outline` is drawn over the picture.
    """

    uses_tolerance = False
    uses_contiguous = False

    def __init__(
        self, canvas: CanvasView, commands: MaskCommands, settings: SelectionSettings
    ) -> None:
        super().__init__(canvas)
        self._commands = commands
        self._settings = settings
        self._how = settings.options.how
        self._points: list[tuple[float, float]] = []
        self._drawn_cursor: tuple[Combine, float, QCursor] | None = None
        settings.changed.connect(self._follow_options)

    @property
    def cursor(self) -> QCursor:
        """Shows how a press would change the mask, or how the selection that has begun does."""
        now = (self._how, self.canvas.devicePixelRatioF())
        if self._drawn_cursor is None or self._drawn_cursor[:2] != now:
            self._drawn_cursor = (*now, selection_cursor(*now))
        return self._drawn_cursor[2]

    @property
    def is_busy(self) -> bool:
        return bool(self._points)

    def cancel(self) -> None:
        self._points = []

    def activated(self, previous: Tool) -> None:
        self._how = self.options.how

    def hover(self, touch: Touch | None) -> None:
        """A selection ends as it began, whatever keys are held meanwhile."""
        if touch is not None and not self.is_busy:
            self._how = self._how_of(touch)

    @property
    def options(self) -> SelectionOptions:
        return self._settings.options

    def area(self) -> QRectF:
        places = [self.canvas.to_widget(QPointF(x, y)) for x, y in self._outline()]
        if not places:
            return QRectF()
        box = QPolygonF(places).boundingRect()
        return box.adjusted(-OUTLINE_REACH, -OUTLINE_REACH, OUTLINE_REACH, OUTLINE_REACH)

    def draw(self, painter: QPainter) -> None:
        points = [self.to_screen(QPointF(x, y)) for x, y in self._outline()]
        draw_outline(painter, points, self.canvas.devicePixelRatioF())

    def _outline(self) -> Points:
        """The outline so far, in document pixels; closed if it ends where it began."""
        return self._points

    def _follow_options(self) -> None:
        if not self.is_busy:
            self._how = self.options.how
            self.canvas.show_cursor()

    def _how_of(self, touch: Touch) -> Combine:
        return combined_by(touch.modifiers, self.options.how)

    def _select(self, label: str, select: Callable[[Document], Mask], how: Combine) -> None:
        self._commands.select(label, select, how, self.options.feather)

    def _select_outline(self, label: str, outline: Points, how: Combine) -> None:
        """Select what an outline surrounds; a flat one selects nothing, as a click does."""
        if _is_flat(outline):
            if how is Combine.REPLACE:
                self._commands.clear()
            return
        anti_alias = self.options.anti_alias
        self._select(label, lambda shown: enclosed(shown.extent, outline, anti_alias), how)


def combined_by(keys: Qt.KeyboardModifier, otherwise: Combine) -> Combine:
    """How keys combine: Shift adds, Alt subtracts, both intersect."""
    has_shift = bool(keys & Qt.KeyboardModifier.ShiftModifier)
    has_alt = bool(keys & Qt.KeyboardModifier.AltModifier)
    match has_shift, has_alt:
        case True, True:
            return Combine.INTERSECT
        case True, False:
            return Combine.ADD
        case False, True:
            return Combine.SUBTRACT
    return otherwise


def _is_flat(outline: Points) -> bool:
    """Whether an outline is narrower than half a pixel."""
    x, y = zip(*outline, strict=True)
    return max(x) - min(x) < 0.5 or max(y) - min(y) < 0.5
