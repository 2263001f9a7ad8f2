"""The panel of what can be chosen for the tool in hand."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from glide_studio.ui.canvas import Canvas
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

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest page, so that no tool makes the panel another width."""
        widths = (page.minimumSizeHint().width() for page in set(self._pages.values()))
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def _show(self) -> None:
        shown = self._pages.get(self._canvas.tool)
        for page in set(self._pages.values()):
            page.setVisible(page is shown)
        self.updateGeometry()
