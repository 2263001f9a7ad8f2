"""Operations on whole layers; each returns a new document.

Layers are given by their ids, which must exist. Callers check whether layers are locked.
"""

from collections.abc import Sequence
from dataclasses import replace

from glide_studio.core.document.beyond import kept_beyond
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer, branch_at, settings_in
from glide_studio.core.document.merging import merged, merged_over
from glide_studio.core.geometry import AxisMap
from glide_studio.core.raster.raster import Raster


def with_empty_layer(document: Document, name: str) -> Document:
    """Add an empty layer above the active one, and make it active."""
    return _with_layer_above(document, Layer.empty(name, document.extent))


def duplicated(document: Document, layer_id: str) -> Document:
    """Add a copy of a layer above it and those that are clipped to it, and make it active."""
    index = index_of(document, layer_id)
    layer = document.layers[index]
    above = index + 1 if layer.clipped else branch_at(document.layers, index).stop
    copy = layer.copied(document.unused_name(layer.name))
    layers = (*document.layers[:above], copy, *document.layers[above:])
    return replace(document, layers=layers, active_id=copy.id)


def removed(document: Document, layer_id: str) -> Document:
    """Delete a layer; the one below it becomes active, or the lowest if there is none below. Those
    that were clipped to it no longer are."""
    index = index_of(document, layer_id)
    branch = branch_at(document.layers, index)
    above = list(document.layers[index + 1 :])
    if index == branch.start:
        above[: len(branch) - 1] = (
            replace(layer, clipped=False) for layer in above[: len(branch) - 1]
        )
    rest = _released((*document.layers[:index], *above))
    active = rest[max(index - 1, 0)].id if rest else None
    return replace(document, layers=rest, active_id=active)


def moved(document: Document, layer_id: str, index: int) -> Document:
    """Move a layer to `index`, 0 being the lowest, and make it active.

    It is clipped afterwards if it lies among layers that are, or is still above its base.
    """
    layer, base = document.layers[index_of(document, layer_id)], base_of(document, layer_id)
    rest = [other for other in document.layers if other is not layer]
    joins = index < len(rest) and rest[index].clipped and index > 0
    stays = base is not None and base is _base_below(rest, index)
    clips = joins or stays
    rest.insert(index, layer if clips == layer.clipped else replace(layer, clipped=clips))
    return replace(document, layers=_released(rest), active_id=layer_id)


def shifted(layer: Layer, x: int, y: int, icc_profile: bytes | None) -> Layer:
    """`layer` moved by `x` pixels to the right and `y` down, in a document with that profile; what
    leaves the page is kept."""
    extent = layer.raster.extent
    page = extent.bounds
    if layer.mask is not None:
        layer = replace(layer, mask=shifted(layer.mask, x, y, icc_profile))
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
    """Merge a layer with the one below it, both visible, into a normal layer with the lower's name.

    If the lower one is clipped, so must be the other. The composite changes by rounding errors at
    most, as the merged layer has eight bits, unless clipped layers that blend are merged.
    """
    index = index_of(document, layer_id)
    pair = document.layers[index - 1 : index + 1]
    if pair[0].clipped:  # both are: they lie on colours that count as opaque
        raster = merged([replace(layer, clipped=False) for layer in pair], document.extent)
    else:
        raster = merged_over(document.layers[: index - 1], pair, document.extent)
    both = replace(_instead_of(pair, raster), clipped=pair[0].clipped)
    layers = (*document.layers[: index - 1], both, *document.layers[index + 1 :])
    return replace(document, layers=layers, active_id=both.id)


def merged_visible(document: Document) -> Document:
    """Merge all visible layers into one at the place of the lowest; hidden ones are kept."""
    visible = [layer for layer in document.layers if layer.visible]
    one = _as_one(document, visible)
    layers = [one if layer is visible[0] else layer for layer in document.layers]
    kept = tuple(layer for layer in layers if layer is one or not layer.visible)
    return replace(document, layers=_released(kept), active_id=one.id)


def flattened(document: Document) -> Document:
    """Merge all visible layers into one and delete the hidden ones."""
    visible = [layer for layer in document.layers if layer.visible]
    one = _as_one(document, visible)
    return replace(document, layers=(one,), active_id=one.id)


def base_of(document: Document, layer_id: str) -> Layer | None:
    """The layer that a layer is clipped to; None if it is not clipped."""
    index = index_of(document, layer_id)
    return _base_below(document.layers, index) if document.layers[index].clipped else None


def can_clip(document: Document, layer_id: str) -> bool:
    """Whether there is a layer below that a layer can be clipped to."""
    return _base_below(document.layers, index_of(document, layer_id)) is not None


def index_of(document: Document, layer_id: str) -> int:
    """The index of a layer, 0 being the lowest. Raises KeyError if there is none with that id."""
    for index, layer in enumerate(document.layers):
        if layer.id == layer_id:
            return index
    raise KeyError(layer_id)


def _released(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """The layers, of which the lowest have nothing to be clipped to any more."""
    low = next((index for index, each in enumerate(layers) if not each.clipped), len(layers))
    return (*(replace(layer, clipped=False) for layer in layers[:low]), *layers[low:])


def _base_below(layers: Sequence[Layer], index: int) -> Layer | None:
    """The first layer below `index` that is not clipped."""
    return next((layer for layer in reversed(layers[:index]) if not layer.clipped), None)


def _as_one(document: Document, layers: Sequence[Layer]) -> Layer:
    return _instead_of(layers, merged(layers, document.extent))


def _instead_of(layers: Sequence[Layer], raster: Raster) -> Layer:
    """`raster` as a layer with the name of the lowest of `layers`."""
    is_drawn = all(layer.drawn for layer in layers)
    return Layer(layers[0].name, raster, drawn=is_drawn, past_edits=settings_in(layers))


def _with_layer_above(document: Document, layer: Layer) -> Document:
    """Insert `layer` right above the active one, and make it active."""
    active = document.active_layer
    index = 0 if active is None else index_of(document, active.id) + 1
    above = document.layers[index:]
    if active is not None and above and above[0].clipped:
        layer = replace(layer, clipped=True)
    layers = (*document.layers[:index], layer, *above)
    return replace(document, layers=layers, active_id=layer.id)
