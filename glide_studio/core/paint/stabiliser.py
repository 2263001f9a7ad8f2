"""The brush stabiliser."""

import math


class Stabiliser:
    """Pulls a point behind the pen on a string of `length`, 0 or more, in any unit.

    While the string is slack the point stays where it is, so that trembling shorter than the
    string has no effect.
    """

    def __init__(self, length: float, x: float, y: float) -> None:
        self._length = length
        self.x = x
        self.y = y

    def pull(self, x: float, y: float) -> tuple[float, float]:
        """Move the pen to (x, y); returns the new position of the pulled point."""
        dx, dy = x - self.x, y - self.y
        distance = math.hypot(dx, dy)
        if distance > self._length:
            share = 1 - self._length / distance
            self.x += share * dx
            self.y += share * dy
        return self.x, self.y
