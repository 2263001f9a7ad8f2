"""Cut, copy and paste."""

from functools import partial

import numpy as np
from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage

from glide_studio.core.document.clipping import Clipping
from glide_studio.core.raster.raster import Pixels
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.ui.actions.actions import Actions

PLACE_FORMAT = "application/x-glide-studio-place"
"""Beside a picture that was copied here: the column and row that its corner came from."""


class ClipboardCommands(QObject):
    """Connects the clipboard to the layers; what was copied here is pasted where it was."""

    def __init__(self, editor: Editor, layers: LayerCommands, actions: Actions) -> None:
        super().__init__(actions.owner)
        self._editor = editor
        self._actions = actions
        actions.connect("cut", lambda: layers.cut(self._put))
        actions.connect("copy", lambda: layers.copy(self._put))
        actions.connect("copy_merged", lambda: layers.copy_merged(self._put))
        actions.connect("paste", self._paste)
        editor.open_document.document_changed.connect(self._show)
        self._show()

    def _put(self, clipping: Clipping) -> None:
        place = f"{clipping.bounds.x} {clipping.bounds.y}".encode()

        def hand_over(image: QImage) -> None:
            data = QMimeData()
            data.setImageData(image)
            data.setData(PLACE_FORMAT, place)
            QGuiApplication.clipboard().setMimeData(data)

        self._editor.open_document.start_in_background(
            partial(_image_of, clipping.pixels), hand_over
        )

    def _paste(self) -> None:
        """Put the clipboard's picture on top of the document, or say that there is none."""
        data = QGuiApplication.clipboard().mimeData()
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self._editor.open_document.noticed.emit(tr("There is no picture on the clipboard."))
        else:
            self._editor.paste(pixels_of(image), _place_in(data))

    def _show(self) -> None:
        for name in ("cut", "copy", "copy_merged"):
            self._actions[name].setEnabled(not self._editor.document.is_blank)


def pixels_of(image: QImage) -> Pixels:
    """Return a picture as (height, width, 4) uint8 with straight alpha."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4).copy()


def _image_of(pixels: Pixels) -> QImage:
    """The reverse of `pixels_of`."""
    height, width = pixels.shape[:2]
    pixels = np.ascontiguousarray(pixels)
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def _place_in(data: QMimeData) -> tuple[int, int] | None:
    """Where a picture that was copied here came from."""
    written = bytes(data.data(PLACE_FORMAT).data()).decode("ascii", "replace").split()
    try:
        x, y = map(int, written)
    except ValueError:  # another program's picture
        return None
    return x, y
