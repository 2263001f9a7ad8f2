"""Idle threads sleep: whatever program of the studio imports torch has said so before. All threads
of the window share two heaps."""

import os
import sys
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


HEAPS = """
import pathlib, threading
from glide_studio.app import run

def work(together):
    kept = [bytes(5000) for _ in range(50)]
    together.wait()
    return kept

async def visit(editor, window):
    together = threading.Barrier(13)
    threads = [threading.Thread(target=work, args=(together,)) for _ in range(12)]
    for thread in threads:
        thread.start()
    together.wait()
    heaps = 0
    for line in pathlib.Path("/proc/self/maps").read_text().splitlines():
        area, rights, *_ = line.split()
        first, last = (int(edge, 16) for edge in area.split("-"))
        heaps += rights == "---p" and last % 2**26 == 0 and last - first > 2**25
    pathlib.Path("heaps").write_text(str(heaps))

run([], visit, lambda: lambda request: iter(()))
"""
"""Counts glibc's heaps by their reserves, which end at a multiple of 64 MB."""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc has a heap for each thread")
@pytest.mark.parametrize(("variables", "most"), [({}, 2), ({"MALLOC_ARENA_MAX": "16"}, 99)])
def test_the_threads_of_the_window_share_two_heaps(
    variables: dict[str, str], most: int, tmp_path: Path
) -> None:
    """Unless the environment says otherwise, which shows that there would be more."""
    python("-c", HEAPS, folder=tmp_path, **variables)
    heaps = int((tmp_path / "heaps").read_text())
    assert heaps <= most
    assert heaps > 4 or not variables
