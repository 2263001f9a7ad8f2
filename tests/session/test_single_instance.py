"""A second start hands its files to the window that is open, and nothing keeps a start from it."""

import socket
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Client, Listener
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.folders import data_folder
from glide_studio.session import single_instance
from glide_studio.session.locking import locked
from glide_studio.session.single_instance import Receive, SingleInstance, address


@pytest.fixture
def window(qapp: Any) -> Iterator[SingleInstance]:
    """The program that was started first."""
    first = SingleInstance.claim([])
    assert first is not None
    assert first.is_listening
    yield first
    first.close()


def taking(received: list[list[Path]]) -> Receive:
    """Opens files at once."""

    def receive(files: list[Path], then: Callable[[], object]) -> None:
        received.append(files)
        then()

    return receive


def start(*files: Path) -> tuple[threading.Thread, list[SingleInstance | None]]:
    """Start the program again, as another process would."""
    claimed: list[SingleInstance | None] = []
    thread = threading.Thread(target=lambda: claimed.append(SingleInstance.claim(files)))
    thread.start()
    return thread, claimed


def answer(qtbot: Any, *files: Path) -> SingleInstance | None:
    thread, claimed = start(*files)
    qtbot.waitUntil(lambda: bool(claimed))
    thread.join()
    return claimed[0]


def test_files_are_handed_over_with_their_whole_paths(
    qtbot: Any, window: SingleInstance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    received: list[list[Path]] = []
    window.receive(taking(received))
    for files in ((Path("a b.png"), Path("ü\udcff.ora")), ()):
        assert answer(qtbot, *files) is None
        assert received.pop() == [tmp_path / file for file in files]


def test_files_that_come_while_the_window_opens_wait_for_it(
    qtbot: Any, window: SingleInstance
) -> None:
    thread, claimed = start(Path("/a.png"))
    qtbot.wait(100)
    assert not claimed
    received: list[list[Path]] = []
    window.receive(taking(received))
    qtbot.waitUntil(lambda: bool(claimed))
    thread.join()
    assert (claimed, received) == ([None], [[Path("/a.png")]])


def test_many_starts_at_once_wait_for_one_window(qtbot: Any, window: SingleInstance) -> None:
    first = start(Path("/0.png"))
    qtbot.waitUntil(lambda: bool(window._waiting))
    with locked(data_folder() / "window"):  # it waits without keeping others out
        assert not first[1]
    second = start(Path("/1.png"))
    received: list[list[Path]] = []
    window.receive(taking(received))
    for thread, claimed in (first, second):
        qtbot.waitUntil(lambda claimed=claimed: bool(claimed))
        thread.join()
        assert claimed == [None]
    assert received == [[Path("/0.png")], [Path("/1.png")]]


def test_a_start_waits_while_the_window_asks_something(
    qtbot: Any, window: SingleInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "ANSWER_SECONDS", 0.1)
    opened: list[Callable[[], object]] = []
    window.receive(lambda files, then: opened.append(then))
    thread, claimed = start(Path("/a.png"))
    qtbot.wait(300)
    assert not claimed
    opened[0]()
    qtbot.waitUntil(lambda: bool(claimed))
    thread.join()
    assert claimed == [None]


def test_a_start_whose_files_were_not_opened_takes_the_place_of_a_window_that_closes(
    qtbot: Any, window: SingleInstance
) -> None:
    asked: list[list[Path]] = []
    window.receive(lambda files, then: asked.append(files))
    thread, claimed = start(Path("/a.png"))
    qtbot.waitUntil(lambda: asked == [[Path("/a.png")]])
    window.close()
    qtbot.waitUntil(lambda: bool(claimed))
    thread.join()
    heir = claimed[0]
    assert heir is not None
    assert heir.is_listening
    heir.close()


def test_a_socket_that_a_crash_left_behind_is_replaced(qapp: Any) -> None:
    data_folder().mkdir(parents=True)
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(address())
    dead.close()
    assert Path(address()).exists()
    first = SingleInstance.claim([])
    assert first is not None
    assert first.is_listening
    first.close()
    assert not Path(address()).exists()


def test_a_window_that_does_not_answer_does_not_keep_files_from_opening(
    qapp: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "ANSWER_SECONDS", 0.1)
    data_folder().mkdir(parents=True)
    with Listener(address()):
        second = SingleInstance.claim([Path("/a.png")])
        assert second is not None
        assert not second.is_listening
        second.close()
        assert Path(address()).exists()  # it is still the other's


def test_without_a_folder_each_start_has_its_own_window(qapp: Any) -> None:
    data_folder().parent.mkdir(parents=True, exist_ok=True)
    data_folder().touch()
    alone = SingleInstance.claim([])
    assert alone is not None
    assert not alone.is_listening


@given(message=st.binary(max_size=50) | st.sampled_from([b"{}", b"[1]", b"[" * 40]))
def test_other_messages_are_ignored(message: bytes) -> None:
    try:
        files = single_instance._read(message)
    except ValueError:
        return
    assert all(isinstance(file, Path) for file in files)


def test_strangers_do_not_stop_it(
    qtbot: Any, window: SingleInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "PATIENCE", 0.1)
    Client(address()).close()
    with Client(address()) as stranger:
        stranger.send_bytes(b"no list")
    with Client(address()):  # says nothing
        received: list[list[Path]] = []
        window.receive(taking(received))
        assert answer(qtbot, Path("/a.png")) is None
    assert received == [[Path("/a.png")]]
