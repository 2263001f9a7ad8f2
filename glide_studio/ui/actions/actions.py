"""The actions of the window, one for each command of the table, with their shortcuts."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.command import Command, Menu
from glide_studio.ui.style.icons import icon
from glide_studio.ui.widgets.naming import with_shortcut

ROLES = {
    "about": QAction.MenuRole.AboutRole,
    "preferences": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
}
"""Commands that macOS has in the menu of the program. Left to itself, Qt guesses by English words,
and would put the switch of the panel “Settings” there."""


class Actions:
    """One action of `window` for each command of `menus`, found by the command's name.

    An action is invisible and its shortcut unused until it is connected.  A widget that shows a
    shortcut listens to the action's signal `changed`: the artist may change it at any time.
    """

    def __init__(self, menus: Sequence[Menu], preferences: Preferences, window: QWidget) -> None:
        self.window = window
        self.gate: Callable[[str, Callable[[], object]], object] = lambda name, run: run()
        """Is given each command's name when it is triggered, and what carries it out: now, later,
        or never."""
        self._menus = menus
        self._preferences = preferences
        self._commands: dict[str, Command] = {}
        self._titles: dict[str, str] = {}
        for menu in menus:
            for command in menu.commands:
                self._commands[command.name] = command.on()
                self._titles[command.name] = menu.title.replace("&", "")
        self._actions = {
            name: self._create_action(command) for name, command in self._commands.items()
        }
        self._show_shortcuts()

    def __getitem__(self, name: str) -> QAction:
        """The action of a command.  Raises KeyError for a name that is not in the table."""
        return self._actions[name]

    def __iter__(self) -> Iterator[Command]:
        """Every command that is connected, in the order of the menus."""
        for name, command in self._commands.items():
            if self._actions[name].isVisible():
                yield command

    def commands_of(self, *names: str) -> Iterator[Command]:
        """All commands of the menus with these names."""
        for menu in self._menus:
            if menu.name in names:
                yield from menu.commands

    def connect(self, name: str, slot: Callable[[], object]) -> QAction:
        """Call `slot` whenever the command is triggered; returns its action."""
        return self.connect_switch(name, lambda checked: slot())

    def connect_switch(self, name: str, slot: Callable[[bool], object]) -> QAction:
        """Call `slot` with the new state whenever the artist turns the command on or off."""
        action = self._actions[name]
        action.triggered.connect(lambda checked: self.gate(name, lambda: slot(checked)))
        action.setVisible(True)
        return action

    def enable_when(
        self, condition: Callable[[], bool], names: Sequence[str], *signals: SignalInstance
    ) -> None:
        """Enable some commands while `condition` holds; it is asked again on each of `signals`."""

        def update() -> None:
            wanted = condition()
            for name in names:
                self._actions[name].setEnabled(wanted)

        self.update_on(update, *signals)

    def update_on(self, update: Callable[[], object], *signals: SignalInstance) -> None:
        """Call `update` now, and on each of `signals` as long as the window lives."""
        updater = _Updater(update, self.window)
        for signal in signals:
            signal.connect(updater.run)
        update()

    def menu_title(self, name: str) -> str:
        """The title of the menu that has a command."""
        return self._titles[name]

    def follow(self, name: str, button: QWidget) -> None:
        """Keep the tooltip of a button for the same command up to date with the shortcut."""
        action = self._actions[name]
        action.changed.connect(lambda: button.setToolTip(action.toolTip()))
        button.setToolTip(action.toolTip())

    def fill(self, bar: QMenuBar) -> None:
        """Put all menus into a menu bar; those without a command stay hidden."""
        for menu in self._menus:
            self._add_menu(bar, menu)

    def _add_menu(self, parent: QMenuBar | QMenu, menu: Menu) -> None:
        made = parent.addMenu(menu.title)
        made.setObjectName(f"{menu.name}_menu")
        made.setToolTipsVisible(False)
        for section in menu.sections:
            made.addSeparator()
            for entry in section:
                if isinstance(entry, Menu):
                    self._add_menu(made, entry)
                else:
                    made.addAction(self._actions[entry.name])
        _show_if_used(made)
        for action in made.actions():
            action.visibleChanged.connect(lambda made=made: _show_if_used(made))

    # Shortcuts

    def shortcuts(self, name: str) -> tuple[QKeySequence, ...]:
        """The shortcuts of a command: the artist's own, or else the defaults."""
        bound = self._preferences.shortcuts.get(name, self._commands[name].shortcuts)
        return tuple(QKeySequence(keys) for keys in bound.split())

    def holder_of(self, keys: QKeySequence) -> Command | None:
        """The connected command that has the shortcut `keys`."""
        return next((command for command in self if keys in self.shortcuts(command.name)), None)

    def bind(self, name: str, keys: QKeySequence) -> str:
        """Give a command one shortcut, or none if `keys` is empty, and store it.

        Returns "", or a message that says which command already has the keys.
        """
        spelled = keys.toString(QKeySequence.SequenceFormat.NativeText)
        if not keys.isEmpty() and (taken := self._taken(name, keys, spelled)):
            return taken
        self._store(name, keys.toString(QKeySequence.SequenceFormat.PortableText))
        return ""

    def reset(self, name: str) -> str:
        """Restore the default shortcuts of a command; returns "" or a message as `bind` does."""
        default = self._commands[name].shortcuts
        for keys in default.split():
            if taken := self._taken(name, QKeySequence(keys), keys):
                return taken
        self._store(name, default)
        return ""

    def _taken(self, name: str, keys: QKeySequence, spelled: str) -> str:
        """A message that says which command other than `name` has the keys, or ""."""
        holder = self.holder_of(keys)
        if holder is None or holder.name == name:
            return ""
        return tr("{keys} is already used by “{command}”.").format(
            keys=spelled, command=holder.text
        )

    def reset_all(self) -> None:
        """Restore the default shortcuts of every command."""
        self._preferences.shortcuts = {}
        self._show_shortcuts()

    def _store(self, name: str, bound: str) -> None:
        with self._preferences.exclusive():
            own = {**self._preferences.shortcuts, name: bound}
            if bound == self._commands[name].shortcuts:
                del own[name]
            self._preferences.shortcuts = own
        self._show_shortcuts()

    def _show_shortcuts(self) -> None:
        for name, action in self._actions.items():
            shortcuts = self.shortcuts(name)
            action.setShortcuts(list(shortcuts))
            shown = shortcuts[0].toString() if shortcuts else ""
            action.setToolTip(with_shortcut(self._commands[name].tooltip, shown))

    def _create_action(self, command: Command) -> QAction:
        action = QAction(command.text, self.window)
        action.setObjectName(f"{command.name}_action")
        action.setStatusTip(command.tooltip)
        action.setCheckable(command.checkable)
        action.setMenuRole(ROLES.get(command.name, QAction.MenuRole.NoRole))
        action.setVisible(False)
        if command.icon:
            action.setIcon(icon(command.icon))
        self.window.addAction(action)
        return action


class _Updater(QObject):
    """A slot that is disconnected with the window; the sender of its signal may outlive it."""

    def __init__(self, update: Callable[[], object], window: QWidget) -> None:
        super().__init__(window)
        self._update = update

    def run(self) -> None:
        self._update()


def _show_if_used(menu: QMenu) -> None:
    """Show a menu if it has a visible command."""
    used = any(action.isVisible() and not action.isSeparator() for action in menu.actions())
    menu.menuAction().setVisible(used)
