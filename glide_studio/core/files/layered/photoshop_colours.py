"""The colours of Photoshop files, in many colour modes and depths, and their blend modes."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageCms
from psd_tools import PSDImage
from psd_tools.api.layers import Layer
from psd_tools.api.utils import get_transparency_index, has_transparency
from psd_tools.constants import BlendMode as Mode
from psd_tools.constants import ChannelID, ColorMode

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.files.pictures.samples import Samples, in_bands, srgb_coded
from glide_studio.core.raster.colour_profile import in_srgb
from glide_studio.core.raster.raster import Pixels

GREY = (ColorMode.GRAYSCALE, ColorMode.DUOTONE, ColorMode.BITMAP)

MODES = {
    Mode.NORMAL: BlendMode.NORMAL,
    Mode.PASS_THROUGH: BlendMode.NORMAL,
    Mode.MULTIPLY: BlendMode.MULTIPLY,
    Mode.SCREEN: BlendMode.SCREEN,
    Mode.OVERLAY: BlendMode.OVERLAY,
    Mode.SOFT_LIGHT: BlendMode.SOFT_LIGHT,
    Mode.HARD_LIGHT: BlendMode.HARD_LIGHT,
    Mode.DARKEN: BlendMode.DARKEN,
    Mode.LIGHTEN: BlendMode.LIGHTEN,
    Mode.COLOR_DODGE: BlendMode.COLOR_DODGE,
    Mode.COLOR_BURN: BlendMode.COLOR_BURN,
    Mode.DIFFERENCE: BlendMode.DIFFERENCE,
    Mode.EXCLUSION: BlendMode.EXCLUSION,
    Mode.LINEAR_DODGE: BlendMode.ADDITION,
    Mode.SUBTRACT: BlendMode.SUBTRACT,
    Mode.HUE: BlendMode.HUE,
    Mode.SATURATION: BlendMode.SATURATION,
    Mode.COLOR: BlendMode.COLOR,
    Mode.LUMINOSITY: BlendMode.LUMINOSITY,
}
CHANNELS = {ColorMode.GRAYSCALE: 1, ColorMode.DUOTONE: 1, ColorMode.RGB: 3}
CHANNELS |= {ColorMode.CMYK: 4, ColorMode.LAB: 3}

_NO_MATTE = 4
"""Levels by which rounding can make a picture with white below it darker than that white."""

_BAND = 64  # rows that are converted at a time


@dataclass
class PhotoshopColours:
    """Converts the sample values of a file to 8-bit RGB in `profile`, None for sRGB.

    `source` is the file's own profile.
    """

    mode: ColorMode
    depth: int
    source: bytes | None
    profile: bytes | None = None

    def rgb(self, colours: Samples) -> Pixels:
        """`colours`, (height, width, channels), as (height, width, 3): 8 bits, or floats to 1."""
        convert = srgb_coded if self.depth == 32 else None  # these hold light
        levels = (
            colours if colours.dtype == np.uint8 else in_bands(colours, 1, 255, np.uint8, convert)
        )
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


def planes_of(layer: Layer, channels: int) -> Samples | None:
    """The colours of a layer: 8 bits in files of 8 bits, else floats to 1."""
    if layer._psd.depth != 8:
        return layer.numpy("color")
    planes = [layer.topil(channel, apply_icc=False) for channel in range(channels)]
    if any(plane is None for plane in planes):
        return None
    return np.dstack([np.asarray(plane) for plane in planes])


def plane_of(layer: Layer, channel: str) -> Pixels | None:
    """The "shape" or the "mask" of a layer, (height, width)."""
    if layer._psd.depth != 8:
        found = layer.numpy(channel)
        return None if found is None else in_bands(found[..., 0], 1, 255, np.uint8)
    if channel == "shape":
        plane = layer.topil(ChannelID.TRANSPARENCY_MASK, apply_icc=False)
    else:
        plane = layer.mask.topil() if layer.mask is not None else None
    return None if plane is None else np.asarray(plane)


def merged_planes(psd: PSDImage) -> tuple[Samples, Pixels | None]:
    """The colours and the alpha of the merged picture."""
    is_flat = psd.color_mode == ColorMode.INDEXED or not has_transparency(psd)
    if psd.depth != 8 or psd.color_mode not in CHANNELS:
        colours, shape = psd.numpy("color"), None if is_flat else psd.numpy("shape")
        if shape is None:
            return colours, None
        matte = np.where(shape > 0, colours * shape + 1 - shape, colours)  # psd-tools took it off
        alpha = in_bands(shape[..., 0], 1, 255, np.uint8)
        return unmatted(in_bands(matte, 1, 255, np.uint8), alpha), alpha
    planes = [psd.topil(channel, apply_icc=False) for channel in range(CHANNELS[psd.color_mode])]
    colours = np.dstack([np.asarray(plane) for plane in planes])
    if is_flat:
        return colours, None
    alpha = np.asarray(psd.topil(get_transparency_index(psd), apply_icc=False))
    return unmatted(colours, alpha), alpha


def unmatted(colours: Pixels, alpha: Pixels) -> Pixels:
    """The colours, (height, width, channels), of a merged picture, without the white that Photoshop
    puts below it; Krita puts none there."""
    whole = np.empty_like(colours)
    for top in range(0, len(colours), _BAND):
        rows = slice(top, top + _BAND)
        opacity = alpha[rows, :, np.newaxis].astype(np.int32)
        shown = colours[rows].astype(np.int32) - (255 - opacity)
        if (shown < -_NO_MATTE).any():
            return colours
        whole[rows] = (shown * 255 // np.maximum(opacity, 1)).clip(0, 255)
    return whole


def scaled(values: Pixels, by: Pixels | int) -> Pixels:
    """`values` times `by` / 255, rounded."""
    return ((values.astype(np.uint16) * by + 127) // 255).astype(np.uint8)
