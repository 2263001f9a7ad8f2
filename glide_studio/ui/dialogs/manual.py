"""The manual, which works offline."""

from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from glide_studio.session.language import current_language, tr
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.dialogs.command_tree import spelled
from glide_studio.ui.style.theme import GRID, scaled_to_text
from glide_studio.ui.widgets.buttons import icon_button
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import named
from glide_studio.ui.widgets.windows import Dialog

SIZE = QSize(820, 680)
KEYS = "keys.md"
"""The page that is generated from the table of commands."""


class Manual(Dialog):
    """The pages of the manual in a window of their own."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__("manual", tr("Manual"), parent)
        self.resize(scaled_to_text(SIZE))
        self._pages = named(_Pages(actions), "manual_text", tr("Manual"), tr("Text of the manual"))
        back = _button("back", tr("Back"), tr("Previous page"), "Alt+Left")
        contents = _button("contents", tr("Contents"), tr("List of all pages"), "Alt+Home")
        back.clicked.connect(self._pages.backward)
        back.setEnabled(False)
        self._pages.backwardAvailable.connect(back.setEnabled)
        contents.clicked.connect(self._pages.home)
        bar = fill(QHBoxLayout(), [back, contents, None], GRID // 2)
        layout = fill(QVBoxLayout(self), [bar, self._pages], grows=[self._pages])
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        self._pages.setFocus()


class _Pages(QTextBrowser):
    """The pages of `resources/manual`, and one that lists all commands and shortcuts.

    The translated pages lie in a folder of their language there, and show the pictures of the
    English ones.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self.setOpenExternalLinks(True)
        self.document().setDocumentMargin(3 * GRID)
        folder = Path(str(files("glide_studio.resources") / "manual"))
        if (language := current_language()) != "en":
            folder /= language
        self.setSource(QUrl.fromLocalFile(str(folder / "index.md")))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return the content of a page or a picture."""
        page = QTextDocument.ResourceType.MarkdownResource
        if QUrl(name).fileName() == KEYS and kind == page.value:
            return self._keys()
        return super().loadResource(kind, name)

    def _keys(self) -> str:
        title, contents = tr("Commands and shortcuts"), tr("Contents")
        columns = " | ".join((tr("Command"), tr("Shortcuts"), tr("Description")))
        lines = [f"# {title}", "", f"[{contents}](index.md)"]
        menu = ""
        for command in self._actions:
            if self._actions.menu_title(command.name) != menu:
                menu = self._actions.menu_title(command.name)
                lines += ["", f"## {menu}", "", f"| {columns} |", "|---|---|---|"]
            keys = [f"`{spelled([one])}`" for one in self._actions.shortcuts(command.name)]
            lines.append(f"| {command.text} | {' '.join(keys)} | {command.tooltip} |")
        return "\n".join(lines)


def _button(name: str, text: str, tooltip: str, keys: str) -> QToolButton:
    button = icon_button(name, f"manual_{name}_button", text, tooltip, keys)
    button.setText(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setShortcut(keys)
    return button
