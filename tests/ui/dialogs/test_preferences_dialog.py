"""Preferences are applied as soon as they are chosen, and kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from glide_studio.core.request.devices import Device
from glide_studio.session.preferences import Preferences
from glide_studio.ui.style.theme import DARK, LIGHT, current
from tests.ui.studio import Studio, click_item

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def dialog(app: QApplication, studio: Studio) -> QDialog:
    studio.press("Ctrl+,")
    return studio.wait_for("preferences_dialog")


def mark(studio: Studio, text: str) -> None:
    """Find a command on the page of shortcuts and click it."""
    studio.show_page("preferences_tabs", "Shortcuts")
    studio.type("shortcuts_search_edit", text)
    found = studio.find("shortcuts_list")
    (item,) = found.findItems(text, Qt.MatchFlag.MatchExactly)
    click_item(found, item)
    assert found.currentItem() is item


def test_the_theme_changes_at_once_behind_the_dialog(studio: Studio) -> None:
    studio.show_page("preferences_tabs", "Interface")
    for theme, name in ((LIGHT, "Light"), (DARK, "Dark")):
        studio.choose("theme_combo", name)
        assert (current(), Preferences().theme) == (theme, name.lower())
        studio.qtbot.wait(10)
        for part, colour in (("canvas", theme.canvas), ("history_dock", theme.panel)):
            assert studio.find(part).grab().toImage().pixelColor(3, 3).name() == colour
        assert studio.find("history_list").item(0).foreground().color().name() == theme.text


def test_the_device_is_one_of_those_found_or_automatic(studio: Studio) -> None:
    combo = studio.find("device_combo")
    assert [combo.itemText(row) for row in range(combo.count())] == ["Automatic"]
    studio.find("preferences_dialog").close()
    card = Device("cuda", "NVIDIA H100")
    studio.window.set_devices([card, Device("cpu", "AMD EPYC")])
    studio.wait_until_gone("preferences_dialog")
    studio.press("Ctrl+,")
    studio.wait_for("preferences_dialog")
    studio.choose("device_combo", "NVIDIA H100 (cuda)")
    assert Preferences().device == "cuda"
    studio.find("preferences_dialog").close()
    studio.wait_until_gone("preferences_dialog")
    studio.window.set_devices([Device("cpu", "AMD EPYC")])  # the card is gone
    studio.press("Ctrl+,")
    studio.wait_for("preferences_dialog")
    combo = studio.find("device_combo")
    assert combo.currentText() == "cuda (not found)"
    studio.choose("device_combo", "AMD EPYC (cpu)")
    assert Preferences().device == "cpu"


def test_the_precision_of_the_models_is_kept_for_the_next_picture(studio: Studio) -> None:
    assert studio.find("precision_combo").currentText() == "Automatic"
    studio.choose("precision_combo", "Full")
    assert Preferences().precision == "float32"


def test_the_memory_for_undo_takes_effect_at_once(studio: Studio) -> None:
    studio.type("history_spin", "1.5")
    studio.key("history_spin", Qt.Key.Key_Tab)
    assert Preferences().history_gigabytes == 1.5
    assert studio.editor.open_document.history.byte_budget == 1_500_000_000


def test_the_text_size_takes_effect_at_once(studio: Studio) -> None:
    studio.show_page("preferences_tabs", "Interface")
    heights = []
    for percent in (150, 100):
        studio.type("font_scale_spin", str(percent))
        studio.key("font_scale_spin", Qt.Key.Key_Tab)
        assert Preferences().font_scale == percent / 100
        studio.qtbot.wait(10)
        heights.append(studio.find("mode_label").fontMetrics().height())
    assert heights[0] > 1.3 * heights[1]


def test_a_check_box_and_the_button_in_the_queue_agree(studio: Studio) -> None:
    check, button = studio.find("sound_when_done_check"), studio.find("queue_sound_button")
    before = Preferences().sound_when_done
    for expected in (not before, before):
        studio.key("sound_when_done_check", Qt.Key.Key_Space)
        assert Preferences().sound_when_done == expected
        assert check.isChecked() == button.isChecked() == expected


def test_a_shortcut_is_set_by_pressing_it(studio: Studio) -> None:
    mark(studio, "Actual Size")
    assert studio.find("shortcut_keys_edit").keySequence().toString() == "Ctrl+1"
    studio.key("shortcut_keys_edit", Qt.Key.Key_K, CONTROL)
    entry = studio.find("shortcuts_list").currentItem
    studio.qtbot.waitUntil(lambda: entry().text(2) == "Ctrl+K")
    assert studio.find("shortcuts_message_label").text() == ""
    studio.find("preferences_dialog").close()
    studio.press("Ctrl+K")
    assert studio.find("canvas").zoom == 1
    assert studio.find("zoom_100_button").toolTip().endswith("(Ctrl+K)")
    assert Preferences().shortcuts == {"actual_size": "Ctrl+K"}


def test_a_shortcut_in_use_is_refused_in_a_sentence(studio: Studio) -> None:
    mark(studio, "Actual Size")
    studio.key("shortcut_keys_edit", Qt.Key.Key_Z, CONTROL)
    label = studio.find("shortcuts_message_label")
    studio.qtbot.waitUntil(lambda: label.text() == "Ctrl+Z is already used by “Undo”.")
    assert studio.find("shortcut_keys_edit").keySequence().toString() == "Ctrl+1"
    assert Preferences().shortcuts == {}


def test_a_shortcut_is_removed_and_restored(studio: Studio) -> None:
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


def test_without_search_results_all_controls_are_disabled(studio: Studio) -> None:
    studio.show_page("preferences_tabs", "Shortcuts")
    studio.type("shortcuts_search_edit", "qqqq")
    assert studio.find("shortcuts_list").topLevelItemCount() == 0
    assert not studio.find("shortcut_keys_edit").isEnabled()
    assert not studio.find("shortcut_clear_button").isEnabled()


def test_a_tooltip_shows_the_changed_shortcut(studio: Studio) -> None:
    assert studio.find("generate_button").toolTip().endswith("(Ctrl+Return)")
    mark(studio, "Generate")
    studio.click("shortcut_clear_button")
    assert "(" not in studio.find("generate_button").toolTip()
