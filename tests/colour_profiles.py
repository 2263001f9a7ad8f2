"""Colour profiles for tests: sRGB, one with the primaries of Display P3, greyscale, CMYK."""

import struct

import numpy as np
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


def padded(size: int) -> bytes:
    """sRGB's profile with a tag of random bytes, which programs do not know."""
    profile = srgb()
    (count,) = struct.unpack_from(">I", profile, 128)
    end = 132 + 12 * count
    tags = b"".join(
        struct.pack(">4sII", name, place + 12, length)
        for name, place, length in struct.iter_unpack(">4sII", profile[132:end])
    )
    data = b"data" + bytes(4) + np.random.default_rng(0).bytes(size)
    tags += struct.pack(">4sII", b"none", len(profile) + 12, len(data))
    whole = profile[4:128] + struct.pack(">I", count + 1) + tags + profile[end:] + data
    return struct.pack(">I", len(whole) + 4) + whole


D50 = (0.9642, 1.0, 0.8249)


def grey(gamma: float) -> bytes:
    """A greyscale profile of this gamma."""
    curve = struct.pack(">4sxxxxIH", b"curv", 1, round(256 * gamma))
    white = struct.pack(">4sxxxxiii", b"XYZ ", *(round(65536 * value) for value in D50))
    return _profile(b"mntr", b"GRAY", b"XYZ ", {b"wtpt": white, b"kTRC": curve})


def inks(corners: np.ndarray) -> bytes:
    """Cyan, magenta, yellow and black, between none and all of each.

    `corners` is (2, 2, 2, 2, 3): L, a and b of what the inks make on each other.
    """
    identity = struct.pack(">9i", *(np.eye(3, dtype=int).ravel() * 65536))
    ramp = bytes(range(256))
    lab = corners.reshape(-1, 3) * (2.55, 1, 1) + (0, 128, 128)
    table = np.rint(lab).clip(0, 255).astype(np.uint8).tobytes()
    lut = struct.pack(">4sxxxxBBBx", b"mft1", 4, 3, 2) + identity + 4 * ramp + table + 3 * ramp
    return _profile(b"prtr", b"CMYK", b"Lab ", {b"A2B0": lut})


def _profile(device: bytes, colours: bytes, space: bytes, tags: dict[bytes, bytes]) -> bytes:
    """An ICC profile of version 2.4, made on the first day of 2026."""
    entries, data = struct.pack(">I", len(tags)), b""
    for name, body in tags.items():
        entries += struct.pack(">4sII", name, 132 + 12 * len(tags) + len(data), len(body))
        data += body.ljust(-(-len(body) // 4) * 4, b"\0")
    size = 128 + len(entries) + len(data)
    header = struct.pack(">I4xI4s4s4s", size, 0x02400000, device, colours, space)
    header += struct.pack(">6H4s28x", 2026, 1, 1, 0, 0, 0, b"acsp")
    header += struct.pack(">iii", *(round(65536 * value) for value in D50))
    return header.ljust(128, b"\0") + entries + data
