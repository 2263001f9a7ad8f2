"""Projects and flat pictures: what is saved where, and what is asked before anything is lost."""

import errno
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

from glide_studio.core.document.document import Document
from glide_studio.core.files.documents import open_document, save_document
from glide_studio.core.files.project import Project
from glide_studio.session.preferences import Preferences
from tests.ui.commands.test_files import change, repaint
from tests.ui.studio import Studio


def is_shown(studio: Studio, name: str) -> bool:
    return any(widget.isVisible() for widget in studio.window.findChildren(QWidget, name))


def box(studio: Studio, name: str) -> QMessageBox:
    studio.qtbot.waitUntil(lambda: is_shown(studio, name))
    found: QMessageBox = studio.find(name)
    return found


def click(studio: Studio, button: str) -> None:
    """Press a button of a question, and wait until the question is gone."""
    studio.qtbot.waitUntil(lambda: is_shown(studio, button))
    pressed = studio.find(button)
    studio.click(button)
    studio.qtbot.waitUntil(lambda: not isValid(pressed))  # the next one may have the same name


def said(studio: Studio, words: str) -> None:
    studio.qtbot.waitUntil(lambda: words in (studio.message() or ""))


def layered(studio: Studio, photograph: Path) -> bytes:
    """Open the photograph and add a layer; returns the content of the file."""
    studio.open(photograph)
    change(studio)
    return photograph.read_bytes()


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tif", ".avif"])
def test_a_flat_picture_is_written_back_in_its_own_format(
    studio: Studio, photograph: Path, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"flat{suffix}"
    Image.open(photograph).save(path)
    studio.open(path)
    repaint(studio)
    studio.press("Ctrl+S")
    studio.qtbot.waitUntil(lambda: not studio.editor.is_modified)
    with Image.open(path) as saved:
        assert min(saved.convert("RGB").getpixel((20, 20))) >= 254


@pytest.mark.parametrize("suffix", [".gif", ".bmp", ".png"])
def test_what_a_flat_file_cannot_store_is_saved_in_a_project(
    studio: Studio, photograph: Path, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"drawing{suffix}"
    Image.open(photograph).save(path)
    before = layered(studio, path)
    studio.press("Ctrl+S")
    studio.qtbot.waitUntil(lambda: is_shown(studio, "save_dialog"))
    assert studio.find("fileNameEdit").text() == "drawing.ora"
    QTest.keyClick(studio.find("fileNameEdit"), Qt.Key.Key_Return)
    project = tmp_path / "drawing.ora"
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == project)
    assert not studio.editor.is_modified
    assert path.read_bytes() == before
    assert Preferences().folder == tmp_path
    studio.editor.undo()
    studio.press("Ctrl+S")
    studio.qtbot.waitUntil(lambda: not studio.editor.is_modified)
    assert len(open_document(project).project.document.layers) == 1


def test_a_pending_candidate_is_saved_in_a_project(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    studio.stroke((100, 100), (150, 120))
    studio.find("count_spin").setValue(2)
    studio.type("prompt_edit", "a lamp")
    studio.press("Ctrl+Return", "prompt_edit")
    studio.finish()
    assert studio.editor.review.is_pending
    studio.press("Ctrl+S")
    studio.choose_file("save_dialog", photograph.with_suffix(".ora"))
    studio.qtbot.waitUntil(lambda: not studio.editor.is_modified)
    document = open_document(photograph.with_suffix(".ora")).project.document
    assert [edit.request.settings.prompt for edit in document.edits] == ["a lamp"]


def test_the_name_follows_the_chosen_type(studio: Studio, photograph: Path) -> None:
    layered(studio, photograph)
    studio.press("Ctrl+Shift+S")
    types = studio.find("fileTypeCombo")
    assert types.count() == 6
    types.setFocus()
    QTest.keyClick(types, Qt.Key.Key_Down)
    QTest.keyClick(types, Qt.Key.Key_Down)
    assert studio.find("fileNameEdit").text() == "photograph.jpg"
    studio.find("save_dialog").reject()


def test_a_dotted_name_gets_the_suffix_and_replaces_nothing_unasked(
    studio: Studio, tmp_path: Path
) -> None:
    (tmp_path / "take.2.ora").write_text("precious")
    change(studio)
    for button in ("replace_cancel_button", "replace_button"):
        studio.press("Ctrl+S")
        studio.choose_file("save_dialog", tmp_path / "take.2")
        assert box(studio, "replace_dialog").text() == "Replace “take.2.ora”?"
        assert (tmp_path / "take.2.ora").read_text("latin-1") == "precious"
        click(studio, button)
    studio.qtbot.waitUntil(lambda: not studio.editor.is_modified)
    assert zipfile.is_zipfile(tmp_path / "take.2.ora")


def frames(path: Path) -> None:
    pages = [Image.new("RGB", (400, 300), colour) for colour in ("red", "green", "blue")]
    pages[0].save(path, save_all=True, append_images=pages[1:], duration=100)


def transparent(path: Path) -> None:
    Image.new("RGBA", (400, 300), (200, 0, 0, 128)).save(path, "PNG")


def deep(path: Path) -> None:
    Image.fromarray(np.full((300, 400), 40_000, np.uint16)).save(path)


def linked(path: Path) -> None:
    Image.new("RGB", (400, 300)).save(path)
    os.link(path, path.with_name("other.png"))


def cmyk(path: Path) -> None:
    Image.new("CMYK", (400, 300), (0, 255, 255, 0)).save(path)


def project(path: Path) -> None:
    document = Document.from_picture(np.full((300, 400, 4), 200, np.uint8))
    save_document(Project(document), path.with_suffix(".ora"))
    path.with_suffix(".ora").rename(path)


def nothing(path: Path) -> None:
    pass


def other_program(path: Path) -> None:
    Image.new("RGB", (4, 4), "blue").save(path)


def plain(path: Path) -> None:
    Image.new("RGB", (400, 300), "red").save(path)


QUESTIONS = [
    ("animation.webp", frames, nothing, "3 frames"),
    ("animation.png", frames, nothing, "3 frames"),
    ("sticker.jpg", transparent, nothing, "cannot hold transparency"),
    ("deep.png", deep, nothing, "16 bits"),
    ("linked.png", linked, nothing, "hard link"),
    ("print.tif", cmyk, nothing, "CMYK"),
    ("renamed.png", project, nothing, "a project despite its name"),
    ("elsewhere.png", plain, other_program, "another program"),
]


@pytest.mark.parametrize(("name", "make", "meanwhile", "words"), QUESTIONS)
def test_what_saving_would_lose_is_asked_first(
    studio: Studio,
    tmp_path: Path,
    name: str,
    make: Callable[[Path], None],
    meanwhile: Callable[[Path], None],
    words: str,
) -> None:
    path = tmp_path / name
    make(path)
    studio.open(path)
    if make is not transparent:
        repaint(studio)
    meanwhile(path)
    before, modified = path.read_bytes(), studio.editor.is_modified
    studio.press("Ctrl+S")
    question = box(studio, "save_question")
    assert words in question.informativeText()
    assert question.defaultButton().text() == "Save As…"
    QTest.keyClick(question, Qt.Key.Key_Escape)
    said(studio, "is not saved")
    assert (path.read_bytes(), studio.editor.is_modified) == (before, modified)
    studio.press("Ctrl+S")
    click(studio, "save_question_as_button")
    studio.choose_file("save_dialog", tmp_path / "kept.ora")
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == tmp_path / "kept.ora")
    assert path.read_bytes() == before


def test_save_anyway_writes_and_asks_no_more(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "animation.webp"
    frames(path)
    studio.open(path)
    repaint(studio)
    studio.press("Ctrl+S")
    click(studio, "save_question_anyway_button")
    studio.qtbot.waitUntil(lambda: not studio.editor.is_modified)
    with Image.open(path) as saved:
        assert getattr(saved, "n_frames", 1) == 1
    studio.press("Ctrl+Z")
    studio.press("Ctrl+S")
    studio.qtbot.waitUntil(lambda: not studio.editor.is_modified)
    assert not is_shown(studio, "save_question")


def test_two_saves_at_once_ask_one_after_the_other(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "animation.webp"
    frames(path)
    studio.open(path)
    repaint(studio)
    studio.press("Ctrl+S")
    studio.press("Ctrl+S")
    click(studio, "save_question_anyway_button")
    studio.qtbot.waitUntil(lambda: studio.editor.saving.is_idle)
    assert not is_shown(studio, "save_question")
    assert not studio.editor.is_modified


def test_layers_written_to_a_flat_file_are_not_lost(studio: Studio, photograph: Path) -> None:
    layered(studio, photograph)
    closed: list[bool] = []
    studio.window.closed.connect(lambda: closed.append(True))
    studio.press("Ctrl+Q")
    studio.answer("confirm_save_button")
    studio.choose_file("save_dialog", photograph.with_name("flat.png"))
    assert "layers and edits are merged" in box(studio, "save_question").informativeText()
    click(studio, "save_question_anyway_button")
    studio.qtbot.waitUntil(lambda: photograph.with_name("flat.png").exists())
    assert "does not hold everything" in box(studio, "confirm_dialog").informativeText()
    assert studio.editor.is_modified
    studio.click("confirm_save_button")
    studio.choose_file("save_dialog", photograph.with_suffix(".ora"))
    studio.qtbot.waitUntil(lambda: closed == [True])
    assert len(open_document(photograph.with_suffix(".ora")).project.document.layers) == 2


def test_a_question_goes_away_with_the_editor(
    studio: Studio, photograph: Path, complete: Callable[..., Any]
) -> None:
    transparent(photograph.with_name("sticker.jpg"))
    studio.open(photograph.with_name("sticker.jpg"))
    before = photograph.with_name("sticker.jpg").read_bytes()
    studio.press("Ctrl+S")
    studio.press("Ctrl+S")
    box(studio, "save_question")
    complete(studio.editor.close(), timeout=3)
    studio.qtbot.waitUntil(lambda: not studio.window.findChildren(QWidget, "save_question"))
    assert photograph.with_name("sticker.jpg").read_bytes() == before


@pytest.fixture
def spoil(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Have every further file meet an error of the disk, as `os.replace` reports it."""

    def spoil(number: int) -> None:
        def fail(*_: object) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr("glide_studio.core.files.safe_file.os.replace", fail)

    return spoil


@pytest.mark.parametrize(
    ("error", "words"),
    [("ENOSPC", "not enough disk space"), ("EROFS", "read-only"), ("EIO", "could not be saved")],
)
def test_a_failed_save_offers_another_file(
    studio: Studio,
    photograph: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[int], None],
    error: str,
    words: str,
) -> None:
    studio.open(photograph)
    repaint(studio)
    before = photograph.read_bytes()
    spoil(getattr(errno, error))
    studio.press("Ctrl+W")
    studio.answer("confirm_save_button")
    failure = box(studio, "save_failed")
    assert (failure.text(), words in failure.informativeText()) == (
        "photograph.png is not saved.",
        True,
    )
    click(studio, "save_failed_retry_button")
    box(studio, "save_failed")
    assert studio.editor.is_modified
    assert photograph.read_bytes() == before
    monkeypatch.undo()
    click(studio, "save_failed_as_button")
    studio.choose_file("save_dialog", photograph.with_suffix(".ora"))
    studio.qtbot.waitUntil(lambda: studio.editor.document.is_blank)
    assert open_document(photograph.with_suffix(".ora")).exact


def vanish(path: Path) -> None:
    path.unlink()
    path.parent.rmdir()


@pytest.mark.parametrize(
    ("spoil_file", "words"),
    [(lambda path: path.chmod(0o444), "write-protected"), (vanish, "does not exist")],
)
def test_a_write_protected_file_is_not_changed(
    studio: Studio, tmp_path: Path, spoil_file: Callable[[Path], None], words: str
) -> None:
    path = tmp_path / "share" / "picture.png"
    path.parent.mkdir()
    plain(path)
    studio.open(path)
    repaint(studio)
    spoil_file(path)
    studio.press("Ctrl+S")
    assert words in box(studio, "save_failed").informativeText()
    QTest.keyClick(studio.find("save_failed"), Qt.Key.Key_Escape)
    assert studio.editor.is_modified
    assert words in (studio.message() or "")


def test_the_previous_version_is_kept_unless_switched_off(studio: Studio, photograph: Path) -> None:
    studio.press("Ctrl+,")
    dialog = studio.wait_for("preferences_dialog")
    assert studio.find("keep_previous_check").isChecked()
    QTest.keyClick(studio.find("keep_previous_check"), Qt.Key.Key_Space)
    dialog.close()
    assert not Preferences().keep_previous
    backup = photograph.with_name("photograph.png~")
    studio.open(photograph)
    for wanted in (False, True):
        Preferences().keep_previous = wanted
        repaint(studio)
        studio.press("Ctrl+S")
        studio.qtbot.waitUntil(lambda: not studio.editor.is_modified)
        assert backup.exists() == wanted
    with Image.open(backup, formats=["PNG"]) as previous:
        assert previous.getextrema() == ((255, 255),) * 3  # as it was saved first


def test_projects_are_offered_and_opened_by_content(studio: Studio, photograph: Path) -> None:
    layered(studio, photograph)
    project = photograph.with_suffix(".ora")
    studio.press("Ctrl+S")
    studio.choose_file("save_dialog", project)
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == project)
    assert Preferences().recent_files[0] == project
    renamed = project.rename(project.with_name("renamed.jpg"))
    studio.press("Ctrl+O")
    assert "*.ora *.psd *.psb *.png" in studio.find("open_dialog").nameFilters()[0]
    studio.choose_file("open_dialog", renamed)
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == renamed)
    assert len(studio.editor.document.layers) == 2
