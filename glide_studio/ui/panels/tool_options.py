"""The options of the current tool."""

from functools import reduce

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QSpinBox, QVBoxLayout, QWidget

from glide_studio.core.geometry import MAX_SIDE, Rect
from glide_studio.session.brush_presets import BrushPresets
from glide_studio.session.language import tr
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.tool import Tool
from glide_studio.ui.panels.brush_panel import BrushPanel
from glide_studio.ui.panels.gradient_panel import GradientPanel
from glide_studio.ui.panels.selection_panel import SelectionPanel
from glide_studio.ui.panels.transform_panel import TransformPanel
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.tools.crop import CropTool
from glide_studio.ui.tools.toolbox import Toolbox
from glide_studio.ui.widgets.buttons import push_button
from glide_studio.ui.widgets.naming import label, named


class ToolOptions(QWidget):
    """Shows the page of the current tool, or a sentence for a tool without options."""

    def __init__(self, canvas: Canvas, tools: Toolbox, presets: BrushPresets) -> None:
        super().__init__()
        self._canvas = canvas
        self._pages: dict[Tool, QWidget] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.brush_panel = BrushPanel(tools, presets)
        self._add(self.brush_panel, *tools.brushes)
        self._add(SelectionPanel(canvas, tools.selection_settings), *tools.selecting)
        self._add(GradientPanel(tools.gradient), tools.gradient)
        self._add(CropPanel(tools.crop), tools.crop)
        self._add(TransformPanel(tools.transform), tools.transform)
        self._nothing = label(tr("This tool has no options."), "small")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(self._nothing)
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
        self._nothing.setVisible(shown is None)
        self.updateGeometry()


class CropPanel(QWidget):
    """Position and size of the crop frame in document pixels, with buttons to crop or cancel."""

    def __init__(self, tool: CropTool) -> None:
        super().__init__()
        self.setObjectName("crop_panel")
        self._tool = tool
        self._spins = []
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.setColumnStretch(1, 1)
        for row, (name, text, tooltip, low) in enumerate(
            (
                ("crop_x_spin", tr("X"), tr("Left edge; below 0 extends the canvas"), -MAX_SIDE),
                ("crop_y_spin", tr("Y"), tr("Top edge; below 0 extends the canvas"), -MAX_SIDE),
                ("crop_width_spin", tr("Width"), tr("Width in pixels"), 1),
                ("crop_height_spin", tr("Height"), tr("Height in pixels"), 1),
            )
        ):
            box = QSpinBox(minimum=low, maximum=MAX_SIDE, suffix=" px")
            spin = named(box, name, text, tooltip)
            spin.valueChanged.connect(self._set_frame)
            layout.addWidget(label(text, "small", spin), row, 0)
            layout.addWidget(spin, row, 1)
            self._spins.append(spin)
        accept = push_button(
            "crop_accept_button",
            tr("Crop"),
            tr("Crop or extend the picture to the frame"),
            "Return",
            role="primary",
        )
        accept.clicked.connect(tool.accept)
        cancel = push_button(
            "crop_cancel_button", tr("Cancel"), tr("Leave the picture unchanged"), "Esc"
        )
        cancel.setAccessibleName(tr("Cancel crop"))
        cancel.clicked.connect(tool.leave)
        layout.addWidget(accept, len(self._spins), 0, 1, 2)
        layout.addWidget(cancel, len(self._spins) + 1, 0, 1, 2)
        tool.frame_changed.connect(self._show_frame)
        self._show_frame(tool.frame)

    def _show_frame(self, frame: Rect | None) -> None:
        if frame is None:
            return
        values = (frame.x, frame.y, frame.width, frame.height)
        for spin, value in zip(self._spins, values, strict=True):
            with QSignalBlocker(spin):
                spin.setValue(value)

    def _set_frame(self) -> None:
        self._tool.frame = Rect(*(spin.value() for spin in self._spins))
