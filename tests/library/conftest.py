"""A server that may behave badly, and where its file goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.downloading import CONTENT
from tests.library.faulty_server import FaultyServer, faulty_server


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    with faulty_server(base=CONTENT) as server:
        yield server


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "models" / "base.pt"
