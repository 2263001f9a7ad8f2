"""The menus of the right button, made from the commands of the table."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QListWidget, QMenu

from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas

Sections = Sequence[Sequence[str]]
"""Names of commands, or `ADJUST` for that whole menu, in groups."""

ADJUST = "adjust_menu"

CANVAS: Sections = (
    ("accept_candidate", "discard_candidate", "compare_candidate"),
    ("generate", "remove"),
    ("cut", "copy", "copy_merged", "paste", "clear_pixels"),
    ("fill_mask", "clear_mask", "invert_mask", "feather_mask", "mask_from_layer"),
    ("free_transform", "fill_layer", ADJUST),
)
LAYERS: Sections = (
    ("rename_layer", "duplicate_layer", "delete_layer"),
    ("hide_layer", "lock_layer", "raise_layer", "lower_layer"),
    ("mask_from_layer", "free_transform", ADJUST),
    ("rerun_edit", "copy_recipe", "mask_from_matte", "matte_from_mask"),
    ("merge_down", "merge_visible", "flatten"),
    ("new_layer", "place"),
)
EDITS: Sections = (
    ("rerun_edit", "hide_layer", "delete_layer"),
    ("raise_edit", "lower_edit"),
    ("copy_recipe", "paste_recipe"),
    ("mask_from_matte", "matte_from_mask"),
)
CANDIDATES: Sections = (
    ("accept_candidate", "discard_candidate"),
    ("compare_candidate", "vary_candidate", "branch_candidate"),
)

CLICK = 4
"""How far, in logical pixels, the pointer may move in a click; farther, it is a drag."""


def connect_context_menus(actions: Actions, canvas: Canvas) -> None:
    """Give the canvas and the lists of the window their menus."""
    window = actions.window
    _CanvasMenu(canvas, actions)
    for name, sections in (
        ("layers_list", LAYERS),
        ("edits_list", EDITS),
        ("candidates_list", CANDIDATES),
    ):
        rows = window.findChild(QListWidget, name)
        assert rows is not None, name
        _RowMenu(rows, sections, actions)


def _pop_up(actions: Actions, name: str, sections: Sections, place: QPoint) -> None:
    """Show a menu; a section none of whose commands is possible is left out."""
    window = actions.window
    adjust = window.findChild(QMenu, ADJUST)
    assert adjust is not None
    menu = QMenu(window)
    menu.setObjectName(name)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for section in sections:
        entries = [adjust.menuAction() if each == ADJUST else actions[each] for each in section]
        if any(entry.isEnabled() for entry in entries):
            menu.addSeparator()
            menu.addActions(entries)
    menu.popup(place)


class _CanvasMenu(QObject):
    """A click with the right button; a drag with it belongs to the tool."""

    def __init__(self, canvas: Canvas, actions: Actions) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._actions = actions
        self._pressed: QPoint | None = None
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note presses; the canvas, too, gets all events but those of menus."""
        right = Qt.MouseButton.RightButton
        if isinstance(event, QContextMenuEvent):
            if event.reason() == QContextMenuEvent.Reason.Keyboard:
                self._pop_up(self._canvas.mapToGlobal(self._canvas.rect().center()))
            return True
        if not isinstance(event, QMouseEvent):
            return False
        place = event.globalPosition().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            is_alone = event.buttons() == right and not self._canvas.moves_view
            self._pressed = place if is_alone else None
        elif self._pressed is not None and (place - self._pressed).manhattanLength() > CLICK:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._pressed = None
            QTimer.singleShot(0, self, lambda: self._pop_up(place))  # once the canvas has it too
        return False

    def _pop_up(self, place: QPoint) -> None:
        _pop_up(self._actions, "canvas_context_menu", CANVAS, place)


class _RowMenu(QObject):
    """The menu of a list, for the row that a press with the right button has selected."""

    def __init__(self, rows: QListWidget, sections: Sections, actions: Actions) -> None:
        super().__init__(rows)
        self._rows = rows
        self._sections = sections
        self._actions = actions
        for watched in (rows, rows.viewport()):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the menu where the pointer is, or at the current row for the menu key."""
        if not isinstance(event, QContextMenuEvent):
            return False
        place, item = event.globalPos(), self._rows.currentItem()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and item is not None:
            middle = self._rows.visualItemRect(item).center()
            place = self._rows.viewport().mapToGlobal(middle)
        if item is not None:
            name = f"{self._rows.objectName()}_context_menu"
            _pop_up(self._actions, name, self._sections, place)
        return True
