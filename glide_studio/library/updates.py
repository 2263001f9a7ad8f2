"""Whether there is a newer version of the program. Nothing here runs unless the user wants it."""

import os
import re
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import msgspec

from glide_studio.core.sentence import ArtistError
from glide_studio.library.control import Control
from glide_studio.library.transfer import DownloadError, Patience, works_offline

ADDRESS_VARIABLE = "GLIDE_STUDIO_UPDATES"
ADDRESS_RESOURCE = "updates.txt"
"""Of `glide_studio.resources`; installers bring it, since only they are told where they are
published."""

MOST = 1 << 16
"""Bytes that the answer may have."""


class UpdateError(ArtistError):
    """Newer versions cannot be looked for."""


class Release(msgspec.Struct, frozen=True):
    """A published version, and the web page from which it is downloaded."""

    version: Annotated[str, msgspec.Meta(pattern=r"^\d{1,6}\.\d{1,6}\.\d{1,6}$")]
    page: Annotated[str, msgspec.Meta(pattern=r"^https://[!-~]+$")]

    @property
    def is_newer(self) -> bool:
        """Whether the program that runs is older."""
        return _numbers(self.version) > _numbers(own_version())


def own_version() -> str:
    """The version of the program that runs."""
    return version("glide-studio")


def updates_address() -> str | None:
    """The address of a JSON object, such as {"version": "0.2.0", "page": "https://…"}, which
    says what the newest release is; None if this copy knows none."""
    published = files("glide_studio.resources").joinpath(ADDRESS_RESOURCE)
    known = published.read_text(encoding="utf-8") if published.is_file() else ""
    return os.environ.get(ADDRESS_VARIABLE) or known.strip() or None


def newest_release(control: Control, *, offline: bool) -> Release:
    """Ask `updates_address` for the newest release; nothing but the request itself is sent.

    Raises UpdateError if this copy knows no address, or the answer is none; DownloadError, also
    when `offline`; and Cancelled.
    """
    address = updates_address()
    if address is None:
        raise UpdateError(
            "This copy of GLIDE Studio does not know where new versions are published. Look where "
            "you got it."
        )
    if works_offline(offline):
        raise DownloadError("GLIDE Studio works offline. Allow downloads in the preferences.")
    from glide_studio.library.download import Download, Wanted  # httpx takes a while to import

    with TemporaryDirectory() as folder:
        answer, patience = Path(folder) / "release.json", Patience(attempts=1)
        Download([address], answer, Wanted(MOST), control, lambda _: None, patience).run()
        try:
            return msgspec.json.decode(answer.read_bytes(), type=Release)
        except msgspec.DecodeError as error:
            raise UpdateError(
                "The server's answer about new versions cannot be read. Try again later."
            ) from error


def _numbers(text: str) -> list[int]:
    """Those of "0.2.0"; what may follow, as in "0.2.0.dev1", is left out."""
    return [int(number) for number in re.findall(r"\d+", text)[:3]]
