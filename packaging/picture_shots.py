"""Screenshots of work on the picture itself: sizes, free transform, adjustments, menus."""

from artist import Artist
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox, QWidget

ADJUSTMENTS = (
    *("levels", "curves", "brightness_contrast", "hue_saturation", "colour_balance"),
    *("desaturate", "gaussian_blur", "sharpen", "noise"),
)


async def resize(artist: Artist) -> None:
    """Extend the canvas with the crop tool, open the dialogs for sizes, and transform a layer."""
    artist.canvas.set_zoom(0.7 * artist.canvas.zoom)
    artist.press("C")
    artist.stroke([(0, 200), (-60, 200), (-120, 200)])
    artist.photograph("crop-extends")
    artist.press("Esc")
    for keys, name in (("Ctrl+Alt+C", "canvas-size"), ("Ctrl+Alt+I", "image-size")):
        artist.press(keys)
        await artist.photograph_dialog(f"{name.replace('-', '_')}_dialog", name)
        artist.canvas.setFocus()
    artist.press("Ctrl+D", "Ctrl+T")
    await artist.until(lambda: artist.canvas.tool.is_busy)
    extent = artist.editor.document.extent
    width, height = extent.width, extent.height
    artist.stroke([(width, height), (0.8 * width, 0.7 * height)])
    artist.stroke([(width, 0.3 * height), (width, 0.5 * height)])
    await artist.photograph_settled("free-transform")
    artist.press("Esc", "Ctrl+Z", "Ctrl+0")


async def adjust(artist: Artist) -> None:
    """See levels on a photograph, open all other adjustments, and the menus of the right button."""
    for command in ADJUSTMENTS:
        artist.do(command)
        await artist.pause()
        if command == "levels":
            artist.find(QSpinBox, "levels_white_spin").setValue(160)
            await artist.photograph_settled("adjusted")
        await artist.photograph_dialog("adjust_dialog", command.replace("_", "-"))
    for widget, place, name in (
        (artist.canvas, artist.place(60, 60), "canvas-menu"),
        (artist.find(QWidget, "layers_list"), QPoint(60, 20), "layer-menu"),
    ):
        ask_for_menu(widget, place)
        await artist.photograph_settled(name)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        menu.close()
        await artist.until_active()


def ask_for_menu(widget: QWidget, place: QPoint) -> None:
    """Press the menu key; offscreen, no platform does it after a click with the right button."""
    widget.setFocus()
    QTest.mouseMove(widget, place)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))
