"""The dialog that asks for the size and the background of a new picture."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QColorDialog,
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.document.reshape import SizeError, check_extent
from glide_studio.core.geometry import MAX_SIDE, Extent
from glide_studio.core.paint.page import RESOLUTIONS, Page, Unit
from glide_studio.core.raster.colour import BLACK, WHITE, Colour
from glide_studio.session.failure import sentence
from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences
from glide_studio.session.quantities import decimal
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import icon_button
from glide_studio.ui.widgets.checkers import checkers
from glide_studio.ui.widgets.layouts import add_field, fill, form
from glide_studio.ui.widgets.naming import heading, label, named
from glide_studio.ui.widgets.windows import Dialog

PRINT_RESOLUTION = 300.0
WIDTH = 400
SWATCH = 16
_STANDARD = {"HD": (1920, 1080), "4K UHD": (3840, 2160)}
_PAPER = {"A4": (21.0, 29.7), "A5": (14.8, 21.0)}
_CHOOSE = "choose"


def page_presets(
    model_sizes: Sequence[int], clipboard: Extent | None, shown: Extent | None
) -> dict[str, Page]:
    """Sizes to choose from, by their names: what the models make, usual ones, and those of the
    clipboard's picture and of the document that is open."""
    presets = {}
    for side in sorted({*model_sizes}):
        name = tr("Size of the model: {side} x {side}").format(side=side)
        presets[name] = Page(side, side)
    for side in (512, 1024):
        if side not in model_sizes:
            presets[f"{side} x {side}"] = Page(side, side)
    for name, (width, height) in _STANDARD.items():
        presets[f"{name}: {width} x {height}"] = Page(width, height)
    for name, (across, down) in _PAPER.items():
        presets[tr("{name} at 300 ppi").format(name=name)] = Page(
            across, down, Unit.CENTIMETRES, PRINT_RESOLUTION
        )
    for words, extent in ((tr("Clipboard"), clipboard), (tr("As the open picture"), shown)):
        if extent is not None:
            name = f"{words}: {extent.width} x {extent.height}"
            presets[name] = Page(extent.width, extent.height)
    return presets


