"""All words that the model knows, to add to the prompt."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from glide_studio.core.request.model_card import ModelCard
from glide_studio.session.language import tr
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.flow_layout import FlowLayout
from glide_studio.ui.widgets.naming import heading, named

WIDTH = 400


class VocabularyPopup(QDialog):
    """Nouns, colours and places; a click on one emits `chosen`, a click outside closes.

    A new one is created each time.
    """

    chosen = Signal(str)

    def __init__(self, card: ModelCard, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("vocabulary_popup")
        self.setAccessibleName(tr("What the model can draw"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Otherwise a click on the button that opened it would close and reopen it.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self._words = QWidget()
        sections = QVBoxLayout(self._words)
        sections.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        sections.setSpacing(GRID)
        for title, kind, phrases in (
            (tr("Things"), "noun", card.nouns),
            (tr("Colours"), "colour", card.colours),
            (tr("Places"), "place", card.places),
        ):
            if phrases:
                group = self._group(kind, phrases)
                if sections.count():
                    sections.addSpacing(GRID)
                sections.addWidget(heading(title, group))
                sections.addWidget(group)
        scroll = named(
            QScrollArea(),
            "vocabulary_scroll",
            tr("Words"),
            tr("Click a word to add it to the prompt"),
        )
        scroll.setWidget(self._words)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(scroll)

    def open_left_of(self, widget: QWidget) -> None:
        """Show it to the left of `widget`, entirely on its screen."""
        screen = widget.screen().availableGeometry()
        height = self._words.heightForWidth(WIDTH - 2) + 2
        self.setFixedSize(WIDTH, min(height, screen.height()))
        corner = widget.mapToGlobal(QPoint(-WIDTH - 2 * GRID - GRID // 2, 0))
        x = max(corner.x(), screen.left())
        y = max(min(corner.y(), screen.bottom() + 1 - self.height()), screen.top())
        self.move(x, y)
        self.show()

    def _group(self, kind: str, phrases: Sequence[str]) -> QWidget:
        group = QWidget()
        flow = FlowLayout(group)
        flow.setSpacing(GRID // 2)
        for phrase in phrases:
            name = f"{kind}_{phrase.replace(' ', '_')}_button"
            button = named(
                QPushButton(phrase),
                name,
                phrase,
                tr("Add “{phrase}” to the prompt").format(phrase=phrase),
            )
            button.setProperty("role", "chip")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, phrase=phrase: self.chosen.emit(phrase))
            flow.addWidget(button)
        return group
