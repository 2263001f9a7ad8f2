"""Thumbnails of the layers, computed in the background."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.thumbnail import Thumbnail
from glide_studio.session.open_document import OpenDocument

SIDE = 96
"""Maximum side of a thumbnail, in pixels."""


class LayerThumbnails(QObject):
    """The latest thumbnail of each layer; `changed` carries the id of a layer with a new one."""

    changed = Signal(str)

    def __init__(self, open_document: OpenDocument) -> None:
        super().__init__(open_document)
        self._open_document = open_document
        self._thumbnails: dict[str, Thumbnail] = {}
        self._pixmaps: dict[str, QPixmap] = {}
        self._pending: set[str] = set()
        open_document.document_changed.connect(self._make)
        self._make()

    @property
    def pixmaps(self) -> Mapping[str, QPixmap]:
        """By layer id; a new layer has none until it is computed."""
        return self._pixmaps

    def _make(self) -> None:
        layers = {layer.id: layer.raster for layer in self._open_document.document.layers}
        for layer_id, raster in layers.items():
            before = self._thumbnails.get(layer_id)
            if layer_id in self._pending or (before is not None and before.raster is raster):
                continue
            self._pending.add(layer_id)
            work = partial(Thumbnail.of, raster, SIDE, before)
            self._open_document.start_in_background(work, partial(self._show, layer_id))
        for layer_id in self._thumbnails.keys() - layers.keys():
            del self._thumbnails[layer_id], self._pixmaps[layer_id]

    def _show(self, layer_id: str, thumbnail: Thumbnail) -> None:
        self._pending.discard(layer_id)
        layer = self._open_document.document.layer(layer_id)
        if layer is None:
            return
        self._thumbnails[layer_id] = thumbnail
        self._pixmaps[layer_id] = _pixmap(thumbnail, self._open_document.document.icc_profile)
        self.changed.emit(layer_id)
        if layer.raster is not thumbnail.raster:
            self._make()  # it changed meanwhile


def _pixmap(thumbnail: Thumbnail, profile: bytes | None) -> QPixmap:
    pixels = Conversion.to_srgb(profile).applied(thumbnail.to_array())
    extent = thumbnail.extent
    image = QImage(
        pixels.data, extent.width, extent.height, 4 * extent.width, QImage.Format.Format_RGBA8888
    )
    return QPixmap.fromImage(image)
