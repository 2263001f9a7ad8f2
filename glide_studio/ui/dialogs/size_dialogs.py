"""The dialogs that ask for a size: Image Size, Canvas Size, and the radius of a command."""

from itertools import product

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGridLayout,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.document.reshape import SizeError, check_extent
from glide_studio.core.geometry import MAX_SIDE, Extent, Rect
from glide_studio.core.mask.filters import MAX_RADIUS
from glide_studio.core.raster.resample import Resampling
from glide_studio.session.failure import sentence
from glide_studio.session.language import tr
from glide_studio.session.quantities import percent_suffix
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import check_box
from glide_studio.ui.widgets.layouts import add_field, fill, form
from glide_studio.ui.widgets.naming import label, named
from glide_studio.ui.widgets.windows import Dialog

RADIUS_WIDTH = 280


class _SizeDialog(Dialog):
    """Width and height in pixels and as a percentage, with constrained proportions or not."""

    def __init__(
        self, name: str, title: str, before: Extent, constrained: bool, parent: QWidget
    ) -> None:
        super().__init__(name, title, parent)
        self._before = before
        self._width = self._side(f"{name}_width_spin", tr("Width"), before.width)
        self._height = self._side(f"{name}_height_spin", tr("Height"), before.height)
        self._share = named(
            QDoubleSpinBox(minimum=0.01, maximum=10_000, value=100, suffix=percent_suffix()),
            f"{name}_share_spin",
            tr("Scale"),
            tr("Percentage of the current size"),
        )
        self._locked = check_box(
            f"{name}_locked_check",
            tr("Constrain proportions"),
            tr("Change width and height together"),
        )
        self._locked.setChecked(constrained)
        self._new_size = named(
            label("", "small", wraps=True),
            f"{name}_outcome_label",
            tr("New size"),
            tr("New size in pixels"),
        )
        self.form = form()
        for field in (self._width, self._height, self._share):
            add_field(self.form, field)
        self.form.addWidget(self._locked, self.form.rowCount(), 1)
        self._width.valueChanged.connect(lambda: self._follow(self._width, self._height))
        self._height.valueChanged.connect(lambda: self._follow(self._height, self._width))
        self._share.valueChanged.connect(self._set_share)
        self._locked.toggled.connect(lambda: self._follow(self._width, self._height))
        self._buttons = self.ok_and_cancel(name, title)
        layout = fill(QVBoxLayout(self), [self.form, self._new_size, self._buttons], 2 * GRID)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        self._show_new_size()
        self._width.selectAll()

    @property
    def extent(self) -> Extent:
        """The chosen size."""
        return Extent(self._width.value(), self._height.value())

    def _side(self, name: str, text: str, value: int) -> QSpinBox:
        spin = QSpinBox(minimum=1, maximum=MAX_SIDE, value=value, suffix=" px")
        return named(spin, name, text, tr("{side} in pixels").format(side=text))

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
        add_field(self.form, self._resampling)

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
        anchors = named(QWidget(), "canvas_size_anchors", tr("Anchor"), "")
        grid = QGridLayout(anchors)
        grid.setContentsMargins(0, 0, 0, 0)
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
        add_field(self.form, anchors)

    @property
    def frame(self) -> Rect:
        """The new canvas in the pixels of the old one."""
        row, column = divmod(self._anchors.checkedId(), 3)
        x = (self._before.width - self.extent.width) * column // 2
        y = (self._before.height - self.extent.height) * row // 2
        return Rect(x, y, self.extent.width, self.extent.height)


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
        self.setFixedWidth(RADIUS_WIDTH)
        self.accepted.connect(lambda: self.radius_chosen.emit(self._spin.value()))
