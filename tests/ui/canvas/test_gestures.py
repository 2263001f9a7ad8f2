"""Drags and polygons in progress when the document is replaced or the history changes."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from glide_studio.core.geometry import Rect
from glide_studio.core.raster.colour import Colour
from glide_studio.ui.canvas.canvas import Canvas
from tests.ui.canvas_events import LEFT, MIDDLE, NO_KEYS, SHIFT, at, drag, drag_over
from tests.ui.edits import add_box, labels, mask, set_mask
from tests.ui.studio import Studio

TOOLS = {
    "mask brush": "B",
    "mask eraser": "E",
    "colour brush": "Shift+B",
    "colour eraser": "Shift+E",
    "rectangle": "M",
    "ellipse": "Shift+M",
    "lasso": "L",
    "colour range": "Shift+W",
    "move": "V",
    "crop": "C",
}
"""All tools that are used by dragging, and their keys."""

PATH = (150, 100), (200, 150), (250, 160)
"""Start of a drag, in document pixels; it ends at `END`."""

END = (320, 220)


def picture(folder: Path, name: str) -> Path:
    """A file with a picture of 400 x 300 in one colour."""
    path = folder / f"{name}.png"
    Image.new("RGB", (400, 300), name).save(path)
    return path


def open_meanwhile(studio: Studio) -> None:
    """Finish opening a yellow picture of the same size, as if it had been chosen earlier."""
    opened = studio.editor.open_document.path
    assert opened is not None
    path = picture(opened.parent, "yellow")
    studio.editor.open(path)
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == path)


@pytest.fixture
def canvas(studio: Studio, tmp_path: Path) -> Canvas:
    """A white picture whose left half is masked, and an orange square on a separate layer."""
    studio.open(picture(tmp_path, "white"))
    set_mask(studio, Rect(0, 0, 200, 300))
    add_box(studio, "square", Rect(120, 80, 90, 90), 240, 120, 20, 255)
    studio.find("canvas").set_zoom(1.0)
    studio.tools.paint_brush.colour = Colour(10, 200, 10)
    return studio.find("canvas")


def go_on(studio: Studio, canvas: Canvas, button: Qt.MouseButton = LEFT) -> None:
    """Continue the drag, release the button, and wait for the work that this starts."""
    QTest.mouseMove(canvas, at(canvas, *END))
    QTest.mouseRelease(canvas, button, NO_KEYS, at(canvas, *END))
    wait_for_work(studio)


def wait_for_work(studio: Studio) -> None:
    """Wait for what is computed in the background, and for the work that this starts."""
    for _ in range(3):
        done: list[object] = []
        studio.editor.open_document.start_in_background(lambda: None, done.append)
        studio.qtbot.waitUntil(lambda done=done: bool(done))


@pytest.mark.parametrize("tool", TOOLS)
def test_a_drag_leaves_the_next_picture_alone(studio: Studio, canvas: Canvas, tool: str) -> None:
    studio.press(TOOLS[tool])
    drag(canvas, *PATH, release=False)
    open_meanwhile(studio)
    document = studio.editor.document
    shown = canvas.grab().toImage().pixelColor(at(canvas, 200, 120))
    assert shown.getRgb()[:3] == (255, 255, 0) or tool == "crop"  # whose frame has lines there
    go_on(studio, canvas)
    assert studio.editor.document is document
    assert labels(studio) == ["Open yellow.png"]
    assert not studio.editor.is_modified
    if tool == "crop":
        assert studio.tools.crop.frame == document.extent.bounds


@pytest.mark.parametrize(
    ("step", "tool"),
    [
        *(("undo", tool) for tool in TOOLS),
        *((step, tool) for step in ("redo", "jump") for tool in ("mask brush", "lasso")),
        ("escape", "rectangle"),
    ],
)
def test_a_step_through_the_history_or_escape_ends_a_drag(
    studio: Studio, canvas: Canvas, step: str, tool: str
) -> None:
    if step == "redo":
        studio.press("Ctrl+Z")
    studio.press(TOOLS[tool])
    drag(canvas, *PATH, release=False)
    entries = studio.editor.open_document.history.entries
    if step == "jump":
        studio.find("history_list").setCurrentRow(1)
    else:
        keys = {"undo": "Ctrl+Z", "redo": "Ctrl+Shift+Z", "escape": "Esc"}
        QTest.keySequence(canvas, keys[step])
    document = entries[1 if step in ("undo", "jump") else 2].document
    assert studio.editor.document is document
    go_on(studio, canvas)
    assert studio.editor.document is document
    assert studio.editor.open_document.history.entries == entries
    if tool == "crop":
        assert studio.tools.crop.frame == document.extent.bounds


@pytest.mark.parametrize("tool", ["mask brush", "colour brush", "rectangle"])
@pytest.mark.parametrize("way", ["new", "paste", "sample"])
def test_replacing_the_document_ends_a_drag(studio: Studio, way: str, tool: str) -> None:
    canvas: Canvas = studio.find("canvas")
    studio.press("Shift+B")  # hides the welcome page
    studio.press(TOOLS[tool])
    studio.find("welcome_page").hide()
    drag(canvas, (60, 60), (120, 90), release=False)
    before = studio.editor.document
    if way == "new":
        studio.find("new_action").trigger()
        QTest.keyClick(studio.wait_for("new_dialog"), Qt.Key.Key_Return)
    elif way == "paste":
        image = QImage(256, 256, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.yellow)
        QGuiApplication.clipboard().setImage(image)
        studio.find("paste_action").trigger()
    else:
        studio.click("sample_cat_button")
    studio.qtbot.waitUntil(lambda: studio.editor.document is not before)
    wait_for_work(studio)  # a paste finishes the drag first
    document = studio.editor.document
    QTest.mouseMove(canvas, at(canvas, 200, 200))
    go_on(studio, canvas)
    assert studio.editor.document is document


def test_a_polygon_in_progress_ends_with_its_document(studio: Studio, canvas: Canvas) -> None:
    studio.press("Shift+L")
    for point in ((20, 20), (250, 30), (200, 200)):
        drag(canvas, point)
    studio.press("Ctrl+Z")  # removes the square, not a corner
    assert canvas.tool.is_busy
    open_meanwhile(studio)
    assert not canvas.tool.is_busy
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert labels(studio) == ["Open yellow.png"]


def test_the_eyedropper_picks_nothing_from_the_next_picture(studio: Studio, canvas: Canvas) -> None:
    picked: list[Colour] = []
    studio.tools.eyedropper.picked.connect(picked.append)
    studio.press("I")
    drag(canvas, *PATH, release=False)
    assert picked
    picked.clear()
    open_meanwhile(studio)
    go_on(studio, canvas)
    assert picked == []


def test_shift_click_continues_no_stroke_of_another_page(studio: Studio, canvas: Canvas) -> None:
    studio.press("B")
    drag(canvas, (50, 50))
    open_meanwhile(studio)
    drag(canvas, (350, 250), keys=SHIFT)
    assert mask(studio)[250, 350] == 255
    assert mask(studio)[150, 200] == 0


@pytest.mark.parametrize("keys", ["middle button", "Space", "R"])
def test_moving_the_view_ends_with_the_document(studio: Studio, canvas: Canvas, keys: str) -> None:
    held = {"Space": Qt.Key.Key_Space, "R": Qt.Key.Key_R}.get(keys)
    button = MIDDLE if held is None else LEFT
    if held is not None:
        QTest.keyPress(canvas, held)
    drag(canvas, *PATH, button=button, release=False)
    open_meanwhile(studio)
    corners = at(canvas, 0, 0), at(canvas, 400, 300)
    go_on(studio, canvas, button)
    assert (at(canvas, 0, 0), at(canvas, 400, 300)) == corners


@pytest.mark.parametrize("way", ["open", "undo"])
def test_a_dragged_guide_returns_to_its_place(studio: Studio, canvas: Canvas, way: str) -> None:
    studio.find("rulers_action").trigger()
    ruler = studio.find("vertical_ruler")
    there = ruler.mapFromGlobal(canvas.mapToGlobal(at(canvas, 90, 90)))
    drag_over(ruler, ruler.rect().center(), there, release=False)
    assert [guide.axis for guide in canvas.guides.shown] == ["x"]
    if way == "open":
        open_meanwhile(studio)
    else:
        QTest.keySequence(canvas, "Ctrl+Z")
    document = studio.editor.document
    QTest.mouseRelease(ruler, LEFT, pos=ruler.rect().center())
    assert canvas.guides.shown == ()
    assert studio.editor.document is document
    assert document.guides == ()


def test_a_finger_paints_nothing_on_the_next_picture(studio: Studio, canvas: Canvas) -> None:
    studio.press("B")
    fingers = QTest.touchEvent(canvas, QTest.createTouchDevice(), False)
    fingers.press(0, at(canvas, 250, 60), canvas).commit()
    open_meanwhile(studio)
    for point in ((280, 90), (320, 120)):
        fingers.move(0, at(canvas, *point), canvas).commit()
    fingers.release(0, at(canvas, 320, 120), canvas).commit()
    assert labels(studio) == ["Open yellow.png"]
