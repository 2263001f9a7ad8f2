"""The status bar below the canvas: zoom, the tool in hand, the size of the picture, the model."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton

from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.tools.toolbox import Toolbox
from glide_studio.ui.widgets.naming import named, percent

ModelState = Literal["loading", "ready", "missing"]


class StatusBar(QFrame):
    """Zoom at the left, then what the tool does, size and model at the right."""

    def __init__(
        self, editor: Editor, canvas: Canvas, tools: Toolbox, fit: QAction, actual_size: QAction
    ) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._editor = editor
        self._zoom = _label("zoom_label", tr("Zoom"), tr("Zoom level"))
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance(percent(100)))
        self._canvas = canvas
        self._tool = named(
            _ElidedLabel(), "tool_label", tr("Tool"), tr("How to use the current tool")
        )
        self._tool.setProperty("role", "small")
        self._tool.setWordWrap(True)
        self._tool.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._size = _label("size_label", tr("Picture size"), tr("Width and height in pixels"))
        self._model = _label("model_label", tr("Model"), tr("Model used for generating"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, 2 * GRID, GRID // 2)
        layout.setSpacing(GRID // 2)
        for action, name in ((fit, "zoom_fit_button"), (actual_size, "zoom_100_button")):
            button = QToolButton()
            button.setDefaultAction(action)
            layout.addWidget(named(button, name, action.text(), action.toolTip()))
        layout.addWidget(self._zoom)
        layout.addWidget(self._tool, 1)
        layout.addWidget(self._size)
        layout.addSpacing(2 * GRID)
        layout.addWidget(self._model)
        canvas.zoom_changed.connect(self._show_zoom)
        editor.open_document.document_changed.connect(self._show_size)
        editor.open_document.document_changed.connect(self._show_tool)
        editor.review.changed.connect(self._show_tool)
        canvas.tool_changed.connect(self._show_tool)
        tools.brush_changed.connect(self._show_tool)
        self._show_tool()
        self._show_zoom(canvas.zoom)
        self._show_size()

    def show_model(self, model: str, state: ModelState) -> None:
        """Show which model is used, and whether it is ready."""
        words = {
            "ready": "{model}",
            "loading": tr("{model} · loading…"),
            "missing": tr("{model} · not loaded"),
        }
        self._model.setText(words[state].format(model=model))

    def _show_zoom(self, zoom: float) -> None:
        self._zoom.setText(percent(zoom))

    def _show_tool(self) -> None:
        sentence = self._canvas.tool.sentence
        self._tool.setText(sentence)
        self._tool.setToolTip(sentence)

    def _show_size(self) -> None:
        extent = self._editor.document.extent
        self._size.setText(f"{extent.width} x {extent.height}")


class _ElidedLabel(QLabel):
    """One line of text, elided where there is no room for all of it."""

    @property
    def fitting(self) -> str:
        """The text that there is room for."""
        end = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.text(), end, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            self.alignment().value,
            self.palette(),
            self.isEnabled(),
            self.fitting,
            self.foregroundRole(),
        )


def _label(object_name: str, accessible_name: str, tooltip: str) -> QLabel:
    label = named(QLabel(), object_name, accessible_name, tooltip)
    label.setProperty("role", "small")
    return label
