"""Downloading one large file: resumed, retried, from several mirrors, checked."""

import asyncio
import hashlib
import json
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from glide_studio.core.sentence import joined
from glide_studio.library.answers import (
    Again,
    Answer,
    Refused,
    host_of,
    misbehaving,
    page_instead,
    read_answer,
)
from glide_studio.library.control import Control, Paused
from glide_studio.library.transfer import DownloadError, Patience, Progress, check_room

READ_AT_ONCE = 1 << 20
REPORT_SECONDS = 0.1
SPEED_SECONDS = 5.0
"""The speed is averaged over this time."""

MIN_PROGRESS = 1 << 16
"""Bytes that an attempt must receive for failures to be counted anew."""
MIN_SPEED = 1000
"""Bytes a second; a slower connection counts as broken."""


@dataclass(frozen=True)
class Wanted:
    """The conditions for accepting a file: at most `most` bytes, the SHA-256 `digest` unless that
    is None, and `is_intact` returns true for it."""

    most: int
    digest: str | None = None
    is_intact: Callable[[Path], bool] = lambda _: True


@dataclass(frozen=True)
class _Kept:
    """The bytes of a file that were received so far, its address and its validator; the last two
    are empty if not known."""

    received: int
    url: str
    validator: str


class Download:
    """Downloads a file from one of `urls` to `to`, which appears once it is complete and as
    `wanted`.

    The address of an unfinished download is tried first, then the others in order. What was
    received lies beside the file as `NAME.part`; the next attempt, also after a restart, continues
    it as long as the server has the same file. `report` receives the `Progress` regularly, on the
    thread of `run`.
    """

    def __init__(
        self,
        urls: Sequence[str],
        to: Path,
        wanted: Wanted,
        control: Control,
        report: Callable[[Progress], object],
        patience: Patience,
    ) -> None:
        self._urls = urls
        self._to = to
        self._wanted = wanted
        self._control = control
        self._report = report
        self._patience = patience
        self._part = to.with_name(f"{to.name}.part")
        self._origin = to.with_name(f"{to.name}.origin")
        self._digest, self._digested = hashlib.sha256(), 0
        self._meter = _Meter()

    def run(self) -> str:
        """Download the file; returns its SHA-256 in hexadecimal.

        Raises DownloadError, which says how each server has failed, if all have, or that the disk
        is full, and Cancelled. What was received is then kept for the next time, unless it is
        useless.
        """
        failures: list[DownloadError] = []
        before = self._kept().url
        for url in sorted(self._urls, key=lambda url: url != before):
            try:
                self._fetch(url)
                return self._accepted(url)
            except Refused as refused:
                failures.append(refused.error)
        error = failures[0]  # there is one address at least
        error.sentence = joined([each.sentence for each in failures]) or error.sentence
        raise error

    def _accepted(self, url: str) -> str:
        """Check the received file and rename it. Raises Refused if it is not as wanted."""
        digest, wanted = self._digest.hexdigest(), self._wanted
        if wanted.digest not in (None, digest):
            self._discard()
            raise Refused(
                DownloadError(
                    "The server {host} has a different file from the one that was verified.",
                    host=host_of(url),
                )
            )
        if not wanted.is_intact(self._part):
            self._discard()
            raise Refused(
                DownloadError(
                    "The server {host} sent a damaged or incomplete file.", host=host_of(url)
                )
            )
        self._part.replace(self._to)
        self._origin.unlink(missing_ok=True)
        return digest

    def _discard(self) -> None:
        """Remove what was received."""
        for file in (self._part, self._origin):
            with suppress(OSError):
                file.unlink(missing_ok=True)

    def _fetch(self, url: str) -> None:
        """Receive the whole file from one server, in several attempts if necessary. Raises Refused
        if the server does not deliver it, DownloadError if it cannot be written, and
        Cancelled."""
        failed, most = 0, self._kept().received
        while True:
            self._control.wait()
            try:
                self._control.run(self._attempt(url))
                return
            except Paused:
                continue
            except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.TooManyRedirects) as error:
                raise Refused(DownloadError("The address {url} does not work.", url=url)) from error
            except (httpx.TransportError, TimeoutError, Again) as error:
                if isinstance(error, Again) and error.is_useless:
                    self._discard()
                received = self._kept().received
                failed = 1 if received >= most + MIN_PROGRESS else failed + 1
                most = max(most, received)
                if failed >= self._patience.attempts:
                    raise Refused(_failure(error, url)) from error
                self._report(Progress(received, self._meter.total, 0))
                after = error.after if isinstance(error, Again) else 0
                self._control.wait(max(after, self._patience.wait * 2 ** (failed - 1)))
            except OSError as error:
                raise DownloadError(
                    "The file {path} cannot be written: {reason}.",
                    path=self._part,
                    reason=error.strerror,
                ) from error

    def _kept(self) -> _Kept:
        received, origin = 0, {}
        with suppress(OSError):
            received = self._part.stat().st_size
        with suppress(OSError, ValueError, TypeError):
            origin = dict(json.loads(self._origin.read_text(encoding="utf-8")))
        return _Kept(received, str(origin.get("url", "")), str(origin.get("validator", "")))

    async def _attempt(self, url: str) -> None:
        """Receive what is missing. Raises what `_fetch` handles."""
        self._to.parent.mkdir(parents=True, exist_ok=True)
        kept = self._kept()
        headers, wanted = {"Accept-Encoding": "identity"}, 0
        if kept.received and kept.validator:
            headers |= {"Range": f"bytes={kept.received}-", "If-Range": kept.validator}
            wanted = kept.received
        self._meter.start(kept.received, self._meter.total)
        showing = asyncio.ensure_future(self._show_progress())
        try:
            async with AsyncExitStack() as stack:
                client = await stack.enter_async_context(_client(self._patience))
                async with asyncio.timeout(2 * (self._patience.connect + self._patience.read)):
                    stream = client.stream("GET", url, headers=headers)
                    response = await stack.enter_async_context(stream)
                answer = read_answer(response, url, wanted, kept.validator)
                await self._begin(answer, url)
                if answer.start != answer.total:
                    await self._receive(response.aiter_raw(), url)
        finally:
            showing.cancel()
        self._meter.tick()
        self._report(self._meter.progress)

    async def _begin(self, answer: Answer, url: str) -> None:
        """Keep what was received up to the start of the answer, and record where it comes from.
        Raises Refused, and DownloadError if the rest does not fit on the disk."""
        if (answer.total or 0) > self._wanted.most:
            raise _too_long(url)
        check_room(self._to.parent, (answer.total or 0) - answer.start)
        with self._part.open("ab") as file:
            file.truncate(answer.start)
        self._meter.start(answer.start, answer.total)
        if self._digested != answer.start:
            self._digest, self._digested = hashlib.sha256(), answer.start
            with self._part.open("rb") as file:
                while chunk := file.read(READ_AT_ONCE):
                    self._digest.update(chunk)
                    await asyncio.sleep(0)  # where a pause or a cancellation arrives
        origin = {"url": url, "validator": answer.validator}
        self._origin.write_text(json.dumps(origin), encoding="utf-8")

    async def _receive(self, content: AsyncIterator[bytes], url: str) -> None:
        """Append the content of an answer to what is there."""
        meter = self._meter
        with self._part.open("ab") as file:
            async for chunk in content:
                if not meter.received and chunk.lstrip()[:1] == b"<":
                    self._discard()
                    raise page_instead(url)
                file.write(chunk)
                self._digest.update(chunk)
                meter.received = self._digested = file.tell()
                if meter.received > self._wanted.most:
                    self._discard()
                    raise _too_long(url)
                if meter.is_too_slow(self._patience.read):
                    raise Again(_silent(url))
        if meter.total not in (None, meter.received):
            raise Again(misbehaving(url, "the connection ended too early"))

    async def _show_progress(self) -> None:
        while True:
            self._meter.tick()
            self._report(self._meter.progress)
            await asyncio.sleep(REPORT_SECONDS)


