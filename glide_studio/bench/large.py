"""How promptly the window responds with large pictures and with many candidates."""

import asyncio
from collections.abc import Awaitable, Callable
from collections.abc import Set as AbstractSet

import numpy as np

from glide_studio import app
from glide_studio.bench.artist import Artist, path
from glide_studio.bench.growth import MODEL, large_picture
from glide_studio.bench.results import Measurement
from glide_studio.bench.ticks import Ticks
from glide_studio.session.editor import Editor
from glide_studio.ui.window.main_window import MainWindow

FRAME = 1 / 60
LIMITS = {
    "generate_gap_max_ms": 0.050,
    "mask_command_gap_max_ms": FRAME,
    "turned_zoom_frame_p99_ms": FRAME,
    "compare_frame_p99_ms": FRAME,
    "candidates_gap_max_ms": 0.050,
}
"""In seconds."""

SIDE = 8192
SCREEN = (1920, 1080)
COMPARED_SIDE = 4096
"""The sizes of the documents and of the window, in pixels."""

TURNS = 3
"""Rotation steps up to 45 degrees, where most has to be painted."""

PROMPT = "a red apple"
PAUSE = 0.004
CANDIDATES = 32
PATIENCE = 20.0
"""Seconds to wait for an effect before giving up."""

MASK_FILTERS = ("Ctrl+Alt+K", "Ctrl+Alt+G", "Shift+F6", "Ctrl+Alt+M")
MASK_COMMANDS = ("Ctrl+Shift+I", *MASK_FILTERS, "Ctrl+A", "Ctrl+D", "Ctrl+Shift+D")
"""Each changes the mask that the previous one leaves."""

ACROSS = path((150, 150), (650, 600), steps=8)


class LargePicture:
    """The real window with the starter model, idle apart from what is measured."""

    def __init__(self, editor: Editor, window: MainWindow, quick: bool) -> None:
        self._editor = editor
        self._artist = Artist(window)
        window.resize(*SCREEN)
        self._rounds = 1 if quick else 4
        self._pictures = CANDIDATES // 4 if quick else CANDIDATES

    async def measure(self, names: AbstractSet[str]) -> dict[str, list[float]]:
        """The seconds of each wait or frame, by the name of the measurement."""
        await self._editor.runs.preload()
        found: dict[str, list[float]] = {}
        measures: dict[str, Callable[[], Awaitable[list[float]]]] = {
            "mask_command_gap_max_ms": self._mask_commands,
            "turned_zoom_frame_p99_ms": self._turned_zooms,
            "generate_gap_max_ms": self._generate,
            "compare_frame_p99_ms": self._compare,
            "candidates_gap_max_ms": self._candidates,
        }
        for name, seconds in measures.items():
            if name in names:
                found[name] = await seconds()
                self._editor.new()
        return found

    async def _open(self, side: int) -> None:
        self._editor.new()
        self._editor.paste(large_picture(side))
        await self._artist.rest()

    async def _mask_commands(self) -> list[float]:
        """Waits while most of the picture is selected and each mask command is applied to it."""
        await self._open(SIDE)
        await self._artist.press("Shift+M")
        with Ticks() as ticks:
            changed = self._changed()
            await self._artist.stroke(ACROSS, PAUSE)
            await asyncio.wait_for(changed.wait(), PATIENCE)
            for keys in MASK_COMMANDS:
                changed = self._changed()
                await self._artist.press(keys)
                if keys in MASK_FILTERS:
                    await self._artist.agree()
                await asyncio.wait_for(changed.wait(), PATIENCE)
                await self._artist.rest()
        return ticks.waits()

    async def _turned_zooms(self) -> list[float]:
        await self._open(SIDE)
        for _ in range(TURNS):
            await self._artist.press("6")
        await self._artist.rest()
        found: list[float] = []
        for _ in range(2 * self._rounds):
            found += await self._artist.zoom(15, PAUSE)
            found += await self._artist.zoom(-15, PAUSE)
        await self._artist.press("5")
        return found

    async def _generate(self) -> list[float]:
        """Waits from the request of a picture, all of it masked, until the result is shown."""
        await self._open(SIDE)
        await self._artist.press("Ctrl+A")
        await self._artist.rest()
        with Ticks() as ticks:
            self._artist.ask_for(PROMPT)
            await self._made()
        return ticks.waits()

    async def _compare(self) -> list[float]:
        """A frame for each step of the slider from After to Before and back."""
        await self._open(COMPARED_SIDE)
        await self._artist.press("Ctrl+A")
        self._artist.set_count(2)
        self._artist.ask_for(PROMPT)
        await self._made()
        found: list[float] = []
        for _ in range(self._rounds):
            found += await self._artist.fade(40, PAUSE)
        self._artist.set_count(1)
        return found

    async def _candidates(self) -> list[float]:
        """Waits while many candidates for one region are generated."""
        await self._open(COMPARED_SIDE)
        await self._artist.press("Ctrl+A")
        self._artist.set_count(self._pictures)
        with Ticks() as ticks:
            self._artist.ask_for(PROMPT)
            await self._made()
        self._artist.set_count(1)
        return ticks.waits()

    def _changed(self) -> asyncio.Event:
        """An event that is set once the document has changed."""
        changed = asyncio.Event()
        self._editor.open_document.document_changed.connect(changed.set)
        return changed

    async def _made(self) -> None:
        """Wait until nothing runs and everything is shown."""
        while self._editor.runs.running is not None:
            await asyncio.sleep(0.01)
        await self._artist.rest()


def measure(quick: bool, names: AbstractSet[str]) -> list[Measurement]:
    """Measure those of `LIMITS` that are in `names`."""
    found: dict[str, list[float]] = {}

    async def visit(editor: Editor, window: MainWindow) -> None:
        found.update(await LargePicture(editor, window, quick).measure(names))

    app.run([], visit)
    return [_measurement(name, found[name]) for name in LIMITS if name in names]


def _measurement(name: str, seconds: list[float]) -> Measurement:
    median = f"median {1000 * np.median(seconds):.1f} ms of {len(seconds)}"
    worst = max(seconds) if "max" in name else float(np.percentile(seconds, 99))
    return Measurement(name, worst, LIMITS[name], MODEL.name, "cpu", note=median)
