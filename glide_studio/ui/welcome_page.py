"""What an artist sees before there is a picture."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from glide_studio.ui.flow_layout import FlowLayout
from glide_studio.ui.icons import SIZE, icon
from glide_studio.ui.naming import named
from glide_studio.ui.theme import GRID

CONTENT_WIDTH = 560


class WelcomePage(QFrame):
    """Says how to begin, and offers example prompts; `example_chosen` carries one of them."""

    example_chosen = Signal(str)
    open_requested = Signal()

    def __init__(self, examples: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome_page")
        self._has_examples = bool(examples)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(GRID)
        self._layout.addStretch(2)
        title = "Open a picture, or\N{NO-BREAK SPACE}describe\N{NO-BREAK SPACE}one"
        self._layout.addWidget(_label(title, "welcome_label", "title"))
        paste = QKeySequence("Ctrl+V").toString(QKeySequence.SequenceFormat.NativeText)
        drop = f"Drop a picture here, or paste it with {paste}"
        self._layout.addWidget(_label(drop, "drop_label", "muted"))
        self._layout.addSpacing(GRID)
        self._layout.addWidget(self._open_button(), 0, Qt.AlignmentFlag.AlignHCenter)
        self._examples = self._chips(examples)
        self._layout.addWidget(self._examples)
        self._layout.addStretch(3)

    def _open_button(self) -> QPushButton:
        button = named(
            QPushButton(icon("open"), "Open…"),
            "welcome_open_button",
            "Open a picture",
            "Open a picture",
            "Ctrl+O",
        )
        button.setIconSize(QSize(SIZE, SIZE))
        button.clicked.connect(self.open_requested)
        return button

    def _chips(self, examples: Sequence[str]) -> QWidget:
        """What to try, under words that say so; hidden if there is nothing."""
        area, chips = QWidget(), QWidget()
        flow = FlowLayout(chips, centred=True)
        for number, prompt in enumerate(examples, 1):
            chip = named(
                QPushButton(prompt), f"example_{number}_button", prompt, "Paint this picture"
            )
            chip.setProperty("role", "chip")
            chip.clicked.connect(lambda _, prompt=prompt: self.example_chosen.emit(prompt))
            flow.addWidget(chip)
        layout = QVBoxLayout(area)
        layout.setContentsMargins(0, 4 * GRID, 0, 0)
        layout.setSpacing(GRID + GRID // 2)
        layout.addWidget(_label("Or try one of these", "examples_label", "muted"))
        layout.addWidget(chips)
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content in a column in the middle, without the examples if they are too much."""
        side = max((self.width() - CONTENT_WIDTH) // 2, 3 * GRID)
        self._layout.setContentsMargins(side, 3 * GRID, side, 3 * GRID)
        self._examples.setVisible(self._has_examples)
        widest = self._examples.minimumSizeHint().width()
        fits = widest <= self.width() - 2 * side
        fits = fits and self._layout.totalHeightForWidth(self.width()) <= self.height()
        self._examples.setVisible(self._has_examples and fits)
        super().resizeEvent(event)


def _label(text: str, name: str, role: str) -> QLabel:
    label = named(QLabel(text, wordWrap=True), name, text, "")
    label.setProperty("role", role)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
