"""A list of words under headings, each with its picture."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QStyleOptionViewItem

from glide_studio.core.request.installed import InstalledModel
from glide_studio.core.request.word_pictures import COLUMNS, SIDE, WordPictures, word_pictures
from glide_studio.session.language import tr
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.fields import COMMAND_KEYS
from glide_studio.ui.widgets.naming import named
from glide_studio.ui.widgets.row_list import Index, RowDelegate, draw_line

PICTURE = 64
"""Side of a picture in logical pixels: half of its own, for screens of twice the resolution."""

PLACE = Qt.ItemDataRole.UserRole
"""The place of a word's picture on the sheet; None if it is shown without."""

TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter


class WordSheet:
    """The pictures of a model's words, decoded once and scaled once for the screen."""

    def __init__(self, model: InstalledModel) -> None:
        self._model = model
        self._scaled: dict[float, QPixmap] = {}

    @cached_property
    def places(self) -> dict[tuple[str, str], int]:
        """The index on the sheet of the picture of each kind and word; words may share one."""
        if self._pictures is None:
            return {}
        groups = self._pictures.contents
        kinds = (("noun", groups.nouns), ("colour", groups.colours), ("place", groups.places))
        same = [(kind, words) for kind, many in kinds for words in many]
        return {(kind, word): place for place, (kind, words) in enumerate(same) for word in words}

    def draw(self, painter: QPainter, place: int, area: QRect) -> None:
        """Paint the picture at `place` over `area`, a square of `PICTURE` logical pixels."""
        sheet = self._sheet(painter.device().devicePixelRatio())
        side = sheet.width() // COLUMNS
        row, column = divmod(place, COLUMNS)
        painter.drawPixmap(area, sheet, QRect(column * side, row * side, side, side))

    @cached_property
    def _pictures(self) -> WordPictures | None:
        return word_pictures(self._model)

    def _sheet(self, ratio: float) -> QPixmap:
        """All pictures, for a screen with `ratio` pixels to a logical one."""
        if ratio not in self._scaled and self._pictures is not None:
            pixels = self._pictures.sheet
            height, width = pixels.shape[:2]
            image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
            fitting = COLUMNS * min(round(PICTURE * ratio), SIDE)
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled[ratio] = QPixmap.fromImage(image.scaledToWidth(fitting, smooth))
        return self._scaled[ratio]


