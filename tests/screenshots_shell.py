"""Photographs of what surrounds the work: commands, preferences, help, and the other theme."""

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from glide_studio.ui.style.theme import DARK, LIGHT, apply_theme, current
from glide_studio.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from tests.screenshots import Artist

PAUSE = 0.2


async def look_around(artist: "Artist", window: MainWindow) -> None:
    """Find a command, open every dialog, and look at the other theme."""
    artist.press("Ctrl+Shift+P")
    await asyncio.sleep(PAUSE)
    artist.press("Z")
    artist.photograph("palette")
    artist.press("Esc")
    await asyncio.sleep(PAUSE)
    artist.press("Ctrl+,")
    await asyncio.sleep(PAUSE)
    dialog = window.findChild(QWidget, "preferences_dialog")
    pages = window.findChild(QTabWidget, "preferences_tabs")
    for page in range(pages.count()):
        pages.setCurrentIndex(page)
        await asyncio.sleep(PAUSE)
        artist.photograph(f"preferences-{page + 1}", dialog)
    dialog.close()
    await asyncio.sleep(PAUSE)
    window.activateWindow()  # which no window manager does after a dialog
    await asyncio.sleep(PAUSE)
    artist.press("F1")
    await asyncio.sleep(PAUSE)
    manual = window.findChild(QWidget, "manual")
    artist.photograph("manual", manual)
    manual.close()
    for action in window.actions():
        if action.objectName() == "about_action":
            action.trigger()
    await asyncio.sleep(PAUSE)
    about = window.findChild(QWidget, "about_dialog")
    artist.photograph("about", about)
    about.close()
    await asyncio.sleep(PAUSE)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = current()
    apply_theme(app, DARK if before is LIGHT else LIGHT)
    await asyncio.sleep(PAUSE)
    artist.photograph("other-theme")
    apply_theme(app, before)
