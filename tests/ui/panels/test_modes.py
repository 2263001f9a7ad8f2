"""The modes: what Generate does by default, what can be chosen, and the results."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from glide_studio.core.document.reshape import cropped
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.request.source import Inpaint, Sketch, Upscale
from tests.fakes import colour
from tests.ui.studio import Studio


@pytest.fixture
def photograph(studio: Studio, tmp_path: Path) -> None:
    """A photograph of 160 x 120, open in the window."""
    path = tmp_path / "photograph.png"
    Image.fromarray(np.random.default_rng(5).integers(0, 256, (120, 160, 3), np.uint8)).save(path)
    studio.open(path)


def offered(studio: Studio) -> list[str]:
    combo: QComboBox = studio.find("mode_combo")
    return [combo.itemText(row) for row in range(combo.count())]


def test_a_blank_document_offers_only_text_to_image(studio: Studio) -> None:
    assert studio.mode == "Text to image, 256 x 256"
    assert not studio.find("mode_combo").isVisible()
    assert not studio.find("strength_slider").isVisible()
    assert not studio.find("sketch_mode_action").isEnabled()


def test_a_photograph_is_redrawn_with_the_chosen_strength(studio: Studio, photograph: None) -> None:
    assert studio.mode == "Paint a mask over what should change"
    assert offered(studio) == ["Automatic", "Sketch", "Upscale"]
    studio.choose("mode_combo", "Sketch")
    assert studio.mode == "Sketch, whole picture"
    slider = studio.find("strength_slider")
    slider.setFocus()
    for _ in range(2):
        QTest.keyClick(slider, Qt.Key.Key_PageDown)
    assert studio.find("strength_value").text() == "40%"
    studio.generate("a cat", seed=2)
    (request,) = studio.engine.requests
    assert isinstance(request.source, Sketch)
    assert request.source.strength == 0.4
    assert studio.shown(5, 5) == studio.shown(150, 100) == colour(2)


def test_strokes_on_a_blank_canvas_suggest_a_sketch(studio: Studio) -> None:
    studio.press("Shift+B")
    studio.stroke((40, 40), (200, 60), (60, 200), (220, 220))
    assert studio.mode == "Sketch, whole picture"
    studio.generate("a cat", seed=2)
    (request,) = studio.engine.requests
    assert isinstance(request.source, Sketch)
    assert request.source.strength == 0.6
    assert (request.source.picture == 255).all(axis=2).any()  # the white background
    assert (request.source.picture[:, :, 0] < 255).any()  # the strokes


def test_a_tiny_stroke_suggests_a_sketch_and_an_erased_pixel_outpainting(
    studio: Studio, photograph: None
) -> None:
    studio.find("brush_size_spin").setValue(1)
    studio.press("Shift+E")
    studio.stroke((33, 71), (34, 71))
    assert studio.mode == "Outpaint the empty area"
    studio.press("Ctrl+Z")
    assert studio.mode == "Paint a mask over what should change"
    studio.press("Ctrl+Shift+N")
    assert studio.mode == "Paint a mask over what should change"
    studio.press("Shift+B")
    studio.stroke((33, 71), (34, 71))
    assert studio.mode == "Sketch, whole picture"


def test_the_chosen_mode_ends_when_the_document_suggests_another(
    studio: Studio, photograph: None
) -> None:
    studio.choose("mode_combo", "Sketch")
    studio.stroke((40, 40), (80, 60))
    assert studio.mode == "Inpaint the masked area"
    studio.choose("mode_combo", "Sketch")
    assert studio.mode == "Sketch, masked area"
    studio.choose("mode_combo", "Automatic")
    assert studio.mode == "Inpaint the masked area"


def test_a_result_is_varied(studio: Studio) -> None:
    studio.generate("a cat")
    assert studio.mode == "Text to image, 256 x 256"
    studio.find("variation_mode_action").trigger()
    assert studio.mode == "Variation of the last result"
    assert studio.find("variation_mode_action").isChecked()
    studio.generate()
    first, varied = studio.engine.requests
    assert isinstance(varied.source, Sketch)
    assert varied.source.strength == 0.6
    assert (varied.source.picture == colour(first.settings.seed)).all()


def test_the_empty_edge_is_outpainted(studio: Studio, photograph: None) -> None:
    wider = cropped(studio.editor.document, Rect(0, 0, 220, 120))
    studio.editor.open_document.apply("Extend canvas", wider)
    assert studio.mode == "Outpaint the empty area"
    before = studio.editor.document.composite()
    studio.generate("a cat", seed=3)
    assert isinstance(studio.engine.requests[0].source, Inpaint)
    after = studio.editor.document.composite()
    assert (after[:, 160:, :3] == colour(3)).all()
    assert np.array_equal(after[:, :150], before[:, :150])
    assert studio.mode != "Outpaint the empty area"


def test_a_picture_is_upscaled_without_a_prompt(studio: Studio, photograph: None) -> None:
    studio.choose("mode_combo", "Upscale")
    assert studio.mode == "Upscale to 640 x 480, in 9 tiles"
    previews: list[object] = []
    studio.editor.runs.preview_changed.connect(previews.append)
    words: list[str] = []
    label = studio.find("progress_label")
    studio.editor.runs.progress_changed.connect(lambda: words.append(label.text()))
    studio.generate(seed=5, count=2)
    assert studio.message() is None
    assert any(text.startswith("Upscaling tile by tile · step ") for text in words)
    (request,) = studio.engine.requests
    assert isinstance(request.source, Upscale)
    assert (request.settings.prompt, request.settings.count) == ("", 1)
    assert any(preview is not None for preview in previews)
    assert studio.editor.document.extent == Extent(640, 480)
    assert studio.shown(600, 470) == colour(5)
    assert studio.editor.open_document.history.entries[-1].label == "Upscaled picture"
    studio.press("Ctrl+Z")
    assert studio.editor.document.extent == Extent(160, 120)


def test_the_one_mode_of_a_large_photograph_can_be_chosen(studio: Studio, tmp_path: Path) -> None:
    Image.new("RGB", (2100, 2000)).save(tmp_path / "large.png")
    studio.open(tmp_path / "large.png")
    assert offered(studio) == ["Automatic", "Sketch"]
    before = studio.find("generate_button").pos()
    studio.choose("mode_combo", "Sketch")
    assert studio.mode == "Sketch, whole picture"
    assert studio.find("generate_button").pos() == before


def test_other_modes_need_a_prompt(studio: Studio, photograph: None) -> None:
    studio.choose("mode_combo", "Sketch")
    studio.click("generate_button")
    assert studio.message() == "The prompt is empty: describe what you would like to see."
    assert not studio.engine.requests
