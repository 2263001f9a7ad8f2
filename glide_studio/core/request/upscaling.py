"""Where the tiles lie in which a picture is upscaled."""


def tile_overlap(tile: int) -> int:
    """The least number of pixels that two neighbouring tiles of side `tile` share."""
    return tile // 4


def tile_starts(side: int, tile: int) -> list[int]:
    """Where tiles begin that cover `side` pixels, evenly spread."""
    count = 1 + -(-(max(side, tile) - tile) // (tile - tile_overlap(tile)))
    return [round(i * (side - tile) / max(count - 1, 1)) for i in range(count)]


def tile_count(width: int, height: int, tile: int) -> int:
    """The number of tiles of side `tile` that cover a picture."""
    return len(tile_starts(width, tile)) * len(tile_starts(height, tile))
