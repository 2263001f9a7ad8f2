"""The colours of the mask, each with its prompt."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from glide_studio.core.mask.colours import MAX_COLOURS
from glide_studio.core.request.settings import MAX_PROMPT, tidied
from glide_studio.session.language import tr
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.session.open_document import OpenDocument
from glide_studio.ui.canvas.mask import MaskStyle, tint
from glide_studio.ui.panels.prompt_edit import PromptEdit
from glide_studio.ui.style.swatch import swatch
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import icon_button
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import named

ICON = 14
"""The side of a swatch on a button, in logical pixels."""


class MaskColoursBar(QWidget):
    """Shows the colours while there are several; a click makes one active.

    The prompt's field has the prompt of the active colour, and here lie those of the others.
    `corner` holds the button that adds one, for beside a panel's title.
    """

    def __init__(
        self, open_document: OpenDocument, commands: MaskCommands, edit: PromptEdit
    ) -> None:
        super().__init__()
        self.setObjectName("mask_colours")
        self._open_document = open_document
        self._commands = commands
        self._edit = edit
        self._style = MaskStyle()
        self._active = open_document.document.colours.active
        self._document = open_document.number
        self._texts: dict[int, str] = {}
        self._buttons = [_ColourButton(number) for number in range(MAX_COLOURS)]
        for number, button in enumerate(self._buttons):
            button.clicked.connect(partial(self._choose, number))
        rows = fill(QVBoxLayout(), self._buttons, GRID // 2)
        self._add = icon_button("add", "add_mask_colour_button", tr("Add mask colour"))
        self._add.clicked.connect(self.add)
        self.corner = [self._add]
        remove = icon_button("delete", "remove_mask_colour_button", tr("Remove mask colour"))
        remove.clicked.connect(commands.remove_colour)
        beside = fill(QVBoxLayout(), [remove, None], 0)
        fill(QHBoxLayout(self), [rows, beside], GRID // 2, grows=[rows])
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        edit.textChanged.connect(self._show)
        open_document.document_changed.connect(self._follow)
        self._show()

    @property
    def texts(self) -> dict[int, str]:
        """The prompts as they were typed, by the numbers of the colours; none for a single one."""
        document = self._open_document.document
        if not document.colours.others:
            return {}
        texts = self._texts | {self._active: self._edit.toPlainText()}
        return {number: _kept(texts.get(number, "")) for number in document.masks}

    def show_texts(self, texts: Mapping[int, str]) -> None:
        """Show other prompts, as of a project that was opened."""
        self._texts = dict(texts)
        if self._open_document.document.colours.others:
            self._edit.setPlainText(self._texts.get(self._active, ""))
        self._show()

    def show_style(self, style: MaskStyle) -> None:
        """Show the colours in which the mask is shown."""
        self._style = style
        self._show()

    def add(self) -> None:
        """Add a colour, whose prompt can be typed then."""
        number = self._open_document.document.colours.free
        if number is not None:
            self._texts.pop(number, None)  # of one that was removed
            self._commands.add_colour()
            self._edit.setFocus()

    def _follow(self) -> None:
        """The prompt of the active colour moves into the field."""
        active = self._open_document.document.colours.active
        if self._open_document.number != self._document:
            self._document = self._open_document.number
            self._texts, self._active = {}, active
        elif active != self._active:
            self._texts[self._active] = self._edit.toPlainText()
            self._active = active
            self._edit.setPlainText(self._texts.get(active, ""))
        self._show()

    def _show(self) -> None:
        texts = self.texts
        for number, button in enumerate(self._buttons):
            button.setChecked(number == self._active)
            button.setVisible(number in texts)
            if number in texts:
                button.show_colour(tint(self._style, number), texts[number])
        self._add.setEnabled(self._commands.can_add_colour)
        self.setVisible(bool(texts))

    def _choose(self, number: int) -> None:
        self._commands.choose_colour(number)
        self._show()  # a click on the active one does not switch it off


class _ColourButton(QPushButton):
    """A swatch and the beginning of a prompt."""

    def __init__(self, number: int) -> None:
        super().__init__(autoDefault=False)
        self._number = number + 1
        told = tr("Mask colour {number}").format(number=self._number)
        named(self, f"mask_colour_{self._number}_button", told, told)
        self.setCheckable(True)
        self.setProperty("role", "colour")
        self.setIconSize(QSize(ICON, ICON))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self._words = ""
        self._shown: tuple[QColor, str] | None = None

    def show_colour(self, colour: QColor, prompt: str) -> None:
        """Show this colour, with the beginning of its prompt."""
        shown, self._shown = self._shown, (colour, prompt)
        if shown == self._shown:
            return
        self._words = tidied(prompt) or tr("No prompt")
        told = tr("Mask colour {number}: {prompt}")
        told = told.format(number=self._number, prompt=self._words)
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.setIcon(swatch(colour, ICON))
        self._elide()

    def _elide(self) -> None:
        room = max(0, self.width() - ICON - 4 * GRID)
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(words.replace("&", "&&"))

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()


def _kept(text: str) -> str:
    """`text` as files can hold it: no longer than a prompt, without lone surrogates."""
    return text[:MAX_PROMPT].encode("utf-8", "replace").decode()