class _Meter:
    """Counts what is `received` of `total`, and measures the speed."""

    def __init__(self) -> None:
        self.start(0)

    def start(self, received: int, total: int | None = None) -> None:
        """Begin to measure."""
        self.received = received
        self.total = total
        self._seen = [(time.monotonic(), received)]
        self._checked = self._seen[0]

    def tick(self) -> None:
        """Remember what is received now; to be called regularly."""
        now = time.monotonic()
        self._seen.append((now, self.received))
        while now - self._seen[0][0] > SPEED_SECONDS and len(self._seen) > 2:
            self._seen.pop(0)

    @property
    def progress(self) -> Progress:
        (since, before), (now, received) = self._seen[0], self._seen[-1]
        speed = (received - before) / (now - since) if now > since else 0
        return Progress(self.received, self.total, speed)

    def is_too_slow(self, seconds: float) -> bool:
        """Whether the speed was below `MIN_SPEED` over the last `seconds`."""
        (since, before), now = self._checked, time.monotonic()
        if now - since < seconds:
            return False
        self._checked = (now, self.received)
        return self.received - before < MIN_SPEED * (now - since)


def _client(patience: Patience) -> httpx.AsyncClient:
    """Raises DownloadError if the system's proxy cannot be used."""
    timeout = httpx.Timeout(patience.read, connect=patience.connect)
    try:
        return httpx.AsyncClient(timeout=timeout, follow_redirects=True, max_redirects=5)
    except (ValueError, httpx.InvalidURL) as error:
        raise DownloadError(
            "The proxy in the system's settings cannot be used: {reason}.", reason=error
        ) from error


def _failure(error: Exception, url: str) -> DownloadError:
    """The error that describes the last of several failed attempts."""
    if isinstance(error, Again):
        return error.error
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.ProxyError):
        return DownloadError(
            "The server {host} cannot be reached. Check the internet connection, then try again.",
            host=host_of(url),
        )
    if isinstance(error, TimeoutError | httpx.TimeoutException):
        return _silent(url)
    return misbehaving(url, str(error) or type(error).__name__)


def _silent(url: str) -> DownloadError:
    return DownloadError(
        "The server {host} stopped sending. Try again later; what was received is kept.",
        host=host_of(url),
    )


def _too_long(url: str) -> Refused:
    return Refused(DownloadError("The server {host} sends a much longer file.", host=host_of(url)))
