"""Colours as an embedded ICC profile means them, and the sRGB in which they are shown and made."""

import io
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageCms

from glide_studio.core.colour import Colour
from glide_studio.core.raster import Pixels

TOLERANCE = 2
"""A profile that moves no colour by more than this is sRGB by another name."""


class ProfileError(ValueError):
    """A profile that says nothing about red, green and blue, or is damaged."""


@dataclass(frozen=True, eq=False)
class Conversion:
    """From the colours of one profile to those of another; made by `to_srgb` and `from_srgb`."""

    _profiles: tuple[ImageCms.ImageCmsProfile, ImageCms.ImageCmsProfile] | None = None
    _transforms: dict[str, ImageCms.ImageCmsTransform] = field(default_factory=dict)

    @classmethod
    def to_srgb(cls, profile: bytes | None) -> "Conversion":
        """From the colours of `profile`, sRGB if None. Raises ProfileError."""
        return cls() if profile is None else cls._between(_read(profile), _srgb())

    @classmethod
    def from_srgb(cls, profile: bytes | None) -> "Conversion":
        """To the colours of `profile`, sRGB if None. Raises ProfileError."""
        return cls() if profile is None else cls._between(_srgb(), _read(profile))

    @property
    def is_identity(self) -> bool:
        """Whether every colour stays what it is."""
        return self._profiles is None

    def applied(self, pixels: Pixels) -> Pixels:
        """`pixels`, uint8 (height, width, 3) or straight-alpha (height, width, 4), converted.

        Alpha stays. The array itself is returned where nothing is to be done.
        """
        if self._profiles is None or not pixels.size:
            return pixels
        image = Image.fromarray(np.ascontiguousarray(pixels))
        return np.asarray(self._transform(image.mode).apply(image))

    def applied_to(self, colour: Colour) -> Colour:
        """One colour, converted."""
        return Colour(*self.applied(np.array([[colour.rgb]], np.uint8))[0, 0].tolist())

    @classmethod
    def _between(
        cls, source: ImageCms.ImageCmsProfile, target: ImageCms.ImageCmsProfile
    ) -> "Conversion":
        made = cls((source, target))
        moved = np.abs(made.applied(_samples()).astype(int) - _samples()).max()
        return cls() if moved <= TOLERANCE else made

    def _transform(self, mode: str) -> ImageCms.ImageCmsTransform:
        """The transform of a Pillow mode, made when it is first needed."""
        assert self._profiles is not None
        if mode not in self._transforms:
            try:
                self._transforms[mode] = ImageCms.buildTransform(
                    *self._profiles,
                    mode,
                    mode,
                    ImageCms.Intent.RELATIVE_COLORIMETRIC,
                    ImageCms.Flags.BLACKPOINTCOMPENSATION,
                )
            except ImageCms.PyCMSError as error:
                raise ProfileError("the profile is damaged") from error
        return self._transforms[mode]


def _read(profile: bytes) -> ImageCms.ImageCmsProfile:
    try:
        read = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        space = read.profile.xcolor_space
    except (OSError, ImageCms.PyCMSError) as error:
        raise ProfileError("the profile is damaged") from error
    if space.strip() != "RGB":
        raise ProfileError("the profile is not about red, green and blue")
    return read


def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _samples() -> Pixels:
    """Colours of the whole cube, (27, 27, 3)."""
    levels = np.linspace(0, 255, 9).astype(np.uint8)
    cube = np.stack(np.meshgrid(levels, levels, levels), axis=-1)
    return cube.reshape(27, 27, 3)
