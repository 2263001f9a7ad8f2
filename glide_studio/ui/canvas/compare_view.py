"""The left side of a comparison, over or beside the canvas, which shows the right side."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Extent
from glide_studio.session.comparison import CompareMode, Comparison
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.lines import DARK_LINE, LIGHT_LINE
from glide_studio.ui.canvas.mask import MaskStyle
from glide_studio.ui.canvas.scene import CanvasScene
from glide_studio.ui.canvas.viewport import Viewport

BLINK = 600
"""Milliseconds that each side is shown: fewer than three changes a second are safe (WCAG 2.3.1)."""

HANDLE = 9
"""Radius of the handle on the line, in logical pixels."""


class CompareView(Viewport):
    """Shown while `comparison` is on; it and `canvas` always have the same view.

    `blinked` says whether the left side is seen now.
    """

    blinked = Signal(bool)

    def __init__(self, canvas: Canvas, comparison: Comparison, parent: QWidget) -> None:
        super().__init__(CanvasScene(Document.blank(Extent(1, 1)), MaskStyle()))
        self._canvas = canvas
        self._comparison = comparison
        self._blink = QTimer(self, interval=BLINK)
        self.setParent(parent)
        self.setObjectName("compare_view")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._blink.timeout.connect(lambda: self._show_side(self.isHidden()))
        canvas.view_changed.connect(self._follow_canvas)
        self.view_changed.connect(self._lead_canvas)
        comparison.changed.connect(self._show)
        comparison.split_changed.connect(self._show_split)

    def place(self, area: QRect) -> QRect:
        """Take this view's part of the `area` for both; returns the rest, which is the canvas's."""
        if not self._is_beside:
            self.setGeometry(area)
            return area
        half = (area.width() - 1) // 2  # a pixel or two between them stay free
        self.setGeometry(area.adjusted(0, 0, half - area.width(), 0))
        return area.adjusted(area.width() - half, 0, 0, 0)

    @property
    def _is_beside(self) -> bool:
        mode, documents = self._comparison.mode, self._comparison.documents
        return mode is CompareMode.SIDE_BY_SIDE and documents is not None

    def _show(self) -> None:
        documents = self._comparison.documents
        blinks = documents is not None and self._comparison.mode is CompareMode.BLINK
        if not blinks:
            self._blink.stop()
        elif not self._blink.isActive():
            self._blink.start()
        if documents is not None:
            self._scene.set_document(documents[0])
            over = Qt.WidgetAttribute.WA_TransparentForMouseEvents
            self.setAttribute(over, not self._is_beside)
            self._show_split()
            self._show_changes()
        self._show_side(documents is not None)

    def _show_side(self, left: bool) -> None:
        self.setVisible(left)
        self.blinked.emit(left)

    def _show_split(self) -> None:
        """Leave the right of the line to the canvas."""
        if self._comparison.mode is not CompareMode.SLIDER:
            self.clearMask()
            return
        line = self._line
        side = 2 * HANDLE + 2
        handle = QRect(line - side // 2, (self.height() - side) // 2, side, side)
        left, round_shape = QRegion(0, 0, line + 2, self.height()), QRegion.RegionType.Ellipse
        self.setMask(left + QRegion(handle, round_shape))
        self.update()

    @property
    def _line(self) -> int:
        return round(self._comparison.split * self.width())

    def _follow_canvas(self) -> None:
        self.view = self._canvas.view

    def _lead_canvas(self) -> None:
        self._canvas.view = self.view

    def _adapt_to_size(self) -> None:
        size = self._device_size()
        self._scene.resize(*size, self.devicePixelRatioF())
        self._set_view(self._canvas.view)
        self._show_split()

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._comparison.mode is CompareMode.SLIDER:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            line = self._line
            for reach, colour in ((2, DARK_LINE), (1, LIGHT_LINE)):
                painter.setBrush(colour)
                painter.drawRect(QRectF(line - reach, 0, 2 * reach, self.height()))
                radius = HANDLE - 2 + reach
                painter.drawEllipse(QPointF(line, self.height() // 2), radius, radius)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pan with the left button too: no tool works here."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pan_from = event.position()
            self._update_cursor()
