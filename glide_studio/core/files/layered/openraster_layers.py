"""Makes layers from the stack and the pictures of an OpenRaster file."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from glide_studio.core.document.arranging import released
from glide_studio.core.document.beyond import Beyond, kept_beyond
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.groups import Group, Path
from glide_studio.core.document.layer_masks import mask_pixels
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.metadata import MAX_BLOCK
from glide_studio.core.files.layered.archive import Archive
from glide_studio.core.files.layered.importing import Notes, check_megapixels
from glide_studio.core.files.layered.openraster import (
    GroupState,
    LayerState,
    MaskState,
    State,
)
from glide_studio.core.files.layered.stack_xml import Item
from glide_studio.core.files.pictures.png import own_pixels
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.colour_profile import Conversion, ProfileError
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.request.request import from_json
from glide_studio.core.sentence import Sentence

MAX_PIXEL_BYTES, MAX_OVERHEAD = 9, 16 * 2**20
"""The most bytes of a PNG file: for each pixel, and for everything else."""
PNG_HEADER = 24
"""The bytes of a PNG file that say its size."""

_PNG = b"\x89PNG"


class LayerPicture(NamedTuple):
    """The picture of a layer, its colour profile, and the SHA-256 of its file."""

    pixels: Pixels
    profile: bytes | None
    digest: str


@dataclass(frozen=True)
class LayerMaker:
    """Makes layers from the items in a file; `state` is what the studio itself wrote about them.

    It adds the names of the layers to `missing` whose pictures are missing or damaged.
    """

    name: str
    archive: Archive
    note: Notes
    extent: Extent
    pictures: Mapping[str, LayerPicture]
    profile: bytes | None
    state: State | None
    threads: ThreadPoolExecutor
    missing: list[str] = field(default_factory=list)

    def of(self, items: Iterable[Item]) -> tuple[Layer, ...]:
        """The layers of `items`, bottom first."""
        placed = tuple(self._leaves(items, ()))
        leaves = [item for item, _ in placed]
        layers = map(self._layer, leaves, self.threads.map(self._pixels, leaves))
        return released(
            [
                replace(layer, groups=path)
                for layer, (_, path) in zip(layers, placed, strict=True)
                if layer is not None
            ]
        )

    def _leaves(self, items: Iterable[Item], path: Path) -> Iterator[tuple[Item, Path]]:
        """The layers among `items`, where they are on the page, with the groups that they lie in.

        An opacity of a group that passes through for Krita counts for each of its layers.
        """
        for item in _without_clipping(items):
            if item.src is not None:
                yield item, path
                continue
            group = self._group(item)
            share = item.opacity if item.passes_through and group.opacity == 1 else 1.0
            children = (
                replace(
                    child, x=child.x + item.x, y=child.y + item.y, opacity=child.opacity * share
                )
                for child in item.children
            )
            yield from self._leaves(children, (*path, group))

    def _group(self, item: Item) -> Group:
        """A group, with an id of its own if another program copied it."""
        attributes = item.attributes
        if item.blend_mode is None:
            attributes = (*attributes, ("composite-op", item.operator))
        group = Group(
            item.name,
            item.visible,
            1.0 if item.passes_through else item.opacity,
            BlendMode.NORMAL if item.passes_through else item.blend_mode or BlendMode.NORMAL,
            item.passes_through,
            item.locked,
            attributes=attributes,
            clipped=item.clipped,
            mask=self._group_mask(item),
        )
        known = self._known_group(item.own_id)
        if known is None:
            return group
        if round(known.opacity * 255) == round(item.opacity * 255):
            group = replace(group, opacity=known.opacity)
        is_kept_apart = item.clipped or item.mask is not None  # for other programs alone
        if is_kept_apart and group.blend_mode is BlendMode.NORMAL:
            group = replace(group, passes_through=known.passes_through)
        if known.passes_through == group.passes_through:
            group = replace(group, blend_mode=known.blend_mode)
        return replace(group, id=known.id, collapsed=known.collapsed, mask_linked=known.mask_linked)

    def _group_mask(self, item: Item) -> Layer | None:
        """The layer mask of a group."""
        mask = item.mask
        if mask is None:
            return None
        picture = self.pictures.get(mask.src or "")
        if picture is None:
            self._tell_of_damaged_mask(item.name)
            return None
        hidden = mask_pixels(np.rint(picture.pixels[..., 3] * mask.opacity).astype(np.uint8))
        raster, beyond = self._placed(hidden, mask.x + item.x, mask.y + item.y)
        made = Layer("", raster, mask.visible, beyond=beyond)
        return replace(made, id=mask.own_id) if mask.own_id else made

    def _known_group(self, group_id: str) -> GroupState | None:
        """What the studio wrote about a group; once only, for another program may copy it."""
        for number, group in enumerate([] if self.state is None else self.state.groups):
            if group.id == group_id and self.state is not None:
                return self.state.groups.pop(number)
        return None

    def _pixels(self, item: Item) -> tuple[Raster, Beyond | None] | None:
        """The pixels of a layer in their place, on the page and past its edges; None if its picture
        is missing."""
        picture = self.pictures.get(item.src or "")
        if picture is None:
            return None
        return self._placed(self._converted(picture), item.x, item.y)

    def _placed(self, pixels: Pixels, x: int, y: int) -> tuple[Raster, Beyond | None]:
        """Pixels whose top left corner is at (x, y), on the page and past its edges."""
        bounds, page = Rect(x, y, *pixels.shape[1::-1]), self.extent.bounds
        beyond = kept_beyond(page, bounds, lambda area: pixels[area.slices_in(bounds)])
        return Raster.empty(self.extent).write(bounds, pixels), beyond

    def _layer(self, item: Item, pixels: tuple[Raster, Beyond | None] | None) -> Layer | None:
        assert item.src is not None
        if pixels is None:
            if self._is_no_png(item.src):
                self.note(
                    Sentence(
                        "The layer “{name}” is not a PNG file: it is left out.",
                        name=item.name or item.src,
                    )
                )
            else:
                self.missing.append(item.name or item.src)
            return None
        layer = _with_item(item, *pixels)
        picture = self.pictures[item.src]
        known = self._known(picture.digest)
        if known is None:
            return layer
        if known.mask is not None:
            height, width = picture.pixels.shape[:2]
            layer = self._with_mask(layer, known.mask, Rect(item.x, item.y, width, height))
        return self._restored(layer, known)

    def _is_no_png(self, src: str) -> bool:
        """Whether the file of a layer is whole, but something else than a picture."""
        try:
            data = self.archive.read(src, MAX_BLOCK)
        except ValueError:
            return False
        return data is not None and not data.startswith(_PNG)

    def _converted(self, picture: LayerPicture) -> Pixels:
        """Its pixels, converted to the document's colour profile."""
        if picture.profile == self.profile:
            return picture.pixels
        try:
            in_srgb = Conversion.to_srgb(picture.profile).applied(picture.pixels)
        except ProfileError:
            return picture.pixels
        return Conversion.from_srgb(self.profile).applied(in_srgb)

    def _known(self, digest: str) -> LayerState | None:
        if self.state is None:
            return None
        for number, layer in enumerate(self.state.layers):
            if layer.digest == digest:
                return self.state.layers.pop(number)
        return None

    def _restored(self, layer: Layer, known: LayerState) -> Layer:
        is_the_same = round(known.opacity * 255) == round(layer.opacity * 255)
        return replace(
            layer,
            id=known.id,
            drawn=known.drawn,
            opacity=known.opacity if is_the_same else layer.opacity,
            edit=self._edit(known.edit, layer.name),
            past_edits=known.past_edits,
            alpha_locked=known.alpha_locked,
        )

    def _with_mask(self, layer: Layer, known: MaskState, bounds: Rect) -> Layer:
        """`layer`, whose picture lies in `bounds`, with its mask, and with the alpha that it has
        without."""
        mask = replace(Layer.empty("", self.extent), id=known.id)
        alpha, shown = self._grey(known.alpha), self._grey(known.entry)
        is_whole = (known.entry is None) == (shown is None) and (
            known.alpha is None
            or (alpha is not None and alpha.shape == (bounds.height, bounds.width))
        )
        if not is_whole:
            self._tell_of_damaged_mask(layer.name)
            return layer
        if alpha is not None:
            pixels = layer.read(bounds)
            pixels[..., 3] = alpha
            raster, beyond = self._placed(pixels, bounds.x, bounds.y)
            layer = replace(layer, raster=raster, beyond=beyond)
        if shown is not None:
            raster, beyond = self._placed(mask_pixels(255 - shown), known.x, known.y)
            mask = replace(mask, raster=raster, beyond=beyond)
        mask = replace(mask, visible=known.enabled)
        return replace(layer, mask=mask, mask_linked=known.linked)

    def _tell_of_damaged_mask(self, name: str) -> None:
        """Say so of the mask of the layer or group called `name`."""
        self.note(
            Sentence("The layer mask of “{name}” is damaged: what it hid is lost.", name=name)
        )

    def _grey(self, entry: str | None) -> Pixels | None:
        """A grey picture of ours, (height, width); None if there is none, or it is damaged."""
        if entry is None:
            return None
        try:
            size = png_size(self.archive.head(entry, PNG_HEADER))
            check_megapixels(self.name, size / 1e6)
            limit = MAX_OVERHEAD + MAX_PIXEL_BYTES * size
            pixels = own_pixels(self.archive.read(entry, limit) or b"")
        except ValueError:
            return None
        return pixels if pixels is not None and pixels.ndim == 2 else None

    def _edit(self, entry: str | None, name: str) -> Edit | None:
        if entry is None:
            return None
        try:
            return from_json(self.archive.read(entry) or b"", Edit)
        except ValueError:
            self.note(
                Sentence("The edit of “{name}” is damaged: it is an ordinary layer now.", name=name)
            )
            return None


def png_size(head: bytes) -> int:
    """The number of pixels of a PNG file that begins so. Raises ValueError if it is none."""
    if head[:8] != b"\x89PNG\r\n\x1a\n" or len(head) < PNG_HEADER:
        raise ValueError("no PNG file")
    return int.from_bytes(head[16:20]) * int.from_bytes(head[20:24])


def _with_item(item: Item, raster: Raster, beyond: Beyond | None = None) -> Layer:
    attributes = item.attributes
    if item.blend_mode is None:
        attributes = (*attributes, ("composite-op", item.operator))
    return Layer(
        item.name,
        raster,
        item.visible,
        item.opacity,
        item.blend_mode or BlendMode.NORMAL,
        item.locked,
        attributes=attributes,
        beyond=beyond,
        clipped=item.clipped,
    )


def _without_clipping(items: Iterable[Item]) -> Iterator[Item]:
    """`items` with what is inside a group that stands for clipping in place of the group."""
    for item in items:
        if not item.clips:
            yield item
            continue
        base, *clipped = item.children
        yield replace(base, opacity=item.opacity, operator=item.operator, visible=item.visible)
        yield from clipped
