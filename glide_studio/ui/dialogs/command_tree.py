"""The commands as a table to search: text, menu and shortcuts."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from glide_studio.ui.actions.command import Command

NAME = Qt.ItemDataRole.UserRole
"""The name of a row's command, in its first column."""

FIRST, RUN, WORD_START, LEAST = 6, 5, 4, -6
"""The score of a letter that begins the text, follows the last match, or begins a word.

Anywhere else it is minus the number of letters skipped, down to LEAST.
"""


class CommandTree(QTreeWidget):
    """A row for each command that is added; the texts get the room that menu and keys leave."""

    def __init__(self) -> None:
        super().__init__(columnCount=3)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def add(self, command: Command, menu: str, keys: str) -> QTreeWidgetItem:
        """Add a row at the end, and return it."""
        item = QTreeWidgetItem([command.text, menu, keys])
        item.setData(0, NAME, command.name)
        item.setToolTip(0, command.tooltip)
        self.addTopLevelItem(item)
        return item


def spelled(shortcuts: Iterable[QKeySequence]) -> str:
    """Shortcuts in one line, as the platform writes them."""
    return "  ".join(keys.toString(keys.SequenceFormat.NativeText) for keys in shortcuts)


def fit(typed: str, text: str) -> int | None:
    """How well `text` contains the letters of `typed` in order; None if it does not.

    Higher is better; empty text matches everything equally.  Case and spaces of `typed` are
    ignored; letters at the start of a word or next to the last match score best.
    """
    wanted = "".join(typed.casefold().split())
    text = text.casefold()
    best: dict[int, int] = {-1: 0}  # score by the position of the last match
    for letter in wanted:
        found: dict[int, int] = {}
        for place, there in enumerate(text):
            before = (
                [_worth(text, last, place) + score for last, score in best.items() if last < place]
                if there == letter
                else []
            )
            if before:
                found[place] = max(before)
        best = found
    return max(best.values(), default=None)


def _worth(text: str, last: int, place: int) -> int:
    if place == 0:
        return FIRST
    if place == last + 1:
        return RUN
    if not text[place - 1].isalnum():
        return WORD_START
    return max(last + 1 - place, LEAST)
