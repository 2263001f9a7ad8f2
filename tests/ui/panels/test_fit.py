"""At 1280 x 800 nothing in the default layout is cut off, in any language, with any tool."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from glide_studio.core.paint.stroke import Brush
from glide_studio.ui.style.theme import DARK, GRID, apply_theme
from tests.ui.studio import Studio

PANELS = ("layers", "colour", "history", "queue", "settings", "candidates")
TOOLS = ("brush", "lasso", "wand", "paint_brush", "heal_brush", "free_transform", "crop")


def too_small(studio: Studio) -> list[str]:
    """The panels that must be scrolled, and a sentence that makes the status bar higher."""
    found = []
    for area in studio.window.findChildren(QScrollArea):
        bars = (area.verticalScrollBar(), area.horizontalScrollBar())
        if not area.visibleRegion().isEmpty() and any(bar.maximum() for bar in bars):
            found.append(area.objectName())
    sentence = studio.find("tool_label")
    buttons = studio.find("zoom_fit_button").sizeHint().height()
    if sentence.height() > buttons:  # what is too long is elided
        found.append(sentence.text())
    return found


def cut_off(studio: Studio) -> list[str]:
    """The texts of the window that are wider than their label, their button or their field."""
    found = []
    for widget in studio.window.findChildren(QWidget):
        if widget.visibleRegion().isEmpty() or widget.objectName() == "tool_label":
            continue  # the sentence about the tool is elided, and in its tooltip
        if isinstance(widget, QComboBox):
            wanted = widget.fontMetrics().horizontalAdvance(widget.currentText())
            is_cut = wanted > edit_field(widget)
        elif isinstance(widget, (QLabel, QAbstractButton)) and widget.text():
            wraps = isinstance(widget, QLabel) and widget.wordWrap()
            wanted = widget.minimumSizeHint().width() if wraps else widget.sizeHint().width()
            is_cut = wanted > widget.width()
        else:
            continue
        if is_cut:
            found.append(f"{widget.objectName()}: {wanted} > {widget.width()}")
    return found


def edit_field(combo: QComboBox) -> int:
    """The width of the part of a combo box that shows its text."""
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    control = QStyle.ComplexControl.CC_ComboBox
    return combo.style().subControlRect(control, option, part, combo).width()


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_no_text_is_cut_off_at_150_percent(app: QApplication, spoken: str, studio: Studio) -> None:
    apply_theme(app, DARK, 1.5)
    studio.window.resize(1280, 800)
    studio.editor.paste(np.full((300, 400, 4), 255, np.uint8))
    for panel in (*PANELS, "blend", "edits", "model_view"):
        studio.find(f"{panel}_dock").raise_()
        studio.qtbot.waitUntil(lambda: not cut_off(studio))
    assert not studio.find("crop_button").visibleRegion().isEmpty()  # the last tool
    place = studio.find("canvas").geometry()
    for tool in (*TOOLS, "clone_brush", "gradient", "select_rectangle"):
        studio.find(f"{tool}_action").trigger()
        studio.qtbot.waitUntil(lambda: not cut_off(studio))
        assert studio.find("canvas").geometry() == place, tool


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_panel_fits_with_every_tool(app: QApplication, spoken: str, studio: Studio) -> None:
    studio.window.resize(1280, 800)
    studio.editor.paste(np.full((300, 400, 4), 255, np.uint8))
    for panel in PANELS:
        dock = studio.find(f"{panel}_dock")
        dock.raise_()
        studio.qtbot.waitUntil(lambda dock=dock: not dock.visibleRegion().isEmpty())
        studio.qtbot.waitUntil(lambda: not too_small(studio))
    studio.find("colour_dock").raise_()
    studio.find("paint_brush_action").trigger()
    studio.stroke((100, 100), (200, 100))  # which adds a recent colour
    for page in range(3):
        studio.find("colour_tabs").setCurrentIndex(page)
        studio.qtbot.waitUntil(lambda: not too_small(studio))
    canvas = studio.find("canvas")
    place = canvas.geometry()
    for tool in TOOLS:
        studio.find(f"{tool}_action").trigger()
        studio.qtbot.waitUntil(lambda: not too_small(studio))
        assert canvas.geometry() == place
    for mode in ("sketch", "upscale"):  # which have the longest sentences
        studio.find(f"{mode}_mode_action").trigger()
        studio.qtbot.waitUntil(lambda: not too_small(studio))
    studio.press("B")
    studio.tools.brush = Brush(size=3, hardness=1)
    studio.click("canvas")
    studio.wait_for("run_hint_label")  # the mask is too small
    studio.qtbot.waitUntil(lambda: not too_small(studio))


def test_labels_stay_with_their_fields_in_a_high_window(app: QApplication, studio: Studio) -> None:
    studio.window.resize(1600, 1400)
    studio.find("settings_dock").raise_()
    studio.qtbot.wait(20)
    seed = studio.find("seed_spin")
    names = [label for label in studio.window.findChildren(QLabel) if label.buddy() is not None]
    beside = [label for label in names if not label.visibleRegion().isEmpty()]
    assert len(beside) > 10
    for label in beside:
        field = label.buddy()
        gap = field.mapTo(studio.window, QPoint()).y() - label.geometry().height()
        assert gap - label.mapTo(studio.window, QPoint()).y() <= GRID, label.text()
    assert seed.mapTo(studio.window, QPoint()).y() < 900


def test_numbers_keep_the_same_distance_from_their_frames(studio: Studio) -> None:
    studio.editor.paste(np.full((300, 400, 4), 255, np.uint8))
    studio.press("Ctrl+Alt+I")
    studio.wait_for("image_size_dialog")
    boxes = studio.window.findChildren(QAbstractSpinBox)
    assert len(boxes) > 20
    assert {box.findChild(QLineEdit).textMargins().left() for box in boxes} == {6}
    studio.click("image_size_dialog_cancel_button")
