"""One file from servers that behave badly."""

import resource
import shutil
import socket
import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from glide_studio.library.download import MIN_PROGRESS, Wanted
from glide_studio.library.transfer import DownloadError, Patience, Progress
from tests.library.downloading import CONTENT, DIGEST, IMPATIENT, download, left
from tests.library.faulty_server import Fault, FaultyServer, faulty_server


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
        Fault("status", value="408"),
        Fault("raw", value=""),
        Fault("raw", value="HTTP/1.1 200 OK\r\nContent-Len"),
        Fault("raw", value="HTTP/1.1 429 Wait\r\nRetry-After: \xb2\r\nContent-Length: 0\r\n\r\n"),
        Fault("raw", value="HTTP/1.1 503 Wait\r\nRetry-After: Wed, 21 Oct 2015 07:28:00 Z\r\n\r\n"),
        Fault("raw", value="HTTP/1.1 206 Part\r\nContent-Length: 2\r\n\r\nPK"),
        Fault("raw", value='HTTP/1.1 200 OK\r\nContent-Length: 9\r\nETag: "\xe9"\r\n\r\nPK'),
        Fault("raw", value="HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nPK"),
    ],
)
def test_a_download_recovers_from_a_fault(server: FaultyServer, to: Path, fault: Fault) -> None:
    server.faults.append(fault)
    assert download(server, to) == DIGEST
    assert to.read_bytes() == CONTENT
    assert left(to) == ["base.pt"]


def test_an_unfinished_download_is_continued(server: FaultyServer, to: Path) -> None:
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


def test_a_file_that_changed_is_downloaded_from_its_beginning(
    server: FaultyServer, to: Path
) -> None:
    server.faults.extend([Fault("cut", 500_000)] + 3 * [Fault("status", value="500")])
    with pytest.raises(DownloadError, match="status 500"):
        download(server, to)
    server.etag, server.files["/base.pt"] = '"2"', CONTENT[::-1]
    download(server, to)
    assert to.read_bytes() == CONTENT[::-1]


@pytest.mark.parametrize("kind", ["no range", "shift"])
def test_a_server_that_sends_the_wrong_range_does_no_harm(
    server: FaultyServer, to: Path, kind: Any
) -> None:
    server.faults.extend([Fault("cut", 500_000), Fault(kind)])
    assert download(server, to) == DIGEST
    assert to.read_bytes() == CONTENT


def test_a_later_version_is_not_appended_to_an_earlier_one(server: FaultyServer, to: Path) -> None:
    """The server ignores If-Range, but says of which version the part is."""
    part = CONTENT[500_000:].decode("latin-1")
    size = f"Content-Length: {len(part)}\r\n"
    place = f"Content-Range: bytes 500000-{len(CONTENT) - 1}/{len(CONTENT)}\r\n"
    later = f'HTTP/1.1 206 Part\r\nETag: "2"\r\n{size}{place}\r\n{part[::-1]}'
    server.faults.extend([Fault("cut", 500_000), Fault("raw", value=later)])
    assert download(server, to) == DIGEST
    assert server.ranges == [None, "bytes=500000-", None]


def test_a_complete_file_is_not_downloaded_again(server: FaultyServer, to: Path) -> None:
    """As when the program was killed at the very end."""
    server.faults.append(Fault("cut", len(CONTENT) - 1))
    server.faults.extend(2 * [Fault("status", value="500")])
    with pytest.raises(DownloadError, match="status 500"):
        download(server, to)
    with (to.parent / "base.pt.part").open("ab") as file:
        file.write(CONTENT[-1:])
    assert download(server, to) == DIGEST
    assert server.ranges[-1] == f"bytes={len(CONTENT)}-"
    assert to.read_bytes() == CONTENT


