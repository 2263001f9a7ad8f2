"""Downloading one large file: resumed, retried, from several mirrors, checked."""

import hashlib
import json
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from glide_studio.library.control import Control, Paused
from glide_studio.library.transfer import DownloadError, Patience, Progress, check_room

CHUNK = 1 << 18
REPORTS_PER_SECOND = 10
SPEED_SECONDS = 5.0
"""Over which the speed is averaged."""


class _Refused(Exception):
    """A server that will not give the file; asking again is of no use."""

    def __init__(self, error: DownloadError) -> None:
        super().__init__(str(error))
        self.error = error


class _Again(Exception):
    """An attempt that may well succeed if it is repeated, at least `after` seconds later."""

    def __init__(self, reason: str, after: float = 0) -> None:
        super().__init__(reason)
        self.after = after


class Download:
    """The file at one of `urls`, which becomes the file `to` once it is whole. They are tried in
    order; there is one at least.

    What was received lies beside it as `NAME.part` and is continued by the next attempt, also after
    a restart, as long as the server has the same file. `digest` is the SHA-256 that it must have,
    None if it is not known. `report` receives its `Progress` on the thread of `run`.
    """

    def __init__(
        self,
        urls: Sequence[str],
        to: Path,
        control: Control,
        report: Callable[[Progress], object],
        digest: str | None,
        patience: Patience,
    ) -> None:
        self._urls = urls
        self._to = to
        self._control = control
        self._report = report
        self._expected = digest
        self._patience = patience
        self._part = to.with_name(f"{to.name}.part")
        self._origin = to.with_name(f"{to.name}.origin")
        self._digest = hashlib.sha256()
        self._meter = _Meter()

    def run(self) -> str:
        """Download the file; returns its SHA-256 in hexadecimal.

        Raises DownloadError when all servers have failed, and Cancelled. Then what was received is
        kept for the next time, unless it is of no use.
        """
        failure: DownloadError | None = None
        for url in self._urls:
            try:
                self._fetch(url)
                digest = self._digest.hexdigest()
                if self._expected not in (None, digest):
                    self.discard()
                    raise _Refused(
                        DownloadError(
                            "The server {host} has another file than the one that was "
                            "verified before.",
                            host=_host(url),
                        )
                    )
                self._part.replace(self._to)
                self._origin.unlink(missing_ok=True)
                return digest
            except _Refused as refused:
                failure = refused.error
            except DownloadError as error:
                failure = error
        assert failure is not None  # there is one address at least
        raise failure

    def discard(self) -> None:
        """Remove what was received."""
        for file in (self._part, self._origin):
            with suppress(OSError):
                file.unlink(missing_ok=True)

    def _fetch(self, url: str) -> None:
        """Receive the whole file from one server, in as many attempts as that takes."""
        failed, most = 0, self._received()
        while True:
            self._control.wait()
            try:
                self._control.run(self._attempt(url))
                return
            except Paused:
                continue
            except (httpx.TransportError, _Again) as error:
                failed = 1 if self._received() > most else failed + 1
                most = max(most, self._received())
                if failed >= self._patience.attempts:
                    raise DownloadError(
                        "The server {host} does not answer as it should: {reason}. Try again "
                        "later; what was received is kept.",
                        host=_host(url),
                        reason=str(error).rstrip(".") or type(error).__name__,
                    ) from error
                after = error.after if isinstance(error, _Again) else 0
                self._control.wait(max(after, self._patience.wait * 2 ** (failed - 1)))
            except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.TooManyRedirects) as error:
                raise _Refused(
                    DownloadError("The address {url} does not work.", url=url)
                ) from error
            except OSError as error:
                raise DownloadError(
                    "The file {path} cannot be written: {reason}.",
                    path=self._part,
                    reason=error.strerror,
                ) from error

    def _received(self) -> int:
        with suppress(OSError):
            return self._part.stat().st_size
        return 0

    async def _attempt(self, url: str) -> None:
        """Receive what is missing. Raises TransportError, _Again and _Refused."""
        self._to.parent.mkdir(parents=True, exist_ok=True)
        origin = _read_origin(self._origin)
        received = self._received()
        headers = {"Accept-Encoding": "identity"}
        if received and origin.get("validator"):
            headers |= {"Range": f"bytes={received}-", "If-Range": origin["validator"]}
        timeout = httpx.Timeout(self._patience.read, connect=self._patience.connect)
        async with (
            httpx.AsyncClient(timeout=timeout, follow_redirects=True, max_redirects=5) as client,
            client.stream("GET", url, headers=headers) as response,
        ):
            start = self._start(response, url, received if "Range" in headers else 0)
            total = _total(response, start)
            self._check_room(total, start)
            self._begin(response, start)
            with self._part.open("ab") as file:
                async for chunk in response.aiter_raw():
                    if not file.tell() and chunk.lstrip()[:1] == b"<":
                        self.discard()
                        raise _Refused(_page_error(url))
                    file.write(chunk)
                    self._digest.update(chunk)
                    if self._meter.is_due(file.tell()):
                        self._report(Progress(file.tell(), total, self._meter.speed))
                self._meter.is_due(file.tell())
                self._report(Progress(file.tell(), total, self._meter.speed))
                if total is not None and file.tell() != total:
                    raise _Again("the connection ended too early")

    def _start(self, response: httpx.Response, url: str, wanted: int) -> int:
        """Where the content of the response begins in the file."""
        if url.startswith("https:") and response.url.scheme != "https":
            raise _Refused(
                DownloadError(
                    "The server {host} leads to an address that is not secure.", host=_host(url)
                )
            )
        status = response.status_code
        if status == httpx.codes.PARTIAL_CONTENT:
            if _content_range(response)[0] != wanted:
                self.discard()
                raise _Again("another part of the file came than the one that was asked for")
            return wanted
        if status == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            self.discard()
            raise _Again("the file has changed")
        if status == httpx.codes.TOO_MANY_REQUESTS or status >= 500:
            wait = response.headers.get("Retry-After", "0")
            raise _Again(f"status {status}", min(int(wait), 60) if wait.isdigit() else 0)
        if status != httpx.codes.OK:
            raise _Refused(
                DownloadError(
                    "The server {host} does not have the file (status {status}).",
                    host=_host(url),
                    status=status,
                )
            )
        if response.headers.get("Content-Type", "").startswith("text/html"):
            raise _Refused(_page_error(url))
        return 0

    def _check_room(self, total: int | None, start: int) -> None:
        """Raises DownloadError if the rest of the file does not fit on the disk."""
        check_room(self._to.parent, (total or 0) - start)

    def _begin(self, response: httpx.Response, start: int) -> None:
        """Keep what was received up to `start`, and remember whose it is."""
        with self._part.open("ab") as file:
            file.truncate(start)
        self._digest = hashlib.sha256()
        with self._part.open("rb") as file:
            while chunk := file.read(CHUNK):
                self._digest.update(chunk)
        self._meter = _Meter(start)
        etag = response.headers.get("ETag", "")
        modified = response.headers.get("Last-Modified", "")
        validator = modified if etag.startswith("W/") or not etag else etag
        self._origin.write_text(json.dumps({"validator": validator}), encoding="utf-8")


