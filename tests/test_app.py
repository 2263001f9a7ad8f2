"""The application as a process of its own: how it starts, what it survives, how it ends."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from glide_studio.folders import DATA_VARIABLE, data_folder
from tests.processes import ROOT, python

RUN = """
import json, sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from glide_studio import app
from tests.fakes import FakeEngine

def find(name):
    (widget,) = [w for w in QApplication.allWidgets() if w.objectName() == name]
    return widget

def is_up():
    return any(widget.isVisible() for widget in QApplication.topLevelWidgets())

def run(files, watch, instance=None):
    \"\"\"Run the app; once its window is up, call `watch` often until it returns True.\"\"\"
    def begin(application, preferences):
        apply_appearance(application, preferences)
        global timer
        timer = QTimer(interval=20)
        timer.timeout.connect(lambda: is_up() and watch() and timer.stop())
        timer.start()
    apply_appearance, app.apply_appearance = app.apply_appearance, begin
    return app.run(files, load=app.load_engine, instance=instance)
"""

START = """
load_engine, seen = app.load_engine, {}

def watched():
    seen["window"] = is_up()
    seen["torch before"] = "torch" in sys.modules
    seen["worker"] = threading.current_thread() is not threading.main_thread()
    try:
        return load_engine()
    finally:
        seen["torch after"] = "torch" in sys.modules

app.load_engine = watched
status = run([], lambda: "torch after" in seen and find("main_window").close())
print(json.dumps(seen))
sys.exit(status)
"""

LEAVE = """
engine = FakeEngine(endless=True, step_seconds=0.05)
app.load_engine = engine.load

def generate_then_leave():
    if not engine.requests:
        if find("generate_button").text() == "Generate":
            find("prompt_edit").setPlainText("a cat")
            find("generate_button").click()
    elif engine.stepped > 3:
        print("running", flush=True)
        return sys.argv[1] != "close" or find("main_window").close()

sys.exit(run([], generate_then_leave))
"""

OPEN = """
app.load_engine = FakeEngine().load

def tell_then_leave():
    title = find("main_window").windowTitle()
    if not title.startswith("Untitled"):
        print(title)
        return find("main_window").close()

sys.exit(run([sys.argv[1]], tell_then_leave))
"""

FIRST = """
from glide_studio.cli.main import main
app.load_engine = FakeEngine().load

def tell_then_leave():
    if not ready:
        ready.append(1)
        print("ready", flush=True)
    title = find("main_window").windowTitle()
    if not title.startswith("Untitled"):
        print(title)
        return find("main_window").close()

ready = []
begin_run = app.run
def begin(files, instance):
    app.run = begin_run
    return run(files, tell_then_leave, instance)
app.run = begin
sys.exit(main([]))
"""

FAULT = """
app.load_engine = FakeEngine().load
faults = []

def fail_then_leave():
    if not faults:
        faults.append(1)
        raise ZeroDivisionError("a fault of ours")
    print(find("message_label").text())
    return find("main_window").close()

sys.exit(run([], fail_then_leave))
"""


def run(script: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    done = python("-c", RUN + script, *arguments)
    assert done.returncode == 0, done.stderr
    return done


def test_the_window_is_up_before_torch_is_imported() -> None:
    done = run(START)
    assert json.loads(done.stdout) == {
        "window": True,
        "torch before": False,
        "worker": True,
        "torch after": True,
    }


@pytest.mark.parametrize("way", ["close", "interrupt"])
def test_leaving_mid_run_ends_the_process_within_a_step(way: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", RUN + LEAVE, way],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "running\n"
        started = time.monotonic()
        if way == "interrupt":
            process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in errors
    assert time.monotonic() - started < 5


def test_a_file_named_on_the_command_line_is_opened() -> None:
    done = run(OPEN, ROOT / "resources" / "samples" / "coffee.jpg")
    assert done.stdout == "coffee.jpg[*] - GLIDE Studio\n"


def test_a_second_start_hands_its_files_to_the_first() -> None:
    sample = ROOT / "resources" / "samples" / "coffee.jpg"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", RUN + FIRST], env=environment, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "ready\n"
        second = python("-m", "glide_studio", sample.name, folder=sample.parent)
        assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
        assert first.stdout.readline() == "coffee.jpg[*] - GLIDE Studio\n"
        assert first.wait(30) == 0


def test_without_a_folder_for_its_data_the_program_still_opens(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    sample = ROOT / "resources" / "samples" / "coffee.jpg"
    place = tmp_path / "file" / "data"
    done = python("-c", RUN + OPEN, sample, **{DATA_VARIABLE: str(place)})
    assert (done.returncode, done.stdout) == (0, "coffee.jpg[*] - GLIDE Studio\n")
    assert "Traceback" not in done.stderr


def test_an_unexpected_error_is_one_sentence_here_and_a_traceback_in_the_log() -> None:
    done = run(FAULT)
    assert done.stdout == "Something went wrong: a fault of ours (ZeroDivisionError).\n"
    assert "Traceback" not in done.stderr
    assert "Traceback" in (data_folder() / "glide-studio.log").read_text("utf-8")
