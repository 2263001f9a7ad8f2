"""The keyboard focus, tested with mouse and key events that Qt itself delivers in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QDialog, QWidget

from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.tool import Touch
from glide_studio.ui.canvas.view import UPRIGHT
from tests.ui.canvas_events import LEFT, NO_KEYS, drag_over
from tests.ui.edits import labels
from tests.ui.studio import Studio

BUTTONS = (
    "lasso_button",
    "paint_brush_button",
    "seed_dice_button",
    "seed_lock_button",
    "favourite_button",
    "undo_button",
    "queue_sound_button",
    "new_layer_button",
    "accept_button",
    "more_button",
    "zoom_fit_button",
    "brush_build_up_check",
    "brush_pressure_button",
)
"""Of the tool bar, the panels, their titles and the status bar."""


@pytest.fixture
def canvas(studio: Studio, photograph: Path) -> Canvas:
    """A photograph, two candidates for it, the colour brush, and the focus in the seed."""
    studio.open(photograph)
    studio.stroke((100, 100), (200, 150))
    studio.find("count_spin").setValue(2)
    studio.type("prompt_edit", "a lamp")
    studio.press("Ctrl+Return", "prompt_edit")
    studio.finish()
    studio.press("Shift+B")
    studio.find("canvas").set_zoom(1.0)
    studio.find("seed_spin").setFocus()
    return studio.find("canvas")


def point_at(widget: QWidget, place: QPoint | None = None) -> QPoint:
    """Move the mouse there, the middle by default; returns where in its window."""
    there = widget.mapTo(widget.window(), widget.rect().center() if place is None else place)
    QTest.mouseMove(widget.window().windowHandle(), there)
    return there


def click(studio: Studio, name: str) -> None:
    """Click the widget under the mouse at the position of a control."""
    control = studio.find(name)
    dock = control.parentWidget()
    while dock is not None and not dock.objectName().endswith("_dock"):
        dock = dock.parentWidget()
    if dock is not None:
        dock.raise_()
    studio.qtbot.waitUntil(lambda: control.isEnabled() and not control.visibleRegion().isEmpty())
    is_wide = isinstance(control, QCheckBox)  # only its box and text can be clicked
    there = point_at(control, QPoint(8, control.height() // 2) if is_wide else None)
    QTest.mouseClick(control.window().windowHandle(), LEFT, NO_KEYS, there)


def activate(studio: Studio, window: QWidget) -> None:
    """Give the keyboard to a window, as a window manager would."""
    studio.qtbot.waitExposed(window)
    window.activateWindow()
    studio.qtbot.waitUntil(window.isActiveWindow)


def hold(key: Qt.Key, times: int = 3) -> None:
    """Hold a key down until it repeats."""
    for _ in range(times):
        QTest.keyPress(QApplication.focusWidget(), key)


def drag(studio: Studio, canvas: Canvas, way: QPoint) -> None:
    """Drag from the middle of the canvas with the left button."""
    start = point_at(canvas)
    drag_over(studio.window.windowHandle(), start, start + way / 2, start + way)


def pans(studio: Studio, canvas: Canvas) -> bool:
    """Hold Space over the canvas and drag; return whether that only pans the view."""
    steps = labels(studio)
    point_at(canvas, QPoint(40, 40))
    hold(Qt.Key.Key_Space)
    before = canvas.to_widget(QPointF(0, 0))
    drag(studio, canvas, QPoint(30, 20))
    QTest.keyRelease(QApplication.focusWidget(), Qt.Key.Key_Space)
    moved = canvas.to_widget(QPointF(0, 0)) - before
    return moved == QPointF(30, 20) and labels(studio) == steps


@pytest.mark.parametrize("name", BUTTONS)
def test_space_over_the_canvas_pans_whatever_button_was_clicked(
    studio: Studio, canvas: Canvas, name: str
) -> None:
    pressed: list[bool] = []
    button: QAbstractButton = studio.find(name)
    button.pressed.connect(lambda: pressed.append(True))
    click(studio, name)
    assert pressed == [True]
    for dialog in studio.window.findChildren(QDialog):
        dialog.close()
    activate(studio, studio.window)
    assert not button.hasFocus()
    assert pans(studio, canvas)
    assert pressed == [True]


def test_space_after_generate_starts_no_other_run(studio: Studio, canvas: Canvas) -> None:
    click(studio, "generate_button")
    studio.finish()
    made = len(studio.engine.requests)
    studio.editor.review.hide()
    assert pans(studio, canvas)
    studio.finish()
    assert len(studio.engine.requests) == made == 2


def test_buttons_take_the_focus_by_tab_but_not_by_a_click(studio: Studio) -> None:
    named = {button.objectName(): button for button in studio.window.findChildren(QAbstractButton)}
    ours = {name: button for name, button in named.items() if name and not name.startswith("qt_")}
    assert len(ours) > 40
    for name, button in ours.items():
        is_close = name.endswith(("_dock_close_button", "tab_close_button", "close_tab_button"))
        wanted = Qt.FocusPolicy.NoFocus if is_close else Qt.FocusPolicy.TabFocus
        assert button.focusPolicy() == wanted, name


def test_a_keyboard_presses_buttons(studio: Studio, photograph: Path) -> None:
    studio.type("prompt_edit", "a lamp")
    QTest.keyClick(studio.find("prompt_edit"), Qt.Key.Key_Tab)
    assert studio.find("generate_button").hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    studio.finish()
    assert len(studio.engine.requests) == 1
    lock = studio.find("seed_lock_button")
    studio.find("seed_spin").setFocus()
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert lock.hasFocus()
    QTest.keyClick(lock, Qt.Key.Key_Space)
    assert lock.isChecked()


@pytest.mark.parametrize("way", ["button", "keys", "example"])
def test_undo_after_generate_keeps_only_the_prompt(studio: Studio, way: str) -> None:
    words = "a red apple on the grass"
    if way != "example":
        studio.type("prompt_edit", words)
    if way == "keys":
        QTest.keySequence(studio.find("prompt_edit"), "Ctrl+Return")
    else:
        click(studio, "example_2_button" if way == "example" else "generate_button")
    studio.finish()
    assert not studio.editor.document.is_blank
    QTest.keySequence(QApplication.focusWidget(), "Ctrl+Z")
    assert studio.editor.document.is_blank
    assert studio.find("prompt_edit").toPlainText() == words


def test_retrying_gives_the_focus_to_the_canvas(studio: Studio, canvas: Canvas) -> None:
    studio.type("prompt_edit", "a bell")
    QTest.keySequence(studio.find("prompt_edit"), "Ctrl+Shift+Return")
    assert canvas.hasFocus()
    studio.finish()


def test_a_refused_prompt_keeps_the_focus(studio: Studio) -> None:
    studio.find("prompt_edit").setFocus()
    click(studio, "generate_button")
    assert studio.message() is not None
    assert studio.find("prompt_edit").hasFocus()


def test_typing_goes_on_with_the_pointer_over_the_canvas(studio: Studio, canvas: Canvas) -> None:
    tool, field = canvas.tool, studio.find("prompt_edit")
    field.setFocus()
    QTest.keySequence(field, "Ctrl+A")
    point_at(canvas)
    for letter in "a bear":
        QTest.keyClicks(QApplication.focusWidget(), letter)
    assert field.toPlainText() == "a bear"
    assert canvas.tool is tool


@pytest.mark.parametrize("name", ["quality_combo", "layers_list", "history_list"])
def test_controls_give_the_focus_to_the_canvas(studio: Studio, canvas: Canvas, name: str) -> None:
    control = studio.find(name)
    control.setFocus()
    assert control.hasFocus()
    assert pans(studio, canvas)


def test_r_alt_and_letters_reach_the_canvas_after_a_click(studio: Studio, canvas: Canvas) -> None:
    touches: list[Touch] = []
    click(studio, "seed_dice_button")
    point_at(canvas)
    canvas.pointer_moved.connect(touches.append)
    hold(Qt.Key.Key_Alt, times=1)
    assert touches[-1].has_alt
    QTest.keyRelease(QApplication.focusWidget(), Qt.Key.Key_Alt)
    assert not touches[-1].has_alt
    hold(Qt.Key.Key_R)
    drag(studio, canvas, QPoint(10, 90))
    QTest.keyRelease(QApplication.focusWidget(), Qt.Key.Key_R)
    assert canvas.rotation != UPRIGHT
    click(studio, "lasso_button")
    point_at(canvas)
    QTest.keySequence(QApplication.focusWidget(), "B")
    assert canvas.tool is studio.tools.mask_brush


def test_a_click_between_controls_focuses_the_canvas(studio: Studio, canvas: Canvas) -> None:
    studio.find("seed_spin").setFocus()
    click(studio, "progress_label")
    assert canvas.hasFocus()


def test_a_floating_panel_gives_the_focus_to_the_canvas_too(studio: Studio, canvas: Canvas) -> None:
    dock = studio.find("settings_dock")
    dock.raise_()
    dock.setFloating(True)
    activate(studio, dock)
    studio.find("quality_combo").setFocus()
    click(studio, "seed_dice_button")
    point_at(canvas)
    studio.qtbot.waitUntil(canvas.hasFocus)
    assert pans(studio, canvas)


def test_a_dialog_beside_the_canvas_keeps_the_focus(studio: Studio, canvas: Canvas) -> None:
    studio.find("edit_styles_action").trigger()
    dialog = studio.find("styles_dialog")
    activate(studio, dialog)
    studio.find("style_add_button").setFocus()
    point_at(canvas)
    assert studio.find("style_add_button").hasFocus()
    dialog.close()
