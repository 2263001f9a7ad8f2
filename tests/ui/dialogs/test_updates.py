"""Looking for a newer version: only when it is wanted, from a server on this computer."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from glide_studio.library.updates import ADDRESS_VARIABLE, own_version
from glide_studio.session.preferences import Preferences
from tests.library.faulty_server import Fault, FaultyServer, faulty_server
from tests.ui.studio import Studio

PAGE = "https://example.org/glide-studio"


def release(version: str, page: str = PAGE) -> bytes:
    return json.dumps({"version": version, "page": page}).encode()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultyServer]:
    """Where releases are published."""
    with faulty_server(newest=release("999.0.0")) as server:
        monkeypatch.setenv(ADDRESS_VARIABLE, f"{server.address}/newest.pt")
        yield server


def check(studio: Studio) -> str:
    """Check for updates by the menu's command; returns what is said."""
    studio.find("message_close_button").click()
    studio.find("check_for_updates_action").trigger()
    studio.qtbot.waitUntil(lambda: studio.message() is not None)
    said = studio.message()
    assert said is not None
    return said


def test_a_newer_version_is_offered_with_its_page(
    server: FaultyServer, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    said = check(studio)
    assert said == f"GLIDE Studio 999.0.0 is available. You have version {own_version()}."
    studio.click("message_page_button")
    assert opened == [QUrl(PAGE)]
    assert server.paths == ["/newest.pt"]


def test_the_newest_version_is_enough(server: FaultyServer, studio: Studio) -> None:
    for version in ("0.0.9", own_version()):
        server.files["/newest.pt"] = release(version)
        assert check(studio) == f"You have the newest version, {own_version()}."
        assert not studio.find("message_page_button").isVisible()


def test_another_answer_is_refused(server: FaultyServer, studio: Studio) -> None:
    said = "The server's answer about new versions cannot be read. Try again later."
    for answer in (
        b"",
        b"\xff\x00",
        b"[]",
        b'{"version": 2, "page": "https://example.org"}',
        release("newer"),
        release("1.2"),
        release("9" * 5000 + ".0.0"),
        release("999.0.0", "javascript:alert(1)"),
        release("999.0.0", "file:///etc/passwd"),
        release("999.0.0", "https://example.org/\nx"),
    ):
        server.files["/newest.pt"] = answer
        assert check(studio) == said, answer


def test_a_failure_is_said_in_one_sentence(
    server: FaultyServer, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.faults.append(Fault("status", value="404"))
    assert "does not have the file (status 404)" in check(studio)
    server.faults.append(Fault("html"))
    assert "Perhaps this network wants you to log in first" in check(studio)
    server.files["/newest.pt"] = b" " * 100_000
    assert "sends a much longer file" in check(studio)
    asked = len(server.paths)
    Preferences().offline = True
    assert check(studio) == "GLIDE Studio works offline. Allow downloads in the preferences."
    monkeypatch.delenv(ADDRESS_VARIABLE)
    assert "does not know where new versions are published" in check(studio)
    assert len(server.paths) == asked


@pytest.mark.parametrize("known", [True, False])
def test_it_is_off_until_the_artist_turns_it_on(
    known: bool, server: FaultyServer, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not known:
        monkeypatch.delenv(ADDRESS_VARIABLE)
    studio.press("Ctrl+,")
    dialog = studio.wait_for("preferences_dialog")
    studio.show_page("preferences_tabs", "Downloads")
    box: Any = studio.find("look_for_updates_check")
    assert not box.isChecked()
    box.click()
    assert Preferences().look_for_updates is known  # without an address it is disabled
    dialog.close()
