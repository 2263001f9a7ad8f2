"""Settings, and the values that are refused."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.request.prompt_length import PromptLength
from glide_studio.core.request.settings import RequestError, Sampling, Settings
from tests.core.samples import one_sentence
from tests.fakes import settings

REFUSED = {
    "prompt": ("The prompt", 5, "x" * 5000, "\ud800"),
    "negative_prompt": ("The negative prompt", None, "x" * 5000, "\udfff"),
    "model": ("The model", ""),
    "seed": ("The seed", -1, 2**32, 1.5, True),
    "count": ("The number of pictures", 0, 65),
    "guidance_scale": ("The guidance", -0.1, 31, float("nan")),
    "guidance_interval": ("The (timesteps of the )?guidance interval", (1, 1000), (5, 4), [0, 999]),
    "clip_guidance": ("The CLIP guidance", 31),
    "thresholding": ("The thresholding", "none"),
    "temperature": ("The temperature", float("inf")),
}
"""What each setting is called, and values that it cannot have."""


@pytest.mark.parametrize(
    ("setting", "called", "value"),
    [(name, called, each) for name, (called, *values) in REFUSED.items() for each in values],
)
def test_values_out_of_range_are_refused_by_name(setting: str, called: str, value: Any) -> None:
    with pytest.raises(RequestError, match=one_sentence(called)):
        replace(settings(), **{setting: value})


@pytest.mark.parametrize(
    "respacing",
    [
        *("", "0", "1001", "-5", "3.5", "ten", "٣", "30\n", 30, None),
        *("10,", ",10", "10,,10", "0,10", "900,100"),
        *("ddim", "ddim0", "ddim1", "ddim300", "ddim10,10", "fast", "fast50", "27fast"),
        *("logsnr", "logsnr0", "karras1001", "trailing5,5", "cosine9"),
    ],
)
def test_wrong_steps_are_refused(respacing: Any) -> None:
    with pytest.raises(RequestError, match=one_sentence("The steps")):
        Sampling("ddim", respacing)


@pytest.mark.parametrize(
    ("respacing", "steps"),
    [
        ("30", 30),
        ("1000", 1000),
        ("fast27", 27),
        ("ddim50", 50),
        ("10,10,3,2,2", 27),
        ("logsnr15", 15),
    ],
)
def test_steps_are_counted(respacing: str, steps: int) -> None:
    assert Sampling("ddpm", respacing).steps == steps


@pytest.mark.parametrize("sampler", ["euler", "", None, ["ddim"]])
def test_an_unknown_sampler_is_refused(sampler: Any) -> None:
    with pytest.raises(RequestError, match=one_sentence("[A-Z]")):
        Sampling(sampler, "30")


def test_a_sample_of_a_batch_can_be_made_alone() -> None:
    batch = Settings("a cat", "starter", seed=2**32 - 2, count=8)
    alone = [batch.for_sample(index) for index in range(4)]
    assert [each.seed for each in alone] == [2**32 - 2, 2**32 - 1, 0, 1]
    assert {each.count for each in alone} == {1}


@pytest.mark.parametrize(
    "typed",
    ["a red  apple", " a red apple ", "a red\u00a0apple", "a\nred\tapple", "a red apple\r\n"],
)
def test_white_space_makes_no_difference(typed: str) -> None:
    tidy = settings("a red apple", negative_prompt="a bell")
    assert settings(typed, negative_prompt="  a\n bell ") == tidy


@given(st.text(" \n\u00a0abcd", max_size=30), st.integers(0, 30))
def test_the_length_of_a_tidied_prompt_tells_where_the_typed_one_is_cut(
    typed: str, read: int
) -> None:
    whole = " ".join(typed.split())
    read = min(read, len(whole))
    found = PromptLength(9, 4, read).of_typed(typed)
    assert " ".join(typed[: found.read].split()) == whole[:read].strip()
    assert (found.tokens, found.limit) == (9, 4)
