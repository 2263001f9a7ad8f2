"""The Mask menu in the real window: keys, dialogs, files, and how the mask looks."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog

from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels
from glide_studio.session.preferences import Preferences
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.march import MarchingEdge
from glide_studio.ui.canvas.mask import MaskLook, MaskStyle
from glide_studio.ui.canvas.scene import CanvasScene
from tests.ui.canvas_events import MIDDLE, at, drag, pixels
from tests.ui.edits import box, labels, mask, paste_plain, set_mask
from tests.ui.studio import Studio

BOX = Rect(100, 80, 160, 120)


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
    wait_for_step(masked, "Invert selection")
    assert np.array_equal(mask(masked), 255 - before)
    masked.press("Ctrl+A")
    assert (mask(masked) == 255).all()
    masked.press("Ctrl+Z")
    masked.press("Ctrl+Z")
    masked.press("Ctrl+D")
    assert not mask(masked).any()
    masked.press("Ctrl+Shift+D")
    assert np.array_equal(mask(masked), before)


@pytest.mark.parametrize(
    ("keys", "label", "bounds"),
    [
        ("Ctrl+Alt+J", "Grow mask", BOX.padded(12)),
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
    wait_for_step(masked, "Select layer pixels")
    assert np.array_equal(mask(masked), before)


# Tint, hatching, marching ants, or hidden


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A canvas with a picture of 400 x 300 and a masked box."""
    paste_plain(studio, 128, 128, 128, 255)
    studio.find("canvas").set_zoom(1.0)
    set_mask(studio, BOX)
    return studio.find("canvas")


def marches(canvas: Canvas) -> bool:
    (timer,) = canvas.findChildren(MarchingEdge)
    return timer.isActive()


def part(canvas: Canvas, area: Rect) -> Pixels:
    """The pixels shown within an area of the document."""
    start, end = at(canvas, area.x, area.y), at(canvas, area.right, area.bottom)
    return pixels(canvas, bare=True)[start.y() : end.y(), start.x() : end.x()]


def inside(canvas: Canvas) -> Pixels:
    """The pixels shown well inside the box."""
    return part(canvas, BOX.padded(-9))


def edge(canvas: Canvas) -> Pixels:
    """The pixels shown across the left edge of the box, row by row."""
    return part(canvas, Rect(BOX.x - 4, BOX.y + 9, 8, BOX.height - 18))


def test_q_hides_the_mask_and_shows_it_again(studio: Studio, canvas: Canvas) -> None:
    assert (inside(canvas) != 128).any()
    studio.press("Q")
    assert (inside(canvas) == 128).all()
    assert (edge(canvas) == 128).all()
    assert not studio.find("show_mask_action").isChecked()
    studio.press("Q")
    assert (inside(canvas) != 128).any()


def test_the_tint_has_any_colour(studio: Studio, canvas: Canvas) -> None:
    studio.find("mask_colour_action").trigger()
    dialog = studio.window.findChild(QColorDialog, "mask_colour_dialog")
    dialog.setCurrentColor(QColor(0, 255, 0))
    red, green, blue = (int(value) for value in inside(canvas)[5, 5])
    assert green > 150
    assert red == blue < 100
    dialog.reject()
    assert inside(canvas)[5, 5, 0] > inside(canvas)[5, 5, 1]
    studio.find("mask_colour_action").trigger()
    dialog = studio.window.findChildren(QColorDialog, "mask_colour_dialog")[-1]
    dialog.setCurrentColor(QColor(0, 0, 255))
    dialog.accept()
    assert inside(canvas)[5, 5, 2] > 150
    assert Preferences().mask_colour == "#0000ff"


