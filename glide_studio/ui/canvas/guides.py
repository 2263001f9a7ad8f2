"""Guides in the artist's hand: pulled out of a ruler, moved, and taken away over the edge."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF

from glide_studio.core.document.guides import Axis, Guide, replaced, snapped
from glide_studio.session.language import tr

if TYPE_CHECKING:
    from glide_studio.ui.canvas.canvas import Canvas

REACH = 5
"""How near to a guide a press grabs it, in logical pixels."""

SNAP_ANGLE = 8
"""So near it catches what is drawn."""


@dataclass(frozen=True)
class _Held:
    """A guide in hand: where it was, if it was there at all, and where it is now."""

    axis: Axis
    before: Guide | None
    now: Guide | None = None


class Guides(QObject):
    """The guides of the canvas's document; where they lie is a step of the history."""

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._held: _Held | None = None
        self._visible = True
        canvas.editor.open_document.document_changed.connect(self._show)

    @property
    def is_held(self) -> bool:
        """Whether one is in hand."""
        return self._held is not None

    @property
    def visible(self) -> bool:
        """Whether they are shown; what is hidden catches and is caught by nothing."""
        return self._visible

    @visible.setter
    def visible(self, visible: bool) -> None:
        self._visible = visible
        self._show()

    @property
    def shown(self) -> tuple[Guide, ...]:
        """Those to be seen now, the one in hand included."""
        if not self._visible:
            return ()
        guides, held = self._canvas.editor.document.guides, self._held
        return guides if held is None else replaced(guides, held.before, held.now)

    def snapped(self, point: QPointF, also: Iterable[Guide] = ()) -> QPointF:
        """A document point, moved onto the guides that it is near; `also` catches it as they do."""
        guides, reach = (*self.shown, *also), self._reach(SNAP_ANGLE)
        return QPointF(
            snapped(guides, "x", point.x(), reach), snapped(guides, "y", point.y(), reach)
        )

    def _reach(self, pixels: float) -> float:
        """So many logical pixels of the screen in document pixels."""
        return pixels * self._canvas.devicePixelRatioF() / self._canvas.zoom

    def pull(self, along_x: bool) -> None:
        """Take a new one in hand that lies along the screen's x, or else y."""
        across = self._canvas.rotation.undo(0, 1) if along_x else self._canvas.rotation.undo(1, 0)
        self._visible = True
        self._held = _Held("x" if abs(across[0]) > abs(across[1]) else "y", None)

    def grab(self, place: QPointF) -> bool:
        """Begin to drag the guide at a place of the widget; returns whether there is one."""
        point = self._canvas.to_document(place)

        def away(guide: Guide) -> float:
            return abs((point.x() if guide.axis == "x" else point.y()) - guide.place)

        nearest = min(self.shown, key=away, default=None)
        if nearest is None or away(nearest) > self._reach(REACH):
            return False
        self._held = _Held(nearest.axis, nearest, nearest)
        return True

    def move(self, place: QPointF) -> None:
        """Bring the one in hand to a place of the widget; over its edge, it is taken away."""
        held = self._held
        if held is None:
            return
        point = self._canvas.to_document(place)
        at = Guide(held.axis, round(point.x() if held.axis == "x" else point.y()))
        inside = QRectF(self._canvas.rect()).contains(place)
        self._held = replace(held, now=at if inside else None)
        self._show()

    def drop(self) -> None:
        """Leave the one in hand where it is."""
        if self._held is None:
            return
        editor, held, guides = self._canvas.editor, self._held, self.shown
        self._held = None
        if held.before != held.now:
            label = tr("Remove guide") if held.now is None else tr("Move guide")
            label = tr("Add guide") if held.before is None else label
            editor.open_document.apply(label, replace(editor.document, guides=guides))
        self._show()

    def cancel(self) -> None:
        """Put the one in hand back."""
        self._held = None
        self._show()

    def clear(self) -> None:
        """Remove all, as one step."""
        editor = self._canvas.editor
        if editor.document.guides:
            editor.open_document.apply(tr("Clear guides"), replace(editor.document, guides=()))

    def _show(self) -> None:
        self._canvas.show_lines()
