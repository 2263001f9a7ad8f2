"""The part of the screenshots that shows how documents are created and opened."""

from importlib.resources import files
from pathlib import Path

from artist import Artist
from PySide6.QtWidgets import QFileDialog


async def open_several(artist: Artist) -> None:
    """Ask for a new picture and for files, and open samples in tabs."""
    artist.do("new")
    await artist.photograph_dialog("new_dialog", "new")
    sample = Path(str(files("glide_studio.resources") / "samples" / "cat.jpg"))
    artist.editor.open_beside([sample, sample.with_name("rocket.jpg")], as_sample=True)
    await artist.until(lambda: len(artist.editor.open_document.states) == 3)
    await artist.photograph_settled("tabs")
    for _ in range(2):
        artist.editor.close_document()
    artist.do("open")
    dialog = artist.find(QFileDialog, "open_dialog")
    dialog.setDirectory(str(sample.parent))
    await artist.pause()
    dialog.currentChanged.emit(str(sample))
    await artist.pause()
    await artist.photograph_dialog("open_dialog", "open")
