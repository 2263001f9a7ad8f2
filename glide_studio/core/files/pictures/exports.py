"""Writes documents as flat pictures, and says beforehand what a format cannot hold."""

import io
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import over_white
from glide_studio.core.document.metadata import Metadata
from glide_studio.core.files.formats import Format, format_of
from glide_studio.core.files.metadata.credentials import signed
from glide_studio.core.files.metadata.embedded import IPTC_TAG, without_location
from glide_studio.core.files.metadata.exif import (
    BYTE,
    LONG,
    ORIENTATION,
    SHORT,
    UNDEFINED,
    ExifBlock,
)
from glide_studio.core.files.metadata.generation_data import GenerationData
from glide_studio.core.files.metadata.jpeg_segments import holds_packet, is_comment, segments_of
from glide_studio.core.files.metadata.png_chunks import iptc_chunk, xmp_chunk
from glide_studio.core.files.pictures.decoding import decode
from glide_studio.core.files.safe_file import PictureError, check_folder, replace_file
from glide_studio.core.geometry import Extent
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.sentence import Sentence

_TILES = (322, 323, 324, 325)
"""Tags of a TIFF file in tiles, which some Exif blocks have left."""


@dataclass(frozen=True)
class ExportOptions:
    """How a picture is saved: `quality`, 1 to 100, counts where a format is not `lossless`, which
    only WebP lets choose; JPEG and AVIF never are. `keep_location` keeps where the picture was
    taken, if its metadata says so. `settings` writes the settings of its edits, and `ai_label` that
    a network made or changed it, as `generation_data` describes; `credentials` is the folder of the
    certificate that signs this as Content Credentials, None for none."""

    quality: int = 95
    lossless: bool = True
    keep_location: bool = True
    settings: bool = True
    ai_label: bool = True
    credentials: Path | None = None


class ExportPreview(NamedTuple):
    """A picture as a format keeps it: `pixels` (height, width, 4) in the document's colours, the
    size of the file in bytes, and what it cannot hold of the document."""

    pixels: Pixels
    size: int
    losses: tuple[Sentence, ...]


def write_picture(
    document: Document,
    path: str | os.PathLike[str],
    options: ExportOptions = ExportOptions(),
    *,
    backup: bool = False,
) -> None:
    """Save the document's composite in the format of the suffix of `path`.

    JPEG is flattened onto white. An existing file stays intact until the new one is on the disk;
    with `backup`, a copy of it stays beside it. Raises PictureError.
    """
    kind = checked_format(Path(path), document.extent)
    data = encoded(document, kind, options)
    if options.credentials is not None:
        told = GenerationData.of(document, options.settings, options.ai_label)
        data = signed(data, kind, told, options.credentials)
    replace_file(path, data, backup=backup)


def check_destination(path: str | os.PathLike[str], extent: Extent) -> None:
    """Raise the PictureError that saving a picture of `extent` at `path` would raise.

    Call it before long work. It does not check whether the disk has enough space.
    """
    checked_format(Path(path), extent)
    check_folder(path)


def encoded(document: Document, kind: Format, options: ExportOptions = ExportOptions()) -> bytes:
    """The file that `write_picture` writes."""
    rgba = document.composite()
    if not kind.transparency:
        pixels = over_white(rgba)
    else:
        pixels = rgba[..., :3] if (rgba[..., 3] == 255).all() else rgba
    metadata = document.metadata if options.keep_location else without_location(document.metadata)
    block = _exif(document, metadata, kind)
    told = GenerationData.of(document, options.settings, options.ai_label)
    told.put_in(block, kind.largest_exif, is_needed=kind.name != "PNG")
    xmp = told.in_xmp(metadata.xmp)
    if kind.name == "TIFF":
        return _tiff(pixels, document.icc_profile, block, xmp, metadata.iptc)
    held: dict[str, Any] = {"icc_profile": document.icc_profile}
    if block and (exif := _fitting(block.to_bytes(), kind)):
        held["exif"] = b"Exif\0\0" + exif if kind.name == "JPEG" else exif
    if metadata.resolution:
        held["dpi"] = metadata.resolution
    match kind.name:
        case "PNG":
            held["pnginfo"] = _png_chunks(told, metadata, xmp)
        case "JPEG":
            segments = segments_of(xmp, metadata.iptc, metadata.texts)
            held |= {"quality": options.quality, "subsampling": 0, "extra": segments}
        case "WebP":
            held |= {"quality": options.quality, "lossless": options.lossless, "exact": True}
        case "AVIF":
            held |= {"quality": options.quality, "subsampling": "4:4:4"}
    if xmp and kind.name in ("WebP", "AVIF"):
        held["xmp"] = xmp
    file = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(file, kind.name, **held)
    return file.getvalue()


def _png_chunks(told: GenerationData, metadata: Metadata, xmp: bytes | None) -> PngInfo:
    """What a PNG file says besides its pixels."""
    chunks = PngInfo()
    for name, content in told.kept(metadata.texts):
        chunks.add(name.encode(), content)
    for key, text in told.texts.items():
        chunks.add_text(key, text)
    if xmp:
        chunks.add(*xmp_chunk(xmp))
    if metadata.iptc:
        chunks.add(*iptc_chunk(metadata.iptc))
    return chunks


