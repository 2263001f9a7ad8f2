"""How the fill of an edit is blended into the picture: the settings, and the resulting pixels."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from glide_studio.core.geometry import MAX_SIDE
from glide_studio.core.mask.blend_band import blend_alpha, network_mask
from glide_studio.core.mask.mask import REPAINT
from glide_studio.core.raster.colour_match import by_histogram, by_mean_and_variance
from glide_studio.core.raster.poisson import solved
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import GenerationRequest
from glide_studio.core.request.source import Inpaint, Sketch

Flags = NDArray[np.bool_]

_RING = 1 / 16
"""Width of the ring around the mask whose colours are matched, relative to the picture's side."""

_SHADOW_REACH = 1 / 8
"""How far a contact shadow reaches from its object, relative to the picture's side."""
_MAX_SHADOW = 0.6
"""The greatest opacity of a shadow."""
_MIN_DARKENING = 0.06
"""Less darkening than this does not count as a shadow."""

_PASSES_MIXED = 4


class Ground(StrEnum):
    """The ground of a fill: the picture's own under a cut-out object; the network's, made to match
    the picture; the network's as it is."""

    KEEP = "keep"
    MATCH = "match"
    AS_MADE = "as made"


class ColourMatch(StrEnum):
    """How the ground of a fill takes on the colours of the ring around the mask."""

    NONE = "none"
    MEAN_VARIANCE = "mean and variance"
    HISTOGRAM = "histogram"


class Seamless(StrEnum):
    """Whether a fill continues the picture's colours at the border of the mask; `MIXED` also keeps
    the picture's structure under it where that is stronger."""

    OFF = "off"
    ON = "on"
    MIXED = "mixed gradients"


@dataclass(frozen=True)
class Blend:
    """How an edit blends with the picture.

    `feather` is the width of its soft edge and `grow` how far that edge is moved outward, in pixels
    of the mask. With `Ground.KEEP` both apply to the outline of the object, else to that of the
    mask; if both are 0, the matte or the mask itself is the opacity. `colours` and `seamless` apply
    to `Ground.MATCH` only. Raises ValueError for a feather or growth above MAX_SIDE.
    """

    feather: int = 0
    ground: Ground = Ground.AS_MADE
    grow: int = 0
    colours: ColourMatch = ColourMatch.NONE
    seamless: Seamless = Seamless.OFF

    def __post_init__(self) -> None:
        if not 0 <= self.feather <= MAX_SIDE or abs(self.grow) > MAX_SIDE:
            raise ValueError(f"feather and growth must be up to {MAX_SIDE}")


AS_MADE = Blend()


@dataclass(frozen=True, eq=False)
class Fill:
    """The result of blending a patch: its colours (S, S, 3) uint8, their opacity, the opacity of a
    black shadow below, and an upper limit of both, (height, width) uint8. All cover the patch."""

    colours: Pixels
    opacity: Pixels
    shadow: Pixels | None = None
    limit: Pixels | None = None


def filled(
    request: GenerationRequest, patch: Pixels, mask: Pixels, matte: Pixels | None, blend: Blend
) -> Fill:
    """The fill of `mask` by `patch`. Its opacity is 0 where the networks were given the picture:
    farther from the mask than the feather of the request. Without a matte, the whole mask is the
    object."""
    reach = feather_of(request)
    if blend.ground is Ground.KEEP:
        return _kept(request, patch, mask, matte, blend, reach)
    colours = patch
    if blend.ground is Ground.MATCH and isinstance(request.source, Inpaint | Sketch):
        colours = _matched(request.source.picture, patch, mask, matte, blend)
    return Fill(colours, _band(mask, blend, reach))


def feather_of(request: GenerationRequest) -> int:
    """How far a fill may reach beyond its mask, in pixels of the mask."""
    return request.source.feather if isinstance(request.source, Inpaint | Sketch) else 0


