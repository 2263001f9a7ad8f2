"""Decodes picture files at the depth they have."""

import contextlib
import io
import struct
from dataclasses import replace
from typing import BinaryIO

import numpy as np
from PIL import Image, ImageCms, ImageFile, UnidentifiedImageError
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.TiffImagePlugin import TiffImageFile

from glide_studio.core.files.metadata.embedded import tiff_exif, tiff_iptc
from glide_studio.core.files.metadata.jpeg_segments import told_by
from glide_studio.core.files.metadata.png_chunks import SIGNATURE, comment_text, parts_of
from glide_studio.core.files.pictures.deep_tiff import MAGIC, decode_deep_tiff, is_deep
from glide_studio.core.files.pictures.heif_boxes import heif_colours
from glide_studio.core.files.pictures.samples import Decoded, Samples, with_four_channels
from glide_studio.core.geometry import MAX_MEGAPIXELS

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")

# Before decoding, Pillow refuses pictures of more than twice this number of pixels.
Image.MAX_IMAGE_PIXELS = MAX_MEGAPIXELS * 1_000_000 // 2

_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_JPEG, _JPEG_PROFILE = b"\xff\xd8\xff", b"ICC_PROFILE\0"
_METADATA = (*range(0xE1, 0xEE), 0xEF, 0xFE)
_TABLES_AND_METADATA = bytes((*range(0xC0, 0xD0), *range(0xDB, 0xE1), 0xEE, *_METADATA))
"""Markers of segments before the pixels; of those with metadata, 0xEE says what CMYK means."""

ORIENTATION = 0x0112
_GREY_MODES = ("1", "L", "LA", "La", "I;16")
_BMP_HEADER = struct.Struct("<2s8xIIiiHHI4xii")  # up to the resolution, in pixels per metre
_COLOUR_MASKS, _ALPHA_MASKS = 3, 6


class HeicError(ValueError):
    """A HEIC picture, which needs the package pillow-heif."""


def decode(file: BinaryIO) -> Decoded:
    """The first frame or page of a picture file; its contents decide on the format.

    Raises UnidentifiedImageError if that is none of `FORMATS`, HeicError, UnsupportedError,
    DecompressionBombError if it is too large, and almost anything if the file is damaged.
    """
    head = file.read(70)
    file.seek(0)
    if _has_bitfields(head):
        return _bitfields(file)
    if head.startswith(SIGNATURE):
        try:
            return _png(file, head)
        except UnidentifiedImageError as error:
            raise ValueError("damaged at its beginning") from error
    try:
        with Image.open(file, formats=FORMATS) as image:
            if not isinstance(image, TiffImageFile) or not is_deep(image.tag_v2):
                return _decoded(image, file)
    except UnidentifiedImageError:
        if head[4:8] == b"ftyp" and head[8:12] in _HEIC:
            return _heic(file)
        if head.startswith(_JPEG):
            return _without_metadata(file)
        if head[:4] not in MAGIC:
            raise
    file.seek(0)
    return decode_deep_tiff(file.read())


def _without_metadata(file: BinaryIO) -> Decoded:
    """A JPEG picture without its metadata and profile, which may be all that is damaged."""
    file.seek(0)
    data = file.read()
    kept, at = [data[:2]], 2
    while data[at : at + 1] == b"\xff" and data[at + 1 : at + 2] in _TABLES_AND_METADATA:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if data[at + 1] not in _METADATA:
            kept.append(data[at:end])
        at = end
    file = io.BytesIO(b"".join([*kept, data[at:]]))
    with Image.open(file, formats=("JPEG",)) as image:
        return replace(_decoded(image, file), has_all_texts=False)


def _decoded(image: ImageFile.ImageFile, file: BinaryIO) -> Decoded:
    frames = _frames(image)
    decoded = Decoded(
        np.array(_without_lab(image).convert("RGBA")),
        is_grey=image.mode in _GREY_MODES,
        cmyk=image if image.mode == "CMYK" else None,
    )
    return _described(decoded, image, file, frames)


def _described(
    decoded: Decoded, image: ImageFile.ImageFile, file: BinaryIO, frames: int
) -> Decoded:
    """A decoded picture with what else its `file` says."""
    orientation, exif = decoded.orientation, image.info.get("exif")
    if image.format in ("JPEG", "MPO") and image.info.get("jfif_unit") not in (1, 2):
        image.info.pop("dpi", None)  # Pillow's guess
    pieces = [data for _, data in getattr(image, "applist", ()) if data.startswith(_JPEG_PROFILE)]
    if pieces and not image.info.get("icc_profile"):  # some are missing
        image.info["icc_profile"] = b"".join(pieces)
    decoded = _told(decoded, image, file)
    with contextlib.suppress(Exception):  # Pillow fails on a damaged Exif; the picture is intact
        tags = image.getexif()
        orientation = int(tags.get(ORIENTATION, orientation))
        if isinstance(image, TiffImageFile):
            exif = tiff_exif(image.tag_v2, file)
        elif exif is None and tags:
            exif = tags.tobytes()
    return replace(decoded, frames=frames, orientation=orientation, exif=exif, info=image.info)


