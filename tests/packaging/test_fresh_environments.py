"""The wheel and the source archive, installed by pip, pipx and uv into fresh environments."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import freeze
import pytest
from PIL import Image

from tests.processes import ROOT

pytestmark = [
    pytest.mark.soak,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(sys.platform == "win32", reason="there, the folders have other names"),
]
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"


def run(*words: object, **variables: str) -> str:
    done = subprocess.run(
        [*map(str, words)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | variables,
        cwd="/",
        capture_output=True,
        text=True,
        timeout=1200,
    )
    assert done.returncode == 0, f"{words}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the wheel and the source archive, and wheels of all that they need."""
    folder = tmp_path_factory.mktemp("archives")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONPATH", raising=False)
        patch.setattr(freeze, "BUILD", tmp_path_factory.mktemp("build"))
        wheel = freeze.build_wheel(("--wheel", "--sdist"), folder)
        pip = (sys.executable, "-m", "pip", "download", "--quiet", "--dest", folder)
        cpu = f"torch=={version('torch')}"
        # `setuptools` is what builds a wheel of the source archive.
        run(*pip, "--constraint", CONSTRAINTS, cpu, wheel, "setuptools>=77", "wheel")
        yield folder
    shutil.rmtree(folder)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A folder that is emptied at once: an environment takes more than a gigabyte."""
    yield tmp_path
    shutil.rmtree(tmp_path)


def _source(archives: Path) -> Path:
    return archives / f"glide_studio-{freeze.version()}.tar.gz"


def _wheel(archives: Path) -> Path:
    return archives / f"glide_studio-{freeze.version()}-py3-none-any.whl"


def _is_whole(program: Path, folder: Path) -> None:
    """The program says its version, tries its parts, and makes a picture by the starter."""
    assert run(program, "--version").split() == ["glide-studio", freeze.version()]
    assert run(program, "--self-test").count("ok  ") == 5
    picture = folder / "apple.png"
    run(program, "generate", "a red apple", "--preset", "draft", "-o", picture)
    with Image.open(picture) as image:
        assert image.size == (256, 256)


@pytest.mark.parametrize("archive", [_wheel, _source], ids=["wheel", "sdist"])
def test_pip_installs_the_program(
    archive: Callable[[Path], Path], archives: Path, place: Path
) -> None:
    venv.create(place / "venv", with_pip=True)
    python = place / "venv" / "bin" / "python"
    run(python, "-m", "pip", "install", "--no-index", "--find-links", archives, archive(archives))
    _is_whole(place / "venv" / "bin" / "glide-studio", place)
    run(python, "-m", "pip", "uninstall", "--yes", "glide-studio")
    site = sysconfig.get_path("purelib", vars={"base": str(place / "venv")})
    assert not (Path(site) / "glide_studio").exists()


def test_pipx_installs_the_program(archives: Path, place: Path) -> None:
    pytest.importorskip("pipx")
    folders = {"PIPX_HOME": str(place / "home"), "PIPX_BIN_DIR": str(place / "bin")}
    options = ("--pip-args", f"--no-index --find-links {archives}")
    pipx = (sys.executable, "-m", "pipx", "install", "--python", sys.executable)
    run(*pipx, *options, _wheel(archives), **folders)
    _is_whole(place / "bin" / "glide-studio", place)


def test_uv_installs_the_program(archives: Path, place: Path) -> None:
    pytest.importorskip("uv")
    folders = {"UV_TOOL_DIR": str(place / "tools"), "UV_TOOL_BIN_DIR": str(place / "bin")}
    uv = (sys.executable, "-m", "uv", "tool", "install", "--no-cache", "--python", sys.executable)
    run(*uv, "--no-index", "--find-links", archives, _wheel(archives), **folders)
    _is_whole(place / "bin" / "glide-studio", place)
