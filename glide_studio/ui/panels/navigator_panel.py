"""An overview of the picture, with a frame around the visible part."""

import math

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from glide_studio.core.document.document import Document
from glide_studio.session.language import tr
from glide_studio.session.quantities import percent
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.lines import DARK_LINE
from glide_studio.ui.canvas.view import MAX_ZOOM, MIN_ZOOM
from glide_studio.ui.canvas.viewport import PAN_KEYS, WHEEL_NOTCH, ZOOM_PER_NOTCH
from glide_studio.ui.panels.thumbnails import DocumentOverview
from glide_studio.ui.widgets.checkers import checkers
from glide_studio.ui.widgets.labelled_slider import slider
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import named

ZOOM_STEPS = 240
FRAME = QColor(255, 96, 80)


class NavigatorPanel(QWidget):
    """An overview that pans the canvas, and a zoom slider from 1% to 6400%."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._slider = slider(
            "navigator_zoom_slider",
            tr("Zoom"),
            tr("Zoom in or out around the centre of the canvas"),
            ZOOM_STEPS,
        )
        self._slider.valueChanged.connect(self._set_zoom)
        self._label = named(QLabel(), "navigator_zoom_label", tr("Zoom"), tr("Zoom level"))
        self._label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._label.setMinimumWidth(self._label.fontMetrics().horizontalAdvance(percent(100)))
        view = NavigatorView(canvas)
        zoom = fill(QHBoxLayout(), [self._slider, self._label], grows=[self._slider])
        fill(QVBoxLayout(self), [view, zoom], grows=[view])
        canvas.zoom_changed.connect(self._show_zoom)
        self._show_zoom(canvas.zoom)

    def _set_zoom(self, step: int) -> None:
        self._canvas.set_zoom(MIN_ZOOM * (MAX_ZOOM / MIN_ZOOM) ** (step / ZOOM_STEPS))

    def _show_zoom(self, zoom: float) -> None:
        share = math.log(zoom / MIN_ZOOM) / math.log(MAX_ZOOM / MIN_ZOOM)
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(ZOOM_STEPS * share))
        self._label.setText(percent(zoom))


class NavigatorView(QWidget):
    """The overview: drag the frame, or click where to look; the wheel and arrow keys work too.

    It is computed in the background, and only while it is visible.
    """

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        named(self, "navigator_view", tr("Navigator"), tr("Drag to pan the canvas"))
        self._canvas = canvas
        self._editor = canvas.editor
        self._document = self._editor.document
        self._pixmap = QPixmap()
        self._grip = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(96, 72)
        self._source = DocumentOverview(self._editor.open_document)
        self._source.made.connect(self._show)
        self._editor.open_document.document_changed.connect(self._make)
        canvas.view_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(176, 132)

    @property
    def frame(self) -> QPolygonF:
        """The visible part of the document, in this widget's coordinates."""
        canvas = QRectF(self._canvas.rect())
        corners = QPolygonF(canvas).toList()[:4]  # it repeats the first one
        return QPolygonF([self._to_widget(self._canvas.to_document(corner)) for corner in corners])

    @property
    def page(self) -> QRectF:
        """The rectangle of the picture, in this widget's coordinates."""
        extent = self._document.extent
        scale = min(self.width() / extent.width, self.height() / extent.height)
        page = QRectF(0, 0, extent.width * scale, extent.height * scale)
        page.moveCenter(QRectF(self.rect()).center())
        return page

    def _to_widget(self, point: QPointF) -> QPointF:
        page = self.page
        return page.topLeft() + point * (page.width() / self._document.extent.width)

    def _to_document(self, place: QPointF) -> QPointF:
        page = self.page
        return (place - page.topLeft()) * (self._document.extent.width / page.width())

    def _make(self) -> None:
        if self.isVisible():
            self._source.make()

    def _show(self, document: Document, pixmap: QPixmap) -> None:
        self._document = document
        self._pixmap = pixmap
        self.update()

    def _look_at(self, place: QPointF) -> None:
        self._canvas.centre_on(self._to_document(place))

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = self.page
        painter.fillRect(page, checkers(4))
        painter.drawPixmap(page, self._pixmap, QRectF(self._pixmap.rect()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((DARK_LINE, 3), (FRAME, 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawPolygon(self.frame)

    def showEvent(self, event: object) -> None:
        self._make()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Drag the frame by the point that was pressed; a click outside centres it there."""
        if event.button() == Qt.MouseButton.LeftButton:
            middle = self.frame.boundingRect().center()
            place = event.position()
            inside = self.frame.containsPoint(place, Qt.FillRule.OddEvenFill)
            self._grip = place - middle if inside else QPointF()
            self._look_at(place - self._grip)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look_at(event.position() - self._grip)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / WHEEL_NOTCH
        self._canvas.set_zoom(self._canvas.zoom * ZOOM_PER_NOTCH**notches)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PAN_KEYS:
            self._canvas.keyPressEvent(event)
        else:
            super().keyPressEvent(event)
