"""Every control of the window with every key of the canvas: who gets it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QTabBar,
    QWidget,
)

from tests.ui.canvas_events import NO_KEYS
from tests.ui.studio import Studio

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
COMMANDS = {
    "brush": (Key.Key_B, NO_KEYS),
    "eraser": (Key.Key_E, NO_KEYS),
    "paint_brush": (Key.Key_B, SHIFT),
    "select_rectangle": (Key.Key_M, NO_KEYS),
    "lasso": (Key.Key_L, NO_KEYS),
    "wand": (Key.Key_W, NO_KEYS),
    "crop": (Key.Key_C, NO_KEYS),
    "move_layer": (Key.Key_V, NO_KEYS),
    "eyedropper": (Key.Key_I, NO_KEYS),
    "swap_colours": (Key.Key_X, NO_KEYS),
    "reset_colours": (Key.Key_D, NO_KEYS),
    "show_mask": (Key.Key_Q, NO_KEYS),
    "mirror_view": (Key.Key_H, NO_KEYS),
    "rotate_left": (Key.Key_4, NO_KEYS),
    "smaller_brush": (Key.Key_BracketLeft, NO_KEYS),
    "undo": (Key.Key_Z, CONTROL),
    "redo": (Key.Key_Y, CONTROL),
}
"""A key of each kind that the window's commands have: letters, digits, signs, with Control."""

HELD = {"pan": Key.Key_Space, "rotate": Key.Key_R, "alt": Key.Key_Alt}
"""Keys that the canvas needs held, without a command."""


def kind_of(control: QWidget) -> str:
    if isinstance(control, QLineEdit | QPlainTextEdit):
        return "words"
    return "number" if isinstance(control, QAbstractSpinBox) else "other"


def controls(studio: Studio) -> list[QWidget]:
    """Everything in the window that the keyboard can reach, but the canvas."""
    return [
        each
        for each in studio.window.findChildren(QWidget)
        if each.window() is studio.window
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and each.objectName() not in ("canvas", "qt_spinbox_lineedit")
        and not isinstance(each, QScrollArea | QTabBar)
    ]


def focus(studio: Studio, control: QWidget) -> bool:
    """Show a control and give it the focus; False if it cannot be shown or is disabled."""
    dock = control
    while dock is not None and not dock.objectName().endswith("_dock"):
        dock = dock.parentWidget()
    if dock is not None:
        dock.show()
        dock.raise_()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    return control.hasFocus() and control.isVisible()


class Heard(QObject):
    """Counts what commands are triggered, and which keys reach the canvas."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self.commands: list[str] = []
        self.keys: list[int] = []
        for name in COMMANDS:
            action = studio.find(f"{name}_action")
            action.setEnabled(True)
            action.triggered.disconnect()
            action.triggered.connect(lambda *_, name=name: self.commands.append(name))
        studio.find("canvas").installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keys.append(event.key())
        return False


@pytest.fixture
def drawn(studio: Studio, photograph: Path) -> Studio:
    """A photograph with a stroke on it, undone, and two candidates."""
    studio.open(photograph)
    studio.stroke((100, 100), (200, 150))
    studio.find("count_spin").setValue(2)
    studio.generate("a lamp")
    return studio


def press(key: Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press and release a key where the focus is, as the window system would."""
    window = QApplication.activeWindow()
    assert window is not None
    for press_it in (QTest.keyPress, QTest.keyRelease):
        press_it(window.windowHandle(), key, keys)


def test_commands_of_the_canvas_work_wherever_no_words_are_typed(drawn: Studio) -> None:
    heard, walked = Heard(drawn), set()
    for control in controls(drawn):
        for name, (key, keys) in COMMANDS.items():
            if not focus(drawn, control):
                continue
            kind = kind_of(control)
            walked.add((kind, control.objectName()))
            heard.commands.clear()
            press(key, keys)
            is_text = kind == "words" and not keys & CONTROL
            is_digit = kind == "number" and key == Key.Key_4
            expected = [] if is_text or is_digit else [name]
            if kind == "words" and name in ("undo", "redo"):
                continue  # below
            assert heard.commands == expected, (control.objectName(), name)
    assert {kind for kind, _ in walked} == {"words", "number", "other"}
    assert len(walked) > 60


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_is_the_pictures_except_in_fields_and_lists(drawn: Studio, key: Key) -> None:
    heard, walked = [], set()
    action = drawn.find("clear_pixels_action")
    action.triggered.disconnect()
    action.triggered.connect(lambda: heard.append(1))
    for control in controls(drawn):
        if not focus(drawn, control):
            continue
        is_list = isinstance(control, QAbstractItemView)
        heard.clear()
        press(key)
        is_other = kind_of(control) == "other" and not is_list
        walked.add((kind_of(control), is_list))
        assert bool(heard) == is_other, control.objectName()
    assert walked == {("words", False), ("number", False), ("other", False), ("other", True)}


def test_keys_that_are_held_reach_the_canvas_from_numbers_sliders_and_lists(drawn: Studio) -> None:
    heard = Heard(drawn)
    for control in controls(drawn):
        for name, key in HELD.items():
            kind = kind_of(control)
            if not focus(drawn, control) or (kind == "other" and name == "pan"):
                continue  # Space presses buttons, for whoever works by keyboard
            heard.keys.clear()
            press(key)
            assert heard.keys == ([] if kind == "words" else [key]), (control.objectName(), name)


# Fields


