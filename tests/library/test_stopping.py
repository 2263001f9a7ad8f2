"""A download that is cancelled or paused."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from glide_studio.library.control import Cancelled, Control
from glide_studio.library.transfer import Patience
from tests.library.downloading import CONTENT, DIGEST, download, left
from tests.library.faulty_server import Fault, FaultyServer


def in_thread(work: Callable[[], object]) -> tuple[threading.Thread, list[object]]:
    ended: list[object] = []

    def run() -> None:
        try:
            ended.append(work())
        except Exception as error:
            ended.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, ended


def test_cancelling_ends_a_stalled_download_at_once(server: FaultyServer, to: Path) -> None:
    server.faults.append(Fault("stall", 500_000))
    control = Control()
    slow = Patience(connect=20, read=20)
    thread, ended = in_thread(lambda: download(server, to, control=control, patience=slow))
    while not (to.parent / "base.pt.part").exists():
        time.sleep(0.01)
    began = time.monotonic()
    control.cancel()
    thread.join()
    assert time.monotonic() - began < 2
    assert isinstance(ended[0], Cancelled)
    assert left(to) == ["base.pt.origin", "base.pt.part"]


def test_a_pause_ends_the_connection_and_resuming_continues(server: FaultyServer, to: Path) -> None:
    server.faults.append(Fault("stall", 500_000))
    control = Control()
    slow = Patience(connect=20, read=20)
    thread, ended = in_thread(lambda: download(server, to, control=control, patience=slow))
    part = to.parent / "base.pt.part"
    while not part.exists() or part.stat().st_size < 100_000:
        time.sleep(0.01)
    control.pause()
    time.sleep(0.2)
    assert not ended
    assert len(server.ranges) == 1
    control.resume()
    thread.join()
    assert ended == [DIGEST]
    assert server.ranges[1] is not None
    assert to.read_bytes() == CONTENT
