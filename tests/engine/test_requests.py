"""Where runs start, what their seeds draw, and what is said of their prompts."""

from dataclasses import replace
from math import cos, pi

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Rect
from glide_studio.core.request.request import GenerationRequest, Notice, Result
from glide_studio.core.request.settings import MAX_SEED, RequestError, Sampling
from glide_studio.core.request.source import Sketch, Source
from glide_studio.engine import beta_schedule, generate
from glide_studio.engine.schedule import timesteps_of
from glide_studio.engine.stage import SamplingStage, noise_seeds
from tests.engine.test_pipeline import PICTURE, QUICK, models
from tests.fakes import settings

COSINE = beta_schedule("squaredcos_cap_v2")

counts = st.integers(1, 1000).map(str)
few = st.sampled_from([1, 2, 3, 4, 5, 8, 10, 20, 25, 50, 250])
spacings = st.one_of(
    counts,
    st.just("fast27"),
    st.builds("{}{}".format, st.sampled_from(["trailing", "logsnr", "karras", "ddim"]), few),
    st.lists(st.integers(1, 100), min_size=2, max_size=5).map(lambda n: ",".join(map(str, n))),
)


def signal_left(timestep: int) -> float:
    """How much of the picture the cosine schedule (arXiv 2102.09672, equation 17) leaves."""
    f0, f = (cos((t / 1000 + 0.008) / 1.008 * pi / 2) for t in (0, timestep + 1))
    return f / f0


@given(spacings)
def test_every_allowed_schedule_starts_at_nearly_pure_noise(spacing: str) -> None:
    try:
        steps = Sampling("ddim", spacing).steps
    except RequestError:
        return
    timesteps = timesteps_of(COSINE, spacing)
    assert len(timesteps) == steps
    assert timesteps == sorted(set(timesteps))
    assert signal_left(timesteps[-1]) < 0.11


def test_spacings_that_start_at_nearly_pure_noise_are_unchanged() -> None:
    assert timesteps_of(COSINE, "ddim50") == list(range(0, 1000, 20))
    assert timesteps_of(COSINE, "fast27")[-1] == 997
    assert timesteps_of(COSINE, "1") == [999]
    assert timesteps_of(COSINE, "ddim2") == [0, 999]


def first_noise(seed: int) -> torch.Tensor:
    seeds = noise_seeds(settings("", seed=seed), 1, 0) + noise_seeds(settings("", seed=seed), 1, 1)
    stage = SamplingStage("base", models().base, None, Sampling("ddim", "1"), seeds)  # type: ignore[arg-type]
    return stage.noise_source()((8, 8))


@given(st.integers(0, MAX_SEED), st.integers(0, 31))
def test_every_seed_has_its_own_noise_in_both_stages(seed: int, bit: int) -> None:
    mine, other = first_noise(seed), first_noise(seed ^ (1 << bit))
    draws = [*mine, *other]
    assert all(not torch.equal(a, b) for i, a in enumerate(draws) for b in draws[:i])
    assert torch.equal(mine, first_noise(seed))


def test_the_noise_of_a_large_seed_is_normal() -> None:
    seeds = [2**32 + i for i in range(64)]
    stage = SamplingStage("base", models().base, None, Sampling("ddim", "1"), seeds)  # type: ignore[arg-type]
    noise = stage.noise_source()((32, 32))
    assert noise.dtype == torch.float32
    assert abs(float(noise.mean())) < 0.01
    assert abs(float(noise.std()) - 1) < 0.01


def test_a_strength_of_0_gives_the_picture_back() -> None:
    request = replace(QUICK, source=Sketch(PICTURE, 0.0), settings=replace(QUICK.settings, count=2))
    events = list(generate(models(), request))
    assert all(isinstance(event, Result) for event in events)
    assert [np.array_equal(event.picture, PICTURE) for event in events] == [True, True]


def said(source: Source, prompt: str, **changes: object) -> list[str]:
    """The notices of a run."""
    asked = replace(QUICK.settings, prompt=prompt, **changes)
    bounds = Rect(0, 0, 256, 256)
    events = generate(models(), GenerationRequest(asked, source, bounds))
    return [str(e.sentence) for e in events if isinstance(e, Notice)]


KEPT = Sketch(PICTURE, 0.0)
"""A run that takes no time."""


def test_words_that_the_model_does_not_read_are_reported() -> None:
    context = models().base.spec.text_ctx
    words = ["cat"] * (context + 3)
    (cut,) = said(KEPT, " ".join(words))
    assert "“cat cat cat”" in cut
    assert said(KEPT, " ".join(words[:context])) == []


@pytest.mark.parametrize(
    ("guidance", "is_said"), [(1.0, True), (0.5, True), (1.1, False), (3.0, False)]
)
def test_a_negative_prompt_without_effect_is_reported(guidance: float, is_said: bool) -> None:
    notices = said(KEPT, "a cat", negative_prompt="a dog", guidance_scale=guidance)
    assert bool(notices) == is_said
    assert said(KEPT, "a cat", guidance_scale=guidance) == []
