"""The options of the free transform: numbers, the filter, and buttons to apply or cancel."""

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QHBoxLayout, QWidget

from glide_studio.core.geometry import MAX_SIDE
from glide_studio.core.raster.free_transform import MOST_SHEAR, FreeTransform
from glide_studio.core.raster.resample import Resampling
from glide_studio.session.language import tr
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.tools.transform import TransformTool
from glide_studio.ui.widgets.buttons import push_button
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named, percent_suffix

MOST_PERCENT = 100_000.0


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
        layout.setColumnStretch(1, 1)
        percent = percent_suffix()
        texts = (
            ("x", tr("X"), tr("Left edge"), MAX_SIDE, " px"),
            ("y", tr("Y"), tr("Top edge"), MAX_SIDE, " px"),
            ("width", tr("Width"), tr("Width; negative mirrors it"), MOST_PERCENT, percent),
            ("height", tr("Height"), tr("Height; negative mirrors it"), MOST_PERCENT, percent),
            ("angle", tr("Angle"), tr("Rotation in degrees, clockwise"), 180, "°"),
            ("shear", tr("Shear"), tr("Horizontal shear in degrees"), MOST_SHEAR, "°"),
        )
        for row, (name, text, tooltip, most, suffix) in enumerate(texts):
            spin = QDoubleSpinBox(minimum=-most, maximum=most, decimals=1, suffix=suffix)
            named(spin, f"transform_{name}_spin", text, tooltip)
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(partial(self._set_number, name))
            layout.addWidget(label(text, "small", spin), row, 0)
            layout.addWidget(spin, row, 1)
            self._spins[name] = spin
        self._add_filter(layout, len(texts))
        layout.addLayout(self._buttons(), len(texts) + 1, 0, 1, 2)
        tool.transform_changed.connect(self._show)
        self._show(tool.transform)

    def _add_filter(self, layout: QGridLayout, row: int) -> None:
        text = tr("Interpolation")
        combo = named(QComboBox(), "transform_filter_combo", text, tr("Interpolation method"))
        for said, resampling in (
            (tr("Bicubic (smooth)"), Resampling.BICUBIC),
            (tr("Lanczos (sharp, for photographs)"), Resampling.LANCZOS),
            (tr("Bilinear (soft)"), Resampling.BILINEAR),
            (tr("Nearest neighbour (hard edges, for pixel art)"), Resampling.NEAREST),
        ):
            combo.addItem(said, resampling)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(4)

        def choose() -> None:
            self._tool.resampling = combo.currentData()

        combo.currentIndexChanged.connect(choose)
        layout.addWidget(label(text, "small", combo), row, 0)
        layout.addWidget(combo, row, 1)

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
