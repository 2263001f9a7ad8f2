"""Arrays as base64 PNG text, for JSON."""

import base64
import io
import struct

import numpy as np
from PIL import Image

from glide_studio.core.raster.raster import Pixels

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def encode_png(pixels: Pixels) -> str:
    """`pixels`, uint8 (height, width) or (height, width, 3 or 4), as base64 PNG."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode("ascii")


def decode_png(text: str, shape: tuple[int, ...]) -> Pixels:
    """The array that `encode_png` made `text` from.

    Raises ValueError, before anything is decoded, when it does not have this `shape`, and
    when `text` is not a whole PNG.
    """
    data = base64.b64decode(text, validate=True)
    if data[:8] != SIGNATURE or data[16:24] != struct.pack(">II", shape[1], shape[0]):
        raise ValueError(f"not a PNG of {shape[1]} x {shape[0]} pixels")
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
            pixels = np.array(image)
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError(f"a damaged PNG: {error}") from error
    if pixels.shape != shape or pixels.dtype != np.uint8:
        raise ValueError(f"a PNG of another kind: {pixels.dtype} {pixels.shape}")
    return pixels
