"""The panel of what can be chosen for the tool in hand."""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.tools.tool import Tool


class ToolOptions(QWidget):
    """Shows one page, that of the tool in hand, and none for a tool without one."""

    def __init__(self, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._pages: dict[Tool, QWidget] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        canvas.tool_changed.connect(self._show)

    def add(self, page: QWidget, *tools: Tool) -> None:
        """Show `page` while one of `tools` is held."""
        self._layout.addWidget(page)
        self._pages.update(dict.fromkeys(tools, page))
        self._show()

    def sizeHint(self) -> QSize:
        """Of the largest page, so that no tool makes the panel another size."""
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
