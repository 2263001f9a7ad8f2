"""Operations on whole layers; each returns a new document.

Layers are given by their ids, which must exist. Callers check whether layers are locked.
"""

from collections.abc import Sequence
from dataclasses import replace

from glide_studio.core.document.arranging import (
    Slot,
    base_for,
    index_of,
    placed,
    placed_new,
    released,
    slots,
)
from glide_studio.core.document.beyond import kept_beyond
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Path, common, is_within
from glide_studio.core.document.layers import Layer, item_in, settings_in
from glide_studio.core.document.merging import merged, merged_over
from glide_studio.core.geometry import AxisMap, Rect
from glide_studio.core.raster.raster import Pixels, Raster


def with_empty_layer(document: Document, name: str) -> Document:
    """Add an empty layer above the active one, and make it active."""
    return _with_layer_above(document, Layer.empty(name, document.extent))


def with_placed(
    document: Document, name: str, pixels: Pixels, corner: tuple[int, int] | None = None
) -> Document:
    """Add a picture, (height, width, 4) in the document's colours, as a layer above the active one,
    and make it active. Its top left corner is at `corner`, or else it is centred; what lies past
    the edges of the page is kept."""
    page, (height, width) = document.extent.bounds, pixels.shape[:2]
    x, y = corner or ((page.width - width) // 2, (page.height - height) // 2)
    place = Rect(x, y, width, height)
    layer = Layer(
        document.unused_name(name),
        Raster.empty(document.extent).write(place, pixels),
        beyond=kept_beyond(page, place, lambda area: pixels[area.slices_in(place)]),
    )
    return _with_layer_above(document, layer)


def moved(document: Document, layer_id: str, index: int) -> Document:
    """Move a layer to `index`, 0 being the lowest, and make it active; it stays in its groups as
    far as they reach there."""
    layer = document.layers[index_of(document, layer_id)]
    rest = [other for other in document.layers if other is not layer]
    paths = [path for place, path in slots(rest) if place == index]
    path = max(paths, key=lambda path: (len(common(path, layer.groups)), -len(path)))
    changed = placed(document, (layer_id,), Slot(index, path))
    return replace(changed, active_id=layer_id)


def shifted(layer: Layer, x: int, y: int, icc_profile: bytes | None) -> Layer:
    """`layer` moved by `x` pixels to the right and `y` down, in a document with that profile; what
    leaves the page is kept."""
    extent = layer.raster.extent
    page = extent.bounds
    if layer.linked_mask is not None:
        layer = replace(layer, mask=shifted(layer.linked_mask, x, y, icc_profile))
    raster = layer.raster.framed(page.translated(-x, -y))
    if layer.edit is not None:
        edit = layer.edit.moved(AxisMap.shift(x, y))
        if not page.contains(layer.edit.clip):
            raster = edit.rendered(extent, icc_profile)
        return replace(layer, raster=raster, edit=edit)
    if layer.beyond is not None:
        entering = page.intersected(layer.beyond.bounds.translated(x, y))
        raster = raster.write(entering, layer.read(entering.translated(-x, -y)))
    beyond = kept_beyond(
        page,
        layer.content_bounds.translated(x, y),
        lambda area: layer.read(area.translated(-x, -y)),
    )
    return replace(layer, raster=raster, beyond=beyond)


def merged_down(document: Document, layer_id: str) -> Document:
    """Merge a layer with the one below it in its group, both visible, into a normal layer with the
    lower's name.

    If the lower one is clipped, so must be the other. The composite changes by rounding errors at
    most, as the merged layer has eight bits, unless clipped layers that blend are merged.
    """
    index = index_of(document, layer_id)
    pair, path = document.layers[index - 1 : index + 1], document.layers[index].groups
    alone = [replace(layer, groups=()) for layer in pair]
    if pair[0].clipped:  # both are: they lie on colours that count as opaque
        raster = merged([replace(layer, clipped=False) for layer in alone], document.extent)
    else:
        ground = _ground(document.layers[: index - 1], path)
        raster = merged_over(ground, alone, document.extent)
    both = replace(_instead_of(pair, raster), clipped=pair[0].clipped, groups=path)
    layers = (*document.layers[: index - 1], both, *document.layers[index + 1 :])
    return replace(document, layers=layers, active_id=both.id)


def merged_group(document: Document, group_id: str) -> Document:
    """Merge a group, which is visible, into one layer with its name, and with its opacity, blend
    mode and mask unless it passes through; if it is clipped, or something to it, it does not."""
    group, members = document.groups[group_id], document.members(group_id)
    path = document.path_of(group_id)
    start = index_of(document, members[0].id)
    stop = start + len(members)
    above = item_in(document.layers[stop], path) if stop < len(document.layers) else None
    if group.passes_through and not (group.clipped or (above is not None and above.clipped)):
        inside = [replace(layer, groups=layer.groups[len(path) :]) for layer in members]
        ground = _ground(document.layers[:start], path)
        layer = _instead_of(members, merged_over(ground, inside, document.extent))
    else:
        mode = BlendMode.NORMAL if group.passes_through else group.blend_mode
        layer = replace(
            _instead_of(members, raster_of(document, group_id)),
            opacity=group.opacity,
            blend_mode=mode,
            mask=group.mask,
            mask_linked=group.mask_linked,
        )
    one = replace(layer, name=group.name, groups=path, clipped=group.clipped)
    layers = (*document.layers[:start], one, *document.layers[stop:])
    return replace(document, layers=layers, active_id=one.id)


def raster_of(document: Document, item_id: str) -> Raster:
    """The pixels of a layer, or the composite of the layers in a group."""
    layer = document.layer(item_id)
    if layer is not None:
        return layer.raster
    depth = len(document.path_of(item_id)) + 1
    members = document.members(item_id)
    inside = [replace(layer, groups=layer.groups[depth:]) for layer in members]
    return merged(inside, document.extent)


def merged_layers(document: Document, ids: Sequence[str]) -> Document:
    """Merge visible layers into one, as they look alone, at the place of the topmost."""
    several = [layer for layer in document.layers if layer.id in ids]
    path = several[0].groups
    for layer in several:
        path = common(path, layer.groups)
    alone = [replace(layer, groups=layer.groups[len(path) :]) for layer in several]
    one = replace(_instead_of(alone, merged(alone, document.extent)), groups=path)
    above = document.layers[index_of(document, several[-1].id) + 1 :]
    kept = replace(document, layers=tuple(each for each in document.layers if each.id not in ids))
    kept = replace(kept, layers=released(kept.layers))
    place = len(kept.layers) - sum(layer.id not in ids for layer in above)
    return replace(placed_new(kept, one, Slot(place, path)), active_id=one.id)


def merged_visible(document: Document) -> Document:
    """Merge all visible layers into one at the place of the lowest; hidden ones are kept."""
    visible = [layer for layer in document.layers if layer.is_shown]
    one = _instead_of(visible, merged(document.layers, document.extent))
    hidden = [layer for layer in document.layers if not layer.is_shown]
    kept = replace(document, layers=released(hidden))
    below = document.layers[: index_of(document, visible[0].id)]
    slot = Slot(sum(not layer.is_shown for layer in below))
    return replace(placed_new(kept, one, slot), active_id=one.id)


def flattened(document: Document) -> Document:
    """Merge all visible layers into one and delete the hidden ones."""
    visible = [layer for layer in document.layers if layer.is_shown]
    one = _instead_of(visible, merged(document.layers, document.extent))
    return replace(document, layers=(one,), active_id=one.id)


def can_clip(document: Document, item_id: str) -> bool:
    """Whether there is something below that a layer or group can be clipped to."""
    return base_for(document, item_id) is not None


def _ground(layers: Sequence[Layer], path: Path) -> list[Layer]:
    """What layers of `path` blend with, of the layers below them: those in the innermost of its
    groups that is isolated, or all. Opacity and mask of the groups around them come afterwards."""
    isolated = [
        depth for depth, group in enumerate(path) if group.clipped or not group.passes_through
    ]
    inner = path[: isolated[-1] + 1] if isolated else ()
    inside = [layer for layer in layers if is_within(layer.groups, inner)]
    return [
        replace(layer, groups=layer.groups[len(common(layer.groups, path)) :]) for layer in inside
    ]


def _instead_of(layers: Sequence[Layer], raster: Raster) -> Layer:
    """`raster` as a layer with the name of the lowest of `layers`."""
    is_drawn = all(layer.drawn for layer in layers)
    return Layer(layers[0].name, raster, drawn=is_drawn, past_edits=settings_in(layers))


def _with_layer_above(document: Document, layer: Layer) -> Document:
    """Insert `layer` right above the active one, or above the active group if that is collapsed,
    and make it active."""
    active, group = document.active_layer, document.active_group
    if active is None:
        return document.with_layer(layer)
    path = active.groups
    if group is not None and group.collapsed:
        active, path = document.members(group.id)[-1], document.path_of(group.id)
    index = index_of(document, active.id) + 1
    above = document.layers[index:]
    next_item = item_in(above[0], path) if above else None
    clips = next_item is not None and next_item.clipped
    layer = replace(layer, groups=path, clipped=clips)
    layers = (*document.layers[:index], layer, *above)
    return replace(document, layers=layers, active_id=layer.id, group_id=None)