@pytest.mark.parametrize("grey", [0, 90, 128, 200, 255])
def test_hatch_and_edge_stand_out_on_any_grey(studio: Studio, canvas: Canvas, grey: int) -> None:
    paste_plain(studio, grey, grey, grey, 255)
    for look in ("mask_hatch", "mask_ants"):
        studio.find(f"{look}_action").trigger()
        seen = np.abs(edge(canvas).astype(int) - grey).max(axis=(1, 2))
        if look == "mask_hatch":
            assert (seen > 100).all()
            stripes = np.abs(inside(canvas).astype(int) - grey).max(axis=2)
            assert (stripes.max(axis=1) > 90).all()
            assert (stripes == 0).mean() > 0.6  # the picture is visible between them
        else:
            hidden = "".join("x" if row < 100 else " " for row in seen)
            assert max(map(len, hidden.split()), default=0) <= 4  # a dash of one kind at most
            assert (inside(canvas) == grey).all()


def test_the_hatch_moves_with_the_picture(studio: Studio, canvas: Canvas) -> None:
    studio.find("mask_hatch_action").trigger()
    before = inside(canvas)
    drag(canvas, (200, 150), (207, 160), button=MIDDLE)
    assert np.array_equal(inside(canvas), before)
    canvas.update()
    canvas.mask_style = MaskStyle(MaskLook.TINT)
    canvas.mask_style = MaskStyle(MaskLook.HATCH)
    assert np.array_equal(inside(canvas), before)


def test_ants_march_without_repainting_the_document(
    studio: Studio, canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.find("mask_ants_action").trigger()
    before = edge(canvas)
    assert marches(canvas)
    painted = []
    paint = CanvasScene._paint
    monkeypatch.setattr(CanvasScene, "_paint", lambda *a: painted.append(a) or paint(*a))
    studio.qtbot.waitUntil(lambda: not np.array_equal(edge(canvas), before))
    assert painted == []


def test_ants_stop_while_none_are_visible(studio: Studio, canvas: Canvas) -> None:
    def rests() -> bool:
        pixels(canvas, bare=True)
        return not marches(canvas)

    assert rests()
    studio.find("mask_ants_action").trigger()
    assert not rests()
    studio.press("Q")
    assert rests()
    studio.press("Q")
    assert not rests()
    studio.press("Ctrl+D")
    studio.qtbot.waitUntil(rests)
    studio.press("Ctrl+Z")
    studio.qtbot.waitUntil(lambda: not rests())
    canvas.set_zoom(20.0, at(canvas, 380, 280).toPointF())
    assert rests()  # out of sight
    canvas.fit()
    assert not rests()
    canvas.hide()
    assert not marches(canvas)
    canvas.show()
    studio.find("mask_tint_action").trigger()
    assert rests()
    assert not any(timer.isActive() for timer in canvas.findChildren(QTimer))


def test_ants_follow_the_view(studio: Studio, canvas: Canvas) -> None:
    studio.find("mask_ants_action").trigger()
    for move in (
        lambda: drag(canvas, (200, 150), (231, 139), button=MIDDLE),
        lambda: canvas.set_zoom(2.0),
        lambda: canvas.rotate(90),
        canvas.mirror,
    ):
        move()
        seen = (pixels(canvas, bare=True).astype(int) != 128).any(axis=2)
        for x, y in ((101, 140), (259, 140), (180, 81), (180, 199)):  # on the edges of the box
            place = at(canvas, x, y)
            assert seen[place.y() - 3 : place.y() + 4, place.x() - 3 : place.x() + 4].any()
        middle = at(canvas, 180, 140)
        assert not seen[middle.y() - 9 : middle.y() + 9, middle.x() - 9 : middle.x() + 9].any()


def test_the_look_is_remembered_and_its_commands_show_it(studio: Studio, canvas: Canvas) -> None:
    studio.find("mask_hatch_action").trigger()
    for name in ("mask_tint", "mask_hatch", "mask_ants"):
        assert studio.find(f"{name}_action").isChecked() == (name == "mask_hatch"), name
    assert Preferences().mask_look == "hatch"
    assert studio.find("mask_look_button").menu().actions()[0] is studio.find("show_mask_action")
