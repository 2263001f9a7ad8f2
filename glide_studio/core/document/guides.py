"""Guides: lines that drags snap to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Axis = Literal["x", "y"]


@dataclass(frozen=True)
class Guide:
    """The line where the `axis` coordinate is `place`: the edge before that pixel."""

    axis: Axis
    place: int


def snapped(guides: Iterable[Guide], axis: Axis, value: float, reach: float) -> float:
    """`value` snapped to the nearest guide of `axis` that is at most `reach` away, if any."""
    places = [guide.place for guide in guides if guide.axis == axis]
    nearest = min(places, key=lambda place: abs(place - value), default=None)
    return value if nearest is None or abs(nearest - value) > reach else float(nearest)


def replaced(guides: tuple[Guide, ...], old: Guide | None, new: Guide | None) -> tuple[Guide, ...]:
    """`guides` without `old` and with `new`, without duplicates."""
    kept = tuple(guide for guide in guides if guide not in (old, new))
    return kept if new is None else (*kept, new)
