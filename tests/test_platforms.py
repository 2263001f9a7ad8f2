"""The rules of Windows and macOS, faked here: folders, files in use, threads, names."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import platformdirs
import platformdirs.windows
import psutil
import pytest
from platformdirs.macos import MacOS
from platformdirs.windows import Windows

from glide_studio import app
from glide_studio.core.document.document import Document
from glide_studio.core.files import safe_file
from glide_studio.core.files.documents import open_document, save_document
from glide_studio.core.files.formats import FORMATS
from glide_studio.core.files.pictures.exports import write_picture
from glide_studio.core.files.project import Project
from glide_studio.core.files.safe_file import PictureError, replace_file
from glide_studio.core.geometry import Extent
from glide_studio.core.request import devices
from glide_studio.folders import DATA_VARIABLE, data_folder


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        (
            Windows,
            {"LOCALAPPDATA": r"C:\Users\Ann Ø\AppData\Local"},
            r"C:\Users\Ann Ø\AppData\Local/GLIDE Studio",
        ),
        (MacOS, {"HOME": "/Users/ann"}, "/Users/ann/Library/Application Support/GLIDE Studio"),
    ],
)
def test_data_is_kept_where_the_platform_wants_it(
    platform: type, variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(DATA_VARIABLE, raising=False)
    monkeypatch.delenv("XDG_DATA_HOME")  # macOS would follow it
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(platformdirs, "PlatformDirs", platform)
    of_variables = platformdirs.windows.get_win_folder_from_env_vars
    monkeypatch.setattr(platformdirs.windows, "get_win_folder", of_variables)
    assert data_folder() == Path(expected)


class InUse(PermissionError):
    """What Windows raises for a file that another program has open."""

    winerror = 32


@pytest.mark.parametrize("tries", [3, 10_000], ids=["for a moment", "for long"])
def test_a_file_that_another_program_has_open(
    tries: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scanner of viruses lets go of it; another program does not, and nothing is lost."""
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    left, rename = [tries], safe_file.os.replace

    def busy(*names: Path) -> None:
        if left[0]:
            left[0] -= 1
            raise InUse(13, "The process cannot access the file")
        rename(*names)

    monkeypatch.setattr(safe_file, "PATIENCE", 0.2)
    monkeypatch.setattr(safe_file.os, "replace", busy)
    if tries == 3:
        replace_file(path, b"new", backup=False)
        assert path.read_bytes() == b"new"
    else:
        with pytest.raises(PictureError, match=r"“a.png” is open in another program. Close it"):
            replace_file(path, b"new")
        assert path.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [path]


def test_a_name_that_windows_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(PictureError, match=r"cannot be the name of a file. Choose another name"):
        replace_file(tmp_path / "who?.png", b"new")


@pytest.mark.skipif(sys.platform == "win32", reason="there, the test could not fail elsewhere")
@pytest.mark.parametrize("suffix", [".ora", *(kind.suffixes[0] for kind in FORMATS)])
def test_no_file_stays_open_so_that_it_can_be_replaced(suffix: str, tmp_path: Path) -> None:
    """Windows replaces and deletes no file that is open, not even one of the same program."""
    path, document = tmp_path / f"a{suffix}", Document.blank(Extent(40, 30))
    if suffix == ".ora":
        save_document(Project(document), path)
    else:
        write_picture(document, path)
    opened = open_document(path)
    assert str(path) not in {file.path for file in psutil.Process().open_files()}
    assert opened.project.document.extent == document.extent


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_threads_give_way_only_where_they_can(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "sys", SimpleNamespace(platform=platform))
    monkeypatch.delattr("os.setpriority")  # Windows has none
    monkeypatch.setattr(app.ctypes, "CDLL", None)  # nor can a Python there load itself
    app.give_way()
    app._map_torch()


@pytest.mark.parametrize("found", ["Apple M3 Pro\n", ""])
def test_the_processor_of_a_mac_has_a_name(found: str, monkeypatch: pytest.MonkeyPatch) -> None:
    devices.processor_name.cache_clear()
    monkeypatch.setattr(devices, "sys", SimpleNamespace(platform="darwin"))
    done = SimpleNamespace(stdout=found)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    monkeypatch.setattr(devices.platform, "processor", lambda: "arm")
    assert devices.processor_name() == (found.strip() or "arm")
    devices.processor_name.cache_clear()
