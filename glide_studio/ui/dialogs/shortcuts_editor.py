"""The shortcuts page of the preferences."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLineEdit, QVBoxLayout, QWidget

from glide_studio.session.language import tr
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.dialogs.command_tree import NAME, CommandTree, fit, spelled
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import push_button
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import heading, label, named


class ShortcutsEditor(QWidget):
    """All commands with their shortcuts, and a field for a new shortcut of the selected one."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._search = named(
            QLineEdit(placeholderText=tr("Find a command"), clearButtonEnabled=True),
            "shortcuts_search_edit",
            tr("Find a command"),
            tr("A few letters of a command"),
        )
        self._list = named(
            CommandTree(), "shortcuts_list", tr("Commands"), tr("Select the command to change")
        )
        self._keys = named(
            QKeySequenceEdit(maximumSequenceLength=1),
            "shortcut_keys_edit",
            tr("New shortcut"),
            tr("Press the new shortcut for the selected command"),
        )
        self._clear = push_button(
            "shortcut_clear_button", tr("Remove"), tr("Remove the shortcut of the selected command")
        )
        self._default = push_button(
            "shortcut_default_button",
            tr("Default"),
            tr("Restore the default shortcut of the selected command"),
        )
        self._reset = push_button(
            "shortcuts_reset_button",
            tr("Restore All Defaults"),
            tr("Restore the default shortcuts of all commands"),
        )
        self._message = named(
            label("", "error", wraps=True),
            "shortcuts_message_label",
            tr("Message"),
            tr("Problem with the new shortcut"),
        )
        self._lay_out()
        self._search.textEdited.connect(self._show)
        self._list.currentItemChanged.connect(self._show_current)
        # Not keySequenceChanged: while recording, the edit would overwrite what is set.
        self._keys.editingFinished.connect(self._bind_pressed)
        self._clear.clicked.connect(lambda: self._bind(QKeySequence()))
        self._default.clicked.connect(self._set_default)
        self._reset.clicked.connect(self._reset_all)
        self._show()

    def _lay_out(self) -> None:
        self._list.setHeaderLabels([tr("Command"), tr("Menu"), tr("Shortcuts")])
        title, field = heading(tr("New shortcut"), self._keys), self._keys
        keys = fill(QHBoxLayout(), [title, field, self._clear, self._default], grows=[field])
        reset = fill(QHBoxLayout(), [self._reset, None])
        layout = fill(
            QVBoxLayout(self),
            [self._search, self._list, keys, self._message, reset],
            grows=[self._list],
        )
        layout.setContentsMargins(0, 2 * GRID, 0, 0)

    @property
    def _current(self) -> str:
        """The name of the selected command; "" if there is none."""
        item = self._list.currentItem()
        return "" if item is None else str(item.data(0, NAME))

    def _show(self) -> None:
        typed, marked = self._search.text(), self._current
        with QSignalBlocker(self._list):
            self._list.clear()
            for command in self._actions:
                menu, keys = self._actions.menu_title(command.name), self._of(command.name)
                if fit(typed, f"{command.text} {menu} {spelled(keys)}") is None:
                    continue
                item = self._list.add(command, menu, spelled(keys))
                if command.name == marked or self._list.currentItem() is None:
                    self._list.setCurrentItem(item)
        self._show_current()

    def _of(self, name: str) -> tuple[QKeySequence, ...]:
        return self._actions.shortcuts(name)

    def _show_current(self) -> None:
        name = self._current
        keys = self._of(name) if name else ()
        with QSignalBlocker(self._keys):
            self._keys.setKeySequence(keys[0] if keys else QKeySequence())
        for control in (self._keys, self._clear, self._default):
            control.setEnabled(bool(name))
        self._message.clear()

    def _bind_pressed(self) -> None:
        keys = self._keys.keySequence()
        if not keys.isEmpty() and keys not in self._of(self._current):
            self._bind(keys)

    def _bind(self, keys: QKeySequence) -> None:
        self._tell(self._actions.bind(self._current, keys))

    def _set_default(self) -> None:
        self._tell(self._actions.reset(self._current))

    def _reset_all(self) -> None:
        self._actions.reset_all()
        self._show()

    def _tell(self, problem: str) -> None:
        self._show()
        self._message.setText(problem)
