"""Guides are dragged out of a ruler, moved, and removed by dragging them off the canvas."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from glide_studio.core.document.guides import Axis, Guide, replaced, snapped
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.ui.canvas.viewport import Viewport

GRAB_DISTANCE = 5
"""How near to a guide a press grabs it, in logical pixels."""

SNAP_DISTANCE = 8
"""How near to a guide a point snaps to it, in logical pixels."""


@dataclass(frozen=True)
class _Held:
    """The dragged guide: before the drag, None if it is new, and now."""

    axis: Axis
    before: Guide | None
    now: Guide | None = None


class Guides(QObject):
    """The guides of a document in a viewport; each change is one step of the history."""

    changed = Signal()

    def __init__(self, viewport: Viewport, open_document: OpenDocument) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._open_document = open_document
        self._held: _Held | None = None
        self._visible = True
        open_document.document_changed.connect(self.changed)

    @property
    def is_held(self) -> bool:
        """Whether a guide is being dragged."""
        return self._held is not None

    @property
    def visible(self) -> bool:
        """Whether they are shown; hidden guides neither snap nor can be dragged."""
        return self._visible

    @visible.setter
    def visible(self, visible: bool) -> None:
        self._visible = visible
        self.changed.emit()

    @property
    def shown(self) -> tuple[Guide, ...]:
        """The visible guides, the dragged one included."""
        if not self._visible:
            return ()
        guides, held = self._open_document.document.guides, self._held
        return guides if held is None else replaced(guides, held.before, held.now)

    def snapped(self, point: QPointF, also: Iterable[Guide] = ()) -> QPointF:
        """A document point, snapped to the guides near it, and to those of `also`."""
        guides, reach = (*self.shown, *also), self._reach(SNAP_DISTANCE)
        return QPointF(
            snapped(guides, "x", point.x(), reach), snapped(guides, "y", point.y(), reach)
        )

    def _reach(self, pixels: float) -> float:
        """A distance in logical pixels of the screen, in document pixels."""
        return pixels * self._viewport.devicePixelRatioF() / self._viewport.zoom

    def pull(self, along_x: bool) -> None:
        """Begin to drag a new guide that lies along the screen's x, or else y."""
        across = self._viewport.rotation.undo(*((0, 1) if along_x else (1, 0)))
        self._visible = True
        self._held = _Held("x" if abs(across[0]) > abs(across[1]) else "y", None)

    def grab(self, place: QPointF) -> bool:
        """Begin to drag the guide at a place of the widget; returns whether there is one."""
        point = self._viewport.to_document(place)

        def away(guide: Guide) -> float:
            return abs((point.x() if guide.axis == "x" else point.y()) - guide.place)

        nearest = min(self.shown, key=away, default=None)
        if nearest is None or away(nearest) > self._reach(GRAB_DISTANCE):
            return False
        self._held = _Held(nearest.axis, nearest, nearest)
        return True

    def move(self, place: QPointF) -> None:
        """Drag the guide to a place of the widget; outside of it, the guide is removed."""
        held = self._held
        if held is None:
            return
        point = self._viewport.to_document(place)
        at = Guide(held.axis, round(point.x() if held.axis == "x" else point.y()))
        inside = QRectF(self._viewport.rect()).contains(place)
        self._held = replace(held, now=at if inside else None)
        self.changed.emit()

    def drop(self) -> None:
        """End the drag where the guide is."""
        if self._held is None:
            return
        held, guides = self._held, self.shown
        self._held = None
        if held.before != held.now:
            label = tr("Remove guide") if held.now is None else tr("Move guide")
            label = tr("Add guide") if held.before is None else label
            self._apply(label, guides)
        self.changed.emit()

    def cancel(self) -> None:
        """Put the dragged guide back."""
        self._held = None
        self.changed.emit()

    def clear(self) -> None:
        """Remove all, as one step."""
        if self._open_document.document.guides:
            self._apply(tr("Clear guides"), ())

    def _apply(self, label: str, guides: tuple[Guide, ...]) -> None:
        document = self._open_document.document
        self._open_document.apply(label, replace(document, guides=guides))
