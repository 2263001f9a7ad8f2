"""Going on from a step of a run: unchanged it ends where the run ended."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import Branch, GenerationRequest, Preview, Result
from glide_studio.core.request.settings import SAMPLERS, RequestError, Sampling
from glide_studio.core.request.source import Inpaint, Sketch
from glide_studio.engine import Models, StepMemory, generate
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
@pytest.mark.parametrize("step", range(1, 8))
def test_every_sampler_does_so_from_every_step(sampler: str, step: int) -> None:
    base, upsample = Sampling(sampler, "5"), Sampling(sampler, "3")
    memory = StepMemory()
    _, whole = run(changed(QUICK, base=base, upsample=upsample), memory, models())
    request = branched(whole.request, step)
    assert np.array_equal(picture(request, memory), whole.picture)
    assert np.array_equal(picture(request), whole.picture)


SKETCH = replace(QUICK, source=Sketch(PICTURE, 0.7), bounds=Rect(0, 0, 256, 256))
HOLE = np.zeros((128, 128), np.uint8)
HOLE[32:96, 32:96] = 255


@pytest.mark.parametrize("origin", [QUICK, SKETCH, inpainting(HOLE)])
@pytest.mark.parametrize("step", [1, 2, 3])
def test_sketches_and_masks_end_there_too(origin: GenerationRequest, step: int) -> None:
    whole = picture(origin)
    memory = StepMemory()
    _, kept = run(origin, memory, models())
    assert np.array_equal(picture(branched(kept.request, step), memory), whole)
    assert np.array_equal(picture(branched(origin, step)), whole)


@pytest.mark.parametrize(
    "changes", [{"prompt": "a blue boat"}, {"guidance_scale": 9.0}, {"seed": 8}, {"seed": 3}]
)
@pytest.mark.parametrize("sampler", ["ddpm", "unipc"])
@pytest.mark.parametrize("step", [2, 4])
def test_what_is_changed_is_seen_and_reproduced_without_the_memory(
    changes: dict[str, Any], sampler: str, step: int
) -> None:
    origin = changed(QUICK, base=Sampling(sampler, "4"), upsample=Sampling("ddim", "3"))
    memory = StepMemory()
    _, whole = run(origin, memory, models())
    request = branched(whole.request, step, **changes)
    branch = picture(request, memory)
    is_guidance_of_upsampler = step == 4 and "guidance_scale" in changes
    is_same = changes == {"seed": 3} or is_guidance_of_upsampler
    assert np.array_equal(branch, whole.picture) == is_same
    read = GenerationRequest.from_json(request.to_json())
    assert np.array_equal(picture(read), branch)


def test_another_mask_keeps_what_it_does_not_cover() -> None:
    memory = StepMemory()
    origin = inpainting(np.full((256, 256), 255, np.uint8))
    _, whole = run(origin, memory, models())
    mask = np.zeros((256, 256), np.uint8)
    mask[:, 128:] = 255
    request = replace(branched(whole.request, 1), source=Inpaint(PICTURE, mask, 0))
    found = picture(request, memory)
    assert np.array_equal(found[:, :120], PICTURE[:, :120])
    assert (found[:, 136:] != PICTURE[:, 136:]).any()


def test_a_draft_is_enlarged_without_the_base_and_by_other_temperatures() -> None:
    memory = StepMemory()
    whole = picture(QUICK)
    _, draft = run(changed(QUICK, upsample=None), memory, models())
    request = replace(QUICK, branch=Branch(draft.request, 3))
    previews, result = run(request, memory, models())
    assert {preview.phase for preview in previews} == {"upsample"}
    assert np.array_equal(result.picture, whole)
    warmer = changed(request, temperature=1.3)
    assert not np.array_equal(picture(warmer, memory), whole)


def test_a_branch_of_a_branch_goes_back_to_any_step_of_either() -> None:
    memory = StepMemory()
    origin = changed(QUICK, base=Sampling("ddpm", "6"))
    _, first = run(origin, memory, models())
    _, second = run(branched(first.request, 4, prompt="a dog"), memory, models())
    for step in (2, 5):
        third = branched(second.request, step, prompt="a dog" if step == 5 else "a red hat")
        expected = second.picture if step == 5 else first.picture
        assert np.array_equal(picture(third, memory), expected)
        assert np.array_equal(picture(third), expected)


def test_the_memory_forgets_the_oldest_and_what_nobody_has() -> None:
    memory = StepMemory()
    _, first = run(QUICK, memory, models())
    one = memory.nbytes
    assert one > 5 * 3 * 64 * 64 * 4
    _, second = run(changed(QUICK, seed=9), memory, models())
    assert memory.find(first.request)
    small = StepMemory(budget=one)
    for each in (first, second):
        run(each.request, small, models())
    assert small.nbytes <= one
    del second, each
    assert memory.nbytes == one


@pytest.mark.parametrize("step", [5, 30])
def test_a_step_that_a_run_does_not_have_is_refused(step: int) -> None:
    with pytest.raises(RequestError, match="no such step"):
        picture(branched(QUICK, step))


@pytest.mark.parametrize(
    "changes",
    [{"model": "other"}, {"count": 2}, {"base": Sampling("ddim", "5")}, {"upsample": None}],
)
def test_what_a_branch_cannot_change_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(RequestError, match="branch"):
        branched(QUICK, 2, **changes)
    with pytest.raises(RequestError, match="strength"):
        replace(SKETCH, branch=Branch(QUICK, 2))
    with pytest.raises(RequestError, match="whole number"):
        Branch(QUICK, 0)
