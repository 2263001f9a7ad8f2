"""Colour profiles to try: sRGB, and one with the primaries of Display P3."""

import struct

from PIL import ImageCms

PRIMARIES = {
    b"rXYZ": (0.51512, 0.24120, -0.00105),
    b"gXYZ": (0.29198, 0.69225, 0.04189),
    b"bXYZ": (0.15710, 0.06657, 0.78407),
}
"""Display P3's, adapted to D50."""


def srgb() -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile[:24] + struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + profile[36:]  # when made


def wide_gamut() -> bytes:
    """sRGB's profile with wider primaries: its tags hold them as 16.16 numbers."""
    profile = bytearray(srgb())
    (count,) = struct.unpack_from(">I", profile, 128)
    for tag in range(count):
        name, offset, _ = struct.unpack_from(">4sII", profile, 132 + 12 * tag)
        if name in PRIMARIES:
            values = [round(65536 * value) for value in PRIMARIES[name]]
            struct.pack_into(">iii", profile, offset + 8, *values)
    return bytes(profile)
