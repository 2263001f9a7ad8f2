"""Replacing files so that at every moment either the old or the new one is whole."""

import errno
import io
import os
import secrets
import shutil
import stat
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from glide_studio.core.sentence import ArtistError

IN_USE = (5, 32)
"""Windows' numbers of the errors when a file cannot be replaced since a program has it open."""

LONGEST_NAME = 255
"""The most bytes of a name on the usual file systems."""

PATIENCE = 1.0
"""Seconds for which a scanner of viruses, say, may have a new file open."""


class FileVersion(NamedTuple):
    """The properties of a file that change when another program writes it."""

    modified: int  # nanoseconds
    size: int

    @classmethod
    def of(cls, path: Path) -> "FileVersion | None":
        """The present version of the file at `path`; None if it cannot be found."""
        try:
            status = path.stat()
        except OSError:
            return None
        return cls(status.st_mtime_ns, status.st_size)


class PictureError(ArtistError):
    """A file that cannot be read or written."""


Content = bytes | Callable[[BinaryIO], object]
"""The bytes of a file, or a function that writes them to a seekable file."""


def replace_file(path: str | os.PathLike[str], content: Content, *, backup: bool = False) -> None:
    """Replace the content of the file at `path` by `content`; a link is followed.

    The content is written to a temporary file beside it, which is renamed once it is on the disk.
    With `backup`, the previous version stays as `backup_of(path)`. A file with several hard links,
    and one in a folder that takes no new files, is written in place. Raises PictureError, also for
    a write-protected file, a device, and links that lead to each other, and what `content` raises.
    """
    path = real_path(path)
    try:
        _check_writable(path)
        if is_shared(path) or not _accepts_files(path.parent):
            _write_in_place(path, content, backup)
        else:
            _write_beside(path, content, backup)
    except OSError as error:
        raise not_saved(path, error) from error


def backup_of(path: Path) -> Path:
    """The previous version of the file at `path`; of a name as long as names can be, it has all
    but the end."""
    name = path.name
    while len(os.fsencode(name)) >= LONGEST_NAME:
        name = name[:-1]
    return path.with_name(name + "~")


def check_folder(path: str | os.PathLike[str]) -> None:
    """Raise the PictureError that `replace_file` would raise, except for a full disk."""
    path = real_path(path)
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        _check_writable(path)
        try:
            path.lstat()
        except FileNotFoundError:
            with tempfile.TemporaryFile(dir=path.parent):
                pass
    except OSError as error:
        raise not_saved(path, error) from error


def real_path(path: str | os.PathLike[str]) -> Path:
    """The file that `path` leads to. Raises PictureError for a name that no file can have."""
    try:
        return Path(os.path.realpath(path))
    except ValueError as error:  # it contains a zero byte
        raise _impossible(os.fspath(path).replace("\0", "\ufffd")) from error


def is_write_protected(path: Path) -> bool:
    """Whether the file exists and nobody may write to it, whatever an administrator may."""
    return path.is_file() and not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)


def _check_writable(path: Path) -> None:
    if path.is_symlink() or (path.exists() and not (path.is_file() or path.is_dir())):
        raise PictureError("“{name}” is not a file. Choose another name.", name=path.name)
    if is_write_protected(path) or (path.is_file() and not os.access(path, os.W_OK)):
        raise PictureError(
            "“{name}” is write-protected. Save under another name, or allow changes to the file.",
            name=path.name,
        )


def is_shared(path: Path) -> bool:
    """Whether the file exists and has more names, by hard links, than this and its backup's."""
    if not path.is_file():
        return False
    backup = backup_of(path)
    ours = 2 if backup.exists() and backup.samefile(path) else 1  # as a crash may have left them
    return path.stat().st_nlink > ours


def _accepts_files(folder: Path) -> bool:
    """Whether files can be made and renamed in it; if it is missing, writing will say so."""
    return not folder.is_dir() or os.access(folder, os.W_OK | os.X_OK)


