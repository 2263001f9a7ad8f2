"""Files become layers, by the dialog or dropped with Shift."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from glide_studio.core.geometry import Extent, Rect
from tests.colour_profiles import wide_gamut
from tests.ui.canvas_events import LEFT, SHIFT
from tests.ui.edits import active_layer, add_box, labels, paste_plain, pixel, set_mask
from tests.ui.studio import Studio

GREY, RED, GREEN = (90, 90, 90, 255), (200, 20, 20, 255), (20, 200, 20, 255)


def file(folder: Path, name: str, size: tuple[int, int], rgba: tuple[int, ...]) -> Path:
    path = folder / name
    Image.new("RGBA", size, rgba).save(path)
    return path


def place(studio: Studio, *paths: Path) -> None:
    """Choose files in the dialog, and wait until they are layers."""
    count = len(studio.editor.document.layers)
    studio.press("Ctrl+Shift+O")
    studio.choose_file("place_dialog", " ".join(f'"{path}"' for path in paths))
    studio.qtbot.waitUntil(lambda: len(studio.editor.document.layers) == count + len(paths))


def drop(studio: Studio, *paths: Path) -> None:
    """Drop files with Shift, as a file manager that would move them does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    enter = QDragEnterEvent(QPoint(50, 50), actions, data, LEFT, SHIFT)
    enter.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(studio.window, enter)
    assert enter.isAccepted()
    dropped = QDropEvent(QPointF(50, 50), actions, data, LEFT, SHIFT)
    dropped.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(studio.window, dropped)
    assert dropped.isAccepted()
    assert dropped.dropAction() is Qt.DropAction.CopyAction  # the file stays where it is


def test_a_picture_is_centred_above_the_active_layer_and_can_be_transformed(
    studio: Studio, tmp_path: Path
) -> None:
    paste_plain(studio, *GREY)
    lower = active_layer(studio).id
    add_box(studio, "top", Rect(0, 0, 20, 20), *GREEN)
    studio.editor.layers.activate(lower)
    steps = labels(studio)
    place(studio, file(tmp_path, "leaf.png", (100, 60), RED))
    assert [layer.name for layer in studio.editor.document.layers][1:] == ["leaf", "top"]
    assert active_layer(studio).raster.content_bounds() == Rect(150, 120, 100, 60)
    assert labels(studio) == [*steps, "Place leaf"]
    tool = studio.tools.transform
    studio.qtbot.waitUntil(lambda: tool.transform is not None)
    studio.press("Esc")
    assert pixel(studio, 200, 150) == RED
    studio.press("Ctrl+Z")
    assert labels(studio)[: len(steps)] == steps
    assert pixel(studio, 200, 150) == GREY


def test_a_larger_picture_keeps_what_is_past_the_page(studio: Studio, tmp_path: Path) -> None:
    paste_plain(studio, *GREY)
    path = tmp_path / "wide.png"
    pixels = np.full((100, 600, 4), RED, np.uint8)
    pixels[:, -10:] = GREEN
    Image.fromarray(pixels).save(path)
    place(studio, path)
    layer = active_layer(studio)
    assert layer.content_bounds == Rect(-100, 100, 600, 100)
    assert layer.read(Rect(495, 150, 1, 1)).tolist() == [[[*GREEN]]]
    assert studio.editor.document.extent == Extent(400, 300)


def test_several_files_are_several_layers_in_one_step(studio: Studio, tmp_path: Path) -> None:
    paste_plain(studio, *GREY)
    steps = labels(studio)
    place(
        studio,
        file(tmp_path, "a.png", (10, 10), RED),
        file(tmp_path, "b.webp", (20, 20), GREEN),
    )
    names = [layer.name for layer in studio.editor.document.layers]
    assert sorted(names[1:]) == ["a", "b"]
    assert labels(studio) == [*steps, "Place 2 pictures"]
    assert studio.find("canvas").tool is not studio.tools.transform


def test_files_dropped_with_shift_are_layers_and_a_bad_one_is_reported(
    studio: Studio, tmp_path: Path
) -> None:
    paste_plain(studio, *GREY)
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"no picture")
    good = file(tmp_path, "good.png", (10, 10), RED)
    drop(studio, bad, good)
    studio.qtbot.waitUntil(lambda: active_layer(studio).name == "good")
    studio.qtbot.waitUntil(lambda: "bad.png" in (studio.message() or ""))
    assert good.exists()
    assert studio.editor.open_document.path is None


def test_on_a_blank_page_the_picture_becomes_the_document(studio: Studio, tmp_path: Path) -> None:
    drop(studio, file(tmp_path, "leaf.png", (100, 60), RED))
    studio.qtbot.waitUntil(lambda: studio.editor.document.extent == Extent(100, 60))
    assert active_layer(studio).name == "leaf"
    assert studio.find("canvas").tool is not studio.tools.transform


def test_what_is_selected_is_not_what_is_placed(studio: Studio, tmp_path: Path) -> None:
    paste_plain(studio, *GREY)
    set_mask(studio, Rect(0, 0, 10, 10))
    place(studio, file(tmp_path, "leaf.png", (100, 60), RED))
    assert active_layer(studio).raster.content_bounds() == Rect(150, 120, 100, 60)
    assert studio.find("canvas").tool is not studio.tools.transform


def test_profiles_are_converted(studio: Studio, tmp_path: Path) -> None:
    """Display P3's (200, 100, 50) is (215, 93, 31) in sRGB."""
    paste_plain(studio, *GREY)
    path = tmp_path / "wide.png"
    Image.new("RGB", (40, 40), (200, 100, 50)).save(path, icc_profile=wide_gamut())
    place(studio, path)
    assert pixel(studio, 200, 150) == pytest.approx((215, 93, 31, 255), abs=1)
    opened = tmp_path / "page.png"
    Image.new("RGB", (100, 80), (10, 10, 10)).save(opened, icc_profile=wide_gamut())
    studio.editor.new()
    studio.open(opened)
    place(studio, path)
    assert pixel(studio, 50, 40) == pytest.approx((200, 100, 50, 255), abs=2)
