"""Reading picture files."""

import io
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
from PIL import Image, UnidentifiedImageError

from glide_studio.core.document.document import Document
from glide_studio.core.files.faults import explained, raise_unless_damage
from glide_studio.core.files.metadata.embedded import metadata_of
from glide_studio.core.files.pictures.decoding import HeicError, decode
from glide_studio.core.files.pictures.deep_tiff import UnsupportedError
from glide_studio.core.files.pictures.png_colour import UnsupportedColours, to_srgb
from glide_studio.core.files.pictures.samples import Decoded, upright
from glide_studio.core.files.safe_file import PictureError, replace_file
from glide_studio.core.geometry import MAX_MEGAPIXELS, MAX_SIDE, Extent
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.colour_profile import ProfileError, in_srgb
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.sentence import Sentence, joined


class OpenedPicture(NamedTuple):
    """A document from a file, what the artist should know about it, and the number of frames or
    pages in the file, of which it is the first."""

    document: Document
    trouble: Sentence | None
    frames: int = 1


def open_picture(path: str | os.PathLike[str], name: str = "Background") -> OpenedPicture:
    """The picture in a file as a document with one layer, called `name`, upright and in RGBA.

    Its contents decide on the format. Deep colours are rounded to 8 bits. The document keeps the
    picture's metadata and RGB colour profile; an unusable profile is dropped, and CMYK pictures,
    greyscale pictures with a profile, and PNG pictures with a gamma or primaries of their own are
    converted to sRGB. Raises PictureError if there is no such file, it is not a complete picture,
    or it has more than 200 megapixels or 65,500 pixels a side.
    """
    path = Path(path)
    decoded = _read(path)
    rgba, icc_profile, trouble = managed(path.name, decoded)
    troubles = [*_reduction(path.name, decoded), *([trouble] if trouble else [])]
    document = Document.from_picture(upright(rgba, decoded.orientation), name)
    metadata = metadata_of(decoded.info, decoded.exif, is_turned=decoded.orientation > 4)
    metadata = replace(metadata, texts=decoded.texts)
    document = replace(document, icc_profile=icc_profile, metadata=metadata)
    return OpenedPicture(document, joined(troubles), decoded.frames)


def read_picture(path: str | os.PathLike[str]) -> Document:
    """The document that `open_picture` returns; raises PictureError as it does."""
    return open_picture(path).document


