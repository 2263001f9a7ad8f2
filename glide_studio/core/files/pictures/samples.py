"""What the decoders of picture files return, and its reduction to 8 bits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from glide_studio.core.document.metadata import MAX_BLOCK
from glide_studio.core.files.metadata.png_chunks import Text
from glide_studio.core.raster.raster import Pixels

Samples = NDArray[Any]
"""Pixels of any number type, (height, width, channels)."""

Light = NDArray[np.float64]
"""Colours from 0 to 1."""

_BAND = 64  # rows that are converted at a time


@dataclass(frozen=True)
class Decoded:
    """The first frame or page of a file: `samples` (height, width, 4) with straight alpha.

    `white` is the value of white and of full opacity in them, `bits` their depth in the file.
    `orientation` is Exif's: the samples still have to follow it. `cmyk` are the inks, if the file
    is about those. `info` is what Pillow calls so, with the whole XMP packet as "xmp" and IPTC's
    record as "iptc"; `texts` are as in `Metadata`. Without `has_all_texts` the file says more than
    is kept.
    """

    samples: Samples
    white: float = 255
    bits: int = 8
    is_grey: bool = False
    cmyk: Image.Image | None = None
    frames: int = 1
    orientation: int = 1
    exif: bytes | None = None
    info: Mapping[Any, Any] = field(default_factory=dict)
    texts: tuple[Text, ...] = ()
    has_all_texts: bool = True

    def rgba(self, convert: Callable[[Light], Light] | None = None) -> Pixels:
        """The picture in 8 bits, not yet upright: (height, width, 4).

        `convert` changes its colours, (height, width, 3), before they are rounded.
        """
        if self.samples.dtype == np.uint8 and convert is None:
            return self.samples
        return in_bands(self.samples, self.white, 255, np.uint8, convert)

    @property
    def has_all_metadata(self) -> bool:
        """Whether a document keeps all that the file says."""
        blocks = (self.exif or b"", self.info.get("xmp") or b"", self.info.get("iptc") or b"")
        return self.has_all_texts and max(map(len, blocks)) <= MAX_BLOCK

    @property
    def profiled(self) -> Image.Image:
        """Its colours as a colour profile describes them: "CMYK", "L" or "I;16"; of RGB, whose
        profile the document keeps, only the mode."""
        if self.cmyk is not None:
            return self.cmyk
        if not self.is_grey:
            return Image.new("RGB", (1, 1))
        grey = self.samples[..., :1]
        if grey.dtype not in (np.uint8, np.uint16):
            grey = in_bands(grey, self.white, 65_535, np.uint16)
        return Image.fromarray(np.ascontiguousarray(grey[..., 0]))


def with_four_channels(samples: Samples, white: float) -> Samples:
    """Grey, grey and alpha, RGB or RGB and alpha as RGB and alpha; further channels are cut off."""
    if samples.ndim == 2:
        samples = samples[..., np.newaxis]
    channels = samples.shape[2]
    rgba = np.empty((*samples.shape[:2], 4), samples.dtype)
    rgba[..., :3] = samples[..., : 3 if channels > 2 else 1]
    rgba[..., 3] = samples[..., 3 if channels > 2 else 1] if channels in (2, 4) else white
    return rgba


def straight(samples: Samples, white: float) -> Samples:
    """Channels that were multiplied by the last one, alpha, as float with straight alpha."""
    samples = samples.astype(np.float32)
    alpha = samples[..., -1:]
    samples[..., :-1] *= np.divide(white, alpha, out=np.zeros_like(alpha), where=alpha > 0)
    return samples


def upright(pixels: Pixels, orientation: int) -> Pixels:
    """`pixels` turned and mirrored as Exif's orientation, 1 to 8, asks for."""
    if orientation in (5, 7):
        pixels = pixels.swapaxes(0, 1)
    pixels = np.rot90(pixels, {3: 2, 6: -1, 7: 2, 8: 1}.get(orientation, 0))
    if orientation in (2, 4):
        pixels = np.flip(pixels, 1 if orientation == 2 else 0)
    return np.ascontiguousarray(pixels)


def srgb_coded(light: Light) -> Light:
    """sRGB's code values, 0 to 1, of light."""
    light = light.clip(0, 1)
    return np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)


def in_bands(
    samples: Samples,
    white: float,
    most: int,
    dtype: type[np.unsignedinteger[Any]],
    convert: Callable[[Light], Light] | None = None,
) -> Samples:
    """`samples` from 0 to `white`, rounded to whole numbers up to `most`."""
    scaled = np.empty(samples.shape, dtype)
    for top in range(0, len(samples), _BAND):
        with np.errstate(invalid="ignore"):  # not a number
            light = np.nan_to_num(samples[top : top + _BAND].astype(np.float64) / white)
        if convert is not None:
            light[..., :3] = convert(light[..., :3])
        scaled[top : top + _BAND] = np.rint(most * light.clip(0, 1))
    return scaled
