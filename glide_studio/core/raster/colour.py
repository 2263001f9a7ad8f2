"""Opaque colours in RGB, HSV and hexadecimal notation."""

import colorsys
import re
from dataclasses import dataclass
from typing import Self

_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")


@dataclass(frozen=True)
class Colour:
    """An opaque colour: red, green and blue from 0 to 255; ValueError outside."""

    red: int
    green: int
    blue: int

    def __post_init__(self) -> None:
        if not all(0 <= value <= 255 for value in self.rgb):
            raise ValueError(f"{self.rgb} is not within 0 and 255")

    @classmethod
    def from_hsv(cls, hue: float, saturation: float, value: float) -> Self:
        """The nearest colour; all values are 0 to 1, and a hue of 1 equals a hue of 0."""
        red, green, blue = colorsys.hsv_to_rgb(hue, saturation, value)
        return cls(round(255 * red), round(255 * green), round(255 * blue))

    @classmethod
    def from_hex(cls, text: str) -> Self:
        """From six or three hexadecimal digits, with or without "#"; ValueError otherwise."""
        found = _HEX.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"“{text}” is no colour: write one such as #ff8800.")
        digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
        return cls(*bytes.fromhex(digits))

    @property
    def rgb(self) -> tuple[int, int, int]:
        return self.red, self.green, self.blue

    @property
    def hsv(self) -> tuple[float, float, float]:
        """Hue, saturation and value from 0 to 1; greys have a hue of 0, black no saturation."""
        return colorsys.rgb_to_hsv(self.red / 255, self.green / 255, self.blue / 255)

    @property
    def hex(self) -> str:
        """Such as "#ff8800"."""
        return f"#{bytes(self.rgb).hex()}"


BLACK = Colour(0, 0, 0)
WHITE = Colour(255, 255, 255)
