"""How pen pressure affects the brush."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glide_studio.core.paint.curve import FULL, LINEAR, Curve
from glide_studio.core.paint.stroke import Brush
from glide_studio.session.language import tr
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import push_button
from glide_studio.ui.widgets.curve_edit import CurveEdit, curve_edit
from glide_studio.ui.widgets.flow_layout import FlowLayout
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import heading, label
from glide_studio.ui.widgets.windows import Dialog

PRESETS: tuple[Curve, ...] = (
    FULL,
    LINEAR,
    Curve(((0.0, 0.0), (0.3, 0.6), (1.0, 1.0))),
    Curve(((0.0, 0.0), (0.6, 0.25), (1.0, 1.0))),
)
"""Off, linear, soft (more at light pressure), firm."""

SIDE = 160


class PressureDialog(Dialog):
    """The pressure curves of a brush, not modal; both signals carry a changed `Curve` at once."""

    size_curve_changed = Signal(object)
    opacity_curve_changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("pressure_dialog", tr("Pen Pressure"), parent)
        self._size = curve_edit("size", tr("Pressure to size"), SIDE)
        self._opacity = curve_edit("opacity", tr("Pressure to opacity"), SIDE)
        words = tr("Light pressure is on the left, full pressure on the right.")
        note = label(words, "muted", wraps=True)
        changed = self.size_curve_changed
        size = self._column("size", tr("Size"), self._size, changed)
        changed = self.opacity_curve_changed
        opacity = self._column("opacity", tr("Opacity"), self._opacity, changed)
        columns = fill(QHBoxLayout(), [size, opacity], 3 * GRID)
        layout = fill(QVBoxLayout(self), [columns, note], 2 * GRID)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 3 * GRID)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _column(
        self, name: str, title: str, edit: CurveEdit, changed: SignalInstance
    ) -> QVBoxLayout:
        edit.changed.connect(changed)
        presets = QWidget()
        presets.setFixedWidth(SIDE)
        row = FlowLayout(presets)
        texts = (
            ("off", tr("Off"), tr("Pressure has no effect")),
            ("even", tr("Linear"), tr("Proportional to the pressure")),
            ("soft", tr("Soft"), tr("For a light hand")),
            ("firm", tr("Firm"), tr("For a heavy hand")),
        )
        for (preset, text, tooltip), curve in zip(texts, PRESETS, strict=True):
            button = push_button(f"{name}_{preset}_button", text, tooltip, role="chip")
            button.clicked.connect(lambda _=False, curve=curve: changed.emit(curve))
            row.addWidget(button)
        return fill(QVBoxLayout(), [heading(title, edit), edit, presets])

    def show_brush(self, brush: Brush) -> None:
        """Show the curves of `brush`."""
        self._size.curve = brush.size_curve
        self._opacity.curve = brush.opacity_curve
