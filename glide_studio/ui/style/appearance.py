"""The preferred theme and text size."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from glide_studio.session.preferences import Preferences
from glide_studio.ui.style.theme import DARK, LIGHT, Palette, apply_theme


def apply_appearance(app: QApplication, preferences: Preferences) -> None:
    """Apply the preferred theme and text size to all windows."""
    apply_theme(app, preferred_palette(app, preferences), preferences.font_scale)


def preferred_palette(app: QApplication, preferences: Preferences) -> Palette:
    """The preferred theme, or the system's; dark if the system has no preference."""
    match preferences.theme:
        case "dark":
            return DARK
        case "light":
            return LIGHT
    light = app.styleHints().colorScheme() == Qt.ColorScheme.Light
    return LIGHT if light else DARK


def follow_system(app: QApplication, preferences: Preferences) -> None:
    """Follow changes of the system's theme from now on, if that is preferred."""

    def change() -> None:
        if preferences.theme == "system":
            apply_appearance(app, preferences)

    app.styleHints().colorSchemeChanged.connect(change)
