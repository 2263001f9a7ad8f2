"""Position and size of the crop frame in numbers."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSpinBox, QWidget

from glide_studio.core.geometry import MAX_SIDE, Rect
from glide_studio.session.language import tr
from glide_studio.ui.style.theme import GRID, indent_text
from glide_studio.ui.tools.crop import CropTool
from glide_studio.ui.widgets.naming import named


class CropPanel(QWidget):
    """Position and size of the crop frame in document pixels, with buttons to crop or cancel."""

    def __init__(self, tool: CropTool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crop_panel")
        self._tool = tool
        self._spins = []
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.setColumnStretch(1, 1)
        for row, (name, text, tooltip, low) in enumerate(
            (
                ("crop_x_spin", tr("X"), tr("Left edge; below 0 extends the canvas"), -MAX_SIDE),
                ("crop_y_spin", tr("Y"), tr("Top edge; below 0 extends the canvas"), -MAX_SIDE),
                ("crop_width_spin", tr("Width"), tr("Width in pixels"), 1),
                ("crop_height_spin", tr("Height"), tr("Height in pixels"), 1),
            )
        ):
            spin = named(QSpinBox(), name, text, tooltip)
            spin.setRange(low, MAX_SIDE)
            spin.setSuffix(" px")
            indent_text(spin)
            spin.valueChanged.connect(self._set_frame)
            label = QLabel(text)
            label.setBuddy(spin)
            label.setProperty("role", "small")
            layout.addWidget(label, row, 0)
            layout.addWidget(spin, row, 1)
            self._spins.append(spin)
        accept = named(
            QPushButton(tr("Crop")),
            "crop_accept_button",
            tr("Crop"),
            tr("Crop or extend the picture to the frame"),
            "Return",
        )
        accept.setProperty("role", "primary")
        accept.clicked.connect(tool.accept)
        cancel = named(
            QPushButton(tr("Cancel")),
            "crop_cancel_button",
            tr("Cancel crop"),
            tr("Leave the picture unchanged"),
            "Esc",
        )
        cancel.clicked.connect(tool.leave)
        layout.addWidget(accept, len(self._spins), 0, 1, 2)
        layout.addWidget(cancel, len(self._spins) + 1, 0, 1, 2)
        tool.frame_changed.connect(self._show_frame)
        self._show_frame(tool.frame)

    def _show_frame(self, frame: Rect | None) -> None:
        if frame is None:
            return
        values = (frame.x, frame.y, frame.width, frame.height)
        for spin, value in zip(self._spins, values, strict=True):
            with QSignalBlocker(spin):
                spin.setValue(value)

    def _set_frame(self) -> None:
        self._tool.frame = Rect(*(spin.value() for spin in self._spins))
