"""Reading and writing picture files; nothing else opens or saves them."""

import errno
import io
import os
import secrets
import shutil
import tempfile
import warnings
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import over_white
from glide_studio.core.geometry import MAX_MEGAPIXELS, Extent
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.colour_profile import ProfileError, in_srgb
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.sentence import ArtistError, Sentence

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
Decoded = TypeVar("Decoded")
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")
MAX_SIDES = {".jpg": 65_500, ".jpeg": 65_500, ".webp": 16_383}
"""The largest width or height, in pixels, that a format can store."""

# Before decoding, Pillow refuses pictures of more than twice this number of pixels.
Image.MAX_IMAGE_PIXELS = MAX_MEGAPIXELS * 1_000_000 // 2


class PictureError(ArtistError):
    """A file that cannot be read or written."""


class OpenedPicture(NamedTuple):
    """A document from a file, and a sentence if its colours had to be converted."""

    document: Document
    trouble: Sentence | None


def open_picture(path: str | os.PathLike[str], name: str = "Background") -> OpenedPicture:
    """The picture in a file as a document with one layer, called `name`, upright and in RGBA.

    Of an animation only the first frame is read. The document keeps the picture's RGB colour
    profile; an unusable profile is dropped, and CMYK pictures and greyscale pictures with a profile
    are converted to sRGB. Raises PictureError if there is no such file, it is not a complete
    picture, or it has more than 200 megapixels.
    """
    path = Path(path)
    rgba, icc_profile, trouble = _read(path, partial(_managed, path.name))
    document = Document.from_picture(rgba, name)
    return OpenedPicture(replace(document, icc_profile=icc_profile), trouble)


def read_picture(path: str | os.PathLike[str]) -> Document:
    """The document that `open_picture` returns; raises PictureError as it does."""
    return open_picture(path).document


def read_mask(path: str | os.PathLike[str], extent: Extent, scaled: bool = False) -> Mask:
    """The mask in a picture file: opaque white is repainted, black or transparent is kept.

    If `scaled`, a picture of another size is stretched. Raises PictureError as `read_picture`
    does, if the size is not that of `extent` unless `scaled`, and if the mask is empty.
    """
    path = Path(path)
    rgba = _read(path, pixels_of)
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
    try:
        _replace_file(Path(os.path.realpath(path)), file.getvalue())
    except OSError as error:
        raise _not_saved(path, error) from error


def write_picture(document: Document, path: str | os.PathLike[str], quality: int = 95) -> None:
    """Save the document's composite as PNG, JPEG or WebP, by the suffix of `path`.

    PNG and WebP are lossless; JPEG, of `quality` 1 to 100, is flattened onto white. An existing
    file stays intact until the new one is on the disk. Raises PictureError.
    """
    path = Path(path)
    _check_format(path, document.extent)
    try:
        _replace_file(
            Path(os.path.realpath(path)), _encoded(document, path.suffix.lower(), quality)
        )
    except OSError as error:
        raise _not_saved(path, error) from error


def check_destination(path: str | os.PathLike[str], extent: Extent) -> None:
    """Raise the PictureError that saving a picture of `extent` at `path` would raise.

    Call it before long work. It does not check whether the disk has enough space.
    """
    path = Path(path)
    _check_format(path, extent)
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        with tempfile.TemporaryFile(dir=os.path.dirname(os.path.realpath(path))):
            pass
    except OSError as error:
        raise _not_saved(path, error) from error


def _check_format(path: Path, extent: Extent) -> None:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise PictureError(
            "“{name}” cannot be saved. The file name must end in .png, .jpg or .webp.",
            name=path.name,
        )
    limit = MAX_SIDES.get(suffix)
    if limit and max(extent.width, extent.height) > limit:
        raise PictureError(
            "“{name}” cannot be saved. A {suffix} file is limited to {limit} pixels per side: "
            "use .png instead.",
            name=path.name,
            suffix=suffix,
            limit=limit,
        )


