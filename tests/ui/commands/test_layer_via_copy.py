"""Making a layer of what is selected, in the real window."""

import numpy as np
import pytest

from glide_studio.core.geometry import Rect
from tests.ui.edits import active_layer, add_box, labels, paste_plain, pixel, set_mask
from tests.ui.studio import Studio

BLUE = (30, 60, 200, 255)
RED = (200, 20, 20, 255)
SQUARE = Rect(100, 80, 40, 40)
MASKED = Rect(110, 90, 100, 20)
BOTH = Rect(110, 90, 30, 20)


@pytest.fixture
def page(studio: Studio) -> Studio:
    """A red square on a layer over a blue page."""
    paste_plain(studio, *BLUE)
    add_box(studio, "square", SQUARE, *RED)
    return studio


def bounds(studio: Studio) -> list[Rect]:
    return [layer.raster.content_bounds() for layer in studio.editor.document.layers[1:]]


def settle(studio: Studio, steps: list[str]) -> None:
    studio.qtbot.waitUntil(lambda: labels(studio) == steps)


@pytest.mark.parametrize(("keys", "left"), [("Ctrl+J", 255), ("Ctrl+Shift+J", 155)])
def test_what_is_selected_becomes_a_layer_by_its_weight(page: Studio, keys: str, left: int) -> None:
    set_mask(page, MASKED, 100)
    before, layer = labels(page), active_layer(page)
    page.press(keys)
    settle(page, [*before, "Layer via copy" if left == 255 else "Layer via cut"])
    assert bounds(page) == [SQUARE, BOTH]
    assert active_layer(page).id != layer.id
    original, copy = page.editor.document.layers[1:]
    assert copy is active_layer(page)
    assert np.all(copy.raster.read(BOTH) == (*RED[:3], 100))
    assert np.all(original.raster.read(BOTH) == (*RED[:3], left))
    assert original.raster.read(Rect(100, 80, 1, 1))[0, 0].tolist() == [*RED]
    page.press("Ctrl+Z")
    assert bounds(page) == [SQUARE]
    assert active_layer(page).raster is layer.raster


def test_cutting_all_leaves_the_picture_as_it_looks(page: Studio) -> None:
    set_mask(page, MASKED)
    before, steps = page.editor.document.composite().copy(), labels(page)
    page.press("Ctrl+Shift+J")
    settle(page, [*steps, "Layer via cut"])
    assert np.array_equal(page.editor.document.composite(), before)
    page.find("delete_layer_action").trigger()
    assert pixel(page, 115, 95) == BLUE


def test_of_several_layers_each_is_copied_unless_nothing_is_selected_of_it(page: Studio) -> None:
    add_box(page, "far", Rect(300, 200, 40, 40), *RED)
    set_mask(page, MASKED)
    ids = [layer.id for layer in page.editor.document.layers]
    page.editor.layers.choose(ids, ids[-1])
    page.press("Ctrl+J")
    page.qtbot.waitUntil(lambda: len(page.editor.document.layers) == 5)
    copies = [each for each in page.editor.document.layers if each.id not in ids]
    assert [each.raster.content_bounds() for each in copies] == [MASKED, BOTH]


def test_without_a_selection_the_layer_is_duplicated_and_nothing_is_cut(page: Studio) -> None:
    before = labels(page)
    page.press("Ctrl+Shift+J")
    assert "Nothing is selected" in (page.message() or "")
    assert labels(page) == before
    page.press("Ctrl+J")
    settle(page, [*before, "Duplicate layer"])
    assert bounds(page) == [SQUARE, SQUARE]


@pytest.mark.parametrize(
    ("command", "word"),
    [("lock_layer", "is locked"), ("lock_alpha", "alpha"), ("hide_layer", "hidden")],
)
def test_a_protected_layer_is_not_cut(page: Studio, command: str, word: str) -> None:
    set_mask(page, MASKED)
    page.find(f"{command}_action").trigger()
    before = page.editor.document
    page.press("Ctrl+Shift+J")
    assert word in (page.message() or "")
    assert page.editor.document is before


def test_where_nothing_is_to_be_copied_a_notice_tells(page: Studio) -> None:
    set_mask(page, Rect(0, 0, 50, 50))
    before = page.editor.document
    page.press("Ctrl+J")
    page.qtbot.waitUntil(lambda: "no pixels to copy here" in (page.message() or ""))
    assert page.editor.document is before
