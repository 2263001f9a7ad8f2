"""The tool that moves, scales, rotates, shears and distorts layers, or what is selected on them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QKeySequence, QPainter

from glide_studio.core.document.arranging import index_of
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer, branch_at
from glide_studio.core.document.transforming_together import LiftedLayers, picture_of
from glide_studio.core.raster.free_transform import CORNERS, FreeTransform
from glide_studio.core.raster.projection import Point
from glide_studio.core.raster.resample import Resampling
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.transform_commands import TransformCommands
from glide_studio.ui.canvas.moving_picture import LayersAbove, MovingPicture, composition_mode
from glide_studio.ui.canvas.tool import CanvasView, Tool, Touch
from glide_studio.ui.tools.move import ARROWS, FAR, SHIFT
from glide_studio.ui.tools.transform_frame import Grip, TransformFrame

RETURN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


@dataclass
class _Work:
    """A transform that has begun: what was lifted, the picture of it, and where that is."""

    what: LiftedLayers
    picture: MovingPicture
    above: LayersAbove
    transform: FreeTransform
    done: list[FreeTransform] = field(default_factory=list)
    undone: list[FreeTransform] = field(default_factory=list)
    is_applying: bool = False
    then: list[Callable[[], object]] = field(default_factory=list)
    """What to do once it is applied."""


@dataclass(frozen=True)
class _Drag:
    """What was grabbed, the transform at that time, and where the press was."""

    grip: Grip
    before: FreeTransform
    start: Point


class TransformTool(Tool):
    """Handles around the pixels; Return applies the transform, Esc cancels it.

    Both restore the previous tool. A drag scales, of the inside moves, and outside of it rotates;
    with Ctrl a corner is moved alone and an edge shears. Shift keeps proportions, rotates in steps
    and moves along an axis; Alt works from the middle. Undo and redo go through the drags.
    `transform_changed` carries the `FreeTransform`, or None while there is none.
    """

    hides_overlays = True
    draws_picture = True
    transform_changed = Signal(object)

    def __init__(
        self, canvas: CanvasView, open_document: OpenDocument, commands: TransformCommands
    ) -> None:
        super().__init__(canvas)
        self._open_document = open_document
        self._commands = commands
        self._previous: Tool = self
        self._work: _Work | None = None
        self._frame = TransformFrame(canvas)
        self._begun = 0
        self._drag: _Drag | None = None
        self._cursor: QCursor | Qt.CursorShape = Qt.CursorShape.ArrowCursor
        self._resampling = Resampling.BICUBIC

    @property
    def transform(self) -> FreeTransform | None:
        """Where the pixels are; None until they have been lifted."""
        return None if self._work is None else self._work.transform

    @property
    def resampling(self) -> Resampling:
        """The filter by which the pixels are computed in the end."""
        return self._resampling

    @resampling.setter
    def resampling(self, resampling: Resampling) -> None:
        self._resampling = resampling
        self.canvas.update_tool()

    @property
    def cursor(self) -> QCursor | Qt.CursorShape:
        return self._cursor

    @property
    def sentence(self) -> str:
        return tr("Transform: Return applies, Esc cancels")

    @property
    def is_busy(self) -> bool:
        return self._work is not None

    @property
    def is_unsettled(self) -> bool:
        return self._work is not None

    # Begin and end

    def may_begin(self) -> bool:
        return self._commands.may_begin()

    def activated(self, previous: Tool) -> None:
        """Lift the pixels."""
        self._previous = previous
        self._begun += 1
        self._cursor = Qt.CursorShape.ArrowCursor
        self._commands.lift(partial(self._take, self._begun))

    def _take(self, begun: int, what: LiftedLayers | None) -> None:
        """Make the picture of what was lifted, unless the tool has been left meanwhile."""
        if begun != self._begun:
            return
        if what is None:
            self.leave()
            return
        profile = self._open_document.document.icc_profile

        def work() -> MovingPicture:
            return MovingPicture(picture_of(what), what.box, profile)

        self._open_document.start_in_background(work, partial(self._show, begun, what), self.leave)

    def _show(self, begun: int, what: LiftedLayers, picture: MovingPicture) -> None:
        document = self._open_document.document
        if begun != self._begun:
            return
        if not _has(document, what):
            self.leave()
            return
        above = LayersAbove(_without(document, what, above=True))
        self._work = _Work(what, picture, above, FreeTransform(what.box))
        self.canvas.show_document()
        self.transform_changed.emit(self.transform)

    def apply(self) -> None:
        """Apply the transform and restore the previous tool."""
        self.settle(lambda: None)

    def settle(self, then: Callable[[], object]) -> None:
        """Apply the transform, restore the previous tool, and call `then`."""
        work = self._work
        if work is not None and work.is_applying:
            work.then.append(then)
        elif work is None or work.transform.is_identity:
            self.leave()
            then()
        else:
            self.finish_drag()
            work.is_applying = True
            work.then.append(then)
            finish = partial(self._finish, work)
            self._commands.compute(work.what, work.transform, self._resampling, finish)

    def _finish(self, work: _Work, layers: tuple[Layer, ...] | None) -> None:
        if work is not self._work:
            return  # it was cancelled meanwhile
        self._work = None
        if layers is not None:
            self._commands.apply(work.what, layers)
        self.leave()
        for then in work.then:
            then()

    def leave(self) -> None:
        """Forget the transform and restore the previous tool."""
        self.cancel()
        if self.canvas.tool is self:
            self.canvas.set_tool(self._previous)

    def cancel(self) -> None:
        self._begun += 1
        self._drag = None
        if self._work is not None:
            self._work = None
            self.canvas.show_document()
        self.transform_changed.emit(None)

    def drop(self) -> None:
        """Undo the drag; what was done before stays."""
        if self._drag is not None and self._work is not None:
            self._work.transform = self._drag.before
            self._drag = None
            self._tell()

    def change_document(self, document: Document) -> None:
        """Cancel if a layer has other pixels now; apply if other layers are selected."""
        work = self._work
        if work is None or work.is_applying:
            return
        if not _has(document, work.what):
            self.leave()
        elif not {*work.what.ids} <= {*document.selected}:
            self.apply()
        else:
            work.above.show(_without(document, work.what, above=True))

    def shown(self, document: Document) -> Document:
        """What lies below the lifted pixels; they and the layers above are drawn over it."""
        if self._work is None or not _has(document, self._work.what):
            return document
        return _without(document, self._work.what, above=False)

    # The transform

    def change(self, transform: FreeTransform) -> None:
        """Make `transform` the current one, as one step that can be undone, if it is possible."""
        work = self._work
        if work is not None and not work.is_applying and transform.is_possible:
            work.done.append(work.transform)
            work.undone.clear()
            work.transform = transform
        self._tell()

    def undo(self) -> bool:
        return self._step(undo=True)

    def redo(self) -> bool:
        return self._step(undo=False)

    def _step(self, *, undo: bool) -> bool:
        work = self._work
        if work is None:
            return False
        if self._drag is not None:
            self.drop()
            return True
        back, forth = (work.done, work.undone) if undo else (work.undone, work.done)
        if back and not work.is_applying:
            forth.append(work.transform)
            work.transform = back.pop()
            self._tell()
        elif undo and not work.is_applying:
            self.leave()
        return True

    def _tell(self) -> None:
        self.canvas.update_tool()
        self.transform_changed.emit(self.transform)

    # Events

    def press(self, touch: Touch) -> None:
        work = self._work
        if work is not None and not work.is_applying:
            start = (touch.point.x(), touch.point.y())
            self._drag = _Drag(
                self._frame.grip_at(work.transform, touch.place), work.transform, start
            )

    def move(self, touch: Touch) -> None:
        if self._drag is None or self._work is None:
            return
        try:
            changed = self._dragged(self._drag, touch)
        except (ArithmeticError, ValueError):  # nothing can be seen of it from there
            return
        if changed.is_possible:
            self._work.transform = changed
            self._tell()

    def release(self, touch: Touch) -> None:
        self.move(touch)
        self.finish_drag()

    def finish_drag(self) -> None:
        """Make what was dragged a step that can be undone."""
        drag, work, self._drag = self._drag, self._work, None
        if drag is not None and work is not None and work.transform != drag.before:
            after, work.transform = work.transform, drag.before
            self.change(after)

    def double_click(self, touch: Touch) -> None:
        """Apply if the click is inside."""
        work = self._work
        if work and self._frame.grip_at(work.transform, touch.place) == (0, 0):
            self.apply()
        else:
            self.press(touch)

    def hover(self, touch: Touch | None) -> None:
        work = self._work
        if touch is not None and self._drag is None and work is not None:
            grip = self._frame.grip_at(work.transform, touch.place)
            self._cursor = self._frame.cursor(work.transform, grip)

    def takes(self, event: QKeyEvent) -> bool:
        if self._work is None:
            return self.canvas.tool is self and event.key() == Qt.Key.Key_Escape
        key, others = event.key(), event.modifiers() & ~(SHIFT | Qt.KeyboardModifier.KeypadModifier)
        is_plain = key in (*RETURN_KEYS, Qt.Key.Key_Escape, *ARROWS) and not others
        return is_plain or any(map(event.matches, STEPS))

    def key_press(self, event: QKeyEvent) -> None:
        way, work = ARROWS.get(Qt.Key(event.key())), self._work
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in RETURN_KEYS:
            self.apply()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        elif way is not None and work is not None and self._drag is None:
            by = FAR if event.modifiers() & SHIFT else 1
            self.change(work.transform.moved(by * way[0], by * way[1]))

    def _dragged(self, drag: _Drag, touch: Touch) -> FreeTransform:
        """The transform once what was grabbed is dragged to a touch."""
        before, point = drag.before, (touch.point.x(), touch.point.y())
        x, y = point[0] - drag.start[0], point[1] - drag.start[1]
        if drag.grip is None:
            return before.rotated(drag.start, point, in_steps=touch.has_shift)
        if drag.grip == (0, 0):
            if touch.has_shift:
                x, y = (x, 0) if abs(x) >= abs(y) else (0, y)
            return before.moved(round(x), round(y))
        handle = before.at(drag.grip)
        snapped = self.canvas.snapped(QPointF(handle[0] + x, handle[1] + y))
        target = (snapped.x(), snapped.y())
        if not touch.has_control:
            return before.scaled(
                drag.grip, target, proportional=touch.has_shift, about_centre=touch.has_alt
            )
        if drag.grip not in CORNERS:
            return before.sheared(drag.grip, target, about_centre=touch.has_alt)
        return before.distorted(drag.grip, target, mirrored=touch.has_alt)

    def area(self) -> QRectF:
        return QRectF() if self._work is None else QRectF(self.canvas.rect())

    def draw(self, painter: QPainter) -> None:
        work, frame = self._work, self._frame
        if work is None:
            return
        only = work.what.only
        layer = only and (self._open_document.document.layer(only.id) or only)
        if layer is None or layer.is_shown:
            painter.save()
            if layer is not None:
                painter.setOpacity(layer.opacity)
                painter.setCompositionMode(composition_mode(layer.blend_mode))
            smooth = self._resampling is not Resampling.NEAREST
            work.picture.draw(painter, frame.on_screen(work.transform), smooth=smooth)
            painter.restore()
        if not work.above.draw(painter, frame.page(), self.canvas.zoom):
            self.canvas.update_tool()
        frame.draw(painter, work.transform)


def _has(document: Document, what: LiftedLayers) -> bool:
    """Whether the layers still have the pixels that were lifted from them."""
    layers = [document.layer(each) for each in what.ids]
    return all(
        layer is not None and layer.raster is part.layer.raster
        for layer, part in zip(layers, what.parts, strict=True)
    )


def _without(document: Document, what: LiftedLayers, *, above: bool) -> Document:
    """Only the layers above those that are transformed, or all others, they without what is lifted.

    Those that are composited as one with them count as below.
    """
    place = max(index_of(document, each) for each in what.ids)
    stop = branch_at(document.layers, place).stop
    if above:
        return replace(document, layers=document.layers[stop:])
    rests = {part.layer.id: part.rest.raster for part in what.parts}
    layers = (
        replace(layer, raster=rests[layer.id]) if layer.id in rests else layer
        for layer in document.layers[:stop]
    )
    return replace(document, layers=tuple(layers))
