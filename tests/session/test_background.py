"""Work aside: its results arrive whatever this thread is in the middle of."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread

from glide_studio.session.background import Aside


@pytest.fixture
def aside(qapp: Any) -> Iterator[Aside]:
    parent = QObject()
    aside = Aside(parent)
    yield aside
    aside.close()


def test_results_and_errors_arrive_on_this_thread(qtbot: Any, aside: Aside) -> None:
    found: list[object] = []
    threads: list[QThread] = []

    def note(what: object) -> None:
        found.append(what)
        threads.append(QThread.currentThread())

    def fail() -> int:
        raise ValueError("no")

    aside.start(lambda: 3, note, note)
    aside.start(fail, note, note)
    qtbot.waitUntil(lambda: len(found) == 2)
    assert found[0] == 3
    assert isinstance(found[1], ValueError)
    assert threads == 2 * [QThread.currentThread()]


def test_what_ends_after_closing_is_dropped(qtbot: Any, aside: Aside) -> None:
    found: list[object] = []
    aside.start(lambda: 3, found.append, found.append)
    aside.close()
    qtbot.wait(20)
    assert found == []


def test_results_arrive_within_a_task_that_lets_events_pass(
    qtbot: Any, aside: Aside, complete: Callable[..., Any]
) -> None:
    found: list[int] = []

    async def wait() -> None:
        aside.start(lambda: 3, found.append, found.append)
        qtbot.waitUntil(lambda: found == [3])

    complete(wait())
