"""Takes the pictures of the manual and of README: `python3 dev.py manual-pictures`."""

from pathlib import Path

from artist import Artist, employ
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "manual"
WIDTH = 720
QUALITY = 85


async def work(artist: Artist) -> None:
    """Generate a picture, inpaint a photograph, choose a candidate, and search a command."""
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


def save(picture: QPixmap, name: str) -> None:
    """Save `picture` at a size that can be read beside text; README has one as it is."""
    if name == "mask":
        picture.save(str(ROOT / ".github" / "window.png"))
    small = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    small.save(str(FOLDER / f"{name}.jpg"), "JPEG", QUALITY)


if __name__ == "__main__":
    employ(work, save)
