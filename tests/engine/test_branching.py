"""Going on from a step of a run: unchanged it ends where the run ended."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import Branch, GenerationRequest, Preview, Result
from glide_studio.core.request.settings import SAMPLERS, RequestError, Sampling
from glide_studio.core.request.source import Inpaint, Sketch
from glide_studio.engine import Models, StepMemory, generate
from glide_studio.engine.denoiser import Denoiser
from glide_studio.engine.samplers import sampler_named
from glide_studio.engine.schedule import NoiseSchedule, beta_schedule
from glide_studio.engine.trace import CountedNoise
from tests.engine.small_networks import gaussian_eps
from tests.engine.test_pipeline import PICTURE, QUICK, changed, inpainting, models
from tests.engine.test_starter import starter
from tests.fakes import text_request


def run(
    request: GenerationRequest, memory: StepMemory | None, networks: Models
) -> tuple[list[Preview], Result]:
    *previews, result = generate(networks, request, memory)
    return previews, result


def picture(
    request: GenerationRequest, memory: StepMemory | None = None, networks: Models | None = None
) -> Pixels:
    return run(request, memory, networks or models())[1].picture


def branched(origin: GenerationRequest, step: int, **changes: Any) -> GenerationRequest:
    return replace(changed(origin, **changes), branch=Branch(origin, step))


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_with_the_starter_every_sampler_ends_at_the_same_bytes(sampler: str) -> None:
    base, upsample = Sampling(sampler, "4"), Sampling(sampler, "2")
    memory = StepMemory()
    _, whole = run(text_request(seed=4, base=base, upsample=upsample), memory, starter())
    assert [(step.phase, step.step) for step in whole.steps] == [
        *(("base", step) for step in range(1, 5)),
        *(("upsample", step) for step in (1, 2)),
    ]
    for step in (3, 5):
        previews, again = run(branched(whole.request, step), memory, starter())
        assert np.array_equal(again.picture, whole.picture), step
        assert len(previews) == 6 - step  # the steps before it were not computed again
        assert [each.step for each in again.steps] == [each.step for each in whole.steps]


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_every_sampler_continues_from_every_step(sampler: str) -> None:
    schedule = NoiseSchedule(beta_schedule("linear", 1000), list(range(49, 1000, 100)))
    network = gaussian_eps(schedule, 0.2, 0.3, 0.1)
    denoiser = Denoiser(network, schedule, "eps")

    def noise() -> Callable[[], Tensor]:
        generator = torch.Generator().manual_seed(1)
        return CountedNoise(lambda: torch.randn(2, 3, 4, 4, generator=generator))

    drawn = noise()
    whole = [(step, drawn.draws) for step in sampler_named(sampler)(denoiser, drawn(), drawn)]
    for done, (step, draws) in enumerate(whole[:-1], 1):
        again = noise()
        for _ in range(draws):
            again()
        rest = list(sampler_named(sampler)(denoiser, step.x_t, again, done, step.history))
        assert len(rest) == len(whole) - done
        assert torch.equal(rest[-1].x_t, whole[-1][0].x_t), done


BASE = changed(QUICK, upsample=None)
SKETCH = replace(BASE, source=Sketch(PICTURE, 0.7))
HOLE = np.zeros((128, 128), np.uint8)
HOLE[32:96, 32:96] = 255


@pytest.mark.parametrize("origin", [SKETCH, changed(inpainting(HOLE), upsample=None)])
def test_branches_of_sketches_and_masks_end_at_the_same_bytes(origin: GenerationRequest) -> None:
    memory = StepMemory()
    _, whole = run(origin, memory, models())
    assert np.array_equal(picture(branched(whole.request, 1), memory), whole.picture)
    assert np.array_equal(picture(branched(origin, 2)), whole.picture)


@pytest.mark.parametrize(
    "changes", [{"prompt": "zebra"}, {"guidance_scale": 9.0}, {"seed": 8}, {"seed": 3}]
)
@pytest.mark.parametrize("sampler", ["ddpm", "unipc"])
def test_changes_have_an_effect_and_are_reproduced_without_stored_steps(
    changes: dict[str, Any], sampler: str
) -> None:
    origin = changed(BASE, base=Sampling(sampler, "4"))
    memory = StepMemory()
    _, whole = run(origin, memory, models())
    request = branched(whole.request, 2, **changes)
    branch = picture(request, memory)
    assert np.array_equal(branch, whole.picture) == (changes == {"seed": 3})
    read = GenerationRequest.from_json(request.to_json())
    assert np.array_equal(picture(read), branch)


def test_another_mask_keeps_what_it_does_not_cover() -> None:
    memory = StepMemory()
    origin = changed(inpainting(np.full((256, 256), 255, np.uint8)), upsample=None)
    _, whole = run(origin, memory, models())
    mask = np.zeros((256, 256), np.uint8)
    mask[:, 128:] = 255
    request = replace(branched(whole.request, 1), source=Inpaint(PICTURE, mask, 0))
    found = picture(request, memory)
    known = PICTURE.reshape(64, 4, 64, 4, 3).mean((1, 3))
    assert np.abs(found[:, :30] - known[:, :30]).max() <= 1
    assert np.abs(found[:, 34:] - known[:, 34:]).max() > 20


def test_a_draft_is_enlarged_without_the_base_and_by_other_temperatures() -> None:
    memory = StepMemory()
    quick = changed(QUICK, upsample=Sampling("ddim", "1"))
    _, draft = run(BASE, memory, models())
    request = replace(quick, branch=Branch(draft.request, 3))
    previews, result = run(request, memory, models())
    assert {preview.phase for preview in previews} == {"upsample"}
    assert np.array_equal(result.picture, picture(quick))
    warmer = changed(request, temperature=1.3)
    assert not np.array_equal(picture(warmer, memory), result.picture)


def test_a_branch_of_a_branch_goes_back_to_any_step_of_either() -> None:
    memory = StepMemory()
    origin = changed(BASE, base=Sampling("ddpm", "6"))
    _, first = run(origin, memory, models())
    _, second = run(branched(first.request, 4, prompt="a dog"), memory, models())
    for step in (2, 5):
        third = branched(second.request, step, prompt="a dog" if step == 5 else "a red hat")
        expected = second.picture if step == 5 else first.picture
        assert np.array_equal(picture(third, memory), expected)
        assert np.array_equal(picture(third), expected)


def test_the_oldest_and_unreferenced_traces_are_forgotten() -> None:
    memory = StepMemory()
    _, first = run(BASE, memory, models())
    one = memory.nbytes
    assert one >= 3 * 3 * 64 * 64 * 4
    small = StepMemory(budget=one)
    small.keep(first.request, memory.find(first.request))
    _, second = run(changed(BASE, seed=9), small, models())
    assert small.find(second.request)
    assert not small.find(first.request)
    del second
    assert small.nbytes == 0


@pytest.mark.parametrize("step", [3, 30])
def test_a_missing_step_is_refused(step: int) -> None:
    with pytest.raises(RequestError, match="cannot be continued from this step"):
        picture(branched(BASE, step))


@pytest.mark.parametrize(
    "changes",
    [{"model": "other"}, {"count": 2}, {"base": Sampling("ddim", "5")}, {"upsample": None}],
)
def test_changes_that_a_branch_cannot_make_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(RequestError, match="branch"):
        branched(QUICK, 2, **changes)
    with pytest.raises(RequestError, match="strength"):
        replace(SKETCH, settings=QUICK.settings, branch=Branch(QUICK, 2))
    with pytest.raises(RequestError, match="whole number"):
        Branch(QUICK, 0)
