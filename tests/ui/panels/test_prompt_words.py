"""The model's words: completions, and hints at unknown words."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from glide_studio.core.request.model_card import ModelCard
from tests.ui.studio import Studio, click_row

HINT_MS = 10_000


def offered(studio: Studio) -> list[str]:
    """The offered completions; empty if the popup is closed."""
    return studio.texts("completion_list") if studio.find("completion_list").isVisible() else []


def press(studio: Studio, key: Qt.Key) -> None:
    """Press a key in the prompt, without touching the focus."""
    assert studio.find("prompt_edit").hasFocus()
    studio.key("prompt_edit", key)


def commit(studio: Studio, text: str) -> None:
    """Write into the prompt through an input method."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    studio.find("prompt_edit").setFocus()
    QApplication.sendEvent(studio.find("prompt_edit"), event)


def hint(studio: Studio) -> str:
    """Wait until the hint is shown, and return it."""
    label = studio.find("vocabulary_hint_label")
    studio.qtbot.waitUntil(label.isVisible, timeout=HINT_MS)
    return label.text()


def no_hint(studio: Studio) -> bool:
    """Wait for longer than the delay of the hint, and return whether there is none."""
    studio.qtbot.wait(800)
    return not studio.find("vocabulary_hint_label").isVisible()


# Completions


def test_words_are_offered_while_one_types(studio: Studio) -> None:
    for typed, words in (
        ("a", []),
        ("a ", []),
        ("a r", ["red", "reddish brown"]),
        ("a red", []),
        ("a red ", []),
        ("a red b", ["bell", "birthday cake", "bear"]),
        ("a red bell o", ["on the grass", "on a wooden table"]),
    ):
        studio.type("prompt_edit", typed)
        assert offered(studio) == words, typed
        assert studio.prompt == typed


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_tab_and_enter_insert_the_selected_completion(studio: Studio, key: Qt.Key) -> None:
    studio.type("prompt_edit", "a RE")
    press(studio, key)
    assert studio.prompt == "a red"
    assert offered(studio) == []
    assert studio.find("prompt_edit").hasFocus()
    assert studio.engine.requests == []
    QTest.keyClicks(studio.find("prompt_edit"), " apple on th")
    press(studio, key)
    assert studio.prompt == "a red apple on the grass"


def test_up_and_down_cycle_through_the_completions(studio: Studio) -> None:
    studio.type("prompt_edit", "a be")
    words = studio.find("completion_list")
    marked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(studio, key)
        marked.append(words.currentItem().text())
    assert marked == ["bear", "bell", "bear"]
    press(studio, Qt.Key.Key_Tab)
    assert studio.prompt == "a bear"


def test_arrows_move_the_cursor_when_nothing_is_offered(studio: Studio) -> None:
    studio.type("prompt_edit", "a red")
    press(studio, Qt.Key.Key_Return)
    QTest.keyClicks(studio.find("prompt_edit"), "b")
    press(studio, Qt.Key.Key_Escape)
    press(studio, Qt.Key.Key_Up)
    QTest.keyClicks(studio.find("prompt_edit"), "!")
    assert studio.prompt == "a! red\nb"
    press(studio, Qt.Key.Key_Return)
    assert studio.prompt == "a!\n red\nb"


def test_moving_the_cursor_or_leaving_closes_the_words(studio: Studio) -> None:
    studio.type("prompt_edit", "a re")
    press(studio, Qt.Key.Key_Left)
    assert offered(studio) == []
    studio.type("prompt_edit", "a re")
    assert offered(studio)
    studio.find("canvas").setFocus()
    assert offered(studio) == []


def test_a_click_inserts_a_completion(studio: Studio) -> None:
    commit(studio, "🍏 a ")
    QTest.keyClicks(studio.find("prompt_edit"), "be")
    click_row(studio.find("completion_list"), 1)
    assert studio.prompt == "🍏 a bear"
    assert studio.find("prompt_edit").hasFocus()
    assert offered(studio) == []


def test_the_rest_of_the_prompt_stays(studio: Studio) -> None:
    studio.type("prompt_edit", "a  on the grass")
    for _ in range(len(" on the grass")):
        press(studio, Qt.Key.Key_Left)
    QTest.keyClicks(studio.find("prompt_edit"), "be")
    press(studio, Qt.Key.Key_Return)
    assert studio.prompt == "a bell on the grass"
    studio.press("Ctrl+Z", "prompt_edit")
    assert studio.prompt != "a bell on the grass"


