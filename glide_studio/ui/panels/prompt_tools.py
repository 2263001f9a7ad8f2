"""The controls below the prompt: negative prompt, style, length, earlier prompts."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from glide_studio.core.request.prompt_length import MeasurePrompt, PromptLength
from glide_studio.core.request.settings import RequestError, tidied
from glide_studio.core.request.wildcards import Lines, has_wildcards, resolve
from glide_studio.session.language import tr
from glide_studio.session.prompt_book import PromptBook, Remembered, Style
from glide_studio.ui.dialogs.styles_dialog import StylesDialog
from glide_studio.ui.panels.prompt_edit import PromptEdit
from glide_studio.ui.panels.prompt_history import PromptHistory
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import icon_button
from glide_studio.ui.widgets.fields import ChoiceBox
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named

NO_STYLE = Style("", "")


class PromptTools(QWidget):
    """Applies the chosen style to the prompt, counts its tokens, and finds earlier prompts.

    `lines` returns the word lists that prompts refer to. `style_changed` carries the template of
    the chosen style; `changed` is emitted when the prompt with its style, or the negative prompt,
    changes; `measured` carries the `PromptLength`.
    """

    style_changed = Signal(str)
    changed = Signal()
    measured = Signal(object)

    def __init__(self, edit: PromptEdit, book: PromptBook, lines: Lines) -> None:
        super().__init__()
        self._lines = lines
        self._edit = edit
        self._book = book
        self._measure: MeasurePrompt | None = None
        self._make_controls()
        controls = [self._style, self._edit_styles, self._length, self._favourite, self._history]
        row = fill(QHBoxLayout(), controls, GRID // 2, grows=[self._style])
        fill(QVBoxLayout(self), [self._negative, row])
        edit.textChanged.connect(self._show_prompt)
        edit.textChanged.connect(self.changed)
        self._negative.textChanged.connect(self.changed)
        self.style_changed.connect(self.changed)
        book.changed.connect(self._show_book)
        self._show_book()

    @property
    def typed(self) -> str:
        """The prompt as it was typed."""
        return self._edit.toPlainText().strip()

    @property
    def prompt(self) -> str:
        """The prompt in the chosen style; empty if nothing was typed."""
        return self.styled(self.typed)

    @property
    def negative(self) -> str:
        """The negative prompt as it was typed; it may be empty."""
        return self._negative.text().strip()

    def styled(self, text: str) -> str:
        """A prompt in the chosen style; empty if it is blank."""
        return self._chosen.applied_to(text.strip()) if text.strip() else ""

    def remember(self, *others: str) -> None:
        """Add the typed prompt to the history, after `others`."""
        for text in (*others, self.typed):
            if text.strip():
                self._book.remember(text.strip(), self.negative)

    def set_measure(self, measure: MeasurePrompt) -> None:
        """Count tokens with `measure` from now on."""
        self._measure = measure
        self._show_prompt()

    def open_history(self) -> None:
        """Search earlier prompts."""
        history = PromptHistory(self._book, self)
        history.chosen.connect(self._take)
        self._edit.setFocus()  # where typing continues once it is closed
        history.open_over(self._edit)

    def _take(self, prompt: Remembered) -> None:
        self.show_typed(prompt.text, prompt.negative)

    def show_prompts(self, prompt: str, negative: str) -> None:
        """Show prompts as they are given to the model, without a style."""
        self._style.setCurrentIndex(0)
        self.show_typed(prompt, negative)

    def show_typed(self, prompt: str, negative: str) -> None:
        """Show prompts as they are typed, in the chosen style."""
        self._edit.set_prompt(prompt)
        self._negative.setText(negative)

    def edit_styles(self) -> None:
        """Open the dialog that edits styles."""
        StylesDialog(self._book, self.window()).show()

    def turn_favourite(self) -> None:
        """Add the prompt to the favourites, or remove it."""
        if self.typed:
            self._book.set_favourite(self.typed, not self._book.is_favourite(self.typed))

    @property
    def _chosen(self) -> Style:
        style = self._style.currentData()
        return style if isinstance(style, Style) else NO_STYLE

    def _make_controls(self) -> None:
        self._negative = named(
            QLineEdit(placeholderText=tr("Negative prompt")),
            "negative_edit",
            tr("Negative prompt"),
            tr("What to avoid (needs guidance above 1)"),
        )
        self._style = named(
            ChoiceBox(), "style_combo", tr("Style"), tr("Words added to the prompt")
        )
        self._style.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._style.currentIndexChanged.connect(self._show_style)
        self._edit_styles = icon_button("styles", "edit_styles_button", tr("Edit styles"))
        self._edit_styles.clicked.connect(self.edit_styles)
        self._length = named(
            label("", "small"),
            "prompt_length_label",
            tr("Prompt length"),
            tr("Number of tokens in the prompt, and how many the model reads"),
        )
        self._favourite = icon_button(
            "star", "favourite_button", tr("Favourite prompt"), checkable=True
        )
        self._favourite.clicked.connect(self.turn_favourite)
        self._history = icon_button(
            "history", "prompt_history_button", tr("Earlier prompts"), shortcut="Alt+Up"
        )
        self._history.clicked.connect(self.open_history)

    def _show_book(self) -> None:
        chosen = self._chosen
        with QSignalBlocker(self._style):
            self._style.clear()
            self._style.addItem(tr("No style"))
            for style in self._book.styles:
                self._style.addItem(style.name, style)
            self._style.setCurrentIndex(1 + _place(chosen, self._book.styles))
        self._show_style()

    def _show_style(self) -> None:
        self._style.setToolTip(self._chosen.template or tr("Words added to the prompt"))
        self.style_changed.emit(self._chosen.template)
        self._show_prompt()

    def _show_prompt(self) -> None:
        favourite = self._book.is_favourite(self.typed)
        self._favourite.setChecked(favourite)
        self._favourite.setEnabled(bool(self.typed))
        self._favourite.setIcon(icon("star_filled" if favourite else "star"))
        self.count_tokens()

    def count_tokens(self) -> None:
        """Show how much of the prompt the model reads."""
        if self._measure is not None:
            self._show_length(self._measure(tidied(self._sample)).of_typed(self._sample))

    @property
    def _sample(self) -> str:
        """The prompt with its wildcards resolved once, to be counted."""
        try:
            return resolve(self.prompt, 0, self._lines)
        except RequestError:
            return self.prompt  # still being typed; generating reports what is wrong

    def _show_length(self, length: PromptLength) -> None:
        self.measured.emit(length)
        about = "≈ " if has_wildcards(self.prompt) else ""
        self._length.setText(f"{about}{length.tokens} / {length.limit}")
        self._length.setProperty("tone", "error" if length.is_cut else None)
        self._length.style().polish(self._length)
        words = tr("{tokens} of {limit} tokens")
        if length.is_cut:
            words = tr("{tokens} tokens, of which the model reads only the first {limit}")
        words = words.format(tokens=length.tokens, limit=length.limit)
        self._length.setToolTip(words)
        self._length.setAccessibleDescription(words)
        self._edit.mark_unread(self._first_unread(length))

    def _first_unread(self, length: PromptLength) -> int | None:
        """Where the part that the model does not read begins in the text field, if known."""
        if not length.is_cut or has_wildcards(self.prompt):
            return None
        begins = self.prompt.find(self.typed)
        text = self._edit.toPlainText()
        lead = len(text) - len(text.lstrip())
        unread = max(length.read - begins, 0)
        return lead + unread if unread < len(self.typed) else None


def _place(style: Style, styles: Sequence[Style]) -> int:
    """The index of a style among `styles`, by its name or else its template; or -1."""
    for key in (attrgetter("name"), attrgetter("template")):
        found = [key(other) for other in styles]
        if key(style) and key(style) in found:
            return found.index(key(style))
    return -1
