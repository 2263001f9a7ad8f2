"""Decodes BMP files whose channels are masks of bits, with any masks; Pillow knows a few."""

import struct
from typing import BinaryIO

import numpy as np
from PIL import Image

from glide_studio.core.files.samples import Decoded
from glide_studio.core.geometry import MAX_MEGAPIXELS

_HEADER = struct.Struct("<2s8xIIiiHHI4xii")  # up to the resolution, in pixels per metre
_COLOUR_MASKS, _ALPHA_MASKS = 3, 6


def has_bitfields(head: bytes) -> bool:
    """Whether a file that begins with these 70 bytes is such a BMP file."""
    if len(head) < 70 or head[:2] != b"BM":
        return False
    _, _, size, _, _, _, bits, compression, *_ = _HEADER.unpack_from(head)
    return size >= 40 and bits in (16, 32) and compression in (_COLOUR_MASKS, _ALPHA_MASKS)


def decode_bitfields(file: BinaryIO) -> Decoded:
    """Its picture. Raises ValueError if it is damaged, DecompressionBombError if too large."""
    head = file.read(70)
    _, start, size, width, height, _, bits, compression, *density = _HEADER.unpack_from(head)
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
