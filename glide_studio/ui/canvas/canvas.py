"""The canvas, which shows the document under the current tool."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QCursor,
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTabletEvent,
    QTouchEvent,
)

from glide_studio.core.document.guides import Guide
from glide_studio.core.mask.mask import Mask
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.ui.canvas.fingers import Fingers
from glide_studio.ui.canvas.guides import Guides
from glide_studio.ui.canvas.march import MarchingEdge
from glide_studio.ui.canvas.mask import CHANGES_STYLE, MaskLook, MaskStyle
from glide_studio.ui.canvas.overlay import Overlay
from glide_studio.ui.canvas.preview import PreviewLayer
from glide_studio.ui.canvas.scene import CanvasScene
from glide_studio.ui.canvas.tool import MODIFIERS, Tool, Touch
from glide_studio.ui.canvas.view import ViewTransform
from glide_studio.ui.canvas.viewport import Viewport

TAKEN_OVER = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Reasons of a loss of focus after which something else gets the mouse."""


class Canvas(Viewport):
    """Shows the document of `editor`, its mask and the pictures of runs, under a `Tool`.

    `tool_changed` carries the `Tool`, `mask_style_changed` the `MaskStyle`, and `pointer_moved` the
    `Touch` of mouse or pen, or None once it has left.
    """

    tool_changed = Signal(object)
    mask_style_changed = Signal(object)
    pointer_moved = Signal(object)

    def __init__(self, editor: Editor) -> None:
        super().__init__(CanvasScene(editor.document, MaskStyle()))
        self.editor = editor
        self._mask_style = MaskStyle()
        self._march = MarchingEdge(self, self._scene)
        self._overlay = Overlay(self, editor)
        self._tool_area = QRect()
        self._pointer: Touch | None = None
        self._last_touch: Touch | None = None
        self._is_pressed = self._mouse_is_down = False
        self._has_grid, self._shows_changes = True, False
        self.find_changes: Callable[[], Mask] | None = None
        """Returns the pixels that `show_changes` tints."""
        self._tool = Tool(self)
        self.guides = Guides(self, editor.open_document)
        self.fingers = Fingers(self)
        self.setObjectName("canvas")
        self.setAccessibleName(tr("Canvas"))
        self.setAccessibleDescription(
            tr(
                "The picture and its mask. Drag to use the current tool, hold Space and drag to "
                "pan, hold R and drag to rotate, turn the wheel to zoom. Arrow keys pan, plus "
                "and minus zoom."
            )
        )
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self._update_cursor()
        self.guides.changed.connect(self.show_lines)
        editor.about_to_replace.connect(self.end_gesture)
        editor.about_to_step.connect(self._leave_step)
        editor.open_document.document_changed.connect(self.show_document)
        self._overlay.changed.connect(self._show_overlay)
        editor.review.shown_changed.connect(self._show_candidate)
        editor.review.compared.connect(self._show_share)
        editor.review.changed.connect(self.show_cursor)

    @property
    def tool(self) -> Tool:
        """The current tool; at first one that does nothing."""
        return self._tool

    def set_tool(self, tool: Tool) -> None:
        """Change to another tool, if it may begin; an unfinished action of the old one is
        cancelled."""
        if tool is not self._tool:
            if not tool.may_begin():
                self.tool_changed.emit(self._tool)
                return
            self._tool.cancel()
        if tool is not self._tool:  # `cancel` may have changed it
            self._tool.hover(None)
            self._is_pressed = False
            previous, self._tool = self._tool, tool
            tool.activated(previous)
            tool.hover(self._pointer)
            self._set_style()
            self._update_cursor()
            self._overlay.show()
            self.tool_changed.emit(tool)

    def update_tool(self) -> None:
        """Repaint where the tool draws over the picture now, and where it drew before."""
        self.update(self._tool_area)
        self._tool_area = self._tool.area().toAlignedRect()
        self.update(self._tool_area)

    def show_cursor(self) -> None:
        """Show the tool's cursor, unless the view is being moved."""
        wanted = self._tool.cursor
        if not self.moves_view and self.cursor() != QCursor(wanted):
            self.setCursor(wanted)

    @property
    def is_working(self) -> bool:
        """Whether mouse, pen or finger is pressed with the tool."""
        return self._is_pressed

    @property
    def mask_style(self) -> MaskStyle:
        """How the mask is shown."""
        return self._mask_style

    @mask_style.setter
    def mask_style(self, style: MaskStyle) -> None:
        if style != self._mask_style:
            self._mask_style = style
            self._set_style()
            self._show_changes()
            self.mask_style_changed.emit(style)

    @property
    def has_grid(self) -> bool:
        """Whether lines separate the pixels at a high zoom."""
        return self._has_grid

    @has_grid.setter
    def has_grid(self, has_grid: bool) -> None:
        self._has_grid = has_grid
        self.show_lines()

    def show_changes(self, shown: bool) -> None:
        """Tint the pixels that `find_changes` finds, in place of the mask, or show that again."""
        self._shows_changes = shown
        self.show_document()

    def _set_style(self) -> None:
        """Show the mask in its style; as a tint it would falsify colours that are judged."""
        style = self._mask_style
        if self._shows_changes:
            style = CHANGES_STYLE
        elif self._tool.needs_colours and not self.editor.review.mask.is_empty:
            style = replace(style, look=MaskLook.ANTS)
        self._scene.set_style(style)

    def snapped(self, point: QPointF, also: Iterable[Guide] = ()) -> QPointF:
        """A document point, snapped to the guides near it, and to those of `also`."""
        return self.guides.snapped(point, also)

    def show_lines(self) -> None:
        """Update the guides and the grid."""
        self._scene.set_lines(self.guides.shown, self._has_grid)
        self._show_changes()

    # The editor

    def show_document(self) -> None:
        """Show the editor's document with what the tool has begun."""
        document, before = self.editor.review.comparison
        self._tool.change_document(document)
        document = self._tool.shown(document)
        other_size = document.extent != self._scene.extent
        self._scene.set_document(document, None if before is None else self._tool.shown(before))
        self._scene.set_share(self.editor.review.share)
        marked = self._shows_changes and not self._tool.hides_overlays
        changed = self.find_changes() if marked and self.find_changes else None
        self._scene.set_colours(document.colours if changed is None else None)
        self._scene.set_mask(changed or document.mask)
        self._set_style()
        if other_size:
            self.fit()
        self._show_changes()
        self.update_tool()

    def _show_share(self, share: float) -> None:
        self._scene.set_share(share)
        self._show_changes()

    def _show_candidate(self) -> None:
        self._overlay.drop_preview()
        self.show_document()

    def _show_overlay(self, layer: PreviewLayer | None) -> None:
        self._scene.set_preview(None if self._tool.hides_overlays else layer)
        self._show_changes()

    # The tool

    def press_tool(self, touch: Touch, act: Callable[[Touch], object] | None = None) -> None:
        """Mouse, pen or finger was pressed: tell the tool by `act`, or else by its `press`."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._hover(touch)
        self._last_touch = touch
        self._is_pressed = True
        (act or self._tool.press)(touch)
        self.update_tool()

    def move_tool(self, touch: Touch) -> None:
        """Mouse, pen or finger moved, pressed or not."""
        self._hover(touch)
        if self.guides.is_held:
            self.guides.move(touch.place)
        elif self._is_pressed:
            self._last_touch = touch
            self._tool.move(touch)
        self.update_tool()

    def release_tool(self, touch: Touch) -> None:
        """Mouse, pen or finger was released."""
        if self._is_pressed:
            self._is_pressed = False
            self._tool.release(touch)
            self._hover(touch)
            self.update_tool()

    def drop_tool(self) -> None:
        """The press was part of a gesture: cancel what the tool began with it."""
        self._is_pressed = False
        self._tool.drop()
        self.leave_tool()

    def end_gesture(self) -> None:
        """Cancel the current drag, and ignore mouse, pen and fingers until they are released."""
        self._is_pressed = False
        self._tool.drop()
        self.guides.cancel()
        self.fingers.rest()
        self._stop_moving_view()
        self.update_tool()

    def finish_gesture(self) -> None:
        """End the current drag of mouse, pen or fingers as if they were released."""
        if self._is_pressed and self._last_touch is not None:
            self.release_tool(self._last_touch)
            self.fingers.rest()
        self._tool.right_release()
        self.guides.drop()
        self._stop_moving_view()

    def _leave_step(self) -> None:
        """End a drag before undo, redo or a jump; a polygon continues with the next click."""
        if self._is_pressed or self.guides.is_held:
            self.end_gesture()

    def leave_tool(self) -> None:
        """Mouse, pen or finger left the canvas."""
        self._hover(None)

    def _hover(self, touch: Touch | None) -> None:
        self._pointer = touch
        self._tool.hover(touch)
        self.show_cursor()
        self.pointer_moved.emit(touch)
        self.update_tool()

    def _follow_touch(self, event: QTouchEvent) -> None:
        if not self.fingers.take(event):
            super()._follow_touch(event)

    def _touch(self, event: QMouseEvent | QTabletEvent | QEnterEvent) -> Touch:
        return Touch.of(event, self.to_document(event.position()))

    def _set_view(self, view: ViewTransform) -> None:
        super()._set_view(view)
        self.update_tool()

    def _update_cursor(self) -> None:
        super()._update_cursor()
        self.show_cursor()
        self.update_tool()

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        self._march.draw(painter)
        if self._tool.draws_picture or not self.moves_view:
            self._tool.draw(painter)

    def hideEvent(self, event: QHideEvent) -> None:
        self._march.stop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begin(event, self._tool.press)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._begin(event, self._tool.double_click)

    def _begin(self, event: QMouseEvent, act: Callable[[Touch], object]) -> None:
        touch = self._touch(event)
        self._hover(touch)
        if self._is_pressed:
            return
        self._mouse_is_down = True
        super().mousePressEvent(event)
        if self.moves_view:
            return
        if event.button() == Qt.MouseButton.RightButton:
            self._tool.right_press(touch)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if not (touch.has_control and self.guides.grab(touch.place)):
            self.press_tool(touch, act)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._mouse_is_down and event.buttons() == Qt.MouseButton.NoButton:
            self._mouse_is_down = False  # another window got the release
            self.finish_gesture()
        super().mouseMoveEvent(event)
        self.move_tool(self._touch(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse_is_down = event.buttons() != Qt.MouseButton.NoButton
        super().mouseReleaseEvent(event)
        touch = self._touch(event)
        if event.button() == Qt.MouseButton.RightButton:
            self._tool.right_release()
        self._hover(touch)
        if event.button() == Qt.MouseButton.LeftButton:
            self.guides.drop()
            self.release_tool(touch)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Use the pen; Qt sends an event that is ignored here again as a mouse event."""
        self.fingers.note_pen()
        if not self._is_pressed and self.moves_view:
            event.ignore()
            return
        touch = self._touch(event)
        match event.type():
            case QEvent.Type.TabletPress if event.button() == Qt.MouseButton.LeftButton:
                self.press_tool(touch)
            case QEvent.Type.TabletMove:
                self.move_tool(touch)
            case QEvent.Type.TabletRelease if event.button() == Qt.MouseButton.LeftButton:
                self.release_tool(touch)
            case _:
                event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._note_key(event, is_down=True)
        if self.guides.is_held and event.key() == Qt.Key.Key_Escape:
            self.guides.cancel()
        elif self._tool.takes(event):
            self._tool.key_press(event)
            self.update_tool()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._note_key(event, is_down=False)
        super().keyReleaseEvent(event)

    def _note_key(self, event: QKeyEvent, is_down: bool) -> None:
        """Tell the tool of a modifier at once, not only when the pointer moves."""
        if self._pointer is not None and event.key() in MODIFIERS:
            self._hover(self._pointer.with_key(event.key(), is_down))

    def _takes(self, event: QKeyEvent) -> bool:
        if self.guides.is_held and event.key() == Qt.Key.Key_Escape:
            return True
        return self._tool.takes(event) or super()._takes(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A menu, a dialog or another window may get the release: end the drag now."""
        if event.reason() in TAKEN_OVER:
            self.finish_gesture()
        super().focusOutEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover(self._touch(event))

    def leaveEvent(self, event: QEvent) -> None:
        self.leave_tool()
