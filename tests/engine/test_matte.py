"""The matte of a fill, by the difference that its prompt makes."""

import numpy as np
import pytest

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.seam import seam_ratio
from glide_studio.core.modes.modes import Mode
from glide_studio.core.request.settings import Sampling
from glide_studio.engine.inputs import known_regions
from glide_studio.engine.matte import matte, otsu, solid_part
from tests.core.samples import box_mask
from tests.engine.test_pipeline import results
from tests.engine.test_starter import starter
from tests.fakes import request_of

GROUND = Document.from_picture(np.full((256, 256, 4), (120, 130, 110, 255), np.uint8))
QUICK = {"base": Sampling("unipc", "12"), "upsample": Sampling("ddim", "4")}
MASKED = GROUND.with_mask(box_mask(GROUND.extent, Rect(60, 60, 130, 120)))


def test_the_matte_is_the_object_of_the_prompt() -> None:
    request = request_of(MASKED, Mode.INPAINT, prompt="a red apple", seed=3, **QUICK)
    models = starter()
    (result,) = results(request, models)
    assert result.matte is not None
    assert result.matte.shape == (256, 256)
    red = result.picture[..., 0].astype(int) > result.picture[..., 1:].max(axis=2) + 60
    found = result.matte >= 128
    assert red.sum() > 2000
    assert (red & found).sum() / (red | found).sum() > 0.75
    known = known_regions(models, request).low
    assert known is not None
    hole = np.kron(known.mask[0, 0].cpu().numpy() == 0, np.ones((4, 4))) > 0
    assert result.matte[~hole].max() == 0
    again = matte(models.base, models.tokenizer, "a red apple", result.picture, known)
    assert np.array_equal(again, result.matte)
    assert seam_ratio(result.picture, hole) is not None


@pytest.mark.parametrize(("mode", "prompt"), [(Mode.INPAINT, ""), (Mode.TEXT_TO_IMAGE, "a cat")])
def test_without_a_prompt_or_a_mask_there_is_no_matte(mode: Mode, prompt: str) -> None:
    document = MASKED if mode is Mode.INPAINT else Document.blank(Extent(256, 256))
    request = request_of(document, mode, prompt=prompt, base=Sampling("ddim", "2"), upsample=None)
    (result,) = results(request, starter())
    assert result.matte is None


def test_the_solid_part_is_one_connected_region_without_holes() -> None:
    difference = np.zeros((64, 64), np.float32)
    difference[20:44, 20:44] = 1
    difference[30:33, 30:33] = 0  # a highlight
    difference[50:54, 50:54] = 0.9  # a crumb
    hole = np.zeros((64, 64), bool)
    hole[10:60, 10:60] = True
    solid = solid_part(difference, hole)
    assert solid[22:42, 22:42].all()
    assert not solid[48:].any()
    assert not solid_part(np.zeros((64, 64), np.float32), hole).any()
    assert not (solid & ~hole).any()


def test_the_threshold_separates_two_clusters() -> None:
    rng = np.random.default_rng(0)
    heaps = np.concatenate([rng.normal(0.1, 0.03, 900), rng.normal(0.8, 0.05, 100)])
    threshold = otsu(heaps.astype(np.float32))
    assert heaps[:900].max() < threshold + 0.01
    assert threshold < heaps[900:].min()
