"""Exif, XMP and resolution, as picture files hold them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, BinaryIO

from PIL.TiffImagePlugin import ImageFileDirectory_v2

from glide_studio.core.document.metadata import MAX_BLOCK, Metadata, valid_resolution
from glide_studio.core.files.metadata.exif import (
    EXIF_IFD,
    GPS_IFD,
    ORIENTATION,
    SIZES,
    ExifBlock,
)
from glide_studio.core.files.metadata.iptc import iptc_in, without_place
from glide_studio.core.files.metadata.png_chunks import key_of
from glide_studio.core.files.metadata.xmp import without_properties

_DESCRIBING = (270, 271, 272, 305, 306, 315, 316, 18246, 33432, *range(40091, 40096))
"""The tags of a TIFF file that are about the picture, not about the file."""

_INTEROPERABILITY = 0xA005

IPTC_TAG, _PHOTOSHOP_TAG = 33723, 34377
"""Where a TIFF file has IPTC's record: by itself, or in Photoshop's image resources."""

_PLACE_NAMES = {
    "http://ns.adobe.com/photoshop/1.0/": ("City", "State", "Country"),
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": ("Location", "CountryCode"),
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": ("LocationCreated", "LocationShown"),
}
_PLACE_NAME = re.compile("gps.*|.*latitude|.*long(i|ti)tude", re.IGNORECASE)
"""Properties of XMP about the place: by namespace, and in any, as makers of drones have their own
and one of them misspells."""

_PLACE = re.compile("gps|location|latitude|longitude|raw profile type", re.IGNORECASE)
"""In the keywords of texts; a raw profile is IPTC's, which may say where."""


def metadata_of(info: Mapping[Any, Any], exif: bytes | None, is_turned: bool) -> Metadata:
    """What a file says about its picture, from Pillow's `info` and the Exif of the file, but for
    blocks of more than MAX_BLOCK bytes.

    `is_turned` says that the picture is made upright by swapping its width and height.
    """
    block = _block(exif, without=ORIENTATION)
    resolution = valid_resolution(info.get("dpi"))
    if resolution is None and block is not None:
        resolution = block.resolution
    if resolution is not None and is_turned:
        resolution = resolution[::-1]
    xmp = _kept(info.get("xmp"))
    if xmp is not None:
        xmp = without_properties(xmp, _is_orientation) or xmp
    return Metadata(resolution, _bytes_of(block), xmp, iptc=_kept(info.get("iptc")))


def _kept(value: object) -> bytes | None:
    """A block of metadata as bytes; None if it is no such thing, empty or too large."""
    data = value.encode() if isinstance(value, str) else value
    return data if isinstance(data, bytes) and 0 < len(data) <= MAX_BLOCK else None


def without_location(metadata: Metadata) -> Metadata:
    """`metadata` without the place where the picture was taken, nor an XMP packet that cannot be
    read: nobody knows what it says."""
    block = _block(metadata.exif, without=GPS_IFD)
    xmp = without_properties(metadata.xmp, _is_place) if metadata.xmp else None
    texts = tuple(text for text in metadata.texts if not _PLACE.search(key_of(text)))
    iptc = without_place(metadata.iptc) if metadata.iptc else None
    return replace(metadata, exif=_bytes_of(block), xmp=xmp, texts=texts, iptc=iptc)


def has_location(metadata: Metadata) -> bool:
    """Whether it says where the picture was taken."""
    exif = _bytes_of(_block(metadata.exif, without=ORIENTATION))  # its bytes as they are written
    return without_location(metadata) != replace(metadata, exif=exif)


def tiff_exif(tags: ImageFileDirectory_v2, file: BinaryIO) -> bytes | None:
    """The Exif block of those tags of a TIFF file that are about the picture, each value as it lies
    in the file."""
    block, values = ExifBlock.empty(tags._endian), _values(tags)
    for tag in _DESCRIBING:
        if tag in values:
            kind, value = values[tag]
            block.put_bytes(tag, value, kind)
    for directory in (EXIF_IFD, GPS_IFD):
        if directory in values:
            found = ImageFileDirectory_v2(prefix=tags._prefix)
            found._bigtiff = tags._bigtiff
            file.seek(tags[directory])
            found.load(file)
            inner = _values(found)
            inner.pop(_INTEROPERABILITY, None)  # a directory of its own
            if inner:
                block.put_directory(directory, inner)
    return _bytes_of(block)


def _values(tags: ImageFileDirectory_v2) -> dict[int, tuple[int, bytes]]:
    """The kind and the bytes of each tag that Exif can hold."""
    kinds = tags.tagtype
    return {tag: (kinds[tag], data) for tag, data in tags._tagdata.items() if kinds[tag] in SIZES}


def tiff_iptc(tags: ImageFileDirectory_v2) -> bytes | None:
    """IPTC's record in the tags of a TIFF file."""
    for tag in (IPTC_TAG, _PHOTOSHOP_TAG):
        # As it lies in the file: many programs call the bytes long numbers, which they are not.
        if found := iptc_in(tags._tagdata.get(tag, b"")):
            return found
    return None


def _block(exif: bytes | None, without: int) -> ExifBlock | None:
    """An Exif block without an entry; None if it is damaged or nothing is left."""
    if not exif or len(exif) > MAX_BLOCK:
        return None
    try:
        block = ExifBlock(exif.removeprefix(b"Exif\0\0"))
    except ValueError:
        return None
    block.remove(without)
    return block or None


def _bytes_of(block: ExifBlock | None) -> bytes | None:
    """A block with entries as bytes; None for one without."""
    return block.to_bytes() if block else None


def _is_place(namespace: str, name: str) -> bool:
    """Whether a property of XMP says where a picture was taken."""
    return bool(_PLACE_NAME.fullmatch(name)) or name in _PLACE_NAMES.get(namespace, ())


def _is_orientation(namespace: str, name: str) -> bool:
    return (namespace, name) == ("http://ns.adobe.com/tiff/1.0/", "Orientation")
