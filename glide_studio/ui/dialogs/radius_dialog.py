"""Asks for a radius in pixels."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from glide_studio.core.mask.filters import MAX_RADIUS
from glide_studio.session.language import tr
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named
from glide_studio.ui.widgets.windows import Dialog

WIDTH = 280


class RadiusDialog(Dialog):
    """Explains a command and asks for its radius; `radius_chosen` carries it."""

    radius_chosen = Signal(int)

    def __init__(self, title: str, explanation: str, radius: int, parent: QWidget) -> None:
        super().__init__("radius_dialog", title, parent)
        self._spin = named(
            QSpinBox(minimum=1, maximum=MAX_RADIUS, value=radius, suffix=tr(" px")),
            "radius_spin",
            tr("Radius in pixels"),
            tr("In picture pixels"),
        )
        self._spin.selectAll()
        text = label(explanation, "muted", wraps=True)
        layout = fill(QVBoxLayout(self), [text, self._spin, self.ok_and_cancel("radius")], 2 * GRID)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        self.setFixedWidth(WIDTH)
        self.accepted.connect(lambda: self.radius_chosen.emit(self._spin.value()))
