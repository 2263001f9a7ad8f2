"""A warning before a run that would probably disappoint."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from glide_studio.core.modes.region import TOO_SMALL, edit_region, mask_share
from glide_studio.core.request.capabilities import Capabilities
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.run_list import Run
from glide_studio.ui.widgets.naming import named, percent

DELAY = 300
"""How long painting must pause before the hint is updated, in milliseconds."""


class RunHint(QLabel):
    """Warns that the model is missing or the mask too small for it; otherwise hidden."""

    def __init__(
        self, editor: Editor, capabilities: Capabilities, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, wordWrap=True)
        named(self, "run_hint_label", tr("Possible problems"), tr("What may go wrong, and why"))
        self.setProperty("role", "small")
        self._editor = editor
        self._capabilities = capabilities
        self._missing: str | None = None
        self._pause = QTimer(self, singleShot=True, interval=DELAY)
        self._pause.timeout.connect(self._show)
        editor.open_document.document_changed.connect(self._pause.start)
        editor.review.shown_changed.connect(self._pause.start)
        editor.runs.finished.connect(self._note_end)
        self.hide()

    def set_missing(self, model: str | None) -> None:
        """Set the model that cannot be used, or None."""
        self._missing = model
        self._show()

    def _note_end(self, run: Run) -> None:
        """A model that has generated a picture is not missing."""
        if run.state == "done":
            self.set_missing(None)

    def _show(self) -> None:
        sentence = self._sentence()
        self.setText(sentence)
        self.setVisible(bool(sentence))

    def _sentence(self) -> str:
        if self._missing is not None:
            sentence = tr("The model {model} is not installed or cannot be loaded.")
            return sentence.format(model=self._missing)
        mask = self._editor.review.subject.mask
        if mask.is_empty:
            return ""
        share = mask_share(mask, edit_region(mask, self._capabilities.base_size))
        if share >= TOO_SMALL:
            return ""
        filled = percent(share) if share >= 0.01 else tr("less than 1%")
        sentence = tr(
            "The mask fills only {percent} of what the model sees and may be ignored. Paint a "
            "larger or rounder area."
        )
        return sentence.format(percent=filled)
