"""Gestures that move the view: pinches, and drags that rotate."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from glide_studio.ui.canvas.view import Rotation, ViewTransform

SNAP_ANGLE = 4.0
"""The page snaps to a multiple of 90 degrees that is nearer than this, in degrees."""

Place = tuple[float, float]
"""A point of the screen, in device pixels."""


@dataclass(frozen=True)
class Pinch:
    """One or two fingers that were pressed at `places` while the page was shown in `view`."""

    view: ViewTransform
    places: Sequence[Place]

    @property
    def fingers(self) -> int:
        return len(self.places[:2])

    def moved_to(self, places: Sequence[Place]) -> ViewTransform:
        """The view with the page still under the fingers, whose number is the same.

        Where it snaps or cannot be zoomed further, it is under their middle.
        """
        start, end = _middle(self.places), _middle(places)
        view = self.view
        if self.fingers == 2:
            (old_length, old_angle), (length, angle) = _span(self.places), _span(places)
            view = view.zoomed_at(view.zoom * length / old_length, *start)
            rotation = snapped(view.rotation.rotated(angle - old_angle))
            view = view.rotated_at(rotation, *start)
        return view.panned(end[0] - start[0], end[1] - start[1])


@dataclass(frozen=True)
class RotateDrag:
    """A drag from `place` that rotates the page, shown in `view`, about the `middle`."""

    view: ViewTransform
    middle: Place
    place: Place

    def moved_to(self, place: Place) -> Rotation:
        before, after = _span((self.middle, self.place))[1], _span((self.middle, place))[1]
        return snapped(self.view.rotation.rotated(after - before))


def snapped(rotation: Rotation) -> Rotation:
    """`rotation`, or the multiple of 90 degrees that it is close to."""
    quarter = 90.0 * round(rotation.angle / 90)
    is_near = abs(rotation.angle - quarter) < SNAP_ANGLE
    return replace(rotation, angle=quarter) if is_near else rotation


def _middle(places: Sequence[Place]) -> Place:
    held = places[:2]
    return sum(x for x, _ in held) / len(held), sum(y for _, y in held) / len(held)


def _span(places: Sequence[Place]) -> tuple[float, float]:
    """Length, at least a pixel, and angle in degrees from the first place to the second."""
    (x, y), (other_x, other_y) = places[:2]
    length = math.hypot(other_x - x, other_y - y)
    return max(1.0, length), math.degrees(math.atan2(other_y - y, other_x - x))
