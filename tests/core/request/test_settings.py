"""Settings, and the values that are refused."""

from dataclasses import replace
from typing import Any

import pytest

from glide_studio.core.request.settings import RequestError, Sampling, Settings
from tests.fakes import settings

ONE_SENTENCE = r"\A[A-Z][^\n]*[^\n.]\.\Z"


@pytest.mark.parametrize(
    ("change", "subject"),
    [
        ({"prompt": 5}, "The prompt"),
        ({"prompt": "x" * 5000}, "The prompt"),
        ({"prompt": "\ud800"}, "The prompt"),
        ({"seed": -1}, "The seed"),
        ({"seed": 2**32}, "The seed"),
        ({"seed": 1.5}, "The seed"),
        ({"seed": True}, "The seed"),
        ({"count": 0}, "The number of pictures"),
        ({"count": 65}, "The number of pictures"),
        ({"guidance_scale": -0.1}, "The guidance"),
        ({"guidance_scale": 31}, "The guidance"),
        ({"guidance_scale": float("nan")}, "The guidance"),
        ({"guidance_interval": (1, 1000)}, "The timesteps of the guidance interval"),
        ({"guidance_interval": (5, 4)}, "The guidance interval"),
        ({"guidance_interval": [0, 999]}, "The guidance interval"),
        ({"clip_guidance": 31}, "The CLIP guidance"),
        ({"thresholding": "none"}, "The thresholding"),
        ({"temperature": float("inf")}, "The temperature"),
        ({"model": ""}, "The model"),
        ({"negative_prompt": "x" * 5000}, "The negative prompt"),
        ({"negative_prompt": None}, "The negative prompt"),
        ({"negative_prompt": "\udfff"}, "The negative prompt"),
    ],
)
def test_values_out_of_range_are_refused_by_name(change: dict[str, Any], subject: str) -> None:
    with pytest.raises(RequestError, match=ONE_SENTENCE) as refusal:
        replace(settings(), **change)
    assert str(refusal.value).startswith(subject)


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
    with pytest.raises(RequestError, match=ONE_SENTENCE) as refusal:
        Sampling("ddim", respacing)
    assert str(refusal.value).startswith("The steps")


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
    with pytest.raises(RequestError, match=ONE_SENTENCE):
        Sampling(sampler, "30")


def test_a_sample_of_a_batch_can_be_made_alone() -> None:
    batch = Settings("a cat", "starter", seed=2**32 - 2, count=8)
    alone = [batch.for_sample(index) for index in range(4)]
    assert [each.seed for each in alone] == [2**32 - 2, 2**32 - 1, 0, 1]
    assert {each.count for each in alone} == {1}
