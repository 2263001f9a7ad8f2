"""Where the tiles lie in which a picture is upscaled."""

TILE = 64
"""Side of what one tile sees of the picture, in its pixels."""

OVERLAP = 16
"""At least so many pixels are in both of two neighbouring tiles."""


def tile_starts(side: int) -> list[int]:
    """Where tiles begin that cover `side` pixels, evenly spread."""
    count = 1 + -(-(max(side, TILE) - TILE) // (TILE - OVERLAP))
    return [round(i * (side - TILE) / max(count - 1, 1)) for i in range(count)]


def tile_count(width: int, height: int) -> int:
    """How many tiles a picture takes at each step."""
    return len(tile_starts(width)) * len(tile_starts(height))
