"""Hints below the prompt about problems that can be foreseen."""

from abc import abstractmethod

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from glide_studio.core.modes.parts import parts_of
from glide_studio.core.modes.region import TOO_SMALL, mask_share, region_of
from glide_studio.core.request.model_card import ModelCard
from glide_studio.core.request.wildcards import without_lists
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.prompt_book import PLACE
from glide_studio.session.quantities import percent
from glide_studio.session.run_list import Run
from glide_studio.ui.panels.prompt_edit import PromptEdit
from glide_studio.ui.widgets.naming import named

PAINTING_PAUSE, TYPING_PAUSE = 300, 500
"""Milliseconds without painting or typing before a hint is updated."""

MAX_UNKNOWN = 2
MAX_NOUNS = 4


class _Hint(QLabel):
    """Shows its sentence once its `pause` has run out; hidden while there is none."""

    def __init__(self, name: str, title: str, tooltip: str, pause: int) -> None:
        super().__init__(wordWrap=True)
        named(self, name, title, tooltip)
        self.setProperty("role", "small")
        self.pause = QTimer(self, singleShot=True, interval=pause)
        self.pause.timeout.connect(self.show_sentence)
        self.hide()

    @abstractmethod
    def sentence(self) -> str:
        """What there is to say now; "" if nothing."""

    def show_sentence(self) -> None:
        sentence = self.sentence()
        self.setText(sentence)
        self.setVisible(bool(sentence))


class RunHint(_Hint):
    """Warns that the model is missing or the mask too small for it; otherwise hidden."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(
            "run_hint_label",
            tr("Possible problems"),
            tr("What may go wrong, and why"),
            PAINTING_PAUSE,
        )
        self._editor = editor
        self._missing: str | None = None
        editor.open_document.document_changed.connect(self.pause.start)
        editor.review.shown_changed.connect(self.pause.start)
        editor.runs.finished.connect(self._note_end)
        editor.models.changed.connect(self.pause.start)

    def set_missing(self, model: str | None) -> None:
        """Set the model that cannot be used, or None."""
        self._missing = model
        self.show_sentence()

    def _note_end(self, run: Run) -> None:
        """A model that has generated a picture is not missing."""
        if run.state == "done":
            self.set_missing(None)

    def sentence(self) -> str:
        if self._missing is not None:
            sentence = tr("The model {model} is not installed or cannot be loaded.")
            return sentence.format(model=self._missing)
        document = self._editor.review.subject
        masked = [part.masking(document) for part in parts_of(document, separately=False).parts]
        if not masked:
            is_faint = not document.selection.is_everything
            return tr("The mask is too weak to be repainted: less than 50%.") if is_faint else ""
        share = min(mask_share(each.mask, region_of(each)) for each in masked)
        if share >= TOO_SMALL:
            return ""
        filled = percent(share) if share >= 0.01 else tr("less than 1%")
        sentence = tr(
            "The mask fills only {percent} of what the model sees and may be ignored. Paint a "
            "larger or rounder area."
        )
        return sentence.format(percent=filled)


class VocabularyHint(_Hint):
    """Lists the unknown words of prompt and style; hidden if there are none."""

    def __init__(self, edit: PromptEdit, card: ModelCard) -> None:
        super().__init__(
            "vocabulary_hint_label",
            tr("Unknown words"),
            tr("Words that the model was not trained on have unpredictable effects"),
            TYPING_PAUSE,
        )
        self._edit = edit
        self._card = card
        self._style = ""
        edit.textChanged.connect(self.pause.start)
        edit.cursorPositionChanged.connect(self.pause.start)
        edit.left.connect(self.pause.start)

    def use(self, card: ModelCard) -> None:
        """Check words against another model's card from now on."""
        self._card = card
        self.pause.start()

    def set_style(self, template: str) -> None:
        """Check the words of a style too."""
        self._style = template
        self.pause.start()

    def sentence(self) -> str:
        before = self._edit.text_before_cursor
        cursor = len(before) if self._edit.hasFocus() else None
        text = without_lists(before + self._edit.text_after_cursor)
        in_style = self._card.unknown_words(self._style.replace(PLACE, " "))
        unknown = tuple(dict.fromkeys((*self._card.unknown_words(text, cursor), *in_style)))
        return hint_text(unknown, self._card.nouns) if unknown else ""


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
