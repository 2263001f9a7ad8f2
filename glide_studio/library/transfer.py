"""The values and errors of downloads, apart from the code that needs HTTP libraries."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from glide_studio.core.sentence import ArtistError


class DownloadError(ArtistError):
    """A file that cannot be downloaded."""


@dataclass(frozen=True)
class Patience:
    """How long a server is waited for, in seconds, and how often it is asked again.

    `attempts` is the number of failed attempts in a row after which a server is given up; the
    wait between them starts at `wait` and doubles each time.
    """

    connect: float = 15
    read: float = 30
    attempts: int = 5
    wait: float = 1


@dataclass(frozen=True)
class Progress:
    """Bytes received of `total`, None if the server does not say, at `speed` bytes a second."""

    received: int
    total: int | None
    speed: float

    @property
    def seconds_left(self) -> float | None:
        """The estimated remaining time; None while it cannot be estimated."""
        if self.total is None or self.speed <= 0:
            return None
        return (self.total - self.received) / self.speed


def works_offline(preferred: bool) -> bool:
    """Whether downloads are forbidden: if that is `preferred`, or by `GLIDE_STUDIO_OFFLINE`."""
    return preferred or bool(os.environ.get("GLIDE_STUDIO_OFFLINE"))


def check_room(folder: Path, needed: int) -> None:
    """Raise DownloadError if there are not `needed` bytes free on the disk of `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise DownloadError(
            "There is not enough disk space in {folder}: {needed} MB are needed, {free} MB are "
            "free.",
            folder=folder,
            needed=-(-needed // 10**6),
            free=free // 10**6,
        )
