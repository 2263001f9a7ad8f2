"""Every command of the studio: its words, its shortcut, and what it calls."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from glide_studio.core.stroke import MAX_SIZE, MIN_SIZE
from glide_studio.session.editor import Editor
from glide_studio.ui.canvas import Canvas
from glide_studio.ui.icons import icon
from glide_studio.ui.naming import with_shortcut

ZOOM_STEP = 1.25
SIZE_STEP = 1.2
HARDNESS_STEP = 0.1


class Actions(QObject):
    """The actions on a document and its canvas; they know by themselves when they apply."""

    def __init__(self, editor: Editor, canvas: Canvas, window: QWidget) -> None:
        super().__init__(window)
        self._editor = editor
        self._canvas = canvas
        self._window = window
        self._make_edit_actions()
        self._make_view_actions()
        self._make_brush_actions()
        self.cancel = self.make(
            "cancel", "Cancel", "Esc", "Stop the running picture", editor.cancel, "cancel"
        )
        editor.history_changed.connect(self._show_history)
        editor.running_changed.connect(self.cancel.setEnabled)
        canvas.brush_changed.connect(self._show_brush)
        self.cancel.setEnabled(editor.running is not None)
        self._show_history()
        self._show_brush()

    def make(
        self,
        name: str,
        text: str,
        shortcut: str,
        tooltip: str,
        slot: Callable[[], object],
        icon_name: str = "",
    ) -> QAction:
        """Return a new action of the window, named `NAME_action`."""
        action = QAction(text, self._window)
        action.setObjectName(f"{name}_action")
        action.setShortcuts([QKeySequence(keys) for keys in shortcut.split()])
        action.setToolTip(with_shortcut(tooltip, shortcut.partition(" ")[0]))
        action.setStatusTip(tooltip)
        if icon_name:
            action.setIcon(icon(icon_name))
        action.triggered.connect(lambda: slot())
        self._window.addAction(action)
        return action

    def _make_edit_actions(self) -> None:
        editor = self._editor
        self.undo = self.make("undo", "Undo", "Ctrl+Z", "Go back one step", editor.undo, "undo")
        self.redo = self.make(
            "redo", "Redo", "Ctrl+Shift+Z", "Go forward one step", editor.redo, "redo"
        )
        self.clear_mask = self.make(
            "clear_mask", "Clear Mask", "", "Remove all of the mask", editor.clear_mask, "clear"
        )

    def _make_view_actions(self) -> None:
        canvas = self._canvas
        self.fit = self.make(
            "fit", "Fit in Window", "Ctrl+0", "Show the whole picture", canvas.fit, "fit"
        )
        self.actual_size = self.make(
            "actual_size",
            "Actual Size",
            "Ctrl+1",
            "Show every pixel as one pixel",
            lambda: canvas.set_zoom(1.0),
            "actual_size",
        )
        self.zoom_in = self.make(
            "zoom_in",
            "Zoom In",
            "Ctrl++ Ctrl+=",
            "Look closer",
            lambda: canvas.set_zoom(canvas.zoom * ZOOM_STEP),
            "zoom_in",
        )
        self.zoom_out = self.make(
            "zoom_out",
            "Zoom Out",
            "Ctrl+-",
            "Step back",
            lambda: canvas.set_zoom(canvas.zoom / ZOOM_STEP),
            "zoom_out",
        )

    def _make_brush_actions(self) -> None:
        self.brush = self.make(
            "brush", "Brush", "B", "Paint where to generate", lambda: self._erase(False), "brush"
        )
        self.eraser = self.make(
            "eraser", "Eraser", "E", "Take away from the mask", lambda: self._erase(True), "eraser"
        )
        tools = QActionGroup(self)
        for action in (self.brush, self.eraser):
            action.setCheckable(True)
            tools.addAction(action)
        self.smaller = self.make(
            "smaller_brush", "Smaller Brush", "[", "Smaller", lambda: self._resize(1 / SIZE_STEP)
        )
        self.larger = self.make(
            "larger_brush", "Larger Brush", "]", "Larger", lambda: self._resize(SIZE_STEP)
        )
        self.softer = self.make(
            "softer_brush", "Softer Brush", "Shift+[", "Softer", lambda: self._harden(-1)
        )
        self.harder = self.make(
            "harder_brush", "Harder Brush", "Shift+]", "Harder", lambda: self._harden(1)
        )

    def _erase(self, erase: bool) -> None:
        self._canvas.brush = replace(self._canvas.brush, erase=erase)

    def _resize(self, factor: float) -> None:
        brush = self._canvas.brush
        least = 1 if factor > 1 else -1  # a share of a tiny brush may be less than a pixel
        size = max(brush.size * (factor - 1), least, key=abs) + brush.size
        self._canvas.brush = replace(brush, size=min(max(round(size), MIN_SIZE), MAX_SIZE))

    def _harden(self, direction: int) -> None:
        brush = self._canvas.brush
        hardness = round(brush.hardness + direction * HARDNESS_STEP, 2)
        self._canvas.brush = replace(brush, hardness=min(max(hardness, 0.0), 1.0))

    def _show_history(self) -> None:
        self.undo.setEnabled(self._editor.history.can_undo)
        self.redo.setEnabled(self._editor.history.can_redo)
        self.clear_mask.setEnabled(not self._editor.document.mask.is_empty)

    def _show_brush(self) -> None:
        erase = self._canvas.brush.erase
        self.brush.setChecked(not erase)
        self.eraser.setChecked(erase)


def add_menu(bar: QMenuBar, title: str, *actions: QAction | None) -> None:
    """Append a menu to `bar`; None separates."""
    menu = bar.addMenu(title)
    menu.setObjectName(f"{title.strip('&').lower()}_menu")
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