def resized_bilinear(pixels: Pixels, height: int, width: int) -> Pixels:
    """`pixels`, uint8 (height, width) or (height, width, channels), resized bilinearly."""
    if pixels.shape[:2] == (height, width):
        return pixels
    size = (width, height)
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BILINEAR))


def _band(mask: Pixels, blend: Blend, reach: int) -> Pixels:
    """The opacity of a mask whose soft edge ends `blend.grow` pixels beyond the feather, but at
    most at `reach`."""
    if blend.feather == 0 and blend.grow == 0:
        return np.minimum(mask, network_mask(mask, reach)) if reach else mask
    steps = min(blend.grow, reach - blend.feather)
    if steps == 0:
        return blend_alpha(mask, blend.feather)
    # On a grid, a mask that is shrunk and grown again can end a little farther out than it did.
    return np.minimum(blend_alpha(_moved(mask, steps), blend.feather), network_mask(mask, reach))


def _moved(mask: Pixels, steps: int) -> Pixels:
    """The pixels to repaint, grown by `steps`, or shrunk if negative: 0 or 255."""
    if steps >= 0:
        return network_mask(mask, steps)
    return np.invert(network_mask(np.where(mask < REPAINT, 255, 0).astype(np.uint8), -steps))


# Ground: keep


def _kept(
    request: GenerationRequest,
    patch: Pixels,
    mask: Pixels,
    matte: Pixels | None,
    blend: Blend,
    reach: int,
) -> Fill:
    """The object alone, with a contact shadow where the fill darkened the ground below it."""
    limit = blend_alpha(mask, reach)
    if matte is None:
        return Fill(patch, _edged(mask, blend, 1), limit=limit)
    shadow = None
    if isinstance(request.source, Inpaint):
        shadow = _shadow(patch, matte, limit)
    opacity = _edged(matte, blend, matte.shape[1] / mask.shape[1])
    return Fill(_object_colours(patch, matte), opacity, shadow, limit)


def _edged(matte: Pixels, blend: Blend, scale: float) -> Pixels:
    """A matte with its edge moved and softened; `scale` is its pixels for one of the mask."""
    from scipy import ndimage  # type: ignore[import-untyped]  # the window must not wait for it

    steps = round(abs(blend.grow) * scale)
    if steps:
        extreme = ndimage.maximum_filter if blend.grow > 0 else ndimage.minimum_filter
        matte = extreme(matte, 2 * steps + 1)
    if blend.feather:
        soft = ndimage.gaussian_filter(matte.astype(np.float32), blend.feather * scale / 2)
        matte = np.rint(soft).astype(np.uint8)
    return matte


def _object_colours(patch: Pixels, matte: Pixels) -> Pixels:
    """The patch with the colours of the object extended past its edge, where the pixels of the
    patch are mixed with the ground that is not kept."""
    from scipy import ndimage  # the window must not wait for it

    solid = resized_bilinear(matte, *patch.shape[:2]) >= 250
    if not solid.any():
        return patch
    _, (rows, columns) = ndimage.distance_transform_edt(~solid, return_indices=True)
    return np.where(solid[..., None], patch, patch[rows, columns])


def _shadow(patch: Pixels, matte: Pixels, limit: Pixels) -> Pixels | None:
    """The contact shadow: how much the ground of `patch` near the object, below its middle, is
    darker than the rest of the ground. It is the opacity of black, in the size of the patch; None
    if there is no shadow."""
    from scipy import ndimage  # the window must not wait for it

    side = patch.shape[0]
    opaque, within = (resized_bilinear(each, side, side) for each in (matte, limit))
    ground = (opaque < 8) & (within > 250)
    distance = ndimage.distance_transform_edt(opaque < 128)
    near = distance < _SHADOW_REACH * side
    if (ground & ~near).sum() < side or not (ground & near).any():
        return None
    light = patch.mean(axis=2)
    usual = np.median(light[ground & ~near])
    weight = ground.astype(np.float32)
    sigma = side / 64
    mean = ndimage.gaussian_filter(light * weight, sigma) / np.maximum(
        ndimage.gaussian_filter(weight, sigma), 1e-3
    )
    dark = (1 - mean / max(usual, 1) - _MIN_DARKENING).clip(0, _MAX_SHADOW)
    fading = (1 - distance / (_SHADOW_REACH * side)).clip(0, 1) * (within / 255)
    below = ndimage.gaussian_filter(_below(opaque >= 128), sigma)
    shadow = np.rint(255 * dark * fading * below).astype(np.uint8)
    return shadow if shadow.any() else None


