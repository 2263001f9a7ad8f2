"""Where the artist says what should appear."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from glide_studio.ui.naming import named


class PromptEdit(QPlainTextEdit):
    """A few lines of plain text; Tab leaves it, and files dropped on it go to the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "prompt_edit", "Prompt", "Say in words what should appear", "Ctrl+Return")
        self.setPlaceholderText("Describe what should appear, such as “a red apple”")
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 24)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only: a dropped file is a picture to open, not its name."""
        return source.hasText() and not source.hasUrls()
