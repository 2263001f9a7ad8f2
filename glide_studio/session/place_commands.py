"""Placing the pictures in files as layers."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from glide_studio.core.document.document import Document
from glide_studio.core.document.layer_edits import with_placed
from glide_studio.core.files.documents import open_document
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Pixels
from glide_studio.session.failure import sentence
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument

Read = tuple[str, Pixels]
"""The name of a picture, and what is seen of it, (height, width, 4) in sRGB."""


class PlaceCommands:
    """Adds files as layers of the open document; `begin_replacing` is called before the first one
    becomes the document, in place of a blank page."""

    def __init__(self, open_document: OpenDocument, begin_replacing: Callable[[], object]) -> None:
        self._open_document = open_document
        self._begin_replacing = begin_replacing

    def place(self, paths: Sequence[Path], then: Callable[[], object] = lambda: None) -> None:
        """Start reading files of any kind that can be opened; each becomes a layer above the active
        one, all of them one step, after which `then` is called.

        A file that cannot be read is reported; the others are placed.
        """

        def put(found: tuple[list[Read], list[str]]) -> None:
            pictures, failures = found
            if pictures:
                self._put(pictures, then)
            if failures:
                self._open_document.failed.emit(" ".join(failures))

        self._open_document.start_for_this_document(partial(_read_all, tuple(paths)), put)

    def _put(self, pictures: Sequence[Read], then: Callable[[], object]) -> None:
        if self._open_document.document.is_blank:
            self._begin_replacing()
        label = tr("Place {name}").format(name=pictures[0][0])
        if len(pictures) > 1:
            label = tr("Place {count} pictures").format(count=len(pictures))
        self._open_document.apply_in_background(label, partial(_with_all, pictures), then)


def _with_all(pictures: Sequence[Read], document: Document) -> Document:
    """`document` with the pictures as layers; the first one replaces a blank page."""
    if document.is_blank:
        (name, pixels), *pictures = pictures
        document = Document.from_picture(pixels, name)
    from_srgb = Conversion.from_srgb(document.icc_profile)
    for name, pixels in pictures:
        document = with_placed(document, name, from_srgb.applied(pixels))
    return document


def _read_all(paths: Sequence[Path]) -> tuple[list[Read], list[str]]:
    """The pictures in the files, and why others cannot be read."""
    pictures, failures = [], []
    for path in paths:
        try:
            document = open_document(path).project.document
        except PictureError as error:
            failures.append(sentence(error))
        else:
            to_srgb = Conversion.to_srgb(document.icc_profile)
            pictures.append((path.stem, to_srgb.applied(document.composite())))
    return pictures, failures
