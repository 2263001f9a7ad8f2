"""A gentle word on what the model will not understand."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from glide_studio.core.request.model_card import ModelCard
from glide_studio.core.request.wildcards import without_lists
from glide_studio.session.language import tr
from glide_studio.session.prompt_book import PLACE
from glide_studio.ui.panels.prompt_edit import PromptEdit
from glide_studio.ui.widgets.naming import named

DELAY = 500
"""How long typing has to pause, in milliseconds."""

MOST_UNKNOWN = 2
MOST_NOUNS = 4


class VocabularyHint(QLabel):
    """Names the words of prompt and style that the model does not know; hidden without any."""

    def __init__(self, edit: PromptEdit, card: ModelCard, parent: QWidget | None = None) -> None:
        super().__init__(parent, wordWrap=True)
        named(
            self,
            "vocabulary_hint_label",
            tr("Unknown words"),
            tr("Words that the model was not trained on have unpredictable effects"),
        )
        self.setProperty("role", "small")
        self._edit = edit
        self._card = card
        self._style = ""
        self._pause = QTimer(self, singleShot=True, interval=DELAY)
        self._pause.timeout.connect(self._show)
        edit.textChanged.connect(self._pause.start)
        edit.cursorPositionChanged.connect(self._pause.start)
        edit.left.connect(self._pause.start)
        self.hide()

    def set_style(self, template: str) -> None:
        """Look at the words of a style too."""
        self._style = template
        self._pause.start()

    def _show(self) -> None:
        before = self._edit.text_before_cursor
        cursor = len(before) if self._edit.hasFocus() else None
        text = without_lists(before + self._edit.text_after_cursor)
        in_style = self._card.unknown_words(self._style.replace(PLACE, " "))
        unknown = tuple(dict.fromkeys((*self._card.unknown_words(text, cursor), *in_style)))
        self.setText(in_words(unknown, self._card.nouns) if unknown else "")
        self.setVisible(bool(unknown))


def in_words(unknown: tuple[str, ...], nouns: tuple[str, ...]) -> str:
    """Return a sentence such as "The starter does not know “unicorn”; it draws apple, bell, …"."""
    quoted = [tr("“{word}”").format(word=word) for word in unknown[:MOST_UNKNOWN]]
    if len(unknown) > MOST_UNKNOWN:
        more = tr("{count} more").format(count=len(unknown) - MOST_UNKNOWN)
        quoted = [", ".join(quoted), more]
    words = tr(" and ").join(quoted)
    if not nouns:
        return tr("The model does not know {words}.").format(words=words)
    end = ", …" if len(nouns) > MOST_NOUNS else "."
    said = tr("The model does not know {words}; it can draw {nouns}")
    return said.format(words=words, nouns=", ".join(nouns[:MOST_NOUNS])) + end
