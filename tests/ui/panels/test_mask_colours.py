"""One prompt for each colour of the mask, as an artist uses them."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from glide_studio.core.geometry import Rect
from glide_studio.core.mask.islands import MAX_ISLANDS
from glide_studio.core.mask.mask import Mask
from tests.fakes import picture
from tests.ui.canvas_events import shown
from tests.ui.studio import Studio

APPLE, BIRD = Rect(40, 180, 60, 60), Rect(85, 150, 70, 70)
"""Where the masks of two colours lie; they overlap."""


def paint(studio: Studio, box: Rect) -> None:
    studio.press("M")
    studio.stroke((box.x, box.y), (box.right, box.bottom))
    studio.qtbot.waitUntil(lambda: not studio.editor.document.mask.is_empty)


def asked(studio: Studio) -> list[str]:
    return [request.settings.prompt for request in studio.engine.requests]


def masks(studio: Studio) -> dict[int, bytes]:
    """The mask of each colour, byte by byte."""
    document = studio.editor.document
    return {n: mask.read(document.extent.bounds).tobytes() for n, mask in document.masks.items()}


def listed(studio: Studio) -> list[str]:
    """What the visible buttons of the colours say; the active one begins with *."""
    found = []
    for number in range(1, 7):
        button = studio.find(f"mask_colour_{number}_button")
        if button.isVisible():
            found.append("*" * button.isChecked() + button.accessibleName())
    return found


@pytest.fixture
def coloured(studio: Studio, photograph: Path) -> Studio:
    """A photograph of 400 x 300 with an apple asked for in one colour and a bird in another."""
    studio.open(photograph)
    studio.type("prompt_edit", "a red apple")
    paint(studio, APPLE)
    studio.click("add_mask_colour_button")
    focus = QApplication.focusWidget()
    assert focus is studio.find("prompt_edit")
    QTest.keyClicks(focus, "a blue bird")
    paint(studio, BIRD)
    return studio


def test_each_colour_is_filled_with_its_own_prompt_and_sees_the_last(coloured: Studio) -> None:
    studio = coloured
    assert listed(studio) == ["Mask colour 1: a red apple", "*Mask colour 2: a blue bird"]
    studio.qtbot.waitUntil(lambda: len(studio.editor.model_view.regions) == 2)
    assert studio.mode == "Inpaint 2 mask colours, one after the other"
    regions, before = studio.editor.model_view.regions, masks(studio)
    studio.editor.review.accepts_single = False  # a sequence accepts all the same
    studio.ask(count=2, seed=7)
    studio.qtbot.waitUntil(lambda: len(studio.editor.document.edits) == 2)
    studio.finish()
    assert asked(studio) == ["a red apple", "a blue bird"]
    first, second = studio.engine.requests
    assert (first.bounds, second.bounds) == regions
    assert (second.settings.seed, second.settings.count) == (first.settings.seed + 1, 1)
    colour = picture(first.settings.seed)[0, 0]
    seen = second.source.picture.reshape(-1, 3)  # type: ignore[union-attr]
    assert (abs(seen.astype(int) - colour).max(axis=1) < 9).any()
    assert studio.editor.document.painted == ()
    assert [layer.name for layer in studio.editor.document.layers[1:]] == asked(studio)
    assert studio.prompt == "a blue bird"
    studio.press("Ctrl+Z")
    assert studio.editor.document.painted == (1,)
    studio.press("Ctrl+Z")
    assert masks(studio) == before


def test_a_click_on_a_colour_paints_with_it_and_shows_its_prompt(coloured: Studio) -> None:
    studio, canvas = coloured, coloured.find("canvas")
    studio.press("M")
    apple, both, bird = (shown(canvas, *at) for at in ((60, 210), (92, 185), (140, 170)))
    steps = len(studio.editor.open_document.history.entries)
    studio.click("mask_colour_1_button")
    assert studio.prompt == "a red apple"
    assert [mark[0] for mark in listed(studio)] == ["*", "M"]
    assert len(studio.editor.open_document.history.entries) == steps
    assert shown(canvas, 60, 210) == apple
    assert shown(canvas, 140, 170) == bird
    assert shown(canvas, 92, 185) != both  # the active one lies on top
    studio.press("Shift+E")
    before = masks(studio)
    studio.press("Ctrl+D")
    assert masks(studio)[1] == before[1]
    assert studio.editor.document.painted == (1,)
    studio.press("Ctrl+Shift+D")  # the last mask of this colour, not of the other
    assert masks(studio) == before
    studio.press("N")
    assert studio.prompt == "a blue bird"
    studio.press("E")
    studio.stroke((100, 160), (150, 160), (100, 200), (150, 200))
    assert masks(studio)[0] == before[0]
    assert masks(studio)[1] != before[1]


def test_marching_ants_leave_the_picture_its_colours(coloured: Studio) -> None:
    studio, canvas = coloured, coloured.find("canvas")
    studio.press("M")
    tinted = shown(canvas, 60, 210)
    studio.press("Q")
    bare = shown(canvas, 60, 210)
    studio.find("mask_ants_action").trigger()
    assert shown(canvas, 60, 210) == bare != tinted
    places = [(APPLE.x + dx, 205) for dx in (-1.5, -0.5, 0.5, 1.5)]
    outlined = [shown(canvas, *place) for place in places]
    studio.press("Q")
    assert outlined != [shown(canvas, *place) for place in places]


def test_the_brush_has_the_tint_of_the_active_colour(coloured: Studio) -> None:
    studio, brush = coloured, coloured.tools.mask_brush
    second = brush.tint
    studio.click("mask_colour_1_button")
    assert brush.tint != second
    assert brush.tint == studio.find("canvas").mask_style.colour


def test_only_what_is_painted_is_asked_for(coloured: Studio) -> None:
    """The active colour has no mask: the other becomes active, with its prompt."""
    studio = coloured
    studio.press("Ctrl+D")
    assert studio.mode == "Inpaint the masked area"
    studio.generate()
    assert asked(studio) == ["a red apple"]
    assert studio.prompt == "a red apple"
    assert studio.editor.document.painted == ()


def test_removing_a_colour_is_undone_with_its_mask_and_prompt(coloured: Studio) -> None:
    studio, before = coloured, masks(coloured)
    studio.click("mask_colour_1_button")
    studio.click("remove_mask_colour_button")
    assert masks(studio) == {1: before[1]}
    assert studio.prompt == "a blue bird"
    assert not studio.find("mask_colours").isVisible()
    studio.press("Ctrl+Z")
    assert masks(studio) == before
    assert listed(studio) == ["*Mask colour 1: a red apple", "Mask colour 2: a blue bird"]
    studio.press("Ctrl+Shift+Z")
    studio.press("Ctrl+Alt+A")  # a new colour of the same number does not have the old prompt
    assert listed(studio) == ["*Mask colour 1: No prompt", "Mask colour 2: a blue bird"]
    for _ in range(4):
        studio.press("Ctrl+Alt+A")
    assert len(listed(studio)) == 6
    assert not studio.find("add_mask_colour_button").isEnabled()


def test_colours_and_prompts_survive_saving_and_opening(coloured: Studio, tmp_path: Path) -> None:
    studio, path = coloured, tmp_path / "room.ora"
    studio.choose("style_combo", "Oil painting")
    before = masks(studio)
    studio.editor.save(path)
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == path)
    studio.editor.new()
    assert listed(studio) == []
    studio.open(path)
    studio.qtbot.waitUntil(lambda: len(listed(studio)) == 2)
    assert masks(studio) == before
    names = ["an oil painting of a red apple", "an oil painting of a blue bird"]
    assert listed(studio) == [f"Mask colour 1: {names[0]}", f"*Mask colour 2: {names[1]}"]
    studio.ask()
    studio.qtbot.waitUntil(lambda: len(studio.editor.document.edits) == 2)
    studio.finish()
    assert asked(studio) == names


def test_a_sketch_repaints_each_colour_too(coloured: Studio) -> None:
    studio = coloured
    studio.choose("mode_combo", "Sketch")
    assert studio.mode == "Sketch 2 mask colours, one after the other"
    studio.ask()
    studio.qtbot.waitUntil(lambda: len(studio.editor.document.edits) == 2)
    studio.finish()
    strengths = [request.source.strength for request in studio.engine.requests]  # type: ignore[union-attr]
    assert strengths == [0.6, 0.6]


def test_a_prompt_that_cannot_be_used_is_said_before_anything_runs(coloured: Studio) -> None:
    studio = coloured
    studio.click("mask_colour_1_button")
    studio.find("prompt_edit").setPlainText("a __nothing_of_that_name__")
    studio.click("mask_colour_2_button")
    studio.ask()
    studio.qtbot.waitUntil(lambda: "nothing_of_that_name" in (studio.message() or ""))
    assert studio.engine.requests == []
    assert studio.editor.document.painted == (0, 1)


def test_the_areas_that_one_run_each_leaves_out_are_named(studio: Studio, photograph: Path) -> None:
    """More islands than are painted at once, in two goes."""
    studio.open(photograph)
    dots = np.zeros((300, 400), np.uint8)
    for number in range(MAX_ISLANDS + 3):
        x, y = 20 + number % 9 * 40, 40 + number // 9 * 80
        dots[y : y + 12, x : x + 12] = 255
    studio.editor.open_document.set_mask(Mask.from_array(dots))
    studio.qtbot.waitUntil(studio.find("islands_combo").isVisible)
    studio.choose("islands_combo", "One by one")
    said = f"Inpaint the {MAX_ISLANDS} largest of {MAX_ISLANDS + 3} areas, one by one"
    studio.qtbot.waitUntil(lambda: studio.mode == said)
    studio.engine.steps = 1
    studio.ask("a red apple")
    studio.qtbot.waitUntil(lambda: studio.message() is not None)
    said = f"Only the {MAX_ISLANDS} largest of the {MAX_ISLANDS + 3} mask areas are filled"
    assert said in (studio.message() or "")
    studio.qtbot.waitUntil(lambda: len(studio.editor.document.edits) == MAX_ISLANDS, timeout=30_000)
    studio.finish()
    assert not studio.editor.document.mask.is_empty
    studio.ask()
    studio.qtbot.waitUntil(lambda: len(studio.editor.document.edits) == MAX_ISLANDS + 3)
    studio.finish()
    assert studio.editor.document.mask.is_empty


def test_long_prompts_and_signs_fit_on_the_button(coloured: Studio) -> None:
    studio = coloured
    studio.type("prompt_edit", "a hat & a coat of many colours that never end, on the grass")
    button = studio.find("mask_colour_2_button")
    text = button.text().replace("&&", "&")
    assert text.startswith("a hat & a coat")
    assert text.endswith("…")
    assert isinstance(button, QWidget)
    assert button.focusPolicy() is Qt.FocusPolicy.TabFocus
