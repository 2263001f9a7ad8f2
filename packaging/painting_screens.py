"""Screenshots of painting, retouching and brushes, for `screenshots.py`."""

from artist import Artist
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


async def paint_in_colours(artist: Artist) -> None:
    """Ask for two objects at once, each in a colour of the mask with a prompt of its own."""
    artist.editor.new()
    await artist.open_sample()
    artist.canvas.setFocus()
    artist.press("B")
    artist.stroke([(60, 230), (130, 230), (130, 270), (60, 270), (60, 250), (130, 250)])
    artist.ask_for("a red apple", seed=7)
    artist.do("add_mask_colour")
    artist.ask_for("a blue bird", seed=7)
    artist.canvas.setFocus()
    artist.stroke([(420, 40), (500, 40), (500, 100), (420, 100), (420, 70), (500, 70)])
    await artist.photograph_settled("mask-colours")
    artist.generate()
    await artist.until(lambda: len(artist.editor.document.edits) == 2)
    await artist.until_idle()
    await artist.photograph_settled("mask-colours-filled")
    artist.do("remove_mask_colour")


async def retouch(artist: Artist) -> None:
    """Clone, heal and smudge, and fill with a gradient."""
    artist.editor.new()
    await artist.open_sample()
    artist.canvas.setFocus()
    artist.press("S")
    alt, left = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.LeftButton
    QTest.mouseClick(artist.canvas, left, alt, artist.place(330, 150))
    QTest.keyRelease(artist.canvas, Qt.Key.Key_Alt)
    artist.stroke([(150, 150), (160, 180), (150, 220)])
    await artist.photograph_settled("clone-brush")
    artist.press("Shift+S")
    artist.stroke([(418, 78), (412, 100)])
    await artist.photograph_settled("heal-brush")
    artist.press("U")
    artist.stroke([(250, 40), (260, 180)])
    await artist.photograph_settled("smudge-brush")
    artist.press("G")
    artist.drag([(100, 300), (400, 130)])
    await artist.photograph_settled("gradient")


async def show_brushes(artist: Artist) -> None:
    """Open the presets and the texture of the colour brush."""
    artist.press("Shift+B")
    for button, popup in (
        ("brush_presets_button", "brush-presets"),
        ("brush_texture_button", "brush-texture"),
    ):
        artist.click(button)
        await artist.pause()
        await artist.photograph_settled(popup)
        artist.press("Esc")
        await artist.until_active()
