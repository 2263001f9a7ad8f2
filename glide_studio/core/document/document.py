"""The document: layers, mask and guides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from itertools import groupby, pairwise
from typing import NamedTuple

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.groups import Group, Path
from glide_studio.core.document.guides import Guide
from glide_studio.core.document.layers import Item, Layer, composite
from glide_studio.core.document.metadata import Foreign, Metadata
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.colours import MaskColours
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.raster.raster import Pixels, Raster


class Frame(NamedTuple):
    """A coordinate system: two documents with the same frame have the same pixels at the same
    coordinates."""

    extent: Extent
    reshaped_id: str


@dataclass(frozen=True)
class Document:
    """One immutable state of the document; `layers` are bottom first.

    `active_id` is the id of the active layer; if it is None or there is no such layer, the topmost
    is active. If it lies in the group `group_id`, commands work on that group; if it is among
    `selected_ids`, on all of those. If `mask_id` is the id of that group, or else of the active
    layer, brushes paint on its layer mask. `reshaped_id` changes with every crop, scaling, rotation
    or flip. `region` is the square around the mask that the artist wants the model to see; None for
    the automatic one. `mask` is that of the active one of its `colours`.
    """

    extent: Extent
    mask: Mask
    layers: tuple[Layer, ...] = ()
    icc_profile: bytes | None = None
    active_id: str | None = None
    guides: tuple[Guide, ...] = ()
    reshaped_id: str = ""
    metadata: Metadata = field(default_factory=Metadata, repr=False)
    foreign: Foreign = field(default_factory=Foreign, repr=False)
    region: Rect | None = None
    colours: MaskColours = field(default_factory=MaskColours)
    mask_id: str | None = None
    group_id: str | None = None
    selected_ids: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError if layers of one group do not follow each other, or hold it in different
        states or places."""
        if not any(layer.groups for layer in self.layers):
            return
        paths = [path for path, _ in groupby(layer.groups for layer in self.layers)]
        opened: dict[str, Path] = {}
        for before, path in pairwise([(), *paths]):
            for depth, group in enumerate(path):
                stays = len(before) > depth and before[: depth + 1] == path[: depth + 1]
                if not stays and group.id in opened:
                    raise ValueError(f"the layers of “{group.name}” do not follow each other")
                opened[group.id] = path[: depth + 1]

    @classmethod
    def blank(cls, extent: Extent) -> "Document":
        return cls(extent, Mask.empty(extent))

    @classmethod
    def from_picture(cls, rgba: Pixels, name: str = "Background") -> "Document":
        """A document with one layer: `rgba` is uint8 (height, width, 4), straight alpha."""
        raster = Raster.from_array(rgba)
        return cls.blank(raster.extent).with_layer(Layer(name, raster))

    @property
    def is_blank(self) -> bool:
        return not self.layers

    @property
    def is_flat(self) -> bool:
        """Whether a file without layers can hold it: it has at most one layer, without an edit,
        fully opaque, visible and Normal."""
        plain = all(
            layer.visible
            and layer.opacity == 1
            and layer.blend_mode is BlendMode.NORMAL
            and layer.edit is None
            and layer.beyond is None
            and layer.mask is None
            and not layer.groups
            for layer in self.layers
        )
        return plain and len(self.layers) <= 1

    @property
    def frame(self) -> Frame:
        return Frame(self.extent, self.reshaped_id)

    @cached_property
    def selection(self) -> Selection:
        """What tools and commands may change of a layer: the masks of all colours together."""
        return Selection(reduce(Mask.united, self.colours.others.values(), self.mask))

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits of the layers that have one, bottom first."""
        return tuple(layer.edit for layer in self.layers if layer.edit is not None)

    @property
    def active_layer(self) -> Layer | None:
        """The active layer; None in a blank document."""
        return self.layer(self.active_id) or (self.layers[-1] if self.layers else None)

    @property
    def active_group(self) -> Group | None:
        """The group that commands work on, if it is not a layer."""
        path = () if self.active_layer is None else self.active_layer.groups
        return next((group for group in path if group.id == self.group_id), None)

    @property
    def target(self) -> Item | None:
        """The active group, or else the active layer."""
        return self.active_group or self.active_layer

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the layers that commands work on, bottom first."""
        active, group = self.active_layer, self.active_group
        if active is None:
            return ()
        if group is not None:
            return tuple(layer.id for layer in self.members(group.id))
        ids = self.selected_ids if active.id in self.selected_ids else (active.id,)
        return tuple(layer.id for layer in self.layers if layer.id in ids)

    @property
    def seen_items(self) -> tuple[Item, ...]:
        """The layers that do not lie in collapsed groups, and these groups, bottom first."""
        items: dict[str, Item] = {}
        for layer in self.layers:
            collapsed = next((group for group in layer.groups if group.collapsed), None)
            item = collapsed or layer
            items[item.id] = item
        return tuple(items.values())

    def path_of(self, group_id: str) -> Path:
        """The groups that a group lies in, the outermost first."""
        path = self.members(group_id)[0].groups
        return path[: [group.id for group in path].index(group_id)]

    @property
    def groups(self) -> dict[str, Group]:
        """All groups by their ids."""
        return {group.id: group for layer in self.layers for group in layer.groups}

    def members(self, item_id: str) -> tuple[Layer, ...]:
        """The layers in a group, those in groups inside it too; of a layer, itself."""
        return tuple(
            layer
            for layer in self.layers
            if layer.id == item_id or any(each.id == item_id for each in layer.groups)
        )

    @property
    def painted_mask(self) -> Layer | None:
        """The layer mask of the active layer or group, if brushes paint on it."""
        item = self.target
        return None if item is None or item.id != self.mask_id else item.mask

    def layer(self, layer_id: str | None) -> Layer | None:
        """The layer with that id, if there is one."""
        return next((layer for layer in self.layers if layer.id == layer_id), None)

    def item(self, item_id: str | None) -> Item | None:
        """The layer or group with that id, if there is one."""
        return self.layer(item_id) or self.groups.get(item_id or "")

    def composite(self, bounds: Rect | None = None) -> Pixels:
        """The composite of the layers in `bounds`, or everywhere: (height, width, 4) uint8."""
        return composite(self.layers, bounds or self.extent.bounds)

    @property
    def masks(self) -> dict[int, Mask]:
        """The masks of all colours by their numbers, in the order in which they are repainted."""
        return dict(sorted({**self.colours.others, self.colours.active: self.mask}.items()))

    @property
    def painted(self) -> tuple[int, ...]:
        """The numbers of the colours that have pixels to repaint."""
        return tuple(number for number, mask in self.masks.items() if not mask.is_empty)

    def with_masks(self, masks: Mapping[int, Mask], active: int | None = None) -> "Document":
        """This document with these masks by the numbers of their colours, of which `active`, or
        the one that is now, is the active one."""
        before = self.colours.active
        number = before if active is None else active
        others = {each: mask for each, mask in masks.items() if each != number}
        region = self.region if number == before else None
        changed = replace(self, colours=MaskColours(number, others), region=region)
        return changed.with_mask(masks[number])

    def with_mask(self, mask: Mask) -> "Document":
        """This document with another mask; an empty one has the automatic region."""
        return replace(self, mask=mask, region=None if mask.is_empty else self.region)

    def with_layer(self, layer: Layer) -> "Document":
        """This document with `layer` on top, as the active layer."""
        return replace(self, layers=(*self.layers, layer), active_id=layer.id, group_id=None)

    def with_changed(self, layer: Layer) -> "Document":
        """This document with `layer` in place of the one with the same id, if there is one."""
        layers = tuple(layer if old.id == layer.id else old for old in self.layers)
        return replace(self, layers=layers)

    def with_group(self, group: Group) -> "Document":
        """This document with `group` in place of the one with the same id."""

        def regrouped(layer: Layer) -> Layer:
            groups = tuple(group if old.id == group.id else old for old in layer.groups)
            return layer if groups == layer.groups else replace(layer, groups=groups)

        return replace(self, layers=tuple(map(regrouped, self.layers)))

    def with_group_masks(self, groups: Iterable[Group]) -> "Document":
        """This document with the layer masks of `groups` on those with the same ids, if there are
        any."""
        document, own = self, self.groups
        for group in groups:
            if group.id in own:
                document = document.with_group(replace(own[group.id], mask=group.mask))
        return document

    def with_item(self, item: Item) -> "Document":
        """As `with_changed` or `with_group`."""
        return self.with_changed(item) if isinstance(item, Layer) else self.with_group(item)

    def unused_name(self, name: str) -> str:
        """`name`, with a number if a layer or group already has this name."""
        taken = {layer.name for layer in self.layers}
        taken |= {group.name for group in self.groups.values()}
        found, number = name, 2
        while found in taken:
            found, number = f"{name} {number}", number + 1
        return found
