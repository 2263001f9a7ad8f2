"""Operations on whole layers; each returns a new document.

Layers are given by their ids, which must exist. Callers check whether layers are locked.
"""

from collections.abc import Sequence
from dataclasses import replace

from glide_studio.core.document.beyond import kept_beyond
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer, settings_in
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


def duplicated(document: Document, layer_id: str) -> Document:
    """Add a copy of a layer right above it, and make it active."""
    layer = document.layers[index_of(document, layer_id)]
    copy = layer.copied(document.unused_name(layer.name))
    return _with_layer_above(replace(document, active_id=layer_id), copy)


def removed(document: Document, layer_id: str) -> Document:
    """Delete a layer; the one below it becomes active, or the lowest if there is none below."""
    index = index_of(document, layer_id)
    rest = (*document.layers[:index], *document.layers[index + 1 :])
    active = rest[max(index - 1, 0)].id if rest else None
    return replace(document, layers=rest, active_id=active)


def moved(document: Document, layer_id: str, index: int) -> Document:
    """Move a layer to `index`, 0 being the lowest, and make it active."""
    layer = document.layers[index_of(document, layer_id)]
    rest = [other for other in document.layers if other is not layer]
    rest.insert(index, layer)
    return replace(document, layers=tuple(rest), active_id=layer_id)


def shifted(layer: Layer, x: int, y: int, icc_profile: bytes | None) -> Layer:
    """`layer` moved by `x` pixels to the right and `y` down, in a document with that profile; what
    leaves the page is kept."""
    extent = layer.raster.extent
    page = extent.bounds
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

    The composite changes by rounding errors at most: the merged layer has eight bits.
    """
    index = index_of(document, layer_id)
    pair = document.layers[index - 1 : index + 1]
    raster = merged_over(document.layers[: index - 1], pair, document.extent)
    both = _instead_of(pair, raster)
    layers = (*document.layers[: index - 1], both, *document.layers[index + 1 :])
    return replace(document, layers=layers, active_id=both.id)


def merged_visible(document: Document) -> Document:
    """Merge all visible layers into one at the place of the lowest; hidden ones are kept."""
    visible = [layer for layer in document.layers if layer.visible]
    one = _as_one(document, visible)
    layers = [one if layer is visible[0] else layer for layer in document.layers]
    kept = tuple(layer for layer in layers if layer is one or not layer.visible)
    return replace(document, layers=kept, active_id=one.id)


def flattened(document: Document) -> Document:
    """Merge all visible layers into one and delete the hidden ones."""
    visible = [layer for layer in document.layers if layer.visible]
    one = _as_one(document, visible)
    return replace(document, layers=(one,), active_id=one.id)


def index_of(document: Document, layer_id: str) -> int:
    """The index of a layer, 0 being the lowest. Raises KeyError if there is none with that id."""
    for index, layer in enumerate(document.layers):
        if layer.id == layer_id:
            return index
    raise KeyError(layer_id)


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
    layers = (*document.layers[:index], layer, *document.layers[index:])
    return replace(document, layers=layers, active_id=layer.id)
