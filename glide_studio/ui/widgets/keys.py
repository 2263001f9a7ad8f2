"""Keyboard modifiers."""

from PySide6.QtCore import Qt

COMMAND_KEYS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""With one of these, a key is a shortcut of the window rather than text or panning."""
