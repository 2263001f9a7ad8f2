"""Diagnostics for a report, and the copy that is offered after an unexpected error."""

import asyncio
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from glide_studio.app import GlideEngine
from glide_studio.core.files.documents import open_document
from glide_studio.core.files.safe_file import PictureError
from glide_studio.session.preferences import Preferences
from glide_studio.session.unexpected import UnexpectedErrors
from tests.fakes import STARTER
from tests.ui.studio import Studio

SECRET = "a heron nobody knows"


@pytest.fixture
def logged(studio: Studio) -> Iterator[logging.Logger]:
    """The program's log, which the diagnostics follow."""
    handler, logger = studio.window.diagnostics.log, logging.getLogger("glide_studio")
    logger.addHandler(handler)
    level = logger.level
    logger.setLevel(logging.DEBUG)
    yield logger
    logger.setLevel(level)
    logger.removeHandler(handler)


@pytest.fixture
def unexpected(
    studio: Studio, qasync_loop: asyncio.AbstractEventLoop
) -> Iterator[UnexpectedErrors]:
    """Unexpected errors are reported as in the application."""
    with UnexpectedErrors(qasync_loop) as errors:
        errors.occurred.connect(studio.editor.open_document.broke)
        yield errors


def copied(studio: Studio) -> str:
    studio.find("copy_diagnostics_action").trigger()
    assert studio.message() == (
        "Diagnostics copied. Paste them into your bug report. "
        "They contain no prompts and no file names."
    )
    return QGuiApplication.clipboard().text()


def test_diagnostics_describe_program_and_computer(studio: Studio) -> None:
    preferences = Preferences()
    preferences.precision = "float32"
    studio.window.diagnostics.engine = GlideEngine(STARTER.name, preferences).facts
    studio.generate("a red apple")
    facts = dict(line.split(": ", 1) for line in copied(studio).splitlines() if ": " in line)
    assert facts["GLIDE Studio"][0].isdigit()
    assert facts["Python"].startswith(".".join(map(str, sys.version_info[:3])))
    assert "torch 2." in facts["Libraries"]
    assert facts["Model"] == STARTER.name
    assert facts["Device"].startswith("cpu")
    assert facts["Base network"] == "float32"
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    assert facts["Memory"].startswith(f"{pages // 1_000_000} MB")
    assert facts["Runs"] == "done"
    assert "cores" in facts["Processor"]
    assert "engine" in facts["Threads"]


@pytest.mark.expects_log("unexpected")
def test_diagnostics_contain_neither_prompts_nor_names_nor_paths(
    studio: Studio, logged: logging.Logger, tmp_path: Path
) -> None:
    private = tmp_path / f"{SECRET}.png"
    studio.engine.error = PictureError("{name} is a folder.", name=private)
    studio.generate(SECRET, seed=4)
    studio.engine.error = None
    try:
        private.read_bytes()
    except OSError as error:
        logged.error("unexpected", exc_info=error)
    logged.info("measured: %s of %d at %.1f", SECRET, 7, 0.5)
    logged.info("%(prompt)s", {"prompt": SECRET})
    record = logging.LogRecord("asyncio", logging.ERROR, "", 1, f"Task: {SECRET}", (), None)
    studio.window.diagnostics.log.handle(record)
    text = copied(studio)
    for part in (SECRET, str(tmp_path), str(Path.home()), str(Path(__file__).parent)):
        assert part not in text, part
    assert "PictureError “{name} is a folder.” at" in text
    assert "ERROR glide_studio: unexpected" in text
    assert "FileNotFoundError at " in text
    assert "measured: … of 7 at 0.5" in text


def in_a_slot() -> None:
    QTimer.singleShot(0, lambda: 1 / 0)  # type: ignore[arg-type]


def in_a_callback() -> None:
    asyncio.get_event_loop().call_soon(lambda: 1 / 0)


def in_a_thread() -> None:
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()


@pytest.mark.parametrize("fail", [in_a_slot, in_a_callback, in_a_thread])
@pytest.mark.expects_log("unexpected")
@pytest.mark.usefixtures("unexpected")
def test_an_unexpected_error_anywhere_offers_to_save_a_copy(
    studio: Studio, fail: Callable[[], object], photograph: Path, tmp_path: Path
) -> None:
    studio.open(photograph)
    studio.stroke((100, 100), (200, 150))
    fail()
    studio.qtbot.waitUntil(lambda: studio.message() is not None)
    assert studio.message() == "Something went wrong: division by zero (ZeroDivisionError)."
    studio.click("message_save_copy_button")
    studio.choose_file("save_copy_dialog", tmp_path / "rescued")
    copy = tmp_path / "rescued.ora"
    studio.qtbot.waitUntil(lambda: studio.message() == "A copy is saved as rescued.ora.")
    saved = open_document(copy).project.document
    shown = studio.editor.document
    assert (saved.composite() == shown.composite()).all()
    assert (saved.mask.raster.to_array() == shown.mask.raster.to_array()).all()
    # The document stays what it was: of its own file, and not saved.
    assert studio.editor.open_document.path == photograph
    assert studio.editor.is_modified
    assert not studio.find("message_save_copy_button").isVisible()


@pytest.mark.usefixtures("unexpected")
def test_a_copy_that_cannot_be_written_says_why(
    studio: Studio, photograph: Path, tmp_path: Path
) -> None:
    studio.open(photograph)
    (tmp_path / "taken.ora").mkdir()
    studio.editor.open_document.broke.emit("Something went wrong.")
    studio.click("message_save_copy_button")
    dialog = studio.wait_for("save_copy_dialog")
    dialog.fileSelected.emit(str(tmp_path / "taken.ora"))
    dialog.reject()
    studio.qtbot.waitUntil(lambda: "taken.ora” is a folder" in (studio.message() or ""))
