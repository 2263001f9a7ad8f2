"""Thumbnails of the layers and of the whole document, computed in the background."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from glide_studio.core.document.document import Document
from glide_studio.core.document.overview import Overview
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.thumbnail import Thumbnail
from glide_studio.session.open_document import OpenDocument

LAYER_SIDE = 96
DOCUMENT_SIDE = 320
"""Maximum side of a thumbnail, in its own pixels."""


class LayerThumbnails(QObject):
    """The latest thumbnail of each layer; `changed` carries the id of a layer with a new one.

    `pixmaps` has them by layer id; a new layer has none until it is computed.
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
        layers = {layer.id: layer.raster for layer in self._open_document.document.layers}
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
        layer = self._open_document.document.layer(layer_id)
        if layer is None:
            return
        self._thumbnails[layer_id] = thumbnail
        self.pixmaps[layer_id] = _pixmap(thumbnail, self._open_document.document.icc_profile)
        self.changed.emit(layer_id)
        if layer.raster is not thumbnail.raster:
            self._make()  # it changed meanwhile


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
    pixels = Conversion.to_srgb(profile).applied(picture.to_array())
    height, width = pixels.shape[:2]
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return QPixmap.fromImage(image)