NOWHERE = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", "refuses to send .*403"),
        ("HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n", "does not have .*404"),
        ("HTTP/1.1 204 None\r\n\r\n", "refuses to send .*204"),
        ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nPK", "in another form"),
        ("HTTP/1.1 200 OK\r\nContent-Type: TEXT/HTML\r\n\r\nhello", "sent a web page"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n", "a much longer file"),
        (f"HTTP/1.1 200 OK\r\n\r\n{'P' * (2 * len(CONTENT) + 1)}", "a much longer file"),
        (f"{NOWHERE}\r\n", "refuses to send .*302"),
        (f"{NOWHERE}Location: file:///etc/passwd\r\n\r\n", "does not work"),
    ],
)
def test_a_server_that_refuses_the_file_is_asked_once(
    server: FaultyServer, to: Path, answer: str, said: str
) -> None:
    server.faults.append(Fault("raw", value=answer))
    with pytest.raises(DownloadError, match=said):
        download(server, to)
    assert left(to) == []
    assert len(server.paths) == 1


@pytest.mark.parametrize(
    "answer",
    [
        "SSH-2.0-OpenSSH\r\n",
        "\0\xff" * 500,
        f"HTTP/1.1 200 OK\r\nContent-Length: {'9' * 5000}\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        f"HTTP/1.1 200 OK\r\nX: {'a' * 300_000}\r\n\r\n",
        f"{NOWHERE}Location: http://[::1\r\n\r\n",
    ],
)
def test_a_server_that_sends_nonsense_is_given_up(
    server: FaultyServer, to: Path, answer: str
) -> None:
    server.faults.extend(9 * [Fault("raw", value=answer)])
    with pytest.raises(DownloadError, match="does not answer as it should"):
        download(server, to)
    assert len(server.paths) == IMPATIENT.attempts


@pytest.mark.parametrize("header", ["HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\n\r\n"])
def test_a_server_that_sends_a_byte_at_a_time_is_given_up(
    server: FaultyServer, to: Path, header: str
) -> None:
    """Each byte comes before the time to read one is over."""
    server.faults.extend(9 * [Fault("drip", value=header + 100 * "P")])
    hurried = Patience(connect=0.15, read=0.15, attempts=2, wait=0.01)
    with pytest.raises(DownloadError, match=r"The server .* stopped sending"):
        download(server, to, patience=hurried)


@pytest.mark.parametrize("url", ["foo/base.pt", "ftp://a/b", "file:///etc/passwd", "http://[::1/"])
def test_an_impossible_address_is_refused(to: Path, server: FaultyServer, url: str) -> None:
    with pytest.raises(DownloadError, match="does not work"):
        download(server, to, urls=[url])


def test_an_unreachable_server_is_reported(to: Path, server: FaultyServer) -> None:
    with pytest.raises(DownloadError, match=r"server 127\.0\.0\.1:9 cannot be reached"):
        download(server, to, urls=["http://name:secret@127.0.0.1:9/base.pt"])


