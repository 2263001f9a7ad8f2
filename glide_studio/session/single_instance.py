"""One window for each user and data folder: a second start hands its files to the first.

They meet at a socket in the file system, or on Windows at a named pipe, which no other computer
can reach. Python's own are used: Qt's need its network library, which installers leave out.
"""

import hashlib
import json
import logging
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from glide_studio.folders import data_folder
from glide_studio.session.locking import locked

ANSWER_SECONDS = 15.0
"""How long a second start waits for a window that may still be opening, or be busy."""

PATIENCE = 2.0
"""How long the window waits for what another start has to say, in seconds."""

MAX_BYTES = 2**20
MAX_PATH = 100
"""The longest path of a socket that every Unix allows."""

_WAIT = b"wait"
"""The window's first answer: it lives, and will say more once it can open files."""

_TAKEN = b"taken"
_log = logging.getLogger(__name__)

Receive = Callable[[list[Path], Callable[[], object]], object]
"""Opens files, and calls the function once that has begun; an open question may delay it."""


def address() -> str:
    """Where starts with the same user, data folder and computer meet."""
    folder = str(data_folder().absolute())
    if sys.platform == "win32":
        return rf"\\.\pipe\glide-studio-{_digest(os.getlogin(), folder)}"
    return f"{folder}/window-{_digest(socket.gethostname())}"  # homes may be shared by a network


class SingleInstance(QObject):
    """The window to which later starts hand their files; `claim` makes it."""

    _arrived = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._listener: Listener | None = None
        self._thread: threading.Thread | None = None
        self._receive: Receive | None = None
        self._waiting: list[tuple[list[Path], Connection]] = []
        self._unanswered: list[Connection] = []
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @classmethod
    def claim(cls, files: Sequence[Path]) -> "SingleInstance | None":
        """Hand `files` to the window that is open; None if it took them.

        Otherwise this is the window for later starts, if there can be one: not if another one is
        open but does not answer, or if its data folder cannot be written to. If that one asks the
        artist something, it is waited for; if it closes then, this takes its place.
        """
        while True:
            made, window = cls(), None
            try:
                data_folder().mkdir(parents=True, exist_ok=True)
                with locked(data_folder() / "window"):  # not while an answer is waited for
                    window = _connected()
                    if window is None:
                        made._listen()
            except OSError as error:
                _log.info("later starts open windows of their own: %s", error)
            answer = b"" if window is None else _hand_over(files, window)
            if answer == _TAKEN:
                return None
            if answer != _WAIT:
                return made

    @property
    def is_listening(self) -> bool:
        """Whether later starts can hand their files to it."""
        return self._listener is not None

    def receive(self, receive: Receive) -> None:
        """Have `receive` open files, given by their absolute paths, also those that came before;
        there are none if only the window is wanted."""
        self._receive = receive
        for files, connection in self._waiting:
            self._take(files, connection)
        self._waiting.clear()

    def close(self) -> None:
        """Take no more files; starts whose files are not opened yet open them themselves."""
        if self._listener is None or self._thread is None:
            return
        listener, self._listener = self._listener, None
        with suppress(OSError, EOFError):
            Client(address()).close()  # so that the thread stops waiting
        self._thread.join(PATIENCE)
        listener.close()
        for connection in (*self._unanswered, *(each for _, each in self._waiting)):
            connection.close()

    def _listen(self) -> None:
        place = address()
        if sys.platform != "win32":
            if len(os.fsencode(place)) > MAX_PATH:
                raise OSError(f"the path {place} is too long for a socket")
            Path(place).unlink(missing_ok=True)  # nobody listens: a program that died left it
        self._listener = Listener(place, backlog=16)
        if sys.platform != "win32":
            os.chmod(place, 0o600)
        self._thread = threading.Thread(target=self._serve, args=(self._listener,), daemon=True)
        self._thread.start()

    def _serve(self, listener: Listener) -> None:
        """Read what later starts say, in a thread, until `close`."""
        while True:
            try:
                connection = listener.accept()
                if self._listener is None:
                    connection.close()
                    return
                if connection.poll(PATIENCE):
                    files = _read(connection.recv_bytes(MAX_BYTES))
                    self._arrived.emit(files, connection)
            except (OSError, EOFError, ValueError) as error:  # not one of ours, or it has gone
                _log.info("a start was not understood: %s", error)
                if self._listener is None:
                    return
                time.sleep(0.1)  # the system may be short of something

    def _take(self, files: list[Path], connection: Connection) -> None:
        if self._receive is None:
            self._waiting.append((files, connection))
            return
        with suppress(OSError):
            connection.send_bytes(_WAIT)
        self._unanswered.append(connection)
        self._receive(files, lambda: self._answer(connection))

    def _answer(self, connection: Connection) -> None:
        if connection in self._unanswered:
            self._unanswered.remove(connection)
            with suppress(OSError), connection:
                connection.send_bytes(_TAKEN)


def _connected() -> Connection | None:
    """A connection to the window that is open; None if there is none."""
    try:
        return Client(address())
    except OSError:
        return None


def _hand_over(files: Sequence[Path], window: Connection) -> bytes:
    """The last answer of the window; empty if there is none."""
    answer = b""
    message = json.dumps([str(file.absolute()) for file in files]).encode()
    with window:
        try:
            _let_it_rise()
            window.send_bytes(message)
            if window.poll(ANSWER_SECONDS):
                answer = window.recv_bytes(16)
            if answer == _WAIT:
                answer = window.recv_bytes(16)
        except (OSError, EOFError) as error:
            _log.info("the open window has closed: %s", error)
        return answer


def _read(message: bytes) -> list[Path]:
    """The files of a message; ValueError for another message."""
    names = json.loads(message)
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError("no list of files")
    return [Path(name) for name in names]


def _let_it_rise() -> None:
    """Let the other program's window come to the front, which Windows allows only the program that
    the user has just started."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


def _digest(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode("utf-8", "surrogateescape")).hexdigest()[:12]
