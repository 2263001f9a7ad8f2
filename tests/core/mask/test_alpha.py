import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Extent
from glide_studio.core.mask.alpha import kept_part, opaque_part
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.raster import Raster

PAGE = Extent(300, 280)


def noise(seed: int, channels: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (280, 300, channels), np.uint8)


def sparse(seed: int) -> Raster:
    pixels = noise(seed, 4)
    pixels[:, 100:] = 0
    pixels[50:90, 50:60, 3] = 255
    return Raster.from_array(pixels)


@given(st.integers(0, 50))
def test_a_mask_is_a_layers_alpha(seed: int) -> None:
    raster = sparse(seed)
    assert np.array_equal(opaque_part(raster).read(PAGE.bounds), raster.to_array()[..., 3])


@given(st.integers(0, 50))
def test_keeping_the_opaque_part_changes_no_visible_byte(seed: int) -> None:
    raster = sparse(seed)
    kept = kept_part(raster, opaque_part(raster))
    seen = raster.to_array()[..., 3] > 0
    assert np.array_equal(kept.to_array()[seen], raster.to_array()[seen])
    assert kept_part(raster, Mask.full(PAGE)).tiles == raster.tiles


@given(st.integers(0, 50), st.integers(0, 50))
def test_alpha_becomes_the_lesser_of_both_and_colours_stay(seed: int, other: int) -> None:
    raster, mask = sparse(seed), Mask.from_array(noise(other, 1)[..., 0])
    before, after = raster.to_array(), kept_part(raster, mask).to_array()
    assert np.array_equal(after[..., 3], np.minimum(before[..., 3], mask.read(PAGE.bounds)))
    seen = after[..., 3] > 0
    assert np.array_equal(after[seen][:, :3], before[seen][:, :3])
    assert not after[~seen].any()


def test_an_empty_mask_keeps_no_pixel() -> None:
    assert not kept_part(sparse(0), Mask.empty(PAGE)).tiles


def test_a_mask_of_another_extent_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        kept_part(sparse(0), Mask.empty(Extent(3, 3)))
