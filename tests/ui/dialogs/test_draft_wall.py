"""The draft wall under mouse and keys: drafts stream in, get stars, are rejected and enlarged."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from glide_studio.session.drafts import BATCH
from glide_studio.ui.dialogs.draft_grid import DRAFT, IMAGE, DraftGrid
from tests.fakes import colour
from tests.ui.canvas_events import LEFT
from tests.ui.studio import Studio, click_row, middle

SEED = 3
DRAFTS = 2 * BATCH


def seeds(grid: DraftGrid) -> list[int]:
    """The seeds of the drafts, in the order of the grid."""
    return [grid.item(row).data(DRAFT).settings.seed for row in range(grid.count())]


def seen(grid: DraftGrid, row: int) -> tuple[int, ...]:
    """The colour painted in the middle of a draft."""
    image = grid.viewport().grab().toImage()
    place = middle(grid, row)
    return image.pixelColor(place * image.devicePixelRatio()).getRgb()[:3]


@pytest.fixture
def drawn(studio: Studio) -> Studio:
    """Sixteen drafts on the wall."""
    studio.type("prompt_edit", "a red apple")
    studio.find("seed_spin").setValue(SEED)
    studio.press("Ctrl+Alt+D")
    studio.wait_for("draft_wall_dialog")
    studio.click("draft_draw_button")
    studio.qtbot.waitUntil(lambda: not studio.editor.drafts.is_drawing)
    return studio


def grid_of(studio: Studio) -> DraftGrid:
    grid: DraftGrid = studio.find("draft_grid")
    grid.setFocus()
    return grid


def test_drafts_are_of_the_base_alone_batch_by_batch_and_no_candidates(drawn: Studio) -> None:
    grid = grid_of(drawn)
    assert seeds(grid) == list(range(SEED, SEED + DRAFTS))
    assert [request.settings.count for request in drawn.engine.requests] == [BATCH, BATCH]
    assert [request.settings.seed for request in drawn.engine.requests] == [SEED, SEED + BATCH]
    assert {request.settings.upsample for request in drawn.engine.requests} == {None}
    assert [seen(grid, row) for row in (0, 5)] == [colour(SEED), colour(SEED + 5)]
    assert not drawn.editor.review.candidates.all
    assert drawn.editor.runs.list.runs == ()
    assert drawn.editor.document.is_blank


def test_drafts_appear_one_by_one_and_can_be_stopped(studio: Studio) -> None:
    studio.type("prompt_edit", "a red apple")
    studio.press("Ctrl+Alt+D")
    grid = grid_of(studio)
    studio.engine.endless, studio.engine.step_seconds = True, 0.01
    studio.click("draft_draw_button")
    studio.qtbot.waitUntil(
        lambda: grid.count() == DRAFTS and grid.item(BATCH - 1).data(IMAGE) is not None
    )
    assert grid.item(BATCH).data(IMAGE) is None
    assert studio.find("draft_draw_button").text() == "Stop"
    studio.click("draft_draw_button")
    studio.qtbot.waitUntil(lambda: len(studio.engine.stopped) == 1)
    assert grid.count() == 0
    assert studio.find("draft_draw_button").text() == "Draw Drafts"


def test_only_the_starred_become_candidates_without_the_base(drawn: Studio) -> None:
    grid = grid_of(drawn)
    assert not drawn.find("draft_enlarge_button").isEnabled()
    click_row(grid, 2)
    QTest.mouseDClick(grid.viewport(), LEFT, pos=middle(grid, 2))
    grid.setCurrentRow(5)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    grid.setCurrentRow(6)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    QTest.keyClick(grid, Qt.Key.Key_Return)  # taken away again
    drawn.find("draft_temperature_spin").setValue(0.9)
    made = len(drawn.engine.requests)
    drawn.click("draft_enlarge_button")
    drawn.finish()
    requests = drawn.engine.requests[made:]
    assert [request.settings.seed for request in requests] == [SEED + 2, SEED + 5]
    for request in requests:
        assert request.settings.temperature == 0.9
        assert request.settings.upsample is not None
        assert request.branch.step == drawn.engine.steps
        assert request.branch.request.settings.upsample is None
    candidates = drawn.editor.review.candidates.all
    assert [each.result.request.settings.seed for each in candidates] == [SEED + 2, SEED + 5]
    assert len({each.run.batch for each in candidates}) == 1
    drawn.find("draft_temperature_spin").setValue(1.1)
    drawn.click("draft_enlarge_button")
    drawn.finish()
    assert drawn.engine.requests[-1].settings.temperature == 1.1


def test_delete_rejects_and_restore_brings_back(drawn: Studio) -> None:
    grid = grid_of(drawn)
    grid.setCurrentRow(1)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert seeds(grid)[:2] == [SEED, SEED + 2]
    assert grid.currentRow() == 1
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert grid.count() == DRAFTS - 2
    drawn.click("draft_restore_button")
    assert seeds(grid) == list(range(SEED, SEED + DRAFTS))
    assert not drawn.find("draft_restore_button").isEnabled()


def test_the_best_match_comes_first_if_the_artist_wants(drawn: Studio) -> None:
    grid = grid_of(drawn)
    drawn.choose("draft_order_combo", "Best match first")
    matches = [grid.item(row).data(DRAFT).match for row in range(grid.count())]
    assert matches == sorted(matches, reverse=True)
    assert "prompt match" in grid.item(0).toolTip()


def test_an_empty_prompt_is_refused_and_a_new_document_clears_the_wall(drawn: Studio) -> None:
    grid = grid_of(drawn)
    drawn.type("prompt_edit", " ")
    with drawn.qtbot.waitSignal(drawn.editor.open_document.failed):
        drawn.click("draft_draw_button")
    assert grid.count() == DRAFTS
    drawn.editor.new()
    assert grid.count() == 0


@pytest.mark.parametrize("side", [64, 200])
def test_the_drafts_are_as_large_as_the_artist_wants(drawn: Studio, side: int) -> None:
    grid = grid_of(drawn)
    drawn.find("draft_size_slider").setValue(side)
    assert side <= grid.visualItemRect(grid.item(0)).width() <= side + 10
    assert seen(grid, 0) == colour(SEED)
