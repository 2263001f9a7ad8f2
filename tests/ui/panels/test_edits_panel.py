"""The Edits panel, operated by mouse and keys."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from glide_studio.core.files.documents import open_document
from glide_studio.core.geometry import Rect
from glide_studio.core.modes.modes import Mode
from glide_studio.ui.commands.document_commands import RECIPE_FORMAT
from glide_studio.ui.panels.edit_list import PAIR
from tests.fakes import picture, settings
from tests.ui.canvas_events import LEFT
from tests.ui.edits import box, labels, noise
from tests.ui.studio import Studio, click_row, drag_row, middle

ALT = Qt.KeyboardModifier.AltModifier
CAT, BOAT, CAR = Rect(60, 60, 90, 90), Rect(130, 60, 90, 90), Rect(300, 200, 40, 40)


@pytest.fixture
def edited(studio: Studio) -> Studio:
    """Three edits on a photograph: the second overlaps the first, the third none."""
    studio.editor.paste(noise())
    for prompt, there in (("a cat", CAT), ("a boat", BOAT), ("a car", CAR)):
        mask = studio.editor.document.mask
        full = np.full((there.height, there.width), 255, np.uint8)
        studio.editor.open_document.set_mask(mask.write(there, full))
        studio.generate(prompt, seed=3)
    studio.find("edits_panel_action").trigger()
    studio.wait_for("edits_list")
    studio.engine.requests.clear()
    return studio


def texts(studio: Studio) -> list[str]:
    return studio.texts("edits_list")


def notes(studio: Studio) -> list[str]:
    """What each row says about what is about to happen, as it is read aloud."""
    rows = studio.find("edits_list")
    words = (rows.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.count()))
    return [text.split(", Seed 3, ")[-1] if ", Seed 3, " in text else "" for text in words]


def prompts(studio: Studio) -> list[str]:
    return [edit.request.settings.prompt for edit in studio.editor.document.edits]


def choose(studio: Studio, row: int) -> None:
    """Click a row's words, and wait until the affected edits are known."""
    click_row(studio.find("edits_list"), row)
    done: list[object] = []
    studio.editor.open_document.start_in_background(lambda: None, done.append)
    studio.qtbot.waitUntil(lambda: bool(done))


def test_the_edits_are_listed_with_their_pictures(edited: Studio) -> None:
    assert texts(edited) == ["3. a car", "2. a boat", "1. a cat"]
    rows = edited.find("edits_list")
    edited.qtbot.waitUntil(lambda: all(rows.item(row).data(PAIR) for row in range(3)))
    before, after = (pixmap.toImage() for pixmap in rows.item(2).data(PAIR))
    middle_of = before.pixelColor(48, 48), after.pixelColor(48, 48)
    assert middle_of[1].getRgb()[:3] == tuple(picture(3)[0, 0])
    assert middle_of[0] != middle_of[1]
    assert before.pixelColor(1, 1) == after.pixelColor(1, 1)


def test_what_runs_again_is_seen_before_it_starts(edited: Studio) -> None:
    choose(edited, 2)
    assert notes(edited) == ["", "Re-runs too", ""]
    assert edited.find("rerun_edit_button").text() == "Re-run 2 edits"
    choose(edited, 0)
    assert notes(edited) == ["", "", ""]
    assert edited.find("rerun_edit_button").text() == "Re-run"


def test_another_prompt_and_seed_run_the_edit_and_those_over_it(edited: Studio) -> None:
    choose(edited, 2)
    assert edited.find("edit_prompt_edit").text() == "a cat"
    edited.type("edit_prompt_edit", "a dog")
    edited.type("edit_seed_spin", "9")
    edited.click("rerun_edit_button")
    edited.qtbot.waitUntil(lambda: labels(edited)[-1] == "Re-run a boat")
    edited.finish()
    assert [request.settings.prompt for request in edited.engine.requests] == ["a dog", "a boat"]
    assert prompts(edited) == ["a dog", "a boat", "a car"]
    assert edited.shown(100, 100) == tuple(picture(9)[0, 0])
    rows = edited.find("edits_list")

    def colour_seen() -> tuple[int, ...]:
        return rows.item(2).data(PAIR)[1].toImage().pixelColor(48, 48).getRgb()[:3]

    edited.qtbot.waitUntil(lambda: colour_seen() == tuple(picture(9)[0, 0]))
    edited.qtbot.waitUntil(lambda: edited.find("rerun_edit_button").text() == "Re-run 2 edits")
    edited.press("Ctrl+Z")
    edited.press("Ctrl+Z")
    assert prompts(edited) == ["a cat", "a boat", "a car"]
    assert edited.find("edit_prompt_edit").text() == "a cat"
    edited.press("Ctrl+Y")
    assert prompts(edited) == ["a dog", "a boat", "a car"]


def test_the_shortcut_runs_the_edit_from_the_field_too(edited: Studio) -> None:
    choose(edited, 0)
    edited.click("edit_dice_button")
    seed = int(edited.find("edit_seed_spin").value())
    assert seed != 3
    edited.press("Ctrl+Alt+Return", "edit_prompt_edit")
    edited.qtbot.waitUntil(lambda: labels(edited)[-1] == "Re-run a car")
    edited.finish()
    assert edited.editor.document.edits[-1].request.settings.seed == seed


