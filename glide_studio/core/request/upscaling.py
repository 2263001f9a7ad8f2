"""The layout of the tiles in which a picture is upscaled."""


def tile_overlap(tile: int) -> int:
    """The smallest overlap, in pixels, of two neighbouring tiles of side `tile`."""
    return tile // 4


def tile_starts(side: int, tile: int) -> list[int]:
    """The positions of evenly spaced tiles that cover `side` pixels."""
    count = 1 + -(-(max(side, tile) - tile) // (tile - tile_overlap(tile)))
    return [round(i * (side - tile) / max(count - 1, 1)) for i in range(count)]


def tile_count(width: int, height: int, tile: int) -> int:
    """The number of tiles of side `tile` that cover a picture."""
    return len(tile_starts(width, tile)) * len(tile_starts(height, tile))
