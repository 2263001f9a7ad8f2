"""The tool that shows an adjustment of the active layer until it is applied or cancelled."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from glide_studio.core.adjust.adjustment import Adjustment
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Item
from glide_studio.core.paint.mask_paint import painted_pixels
from glide_studio.session.adjust_commands import AdjustCommands
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.ui.canvas.adjusted import AdjustedPicture
from glide_studio.ui.canvas.tool import CanvasView, Tool
from glide_studio.ui.tools.transform import RETURN_KEYS, STEPS


class AdjustTool(Tool):
    """Shows an `adjustment`, which a dialog sets, while the view can be moved.

    Return applies it, Esc cancels it; both restore the previous tool. `ended` is emitted when it is
    to be applied, or is cancelled.
    """

    needs_colours = True
    hides_overlays = True
    ended = Signal()

    def __init__(
        self, canvas: CanvasView, open_document: OpenDocument, commands: AdjustCommands
    ) -> None:
        super().__init__(canvas)
        self._open_document = open_document
        self._commands = commands
        self._previous: Tool = self
        self._item: Item | None = None
        self._on_mask = False
        self._label = ""
        self._picture: AdjustedPicture | None = None
        self._adjustment: Adjustment | None = None
        self._is_previewed = True
        self._is_applying = False
        canvas.view_changed.connect(self._follow_view)

    @property
    def cursor(self) -> Qt.CursorShape:
        return Qt.CursorShape.ArrowCursor

    @property
    def sentence(self) -> str:
        return tr("{adjustment}: Return applies, Esc cancels").format(adjustment=self._label)

    @property
    def is_busy(self) -> bool:
        return self._item is not None

    @property
    def is_unsettled(self) -> bool:
        return self._item is not None

    # What the dialog sets

    def begin(self, label: str) -> bool:
        """Become the current tool for an adjustment, whose step is to be named `label`; whether
        that is possible. If not, the artist has been told why."""
        self._label = label
        self.canvas.set_tool(self)
        return self.canvas.tool is self

    def adjust(self, adjustment: Adjustment) -> None:
        """Show another adjustment."""
        self._adjustment = adjustment
        if self._picture is not None and not self._is_applying:
            self._picture.adjust(adjustment)

    def show_preview(self, is_previewed: bool) -> None:
        """Show the adjustment, or the picture without it."""
        self._is_previewed = is_previewed
        self._show()

    # Begin and end

    def may_begin(self) -> bool:
        return self._commands.may_begin()

    def activated(self, previous: Tool) -> None:
        self._previous = previous
        self._item = item = self._commands.painted_item
        self._on_mask = self._commands.paints_mask
        self._adjustment, self._is_previewed, self._waiting = None, True, []
        if item is not None:
            document = self._open_document.document
            self._picture = AdjustedPicture(document, item.id, self._on_mask, self)
            self._picture.changed.connect(self._show)
            self._picture.failed.connect(self._open_document.report)
            self._follow_view()

    def apply(self) -> None:
        """Apply the adjustment and restore the previous tool."""
        self.settle(lambda: None)

    def settle(self, then: Callable[[], object]) -> None:
        """Apply the adjustment, restore the previous tool, and call `then`; what is shown stays
        until that is done."""
        if self._is_applying:
            self._waiting.append(then)
        elif self._item is None or self._adjustment is None:
            self.leave()
            then()
        else:
            self._waiting.append(then)
            self._is_applying = True
            self.ended.emit()
            self._commands.apply(
                self._label, self._item, self._adjustment, self._finish, on_mask=self._on_mask
            )

    def _finish(self) -> None:
        if self._is_applying:
            self.leave()
        self.carry_on()

    def leave(self) -> None:
        """Forget the adjustment and restore the previous tool."""
        self.cancel()
        if self.canvas.tool is self:
            self.canvas.set_tool(self._previous)

    def cancel(self) -> None:
        picture, self._picture = self._picture, None
        self._item, self._is_applying = None, False
        if picture is not None:
            self.canvas.show_adjusted(None)
            picture.close()
            picture.deleteLater()
            self.ended.emit()

    def drop(self) -> None:
        """A gesture changes nothing of it."""

    def undo(self) -> bool:
        """Cancel: there is nothing else of it to undo."""
        if self._item is None:
            return False
        self.leave()
        return True

    def redo(self) -> bool:
        return self._item is not None

    def change_document(self, document: Document) -> None:
        """Cancel if the layer, or its mask, has other pixels; apply if something else is chosen."""
        if self._item is None or self._picture is None:
            return
        there = document.item(self._item.id)
        if there is None or not self._has_pixels_of(there):
            if self._is_applying and there is not None:
                self.canvas.show_adjusted(None)  # these are the adjusted pixels
            else:
                self.leave()
        elif not self._is_applying and not self._is_chosen_in(document):
            self.apply()
        else:
            self._picture.show_document(document)

    def _has_pixels_of(self, item: Item) -> bool:
        """Whether what is adjusted is still the same on `item`."""
        assert self._item is not None
        if self._on_mask and item.mask is None:
            return False
        return painted_pixels(item, self._on_mask) is painted_pixels(self._item, self._on_mask)

    def _is_chosen_in(self, document: Document) -> bool:
        """Whether what is adjusted is still what is painted on."""
        assert self._item is not None
        is_mask = document.painted_mask is not None
        target = document.target
        return target is not None and target.id == self._item.id and is_mask == self._on_mask

    # What is shown

    def _follow_view(self) -> None:
        if self._picture is not None:
            self._picture.look_at(self.canvas.sight)

    def _show(self) -> None:
        shown = self._picture if self._is_previewed else None
        if shown is None or shown.has_colours:
            self.canvas.show_adjusted(shown)

    # Events

    def takes(self, event: QKeyEvent) -> bool:
        is_plain = event.key() in (*RETURN_KEYS, Qt.Key.Key_Escape) and not event.modifiers()
        return self.is_busy and (is_plain or any(map(event.matches, STEPS)))

    def key_press(self, event: QKeyEvent) -> None:
        if event.key() in RETURN_KEYS:
            self.apply()
        elif not event.matches(QKeySequence.StandardKey.Redo):
            self.leave()
