"""PNG files taken apart: what their pixels need, and what their other chunks say.

PNG Specification, Third Edition (W3C, 2025). A chunk that the pixels do not need is left out where
it is damaged or hostile (section 13.3): Pillow would give up the whole picture.
"""

import io
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from isal import isal_zlib

from glide_studio.core.document.metadata import MAX_BLOCK
from glide_studio.core.files.metadata.iptc import as_resources, iptc_in

SIGNATURE = b"\x89PNG\r\n\x1a\n"

MAX_TEXTS = 2**18
"""The most bytes of all texts together that a document keeps."""

Text = tuple[str, bytes]
"""A chunk that is a text: its name, "tEXt", "zTXt" or "iTXt", and its content."""

_FOR_PIXELS = ("IHDR", "PLTE", "IDAT", "IEND")
_TEXTS = ("tEXt", "zTXt", "iTXt")
_COLOURS = ("cICP", "iCCP", "sRGB", "gAMA", "cHRM")
"""Chunks that count only before the palette and the pixels."""

_OTHERS = ("tRNS", "pHYs", "eXIf", "acTL", "fcTL", *_COLOURS, *_TEXTS)
_XMP = "XML:com.adobe.xmp"
_RAW_IPTC = "Raw profile type iptc"
_RAW_PROFILES = (_RAW_IPTC, *(f"Raw profile type {kind}" for kind in ("exif", "xmp", "APP1")))
"""Texts of hexadecimal digits, in which ImageMagick writes IPTC's fields, Exif and XMP."""

_COMMENT = b"Comment"

_JPEG_EXIF, _JPEG_XMP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0"
_GREY, _RGB, _PALETTE = 0, 2, 3  # colour types
_SMALLEST_GAMMA, _LARGEST_GAMMA = 0.01, 100
_METRES_PER_INCH, _METRE = 0.0254, 1
_DAMAGED = b"damaged"


@dataclass
class PngParts:
    """A PNG file: `pixels` is one of nothing but what its first picture needs, for Pillow.

    `transparent` is the grey value or the colour of the transparent ones of its pixels; the alpha
    of a palette is left to Pillow. `info` is what Pillow would call so, with the content of cICP.
    `texts` are those that hold neither Exif, XMP nor IPTC's fields; without `has_all_texts` the
    file has more. `frames` are its pictures.
    """

    pixels: BinaryIO = field(default_factory=io.BytesIO)
    transparent: tuple[int, ...] | None = None
    info: dict[Any, Any] = field(default_factory=dict)
    texts: tuple[Text, ...] = ()
    has_all_texts: bool = True
    frames: int = 1


def parts_of(file: BinaryIO, room: int = MAX_TEXTS) -> PngParts:
    """The parts of a PNG file, with texts of up to `room` bytes together."""
    parts, texts = PngParts(), _Texts(room)
    parts.pixels.write(SIGNATURE)
    depth, kind, seen, early = 0, 0, Counter[str](), Counter[str]()
    for name, data in _chunks(file):
        content, is_late = data[8:-4], seen["IDAT"] > 0
        if name == "IHDR" and len(content) == 13:
            depth, kind = content[8], content[9]
        if name in _FOR_PIXELS:
            parts.pixels.write(data)
        elif name in _COLOURS and (is_late or seen["PLTE"]):
            continue
        elif not _is_whole(data):
            texts.are_all &= name not in (*_TEXTS, "eXIf")
            if name == "iCCP":
                parts.info.setdefault("icc_profile", _DAMAGED)
        elif name == "tRNS" and not is_late and kind == _PALETTE and 0 < len(content) <= 256:
            parts.pixels.write(data)
        elif name in _TEXTS:
            texts.add((name, content))
        else:
            _tell(parts.info, name, content)
            if name == "tRNS" and not is_late:
                parts.transparent = _transparent(content, kind, depth)
        seen[name] += 1
        early[name] += not is_late
    if early["acTL"]:  # its frames need not contain the picture that other programs show
        parts.frames = max(1, seen["fcTL"] + (early["fcTL"] == 0))
    parts.info = texts.profiles | parts.info
    parts.texts, parts.has_all_texts = tuple(texts.kept), texts.are_all
    parts.pixels.seek(0)
    return parts


def profile_of(file: BinaryIO) -> bytes | None:
    """The colour profile of a PNG file, its pixels unread."""
    info: dict[str, Any] = {}
    for name, data in _chunks(file, ("iCCP",)):
        _tell(info, name, data[8:-4])
    return info.get("icc_profile")


def key_of(text: Text) -> str:
    """The keyword of a text."""
    return text[1].partition(b"\0")[0].decode("latin-1")


def xmp_chunk(xmp: bytes) -> tuple[bytes, bytes]:
    """The name and content of the chunk for an XMP packet."""
    return b"iTXt", _XMP.encode() + bytes(5) + xmp


def iptc_chunk(iptc: bytes) -> tuple[bytes, bytes]:
    """The name and content of the chunk for IPTC's record, as ImageMagick and ExifTool write it."""
    data = as_resources(iptc)
    digits = b"\niptc\n%8d\n%b\n" % (len(data), data.hex("\n", 36).encode())
    return b"zTXt", _RAW_IPTC.encode() + bytes(2) + zlib.compress(digits)


def comment_text(data: bytes) -> Text:
    """A comment of another kind of file as a text; its encoding is a guess."""
    data = data.rstrip(b"\0").replace(b"\0", b" ")
    try:
        data.decode("ascii")
    except UnicodeDecodeError:
        try:
            data.decode()
        except UnicodeDecodeError:
            pass  # then it is in Latin-1, as tEXt is
        else:
            return "iTXt", _COMMENT + bytes(5) + data
    return "tEXt", _COMMENT + b"\0" + data


