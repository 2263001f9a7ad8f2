"""The prompt's history, styles, length, hints and wildcards."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from glide_studio.core.request.prompt_length import PromptLength
from tests.fakes import colour
from tests.ui.canvas_events import NO_KEYS, SHIFT
from tests.ui.studio import Studio

CONTROL = Qt.KeyboardModifier.ControlModifier


def words(prompt: str) -> PromptLength:
    """Measure a prompt with one token per word and a limit of three."""
    found = prompt.split()
    read = len(prompt) if len(found) <= 3 else prompt.index(found[3], len(" ".join(found[:3])))
    return PromptLength(len(found), 3, read)


def open_history(studio: Studio) -> list[str]:
    studio.press("Alt+Up", "prompt_edit")
    studio.wait_for("prompt_history")
    return studio.texts("history_prompts_list")


def steer(studio: Studio, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    studio.key("history_search_edit", key, keys)


def stored(tmp_path: Path) -> list[tuple[str, bool]]:
    values = json.loads((tmp_path / "data" / "prompts.json").read_text("utf-8"))
    return [(prompt["text"], prompt["favourite"]) for prompt in values["prompts"]]


# History and favourites


def test_earlier_prompts_are_searched_and_chosen(studio: Studio) -> None:
    for prompt in ("a red apple", "a blue car", "a red car on the grass"):
        studio.generate(prompt)
    assert open_history(studio) == ["a red car on the grass", "a blue car", "a red apple"]
    QTest.keyClicks(studio.find("history_search_edit"), "red")
    assert studio.texts("history_prompts_list") == ["a red car on the grass", "a red apple"]
    steer(studio, Qt.Key.Key_Down)
    steer(studio, Qt.Key.Key_Return)
    assert studio.prompt == "a red apple"
    studio.wait_until_gone("prompt_history")
    assert studio.window.focusWidget() is studio.find("prompt_edit")
    studio.press("Ctrl+Z", "prompt_edit")
    assert studio.prompt == "a red car on the grass"


def test_favourites_are_marked_filtered_and_kept(studio: Studio, tmp_path: Path) -> None:
    assert not studio.find("favourite_button").isEnabled()
    for prompt in ("a red apple", "a blue car"):
        studio.generate(prompt)
    studio.click("favourite_button")
    assert stored(tmp_path) == [("a blue car", True), ("a red apple", False)]
    open_history(studio)
    steer(studio, Qt.Key.Key_Down)
    steer(studio, Qt.Key.Key_D, CONTROL)
    steer(studio, Qt.Key.Key_Up)
    steer(studio, Qt.Key.Key_D, CONTROL)
    studio.click("history_favourites_button")
    assert studio.texts("history_prompts_list") == ["a red apple"]
    studio.click("history_favourites_button")
    steer(studio, Qt.Key.Key_Delete, SHIFT)
    assert studio.texts("history_prompts_list") == ["a red apple"]
    steer(studio, Qt.Key.Key_Escape)
    studio.wait_until_gone("prompt_history")
    assert stored(tmp_path) == [("a red apple", True)]
    assert not studio.find("favourite_button").isChecked()


def test_the_negative_prompt_is_used_and_remembered(studio: Studio) -> None:
    studio.type("negative_edit", " rain ")
    studio.generate("a red apple")
    assert studio.engine.requests[0].settings.negative_prompt == "rain"
    studio.type("negative_edit", "snow")
    studio.type("prompt_edit", "a blue car")
    studio.press("Ctrl+Shift+Return", "prompt_edit")
    studio.finish()
    assert studio.engine.requests[1].settings.negative_prompt == "snow"
    assert open_history(studio) == ["a blue car", "a red apple"]
    steer(studio, Qt.Key.Key_Down)
    steer(studio, Qt.Key.Key_Return)
    assert (studio.prompt, studio.find("negative_edit").text()) == ("a red apple", "rain")


# Styles


def test_a_style_is_applied_to_the_prompt(studio: Studio) -> None:
    studio.choose("style_combo", "Pencil drawing")
    studio.generate("a red apple")
    assert studio.engine.requests[0].settings.prompt == "a pencil drawing of a red apple"
    assert open_history(studio) == ["a red apple"]
    steer(studio, Qt.Key.Key_Escape)
    studio.ask(" ")
    assert "prompt is empty" in (studio.message() or "")


def test_unknown_words_of_a_style_give_a_hint(studio: Studio) -> None:
    label = studio.find("vocabulary_hint_label")
    studio.type("prompt_edit", "a __mood__ bell ")
    studio.qtbot.wait(700)
    assert not label.isVisible()
    studio.choose("style_combo", "Oil painting")
    studio.qtbot.waitUntil(label.isVisible)
    assert "“oil”" in label.text()
    assert "“painting”" in label.text()


def test_styles_are_added_renamed_and_removed(studio: Studio) -> None:
    studio.click("edit_styles_button")
    studio.wait_for("styles_dialog")
    studio.click("style_add_button")
    studio.type("style_name_edit", "Ink")
    studio.type("style_template_edit", "{prompt}, in ink")
    studio.find("styles_list").setCurrentRow(0)
    studio.click("style_remove_button")
    studio.click("styles_close_button")
    studio.wait_until_gone("styles_dialog")
    combo = studio.find("style_combo")
    entries = [combo.itemText(index) for index in range(combo.count())]
    assert entries == ["No style", "Oil painting", "Pencil drawing", "Ink"]
    studio.choose("style_combo", "Ink")
    studio.generate("a bell")
    assert studio.engine.requests[0].settings.prompt == "a bell, in ink"


# Length


def test_tokens_are_counted_and_the_text_beyond_the_limit_is_marked(studio: Studio) -> None:
    label, edit = studio.find("prompt_length_label"), studio.find("prompt_edit")

    def marked() -> list[str]:
        return [selection.cursor.selectedText() for selection in edit.extraSelections()]

    studio.type("prompt_edit", "a red apple")
    assert label.text() == ""
    studio.window.set_prompt_measure(words)
    assert (label.text(), marked()) == ("3 / 3", [])
    for prompt, length, beyond in (
        ("a {red|blue} __place__ {bell|car}", "≈ 6 / 3", []),
        ("a __pla", "2 / 3", []),
        ("  a 🦄 apple on the grass", "6 / 3", ["on the grass"]),
    ):
        edit.set_prompt(prompt)
        assert (label.text(), marked()) == (length, beyond)
    assert "reads only the first" in label.toolTip()
    studio.choose("style_combo", "Pencil drawing")
    assert marked() == ["a 🦄 apple on the grass"]
    studio.type("prompt_edit", "")
    studio.key("prompt_edit", Qt.Key.Key_Delete)
    assert (label.text(), marked()) == ("0 / 3", [])


# Wildcards, and the same seed


def test_wildcards_give_each_picture_its_words(studio: Studio, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "wildcards"
    folder.mkdir(parents=True)
    (folder / "mood.txt").write_text("calm\nwild\n")
    studio.generate("a __mood__ {bell|car}", seed=1, count=8)
    prompts = [request.settings.prompt for request in studio.engine.requests]
    assert len(prompts) == 8
    assert len(set(prompts)) > 2
    assert all(prompt.split()[1] in ("calm", "wild") for prompt in prompts)
    strip = studio.find("candidates_list")
    assert strip.count() == 8
    assert strip.item(7).toolTip().startswith(prompts[7])
    assert open_history(studio) == ["a __mood__ {bell|car}"]
    steer(studio, Qt.Key.Key_Escape)
    studio.generate("a __unheard__ cat")
    assert "no word list “unheard”" in (studio.message() or "")


def test_retrying_with_the_same_seed_adds_a_candidate_to_compare(studio: Studio) -> None:
    studio.generate("a red bell", seed=3)
    studio.type("prompt_edit", "a blue bell")
    studio.press("Ctrl+Shift+Return", "prompt_edit")
    studio.finish()
    assert [request.settings.seed for request in studio.engine.requests] == [3, 3]
    strip = studio.find("candidates_list")
    studio.qtbot.waitUntil(lambda: strip.count() == 2 and strip.currentRow() == 1)
    studio.qtbot.waitUntil(lambda: len(studio.editor.review.shown_document.layers) == 1)
    assert studio.editor.document.edits[0].request.settings.prompt == "a red bell"
    studio.click("accept_button")
    assert studio.editor.document.edits[0].request.settings.prompt == "a blue bell"
    assert studio.shown() == colour(3)


def test_the_folder_of_word_lists_is_opened(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(
        "glide_studio.ui.commands.generate_commands.QDesktopServices.openUrl",
        lambda url: opened.append(Path(url.toLocalFile())),
    )
    studio.find("word_lists_action").trigger()
    assert opened == [tmp_path / "data" / "wildcards"]
    assert opened[0].is_dir()


# Hints


def run_hint(studio: Studio) -> str:
    label = studio.find("run_hint_label")
    studio.qtbot.wait(400)
    return label.text() if label.isVisible() else ""


def test_a_mask_that_is_too_small_gives_a_hint(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    assert run_hint(studio) == ""
    for _ in range(21):
        studio.press("[")
    studio.stroke((50, 50), (350, 52))
    assert "may be ignored" in run_hint(studio)
    for _ in range(16):
        studio.press("]")
    studio.stroke((60, 60), (300, 90))
    studio.stroke((60, 100), (300, 130))
    assert run_hint(studio) == ""


def test_a_missing_model_gives_a_hint(studio: Studio) -> None:
    studio.window.show_model("starter", "missing")
    assert "starter is not installed" in run_hint(studio)
    studio.generate("a bell")
    assert run_hint(studio) == ""


@pytest.fixture
def damaged(tmp_path: Path) -> None:
    """A damaged file of prompts, written before the window opens."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "prompts.json").write_text("{")


@pytest.mark.usefixtures("damaged")
def test_a_damaged_file_is_reported_and_renamed(studio: Studio, tmp_path: Path) -> None:
    assert "prompts-damaged-1.json" in (studio.message() or "")
    studio.generate("a cat")
    assert stored(tmp_path) == [("a cat", False)]


def test_white_space_makes_no_difference_to_what_is_asked_for(studio: Studio) -> None:
    studio.find("prompt_edit").setPlainText("  a red\n\n apple\u00a0 ")
    studio.click("generate_button")
    studio.finish()
    assert studio.engine.requests[0].settings.prompt == "a red apple"


@pytest.mark.parametrize("pasted", ["4294967296", "99999999999", "-1", "abc"])
def test_a_seed_beyond_the_range_is_not_taken(studio: Studio, pasted: str) -> None:
    seed = studio.find("seed_spin")
    seed.setValue(7)
    seed.setFocus()
    seed.selectAll()
    QGuiApplication.clipboard().setText(pasted)
    QTest.keySequence(seed, "Ctrl+V")
    QTest.keyClick(seed, Qt.Key.Key_Return)
    assert seed.value() == 7


def test_the_largest_seed_is_taken(studio: Studio) -> None:
    studio.type("seed_spin", "4294967295")
    studio.generate("a lamp")
    assert studio.engine.requests[0].settings.seed == 2**32 - 1
