"""The formats that pictures can be saved in, what each can hold, and which others can be opened."""

from typing import NamedTuple


class Format(NamedTuple):
    """A format of picture files, by its `name`, which Pillow knows too, and what it can hold.

    None of them holds layers. `largest_side` is in pixels. `quality` says whether the format has a
    quality setting, `lossless` whether it can keep every pixel exactly, and `resolution` whether it
    stores the resolution outside of Exif. All hold a colour profile, XMP and Exif, the latter of at
    most `largest_exif` bytes; `iptc` says whether it holds IPTC's record too.
    """

    name: str
    suffixes: tuple[str, ...]
    largest_side: int
    transparency: bool = True
    quality: bool = False
    lossless: bool = True
    resolution: bool = True
    largest_exif: int | None = None
    iptc: bool = True


FORMATS = (
    Format("PNG", (".png",), 2**31 - 1),
    Format(
        "JPEG",
        (".jpg", ".jpeg"),
        65_500,
        transparency=False,
        quality=True,
        lossless=False,
        largest_exif=65_500,
    ),
    Format("WebP", (".webp",), 16_383, quality=True, resolution=False, iptc=False),
    Format("TIFF", (".tif", ".tiff"), 2**31 - 1, resolution=False),
    Format("AVIF", (".avif",), 32_768, quality=True, lossless=False, resolution=False, iptc=False),
)
SUFFIXES = tuple(suffix for each in FORMATS for suffix in each.suffixes)
OPENED_SUFFIXES = (*SUFFIXES, ".gif", ".bmp", ".heic", ".heif")
"""Suffixes of the flat pictures that dialogs offer to open; the format follows from the
contents."""

LAYERED_SUFFIXES = (".psd", ".psb")
"""Suffixes of other programs' files that open with their layers and cannot be saved."""


def format_of(suffix: str) -> Format | None:
    """The format of files whose name ends in `suffix`, in letters of any case; None if none is."""
    return next((each for each in FORMATS if suffix.lower() in each.suffixes), None)
