"""The dialog that asks for the name and the storage of imported checkpoints."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from glide_studio.core.sentence import ArtistError
from glide_studio.library.networks import Storage
from glide_studio.library.store import checked_name
from glide_studio.session.failure import sentence
from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.layouts import add_field, fill, form
from glide_studio.ui.widgets.naming import label, named
from glide_studio.ui.widgets.windows import Button, Dialog


def storage_combo(name: str, preferences: Preferences) -> QComboBox:
    """A box for how weights are stored, which remembers the choice."""
    combo = named(
        QComboBox(),
        name,
        tr("Weights on the disk"),
        tr("Half precision takes half the space and rounds the weights"),
    )
    stored: dict[Storage, str] = {
        "float32": tr("Full (32 bits)"),
        "float16": tr("Half (16 bits)"),
    }
    for storage, words in stored.items():
        combo.addItem(words, storage)
    combo.setCurrentIndex(combo.findData(preferences.storage))

    def remember() -> None:
        preferences.storage = combo.currentData()

    combo.currentIndexChanged.connect(remember)
    return combo


class ImportDialog(Dialog):
    """The name of the model that checkpoints become; `name` and `storage` are the answers."""

    def __init__(self, paths: Sequence[Path], preferences: Preferences, parent: QWidget) -> None:
        super().__init__("import_dialog", tr("Import Checkpoints"), parent)
        self._name = named(
            QLineEdit(paths[0].stem.replace("_", " ")),
            "import_name_edit",
            tr("Name of the model"),
            tr("A new name, or the name of a model without these networks"),
        )
        self._name.selectAll()
        self._storage = storage_combo("import_storage_combo", preferences)
        self._problem = label("", "small", wraps=True)
        self._problem.setObjectName("import_problem")
        self._problem.setProperty("tone", "error")
        self._buttons = self.ok_and_cancel("import")
        files = label(", ".join(path.name for path in paths), "muted", wraps=True)
        fields = form()
        add_field(fields, self._name)
        add_field(fields, self._storage)
        layout = fill(QVBoxLayout(self), [files, fields, self._problem, self._buttons], 2 * GRID)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        self.resize(440, self.sizeHint().height())
        self._name.textChanged.connect(self._check)
        self._check()

    @property
    def name(self) -> str:
        return self._name.text().strip()

    @property
    def storage(self) -> Storage:
        chosen: Storage = self._storage.currentData()
        return chosen

    def _check(self) -> None:
        """Say what is wrong with the name, if anything is."""
        try:
            checked_name(self._name.text())
        except ArtistError as error:
            self._problem.setText(sentence(error) if self._name.text() else "")
            self._ok.setEnabled(False)
            return
        self._problem.setText("")
        self._ok.setEnabled(True)

    @property
    def _ok(self) -> QWidget:
        box: QDialogButtonBox = self._buttons
        return box.button(Button.Ok)
