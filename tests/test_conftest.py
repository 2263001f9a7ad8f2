"""The checks of conftest.py make a test fail that leaks or logs."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]


@pytest.fixture
def failures(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> "Runner":
    """Return a runner for tests with a copy of this project's conftest.py."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    pytester.makeconftest(Path(__file__).with_name("conftest.py").read_text(encoding="utf-8"))
    pytester.makeini(
        """
        [pytest]
        qt_api = pyside6
        filterwarnings = error
        markers = expects_log(pattern): declared
        """
    )
    return Runner(pytester)


class Runner:
    """Runs the body of one test in a Python of its own."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self._pytester = pytester

    def __call__(self, source: str) -> str:
        """Return what pytest printed."""
        self._pytester.makepyfile(source)
        return "\n".join(self._pytester.runpytest_subprocess().outlines)


def test_a_thread_left_running_fails(failures: Runner) -> None:
    output = failures(
        """
        import threading, time
        def test():
            threading.Thread(target=time.sleep, args=(60,), name="forgotten", daemon=True).start()
        """
    )
    assert "left behind: thread forgotten" in output


def test_a_running_timer_and_a_window_fail(failures: Runner) -> None:
    output = failures(
        """
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QWidget
        kept = []
        def test(qapp):
            timer = QTimer()
            timer.start(60_000)
            kept.extend([timer, QWidget()])
        """
    )
    assert "left behind: running timer" in output
    assert "widget <PySide6.QtWidgets.QWidget" in output


def test_stray_and_absent_logs_fail(failures: Runner) -> None:
    output = failures(
        """
        import logging, pytest
        def test_stray():
            logging.getLogger("engine").warning("too small")
        @pytest.mark.expects_log("too small")
        def test_absent():
            pass
        @pytest.mark.expects_log("too small")
        def test_declared():
            logging.getLogger("engine").warning("mask too small")
        """
    )
    assert "stray log: engine: too small" in output
    assert "log did not come: too small" in output
    assert "3 passed, 2 errors" in output


def test_a_warning_fails(failures: Runner) -> None:
    output = failures("import warnings\ndef test():\n    warnings.warn('old', DeprecationWarning)")
    assert "1 failed" in output


def test_a_lost_exception_of_a_task_fails(failures: Runner) -> None:
    output = failures(
        """
        async def fail():
            raise ValueError("lost")
        def test(qtbot, qasync_loop):
            qasync_loop.create_task(fail())
            qtbot.wait(20)
        """
    )
    assert "stray log: qasync._QEventLoop: Task exception was never retrieved" in output


def test_clean_asynchronous_tests_pass_one_after_the_other(failures: Runner) -> None:
    output = failures(
        """
        import asyncio, pytest
        @pytest.mark.parametrize("number", range(3))
        def test(complete, qasync_loop, number):
            in_thread = qasync_loop.run_in_executor(None, lambda: number)
            assert complete(in_thread) == number
            qasync_loop.create_task(asyncio.sleep(60))
        """
    )
    assert "3 passed" in output
