"""The Mask menu in the real window: keys, dialogs and files."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from glide_studio.core.geometry import Rect
from tests.ui.edits import box, labels, mask, set_mask
from tests.ui.studio import Studio

BOX = Rect(100, 80, 120, 90)


@pytest.fixture
def masked(studio: Studio, photograph: Path) -> Studio:
    """The window with a photograph of 400 x 300 and a box masked."""
    studio.open(photograph)
    set_mask(studio, BOX)
    return studio


def wait_for_step(studio: Studio, label: str) -> None:
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == label)


def test_shortcuts_mask_all_clear_invert_and_restore_the_mask(masked: Studio) -> None:
    before = mask(masked)
    masked.press("Ctrl+Shift+I")
    wait_for_step(masked, "Invert mask")
    assert np.array_equal(mask(masked), 255 - before)
    masked.press("Ctrl+A")
    assert (mask(masked) == 255).all()
    masked.press("Ctrl+Z")
    masked.press("Ctrl+Z")
    masked.press("Ctrl+D")
    assert not mask(masked).any()
    masked.press("Ctrl+Shift+D")
    assert np.array_equal(mask(masked), before)


def test_in_the_prompt_the_same_shortcuts_edit_the_text(masked: Studio) -> None:
    before = mask(masked)
    masked.type("prompt_edit", "a red apple")
    masked.press("Ctrl+A", "prompt_edit")
    assert masked.find("prompt_edit").textCursor().selectedText() == "a red apple"
    assert np.array_equal(mask(masked), before)


@pytest.mark.parametrize(
    ("keys", "label", "bounds"),
    [
        ("Ctrl+Alt+G", "Grow mask", BOX.padded(12)),
        ("Ctrl+Alt+K", "Shrink mask", BOX.padded(-12)),
        ("Shift+F6", "Feather mask", BOX),
        ("Ctrl+Alt+M", "Smooth mask", BOX),
    ],
)
def test_a_radius_is_asked_for_and_remembered(
    masked: Studio, keys: str, label: str, bounds: Rect
) -> None:
    masked.press(keys)
    spin = masked.find("radius_spin")
    assert spin.value() == 8
    QTest.keyClicks(spin, "12")
    QTest.keyClick(spin, Qt.Key.Key_Return)
    wait_for_step(masked, label)
    left, _, right, _ = box(masked)
    assert abs(left - bounds.x) <= 1
    assert abs(right - bounds.right) <= 1
    masked.qtbot.waitUntil(lambda: not masked.window.findChildren(object, "radius_dialog"))
    masked.press(keys)
    assert masked.find("radius_spin").value() == 12
    masked.click("radius_cancel_button")
    assert labels(masked)[-1] == label


def test_commands_are_offered_when_they_apply(studio: Studio, photograph: Path) -> None:
    def enabled() -> set[str]:
        names = ("clear_mask", "grow_mask", "mask_to_layer", "mask_from_layer", "reuse_mask")
        return {name for name in names if studio.find(f"{name}_action").isEnabled()}

    assert enabled() == set()
    studio.open(photograph)
    assert enabled() == {"mask_from_layer"}
    studio.press("Ctrl+A")
    assert enabled() == {"clear_mask", "grow_mask", "mask_to_layer", "mask_from_layer"}
    studio.press("Ctrl+D")
    assert enabled() == {"mask_from_layer", "reuse_mask"}


def test_a_mask_is_exported_and_imported(masked: Studio, tmp_path: Path) -> None:
    before, path = mask(masked), tmp_path / "box.png"
    masked.find("export_mask_action").trigger()
    masked.choose_file("export_mask_dialog", path)
    masked.qtbot.waitUntil(lambda: masked.message() == "Saved the mask as box.png.")
    assert np.array_equal(np.asarray(Image.open(path)), before)
    masked.press("Ctrl+D")
    masked.find("import_mask_action").trigger()
    masked.choose_file("import_mask_dialog", path)
    wait_for_step(masked, "Import mask box.png")
    assert np.array_equal(mask(masked), before)


def test_layer_and_mask_exchange_their_alpha(masked: Studio) -> None:
    before = mask(masked)
    masked.find("mask_to_layer_action").trigger()
    wait_for_step(masked, "Mask to layer alpha")
    masked.press("Ctrl+D")
    masked.find("mask_from_layer_action").trigger()
    wait_for_step(masked, "Mask from layer")
    assert np.array_equal(mask(masked), before)


def test_strokes_come_back_with_undo_after_an_edit_and_with_the_last_mask(
    studio: Studio, photograph: Path
) -> None:
    studio.open(photograph)
    studio.stroke((100, 100), (200, 120))
    first = mask(studio)
    studio.stroke((100, 200), (200, 220))
    both = mask(studio)
    assert both.sum() > first.sum() > 0
    studio.type("prompt_edit", "a red apple")
    studio.press("Ctrl+Return", "prompt_edit")
    wait_for_step(studio, "a red apple")
    assert not mask(studio).any()
    studio.press("Ctrl+Z")
    assert np.array_equal(mask(studio), both)
    studio.press("Ctrl+Z")
    assert np.array_equal(mask(studio), first)
    for _ in range(2):
        studio.press("Ctrl+Shift+Z")
    assert not mask(studio).any()
    studio.press("Ctrl+Shift+D")
    assert np.array_equal(mask(studio), both)
