"""What JPEG files say in segments of their own: comments, IPTC's fields, and long XMP packets.

A segment has at most 65,533 bytes. A longer packet goes on in further ones: XMP Specification
Part 3 (Adobe, 2020), section 1.1.3.1; IPTC's fields lie in Photoshop's image resources.
"""

import hashlib
import struct
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from glide_studio.core.files.metadata.generation_data import SOURCE_TYPE
from glide_studio.core.files.metadata.iptc import PATHS, as_resources, iptc_in, resources_in
from glide_studio.core.files.metadata.png_chunks import (
    MAX_TEXTS,
    Text,
    comment_in,
    comment_text,
)
from glide_studio.core.files.metadata.xmp import (
    MAX_XMP,
    Property,
    can_extend,
    property_of,
    with_extension,
    with_properties,
    without_wrapper,
)

_ROOM = 65_533
_XMP, _EXTENSION = b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
_PHOTOSHOP = b"Photoshop 3.0\0"
_APP1, _APP13, _COM = 0xE1, 0xED, 0xFE
_HAS_EXTENSION = Property("http://ns.adobe.com/xmp/note/", "xmpNote", "HasExtendedXMP")
_PIECE = struct.Struct(">32sII")
"""Before each piece of an extension: its name, its whole size, and where the piece belongs."""


class JpegTold(NamedTuple):
    """What the segments of a JPEG file say: the XMP packet, whole; IPTC's record, and comments as
    a PNG file holds them. Without `is_all` they say more."""

    xmp: bytes | None
    iptc: bytes | None
    comments: tuple[Text, ...]
    is_all: bool


def told_by(segments: Sequence[tuple[str, bytes]], xmp: bytes | None) -> JpegTold:
    """What the `segments` say, by the names that Pillow gives them; `xmp` is the first packet."""
    resources = _joined(segments, "APP13", _PHOTOSHOP)
    has_paths = any(number in PATHS for number, _ in resources_in(resources))
    found = [comment_text(data) for name, data in segments if name == "COM" and data.strip(b"\0")]
    comments, room = [], MAX_TEXTS
    for comment in found:
        room -= len(comment[1])
        if room >= 0:
            comments.append(comment)
    pieces = [data for name, data in segments if name == "APP1" and data.startswith(_EXTENSION)]
    whole = _whole_packet(xmp, [data.removeprefix(_EXTENSION) for data in pieces])
    is_all = not has_paths and len(comments) == len(found) and (whole is not None or not pieces)
    return JpegTold(whole or xmp, iptc_in(resources), tuple(comments), is_all)


def segments_of(xmp: bytes | None, iptc: bytes | None, texts: Iterable[Text]) -> bytes:
    """The segments that say this, among them those of the `texts` that are comments."""
    written = []
    if xmp is not None and _fits(xmp):
        written.append(_segment(_APP1, _XMP + xmp))
    elif xmp is not None and holds_packet(xmp):
        written += _in_pieces(xmp)
    if iptc is not None:
        written += _split(_APP13, _PHOTOSHOP, as_resources(iptc))
    comments = [comment for text in texts if is_comment(text) and (comment := comment_in(text))]
    return b"".join([*written, *(_segment(_COM, comment) for comment in comments)])


def holds_packet(xmp: bytes) -> bool:
    """Whether a JPEG file can hold an XMP packet: in one segment, or as descriptions in several."""
    return _fits(xmp) or can_extend(xmp)


def is_comment(text: Text) -> bool:
    """Whether a text is a comment that a JPEG file can hold."""
    comment = comment_in(text)
    return comment is not None and len(comment) <= _ROOM


def _fits(xmp: bytes) -> bool:
    return len(_XMP) + len(xmp) <= _ROOM


def _joined(segments: Iterable[tuple[str, bytes]], name: str, signature: bytes) -> bytes:
    """What goes on from one segment of this kind to the next."""
    return b"".join(
        data.removeprefix(signature)
        for each, data in segments
        if each == name and data.startswith(signature)
    )


def _whole_packet(xmp: bytes | None, pieces: Iterable[bytes]) -> bytes | None:
    """The packet with its extension, whose `pieces` may come in any order; None without one, and
    if one is missing or damaged."""
    name = property_of(xmp, _HAS_EXTENSION)
    if xmp is None or name is None:
        return None
    found: dict[int, bytes] = {}
    sizes = set()
    for piece in pieces:
        if len(piece) > _PIECE.size:
            guid, size, offset = _PIECE.unpack_from(piece)
            if guid.decode("latin-1").lower() == name.lower():
                found[offset] = piece[_PIECE.size :]
                sizes.add(size)
    whole = b""
    for offset in sorted(found):
        if offset != len(whole) or len(whole) > MAX_XMP:
            return None
        whole += found[offset]
    if sizes != {len(whole)}:
        return None
    first = with_properties(xmp, {_HAS_EXTENSION: None})
    return None if first is None else with_extension(first, whole)


def _in_pieces(xmp: bytes) -> list[bytes]:
    """A packet with its label alone, for programs that read no further, and the extension."""
    label = property_of(xmp, SOURCE_TYPE)
    rest = without_wrapper(with_properties(xmp, {SOURCE_TYPE: None}) or xmp)
    name = hashlib.md5(rest, usedforsecurity=False).hexdigest().upper()
    first = with_properties(None, {_HAS_EXTENSION: name, SOURCE_TYPE: label}) or b""
    size = _ROOM - len(_EXTENSION) - _PIECE.size
    heads = ((at, _PIECE.pack(name.encode(), len(rest), at)) for at in range(0, len(rest), size))
    pieces = (_segment(_APP1, _EXTENSION + head + rest[at : at + size]) for at, head in heads)
    return [_segment(_APP1, _XMP + first), *pieces]


def _split(marker: int, signature: bytes, data: bytes) -> list[bytes]:
    size = _ROOM - len(signature)
    return [_segment(marker, signature + data[at : at + size]) for at in range(0, len(data), size)]


def _segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(data) + 2).to_bytes(2) + data