def test_nothing_is_offered_within_a_word(studio: Studio) -> None:
    studio.type("prompt_edit", "a pple")
    for _ in range(len("pple")):
        press(studio, Qt.Key.Key_Left)
    QTest.keyClicks(studio.find("prompt_edit"), "b")
    assert offered(studio) == []


def test_escape_closes_the_words_and_only_then_cancels_the_run(studio: Studio) -> None:
    studio.engine.endless, studio.engine.step_seconds = True, 0.01
    studio.ask("a red apple")
    studio.type("prompt_edit", "a be")
    assert offered(studio)
    press(studio, Qt.Key.Key_Escape)
    assert offered(studio) == []
    assert studio.editor.runs.running is not None
    assert studio.prompt == "a be"
    press(studio, Qt.Key.Key_Escape)
    assert studio.editor.runs.running is None


def test_ctrl_return_generates_without_completing(studio: Studio) -> None:
    studio.type("prompt_edit", "a be")
    assert offered(studio)
    QTest.keySequence(studio.find("prompt_edit"), "Ctrl+Return")
    assert offered(studio) == []
    studio.finish()
    assert [request.settings.prompt for request in studio.engine.requests] == ["a be"]


def test_text_from_an_input_method_is_completed_too(studio: Studio) -> None:
    commit(studio, "a re")
    assert offered(studio) == ["red", "reddish brown"]


def test_the_words_lie_within_the_window_near_the_prompt(studio: Studio) -> None:
    words, edit, window = studio.find("completion_list"), studio.find("prompt_edit"), studio.window
    studio.type("prompt_edit", "a reddish brown birthday cake on")
    assert window.rect().contains(words.geometry())
    above, top = (widget.mapTo(window, QPoint(0, 0)).y() for widget in (edit, words))
    assert above < top < above + 120
    assert words.verticalScrollBar().maximum() == 0
    window.resize(window.width() + 40, window.height())
    assert offered(studio) == []


# The hint


def test_an_unknown_word_is_hinted_at_after_a_pause(studio: Studio) -> None:
    studio.type("prompt_edit", "a unicorn ")
    assert not studio.find("vocabulary_hint_label").isVisible()
    assert hint(studio) == (
        "The model does not know “unicorn”; it can draw apple, bell, birthday cake, bear, …"
    )
    studio.type("prompt_edit", "a red apple")
    label = studio.find("vocabulary_hint_label")
    studio.qtbot.waitUntil(label.isHidden, timeout=HINT_MS)


def test_many_unknown_words_are_counted(studio: Studio) -> None:
    studio.type("prompt_edit", "One unicorn, one wizard & two apples, ")
    assert hint(studio).startswith("The model does not know “one”, “unicorn” and 3 more; ")


def test_a_word_still_being_typed_is_not_hinted_at(studio: Studio) -> None:
    studio.type("prompt_edit", "a red app")
    assert no_hint(studio)
    studio.key("prompt_edit", Qt.Key.Key_Space)
    assert "“app”" in hint(studio)


def test_leaving_the_prompt_ends_the_word(studio: Studio) -> None:
    studio.type("prompt_edit", "a red app")
    studio.find("canvas").setFocus()
    assert "“app”" in hint(studio)


def test_the_hint_moves_no_button_and_is_not_cut_off(studio: Studio) -> None:
    button = studio.find("generate_button")
    before = button.mapTo(studio.window, QPoint(0, 0))
    studio.type("prompt_edit", "an extraordinarily photorealistic grandmother, smiling, ")
    hint(studio)
    label = studio.find("vocabulary_hint_label")
    studio.qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()) > 0)
    assert button.mapTo(studio.window, QPoint(0, 0)) == before
    edit = studio.find("prompt_edit")
    assert edit.height() > 2 * edit.cursorRect().height()


def test_a_hint_does_not_prevent_generating(studio: Studio) -> None:
    studio.type("prompt_edit", "a unicorn ")
    hint(studio)
    studio.press("Ctrl+Return", "prompt_edit")
    studio.finish()
    assert studio.engine.requests[0].settings.prompt == "a unicorn"


@pytest.mark.parametrize("card", [ModelCard("Knows everything")], ids=["a released model"])
def test_without_a_vocabulary_nothing_is_offered_hinted_at_or_shown(studio: Studio) -> None:
    assert not studio.find("vocabulary_button").isVisible()
    studio.type("prompt_edit", "a unicorn, a re")
    assert offered(studio) == []
    assert no_hint(studio)
