"""The Image Size and Canvas Size dialogs."""

from itertools import product

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.document.reshape import SizeError, check_extent
from glide_studio.core.geometry import MAX_SIDE, Extent, Rect
from glide_studio.core.raster.resample import Resampling
from glide_studio.session.failure import sentence
from glide_studio.session.language import tr
from glide_studio.ui.style.theme import GRID, indent_text
from glide_studio.ui.widgets.naming import named, percent_suffix


class _SizeDialog(QDialog):
    """Width and height in pixels and as a percentage, with constrained proportions or not.

    It deletes itself when it is closed.
    """

    def __init__(
        self, name: str, title: str, before: Extent, constrained: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before = before
        self._width = self._side(f"{name}_width_spin", tr("Width"), before.width)
        self._height = self._side(f"{name}_height_spin", tr("Height"), before.height)
        self._share = named(
            QDoubleSpinBox(),
            f"{name}_share_spin",
            tr("Scale"),
            tr("Percentage of the current size"),
        )
        self._share.setRange(0.01, 10_000)
        self._share.setSuffix(percent_suffix())
        indent_text(self._share)
        self._share.setValue(100)
        self._locked = named(
            QCheckBox(tr("Constrain proportions")),
            f"{name}_locked_check",
            tr("Constrain proportions"),
            tr("Change width and height together"),
        )
        self._locked.setChecked(constrained)
        self._new_size = named(
            QLabel(wordWrap=True), f"{name}_outcome_label", tr("New size"), tr("New size in pixels")
        )
        self._new_size.setProperty("role", "small")
        self.form = QFormLayout()
        for text, field in (
            (tr("Width"), self._width),
            (tr("Height"), self._height),
            (tr("Scale"), self._share),
        ):
            self.form.addRow(text, field)
        self.form.addRow("", self._locked)
        self._width.valueChanged.connect(lambda: self._follow(self._width, self._height))
        self._height.valueChanged.connect(lambda: self._follow(self._height, self._width))
        self._share.valueChanged.connect(self._set_share)
        self._locked.toggled.connect(lambda: self._follow(self._width, self._height))
        self._lay_out(name)
        self._show_new_size()

    @property
    def extent(self) -> Extent:
        """The chosen size."""
        return Extent(self._width.value(), self._height.value())

    def _side(self, name: str, text: str, value: int) -> QSpinBox:
        spin = named(QSpinBox(), name, text, tr("{side} in pixels").format(side=text))
        spin.setRange(1, MAX_SIDE)
        spin.setSuffix(" px")
        indent_text(spin)
        spin.setValue(value)
        return spin

    def _lay_out(self, name: str) -> None:
        button = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(button.Ok | button.Cancel)
        for which, part in ((button.Ok, "ok"), (button.Cancel, "cancel")):
            made = self._buttons.button(which)
            named(made, f"{name}_{part}_button", made.text().replace("&", ""), self.windowTitle())
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(self.form)
        layout.addWidget(self._new_size)
        layout.addWidget(self._buttons)

    def _follow(self, changed: QSpinBox, other: QSpinBox) -> None:
        """Adapt the other side, if proportions are constrained."""
        if self._locked.isChecked():
            width, height = self._before.width, self._before.height
            ratio = height / width if changed is self._width else width / height
            with QSignalBlocker(other):
                other.setValue(round(changed.value() * ratio))
        with QSignalBlocker(self._share):
            self._share.setValue(100 * self._width.value() / self._before.width)
        self._show_new_size()

    def _set_share(self, share: float) -> None:
        for spin, side in ((self._width, self._before.width), (self._height, self._before.height)):
            with QSignalBlocker(spin):
                spin.setValue(round(side * share / 100))
        self._show_new_size()

    def _show_new_size(self) -> None:
        try:
            check_extent(self.extent)
            problem = ""
        except SizeError as error:
            problem = sentence(error)
        old, new = self._before, self.extent
        size = tr("{old_width} x {old_height} becomes {width} x {height} pixels.").format(
            old_width=old.width, old_height=old.height, width=new.width, height=new.height
        )
        self._new_size.setText(problem or size)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not problem)


class ImageSizeDialog(_SizeDialog):
    """Asks for a new size of the whole picture, and for the interpolation."""

    def __init__(self, before: Extent, parent: QWidget) -> None:
        super().__init__("image_size_dialog", tr("Image Size"), before, True, parent)
        self._resampling = named(
            QComboBox(),
            "image_size_resampling_combo",
            tr("Interpolation"),
            tr("Interpolation method"),
        )
        for text, resampling in (
            (tr("Lanczos (sharp, for photographs)"), Resampling.LANCZOS),
            (tr("Bilinear (soft)"), Resampling.BILINEAR),
            (tr("Nearest neighbour (hard edges, for pixel art)"), Resampling.NEAREST),
        ):
            self._resampling.addItem(text, resampling)
        self.form.addRow(tr("Interpolation"), self._resampling)

    @property
    def resampling(self) -> Resampling:
        """The chosen interpolation."""
        resampling: Resampling = self._resampling.currentData()
        return resampling


class CanvasSizeDialog(_SizeDialog):
    """Asks for a new size of the canvas, and for one of nine anchors of the picture."""

    def __init__(self, before: Extent, parent: QWidget) -> None:
        super().__init__("canvas_size_dialog", tr("Canvas Size"), before, False, parent)
        self._anchors = QButtonGroup(self)
        grid = QGridLayout()
        grid.setSpacing(2)
        names = (
            *(tr("top left"), tr("top"), tr("top right")),
            *(tr("left"), tr("centre"), tr("right")),
            *(tr("bottom left"), tr("bottom"), tr("bottom right")),
        )
        for number, (row, column) in enumerate(product(range(3), range(3))):
            words = tr("Anchor the picture at the {place}").format(place=names[number])
            button = named(QToolButton(), f"canvas_size_anchor_{number}_button", words, words)
            button.setCheckable(True)
            button.setText("●")
            self._anchors.addButton(button, number)
            grid.addWidget(button, row, column)
        grid.setColumnStretch(3, 1)
        self._anchors.button(4).setChecked(True)
        self.form.addRow(tr("Anchor"), grid)

    @property
    def frame(self) -> Rect:
        """The new canvas in the pixels of the old one."""
        row, column = divmod(self._anchors.checkedId(), 3)
        x = (self._before.width - self.extent.width) * column // 2
        y = (self._before.height - self.extent.height) * row // 2
        return Rect(x, y, self.extent.width, self.extent.height)
