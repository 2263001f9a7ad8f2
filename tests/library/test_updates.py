"""Where newer versions of the program are looked for."""

from pathlib import Path

import pytest

from glide_studio.library import updates
from glide_studio.library.updates import ADDRESS_RESOURCE, ADDRESS_VARIABLE, Release

ADDRESS = "https://example.org/latest.json"


def test_only_a_copy_that_was_told_knows_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ADDRESS_VARIABLE, raising=False)
    monkeypatch.setattr(updates, "files", lambda _: tmp_path)
    assert updates.updates_address() is None
    (tmp_path / ADDRESS_RESOURCE).write_text(f"{ADDRESS}\n")  # as packaging/freeze.py does
    assert updates.updates_address() == ADDRESS
    monkeypatch.setenv(ADDRESS_VARIABLE, "http://studio.example/ours.json")
    assert updates.updates_address() == "http://studio.example/ours.json"


@pytest.mark.parametrize(
    ("own", "released", "newer"),
    [
        ("0.9.0", "0.10.0", True),
        ("0.10.0", "0.9.9", False),
        ("1.0.0", "1.0.0", False),
        ("1.0.0.dev3+local", "1.0.1", True),
    ],
)
def test_versions_are_compared_by_their_numbers(
    own: str, released: str, newer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updates, "own_version", lambda: own)
    assert Release(released, "https://example.org").is_newer is newer
