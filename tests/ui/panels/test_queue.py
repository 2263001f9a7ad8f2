"""The queue's panel under mouse and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from glide_studio.ui.panels.queue_panel import DETAIL, SHARE, QueueList
from tests.fakes import settings
from tests.ui.studio import Studio, drag_row, middle

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def rows(studio: Studio) -> QueueList:
    """The list, with an endless run and three waiting runs."""
    studio.engine.endless, studio.engine.step_seconds = True, 0.01
    for prompt in ("first", "second", "third", "fourth"):
        studio.editor.generation.generate(settings(prompt))
    studio.qtbot.waitUntil(lambda: studio.engine.stepped > 2)
    found: QueueList = studio.find("queue_list")
    found.setMinimumHeight(260)
    studio.qtbot.wait(20)
    return found


def details(rows: QueueList) -> list[str]:
    return [rows.item(row).data(DETAIL) for row in range(rows.count())]


def test_the_list_shows_the_state_of_every_run(studio: Studio, rows: QueueList) -> None:
    assert studio.texts("queue_list") == ["first", "second", "third", "fourth"]
    assert details(rows)[0].startswith("Generating · step")
    assert details(rows)[1:] == ["Waiting · 1 picture"] * 3
    assert 0 < rows.item(0).data(SHARE) <= 1
    assert rows.item(1).data(SHARE) is None
    spoken = rows.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "second: Waiting · 1 picture"


def test_a_waiting_run_is_dragged(studio: Studio, rows: QueueList) -> None:
    drag_row(rows, 3, 2, 1, 0)
    assert studio.texts("queue_list") == ["first", "fourth", "second", "third"]
    assert rows.currentItem().text() == "fourth"
    QTest.mouseMove(rows.viewport(), middle(rows, 3))
    assert studio.texts("queue_list") == ["first", "fourth", "second", "third"]


def test_the_running_run_cannot_be_dragged(studio: Studio, rows: QueueList) -> None:
    drag_row(rows, 0, 2)
    assert studio.texts("queue_list") == ["first", "second", "third", "fourth"]


def test_keys_and_buttons_move_and_remove(studio: Studio, rows: QueueList) -> None:
    rows.setFocus()
    rows.setCurrentRow(1)
    assert not studio.find("queue_up_button").isEnabled()
    QTest.keyClick(rows, Qt.Key.Key_Down, ALT)
    assert studio.texts("queue_list") == ["first", "third", "second", "fourth"]
    studio.click("queue_down_button")
    assert studio.texts("queue_list") == ["first", "third", "fourth", "second"]
    assert not studio.find("queue_down_button").isEnabled()
    studio.click("queue_up_button")
    QTest.keyClick(rows, Qt.Key.Key_Up, ALT)
    assert studio.texts("queue_list") == ["first", "second", "third", "fourth"]
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert studio.texts("queue_list") == ["first", "third", "fourth"]
    rows.setCurrentRow(2)
    studio.click("queue_close_button")
    assert studio.texts("queue_list") == ["first", "third"]


def test_delete_on_the_running_run_starts_the_next(studio: Studio, rows: QueueList) -> None:
    rows.setFocus()
    rows.setCurrentRow(0)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert studio.texts("queue_list") == ["second", "third", "fourth", "first"]
    assert details(rows)[3] == "Cancelled · 1 picture"
    studio.click("queue_cancel_button")
    assert studio.editor.runs.running is None
    assert set(details(rows)) == {"Cancelled · 1 picture"}
    studio.click("queue_clear_button")
    assert rows.count() == 0
    assert not studio.find("queue_clear_button").isEnabled()


@pytest.mark.parametrize("by_key", [True, False])
def test_a_failed_run_shows_its_error_and_can_be_retried(studio: Studio, by_key: bool) -> None:
    studio.engine.error = RuntimeError("the network is upset")
    studio.generate("a red apple")
    rows: QueueList = studio.find("queue_list")
    assert details(rows) == ["Something went wrong: the network is upset (RuntimeError)."]
    studio.engine.error = None
    rows.setFocus()
    rows.setCurrentRow(0)
    if by_key:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    else:
        studio.click("queue_retry_button")
    studio.finish()
    assert details(rows) == ["Finished · 1 picture"]
    assert not studio.find("queue_retry_button").isEnabled()
    assert not studio.editor.document.is_blank
