"""How fast ten half-transparent layers are composited, merged and flattened for an export.

The baseline is the same formula as plain code, which computes with all pixels of a tile at once.
"""

import statistics
import time
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import partial

import numpy as np
from numpy.typing import NDArray

from glide_studio.bench.results import LAYER_LIMITS, Measurement
from glide_studio.core.document.compositing import composite_tile
from glide_studio.core.document.document import Document
from glide_studio.core.document.layer_edits import merged_down
from glide_studio.core.document.layers import Layer, over_white, sheets_at
from glide_studio.core.document.sheets import Sheet, Sheets
from glide_studio.core.geometry import Extent
from glide_studio.core.raster.raster import TILE_SIZE, Raster, TileKey, tile_keys

LAYERS, SIDE = 10, 4096
REPETITIONS, QUICK_REPETITIONS = 7, 3


def ten_layers(side: int) -> Document:
    """A document of random pixels of every alpha, each layer at half opacity."""
    document = Document.blank(Extent(side, side))
    for number in range(LAYERS):
        generator = np.random.default_rng(number)
        tiles = {key: _tile(generator) for key in tile_keys(document.extent.bounds)}
        raster = Raster(document.extent, 4, tiles)
        document = document.with_layer(Layer(f"Layer {number}", raster, opacity=0.5))
    return document


def measure(quick: bool, names: AbstractSet[str]) -> list[Measurement]:
    """Measure those of `LAYER_LIMITS` that are in `names`, in turns with plain code."""
    document = ten_layers(SIDE)
    keys = list(tile_keys(document.extent.bounds))
    top = document.layers[-1].id
    works: dict[str, tuple[Callable[[], object], int]] = {
        "composite_10_layers": (document.composite, len(keys)),
        "tile_10_layers": (lambda: composite_tile(_sheets(document, keys[0])), 1),
        "merge_10_layers": (lambda: merged_down(document, top), 0),
        "export_10_layers": (lambda: over_white(document.composite()), 0),
    }
    return [
        _measurement(name, work, tiles, document, QUICK_REPETITIONS if quick else REPETITIONS)
        for name, (work, tiles) in works.items()
        if name in names
    ]


def _measurement(
    name: str, work: Callable[[], object], tiles: int, document: Document, repetitions: int
) -> Measurement:
    """Measure `work`, which composites `tiles` tiles; with 0, there is no baseline."""
    found, plain = [], []
    for key in list(document.layers[0].raster.tiles)[:repetitions]:
        found.append(_seconds(work))
        plain.append(_seconds(partial(_plain, _sheets(document, key))))
    return Measurement(
        name,
        statistics.median(found),
        limit=LAYER_LIMITS[name],
        device="cpu",
        baseline_seconds=tiles * statistics.median(plain) if tiles else None,
        note=f"{SIDE} x {SIDE}" if tiles != 1 else f"{TILE_SIZE} x {TILE_SIZE}",
    )


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _tile(generator: np.random.Generator) -> NDArray[np.uint8]:
    tile = generator.integers(0, 256, (TILE_SIZE, TILE_SIZE, 4), np.uint8)
    tile.flags.writeable = False
    return tile


def _sheets(document: Document, key: TileKey) -> Sheets:
    return sheets_at(document.layers, key)


def _plain(sheets: Sheets) -> NDArray[np.uint8]:
    """Normal layers by the formula, in float32, as the specification writes it."""
    below = np.zeros((TILE_SIZE, TILE_SIZE, 4), np.float32)
    for sheet in sheets:
        assert isinstance(sheet, Sheet)
        pixels, opacity = sheet.pixels, sheet.opacity
        above = pixels.astype(np.float32) / 255
        alpha = above[..., 3:] * opacity
        remaining = below[..., 3:] * (1 - alpha)
        total = alpha + remaining
        colour = (above[..., :3] * alpha + below[..., :3] * remaining) / np.maximum(total, 1e-9)
        below = np.concatenate([colour, total], axis=-1)
    return np.rint(255 * below).astype(np.uint8)