def read_mask(path: str | os.PathLike[str], extent: Extent, scaled: bool = False) -> Mask:
    """The mask in a picture file: opaque white is repainted, black or transparent is kept.

    If `scaled`, a picture of another size is stretched. Raises PictureError as `read_picture`
    does, if the size is not that of `extent` unless `scaled`, and if the mask is empty.
    """
    path = Path(path)
    decoded = _read(path)
    rgba = upright(decoded.rgba(), decoded.orientation)
    height, width = rgba.shape[:2]
    if Extent(width, height) != extent and not scaled:
        raise PictureError(
            "The mask “{name}” is {width} x {height} pixels, but the picture is {picture_width} x "
            "{picture_height}. They must be the same size.",
            name=path.name,
            width=width,
            height=height,
            picture_width=extent.width,
            picture_height=extent.height,
        )
    lightness = np.asarray(Image.fromarray(rgba).convert("L"), np.uint16)
    values = (lightness * rgba[..., 3] // 255).astype(np.uint8)
    if Extent(width, height) != extent:
        size = (extent.width, extent.height)
        values = np.asarray(Image.fromarray(values).resize(size, Image.Resampling.BICUBIC))
    mask = Mask.from_array(values)
    if mask.is_empty:
        raise PictureError(
            "The mask “{name}” is empty. Make the area to repaint white.", name=path.name
        )
    return mask


def write_mask(mask: Mask, path: str | os.PathLike[str]) -> None:
    """Save a mask as a greyscale PNG: black is kept, white is repainted.

    An existing file stays intact until the new one is on the disk. Raises PictureError.
    """
    path = Path(path)
    if path.suffix.lower() != ".png":
        raise PictureError(
            "“{name}” cannot be saved. The file name of a mask must end in .png.", name=path.name
        )
    file = io.BytesIO()
    Image.fromarray(mask.read(mask.extent.bounds)).save(file, "PNG")
    replace_file(path, file.getvalue())


def _read(path: Path) -> Decoded:
    """The picture in a file. Raises PictureError."""
    with opened_file(path) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            decoded = decode(file)
            if min(decoded.samples.shape[:2]) == 0:
                raise ValueError("no pixels")
        except Exception as error:  # on damaged files Pillow's decoders raise almost anything
            raise_unless_damage(error)
            raise _failure(path, error) from error
    if max(decoded.samples.shape[:2]) > MAX_SIDE:
        raise PictureError(
            "“{name}” has more than {limit} pixels on a side. Scale it down first.",
            name=path.name,
            limit=MAX_SIDE,
        )
    return decoded


def _failure(path: Path, error: Exception) -> PictureError:
    """What to tell the artist about `error`, met when decoding the file at `path`."""
    name = path.name
    match error:
        case HeicError():
            return PictureError(
                "“{name}” is a HEIC picture, which only opens with the Python package pillow-heif. "
                "Install that, or convert the picture to JPEG.",
                name=name,
            )
        case UnsupportedError():
            return PictureError(
                "“{name}” is a rare kind of TIFF that cannot be opened. Convert it to PNG in "
                "another program.",
                name=name,
            )
        case UnidentifiedImageError():
            return PictureError(
                "“{name}” is not a picture. Choose a PNG, JPEG, WebP, AVIF, GIF, BMP or TIFF file.",
                name=name,
            )
        case Image.DecompressionBombError():
            return PictureError(
                "“{name}” has more than {limit} megapixels. Scale it down first.",
                name=name,
                limit=MAX_MEGAPIXELS,
            )
    return PictureError("“{name}” is damaged or incomplete. Get a new copy of it.", name=name)


@contextmanager
def opened_file(path: Path) -> Iterator[BinaryIO]:
    """The file at `path`, open for reading. Raises PictureError, also for errors of the disk and
    for lack of memory while it is read."""
    with explained(path):
        if not path.is_file():
            raise _no_file(path)
        with path.open("rb") as file:
            yield file


def _no_file(path: Path) -> PictureError:
    if path.is_dir():
        return PictureError("“{name}” is a folder. Choose a picture in it.", name=path.name)
    if path.exists():
        return PictureError("“{name}” is not a file. Choose a picture.", name=path.name)
    return PictureError("“{path}” does not exist. Check its name and folder.", path=path)


def managed(name: str, decoded: Decoded) -> tuple[Pixels, bytes | None, Sentence | None]:
    """The pixels of a picture, its profile if they keep it, and a sentence if they do not."""
    profile = decoded.info.get("icc_profile") or None
    trouble = Sentence("“{name}” is a CMYK picture. It is edited and saved as sRGB.", name=name)
    try:
        converted = in_srgb(decoded.profiled, profile) if profile else None
        convert = to_srgb(decoded.info, decoded.is_grey)
    except ProfileError:
        trouble = Sentence(
            "The colour profile of “{name}” is damaged. The colours are read as sRGB.", name=name
        )
        return decoded.rgba(), None, trouble
    except UnsupportedColours:
        trouble = Sentence(
            "“{name}” has the colours of a video or of HDR, which are not supported. Convert it to "
            "sRGB in another program.",
            name=name,
        )
        return decoded.rgba(), profile, trouble
    rgba = decoded.rgba(convert)
    if convert is not None:
        trouble = Sentence(
            "“{name}” has a gamma or primaries of its own. It is edited and saved as sRGB.",
            name=name,
        )
    elif converted is not None:
        rgba[..., :3] = np.asarray(converted)
        profile = None
        if decoded.cmyk is None:
            trouble = Sentence(
                "“{name}” is a greyscale picture with a colour profile. It is edited and saved as "
                "sRGB.",
                name=name,
            )
    elif decoded.cmyk is None:
        return rgba, profile, None
    return rgba, profile, trouble


def _reduction(name: str, decoded: Decoded) -> list[Sentence]:
    """What is not in the document, so that saving over the file would lose it."""
    lost = []
    if decoded.frames > 1:
        lost.append(
            Sentence(
                "“{name}” has {count} frames or pages, and only the first is shown. Save under "
                "another name to keep the others.",
                name=name,
                count=decoded.frames,
            )
        )
    if decoded.bits > 8:
        lost.append(
            Sentence(
                "“{name}” has {bits} bits per channel, and is edited and saved with 8. Save under "
                "another name to keep the original.",
                name=name,
                bits=decoded.bits,
            )
        )
    if not decoded.has_all_metadata:
        lost.append(
            Sentence(
                "“{name}” contains more metadata than is kept when saving. Save under another name "
                "to keep the original.",
                name=name,
            )
        )
    return lost
