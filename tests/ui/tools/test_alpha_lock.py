"""Painting on a layer whose alpha is locked, in the real window."""

import numpy as np
import pytest

from glide_studio.core.geometry import Rect
from glide_studio.core.paint.stroke import Brush
from glide_studio.ui.canvas.canvas import Canvas
from tests.ui.canvas_events import drag
from tests.ui.edits import active_layer, add_box, labels, paste_plain
from tests.ui.studio import Studio


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A red box on a layer of its own, whose alpha is locked by its key; a wide, hard brush."""
    paste_plain(studio, 30, 60, 200, 255)
    add_box(studio, "box", Rect(100, 80, 40, 40), 200, 20, 20, 255)
    studio.tools.paint_brush.brush = Brush(size=20, hardness=1)
    studio.find("actual_size_action").trigger()
    studio.press("/")
    return studio.find("canvas")


def test_only_what_is_there_is_painted(studio: Studio, canvas: Canvas) -> None:
    before = active_layer(studio).raster.to_array()
    studio.press("Shift+B")
    drag(canvas, (60, 100), (120, 100))
    after = active_layer(studio).raster.to_array()
    assert labels(studio)[-2:] == ["Lock alpha of box", "Paint"]
    assert np.array_equal(after[..., 3], before[..., 3])
    assert not after[100, 60].any()
    assert after[100, 110].tolist() == [0, 0, 0, 255]
    studio.press("Shift+Backspace")
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Fill")
    assert active_layer(studio).raster.content_bounds() == Rect(100, 80, 40, 40)
    studio.press("/")
    drag(canvas, (60, 100), (120, 100))
    assert active_layer(studio).raster.to_array()[100, 60].any()


def test_erasing_is_refused_with_a_sentence(studio: Studio, canvas: Canvas) -> None:
    steps = labels(studio)
    for keys in ("Del", "Ctrl+X", "Shift+E"):
        studio.press(keys)
        drag(canvas, (60, 100), (120, 100)) if keys == "Shift+E" else None
        assert (
            studio.message() == "The alpha of “box” is locked. Unlock it with Layer > Lock Alpha."
        )
        studio.click("message_close_button")
    assert labels(studio) == steps


def test_the_panel_shows_and_changes_it(studio: Studio, canvas: Canvas) -> None:
    button, rows = studio.find("lock_alpha_button"), studio.find("layers_list")
    assert button.isChecked()
    assert rows.item(0).toolTip() == "box, alpha locked"
    studio.press("PgDown")
    assert not button.isChecked()
    studio.click("lock_alpha_button")
    assert active_layer(studio).alpha_locked
    studio.press("Ctrl+Z")
    assert not button.isChecked()
