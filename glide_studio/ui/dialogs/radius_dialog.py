"""Asks for a radius in pixels."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QSpinBox, QVBoxLayout, QWidget

from glide_studio.core.mask.filters import MAX_RADIUS
from glide_studio.session.language import tr
from glide_studio.ui.style.theme import GRID, indent_text
from glide_studio.ui.widgets.naming import named

WIDTH = 280


class RadiusDialog(QDialog):
    """Explains a command and asks for its radius; `radius_chosen` carries it."""

    radius_chosen = Signal(int)

    def __init__(self, title: str, explanation: str, radius: int, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "radius_dialog", title, "")
        self.setWindowTitle(title)
        self._spin = named(
            QSpinBox(), "radius_spin", tr("Radius in pixels"), tr("In picture pixels")
        )
        self._spin.setRange(1, MAX_RADIUS)
        self._spin.setValue(radius)
        self._spin.setSuffix(tr(" px"))
        self._spin.selectAll()
        indent_text(self._spin)
        kind = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kind.Ok | kind.Cancel)
        for which, name in ((kind.Ok, "radius_ok_button"), (kind.Cancel, "radius_cancel_button")):
            button = buttons.button(which)
            text = button.text().replace("&", "")
            named(button, name, text, text)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        label = QLabel(explanation)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(label)
        layout.addWidget(self._spin)
        layout.addWidget(buttons)
        self.setFixedWidth(WIDTH)
        self.accepted.connect(lambda: self.radius_chosen.emit(self._spin.value()))
        self.finished.connect(self.deleteLater)
