"""A hint about words that the model does not know."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from glide_studio.core.request.model_card import ModelCard
from glide_studio.core.request.wildcards import without_lists
from glide_studio.session.language import tr
from glide_studio.session.prompt_book import PLACE
from glide_studio.ui.panels.prompt_edit import PromptEdit
from glide_studio.ui.widgets.naming import named

DELAY = 500
"""How long typing must pause before the hint appears, in milliseconds."""

MAX_UNKNOWN = 2
MAX_NOUNS = 4


class VocabularyHint(QLabel):
    """Lists the unknown words of prompt and style; hidden if there are none."""

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
        """Check the words of a style too."""
        self._style = template
        self._pause.start()

    def _show(self) -> None:
        before = self._edit.text_before_cursor
        cursor = len(before) if self._edit.hasFocus() else None
        text = without_lists(before + self._edit.text_after_cursor)
        in_style = self._card.unknown_words(self._style.replace(PLACE, " "))
        unknown = tuple(dict.fromkeys((*self._card.unknown_words(text, cursor), *in_style)))
        self.setText(hint_text(unknown, self._card.nouns) if unknown else "")
        self.setVisible(bool(unknown))


def hint_text(unknown: tuple[str, ...], nouns: tuple[str, ...]) -> str:
    """Return a hint such as "The model does not know “unicorn”; it can draw apple, bell, …"."""
    quoted = [tr("“{word}”").format(word=word) for word in unknown[:MAX_UNKNOWN]]
    if len(unknown) > MAX_UNKNOWN:
        more = tr("{count} more").format(count=len(unknown) - MAX_UNKNOWN)
        quoted = [", ".join(quoted), more]
    words = tr(" and ").join(quoted)
    if not nouns:
        return tr("The model does not know {words}.").format(words=words)
    end = ", …" if len(nouns) > MAX_NOUNS else "."
    said = tr("The model does not know {words}; it can draw {nouns}")
    return said.format(words=words, nouns=", ".join(nouns[:MAX_NOUNS])) + end
