"""The colour panel: wheel, numbers, palette and recent colours."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from glide_studio.core.paint.palette import Palette, Swatch, read_palette, write_palette
from glide_studio.core.raster.colour import BLACK, WHITE, Colour
from glide_studio.session.colours import MAX_RECENT, Colours, built_in_palette
from glide_studio.session.preferences import Preferences
from glide_studio.ui.panels.colour_wheel import ColourWheel
from glide_studio.ui.panels.swatch_grid import SwatchGrid
from tests.ui.canvas_events import LEFT
from tests.ui.studio import Studio


@pytest.fixture
def colours(studio: Studio) -> Colours:
    """The window's colours; their panel is in front."""
    studio.find("colour_dock").raise_()
    studio.wait_for("colour_wheel")
    return studio.window.findChild(Colours)


@pytest.fixture
def wheel(studio: Studio, colours: Colours) -> ColourWheel:
    return studio.find("colour_wheel")


def click(grid: SwatchGrid, index: int) -> None:
    QTest.mouseClick(grid, LEFT, pos=grid.cell(index).center())


def test_the_square_sets_saturation_and_value_and_the_ring_the_hue(
    wheel: ColourWheel, colours: Colours
) -> None:
    middle = wheel.rect().center()
    reach = min(wheel.width(), wheel.height()) // 2
    QTest.mouseClick(wheel, LEFT, pos=middle)
    assert wheel.hsv == (0, pytest.approx(0.5, abs=0.03), pytest.approx(0.5, abs=0.03))
    assert colours.foreground == Colour.from_hsv(*wheel.hsv)
    QTest.mouseClick(wheel, LEFT, pos=middle - QPoint(0, round(0.88 * reach)))  # a quarter turn
    assert wheel.hsv[0] == pytest.approx(0.25, abs=0.01)
    red, green, blue = colours.foreground.rgb
    assert green > red > blue
    QTest.mousePress(wheel, LEFT, pos=middle)
    QTest.mouseMove(wheel, middle + QPoint(500, -500))
    QTest.mouseRelease(wheel, LEFT, pos=middle)
    assert wheel.hsv[1:] == (1, 1)


def test_keys_turn_the_wheel(wheel: ColourWheel, colours: Colours) -> None:
    wheel.setFocus()
    for _ in range(40):
        QTest.keyClick(wheel, Qt.Key.Key_Up)
        QTest.keyClick(wheel, Qt.Key.Key_Right)
        QTest.keyClick(wheel, Qt.Key.Key_PageDown)
    assert wheel.hsv == pytest.approx((320 / 360, 0.4, 0.4))
    assert wheel.accessibleDescription() == "320°, 40%, 40%"
    assert colours.foreground == Colour.from_hsv(*wheel.hsv)


def test_all_fields_show_the_same_colour(studio: Studio, colours: Colours) -> None:
    colours.foreground = Colour(255, 136, 0)

    def shown() -> list[int]:
        names = ("red", "green", "blue", "hue", "saturation", "value")
        return [studio.find(f"colour_{name}_spin").value() for name in names]

    assert shown() == [255, 136, 0, 32, 100, 100]
    assert studio.find("colour_hex_edit").text() == "#ff8800"
    studio.find("colour_blue_spin").setValue(136)
    assert colours.foreground == Colour(255, 136, 136)
    studio.find("colour_hue_spin").setValue(240)
    assert colours.foreground == Colour(136, 136, 255)
    studio.type("colour_hex_edit", "0a0")
    studio.key("colour_hex_edit", Qt.Key.Key_Return)
    assert shown() == [0, 170, 0, 120, 100, 67]


def test_grey_keeps_its_hue(studio: Studio, colours: Colours) -> None:
    colours.foreground = Colour(0, 170, 0)
    studio.find("colour_saturation_spin").setValue(0)
    assert colours.foreground == Colour(170, 170, 170)
    studio.find("colour_value_spin").setValue(0)
    assert colours.foreground == BLACK
    for name in ("value", "saturation"):
        studio.find(f"colour_{name}_spin").setValue(100)
    assert colours.foreground == Colour(0, 255, 0)


