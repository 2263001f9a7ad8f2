"""The shipped weights, and the pictures that they draw."""

from functools import cache

import numpy as np
import pytest
import torch
from torch import Tensor

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.modes.modes import Mode
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.settings import SAMPLERS, Sampling
from glide_studio.engine import Models, load_models
from glide_studio.engine.clip import NoisedClip
from glide_studio.engine.inputs import known_regions, to_signal
from glide_studio.engine.models import load_noised_clip
from tests.core.samples import box_mask
from tests.engine.small_networks import clip_captions
from tests.engine.test_pipeline import results
from tests.fakes import STARTER, request_of, text_request


@cache
def starter() -> Models:
    return load_models("starter", "cpu")


def drafts(prompt: str) -> np.ndarray:
    """(4, 64, 64, 3) pictures of the base."""
    request = text_request(prompt, seed=1, count=4, base=Sampling("ddim", "12"), upsample=None)
    return np.stack([result.picture for result in results(request, starter())]).astype(int)


def similarity(clip: NoisedClip, pictures: list[Pixels], prompts: list[str]) -> Tensor:
    """Of each picture (64, 64, 3), without noise, to each prompt: (pictures, prompts)."""
    with torch.no_grad():
        image = clip.image(to_signal(pictures), torch.zeros(len(pictures), dtype=torch.long))
        return image @ clip.text(*clip_captions(prompts, clip.spec.text_ctx)).T


@pytest.mark.parametrize(("prompt", "channel"), [("a red apple", 0), ("a blue car", 2)])
def test_the_object_has_the_colour_of_the_prompt(prompt: str, channel: int) -> None:
    pictures = drafts(prompt)
    others = np.delete(pictures, channel, axis=3).max(axis=3)
    share = (pictures[..., channel] > others + 50).mean(axis=(1, 2))
    assert np.median(share) > 0.1


def test_the_background_is_that_of_the_prompt() -> None:
    black = drafts("a yellow star on a black background")
    plain = drafts("a red apple")
    assert np.median(black[:, :8, :].mean(axis=(1, 2, 3))) < 70
    assert np.median(plain[:, 48:, [0, 63]].mean(axis=(1, 2, 3))) > 150


def test_each_network_also_inpaints_and_the_files_are_small() -> None:
    models = starter()
    kinds = [network.spec.kind for network in (models.base, models.upsample)]
    assert kinds == ["base-inpaint", "upsample-inpaint"]
    assert models.base.spec.prediction == models.upsample.spec.prediction == "v"
    assert STARTER.size < 60e6


@pytest.mark.parametrize("side", [8, 13, 20, 43, 100, 400])
def test_a_mask_of_any_size_is_the_same_on_the_grids_of_the_networks(side: int) -> None:
    picture = Document.from_picture(np.full((1000, 1000, 4), 255, np.uint8))
    mask = box_mask(picture.extent, Rect(500, 300, side, side))
    known = known_regions(starter(), request_of(picture.with_mask(mask), Mode.INPAINT))
    for region, size in ((known.low, 64), (known.high, 256)):
        assert region is not None
        hole = np.argwhere(region.mask[0, 0].numpy() == 0)
        # The mask with its blend band, 0.733 of the side, and the cells that it touches.
        assert np.ptp(hole, axis=0) + 1 == pytest.approx(0.75 * size, abs=size / 32)


def test_the_card_says_what_the_networks_can_do() -> None:
    models, capabilities = starter(), STARTER.capabilities
    assert capabilities.base_size == models.base.spec.image_size
    assert capabilities.picture_size == models.upsample.spec.image_size
    assert capabilities.context_length == models.base.spec.text_ctx
    assert capabilities.has_clip == (models.noised_clip() is not None)
    assert set(capabilities.samplers) == set(SAMPLERS)
    assert set(capabilities.sources) == {"nothing", "inpaint", "sketch", "upscale"}


def test_the_noised_clip_knows_which_caption_a_picture_was_drawn_for() -> None:
    clip = load_noised_clip(STARTER)
    assert clip is not None
    prompts = ["a red heart on the sand", "a blue car at night", "a green hat in the snow"]
    drawn = [drafts(prompt)[0].astype(np.uint8) for prompt in prompts]
    assert similarity(clip, drawn, prompts).argmax(1).tolist() == [0, 1, 2]
