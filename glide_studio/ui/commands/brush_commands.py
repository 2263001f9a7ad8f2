"""The commands that change the brush."""

from dataclasses import replace

from PySide6.QtCore import QObject

from glide_studio.core.paint.stroke import MAX_SIZE, MIN_SIZE
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas

SIZE_STEP = 1.2
HARDNESS_STEP = 0.1


class BrushCommands(QObject):
    """Connects size and hardness of the brush in hand to a canvas."""

    def __init__(self, canvas: Canvas, actions: Actions) -> None:
        super().__init__(actions.owner)
        self._canvas = canvas
        actions.connect("smaller_brush", lambda: self._resize(1 / SIZE_STEP))
        actions.connect("larger_brush", lambda: self._resize(SIZE_STEP))
        actions.connect("softer_brush", lambda: self._harden(-1))
        actions.connect("harder_brush", lambda: self._harden(1))

    def _resize(self, factor: float) -> None:
        brush = self._canvas.brush
        least = 1 if factor > 1 else -1  # a share of a tiny brush may be less than a pixel
        size = max(brush.size * (factor - 1), least, key=abs) + brush.size
        self._canvas.brush = replace(brush, size=min(max(round(size), MIN_SIZE), MAX_SIZE))

    def _harden(self, direction: int) -> None:
        brush = self._canvas.brush
        hardness = round(brush.hardness + direction * HARDNESS_STEP, 2)
        self._canvas.brush = replace(brush, hardness=min(max(hardness, 0.0), 1.0))
