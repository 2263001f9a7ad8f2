"""Common to all tests: offscreen Qt, few threads, separate settings, and checks for leaks."""

import asyncio
import contextlib
import gc
import logging
import os
import re
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from glide_studio.threads import let_idle_threads_sleep

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "2")
let_idle_threads_sleep()

settings.register_profile(
    "studio",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("studio")

THREAD_GRACE = 2.0  # seconds until a thread that was told to end counts as a leak
FAILED = pytest.StashKey[bool]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--minutes", default="60", help="how long the soak of the window lasts (default: 60)"
    )


def pytest_configure() -> None:
    """Collect garbage by hand only: the collector could destroy a QObject on a worker thread."""
    gc.disable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember a failure: its traceback keeps objects alive that are then no leak."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(autouse=True)
def no_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a running timer or a top-level widget behind.

    Widgets given to ``qtbot.addWidget`` are closed before this looks.
    """
    gc.collect()
    gc.freeze()
    threads = set(threading.enumerate())
    widgets = _top_level_widgets()
    yield
    _delete_qt_objects()
    gc.collect()
    if request.node.stash.get(FAILED, False):
        return
    leaks = [f"thread {thread.name}" for thread in _threads_beyond(threads)]
    leaks += [f"running timer {timer!r}" for timer in _running_timers()]
    leaks += [f"widget {widget!r}" for widget in _top_level_widgets() - widgets]
    if leaks:
        pytest.fail("left behind: " + ", ".join(leaks))


@pytest.fixture(autouse=True)
def no_stray_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs at WARNING or above without saying so.

    ``@pytest.mark.expects_log("pattern")`` declares a record by a regular expression that its
    message contains; a declared record that never comes fails the test too.
    """
    handler = _RecordingHandler()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if request.node.stash.get(FAILED, False):
        return
    expected = [marker.args[0] for marker in request.node.iter_markers("expects_log")]
    stray = [m for m in handler.messages if not any(re.search(p, m) for p in expected)]
    absent = [p for p in expected if not any(re.search(p, m) for m in handler.messages)]
    if stray:
        pytest.fail("stray log: " + "; ".join(stray))
    if absent:
        pytest.fail("log did not come: " + "; ".join(absent))


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test empty settings, data and cache folders in place of the user's own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    qt_core = sys.modules.get("PySide6.QtCore")
    if qt_core is not None:
        qt_core.QStandardPaths.setTestModeEnabled(True)
        for file_format in (qt_core.QSettings.NativeFormat, qt_core.QSettings.IniFormat):
            qt_core.QSettings.setPath(
                file_format, qt_core.QSettings.UserScope, str(home / "config")
            )


@pytest.fixture
def qasync_loop(qapp: Any) -> Iterator[asyncio.AbstractEventLoop]:
    """asyncio running inside Qt's event loop, as in the app.

    The loop counts as running from the start: widgets and the Editor may create tasks, and
    whatever lets Qt process events (``qtbot.waitUntil``, ``qtbot.waitSignal``) drives them. To wait
    for one coroutine use the fixture ``complete``. Tasks still pending at teardown are cancelled,
    and an exception that nobody retrieved fails the test as a stray log.
    """
    from qasync import QEventLoop

    loop = QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    # Not already_running=True: ending such a loop calls exit(), after which nested loops return at
    # once, so that no later test could wait.
    asyncio._set_running_loop(loop)
    yield loop
    _cancel_tasks(qapp, loop)
    asyncio._set_running_loop(None)
    loop.close()
    asyncio.set_event_loop(None)


@pytest.fixture
def complete(qtbot: Any, qasync_loop: asyncio.AbstractEventLoop) -> Callable[..., Any]:
    """``complete(awaitable, timeout=10.0)``: run Qt until it is done; its result or exception.

    ``timeout`` is in seconds; pytest-qt's TimeoutError is raised when it passes.
    """

    def run(awaitable: Awaitable[Any], timeout: float = 10.0) -> Any:
        future = asyncio.ensure_future(awaitable, loop=qasync_loop)
        qtbot.waitUntil(future.done, timeout=int(timeout * 1000))
        return future.result()

    return run


@pytest.fixture
def language() -> str:
    """The language of `spoken`; a test or a module may override it."""
    return "de"


@pytest.fixture
def spoken(qapp: Any, language: str) -> Iterator[str]:
    """The application speaks `language` until the test ends. Ask for it before any window."""
    from glide_studio.session.language import set_language

    set_language(qapp, language)
    yield language
    set_language(qapp, "en")


class _RecordingHandler(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.name}: {record.getMessage()}")


def _cancel_tasks(qapp: Any, loop: asyncio.AbstractEventLoop) -> None:
    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()
    deadline = time.monotonic() + THREAD_GRACE
    while not all(task.done() for task in tasks) and time.monotonic() < deadline:
        qapp.processEvents()
    for task in tasks:
        with contextlib.suppress(asyncio.CancelledError):
            task.result()


def _threads_beyond(threads: set[threading.Thread]) -> list[threading.Thread]:
    deadline = time.monotonic() + THREAD_GRACE
    extra = [thread for thread in threading.enumerate() if thread not in threads]
    for thread in extra:
        thread.join(max(0.0, deadline - time.monotonic()))
    return [thread for thread in extra if thread.is_alive()]


def _qt_application() -> Any:
    """The QApplication of the tests that use Qt, None before the first of them."""
    qt_widgets = sys.modules.get("PySide6.QtWidgets")
    return qt_widgets.QApplication.instance() if qt_widgets else None


def _delete_qt_objects() -> None:
    app = _qt_application()
    if app is not None:
        qt_core = sys.modules["PySide6.QtCore"]
        app.processEvents()
        qt_core.QCoreApplication.sendPostedEvents(None, qt_core.QEvent.Type.DeferredDelete.value)


def _top_level_widgets() -> set[Any]:
    app = _qt_application()
    return {w for w in app.topLevelWidgets() if w.parent() is None} if app else set()


def _running_timers() -> list[Any]:
    """The active QTimers that this test made: older objects are frozen, thus not listed."""
    if _qt_application() is None:
        return []
    import shiboken6

    timer_class = sys.modules["PySide6.QtCore"].QTimer
    timers = [thing for thing in gc.get_objects() if issubclass(type(thing), timer_class)]
    return [timer for timer in timers if shiboken6.isValid(timer) and timer.isActive()]
