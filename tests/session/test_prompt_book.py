"""The remembered prompts and styles, and a damaged file of them."""

import json
from pathlib import Path

import pytest

from glide_studio.session.prompt_book import MAX_PROMPTS, PromptBook, Remembered, Style


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "prompts.json"


def texts(book: PromptBook) -> list[str]:
    return [prompt.text for prompt in book.prompts]


def test_prompts_and_styles_are_saved(path: Path) -> None:
    book = PromptBook(path)
    for text in ("a red apple", "ein Bär 🐻\nim Schnee", "a red apple"):
        book.remember(text)
    book.set_favourite("a red apple", True)
    book.set_styles((Style("Ink", "{prompt}, in ink"),))
    again = PromptBook(path)
    assert again.notice is None
    assert again.prompts == (Remembered("a red apple", True), Remembered("ein Bär 🐻\nim Schnee"))
    assert again.styles == (Style("Ink", "{prompt}, in ink"),)
    assert [*path.parent.iterdir()] == [path]


def test_a_search_finds_all_words_in_any_order(path: Path) -> None:
    book = PromptBook(path)
    for text in ("a Red apple on the grass", "a red car", "a blue apple"):
        book.remember(text)
    book.set_favourite("a red car", True)
    assert [p.text for p in book.found("APPLE red")] == ["a Red apple on the grass"]
    assert [p.text for p in book.found("", favourites_only=True)] == ["a red car"]
    assert len(book.found("")) == 3
    book.forget("a red car")
    assert texts(book) == ["a blue apple", "a Red apple on the grass"]


def test_favourites_stay_when_the_oldest_prompts_are_dropped() -> None:
    book = PromptBook()
    book.set_favourite("mine", True)
    for number in range(MAX_PROMPTS + 3):
        book.remember(f"prompt {number}")
    assert len(book.prompts) == MAX_PROMPTS + 1
    assert book.is_favourite("mine")
    assert texts(book)[0] == f"prompt {MAX_PROMPTS + 2}"


@pytest.mark.parametrize(
    "damaged",
    [
        "{",
        "[]",
        '{"prompts": [{"text": 3, "favourite": false}], "styles": []}',
        '{"prompts": [], "styles": [{"name": "x"}]}',
        "\udcff",
    ],
)
def test_a_damaged_file_is_renamed(path: Path, damaged: str) -> None:
    path.parent.mkdir()
    content = damaged.encode("utf-8", "surrogateescape")
    path.write_bytes(content)
    for number in (1, 2):
        book = PromptBook(path)
        assert book.notice is not None
        assert f"prompts-damaged-{number}.json" in book.notice
        assert path.with_name(f"prompts-damaged-{number}.json").read_bytes() == content
        book.remember("a cat")
        assert json.loads(path.read_text())["prompts"][0]["text"] == "a cat"
        path.write_bytes(content)


def test_prompts_that_cannot_be_saved_or_read_are_reported(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    book = PromptBook(tmp_path / "data" / "prompts.json")
    failures: list[str] = []
    book.failed.connect(failures.append)
    book.remember("a cat")
    if book.notice is None:
        assert "cannot be saved" in failures[0]
    else:
        assert "not be saved" in book.notice
    assert texts(book) == ["a cat"]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("a drawing of {prompt}", "a drawing of a cat"),
        ("in ink", "a cat, in ink"),
        ("", "a cat"),
        ("{prompt} and {prompt}", "a cat and a cat"),
    ],
)
def test_styles_are_templates(template: str, expected: str) -> None:
    assert Style("a style", template).applied_to("a cat") == expected