@pytest.mark.parametrize("proxy", ["socks4://127.0.0.1:9", "http://[::1"])
def test_an_unusable_proxy_is_reported(
    server: FaultyServer, to: Path, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    with pytest.raises(DownloadError, match="proxy in the system's settings cannot be used"):
        download(server, to, urls=["http://models.invalid/base.pt"])


def test_a_socks_proxy_is_used(to: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy (RFC 1928) for one connection, which answers itself what the server would."""
    listening = socket.create_server(("127.0.0.1", 0))
    asked: list[bytes] = []

    def serve() -> None:
        connection, _ = listening.accept()
        with connection, connection.makefile("rb") as received:
            greeting = received.read(2)
            received.read(greeting[1])
            connection.sendall(b"\5\0")
            received.read(4)
            asked.append(received.read(received.read(1)[0]))
            received.read(2)
            connection.sendall(b"\5\0\0\1" + bytes(6))
            while received.readline().strip():
                pass
            head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(CONTENT)}\r\n\r\n"
            connection.sendall(head.encode() + CONTENT)

    thread = threading.Thread(target=serve)
    thread.start()
    with listening:
        monkeypatch.setenv("all_proxy", f"socks5://127.0.0.1:{listening.getsockname()[1]}")
        urls = ["http://models.invalid/base.pt"]
        assert download(FaultyServer(), to, urls=urls) == DIGEST
        thread.join()
    assert asked == [b"models.invalid"]


def test_progress_is_reported_while_the_server_sends_nothing(
    server: FaultyServer, to: Path
) -> None:
    server.faults.append(Fault("stall", 500_000))
    seen: list[Progress] = []
    patience = Patience(connect=2, read=0.6, attempts=2, wait=0.1)
    download(server, to, report=seen.append, patience=patience)
    waiting = [each for each in seen if each.received == 500_000]
    assert len(waiting) > 3
    assert waiting[-1].speed == 0
    assert waiting[-1].seconds_left is None


def test_a_server_that_sends_little_each_time_is_given_up(server: FaultyServer, to: Path) -> None:
    server.faults.extend(99 * [Fault("cut", MIN_PROGRESS // 2)])
    with pytest.raises(DownloadError, match="does not answer as it should"):
        download(server, to)
    assert len(server.ranges) < 10


@pytest.mark.parametrize("kind", ["html", "page"])
def test_a_web_page_instead_of_the_file_is_refused(
    server: FaultyServer, to: Path, kind: Any
) -> None:
    server.faults.append(Fault(kind))
    with pytest.raises(DownloadError, match="sent a web page"):
        download(server, to)
    assert left(to) == []


def test_a_server_that_always_sends_a_wrong_length_is_given_up(
    server: FaultyServer, to: Path
) -> None:
    server.etag = ""  # so that it cannot be asked for the rest
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


def test_of_several_servers_it_is_said_how_each_has_failed(server: FaultyServer, to: Path) -> None:
    server.faults.extend(3 * [Fault("html")])
    with pytest.raises(DownloadError) as error:
        download(server, to, urls=[f"{server.address}/base.pt", "http://127.0.0.1:9/base.pt"])
    assert "sent a web page" in str(error.value)
    assert "127.0.0.1:9 cannot be reached" in str(error.value)


def test_the_server_of_the_unfinished_download_is_asked_first(
    server: FaultyServer, to: Path
) -> None:
    with faulty_server(base=CONTENT) as other:
        urls = [f"{other.address}/base.pt", f"{server.address}/base.pt"]
        other.faults.extend(3 * [Fault("status", value="404")])
        server.faults.extend([Fault("cut", 500_000), *3 * [Fault("status", value="500")]])
        with pytest.raises(DownloadError, match="status 500"):
            download(server, to, urls=urls)
        assert download(server, to, urls=urls) == DIGEST
        assert other.paths == ["/base.pt"]
        assert server.ranges[-1] == "bytes=500000-"


def test_a_damaged_file_is_not_kept_and_the_next_server_is_asked(
    server: FaultyServer, to: Path
) -> None:
    with faulty_server(base=CONTENT[::-1]) as bad:
        urls = [f"{bad.address}/base.pt", f"{server.address}/base.pt"]
        wanted = Wanted(10**9, None, lambda path: path.read_bytes() == CONTENT)
        assert download(server, to, urls=urls, wanted=wanted) == DIGEST
        with pytest.raises(DownloadError, match="sent a damaged or incomplete file"):
            download(bad, to.with_name("other.pt"), urls=urls[:1], wanted=wanted)
    assert left(to) == ["base.pt"]


def test_a_full_disk_ends_the_download_and_keeps_its_part(
    server: FaultyServer, to: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No other server is asked, which would begin again."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=10**9))
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, limit[1]))
    try:
        with pytest.raises(DownloadError, match=r"base.pt.part cannot be written: File too large"):
            download(server, to, urls=2 * [f"{server.address}/base.pt"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert len(server.paths) == 1
    assert (to.parent / "base.pt.part").stat().st_size == 700_000
    assert download(server, to) == DIGEST


def test_a_file_with_another_digest_is_not_kept(server: FaultyServer, to: Path) -> None:
    with pytest.raises(DownloadError, match="a different file from the one that was verified"):
        download(server, to, wanted=Wanted(10**9, "0" * 64))
    assert left(to) == []


def test_a_full_disk_is_noticed_before_the_download(
    server: FaultyServer, to: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000_000))
    with pytest.raises(
        DownloadError, match=r"not enough disk space .*: 3 MB are needed, 1 MB are free"
    ):
        download(server, to)
    assert left(to) == []
