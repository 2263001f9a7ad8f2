"""Previews in the open dialog, in the menu of recent files and on the welcome page."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QListView, QMenu, QWidget

from glide_studio.session.preferences import Preferences
from tests.ui.canvas_events import LEFT
from tests.ui.studio import Studio


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a project, two pictures, and a file that is cut off."""
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    Image.new("RGB", (300, 200), (0, 200, 0)).save(pictures / "green.png")
    Image.new("RGB", (100, 100), (200, 0, 0)).save(pictures / "red.jpg")
    (pictures / "torn.png").write_bytes((pictures / "green.png").read_bytes()[:60])
    Preferences().folder = pictures
    return pictures


def click_file(studio: Studio, name: str) -> None:
    """Click a file in the list of the open dialog."""
    files: QListView = studio.find("listView")

    def index() -> QModelIndex:
        model, root = files.model(), files.rootIndex()
        rows = [model.index(row, 0, root) for row in range(model.rowCount(root))]
        return next((each for each in rows if each.data() == name), QModelIndex())

    studio.qtbot.waitUntil(lambda: index().isValid())
    files.scrollTo(index())
    QTest.mouseClick(files.viewport(), LEFT, pos=files.visualRect(index()).center())


def shown(studio: Studio) -> QImage:
    return studio.find("preview_picture").grab().toImage()


def test_the_dialog_shows_the_file_that_is_clicked(studio: Studio, folder: Path) -> None:
    studio.press("Ctrl+O")
    studio.wait_for("open_dialog")
    click_file(studio, "green.png")
    text = studio.find("preview_label").text
    studio.qtbot.waitUntil(lambda: "300 x 200" in text())
    picture = shown(studio)
    middle = picture.rect().center()
    assert picture.pixelColor(middle).green() == 200
    click_file(studio, "red.jpg")
    studio.qtbot.waitUntil(lambda: "100 x 100" in text())
    assert shown(studio).pixelColor(middle).red() > 190
    click_file(studio, "torn.png")
    studio.qtbot.waitUntil(lambda: text().startswith("torn.png\n"))
    assert shown(studio).pixelColor(middle) == shown(studio).pixelColor(2, 2)
    assert studio.message() is None
    studio.find("open_dialog").reject()


def test_the_desktops_dialog_is_a_preference(studio: Studio, folder: Path) -> None:
    studio.press("Ctrl+,")
    studio.click("native_dialogs_check")
    studio.find("preferences_dialog").close()
    studio.press("Ctrl+O")
    dialog: QFileDialog = studio.wait_for("open_dialog")
    assert not dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    assert not studio.window.findChildren(QWidget, "preview_picture")
    dialog.reject()


def test_recent_files_have_thumbnails(studio: Studio, folder: Path) -> None:
    studio.open(folder / "green.png")
    studio.open(folder / "red.jpg")
    studio.press("Ctrl+W")
    chip = studio.find("recent_1_button")

    def colour_of(icon_owner: object) -> int:
        image = icon_owner.icon().pixmap(QSize(48, 32), 1.0).toImage()  # type: ignore[attr-defined]
        return image.pixelColor(image.rect().center()).red()

    studio.qtbot.waitUntil(lambda: colour_of(chip) > 190)
    menu: QMenu = studio.window.findChild(QMenu, "recent_menu")
    studio.find("open_recent_action").trigger()
    studio.qtbot.waitUntil(menu.isVisible)
    entry = menu.actions()[0]
    studio.qtbot.waitUntil(lambda: colour_of(entry) > 190)
    assert menu.actionGeometry(entry).height() >= 40
    QTest.keyClick(menu, Qt.Key.Key_Escape)
