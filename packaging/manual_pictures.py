"""Takes the pictures of the manual and of README: `python3 dev.py manual-pictures`."""

from pathlib import Path

from artist import Artist, Points, employ
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QSpinBox

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "manual"
WIDTH = 720
QUALITY = 85

BRUSH_SIZE = 60
BLUE, GREEN, RED = 21, 27, 16  # positions in the built-in palette
SKETCH: dict[int, list[Points]] = {
    BLUE: [[(0, y), (256, y)] for y in (20, 60, 100, 140)],
    GREEN: [[(0, y), (256, y)] for y in (190, 236)],
    RED: [[(100, 120), (160, 120), (170, 160), (130, 185), (90, 160), (105, 125)], [(130, 150)]],
}
"""Strokes of each colour, in pixels of the new canvas."""


async def work(artist: Artist) -> None:
    """Generate a picture, inpaint a photograph, choose a candidate, search a command, sketch."""
    artist.ask_for("a red apple on the grass", seed=7)
    artist.generate()
    await artist.until_previewed("base", previews=6)
    artist.photograph("generating")
    await artist.until_idle()
    artist.editor.new()
    await artist.open_sample()
    artist.stroke([(500, 60), (560, 90), (520, 120), (560, 60)])
    artist.stroke([(500, 100), (550, 40)])
    artist.ask_for("a green apple on a wooden table", seed=3, count=3)
    artist.photograph("mask")
    artist.generate()
    await artist.until_previewed("upsample")
    artist.photograph("window")
    await artist.until_idle()
    artist.photograph("candidates")
    artist.press("Ctrl+Shift+P")
    await artist.pause()
    artist.search("ma")
    artist.photograph("palette")
    artist.press("Esc")
    artist.editor.new()
    await sketch(artist)


async def sketch(artist: Artist) -> None:
    """Paint an apple in a few strokes, and generate it."""
    artist.canvas.setFocus()
    artist.press("Shift+B", "F6")
    artist.find(QSpinBox, "brush_size_spin").setValue(BRUSH_SIZE)
    for colour, strokes in SKETCH.items():
        artist.pick_colour(colour)
        for points in strokes:
            artist.stroke(points)
    artist.ask_for("a red apple on the grass", seed=7)
    await artist.photograph_settled("sketch")
    artist.generate()
    await artist.until(lambda: artist.editor.runs.running is not None)
    await artist.until_idle()
    await artist.photograph_settled("sketched")


def save(picture: QPixmap, name: str) -> None:
    """Save `picture` at a size that can be read beside text; README has one as it is."""
    if name == "mask":
        picture.save(str(ROOT / ".github" / "window.png"))
    small = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    small.save(str(FOLDER / f"{name}.jpg"), "JPEG", QUALITY)


if __name__ == "__main__":
    employ(work, save)
