"""Text is readable in both themes, and a change of theme takes effect everywhere at once."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from importlib.resources import files
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QSpinBox,
    QTabBar,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import (
    DARK,
    LIGHT,
    ThemeColours,
    apply_theme,
    current,
    style_sheet,
)

THEMES = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
GROUNDS = ("canvas", "window", "panel", "field", "raised")
PAIRS = (
    *(("text", ground) for ground in (*GROUNDS, "accent_quiet", "border")),
    *(("text_muted", ground) for ground in GROUNDS),
    *(("accent", ground) for ground in ("window", "panel", "field")),
    *(("accent_raised", ground) for ground in ("window", "panel")),
    *(("accent_text", ground) for ground in ("accent", "accent_raised")),
    *(("danger", ground) for ground in ("window", "panel", "field", "raised", "accent_quiet")),
)
"""Text and what it stands on: by palette (windows, fields, tooltips), and over the canvas."""


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance, 0 to 1."""

    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = QColor(colour).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def rules(sheet: str) -> Iterator[dict[str, str]]:
    """The properties of every rule of a style sheet."""
    for _, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        yield dict(re.findall(r"([\w-]+):\s*([^;]+)", body))


@THEMES
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_meets_wcag_aa(theme: ThemeColours, text: str, ground: str) -> None:
    colours = asdict(theme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@THEMES
def test_text_of_the_style_sheet_meets_wcag_aa(theme: ThemeColours) -> None:
    kinds = ("color", "background"), ("selection-color", "selection-background-color")
    pairs = [
        (rule[text], rule[ground])
        for rule in rules(style_sheet(theme, 10))
        for text, ground in kinds
        if {text, ground} <= rule.keys() and rule[ground] != "transparent"
    ]
    assert len(pairs) > 8
    for text, ground in pairs:  # WCAG requires no contrast of disabled controls
        assert text == theme.text_disabled or contrast(text, ground) >= 4.5, (text, ground)


@THEMES
def test_every_colour_of_the_style_sheet_is_of_the_palette(theme: ThemeColours) -> None:
    used = set(re.findall(r"#[0-9a-f]{6}", style_sheet(theme, 10)))
    assert used <= set(asdict(theme).values())


@THEMES
@pytest.mark.parametrize("ground", ["panel", "field", "raised"])
def test_focus_and_icons_stand_out(theme: ThemeColours, ground: str) -> None:
    colours = asdict(theme)
    assert contrast(theme.accent, colours[ground]) >= 3
    assert contrast(theme.text, colours[ground]) >= 3


@THEMES
def test_the_arrows_of_fields_stand_out(theme: ThemeColours) -> None:
    assert contrast("#80868f", theme.field) >= 3


@pytest.mark.parametrize(("name", "theme"), [("tick_dark", DARK), ("tick_light", LIGHT)])
def test_a_check_mark_has_the_colour_of_text_on_the_accent(name: str, theme: ThemeColours) -> None:
    source = (files("glide_studio.resources") / "icons" / f"{name}.svg").read_text("utf-8")
    assert theme.accent_text in source
    assert name in style_sheet(theme, 10)


def brightness(icon_shown: Any) -> float:
    """The brightness of an icon's opaque part, 0 to 1."""
    image = icon_shown.pixmap(20, 20).toImage()
    seen = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    opaque = [colour.lightnessF() for colour in seen if colour.alpha() > 200]
    return sum(opaque) / len(opaque)


def test_an_icon_follows_the_theme_and_is_muted_where_it_is_disabled(app: QApplication) -> None:
    shown = icon("brush")
    apply_theme(app, DARK)
    assert current() is DARK
    assert brightness(shown) > 0.8
    apply_theme(app, LIGHT)
    assert current() is LIGHT
    assert brightness(shown) < 0.3
    image = shown.pixmap(20, 20, shown.Mode.Disabled).toImage()
    assert image != shown.pixmap(20, 20).toImage()


def test_an_icon_is_sharp_on_a_high_density_screen(app: QApplication) -> None:
    shown = icon("brush")
    pixmap = shown.pixmap(shown.actualSize(shown.availableSizes()[1]), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (40, 2.0)


def test_a_default_button_is_wide_enough_for_its_text(app: QApplication, qtbot: Any) -> None:
    apply_theme(app, DARK)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    button = QPushButton("Enregistrer", dialog, default=True)
    dialog.show()

    def ink(width: int) -> int:
        button.resize(width, button.sizeHint().height())
        image = button.grab().toImage()
        row = range(8, image.width() - 8)
        ground = image.pixelColor(8, image.height() // 2)
        return sum(image.pixelColor(x, y) != ground for x in row for y in range(6, 28))

    assert ink(button.sizeHint().width()) == ink(button.sizeHint().width() + 40)


@THEMES
def test_disabled_controls_look_disabled(theme: ThemeColours, qtbot: QtBot) -> None:
    """Also a primary button, and a dialog's default one; and a tick stays to be seen."""
    plain, primary, default = QPushButton("Go"), QPushButton("Go"), QPushButton("Go")
    primary.setProperty("role", "primary")
    checked, unchecked = QCheckBox("On", checked=True), QCheckBox("Off")
    box = QDialog()
    qtbot.addWidget(box)
    layout = QVBoxLayout(box)
    for widget in (plain, primary, default, checked, unchecked):
        layout.addWidget(widget)
        widget.setEnabled(False)
    default.setDefault(True)
    box.setStyleSheet(style_sheet(theme, 10))
    box.show()

    def ground(widget: QWidget) -> str:
        picture = widget.grab().toImage()
        return picture.pixelColor(9, picture.height() // 2 + 5).name()

    assert ground(plain) == ground(primary) == ground(default) == theme.panel
    assert ground(checked) != ground(unchecked)


@THEMES
def test_the_focus_is_seen_on_every_kind_of_control(theme: ThemeColours, qtbot: QtBot) -> None:
    """Also on those that are checked, chosen or already in the colour of the accent."""
    box = QDialog()
    qtbot.addWidget(box)
    primary, colour = QPushButton("Go"), QPushButton("Red", checkable=True, checked=True)
    plain, default = QPushButton("Go"), QPushButton("Go", default=True)
    primary.setProperty("role", "primary")
    colour.setProperty("role", "colour")
    tabs = QTabBar()
    tabs.addTab("One")
    controls = (
        *(plain, default, primary, colour),
        *(QCheckBox("On", checked=True), QCheckBox("Off")),
        *(QToolButton(text="Go"), QToolButton(text="Go", checkable=True, checked=True)),
        *(QLineEdit("a"), QSpinBox(), QComboBox(), QPlainTextEdit(), QListWidget(), tabs),
        *(QSlider(Qt.Orientation.Horizontal), QTextBrowser()),
    )
    layout = QVBoxLayout(box)
    other = QPushButton("Other")
    for widget in (*controls, other):
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout.addWidget(widget)
    for button in (plain, primary, colour, other):
        button.setAutoDefault(False)
    box.setStyleSheet(style_sheet(theme, 10))
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)

    def shown(widget: QWidget, focused: QWidget) -> set[tuple[int, int]]:
        focused.setFocus()
        picture = widget.grab().toImage()
        places = range(picture.width()), range(picture.height())
        return {(x, y, picture.pixel(x, y)) for x in places[0] for y in places[1]}

    for widget in controls:
        assert len(shown(widget, widget) ^ shown(widget, other)) > 20, widget
