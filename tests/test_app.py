"""The application as a process of its own: how it starts and how it ends."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

START = """
import json, sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from glide_studio import app

load_engine = app.load_engine
seen = {}

def watched():
    seen["window"] = any(w.isVisible() for w in QApplication.topLevelWidgets())
    seen["torch before"] = "torch" in sys.modules
    seen["worker"] = threading.current_thread() is not threading.main_thread()
    try:
        return load_engine()
    finally:
        seen["torch after"] = "torch" in sys.modules

app.load_engine = watched

def leave_when_loaded():
    if "torch after" in seen:
        watch.stop()
        (window,) = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        window.close()

def begin(application):
    apply_theme(application)
    global watch
    watch = QTimer(interval=20)
    watch.timeout.connect(leave_when_loaded)
    watch.start()

apply_theme = app.apply_theme
app.apply_theme = begin
status = app.run([])
print(json.dumps(seen))
sys.exit(status)
"""

ENDLESS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from glide_studio import app
from tests.fakes import FakeEngine

engine = FakeEngine(endless=True, step_seconds=0.05)
app.load_engine = engine.load

def find(name):
    (widget,) = [w for w in QApplication.allWidgets() if w.objectName() == name]
    return widget

def begin(application):
    apply_theme(application)
    QTimer.singleShot(100, generate)

def generate():
    find("prompt_edit").setPlainText("a cat")
    find("generate_button").click()
    global watch
    watch = QTimer(interval=20)
    watch.timeout.connect(tell)
    watch.start()

def tell():
    if engine.stepped > 3:
        watch.stop()
        print("running", flush=True)
        if sys.argv[1] == "close":
            find("main_window").close()

apply_theme = app.apply_theme
app.apply_theme = begin
sys.exit(app.run(sys.argv[2:]))
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    folders = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    return os.environ | folders | {"PYTHONPATH": str(ROOT)}


def test_the_window_is_up_before_torch_is_imported(environment: dict[str, str]) -> None:
    command = [sys.executable, "-c", START]
    done = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "window": True,
        "torch before": False,
        "worker": True,
        "torch after": True,
    }


@pytest.mark.parametrize("way", ["close", "interrupt"])
def test_leaving_mid_run_ends_the_process_within_a_step(
    environment: dict[str, str], way: str
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", ENDLESS, way],
        env=environment,
        cwd=ROOT,
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


def test_a_file_named_on_the_command_line_is_opened(environment: dict[str, str]) -> None:
    sample = ROOT / "resources" / "samples" / "coffee.jpg"
    script = ENDLESS.replace("engine.stepped > 3", "True").replace(
        'print("running"', "print(find('main_window').windowTitle()"
    )
    command = [sys.executable, "-c", script, "close", str(sample)]
    done = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "coffee.jpg[*] - GLIDE Studio\n"
    assert done.returncode == 0
