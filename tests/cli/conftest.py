import sys
import zipfile
from functools import partial
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest

from glide_studio.cli.main import main
from tests.cli.command_line import APPLE, Outcome, Run, box_mask, noise, save
from tests.fakes import FakeEngine


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """``run(word, ...)`` runs one command line in this process."""

    def command(*words: object) -> Outcome:
        status = main([str(word) for word in words])
        return Outcome(status, *capsys.readouterr())

    return command


@pytest.fixture
def apple(run: Run, tmp_path: Path) -> Run:
    """``apple(option, ...)`` generates an apple into a.png."""
    return partial(run, "generate", APPLE, "-o", tmp_path / "a.png")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: a picture, valid and invalid masks, and files of other kinds."""
    save(noise(30, 40, 3), tmp_path / "room.png")
    save(box_mask(30, 40, np.s_[10:20, 10:20]), tmp_path / "mask.png")
    save(box_mask(30, 41, np.s_[10:20, 10:20]), tmp_path / "wide.png")
    save(np.zeros((30, 40), np.uint8), tmp_path / "black.png")
    save(np.zeros((2049, 2048), np.uint8), tmp_path / "large.png")
    (tmp_path / "notes.txt").write_text("no picture")
    (tmp_path / "token.txt").write_text("a token that is long enough\n")
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "Training").mkdir()
    (tmp_path / "Training" / "state.pt").write_bytes(b"")
    with zipfile.ZipFile(tmp_path / "pack.zip", "w"):
        pass
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """A fake engine in place of the real one, for tests that do not need real pictures."""
    import glide_studio.engine

    fake = FakeEngine()
    monkeypatch.setattr(glide_studio.engine, "load_with_cpu_fallback", Mock())
    monkeypatch.setattr(glide_studio.engine, "generate", lambda models, request: fake(request))
    return fake


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make importing the engine or the window an error."""
    for name in ("glide_studio.engine", "glide_studio.app", "glide_studio.training.config"):
        monkeypatch.setitem(sys.modules, name, None)
