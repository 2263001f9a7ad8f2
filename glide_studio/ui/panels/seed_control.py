"""The seed: random for every run unless it is locked."""

import secrets

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QToolButton, QWidget

from glide_studio.core.request.settings import MAX_SEED
from glide_studio.session.language import tr
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import indent_text
from glide_studio.ui.widgets.naming import named


class SeedControl(QWidget):
    """A number, a dice and a lock.  Entering a seed locks it; the dice unlocks it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A QSpinBox ends at 2**31 - 1, half of all seeds.
        self._spin = named(
            QDoubleSpinBox(decimals=0, maximum=MAX_SEED),
            "seed_spin",
            tr("Seed"),
            tr("The same seed and settings give the same picture; entering a seed locks it"),
        )
        indent_text(self._spin)
        self._dice = named(
            QToolButton(), "seed_dice_button", tr("Random seed"), tr("Choose a new random seed")
        )
        self._dice.setIcon(icon("dice"))
        self._lock = named(QToolButton(), "seed_lock_button", tr("Lock seed"), tr("Lock this seed"))
        self._lock.setCheckable(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._spin, 1)
        layout.addWidget(self._dice)
        layout.addWidget(self._lock)
        self._spin.valueChanged.connect(lambda: self._lock.setChecked(True))
        self._dice.clicked.connect(self.randomise)
        self._lock.toggled.connect(self._show_lock)
        self.randomise()

    @property
    def spin(self) -> QDoubleSpinBox:
        """The spin box, for a label's buddy."""
        return self._spin

    @property
    def seed(self) -> int:
        """The seed shown, 0 to 2**32 - 1."""
        return int(self._spin.value())

    def randomise(self) -> None:
        """Choose a random seed, and unlock it."""
        with QSignalBlocker(self._spin):
            self._spin.setValue(secrets.randbelow(MAX_SEED + 1))
        self._lock.setChecked(False)
        self._show_lock(False)

    def advance(self) -> None:
        """Choose a new seed for the next run, unless it is locked."""
        if not self._lock.isChecked():
            self.randomise()

    def _show_lock(self, locked: bool) -> None:
        self._lock.setIcon(icon("lock" if locked else "unlock"))
        self._lock.setToolTip(
            tr("Every run uses this seed; click to use random seeds")
            if locked
            else tr("Each run uses a new random seed; click to lock this one")
        )
