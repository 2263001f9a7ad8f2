"""A picture of each word that a model knows, all in one file of the model's folder.

The file, `words.webp`, is a sheet of square pictures in rows of `COLUMNS`. Its Exif description
lists in JSON what they show, in order: the nouns, the colours and the places; for each picture all
phrases for it, such as "on the grass" and "in the grass".
"""

import io
import json
import logging
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import msgspec
import numpy as np
from PIL import ExifTags, Image

from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.installed import InstalledModel
from glide_studio.core.request.model_card import ModelCard

FILE = "words.webp"
SIDE = 128
"""Side of a picture in pixels."""

COLUMNS = 12
QUALITY = 70
_log = logging.getLogger(__name__)

Groups = tuple[tuple[str, ...], ...]
"""For each picture, the phrases for what it shows."""


class Contents(msgspec.Struct, frozen=True):
    """What the pictures of a file show, in order."""

    nouns: Groups
    colours: Groups
    places: Groups

    @property
    def count(self) -> int:
        return len(self.nouns) + len(self.colours) + len(self.places)

    def fits(self, card: ModelCard) -> bool:
        """Whether these are the words of `card`, in its order."""
        groups = (self.nouns, self.colours, self.places)
        of_card = (card.nouns, card.colours, card.places)
        return all(chain(*groups)) and tuple(tuple(chain(*each)) for each in groups) == of_card


@dataclass(frozen=True, eq=False)
class WordPictures:
    """The pictures of a model's words, in the order of `contents`.

    `sheet` has them all, (rows * SIDE, COLUMNS * SIDE, 3) uint8; what is beyond the last is white.
    """

    contents: Contents
    sheet: Pixels

    @classmethod
    def of(cls, contents: Contents, pictures: Sequence[Pixels]) -> "WordPictures":
        """Put pictures of (SIDE, SIDE, 3) uint8 on a sheet."""
        columns, rows = _grid(len(pictures))
        sheet = np.full((rows * SIDE, columns * SIDE, 3), 255, np.uint8)
        for tile, picture in zip(_tiles(sheet), pictures, strict=False):
            tile[:] = picture
        return cls(contents, sheet)

    @property
    def pictures(self) -> tuple[Pixels, ...]:
        """Each picture, (SIDE, SIDE, 3) uint8."""
        return tuple(islice(_tiles(self.sheet), self.contents.count))

    def encoded(self) -> bytes:
        """The file with these pictures."""
        exif = Image.Exif()
        description = json.dumps(msgspec.to_builtins(self.contents))
        exif[ExifTags.Base.ImageDescription.value] = description
        file = io.BytesIO()
        Image.fromarray(self.sheet).save(file, "WEBP", quality=QUALITY, method=6, exif=exif)
        return file.getvalue()


def word_pictures(model: InstalledModel) -> WordPictures | None:
    """The pictures of the model's words; None if it has none, or not those of all its words.

    The reason is logged if there is a file that cannot be used.
    """
    file = model.folder.joinpath(FILE)
    if not file.is_file():
        return None
    try:
        return _decoded(file.read_bytes(), model.card)
    except Exception as error:  # on damaged files Pillow's decoders raise almost anything
        _log.info("the word pictures of the model %s cannot be used: %s", model.name, error)
        return None


def _decoded(data: bytes, card: ModelCard) -> WordPictures:
    with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=["WEBP"]) as image:
        warnings.simplefilter("ignore")
        description = image.getexif().get(ExifTags.Base.ImageDescription.value, "")
        contents = msgspec.json.decode(description, type=Contents)
        columns, rows = _grid(contents.count)
        if not contents.fits(card):
            raise ValueError("they show other words")
        if image.size != (columns * SIDE, rows * SIDE):
            raise ValueError(f"the sheet has {image.width} x {image.height} pixels")
        return WordPictures(contents, np.asarray(image.convert("RGB")))


def _grid(count: int) -> tuple[int, int]:
    """The numbers of columns and rows of `count` pictures."""
    return COLUMNS, -(-count // COLUMNS)


def _tiles(sheet: Pixels) -> Iterator[Pixels]:
    """The squares of a sheet, row by row, as views."""
    for row in np.split(sheet, sheet.shape[0] // SIDE):
        yield from np.split(row, sheet.shape[1] // SIDE, axis=1)
