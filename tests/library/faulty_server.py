"""A web server on this machine that does what servers should not."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal

Kind = Literal[
    "stall", "cut", "lie", "html", "page", "status", "redirect", "no range", "shift", "raw", "drip"
]


@dataclass(frozen=True)
class Fault:
    """What happens to one request: the answer stalls or is cut off `after` some bytes, claims to be
    `after` bytes longer than it is ("lie"), is a web page that says so or one that does not, has
    the status or leads to the address `value`, ignores a Range, or begins elsewhere ("shift"). A
    "raw" answer is `value` alone, header and all, "drip" the same, a byte every 50 ms."""

    kind: Kind
    after: int = 0
    value: str = ""


@dataclass
class FaultyServer:
    """Serves `files` by their paths; each of the `faults` happens to one request, in order."""

    files: dict[str, bytes] = field(default_factory=dict)
    faults: deque[Fault] = field(default_factory=deque)
    etag: str = '"1"'
    ranges: list[str | None] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    address: str = ""
    released: threading.Event = field(default_factory=threading.Event)


@contextmanager
def faulty_server(**files: bytes) -> Iterator[FaultyServer]:
    """A running server of files, such as `base=b"..."` for "base.pt"; what stalls ends with it."""
    server = FaultyServer({f"/{name}.pt": content for name, content in files.items()})
    http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(server))
    http.daemon_threads = False
    server.address = f"http://127.0.0.1:{http.server_port}"
    thread = threading.Thread(target=http.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        http.shutdown()
        thread.join()
        http.server_close()


def _handler(server: FaultyServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.paths.append(self.path)
            server.ranges.append(self.headers.get("Range"))
            fault = server.faults.popleft() if server.faults else None
            kind = fault.kind if fault else None
            content = server.files.get(self.path)
            if fault and kind in ("raw", "drip"):
                return self._send(fault.value.encode("latin-1"), slowly=kind == "drip")
            if fault and kind == "status":
                return self._answer(int(fault.value), b"")
            if fault and kind == "redirect":
                return self._answer(302, b"", Location=fault.value)
            if kind in ("html", "page"):
                words = {"Content-Type": "text/html"} if kind == "html" else {}
                return self._answer(200, b"<!DOCTYPE html><title>Log in</title>", **words)
            if content is None:
                return self._answer(404, b"")
            start = self._wanted_start()
            if start >= len(content) and start:
                return self._answer(416, b"", Content_Range=f"bytes */{len(content)}")
            if kind == "no range":
                start = 0
            headers = {"ETag": server.etag}
            if start:
                at = start + 1 if kind == "shift" else start
                headers["Content-Range"] = f"bytes {at}-{len(content) - 1}/{len(content)}"
            self._answer(206 if start else 200, content[start:], fault, **headers)

        def _wanted_start(self) -> int:
            wanted, condition = self.headers.get("Range"), self.headers.get("If-Range")
            if wanted is None or condition != server.etag:
                return 0
            return int(wanted.removeprefix("bytes=").removesuffix("-"))

        def _answer(
            self, status: int, body: bytes, fault: Fault | None = None, **headers: str
        ) -> None:
            self.send_response_only(status)
            longer = fault.after if fault and fault.kind == "lie" else 0
            self.send_header("Content-Length", str(len(body) + longer))
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            part = body
            if fault and fault.kind in ("cut", "stall"):
                part = body[: fault.after]
            with suppress(ConnectionError):  # who asked has seen enough
                self.wfile.write(part)
                self.wfile.flush()
            if fault and fault.kind == "stall":
                server.released.wait(20)
            if fault and fault.kind in ("cut", "stall", "lie"):
                self.close_connection = True

        def _send(self, answer: bytes, *, slowly: bool) -> None:
            self.close_connection = True
            with suppress(ConnectionError):  # who asked has given up
                if not slowly:
                    self.wfile.write(answer)
                for byte in answer if slowly else b"":
                    if server.released.wait(0.05):
                        return
                    self.wfile.write(bytes([byte]))

        def log_message(self, *_: object) -> None:
            pass

    return Handler
