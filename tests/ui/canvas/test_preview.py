"""The preview of a run lies where its result will lie."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.document import Document
from glide_studio.core.document.reshape import cropped, flipped, rotated, scaled
from glide_studio.core.geometry import AxisMap, Extent, Rect
from glide_studio.core.modes.modes import Mode
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.raster.resample import Resampling
from glide_studio.core.request.request import Result
from glide_studio.ui.canvas.mask import MaskStyle
from glide_studio.ui.canvas.preview import PreviewLayer
from glide_studio.ui.canvas.scene import CanvasScene
from glide_studio.ui.canvas.view import ViewTransform
from tests.core.samples import box_mask
from tests.fakes import request_of
from tests.ui.canvas_events import rgba_of

WIDTH, HEIGHT = 300, 220
ROWS, COLUMNS = np.mgrid[:256, :256].astype(np.uint8)
SLOPES = np.dstack([ROWS, COLUMNS, 255 - ROWS // 2 - COLUMNS // 2])
"""A picture that shows how it is turned."""


def edited() -> Document:
    """A grey page with an edit that fills a box off its middle."""
    page = Document.from_picture(np.full((HEIGHT, WIDTH, 4), (90, 90, 90, 255), np.uint8))
    masked = page.with_mask(box_mask(page.extent, Rect(150, 30, 90, 60)))
    return accept(masked, Result(request_of(masked, Mode.INPAINT), SLOPES))


def shifted(document: Document) -> Document:
    """The edit's layer, moved as by the move tool."""
    below, layer = document.layers
    assert layer.edit is not None
    edit = layer.edit.moved(AxisMap.shift(-70, 50))
    moved = replace(layer, raster=edit.rendered(document.extent, None), edit=edit)
    return replace(document, layers=(below, moved))


def seen(document: Document, preview: PreviewLayer | None) -> Pixels:
    scene = CanvasScene(document, MaskStyle())
    scene.resize(document.extent.width, document.extent.height, 1.0)
    scene.set_view(ViewTransform())
    scene.set_preview(preview)
    while scene.stale_areas():
        scene.refreshed()
    return rgba_of(scene.refreshed())[..., :3]


@pytest.mark.parametrize(
    "moved",
    [
        lambda document: document,
        shifted,
        lambda document: rotated(document, 1),
        lambda document: flipped(rotated(document, 2), True),
        lambda document: scaled(document, Extent(WIDTH // 2, HEIGHT), Resampling.NEAREST),
        lambda document: cropped(document, Rect(180, 10, 100, 100)),
    ],
    ids=["in place", "shifted", "rotated", "flipped", "scaled", "cropped"],
)
def test_a_moved_edit_is_previewed_where_it_lies(
    moved: Callable[[Document], Document], qapp: Any
) -> None:
    document = moved(edited())
    edit = document.edits[0]
    preview = PreviewLayer(edit.request, edit=edit)
    preview.set_picture(SLOPES)
    below = replace(document, layers=document.layers[:1])
    plain, result, previewed = seen(below, None), seen(document, None), seen(below, preview)
    where = edit.mask_in_bounds()[edit.clip.slices_in(edit.bounds)] == 255
    inside = np.zeros(plain.shape[:2], bool)
    inside[edit.clip.slices_in(document.extent.bounds)] = where
    assert inside.sum() > 500
    assert np.abs(previewed.astype(int) - result)[inside].max() <= 12  # resampled otherwise
    assert (previewed != plain).any(axis=2)[inside].mean() > 0.9
    beyond = np.ones(plain.shape[:2], bool)
    framed = edit.bounds.padded(2).intersected(document.extent.bounds)
    beyond[framed.slices_in(document.extent.bounds)] = False
    assert (previewed == plain)[beyond].all()
