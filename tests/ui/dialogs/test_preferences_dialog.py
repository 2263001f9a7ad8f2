"""Preferences are applied as soon as they are chosen, and kept."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget

from glide_studio.session.preferences import Preferences
from glide_studio.ui.style.theme import DARK, LIGHT, current
from tests.ui.studio import Studio

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(app: QApplication, studio: Studio) -> Any:
    studio.press("Ctrl+,")
    studio.wait_for("preferences_dialog")
    return studio.find("preferences_dialog")


def show(studio: Studio, page: str) -> None:
    tabs: QTabWidget = studio.find("preferences_tabs")
    texts = [tabs.tabText(index) for index in range(tabs.count())]
    bar = tabs.tabBar()
    middle = bar.tabRect(texts.index(page)).center()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=middle)
    assert tabs.tabText(tabs.currentIndex()) == page


def mark(studio: Studio, text: str) -> None:
    """Find a command in the list of shortcuts and click it."""
    studio.type("shortcuts_search_edit", text)
    found = studio.find("shortcuts_list")
    item = next(
        found.topLevelItem(row)
        for row in range(found.topLevelItemCount())
        if found.topLevelItem(row).text(0) == text
    )
    place = found.visualItemRect(item).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert found.currentItem().text(0) == text


def test_the_theme_changes_behind_the_dialog(studio: Studio, dialog: Any) -> None:
    show(studio, "Interface")
    studio.choose("theme_combo", "Light")
    assert current() is LIGHT
    assert Preferences().theme == "light"
    studio.qtbot.wait(10)
    assert studio.find("canvas").grab().toImage().pixelColor(3, 3).name() == LIGHT.canvas
    studio.key("theme_combo", Qt.Key.Key_Up)
    assert current() is DARK


def test_the_precision_of_the_models_is_kept_for_the_next_start(
    studio: Studio, dialog: Any
) -> None:
    assert studio.find("precision_combo").currentText() == "Automatic"
    studio.choose("precision_combo", "Full")
    assert Preferences().precision == "float32"


def test_the_text_size_takes_effect_at_once(studio: Studio, dialog: Any) -> None:
    show(studio, "Interface")
    studio.type("font_scale_spin", "150")
    studio.key("font_scale_spin", Qt.Key.Key_Tab)
    assert Preferences().font_scale == 1.5
    studio.qtbot.wait(10)
    wide = studio.find("mode_label").fontMetrics().height()
    studio.type("font_scale_spin", "100")
    studio.key("font_scale_spin", Qt.Key.Key_Tab)
    studio.qtbot.wait(10)
    assert studio.find("mode_label").fontMetrics().height() < wide


def test_a_check_box_and_the_button_in_the_queue_agree(studio: Studio, dialog: Any) -> None:
    QTest.mouseClick(
        studio.find("sound_when_done_check"), Qt.MouseButton.LeftButton, pos=dialog.rect().topLeft()
    )
    studio.key("sound_when_done_check", Qt.Key.Key_Space)
    assert Preferences().sound_when_done == studio.find("queue_sound_button").isChecked()
    assert studio.find("sound_when_done_check").isChecked() == Preferences().sound_when_done
    before = Preferences().sound_when_done
    studio.key("sound_when_done_check", Qt.Key.Key_Space)
    assert Preferences().sound_when_done != before
    assert studio.find("queue_sound_button").isChecked() != before


def test_a_shortcut_is_set_by_pressing_it(studio: Studio, dialog: Any) -> None:
    show(studio, "Shortcuts")
    mark(studio, "Actual Size")
    keys = studio.find("shortcut_keys_edit")
    assert keys.keySequence().toString() == "Ctrl+1"
    keys.setFocus()
    QTest.keyClick(keys, Qt.Key.Key_K, CONTROL)
    entry = studio.find("shortcuts_list").currentItem
    studio.qtbot.waitUntil(lambda: entry().text(2) == "Ctrl+K")
    assert studio.find("shortcuts_message_label").text() == ""
    dialog.close()
    studio.press("Ctrl+K")
    assert studio.find("canvas").zoom == 1
    assert studio.find("zoom_100_button").toolTip().endswith("(Ctrl+K)")
    assert Preferences().shortcuts == {"actual_size": "Ctrl+K"}


def test_a_shortcut_in_use_is_refused_in_a_sentence(studio: Studio, dialog: Any) -> None:
    show(studio, "Shortcuts")
    mark(studio, "Actual Size")
    keys = studio.find("shortcut_keys_edit")
    keys.setFocus()
    QTest.keyClick(keys, Qt.Key.Key_Z, CONTROL)
    label = studio.find("shortcuts_message_label")
    studio.qtbot.waitUntil(lambda: label.text() == "Ctrl+Z is already used by “Undo”.")
    assert keys.keySequence().toString() == "Ctrl+1"
    assert Preferences().shortcuts == {}


def test_a_shortcut_is_removed_and_restored(studio: Studio, dialog: Any) -> None:
    show(studio, "Shortcuts")
    mark(studio, "Undo")
    studio.click("shortcut_clear_button")
    assert studio.find("undo_action").shortcut().isEmpty()
    studio.click("shortcut_default_button")
    assert studio.find("undo_action").shortcut().toString() == "Ctrl+Z"
    studio.click("shortcut_clear_button")
    mark(studio, "Redo")
    studio.click("shortcut_clear_button")
    studio.click("shortcuts_reset_button")
    assert studio.find("undo_action").shortcut().toString() == "Ctrl+Z"
    assert studio.find("redo_action").shortcut().toString() == "Ctrl+Shift+Z"
    assert Preferences().shortcuts == {}


def test_without_search_results_all_controls_are_disabled(studio: Studio, dialog: Any) -> None:
    show(studio, "Shortcuts")
    studio.type("shortcuts_search_edit", "qqqq")
    assert studio.find("shortcuts_list").topLevelItemCount() == 0
    assert not studio.find("shortcut_keys_edit").isEnabled()
    assert not studio.find("shortcut_clear_button").isEnabled()


def test_a_tooltip_shows_the_changed_shortcut(studio: Studio, dialog: Any) -> None:
    assert studio.find("generate_button").toolTip().endswith("(Ctrl+Return)")
    show(studio, "Shortcuts")
    mark(studio, "Generate")
    studio.click("shortcut_clear_button")
    assert "(" not in studio.find("generate_button").toolTip()
