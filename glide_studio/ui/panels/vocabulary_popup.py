"""All words that the model knows, to add to the prompt."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from glide_studio.core.request.model_card import ModelCard
from glide_studio.session.language import tr
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import push_button
from glide_studio.ui.widgets.flow_layout import FlowLayout
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import heading, named
from glide_studio.ui.widgets.windows import Popup

WIDTH = 400


class VocabularyPopup(Popup):
    """Nouns, colours and places; a click on one emits `chosen`, a click outside closes."""

    chosen = Signal(str)

    def __init__(self, card: ModelCard, parent: QWidget) -> None:
        super().__init__("vocabulary_popup", tr("What the model can draw"), parent)
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
        fill(QVBoxLayout(self), [scroll]).setContentsMargins(1, 1, 1, 1)

    def open_left_of(self, widget: QWidget) -> None:
        """Show it to the left of `widget`, entirely on its screen."""
        screen = widget.screen().availableGeometry()
        height = self._words.heightForWidth(WIDTH - 2) + 2
        self.setFixedSize(WIDTH, min(height, screen.height()))
        self.open_at(widget, QPoint(-WIDTH - 2 * GRID - GRID // 2, 0))

    def _group(self, kind: str, phrases: Sequence[str]) -> QWidget:
        group = QWidget()
        flow = FlowLayout(group)
        flow.setSpacing(GRID // 2)
        for phrase in phrases:
            name = f"{kind}_{phrase.replace(' ', '_')}_button"
            tooltip = tr("Add “{phrase}” to the prompt").format(phrase=phrase)
            button = push_button(name, phrase, tooltip, role="chip")
            button.clicked.connect(lambda _, phrase=phrase: self.chosen.emit(phrase))
            flow.addWidget(button)
        return group
