"""Freezes the program: a folder with Python, the libraries and the resources, ready to run."""

import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

import contents
import inventory
from icons import draw_icons

from glide_studio.library.updates import ADDRESS_RESOURCE

ROOT = Path(__file__).parents[1]
HERE = ROOT / "packaging"
BUILD = ROOT / "build"
"""Where everything on the way to an installer lies; deleted and made anew at will."""

DIST = ROOT / "dist"
"""Where what artists download is left."""

UPDATES = "GLIDE_UPDATES"
"""The variable with the address that says what the newest release is; see
`glide_studio/library/updates.py`. Without it, the frozen program looks for none."""


class PackagingError(Exception):
    """Something that cannot be built here; the message is one sentence for the user."""


class Frozen(NamedTuple):
    """The frozen program in `folder`, the libraries below in `_internal`; the Mac's `bundle`."""

    folder: Path
    version: str
    bundle: Path | None = None

    @property
    def resources(self) -> Path:
        return self.folder / "_internal" / "glide_studio" / "resources"

    @property
    def program(self) -> Path:
        return self.folder / ("glide-studio.exe" if sys.platform == "win32" else "glide-studio")


def version() -> str:
    """The version of everything that is built, from pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(text)["project"]["version"])


def build_wheel(kinds: Sequence[str] = ("--wheel",), folder: Path = DIST) -> Path:
    """Build the wheel, or what else `kinds` says, into `folder`; return the wheel."""
    shutil.rmtree(BUILD / "lib", ignore_errors=True)  # setuptools packs what it finds there
    call(sys.executable, "-P", "-m", "build", "--no-isolation", *kinds, "--outdir", folder, ROOT)
    return folder / f"glide_studio-{version()}-py3-none-any.whl"


def freeze() -> Frozen:
    """Build the frozen program and try it. Raises PackagingError if it does not work, and
    InventoryError."""
    if torch_build() == "cuda":
        raise PackagingError(
            "Installers hold torch for processors: NVIDIA's libraries come without all of their "
            "licences. Set GLIDE_TORCH=cpu."
        )
    site, work, out = BUILD / "site", BUILD / "pyinstaller", BUILD / "frozen"
    for folder in (site, out):
        shutil.rmtree(folder, ignore_errors=True)
    wheel = build_wheel(folder=BUILD / "wheel")
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile")
    call(*pip, "--target", site, wheel)
    if address := os.environ.get(UPDATES):
        published = site / "glide_studio" / "resources" / ADDRESS_RESOURCE
        published.write_text(address, encoding="utf-8")
    draw_icons(BUILD / "icons")
    sources = work / "sources.json"
    work.mkdir(parents=True, exist_ok=True)
    folders = {"GLIDE_SITE": site, "GLIDE_ICONS": BUILD / "icons", "GLIDE_SOURCES": sources}
    variables = {name: str(folder) for name, folder in folders.items()}
    pyinstaller = (sys.executable, "-P", "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN")
    call(
        *(*pyinstaller, "--distpath", out, "--workpath", work, HERE / "studio.spec"),
        variables={**variables, "PYTHONPATH": str(site), "GLIDE_VERSION": version()},
    )
    frozen = _found(out)
    if sys.platform == "linux":
        _strip(frozen.folder / "_internal")
    for place in _places(frozen):
        inventory.write(place.resources / "licences", json.loads(sources.read_text("utf-8")))
    return frozen


def last_frozen() -> Frozen:
    """The frozen program of the last build. Raises PackagingError if there is none."""
    frozen = _found(BUILD / "frozen")
    if not frozen.program.is_file():
        raise PackagingError("There is no frozen program yet; leave out --keep.")
    return frozen


def call(*command: object, folder: Path = ROOT, variables: Mapping[str, str] | None = None) -> str:
    """Run a program; return what it printed.

    Raises PackagingError, which names it, if it is missing or fails.
    """
    words = [str(word) for word in command]
    environment = {**os.environ, **(variables or {})}
    try:
        done = subprocess.run(
            words,
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
    except FileNotFoundError as error:
        raise PackagingError(f"The program {words[0]} is not installed.") from error
    if done.returncode:
        sys.stderr.write(done.stdout)
        shown = " ".join(words[:4])
        raise PackagingError(f"“{shown} …” failed with status {done.returncode}.")
    return done.stdout


def _found(out: Path) -> Frozen:
    bundle = out / "GLIDE Studio.app"
    return Frozen(out / "glide-studio", version(), bundle if bundle.is_dir() else None)


def _places(frozen: Frozen) -> Iterator[Frozen]:
    """The frozen program, and its copy in the Mac's bundle."""
    yield frozen
    if frozen.bundle is not None:
        for resources in frozen.bundle.rglob("Resources/glide_studio"):
            (resources / "resources").mkdir(exist_ok=True)
            shutil.copytree(
                frozen.resources / "licences",
                resources / "resources" / "licences",
                dirs_exist_ok=True,
            )


def _strip(libraries: Path) -> None:
    for path in libraries.rglob("*.so*"):
        is_large = any(fnmatchcase(path.name, pattern) for pattern in contents.STRIPPED)
        if is_large and not path.is_symlink():
            call("strip", "--strip-unneeded", path)


def torch_build() -> str:
    """The build of torch that is frozen: "cpu" or "cuda"."""
    named = importlib.metadata.version("torch").partition("+")[2]
    if not named:  # the registry's own: on Linux, it is for NVIDIA's graphics cards
        return "cuda" if sys.platform == "linux" else "cpu"
    return "cuda" if named.startswith("cu") else named
