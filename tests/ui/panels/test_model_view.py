"""The model frame on the canvas, what the model sees, and the islands of the mask."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from glide_studio.core.geometry import Rect
from glide_studio.core.modes.region import edit_region, region_of
from glide_studio.core.request.prompt_length import PromptLength
from glide_studio.session.model_view import ModelView
from tests.ui.canvas_events import LEFT, drag
from tests.ui.studio import Studio


@pytest.fixture
def masked(studio: Studio, photograph: Path) -> Studio:
    """A photograph of 400 x 300 with a mask of 40 x 40 in its middle."""
    studio.open(photograph)
    studio.press("M")
    studio.stroke((180, 130), (220, 170))
    studio.qtbot.waitUntil(lambda: bool(view_of(studio).regions))
    return studio


def view_of(studio: Studio) -> ModelView:
    return studio.editor.model_view


def region(studio: Studio) -> Rect:
    return region_of(studio.editor.document)


def is_near(one: Rect, other: Rect) -> bool:
    """Whether two squares are the same but for the pixels of the screen."""
    return max(abs(one.x - other.x), abs(one.y - other.y), abs(one.width - other.width)) <= 1


def raise_panel(studio: Studio) -> None:
    studio.find("model_view_dock").raise_()
    studio.qtbot.waitUntil(lambda: view_of(studio).seen is not None)


def test_the_frame_is_dragged_and_the_run_sees_what_is_in_it(masked: Studio) -> None:
    automatic = region(masked)
    assert view_of(masked).regions == (automatic,) == (edit_region(masked.editor.document.mask),)
    masked.press("F")
    masked.stroke((200, 150), (210, 155))
    moved = region(masked)
    assert is_near(moved, automatic.translated(10, 5))
    corner = (float(region(masked).right), float(region(masked).bottom))
    masked.stroke(corner, (corner[0] + 40, corner[1] + 20))
    chosen = region(masked)
    assert (chosen.x, chosen.y) == (moved.x, moved.y)
    assert is_near(chosen, Rect(moved.x, moved.y, moved.width + 40, moved.width + 40))
    masked.generate("a red apple")
    assert masked.engine.requests[-1].bounds == chosen
    assert masked.editor.document.region is None  # it ended with its mask
    masked.press("Ctrl+Z")
    assert region(masked) == chosen
    masked.press("Ctrl+Z")
    masked.press("Ctrl+Z")
    assert region(masked) == automatic


def test_a_frame_can_be_dragged_neither_off_its_mask_nor_out_of_the_picture(
    masked: Studio,
) -> None:
    masked.press("F")
    masked.stroke((200, 150), (390, 290))
    assert region(masked).contains(masked.editor.document.mask.bounds())
    assert region(masked).x == masked.editor.document.mask.bounds().x
    left, top = region(masked).x, region(masked).y
    masked.stroke((left, top), (-300, -300))
    assert region(masked) == Rect(0, -50, 400, 400)  # the whole picture, and square


def test_escape_ends_a_drag_and_a_click_changes_nothing(masked: Studio) -> None:
    steps = len(masked.editor.open_document.history.entries)
    masked.press("F")
    canvas = masked.find("canvas")
    QTest.mousePress(canvas, LEFT, pos=masked.at(200, 150))
    QTest.mouseMove(canvas, masked.at(230, 150))
    (shown,) = view_of(masked).regions
    assert shown.x > region(masked).x
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, pos=masked.at(230, 150))
    masked.stroke((200, 150), (200, 150))
    assert masked.editor.document.region is None
    assert len(masked.editor.open_document.history.entries) == steps


@pytest.mark.parametrize("how", ["fit_frame_button", "double-click", "Shift+F"])
def test_one_click_fits_the_frame_again(masked: Studio, how: str) -> None:
    raise_panel(masked)
    assert not masked.find("fit_frame_button").isEnabled()
    masked.press("F")
    masked.stroke((200, 150), (220, 150))
    masked.qtbot.waitUntil(masked.find("fit_frame_button").isEnabled)
    if how == "double-click":
        QTest.mouseDClick(masked.find("canvas"), LEFT, pos=masked.at(200, 150))
    elif how == "Shift+F":
        masked.press(how)
    else:
        masked.click(how)
    assert masked.editor.document.region is None
    masked.press("Ctrl+Z")
    assert masked.editor.document.region is not None


def test_painting_beyond_the_frame_makes_it_automatic(masked: Studio) -> None:
    masked.press("F")
    masked.stroke((200, 150), (220, 150))
    masked.press("M")
    before = masked.editor.document.mask
    drag(masked.find("canvas"), (10, 10), (30, 30), keys=Qt.KeyboardModifier.ShiftModifier)
    masked.qtbot.waitUntil(lambda: masked.editor.document.mask is not before)
    assert region(masked) == edit_region(masked.editor.document.mask)


def test_there_is_a_frame_only_where_a_mask_is_painted(masked: Studio) -> None:
    masked.choose("mode_combo", "Upscale")
    assert view_of(masked).regions == ()
    masked.choose("mode_combo", "Automatic")
    assert len(view_of(masked).regions) == 1
    masked.press("Ctrl+D")
    assert view_of(masked).regions == ()


def test_the_panel_shows_what_the_engine_gets(masked: Studio) -> None:
    assert view_of(masked).seen is None  # nobody looks
    raise_panel(masked)
    seen = view_of(masked).seen
    assert seen is not None
    assert seen.cells is not None
    masked.generate("a red apple")
    request = masked.engine.requests[-1]
    source: Any = request.source
    assert np.array_equal(seen.high, source.picture)
    exact = source.picture.reshape(64, 4, 64, 4, 3).mean((1, 3))
    assert np.abs(seen.low - exact).max() <= 0.51
    said = masked.find("seen_share_label").text
    masked.press("Ctrl+Z")
    masked.qtbot.waitUntil(lambda: f"{seen.cells.sum()} of 4096" in said())


def test_a_warning_says_that_the_mask_is_too_small_until_the_frame_fits(masked: Studio) -> None:
    raise_panel(masked)
    warning = masked.find("seen_warning_label")
    assert not warning.isVisible()
    document = masked.editor.document
    whole = document.extent.bounds.squared()
    masked.editor.open_document.apply("Whole", replace(document, region=whole))
    masked.qtbot.waitUntil(warning.isVisible)
    masked.click("fit_frame_button")
    masked.qtbot.waitUntil(lambda: not warning.isVisible())


def test_tokens_beyond_the_context_are_struck(studio: Studio) -> None:
    def measured(text: str) -> PromptLength:
        words = tuple(text.split())
        return PromptLength(len(words), 3, 0, words)

    studio.window.set_prompt_measure(measured)
    studio.find("model_view_dock").raise_()
    studio.type("prompt_edit", "a red <b> apple")
    text = studio.find("tokens_label").text()
    read, unread = text.split("not read:")
    assert re.findall(r"&nbsp;(.*?)&nbsp;", read) == ["a", "red", "&lt;b&gt;"]
    assert "line-through" in unread
    assert "apple" in unread


@pytest.fixture
def islands(masked: Studio) -> Studio:
    """The photograph with a second and a third island, below and to the right."""
    masked.press("M")
    for start, end in (((40, 200), (80, 240)), ((300, 220), (340, 260))):
        drag(masked.find("canvas"), start, end, keys=Qt.KeyboardModifier.ShiftModifier)
    masked.qtbot.waitUntil(masked.find("islands_combo").isVisible)
    return masked


def test_islands_are_painted_together_at_first(islands: Studio) -> None:
    together = edit_region(islands.editor.document.mask)
    islands.generate("a red apple")
    assert [request.bounds for request in islands.engine.requests] == [together]
    assert len(islands.editor.document.edits) == 1


def test_islands_are_painted_one_by_one_and_each_sees_the_last(islands: Studio) -> None:
    islands.choose("islands_combo", "One by one")
    islands.qtbot.waitUntil(lambda: len(view_of(islands).regions) == 3)
    regions = view_of(islands).regions
    islands.editor.review.accepts_single = False  # a sequence accepts all the same
    mask = islands.editor.document.mask
    islands.ask("a red apple", count=2, seed=7)
    islands.qtbot.waitUntil(lambda: len(islands.editor.document.edits) == 3)
    islands.finish()
    requests = islands.engine.requests
    assert tuple(request.bounds for request in requests) == regions
    assert all(request.settings.count == 1 for request in requests)
    seeds = [request.settings.seed for request in requests]
    assert seeds == [seeds[0], seeds[0] + 1, seeds[0] + 2]
    assert islands.editor.document.mask.is_empty
    assert len({layer.name for layer in islands.editor.document.layers}) == 4
    for left in (1, 2, 3):
        islands.press("Ctrl+Z")
        assert len(islands.editor.document.edits) == 3 - left
    last = islands.editor.document.mask
    assert np.array_equal(*(each.read(each.extent.bounds) for each in (mask, last)))


def test_a_later_island_sees_the_earlier_result(islands: Studio) -> None:
    """Two islands so close that one region reaches over the other."""
    document = islands.editor.document
    empty = document.mask.without(document.mask)
    near = empty.write(Rect(100, 100, 40, 40), np.full((40, 40), 255, np.uint8))
    near = near.write(Rect(100, 146, 40, 40), np.full((40, 40), 255, np.uint8))
    islands.editor.open_document.set_mask(near)
    islands.qtbot.waitUntil(lambda: view_of(islands).has_islands)
    islands.choose("islands_combo", "One by one")
    islands.ask("a red apple")
    islands.qtbot.waitUntil(lambda: len(islands.editor.document.edits) == 2)
    islands.finish()
    first, second = islands.engine.requests
    alone = replace(document, mask=near.without(near))
    place = second.bounds.intersected(Rect(105, 136, 30, 3))
    assert place.height == 3
    before = alone.composite(place)[..., :3].mean((0, 1))
    rows, columns = place.slices_in(second.bounds)
    scale = 256 / second.bounds.width
    source: Any = second.source
    seen = source.picture[
        int(rows.start * scale) : int(rows.stop * scale),
        int(columns.start * scale) : int(columns.stop * scale),
    ].mean((0, 1))
    assert np.abs(seen - before).max() > 20  # not the photograph, but the first run's picture
    assert first.bounds != second.bounds


def test_a_mask_of_one_island_is_painted_as_always(islands: Studio) -> None:
    islands.choose("islands_combo", "One by one")
    islands.press("Ctrl+A")
    islands.ask("a red apple", count=2)
    islands.qtbot.waitUntil(lambda: len(islands.editor.review.candidates.all) == 2)
    assert islands.engine.requests[-1].settings.count == 2
    assert len(view_of(islands).regions) == 1


def test_cancel_stops_the_whole_sequence(islands: Studio) -> None:
    islands.choose("islands_combo", "One by one")
    islands.engine.endless = True
    islands.ask("a red apple")
    islands.qtbot.waitUntil(lambda: len(islands.editor.runs.list.waiting) == 2)
    islands.click("cancel_button")
    islands.finish()
    assert [run.state for run in islands.editor.runs.list.runs] == ["cancelled"] * 3
    assert islands.editor.document.edits == ()
    assert not islands.editor.document.mask.is_empty