class _Meter:
    """Measures the speed, and says when to report."""

    def __init__(self, received: int = 0) -> None:
        self._seen = [(time.monotonic(), received)]
        self.speed = 0.0

    def is_due(self, received: int) -> bool:
        """Note that `received` bytes are there; returns whether it is time for a report."""
        now = time.monotonic()
        if now - self._seen[-1][0] < 1 / REPORTS_PER_SECOND:
            return False
        self._seen.append((now, received))
        while now - self._seen[0][0] > SPEED_SECONDS and len(self._seen) > 2:
            self._seen.pop(0)
        (since, before) = self._seen[0]
        self.speed = (received - before) / (now - since)
        return True


def _read_origin(file: Path) -> Mapping[str, str]:
    with suppress(OSError, ValueError):
        values = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(values, dict) and isinstance(values.get("validator"), str):
            return values
    return {}


def _content_range(response: httpx.Response) -> tuple[int, int | None]:
    """The first byte of a part, -1 if the header makes no sense, and the whole file's size."""
    unit, _, rest = response.headers.get("Content-Range", "").partition(" ")
    span, _, total = rest.partition("/")
    first = span.partition("-")[0]
    if unit != "bytes" or not first.isdecimal():
        return -1, None
    return int(first), int(total) if total.isdecimal() else None


def _total(response: httpx.Response, start: int) -> int | None:
    """The size of the whole file, as far as the server says."""
    if response.status_code == httpx.codes.PARTIAL_CONTENT:
        return _content_range(response)[1]
    length = response.headers.get("Content-Length", "")
    return start + int(length) if length.isdecimal() else None


def _page_error(url: str) -> DownloadError:
    return DownloadError(
        "The server {host} sent a web page instead of the file. Perhaps this network wants you to "
        "log in first.",
        host=_host(url),
    )


def _host(url: str) -> str:
    with suppress(ValueError):
        return urlsplit(url).netloc or url
    return url
