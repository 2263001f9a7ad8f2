import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.blend_band import BLOCK, blend_alpha, network_mask, smoothstep_alpha
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode
from glide_studio.core.modes.region import feather_width
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import GenerationRequest, Result
from glide_studio.core.request.source import Nothing, mask_of
from tests.core.samples import box_mask, edited, noise, opaque
from tests.fakes import request_of, settings, text_request

MAGENTA = np.full((256, 256, 3), (255, 0, 255), np.uint8)


def squares_at_borders(extent: Extent) -> list[Rect]:
    """A square at every corner, in the middle of every side, in the centre; and everything."""
    side = max(1, min(extent.width, extent.height) // 3)
    right, bottom = extent.width - side, extent.height - side
    places = [(x, y) for x in (0, right // 2, right) for y in (0, bottom // 2, bottom)]
    return [*(Rect(x, y, side, side) for x, y in places), extent.bounds]


def picture(kind: str, extent: Extent) -> Pixels:
    rgba = noise(extent.height, extent.width, 4)
    if kind == "transparent":
        rgba[::2, ::2, 3] = 0
        return rgba
    return opaque(rgba[..., [0, 0, 0] if kind == "greyscale" else [0, 1, 2]])


@pytest.mark.parametrize("kind", ["colour", "transparent", "greyscale"])
@pytest.mark.parametrize("size", [(301, 173), (17, 400), (400, 17), (64, 64), (30, 41), (1, 1)])
def test_outside_the_mask_and_its_blend_band_no_byte_changes(
    kind: str, size: tuple[int, int]
) -> None:
    extent = Extent(*size)
    rgba = picture(kind, extent)
    opened = Document.from_picture(rgba)
    for painted in squares_at_borders(extent):
        document = edited(opened.with_mask(box_mask(extent, painted)), Mode.INPAINT, MAGENTA)
        shown = document.composite()
        assert (shown[painted.slices_in(extent.bounds)] == (255, 0, 255, 255)).all()
        (edit,) = document.edits
        band = painted.padded(feather_width(edit.request.bounds)).intersected(extent.bounds)
        shown[band.slices_in(extent.bounds)] = rgba[band.slices_in(extent.bounds)]
        assert np.array_equal(shown, rgba)


def test_a_soft_mask_of_any_shape_changes_nothing_outside_its_band() -> None:
    extent = Extent(301, 173)
    rgba = picture("transparent", extent)
    y, x = np.mgrid[:173, :301]
    mask = np.clip(255 - 3 * np.abs(np.hypot(x - 150, y - 90) - 40), 0, 255).astype(np.uint8)
    opened = Document.from_picture(rgba).with_mask(Mask.from_array(mask))
    document = edited(opened, Mode.INPAINT, MAGENTA)
    shown, (edit,) = document.composite(), document.edits
    outside = network_mask(mask, feather_width(edit.request.bounds)) == 0
    assert np.array_equal(shown[outside], rgba[outside])
    assert (shown[mask >= 128] == (255, 0, 255, 255)).all()


small_masks = st.builds(
    lambda seed, share: np.where(
        np.random.default_rng(seed).random((23, 31)) < share, 255, 99
    ).astype(np.uint8),
    st.integers(0, 99),
    st.floats(0, 0.05),
)


@given(small_masks, st.integers(0, 9))
def test_opacity_falls_to_exactly_0_at_the_end_of_the_band(mask: Pixels, feather: int) -> None:
    alpha, network = blend_alpha(mask, feather), network_mask(mask, feather)
    rows, columns = np.nonzero(mask >= 128)
    y, x = np.mgrid[:23, :31]
    distance = np.full(mask.shape, np.inf)
    for row, column in zip(rows, columns, strict=True):
        distance = np.minimum(distance, np.hypot(y - row, x - column))
    assert (alpha[distance == 0] == 255).all()
    assert (alpha[distance >= max(feather, 1)] == 0).all()
    assert (alpha[(distance > 0) & (distance <= feather / 2)] >= 127).all()
    assert np.array_equal(network == 255, distance <= feather)
    assert np.array_equal(network == 0, distance > feather)


def test_the_band_is_smooth() -> None:
    mask = np.zeros((1, 64), np.uint8)
    mask[0, 0] = 255
    fall = blend_alpha(mask, 32)[0].astype(int)
    assert fall[0] == 255
    assert fall[32:].max() == 0
    assert (np.diff(fall) <= 0).all()
    assert np.diff(fall).min() > -14


def test_an_edit_becomes_a_layer_with_its_edit_and_clears_the_mask() -> None:
    extent = Extent(300, 300)
    opened = Document.from_picture(picture("colour", extent))
    document = opened.with_mask(box_mask(extent, Rect(100, 100, 50, 50)))
    result = Result(request_of(document, Mode.INPAINT, prompt="a boat"), MAGENTA)
    accepted = accept(document, result)
    assert [layer.name for layer in accepted.layers] == ["Background", "a boat"]
    assert accepted.layers[0] is document.layers[0]
    assert accepted.mask.is_empty
    layer = accepted.layers[-1]
    assert accepted.active_id == layer.id
    assert layer.edit is not None
    assert layer.edit.request is result.request
    assert layer.edit.patch is result.picture
    assert layer.edit.mask is mask_of(result.request.source)


def test_a_second_edit_with_the_same_prompt_has_its_own_name() -> None:
    document = Document.blank(Extent(256, 256))
    for _ in range(3):
        document = accept(document, Result(text_request("a boat"), MAGENTA))
    assert [layer.name for layer in document.layers] == ["a boat", "a boat 2", "a boat 3"]


@pytest.mark.parametrize("side", [64, 256, 300])
def test_a_blank_document_takes_the_size_of_the_result(side: int) -> None:
    document = accept(
        Document.blank(Extent(256, 256)), Result(text_request("a boat", side), MAGENTA)
    )
    assert document.extent == document.mask.extent == Extent(side, side)
    assert (document.composite() == (255, 0, 255, 255)).all()


def test_a_result_lands_at_its_bounds_on_another_document() -> None:
    document = Document.from_picture(picture("colour", Extent(100, 90)))
    request = GenerationRequest(settings("a boat"), Nothing(), Rect(80, 70, 64, 64))
    shown = accept(document, Result(request, MAGENTA)).composite()
    assert (shown[70:, 80:] == (255, 0, 255, 255)).all()
    assert np.array_equal(shown[:70], document.composite()[:70])


def test_an_edit_costs_its_bounds_not_the_document() -> None:
    opened = Document.from_picture(np.full((4096, 4096, 4), 255, np.uint8))
    document = opened.with_mask(box_mask(opened.extent, Rect(300, 300, 100, 100)))
    layer = edited(document, Mode.INPAINT, MAGENTA).layers[-1]
    assert set(layer.raster.tiles) == {(1, 1)}


@pytest.mark.parametrize("feather", [0, 5, 90, 2 * BLOCK])
def test_the_blend_band_of_a_large_mask_has_no_seams(feather: int) -> None:
    mask = np.zeros((BLOCK + 70, 2 * BLOCK + 90), np.uint8)
    mask[:, BLOCK - 100 :] = 255
    mask[BLOCK - 40 : BLOCK + 20, BLOCK - 10 : -60] = 0
    mask[7, 9] = 128
    distance = ndimage.distance_transform_edt(mask < 128)
    assert np.array_equal(
        blend_alpha(mask, feather), smoothstep_alpha(1 - distance / max(feather, 1))
    )
    assert np.array_equal(network_mask(mask, feather) > 0, distance <= feather)
