"""Candidates, queue and prompt panel, photographed while an artist uses them."""

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from glide_studio.session.editor import Editor

if TYPE_CHECKING:
    from tests.screenshots import Artist


async def work_with_panels(artist: "Artist", editor: Editor) -> None:
    """Ask for several pictures, compare and discard some; queue more; search earlier prompts."""
    editor.runs.cancel_all()
    editor.review.clear()
    artist.ask_for("a {red|green} apple on a table", seed=5, count=4)
    artist.press("Ctrl+Return")
    artist.ask_for("a blue cat on the grass", seed=7, count=2)
    artist.press("Ctrl+Return")
    artist.do("queue_panel")
    await artist.until(lambda: editor.review.is_pending)
    artist.press("Alt+Right")
    await asyncio.sleep(0.3)
    artist.photograph("candidates-and-queue")
    await artist.until(lambda: editor.runs.running is None)
    artist.do("history_panel")
    artist.press("Alt+Right")
    artist.press("Alt+Del")
    artist.click("discarded_button")
    await asyncio.sleep(0.3)
    artist.photograph("discarded")
    artist.press("Alt+Return")
    artist.press("Alt+Up")
    await asyncio.sleep(0.2)
    popup = QApplication.activePopupWidget()
    QTest.keyClicks(popup.focusWidget() or popup, "apple")
    artist.photograph("earlier-prompts")
    QTest.keyClick(popup.focusWidget() or popup, Qt.Key.Key_Escape)
    artist.press("Ctrl+Z")
