"""Takes a picture of every mode, panel and dialog: `python3 dev.py screenshots FOLDER`.

An artist works in the real window, in the dark and in the light theme, at 1x and at 2x. With
--fake the scripted engine of the tests stands in for the starter model.
"""

import argparse
import multiprocessing
import os
import sys
from itertools import product
from pathlib import Path

from artist import Artist, Points, employ
from dialog_screens import open_dialogs, open_several
from painting_screens import paint_in_colours, retouch, show_brushes
from picture_shots import adjust, resize
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QWidget,
)

from glide_studio.app import load_engine
from glide_studio.core.geometry import Rect
from glide_studio.core.modes.modes import Mode
from glide_studio.session.preferences import Theme
from glide_studio.ui.style.theme import DARK, LIGHT, apply_theme, current
from tests.fakes import FakeEngine

THEMES: tuple[Theme, ...] = ("dark", "light")
SCALES = 1, 2
CUP: Points = [(270, 95), (395, 60), (410, 205), (330, 270), (262, 215)]
SKY, SUN = 21, 18  # positions in the built-in palette


async def work(artist: Artist) -> None:
    """Go through all parts of the program."""
    artist.photograph("welcome")
    await complete_words(artist)
    await generate(artist)
    await make_masks(artist)
    await adjust(artist)
    await inpaint(artist)
    await change_the_view(artist)
    await resize(artist)
    await choose_candidates(artist)
    await run_edits_again(artist)
    await paint_in_colours(artist)
    await retouch(artist)
    await show_brushes(artist)
    await sketch(artist)
    await work_with_modes(artist)
    await open_several(artist)
    await open_dialogs(artist)
    await switch_theme(artist)
    artist.window.close()
    await artist.pause()
    artist.photograph("confirm", artist.find(QWidget, "confirm_dialog"))


async def complete_words(artist: Artist) -> None:
    """Type with completions, read the hint, and look at all words."""
    artist.ask_for("a re", seed=7)
    artist.photograph("completing-colour")
    artist.ask_for("a red apple on", seed=7)
    artist.photograph("completing-place")
    artist.ask_for("a lighthouse on the grass ", seed=7)
    for _ in range(3):  # the hint appears only after a pause in typing
        await artist.pause()
    artist.photograph("unknown-word")
    artist.click("vocabulary_button")
    await artist.photograph_settled("vocabulary")
    artist.search("wo")
    await artist.photograph_settled("vocabulary-search")
    artist.press("Esc")


async def generate(artist: Artist) -> None:
    artist.ask_for("a red apple", seed=7)
    artist.generate()
    await artist.until_previewed("base", previews=6)
    artist.photograph("generating")
    await artist.until_idle()
    artist.photograph("generated")


async def make_masks(artist: Artist) -> None:
    """Select by shape, corners and colour on a photograph, show every look, and undo it all."""
    artist.editor.new()
    await artist.open_sample()
    artist.photograph("opened")

    async def until_done(label: str) -> None:
        await artist.until(lambda: artist.editor.open_document.history.entries[-1].label == label)

    artist.canvas.setFocus()
    artist.press("Shift+M")
    artist.drag([(175, 40), (420, 300)])
    await until_done("Ellipse")
    artist.photograph("select-ellipse")
    artist.press("Shift+L")
    for corner in CUP:
        artist.click_canvas(*corner)
    artist.photograph("select-polygon")
    artist.press("Return")
    await until_done("Polygon")
    artist.press("W")
    artist.click_canvas(150, 220)
    await until_done("Magic wand")
    artist.photograph("select-wand")
    for look in ("hatch", "ants"):
        artist.do(f"mask_{look}")
        await artist.photograph_settled(f"mask-{look}")
    artist.do("mask_tint")
    artist.press("Shift+B")
    artist.drag([(150, 120), (400, 140), (170, 220), (420, 240)], steps=8)
    await artist.photograph_settled("painted-within-selection")
    artist.press("V")
    artist.drag([(300, 180), (340, 210)], steps=4)
    await until_done("Move Background")
    await artist.photograph_settled("moved-selection")
    artist.press("B")
    for name in ("grow", "shrink", "feather", "smooth"):
        artist.do(f"{name}_mask")
        await artist.photograph_dialog("radius_dialog", f"mask-{name}")
    artist.click("brush_pressure_button")
    await artist.photograph_dialog("pressure_dialog", "pen-pressure")
    artist.editor.jump(0)


