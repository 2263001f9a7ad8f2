import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.request.model_card import ModelCard
from tests.fakes import STARTER

CARD = ModelCard(
    "A model for tests",
    nouns=("apple", "orange", "birthday cake", "car", "carpet", "toy-house"),
    colours=("red", "reddish brown", "orange", "blue"),
    places=("on the grass", "on a wooden table", "in the snow", "in front of a brick wall"),
    examples=("a red apple on the grass",),
)

phrases = st.lists(
    st.from_regex(r"[a-z]{1,7}( [a-z]{1,7}){0,2}", fullmatch=True), max_size=5, unique=True
)
cards = st.builds(
    ModelCard,
    st.just("A model"),
    nouns=phrases.map(tuple),
    colours=phrases.map(tuple),
    places=phrases.map(tuple),
).filter(lambda card: card.has_vocabulary)


@st.composite
def prompts(draw: st.DrawFn, card: ModelCard) -> str:
    """Words of the card in any order and case, with any punctuation between."""
    words = draw(st.lists(st.sampled_from(sorted(card.words)), max_size=12))
    case = st.sampled_from((str.lower, str.upper, str.title))
    gap = st.sampled_from((" ", "  ", ", ", "\n", "! ", " (", "-", " / "))
    return "".join(draw(case)(word) + draw(gap) for word in words)


@given(st.data(), cards)
def test_every_word_of_a_card_is_known(data: st.DataObject, card: ModelCard) -> None:
    assert card.unknown_words(data.draw(prompts(card))) == ()


@given(st.data(), cards)
def test_completions_continue_what_is_typed_with_known_phrases(
    data: st.DataObject, card: ModelCard
) -> None:
    said = data.draw(prompts(card))
    phrase = data.draw(st.sampled_from((*card.nouns, *card.colours, *card.places)))
    text = said + phrase[: data.draw(st.integers(0, len(phrase)))]
    for completion in card.completions(text):
        assert completion in (*card.nouns, *card.colours, *card.places)
        typed = card.typed_beginning(text, completion)
        assert typed
        assert text.endswith(typed)
        spoken = " ".join(typed.lower().split())
        assert completion.startswith(spoken)
        assert completion != spoken
        assert card.unknown_words(text.removesuffix(typed) + completion) == ()


@pytest.mark.parametrize(
    ("text", "completions"),
    [
        *((text, []) for text in ("", "a", "a ", "a red", "a red ", "a car", "a unicorn", "on")),
        *((f"a red apple {text}", []) for text in ("b", "on the grass", "on the grass in")),
        ("r", ["red", "reddish brown"]),
        ("a RE", ["red", "reddish brown"]),
        ("a reddish b", ["reddish brown"]),
        ("a red ap", ["apple"]),
        ("a red b", ["birthday cake"]),
        ("a birthday c", ["birthday cake"]),
        ("a or", ["orange"]),
        ("a carp", ["carpet"]),
        ("a red apple on", ["on the grass", "on a wooden table"]),
        ("a red apple,  on\nTHE", ["on the grass"]),
        ("a red apple on a", ["on a wooden table"]),
        ("a big blu", ["blue"]),
    ],
)
def test_completions_follow_colour_noun_and_place(text: str, completions: list[str]) -> None:
    assert CARD.completions(text) == completions


def test_a_completion_replaces_the_typed_beginning() -> None:
    assert CARD.typed_beginning("a RE", "red") == "RE"
    assert CARD.typed_beginning("a red apple On  th", "on the grass") == "On  th"
    assert CARD.typed_beginning("a red apple", "on the grass") == ""


def test_unknown_words_are_listed_once_in_order_and_in_lower_case() -> None:
    prompt = "The Unicorn\u2019s RED apple; a wizard's hat, wizard's hat! on the_moon 2"
    assert CARD.unknown_words(prompt) == ("unicorn\u2019s", "wizard's", "hat", "the_moon", "2")


def test_a_plural_is_unknown_to_a_model_with_singular_nouns() -> None:
    assert CARD.unknown_words("red apples") == ("apples",)


def test_hyphenated_words_are_known_if_their_parts_are() -> None:
    assert CARD.unknown_words("a toy house, a toy-house, a red-apple car") == ()
    assert CARD.unknown_words("a red-hot car") == ("red-hot",)


def test_a_word_being_typed_is_not_unknown_while_it_begins_a_known_one() -> None:
    assert CARD.unknown_words("a red app", cursor=9) == ()
    assert CARD.unknown_words("a red app", cursor=5) == ("app",)
    assert CARD.unknown_words("a red app") == ("app",)
    assert CARD.unknown_words("a red apx", cursor=9) == ("apx",)


@pytest.mark.parametrize("prompt", ["a unicorn", "", "ünïcörn 🦄"])
def test_a_model_without_a_vocabulary_knows_every_word(prompt: str) -> None:
    card = ModelCard("A released model")
    assert card.unknown_words(prompt) == ()
    assert card.completions(prompt) == []
    assert card.words == frozenset()
    assert not card.has_vocabulary


def test_a_card_is_read_from_json() -> None:
    assert ModelCard.from_json(json.dumps(asdict(CARD))) == CARD
    assert ModelCard.from_json('{"summary": "Knows all", "added": 1}') == ModelCard("Knows all")
    assert ModelCard.from_json('{"summary": "", "nouns": [" red  cat"]}').nouns == ("red cat",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not JSON",
        "[]",
        "{}",
        '{"summary": 1}',
        '{"summary": "x", "nouns": "apple"}',
        '{"summary": "x", "nouns": ["apple", 1]}',
        '{"summary": "x", "places": [" "]}',
        '{"summary": "x", "examples": ["!"]}',
        '{"summary": "x", "colours": {"red": 1}}',
    ],
)
def test_a_damaged_card_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        ModelCard.from_json(text)


def test_the_shipped_card_has_examples_of_what_was_trained() -> None:
    card = STARTER.card
    assert card.summary
    assert 6 <= len(card.examples) <= 10
    for example in card.examples:
        assert card.unknown_words(example) == ()
        assert not any(pair in example for pair in card.held_out), example
    assert any(noun in " ".join(card.examples) for noun in card.nouns)