def value_of(field: QWidget) -> str:
    text = field.text() if isinstance(field, QLineEdit | QAbstractSpinBox) else ""
    assert isinstance(text, str)
    return text


def fields(studio: Studio) -> list[QWidget]:
    """The fields of one line, with a number or text."""
    found = [c for c in controls(studio) if isinstance(c, QLineEdit | QAbstractSpinBox)]
    return [field for field in found if focus(studio, field)]


@pytest.mark.parametrize("end", [Key.Key_Return, Key.Key_Enter, Key.Key_Escape])
def test_return_commits_a_field_esc_reverts_it_and_both_leave_it(drawn: Studio, end: Key) -> None:
    canvas = drawn.find("canvas")
    assert len(fields(drawn)) > 8
    for field in fields(drawn):
        focus(drawn, field)
        before = value_of(field)
        press(Key.Key_A, CONTROL)
        press(Key.Key_2)
        press(Key.Key_1)
        assert "21" in value_of(field), field.objectName()
        press(end)
        assert canvas.hasFocus(), field.objectName()
        is_hex = field.objectName() == "colour_hex_edit"  # 21 is no colour
        reverted = end == Key.Key_Escape or is_hex
        assert (value_of(field) == before) is reverted, field.objectName()


def test_esc_reverts_the_change_of_a_number_field(drawn: Studio) -> None:
    canvas = drawn.find("canvas")
    drawn.press("B")
    size = drawn.tools.mask_brush.brush.size
    focus(drawn, drawn.find("brush_size_spin"))
    press(Key.Key_A, CONTROL)
    press(Key.Key_7)
    assert drawn.tools.mask_brush.brush.size == 7 != size
    press(Key.Key_Escape)
    assert drawn.tools.mask_brush.brush.size == size
    assert canvas.hasFocus()


def test_esc_leaves_the_prompt_and_lists_too(drawn: Studio) -> None:
    drawn.editor.review.hide()
    for name in ("prompt_edit", "history_list", "layers_list", "quality_combo"):
        assert focus(drawn, drawn.find(name))
        press(Key.Key_Escape)
        assert drawn.find("canvas").hasFocus(), name
    assert drawn.prompt == "a lamp"


@pytest.mark.parametrize("name", ["prompt_edit", "negative_edit"])
def test_undo_in_a_field_undoes_typing_and_then_the_document(drawn: Studio, name: str) -> None:
    drawn.editor.review.hide()
    undone: list[bool] = []
    drawn.find("undo_action").triggered.connect(lambda: undone.append(True))
    field = drawn.find(name)
    assert focus(drawn, field)
    field.setPlainText("") if isinstance(field, QPlainTextEdit) else field.setText("")
    QTest.keyClicks(field, "xy")
    press(Key.Key_Z, CONTROL)
    assert undone == []
    assert (field.text() if isinstance(field, QLineEdit) else field.toPlainText()) == ""
    press(Key.Key_Z, CONTROL)
    assert undone == [True]


def turn_wheel(field: QWidget) -> None:
    """One notch down over the middle of a control."""
    window = field.window()
    middle = field.mapTo(window, field.rect().center())
    QTest.wheelEvent(window.windowHandle(), QPointF(middle), QPoint(0, -120))


def wheel_value(field: QWidget) -> object:
    if isinstance(field, QComboBox):
        return field.currentIndex()
    assert isinstance(field, QAbstractSpinBox | QSlider)
    return field.text() if isinstance(field, QAbstractSpinBox) else field.value()


def test_the_wheel_changes_a_field_only_while_it_has_the_focus(drawn: Studio) -> None:
    canvas, turned = drawn.find("canvas"), 0
    kinds = (QAbstractSpinBox, QComboBox, QSlider)
    for field in [c for c in controls(drawn) if isinstance(c, kinds)]:
        if not focus(drawn, field):
            continue
        canvas.setFocus()
        before = wheel_value(field)
        turn_wheel(field)
        assert wheel_value(field) == before, field.objectName()
        assert canvas.hasFocus(), field.objectName()
        focus(drawn, field)
        turn_wheel(field)
        turned += wheel_value(field) != before
    assert turned > 8


def test_the_wheel_over_a_field_scrolls_its_panel(drawn: Studio) -> None:
    drawn.window.resize(900, 420)
    field = drawn.find("count_spin")
    focus(drawn, field)
    drawn.find("canvas").setFocus()
    area = field.parentWidget()
    while not isinstance(area, QScrollArea):
        area = area.parentWidget()
    bar = area.verticalScrollBar()
    drawn.qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(0)
    turn_wheel(field)
    assert bar.value() > 0


@pytest.mark.parametrize("name", ["prompt_edit", "negative_edit", "seed_spin", "layers_list"])
def test_a_picture_is_pasted_onto_the_canvas_wherever_the_focus_is(
    studio: Studio, name: str
) -> None:
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.green)
    QGuiApplication.clipboard().setImage(image)
    if focus(studio, studio.find(name)):
        press(Key.Key_V, CONTROL)
        assert not studio.editor.document.is_blank
        assert studio.shown(8, 8) == (0, 255, 0)


def test_text_is_pasted_into_the_prompt(studio: Studio) -> None:
    QGuiApplication.clipboard().setText("a lamp")
    assert focus(studio, studio.find("prompt_edit"))
    press(Key.Key_V, CONTROL)
    assert studio.prompt == "a lamp"
    assert studio.editor.document.is_blank
