"""All tools of a canvas, made in one place, and the brush in use."""

from PySide6.QtCore import QObject, Signal

from glide_studio.core.mask.shapes import ellipse, rectangle
from glide_studio.core.paint.stroke import Brush
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.tool import Tool
from glide_studio.ui.tools.adjust import AdjustTool
from glide_studio.ui.tools.brush_tool import BrushTool
from glide_studio.ui.tools.clone_brush import CloneBrush
from glide_studio.ui.tools.colour_tools import ColourRangeTool, Wand
from glide_studio.ui.tools.compare_tool import CompareTool
from glide_studio.ui.tools.crop import CropTool
from glide_studio.ui.tools.eyedropper import Eyedropper
from glide_studio.ui.tools.gradient_tool import GradientTool
from glide_studio.ui.tools.heal_brush import HealBrush
from glide_studio.ui.tools.mask_brush import MaskBrush
from glide_studio.ui.tools.move import MoveTool
from glide_studio.ui.tools.outline_tools import Lasso, Polygon, ShapeTool
from glide_studio.ui.tools.paint_brush import PaintBrush
from glide_studio.ui.tools.region_tool import RegionTool
from glide_studio.ui.tools.restore_brush import RestoreBrush
from glide_studio.ui.tools.selection_tool import SelectionSettings, SelectionTool
from glide_studio.ui.tools.smudge_brush import SmudgeBrush
from glide_studio.ui.tools.transform import TransformTool


class Toolbox(QObject):
    """Makes the tools of a canvas and activates the mask brush.

    `brush_changed` carries the `Brush` of `brush_tool` when that tool, its brush or its tint
    changes.
    """

    brush_changed = Signal(object)

    def __init__(self, canvas: Canvas, editor: Editor) -> None:
        super().__init__(canvas)
        document, review, layers = editor.open_document, editor.review, editor.layers
        self.mask_brush = MaskBrush(canvas, document, review)
        self.paint_brush = PaintBrush(canvas, editor)
        self.restore_brush = RestoreBrush(canvas, editor)
        self.clone_brush = CloneBrush(canvas, editor)
        self.heal_brush = HealBrush(canvas, editor)
        self.smudge_brush = SmudgeBrush(canvas, editor)
        self.eyedropper = Eyedropper(canvas, review)
        self.gradient = GradientTool(canvas, document, layers)
        self.move = MoveTool(canvas, document, layers)
        self.transform = TransformTool(canvas, document, editor.transforms)
        self.adjust = AdjustTool(canvas, document, editor.adjustments)
        self.region = RegionTool(canvas, editor.model_view)
        self.crop = CropTool(canvas, document, editor.image)
        self.compare = CompareTool(canvas, editor.comparison)
        self.selection_settings = SelectionSettings()
        shared = (canvas, editor.masks, self.selection_settings)
        self.rectangle = ShapeTool(*shared, rectangle, tr("Rectangle"))
        self.ellipse = ShapeTool(*shared, ellipse, tr("Ellipse"))
        self.lasso = Lasso(*shared)
        self.polygon = Polygon(*shared)
        self.wand = Wand(*shared)
        self.colour_range = ColourRangeTool(*shared)
        self.selecting: tuple[SelectionTool, ...] = (
            self.rectangle,
            self.ellipse,
            self.lasso,
            self.polygon,
            self.wand,
            self.colour_range,
        )
        self.brushes: tuple[BrushTool, ...] = (
            self.mask_brush,
            self.paint_brush,
            self.restore_brush,
            self.clone_brush,
            self.heal_brush,
            self.smudge_brush,
        )
        self._brush_tool: BrushTool = self.mask_brush
        for brush_tool in self.brushes:
            brush_tool.brush_changed.connect(self._follow_brush)
            editor.about_to_replace.connect(brush_tool.forget_end)
        for copying in (self.clone_brush, self.heal_brush):
            editor.about_to_replace.connect(copying.forget_source)
        editor.about_to_replace.connect(self.heal_brush.leave_document)
        editor.about_to_step.connect(self.heal_brush.drop_unhealed)
        canvas.mask_style_changed.connect(self._follow_brush)
        self._tint = self.mask_brush.tint
        document.document_changed.connect(self._follow_colour)
        canvas.tool_changed.connect(self._follow_tool)
        canvas.set_tool(self.mask_brush)

    @property
    def brush_tool(self) -> BrushTool:
        """The brush that is active or was last."""
        return self._brush_tool

    @property
    def brush(self) -> Brush:
        """The brush of `brush_tool`; its `erase` chooses the eraser."""
        return self._brush_tool.brush

    @brush.setter
    def brush(self, brush: Brush) -> None:
        self._brush_tool.brush = brush

    def _follow_brush(self) -> None:
        self.brush_changed.emit(self.brush)

    def _follow_colour(self) -> None:
        """Another colour of the mask may be the active one."""
        if self.mask_brush.tint != self._tint:
            self._tint = self.mask_brush.tint
            self._follow_brush()

    def _follow_tool(self, tool: Tool) -> None:
        if isinstance(tool, BrushTool) and tool is not self._brush_tool:
            self._brush_tool = tool
            self._follow_brush()
