"""Reads what a server's answer says about the requested file."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx

from glide_studio.library.transfer import DownloadError

LONGEST_WAIT = 60
"""Seconds that a server may ask for before it is asked again."""

_BUSY = (408, 425, 429)
"""Statuses below 500 after which another attempt may succeed."""


class Refused(Exception):
    """A server that will not give the file; asking again is of no use."""

    def __init__(self, error: DownloadError) -> None:
        super().__init__(str(error))
        self.error = error


class Again(Exception):
    """A failed attempt that may succeed if it is repeated, at least `after` seconds later.

    `error` is raised if no attempt succeeds; with `is_useless`, what was received does not belong
    to the file and is discarded.
    """

    def __init__(self, error: DownloadError, after: float = 0, *, is_useless: bool = False) -> None:
        super().__init__(str(error))
        self.error = error
        self.after = after
        self.is_useless = is_useless


@dataclass(frozen=True)
class Answer:
    """The content begins at byte `start` of a file of `total` bytes, None if the server does not
    say. `validator` identifies this version of the file; empty if the server sends none."""

    start: int
    total: int | None
    validator: str


def read_answer(response: httpx.Response, url: str, wanted: int, validator: str) -> Answer:
    """The answer to a request for `url`, from byte `wanted` on if the file still has the
    `validator`. Raises Refused and Again."""
    _check_security(response, url)
    status = response.status_code
    if status == httpx.codes.PARTIAL_CONTENT:
        start, total = _content_range(response)
        found = _validator(response)
        if start != wanted or (wanted and found and found != validator):
            raise _another_part(url)
        return Answer(wanted, total, found or validator)
    if status == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
        if wanted and _content_range(response)[1] == wanted:  # it was whole already
            return Answer(wanted, wanted, validator)
        raise _another_part(url)
    _check_status(response, url)
    if response.headers.get("Content-Type", "").lower().startswith("text/html"):
        raise page_instead(url)
    if response.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise Refused(
            DownloadError("The server {host} sends the file in another form.", host=host_of(url))
        )
    return Answer(0, number(response.headers.get("Content-Length", "")), _validator(response))


def page_instead(url: str) -> Refused:
    return Refused(
        DownloadError(
            "The server {host} sent a web page instead of the file. Perhaps this network wants you "
            "to log in first.",
            host=host_of(url),
        )
    )


def misbehaving(url: str, reason: str) -> DownloadError:
    return DownloadError(
        "The server {host} does not answer as it should: {reason}. Try again later; what was "
        "received is kept.",
        host=host_of(url),
        reason=re.sub(r"^\[Errno -?\d+\] ", "", reason).rstrip("."),
    )


def host_of(url: str) -> str:
    """The server of an address, without a password."""
    with suppress(ValueError):
        return urlsplit(url).netloc.rpartition("@")[2] or url
    return url


def number(text: str) -> int | None:
    """A header's number of bytes or seconds; None for anything else."""
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else None


def _check_security(response: httpx.Response, url: str) -> None:
    addresses = [response.url, *(hop.url for hop in response.history)]
    if url.lower().startswith("https:") and any(each.scheme != "https" for each in addresses):
        raise Refused(
            DownloadError(
                "The server {host} leads to an address that is not secure.", host=host_of(url)
            )
        )


def _check_status(response: httpx.Response, url: str) -> None:
    status, host = response.status_code, host_of(url)
    if status in _BUSY or status >= 500:
        busy = DownloadError(
            "The server {host} is overloaded (status {status}). Try again later; what was "
            "received is kept.",
            host=host,
            status=status,
        )
        raise Again(busy, _retry_after(response))
    if status in (404, 410):
        raise Refused(
            DownloadError(
                "The server {host} does not have the file (status {status}).",
                host=host,
                status=status,
            )
        )
    if status != httpx.codes.OK:
        raise Refused(
            DownloadError(
                "The server {host} refuses to send the file (status {status}).",
                host=host,
                status=status,
            )
        )


def _another_part(url: str) -> Again:
    return Again(misbehaving(url, "it sends another part of the file"), is_useless=True)


def _validator(response: httpx.Response) -> str:
    """The strong ETag, or else the date of the last change."""
    etag, modified = (response.headers.get(name, "") for name in ("ETag", "Last-Modified"))
    found: str = modified if etag.startswith("W/") or not etag else etag
    return found if found.isascii() and found.isprintable() else ""


def _retry_after(response: httpx.Response) -> float:
    """The seconds that the server asks to wait before the next attempt, at most LONGEST_WAIT."""
    text = response.headers.get("Retry-After", "")
    seconds = float(number(text) or 0)
    with suppress(ValueError, TypeError):  # a date, or nonsense
        seconds = (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds()
    return min(max(seconds, 0), LONGEST_WAIT)


def _content_range(response: httpx.Response) -> tuple[int | None, int | None]:
    """The first byte of a part, and the size of the whole file, where the header says so."""
    unit, _, rest = response.headers.get("Content-Range", "").partition(" ")
    span, _, total = rest.partition("/")
    first = span.partition("-")[0]
    return (number(first), number(total)) if unit == "bytes" else (None, None)
