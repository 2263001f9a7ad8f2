"""Opening and saving documents in files, project files and flat pictures alike."""

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from glide_studio.core.files.journal import Journal
from glide_studio.core.files.journal_records import JournalError, Snapshot
from glide_studio.core.files.layered.openraster import SUFFIX, write_openraster
from glide_studio.core.files.layered.openraster_reading import read_openraster
from glide_studio.core.files.pictures.exports import losses, write_picture
from glide_studio.core.files.pictures.reading import open_picture, opened_file
from glide_studio.core.files.project import Opened, Project
from glide_studio.core.files.safe_file import FileVersion, PictureError, is_shared, replace_file
from glide_studio.core.sentence import Sentence

_ZIP, _PHOTOSHOP = b"PK\x03\x04", b"8BPS"


@dataclass(frozen=True)
class DocumentFile:
    """The file of an open document, as it was when the document was read from it or written to it.

    `cautions` say what saving over it would lose.
    """

    path: Path
    cautions: tuple[Sentence, ...] = ()
    version: FileVersion | None = None

    def is_at(self, path: Path) -> bool:
        """Whether it is the file at `path`."""
        return os.path.realpath(self.path) == os.path.realpath(path)

    @classmethod
    def now(cls, path: Path, cautions: tuple[Sentence, ...] = ()) -> "DocumentFile":
        """The file at `path` in its present version."""
        return cls(path, cautions, FileVersion.of(path))


def is_project(path: Path) -> bool:
    """Whether a file of this name holds a project, with all layers and edits."""
    return path.suffix.lower() == SUFFIX


def is_project_file(path: Path) -> bool:
    """Whether the contents of a file, whatever its name, are those of a project. Raises
    PictureError if there is no such file."""
    with opened_file(path) as file:
        return file.read(4) == _ZIP


def open_document(path: Path, name: str = "Background") -> Opened:
    """The project in a file of any kind that can be opened; its contents decide on the kind.

    A flat picture becomes a layer called `name`. Raises PictureError.
    """
    with opened_file(path) as file:
        head = file.read(4)
        if head == _ZIP:
            return read_openraster(file, path.name)
        if head == _PHOTOSHOP:
            file.seek(0)
            return _photoshop(file, path.name, name)
    document, trouble, _ = open_picture(path, name)
    return Opened(Project(document), (trouble,) if trouble else (), trouble is None)


def open_journal(path: Path) -> tuple[Journal, Snapshot, DocumentFile | None]:
    """The journal at `path`, its contents, and the file of its document, which is read again to
    find out what saving over it would lose. Raises PictureError."""
    try:
        journal, snapshot = Journal.opened(path)
    except (JournalError, sqlite3.Error) as error:
        raise PictureError(
            "This unsaved picture is damaged, or another program has it open. It stays in the list."
        ) from error
    if snapshot.path is None:
        return journal, snapshot, None
    cautions: tuple[Sentence, ...] = ()
    with suppress(PictureError):
        opened = open_document(snapshot.path)
        cautions = () if opened.exact else opened.notes
    return journal, snapshot, DocumentFile(snapshot.path, cautions, snapshot.file_version)


def _photoshop(file: BinaryIO, name: str, layer_name: str) -> Opened:
    from glide_studio.core.files.layered.photoshop import read_photoshop  # psd-tools takes its time

    return read_photoshop(file, name, layer_name)


def save_document(project: Project, path: Path, *, backup: bool = True) -> None:
    """Write a project file or a flat picture, by the suffix of `path`.

    With `backup`, the previous version stays beside it, see `replace_file`. Raises PictureError.
    """
    if is_project(path):
        replace_file(path, partial(write_openraster, project), backup=backup)
    else:
        write_picture(project.document, path, backup=backup)


def lost_by_saving(project: Project, path: Path) -> tuple[Sentence, ...]:
    """What a file at `path` could not hold of a project."""
    return () if is_project(path) else losses(project.document, path.suffix)


def lost_by_overwriting(path: Path, known: DocumentFile | None) -> tuple[Sentence, ...]:
    """What the artist should confirm before the file at `path` is written; `known` is the file
    that the document was read from or written to."""
    name = path.name
    found: list[Sentence] = []
    try:
        if known is not None and known.is_at(path):
            found += known.cautions
            if known.version is not None and FileVersion.of(path) not in (known.version, None):
                found.append(
                    Sentence(
                        "“{name}” was changed by another program since it was opened. Saving "
                        "replaces these changes.",
                        name=name,
                    )
                )
        if path.is_file() and is_project_file(path) and not is_project(path):
            found.append(
                Sentence(
                    "“{name}” is a project despite its name. Saving replaces its layers and "
                    "edits by a flat picture. Save under a name that ends in {suffix} to keep "
                    "them.",
                    name=name,
                    suffix=SUFFIX,
                )
            )
        if is_shared(path):
            found.append(
                Sentence(
                    "“{name}” is a hard link: the same file under its other names changes too.",
                    name=name,
                )
            )
    except (OSError, PictureError):
        pass  # there is no such file, or writing it will say what is wrong
    return tuple(found)
