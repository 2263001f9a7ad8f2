"""One file from servers that behave badly."""

import hashlib
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from glide_studio.library.control import Cancelled, Control
from glide_studio.library.download import Download
from glide_studio.library.transfer import DownloadError, Patience, Progress
from tests.library.faulty_server import Fault, FaultyServer, faulty_server

CONTENT = b"PK\x03\x04" + bytes(range(256)) * 8000
DIGEST = hashlib.sha256(CONTENT).hexdigest()
IMPATIENT = Patience(connect=2, read=0.3, attempts=3, wait=0.01)


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    with faulty_server(base=CONTENT) as server:
        yield server


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "models" / "base.pt"


def download(server: FaultyServer, to: Path, **changes: Any) -> str:
    settings = {
        "urls": [f"{server.address}/base.pt"],
        "to": to,
        "control": Control(),
        "report": lambda _: None,
        "digest": None,
        "patience": IMPATIENT,
    }
    return Download(**(settings | changes)).run()


def left(to: Path) -> list[str]:
    return sorted(file.name for file in to.parent.iterdir()) if to.parent.exists() else []


def test_a_file_arrives_whole_with_its_digest(server: FaultyServer, to: Path) -> None:
    seen: list[Progress] = []
    assert download(server, to, report=seen.append) == DIGEST
    assert to.read_bytes() == CONTENT
    assert left(to) == ["base.pt"]
    assert seen[-1].received == seen[-1].total == len(CONTENT)
    assert server.ranges == [None]


@pytest.mark.parametrize(
    "fault",
    [
        Fault("cut", 700_000),
        Fault("stall", 700_000),
        Fault("lie", 1000),
        Fault("status", value="503"),
        Fault("status", value="429"),
    ],
)
def test_a_fault_is_got_over(server: FaultyServer, to: Path, fault: Fault) -> None:
    server.faults.append(fault)
    assert download(server, to) == DIGEST
    assert to.read_bytes() == CONTENT
    assert left(to) == ["base.pt"]


def test_what_was_received_is_continued(server: FaultyServer, to: Path) -> None:
    server.faults.extend([Fault("cut", 500_000), Fault("cut", 500_000)])
    download(server, to)
    assert to.read_bytes() == CONTENT
    assert server.ranges == [None, "bytes=500000-", "bytes=1000000-"]


def test_a_download_is_continued_after_a_restart(server: FaultyServer, to: Path) -> None:
    server.faults.extend([Fault("cut", 500_000)] + 3 * [Fault("status", value="500")])
    with pytest.raises(DownloadError, match=r"127\.0\.0\.1.*status 500"):
        download(server, to)
    assert left(to) == ["base.pt.origin", "base.pt.part"]
    assert download(server, to) == DIGEST
    assert server.ranges[-1] == "bytes=500000-"


def test_another_file_than_before_is_received_from_its_beginning(
    server: FaultyServer, to: Path
) -> None:
    server.faults.extend([Fault("cut", 500_000)] + 3 * [Fault("status", value="500")])
    with pytest.raises(DownloadError, match="status 500"):
        download(server, to)
    server.etag, server.files["/base.pt"] = '"2"', CONTENT[::-1]
    download(server, to)
    assert to.read_bytes() == CONTENT[::-1]


@pytest.mark.parametrize("kind", ["no range", "shift"])
def test_a_server_that_gives_another_part_spoils_nothing(
    server: FaultyServer, to: Path, kind: Any
) -> None:
    server.faults.extend([Fault("cut", 500_000), Fault(kind)])
    assert download(server, to) == DIGEST
    assert to.read_bytes() == CONTENT


@pytest.mark.parametrize("kind", ["html", "page"])
def test_a_web_page_is_no_file(server: FaultyServer, to: Path, kind: Any) -> None:
    server.faults.append(Fault(kind))
    with pytest.raises(DownloadError, match="sent a web page"):
        download(server, to)
    assert left(to) == []


def test_a_server_that_lies_every_time_is_given_up(server: FaultyServer, to: Path) -> None:
    server.faults.extend(20 * [Fault("lie", 1000)])
    with pytest.raises(DownloadError, match="does not answer as it should"):
        download(server, to)
    assert not to.exists()
    assert len(server.ranges) < 10


def test_redirects_are_followed_but_not_in_circles(server: FaultyServer, to: Path) -> None:
    server.faults.append(Fault("redirect", value="/base.pt"))
    assert download(server, to) == DIGEST
    to.unlink()
    server.faults.extend(20 * [Fault("redirect", value="/base.pt")])
    with pytest.raises(DownloadError, match="does not work"):
        download(server, to)


def test_the_proxy_of_the_system_is_used(
    server: FaultyServer, to: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "http://models.invalid/base.pt"
    server.files[url] = CONTENT
    monkeypatch.setenv("http_proxy", server.address)
    assert download(server, to, urls=[url]) == DIGEST
    assert server.paths == [url]


def test_mirrors_are_tried_in_order(server: FaultyServer, to: Path) -> None:
    with faulty_server() as empty:
        urls = [
            f"{empty.address}/base.pt",
            "http://127.0.0.1:9/base.pt",
            f"{server.address}/base.pt",
        ]
        assert download(server, to, urls=urls) == DIGEST
        assert empty.paths == ["/base.pt"]


def test_a_file_with_another_digest_is_not_kept(server: FaultyServer, to: Path) -> None:
    with pytest.raises(DownloadError, match="another file than the one that was verified"):
        download(server, to, digest="0" * 64)
    assert left(to) == []


def test_a_full_disk_is_noticed_before_anything_is_received(
    server: FaultyServer, to: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000_000))
    with pytest.raises(DownloadError, match=r"not enough room .*: 3 MB are needed, 1 MB are free"):
        download(server, to)
    assert left(to) == []


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


def test_cancelling_ends_at_once_what_a_server_holds_up(server: FaultyServer, to: Path) -> None:
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
