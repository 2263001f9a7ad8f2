"""The colour panel: wheel, numbers, palette and recent colours."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget

from glide_studio.core.paint.palette import Palette, Swatch, read_palette, write_palette
from glide_studio.core.raster.colour import BLACK, WHITE, Colour
from glide_studio.session.colours import MAX_RECENT, Colours, built_in_palette
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.actions.table import menus
from glide_studio.ui.panels.colour_panel import ColourPanel
from glide_studio.ui.panels.colour_wheel import ColourWheel
from glide_studio.ui.panels.swatch_grid import SwatchGrid

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def colours() -> Colours:
    return Colours(Preferences())


@pytest.fixture
def window(qapp: Any) -> QMainWindow:
    return QMainWindow()


@pytest.fixture
def panel(qtbot: Any, window: QMainWindow, colours: Colours) -> ColourPanel:
    panel = ColourPanel(colours, Actions(menus(), Preferences(), window), Preferences())
    for button in panel.corner:
        button.setParent(window)
    window.setCentralWidget(panel)
    qtbot.addWidget(window)
    window.resize(220, 640)
    window.show()
    qtbot.waitExposed(window)
    return panel


def find(panel: ColourPanel, name: str) -> Any:
    window = panel.window()
    (found,) = window.findChildren(QWidget, name) or window.findChildren(QAction, name)
    return found


def wheel_of(panel: ColourPanel) -> ColourWheel:
    found: ColourWheel = find(panel, "colour_wheel")
    return found


def show(panel: ColourPanel, page: str) -> None:
    """Click the tab of a page."""
    bar = find(panel, "colour_tabs").tabBar()
    tabs = {bar.tabText(index): bar.tabRect(index) for index in range(bar.count())}
    QTest.mouseClick(bar, LEFT, pos=tabs[page].center())


def click(grid: SwatchGrid, index: int) -> None:
    QTest.mouseClick(grid, LEFT, pos=grid.cell(index).center())


def test_the_square_sets_saturation_and_value_and_the_ring_the_hue(
    panel: ColourPanel, colours: Colours
) -> None:
    wheel = wheel_of(panel)
    middle = wheel.rect().center()
    reach = min(wheel.width(), wheel.height()) // 2
    QTest.mouseClick(wheel, LEFT, pos=middle)
    hue, saturation, value = wheel.hsv
    assert (hue, saturation, value) == (
        0,
        pytest.approx(0.5, abs=0.03),
        pytest.approx(0.5, abs=0.03),
    )
    assert colours.foreground == Colour.from_hsv(*wheel.hsv)
    QTest.mouseClick(wheel, LEFT, pos=middle - QPoint(0, round(0.88 * reach)))  # a quarter turn
    assert wheel.hsv[0] == pytest.approx(0.25, abs=0.01)
    red, green, blue = colours.foreground.rgb
    assert green > red > blue
    QTest.mousePress(wheel, LEFT, pos=middle)
    QTest.mouseMove(wheel, middle + QPoint(500, -500))
    QTest.mouseRelease(wheel, LEFT, pos=middle)
    assert wheel.hsv[1:] == (1, 1)


def test_keys_turn_the_wheel(panel: ColourPanel, colours: Colours) -> None:
    wheel = wheel_of(panel)
    wheel.setFocus()
    for _ in range(40):
        QTest.keyClick(wheel, Qt.Key.Key_Up)
        QTest.keyClick(wheel, Qt.Key.Key_Right)
        QTest.keyClick(wheel, Qt.Key.Key_PageDown)
    assert wheel.hsv == (
        pytest.approx(320 / 360),
        pytest.approx(0.4),
        pytest.approx(0.4),
    )
    assert wheel.accessibleDescription() == "320°, 40%, 40%"
    assert colours.foreground == Colour.from_hsv(*wheel.hsv)


def test_all_fields_show_the_same_colour(panel: ColourPanel, colours: Colours) -> None:
    colours.foreground = Colour(255, 136, 0)

    def shown() -> list[int]:
        names = ("red", "green", "blue", "hue", "saturation", "value")
        return [find(panel, f"colour_{name}_spin").value() for name in names]

    assert shown() == [255, 136, 0, 32, 100, 100]
    assert find(panel, "colour_hex_edit").text() == "#ff8800"
    find(panel, "colour_blue_spin").setValue(136)
    assert colours.foreground == Colour(255, 136, 136)
    find(panel, "colour_hue_spin").setValue(240)
    assert colours.foreground == Colour(136, 136, 255)
    field = find(panel, "colour_hex_edit")
    field.selectAll()
    QTest.keyClicks(field, "0a0")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shown() == [0, 170, 0, 120, 100, 67]


def test_grey_keeps_its_hue(panel: ColourPanel, colours: Colours) -> None:
    colours.foreground = Colour(0, 170, 0)
    find(panel, "colour_saturation_spin").setValue(0)
    assert colours.foreground == Colour(170, 170, 170)
    find(panel, "colour_value_spin").setValue(0)
    assert colours.foreground == BLACK
    for name in ("value", "saturation"):
        find(panel, f"colour_{name}_spin").setValue(100)
    assert colours.foreground == Colour(0, 255, 0)


def test_an_invalid_colour_is_refused_in_a_sentence(
    qtbot: Any, panel: ColourPanel, colours: Colours
) -> None:
    field = find(panel, "colour_hex_edit")
    field.selectAll()
    QTest.keyClicks(field, "blue")
    with qtbot.waitSignal(panel.failed) as failed:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert failed.args == ["“blue” is not a colour. Enter six hexadecimal digits, such as #ff8800."]
    assert field.text() == "#000000"
    assert colours.foreground == BLACK


def test_the_palette_is_chosen_from_and_kept(panel: ColourPanel, colours: Colours) -> None:
    grid: SwatchGrid = find(panel, "palette_grid")
    show(panel, "Palette")
    assert grid.isVisible()
    swatches = built_in_palette().swatches
    assert colours.palette.swatches == swatches
    click(grid, 9)
    assert colours.foreground == swatches[9].colour
    assert swatches[9].name in grid.accessibleDescription()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert colours.foreground == swatches[10].colour
    QTest.mouseClick(find(panel, "palette_remove_button"), LEFT)
    assert len(colours.palette.swatches) == len(swatches) - 1
    colours.foreground = Colour(1, 2, 3)
    QTest.mouseClick(find(panel, "palette_add_button"), LEFT)
    assert Colours(Preferences()).palette.swatches[-1].colour == Colour(1, 2, 3)


def test_palettes_are_loaded_and_saved(
    qtbot: Any, panel: ColourPanel, colours: Colours, tmp_path: Path
) -> None:
    mine = Palette("Mine", (Swatch(Colour(1, 2, 3), "ink"), Swatch(Colour(250, 240, 230))))
    path = tmp_path / "mine.gpl"
    write_palette(mine, path)
    load, save, restore = find(panel, "palette_menu").actions()

    def answer(action: QAction, name: str, path: Path) -> None:
        action.trigger()
        dialog = find(panel, name)
        dialog.findChild(QWidget, "fileNameEdit").setText(str(path))
        QTest.keyClick(dialog.findChild(QWidget, "fileNameEdit"), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not panel.window().findChildren(QWidget, name))

    answer(load, "load_palette_dialog", path)
    assert colours.palette == mine
    answer(save, "save_palette_dialog", tmp_path / "copy.gpl")
    assert read_palette(tmp_path / "copy.gpl") == mine
    path.write_text("nothing")
    with qtbot.waitSignal(panel.failed) as failed:
        answer(load, "load_palette_dialog", path)
    assert "not a GIMP palette" in failed.args[0]
    restore.trigger()
    assert colours.palette == built_in_palette()


def test_recent_colours_are_offered_and_remembered(panel: ColourPanel, colours: Colours) -> None:
    grid: SwatchGrid = find(panel, "recent_colours_grid")
    show(panel, "Numbers")
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


def test_the_pair_shows_both_colours(panel: ColourPanel, colours: Colours) -> None:
    pair = find(panel, "colour_pair")
    assert (colours.foreground, colours.background) == (BLACK, WHITE)
    colours.foreground = Colour(255, 0, 0)
    colours.swap()
    assert pair.accessibleDescription() == "Foreground #ffffff, background #ff0000"
    image = pair.grab().toImage()
    side = image.width() - 5
    assert image.pixelColor(side, side).getRgb()[:3] == (255, 0, 0)
    assert image.pixelColor(6, 6).getRgb()[:3] == (255, 255, 255)
