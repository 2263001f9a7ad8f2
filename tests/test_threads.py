"""Idle threads sleep: whatever program of the studio imports torch has said so before."""

import os
import zipfile
from pathlib import Path

import pytest

from glide_studio.threads import WAITING
from tests.processes import ROOT, python

TORCH = """
import os, pathlib
found = [os.environ.get(name, "none") for name in ("OMP_WAIT_POLICY", "GOMP_SPINCOUNT")]
pathlib.Path(os.environ["POLICY_FILE"]).write_text(" ".join(found))
os._exit(0)
"""
"""Takes the place of torch: tells what the environment is when it is imported, and ends all."""

WINDOW = ("-c", "from glide_studio.app import run; run([])")
STUDIO = ("-m", "glide_studio")
PROGRAMS = {
    "generate": (*STUDIO, "generate", "a red apple", "-o", "apple.png"),
    "window": STUDIO,
    "window alone": WINDOW,
    "train": (*STUDIO, "train", "base", "--data", "pack.zip"),
    "evaluate": (*STUDIO, "evaluate", "starter", "--data", "pack.zip"),
    "bench": (*STUDIO, "bench", "--quick", "--only", "base_step"),
    "tests": ("-c", "import tests.conftest, torch"),
}


def policy_at_import_of_torch(folder: Path, *words: str, **variables: str) -> str:
    (folder / "torch").mkdir()
    (folder / "torch" / "__init__.py").write_text(TORCH)
    with zipfile.ZipFile(folder / "pack.zip", "w"):
        pass
    variables["PYTHONPATH"] = f"{folder}{os.pathsep}{ROOT}"
    python(*words, folder=folder, POLICY_FILE=str(folder / "policy"), **variables)
    return (folder / "policy").read_text()


@pytest.fixture(autouse=True)
def no_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in WAITING:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_program_lets_idle_threads_sleep_before_it_imports_torch(
    tmp_path: Path, program: str
) -> None:
    assert policy_at_import_of_torch(tmp_path, *PROGRAMS[program]) == "passive 10000"


@pytest.mark.parametrize("program", ["generate", "window"])
def test_a_policy_in_the_environment_is_kept(tmp_path: Path, program: str) -> None:
    words = PROGRAMS[program]
    assert policy_at_import_of_torch(tmp_path, *words, OMP_WAIT_POLICY="active") == "active none"
