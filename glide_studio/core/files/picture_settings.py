"""The settings that a picture was generated with, read from its file."""

import contextlib
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, UnidentifiedImageError
from PIL.JpegImagePlugin import JpegImageFile

from glide_studio.core.document.metadata import MAX_BLOCK
from glide_studio.core.files.documents import is_project_file, open_document
from glide_studio.core.files.faults import raise_unless_damage
from glide_studio.core.files.metadata.comfy_graph import read_graph
from glide_studio.core.files.metadata.exif import EXIF_IFD, USER_COMMENT, ExifBlock, user_comment
from glide_studio.core.files.metadata.generation_data import (
    GRAPH_KEY,
    PROMPT,
    RECORD,
    RECORD_KEY,
    TEXT_KEY,
    edits_of,
    read_record,
)
from glide_studio.core.files.metadata.jpeg_segments import told_by
from glide_studio.core.files.metadata.parameters import read_parameters
from glide_studio.core.files.metadata.png_chunks import (
    SIGNATURE,
    PngParts,
    key_of,
    parts_of,
    string_of,
)
from glide_studio.core.files.metadata.xmp import property_of
from glide_studio.core.files.pictures.decoding import FORMATS
from glide_studio.core.files.pictures.reading import opened_file
from glide_studio.core.files.project import Project
from glide_studio.core.request.settings import Settings
from glide_studio.core.sentence import Sentence

_KEYS = (TEXT_KEY, RECORD_KEY, GRAPH_KEY)


class PictureSettings(NamedTuple):
    """The settings of all edits that a file tells of, the newest last, and noun phrases for what
    it says that could not be used."""

    edits: tuple[Settings, ...] = ()
    problems: tuple[Sentence, ...] = ()

    @property
    def settings(self) -> Settings | None:
        """Those of the newest edit; None if there is none."""
        return self.edits[-1] if self.edits else None


def settings_of(path: Path) -> PictureSettings:
    """The settings in a picture or project file: those that the studio wrote, exactly; else those
    of another program, as far as they have an equal here.

    Raises PictureError if the file cannot be opened, but for no text in it.
    """
    if is_project_file(path):
        return project_settings(open_document(path).project)
    records, texts, graphs = _found(path)
    problems: list[Sentence] = []
    for record in records:
        try:
            return PictureSettings(read_record(record))
        except ValueError:
            problems = [Sentence("the exact settings, which are damaged")]
    told = [*((read_parameters, text) for text in texts), *((read_graph, text) for text in graphs)]
    for read, text in told:
        settings, unused = read(text)
        problems += unused
        if settings is not None:
            return PictureSettings((settings,), tuple(problems))
    return PictureSettings((), tuple(problems))


def project_settings(project: Project) -> PictureSettings:
    """The settings of a project's edits, or if it has none, those it was saved with."""
    edits = edits_of(project.document)
    if not edits and project.settings is not None:
        edits = (project.settings,)
    return PictureSettings(edits)


class _Found(NamedTuple):
    """The records, the texts and the graphs in a picture file, the most reliable first."""

    records: list[str]
    texts: list[str]
    graphs: list[str]


def _found(path: Path) -> _Found:
    with opened_file(path) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if file.read(len(SIGNATURE)) == SIGNATURE:
            return _in_png(parts_of(file, MAX_BLOCK))
        try:
            with Image.open(file, formats=FORMATS) as image:
                return _told(image)
        except UnidentifiedImageError:
            pass
        except Exception as error:  # on damaged files Pillow raises almost anything
            raise_unless_damage(error)
            return _Found([], [], [])
    metadata = open_document(path).project.document.metadata
    return _said({}, _comment(metadata.exif), metadata.xmp)


def _in_png(parts: PngParts) -> _Found:
    found = {key_of(text): text for text in parts.texts}  # so that one of a key is unpacked
    texts = {key: string_of(text) for key, text in found.items() if key in _KEYS}
    return _said(texts, _comment(parts.info.get("exif")), parts.info.get("xmp"))


def _told(image: Image.Image) -> _Found:
    xmp = image.info.get("xmp")
    if isinstance(image, JpegImageFile):
        xmp = told_by(image.applist, xmp).xmp
    if isinstance(xmp, str):
        xmp = xmp.encode(errors="replace")
    comment: Any = None
    with contextlib.suppress(Exception):  # Pillow fails on a damaged Exif
        comment = image.getexif().get_ifd(EXIF_IFD).get(USER_COMMENT)
    if isinstance(comment, bytes):
        comment = user_comment(comment)
    return _said({}, comment, xmp if isinstance(xmp, bytes) else None)


def _comment(exif: bytes | None) -> str | None:
    with contextlib.suppress(ValueError):
        return ExifBlock(exif).comment if exif else None
    return None


def _said(texts: Mapping[str, str | None], comment: Any, xmp: bytes | None) -> _Found:
    return _Found(
        _texts([texts.get(RECORD_KEY), property_of(xmp, RECORD)]),
        _texts([texts.get(TEXT_KEY), comment, property_of(xmp, PROMPT)]),
        _texts([texts.get(GRAPH_KEY)]),
    )


def _texts(found: Iterable[Any]) -> list[str]:
    return [text for text in found if isinstance(text, str)]
