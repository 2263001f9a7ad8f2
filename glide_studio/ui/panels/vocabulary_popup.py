"""All words that the model knows, with pictures of them, to add to the prompt."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.installed import InstalledModel
from glide_studio.core.request.word_pictures import SIDE, word_pictures
from glide_studio.session.language import tr
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import push_button
from glide_studio.ui.widgets.flow_layout import FlowLayout
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import heading, named
from glide_studio.ui.widgets.windows import Popup

WIDTH = 592
_SHOWN = 64
"""Side of a picture in logical pixels: half of its own, for screens of twice the resolution."""


class VocabularyPopup(Popup):
    """Nouns, colours and places; a click on one emits `chosen`, a click outside closes."""

    chosen = Signal(str)

    def __init__(self, model: InstalledModel, parent: QWidget) -> None:
        super().__init__("vocabulary_popup", tr("What the model can draw"), parent)
        self._words = QWidget()
        sections = QVBoxLayout(self._words)
        sections.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        sections.setSpacing(GRID)
        card, pictures = model.card, _pictures_of(model)
        for title, kind, phrases in (
            (tr("Things"), "noun", card.nouns),
            (tr("Colours"), "colour", card.colours),
            (tr("Places"), "place", card.places),
        ):
            if phrases:
                group = self._group(kind, phrases, pictures)
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

    def _group(
        self, kind: str, phrases: Sequence[str], pictures: dict[tuple[str, str], QIcon]
    ) -> QWidget:
        """The words of a kind: those with a picture, then those without."""
        group = QWidget()
        rows = QVBoxLayout(group)
        rows.setContentsMargins(0, 0, 0, 0)
        shown = [phrase for phrase in phrases if (kind, phrase) in pictures]
        for words in (shown, [phrase for phrase in phrases if phrase not in shown]):
            if words:
                row = QWidget()
                flow = FlowLayout(row)
                flow.setSpacing(GRID // 2)
                for word in words:
                    flow.addWidget(self._button(kind, word, pictures.get((kind, word))))
                rows.addWidget(row)
        return group

    def _button(self, kind: str, phrase: str, picture: QIcon | None) -> QAbstractButton:
        name = f"{kind}_{phrase.replace(' ', '_')}_button"
        tooltip = tr("Add “{phrase}” to the prompt").format(phrase=phrase)
        button: QAbstractButton
        if picture is None:
            button = push_button(name, phrase, tooltip, role="chip")
        else:
            button = named(QToolButton(), name, phrase, tooltip)
            button.setText(_broken(phrase))
            button.setIcon(picture)
            button.setIconSize(QSize(_SHOWN, _SHOWN))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setProperty("role", "word")
            button.setFixedWidth(_SHOWN + 5 * GRID)
        button.clicked.connect(lambda: self.chosen.emit(phrase))
        return button


def _broken(phrase: str) -> str:
    """`phrase`, in two lines if it is long."""
    if len(phrase) <= 12 or " " not in phrase:
        return phrase
    spaces = [i for i, letter in enumerate(phrase) if letter == " "]
    middle = min(spaces, key=lambda i: abs(i - len(phrase) / 2))
    return f"{phrase[:middle]}\n{phrase[middle + 1 :]}"


def _pictures_of(model: InstalledModel) -> dict[tuple[str, str], QIcon]:
    """The picture of each kind and phrase; of phrases for the same place, of the first."""
    found = word_pictures(model)
    if found is None:
        return {}
    groups = found.contents
    kinds = (("noun", groups.nouns), ("colour", groups.colours), ("place", groups.places))
    keys = ((kind, phrases[0]) for kind, many in kinds for phrases in many)
    return dict(zip(keys, map(_icon, found.pictures), strict=True))


def _icon(picture: Pixels) -> QIcon:
    image = QImage(picture.tobytes(), SIDE, SIDE, 3 * SIDE, QImage.Format.Format_RGB888)
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(SIDE / _SHOWN)
    return QIcon(pixmap)
