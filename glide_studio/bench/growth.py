"""Measures the cost of an edit on small and large documents, which should depend only on the
mask."""

import asyncio
import statistics
import time
import tracemalloc
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from glide_studio.app import garbage_collected_here
from glide_studio.bench.results import Measurement
from glide_studio.core.document.document import Document
from glide_studio.core.document.history import History
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, TileKey, tile_keys
from glide_studio.core.request.installed import default_model
from glide_studio.core.request.request import GenerationRequest, Preview, Result
from glide_studio.core.request.settings import Settings
from glide_studio.session.editor import Editor
from glide_studio.session.worker import Event, Worker
from glide_studio.ui.canvas.canvas import Canvas

MODEL = default_model()
SIDES = {"edit_1k": 1024, "edit_2k": 2048, "edit_4k": 4096, "edit_8k": 8192}
MASK_SIDE = 300
"""In document pixels."""

MOST_GROWTH = 1.1
"""The largest ratio of the time or memory of an edit to those on the smallest document."""

REPETITIONS = 15
STROKES = 100


def measure(quick: bool, names: AbstractSet[str]) -> list[Measurement]:
    """Measure a masked edit for each of `SIDES` in `names`, and the history if it is."""
    results = []
    if sides := {name: side for name, side in SIDES.items() if name in names}:
        app = QApplication([])
        with garbage_collected_here(), QEventLoop(app) as loop:
            asyncio.set_event_loop(loop)
            repetitions = REPETITIONS if quick else 3 * REPETITIONS
            results += loop.run_until_complete(_edits(sides, repetitions))
    return [*results, _history()] if "history_100_strokes" in names else results


def large_picture(side: int) -> Pixels:
    """A picture of random pixels, (side, side, 4) uint8, opaque."""
    generator = np.random.default_rng(side)
    picture = np.empty((side, side, 4), np.uint8)
    for rows in np.split(picture, side // TILE_SIZE):
        rows[:] = generator.integers(0, 256, rows.shape, np.uint8)
    picture[..., 3] = 255
    return picture


class _Easel:
    """A square document, a canvas that shows its centre at 100%, and an engine that answers at
    once."""

    def __init__(self, side: int) -> None:
        self._editor = Editor(Worker(lambda: _answer), [MODEL])
        self._editor.paste(large_picture(side))
        start = (side - MASK_SIDE) // 2
        bounds = Rect(start, start, MASK_SIDE, MASK_SIDE)
        self._mask = self._editor.document.mask.write(
            bounds, np.full((MASK_SIDE, MASK_SIDE), 255, np.uint8)
        )
        self._canvas = Canvas(self._editor)
        self._canvas.resize(1024, 768)
        self._canvas.show()
        self._canvas.set_zoom(1.0)
        middle = self._canvas.to_widget(QPointF(side / 2, side / 2))
        self._canvas.pan(512 - middle.x(), 384 - middle.y())

    async def edit(self) -> float:
        """Seconds from the request of an edit until its result is painted; then undo it."""
        self._editor.open_document.set_mask(self._mask)
        self._paint()
        idle = asyncio.Event()
        ended = self._editor.runs.running_changed.connect(
            lambda running: None if running else idle.set()
        )
        started = time.perf_counter()
        self._editor.generation.generate(Settings("a red apple", MODEL.name))
        await idle.wait()
        self._paint()
        seconds = time.perf_counter() - started
        self._editor.runs.running_changed.disconnect(ended)
        self._editor.undo()
        self._editor.undo()
        return seconds

    async def close(self) -> None:
        self._canvas.hide()
        await self._editor.close()

    def _paint(self) -> None:
        QApplication.sendPostedEvents(self._canvas, QEvent.Type.UpdateRequest.value)


def _answer(request: GenerationRequest) -> Iterator[Event]:
    side = MODEL.capabilities.picture_size
    picture = np.full((side, side, 3), 120, np.uint8)
    yield Preview("base", 1, 1, picture)
    yield Result(request, picture)


async def _edits(sides: dict[str, int], repetitions: int) -> list[Measurement]:
    """The seconds and memory of edits. The documents take turns, so that a busy moment of the
    machine affects all of them."""
    easels = {name: _Easel(side) for name, side in sides.items()}
    seconds: dict[str, list[float]] = {name: [] for name in easels}
    for easel in easels.values():
        await easel.edit()
    for _ in range(repetitions):
        for name, easel in easels.items():
            seconds[name].append(await easel.edit())
    peaks = {name: await _peak_mb(easel) for name, easel in easels.items()}
    for easel in easels.values():
        await easel.close()
    medians = {name: statistics.median(found) for name, found in seconds.items()}
    return [_edit(name, medians, peaks) for name in easels]


def _edit(name: str, seconds: dict[str, float], peaks: dict[str, float]) -> Measurement:
    smallest = next(iter(seconds))
    return Measurement(
        name,
        seconds[name],
        limit=None if name == smallest else MOST_GROWTH * seconds[smallest],
        baseline_seconds=seconds[smallest],
        peak_mb=peaks[name],
        note=f"{peaks[name] / peaks[smallest]:.2f} times the memory of {smallest}, no networks",
    )


async def _peak_mb(easel: _Easel) -> float:
    """The peak memory that an edit adds, in MB: the median of three edits."""
    peaks = []
    tracemalloc.start()
    for _ in range(3):
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        await easel.edit()
        peaks.append(tracemalloc.get_traced_memory()[1] - before)
    tracemalloc.stop()
    return statistics.median(peaks) / 1e6


def _history() -> Measurement:
    """Measure the size of the history after 100 strokes against that of the tiles they touched."""
    side = SIDES["edit_8k"]
    history = History.start(Document.blank(Extent(side, side)))
    generator = np.random.default_rng(0)
    touched = 0
    for _ in range(STROKES):
        start = generator.integers(0, side, 2)
        points = start + np.cumsum(generator.integers(-90, 90, (12, 2)), axis=0)
        mask, tiles = _stroke(history.document.mask, points.tolist())
        touched += len(tiles)
        history = history.push("Brush stroke", history.document.with_mask(mask))
    tile_mb = TILE_SIZE**2 / 1e6
    return Measurement(
        "history_100_strokes",
        limit=touched * tile_mb,
        peak_mb=history.size_bytes / 1e6,
        note=f"on {side} x {side}; the limit is the {touched} tiles touched",
    )


def _stroke(mask: Mask, points: list[tuple[float, float]]) -> tuple[Mask, set[TileKey]]:
    """`mask` with a stroke through `points`, and the tiles that the brush touched."""
    stroke = Stroke(mask, Brush(size=48, hardness=0.8))
    tiles: set[TileKey] = set()
    for (x, y), (next_x, next_y) in pairwise(points):
        for step in range(16):
            dirty = stroke.extend(x + (next_x - x) * step / 16, y + (next_y - y) * step / 16)
            tiles.update(tile_keys(dirty))
    return stroke.mask, tiles
