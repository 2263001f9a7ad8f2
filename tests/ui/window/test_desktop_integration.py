"""The desktop's progress bar, notification and sound for runs."""

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtDBus import QDBusMessage
from PySide6.QtGui import QFileOpenEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget

from glide_studio.session.editor import Editor
from glide_studio.session.preferences import Preferences
from glide_studio.ui.window.desktop_integration import LAUNCHER, PORTAL, DesktopIntegration
from tests.fakes import FakeEngine, settings
from tests.ui.studio import Studio


class FakeDesktop:
    """A fake desktop that records messages and sounds, and runs that it hears of."""

    def __init__(self, qtbot: Any, editor: Editor) -> None:
        window = QWidget()
        qtbot.addWidget(window)  # not shown, so not in use
        self.qtbot = qtbot
        self.editor = editor
        self.preferences = Preferences()
        self.messages: list[QDBusMessage] = []
        self.beeps = 0
        self.desktop = DesktopIntegration(
            editor.runs, self.preferences, window, self.messages.append, self._beep
        )

    def _beep(self) -> None:
        self.beeps += 1

    def run(self, *prompts: str) -> None:
        for prompt in prompts:
            self.editor.generation.generate(settings(prompt))
        self.qtbot.waitUntil(lambda: self.editor.runs.running is None)

    def said(self, member: str) -> list[Any]:
        """The arguments of all messages to a D-Bus member."""
        return [message.arguments() for message in self.messages if message.member() == member]


@pytest.fixture
def heard(qtbot: Any, editor: Editor) -> FakeDesktop:
    return FakeDesktop(qtbot, editor)


def test_progress_goes_to_the_dock_and_leaves_it(heard: FakeDesktop) -> None:
    heard.run("a cat")
    shown = [values for _, values in heard.said(LAUNCHER[2])]
    assert [values["progress-visible"] for values in shown] == [True] * (len(shown) - 1) + [False]
    progress = [values["progress"] for values in shown[:-1]]
    assert progress == sorted(set(progress))
    assert progress[-1] == 1


def test_there_is_no_sound_or_notification_unless_preferred(heard: FakeDesktop) -> None:
    heard.run("a cat")
    assert (heard.beeps, heard.said(PORTAL[3])) == (0, [])


@pytest.mark.skipif(sys.platform != "linux", reason="notifications by the desktop portal")
def test_sound_and_notification_come_after_all_runs(engine: FakeEngine, heard: FakeDesktop) -> None:
    heard.preferences.sound_when_done = heard.preferences.notify_when_done = True
    heard.run("a cat")
    heard.run("a car", "a bell")
    engine.error = RuntimeError("upset")
    heard.run("a hat")
    assert heard.beeps == 3
    assert [values["body"] for _, values in heard.said(PORTAL[3])] == [
        "“a cat” is finished.",
        "2 runs are finished.",
        "Something went wrong: upset (RuntimeError).",
    ]


def test_a_cancelled_run_is_not_notified(engine: FakeEngine, heard: FakeDesktop) -> None:
    heard.preferences.sound_when_done = heard.preferences.notify_when_done = True
    engine.endless, engine.step_seconds = True, 0.01
    heard.editor.generation.generate(settings("a cat"))
    heard.qtbot.waitUntil(lambda: engine.stepped > 1)
    heard.editor.runs.cancel()
    assert (heard.beeps, heard.said(PORTAL[3])) == (0, [])


def test_the_queue_has_the_two_switches_and_they_are_remembered(studio: Studio) -> None:
    for name, wanted in (("sound", "sound_when_done"), ("notify", "notify_when_done")):
        assert not studio.find(f"queue_{name}_button").isChecked()
        studio.click(f"queue_{name}_button")
        assert getattr(Preferences(), wanted) is True


def test_a_file_that_the_desktop_hands_over_opens(studio: Studio, tmp_path: Path) -> None:
    """As macOS does for a double click."""
    picture = tmp_path / "bell.png"
    QImage(40, 30, QImage.Format.Format_RGB32).save(str(picture))
    application = QApplication.instance()
    assert application is not None
    QCoreApplication.sendEvent(application, QFileOpenEvent(QUrl.fromLocalFile(str(picture))))
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == picture)
    assert studio.editor.document.extent.width == 40
