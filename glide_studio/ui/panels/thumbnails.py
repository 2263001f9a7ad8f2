"""Thumbnails of the layers, of the edits and of the whole document, computed in the background."""

from functools import partial

import numpy as np
from PIL import Image
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.layers import Item
from glide_studio.core.document.overview import Overview
from glide_studio.core.document.proposing import appearance
from glide_studio.core.modes.rerunning import edit_layers
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.raster.thumbnail import Thumbnail
from glide_studio.core.request.source import Nothing
from glide_studio.session.open_document import OpenDocument
from glide_studio.ui.widgets.pictures import pixmap_of as rgba_pixmap

LAYER_SIDE = 96
DOCUMENT_SIDE = 320
EDIT_SIDE = 96
"""Maximum side of a thumbnail, in its own pixels."""


class LayerThumbnails(QObject):
    """The latest thumbnail of each layer and layer mask; `changed` carries the id of one with a new
    one.

    `pixmaps` has them by these ids; a new layer has none until it is computed.
    It belongs to the document, which may finish a thumbnail after the panel that shows it is gone.
    """

    changed = Signal(str)

    def __init__(self, open_document: OpenDocument) -> None:
        super().__init__(open_document)
        self._open_document = open_document
        self._thumbnails: dict[str, Thumbnail] = {}
        self.pixmaps: dict[str, QPixmap] = {}
        self._pending: set[str] = set()
        open_document.document_changed.connect(self._make)
        self._make()

    def _make(self) -> None:
        layers = self._rasters()
        for layer_id, raster in layers.items():
            before = self._thumbnails.get(layer_id)
            if layer_id in self._pending or (before is not None and before.raster is raster):
                continue
            self._pending.add(layer_id)
            work = partial(Thumbnail.of, raster, LAYER_SIDE, before)
            self._open_document.start_in_background(work, partial(self._show, layer_id))
        for layer_id in self._thumbnails.keys() - layers.keys():
            del self._thumbnails[layer_id], self.pixmaps[layer_id]

    def _show(self, layer_id: str, thumbnail: Thumbnail) -> None:
        self._pending.discard(layer_id)
        raster = self._rasters().get(layer_id)
        if raster is None:
            return
        self._thumbnails[layer_id] = thumbnail
        self.pixmaps[layer_id] = _pixmap(thumbnail, self._open_document.document.icc_profile)
        self.changed.emit(layer_id)
        if raster is not thumbnail.raster:
            self._make()  # it changed meanwhile

    def _rasters(self) -> dict[str, Raster]:
        document = self._open_document.document
        items: tuple[Item, ...] = (*document.layers, *document.groups.values())
        masks = (item.mask for item in items if item.mask is not None)
        return {layer.id: layer.raster for layer in (*document.layers, *masks)}


class EditThumbnails(QObject):
    """The pictures before and after each edit, by the id of its layer; `changed` carries the id of
    one with new pictures. An edit that starts from nothing has no picture before.

    It belongs to the document, as `LayerThumbnails` do.
    """

    changed = Signal(str)

    def __init__(self, open_document: OpenDocument) -> None:
        super().__init__(open_document)
        self._open_document = open_document
        self._edits: dict[str, Edit] = {}
        self.pairs: dict[str, tuple[QPixmap | None, QPixmap]] = {}
        open_document.document_changed.connect(self._make)
        self._make()

    def _make(self) -> None:
        edits = {layer.id: edit for layer, edit in edit_layers(self._open_document.document)}
        for layer_id in self._edits.keys() - edits.keys():
            del self._edits[layer_id]
            self.pairs.pop(layer_id, None)
        for layer_id, edit in edits.items():
            if self._edits.get(layer_id) is not edit:
                self._edits[layer_id] = edit
                show = partial(self._show, layer_id, edit)
                self._open_document.start_in_background(partial(_before_and_after, edit), show)

    def _show(self, layer_id: str, edit: Edit, pair: tuple[Pixels | None, Pixels]) -> None:
        if self._edits.get(layer_id) is edit:
            before, after = (None if each is None else pixmap_of(each) for each in pair)
            assert after is not None
            self.pairs[layer_id] = (before, after)
            self.changed.emit(layer_id)


def _before_and_after(edit: Edit) -> tuple[Pixels | None, Pixels]:
    """What an edit was given and what it made of it, (height, width, 3) of at most EDIT_SIDE, as
    they lie in the document."""
    source = edit.request.source
    before = None if isinstance(source, Nothing) else _small(edit.turned(source.picture))
    return before, _small(edit.turned(appearance(edit, edit.fill())))


def _small(pixels: Pixels) -> Pixels:
    image = Image.fromarray(pixels)
    image.thumbnail((EDIT_SIDE, EDIT_SIDE), Image.Resampling.BOX)
    return np.ascontiguousarray(image)


def pixmap_of(pixels: Pixels) -> QPixmap:
    """A picture (height, width, 3) in sRGB."""
    height, width = pixels.shape[:2]
    image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(image)


class DocumentOverview(QObject):
    """A thumbnail of the whole document, to which it belongs as `LayerThumbnails` do.

    `made` carries a `Document` and the pixmap of it.
    """

    made = Signal(object, object)

    def __init__(self, open_document: OpenDocument) -> None:
        super().__init__(open_document)
        self._open_document = open_document
        self._latest: Overview | None = None
        self._is_computing = False

    def make(self) -> None:
        """Begin a thumbnail of the current document; if one is being computed, it comes next."""
        if not self._is_computing:
            self._is_computing = True
            document = self._open_document.document
            work = partial(Overview.of, document, DOCUMENT_SIDE, self._latest)
            self._open_document.start_in_background(work, partial(self._finish, document))

    def _finish(self, document: Document, overview: Overview) -> None:
        self._is_computing = False
        self._latest = overview
        self.made.emit(document, _pixmap(overview, document.icc_profile))
        if document is not self._open_document.document:
            self.make()


def _pixmap(picture: Thumbnail | Overview, profile: bytes | None) -> QPixmap:
    return rgba_pixmap(Conversion.to_srgb(profile).applied(picture.to_array()))
