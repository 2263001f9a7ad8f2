"""Moving, copying, deleting and grouping several layers at once; each returns a new document.

Layers are given by their ids, which must exist, and keep their order. Where a group is to stay
together, all of its layers are given, and its id is among the `whole` ones.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group, Path, common, is_within
from glide_studio.core.document.layers import AnyItem, Item, Layer, item_in

Ids = Collection[str]


class Slot(NamedTuple):
    """A place for layers: at index `place` among the others, 0 being the lowest, in the groups
    `path`."""

    place: int
    path: Path = ()


class Chosen(NamedTuple):
    """What a command works on: layers by their `ids`, and the `whole` groups among them."""

    ids: tuple[str, ...]
    whole: frozenset[str] = frozenset()


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

    What is moved is clipped afterwards if it lies among what is clipped, or still above its base.
    """
    bases = {item.id: base_of(document, item.id) for item in _clipped_items(document)}
    moving, rest = _divided(document, ids)
    index = _legal(rest, slot)
    above = item_in(rest[index], slot.path) if index < len(rest) else None
    joins = above is not None and above.clipped
    block = [_regrouped(layer, slot.path, whole) for layer in moving]
    arranged = replace(document, layers=(*rest[:index], *block, *rest[index:]))
    for place in range(index, index + len(block)):
        for depth in range(len(slot.path), len(arranged.layers[place].groups) + 1):
            path = arranged.layers[place].groups[:depth]
            item = item_in(arranged.layers[place], path)
            base = base_below(arranged.layers, place, path)
            if item is None or not _is_lowest(arranged.layers, place, path):
                continue
            stays = item.clipped and base is not None and base.id == _id_of(bases.get(item.id))
            clips = base is not None and (stays or (joins and depth == len(slot.path)))
            if clips != item.clipped:
                arranged = arranged.with_item(replace(item, clipped=clips))
    return replace(arranged, layers=released(arranged.layers))


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
    kept = document
    for item in _clipped_items(document):
        if _id_of(base_of(document, item.id)) in gone:
            there = kept.item(item.id)
            assert there is not None
            kept = kept.with_item(replace(there, clipped=False))
    rest = [layer for layer in kept.layers if layer.id not in ids]
    active = rest[max(indices[0] - 1, 0)].id if rest and indices else None
    return replace(kept, layers=released(rest), active_id=active)


def duplicated(document: Document, ids: Ids, whole: Ids = ()) -> Document:
    """Add copies of layers above them, and above those that are clipped to them; the topmost copy,
    or the topmost whole group, becomes active."""
    originals = [layer for layer in document.layers if layer.id in ids]
    path = _shared_path(originals, whole)
    block = copies(document, ids, whole, path, document)
    index = index_above(document.layers, originals[-1], path)
    return inserted(document, block, index, path)


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
            found.append(replace(layer.copied(name), groups=(*path, *inner)))
    return found


def inserted(document: Document, block: Sequence[Layer], index: int, path: Path) -> Document:
    """Add layers at an index, in the groups `path` or in groups of their own inside these; the
    topmost layer, or the outermost of its own groups, becomes active."""
    top = block[-1]
    outermost = top.groups[len(path)].id if len(top.groups) > len(path) else None
    layers = (*document.layers[:index], *block, *document.layers[index:])
    return replace(document, layers=layers, active_id=top.id, group_id=outermost)


def grouped(document: Document, ids: Ids, group: Group, whole: Ids = ()) -> Document:
    """Put layers into a new group at the place of the topmost, and make the group active. It is
    clipped if all of them are."""
    chosen = [layer for layer in document.layers if layer.id in ids]
    path = _shared_path(chosen, whole)
    items = [item_in(_regrouped(layer, path, whole), path) for layer in chosen]
    if all(item is not None and item.clipped for item in items):
        group = replace(group, clipped=True)
    _, rest = _divided(document, ids)
    above = document.layers[document.layers.index(chosen[-1]) + 1 :]
    index = len(rest) - len([layer for layer in above if layer.id not in ids])
    arranged = placed(document, ids, Slot(index, (*path, group)), whole)
    return replace(arranged, active_id=chosen[-1].id, group_id=group.id, mask_id=None)


