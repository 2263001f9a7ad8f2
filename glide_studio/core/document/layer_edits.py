"""What can be done to a document's layers as a whole; each returns a new document.

Layers are named by their ids, which have to be there. Locks are for the caller to respect.
"""

from collections.abc import Sequence
from dataclasses import replace

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.merging import merged, merged_over
from glide_studio.core.geometry import AxisMap, Rect
from glide_studio.core.raster.raster import Raster


def with_empty_layer(document: Document, name: str) -> Document:
    """An empty layer above the active one; it becomes the active one."""
    return _with_layer_above(document, Layer.empty(name, document.extent))


def duplicated(document: Document, layer_id: str) -> Document:
    """A copy of a layer right above it, active."""
    layer = document.layers[index_of(document, layer_id)]
    copy = layer.copied(document.unused_name(layer.name))
    return _with_layer_above(replace(document, active_id=layer_id), copy)


def removed(document: Document, layer_id: str) -> Document:
    """The document without a layer; the one below becomes active, or else the lowest."""
    index = index_of(document, layer_id)
    rest = (*document.layers[:index], *document.layers[index + 1 :])
    active = rest[max(index - 1, 0)].id if rest else None
    return replace(document, layers=rest, active_id=active)


def moved(document: Document, layer_id: str, index: int) -> Document:
    """The layers in another order: this one at `index`, 0 being the lowest; it is active."""
    layer = document.layers[index_of(document, layer_id)]
    rest = [other for other in document.layers if other is not layer]
    rest.insert(index, layer)
    return replace(document, layers=tuple(rest), active_id=layer_id)


def shifted(layer: Layer, x: int, y: int) -> Layer:
    """A layer `x` pixels further right and `y` further down; what leaves the page is cut off."""
    extent = layer.raster.extent
    raster = layer.raster.framed(Rect(-x, -y, extent.width, extent.height))
    edit = layer.edit
    if edit is not None:
        edit = edit.moved(AxisMap.shift(x, y)).cropped(extent.bounds)
    return replace(layer, raster=raster, edit=edit)


def merged_down(document: Document, layer_id: str) -> Document:
    """A layer and the one below it, both visible, as one normal layer with the lower's name.

    What the layers up to them show together changes by a rounding at most.
    """
    index = index_of(document, layer_id)
    pair = document.layers[index - 1 : index + 1]
    raster = merged_over(document.layers[: index - 1], pair, document.extent)
    both = _instead_of(pair, raster)
    layers = (*document.layers[: index - 1], both, *document.layers[index + 1 :])
    return replace(document, layers=layers, active_id=both.id)


def merged_visible(document: Document) -> Document:
    """All visible layers as one in the place of the lowest of them; hidden ones stay."""
    visible = [layer for layer in document.layers if layer.visible]
    one = _as_one(document, visible)
    layers = [one if layer is visible[0] else layer for layer in document.layers]
    kept = tuple(layer for layer in layers if layer is one or not layer.visible)
    return replace(document, layers=kept, active_id=one.id)


def flattened(document: Document) -> Document:
    """What is seen as the only layer; hidden ones are gone."""
    visible = [layer for layer in document.layers if layer.visible]
    one = _as_one(document, visible)
    return replace(document, layers=(one,), active_id=one.id)


def index_of(document: Document, layer_id: str) -> int:
    """The place of a layer, 0 being the lowest; KeyError when there is none of that id."""
    for index, layer in enumerate(document.layers):
        if layer.id == layer_id:
            return index
    raise KeyError(layer_id)


def _as_one(document: Document, layers: Sequence[Layer]) -> Layer:
    return _instead_of(layers, merged(layers, document.extent))


def _instead_of(layers: Sequence[Layer], raster: Raster) -> Layer:
    """`raster` as a layer named as the lowest of `layers`."""
    return Layer(layers[0].name, raster, drawn=all(layer.drawn for layer in layers))


def _with_layer_above(document: Document, layer: Layer) -> Document:
    """`layer` right above the active one."""
    active = document.active_layer
    index = 0 if active is None else index_of(document, active.id) + 1
    layers = (*document.layers[:index], layer, *document.layers[index:])
    return replace(document, layers=layers, active_id=layer.id)