class NewDialog(Dialog):
    """Asks for a `page`; when it is accepted, the page is remembered.

    It starts with the page that was made last, at first with the first of `presets`.
    """

    def __init__(
        self, presets: Mapping[str, Page], preferences: Preferences, parent: QWidget
    ) -> None:
        super().__init__("new_dialog", tr("New Picture"), parent)
        self._preferences = preferences
        self._page = preferences.new_page or next(iter(presets.values()))
        self._preset = named(
            QComboBox(), "new_preset_combo", tr("Preset"), tr("Choose a usual size")
        )
        self._preset.addItem(tr("Custom"))
        for name, page in presets.items():
            self._preset.addItem(name, page)
        self._width = _number("new_width_spin", tr("Width"), tr("Width of the picture"))
        self._height = _number("new_height_spin", tr("Height"), tr("Height of the picture"))
        self._unit = named(
            QComboBox(), "new_unit_combo", tr("Unit"), tr("The unit of width and height")
        )
        for unit, text in (
            (Unit.PIXELS, tr("Pixels")),
            (Unit.CENTIMETRES, tr("Centimetres")),
            (Unit.INCHES, tr("Inches")),
        ):
            self._unit.addItem(text, unit)
        least, greatest = RESOLUTIONS
        self._resolution = named(
            QDoubleSpinBox(minimum=least, maximum=greatest, suffix=tr(" ppi"), decimals=1),
            "new_resolution_spin",
            tr("Resolution"),
            tr("Pixels per inch when it is printed"),
        )
        self._orientation = QButtonGroup(self)
        self._background = named(
            QComboBox(), "new_background_combo", tr("Background"), tr("What the page begins with")
        )
        self._outcome = named(
            label("", "small", wraps=True), "new_outcome_label", tr("Size in pixels"), ""
        )
        self._lay_out()
        self._connect()
        self._show()
        self._width.setFocus()
        self._width.selectAll()

    @property
    def page(self) -> Page:
        """The chosen page."""
        return self._page

    def accept(self) -> None:
        """Remember the page, and close."""
        self._preferences.new_page = self._page
        super().accept()

    def _lay_out(self) -> None:
        grid = form()
        turning = [self._turn_button("portrait"), self._turn_button("landscape")]
        sides = fill(QHBoxLayout(), [self._unit, None, *turning])
        for field in (self._preset, self._width, self._height):
            add_field(grid, field)
        row = grid.rowCount()
        grid.addWidget(heading(self._unit.accessibleName(), self._unit), row, 0)
        grid.addLayout(sides, row, 1)
        for field in (self._resolution, self._background):
            add_field(grid, field)
        self._buttons = self.ok_and_cancel("new", tr("New Picture"))
        create = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        create.setText(tr("Create"))
        create.setAccessibleName(tr("Create"))
        layout = fill(QVBoxLayout(self), [grid, self._outcome, None, self._buttons], 2 * GRID)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        self.setMinimumWidth(WIDTH)

    def _turn_button(self, name: str) -> QWidget:
        words = {"portrait": tr("Portrait"), "landscape": tr("Landscape")}[name]
        button = icon_button(name, f"new_{name}_button", words, checkable=True)
        self._orientation.addButton(button, int(name == "landscape"))
        return button

    def _connect(self) -> None:
        self._preset.activated.connect(self._take_preset)
        self._width.valueChanged.connect(lambda width: self._take(width=width))
        self._height.valueChanged.connect(lambda height: self._take(height=height))
        self._resolution.valueChanged.connect(lambda ppi: self._take(resolution=ppi))
        self._unit.activated.connect(self._change_unit)
        self._orientation.idClicked.connect(self._turn)
        self._background.activated.connect(self._take_background)

    def _take(
        self,
        width: float | None = None,
        height: float | None = None,
        resolution: float | None = None,
    ) -> None:
        """Follow a field."""
        page = self._page
        self._page = replace(
            page,
            width=page.width if width is None else width,
            height=page.height if height is None else height,
            resolution=page.resolution if resolution is None else resolution,
        )
        self._show()

    def _take_preset(self, index: int) -> None:
        preset: Page | None = self._preset.itemData(index)
        if preset is not None:
            resolution = preset.resolution if preset.unit is not Unit.PIXELS else None
            self._page = replace(
                preset,
                resolution=resolution or self._page.resolution,
                background=self._page.background,
            )
        self._show(index)

    def _change_unit(self, index: int) -> None:
        """Show the same size in another unit."""
        page, unit = self._page, self._unit.itemData(index)
        ratio = page.unit.pixels(page.resolution) / unit.pixels(page.resolution)
        self._page = replace(page, width=page.width * ratio, height=page.height * ratio, unit=unit)
        if unit is Unit.PIXELS:
            extent = page.extent
            self._page = replace(self._page, width=extent.width, height=extent.height)
        self._show()

    def _turn(self, button: int) -> None:
        is_wide = self._page.width > self._page.height
        if is_wide != bool(button):
            self._page = self._page.turned()
        self._show()

    def _take_background(self, index: int) -> None:
        chosen = self._background.itemData(index)
        if chosen == _CHOOSE:
            self._ask_colour()
        else:
            self._page = replace(self._page, background=chosen)
        self._show()

    def _ask_colour(self) -> None:
        colour = self._page.background or WHITE
        dialog = QColorDialog(QColor(*colour.rgb), self)
        dialog.setObjectName("new_colour_dialog")
        dialog.setWindowTitle(tr("Background Colour"))
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)

        def take(chosen: QColor) -> None:
            rgb = Colour(chosen.red(), chosen.green(), chosen.blue())
            self._page = replace(self._page, background=rgb)
            self._show()

        dialog.colorSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, preset: int | None = None) -> None:
        """Show the page in every field; the chosen `preset`, or else the one that it matches."""
        page = self._page
        is_pixels = page.unit is Unit.PIXELS
        for spin, side in ((self._width, page.width), (self._height, page.height)):
            if spin.value() != side or spin.suffix() != f" {page.unit.value}":
                with QSignalBlocker(spin):
                    spin.setDecimals(0 if is_pixels else 2)
                    spin.setRange(1 if is_pixels else 0.01, MAX_SIDE)
                    spin.setSuffix(f" {page.unit.value}")
                    spin.setValue(side)
        with QSignalBlocker(self._resolution):
            self._resolution.setValue(page.resolution)
        self._unit.setCurrentIndex(self._unit.findData(page.unit))
        self._preset.setCurrentIndex(self._matching_preset() if preset is None else preset)
        self._show_orientation()
        self._show_background()
        self._show_outcome()

    def _matching_preset(self) -> int:
        for index in range(1, self._preset.count()):
            preset: Page = self._preset.itemData(index)
            if preset.unit is not Unit.PIXELS or self._page.unit is not Unit.PIXELS:
                is_same = replace(preset, background=self._page.background) == self._page
            else:
                is_same = preset.extent == self._page.extent
            if is_same:
                return index
        return 0

    def _show_orientation(self) -> None:
        extent = self._page.extent
        self._orientation.setExclusive(False)
        for button in self._orientation.buttons():
            is_wide = bool(self._orientation.id(button))
            button.setEnabled(extent.width != extent.height)
            fits = extent.width > extent.height if is_wide else extent.width < extent.height
            button.setChecked(fits)

    def _show_background(self) -> None:
        colour = self._page.background
        self._background.clear()
        self._background.addItem(_swatch(WHITE), tr("White"), WHITE)
        self._background.addItem(_swatch(BLACK), tr("Black"), BLACK)
        self._background.addItem(_icon(checkers(SWATCH // 4)), tr("Transparent"), None)
        if colour not in (WHITE, BLACK, None):
            assert colour is not None
            self._background.addItem(_swatch(colour), colour.hex, colour)
        self._background.addItem(tr("Other colour…"), _CHOOSE)
        choices = [WHITE, BLACK, None, colour]
        self._background.setCurrentIndex(choices.index(colour))

    def _show_outcome(self) -> None:
        extent = self._page.extent
        try:
            check_extent(extent)
            problem = ""
        except SizeError as error:
            problem = sentence(error)
        megapixels = decimal(extent.width * extent.height / 1e6, 1)
        size = tr("{width} x {height} pixels, {number} megapixels").format(
            width=extent.width, height=extent.height, number=megapixels
        )
        self._outcome.setText(problem or size)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not problem)


def _number(name: str, text: str, tooltip: str) -> QDoubleSpinBox:
    return named(QDoubleSpinBox(maximum=MAX_SIDE), name, text, tooltip)


def _swatch(colour: Colour) -> QIcon:
    return _icon(QBrush(QColor(*colour.rgb)))


def _icon(brush: QBrush) -> QIcon:
    pixmap = QPixmap(SWATCH, SWATCH)
    painter = QPainter(pixmap)
    painter.setBrush(brush)
    painter.setPen(QColor(128, 128, 128))  # so that white is seen on white, and black on black
    painter.drawRect(pixmap.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return QIcon(pixmap)
