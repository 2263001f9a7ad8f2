"""The part of the screenshots that shows dialogs, and documents that are created and opened."""

from importlib.resources import files
from pathlib import Path

from artist import Artist
from PySide6.QtWidgets import QFileDialog, QTabWidget, QWidget


async def open_several(artist: Artist) -> None:
    """Ask for a new picture and for files, and open samples in tabs."""
    artist.do("new")
    await artist.photograph_dialog("new_dialog", "new")
    sample = Path(str(files("glide_studio.resources") / "samples" / "cat.jpg"))
    artist.editor.open(sample, sample.with_name("rocket.jpg"), as_sample=True)
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


async def open_dialogs(artist: Artist) -> None:
    """Search a command, and open the preferences, the manual and About."""
    artist.press("Ctrl+Shift+P")
    await artist.pause()
    artist.search("z")
    artist.photograph("palette")
    artist.press("Esc")
    await artist.pause()
    artist.press("Ctrl+,")
    await artist.pause()
    dialog = artist.find(QWidget, "preferences_dialog")
    pages = artist.find(QTabWidget, "preferences_tabs")
    for page in range(pages.count()):
        pages.setCurrentIndex(page)
        await artist.photograph_settled(f"preferences-{page + 1}", dialog)
    dialog.close()
    await artist.until_active()
    for command, name in (("manual", "manual"), ("about", "about_dialog")):
        artist.do(command)
        await artist.photograph_dialog(name, command)
