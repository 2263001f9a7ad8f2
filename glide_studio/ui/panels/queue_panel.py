"""The queue: the current run, the waiting and the finished ones."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListWidgetItem,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences
from glide_studio.session.progress import Progress
from glide_studio.session.run_list import Run, title
from glide_studio.session.runs import Runs
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.panels.progress_panel import progress_text
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import action_button, icon_button
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import named
from glide_studio.ui.widgets.row_list import Index, RowDelegate, RowList, draw_line, set_row_count

DETAIL = Qt.ItemDataRole.UserRole
"""The second line of a row."""

NUMBER = Qt.ItemDataRole.UserRole + 1
SHARE = Qt.ItemDataRole.UserRole + 2
"""The progress of the current run, 0 to 1; None for the others."""

FAILED = Qt.ItemDataRole.UserRole + 3
PLACE = Qt.ItemDataRole.UserRole + 4
"""The index among the waiting runs, from 0; None for the others."""

BAR = 3


class QueuePanel(QWidget):
    """A list of all runs, with buttons for the selected one.

    `corner` holds the buttons that belong beside the panel's title.
    """

    def __init__(self, runs: Runs, preferences: Preferences, actions: Actions) -> None:
        super().__init__()
        self._runs = runs
        self._preferences = preferences
        self._progress = runs.progress
        self._list = named(
            QueueList(),
            "queue_list",
            tr("Queue"),
            tr(
                "Drag a waiting run to reorder it, or press Alt+Up or Alt+Down; Delete removes "
                "or cancels a run, Enter retries a failed or cancelled one"
            ),
        )
        self._list.setMinimumHeight(4 * GRID)
        self._make_buttons()
        self._lay_out(self._switches(actions))
        self._list.moved.connect(runs.move)
        self._list.removed.connect(runs.remove)
        self._list.retried.connect(runs.retry)
        self._list.currentRowChanged.connect(self._show_buttons)
        runs.changed.connect(self._show)
        runs.progress_changed.connect(self._set_progress)
        self._show()

    def _make_buttons(self) -> None:
        rows = self._list
        self._up = _button("up", tr("Move up"), "Alt+Up", lambda: rows.move_current(-1))
        self._down = _button("down", tr("Move down"), "Alt+Down", lambda: rows.move_current(1))
        self._retry = _button("retry", tr("Retry"), "Return", rows.retry_current)
        self._remove = _button("close", tr("Remove or cancel"), "Del", rows.remove_current)
        self._cancel_all = _button("cancel", tr("Cancel all"), "", self._runs.cancel_all)
        self._clear = _button("clear", tr("Clear finished"), "", self._runs.remove_ended)

    def _switches(self, actions: Actions) -> list[QToolButton]:
        switches = []
        for name in ("sound", "notify"):
            wanted = f"{name}_when_done"
            actions[wanted].setChecked(getattr(self._preferences, wanted))
            switch = actions.connect_switch(wanted, partial(setattr, self._preferences, wanted))
            switches.append(action_button(switch, f"queue_{name}_button"))
        return switches

    def _lay_out(self, switches: list[QToolButton]) -> None:
        self.corner = [self._up, self._down, self._retry, self._remove]
        footer = fill(QHBoxLayout(), [self._cancel_all, self._clear, None, *switches], gap=0)
        fill(QVBoxLayout(self), [self._list, footer], GRID // 2, grows=[self._list])

    def _set_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        running = self._runs.running
        if running is not None and self._list.count():
            self._fill(self._list.item(0), running)

    def _show(self) -> None:
        runs, marked = self._runs.list.runs, self._list.currentItem()
        number = None if marked is None else marked.data(NUMBER)
        with QSignalBlocker(self._list):
            set_row_count(self._list, len(runs))
            for row, run in enumerate(runs):
                self._fill(self._list.item(row), run)
                if run.number == number:
                    self._list.setCurrentRow(row)
        self._show_buttons()

    def _fill(self, item: QListWidgetItem, run: Run) -> None:
        waiting = self._runs.list.waiting
        place = waiting.index(run) if run in waiting else None
        detail = run_text(run, self._progress)
        document = self._runs.name_of(run)
        if document is not None:
            detail = f"{document}: {detail}"
        name = title(run)
        item.setText(" ".join(name.split()))
        item.setData(DETAIL, detail)
        item.setData(NUMBER, run.number)
        item.setData(PLACE, place)
        item.setData(FAILED, run.state == "failed")
        running = run.state == "running"
        item.setData(SHARE, self._progress.share if running and self._progress else None)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {detail}")
        item.setToolTip(f"{name}\n{detail}")

    def _show_buttons(self) -> None:
        runs, item = self._runs.list, self._list.currentItem()
        run = None if item is None else runs.find(item.data(NUMBER))
        place = None if item is None else item.data(PLACE)
        self._up.setEnabled(place is not None and place > 0)
        self._down.setEnabled(place is not None and place < len(runs.waiting) - 1)
        self._retry.setEnabled(run is not None and run.can_retry)
        self._remove.setEnabled(run is not None)
        self._cancel_all.setEnabled(runs.running is not None)
        self._clear.setEnabled(bool(runs.ended))


class QueueList(RowList):
    """Rows with two lines; a waiting one can be dragged, or moved with Alt and an arrow key.

    `moved` carries a run's number and its new index among the waiting ones, `removed` and `retried`
    the number of the selected run.
    """

    moved = Signal(int, int)
    removed = Signal(int)
    retried = Signal(int)

    def __init__(self) -> None:
        super().__init__(_Rows())

    def key_of(self, item: QListWidgetItem) -> int | None:
        return item.data(NUMBER) if item.data(PLACE) is not None else None

    def move_row(self, key: object, item: QListWidgetItem) -> None:
        self.moved.emit(key, item.data(PLACE))

    def move_current(self, step: int) -> None:
        """Move the selected run by `step` places, if it is waiting."""
        item = self.currentItem()
        if item is not None and item.data(PLACE) is not None:
            self.moved.emit(item.data(NUMBER), max(item.data(PLACE) + step, 0))

    def remove_current(self) -> None:
        item = self.currentItem()
        if item is not None:
            self.removed.emit(item.data(NUMBER))

    def retry_current(self) -> None:
        item = self.currentItem()
        if item is not None:
            self.retried.emit(item.data(NUMBER))

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Up if alt:
                self.move_current(-1)
            case Qt.Key.Key_Down if alt:
                self.move_current(1)
            case Qt.Key.Key_Delete:
                self.remove_current()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.retry_current()
            case _:
                super().keyPressEvent(event)


class _Rows(RowDelegate):
    """Paints the prompt above the detail, and a progress bar for the current run."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 2 * option.fontMetrics.lineSpacing() + 3 * GRID)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        role = QPalette.ColorRole
        area = option.rect.adjusted(GRID, GRID // 2, -GRID, -GRID // 2)
        tone = role.BrightText if index.data(FAILED) else role.PlaceholderText
        top = QRect(area.topLeft(), QSize(area.width(), option.fontMetrics.lineSpacing() + 2))
        draw_line(painter, top, index.data(), role.Text)
        draw_line(painter, top.translated(0, top.height()), index.data(DETAIL), tone)
        share = index.data(SHARE)
        if share is not None:
            palette = QApplication.palette()
            bar = QRect(area.left(), area.bottom() + 1 - BAR, area.width(), BAR)
            painter.fillRect(bar, palette.color(role.Button))
            bar.setWidth(round(share * area.width()))
            painter.fillRect(bar, palette.color(role.Highlight))


def run_text(run: Run, progress: Progress | None) -> str:
    """A line such as "Waiting · 4 pictures", or the error message of a failed run."""
    count = run.settings.count
    pictures = tr("1 picture") if count == 1 else tr("{count} pictures").format(count=count)
    match run.state:
        case "running":
            return tr("Starting") if progress is None else progress_text(progress)
        case "failed":
            return run.sentence
        case "waiting":
            state = tr("Waiting")
        case "cancelled":
            state = tr("Cancelled")
        case "done":
            state = tr("Finished")
    return f"{state} · {pictures}"


def _button(icon_name: str, text: str, shortcut: str, slot: Callable[[], object]) -> QToolButton:
    button = icon_button(icon_name, f"queue_{icon_name}_button", text, shortcut=shortcut)
    button.clicked.connect(lambda: slot())
    return button
