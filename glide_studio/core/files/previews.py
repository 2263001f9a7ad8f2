"""Small previews of the files that can be opened."""

import io
import warnings
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
from PIL import Image

from glide_studio.core.files.layered.archive import Archive
from glide_studio.core.files.layered.openraster import MERGED, THUMBNAIL
from glide_studio.core.files.pictures.decoding import ORIENTATION
from glide_studio.core.files.pictures.reading import opened_file
from glide_studio.core.files.pictures.samples import upright
from glide_studio.core.geometry import Extent
from glide_studio.core.raster.colour_profile import Conversion, ProfileError
from glide_studio.core.raster.raster import Pixels

MAX_MEGAPIXELS = 100
"""Larger pictures have no preview: decoding them would take seconds, and a gigabyte."""

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "PSD")


class Preview(NamedTuple):
    """A small picture, (height, width, 4) uint8 with straight alpha in sRGB, and the size of the
    picture in the file; None where only a thumbnail of unknown scale was read."""

    pixels: Pixels
    extent: Extent | None


def preview_of(path: Path, side: int) -> Preview | None:
    """What the file at `path` shows, within `side` x `side` pixels.

    Of a project, its own thumbnail is read from the archive. None for files that are missing,
    damaged, of another kind or too large.
    """
    try:
        with opened_file(path) as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if file.read(4) == b"PK\x03\x04":
                return _of_project(file, side)
            file.seek(0)
            with Image.open(file, formats=FORMATS) as image:
                return _reduced(image, side)
    except Exception:  # damaged files raise almost anything
        return None


def _of_project(file: BinaryIO, side: int) -> Preview | None:
    archive = Archive(file)
    thumbnail = archive.read(THUMBNAIL)
    data = thumbnail or archive.read(MERGED)
    if data is None:
        return None
    with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
        preview = _reduced(image, side)
    return preview._replace(extent=None) if preview and thumbnail else preview


def _reduced(image: Image.Image, side: int) -> Preview | None:
    extent, profile = Extent(*image.size), image.info.get("icc_profile")
    orientation = image.getexif().get(ORIENTATION, 1)
    image.draft("RGB", (side, side))  # a JPEG file is decoded at a fraction of its size
    if image.width * image.height > MAX_MEGAPIXELS * 1_000_000 or image.mode == "F":
        return None
    if image.mode.startswith("I"):
        image = Image.fromarray((np.asarray(image) // 256).astype(np.uint8))
    has_alpha = image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info
    small = image.convert("RGBA" if has_alpha else "RGB")
    small.thumbnail((side, side))
    pixels = upright(np.asarray(small.convert("RGBA")), orientation)
    if orientation > 4:
        extent = Extent(extent.height, extent.width)
    if profile and image.mode != "CMYK":
        with suppress(ProfileError):
            pixels = Conversion.to_srgb(profile).applied(pixels)
    return Preview(pixels, extent)
