"""Files are replaced whole, or not at all."""

import errno
import os
import signal
import sys
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Never

import pytest

from glide_studio.core.files.safe_file import (
    PictureError,
    backup_of,
    check_folder,
    is_shared,
    replace_file,
)


def test_the_previous_version_is_kept_beside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.ora"
    for version in (b"1", b"2", b"3"):
        replace_file(path, version, backup=True)
    assert (path.read_bytes(), backup_of(path).read_bytes()) == (b"3", b"2")
    assert sorted(os.listdir(tmp_path)) == ["a.ora", "a.ora~"]


def test_a_share_without_links_permissions_and_open_folders_is_saved_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Never:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    path, open_file = tmp_path / "a.ora", os.open

    def open_files(name: Path, flags: int, *rest: Any, **more: Any) -> int:
        return refuse() if os.path.isdir(name) else open_file(name, flags, *rest, **more)

    for name in ("link", "chmod", "utime", "setxattr"):
        monkeypatch.setattr(os, name, refuse, raising=False)
    monkeypatch.setattr(os, "open", open_files)
    for version in (b"1", b"2"):
        replace_file(path, version, backup=True)
    assert (path.read_bytes(), backup_of(path).read_bytes()) == (b"2", b"1")


@pytest.mark.parametrize("name", ["x" * 251 + ".png", "é" * 125 + "a.png", "x" * 250 + ".png"])
def test_the_previous_version_is_kept_of_the_longest_names(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for content in (b"first", b"second"):
        replace_file(path, content, backup=True)
    assert path.read_bytes() == b"second"
    assert backup_of(path).read_bytes() == b"first"
    assert len(list(tmp_path.iterdir())) == 2


def test_the_previous_version_is_kept_where_there_are_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.ora"

    def fail(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", fail)
    for version in (b"1", b"2"):
        replace_file(path, version, backup=True)
    assert (path.read_bytes(), backup_of(path).read_bytes()) == (b"2", b"1")
    assert sorted(os.listdir(tmp_path)) == ["a.ora", "a.ora~"]


def test_a_hard_link_to_its_own_backup_does_not_make_a_file_shared(tmp_path: Path) -> None:
    path = tmp_path / "a.ora"
    path.write_bytes(b"1")
    backup_of(path).hardlink_to(path)
    assert not is_shared(path)
    replace_file(path, b"2", backup=True)
    assert (path.read_bytes(), backup_of(path).read_bytes()) == (b"2", b"1")
    assert sorted(os.listdir(tmp_path)) == ["a.ora", "a.ora~"]


@pytest.mark.parametrize("is_linked", [False, True])
def test_a_failed_write_changes_nothing(is_linked: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.ora"
    path.write_bytes(b"old")
    if is_linked:
        (tmp_path / "b.ora").hardlink_to(path)

    def half(file: BinaryIO) -> None:
        file.write(b"n")
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError):
        replace_file(path, half, backup=True)
    assert path.read_bytes() == b"old"
    assert set(os.listdir(tmp_path)) <= {"a.ora", "b.ora"}
    replace_file(path, lambda file: file.write(b"new"), backup=True)
    assert (path.read_bytes(), backup_of(path).read_bytes()) == (b"new", b"old")


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_links_are_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    (tmp_path / "hard").hardlink_to(path)
    (tmp_path / "soft").symlink_to(path)
    replace_file(tmp_path / "soft", b"new", backup=True)
    assert (tmp_path / "hard").read_bytes() == path.read_bytes() == b"new"
    assert (tmp_path / "soft").is_symlink()
    assert backup_of(path).read_bytes() == b"old"


def test_a_write_protected_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    path.chmod(0o444)
    for write in (lambda: replace_file(path, b"new"), lambda: check_folder(path)):
        with pytest.raises(PictureError, match="is write-protected"):
            write()
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.png"]


def test_a_file_in_a_folder_that_takes_no_new_ones_is_written_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"a longer old one")
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda p, mode: p != tmp_path and allowed(p, mode))
    replace_file(path, b"new", backup=True)
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a.png"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file_and_no_other(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(PictureError, match="not enough disk space"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.png"]


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such limits")
def test_a_full_disk_leaves_a_hard_linked_file_unchanged(
    tmp_path: Path,
) -> None:
    import resource

    path = tmp_path / "a"
    path.write_bytes(b"old" * 50)
    os.link(path, tmp_path / "b")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(PictureError):
            replace_file(path, b"new" * 500)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert path.read_bytes() == b"old" * 50
    replace_file(path, b"new" * 500)
    assert (tmp_path / "b").read_bytes() == b"new" * 500
    replace_file(path, b"n")
    assert (tmp_path / "b").read_bytes() == b"n"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_pipes_and_broken_links_are_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    (tmp_path / "loop").symlink_to("loop")
    for name in ("pipe", "link", "loop"):
        for save in (partial(replace_file, content=b"new", backup=True), check_folder):
            with pytest.raises(PictureError, match="is not a file"):
                save(tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "loop", "pipe"]
    assert (tmp_path / "pipe").is_fifo()
