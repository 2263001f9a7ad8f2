import numpy as np

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask import Mask
from glide_studio.core.raster import Raster


def test_bounds_hold_the_pixels_that_are_repainted() -> None:
    values = np.zeros((300, 400), np.uint8)
    values[20:290, 30:390] = 127
    values[40:280, 50:370] = 128
    assert Mask.from_array(values).bounds() == Rect(50, 40, 320, 240)


def test_a_faint_mask_repaints_nothing() -> None:
    faint = Mask.from_array(np.full((9, 9), 127, np.uint8))
    assert faint.is_empty
    assert Mask.empty(Extent(9, 9)).is_empty
    assert not faint.inverted().is_empty


def test_read_and_write_take_flat_arrays_cut_off_at_the_extent() -> None:
    mask = Mask.empty(Extent(4, 3)).write(Rect(-1, -1, 3, 2), np.full((2, 3), 255, np.uint8))
    assert mask.bounds() == Rect(0, 0, 2, 1)
    assert mask.read(Rect(1, 0, 2, 2)).tolist() == [[255, 0], [0, 0]]


def test_what_is_mostly_transparent_is_repainted() -> None:
    rgba = np.full((1, 4, 4), 200, np.uint8)
    rgba[0, :, 3] = (0, 127, 128, 255)
    mask = Mask.from_alpha(Raster.from_array(rgba))
    assert mask.read(Rect(0, 0, 4, 1)).tolist() == [[255, 255, 0, 0]]


def test_inverting_twice_gives_the_mask_back() -> None:
    values = np.random.default_rng(0).integers(0, 256, (30, 40), np.uint8)
    mask = Mask.from_array(values)
    assert np.array_equal(mask.inverted().read(Rect(0, 0, 40, 30)), 255 - values)
    assert np.array_equal(mask.inverted().inverted().read(Rect(0, 0, 40, 30)), values)
