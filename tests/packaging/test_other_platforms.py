"""The libraries for Windows and macOS, fetched for these platforms and looked through here.

A library names those that it is linked to. What the installers leave out, none of those that they
bring may need.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import contents
import freeze
import macos
import pytest

from tests.packaging.test_windows_installer import compiled
from tests.processes import ROOT

pytestmark = [pytest.mark.soak, pytest.mark.timeout(1800)]
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
QT = ("QtCore", "QtDBus", "QtGui", "QtSvg", "QtWidgets")
"""The modules of Qt that the program imports."""

LONGEST = 180
"""Characters of a path below `_internal`: Windows allows 259, of which 75 are before that."""

PLUGINS = ("generic", "iconengines", "imageformats", "platforminputcontexts", "platforms", "styles")
"""The folders of plugins that PyInstaller takes along with these."""


def _linked_in_windows(library: Path) -> set[str]:
    pefile = pytest.importorskip("pefile")
    kinds = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
    with pefile.PE(library, fast_load=True) as read:
        read.parse_data_directories([pefile.DIRECTORY_ENTRY[kind] for kind in kinds])
        entries = [e for k in kinds for e in getattr(read, k.removeprefix("IMAGE_"), ())]
        return {entry.dll.decode().lower() for entry in entries}


def _linked_in_macos(library: Path) -> set[str]:
    macho = pytest.importorskip("macholib.MachO")
    headers = macho.MachO(str(library)).headers
    linked = {name for header in headers for _, _, name in header.walkRelocatables()}
    return {name if name.startswith("/") else Path(name).name.lower() for name in linked}


class Platform(NamedTuple):
    """A platform by uv's name; its libraries, what they are linked to, and what it has itself."""

    name: str
    libraries: str
    linked: Callable[[Path], set[str]]
    system: str
    megabytes: int
    """What the installed program may have at most."""


WINDOWS = Platform(
    "x86_64-pc-windows-msvc",
    r".*\.(dll|pyd)",
    _linked_in_windows,
    r"api-ms-win-.*|python3(11)?\.dll|(advapi32|authz|bcrypt|bcryptprimitives|comdlg32|crypt32"
    r"|d3d9|d3d11|d3d12|d3dcompiler_47|dbghelp|dwmapi|dwrite|dxgi|gdi32|icuuc|imagehlp|imm32"
    r"|iphlpapi|kernel32|mpr|netapi32|ntdll|ole32|oleaut32|pdh|powrprof|psapi|setupapi|shell32"
    r"|shlwapi|uiautomationcore|user32|userenv|uxtheme|version|winmm|wintrust|ws2_32"
    r"|wtsapi32)\.dll",
    700,
)
MACOS = Platform(
    "aarch64-apple-darwin",
    r".*\.(dylib|so)|.*\.framework/Versions/A/\w+",
    _linked_in_macos,
    r"/usr/lib/.*|/System/Library/.*",
    750,
)


def _uv(platform: Platform, *words: object) -> None:
    pytest.importorskip("uv")
    options = ("--python-platform", platform.name, "--python-version", "3.11", "--quiet")
    constraint = ("--only-binary", ":all:", "--constraint", CONSTRAINTS)
    command = [sys.executable, "-m", "uv", "pip", *words, *options, *constraint]
    variables = os.environ | {"MACOSX_DEPLOYMENT_TARGET": macos.MINIMUM}
    done = subprocess.run([*map(str, command)], env=variables, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("platform", [WINDOWS, MACOS], ids=lambda platform: platform.name)
def test_dev_py_finds_every_library_for_the_platform(platform: Platform, tmp_path: Path) -> None:
    extras = [word for extra in ("test", "package") for word in ("--extra", extra)]
    project = ROOT / "pyproject.toml"
    _uv(platform, "compile", project, *extras, "--output-file", tmp_path / "found.txt")
    assert "torch==" in (tmp_path / "found.txt").read_text()


@pytest.fixture(scope="module", params=[WINDOWS, MACOS], ids=lambda platform: platform.name)
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Platform, Path]]:
    """A platform, and the program with its libraries as they are installed there."""
    folder = tmp_path_factory.mktemp("site")
    wheel = freeze.build_wheel(folder=tmp_path_factory.mktemp("wheel"))
    wanted = f"{wheel}[{','.join(contents.EXTRAS)}]"
    _uv(request.param, "install", "--no-cache", "--target", folder, wanted)
    yield request.param, folder
    shutil.rmtree(folder)


def test_nothing_that_is_left_out_is_needed(site: tuple[Platform, Path]) -> None:
    platform, folder = site
    shipped = _shipped(folder)
    libraries = [name for name in shipped if re.fullmatch(platform.libraries, name)]
    there = {Path(name).name.lower(): name for name in libraries}
    waiting = [name for name in libraries if _is_imported(name)]
    needed, missing = {*waiting}, set()
    while waiting:
        name = waiting.pop()
        for other in platform.linked(folder / name):
            found = there.get(other)
            if found is None and not re.fullmatch(platform.system, other):
                missing.add(f"{other}, needed by {name}")
            elif found is not None and found not in needed:
                needed.add(found)
                waiting.append(found)
    assert not missing
    assert any(name.startswith("torch/lib/") for name in needed)
    assert max(map(len, shipped)) < LONGEST
    assert len({name.lower() for name in shipped}) == len(shipped)
    others = [n for n in shipped if not n.startswith("PySide6/") and n not in needed]
    size = sum((folder / name).stat().st_size for name in (*needed, *others)) / 1e6
    print(f"{platform.name}: at most {size:.0f} MB")
    assert size < platform.megabytes


def _shipped(folder: Path) -> list[str]:
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return [name for name in names if contents.is_shipped(name) and not _is_left_out(name)]


def test_the_installer_holds_what_windows_needs(
    site: tuple[Platform, Path], qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of the libraries for Windows, in the layout of the frozen program."""
    platform, folder = site
    if platform is not WINDOWS or not shutil.which("7z"):
        pytest.skip("needs 7z, and is for Windows")
    program = tmp_path / "program"
    wanted = _shipped(folder)
    for name in wanted:
        target = program / "_internal" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (folder / name).rename(target)
    for name in ("GLIDE Studio.exe", "glide-studio.exe"):
        (program / name).write_text("the program itself can be built on Windows only")
    setup = compiled(tmp_path, freeze.version(), program, monkeypatch)
    listed = subprocess.run(["7z", "l", "-ba", "-slt", setup], capture_output=True, text=True)
    paths = re.findall(r"(?m)^Path = (.*)$", listed.stdout)
    inside = {path.replace("\\", "/") for path in paths}
    assert {f"_internal/{name}" for name in wanted} <= inside
    print(f"{setup.name}: {setup.stat().st_size / 1e6:.0f} MB with zlib")
    shutil.rmtree(tmp_path)  # a gigabyte


def _is_left_out(name: str) -> bool:
    module = name.partition(".")[0].replace("/", ".") + "."
    return any(module.startswith(f"{left}.") for left in contents.LEFT_OUT_MODULES)


def _is_imported(name: str) -> bool:
    """Whether PyInstaller would find the library by itself: those of Qt only for its modules."""
    if not name.startswith("PySide6/"):
        return True
    parts = Path(name).parts
    if "plugins" in parts:
        return parts[parts.index("plugins") + 1] in PLUGINS
    return Path(name).name.partition(".")[0] in QT
