"""What the model sees: its input pictures with the mask on its grid, and the prompt's tokens."""

from html import escape

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from glide_studio.core.modes.model_input import ModelInput
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.prompt_length import PromptLength
from glide_studio.session.language import tr
from glide_studio.session.model_view import ModelView
from glide_studio.session.quantities import percent
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.mask import tint
from glide_studio.ui.style.theme import GRID, current
from glide_studio.ui.widgets.buttons import push_button
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named

TINT = 0.45
"""Opacity of the tint on what is repainted."""

LEAST_SIDE = 96


class ModelViewPanel(QWidget):
    """Shows `view` while it is visible, once painting pauses; one click fits the frame."""

    def __init__(self, view: ModelView, canvas: Canvas, actions: Actions) -> None:
        super().__init__()
        self._view = view
        self._canvas = canvas
        self._length: PromptLength | None = None
        self._none = label(
            tr("Paint a mask to see what the model sees of the picture."),
            "small",
            wraps=True,
        )
        self._low = _Crop("seen_low_view", tr("What the base network sees"))
        self._high = _Crop("seen_high_view", tr("What the upsampler sees"))
        self._sizes = [label("", "small") for _ in (self._low, self._high)]
        words = tr("How many cells of its grid the model repaints")
        self._share = named(label("", "small", wraps=True), "seen_share_label", words, words)
        words = tr("What may go wrong, and why")
        self._warning = named(label("", "error", wraps=True), "seen_warning_label", words, words)
        self._fit = push_button(
            "fit_frame_button", tr("Fit to Mask"), actions["fit_frame"].toolTip()
        )
        self._fit.clicked.connect(view.fit)
        actions.follow("fit_frame", self._fit)
        words = tr("The prompt as the model reads it, token by token")
        self._tokens = named(label("", "small", wraps=True), "tokens_label", words, words)
        self._tokens.setTextFormat(Qt.TextFormat.RichText)
        self._lay_out()
        view.wants_pictures = self._is_seen
        view.changed.connect(self._show)
        canvas.mask_style_changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        crops = QHBoxLayout()
        columns = [
            fill(QVBoxLayout(), [size, crop], GRID // 2, grows=[crop])
            for size, crop in zip(self._sizes, (self._low, self._high), strict=True)
        ]
        fill(crops, columns, grows=columns)
        row = fill(QHBoxLayout(), [self._share, self._fit], grows=[self._share])
        parts = [self._none, crops, row, self._warning, self._tokens, None]
        fill(QVBoxLayout(self), parts)

    def show_length(self, length: PromptLength) -> None:
        """Show the tokens of the prompt."""
        self._length = length
        self._tokens.setText(token_text(length))
        self._tokens.setVisible(bool(length.pieces))

    def _is_seen(self) -> bool:
        return self.isVisible() and not self.visibleRegion().isEmpty()

    def _show(self) -> None:
        seen = self._view.seen
        self._fit.setEnabled(self._view.is_chosen)
        self._none.setVisible(seen is None)
        for part in (self._low, self._high, *self._sizes, self._share, self._fit):
            part.setVisible(seen is not None)
        self._warning.setVisible(seen is not None and seen.is_too_small)
        if seen is None:
            return
        canvas = self._canvas
        colour = tint(canvas.mask_style, canvas.editor.document.colours.active)
        for size, crop, picture in zip(
            self._sizes, (self._low, self._high), (seen.low, seen.high), strict=True
        ):
            side = len(picture)
            size.setText(tr("{width} x {height}").format(width=side, height=side))
            crop.set_picture(picture, seen, colour)
        self._share.setText(_share_text(seen))
        self._warning.setText(
            tr("The model tends to ignore so small a mask. Fit the frame, or paint a larger area.")
        )


class _Crop(QWidget):
    """A square picture, enlarged without smoothing, with a tint on the cells that are repainted."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        named(self, name, title, title)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_picture(self, picture: Pixels, seen: ModelInput, tint: QColor) -> None:
        """Show (S, S, 3) uint8 pixels of what is seen."""
        pixels = np.ascontiguousarray(tinted(picture, seen, tint))
        side = len(pixels)
        self._image = QImage(pixels.data, side, side, 3 * side, QImage.Format.Format_RGB888).copy()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(LEAST_SIDE, LEAST_SIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setFixedHeight(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawImage(QRectF(0, 0, self.width(), self.width()), self._image)


def tinted(picture: Pixels, seen: ModelInput, tint: QColor) -> Pixels:
    """A picture (S, S, 3) with a tint on the cells that the base network repaints, as they are
    enlarged for the upsampler."""
    if seen.cells is None:
        return picture
    places = np.arange(len(picture)) * len(seen.cells) // len(picture)
    opacity = TINT * seen.cells[np.ix_(places, places)][..., None]
    colour = np.array([tint.red(), tint.green(), tint.blue()])
    mixed: Pixels = np.rint((1 - opacity) * picture + opacity * colour).astype(np.uint8)
    return mixed


def token_text(length: PromptLength) -> str:
    """The tokens as rich text: each in a field of its own, and those beyond the context struck."""
    colours, found = current(), []
    for number, piece in enumerate(length.pieces):
        text = escape(piece.strip()) or "·"
        if number < length.limit:
            style = f"background-color:{colours.field}; color:{colours.text}"
        else:
            style = f"color:{colours.danger}; text-decoration:line-through"
        if number == length.limit:
            end = tr("not read:")
            found.append(f'<span style="color:{colours.danger}">{escape(end)}</span>')
        found.append(f'<span style="{style}">&nbsp;{text}&nbsp;</span>')
    return " ".join(found)


def _share_text(seen: ModelInput) -> str:
    if seen.cells is None:
        return tr("The model redraws all of it.")
    count, total = int(np.count_nonzero(seen.cells)), seen.cells.size
    share = percent(count / total) if count / total >= 0.01 else tr("less than 1%")
    sentence = tr("Repaints {percent}: {count} of {total} cells.")
    return sentence.format(percent=share, count=count, total=total)