def _told(decoded: Decoded, image: ImageFile.ImageFile, file: BinaryIO) -> Decoded:
    """A decoded picture with what else its file says in ways of its own; changes `image.info`."""
    info = image.info
    match image:
        case JpegImageFile():  # MPO too
            told = told_by(image.applist, info.get("xmp"))
            info |= {"xmp": told.xmp, "iptc": told.iptc}
            return replace(decoded, texts=told.comments, has_all_texts=told.is_all)
        case GifImageFile() if comment := info.get("comment"):
            return replace(decoded, texts=(comment_text(comment),))
        case TiffImageFile():
            info["iptc"] = tiff_iptc(image.tag_v2)
        case _ if image.format in ("AVIF", "HEIF"):
            with contextlib.suppress(Exception):  # what is damaged here is no part of the picture
                bits, cicp = heif_colours(file)
                if cicp and not info.get("icc_profile"):
                    info["cicp"] = cicp
                return replace(decoded, bits=bits)
    return decoded


def _heic(file: BinaryIO) -> Decoded:
    try:
        import pillow_heif
    except ImportError as error:
        raise HeicError from error
    pillow_heif.register_heif_opener()
    with Image.open(file, formats=("HEIF",)) as image:
        return _decoded(image, file)


def _frames(image: ImageFile.ImageFile) -> int:
    """The number of frames or pages; a photograph's previews, which JPEG holds, do not count."""
    with contextlib.suppress(Exception):  # a later one is damaged
        return 1 if image.format in ("JPEG", "MPO") else int(getattr(image, "n_frames", 1))
    return 1


def _png(file: BinaryIO, head: bytes) -> Decoded:
    depth, parts = head[24], parts_of(file)
    with Image.open(parts.pixels, formats=("PNG",)) as image:
        rawmode, white = str(image.tile[0].args), 65_535 if depth == 16 else 255
        if depth == 16:
            samples = with_four_channels(_sixteen_bits(parts.pixels, image, rawmode), white)
        if depth < 16:
            samples = np.array(image.convert("RGBA"))
        if parts.transparent is not None:
            transparent = np.array(parts.transparent) * (white // (2**depth - 1))
            samples[(samples[..., :3] == transparent).all(axis=-1), 3] = 0
        image.info = parts.info
        decoded = Decoded(
            samples,
            white,
            max(depth, 8),
            is_grey=rawmode == "LA;16B" or image.mode in _GREY_MODES,
            texts=parts.texts,
            has_all_texts=parts.has_all_texts,
        )
        return _described(decoded, image, file, parts.frames)


def _without_lab(image: Image.Image) -> Image.Image:
    if image.mode != "LAB":
        return image
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    return ImageCms.buildTransform(lab, srgb, "LAB", "RGB").apply(image)


def _sixteen_bits(file: BinaryIO, image: ImageFile.ImageFile, rawmode: str) -> Samples:
    """The channels of a PNG picture of 16 bits each, as uint16.

    Of colours Pillow keeps only the higher bytes: they are decoded a second time, in the other
    order of bytes, for the lower ones.
    """
    if rawmode == "I;16B":
        return np.array(image).astype(np.uint16)
    if rawmode == "LA;16B":
        _set_layout(image, "RGBA", "RGBA")
        return np.array(image).view(">u2").astype(np.uint16)
    with Image.open(file, formats=("PNG",)) as again:
        _set_layout(again, again.mode, f"{rawmode[:-1]}L")
        lower = np.array(again)
    samples = np.array(image).astype(np.uint16)
    samples <<= 8
    samples |= lower
    return samples


def _set_layout(image: ImageFile.ImageFile, mode: str, rawmode: str) -> None:
    """Have Pillow decode an image, which it has not yet loaded, as if its bytes lay otherwise."""
    image._mode = mode
    image.tile = [
        tile._replace(args=(rawmode, *tile.args[1:]) if isinstance(tile.args, tuple) else rawmode)
        for tile in image.tile
    ]


def _has_bitfields(head: bytes) -> bool:
    """Whether a file that begins with these 70 bytes is a BMP file whose channels are masks of
    bits, of which Pillow knows a few."""
    if len(head) < 70 or head[:2] != b"BM":
        return False
    _, _, size, _, _, _, bits, compression, *_ = _BMP_HEADER.unpack_from(head)
    return size >= 40 and bits in (16, 32) and compression in (_COLOUR_MASKS, _ALPHA_MASKS)


def _bitfields(file: BinaryIO) -> Decoded:
    """Its picture. Raises ValueError if it is damaged, DecompressionBombError if too large."""
    head = file.read(70)
    _, start, size, width, height, _, bits, compression, *density = _BMP_HEADER.unpack_from(head)
    if width * abs(height) > MAX_MEGAPIXELS * 1_000_000:
        raise Image.DecompressionBombError
    has_alpha = compression == _ALPHA_MASKS or size >= 56
    masks = struct.unpack_from("<4I", head, 54)[: 4 if has_alpha else 3]
    row = -(-width * bits // 32) * 4
    file.seek(start)
    data = np.frombuffer(file.read(row * abs(height)), np.uint8).reshape(abs(height), row)
    words = data.view(f"<u{bits // 8}")[:, :width]
    samples = np.full((abs(height), width, 4), 255, np.uint8)
    for channel, mask in enumerate(masks):
        if mask:
            low = (mask & -mask).bit_length() - 1
            most = mask >> low
            values = ((words & mask) >> low) * (255 / most)
            samples[..., channel] = np.rint(values)
        elif channel < 3:
            samples[..., channel] = 0
    info = {"dpi": tuple(0.0254 * each for each in density)} if min(density) > 0 else {}
    return Decoded(samples if height < 0 else samples[::-1], info=info)
