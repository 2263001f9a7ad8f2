"""Fingers on a touch screen: one paints or pans, two move the view, taps undo and redo."""

import math

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest

from glide_studio.session.preferences import Preferences
from glide_studio.ui.canvas.canvas import Canvas
from tests.ui.canvas_events import at, drag, touch, use_pen
from tests.ui.edits import labels, mask, paste_plain
from tests.ui.studio import Studio


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A canvas with a grey picture of 400 x 300, at 100%."""
    paste_plain(studio, 128, 128, 128, 255)
    studio.find("canvas").set_zoom(1.0)
    return studio.find("canvas")


def places(canvas: Canvas, *points: tuple[float, float]) -> list[tuple[int, int]]:
    """The positions of document points in the widget."""
    return [at(canvas, *point).toTuple() for point in points]


def test_two_fingers_zoom_pan_and_rotate(canvas: Canvas) -> None:
    (x, y), (other_x, _) = places(canvas, (150, 150), (250, 150))
    held = [canvas.to_document(QPointF(x, y)), canvas.to_document(QPointF(other_x, y))]
    target = [(x + 30, y - 40), (other_x + 50, y + 60)]
    touch(canvas, (x, y), (other_x, y), then=[target])
    assert canvas.zoom == pytest.approx(math.hypot(120, 100) / 100)
    assert canvas.rotation.angle == pytest.approx(math.degrees(math.atan2(100, 120)))
    for point, there in zip(held, target, strict=True):
        assert canvas.to_widget(point).toTuple() == pytest.approx(there, abs=0.01)
    assert canvas.editor.document.mask.is_empty
    drag(canvas, (200, 140))  # the next stroke paints
    assert not canvas.editor.document.mask.is_empty


def test_one_finger_paints_until_a_pen_is_used(canvas: Canvas) -> None:
    view = canvas.to_document(QPointF())
    start, middle, end = places(canvas, (100, 100), (160, 120), (240, 120))
    touch(canvas, start, then=[[middle], [end]])
    assert labels(canvas)[-1] == "Paint mask"
    assert mask(canvas)[100, 100]
    assert mask(canvas)[120, 200]
    assert canvas.to_document(QPointF()) == view
    use_pen(canvas, QEvent.Type.TabletMove, (30, 30), 0.0)
    steps = labels(canvas)
    touch(canvas, start, then=[[middle], [end]])
    assert labels(canvas) == steps
    assert canvas.to_widget(view).toTuple() == (end[0] - start[0], end[1] - start[1])


def test_a_tap_of_one_finger_is_a_click(studio: Studio, canvas: Canvas) -> None:
    touch(canvas, *places(canvas, (100, 100)))
    assert mask(canvas)[100, 100]
    studio.press("W")
    touch(canvas, *places(canvas, (300, 200)))
    studio.qtbot.waitUntil(lambda: bool(mask(canvas)[0, 399]))


def test_a_second_finger_soon_after_the_first_moves_the_page(canvas: Canvas) -> None:
    (x, y), near = places(canvas, (100, 100), (120, 100))
    second, further = (near[0] + 80, y), (near[0] + 160, y)
    touch(canvas, (x, y), then=[[near], [near, second], [near, further]])
    assert canvas.editor.document.mask.is_empty
    assert canvas.zoom == pytest.approx(2.0)
    assert len(labels(canvas)) == 2


def test_a_hand_that_touches_late_does_not_cancel_the_stroke(canvas: Canvas) -> None:
    first, far, palm, end = places(canvas, (60, 60), (160, 60), (200, 250), (300, 60))
    touch(canvas, first, then=[[far], [far, palm], [end, palm]])
    assert canvas.zoom == 1
    assert mask(canvas)[60, 160]
    assert len(labels(canvas)) == 3


def test_a_resting_hand_is_ignored_while_the_pen_paints(canvas: Canvas) -> None:
    use_pen(canvas, QEvent.Type.TabletPress, (100, 100), 1.0)
    view = canvas.to_document(QPointF())
    resting, slipped = places(canvas, (200, 250), (260, 280))
    touch(canvas, resting, then=[[slipped]])
    use_pen(canvas, QEvent.Type.TabletMove, (140, 100), 1.0)
    use_pen(canvas, QEvent.Type.TabletRelease, (140, 100), 0.0)
    assert canvas.to_document(QPointF()) == view
    assert mask(canvas)[100, 140]
    assert not mask(canvas)[265, 230]


def test_a_two_finger_tap_undoes_and_a_three_finger_tap_redoes(canvas: Canvas) -> None:
    drag(canvas, (100, 100), (200, 100))
    fingers = places(canvas, (100, 200), (160, 200), (220, 200))
    touch(canvas, *fingers[:2])
    assert canvas.editor.document.mask.is_empty
    touch(canvas, *fingers)
    assert not canvas.editor.document.mask.is_empty
    touch(canvas, *fingers[:2], then=[[(x + 20, y) for x, y in fingers[:2]]])
    assert not canvas.editor.document.mask.is_empty  # that moved the view


def test_while_space_is_held_a_finger_pans(studio: Studio, canvas: Canvas) -> None:
    canvas.setFocus()
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    view, (start, end) = canvas.to_document(QPointF()), places(canvas, (100, 100), (150, 130))
    touch(canvas, start, then=[[end]])
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.to_widget(view).toTuple() == (end[0] - start[0], end[1] - start[1])
    assert canvas.editor.document.mask.is_empty


@pytest.mark.parametrize("paints", [False, True])
def test_what_one_finger_does_is_a_preference(studio: Studio, canvas: Canvas, paints: bool) -> None:
    use_pen(canvas, QEvent.Type.TabletMove, (30, 30), 0.0)
    studio.press("Ctrl+,")
    studio.qtbot.waitUntil(lambda: studio.find("preferences_dialog").isVisible())
    studio.find("preferences_tabs").setCurrentIndex(1)
    studio.choose("one_finger_combo", "Pan")
    if paints:
        QTest.keyClick(studio.find("one_finger_combo"), Qt.Key.Key_Up)
    studio.click("preferences_close_button")
    assert Preferences().one_finger == ("paint" if paints else "pan")
    start, end = places(canvas, (100, 100), (200, 130))
    touch(canvas, start, then=[[end]])
    assert canvas.editor.document.mask.is_empty != paints
