"""Moving, copying, deleting and grouping several layers at once; each returns a new document.

Layers are given by their ids, which must exist, and keep their order. Where a group is to stay
together, all of its layers are given, and its id is among the `whole` ones.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group, Path, common, is_within
from glide_studio.core.document.layers import Layer

Ids = Collection[str]


class Slot(NamedTuple):
    """A place for layers: at index `place` among the others, 0 being the lowest, in the groups
    `path`."""

    place: int
    path: Path = ()


def slots(layers: Sequence[Layer]) -> list[Slot]:
    """All places between layers, bottom first; at the edge of a group, inside and outside of it."""
    found: list[Slot] = []
    for index in range(len(layers) + 1):
        below, above = _around(layers, index)
        shared = common(below, above)
        found += [Slot(index, below[:depth]) for depth in range(len(below), len(shared), -1)]
        found.append(Slot(index, shared))
        found += [Slot(index, above[:depth]) for depth in range(len(shared) + 1, len(above) + 1)]
    return found


def next_slot(document: Document, ids: Ids, whole: Ids, steps: int) -> Slot | None:
    """The slot above the one where layers are, or below if `steps` is negative; not in a collapsed
    group. None if there is none."""
    moving, rest = _divided(document, ids)
    if not moving:
        return None
    path = _shared_path(moving, whole)
    place = sum(
        layer.id not in ids for layer in document.layers[: document.layers.index(moving[-1])]
    )
    found = slots(rest)
    own = max(
        found,
        key=lambda slot: (slot.place == place, len(common(slot.path, path)), -len(slot.path)),
    )
    way = found[found.index(own) + 1 :] if steps > 0 else found[: found.index(own)][::-1]
    return next((slot for slot in way if not any(each.collapsed for each in slot.path)), None)


def placed(document: Document, ids: Ids, slot: Slot, whole: Ids = ()) -> Document:
    """Move layers to a slot among the others, or the nearest legal one above or below it.

    A layer is clipped afterwards if it lies among layers that are, or is still above its base.
    """
    bases = {layer.id: base_of(document, layer.id) for layer in document.layers if layer.clipped}
    moving, rest = _divided(document, ids)
    index = _legal(rest, slot)
    joins = index < len(rest) and rest[index].clipped and rest[index].groups == slot.path
    block = [_regrouped(layer, slot.path, whole) for layer in moving]
    layers = [*rest[:index], *block, *rest[index:]]
    for place in range(index, index + len(block)):
        layer = layers[place]
        base = base_below(layers, place)
        stays = layer.clipped and base is not None and base.id == _id_of(bases.get(layer.id))
        clips = base is not None and (stays or (joins and layer.groups == slot.path))
        if clips != layer.clipped:
            layers[place] = replace(layer, clipped=clips)
    return replace(document, layers=released(layers))


def placed_new(document: Document, layer: Layer, slot: Slot) -> Document:
    """Add a layer at a slot, or the nearest legal one."""
    place = _legal(document.layers, slot)
    layer = replace(layer, groups=slot.path)
    layers = (*document.layers[:place], layer, *document.layers[place:])
    return replace(document, layers=released(layers))


def removed(document: Document, ids: Ids) -> Document:
    """Delete layers; the one below the lowest becomes active, or the lowest if there is none below.
    Those that were clipped to them no longer are."""
    indices = [index for index, layer in enumerate(document.layers) if layer.id in ids]
    gone = {*ids, *whole_groups(document, ids)}
    rest = [
        replace(layer, clipped=False)
        if layer.clipped and _id_of(base_of(document, layer.id)) in gone
        else layer
        for layer in document.layers
        if layer.id not in ids
    ]
    active = rest[max(indices[0] - 1, 0)].id if rest and indices else None
    return replace(document, layers=released(rest), active_id=active)


def duplicated(document: Document, ids: Ids, whole: Ids = ()) -> Document:
    """Add copies of layers above them, and above those that are clipped to them; the topmost copy,
    or the topmost whole group, becomes active."""
    originals = [layer for layer in document.layers if layer.id in ids]
    path = _shared_path(originals, whole)
    block = copies(document, ids, whole, path, document)
    index = above(document.layers, originals[-1], path)
    layers = (*document.layers[:index], *block, *document.layers[index:])
    outermost = block[-1].groups[len(path)].id if len(block[-1].groups) > len(path) else None
    return replace(document, layers=layers, active_id=block[-1].id, group_id=outermost)


def copies(document: Document, ids: Ids, whole: Ids, path: Path, target: Document) -> list[Layer]:
    """Copies of layers, and of the groups among them that stay together, to be put into the groups
    `path` of `target`, where no other has their names."""
    new = {
        group.id: group.copied(target.unused_name(group.name))
        for group in document.groups.values()
        if group.id in whole
    }
    found = []
    for layer in document.layers:
        if layer.id in ids:
            inner = tuple(new[group.id] for group in layer.groups if group.id in whole)
            name = layer.name if inner else target.unused_name(layer.name)
            mask = None if layer.mask is None else layer.mask.copied("")
            found.append(replace(layer.copied(name), groups=(*path, *inner), mask=mask))
    return found


def grouped(document: Document, ids: Ids, group: Group, whole: Ids = ()) -> Document:
    """Put layers into a new group at the place of the topmost, and make the group active."""
    chosen = [layer for layer in document.layers if layer.id in ids]
    path = _shared_path(chosen, whole)
    _, rest = _divided(document, ids)
    above = document.layers[document.layers.index(chosen[-1]) + 1 :]
    index = len(rest) - len([layer for layer in above if layer.id not in ids])
    arranged = placed(document, ids, Slot(index, (*path, group)), whole)
    return replace(arranged, active_id=chosen[-1].id, group_id=group.id, mask_id=None)


def ungrouped(document: Document, group_id: str) -> Document:
    """Take the layers of a group out of it, and leave them where they are."""

    def freed(layer: Layer) -> Layer:
        groups = tuple(group for group in layer.groups if group.id != group_id)
        return layer if groups == layer.groups else replace(layer, groups=groups)

    return replace(document, layers=released(tuple(map(freed, document.layers))))


def chosen(document: Document) -> tuple[tuple[str, ...], set[str]]:
    """The ids of the layers that commands work on, and of the groups among them that are whole."""
    group, ids = document.active_group, document.selected
    if group is None:
        return ids, whole_groups(document, ids) if len(ids) > 1 else set()
    inside = {each.id for layer in document.members(group.id) for each in layer.groups}
    outside = {each.id for each in document.path_of(group.id)}
    return ids, inside - outside


def selecting(document: Document, item_ids: Sequence[str], current: str) -> Document:
    """Select layers and groups, of which `current` becomes the active one; the document itself if
    they are selected already."""
    members = {
        each: tuple(layer.id for layer in document.members(each))
        for each in item_ids
        if each in document.groups
    }
    ids = [layer_id for each in item_ids for layer_id in members.get(each, (each,))]
    one = len(item_ids) == 1
    wanted = replace(
        document,
        active_id=members[current][-1] if current in members else current,
        group_id=current if one and current in members else None,
        selected_ids=() if one else tuple(dict.fromkeys(ids)),
    )
    now = (document.active_layer and document.active_layer.id, document.active_group)
    if (wanted.active_id, wanted.active_group) != now:
        return replace(wanted, mask_id=None)
    return document if wanted.selected == document.selected else wanted


def whole_groups(document: Document, ids: Ids) -> set[str]:
    """The groups all of whose layers are among `ids`."""
    broken = {
        group.id for layer in document.layers if layer.id not in ids for group in layer.groups
    }
    return document.groups.keys() - broken


def index_of(document: Document, layer_id: str) -> int:
    """The index of a layer, 0 being the lowest. Raises KeyError if there is none with that id."""
    for index, layer in enumerate(document.layers):
        if layer.id == layer_id:
            return index
    raise KeyError(layer_id)


def base_of(document: Document, layer_id: str) -> Layer | Group | None:
    """The layer or group that a layer is clipped to; None if it is not clipped."""
    index = index_of(document, layer_id)
    return base_below(document.layers, index) if document.layers[index].clipped else None


def base_below(layers: Sequence[Layer], index: int) -> Layer | Group | None:
    """What a layer can be clipped to: the first layer below in its group that is not clipped, or
    the first group."""
    path = layers[index].groups
    for layer in reversed(layers[:index]):
        if not is_within(layer.groups, path):
            return None
        if len(layer.groups) > len(path):
            return layer.groups[len(path)]
        if not layer.clipped:
            return layer
    return None


def released(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """The layers, of which those that have nothing to be clipped to are not clipped."""
    with_base: set[tuple[str, ...]] = set()
    found = []
    for layer in layers:
        path = tuple(group.id for group in layer.groups)
        with_base.update(path[:depth] for depth in range(len(path)))
        if layer.clipped and path not in with_base:
            layer = replace(layer, clipped=False)
        if not layer.clipped:
            with_base.add(path)
        found.append(layer)
    return tuple(found)


def _divided(document: Document, ids: Ids) -> tuple[list[Layer], list[Layer]]:
    """These layers and the others."""
    return (
        [layer for layer in document.layers if layer.id in ids],
        [layer for layer in document.layers if layer.id not in ids],
    )


def _regrouped(layer: Layer, path: Path, whole: Ids) -> Layer:
    """`layer` in the groups of `path`, and in those of its own that stay together."""
    groups = (*path, *(group for group in layer.groups if group.id in whole))
    return layer if groups == layer.groups else replace(layer, groups=groups)


def _shared_path(layers: Sequence[Layer], whole: Ids) -> Path:
    """The groups that all of the layers lie in, but for those that are whole."""
    path = layers[0].groups
    for layer in layers:
        path = common(path, layer.groups)
    kept = next((depth for depth, group in enumerate(path) if group.id in whole), len(path))
    return path[:kept]


def above(layers: Sequence[Layer], layer: Layer, path: Path) -> int:
    """The index above a layer or its group in `path`, and above what is clipped to it."""
    index = layers.index(layer) + 1
    while index < len(layers) and len(common(layers[index].groups, layer.groups)) > len(path):
        index += 1
    while index < len(layers) and layers[index].groups == path and layers[index].clipped:
        if layer.clipped:
            break
        index += 1
    return index


def _around(layers: Sequence[Layer], index: int) -> tuple[Path, Path]:
    """The groups of the layer below an index and of the one there."""
    below = layers[index - 1].groups if index else ()
    return below, layers[index].groups if index < len(layers) else ()


def _legal(layers: Sequence[Layer], slot: Slot) -> int:
    """The index nearest to that of a slot at which its path leaves groups together."""
    there = {group.id for layer in layers for group in layer.groups}

    def is_legal(index: int) -> bool:
        below, above = _around(layers, index)
        opened = [slot.path[:depth] for depth in range(1, len(slot.path) + 1)]
        return is_within(slot.path, common(below, above)) and all(
            is_within(below, path) or is_within(above, path)
            for path in opened
            if path[-1].id in there
        )

    places = sorted(range(len(layers) + 1), key=lambda index: (abs(index - slot.place), -index))
    return next(index for index in places if is_legal(index))


def _id_of(base: Layer | Group | None) -> str | None:
    return None if base is None else base.id