def _below(solid: Flags) -> NDArray[np.float32]:
    """1 in the columns of an object from its lower half down, else 0: where it meets the ground."""
    rows = np.flatnonzero(solid.any(axis=1))
    lower = np.zeros(solid.shape, np.float32)
    lower[(int(rows[0]) + int(rows[-1])) // 2 :] = 1
    return lower


# Ground: match


def _matched(
    picture: Pixels, patch: Pixels, mask: Pixels, matte: Pixels | None, blend: Blend
) -> Pixels:
    """The patch with its ground in the colours of the picture; an object keeps its own."""
    side = patch.shape[0]
    around = resized_bilinear(picture, side, side)
    grown = _moved(mask, blend.grow) if blend.grow else mask
    inside = resized_bilinear(grown, side, side) >= REPAINT
    if not inside.any() or inside.all():
        return patch
    weight = np.ones((side, side, 1), np.float32)
    if matte is not None:
        weight = (1 - resized_bilinear(matte, side, side)[..., None] / 255).astype(np.float32)
    made = patch.astype(np.float32)
    matched = _coloured(made, around, inside, weight, blend.colours)
    matched = made + (matched - made) * weight
    if blend.seamless is not Seamless.OFF:
        matched = _seamless(matched, around, inside, weight, blend.seamless)
    return np.rint(matched.clip(0, 255)).astype(np.uint8)


def _coloured(
    made: NDArray[np.float32],
    around: Pixels,
    inside: Flags,
    weight: NDArray[np.float32],
    how: ColourMatch,
) -> NDArray[np.float32]:
    """`made` in the colours of the ring around the mask."""
    from scipy import ndimage  # the window must not wait for it

    ring = ~inside & (ndimage.distance_transform_edt(~inside) <= _RING * len(inside))
    ground = inside & (weight[..., 0] > 0.9)
    if how is ColourMatch.NONE or not ring.any() or not ground.any():
        return made
    match = by_histogram if how is ColourMatch.HISTOGRAM else by_mean_and_variance
    matched: NDArray[np.float32] = match(made[ground], around[ring].astype(np.float32))(made)
    return matched.astype(np.float32)


def _seamless(
    made: NDArray[np.float32],
    around: Pixels,
    inside: Flags,
    weight: NDArray[np.float32],
    how: Seamless,
) -> NDArray[np.float32]:
    """`made` inside the mask, shifted to continue `around`, which is outside."""
    own, other = (np.moveaxis(each.astype(np.float32), 2, 0) for each in (made, around))
    laplacian, passes = np.zeros_like(own), 1
    if how is Seamless.MIXED:
        passes = _PASSES_MIXED
        laplacian = _mixed_excess(own, other)
    shift = solved(laplacian, np.where(inside, 0, other - own), inside, passes)
    return made + np.moveaxis(shift, 0, 2) * np.where(inside[..., None], weight, 1)


def _mixed_excess(own: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    """By how much the divergence of the stronger gradients exceeds the Laplacian of `own`, of which
    both are (3, height, width); the three channels decide together."""
    divergence = np.zeros_like(own)
    for axis in (1, 2):
        mine, theirs = (np.diff(each, axis=axis) for each in (own, other))
        stronger = (theirs**2).sum(axis=0) > (mine**2).sum(axis=0)
        excess = np.where(stronger, theirs - mine, 0)
        ends = [(1, 1) if each == axis else (0, 0) for each in range(3)]
        divergence += np.diff(np.pad(excess, ends), axis=axis)
    return divergence
