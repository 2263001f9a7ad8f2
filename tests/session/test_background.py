"""Work in the background: its results arrive whatever this thread is doing."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread

from glide_studio.session.background import BackgroundThread


@pytest.fixture
def background(qapp: Any) -> Iterator[BackgroundThread]:
    parent = QObject()
    background = BackgroundThread(parent)
    yield background
    background.close()


def test_results_and_errors_arrive_on_this_thread(qtbot: Any, background: BackgroundThread) -> None:
    found: list[object] = []
    threads: list[QThread] = []

    def note(what: object) -> None:
        found.append(what)
        threads.append(QThread.currentThread())

    def fail() -> int:
        raise ValueError("no")

    background.start(lambda: 3, note, note)
    background.start(fail, note, note)
    qtbot.waitUntil(lambda: len(found) == 2)
    assert found[0] == 3
    assert isinstance(found[1], ValueError)
    assert threads == 2 * [QThread.currentThread()]


def test_results_after_closing_are_dropped(qtbot: Any, background: BackgroundThread) -> None:
    found: list[object] = []
    background.start(lambda: 3, found.append, found.append)
    background.close()
    qtbot.wait(20)
    assert found == []


def test_results_arrive_within_a_task_that_processes_events(
    qtbot: Any, background: BackgroundThread, complete: Callable[..., Any]
) -> None:
    found: list[int] = []

    async def wait() -> None:
        background.start(lambda: 3, found.append, found.append)
        qtbot.waitUntil(lambda: found == [3])

    complete(wait())
