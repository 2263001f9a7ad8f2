"""The status bar: zoom, current tool, size of the picture, model, cluster, and memory in use."""

from typing import Literal

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from glide_studio.core.request.devices import MeasureMemory, MemoryUse
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.quantities import percent, size_text
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.tools.toolbox import Toolbox
from glide_studio.ui.widgets.buttons import ActionButton
from glide_studio.ui.widgets.cluster_label import ClusterLabel
from glide_studio.ui.widgets.naming import named

ModelState = Literal["loading", "ready", "missing"]
GAUGE_EVERY = 2000
"""How often the memory is measured, in milliseconds."""

MOST_LETTERS, FEWEST_LETTERS = 64, 48
"""Room for the sentence about the tool below which the memory and the model are not shown."""


class StatusBar(QFrame):
    """Zoom at the left, then what the tool does, size, model and memory at the right."""

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
        self._tool.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._size = _label("size_label", tr("Picture size"), tr("Width and height in pixels"))
        self._model = _label("model_label", tr("Model"), tr("Model used for generating"))
        cluster = ClusterLabel(editor.cluster, editor.models)
        named(cluster, "cluster_label", tr("Cluster"), "")
        cluster.setProperty("role", "small")
        cluster.setContentsMargins(2 * GRID, 0, 0, 0)
        self._memory = _label("memory_label", tr("Memory"), tr("Memory in use"))
        self._memory.setContentsMargins(2 * GRID, 0, 0, 0)
        self._memory.hide()
        self._gauge = QTimer(self, interval=GAUGE_EVERY)
        self._model_state: ModelState = "ready"
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, 2 * GRID, GRID // 2)
        layout.setSpacing(GRID // 2)
        for action, name in ((fit, "zoom_fit_button"), (actual_size, "zoom_100_button")):
            layout.addWidget(ActionButton(action, name))
        layout.addWidget(self._zoom)
        layout.addWidget(self._tool, 1)
        layout.addWidget(self._size)
        layout.addSpacing(2 * GRID)
        layout.addWidget(self._model)
        layout.addWidget(cluster)
        layout.addWidget(self._memory)
        editor.cluster.changed.connect(lambda: cluster.setVisible(editor.cluster.is_chosen))
        cluster.setVisible(editor.cluster.is_chosen)
        canvas.zoom_changed.connect(self._show_zoom)
        editor.open_document.document_changed.connect(self._show_size)
        editor.open_document.document_changed.connect(self._show_tool)
        editor.review.changed.connect(self._show_tool)
        canvas.tool_changed.connect(self._show_tool)
        tools.brush_changed.connect(self._show_tool)
        editor.restore_source.changed.connect(self._show_tool)
        editor.comparison.changed.connect(self._show_tool)
        editor.models.changed.connect(self._show_model)
        self._show_model()
        self._show_tool()
        self._show_zoom(canvas.zoom)
        self._show_size()

    def show_model_state(self, state: ModelState) -> None:
        """Show whether the chosen model is ready."""
        self._model_state = state
        self._show_model()

    def set_memory_gauge(self, measure: MeasureMemory) -> None:
        """Show what `measure` tells, every few seconds from now on."""
        self._gauge.timeout.connect(lambda: self._show_memory(measure()))
        self._gauge.start()
        self._show_memory(measure())

    def _show_memory(self, memory: MemoryUse) -> None:
        used, total = size_text(memory.used), size_text(memory.total, 0)
        self._memory.setText(used)
        said = tr("Memory of GLIDE Studio: {used} of the {total} of this computer ({device})")
        if memory.device.name != "cpu":
            said = tr(
                "Memory of GLIDE Studio on the graphics card: {used} of the {total} of {device}"
            )
        self._memory.setToolTip(said.format(used=used, total=total, device=memory.device.title))
        self._make_room()

    def _show_model(self) -> None:
        words = {
            "ready": "{model}",
            "loading": tr("{model} · loading…"),
            "missing": tr("{model} · not loaded"),
        }
        title = self._editor.models.model.title
        self._model.setText(words[self._model_state].format(model=title))
        self._make_room()

    def _show_zoom(self, zoom: float) -> None:
        self._zoom.setText(percent(zoom))

    def _show_tool(self) -> None:
        sentence = self._canvas.tool.sentence
        self._tool.setText(sentence)
        self._tool.setToolTip(sentence)

    def _show_size(self) -> None:
        extent = self._editor.document.extent
        self._size.setText(f"{extent.width} x {extent.height}")
        self._make_room()

    def _make_room(self) -> None:
        """Leave memory and model out where the sentence about the tool would be cut short."""
        labels, gap = (self._model, self._memory), self._row.spacing()
        widths = {label: label.sizeHint().width() + gap for label in labels}
        room = self.width() - self._row.sizeHint().width()
        room += sum(widths[label] for label in labels if not label.isHidden())
        for label, letters in zip(labels, (FEWEST_LETTERS, MOST_LETTERS), strict=True):
            room -= widths[label]
            fits = room >= letters * self._tool.fontMetrics().averageCharWidth()
            label.setVisible(fits and bool(label.text()))

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()


class _ElidedLabel(QLabel):
    """One line of text, elided where there is no room for all of it."""

    @property
    def fitting(self) -> str:
        """The text that there is room for."""
        end = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.text(), end, self.contentsRect().width())

    def sizeHint(self) -> QSize:
        """One line, however narrow."""
        return QSize(0, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return False

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