def test_an_invalid_colour_is_refused_in_a_sentence(studio: Studio, colours: Colours) -> None:
    studio.type("colour_hex_edit", "blue")
    studio.key("colour_hex_edit", Qt.Key.Key_Return)
    assert studio.message() == (
        "“blue” is not a colour. Enter six hexadecimal digits, such as #ff8800."
    )
    assert studio.find("colour_hex_edit").text() == "#000000"
    assert colours.foreground == BLACK


def test_the_palette_is_chosen_from_and_kept(studio: Studio, colours: Colours) -> None:
    grid: SwatchGrid = studio.find("palette_grid")
    studio.show_page("colour_tabs", "Palette")
    assert grid.isVisible()
    swatches = built_in_palette().swatches
    assert colours.palette.swatches == swatches
    click(grid, 9)
    assert colours.foreground == swatches[9].colour
    assert swatches[9].name in grid.accessibleDescription()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert colours.foreground == swatches[10].colour
    studio.click("palette_remove_button")
    assert len(colours.palette.swatches) == len(swatches) - 1
    colours.foreground = Colour(1, 2, 3)
    studio.click("palette_add_button")
    assert Colours(Preferences()).palette.swatches[-1].colour == Colour(1, 2, 3)


def test_palettes_are_loaded_and_saved(studio: Studio, colours: Colours, tmp_path: Path) -> None:
    mine = Palette("Mine", (Swatch(Colour(1, 2, 3), "ink"), Swatch(Colour(250, 240, 230))))
    path = tmp_path / "mine.gpl"
    write_palette(mine, path)
    load, save, restore = studio.find("palette_menu").actions()
    load.trigger()
    studio.choose_file("load_palette_dialog", path)
    assert colours.palette == mine
    save.trigger()
    studio.choose_file("save_palette_dialog", tmp_path / "copy.gpl")
    assert read_palette(tmp_path / "copy.gpl") == mine
    path.write_text("nothing")
    load.trigger()
    studio.choose_file("load_palette_dialog", path)
    assert "not a GIMP palette" in (studio.message() or "")
    restore.trigger()
    assert colours.palette == built_in_palette()


def test_recent_colours_are_offered_and_remembered(studio: Studio, colours: Colours) -> None:
    grid: SwatchGrid = studio.find("recent_colours_grid")
    studio.show_page("colour_tabs", "Numbers")
    assert not grid.isVisible()
    for number in range(MAX_RECENT + 3):
        colours.remember(Colour(number, 0, 0))
    colours.remember(Colour(10, 0, 0))
    assert colours.recent[:2] == (Colour(10, 0, 0), Colour(MAX_RECENT + 2, 0, 0))
    assert len(colours.recent) == len(set(colours.recent)) == MAX_RECENT
    assert grid.isVisible()
    click(grid, 1)
    assert colours.foreground == Colour(MAX_RECENT + 2, 0, 0)
    assert Colours(Preferences()).recent == colours.recent


def test_damaged_preferences_give_default_colours() -> None:
    preferences = Preferences()
    preferences.recent_colours = ["#123456", "purple"]
    preferences.palette = "not a palette"
    colours = Colours(preferences)
    assert colours.recent == (Colour(0x12, 0x34, 0x56),)
    assert colours.palette == built_in_palette()


def test_the_swatches_show_both_colours(studio: Studio, colours: Colours) -> None:
    pair = studio.find("colour_pair")
    assert (colours.foreground, colours.background) == (BLACK, WHITE)
    colours.foreground = Colour(255, 0, 0)
    colours.swap()
    assert pair.accessibleDescription() == "Foreground #ffffff, background #ff0000"
    image = pair.grab().toImage()
    side = image.width() - 5
    assert image.pixelColor(side, side).getRgb()[:3] == (255, 0, 0)
    assert image.pixelColor(6, 6).getRgb()[:3] == (255, 255, 255)
