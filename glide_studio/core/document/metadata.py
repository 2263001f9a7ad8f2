"""The contents of a document's file other than pixels."""

from dataclasses import dataclass

MAX_RESOLUTION = 65_535
"""In pixels per inch: the highest that JPEG can hold."""

MAX_BLOCK = 16 * 2**20
"""The most bytes of an Exif block, an XMP packet or a colour profile that are kept."""


@dataclass(frozen=True)
class Metadata:
    """The metadata of a picture file; kept through every edit, and written to every format that can
    hold it.

    `resolution` is in pixels per inch, horizontal and vertical, None if no sensible one is given.
    `exif` is the Exif block that begins with its byte order (“II” or “MM”), without an orientation:
    opened pictures are upright. `xmp` is the XMP packet. `iptc` is the record of IPTC's Information
    Interchange Model. `texts` are those of other programs, as chunks of a PNG file: the name, such
    as "tEXt", and the content of each. The comments of other files are texts with the keyword
    "Comment".
    """

    resolution: tuple[float, float] | None = None
    exif: bytes | None = None
    xmp: bytes | None = None
    texts: tuple[tuple[str, bytes], ...] = ()
    iptc: bytes | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "resolution", valid_resolution(self.resolution))


def valid_resolution(resolution: object) -> tuple[float, float] | None:
    """A resolution as two floats; None if it is no such thing, or no sensible one."""
    try:
        x, y = map(float, resolution)  # type: ignore[call-overload]
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    return (x, y) if all(1 <= each <= MAX_RESOLUTION for each in (x, y)) else None


@dataclass(frozen=True)
class Foreign:
    """What other programs wrote into a project file, kept to be written back as it was.

    `attributes` are those of the picture, `elements` stand beside its stack of layers, as XML;
    `entries` are further files in the project file, by name.
    """

    attributes: tuple[tuple[str, str], ...] = ()
    elements: tuple[str, ...] = ()
    entries: tuple[tuple[str, bytes], ...] = ()