def _write_beside(path: Path, content: Content, backup: bool) -> None:
    temporary = _temporary(path)
    try:
        with temporary.open("xb") as file:
            if isinstance(content, bytes):
                file.write(content)
            else:
                content(file)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            with suppress(OSError):  # shares and cards of cameras have no permissions
                shutil.copymode(path, temporary)
            if backup:
                _keep_previous(path, _link)
        _rename(temporary, path)
        _sync(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


def _write_in_place(path: Path, content: Content, backup: bool) -> None:
    if not isinstance(content, bytes):
        whole = io.BytesIO()
        content(whole)
        content = whole.getvalue()
    if backup and _accepts_files(path.parent):
        _keep_previous(path, _copy)
    with path.open("r+b", buffering=0) as file:
        previous = file.read()
        try:
            file.seek(len(previous))
            _write(file, content[len(previous) :])  # what needs space comes first
            file.seek(0)
            _write(file, content[: len(previous)])
            file.truncate(len(content))
        except OSError:
            file.seek(0)
            _write(file, previous)
            file.truncate(len(previous))
            raise


def _write(file: io.FileIO, data: bytes) -> None:
    """Write all of `data`, and wait until it is on the disk."""
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]
    os.fsync(file.fileno())


def _keep_previous(path: Path, put: Callable[[Path, Path], None]) -> None:
    """Keep the present file as its backup; `put` links or copies it to a second path."""
    temporary = _temporary(path)
    try:
        put(path, temporary)
        _rename(temporary, backup_of(path))
    finally:
        temporary.unlink(missing_ok=True)


def _rename(path: Path, target: Path) -> None:
    """Give a file the name `target`; on Windows, wait a moment for others that have it open."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            os.replace(path, target)
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in IN_USE or time.monotonic() > deadline:
                raise
        time.sleep(0.05)


def _link(path: Path, target: Path) -> None:
    try:
        os.link(path, target)
    except OSError:  # not every file system has hard links
        _copy(path, target)


def _copy(path: Path, target: Path) -> None:
    shutil.copyfile(path, target)
    with suppress(OSError):  # as above
        shutil.copystat(path, target)
    _sync(target)


def _temporary(path: Path) -> Path:
    return path.with_name(f".{secrets.token_hex(8)}.tmp")


def _sync(path: Path) -> None:
    """Wait until a file, or a folder's list of files, is on the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows opens no folders; renaming is durable there
    with suppress(OSError):  # some network and FUSE file systems cannot; the data itself is written
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _impossible(name: str) -> PictureError:
    return PictureError("“{name}” cannot be the name of a file. Choose another name.", name=name)


def not_saved(path: Path, error: OSError) -> PictureError:
    """What the artist can do about `error`, met when writing the file at `path`."""
    name, folder = path.name, path.parent
    if os.path.isdir(path):
        return PictureError("“{name}” is a folder. Choose another name.", name=name)
    if getattr(error, "winerror", None) in IN_USE:
        return PictureError(
            "“{name}” is open in another program. Close it there, or choose another name.",
            name=name,
        )
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return PictureError(
                "The folder “{folder}” does not exist. Choose another one.", folder=folder
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return PictureError(
                "The folder “{folder}” is read-only. Choose another one.", folder=folder
            )
        case errno.ENOSPC | errno.EDQUOT:
            return PictureError(
                "There is not enough disk space for “{name}”. Free some space or save elsewhere.",
                name=name,
            )
        case errno.EINVAL:  # Windows, and disks of it on Linux, refuse a few characters
            return _impossible(name)
        case errno.ENAMETOOLONG:
            return PictureError("The name “{name}” is too long. Choose a shorter one.", name=name)
    return PictureError(
        "“{name}” could not be saved ({reason}). Try another folder.",
        name=name,
        reason=error.strerror,
    )
