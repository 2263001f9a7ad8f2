"""Steadies the hand."""

import math


class Stabiliser:
    """Draws a point behind another one on a string of `length`, 0 or more, in any unit.

    While the string is slack the point stays, so that what trembles less than its length is not
    seen at all; it never turns back by itself.
    """

    def __init__(self, length: float, x: float, y: float) -> None:
        self._length = length
        self.x = x
        self.y = y

    def pull(self, x: float, y: float) -> tuple[float, float]:
        """Move the leading point to (x, y); returns where the drawn one is then."""
        dx, dy = x - self.x, y - self.y
        distance = math.hypot(dx, dy)
        if distance > self._length:
            share = 1 - self._length / distance
            self.x += share * dx
            self.y += share * dy
        return self.x, self.y
