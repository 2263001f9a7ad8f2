"""The wheel, built from the source archive, has every resource where importlib.resources looks."""

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.processes import ROOT, python


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source archive from a copy of the sources, and the wheel from that."""
    sources = tmp_path_factory.mktemp("sources")
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("glide_studio", "resources"):
        shutil.copytree(ROOT / name, sources / name, ignore=ignored)
    for path in (*ROOT.glob("*.md"), ROOT / "LICENSE", ROOT / "pyproject.toml"):
        shutil.copy(path, sources)
    build = ("-m", "build", "--no-isolation", "--outdir", "dist", ".")
    done = python(*build, folder=sources)
    assert done.returncode == 0, done.stderr
    (built,) = (sources / "dist").glob("*.whl")
    return built


def test_every_resource_is_in_the_wheel(wheel: Path) -> None:
    files = (ROOT / "resources").rglob("*")
    resources = {path.relative_to(ROOT).as_posix() for path in files if path.is_file()}
    expected = {f"glide_studio/{name}" for name in resources if "__pycache__" not in name}
    assert expected <= set(zipfile.ZipFile(wheel).namelist())


def test_the_unpacked_wheel_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        "import importlib.resources as resources; "
        "folder = resources.files('glide_studio.resources'); "
        "print(folder.joinpath('vocab', 'gpt2.bpe').is_file(), folder)"
    )
    done = python("-c", code, folder=tmp_path, PYTHONPATH=str(tmp_path))
    assert done.stdout.split() == ["True", str(tmp_path / "glide_studio" / "resources")]
