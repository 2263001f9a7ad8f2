"""Cut, copy and paste, in the real window."""

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QImage

from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.ui.commands.document_commands import pixels_of
from tests.ui.edits import active_layer, add_box, labels, paste_plain, pixel, set_mask
from tests.ui.studio import Studio

BLUE = (30, 60, 200, 255)
RED = (200, 20, 20, 255)
SQUARE = Rect(100, 80, 40, 40)
MASKED = Rect(110, 90, 100, 20)


@pytest.fixture(autouse=True)
def _empty_clipboard() -> None:
    QGuiApplication.clipboard().clear()


@pytest.fixture
def page(studio: Studio) -> Studio:
    """A red square on a layer over a blue page."""
    paste_plain(studio, *BLUE)
    add_box(studio, "square", SQUARE, *RED)
    return studio


def copied(studio: Studio, keys: str) -> Pixels:
    """The picture in the clipboard after the shortcut `keys`."""
    clipboard = QGuiApplication.clipboard()
    studio.press(keys)
    studio.qtbot.waitUntil(lambda: not clipboard.image().isNull())
    return pixels_of(clipboard.image())


def test_copy_takes_the_masked_part_of_the_active_layer(page: Studio) -> None:
    set_mask(page, MASKED)
    picture = copied(page, "Ctrl+C")
    assert picture.shape == (20, 30, 4)  # the part of the square within the mask
    assert (picture == RED).all()


def test_without_a_mask_the_whole_layer_is_copied(page: Studio) -> None:
    assert copied(page, "Ctrl+C").shape == (40, 40, 4)


def test_a_soft_mask_copies_softly(page: Studio) -> None:
    set_mask(page, SQUARE, 140)
    assert set(np.unique(copied(page, "Ctrl+C")[..., 3])) == {140}


def test_a_soft_mask_takes_and_leaves_its_share_of_a_translucent_layer(page: Studio) -> None:
    layer = active_layer(page)
    pixels = layer.raster.to_array()
    pixels[SQUARE.slices_in(page.editor.document.extent.bounds)] = (200, 20, 20, 100)
    faint = layer.with_pixels(Raster.from_array(pixels))
    page.editor.open_document.apply("Faint", page.editor.document.with_changed(faint))
    set_mask(page, SQUARE, 140)
    assert set(np.unique(copied(page, "Ctrl+X")[..., 3])) == {round(100 * 140 / 255)}
    page.qtbot.waitUntil(lambda: page.editor.open_document.history.entries[-1].label == "Cut")
    left = active_layer(page).raster.to_array()[..., 3]
    assert set(np.unique(left)) == {0, round(100 * 115 / 255)}


def test_copy_merged_takes_the_composite_of_all_layers(page: Studio) -> None:
    set_mask(page, MASKED)
    picture = copied(page, "Ctrl+Shift+C")
    assert picture.shape == (20, 100, 4)
    assert (picture[:, :30] == RED).all()
    assert (picture[:, 30:] == BLUE).all()


def test_cut_removes_the_copied_pixels_as_one_step(page: Studio) -> None:
    set_mask(page, MASKED)
    assert copied(page, "Ctrl+X").shape == (20, 30, 4)
    page.qtbot.waitUntil(lambda: pixel(page, 115, 95) == BLUE)
    assert pixel(page, 105, 85) == RED
    assert labels(page)[-1] == "Cut"
    page.press("Ctrl+Z")
    assert pixel(page, 115, 95) == RED


def test_a_copy_is_pasted_where_it_was_on_a_layer_of_its_own(page: Studio) -> None:
    set_mask(page, MASKED)
    copied(page, "Ctrl+X")
    page.qtbot.waitUntil(lambda: pixel(page, 115, 95) == BLUE)
    page.press("Ctrl+V")
    assert active_layer(page).name == "Pasted picture 2"
    assert active_layer(page).raster.content_bounds() == Rect(110, 90, 30, 20)


def test_a_copy_from_outside_the_picture_is_pasted_in_the_middle(page: Studio) -> None:
    copied(page, "Ctrl+C")
    page.editor.new()
    page.editor.paste(np.full((60, 60, 4), BLUE, np.uint8))
    page.press("Ctrl+V")
    page.qtbot.waitUntil(lambda: active_layer(page).content_bounds == Rect(10, 10, 40, 40))


def test_a_picture_from_another_program_is_pasted_in_the_middle(page: Studio) -> None:
    image = QImage(20, 10, QImage.Format.Format_ARGB32)
    image.fill(0xFF010203)
    QGuiApplication.clipboard().setImage(image)
    page.press("Ctrl+V")
    assert active_layer(page).raster.content_bounds() == Rect(190, 145, 20, 10)


def test_an_empty_copy_gives_a_notice_and_keeps_the_clipboard(page: Studio) -> None:
    set_mask(page, Rect(300, 200, 20, 20))
    page.press("Ctrl+C")
    page.qtbot.waitUntil(lambda: "“square”" in (page.message() or ""))
    assert QGuiApplication.clipboard().image().isNull()


def test_a_locked_layer_can_be_copied_but_not_cut(page: Studio) -> None:
    page.find("lock_layer_action").trigger()
    page.press("Ctrl+X")
    assert "locked" in (page.message() or "")
    assert copied(page, "Ctrl+C").shape == (40, 40, 4)
    assert pixel(page, 115, 95) == RED


def test_shortcuts_in_a_text_field_select_and_cut_its_text(page: Studio) -> None:
    page.type("prompt_edit", "a red hat")
    page.press("Ctrl+A", "prompt_edit")
    assert page.find("prompt_edit").textCursor().selectedText() == "a red hat"
    assert page.editor.document.mask.is_empty
    page.press("Ctrl+X", "prompt_edit")
    assert QGuiApplication.clipboard().text() == "a red hat"
    assert pixel(page, 115, 95) == RED


def test_copying_on_a_blank_document_does_nothing(studio: Studio) -> None:
    assert not any(studio.find(f"{name}_action").isEnabled() for name in ("cut", "copy"))


def test_what_of_a_pasted_picture_is_past_the_page_is_kept(page: Studio) -> None:
    page.editor.paste(np.full((20, 600, 4), RED, np.uint8))
    assert active_layer(page).content_bounds == Rect(-100, 140, 600, 20)
