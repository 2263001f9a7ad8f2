"""The theme and the size of the letters that the artist prefers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from glide_studio.session.preferences import Preferences
from glide_studio.ui.style.theme import DARK, LIGHT, Palette, apply_theme


def apply_appearance(app: QApplication, preferences: Preferences) -> None:
    """Give all windows the look that is preferred, now."""
    apply_theme(app, preferred_palette(app, preferences), preferences.font_scale)


def preferred_palette(app: QApplication, preferences: Preferences) -> Palette:
    """Dark or light as wanted, or as the system has it; dark where the system does not say."""
    match preferences.theme:
        case "dark":
            return DARK
        case "light":
            return LIGHT
    light = app.styleHints().colorScheme() == Qt.ColorScheme.Light
    return LIGHT if light else DARK


def follow_system(app: QApplication, preferences: Preferences) -> None:
    """Change with the system's theme from now on, if that is what the artist wants."""

    def change() -> None:
        if preferences.theme == "system":
            apply_appearance(app, preferences)

    app.styleHints().colorSchemeChanged.connect(change)
