"""Views that follow fingers, and a drag around the middle: arithmetic of angles."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QInputDevice, QTouchEvent

from glide_studio.ui.canvas.view import Turn, ViewTransform

CATCH = 4.0
"""So many degrees from a quarter turn, the page falls into place."""

Place = tuple[float, float]
"""A point of the screen, in device pixels."""


@dataclass(frozen=True)
class Pinch:
    """One or two fingers that hold the page since it was shown in `view`, at `places`."""

    view: ViewTransform
    places: Sequence[Place]

    @property
    def fingers(self) -> int:
        return len(self.places[:2])

    def moved_to(self, places: Sequence[Place]) -> ViewTransform:
        """The view with the page still under the fingers, as many as before.

        Where the page falls into place or cannot be zoomed on, it is under their middle.
        """
        start, end = _middle(self.places), _middle(places)
        view = self.view
        if self.fingers == 2:
            (old_length, old_angle), (length, angle) = _span(self.places), _span(places)
            view = view.zoomed_at(view.zoom * length / old_length, *start)
            turn = caught(view.turn.rotated(angle - old_angle))
            view = view.turned_at(turn, *start)
        return view.panned(end[0] - start[0], end[1] - start[1])


@dataclass(frozen=True)
class Rotation:
    """A drag from `place` that turns the page, shown in `view`, about the `middle`."""

    view: ViewTransform
    middle: Place
    place: Place

    def moved_to(self, place: Place) -> Turn:
        before, after = _span((self.middle, self.place))[1], _span((self.middle, place))[1]
        return caught(self.view.turn.rotated(after - before))


def caught(turn: Turn) -> Turn:
    """`turn`, or the quarter turn that it is close to."""
    quarter = 90.0 * round(turn.angle / 90)
    return Turn(quarter, turn.mirrored) if abs(turn.angle - quarter) < CATCH else turn


def is_on_screen(event: QTouchEvent) -> bool:
    """Whether the fingers touch what they move, not a pad beside it."""
    return event.device().type() == QInputDevice.DeviceType.TouchScreen


def _middle(places: Sequence[Place]) -> Place:
    held = places[:2]
    return sum(x for x, _ in held) / len(held), sum(y for _, y in held) / len(held)


def _span(places: Sequence[Place]) -> tuple[float, float]:
    """Length, at least a pixel, and angle in degrees from the first place to the second."""
    (x, y), (other_x, other_y) = places[:2]
    length = math.hypot(other_x - x, other_y - y)
    return max(1.0, length), math.degrees(math.atan2(other_y - y, other_x - x))
