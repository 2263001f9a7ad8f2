"""Opening, saving, dropping and pasting, without losing work unasked; the Open Recent menu."""

import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColorSpace,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from glide_studio.core.geometry import Extent
from glide_studio.ui.canvas.view import UPRIGHT, Rotation
from tests.ui.canvas_events import LEFT, NO_KEYS
from tests.ui.edits import paste_plain
from tests.ui.studio import Studio


def pixels(path: Path) -> np.ndarray:
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB"))


def change(studio: Studio) -> None:
    """Make a change that could be lost."""
    paste_plain(studio, 255)
    assert studio.editor.is_modified


def repaint(studio: Studio) -> None:
    """Make the only layer white: a change after which the picture is still flat."""
    studio.press("X")
    studio.press("Shift+Backspace")
    studio.qtbot.waitUntil(lambda: studio.editor.is_modified)
    assert studio.editor.document.is_flat


def drop(target: QWidget, data: QMimeData) -> bool:
    """Drag and drop `data` on a widget; return whether it was accepted."""
    how = Qt.DropAction.CopyAction, data, LEFT, NO_KEYS
    enter = QDragEnterEvent(QPoint(50, 50), *how)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(50, 50), *how))
    return enter.isAccepted()


def file_data(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def test_open_through_the_dialog(studio: Studio, photograph: Path) -> None:
    studio.press("Ctrl+O")
    studio.choose_file("open_dialog", photograph)
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == photograph)
    assert studio.editor.document.extent == Extent(400, 300)
    assert studio.window.windowTitle() == "photograph.png[*] - GLIDE Studio"
    assert studio.find("size_label").text() == "400 x 300"
    assert not studio.find("welcome_label").isVisible()


def test_save_writes_back_to_the_same_file(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    repaint(studio)
    assert studio.window.isWindowModified()
    studio.press("Ctrl+S")
    studio.qtbot.waitUntil(lambda: not studio.window.isWindowModified())
    assert (pixels(photograph) == 255).all()
    assert "Saved photograph.png" in (studio.message() or "")


@pytest.mark.parametrize(
    ("filter_name", "suffix", "picture_format"),
    [
        ("OpenRaster project (*.ora)", ".ora", None),
        ("PNG image (*.png)", ".png", "PNG"),
        ("JPEG image (*.jpg *.jpeg)", ".jpg", "JPEG"),
        ("WebP image (*.webp)", ".webp", "WEBP"),
        ("TIFF image (*.tif *.tiff)", ".tif", "TIFF"),
        ("AVIF image (*.avif)", ".avif", "AVIF"),
    ],
)
def test_save_as_adds_the_suffix_of_the_format(
    studio: Studio, tmp_path: Path, filter_name: str, suffix: str, picture_format: str | None
) -> None:
    change(studio)
    studio.press("Ctrl+Shift+S")
    dialog = studio.find("save_dialog")
    dialog.selectNameFilter(filter_name)
    dialog.filterSelected.emit(filter_name)
    studio.choose_file("save_dialog", tmp_path / "mine")
    saved = tmp_path / f"mine{suffix}"
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == saved)
    if picture_format is None:
        assert zipfile.is_zipfile(saved)
        return
    with Image.open(saved) as picture:
        assert picture.format == picture_format


def test_what_is_left_of_a_damaged_project_is_a_copy(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "a.ora"
    studio.editor.layers.add()
    studio.editor.save(path)
    studio.qtbot.waitUntil(lambda: not studio.editor.is_modified)
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"mergedimage.png") + 40])
    studio.window.open_file(path)
    studio.qtbot.waitUntil(lambda: "“a.ora” is damaged. What could be" in str(studio.message()))
    assert "Its end is missing" in str(studio.message())
    assert studio.editor.is_modified
    assert studio.editor.open_document.path is None
    assert len(studio.editor.document.layers) == 1
    assert path.read_bytes() == data[: data.index(b"mergedimage.png") + 40]
    studio.press("Ctrl+S")
    assert studio.find("save_dialog").isVisible()


