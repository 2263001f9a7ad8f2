"""The options of the current tool."""

from functools import reduce

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.tool import Tool
from glide_studio.ui.panels.brush_panel import BrushPanel
from glide_studio.ui.panels.crop_panel import CropPanel
from glide_studio.ui.panels.selection_panel import SelectionPanel
from glide_studio.ui.tools.toolbox import Toolbox


class ToolOptions(QWidget):
    """Shows the page of the current tool, or nothing for a tool without options."""

    def __init__(self, canvas: Canvas, tools: Toolbox) -> None:
        super().__init__()
        self._canvas = canvas
        self._pages: dict[Tool, QWidget] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._add(BrushPanel(tools), tools.mask_brush, tools.paint_brush)
        self._add(SelectionPanel(canvas, tools.selection_settings), *tools.selecting)
        self._add(CropPanel(tools.crop), tools.crop)
        canvas.tool_changed.connect(self._show)
        self._show()

    def _add(self, page: QWidget, *tools: Tool) -> None:
        """Show `page` while one of `tools` is the current tool."""
        self._layout.addWidget(page)
        self._pages.update(dict.fromkeys(tools, page))

    def sizeHint(self) -> QSize:
        """The size of the largest page, so that the panel keeps its size."""
        hints = [page.sizeHint() for page in self._pages.values()]
        return reduce(QSize.expandedTo, hints, QSize(0, 0))

    def minimumSizeHint(self) -> QSize:
        hints = [page.minimumSizeHint() for page in self._pages.values()]
        return reduce(QSize.expandedTo, hints, QSize(0, 0))

    def _show(self) -> None:
        shown = self._pages.get(self._canvas.tool)
        for page in set(self._pages.values()):
            page.setVisible(page is shown)
        self.updateGeometry()
