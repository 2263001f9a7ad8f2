import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.request.prompt_length import PromptLength
from glide_studio.engine.tokenizer import ClipTokenizer, Tokenizer
from tests.engine.golden import FACTS

GLIDE, CLIP = Tokenizer(), ClipTokenizer()


@pytest.mark.parametrize(
    ("text", "expected"), list(zip(FACTS["prompts"], FACTS["tokens"], strict=True))
)
def test_tokens_are_those_of_the_released_implementation(text: str, expected: list[int]) -> None:
    assert GLIDE.encode(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), list(zip(FACTS["prompts"], FACTS["clip_tokens"], strict=True))
)
def test_clip_tokens_are_those_of_the_released_implementation(text: str, expected: list) -> None:
    tokens, length = CLIP.padded(text)
    assert [tokens[0].tolist(), int(length)] == expected


def test_the_length_of_a_prompt_says_where_it_is_cut() -> None:
    assert GLIDE.measure("a Cat", 4) == PromptLength(2, 4, 5)
    text = "a 🦄 and É bear on the grass"
    whole = len(GLIDE.encode(text))
    for limit in range(1, whole + 2):
        length = GLIDE.measure(text, limit)
        assert (length.tokens, length.is_cut) == (whole, whole > limit)
        assert len(GLIDE.encode(text[: length.read])) <= limit


@given(st.text(max_size=60))
def test_the_pieces_are_the_texts_of_the_tokens(text: str) -> None:
    pieces = GLIDE.measure(text).pieces
    assert len(pieces) == len(GLIDE.encode(text))
    assert "".join(pieces) == text


def test_the_pieces_are_as_typed() -> None:
    assert GLIDE.measure("A Cathedral 🦄").pieces == ("A", " Cathedral", " 🦄", "", "")


@given(st.text(max_size=60), st.integers(1, 20))
def test_padding_keeps_the_tokens_and_marks_the_rest(text: str, text_ctx: int) -> None:
    ids = GLIDE.encode(text)[:text_ctx]
    tokens, mask = GLIDE.padded(text, text_ctx)
    assert tokens.shape == mask.shape == (1, text_ctx)
    assert tokens.dtype == torch.int64
    assert mask.sum() == len(ids)
    assert tokens[mask].tolist() == ids
    assert (tokens[~mask] == 50256).all()


@given(st.text(max_size=300))
def test_clip_texts_are_cut_to_their_context(text: str) -> None:
    tokens, length = CLIP.padded(text, 77)
    assert tokens.shape == (1, 77)
    assert tokens[0, 0] == 49406
    assert tokens[0, int(length) - 1] == 49407