def _read(path: Path, decoded: Callable[[Image.Image], Decoded]) -> Decoded:
    """The result of `decoded` for the upright picture in a file. Raises PictureError."""
    with _opened(path) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(file, formats=FORMATS) as image:
                return decoded(_upright(image))
        except UnidentifiedImageError as error:
            raise PictureError(
                "“{name}” is not a picture. Choose a PNG, JPEG, WebP, GIF, BMP or TIFF file.",
                name=path.name,
            ) from error
        except Image.DecompressionBombError as error:
            raise PictureError(
                "“{name}” has more than {limit} megapixels. Scale it down first.",
                name=path.name,
                limit=MAX_MEGAPIXELS,
            ) from error
        except Exception as error:  # on damaged files Pillow's decoders raise almost anything
            raise PictureError(
                "“{name}” is damaged or incomplete. Get a new copy of it.", name=path.name
            ) from error


def _opened(path: Path) -> BinaryIO:
    try:
        if path.is_file():
            return path.open("rb")
        raise _no_file(path)
    except OSError as error:
        raise PictureError(
            "“{name}” cannot be opened ({reason}). Choose another file.",
            name=path.name,
            reason=error.strerror,
        ) from error


def _no_file(path: Path) -> PictureError:
    if path.is_dir():
        return PictureError("“{name}” is a folder. Choose a picture in it.", name=path.name)
    if path.exists():
        return PictureError("“{name}” is not a file. Choose a picture.", name=path.name)
    return PictureError("“{path}” does not exist. Check its name and folder.", path=path)


def _managed(name: str, image: Image.Image) -> tuple[Pixels, bytes | None, Sentence | None]:
    """The pixels of an image, its profile if they keep it, and a sentence if they do not."""
    rgba, profile, trouble = pixels_of(image), image.info.get("icc_profile"), None
    if image.mode == "CMYK":
        trouble = Sentence("“{name}” is a CMYK picture. It is edited and saved as sRGB.", name=name)
    try:
        converted = in_srgb(image, profile) if profile else None
    except ProfileError:
        trouble = Sentence(
            "The colour profile of “{name}” is damaged. The colours are read as sRGB.", name=name
        )
        return rgba, None, trouble
    if converted is None:
        return rgba, profile, trouble
    rgba[..., :3] = np.asarray(converted)
    return (
        rgba,
        None,
        trouble
        or Sentence(
            "“{name}” is a greyscale picture with a colour profile. It is edited and saved as "
            "sRGB.",
            name=name,
        ),
    )


def pixels_of(image: Image.Image) -> Pixels:
    """The pixels of an image, (height, width, 4); its profile is ignored."""
    if image.mode.startswith("I"):  # 16 bits per pixel
        image = Image.fromarray((np.asarray(image) >> 8).clip(0, 255).astype(np.uint8))
    return np.array(image.convert("RGBA"))


def _upright(image: Image.Image) -> Image.Image:
    image.load()
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # Pillow fails on a damaged EXIF tag; the picture itself is intact
        return image


def _encoded(document: Document, suffix: str, quality: int) -> bytes:
    rgba = document.composite()
    is_opaque = (rgba[..., 3] == 255).all()
    image = Image.fromarray(rgba[..., :3] if is_opaque else rgba)
    profile = document.icc_profile
    file = io.BytesIO()
    match suffix:
        case ".png":
            image.save(file, "PNG", icc_profile=profile)
        case ".webp":
            image.save(file, "WEBP", lossless=True, exact=True, icc_profile=profile)
        case _:
            opaque = Image.fromarray(over_white(rgba))
            opaque.save(file, "JPEG", quality=quality, subsampling=0, icc_profile=profile)
    return file.getvalue()


def _replace_file(path: Path, data: bytes) -> None:
    """Write `data` to a temporary file, and rename it to `path` once it is on the disk."""
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _not_saved(path: Path, error: OSError) -> PictureError:
    name, folder = path.name, path.parent
    if os.path.isdir(path):
        return PictureError("“{name}” is a folder. Choose another name.", name=name)
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
    return PictureError(
        "“{name}” could not be saved ({reason}). Try another folder.",
        name=name,
        reason=error.strerror,
    )
