"""Commands and menus, as values."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace

MAC_SHORTCUTS = {
    "curves": "Meta+M",
    "show_mask": "Meta+H",
    "draft_wall": "Ctrl+Alt+Shift+D",
    "full_screen": "Ctrl+Meta+F",
    "next_document": "Meta+Tab",
    "previous_document": "Meta+Shift+Tab",
}
"""Defaults for macOS, which keeps the usual ones for itself: there, Qt's Ctrl is the key Command,
and Meta is Control."""


@dataclass(frozen=True)
class Command:
    """A command as the artist sees it; `Actions.connect` says what it does.

    `shortcuts` are the defaults, separated by spaces as in "Ctrl++ Ctrl+="; the first is shown.
    `icon` is the name of a file in `resources/icons`.
    """

    name: str
    text: str
    tooltip: str
    shortcuts: str = ""
    icon: str = ""
    checkable: bool = False

    def on(self, platform: str = sys.platform) -> "Command":
        """The command with the default shortcuts of a platform."""
        keys = MAC_SHORTCUTS.get(self.name) if platform == "darwin" else None
        return self if keys is None else replace(self, shortcuts=keys)


@dataclass(frozen=True)
class Menu:
    """A menu's commands and submenus in order; separators between the sections."""

    name: str
    title: str
    sections: tuple[tuple["Command | Menu", ...], ...]

    @property
    def commands(self) -> Iterator[Command]:
        """All commands, those of the submenus too, in order."""
        for section in self.sections:
            for entry in section:
                yield from entry.commands if isinstance(entry, Menu) else (entry,)


def switch(name: str, text: str, tooltip: str, shortcuts: str = "", icon: str = "") -> Command:
    """A checkable command."""
    return Command(name, text, tooltip, shortcuts, icon, checkable=True)


def tool(name: str, text: str, tooltip: str, shortcuts: str) -> Command:
    """A switch that activates a tool; its icon has the command's name."""
    return switch(name, text, tooltip, shortcuts, icon=name)
