"""Progress and notifications on the desktop, and files that the desktop asks to open."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences
from glide_studio.session.progress import Progress
from glide_studio.session.run_list import Run, title
from glide_studio.session.runs import Runs

LAUNCHER = ("/com/glidestudio/launcher", "com.canonical.Unity.LauncherEntry", "Update")
"""The progress bar on a program's icon, in the docks of KDE, Ubuntu and those like them."""

PORTAL = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Notification",
    "AddNotification",
)
Send = Callable[[QDBusMessage], object]


def send_to_bus(message: QDBusMessage) -> None:
    """Send a message on the session bus, if the desktop has one, without waiting for an answer."""
    bus = QDBusConnection.sessionBus()
    if bus.isConnected():
        bus.asyncCall(message) if message.service() else bus.send(message)


class DesktopIntegration(QObject):
    """Progress and the number of runs left on the program's icon; a signal when all are done.

    The signal is a sound and a notification, each if `preferences` want it, the notification only
    while `window` is not in use.
    """

    def __init__(
        self,
        runs: Runs,
        preferences: Preferences,
        window: QWidget,
        send: Send = send_to_bus,
        beep: Callable[[], None] = QApplication.beep,
    ) -> None:
        super().__init__(window)
        self._runs = runs
        self._preferences = preferences
        self._window = window
        self._send = send
        self._beep = beep
        self._percent = -1
        self._ended: list[Run] = []
        self._tray: QSystemTrayIcon | None = None
        runs.progress_changed.connect(self._show_progress)
        runs.changed.connect(self._show_count)
        runs.finished.connect(self._note_end)

    def _show_progress(self, progress: Progress | None) -> None:
        percent = -1 if progress is None else round(100 * progress.share)
        if percent != self._percent:
            self._percent = percent
            message = QDBusMessage.createSignal(*LAUNCHER)
            shown = {"progress": max(percent, 0) / 100, "progress-visible": percent >= 0}
            message.setArguments([f"application://{QGuiApplication.desktopFileName()}", shown])
            self._send(message)

    def _show_count(self) -> None:
        runs = self._runs.list
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.setBadgeNumber(len(runs.waiting) + (runs.running is not None))

    def _note_end(self, run: Run) -> None:
        """Remember a run that ended, and notify once no run is left."""
        if run.state != "cancelled":
            self._ended.append(run)
        if self._runs.list.waiting or not self._ended:
            return
        text = in_words(self._ended)
        self._ended = []
        if self._preferences.sound_when_done:
            self._beep()
        if self._preferences.notify_when_done and not self._window.isActiveWindow():
            self._notify(text)

    def _notify(self, text: str) -> None:
        if sys.platform == "linux":
            message = QDBusMessage.createMethodCall(*PORTAL)
            message.setArguments(["runs-done", {"title": "GLIDE Studio", "body": text}])
            self._send(message)
        elif QSystemTrayIcon.isSystemTrayAvailable():
            if self._tray is None:  # these platforms show a notification only beside an icon
                self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
                self._tray.messageClicked.connect(self._window.activateWindow)
                self._tray.show()
            self._tray.showMessage("GLIDE Studio", text, self._window.windowIcon())


class FilesFromDesktop(QObject):
    """Opens the files that macOS hands over: double-clicked, or dropped on the program's icon.

    There they come as events of the application; elsewhere, on the command line.
    """

    def __init__(self, window: QWidget, open_file: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._open_file = open_file
        application = QGuiApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self._open_file(Path(event.file()))
            return True
        return False


def in_words(ended: list[Run]) -> str:
    """A sentence such as "“a red apple” is done." or "3 runs are done, 1 failed."."""
    failed = [run for run in ended if run.state == "failed"]
    if len(ended) == 1:
        done = tr("“{prompt}” is finished.").format(prompt=title(ended[0]))
        return ended[0].sentence or done
    if not failed:
        return tr("{count} runs are finished.").format(count=len(ended))
    count = len(ended) - len(failed)
    return tr("{count} runs are finished, {failed} failed.").format(count=count, failed=len(failed))
