"""IPTC's fields in their older form, beside XMP: the record of datasets that agencies still read.

IPTC-NAA Information Interchange Model 4.2. Photoshop keeps it in its image resources (Adobe
Photoshop File Formats Specification), which JPEG and PNG files carry; TIFF has a tag for it.
"""

from collections.abc import Iterator

IPTC_RESOURCE = 0x0404
PATHS = range(2000, 2999)
"""Resources that are Photoshop's paths, which no document keeps."""

_SIGNATURE, _TAG_MARKER = b"8BIM", b"\x1c"
_PLACES = frozenset((2, number) for number in (26, 27, 90, 92, 95, 100, 101))
"""The datasets that say where a picture was taken: content location, city to country."""


def resources_in(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The number and the content of each of Photoshop's image resources, up to a damaged one."""
    at = 0
    while data[at : at + 4] == _SIGNATURE and at + 7 <= len(data):
        number = int.from_bytes(data[at + 4 : at + 6])
        at += 6 + _even(1 + data[at + 6])
        size = int.from_bytes(data[at : at + 4])
        at += 4
        if at + size > len(data):
            return
        yield number, data[at : at + size]
        at += _even(size)


def iptc_in(data: bytes) -> bytes | None:
    """The record in image resources, or the record that `data` itself is; None if there is none."""
    if data.startswith(_TAG_MARKER):
        return data
    return dict(resources_in(data)).get(IPTC_RESOURCE) or None


def as_resources(iptc: bytes) -> bytes:
    """The image resources that hold a record."""
    head = _SIGNATURE + IPTC_RESOURCE.to_bytes(2) + bytes(2) + len(iptc).to_bytes(4)
    return head + iptc.ljust(_even(len(iptc)), b"\0")


def without_place(iptc: bytes) -> bytes | None:
    """A record without the place where the picture was taken; None if nothing is left.

    What comes after a damaged dataset is left out, since nobody knows what it says.
    """
    return b"".join(dataset for key, dataset in _datasets(iptc) if key not in _PLACES) or None


def _datasets(iptc: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Each dataset, by the numbers of its record and of itself: section 1.5 of the model."""
    at = 0
    while iptc[at : at + 1] == _TAG_MARKER and at + 5 <= len(iptc):
        size, start = int.from_bytes(iptc[at + 3 : at + 5]), at + 5
        if size & 0x8000:  # an extended dataset: so many bytes say its size
            start += size & 0x7FFF
            size = int.from_bytes(iptc[at + 5 : start])
        if start + size > len(iptc):
            return
        yield (iptc[at + 1], iptc[at + 2]), iptc[at : start + size]
        at = start + size


def _even(size: int) -> int:
    return size + size % 2
