"""The choice of a model, and what it lacks for what Generate will do."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from glide_studio.core.modes.modes import is_masked
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr, translated
from glide_studio.ui.panels.mode_bar import ModeBar
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import push_button
from glide_studio.ui.widgets.fields import ChoiceBox
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named


class ModelBox(QWidget):
    """A box of the installed models, shown if there are several. If the mode needs a network that
    is missing, a sentence says so below it, beside a button that emits `networks_requested`."""

    networks_requested = Signal(object, object)  # InstalledModel, their names

    def __init__(self, editor: Editor, modes: ModeBar) -> None:
        super().__init__()
        self._editor = editor
        self._modes = modes
        self._missing: tuple[str, ...] = ()
        self._combo = named(
            ChoiceBox(), "model_combo", tr("Model"), tr("The model that generates the picture")
        )
        self._combo.activated.connect(lambda: editor.models.choose(self._combo.currentData()))
        words = tr("Missing networks")
        self._sentence = named(label("", "small", wraps=True), "missing_label", words, words)
        self._install = push_button(
            "install_missing_button",
            tr("Install…"),
            tr("Open the models, where the missing networks can be installed"),
            role="link",
        )
        self._install.clicked.connect(self._request)
        link = fill(QHBoxLayout(), [self._install, None])
        fill(QVBoxLayout(self), [self._combo, self._sentence, link], GRID // 2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        editor.models.changed.connect(self._list_models)
        modes.changed.connect(self._show_missing)
        self._list_models()

    def _request(self) -> None:
        self.networks_requested.emit(self._editor.models.model, self._missing)

    def _list_models(self) -> None:
        models = self._editor.models
        with QSignalBlocker(self._combo):
            self._combo.clear()
            for row, model in enumerate(models.installed):
                self._combo.addItem(tr("Model: {name}").format(name=model.title), model.name)
                summary = translated(model.card.description)
                self._combo.setItemData(row, summary, Qt.ItemDataRole.ToolTipRole)
            self._combo.setCurrentIndex(self._combo.findData(models.model.name))
        self._combo.setVisible(len(models.installed) > 1)
        self._show_missing()

    def _show_missing(self) -> None:
        mode, self._missing = self._modes.mode, ()
        if mode is not None:
            masked = is_masked(self._editor.review.subject, mode)
            self._missing = self._editor.models.model.lacking(masked)
            needs = tr("Inpainting needs the networks {names}, which are not installed.")
            if not masked:
                needs = tr("This mode needs the networks {names}, which are not installed.")
            self._sentence.setText(needs.format(names=", ".join(self._missing)))
        for widget in (self._sentence, self._install):
            widget.setVisible(bool(self._missing))
        self.setVisible(bool(self._missing) or self._combo.isVisibleTo(self))
