"""Transforming several layers as one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, reduce

import numpy as np

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.compositing import lay
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.sheets import Sheet
from glide_studio.core.document.transforming import (
    Lifted,
    is_cut_off,
    lifted,
    seen_of,
    transformed,
    transformed_mask,
)
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.selection import Selection
from glide_studio.core.raster.free_transform import FreeTransform
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.raster.resample import Resampling


@dataclass(frozen=True)
class LiftedLayers:
    """What is transformed of each of several layers, bottom first; only of those with pixels.

    The linked masks of the groups with the ids in `whole` are transformed with them.
    """

    parts: tuple[Lifted, ...]
    whole: frozenset[str] = frozenset()

    @cached_property
    def box(self) -> Rect:
        """The box around all of it; empty if there is nothing."""
        return reduce(Rect.united, (part.box for part in self.parts), Rect(0, 0, 0, 0))

    @property
    def only(self) -> Layer | None:
        """The layer, if it is a single one."""
        return self.parts[0].layer if len(self.parts) == 1 else None

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(part.layer.id for part in self.parts)


def lifted_layers(
    layers: Iterable[Layer],
    selection: Selection,
    icc_profile: bytes | None,
    whole: Collection[str] = (),
) -> LiftedLayers:
    """Lift what is selected of each layer, each pixel by its weight; if all is, the groups in
    `whole` are transformed with them."""
    parts = (lifted(layer, selection, icc_profile) for layer in layers)
    groups = frozenset(whole if selection.is_everything else ())
    return LiftedLayers(tuple(part for part in parts if not part.box.is_empty), groups)


def all_transformed(
    what: LiftedLayers, transform: FreeTransform, resampling: Resampling, icc_profile: bytes | None
) -> tuple[Layer, ...]:
    """As `transformed`, of each of the layers, which have their groups with the transformed masks.
    Slow on large layers."""
    projection = transform.projection
    groups = {group.id: group for part in what.parts for group in part.layer.groups}
    for group in list(groups.values()):
        if group.id in what.whole and group.linked_mask is not None:
            mask = transformed_mask(group.linked_mask, projection, resampling, icc_profile)
            groups[group.id] = replace(group, mask=mask)

    def made(part: Lifted) -> Layer:
        layer = transformed(part, FreeTransform(part.box, projection), resampling, icc_profile)
        return replace(layer, groups=tuple(groups[group.id] for group in layer.groups))

    return tuple(map(made, what.parts))


def cut_off(what: LiftedLayers, transform: FreeTransform) -> Layer | None:
    """A layer of which not everything is kept that leaves the page, if there is one."""
    for part in what.parts:
        if is_cut_off(part, FreeTransform(part.box, transform.projection)):
            return part.layer
    return None


def picture_of(what: LiftedLayers) -> Pixels:
    """What is lifted, as it is seen together, in its box: (height, width, 4); for a quick preview.
    That of a single layer is without its opacity and blend mode."""
    if what.only is not None:
        return _seen_in_groups(what.parts[0], what.whole)
    pixels = np.zeros((what.box.height, what.box.width, 4), np.uint8)
    for part in what.parts:
        layer = part.layer
        if layer.is_shown:
            place = part.box.slices_in(what.box)
            there = np.ascontiguousarray(pixels[place])
            mode = layer.blend_mode if there.any() else BlendMode.NORMAL
            lay(there, Sheet(_seen_in_groups(part, what.whole), layer.opacity, mode))
            pixels[place] = there
    return pixels


def _seen_in_groups(part: Lifted, whole: Collection[str]) -> Pixels:
    """What is lifted of a layer, as far as no mask hides it that is transformed with it."""
    pixels = seen_of(part)
    for group in part.layer.groups:
        if group.id in whole:
            pixels = group.masked(pixels, part.box)
    return pixels
