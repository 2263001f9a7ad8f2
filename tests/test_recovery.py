"""Nothing is lost when the program is killed: proved by killing it."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from glide_studio.core.files.documents import open_document
from glide_studio.core.files.safe_file import backup_of
from tests.processes import ROOT

TWO = """
import asyncio, json, sys
import numpy as np
from PySide6.QtWidgets import QPushButton
from glide_studio import app
from glide_studio.folders import recovery_folder
from tests.fakes import FakeEngine

async def visit(editor, window):
    states = lambda: editor.open_document.states
    if sys.argv[1] == "work":
        editor.paste(np.full((20, 20, 4), 100, np.uint8))
        editor.new(beside=True)
        editor.paste(np.full((30, 30, 4), 200, np.uint8))
        editor.layers.add()
        while len([*recovery_folder().glob("*.journal")]) < 2:
            await asyncio.sleep(0.05)
        await asyncio.sleep(1)  # within which autosave writes
    else:
        for count in (1, 2):
            window.findChild(QPushButton, "recovery_recover_button").click()
            while len(editor.unsaved) < count:
                await asyncio.sleep(0.05)
    labels = [[entry.label for entry in state.history.entries] for state in states()]
    print(json.dumps(sorted(labels)), flush=True)
    await asyncio.sleep(60)

app.run([], visit, FakeEngine().load)
"""
"""Works on two documents, or recovers them, and says what they are."""


class Report(NamedTuple):
    """What the program said: when, the digest of its document, what it had done, and
    whether anything was unsaved."""

    time: float
    digest: str
    did: str
    unsaved: bool


class Studio:
    """The program, at work; its user data lie in `folder`."""

    def __init__(self, folder: Path, seed: int) -> None:
        homes = {f"XDG_{kind}_HOME": str(folder) for kind in ("DATA", "CONFIG", "CACHE")}
        self._errors = folder / "errors.txt"
        with self._errors.open("w") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.killed_studio", str(seed), str(folder / "a.ora")],
                cwd=ROOT,
                env=os.environ | homes | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        self.reports: list[Report] = []
        self.started = threading.Event()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.endswith("\n"):
                self.reports.append(Report(*json.loads(line)))
                self.started.set()
        self.started.set()

    def kill(self) -> float:
        """Kill it without warning; returns when."""
        killed = time.time()
        self.process.send_signal(signal.SIGKILL)
        self.finish()
        return killed

    def finish(self) -> None:
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()
        self.process.wait()

    def first(self) -> Report:
        """Its first report, once it has come."""
        assert self.started.wait(60)
        if not self.reports:
            self.finish()
            pytest.fail(self._errors.read_text())
        return self.reports[0]


def acceptable(reports: list[Report], killed: float, seconds: float) -> list[Report]:
    """What may come back: all but what is more than `seconds` old."""
    old = [report for report in reports if report.time < killed - seconds]
    return [*old[-1:], *reports[len(old) :]]


def kill_often(folder: Path, kills: int, seconds: float) -> None:
    chance, project, studio = random.Random(kills), folder / "a.ora", Studio(folder, 0)
    for number in range(1, kills + 1):
        studio.first()
        time.sleep(chance.random() * 2.5)
        killed = studio.kill()
        wanted = acceptable(studio.reports, killed, seconds)
        studio = Studio(folder, number)
        found = studio.first()
        if found.did == "recovered":
            assert found.digest in [report.digest for report in wanted], f"kill {number}"
        else:
            assert not all(report.unsaved for report in wanted), f"kill {number}"
        for file in (project, backup_of(project)):
            if file.exists():
                open_document(file)
    studio.kill()


def test_no_kill_loses_more_than_the_last_moments(tmp_path: Path) -> None:
    kill_often(tmp_path, 20, seconds=3)  # a busy machine may be slow to write


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_three_hundred_kills_lose_at_most_a_second(tmp_path: Path) -> None:
    kill_often(tmp_path, 300, seconds=1)


def test_two_documents_are_recovered_after_a_kill() -> None:
    for act in ("work", "recover"):
        with subprocess.Popen(
            [sys.executable, "-c", TWO, act],
            env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            said = json.loads(process.stdout.readline())
            process.send_signal(signal.SIGKILL)
        assert said == [["New", "Paste"], ["New", "Paste", "New layer"]]
