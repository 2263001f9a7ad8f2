"""What a command and a menu are made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """What can be done, in the artist's words; `Actions.connect` says how.

    `shortcuts` are defaults apart by spaces, as in "Ctrl++ Ctrl+="; the first is shown.  `icon`
    names a file of `resources/icons`.
    """

    name: str
    text: str
    tooltip: str
    shortcuts: str = ""
    icon: str = ""
    checkable: bool = False


@dataclass(frozen=True)
class Menu:
    """A menu's commands in their order; a line separates the sections."""

    name: str
    title: str
    sections: tuple[tuple[Command, ...], ...]


def switch(name: str, text: str, tooltip: str, shortcuts: str = "", icon: str = "") -> Command:
    """A command that is on or off."""
    return Command(name, text, tooltip, shortcuts, icon, checkable=True)