def export_preview(document: Document, kind: Format, options: ExportOptions) -> ExportPreview:
    """What `write_picture` would write. Raises PictureError if the picture is too large for it."""
    checked_format(Path("picture").with_suffix(kind.suffixes[0]), document.extent)
    data = encoded(document, kind, options)
    lost = losses(document, kind.suffixes[0])
    return ExportPreview(decode(io.BytesIO(data)).rgba(), len(data), lost)


def losses(document: Document, suffix: str) -> tuple[Sentence, ...]:
    """What a file of the format of `suffix` cannot hold of a document; composites it."""
    kind, lost = format_of(suffix), []
    if kind is None:
        return ()
    if not document.is_flat:
        lost.append(
            Sentence(
                "{format} files hold flat pictures: layers and edits are merged. Save a project "
                "too to keep them.",
                format=kind.name,
            )
        )
    if not kind.transparency and (document.composite()[..., 3] < 255).any():
        lost.append(
            Sentence(
                "{format} files cannot hold transparency: transparent areas become white. Save as "
                "PNG to keep them.",
                format=kind.name,
            )
        )
    return (*lost, *_lost_metadata(document, kind))


def _lost_metadata(document: Document, kind: Format) -> Iterator[Sentence]:
    """What a format cannot hold of a document's metadata."""
    metadata = document.metadata
    is_whole = kind.name != "JPEG" or metadata.xmp is None or holds_packet(metadata.xmp)
    if _fitting(metadata.exif, kind) != metadata.exif or not is_whole:
        yield Sentence(
            "{format} files have too little room for all metadata of the picture. Save as PNG to "
            "keep it.",
            format=kind.name,
        )
    if metadata.iptc and not kind.iptc:
        yield Sentence(
            "{format} files cannot hold the IPTC fields of the picture, such as its caption and "
            "keywords. Save as PNG, JPEG or TIFF to keep them.",
            format=kind.name,
        )
    texts = GenerationData.of(document).kept(metadata.texts)
    if kind.name == "JPEG":
        texts = tuple(text for text in texts if not is_comment(text))
    if texts and kind.name != "PNG":
        yield Sentence(
            "{format} files cannot hold all comments and other texts of the picture. Save as PNG "
            "to keep them.",
            format=kind.name,
        )


def _exif(document: Document, metadata: Metadata, kind: Format) -> ExifBlock:
    """The Exif block to write, in agreement with the picture: upright, its size and resolution."""
    try:
        block = ExifBlock(metadata.exif) if metadata.exif else ExifBlock.empty()
    except ValueError:
        block = ExifBlock.empty()
    block.remove(ORIENTATION)
    block.set_size(document.extent.width, document.extent.height)
    if metadata.resolution and (block.resolution or not kind.resolution):
        block.set_resolution(metadata.resolution)
    return block


def _fitting(data: bytes | None, kind: Format) -> bytes | None:
    """An Exif block, unless it is too large for the format."""
    too_large = data and kind.largest_exif and len(data) > kind.largest_exif
    return None if too_large else data


def _tiff(
    pixels: Pixels,
    profile: bytes | None,
    block: ExifBlock,
    xmp: bytes | None,
    iptc: bytes | None,
) -> bytes:
    """A TIFF file of `pixels`, (height, width, 3 or 4), around an Exif block: they are alike."""
    height, width, channels = pixels.shape
    differences = pixels.copy()
    differences[:, 1:] -= pixels[:, :-1]
    rows = max(1, 2**18 // (width * channels))
    strips = [
        zlib.compress(differences[top : top + rows].tobytes()) for top in range(0, height, rows)
    ]
    for tag in _TILES:
        block.remove(tag)
    for tag, kind, *values in (
        (256, LONG, width),
        (257, LONG, height),
        (258, SHORT, *[8] * channels),
        (259, SHORT, 8),  # Deflate
        (262, SHORT, 2),  # RGB
        (273, LONG, *map(block.append, strips)),
        (277, SHORT, channels),
        (278, LONG, rows),
        (279, LONG, *map(len, strips)),
        (284, SHORT, 1),  # all channels of a pixel lie together
        (317, SHORT, 2),  # differences to the pixel on the left
    ):
        block.put(tag, kind, *values)
    if channels == 4:
        block.put(338, SHORT, 2)  # straight alpha
    blocks = ((700, xmp, BYTE), (IPTC_TAG, iptc, UNDEFINED), (34675, profile, UNDEFINED))
    for tag, data, kind in blocks:
        if data:
            block.put_bytes(tag, data, kind)
    return block.to_bytes()


def checked_format(path: Path, extent: Extent) -> Format:
    """The format to save a picture of `extent` in, by the suffix of `path`. Raises PictureError."""
    found = format_of(path.suffix)
    if found is None:
        raise PictureError(
            "“{name}” cannot be saved. The file name must end in .png, .jpg, .webp, .tif or .avif.",
            name=path.name,
        )
    if max(extent.width, extent.height) > found.largest_side:
        raise PictureError(
            "“{name}” cannot be saved. A {suffix} file is limited to {limit} pixels per side: "
            "use .png instead.",
            name=path.name,
            suffix=path.suffix.lower(),
            limit=found.largest_side,
        )
    return found
