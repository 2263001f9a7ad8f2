"""The whole run, from noise or from a picture, on tiny networks with weights computed from their
names."""

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
import torch

from glide_studio.core.geometry import Rect
from glide_studio.core.request.request import GenerationRequest, Preview, Result
from glide_studio.core.request.settings import SAMPLERS, RequestError, Sampling, Settings
from glide_studio.core.request.source import Inpaint, Nothing, Sketch
from glide_studio.engine import Models, build_model, generate
from glide_studio.engine.schedule import truncated_at_strength
from tests.engine.golden import fill
from tests.engine.test_checkpoint import TINY

QUICK = GenerationRequest(
    Settings(
        "a red hat", "tiny", seed=3, base=Sampling("ddim", "3"), upsample=Sampling("ddim", "2")
    ),
    Nothing(),
    Rect(0, 0, 256, 256),
)


def changed(request: GenerationRequest, **changes: Any) -> GenerationRequest:
    """The request with other settings."""
    return replace(request, settings=replace(request.settings, **changes))


@cache
def models(inpaint: bool = True) -> Models:
    suffix = "-inpaint" if inpaint else ""
    networks = []
    for kind, size, schedule in (("base", 64, "squaredcos_cap_v2"), ("upsample", 256, "linear")):
        spec = replace(TINY, kind=kind + suffix, image_size=size, noise_schedule=schedule)
        network = build_model(spec).eval().requires_grad_(False)
        fill(network, kind)
        networks.append(network)
    return Models("tiny", networks[0], networks[1], torch.device("cpu"))


DOWN, ACROSS = np.mgrid[:256, :256].astype(np.uint8)
PICTURE = np.dstack([DOWN, ACROSS, 255 - DOWN])


def inpainting(mask: np.ndarray) -> GenerationRequest:
    side = len(mask)
    return GenerationRequest(QUICK.settings, Inpaint(PICTURE, mask, 0), Rect(10, 20, side, side))


def results(request: GenerationRequest, networks: Models | None = None) -> list[Result]:
    return [e for e in generate(networks or models(), request) if isinstance(e, Result)]


def test_every_step_of_both_stages_yields_a_preview_and_the_run_a_result() -> None:
    events = list(generate(models(), QUICK))
    assert [(e.phase, e.step, e.total) for e in events if isinstance(e, Preview)] == [
        ("base", 1, 3),
        ("base", 2, 3),
        ("base", 3, 3),
        ("upsample", 1, 2),
        ("upsample", 2, 2),
    ]
    assert isinstance(events[-1], Result)
    assert [e.picture.shape[0] for e in events] == [64, 64, 64, 256, 256, 256]
    assert {e.picture.dtype for e in events} == {np.dtype(np.uint8)}
    assert np.array_equal(events[-1].picture, events[-2].picture)


def test_stopping_at_the_base_gives_its_64_pixels() -> None:
    (result,) = results(changed(QUICK, upsample=None))
    assert result.picture.shape == (64, 64, 3)


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_the_same_request_gives_the_same_picture(sampler: str) -> None:
    request = changed(QUICK, base=Sampling(sampler, "4"), upsample=None)
    (first,), (again,) = results(request), results(request)
    (other,) = results(changed(request, seed=4))
    assert np.array_equal(first.picture, again.picture)
    assert not np.array_equal(first.picture, other.picture)


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_a_sample_of_a_batch_can_be_made_alone(sampler: str) -> None:
    request = changed(QUICK, count=3, base=Sampling(sampler, "3"), upsample=Sampling(sampler, "2"))
    batch = results(request)
    assert [result.sample for result in batch] == [0, 1, 2]
    assert [result.request.settings.seed for result in batch] == [3, 4, 5]
    (alone,) = results(batch[2].request)
    difference = alone.picture.astype(int) - batch[2].picture
    assert np.abs(difference).max() <= 1


def test_guidance_changes_the_picture() -> None:
    plain, strong = (
        results(changed(QUICK, guidance_scale=scale, upsample=None))[0].picture for scale in (1, 6)
    )
    assert not np.array_equal(plain, strong)


@pytest.mark.parametrize("side", [64, 100, 256, 301])
def test_inpainting_keeps_what_the_mask_does_not_touch(side: int) -> None:
    mask = np.zeros((side, side), np.uint8)
    mask[: side // 3, side // 2 :] = 255
    (result,) = results(inpainting(mask))
    # A repainted base cell is 4 pixels wide, so half of the picture is safely known.
    assert np.array_equal(result.picture[128:], PICTURE[128:])
    assert not np.array_equal(result.picture[:80, 132:], PICTURE[:80, 132:])


def test_a_single_painted_pixel_is_repainted() -> None:
    mask = np.zeros((256, 256), np.uint8)
    mask[101, 57] = 255
    (result,) = results(inpainting(mask))
    changed = (result.picture != PICTURE).any(axis=2)
    assert changed[101, 57]
    rows, columns = np.nonzero(changed)
    assert (rows.min() // 4, rows.max() // 4) == (101 // 4, 101 // 4)
    assert (columns.min() // 4, columns.max() // 4) == (57 // 4, 57 // 4)


def test_inpainting_without_inpainting_networks_is_refused() -> None:
    with pytest.raises(RequestError, match="cannot inpaint"):
        results(inpainting(np.full((64, 64), 255, np.uint8)), models(inpaint=False))
    assert results(changed(QUICK, upsample=None), models(inpaint=False))


def test_the_temperature_scales_the_upsampler_alone() -> None:
    warm, cold = (list(generate(models(), changed(QUICK, temperature=t))) for t in (1.0, 0.0))
    same = [np.array_equal(a.picture, b.picture) for a, b in zip(warm, cold, strict=True)]
    assert same[:3] == [True] * 3
    assert not any(same[3:])


def test_closing_the_iterator_stops_the_run_and_leaves_gradients_as_they_were() -> None:
    run = generate(models(), QUICK)
    assert isinstance(next(run), Preview)
    assert torch.is_grad_enabled()
    run.close()
    assert list(run) == []


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
    assert near < middle < far
    (unchanged,) = results(sketch(0))
    assert np.array_equal(unchanged.picture, PICTURE)


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
