"""Upscaling in tiles."""

from itertools import pairwise, product
from typing import Any
from unittest.mock import Mock

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import GenerationRequest, Preview
from glide_studio.core.request.settings import Sampling, Settings
from glide_studio.core.request.source import Upscale
from glide_studio.engine import Models, ModelSpec, generate
from glide_studio.engine.denoiser import Denoiser, conditioned, encode_prompts
from glide_studio.engine.inputs import to_pictures, to_signal
from glide_studio.engine.samplers import ddim
from glide_studio.engine.schedule import NoiseSchedule, beta_schedule, timesteps_of
from glide_studio.engine.tiles import TiledUpsampling
from tests.engine.test_pipeline import QUICK, changed, models, results
from tests.engine.test_starter import starter


def upscaling(picture: Pixels, sampler: str = "ddim", steps: str = "2") -> GenerationRequest:
    height, width = picture.shape[:2]
    settings = Settings("", "tiny", seed=3, upsample=Sampling(sampler, steps))
    return GenerationRequest(settings, Upscale(picture), Rect(0, 0, width, height))


def slope(height: int, width: int) -> Pixels:
    rows, columns = np.mgrid[:height, :width]
    return np.dstack([rows, columns, 120 + 0 * rows]).astype(np.uint8)


def upscaled(request: GenerationRequest, networks: Models | None = None) -> Pixels:
    (result,) = results(request, networks)
    return result.picture


class PixelNetwork:
    """Depends on each pixel alone, so that the position of tiles does not matter."""

    spec = ModelSpec("upsample")

    def __init__(self) -> None:
        self.batches: list[tuple[int, ...]] = []

    def __call__(self, x_t: Tensor, timesteps: Tensor, low_res: Tensor, **_: Any) -> Tensor:
        self.batches.append(tuple(x_t.shape))
        enlarged = F.interpolate(low_res, scale_factor=4, mode="nearest")
        return torch.cat([x_t + enlarged, 0.5 * x_t], dim=1)


@pytest.mark.parametrize(
    ("height", "width", "tiles"),
    [(64, 64, 1), (65, 150, 6), (20, 112, 2), (113, 64, 3), (200, 64, 4), (64, 200, 4)],
)
def test_tiles_predict_what_the_network_predicts_on_the_whole(
    height: int, width: int, tiles: int
) -> None:
    low_res = torch.randn(1, 3, height, width, generator=torch.Generator().manual_seed(0))
    network = PixelNetwork()
    tiled = TiledUpsampling(network, None, low_res, 64)  # type: ignore[arg-type]
    generator = torch.Generator().manual_seed(1)
    x_t = [torch.randn(1, 3, *size, generator=generator) for size in tiled.bands]
    assert len(tiled) == tiles
    for timestep in (500, 400):  # the tiles of each are independent
        predictions = []
        for band, (rows, columns) in enumerate(tiled.bands):
            assert list(tiled.prepare(band, x_t[: band + tiled.reach], timestep))
            with pytest.raises(ValueError, match="No tiles of timestep 300"):
                tiled(x_t[band], 300)
            predictions.append(tiled(x_t[band], timestep))
            assert predictions[-1].shape == (1, 6, rows, columns)
            with pytest.raises(ValueError, match="No tiles"):
                tiled(x_t[band], timestep)
        prediction, seen = (tiled.cropped(torch.cat(bands, dim=2)) for bands in (predictions, x_t))
        assert prediction.shape == (1, 6, 4 * height, 4 * width)
        enlarged = F.interpolate(low_res, scale_factor=4, mode="nearest")
        whole = torch.cat([seen + enlarged, 0.5 * seen], dim=1)
        torch.testing.assert_close(prediction, whole, atol=1e-5, rtol=1e-5)
    assert network.batches == [(1, 3, 256, 256)] * 2 * tiles


RISE = torch.sin(((torch.arange(128) + 0.5) / 64).clamp(max=1) * torch.pi / 2) ** 2
RAMP = torch.cat([RISE, RISE.flip(0)])
"""The weight of a tile, line by line."""


