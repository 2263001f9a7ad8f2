"""Word lists from the artist's files and the model's card, and prompts that use them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from glide_studio.core.request.model_card import ModelCard
from glide_studio.core.request.settings import RequestError
from glide_studio.session.editor import Editor
from glide_studio.session.word_lists import WordLists
from tests.fakes import FakeEngine, settings

CARD = ModelCard("A model", nouns=("bell", "car"), colours=("red", "blue"))


def test_a_file_takes_precedence_over_the_card(tmp_path: Path) -> None:
    lists = WordLists(CARD, tmp_path)
    assert lists.lines("colour") == ("red", "blue")
    (tmp_path / "colour.txt").write_text("# mine\n\n teal \nochre\n", "utf-8-sig")
    assert lists.lines("colour") == ["teal", "ochre"]


def test_unusable_word_lists_are_reported(tmp_path: Path) -> None:
    lists = WordLists(CARD, tmp_path)
    (tmp_path / "empty.txt").write_text("# nothing\n")
    (tmp_path / "binary.txt").write_bytes(b"\xff\xfe\x00\xd8")
    for name, sentence in (
        ("animal", "There is no word list “animal”. Put a file animal.txt into"),
        ("place", "There is no word list “place”"),
        ("empty", "is empty"),
        ("binary", "is not a text file"),
    ):
        with pytest.raises(RequestError, match=sentence):
            lists.lines(name)


def finish(qtbot: Any, editor: Editor) -> None:
    qtbot.waitUntil(lambda: editor.runs.running is None)


def test_each_picture_gets_its_own_words_which_its_request_keeps(
    editor: Editor, engine: FakeEngine, qtbot: Any
) -> None:
    editor.word_lists = WordLists(CARD)
    editor.generate(settings("a __colour__ {bell|car}", seed=1, count=6))
    finish(qtbot, editor)
    prompts = [request.settings.prompt for request in engine.requests]
    assert len(prompts) == 6
    assert len(set(prompts)) > 1
    assert {prompt.split()[1] for prompt in prompts} <= {"red", "blue"}
    assert [request.settings.seed for request in engine.requests] == list(range(1, 7))
    assert editor.document.is_blank  # six to choose from, none accepted
    editor.review.show((3, 0))
    qtbot.waitUntil(lambda: not editor.review.shown_document.is_blank)
    for index in (2, 4):
        editor.review.show((index + 1, 0))
        editor.review.accept()
        qtbot.waitUntil(lambda: not editor.review.is_pending)
        assert [edit.request.settings.prompt for edit in editor.document.edits] == [prompts[index]]


def test_a_missing_word_list_is_reported_and_nothing_runs(editor: Editor) -> None:
    failures: list[str] = []
    editor.open_document.failed.connect(failures.append)
    editor.generate(settings("a __mood__ cat"))
    assert failures == ["There is no word list “mood”."]
    assert editor.runs.list.runs == ()


def test_another_prompt_is_compared_at_the_same_seed(
    editor: Editor, engine: FakeEngine, qtbot: Any
) -> None:
    notices: list[str] = []
    editor.open_document.noticed.connect(notices.append)
    editor.retry_with_prompt("a blue cat")
    assert "first" in notices[0]
    editor.generate(settings("a red cat", seed=5, guidance_scale=4))
    finish(qtbot, editor)
    editor.retry_with_prompt("a blue cat")
    finish(qtbot, editor)
    first, second = engine.requests
    assert second.settings == replace(first.settings, prompt="a blue cat")
    assert (first.settings.seed, first.settings.guidance_scale) == (5, 4)
    assert editor.review.is_pending
    editor.review.accept()
    assert [edit.request.settings.prompt for edit in editor.document.edits] == ["a blue cat"]
    assert [layer.name for layer in editor.document.layers] == ["a blue cat"]
    editor.undo()
    assert editor.document.edits[0].request.settings.prompt == first.settings.prompt