def comment_in(text: Text) -> bytes | None:
    """The comment that a text is, in its encoding; None if it is something else, or damaged."""
    return content_of(text) if key_of(text).encode() == _COMMENT else None


def content_of(text: Text) -> bytes | None:
    """What a text says, in Latin-1 or, of iTXt, in UTF-8; None if it is damaged or a bomb."""
    name, content = text[0], text[1].partition(b"\0")[2]
    match name:
        case "tEXt":
            return content
        case "zTXt":
            return _unpacked(content)
    is_packed, method, *_ = *content[:2], 0, 0
    *fields, content = content[2:].split(b"\0", 2)
    if len(fields) < 2:
        return None
    return _unpacked(bytes([method]) + content) if is_packed else content


def string_of(text: Text) -> str | None:
    """What a text says; None if it is damaged or a bomb."""
    content = content_of(text)
    encoding = "utf-8" if text[0] == "iTXt" else "latin-1"
    return None if content is None else content.decode(encoding, "replace")


class _Texts:
    """The texts of a file: those that are `kept`, and the `profiles` in others."""

    def __init__(self, room: int) -> None:
        self.kept: list[Text] = []
        self.profiles: dict[str, bytes] = {}
        self.are_all = True
        self._room = room
        self._read: set[str] = set()  # of the keys whose texts are unpacked: one each

    def add(self, text: Text) -> None:
        key = key_of(text)
        if key in self._read:
            self.are_all = False
            return
        if key in (_XMP, *_RAW_PROFILES):
            self._read.add(key)
        if key == _XMP:
            if (content := content_of(text)) is not None:
                self.profiles["xmp"] = content
            else:
                self.are_all = False
        elif (found := _raw_profile(text)) is not None:
            self.profiles.setdefault(*found)
        elif len(text[1]) <= self._room:
            self.kept.append(text)
            self._room -= len(text[1])
        else:
            self.are_all = False


def _tell(info: dict[str, Any], name: str, content: bytes) -> None:
    """Add what a chunk says to `info`, unless it is too short for it."""
    try:
        match name:
            case "cICP":
                info["cicp"] = bytes(struct.unpack_from("4B", content))
            case "iCCP" if "icc_profile" not in info:
                profile = _unpacked(content.partition(b"\0")[2])
                info["icc_profile"] = profile or _DAMAGED
            case "sRGB":
                info["srgb"] = content[0]
            case "gAMA":
                gamma = struct.unpack_from(">I", content)[0] / 100_000
                if _SMALLEST_GAMMA <= gamma <= _LARGEST_GAMMA:
                    info["gamma"] = gamma
            case "cHRM":
                places = struct.unpack_from(">8I", content)
                info["chromaticity"] = tuple(place / 100_000 for place in places)
            case "pHYs":
                *density, unit = struct.unpack_from(">IIB", content)
                if unit == _METRE:
                    info["dpi"] = tuple(each * _METRES_PER_INCH for each in density)
            case "eXIf":
                info["exif"] = content.removeprefix(_JPEG_EXIF)
    except (struct.error, IndexError):
        pass


def _transparent(content: bytes, kind: int, depth: int) -> tuple[int, ...] | None:
    """The colour of which tRNS says that it is transparent, in a picture of this colour type."""
    channels = {_GREY: 1, _RGB: 3}.get(kind, 0)
    if not channels or len(content) < 2 * channels:
        return None
    return tuple(each & (2**depth - 1) for each in struct.unpack_from(f">{channels}H", content))


def _raw_profile(text: Text) -> tuple[str, bytes] | None:
    """What the digits of a text stand for, and what `info` calls it: its name and length come
    before them. None if they are no such thing."""
    key = key_of(text)
    if key not in _RAW_PROFILES:
        return None
    try:
        _, _, digits = (string_of(text) or "").lstrip("\n").split("\n", 2)
        profile = bytes.fromhex(digits)
    except ValueError:
        return None
    if key == _RAW_IPTC:
        iptc = iptc_in(profile)
        return None if iptc is None else ("iptc", iptc)
    is_xmp = key.endswith("xmp") or profile.startswith(_JPEG_XMP)
    return "xmp" if is_xmp else "exif", profile.removeprefix(_JPEG_XMP).removeprefix(_JPEG_EXIF)


def _unpacked(content: bytes) -> bytes | None:
    """What was compressed by the method that the first byte names."""
    unpacker = isal_zlib.decompressobj()  # several times as fast, where it is a bomb
    try:
        data: bytes = unpacker.decompress(content[1:], MAX_BLOCK)
    except isal_zlib.IsalError:  # type: ignore[misc]
        return None
    return data if content[:1] == b"\0" and unpacker.eof else None


def _is_whole(data: bytes) -> bool:
    return zlib.crc32(data[4:-4]).to_bytes(4) == data[-4:]


def _chunks(
    file: BinaryIO, names: tuple[str, ...] = (*_FOR_PIXELS, *_OTHERS)
) -> Iterator[tuple[str, bytes]]:
    """The name of each chunk of these `names`, and all of its bytes."""
    place = len(SIGNATURE)
    while len(head := _read(file, place, 8)) == 8:
        size, name = int.from_bytes(head[:4]), head[4:].decode("latin-1")
        if name in names:
            most = size if name in _FOR_PIXELS else min(size, MAX_BLOCK)  # so that it is not whole
            yield name, _read(file, place, most + 12)
        if name == "IEND" or not name.isalpha():
            break
        place += 12 + size


def _read(file: BinaryIO, place: int, size: int) -> bytes:
    file.seek(place)
    return file.read(size)
