"""The heal brush, in the real window."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.core.raster.raster import Pixels
from glide_studio.ui.canvas.canvas import Canvas
from tests.ui.canvas_events import LEFT, at, drag, shown
from tests.ui.edits import active_layer, labels, set_mask
from tests.ui.studio import Studio

ALT = Qt.KeyboardModifier.AltModifier
SPOT, RADIUS = (200, 150), 10
BRUSH = Brush(size=36, hardness=0.8)


def skin() -> Pixels:
    """A picture with grain whose brightness rises to the right."""
    grain = np.random.default_rng(3).normal(0, 5, (300, 400, 1))
    pixels = np.full((300, 400, 4), 255, np.uint8)
    light = 60 + np.arange(400)[np.newaxis, :, np.newaxis] * 0.35
    pixels[..., :3] = np.clip(light + grain + (30, 10, 0), 0, 255).round()
    return pixels


def blemish() -> np.ndarray:  # type: ignore[type-arg]
    y, x = np.mgrid[:300, :400]
    return np.hypot(x - SPOT[0], y - SPOT[1]) < RADIUS


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A canvas with a dark blemish on a plain picture; the heal brush is active."""
    picture = skin()
    picture[blemish()] = 90, 20, 20, 255
    studio.editor.paste(picture)
    studio.press("Shift+S")
    studio.tools.brush = BRUSH
    studio.find("canvas").set_zoom(1.0)
    return studio.find("canvas")


def layer_pixels(studio: Studio) -> Pixels:
    return active_layer(studio).raster.to_array()


def heal(studio: Studio, *points: tuple[float, float]) -> None:
    """Drag the brush through document points, and wait until that is healed."""
    drag(studio.find("canvas"), *points)
    settle(studio)


def settle(studio: Studio) -> None:
    studio.qtbot.waitUntil(lambda: not studio.tools.heal_brush.is_unsettled)


@contextmanager
def busy(studio: Studio) -> Iterator[None]:
    """Nothing that is computed in the background is done until the block ends."""
    done = Event()
    studio.editor.open_document.start_in_background(done.wait, lambda _: None)
    try:
        yield
    finally:
        done.set()


def covered() -> Pixels:
    stroke = Stroke(Mask.from_array(np.zeros((300, 400), np.uint8)), BRUSH)
    stroke.extend(*SPOT)
    return stroke.mask.read(Rect(0, 0, 400, 300))


def test_a_dab_over_a_blemish_removes_it_as_one_step(studio: Studio, canvas: Canvas) -> None:
    before, steps = layer_pixels(studio), labels(studio)
    drag(canvas, SPOT, release=False)
    assert sum(shown(canvas, *SPOT)) < 130  # a shade shows what will be healed
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, *SPOT))
    settle(studio)
    assert labels(studio) == [*steps, "Heal"]
    after = layer_pixels(studio)
    healed = after[blemish()].astype(float)
    assert np.abs(healed.mean(axis=0) - skin()[blemish()].mean(axis=0)).max() < 4
    assert 3 < healed[:, 1].std() < 9  # it has grain, not blur
    assert np.array_equal(after[covered() == 0], before[covered() == 0])
    studio.press("Ctrl+Z")
    assert np.array_equal(layer_pixels(studio), before)


def test_a_chosen_source_is_matched_to_the_brightness_around(
    studio: Studio, canvas: Canvas
) -> None:
    check = studio.find("heal_spot_check")
    assert check.isChecked()
    assert not studio.find("clone_aligned_check").isVisible()
    drag(canvas, (340, 150), keys=ALT)  # much brighter
    assert not check.isChecked()
    assert studio.find("clone_aligned_check").isVisible()
    drag(canvas, SPOT, release=False)
    assert sum(shown(canvas, SPOT[0] + 3, SPOT[1])) > 480  # the copy as it is
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, *SPOT))
    settle(studio)
    after = layer_pixels(studio)
    wanted = skin()[blemish()].mean(axis=0)
    assert np.abs(after[blemish()].mean(axis=0) - wanted).max() < 4
    grain = skin()[150, 338:343, 0].astype(int)
    assert np.abs(np.diff(after[150, 198:203, 0].astype(int)) - np.diff(grain)).max() <= 3


def test_the_selection_binds_healing(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, Rect(0, 0, 200, 300))
    before = layer_pixels(studio)
    heal(studio, SPOT)
    after = layer_pixels(studio)
    assert np.array_equal(after[:, 200:], before[:, 200:])
    assert np.abs(after[150, 195].astype(int) - before[150, 195]).max() > 20


