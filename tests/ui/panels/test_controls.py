"""Every control has a name, an accessible label, a tooltip, and a working shortcut."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QWidget,
)

from tests.ui.canvas_events import SHIFT
from tests.ui.studio import Studio

CONTROLS = (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QProgressBar,
)


def controls(studio: Studio) -> list[QWidget]:
    """Return the controls that an artist can operate, without the parts of Qt's own widgets."""
    found = [w for w in studio.window.findChildren(QWidget) if isinstance(w, CONTROLS)]
    return [w for w in found if not is_part(w) and not w.objectName().startswith("qt_")]


def is_part(widget: QWidget) -> bool:
    """Whether a widget is a scroll bar, or within a control other than a panel's scroll area."""
    parent = widget.parentWidget()
    if isinstance(parent, (*CONTROLS, QTabBar)) and not isinstance(parent, QScrollArea):
        return True
    return isinstance(widget, QScrollBar) or (parent is not None and is_part(parent))


def test_object_names_that_no_other_test_uses_exist_once(studio: Studio) -> None:
    for name in ("prompt_history_button", "clip_guidance_spin", "brush_button", "model_label"):
        studio.find(name)
    for command in ("open", "save", "save_as", "generate", "quit"):
        studio.find(f"{command}_action")


def test_every_control_has_its_own_name_label_and_tooltip(studio: Studio) -> None:
    found = controls(studio)
    assert len(found) > 120
    for control in found:
        assert control.objectName(), control
        assert control.accessibleName(), control.objectName()
        assert control.toolTip(), control.objectName()
    names = Counter(control.objectName() for control in found)
    assert max(names.values()) == 1, names.most_common(3)


def test_every_action_is_named_and_shows_its_shortcut(studio: Studio) -> None:
    shortcuts: Counter[str] = Counter()
    for action in studio.window.actions():
        assert action.objectName().endswith("_action")
        assert action.toolTip(), action.objectName()
        for shortcut in action.shortcuts():
            shortcuts[shortcut.toString()] += 1
        if action.shortcuts():
            assert action.shortcuts()[0].toString() in action.toolTip()
    assert max(shortcuts.values()) == 1, shortcuts.most_common(3)


def test_brush_shortcuts_work_on_the_canvas(studio: Studio) -> None:
    studio.press("E")
    assert studio.tools.brush.erase
    assert studio.find("eraser_button").isChecked()
    studio.press("B")
    assert not studio.tools.brush.erase
    size, hardness = studio.tools.brush.size, studio.tools.brush.hardness
    studio.press("]")
    assert studio.tools.brush.size > size
    studio.press("[")
    assert abs(studio.tools.brush.size - size) < 1
    studio.key("canvas", Qt.Key.Key_BracketLeft, SHIFT)
    assert studio.tools.brush.hardness < hardness
    studio.key("canvas", Qt.Key.Key_BracketRight, SHIFT)
    assert studio.tools.brush.hardness == hardness


def test_brush_sizes_have_limits(studio: Studio) -> None:
    for key, limit in (("[", 1), ("]", 2000)):
        for _ in range(80):
            studio.press(key)
        assert studio.tools.brush.size == limit


def test_typing_in_the_prompt_does_not_touch_the_brush(studio: Studio) -> None:
    brush = studio.tools.brush
    studio.type("prompt_edit", "Bee [very] big {beetle} e b")
    assert studio.tools.brush == brush
    assert studio.prompt == "Bee [very] big {beetle} e b"


def test_zoom_shortcuts_and_buttons(studio: Studio) -> None:
    canvas, label = studio.find("canvas"), studio.find("zoom_label")
    fitted = canvas.zoom
    studio.press("Ctrl+1")
    assert canvas.zoom == 1
    assert label.text() == "100%"
    studio.click("zoom_fit_button")
    assert canvas.zoom == fitted
    studio.click("zoom_100_button")
    studio.press("Ctrl+0")
    assert canvas.zoom == fitted
    studio.press("Ctrl+-")
    assert canvas.zoom < fitted


def test_a_mask_is_cleared_by_its_button(studio: Studio) -> None:
    assert not studio.find("clear_mask_button").isEnabled()
    studio.stroke((100, 100), (120, 100))
    assert not studio.editor.document.mask.is_empty
    studio.click("clear_mask_button")
    assert studio.editor.document.mask.is_empty
    studio.press("Ctrl+Z")
    assert not studio.editor.document.mask.is_empty


def test_the_prompt_has_the_focus_at_first_and_tab_leaves_it_for_the_button(
    studio: Studio,
) -> None:
    assert studio.find("prompt_edit").hasFocus()
    studio.key("prompt_edit", Qt.Key.Key_Tab)
    assert studio.find("generate_button").hasFocus()


def test_letters_typed_in_a_combo_box_are_tools_keys(studio: Studio) -> None:
    for name in ("quality_combo", "sampler_combo"):
        combo = studio.find(name)
        before = combo.currentText()
        combo.setFocus()
        for letter, action in (("e", "eraser"), ("m", "select_rectangle"), ("b", "brush")):
            QTest.keyClicks(combo, letter)
            assert studio.find(f"{action}_action").isChecked()
        QTest.keyClicks(combo, "dfp")
        assert combo.currentText() == before
