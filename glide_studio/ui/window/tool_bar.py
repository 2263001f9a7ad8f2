"""The tool bar: a column of buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from glide_studio.session.language import tr
from glide_studio.ui.style.icons import SIZE
from glide_studio.ui.widgets.naming import named


class ToolBar(QToolBar):
    """A button for each command that chooses a tool, called "NAME_button"."""

    def __init__(
        self, sections: Sequence[Sequence[QAction]], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Tools"), parent)
        named(self, "tool_bar", tr("Tools"), tr("Tools"))
        self.setOrientation(Qt.Orientation.Vertical)
        self.setMovable(False)
        self.setIconSize(QSize(SIZE, SIZE))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for section in sections:
            self.addSeparator()
            for action in section:
                self._add(action)

    def _add(self, action: QAction) -> None:
        self.addAction(action)
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton)
        name = action.objectName().removesuffix("_action")
        named(button, f"{name}_button", action.text(), action.toolTip())
