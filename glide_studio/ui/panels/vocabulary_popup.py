"""A popup with all words that the model knows, and pictures of them, to add to the prompt."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from glide_studio.core.request.model_card import ModelCard
from glide_studio.session.language import tr
from glide_studio.ui.panels.word_list import WordList, WordSheet
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named
from glide_studio.ui.widgets.windows import Popup

WIDTH, HEIGHT = 592, 720


class VocabularyPopup(Popup):
    """A search field over the nouns, colours and places of a model.

    What is typed filters the words, arrow keys move among them, Return or a click emits `chosen`
    with one; Esc and a click outside close.
    """

    chosen = Signal(str)

    def __init__(self, card: ModelCard, sheet: WordSheet, parent: QWidget) -> None:
        super().__init__("vocabulary_popup", tr("What the model can draw"), parent)
        self._search = named(
            QLineEdit(placeholderText=tr("Search"), clearButtonEnabled=True),
            "vocabulary_search_edit",
            tr("Search the words"),
            tr("Type a part of a word, then press Return to add it to the prompt"),
        )
        self._search.installEventFilter(self)
        self._words = WordList(sheet)
        self._words.add_words(tr("Things"), "noun", card.nouns)
        self._words.add_words(tr("Colours"), "colour", card.colours)
        self._words.add_words(tr("Places"), "place", card.places)
        self._nothing = label(tr("No matching words."), "muted")
        self._nothing.setObjectName("vocabulary_nothing_label")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.hide()
        parts = [self._search, self._nothing, self._words]
        layout = fill(QVBoxLayout(self), parts, grows=parts[1:])
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        self._search.textChanged.connect(self._show)
        self._words.chosen.connect(self._choose)

    def open_left_of(self, widget: QWidget) -> None:
        """Show it to the left of `widget`, entirely on its screen."""
        height = widget.screen().availableGeometry().height()
        self.setFixedSize(WIDTH, min(HEIGHT, height))
        self.open_at(widget, QPoint(-WIDTH - 2 * GRID - GRID // 2, 0))
        self._search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys steer the list while the search field has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._words.steer(event)
        return super().eventFilter(watched, event)

    def _show(self, typed: str) -> None:
        found = self._words.show_matching(typed)
        self._words.setVisible(found)
        self._nothing.setHidden(found)

    def _choose(self, word: str) -> None:
        self._search.selectAll()  # the next word is typed over this one
        self.chosen.emit(word)
