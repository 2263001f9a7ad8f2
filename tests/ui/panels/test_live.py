"""Live, as an artist uses it: strokes and words on the fake engine."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from glide_studio.core.paint.stroke import Brush
from glide_studio.core.request.presets import DRAFT
from glide_studio.core.request.source import Sketch
from tests.fakes import colour
from tests.ui.canvas_events import shown
from tests.ui.edits import labels
from tests.ui.studio import Studio

SEED = 3


def canvas(studio: Studio) -> tuple[int, ...]:
    return shown(studio.find("canvas"), 200, 60)


def paint(studio: Studio, *points: tuple[float, float]) -> None:
    studio.press("Shift+B")
    studio.stroke(*points)


@pytest.fixture
def live(studio: Studio, photograph: Any) -> Studio:
    """A photograph and a prompt, with Live on, whose first picture is over all of the canvas."""
    studio.open(photograph)
    studio.type("prompt_edit", "a red apple")
    studio.find("seed_spin").setValue(SEED)
    studio.click("live_button")
    studio.find("live_opacity_slider").setValue(100)
    studio.qtbot.waitUntil(lambda: canvas(studio) == colour(SEED))
    return studio


def test_every_stroke_starts_a_sketch_whose_picture_lies_over_the_canvas(live: Studio) -> None:
    (first,) = live.engine.requests
    assert isinstance(first.source, Sketch)
    assert (first.settings.base, first.settings.upsample) == (DRAFT.base, DRAFT.upsample)
    before = live.editor.document
    paint(live, (100, 100), (200, 150))
    assert live.editor.document is not before
    live.qtbot.waitUntil(lambda: len(live.engine.requests) == 2)
    second = live.engine.requests[1]
    assert second.settings.seed == SEED
    assert (second.source.picture != first.source.picture).any()
    assert live.shown(200, 60) != colour(SEED)  # the document is as the artist painted it
    assert not live.editor.review.candidates.all
    assert live.editor.runs.list.runs == ()
    assert len(labels(live)) == 2


def test_prompt_seed_and_strength_start_a_run_but_equal_settings_do_not(
    live: Studio,
) -> None:
    live.type("prompt_edit", "a blue bell")
    live.qtbot.waitUntil(lambda: live.engine.requests[-1].settings.prompt == "a blue bell")
    live.find("seed_spin").setValue(5)
    live.qtbot.waitUntil(lambda: canvas(live) == colour(5))
    live.find("sketch_mode_action").trigger()
    slider = live.find("strength_slider")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    live.qtbot.waitUntil(lambda: live.engine.requests[-1].source.strength == 0.01)
    made = len(live.engine.requests)
    live.find("quality_combo").setCurrentIndex(0)
    live.find("count_spin").setValue(4)
    live.qtbot.wait(150)
    assert len(live.engine.requests) == made


def test_a_change_stops_the_running_run_within_a_step(live: Studio) -> None:
    live.engine.endless, live.engine.step_seconds = True, 0.01
    paint(live, (100, 100), (200, 150))
    live.qtbot.waitUntil(lambda: len(live.engine.requests) == 2)
    live.engine.endless = False
    stepped = live.engine.stepped
    paint(live, (100, 200), (200, 250))
    live.qtbot.waitUntil(lambda: len(live.engine.stopped) == 1)
    assert live.engine.stepped - stepped <= 20  # not that of an endless run
    live.qtbot.waitUntil(lambda: len(live.engine.requests) == 3)
    assert live.engine.stopped == [live.engine.requests[1]]


def test_opacity_and_the_key_that_keeps_the_picture(live: Studio) -> None:
    slider = live.find("live_opacity_slider")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    under = np.array(live.shown(200, 60))
    live.qtbot.waitUntil(lambda: np.abs(np.array(canvas(live)) - under).max() <= 2)
    made = len(live.engine.requests)
    live.press("K")
    live.qtbot.waitUntil(lambda: live.shown(200, 60) == colour(SEED))
    assert [layer.name for layer in live.editor.document.layers] == ["Background", "a red apple"]
    assert live.editor.document.edits[0].request.source is live.engine.requests[-1].source
    assert live.editor.live.result is None
    assert not live.find("keep_live_action").isEnabled()
    live.qtbot.wait(150)
    assert len(live.engine.requests) == made  # the kept picture is no sketch
    live.press("Ctrl+Z")
    live.qtbot.waitUntil(lambda: len(live.engine.requests) == made + 1)


def test_without_a_picture_or_a_prompt_it_waits_with_one_hint(studio: Studio) -> None:
    studio.press("Ctrl+L")
    hint = studio.wait_for("live_hint_label")
    assert studio.find("live_button").isChecked()
    assert not studio.find("live_opacity_slider").isVisible()
    studio.tools.brush = Brush(size=60, hardness=1)
    paint(studio, (60, 60), (200, 200))
    studio.qtbot.wait(150)
    assert hint.isVisible()
    studio.type("prompt_edit", "a red apple")
    studio.qtbot.waitUntil(lambda: studio.editor.live.result is not None)
    assert not hint.isVisible()
    assert studio.message() is None
    studio.editor.new()
    assert studio.editor.live.result is None
    studio.wait_for("live_hint_label")
    studio.press("Ctrl+L")
    assert not hint.isVisible()


def test_generate_comes_first_and_its_result_is_not_followed(live: Studio) -> None:
    live.find("sketch_mode_action").trigger()
    live.engine.step_seconds = 0.02
    paint(live, (100, 100), (200, 150))
    live.generate(seed=7)
    requests = [request.settings.seed for request in live.engine.requests]
    assert live.shown(200, 60) == colour(7)
    live.qtbot.wait(200)
    assert canvas(live) == colour(7)
    assert requests[-1] == 7
    paint(live, (20, 20), (60, 60))
    live.qtbot.waitUntil(lambda: live.editor.live.result is not None)


def test_a_run_that_fails_says_so_once_and_turns_live_off(live: Studio) -> None:
    live.engine.error = RuntimeError("no more")
    with live.qtbot.waitSignal(live.editor.open_document.failed):
        paint(live, (100, 100), (200, 150))
    assert not live.editor.live.is_on
    assert live.editor.live.result is None


def test_a_masked_area_alone_follows(live: Studio) -> None:
    live.press("M")
    live.stroke((100, 100), (160, 130))
    live.qtbot.waitUntil(lambda: len(live.engine.requests) == 2)
    request = live.engine.requests[1]
    assert request.source.mask is not None
    assert request.bounds.width < 256
