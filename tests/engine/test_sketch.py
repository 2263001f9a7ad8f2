"""Runs that start from a picture, and negative prompts."""

from dataclasses import replace

import numpy as np
import pytest

from glide_studio.core.request.request import GenerationRequest
from glide_studio.core.request.settings import SAMPLERS, Sampling
from glide_studio.core.request.source import Inpaint, Sketch
from glide_studio.engine.schedule import truncated_at_strength
from tests.engine.test_pipeline import QUICK, changed, results

rows, columns = np.mgrid[:256, :256].astype(np.uint8)
PICTURE = np.dstack([rows, columns, 255 - rows])


def sketch(strength: float, sampler: str = "ddim", steps: str = "6") -> GenerationRequest:
    request = changed(QUICK, base=Sampling(sampler, steps), upsample=None)
    return replace(request, source=Sketch(PICTURE, strength))


def difference(request: GenerationRequest) -> float:
    (result,) = results(request)
    small = PICTURE.reshape(64, 4, 64, 4, 3).mean(axis=(1, 3))
    return float(np.abs(result.picture - small).mean())


def test_timesteps_start_exactly_at_the_strength() -> None:
    assert truncated_at_strength([0, 333, 666, 999], 1) == [0, 333, 666, 999]
    assert truncated_at_strength([0, 333, 666, 999], 0.5) == [0, 333, 500]
    assert truncated_at_strength([0, 333, 666, 999], 333 / 999) == [0, 333]
    assert truncated_at_strength([0, 333, 666, 999], 0) == [0]


def test_the_higher_the_strength_the_farther_from_the_picture() -> None:
    near, middle, far = (difference(sketch(strength)) for strength in (0.02, 0.4, 0.9))
    assert difference(sketch(0)) < 2
    assert near < middle < far


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_every_sampler_starts_from_the_picture_and_is_reproducible(sampler: str) -> None:
    request = changed(sketch(0.5, sampler), count=2)
    batch, again = results(request), results(request)
    for one, other in zip(batch, again, strict=True):
        assert np.array_equal(one.picture, other.picture)
    assert not np.array_equal(batch[0].picture, batch[1].picture)
    (alone,) = results(batch[1].request)
    assert np.abs(alone.picture.astype(int) - batch[1].picture).max() <= 1
    assert difference(sketch(0.05, sampler)) < difference(sketch(0.9, sampler))


def test_the_upsampler_starts_from_the_picture_too() -> None:
    request = changed(sketch(0.0), upsample=Sampling("ddim", "4"))
    (result,) = results(request)
    assert np.abs(result.picture.astype(int) - PICTURE).mean() < 3


def test_with_a_mask_only_the_masked_area_changes() -> None:
    mask = np.zeros((256, 256), np.uint8)
    mask[:64] = 255
    request = replace(QUICK, source=Sketch(PICTURE, 0.1, mask))
    (result,) = results(request)
    assert np.array_equal(result.picture[64:], PICTURE[64:])
    assert not np.array_equal(result.picture[:64], PICTURE[:64])
    (from_noise,) = results(replace(request, source=Inpaint(PICTURE, mask, 0)))
    changes = [
        np.abs(picture[:64].astype(int) - PICTURE[:64]).mean()
        for picture in (result.picture, from_noise.picture)
    ]
    assert changes[0] < changes[1]


def test_a_negative_prompt_replaces_the_empty_caption() -> None:
    plain = changed(QUICK, upsample=None, guidance_scale=4.0)
    avoiding = changed(plain, negative_prompt="a blue car")
    assert not np.array_equal(results(plain)[0].picture, results(avoiding)[0].picture)
    # The prompt as its own negative prompt cancels guidance.
    cancelled = changed(plain, negative_prompt=plain.settings.prompt)
    unguided = changed(plain, guidance_scale=1)
    (one,), (other,) = results(cancelled), results(unguided)
    assert np.abs(one.picture.astype(int) - other.picture).max() <= 1
