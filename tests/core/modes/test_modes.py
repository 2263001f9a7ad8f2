"""The modes that a document allows and suggests, and the requests they make."""

from dataclasses import replace

import numpy as np
import pytest

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.document import Document
from glide_studio.core.document.layer_edits import flattened, merged_down, with_empty_layer
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.reshape import cropped, scaled
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode, RequestMaker, modes_of, suggested_mode, variations
from glide_studio.core.modes.region import crop_picture, edit_region, feather_width
from glide_studio.core.paint.paint import PaintStroke, coloured, plain
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.raster.resample import Resampling, resized
from glide_studio.core.request.request import Result
from glide_studio.core.request.settings import RequestError
from glide_studio.core.request.source import Inpaint, Sketch, Upscale, mask_of
from tests.core.samples import box_mask, edited, opaque
from tests.fakes import CAPABILITIES, request_of, settings, text_request
from tests.fakes import picture as plain_picture

BLANK = Document.blank(Extent(256, 256))


def gradient(height: int, width: int) -> Pixels:
    rows, columns = np.mgrid[:height, :width]
    return np.dstack([rows, columns, (rows + columns) // 2]).astype(np.uint8)


def photograph(height: int = 160, width: int = 160) -> Document:
    return Document.from_picture(opaque(gradient(height, width)))


def masked(document: Document) -> Document:
    return document.with_mask(box_mask(document.extent, Rect(20, 20, 30, 30)))


def drawn_over(document: Document, *places: tuple[int, int], size: int = 40) -> Document:
    layer = Layer.empty("Colours", document.extent)
    brush = Brush(size, 1)
    stroke = PaintStroke(
        layer.raster, brush, coloured(brush, Colour(255, 0, 0)), document.selection
    )
    for place in places or ((20, 20), (140, 100), (30, 140)):
        stroke.extend(*place)
    return document.with_layer(layer.with_pixels(stroke.raster))


def erased(document: Document, x: int, y: int) -> Document:
    """`document` with one pixel of the topmost layer erased."""
    layer = document.layers[-1]
    raster = layer.raster.write(Rect(x, y, 1, 1), np.zeros((1, 1, 4), np.uint8))
    return document.with_changed(layer.with_pixels(raster))


def cut_out() -> Document:
    """An opened picture of a disc on a transparent background."""
    rows, columns = np.mgrid[:160, :160]
    inside = np.hypot(rows - 80, columns - 80) < 60
    return Document.from_picture(np.dstack([gradient(160, 160), 255 * inside]).astype(np.uint8))


def filled(document: Document) -> Document:
    """`document` with a new layer filled with colour on top."""
    layer = Layer.empty("Layer", document.extent)
    raster = plain(document.extent, Colour(0, 0, 200))
    return document.with_layer(layer.with_pixels(raster))


def hidden(document: Document) -> Document:
    """`document` with the topmost layer hidden."""
    return document.with_changed(replace(document.layers[-1], visible=False))


def generated() -> Document:
    return accept(BLANK, Result(text_request("a cat"), gradient(256, 256)))


def inpainted(document: Document) -> Document:
    return edited(document, Mode.INPAINT, np.full((256, 256, 3), 77, np.uint8))


def extended(document: Document) -> Document:
    return cropped(document, document.extent.bounds.padded(40))


@pytest.mark.parametrize(
    ("document", "suggested"),
    [
        (BLANK, Mode.TEXT_TO_IMAGE),
        (generated(), Mode.TEXT_TO_IMAGE),
        (photograph(), None),
        (masked(photograph()), Mode.INPAINT),
        (masked(generated()), Mode.INPAINT),
        (extended(photograph()), Mode.OUTPAINT),
        (extended(generated()), Mode.OUTPAINT),
        (cropped(photograph(), Rect(0, 0, 161, 160)), Mode.OUTPAINT),
        (drawn_over(photograph()), Mode.SKETCH),
        (drawn_over(Document.blank(Extent(160, 160))), Mode.SKETCH),
        (masked(drawn_over(photograph())), Mode.INPAINT),
        (drawn_over(photograph(), (71, 33), size=1), Mode.SKETCH),
        (drawn_over(photograph(700, 700), (333, 601), size=3), Mode.SKETCH),
        (filled(photograph()), Mode.SKETCH),
        (with_empty_layer(photograph(), "Layer"), None),
        (with_empty_layer(drawn_over(BLANK), "Layer"), Mode.SKETCH),
        (hidden(drawn_over(photograph())), None),
        (erased(photograph(), 71, 33), Mode.OUTPAINT),
        (erased(photograph(700, 700), 699, 699), Mode.OUTPAINT),
        (cut_out(), Mode.OUTPAINT),
        (photograph().with_layer(Layer("Pasted", cut_out().layers[0].raster)), None),
        (with_empty_layer(BLANK, "Layer"), Mode.TEXT_TO_IMAGE),
        (with_empty_layer(Document.blank(Extent(160, 90)), "Layer"), Mode.OUTPAINT),
        (hidden(photograph()), Mode.TEXT_TO_IMAGE),
        (photograph().with_mask(Mask.from_array(np.full((160, 160), 9, np.uint8))), None),
    ],
)
def test_the_document_suggests_a_mode(document: Document, suggested: Mode | None) -> None:
    assert suggested_mode(document) is suggested
    assert suggested is None or suggested in modes_of(document, CAPABILITIES)


def test_merged_drawings_still_suggest_a_sketch_unless_a_picture_is_among_them() -> None:
    drawings = drawn_over(drawn_over(BLANK), (200, 200))
    for document in (merged_down(drawings, drawings.layers[1].id), flattened(drawings)):
        assert suggested_mode(document) is Mode.SKETCH
    over_picture = drawn_over(photograph())
    for document in (merged_down(over_picture, over_picture.layers[1].id), flattened(over_picture)):
        assert suggested_mode(document) is None


def test_only_modes_that_fit_the_document_are_offered() -> None:
    assert modes_of(BLANK, CAPABILITIES) == (Mode.TEXT_TO_IMAGE,)
    assert modes_of(photograph(100, 160), CAPABILITIES) == (Mode.SKETCH, Mode.UPSCALE)
    assert Mode.VARIATION in modes_of(generated(), CAPABILITIES)
    assert Mode.OUTPAINT not in modes_of(generated(), CAPABILITIES)
    for size, is_offered in (((2048, 2048), True), ((2048, 2049), False), ((16_376, 4), False)):
        document = Document.from_picture(np.zeros((*size, 4), np.uint8))
        assert (Mode.UPSCALE in modes_of(document, CAPABILITIES)) is is_offered


def test_the_empty_edge_is_the_mask_of_outpainting() -> None:
    document = extended(photograph())
    request = request_of(document, Mode.OUTPAINT)
    assert isinstance(request.source, Inpaint)
    assert request.bounds == document.extent.bounds
    inside = Rect(40, 40, 160, 160).slices_in(document.extent.bounds)
    assert not request.source.mask[inside].any()
    assert (request.source.mask > 0).sum() == 240 * 240 - 160 * 160
    with pytest.raises(RequestError, match="extend the canvas"):
        request_of(photograph(), Mode.OUTPAINT)


@pytest.mark.parametrize(
    "frame", [Rect(0, 0, 220, 160), Rect(-50, 0, 210, 160), Rect(-30, -40, 200, 240)]
)
def test_an_outpainted_gradient_continues_without_a_seam(frame: Rect) -> None:
    whole = gradient(300, 300)
    inside = Rect(60, 60, 160, 160)
    part = whole[inside.slices_in(Rect(0, 0, 300, 300))]
    document = cropped(Document.from_picture(opaque(part)), frame)
    request = request_of(document, Mode.OUTPAINT)
    # The result of a model that continues the picture perfectly, at its 256 pixels.
    there = request.bounds.translated(frame.x + 60, frame.y + 60)
    clipped = there.intersected(Rect(0, 0, 300, 300))
    margins = [
        (clipped.y - there.y, there.bottom - clipped.bottom),
        (clipped.x - there.x, there.right - clipped.right),
        (0, 0),
    ]
    truth = np.pad(whole[clipped.slices_in(Rect(0, 0, 300, 300))], margins, mode="edge")
    patch = resized(truth, Extent(256, 256))
    made = accept(document, Result(request, patch)).composite()
    assert (made[..., 3] == 255).all()
    kept = Rect(-frame.x, -frame.y, 160, 160)
    page = document.extent.bounds
    band = kept.padded(-feather_width(request.bounds) - 1).intersected(page)
    assert np.array_equal(made[band.slices_in(page)][..., :3], part[band.slices_in(kept)])
    steps = [np.abs(np.diff(made[..., i].astype(int), axis=1 - i)).max() for i in (0, 1)]
    assert max(steps) <= 4  # those of the gradient itself are 1


def test_a_sketch_starts_from_the_whole_composite() -> None:
    document = drawn_over(photograph(100, 160))
    request = request_of(document, Mode.SKETCH, 0.4)
    assert isinstance(request.source, Sketch)
    assert (request.source.strength, request.source.mask) == (0.4, None)
    assert request.bounds == Rect(0, -30, 160, 160)
    assert tuple(request.source.picture[-1, 0]) != (0, 0, 0)
    result = accept(document, Result(request, np.full((256, 256, 3), 9, np.uint8)))
    assert (result.composite()[..., :3] == 9).all()
    assert result.extent == document.extent


def test_a_sketch_stays_inside_a_mask() -> None:
    source = request_of(masked(photograph()), Mode.SKETCH, 0.4).source
    assert isinstance(source, Sketch)
    assert source.strength == 0.4
    assert source.mask is not None


def test_an_inpainting_sees_the_mask_and_its_surroundings() -> None:
    document = masked(photograph())
    request = request_of(document, Mode.INPAINT, prompt="a boat", seed=7)
    assert (request.settings.prompt, request.settings.seed) == ("a boat", 7)
    assert isinstance(request.source, Inpaint)
    assert request.bounds == edit_region(document.mask)
    assert request.source.feather == feather_width(request.bounds)
    assert np.array_equal(request.source.mask, document.mask.read(request.bounds))
    assert np.array_equal(request.source.picture, crop_picture(document, request.bounds, 256))


def test_a_variation_has_the_bounds_and_mask_of_the_last_result() -> None:
    made = inpainted(masked(photograph()))
    (edit,) = made.edits
    varied = request_of(made, Mode.VARIATION, 0.3, seed=9)
    assert (varied.bounds, varied.settings.seed) == (edit.request.bounds, 9)
    assert isinstance(varied.source, Sketch)
    assert varied.source.strength == 0.3
    assert varied.source.mask is not None
    assert np.array_equal(varied.source.mask, mask_of(edit.request.source))
    assert (varied.source.picture == 77).all(axis=2).any()
    with pytest.raises(RequestError, match="no result"):
        request_of(photograph(), Mode.VARIATION)


def test_a_variation_of_a_stretched_edit_sees_a_square_around_it() -> None:
    wide = scaled(inpainted(masked(photograph())), Extent(320, 160), Resampling.BILINEAR)
    varied = request_of(wide, Mode.VARIATION)
    (edit,) = wide.edits
    assert varied.bounds == edit.bounds.squared()
    assert isinstance(varied.source, Sketch)
    assert varied.source.mask is not None
    rows, columns = np.nonzero(varied.source.mask)
    painted = Rect(40, 20, 60, 30).translated(-varied.bounds.x, -varied.bounds.y)
    assert (columns.min(), columns.max() + 1) == pytest.approx((painted.x, painted.right), abs=1)
    assert (rows.min(), rows.max() + 1) == pytest.approx((painted.y, painted.bottom), abs=1)


def test_variations_of_a_result_have_its_bounds() -> None:
    made = Result(request_of(masked(photograph()), Mode.INPAINT, seed=3), plain_picture(3))
    request = variations(made, settings("a cat", seed=9, count=4), 0.5, CAPABILITIES)
    assert (request.settings.seed, request.settings.count) == (9, 4)
    assert isinstance(made.request.source, Inpaint)
    assert isinstance(request.source, Sketch)
    assert request.source.picture is made.picture
    assert request.source.mask is made.request.source.mask
    assert request.bounds == made.request.bounds


def test_neither_a_draft_of_the_base_nor_an_upscaled_picture_can_be_varied() -> None:
    draft = Result(text_request(upsample=None), plain_picture(1, 64))
    large = Result(request_of(photograph(40, 60), Mode.UPSCALE), np.zeros((160, 240, 3), np.uint8))
    for result, match in ((draft, "256 x 256"), (large, "upscaled picture")):
        with pytest.raises(RequestError, match=match):
            variations(result, settings(), 0.5, CAPABILITIES)


def test_upscaling_needs_no_prompt_and_makes_one_large_layer() -> None:
    document = drawn_over(photograph(40, 60))
    request = request_of(document, Mode.UPSCALE, prompt="")
    assert isinstance(request.source, Upscale)
    assert np.array_equal(request.source.picture, document.composite()[..., :3])
    result = Result(request, np.full((160, 240, 3), 5, np.uint8))
    made = accept(document, result, "Four times as large")
    assert made.extent == Extent(240, 160)
    assert [layer.name for layer in made.layers] == ["Four times as large"]
    assert (made.composite() == (5, 5, 5, 255)).all()
    assert made.mask.extent == made.extent


def test_transparent_parts_stay_transparent_when_upscaled() -> None:
    pixels = np.full((20, 20, 4), 255, np.uint8)
    pixels[:, :10, 3] = 0
    large = np.zeros((80, 80, 3), np.uint8)
    made = edited(Document.from_picture(pixels), Mode.UPSCALE, large).composite()
    assert (made[:, :30, 3] < 20).all()
    assert (made[:, 50:, 3] > 235).all()


def test_soft_transparency_keeps_its_colour_and_opacity_when_upscaled() -> None:
    pixels = np.full((24, 24, 4), (200, 10, 20, 0), np.uint8)
    pixels[4:20, 4:20, 3] = 255
    pixels[4:20, 19, 3] = pixels[3, 4:20, 3] = 100
    pixels[pixels[..., 3] == 0] = 0
    document = Document.from_picture(pixels)
    request = request_of(document, Mode.UPSCALE, prompt="")
    assert isinstance(request.source, Upscale)
    assert (request.source.picture == (200, 10, 20)).all()
    made = accept(document, Result(request, np.zeros((96, 96, 3), np.uint8))).composite()
    means = made[..., 3].reshape(24, 4, 24, 4).mean((1, 3))
    soft = pixels[..., 3] == 100
    assert np.abs(means - pixels[..., 3])[soft].mean() < 8


@pytest.mark.parametrize(
    ("document", "mode", "is_needed"),
    [
        (generated(), Mode.TEXT_TO_IMAGE, True),
        (drawn_over(photograph()), Mode.SKETCH, True),
        (generated(), Mode.VARIATION, True),
        (masked(photograph()), Mode.SKETCH, False),
        (masked(photograph()), Mode.INPAINT, False),
        (extended(photograph()), Mode.OUTPAINT, False),
        (photograph(), Mode.UPSCALE, False),
    ],
)
def test_a_prompt_is_needed_unless_a_mask_is_to_be_filled(
    document: Document, mode: Mode, is_needed: bool
) -> None:
    if is_needed:
        with pytest.raises(RequestError, match=r"^The prompt is empty"):
            request_of(document, mode, prompt=" ")
    else:
        assert request_of(document, mode, prompt=" ")


def test_requests_with_different_settings_share_one_source() -> None:
    make = RequestMaker(masked(photograph()), Mode.INPAINT, CAPABILITIES)
    first, second = make(settings("a cat", seed=1)), make(settings("a dog", guidance_scale=5.0))
    assert first.source is second.source
    assert second.settings == settings("a dog", guidance_scale=5.0)


def test_a_blank_document_allows_only_text_to_image() -> None:
    for mode in (Mode.SKETCH, Mode.VARIATION, Mode.UPSCALE):
        with pytest.raises(RequestError):
            request_of(BLANK, mode)