class WordList(QListWidget):
    """Words in rows, under the headings of their groups; a click emits `chosen` with the word.

    It takes no focus: the search field above it passes keys on to `steer`.
    """

    chosen = Signal(str)

    def __init__(self, sheet: WordSheet) -> None:
        super().__init__()
        named(self, "vocabulary_list", tr("Words"), tr("Click a word to add it to the prompt"))
        self._sheet = sheet
        self._groups: list[tuple[QListWidgetItem, list[QListWidgetItem]]] = []
        self._others: list[tuple[QListWidgetItem, int]] = []
        self.widest_line = 0
        self.setItemDelegate(_WordDelegate(self, sheet))
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.itemClicked.connect(self._choose)

    def add_words(self, title: str, kind: str, words: Sequence[str]) -> None:
        """Add a heading with words below it: first one for each picture, then those without.

        Other words for what a picture shows come under a heading of their own; they are shown
        with the picture once they are searched for.
        """
        shown: list[str] = []
        others: dict[str, int] = {}
        places = {word: self._sheet.places.get((kind, word)) for word in words}
        first = {place: word for word, place in reversed(places.items())}
        for word, place in places.items():
            if place is None or first[place] == word:
                shown.append(word)
            else:
                others[word] = place
        shown.sort(key=lambda word: places[word] is None)
        self._add_group(title, shown, places)
        items = self._add_group(tr("Also understood"), list(others), {})
        self._others += [(item, others[item.text()]) for item in items]

    def show_matching(self, typed: str) -> bool:
        """Show only the words that contain what is typed; returns whether there are any.

        The best becomes the current one: a word that begins with it, or a part of which does.
        """
        wanted = " ".join(typed.casefold().split())
        found: list[tuple[int, int]] = []
        for heading, items in self._groups:
            fits = {self.row(item): _fit(wanted, item.text().casefold()) for item in items}
            for row, fit in fits.items():
                self.item(row).setHidden(fit is None)
            found += [(fit, row) for row, fit in fits.items() if fit is not None]
            heading.setHidden(all(fit is None for fit in fits.values()))
        for item, place in self._others:
            item.setData(PLACE, place if wanted else None)
        self.setCurrentRow(min(found)[1] if wanted and found else -1)
        return bool(found)

    def steer(self, event: QKeyEvent) -> bool:
        """Handle a key that moves among the words or chooses one; returns whether it did."""
        if event.modifiers() & (COMMAND_KEYS | Qt.KeyboardModifier.ShiftModifier):
            return False
        match event.key():
            case Qt.Key.Key_Left:
                self._step(-1)
            case Qt.Key.Key_Right:
                self._step(1)
            case Qt.Key.Key_Up | Qt.Key.Key_Down | Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                self.keyPressEvent(event)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(self.currentItem())
            case _:
                return False
        return True

    def _add_group(
        self, title: str, words: Sequence[str], places: Mapping[str, int | None]
    ) -> list[QListWidgetItem]:
        """Add a heading and these words, if there are any; returns the items of the words."""
        if not words:
            return []
        heading = QListWidgetItem(title, self)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        items = [QListWidgetItem(word, self) for word in words]
        for item in items:
            item.setData(PLACE, places.get(item.text()))
            item.setToolTip(tr("Add “{phrase}” to the prompt").format(phrase=item.text()))
        self._groups.append((heading, items))
        lines = [line for word in words for line in _broken(word).splitlines()]
        widths = map(self.fontMetrics().horizontalAdvance, lines)
        self.widest_line = max(self.widest_line, *widths)
        return items

    def _step(self, step: int) -> None:
        """Move to the next or previous word, over the ends of rows and over headings."""
        row = self.currentRow() + step
        while 0 <= row < self.count() and not self._can_choose(self.item(row)):
            row += step
        if 0 <= row < self.count():
            self.setCurrentRow(row)

    def _can_choose(self, item: QListWidgetItem) -> bool:
        return bool(item.flags() & Qt.ItemFlag.ItemIsEnabled) and not item.isHidden()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and self._can_choose(item):
            self.chosen.emit(item.text())


class _WordDelegate(RowDelegate):
    """A picture above its word, in as many columns as have room; a word alone; or a heading."""

    def __init__(self, words: WordList, sheet: WordSheet) -> None:
        super().__init__()
        self.setParent(words)
        self._words = words
        self._sheet = sheet

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        room, line = self._words.viewport().width(), option.fontMetrics.lineSpacing()
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return QSize(room, line + 3 * GRID)
        if index.data(PLACE) is None:
            return QSize(option.fontMetrics.horizontalAdvance(index.data()) + 3 * GRID, line + GRID)
        columns = max(room // (max(self._words.widest_line, PICTURE) + GRID), 1)
        lines = _broken(index.data()).count("\n") + 1
        return QSize(room // columns, PICTURE + lines * line + 2 * GRID)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area, place = option.rect, index.data(PLACE)
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            area = area.adjusted(GRID, 2 * GRID, 0, 0)
            draw_line(painter, area, index.data(), QPalette.ColorRole.PlaceholderText)
            return
        painter.setPen(QApplication.palette().color(QPalette.ColorRole.Text))
        if place is None:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, index.data())
            return
        left = area.left() + (area.width() - PICTURE) // 2
        self._sheet.draw(painter, place, QRect(left, area.top() + GRID // 2, PICTURE, PICTURE))
        below = area.adjusted(0, PICTURE + GRID, 0, 0)
        painter.drawText(below, TOP, _broken(index.data()))


def _fit(typed: str, word: str) -> int | None:
    """How well `word` fits, 0 the best; None if it does not contain what is typed."""
    if typed not in word:
        return None
    return 0 if word.startswith(typed) else 1 if f" {typed}" in word else 2


def _broken(phrase: str) -> str:
    """`phrase`, in two lines if it is long."""
    if len(phrase) <= 12 or " " not in phrase:
        return phrase
    spaces = [i for i, letter in enumerate(phrase) if letter == " "]
    middle = min(spaces, key=lambda i: abs(i - len(phrase) / 2))
    return f"{phrase[:middle]}\n{phrase[middle + 1 :]}"