def ungrouped(document: Document, group_id: str) -> Document:
    """Take the layers of a group out of it, and leave them where they are; what lies in a clipped
    group becomes clipped itself."""
    if document.groups[group_id].clipped:
        inside = (*document.path_of(group_id), document.groups[group_id])
        for member in document.members(group_id):
            item = item_in(member, inside)
            there = None if item is None else document.item(item.id)
            if there is not None:
                document = document.with_item(replace(there, clipped=True))

    def freed(layer: Layer) -> Layer:
        groups = tuple(group for group in layer.groups if group.id != group_id)
        return layer if groups == layer.groups else replace(layer, groups=groups)

    return replace(document, layers=released(tuple(map(freed, document.layers))))


def chosen(document: Document) -> Chosen:
    """The selected layers, or the active group."""
    group, ids = document.active_group, document.selected
    if group is None:
        return Chosen(ids, frozenset(whole_groups(document, ids) if len(ids) > 1 else ()))
    inside = {each.id for layer in document.members(group.id) for each in layer.groups}
    outside = {each.id for each in document.path_of(group.id)}
    return Chosen(ids, frozenset(inside - outside))


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


def index_above(layers: Sequence[Layer], layer: Layer, path: Path) -> int:
    """The index above a layer or its group in `path`, and above what is clipped to it."""
    index = layers.index(layer) + 1
    while index < len(layers) and len(common(layers[index].groups, layer.groups)) > len(path):
        index += 1
    original = item_in(layer, path)
    while index < len(layers) and original is not None and not original.clipped:
        item = item_in(layers[index], path)
        if item is None or not item.clipped:
            break
        index += 1
    return index


def base_of(document: Document, item_id: str) -> Item | None:
    """What a layer or group is clipped to; None if it is not clipped."""
    item = document.item(item_id)
    return base_for(document, item_id) if item is not None and item.clipped else None


def base_for(document: Document, item_id: str) -> Item | None:
    """What a layer or group can be clipped to; None if there is nothing below it in its group."""
    lowest = document.members(item_id)[0]
    place = index_of(document, lowest.id)
    path = lowest.groups if lowest.id == item_id else document.path_of(item_id)
    return base_below(document.layers, place, path)


def base_below(layers: Sequence[Layer], index: int, path: Path) -> Item | None:
    """What something in the groups `path`, whose lowest layer is at `index`, can be clipped to: the
    first layer or group below in these groups that is not clipped."""
    for layer in reversed(layers[:index]):
        item = item_in(layer, path)
        if item is None or not item.clipped:
            return item
    return None


def released(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """The layers, of which those that have nothing to be clipped to are not clipped, nor are such
    groups."""
    with_base: set[tuple[str, ...]] = set()
    groups: dict[str, Group] = {}

    def freed(item: AnyItem, path: Path) -> AnyItem:
        place = tuple(group.id for group in path)
        if item.clipped and place not in with_base:
            item = replace(item, clipped=False)
        if not item.clipped:
            with_base.add(place)
        return item

    found = []
    for layer in layers:
        for depth, group in enumerate(layer.groups):
            if group.id not in groups:
                groups[group.id] = freed(group, layer.groups[:depth])
        path = tuple(groups[group.id] for group in layer.groups)
        found.append(freed(layer if path == layer.groups else replace(layer, groups=path), path))
    return tuple(found)


def _clipped_items(document: Document) -> Iterator[Item]:
    items: tuple[Item, ...] = (*document.layers, *document.groups.values())
    return (item for item in items if item.clipped)


def _is_lowest(layers: Sequence[Layer], place: int, path: Path) -> bool:
    """Whether the layer at `place` is the lowest of what lies right in the groups `path`."""
    below = item_in(layers[place - 1], path) if place else None
    return _id_of(below) != _id_of(item_in(layers[place], path))


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


def _id_of(base: Item | None) -> str | None:
    return None if base is None else base.id