@torch.no_grad()
def upscaled_whole(picture: Pixels, starts: dict[int, list[int]], steps: str) -> Pixels:
    """By DDIM on all of x_t at once; `starts` are those of the tiles, by the side of a picture."""
    model = models().upsample
    low_res = to_signal([picture])
    height, width = low_res.shape[-2:]
    text = encode_prompts(models().tokenizer, model, [""])

    def blended(x_t: Tensor, timestep: int) -> Tensor:
        total, weight = torch.zeros(1, 6, 4 * height, 4 * width), torch.zeros(4 * height, 4 * width)
        for top, left in product(starts[height], starts[width]):
            seen = low_res[..., top : top + 64, left : left + 64]
            place = np.s_[..., 4 * top : 4 * top + 256, 4 * left : 4 * left + 256]
            predicted = conditioned(model, text, low_res=seen)(x_t[place].contiguous(), timestep)
            total[place] += torch.outer(RAMP, RAMP) * predicted
            weight[place] += torch.outer(RAMP, RAMP)
        return total / weight

    betas = beta_schedule("linear", 1000)
    schedule = NoiseSchedule(betas, timesteps_of(betas, steps))
    generator = torch.Generator().manual_seed(2 * 3 + 1)
    edges = [4 * start for start in starts[height]] + [4 * height]
    bands = [
        torch.randn(1, 3, below - top, 4 * width, generator=generator)
        for top, below in pairwise(edges)
    ]
    noise = torch.cat(bands, dim=2)
    denoiser = Denoiser(blended, schedule, model.spec.prediction)
    *_, last = ddim(denoiser, 0.997 * noise, lambda: noise)
    (result,) = to_pictures(last.x_t)
    return result


def test_denoising_in_bands_equals_denoising_the_whole() -> None:
    """A row of tiles sees only x_t of its own step, even where three rows overlap."""
    picture = np.random.default_rng(7).integers(0, 256, (113, 64, 3), np.uint8)
    whole = upscaled_whole(picture, {113: [0, 24, 49], 64: [0]}, "2")
    banded = upscaled(upscaling(picture, steps="2"))
    assert banded.std() > 10
    assert np.abs(banded.astype(int) - whole).max() <= 1


def test_a_picture_of_one_tile_is_upsampled_as_usual() -> None:
    (drawn,), (whole,) = results(changed(QUICK, upsample=None)), results(QUICK)
    tiled = changed(upscaling(drawn.picture), prompt=QUICK.settings.prompt)
    assert np.array_equal(upscaled(tiled), whole.picture)


@pytest.mark.parametrize("sampler", ["ddpm", "unipc"])
def test_other_samplers_upscale_reproducibly(sampler: str) -> None:
    request = upscaling(slope(40, 70), sampler)
    first, again = upscaled(request), upscaled(request)
    assert first.shape == (160, 280, 3)
    assert np.array_equal(first, again)


def test_a_run_yields_a_preview_after_each_tile_and_can_be_stopped_there() -> None:
    run = generate(models(), upscaling(slope(150, 40)))
    previews = [event for event in run if isinstance(event, Preview)]
    assert [(e.phase, e.step, e.total) for e in previews] == [
        ("upsample", step, 6) for step in range(1, 7)
    ]
    assert np.array_equal(previews[0].picture, slope(150, 40).repeat(2, axis=0).repeat(2, axis=1))
    assert len({e.picture.tobytes() for e in previews}) == 6  # a band of rows changes each time
    large = upscaling(slope(64, 600), steps="1")
    first = next(iter(generate(models(), large)))
    assert isinstance(first, Preview)
    assert first.picture.shape == (55, 512, 3)
    hook = Mock(return_value=None)
    handle = models().upsample.register_forward_hook(hook)
    run = generate(models(), upscaling(slope(150, 40)))
    next(run)
    next(run)
    run.close()
    handle.remove()
    assert hook.call_count == 2


def test_the_starters_tiles_meet_without_a_visible_seam() -> None:
    """2 x 2 tiles, which end at pixels 128 and 256: no more change there than elsewhere."""
    rng = np.random.default_rng(0)
    picture = slope(96, 96).astype(float) + rng.normal(0, 6, (96, 96, 3))
    request = upscaling(np.clip(picture, 0, 255).astype(np.uint8), steps="3")
    assert seam_ratio(upscaled(request, starter())) < 1.1


def seam_ratio(picture: Pixels) -> float:
    """Gradient energy across the tiles' ends over that of the interior, at the same place between
    two pixels of the low-res picture."""
    grey = picture.astype(float).mean(axis=2)
    energies = [np.square(np.diff(grey, axis=axis)).mean(axis=1 - axis) for axis in (0, 1)]
    at_ends = [energy[end - 1] for energy in energies for end in (128, 256)]
    inside = [np.delete(energy[3::4], [31, 63]).mean() for energy in energies]
    return float(np.mean(at_ends) / np.mean(inside))
