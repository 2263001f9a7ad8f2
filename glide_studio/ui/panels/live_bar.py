"""The switch of Live, the opacity of its picture, and the button that keeps it."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from glide_studio.session.language import tr
from glide_studio.session.live import Live
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import text_button
from glide_studio.ui.widgets.labelled_slider import slider
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named

WHOLE = 100
"""The slider's value for a picture that hides the document."""


class LiveBar(QWidget):
    """The switch of Live. While Live is off, `otherwise` is beside it; while it is on, the opacity
    and the button that keeps the picture, or a hint if there is no picture yet."""

    def __init__(self, live: Live, otherwise: QWidget) -> None:
        super().__init__()
        self._live = live
        self._otherwise = otherwise
        self._switch = text_button(
            "live_button",
            tr("Live"),
            tr("Show a quick picture over the canvas that follows every stroke and every word"),
            "Ctrl+L",
        )
        self._switch.setCheckable(True)
        self._opacity = slider(
            "live_opacity_slider",
            tr("Opacity of the live picture"),
            tr("Opacity of the live picture over your own picture"),
            WHOLE,
        )
        words = tr("What Live is waiting for")
        self._hint = named(label("", "small", wraps=True), "live_hint_label", words, words)
        self._hint.setText(tr("Live starts when there is a picture and a prompt."))
        self._keep = text_button(
            "keep_live_button", tr("Keep"), tr("Add the live picture as a layer"), "K"
        )
        otherwise.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumSize(otherwise.minimumSizeHint())  # no other row moves
        grows = [otherwise, self._opacity, self._hint]
        fill(QHBoxLayout(self), [*grows, self._keep, self._switch], GRID, grows=grows)
        self._switch.clicked.connect(live.switch)
        self._opacity.valueChanged.connect(lambda value: live.set_opacity(value / WHOLE))
        self._keep.clicked.connect(live.keep)
        live.changed.connect(self._show)
        live.picture_changed.connect(self._show)
        live.opacity_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        live = self._live
        self._switch.setChecked(live.is_on)
        self._otherwise.setVisible(not live.is_on)
        self._opacity.setVisible(live.is_on and not live.is_waiting)
        self._hint.setVisible(live.is_waiting)
        self._keep.setVisible(live.is_on and not live.is_waiting)
        self._keep.setEnabled(live.result is not None)
        with QSignalBlocker(self._opacity):
            self._opacity.setValue(round(WHOLE * live.opacity))
