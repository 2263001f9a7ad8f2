"""The palette: choose, add, remove, load and save colours."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from glide_studio.core.paint.palette import PaletteError, read_palette, write_palette
from glide_studio.session.colours import Colours, built_in_palette
from glide_studio.session.failure import sentence
from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences
from glide_studio.ui.panels.swatch_grid import SwatchGrid
from glide_studio.ui.widgets.buttons import icon_button, menu_button
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named


class PaletteBox(QWidget):
    """The palette's name above its swatches; `failed` carries a message about a file."""

    failed = Signal(str)

    def __init__(self, colours: Colours, preferences: Preferences) -> None:
        super().__init__()
        self._colours = colours
        self._preferences = preferences
        self._name = label("", "small")
        self._grid = named(
            SwatchGrid(),
            "palette_grid",
            tr("Palette"),
            tr("Click a colour to make it the foreground colour"),
        )
        words = tr("Add the foreground colour to the palette")
        add = icon_button("add", "palette_add_button", words)
        add.clicked.connect(self._add)
        words = tr("Remove the selected colour from the palette")
        remove = icon_button("delete", "palette_remove_button", words)
        remove.clicked.connect(self._remove)
        header = fill(
            QHBoxLayout(), [self._name, add, remove, self._more()], gap=0, grows=[self._name]
        )
        fill(QVBoxLayout(self), [header, self._grid], gap=0)
        self._grid.chosen.connect(self._choose)
        colours.changed.connect(self._show)
        self._show()

    def _more(self) -> QToolButton:
        words = tr("Load or save a palette")
        more = menu_button("palette_more_button", tr("Palettes"), words, "palette_menu")
        menu = more.menu()
        menu.addAction(tr("Load Palette…")).triggered.connect(self._ask_load)
        menu.addAction(tr("Save Palette…")).triggered.connect(self._ask_save)
        menu.addAction(tr("Use Built-in Palette")).triggered.connect(self._restore)
        return more

    def _choose(self, colour: object) -> None:
        marked = self._grid.marked
        if marked is not None:
            self._colours.foreground = self._colours.palette.swatches[marked].colour

    def _add(self) -> None:
        self._colours.add_to_palette(self._colours.foreground)

    def _remove(self) -> None:
        if self._grid.marked is not None:
            self._colours.remove_from_palette(self._colours.palette.swatches[self._grid.marked])

    def _restore(self) -> None:
        self._colours.palette = built_in_palette()

    def _ask_load(self) -> None:
        dialog = self._dialog("load_palette_dialog", tr("Load Palette"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._load)
        dialog.open()

    def _ask_save(self) -> None:
        dialog = self._dialog("save_palette_dialog", tr("Save Palette"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("gpl")
        dialog.selectFile(f"{self._colours.palette.name}.gpl")
        dialog.fileSelected.connect(self._save)
        dialog.open()

    def _load(self, name: str) -> None:
        try:
            self._colours.palette = read_palette(Path(name))
        except PaletteError as error:
            self.failed.emit(sentence(error))

    def _save(self, name: str) -> None:
        try:
            write_palette(self._colours.palette, Path(name))
        except PaletteError as error:
            self.failed.emit(sentence(error))

    def _dialog(self, object_name: str, title: str) -> QFileDialog:
        dialog = QFileDialog(self.window(), title, str(self._preferences.folder))
        dialog.setObjectName(object_name)
        dialog.setNameFilter(tr("GIMP palettes (*.gpl)"))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _show(self) -> None:
        palette = self._colours.palette
        self._name.setText(palette.name)
        self._grid.show_swatches(palette.swatches)
