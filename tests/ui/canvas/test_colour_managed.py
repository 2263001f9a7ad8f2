"""Wide-gamut pictures on the canvas: shown, painted and picked in the right colours."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint

from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.colour_profile import Conversion
from tests.colour_profiles import wide_gamut
from tests.ui.canvas_events import pixels
from tests.ui.studio import Studio

WIDE = (200, 100, 50)


@pytest.fixture
def wide_picture(tmp_path: Path) -> Path:
    path = tmp_path / "wide.png"
    Image.new("RGB", (400, 300), WIDE).save(path, icc_profile=wide_gamut())
    return path


def srgb_of(rgb: tuple[int, ...]) -> list[int]:
    return Conversion.to_srgb(wide_gamut()).applied(np.array([[rgb]], np.uint8))[0, 0].tolist()


def shown(studio: Studio, x: float, y: float) -> list[int]:
    place = studio.at(x, y)
    return pixels(studio.find("canvas"), bare=True)[place.y(), place.x()].tolist()


def test_a_wide_picture_is_shown_in_srgb_at_every_zoom(studio: Studio, wide_picture: Path) -> None:
    studio.open(wide_picture)
    assert srgb_of(WIDE) != list(WIDE)
    for zoom in (0.2, 1.0, 8.0):
        studio.find("canvas").set_zoom(zoom)
        assert shown(studio, 200, 150) == srgb_of(WIDE)
    studio.press("F8")
    view = studio.find("navigator_view")
    middle, red = view.rect().center() - QPoint(0, 8), srgb_of(WIDE)[0]
    studio.qtbot.waitUntil(lambda: view.grab().toImage().pixelColor(middle).red() == red)


def test_a_notice_tells_that_a_cmyk_picture_becomes_srgb(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "print.tif"
    Image.new("CMYK", (40, 30), (0, 255, 255, 0)).save(path)
    studio.open(path)
    assert studio.message() == "“print.tif” is a CMYK picture. It is edited and saved as sRGB."


def test_paint_is_shown_and_picked_in_its_colour(studio: Studio, wide_picture: Path) -> None:
    studio.open(wide_picture)
    studio.find("canvas").set_zoom(1.0)
    studio.find("canvas").set_tool(studio.tools.paint_brush)
    studio.tools.paint_brush.colour = Colour(60, 150, 90)
    studio.stroke((100, 100), (140, 100))
    assert np.abs(np.subtract(shown(studio, 120, 100), (60, 150, 90))).max() <= 2
    assert studio.editor.document.composite()[250, 350, :3].tolist() == list(WIDE)
    studio.editor.layers.fill(Colour(60, 150, 90))
    studio.qtbot.waitUntil(lambda: shown(studio, 350, 250) == shown(studio, 120, 100))


def test_a_damaged_profile_is_noticed_and_the_picture_opens(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "damaged.png"
    Image.new("RGB", (400, 300), WIDE).save(path, icc_profile=b"nonsense" * 40)
    studio.open(path)
    assert "damaged" in (studio.message() or "")
    assert shown(studio, 200, 150) == list(WIDE)


def test_undo_to_another_profile_shows_its_colours(studio: Studio, wide_picture: Path) -> None:
    studio.open(wide_picture)
    studio.editor.open_document.apply("Forget", replace(studio.editor.document, icc_profile=None))
    assert shown(studio, 200, 150) == list(WIDE)
    studio.press("Ctrl+Z")
    assert shown(studio, 200, 150) == srgb_of(WIDE)
