"""The colours of Photoshop files: numbers from 0 to 1 in many colour modes and depths."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms
from psd_tools.constants import ColorMode

from glide_studio.core.raster.colour_profile import in_srgb
from glide_studio.core.raster.raster import Pixels

GREY = (ColorMode.GRAYSCALE, ColorMode.DUOTONE, ColorMode.BITMAP)

Floats = NDArray[np.float32]

_NO_MATTE = 4 / 255
"""A picture without white below it can be this much darker than one with."""


@dataclass
class PhotoshopColours:
    """Converts the numbers of a file to 8-bit RGB with `profile`, None for sRGB.

    `source` is the file's own profile.
    """

    mode: ColorMode
    depth: int
    source: bytes | None
    profile: bytes | None = None

    def rgb(self, colours: Floats) -> Pixels:
        """`colours`, (height, width, channels) from 0 to 1, as (height, width, 3)."""
        if self.depth == 32:
            colours = _coded(colours)
        levels = np.rint(255 * np.nan_to_num(colours).clip(0, 1)).astype(np.uint8)
        if self.mode in (ColorMode.RGB, ColorMode.INDEXED):
            return levels[..., :3]
        if self.mode == ColorMode.LAB:
            image = Image.merge("LAB", [Image.fromarray(levels[..., i].copy()) for i in range(3)])
            lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
            return np.asarray(ImageCms.buildTransform(lab, srgb, "LAB", "RGB").apply(image))
        if self.mode == ColorMode.CMYK:  # stored as light, not as ink
            image = Image.fromarray(255 - levels[..., :4], "CMYK")
        else:
            image = Image.fromarray(levels[..., 0].copy())
        converted = None if self.source is None else in_srgb(image, self.source)
        return np.asarray(image.convert("RGB") if converted is None else converted)


def _coded(light: Floats) -> Floats:
    """sRGB's code values of light: files of 32 bits hold the latter."""
    light = np.nan_to_num(light).clip(0, 1)
    coded = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    return coded.astype(np.float32)


def unmatted(colours: Floats, alpha: Floats) -> Floats:
    """The colours of a merged picture, of which psd-tools took off the white that Photoshop puts
    below it, (height, width, channels); Krita puts none there: these are made whole again."""
    dark = (colours * alpha).min(axis=-1) < -_NO_MATTE
    if not dark.any():
        return colours
    return np.where(alpha > 0, colours * alpha + 1 - alpha, colours)
