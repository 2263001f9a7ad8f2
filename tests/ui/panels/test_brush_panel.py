"""The brush panel and the toolbox always have the same brush."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.paint.stroke import MAX_SIZE, MIN_SIZE, Brush
from glide_studio.core.raster.colour import Colour
from glide_studio.ui.panels.brush_panel import SIZE_STEPS, size_at, step_of
from tests.ui.canvas_events import pixels
from tests.ui.studio import Studio


def test_tooltips_name_the_keys(studio: Studio) -> None:
    assert "[" in studio.find("brush_size_slider").toolTip()
    assert "Shift+]" in studio.find("brush_hardness_slider").toolTip()


def test_controls_set_the_brush(studio: Studio) -> None:
    studio.find("brush_size_spin").setValue(123)
    assert studio.tools.brush.size == 123
    studio.find("brush_hardness_slider").setValue(30)
    assert studio.tools.brush.hardness == 0.3
    studio.find("brush_opacity_slider").setValue(45)
    studio.find("brush_spacing_slider").setValue(150)
    studio.find("brush_stabiliser_slider").setValue(60)
    brush = studio.tools.brush
    assert (brush.opacity, brush.spacing, brush.stabiliser) == (0.45, 1.5, 60)
    studio.find("brush_size_slider").setValue(SIZE_STEPS)
    assert studio.tools.brush.size == pytest.approx(MAX_SIZE)
    assert studio.find("brush_size_spin").value() == MAX_SIZE


def test_the_panel_shows_the_brush_without_rounding_it(studio: Studio) -> None:
    brush = Brush(size=33.7, hardness=0.123, erase=True)
    studio.tools.brush = brush
    assert studio.tools.brush == brush
    assert studio.find("brush_size_spin").value() == 34
    assert studio.find("brush_size_slider").value() == step_of(33.7)
    assert studio.find("brush_hardness_slider").value() == 12


@pytest.mark.parametrize("erase", [False, True])
def test_the_preview_grows_and_softens_with_the_brush(studio: Studio, erase: bool) -> None:
    def changing(brush: Brush) -> tuple[int, int]:
        """The width of the dab across the middle, and the number of its half-tone pixels."""
        studio.tools.brush = brush
        rows = pixels(studio.find("brush_preview"))
        row = rows[len(rows) // 2, 10:-10, 0]
        dab = row != row[0]
        return int(dab.sum()), int((dab & (row != row[row.size // 2])).sum())

    widths = [changing(Brush(size, 1, erase))[0] for size in (1, 4, 60, 600, 2000)]
    assert widths == sorted(set(widths))
    assert widths[-1] < studio.find("brush_preview").height()
    assert changing(Brush(60, 1, erase))[1] <= 4
    assert changing(Brush(60, 0, erase))[1] > 15


@given(st.floats(MIN_SIZE, MAX_SIZE), st.integers(0, SIZE_STEPS))
def test_the_size_slider_covers_the_whole_range_of_sizes(size: float, step: int) -> None:
    assert step_of(size_at(step)) == step
    assert size_at(step_of(size)) == pytest.approx(size, rel=0.01)


@pytest.mark.parametrize("tone", [0, 20, 128, 235, 255])
def test_the_preview_shows_a_dab_of_any_colour(studio: Studio, tone: int) -> None:
    studio.press("Shift+B")
    studio.tools.brush = Brush(size=2000, hardness=1)
    studio.tools.paint_brush.colour = Colour(tone, tone, tone)
    image = studio.find("brush_preview").grab().toImage()
    dab = image.pixelColor(image.width() // 2, image.height() // 2)
    ground = image.pixelColor(5, image.height() // 2)
    assert abs(dab.lightness() - ground.lightness()) > 30
