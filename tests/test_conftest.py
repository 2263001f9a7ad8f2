"""The checks of conftest.py make a test fail that leaks or logs."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        pytest.param(
            """
            import threading, time
            def test():
                thread = threading.Thread(target=time.sleep, args=(60,), name="forgotten")
                thread.daemon = True
                thread.start()
            """,
            ["left behind: thread forgotten"],
            id="a thread left running",
        ),
        pytest.param(
            """
            from PySide6.QtCore import QTimer
            from PySide6.QtWidgets import QWidget
            kept = []
            def test(qapp):
                timer = QTimer()
                timer.start(60_000)
                kept.extend([timer, QWidget()])
            """,
            ["left behind: running timer", "widget <PySide6.QtWidgets.QWidget"],
            id="a running timer and a window",
        ),
        pytest.param(
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
            """,
            [
                "stray log: engine: too small",
                "log did not come: too small",
                "3 passed, 2 errors",
            ],
            id="stray and absent logs",
        ),
        pytest.param(
            "import warnings\ndef test():\n    warnings.warn('old', DeprecationWarning)",
            ["1 failed"],
            id="a warning",
        ),
        pytest.param(
            """
            async def fail():
                raise ValueError("lost")
            def test(qtbot, qasync_loop):
                qasync_loop.create_task(fail())
                qtbot.wait(20)
            """,
            ["stray log: qasync._QEventLoop: Task exception was never retrieved"],
            id="a lost exception of a task",
        ),
        pytest.param(
            """
            import asyncio, pytest
            @pytest.mark.parametrize("number", range(3))
            def test(complete, qasync_loop, number):
                in_thread = qasync_loop.run_in_executor(None, lambda: number)
                assert complete(in_thread) == number
                qasync_loop.create_task(asyncio.sleep(60))
            """,
            ["3 passed"],
            id="clean asynchronous tests one after the other",
        ),
    ],
)
def test_leftovers_of_a_test_are_reported(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, source: str, said: list[str]
) -> None:
    """The source is run in a Python of its own with a copy of this project's conftest.py."""
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
    pytester.makepyfile(source)
    output = "\n".join(pytester.runpytest_subprocess().outlines)
    for sentence in said:
        assert sentence in output
