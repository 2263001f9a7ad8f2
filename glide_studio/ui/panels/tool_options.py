"""The options of the current tool."""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.tools.tool import Tool


class ToolOptions(QWidget):
    """Shows the page of the current tool, or nothing for a tool without options."""

    def __init__(self, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._pages: dict[Tool, QWidget] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        canvas.tool_changed.connect(self._show)

    def add(self, page: QWidget, *tools: Tool) -> None:
        """Show `page` while one of `tools` is the current tool."""
        self._layout.addWidget(page)
        self._pages.update(dict.fromkeys(tools, page))
        self._show()

    def sizeHint(self) -> QSize:
        """The size of the largest page, so that the panel keeps its size."""
        return _largest(page.sizeHint() for page in self._pages.values())

    def minimumSizeHint(self) -> QSize:
        return _largest(page.minimumSizeHint() for page in self._pages.values())

    def _show(self) -> None:
        shown = self._pages.get(self._canvas.tool)
        for page in set(self._pages.values()):
            page.setVisible(page is shown)
        self.updateGeometry()


def _largest(sizes: Iterable[QSize]) -> QSize:
    """As wide as the widest and as high as the highest."""
    largest = QSize(0, 0)
    for size in sizes:
        largest = largest.expandedTo(size)
    return largest