async def run_edits_again(artist: Artist) -> None:
    """Fill two masks that overlap, and run the lower fill again with another prompt."""
    artist.editor.new()
    await artist.open_sample()
    fills: list[tuple[str, Points]] = [
        ("a red apple", [(120, 250), (190, 250), (190, 290), (120, 290)]),
        ("a blue bird", [(190, 200), (250, 200), (250, 260), (190, 260)]),
    ]
    for prompt, points in fills:
        artist.canvas.setFocus()
        artist.press("B")
        artist.stroke(points)
        artist.ask_for(prompt, seed=7)
        artist.generate()
        await artist.until_idle()
    artist.do("edits_panel")
    await artist.pause()
    rows = artist.find(QListWidget, "edits_list")
    place = rows.visualItemRect(rows.item(1)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    field = artist.find(QLineEdit, "edit_prompt_edit")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "a green pear")
    await artist.photograph_settled("edits")
    artist.click("rerun_edit_button")
    await artist.until(lambda: artist.editor.runs.progress is not None)
    await artist.photograph_settled("edits-running")
    await artist.until_idle()
    await artist.photograph_settled("edits-done")


async def inpaint(artist: Artist) -> None:
    """Paint a mask, inpaint it, and undo."""
    artist.stroke([(500, 60), (560, 90), (520, 120), (560, 60)])
    artist.stroke([(500, 100), (550, 40)])
    artist.photograph("mask")
    artist.ask_for("a green apple on a table", seed=3, count=3)
    artist.generate()
    await artist.until_previewed("upsample")
    artist.photograph("inpainting")
    await artist.until_idle()
    artist.photograph("inpainted")
    artist.canvas.setFocus()
    artist.press("Ctrl+Z")
    artist.photograph("undone")


async def change_the_view(artist: Artist) -> None:
    """Rotate and mirror the view, measure, and zoom in; all is put back afterwards."""
    await artist.until_idle()
    artist.canvas.setFocus()
    artist.press("6", "6", "H", "F8")
    await artist.photograph_settled("view-turned")
    artist.press("5", "Ctrl+R")
    await artist.pause()  # wait for pending events before the drag
    ruler = artist.find(QWidget, "horizontal_ruler")
    end = ruler.mapFromGlobal(artist.canvas.mapToGlobal(QPoint(300, 150)))
    QTest.mousePress(ruler, Qt.MouseButton.LeftButton, pos=QPoint(40, 8))
    QTest.mouseMove(ruler, end)
    QTest.mouseRelease(ruler, Qt.MouseButton.LeftButton, pos=end)
    await artist.photograph_settled("rulers-and-guide")
    artist.canvas.set_zoom(16.0, QPointF(300, 150))
    QTest.mouseMove(artist.canvas, QPoint(320, 200))
    artist.photograph("pixel-grid")
    while artist.editor.document.guides:
        artist.press("Ctrl+Z")
    artist.press("Ctrl+R", "F8", "Ctrl+0")
    await artist.pause()


async def choose_candidates(artist: Artist) -> None:
    """Generate several pictures, compare and discard some; queue more; search earlier prompts."""
    artist.editor.runs.cancel_all()
    artist.editor.review.clear()
    artist.ask_for("a {red|green} apple on a table", seed=5, count=4)
    artist.press("Ctrl+Return")
    artist.ask_for("a blue cat on the grass", seed=7, count=2)
    artist.press("Ctrl+Return")
    artist.do("queue_panel")
    await artist.until(lambda: artist.editor.review.is_pending)
    artist.press("Alt+Right")
    await artist.photograph_settled("candidates-and-queue")
    await artist.until_idle()
    artist.do("history_panel")
    artist.press("Alt+Right", "Alt+Del")
    artist.click("discarded_button")
    await artist.photograph_settled("discarded")
    artist.press("Alt+Return", "Alt+Up")
    await artist.pause()
    artist.search("apple")
    artist.photograph("earlier-prompts")
    artist.press("Esc")


