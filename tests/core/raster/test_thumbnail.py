import numpy as np
import pytest

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.raster import Raster
from glide_studio.core.raster.thumbnail import Thumbnail


@pytest.mark.parametrize("size", [(5, 3), (96, 96), (97, 20), (4000, 3000), (300, 9000)])
def test_a_thumbnail_fits_its_size_and_shows_the_colours(size: tuple[int, int]) -> None:
    width, height = size
    pixels = np.full((height, width, 4), (200, 100, 50, 255), np.uint8)
    pixels[: height // 2] = (10, 20, 30, 0)
    thumbnail = Thumbnail.of(Raster.from_array(pixels), 96)
    small = thumbnail.to_array()
    assert small.shape[:2] == (thumbnail.extent.height, thumbnail.extent.width)
    assert max(small.shape) <= 96
    assert not small[0, 0, 3]
    row = small.shape[0] * 7 // 8
    assert (small[row, : small.shape[1] - 1] == (200, 100, 50, 255)).all()


def test_only_changed_tiles_are_reduced_again() -> None:
    raster = Raster.from_array(np.full((1024, 1024, 4), 255, np.uint8))
    before = Thumbnail.of(raster, 96)
    dotted = raster.write(Rect(300, 300, 200, 200), np.zeros((200, 200, 4), np.uint8))
    after = Thumbnail.of(dotted, 96, before)
    fresh = [key for key, block in after.blocks.items() if block is not before.blocks[key]]
    assert fresh == [(1, 1)]
    assert np.array_equal(after.to_array(), Thumbnail.of(dotted, 96).to_array())
    assert Thumbnail.of(Raster.empty(Extent(9, 9)), 96, before).to_array().shape == (9, 9, 4)