def test_healing_onto_an_empty_layer_copies_from_all_layers(studio: Studio, canvas: Canvas) -> None:
    ground = layer_pixels(studio)
    studio.press("Ctrl+Shift+N")
    drag(canvas, SPOT)
    assert "“Layer” is empty. Turn on “All layers”" in (studio.message() or "")
    QTest.mouseClick(studio.find("clone_all_layers_check"), LEFT)
    heal(studio, SPOT)
    shown_now = studio.editor.document.composite()
    assert np.abs(shown_now[blemish()].mean(axis=0) - skin()[blemish()].mean(axis=0)).max() < 4
    assert np.array_equal(studio.editor.document.layers[0].raster.to_array(), ground)
    assert (layer_pixels(studio)[..., 3] == covered()).all()


def test_a_stroke_over_everything_says_that_there_is_no_source(
    studio: Studio, canvas: Canvas
) -> None:
    before, steps = studio.editor.document, labels(studio)
    studio.tools.brush = Brush(size=1000, hardness=1)
    heal(studio, SPOT)
    assert "no room around this stroke" in (studio.message() or "")
    assert studio.editor.document is before
    assert labels(studio) == steps
    assert shown(canvas, 20, 20) == tuple(layer_pixels(studio)[20, 20, :3])  # the shade is gone


def test_strokes_that_are_still_healed_are_shown_and_become_a_step_each(
    studio: Studio, canvas: Canvas
) -> None:
    before, steps = layer_pixels(studio), labels(studio)
    other = 100, 150
    with busy(studio):
        drag(canvas, SPOT)
        drag(canvas, other, release=False)
        assert labels(studio) == steps
        assert sum(shown(canvas, *SPOT)) < 130
        assert sum(shown(canvas, *other)) < 200
    studio.qtbot.waitUntil(lambda: labels(studio) == [*steps, "Heal"])
    first = layer_pixels(studio)
    assert sum(shown(canvas, *other)) < 200  # this stroke goes on
    assert sum(shown(canvas, *SPOT)) > 250
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, *other))
    settle(studio)
    assert labels(studio) == [*steps, "Heal", "Heal"]
    assert np.array_equal(layer_pixels(studio)[blemish()], first[blemish()])
    assert not np.array_equal(layer_pixels(studio), first)
    studio.press("Ctrl+Z")
    assert np.array_equal(layer_pixels(studio), first)
    studio.press("Ctrl+Z")
    assert np.array_equal(layer_pixels(studio), before)


def test_commands_wait_for_what_is_still_healed(studio: Studio, canvas: Canvas) -> None:
    before, steps = layer_pixels(studio), labels(studio)
    with busy(studio):
        drag(canvas, SPOT)
        studio.press("Ctrl+Z")
        studio.window.close()
        assert studio.window.isVisible()
        assert not studio.window.findChildren(QWidget, "confirm_dialog")
    settle(studio)
    assert labels(studio) == [*steps, "Heal"]
    assert np.array_equal(layer_pixels(studio), before)
    assert studio.find("confirm_dialog").isVisible()  # about the pasted picture
    studio.key("confirm_dialog", Qt.Key.Key_Escape)


def test_a_click_on_an_earlier_step_drops_what_is_not_healed_yet(
    studio: Studio, canvas: Canvas
) -> None:
    heal(studio, (100, 150))
    steps, rows = labels(studio), studio.find("history_list")
    with busy(studio):
        drag(canvas, SPOT)
        row = len(steps) - 2
        QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualItemRect(rows.item(row)).center())
    settle(studio)
    studio.qtbot.wait(20)
    assert labels(studio) == steps  # the last one can be done again
    assert studio.editor.open_document.history.index == row
    assert sum(shown(canvas, *SPOT)) == sum(layer_pixels(studio)[SPOT[1], SPOT[0], :3])


def test_strokes_land_in_their_document_although_another_one_is_shown(
    studio: Studio, canvas: Canvas
) -> None:
    state = studio.editor.open_document.state
    with busy(studio):
        drag(canvas, SPOT)
        drag(canvas, (100, 150))
        studio.editor.new(beside=True)
        assert not studio.tools.heal_brush.is_unsettled
    studio.qtbot.waitUntil(
        lambda: [entry.label for entry in state.history.entries[-2:]] == ["Heal", "Heal"]
    )
    assert studio.editor.document.is_blank