def test_cancel_leaves_the_picture_as_it_was(edited: Studio) -> None:
    choose(edited, 2)
    before = edited.editor.document
    edited.engine.endless, edited.engine.step_seconds = True, 0.01
    edited.click("rerun_edit_button")
    edited.qtbot.waitUntil(lambda: notes(edited) == ["", "Waiting", "Running"])
    assert edited.find("cancel_rerun_button").text() == "Cancel (1 of 2)"
    assert not edited.find("rerun_edit_button").isVisible()
    edited.click("cancel_rerun_button")
    edited.finish()
    edited.qtbot.waitUntil(lambda: notes(edited) == ["", "Re-runs too", ""])
    assert edited.editor.document is before
    assert edited.message() is None


def test_edits_are_hidden_dragged_and_deleted(edited: Studio) -> None:
    rows = edited.find("edits_list")
    eye = QPoint(12, middle(rows, 2).y())
    QTest.mouseClick(rows.viewport(), LEFT, pos=eye)
    assert not edited.editor.document.layers[1].visible
    edited.press("Ctrl+Z")
    drag_row(rows, 0, 1, 2)
    assert texts(edited) == ["3. a boat", "2. a cat", "1. a car"]
    edited.press("Ctrl+Z")
    assert texts(edited) == ["3. a car", "2. a boat", "1. a cat"]
    choose(edited, 2)
    edited.key("edits_list", Qt.Key.Key_Up, ALT)
    assert texts(edited) == ["3. a car", "2. a cat", "1. a boat"]
    edited.key("edits_list", Qt.Key.Key_Down, ALT)
    assert texts(edited) == ["3. a car", "2. a boat", "1. a cat"]
    assert not edited.find("lower_edit_action").isEnabled()
    edited.click("raise_edit_button")
    assert texts(edited) == ["3. a car", "2. a cat", "1. a boat"]
    edited.key("edits_list", Qt.Key.Key_Space)
    assert not edited.editor.document.layers[2].visible
    edited.key("edits_list", Qt.Key.Key_Delete)
    assert texts(edited) == ["2. a car", "1. a boat"]
    edited.press("Ctrl+Z")
    assert len(texts(edited)) == 3


def test_a_recipe_is_used_on_another_picture(edited: Studio, tmp_path: Path) -> None:
    choose(edited, 2)
    edited.press("Ctrl+Alt+Shift+C")
    assert "recipe is copied" in (edited.message() or "")
    larger = tmp_path / "larger.png"
    Image.fromarray(noise(800, 600)).save(larger)
    edited.editor.open(larger)
    edited.qtbot.waitUntil(lambda: edited.editor.open_document.path == larger)
    edited.type("prompt_edit", "something else")
    edited.press("Ctrl+V")
    assert edited.prompt == "a cat"
    left, top, right, bottom = box(edited)
    assert np.abs(np.array([left, top, right, bottom]) - [120, 120, 300, 300]).max() <= 4
    assert edited.mode == "Inpaint the masked area"
    edited.generate()
    (edit,) = edited.editor.document.edits
    assert (edit.request.settings.prompt, edit.request.settings.seed) == ("a cat", 3)
    assert labels(edited)[-2:] == ["Paste recipe", "a cat"]


def test_a_recipe_of_a_sketch_brings_its_mode_and_strength(edited: Studio) -> None:
    edited.editor.generation.generate(settings("a room", seed=4), Mode.SKETCH, 0.3)
    edited.finish()
    edited.press("Ctrl+Alt+Shift+C")
    edited.editor.undo()
    edited.find("paste_recipe_action").trigger()
    assert edited.prompt == "a room"
    assert edited.mode == "Sketch, whole picture"
    assert edited.find("strength_slider").value() == 30


@pytest.mark.parametrize("written", [b"", b"{}", b"\xff\xfe", b'{"settings": 3}'])
def test_other_clipboard_contents_are_not_pasted_as_a_recipe(
    edited: Studio, written: bytes
) -> None:
    before = edited.editor.document
    data = QMimeData()
    data.setData(RECIPE_FORMAT, written)
    QGuiApplication.clipboard().setMimeData(data)
    edited.find("paste_recipe_action").trigger()
    assert edited.message() == "There is no recipe on the clipboard. Copy one first."
    assert edited.editor.document is before


def test_reruns_survive_saving(edited: Studio, tmp_path: Path) -> None:
    choose(edited, 2)
    edited.type("edit_seed_spin", "8")
    edited.click("rerun_edit_button")
    edited.qtbot.waitUntil(lambda: labels(edited)[-1] == "Re-run a boat")
    edited.finish()
    file = tmp_path / "edits.ora"
    written: list[bool] = []
    edited.editor.save(file, lambda: written.append(True))
    edited.qtbot.waitUntil(lambda: bool(written))
    kept = open_document(file).project.document.edits
    for old, new in zip(edited.editor.document.edits, kept, strict=True):
        assert old.request.settings == new.request.settings
        assert np.array_equal(old.patch, new.patch)
        pictures = [each.request.source.picture for each in (old, new)]  # type: ignore[union-attr]
        assert np.array_equal(*pictures)


def test_without_edits_the_panel_says_what_it_is_for(studio: Studio) -> None:
    studio.find("edits_panel_action").trigger()
    assert not studio.find("edits_list").isVisible()
    assert not studio.find("rerun_edit_action").isEnabled()
