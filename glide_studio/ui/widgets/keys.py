"""Keys that mean the same everywhere in the window."""

from PySide6.QtCore import Qt

COMMAND_KEYS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""With one of these a key is a command of the window, not text or a move of the view."""
