"""Blur, sharpening and noise against a convolution that is written out, and statistics."""

import math
from functools import partial

import numpy as np
import pytest
from PIL import Image, ImageFilter

from glide_studio.core.adjust.adjustment import adjusted
from glide_studio.core.adjust.filters import GaussianBlur, Noise, Sharpen
from glide_studio.core.adjust.histogram import histogram
from glide_studio.core.adjust.tone import Levels, Range
from glide_studio.core.document.beyond import Beyond
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.selected import changed
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.raster.raster import Pixels, Raster
from tests.core.adjust.test_tone import applied


def convolved(plane: np.ndarray, sigma: float) -> np.ndarray:
    """A Gaussian convolution, the outermost values repeated past the edges."""
    far = math.ceil(5 * sigma)
    weights = np.exp(-(np.arange(-far, far + 1) ** 2) / (2 * sigma**2))
    weights /= weights.sum()
    for _ in range(2):
        padded = np.pad(plane, ((far, far), (0, 0)), "edge")
        rows = len(plane)
        plane = sum(w * padded[i : i + rows] for i, w in enumerate(weights.tolist())).T
    return plane


@pytest.fixture(scope="module")
def pixels() -> Pixels:
    """Edges, noise and transparency across the border of two tiles; one page edge is rough."""
    made = np.zeros((180, 300, 4), np.uint8)
    made[:, 140:] = (255, 200, 10, 255)
    made[60:120, :, :3] = np.random.default_rng(2).integers(0, 256, (60, 300, 3))
    made[..., 3] = 255
    made[30:80, 200:280, 3] = np.linspace(0, 255, 80)
    return made


@pytest.mark.parametrize("radius", [0.6, 2.0, 4.9, 5.3, 11.0])
def test_a_blur_is_a_convolution_weighted_by_alpha(pixels: Pixels, radius: float) -> None:
    """Whether it is computed in full size or on a reduced picture, to within a hundredth."""
    found = applied(GaussianBlur(radius), pixels).astype(float)
    alpha = pixels[..., 3].astype(float)
    wanted_alpha = convolved(alpha, radius)
    assert np.abs(found[..., 3] - wanted_alpha).max() < 2
    for channel in range(3):
        shares = convolved(pixels[..., channel] * alpha, radius) / 255
        assert np.abs(found[..., channel] * wanted_alpha / 255 - shares).max() < 2.5


def test_the_largest_blurs_are_those_of_pillow() -> None:
    """Pillow approximates the Gaussian by boxes."""
    picture = Image.linear_gradient("L").resize((400, 300)).rotate(30)
    pixels = np.array(Image.merge("RGBA", (*[picture] * 3, Image.new("L", picture.size, 255))))
    found = applied(GaussianBlur(40), pixels)[..., 0].astype(float)
    inner = np.s_[60:-60, 60:-60]
    wanted = np.array(picture.filter(ImageFilter.GaussianBlur(40)), float)
    assert np.abs(found[inner] - wanted[inner]).max() < 4


def test_colours_do_not_bleed_out_of_transparent_pixels() -> None:
    pixels = np.zeros((60, 60, 4), np.uint8)
    pixels[:, :30] = (0, 255, 0, 0)  # green that is not seen
    pixels[:, 30:] = (200, 0, 0, 255)
    found = applied(GaussianBlur(4), pixels)
    assert set(map(tuple, found[found[..., 3] > 0][:, :3].tolist())) == {(200, 0, 0)}
    assert 0 < found[30, 28, 3] < 128


def test_a_blur_reaches_into_tiles_that_were_empty() -> None:
    pixels = np.zeros((256, 768, 4), np.uint8)
    pixels[:, 250:256] = 255
    found = adjusted(Raster.from_array(pixels), GaussianBlur(3))
    assert set(found.tiles) == {(0, 0), (1, 0)}


@pytest.mark.parametrize("threshold", [0, 20])
def test_sharpening_adds_the_difference_to_what_is_blurred(pixels: Pixels, threshold: int) -> None:
    opaque = pixels.copy()
    opaque[..., 3] = 255
    found = applied(Sharpen(2.0, 150, threshold), opaque)
    plane = opaque[..., 0].astype(float)
    difference = plane - convolved(plane, 2.0)
    is_sure = np.abs(np.abs(difference) - threshold) > 0.2
    difference[np.abs(difference) < threshold] = 0
    wanted = np.clip(plane + 1.5 * difference, 0, 255)
    assert np.abs(found[..., 0][is_sure] - wanted[is_sure]).max() < 1
    assert (found[..., 3] == 255).all()


def test_noise_has_the_deviation_that_is_asked_for() -> None:
    pixels = np.full((500, 500, 4), (128, 128, 128, 77), np.uint8)
    found = applied(Noise(5, seed=3), pixels).astype(float)
    noise = found[..., :3] - 128
    assert noise.mean() == pytest.approx(0, abs=0.1)
    assert noise.std() == pytest.approx(0.05 * 255, rel=0.02)
    assert np.corrcoef(noise.reshape(-1, 3).T)[0, 1] == pytest.approx(0, abs=0.02)
    assert (found[..., 3] == 77).all()
    assert (found == applied(Noise(5, seed=3), pixels)).all()
    assert not (found == applied(Noise(5, seed=4), pixels)).all()
    grey = applied(Noise(5, monochrome=True), pixels)
    assert (grey[..., 0] == grey[..., 1]).all()


def test_a_histogram_counts_what_is_selected_and_seen(pixels: Pixels) -> None:
    raster = Raster.from_array(pixels)
    seen = pixels[..., 3] > 0
    for values in (None, np.arange(300).clip(0, 255).astype(np.uint8)[np.newaxis].repeat(180, 0)):
        mask = Mask.empty(raster.extent) if values is None else Mask.from_array(values)
        counted = seen if values is None else seen & (values > 0)
        found = histogram(raster, Selection(mask))
        for channel in range(3):
            wanted = np.bincount(pixels[counted][:, channel], minlength=256)
            assert (found[channel] == wanted).all()


def test_what_lies_past_the_page_is_adjusted_too_unless_a_part_is_selected() -> None:
    page = Extent(40, 30)
    raster = Raster.from_array(np.full((30, 40, 4), (100, 0, 0, 255), np.uint8))
    past = np.zeros((30, 60, 4), np.uint8)
    past[:, 40:] = (200, 0, 0, 255)
    layer = Layer("wide", raster, beyond=Beyond(0, 0, Raster.from_array(past)))

    darker = partial(adjusted, adjustment=Levels(rgb=Range(high=128)))
    for mask, wanted in ((Mask.empty(page), [50, 100]), (Mask.full(page), [50, 200])):
        found = changed(Selection(mask), layer, darker, past_edges=True)
        assert found.read(Rect(0, 0, 60, 30))[5, [5, 50], 0].tolist() == wanted
    same = partial(adjusted, adjustment=Levels())
    assert changed(Selection(Mask.empty(page)), layer, same, past_edges=True) is layer
