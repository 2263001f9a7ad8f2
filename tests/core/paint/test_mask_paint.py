"""What gradients, fills and adjustments make of layer masks."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from glide_studio.core.adjust.adjustment import adjusted
from glide_studio.core.adjust.tone import Invert
from glide_studio.core.document.layer_edits import shifted
from glide_studio.core.document.layer_masks import content_of, mask_pixels
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint.gradient import Gradient, GradientShape
from glide_studio.core.paint.mask_paint import changed_painted, picture_of
from glide_studio.core.paint.paint import plain
from glide_studio.core.raster.colour import BLACK, WHITE, Colour
from glide_studio.core.raster.raster import Pixels, Raster

WIDTH, HEIGHT = 300, 260
PAGE = Rect(0, 0, WIDTH, HEIGHT)
EVERYTHING = Selection(Mask.from_array(np.zeros((HEIGHT, WIDTH), np.uint8)))
RAMP = np.tile(np.arange(WIDTH, dtype=np.uint16) * 255 // (WIDTH - 1), (HEIGHT, 1)).astype(np.uint8)


def masked(hidden: Pixels | None = None) -> Layer:
    """A red layer whose mask hides so much."""
    layer = Layer("red", plain(EVERYTHING.mask.extent, Colour(200, 0, 0)))
    mask = Layer.empty("", layer.raster.extent)
    if hidden is not None:
        mask = mask.with_pixels(Raster.from_array(mask_pixels(hidden)))
    return replace(layer, mask=mask)


def hidden_of(layer: Layer) -> Pixels:
    assert layer.mask is not None
    return layer.mask.read(PAGE)[..., 3]


def painted(layer: Layer, change: Callable[[Raster], Raster], **how: object) -> Layer:
    selection = how.pop("selection", EVERYTHING)
    return changed_painted(selection, layer, change, on_mask=True, **how)  # type: ignore[arg-type]


def test_a_gradient_from_black_to_white_fades_the_layer_in() -> None:
    gradient = Gradient(GradientShape.LINEAR, (0.5, 0), (WIDTH - 0.5, 0), BLACK, WHITE)
    layer = masked()
    faded = painted(layer, partial(gradient.drawn_on, bounds=PAGE))
    wanted = 255 - np.rint(np.linspace(0, 255, WIDTH))
    assert np.abs(hidden_of(faded).astype(int) - wanted).max() <= 1
    assert faded.raster is layer.raster
    assert np.abs(faded.seen(PAGE)[..., 3].astype(int) - (255 - wanted)).max() <= 1


def test_a_gradient_to_transparent_keeps_the_mask_where_it_ends() -> None:
    gradient = Gradient(GradientShape.LINEAR, (50, 0), (100, 0), BLACK, WHITE, fades=True)
    faded = hidden_of(painted(masked(RAMP), partial(gradient.drawn_on, bounds=PAGE)))
    assert (faded[:, :50] == 255).all()
    assert np.array_equal(faded[:, 100:], RAMP[:, 100:])


@pytest.mark.parametrize("value", [0, 128, 255])
def test_what_is_selected_is_inverted_as_far_as_it_is(value: int) -> None:
    weights = np.zeros((HEIGHT, WIDTH), np.uint8)
    weights[:, 100:] = value
    weights[:, 200:] = 255  # or nothing would be selected
    selection = Selection(Mask.from_array(weights))
    after = hidden_of(
        painted(masked(RAMP), partial(adjusted, adjustment=Invert()), selection=selection)
    )
    old = RAMP.astype(float)
    wanted = old + weights / 255 * (255 - 2 * old)
    assert np.abs(after - wanted).max() <= 1
    assert np.array_equal(after[:, :100], RAMP[:, :100])


def test_colours_count_by_their_luma_and_what_is_transparent_hides() -> None:
    green = hidden_of(painted(masked(RAMP), lambda raster: plain(raster.extent, Colour(0, 255, 0))))
    assert (green == 255 - 150).all()  # 0.587 * 255
    assert (hidden_of(painted(masked(), lambda raster: Raster.empty(raster.extent))) == 255).all()


def test_nothing_changes_where_the_picture_does_not() -> None:
    layer = masked(RAMP)
    assert painted(layer, lambda raster: raster) is layer
    assert not masked().mask.raster.tiles  # type: ignore[union-attr]
    white = painted(layer, lambda raster: plain(raster.extent, WHITE))
    assert white.mask is not None
    assert not white.mask.raster.tiles


def test_the_mask_of_what_lies_past_the_edges_changes_too() -> None:
    layer = shifted(masked(RAMP), 100, 0, None)  # its right part leaves the page
    invert = partial(adjusted, adjustment=Invert())
    back = shifted(painted(layer, invert, content=content_of([layer])), -100, 0, None)
    assert np.array_equal(hidden_of(back), 255 - RAMP)
    on_page = shifted(painted(layer, invert), -100, 0, None)
    assert np.array_equal(hidden_of(on_page)[:, 200:], RAMP[:, 200:])


def test_a_mask_is_seen_as_a_grey_picture() -> None:
    picture = picture_of(masked(RAMP), on_mask=True).to_array()
    assert np.array_equal(picture[..., 0], 255 - RAMP)
    assert np.array_equal(picture[..., 2], 255 - RAMP)
    assert (picture[..., 3] == 255).all()
