"""The Open Recent menu."""

from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from glide_studio.session.preferences import Preferences
from tests.ui.studio import Studio


def menu(studio: Studio) -> QMenu:
    found: QMenu = studio.window.findChild(QMenu, "recent_menu")
    return found


def entries(studio: Studio) -> list[QAction]:
    return [entry for entry in menu(studio).actions() if entry.text().startswith("&")]


def pictures(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"picture {number}.png" for number in range(count)]
    for path in paths:
        Image.new("RGB", (8, 8)).save(path)
    return paths


def test_the_newest_comes_first_and_once(studio: Studio, tmp_path: Path) -> None:
    assert not studio.find("open_recent_action").isEnabled()
    one, two = pictures(tmp_path, 2)
    for path in (one, two, one):
        studio.open(path)
    assert Preferences().recent_files == (one, two)
    assert [entry.text() for entry in entries(studio)] == ["&1  picture 0.png", "&2  picture 1.png"]
    assert entries(studio)[1].toolTip() == str(two)


def test_no_more_than_ten_are_kept(studio: Studio, tmp_path: Path) -> None:
    paths = pictures(tmp_path, 12)
    for path in paths:
        studio.open(path)
    assert Preferences().recent_files == tuple(reversed(paths[2:]))
    assert len(entries(studio)) == 10


def test_a_saved_picture_is_recent(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "new.png"
    studio.editor.save(path)
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == path)
    assert Preferences().recent_files == (path,)


def test_an_entry_opens_by_its_number(studio: Studio, tmp_path: Path, qtbot: Any) -> None:
    one, two = pictures(tmp_path, 2)
    studio.open(one)
    studio.open(two)
    studio.find("open_recent_action").trigger()
    qtbot.waitUntil(menu(studio).isVisible)
    QTest.keyClick(menu(studio), Qt.Key.Key_2)
    qtbot.waitUntil(lambda: studio.editor.open_document.path == one)


def test_a_missing_file_is_reported_and_removed_from_the_list(
    studio: Studio, tmp_path: Path
) -> None:
    one, two = pictures(tmp_path, 2)
    studio.open(one)
    studio.open(two)
    one.unlink()
    entries(studio)[1].trigger()
    studio.qtbot.waitUntil(lambda: "picture 0.png" in (studio.message() or ""))
    assert Preferences().recent_files == (two,)


def test_the_list_can_be_cleared(studio: Studio, tmp_path: Path) -> None:
    studio.open(pictures(tmp_path, 1)[0])
    menu(studio).actions()[-1].trigger()
    assert entries(studio) == []
    assert Preferences().recent_files == ()
    assert not studio.find("open_recent_action").isEnabled()
