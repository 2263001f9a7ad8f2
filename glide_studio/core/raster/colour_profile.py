"""Conversion between embedded ICC profiles and sRGB, in which pictures are shown and generated."""

import io
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageCms

from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.raster import Pixels

TOLERANCE = 2
"""A profile that changes no channel of any colour by more than this is treated as sRGB."""

MAX_PROFILE = 16 * 2**20
"""The most bytes of a profile: the files of projects hold no larger one."""


class ProfileError(ValueError):
    """A profile that is damaged or does not match the picture's colour space."""


@dataclass(frozen=True, eq=False)
class Conversion:
    """Converts the colours of one profile to another; made by `to_srgb` and `from_srgb`."""

    _profiles: tuple[ImageCms.ImageCmsProfile, ImageCms.ImageCmsProfile] | None = None
    _transforms: dict[str, ImageCms.ImageCmsTransform] = field(default_factory=dict)

    @classmethod
    def to_srgb(cls, profile: bytes | None) -> "Conversion":
        """From `profile` to sRGB; None stands for sRGB. Raises ProfileError."""
        return cls() if profile is None else cls._between(_read_rgb(profile), _srgb())

    @classmethod
    def from_srgb(cls, profile: bytes | None) -> "Conversion":
        """From sRGB to `profile`; None stands for sRGB. Raises ProfileError."""
        return cls() if profile is None else cls._between(_srgb(), _read_rgb(profile))

    def applied(self, pixels: Pixels) -> Pixels:
        """`pixels`, uint8 (height, width, 3) or straight-alpha (height, width, 4), converted.

        Alpha is unchanged. An identity conversion returns the array itself.
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
        """The transform for a Pillow mode, built on first use."""
        assert self._profiles is not None
        if mode not in self._transforms:
            self._transforms[mode] = _transform(*self._profiles, mode, mode)
        return self._transforms[mode]


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image | None:
    """A greyscale or CMYK image converted from `profile` to sRGB; None if `profile` is an RGB
    profile, which the picture can keep.

    `image` has any of Pillow's modes; the result has "RGB". Raises ProfileError if the profile is
    damaged or does not match the image's colour space.
    """
    read, space = _opened(profile)
    is_grey = Image.getmodebase(image.mode) == "L"
    match space:
        case "RGB" if image.mode != "CMYK":
            Conversion.to_srgb(profile)
            return None
        case "GRAY" if is_grey and image.mode.startswith("I"):
            flat = Image.fromarray(np.asarray(image).clip(0, 65_535).astype(np.uint16))
        case "GRAY" if is_grey:
            flat = image.convert("L")
        case "CMYK" if image.mode == "CMYK":
            flat = image
        case _:
            raise ProfileError("the profile is for another kind of colours")
    exact = ImageCms.Flags.NOOPTIMIZE  # tables in between would darken the shadows of linear light
    transform = _transform(read, _srgb(), flat.mode, "RGB", exact)
    if flat.mode == "CMYK":
        return transform.apply(flat)
    values = np.asarray(flat)
    every = np.arange(np.iinfo(values.dtype).max + 1, dtype=values.dtype)[np.newaxis]
    return Image.fromarray(np.asarray(transform.apply(Image.fromarray(every)))[0][values])


def profile_name(profile: bytes | None) -> str | None:
    """What a profile calls itself; None for no profile, or one that is damaged or has no name."""
    try:
        opened = None if profile is None else _opened(profile)[0]
        return ImageCms.getProfileDescription(opened).strip() or None if opened else None
    except (ProfileError, ImageCms.PyCMSError):
        return None


def _transform(
    source: ImageCms.ImageCmsProfile,
    target: ImageCms.ImageCmsProfile,
    source_mode: str,
    target_mode: str,
    flags: ImageCms.Flags = ImageCms.Flags.NONE,
) -> ImageCms.ImageCmsTransform:
    try:
        return ImageCms.buildTransform(
            source,
            target,
            source_mode,
            target_mode,
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION | flags,
        )
    except ImageCms.PyCMSError as error:
        raise ProfileError("the profile is damaged") from error


def _opened(profile: bytes) -> tuple[ImageCms.ImageCmsProfile, str]:
    """A profile, and the name of its colour space."""
    if len(profile) > MAX_PROFILE:
        raise ProfileError("the profile is too large")
    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return opened, opened.profile.xcolor_space.strip()
    except (OSError, UnicodeError, ImageCms.PyCMSError) as error:
        raise ProfileError("the profile is damaged") from error


def _read_rgb(profile: bytes) -> ImageCms.ImageCmsProfile:
    read, space = _opened(profile)
    if space != "RGB":
        raise ProfileError("the profile is not an RGB profile")
    return read


def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _samples() -> Pixels:
    """Colours spread over the RGB cube, (27, 27, 3)."""
    levels = np.linspace(0, 255, 9).astype(np.uint8)
    cube = np.stack(np.meshgrid(levels, levels, levels), axis=-1)
    return cube.reshape(27, 27, 3)
