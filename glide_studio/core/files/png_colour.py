"""The colours of PNG files without a profile, by the third edition of the specification: what
cICP, sRGB, gAMA and cHRM say, the first of them that is there."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from glide_studio.core.files.samples import Light, srgb_coded

_SRGB = (0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)
"""White, red, green and blue, each as x and y."""

_P3 = (*_SRGB[:2], 0.680, 0.320, 0.265, 0.690, 0.150, 0.060)
_BT2020 = (*_SRGB[:2], 0.708, 0.292, 0.170, 0.797, 0.131, 0.046)
_PRIMARIES = {1: _SRGB, 9: _BT2020, 12: _P3}
_GAMMAS = {4: 1 / 2.2, 5: 1 / 2.8, 8: 1.0, 13: None}
_BRADFORD = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)

Convert = Callable[[Light], Light]


class UnsupportedColours(ValueError):
    """Colours of video or HDR, which are not converted."""


def to_srgb(info: Mapping[Any, Any], is_grey: bool) -> Convert | None:
    """What converts the colours of a PNG file to sRGB, given Pillow's `info` and cICP in it; None
    if they are sRGB, or have a profile.

    Colours are (..., 3) from 0 to 1. Raises UnsupportedColours.
    """
    gamma, primaries = info.get("gamma"), info.get("chromaticity")
    if "cicp" in info:
        kind, curve, *rest = info["cicp"].ljust(4, b"\0")
        if kind not in _PRIMARIES or curve not in _GAMMAS or rest != [0, 1]:
            raise UnsupportedColours
        gamma, primaries = _GAMMAS[curve], _PRIMARIES[kind]
    elif "icc_profile" in info or "srgb" in info:
        return None
    matrix = None if is_grey or primaries is None else _matrix(primaries)
    if not gamma or (matrix is None and abs(2.2 * gamma - 1) < 0.01):
        gamma = None
    if gamma is None and matrix is None:
        return None

    def convert(colours: Light) -> Light:
        light = _light(colours) if gamma is None else colours ** (1 / gamma)
        return srgb_coded(light if matrix is None else light @ matrix.T)

    return convert


def _matrix(primaries: tuple[float, ...]) -> Light | None:
    """From light of these primaries to sRGB's, white to white; None for sRGB's and for nonsense."""
    try:
        source, white = _xyz(primaries)
        target, target_white = _xyz(_SRGB)
        cones = _BRADFORD @ target_white / (_BRADFORD @ white)
        adapted = np.linalg.inv(_BRADFORD) @ np.diag(cones) @ _BRADFORD @ source
        matrix = np.linalg.inv(target) @ adapted
    except (np.linalg.LinAlgError, ZeroDivisionError):
        return None
    is_usual = not np.isfinite(matrix).all() or np.abs(matrix - np.eye(3)).max() < 0.005
    return None if is_usual else matrix


def _xyz(primaries: tuple[float, ...]) -> tuple[Light, Light]:
    """The matrix from light of these primaries to XYZ, and XYZ of their white."""
    white, *colours = (
        np.array([x / y, 1, (1 - x - y) / y])
        for x, y in zip(primaries[::2], primaries[1::2], strict=True)
    )
    columns = np.stack(colours, axis=1)
    return columns * np.linalg.solve(columns, white), white


def _light(colours: Light) -> Light:
    low = colours / 12.92
    return np.where(colours <= 0.04045, low, ((colours + 0.055) / 1.055) ** 2.4)
