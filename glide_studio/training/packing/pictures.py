"""Pictures as they are stored in the pack."""

import io
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from PIL import Image

FAINT = 12
"""The largest alpha, 0 to 255, of a pixel that counts as empty."""


@dataclass(frozen=True)
class Picture:
    """A WebP file for the pack, and its entry in an index, without the file's name."""

    webp: bytes
    entry: Mapping[str, object]


def encoded(image: Image.Image, quality: int) -> bytes:
    """`image` as a WebP file of `quality` 0 to 100."""
    file = io.BytesIO()
    image.save(file, "WEBP", quality=quality, alpha_quality=90, method=4)
    return file.getvalue()


def trimmed(rgba: Image.Image, longest: int, least_pixels: int) -> Image.Image | None:
    """`rgba` without its empty border, at most `longest` pixels wide and high.

    None if fewer than `least_pixels` are visible.
    """
    visible = np.asarray(rgba)[..., 3] > FAINT
    if visible.sum() < least_pixels:
        return None
    rows, columns = np.flatnonzero(visible.any(1)), np.flatnonzero(visible.any(0))
    image = rgba.crop((columns[0], rows[0], columns[-1] + 1, rows[-1] + 1))
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return image


def cutout(
    image: Image.Image,
    quality: int,
    noun: str,
    style: str,
    group: str,
    source: str,
    view: int | None = None,
) -> Picture:
    """The picture of an object; `view` is the azimuth in degrees from which a 3D model is seen."""
    entry = {
        "noun": noun,
        "style": style,
        "group": group,
        "src": source,
        "w": image.width,
        "h": image.height,
        "view": view,
    }
    return Picture(encoded(image, quality), entry)
