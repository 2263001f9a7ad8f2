"""Word lists from the artist's files and the model's card, and prompts that use them."""

from dataclasses import replace
from pathlib import Path

import pytest

from glide_studio.core.request.model_card import ModelCard
from glide_studio.core.request.settings import RequestError
from glide_studio.session.word_lists import WordLists
from tests.session.editing import Session

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


def test_each_picture_gets_its_own_words_which_its_request_keeps(session: Session) -> None:
    review = session.review
    session.editor.word_lists.use(CARD)
    session.generate("a __colour__ {bell|car}", seed=1, count=6)
    assert len(session.prompts) == 6
    assert len(set(session.prompts)) > 1
    assert {prompt.split()[1] for prompt in session.prompts} <= {"red", "blue"}
    assert [request.settings.seed for request in session.engine.requests] == list(range(1, 7))
    assert session.document.is_blank  # six to choose from, none accepted
    review.show((3, 0))
    session.wait_until(lambda: not review.shown_document.is_blank)
    for index in (2, 4):
        review.show((index + 1, 0))
        review.accept()
        session.wait_until(lambda: not review.is_pending)
        (edit,) = session.document.edits
        assert edit.request.settings.prompt == session.prompts[index]


def test_a_missing_word_list_is_reported_and_nothing_runs(session: Session) -> None:
    session.start("a __mood__ cat")
    assert session.failures == ["There is no word list “mood”."]
    assert session.editor.runs.list.runs == ()


def test_another_prompt_is_compared_at_the_same_seed(session: Session) -> None:
    session.editor.generation.retry_with_prompt("a blue cat")
    assert "first" in session.notices[0]
    session.generate("a red cat", seed=5, guidance_scale=4)
    session.editor.generation.retry_with_prompt("a blue cat")
    session.finish()
    first, second = (request.settings for request in session.engine.requests)
    assert second == replace(first, prompt="a blue cat")
    assert (first.seed, first.guidance_scale) == (5, 4)
    assert session.review.is_pending
    session.review.accept()
    assert [edit.request.settings.prompt for edit in session.document.edits] == ["a blue cat"]
    assert [layer.name for layer in session.document.layers] == ["a blue cat"]
    session.editor.undo()
    assert session.document.edits[0].request.settings.prompt == first.prompt
