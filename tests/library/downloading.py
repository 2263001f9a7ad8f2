"""A download from a server that may behave badly."""

import hashlib
from pathlib import Path
from typing import Any

from glide_studio.library.control import Control
from glide_studio.library.download import Download, Wanted
from glide_studio.library.transfer import Patience
from tests.library.faulty_server import FaultyServer

CONTENT = b"PK\x03\x04" + bytes(range(256)) * 8000


DIGEST = hashlib.sha256(CONTENT).hexdigest()


IMPATIENT = Patience(connect=2, read=0.3, attempts=3, wait=0.01)


def download(server: FaultyServer, to: Path, **changes: Any) -> str:
    settings = {
        "urls": [f"{server.address}/base.pt"],
        "to": to,
        "wanted": Wanted(2 * len(CONTENT)),
        "control": Control(),
        "report": lambda _: None,
        "patience": IMPATIENT,
    }
    return Download(**(settings | changes)).run()


def left(to: Path) -> list[str]:
    return sorted(file.name for file in to.parent.iterdir()) if to.parent.exists() else []
