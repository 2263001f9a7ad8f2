"""How much of the model's view a mask covers, against the mask itself."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.mask_share import TOO_SMALL, mask_share
from glide_studio.core.modes.region import crop_mask, edit_region


def painted(extent: Extent, *boxes: Rect) -> Mask:
    mask = Mask.empty(extent)
    for box in boxes:
        mask = mask.write(box, np.full((box.height, box.width), 255, np.uint8))
    return mask


@given(st.integers(0, 500), st.integers(0, 300), st.integers(8, 200), st.integers(8, 200))
def test_a_box_covers_what_it_covers(x: int, y: int, width: int, height: int) -> None:
    mask = painted(Extent(700, 500), Rect(x, y, width, height))
    exact = float((crop_mask(mask, edit_region(mask)) >= 128).mean())
    assert mask_share(mask) == pytest.approx(exact, abs=0.03)


def test_thin_and_tiny_masks_are_too_small_and_ordinary_ones_are_not() -> None:
    extent = Extent(1000, 800)
    assert mask_share(Mask.empty(extent)) == 0
    assert mask_share(painted(extent, Rect(300, 300, 10, 10))) < TOO_SMALL
    assert mask_share(painted(extent, Rect(100, 300, 700, 12))) < TOO_SMALL
    assert mask_share(painted(extent, Rect(300, 300, 40, 40))) > TOO_SMALL
    assert mask_share(painted(extent, extent.bounds)) == pytest.approx(0.8, abs=0.03)
