"""Facts about the program and the computer for bug reports, without the artist's work."""

import logging
import os
import platform
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from logging.handlers import RotatingFileHandler
from pathlib import Path

import psutil
from PySide6.QtCore import QSysInfo

from glide_studio.core.sentence import ArtistError
from glide_studio.session.editor import Editor
from glide_studio.session.language import system_language

OURS = "glide_studio"
LINES = 40
"""Number of lines of the log that are kept."""

LIBRARIES = ("torch", "PySide6-Essentials", "numpy", "Pillow", "safetensors", "qasync")
MB = 1_000_000


LOG_BYTES = 1_000_000


class _LogFile(RotatingFileHandler):
    """A log file that ignores errors of writing."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing: the terminal has the message too."""


def log_to_file(folder: Path) -> None:
    """Write the program's messages, of all levels, to a log file in `folder` too."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    handler = _LogFile(
        folder / "glide-studio.log", maxBytes=LOG_BYTES, backupCount=1, delay=True, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger(OURS).setLevel(logging.DEBUG)


class RecentLog(logging.Handler):
    """The last lines of the log, without anything that could contain prompts, names or paths: the
    fixed text and the numbers of our own messages, and the type and the stack of errors."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: deque[str] = deque(maxlen=LINES)

    def emit(self, record: logging.LogRecord) -> None:
        time = datetime.fromtimestamp(record.created).isoformat(" ", "seconds")
        self.lines.append(f"{time} {record.levelname} {record.name}: {_message(record)}")
        error = record.exc_info[1] if record.exc_info else None
        while error is not None:
            self.lines.append(f"    {_error(error)}")
            error = error.__cause__ or error.__context__


def _message(record: logging.LogRecord) -> str:
    if not record.name.startswith(OURS):
        return "…"
    if not isinstance(record.args, tuple):
        return str(record.msg)
    known = tuple(arg if isinstance(arg, int | float) else "…" for arg in record.args)
    try:
        return str(record.msg) % known
    except (TypeError, ValueError):
        return str(record.msg)


def _error(error: BaseException) -> str:
    places = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)[-6:]
    ]
    said = f" “{error.sentence.template}”" if isinstance(error, ArtistError) else ""
    return f"{type(error).__name__}{said} at {' > '.join(places) or 'an unknown place'}"


class Diagnostics:
    """Describes the program in English, whatever the language of the interface.

    `log` is to be added to the root logger. `engine`, once loaded, returns the device and the
    precision of the networks.
    """

    def __init__(self, editor: Editor) -> None:
        self.log = RecentLog()
        self.engine: Callable[[], Mapping[str, str]] = lambda: {"Engine": "not loaded"}
        self._editor = editor

    def text(self) -> str:
        """Several lines; no prompt, no name and no path of a file is among them."""
        facts = [
            *_program(),
            ("Model", self._editor.models.model.name),
            *self.engine().items(),
            *_computer(),
        ]
        lines = [f"{name}: {fact}" for name, fact in (*facts, *self._work())]
        return "\n".join([*lines, "Log:", *self.log.lines, ""])

    def _work(self) -> Iterator[tuple[str, str]]:
        document, runs = self._editor.document, self._editor.runs.list
        history = self._editor.open_document.history
        yield "Document", f"{document.extent.width} x {document.extent.height} pixels"
        yield "Layers", f"{len(document.layers)}, {len(document.edits)} of them edits"
        yield "History", f"{len(history.entries)} steps, {history.size_bytes // MB} MB"
        yield "Runs", ", ".join(run.state for run in runs.runs) or "none"


def _program() -> Iterator[tuple[str, str]]:
    yield "GLIDE Studio", version("glide-studio")
    yield "Python", f"{platform.python_version()} {platform.python_implementation()}"
    yield "Libraries", ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:  # an installer may leave its metadata out
        return "unknown"


def _computer() -> Iterator[tuple[str, str]]:
    memory, own = psutil.virtual_memory(), psutil.Process()
    yield "System", f"{QSysInfo.prettyProductName()}, kernel {QSysInfo.kernelVersion()}"
    yield "Language", system_language()
    yield "Processor", f"{platform.machine()}, {os.cpu_count()} cores"
    yield "Memory", f"{memory.total // MB} MB, of which {memory.available // MB} MB are free"
    yield "Used by GLIDE Studio", f"{own.memory_info().rss // MB} MB"
    yield "Threads", ", ".join(sorted(thread.name for thread in threading.enumerate()))
