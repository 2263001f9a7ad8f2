"""The list of files that were opened or saved recently."""

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from glide_studio.session.preferences import Preferences
from tests.ui.studio import Studio


def recent_menu(studio: Studio) -> QMenu:
    return studio.window.findChild(QMenu, "recent_menu")


def entries(studio: Studio) -> list[QAction]:
    return [entry for entry in recent_menu(studio).actions() if entry.text().startswith("&")]


def opened(studio: Studio, folder: Path, count: int) -> list[Path]:
    """Files of pictures that were opened in turn."""
    paths = [folder / f"picture {number}.png" for number in range(count)]
    for path in paths:
        Image.new("RGB", (8, 8)).save(path)
        studio.open(path)
    return paths


def test_the_newest_comes_first_and_once(studio: Studio, tmp_path: Path) -> None:
    assert not studio.find("open_recent_action").isEnabled()
    one, two = opened(studio, tmp_path, 2)
    studio.press("Ctrl+W")
    studio.press("Ctrl+W")
    studio.open(one)
    assert Preferences().recent_files == (one, two)
    assert [entry.text() for entry in entries(studio)] == ["&1  picture 0.png", "&2  picture 1.png"]
    assert entries(studio)[1].toolTip() == str(two)


def test_no_more_than_ten_are_kept(studio: Studio, tmp_path: Path) -> None:
    paths = opened(studio, tmp_path, 12)
    assert Preferences().recent_files == tuple(reversed(paths[2:]))
    assert len(entries(studio)) == 10


def test_a_saved_picture_is_recent(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "new.png"
    studio.editor.save(path)
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == path)
    assert Preferences().recent_files == (path,)


def test_an_entry_opens_by_its_number(studio: Studio, tmp_path: Path) -> None:
    one = opened(studio, tmp_path, 2)[0]
    studio.find("open_recent_action").trigger()
    studio.qtbot.waitUntil(recent_menu(studio).isVisible)
    QTest.keyClick(recent_menu(studio), Qt.Key.Key_2)
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == one)


def test_a_missing_file_is_reported_and_forgotten(studio: Studio, tmp_path: Path) -> None:
    one, two = opened(studio, tmp_path, 2)
    one.unlink()
    entries(studio)[1].trigger()
    studio.qtbot.waitUntil(lambda: "picture 0.png" in (studio.message() or ""))
    assert Preferences().recent_files == (two,)


def test_the_list_can_be_cleared(studio: Studio, tmp_path: Path) -> None:
    opened(studio, tmp_path, 1)
    recent_menu(studio).actions()[-1].trigger()
    assert entries(studio) == []
    assert Preferences().recent_files == ()
    assert not studio.find("open_recent_action").isEnabled()
