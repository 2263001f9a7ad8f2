"""How promptly the window responds while the engine is busy."""

import asyncio
import time
from collections.abc import Set as AbstractSet

import numpy as np

from glide_studio import app
from glide_studio.bench.artist import Artist, path
from glide_studio.bench.growth import MODEL, large_picture
from glide_studio.bench.results import Measurement
from glide_studio.bench.ticks import Ticks
from glide_studio.session.editor import Editor
from glide_studio.ui.window.main_window import MainWindow

PROMPT = "a red apple"
FRAME = 1 / 60
PAUSE = 0.004
"""Seconds between an effect on the screen and the artist's next move."""

LIMITS = {
    "event_loop_gap_p99_ms": 0.016,
    "event_loop_gap_max_ms": 0.050,
    "dab_p99_ms": 0.008,
    "zoom_frame_p99_ms": FRAME,
    "pan_frame_p99_ms": FRAME,
}
"""In seconds."""

GAPS = ("event_loop_gap_p99_ms", "event_loop_gap_max_ms")
SIDES = {"dab_p99_ms": 4096, "zoom_frame_p99_ms": 8192, "pan_frame_p99_ms": 8192}
GAP_SIDE = 1024
"""The sides of the documents used for each, in pixels."""

PICTURES = 20
"""Runs to queue, so that the engine is always busy."""

STROKE = path((200, 200), (500, 320), (260, 480), (520, 200), steps=30)
DRAG = path((200, 200), (500, 400), (300, 500), (200, 200), steps=25)
WHILE = "while the engine runs"


class Studio:
    """The real window with the starter model, which generates one picture after another."""

    def __init__(self, editor: Editor, window: MainWindow, quick: bool) -> None:
        self._editor = editor
        self._artist = Artist(window)
        self._rounds = 3 if quick else 8
        self._seconds = 10 if quick else 20

    async def measure(self, names: AbstractSet[str]) -> dict[str, list[float]]:
        """The seconds of each wait or frame, by the name of the measurement."""
        await self._editor.runs.preload()
        found: dict[str, list[float]] = {}
        if names & set(GAPS):
            found |= dict.fromkeys(GAPS, await self._gaps())
        for name, frames in (
            ("dab_p99_ms", self._dabs),
            ("zoom_frame_p99_ms", self._zooms),
            ("pan_frame_p99_ms", self._pans),
        ):
            if name in names:
                await self._open(SIDES[name])
                found[name] = await frames()
        self._editor.new()
        return found

    async def _open(self, side: int) -> None:
        """Open a new document, and keep the engine busy with a masked region in it."""
        self._editor.new()
        self._editor.paste(large_picture(side))
        await self._artist.rest()
        await self._artist.stroke(path((300, 300), (360, 330), (320, 360), steps=4), PAUSE)
        self._artist.ask_for(PROMPT)
        for _ in range(PICTURES):
            self._artist.press_generate()
        await asyncio.sleep(1.0)

    async def _gaps(self) -> list[float]:
        """How long events wait for the loop during strokes, zooming, panning and previews."""
        await self._open(GAP_SIDE)
        end = time.perf_counter() + self._seconds
        with Ticks() as ticks:
            while time.perf_counter() < end:
                await self._artist.stroke(STROKE, PAUSE)
                await self._artist.zoom(4, PAUSE)
                await self._artist.pan(DRAG, PAUSE)
                await self._artist.zoom(-4, PAUSE)
                await asyncio.sleep(0.5)
        return ticks.waits()

    async def _dabs(self) -> list[float]:
        """A frame for each move of the brush, with the whole picture in view and zoomed in."""
        found: list[float] = []
        for _ in range(self._rounds):
            found += await self._artist.stroke(STROKE, PAUSE)
        await self._artist.zoom(9, PAUSE)
        for _ in range(self._rounds):
            found += await self._artist.stroke(STROKE, PAUSE)
        return found

    async def _zooms(self) -> list[float]:
        found: list[float] = []
        for _ in range(self._rounds):
            found += await self._artist.zoom(15, PAUSE)
            found += await self._artist.zoom(-15, PAUSE)
        return found

    async def _pans(self) -> list[float]:
        await self._artist.zoom(13, PAUSE)
        found: list[float] = []
        for _ in range(self._rounds):
            found += await self._artist.pan(DRAG, PAUSE)
        return found


def measure(quick: bool, names: AbstractSet[str]) -> list[Measurement]:
    """Measure those of `LIMITS` that are in `names`."""
    found: dict[str, list[float]] = {}

    async def visit(editor: Editor, window: MainWindow) -> None:
        found.update(await Studio(editor, window, quick).measure(names))

    app.run([], visit)
    return [_measurement(name, found[name]) for name in LIMITS if name in names]


def _measurement(name: str, seconds: list[float]) -> Measurement:
    if name == "event_loop_gap_max_ms":
        return Measurement(name, max(seconds), LIMITS[name], MODEL.name, "cpu", note=WHILE)
    median = f"median {1000 * np.median(seconds):.1f} ms of {len(seconds)}; {WHILE}"
    worst = float(np.percentile(seconds, 99))
    return Measurement(name, worst, LIMITS[name], MODEL.name, "cpu", note=median)
