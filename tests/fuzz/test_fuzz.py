"""No input, however damaged or hostile, is more than a declared error to any reader.

Inputs that were once more than that lie in `faults/TARGET/`.
"""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS

FOLDER = Path(__file__).parent
FAULTS = sorted((FOLDER / "faults").glob("*/*"))
SECONDS = os.environ.get("GLIDE_FUZZ_SECONDS", "120")
"""For each target, in `python3 dev.py soak`."""

HOSTILE = (
    b"",
    b"[" * 50_000,
    b'{"a":' * 20_000,
    b"\xff" * 300,
    "\ud800".encode("utf-8", "surrogatepass"),
    b"9" * 5000,
    b"1e999",
    b"{|" * 900,
    b"__" + b"a" * 400 + b"__",
)
SLOW = {"journal": 20, "journal_rows": 20, "prompt": 20, "safetensors": 30, "checkpoint": 30}
"""Fewer examples for those that take their time."""

EXAMPLES = 60


def mutated(data: bytes, random: Random) -> bytes:
    """`data` with bytes changed, cut out, doubled or replaced by numbers at the limits."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(changed) + 1)
        match random.randrange(5):
            case 0:
                changed[at : at + 1] = bytes([random.randrange(256)])
            case 1:
                del changed[at : at + random.randint(1, 40)]
            case 2:
                changed[at:at] = changed[max(0, at - 30) : at]
            case 3:
                changed[at : at + 4] = random.choice((b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff"))
            case 4:
                changed[at:at] = random.choice(
                    (b"-1", b"1e308", b"NaN", b"99999999999999", b"null")
                )
    return bytes(changed)


def stand(name: str, data: bytes) -> None:
    target = TARGETS[name]
    with suppress(*target.declared):
        target.run(data)


LOGGED = {"measured_errors": [pytest.mark.expects_log("holds no measured errors")]}


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=LOGGED.get(name, ())) for name in TARGETS]
)
@pytest.mark.filterwarnings("ignore")
def test_damaged_input_raises_only_declared_errors(name: str) -> None:
    seeds = list(TARGETS[name].seeds())
    for data in seeds:
        stand(name, data)
    for data in HOSTILE:
        stand(name, data)

    @settings(max_examples=SLOW.get(name, EXAMPLES))
    @given(st.sampled_from(seeds), st.randoms(use_true_random=False))
    def damaged(seed: bytes, random: Random) -> None:
        stand(name, mutated(seed, random))

    damaged()


@pytest.mark.parametrize("path", FAULTS, ids=lambda path: f"{path.parent.name}-{path.name}")
@pytest.mark.filterwarnings("ignore")
def test_earlier_faults_stay_fixed(path: Path) -> None:
    stand(path.parent.name, path.read_bytes())


@pytest.mark.soak
@pytest.mark.timeout(int(SECONDS) + 120)
@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="pip install atheris")
@pytest.mark.parametrize("name", TARGETS)
def test_fuzzing_finds_nothing(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.fuzz", name, SECONDS, str(tmp_path)],
        cwd=FOLDER.parent.parent,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, f"see {tmp_path}\n{done.stderr[-4000:]}"


Make = Callable[[Path], object]


def make_fifo(path: Path) -> None:
    os.mkfifo(path)


def make_loop(path: Path) -> None:
    path.symlink_to(path)


def make_folder(path: Path) -> None:
    path.mkdir()


def make_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def make_nothing(path: Path) -> None:
    pass


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
@pytest.mark.parametrize("make", [make_fifo, make_loop, make_folder, make_device, make_nothing])
def test_a_path_that_is_no_file_is_refused_at_once(make: Make, tmp_path: Path) -> None:
    from glide_studio.core.files.documents import open_document
    from glide_studio.core.files.safe_file import PictureError
    from glide_studio.core.paint.palette import PaletteError, read_palette
    from glide_studio.core.request.settings import RequestError
    from glide_studio.engine.checkpoint import load_model
    from glide_studio.engine.recognition import ModelError
    from glide_studio.session.prompt_book import PromptBook
    from glide_studio.session.word_lists import WordLists

    for suffix in (".png", ".ora", ".psd", ".gpl", ".safetensors", ".pt", ".json", ".txt"):
        make(tmp_path / f"colour{suffix}")
    for suffix in (".png", ".ora", ".psd"):
        with pytest.raises(PictureError, match=r"\A“[^\n]*\.\Z"):
            open_document(tmp_path / f"colour{suffix}")
    with pytest.raises(PaletteError):
        read_palette(tmp_path / "colour.gpl")
    for suffix in (".safetensors", ".pt"):
        with pytest.raises(ModelError):
            load_model(tmp_path / f"colour{suffix}")
    with pytest.raises(RequestError):
        WordLists(folder=tmp_path).lines("colour")
    PromptBook(tmp_path / "colour.json").remember("a red apple")
