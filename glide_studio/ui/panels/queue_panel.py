"""The queue: the current run, the waiting and the finished ones."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
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
from glide_studio.ui.panels.queue_list import DETAIL, FAILED, NUMBER, PLACE, SHARE, QueueList
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.naming import named


class QueuePanel(QWidget):
    """A list of all runs, with buttons for the selected one.

    `corner` holds the buttons that belong beside the panel's title.
    """

    def __init__(
        self,
        runs: Runs,
        preferences: Preferences,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
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
        self._switches = self._make_switches(actions)
        self._lay_out()
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

    def _make_switches(self, actions: Actions) -> list[QToolButton]:
        preferences = self._preferences
        actions["sound_when_done"].setChecked(preferences.sound_when_done)
        actions["notify_when_done"].setChecked(preferences.notify_when_done)
        sound = actions.connect_switch("sound_when_done", self._set_sound)
        notify = actions.connect_switch("notify_when_done", self._set_notify)
        switches = []
        for name, action in (("queue_sound_button", sound), ("queue_notify_button", notify)):
            button = QToolButton()
            button.setDefaultAction(action)
            switches.append(named(button, name, action.text(), action.toolTip()))
        return switches

    def _lay_out(self) -> None:
        self.corner = [self._up, self._down, self._retry, self._remove]
        footer = QHBoxLayout()
        footer.setSpacing(0)
        for button in (self._cancel_all, self._clear):
            footer.addWidget(button)
        footer.addStretch(1)
        for switch in self._switches:
            footer.addWidget(switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._list, 1)
        layout.addLayout(footer)

    def _set_sound(self, wanted: bool) -> None:
        self._preferences.sound_when_done = wanted

    def _set_notify(self, wanted: bool) -> None:
        self._preferences.notify_when_done = wanted

    def _set_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        running = self._runs.running
        if running is not None and self._list.count():
            self._fill(self._list.item(0), running)

    def _show(self) -> None:
        runs, marked = self._runs.list.runs, self._list.currentItem()
        number = None if marked is None else marked.data(NUMBER)
        with QSignalBlocker(self._list):
            # Items are reused: the one that was just clicked may still be in use.
            while self._list.count() > len(runs):
                self._list.takeItem(self._list.count() - 1)
            while self._list.count() < len(runs):
                self._list.addItem(QListWidgetItem())
            for row, run in enumerate(runs):
                self._fill(self._list.item(row), run)
                if run.number == number:
                    self._list.setCurrentRow(row)
        self._show_buttons()

    def _fill(self, item: QListWidgetItem, run: Run) -> None:
        waiting = self._runs.list.waiting
        place = waiting.index(run) if run in waiting else None
        detail = run_text(run, self._progress)
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
    name = f"queue_{icon_name}_button"
    button = named(QToolButton(), name, text, text, shortcut)
    button.setIcon(icon(icon_name))
    button.clicked.connect(lambda: slot())
    return button