def test_saving_a_document_without_a_file_asks_for_one(studio: Studio, tmp_path: Path) -> None:
    change(studio)
    studio.press("Ctrl+S")
    studio.choose_file("save_dialog", tmp_path / "new.png")
    studio.qtbot.waitUntil(lambda: not studio.editor.is_modified)
    assert (tmp_path / "new.png").exists()


def test_an_unsupported_file_format_asks_for_another_name(studio: Studio, photograph: Path) -> None:
    bitmap = photograph.with_name("old.bmp")
    Image.open(photograph).save(bitmap)
    studio.open(bitmap)
    studio.press("Ctrl+S")
    assert studio.find("save_dialog").isVisible()
    studio.find("save_dialog").reject()


def test_a_failed_save_is_explained_and_nothing_is_lost(studio: Studio, tmp_path: Path) -> None:
    change(studio)
    studio.editor.save(tmp_path / "no such folder" / "mine.png")
    studio.qtbot.waitUntil(lambda: "does not exist" in (studio.message() or ""))
    assert studio.editor.is_modified


def test_unmodified_documents_are_replaced_without_asking(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    studio.press("Ctrl+W")
    assert studio.editor.document.is_blank
    assert not studio.window.findChildren(QWidget, "confirm_dialog")


@pytest.mark.parametrize("way", ["Ctrl+W", "Ctrl+F4"])
def test_cancel_keeps_the_work(studio: Studio, way: str) -> None:
    change(studio)
    document = studio.editor.document
    studio.press(way)
    studio.answer("confirm_cancel_button")
    assert studio.editor.document is document
    assert studio.editor.open_document.path is None


def test_discard_continues_without_saving(studio: Studio) -> None:
    change(studio)
    studio.press("Ctrl+W")
    studio.answer("confirm_discard_button")
    studio.qtbot.waitUntil(lambda: studio.editor.document.is_blank)


def test_save_saves_first_and_then_continues(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    repaint(studio)
    studio.press("Ctrl+W")
    studio.answer("confirm_save_button")
    studio.qtbot.waitUntil(lambda: studio.editor.document.is_blank)
    assert (pixels(photograph) == 255).all()


def test_cancelling_the_save_dialog_cancels_the_command_that_asked_to_save(studio: Studio) -> None:
    change(studio)
    studio.press("Ctrl+W")
    studio.answer("confirm_save_button")
    studio.qtbot.waitUntil(lambda: studio.find("save_dialog").isVisible())
    studio.find("save_dialog").reject()
    assert studio.editor.is_modified


def test_closing_asks_first(studio: Studio) -> None:
    change(studio)
    closed = []
    studio.window.closed.connect(lambda: closed.append(True))
    studio.press("Ctrl+Q")
    studio.answer("confirm_cancel_button")
    assert studio.window.isVisible()
    assert not closed
    studio.window.close()
    studio.answer("confirm_discard_button")
    studio.qtbot.waitUntil(lambda: closed == [True])
    assert not studio.window.isVisible()


def test_closing_is_at_once_when_nothing_would_be_lost(studio: Studio) -> None:
    with studio.qtbot.waitSignal(studio.window.closed):
        studio.press("Ctrl+Q")
    assert not studio.window.isVisible()


def test_the_window_responds_while_a_file_is_written(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    repaint(studio)
    studio.press("Ctrl+S")
    assert "Saving photograph.png" in (studio.message() or "")
    saved = studio.editor.document
    studio.editor.paste(np.zeros((300, 400, 4), np.uint8))
    studio.qtbot.waitUntil(lambda: "Saved photograph.png" in (studio.message() or ""))
    assert (pixels(photograph) == 255).all()
    assert studio.editor.is_modified
    studio.editor.undo()
    assert studio.editor.document is saved
    assert not studio.editor.is_modified


def test_leaving_waits_for_the_file_that_is_written(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    repaint(studio)
    with studio.qtbot.waitSignal(studio.window.closed):
        studio.press("Ctrl+S")
        studio.press("Ctrl+Q")
    assert not studio.window.findChildren(QWidget, "confirm_dialog")
    assert (pixels(photograph) == 255).all()


def test_a_dropped_file_is_opened(studio: Studio, photograph: Path) -> None:
    assert not studio.find("prompt_edit").canInsertFromMimeData(file_data(photograph))
    assert not studio.find("canvas").acceptDrops()  # the window gets what is dropped there
    assert drop(studio.window, file_data(photograph))
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == photograph)


def test_dropped_text_is_refused(studio: Studio) -> None:
    data = QMimeData()
    data.setText("hello")
    assert not drop(studio.window, data)


def test_a_dropped_picture_is_pasted(studio: Studio) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFF204060)
    data = QMimeData()
    data.setImageData(image)
    assert drop(studio.window, data)
    assert studio.editor.document.extent == Extent(40, 30)


def test_a_copied_picture_is_pasted_with_its_alpha(studio: Studio) -> None:
    image = QImage(37, 20, QImage.Format.Format_ARGB32)  # rows that need padding as RGB
    image.fill(0x00000000)
    image.setPixel(3, 2, 0x80FF4000)
    QGuiApplication.clipboard().setImage(image)
    studio.press("Ctrl+V")
    picture = studio.editor.document.composite()
    assert picture.shape == (20, 37, 4)
    assert tuple(picture[2, 3]) == (255, 64, 0, 128)
    assert picture[..., 3].sum() == 128


@pytest.mark.parametrize("is_dropped", [False, True])
@pytest.mark.parametrize(
    ("space", "right"),
    [
        (QColorSpace.NamedColorSpace.DisplayP3, (215, 93, 31)),
        (QColorSpace.NamedColorSpace.SRgbLinear, (230, 168, 122)),
        (QColorSpace.NamedColorSpace.SRgb, (200, 100, 50)),
    ],
)
def test_a_picture_in_another_colour_space_is_converted(
    studio: Studio, space: QColorSpace.NamedColorSpace, right: tuple[int, ...], is_dropped: bool
) -> None:
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(0xFFC86432)
    image.setColorSpace(QColorSpace(space))
    data = QMimeData()
    data.setImageData(image)
    if is_dropped:
        drop(studio.window, data)
    else:
        QGuiApplication.clipboard().setMimeData(data)
        studio.press("Ctrl+V")
    assert studio.editor.document.composite()[8, 8, :3].tolist() == pytest.approx(right, abs=1)


def test_pasting_without_a_picture_shows_a_message(studio: Studio) -> None:
    QGuiApplication.clipboard().setText("only words")
    studio.press("Ctrl+V")
    assert "no picture" in (studio.message() or "")


def test_keys_are_for_tools_once_a_picture_is_opened(studio: Studio, photograph: Path) -> None:
    studio.find("prompt_edit").setFocus()
    studio.open(photograph)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_M)
    assert studio.find("select_rectangle_button").isChecked()
    assert studio.find("prompt_edit").toPlainText() == ""


# The Open Recent menu


@pytest.mark.parametrize("show", [True, False], ids=["moved", "fitted"])
def test_a_project_opens_with_its_view(studio: Studio, photograph: Path, show: bool) -> None:
    canvas = studio.find("canvas")
    project = photograph.with_suffix(".ora")
    studio.open(photograph)
    fitted = canvas.zoom
    if show:
        studio.press("H")
        studio.press("6")
        canvas.set_zoom(2.5)
        canvas.centre_on(QPointF(120, 80))
    before = (canvas.zoom, canvas.rotation)
    middle = canvas.to_document(canvas.rect().center())
    studio.press("Ctrl+Shift+S")
    studio.choose_file("save_dialog", project)
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == project)
    studio.open(photograph)
    assert (canvas.zoom, canvas.rotation) == (fitted, UPRIGHT)
    assert not studio.find("mirror_view_action").isChecked()
    canvas.rotation = Rotation(30)
    canvas.set_zoom(0.2)
    studio.open(project)
    assert (canvas.zoom, canvas.rotation) == before
    assert (canvas.to_document(canvas.rect().center()) - middle).manhattanLength() < 1
    assert studio.find("mirror_view_action").isChecked() == show
