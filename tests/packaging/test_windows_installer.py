"""The installer for Windows: compiled, and run by Wine with a small program in it."""

import os
import shutil
import subprocess
from pathlib import Path

import freeze
import pytest
import windows_installer

FOLDERS = {
    "CurrentUser": "users/{user}/AppData/Local/Programs/GLIDE Studio",
    "AllUsers": "Program Files/GLIDE Studio",
}
MENUS = {
    "CurrentUser": "users/{user}/AppData/Roaming/Microsoft/Windows/Start Menu/Programs",
    "AllUsers": "ProgramData/Microsoft/Windows/Start Menu/Programs",
}

pytestmark = [pytest.mark.soak, pytest.mark.timeout(1800)]


def compiled(folder: Path, version: str, program: Path, patch: pytest.MonkeyPatch) -> Path:
    """The installer of `program` as `version`."""
    if not shutil.which("makensis"):
        pytest.skip("makensis is not installed")
    from icons import draw_icons

    patch.setattr(windows_installer, "DIST", folder / "dist")
    patch.setattr(windows_installer, "BUILD", folder)
    if not (folder / "icons").exists():
        draw_icons(folder / "icons")
    frozen = freeze.Frozen(program, version)
    return windows_installer.build_installer(frozen, "zlib")


class Windows:
    """A Windows by Wine, whose drive C is a folder."""

    def __init__(self, folder: Path) -> None:
        places = (shutil.which("wine64"), "/usr/lib/wine/wine64")
        found = [place for place in places if place and Path(place).exists()]
        if not found:
            pytest.skip("wine64 is not installed")
        self._wine = found[0]
        self._prefix = folder / "wine"
        own = {"WINEPREFIX": str(self._prefix), "WINEDEBUG": "-all", "DISPLAY": ""}
        own["WINEDLLOVERRIDES"] = "winemenubuilder.exe=d"  # no entries in menus here
        self._environment = os.environ | own
        self.run("wineboot", "-i")
        self.drive = self._prefix / "drive_c"

    def run(self, *words: object) -> int:
        command = [self._wine, *map(str, words)]
        quiet = subprocess.DEVNULL
        return subprocess.run(command, env=self._environment, stderr=quiet, timeout=300).returncode

    def files(self) -> set[Path]:
        return {
            path for path in self.drive.rglob("*") if path.is_file() and "Temp" not in path.parts
        }

    def registry(self) -> str:
        """What the registry says of the program, once Wine has written it."""
        server = shutil.which("wineserver") or str(Path(self._wine).with_name("wineserver"))
        subprocess.run([server, "-w"], env=self._environment, timeout=300, check=True)
        files = [self._prefix / name for name in ("user.reg", "system.reg")]
        lines = "\n".join(file.read_text(errors="replace") for file in files).splitlines()
        return "\n".join(line for line in lines if "glide" in line.lower())


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Windows:
    return Windows(tmp_path_factory.mktemp("windows"))


def _program(folder: Path, *parts: str) -> Path:
    for name in ("GLIDE Studio.exe", "glide-studio.exe", *(f"_internal/{part}" for part in parts)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return folder


@pytest.mark.parametrize("mode", FOLDERS)
def test_installed_upgraded_and_removed_silently(
    mode: str, qapp: object, windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = os.environ.get("USER", "root")
    older = _program(tmp_path / "older", "old/module.pyc", "both.dll")
    newer = _program(tmp_path / "newer", "new/module.pyc", "both.dll")
    before, known = windows.files(), windows.registry()
    folder = windows.drive / FOLDERS[mode].format(user=user)
    menu = windows.drive / MENUS[mode].format(user=user)

    for version, program in (("0.0.1", older), ("0.0.2", newer)):
        setup = compiled(tmp_path, version, program, monkeypatch)
        assert windows.run(setup, "/S", f"/{mode}") == 0
    installed = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}
    parts = {"_internal/new/module.pyc", "_internal/both.dll", "glide-studio.exe"}
    assert installed == parts | {"GLIDE Studio.exe", "uninstall.exe"}
    assert (menu / "GLIDE Studio.lnk").is_file()
    said = windows.registry()
    assert '"DisplayVersion"="0.0.2"' not in known
    assert "GlideStudio.Project" in said
    assert "Capabilities" in said

    own = folder / "a file of the user's.txt"
    own.touch()
    assert windows.run(folder / "uninstall.exe", f"/{mode}", "/S") == 0
    assert windows.registry() == known  # once the copy that the uninstaller starts has ended
    assert windows.files() - before == {own}
    shutil.rmtree(folder)


def test_the_program_runs_where_the_installer_puts_it(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The frozen program for this platform, unpacked from the installer: the layout of Windows."""
    frozen = freeze.BUILD / "frozen" / "glide-studio"
    if not frozen.is_dir() or not shutil.which("7z"):
        pytest.skip("needs 7z, and a frozen program: python3 dev.py package deb")
    program = tmp_path / "program"
    shutil.copytree(frozen, program, symlinks=False)
    (program / "glide-studio").rename(program / "glide-studio.exe")
    shutil.copy(program / "glide-studio.exe", program / "GLIDE Studio.exe")
    setup = compiled(tmp_path, freeze.version(), program, monkeypatch)
    wanted = {path.relative_to(program) for path in program.rglob("*") if path.is_file()}
    unpacked = tmp_path / "unpacked"
    subprocess.run(["7z", "x", "-y", f"-o{unpacked}", setup], check=True, stdout=subprocess.DEVNULL)
    found = {path.relative_to(unpacked) for path in unpacked.rglob("*") if path.is_file()}
    assert wanted <= found
    started = unpacked / "glide-studio.exe"
    started.chmod(0o755)
    done = subprocess.run([started, "--self-test"], capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    shutil.rmtree(tmp_path)  # gigabytes
