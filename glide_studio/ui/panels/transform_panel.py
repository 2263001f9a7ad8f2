"""The options of the free transform: numbers, the filter, and buttons to apply or cancel."""

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from glide_studio.core.geometry import MAX_SIDE
from glide_studio.core.raster.free_transform import MOST_SHEAR, FreeTransform
from glide_studio.core.raster.resample import Resampling
from glide_studio.session.language import tr
from glide_studio.session.quantities import percent_suffix
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.tools.transform import TransformTool
from glide_studio.ui.widgets.buttons import push_button
from glide_studio.ui.widgets.fields import ChoiceBox
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import named

MOST_PERCENT = 100_000.0
USUAL, ARROWS = "↔ 100.0%", 30
"""A number for which there is always room, and the pixels beside it."""


class TransformPanel(QWidget):
    """Shows and sets the numbers of `tool`; nothing can be set until the pixels are lifted."""

    def __init__(self, tool: TransformTool) -> None:
        super().__init__()
        self.setObjectName("transform_panel")
        self._tool = tool
        self._spins: dict[str, QDoubleSpinBox] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        percent = percent_suffix()
        texts = (
            ("x", "X", tr("X"), tr("Left edge"), MAX_SIDE, ""),
            ("y", "Y", tr("Y"), tr("Top edge"), MAX_SIDE, ""),
            ("width", "↔", tr("Width"), tr("Width; negative mirrors it"), MOST_PERCENT, percent),
            ("height", "↕", tr("Height"), tr("Height; negative mirrors it"), MOST_PERCENT, percent),
            ("angle", "∠", tr("Angle"), tr("Rotation in degrees, clockwise"), 180, "°"),
            ("shear", "▱", tr("Shear"), tr("Horizontal shear in degrees"), MOST_SHEAR, "°"),
        )
        for index, (name, sign, text, tooltip, most, suffix) in enumerate(texts):
            spin = QDoubleSpinBox(minimum=-most, maximum=most, decimals=1, suffix=suffix)
            spin.setPrefix(f"{sign} ")
            named(spin, f"transform_{name}_spin", text, tooltip)
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(partial(self._set_number, name))
            spin.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            spin.setMinimumWidth(spin.fontMetrics().horizontalAdvance(USUAL) + ARROWS)
            layout.addWidget(spin, *divmod(index, 2))
            self._spins[name] = spin
        layout.addWidget(self._filter(), 3, 0, 1, 2)
        layout.addLayout(self._buttons(), 4, 0, 1, 2)
        tool.transform_changed.connect(self._show)
        self._show(tool.transform)

    def _filter(self) -> QComboBox:
        text = tr("Interpolation")
        combo = named(ChoiceBox(), "transform_filter_combo", text, tr("Interpolation method"))
        for said, resampling in (
            (tr("Bicubic (smooth)"), Resampling.BICUBIC),
            (tr("Lanczos (sharp, for photographs)"), Resampling.LANCZOS),
            (tr("Bilinear (soft)"), Resampling.BILINEAR),
            (tr("Nearest neighbour (hard edges, for pixel art)"), Resampling.NEAREST),
        ):
            combo.addItem(said, resampling)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)

        def choose() -> None:
            self._tool.resampling = combo.currentData()

        combo.currentIndexChanged.connect(choose)
        return combo

    def _buttons(self) -> QHBoxLayout:
        apply = push_button(
            "transform_apply_button",
            tr("Apply"),
            tr("Apply the transform to the layer"),
            "Return",
            role="primary",
        )
        apply.clicked.connect(self._tool.apply)
        cancel = push_button(
            "transform_cancel_button", tr("Cancel"), tr("Leave the layer unchanged"), "Esc"
        )
        cancel.setAccessibleName(tr("Cancel transform"))
        cancel.clicked.connect(self._tool.leave)
        return fill(QHBoxLayout(), [apply, cancel], grows=[apply])

    def _show(self, transform: FreeTransform | None) -> None:
        for name, spin in self._spins.items():
            spin.setEnabled(transform is not None)
            if transform is not None:
                with QSignalBlocker(spin):
                    spin.setValue(getattr(transform.numbers, name))

    def _set_number(self, name: str, value: float) -> None:
        transform = self._tool.transform
        if transform is None:
            return
        if value or name not in ("width", "height"):  # nothing would be left
            transform = transform.with_number(name, value)
            self._tool.change(transform)
        self._show(self._tool.transform)