async def sketch(artist: Artist) -> None:
    """Paint with colours of the palette, pick one from the picture, arrange the layers."""
    artist.canvas.setFocus()
    artist.press("Ctrl+Shift+N", "Shift+B", "F6")
    artist.pick_colour(SKY)
    artist.stroke([(40, 40), (200, 60), (120, 90)])
    artist.pick_colour(SUN)
    artist.stroke([(300, 70), (320, 80)])
    await artist.photograph_settled("painting")
    artist.canvas.setFocus()
    artist.press("I")
    QTest.mouseMove(artist.canvas, artist.place(300, 200))
    await artist.photograph_settled("eyedropper")
    artist.press("Ctrl+J", "F7")
    blend_modes = artist.find(QComboBox, "blend_mode_combo")
    for _ in range(2):
        QTest.keyClick(blend_modes, Qt.Key.Key_Down)
    artist.canvas.setFocus()
    artist.press("Ctrl+.", "PgDown")
    await artist.photograph_settled("layers")
    artist.press("B")


async def work_with_modes(artist: Artist) -> None:
    """Vary a result, extend it beyond its edge, upscale all of that, and redraw it."""

    async def generate(prompt: str, seed: int) -> None:
        artist.ask_for(prompt, seed)
        artist.generate()
        await artist.until(lambda: artist.editor.runs.running is not None)
        await artist.until_idle()

    artist.editor.new()
    await generate("a red apple on the grass", 5)
    show_mode(artist, Mode.VARIATION)
    artist.editor.image.crop(Rect(0, 0, 384, 256))
    await artist.until(lambda: artist.editor.document.extent.width == 384)
    artist.photograph("outpaint")
    await generate("grass", 3)
    artist.photograph("outpainted")
    show_mode(artist, Mode.UPSCALE)
    await generate("grass", 3)
    await artist.photograph_settled("upscaled")
    show_mode(artist, Mode.SKETCH)


def show_mode(artist: Artist, mode: Mode) -> None:
    """Choose in the list of modes, with the keyboard, and take a picture."""
    modes = artist.find(QComboBox, "mode_combo")
    modes.setFocus()
    QTest.keyClick(modes, Qt.Key.Key_Home)
    for _ in range(modes.findData(mode)):
        QTest.keyClick(modes, Qt.Key.Key_Down)
    assert modes.currentData() is mode, mode
    artist.photograph(mode.value)


async def switch_theme(artist: Artist) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = current()
    apply_theme(app, DARK if before is LIGHT else LIGHT)
    await artist.photograph_settled("other-theme")
    apply_theme(app, before)


def take(folder: Path, theme: Theme, scale: int, fake: bool) -> None:
    """Save numbered pictures in `folder`."""
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    folder.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []

    def save(picture: QPixmap, name: str) -> None:
        taken.append(folder / f"{len(taken) + 1:02d}-{name}.png")
        picture.save(str(taken[-1]))
        print(taken[-1], flush=True)

    load = FakeEngine(steps=20, step_seconds=0.03).load if fake else load_engine
    employ(work, save, theme, load)


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py screenshots", description=__doc__)
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    parser.add_argument("--fake", action="store_true", help="use the scripted engine")
    parser.add_argument("--theme", choices=THEMES, help="take only the pictures of this theme")
    parser.add_argument("--scale", choices=SCALES, type=int, help="take only those of this scale")
    arguments = parser.parse_args()
    themes = [arguments.theme] if arguments.theme else THEMES
    scales = [arguments.scale] if arguments.scale else SCALES
    status = 0
    for theme, scale in product(themes, scales):
        folder = arguments.folder / f"{theme}-{scale}x"
        # The scale factor is fixed for a process.
        process = multiprocessing.get_context("spawn").Process(
            target=take, args=(folder, theme, scale, arguments.fake)
        )
        process.start()
        process.join()
        status = max(status, abs(process.exitcode or 0))
    return status


if __name__ == "__main__":
    sys.exit(main())
