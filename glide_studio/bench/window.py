"""How promptly the window responds: to moves beside a busy engine, to large pictures and to many
candidates."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QPoint, Qt, QTimer

from glide_studio import app
from glide_studio.bench.artist import Artist, path
from glide_studio.bench.growth import MODEL, large_picture
from glide_studio.bench.layers import ten_layers
from glide_studio.bench.results import BUSY_LIMITS, LARGE_LIMITS, Measurement
from glide_studio.core.document.history import History
from glide_studio.session.document_state import DocumentState
from glide_studio.session.editor import Editor
from glide_studio.ui.window.main_window import MainWindow

PROMPT = "a red apple"
GAPS = ("event_loop_gap_p99_ms", "event_loop_gap_max_ms")
GAP_SIDE, DAB_SIDE, COMPARED_SIDE, TRANSFORMED_SIDE, SIDE = 1024, 4096, 4096, 4096, 8192
SCREEN = (1920, 1080)
"""The sides of the documents, and the size of the window for `LARGE_LIMITS`, in pixels."""

RUNS = 20
"""Runs to queue, so that the engine is always busy."""

CANDIDATES = 32
OPENINGS = 5
TURNS = 3
"""Rotation steps up to 45 degrees, where most has to be painted."""

PATIENCE = 20.0
"""Seconds to wait for an effect before giving up."""

MASK_FILTERS = ("Ctrl+Alt+K", "Ctrl+Alt+J", "Shift+F6", "Ctrl+Alt+M")
MASK_COMMANDS = ("Ctrl+Shift+I", *MASK_FILTERS, "Ctrl+A", "Ctrl+D", "Ctrl+Shift+D")
"""Each changes the mask that the previous one leaves."""

RETOUCH_SIZE, SOURCE = 60, QPoint(150, 300)
"""Size of the brush that retouches, and where it copies from."""

STROKE = path((200, 200), (500, 320), (260, 480), (520, 200), steps=30)
DRAG = path((200, 200), (500, 400), (300, 500), (200, 200), steps=25)
ACROSS = path((150, 150), (650, 600), steps=8)
WHILE = "while the engine runs"


class Ticks:
    """Records when its `with` block begins and ends, and each time in between that the event loop
    serves a timer of one millisecond."""

    def __init__(self) -> None:
        self._times: list[float] = []
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)

    def __enter__(self) -> "Ticks":
        self._note()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._note()
        self._timer.stop()

    def _note(self) -> None:
        self._times.append(time.perf_counter())

    def waits(self) -> list[float]:
        """The seconds that events posted every millisecond would have waited for the loop.

        A gap of 20 ms counts as twenty events, the first of which waits for all of it: if each gap
        counted once, a few long ones would vanish among thousands of short ones.
        """
        gaps = np.diff(self._times)
        return [wait for gap in gaps for wait in np.arange(gap, 0, -0.001).tolist()]


class Studio:
    """The real window with the starter model."""

    def __init__(self, editor: Editor, window: MainWindow, quick: bool) -> None:
        self._editor = editor
        self._window = window
        self._artist = Artist(window)
        self._quick = quick

    async def measure(self, names: AbstractSet[str]) -> dict[str, list[float]]:
        """The seconds of each wait or frame, by the name of the measurement."""
        if names & LARGE_LIMITS.keys():
            self._window.resize(*SCREEN)
        await self._editor.runs.preload()
        found: dict[str, list[float]] = {}
        measures: dict[tuple[str, ...], Callable[[], Awaitable[list[float]]]] = {
            GAPS: self._gaps,
            ("dab_p99_ms",): self._dabs,
            ("zoom_frame_p99_ms",): self._zooms,
            ("pan_frame_p99_ms",): self._pans,
            ("live_picture_s",): self._live_pictures,
            ("live_dab_p99_ms",): self._live_dabs,
            ("mask_command_gap_max_ms",): self._mask_commands,
            ("turned_zoom_frame_p99_ms",): self._turned_zooms,
            ("generate_gap_max_ms",): self._generate,
            ("compare_frame_p99_ms",): self._compare,
            ("candidates_gap_max_ms",): self._candidates,
            ("show_10_layers",): self._show_layers,
            ("dab_10_layers_p99_ms",): self._dab_layers,
            ("smudge_dab_p99_ms",): partial(self._retouch_dabs, "U"),
            ("clone_dab_p99_ms",): partial(self._retouch_dabs, "S"),
            ("transform_frame_p99_ms",): self._transform_frames,
            ("transform_4k",): self._transforms,
            ("adjust_frame_p99_ms",): self._adjust_frames,
            ("adjust_4k",): self._adjustments,
        }
        for measured, seconds in measures.items():
            if names & set(measured):
                found |= dict.fromkeys(measured, await seconds())
                self._editor.new()
        return found

    async def _open(self, side: int) -> None:
        self._editor.new()
        self._editor.paste(large_picture(side))
        await self._artist.rest()

    async def _open_busily(self, side: int) -> None:
        """Open a new document, and keep the engine busy with a masked region in it."""
        await self._open(side)
        await self._artist.stroke(path((300, 300), (360, 330), (320, 360), steps=4))
        self._artist.ask_for(PROMPT)
        for _ in range(RUNS):
            self._artist.press_generate()
        await asyncio.sleep(1.0)

    async def _repeated(
        self, quickly: int, times: int, *acts: Callable[[], Awaitable[list[float]]]
    ) -> list[float]:
        """The seconds of all of `acts`, done in turn `times`, or if quick `quickly` times."""
        rounds = range(quickly if self._quick else times)
        return [second for _ in rounds for act in acts for second in await act()]

    async def _gaps(self) -> list[float]:
        """How long events wait for the loop during strokes, zooming, panning and previews."""
        await self._open_busily(GAP_SIDE)
        end = time.perf_counter() + (10 if self._quick else 20)
        with Ticks() as ticks:
            while time.perf_counter() < end:
                await self._artist.stroke(STROKE)
                await self._artist.zoom(4)
                await self._artist.pan(DRAG)
                await self._artist.zoom(-4)
                await asyncio.sleep(0.5)
        return ticks.waits()

    async def _dabs(self) -> list[float]:
        """A frame for each move of the brush, with the whole picture in view and zoomed in."""
        await self._open_busily(DAB_SIDE)
        whole = await self._repeated(3, 8, lambda: self._artist.stroke(STROKE))
        await self._artist.zoom(9)
        return whole + await self._repeated(3, 8, lambda: self._artist.stroke(STROKE))

    async def _zooms(self) -> list[float]:
        await self._open_busily(SIDE)
        return await self._zoomed(3, 8)

    async def _zoomed(self, quickly: int, times: int) -> list[float]:
        zoom = self._artist.zoom
        return await self._repeated(quickly, times, lambda: zoom(15), lambda: zoom(-15))

    async def _pans(self) -> list[float]:
        await self._open_busily(SIDE)
        await self._artist.zoom(13)
        return await self._repeated(3, 8, lambda: self._artist.pan(DRAG))

    async def _live_pictures(self) -> list[float]:
        """From the end of a stroke of colour until its picture is on the canvas."""
        await self._open_live()
        found = await self._repeated(3, 8, self._live_picture)
        await self._artist.press("Ctrl+L")
        return found

    async def _live_picture(self) -> list[float]:
        await self._artist.stroke(STROKE)
        released = time.perf_counter()
        return [await asyncio.wait_for(self._pictured(), PATIENCE) - released]

    async def _live_dabs(self) -> list[float]:
        """A frame for each move of the brush, while pictures come and go under it."""
        await self._open_live()
        found = await self._repeated(5, 16, lambda: self._artist.stroke(STROKE))
        await self._artist.press("Ctrl+L")
        return found

    async def _open_live(self) -> None:
        """Open a picture with Live on and the colour brush as current tool."""
        await self._open(GAP_SIDE)
        await self._artist.press("Shift+B")
        await self._artist.press("Ctrl+L")
        pictured = self._pictured()
        self._artist.type_prompt(PROMPT)
        await asyncio.wait_for(pictured, PATIENCE)

    async def _mask_commands(self) -> list[float]:
        """Waits while most of the picture is selected and each mask command is applied to it."""
        await self._open(SIDE)
        await self._artist.press("Shift+M")
        with Ticks() as ticks:
            changed = self._changed()
            await self._artist.stroke(ACROSS)
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
        found = await self._zoomed(2, 8)
        await self._artist.press("5")
        return found

    async def _generate(self) -> list[float]:
        """Waits from the request of a picture, all of it masked, until the result is shown."""
        return await self._made(SIDE, 1)

    async def _compare(self) -> list[float]:
        """A frame for each step of the slider from After to Before and back."""
        await self._made(COMPARED_SIDE, 2)
        return await self._repeated(1, 4, lambda: self._artist.fade(40))

    async def _candidates(self) -> list[float]:
        """Waits while many candidates for one region are generated."""
        return await self._made(COMPARED_SIDE, CANDIDATES // 4 if self._quick else CANDIDATES)

    async def _show_layers(self) -> list[float]:
        """The seconds until ten layers are seen in full, from when they are read."""
        document, found = ten_layers(COMPARED_SIDE), []
        for _ in range(OPENINGS):
            self._editor.new()
            await self._artist.rest()
            started = time.perf_counter()
            self._editor.open_document.put(DocumentState(History.start(document), saved=document))
            found.append(await self._artist.rest() - started)
        return found

    async def _dab_layers(self) -> list[float]:
        """A frame for each move of the colour brush on the fifth of ten layers."""
        document = ten_layers(DAB_SIDE)
        document = replace(document, active_id=document.layers[4].id)
        self._editor.open_document.put(DocumentState(History.start(document), saved=document))
        await self._artist.rest()
        await self._artist.press("Shift+B")
        whole = await self._repeated(3, 8, lambda: self._artist.stroke(STROKE))
        await self._artist.zoom(9)
        found = whole + await self._repeated(3, 8, lambda: self._artist.stroke(STROKE))
        await self._artist.press("B")
        return found

    async def _retouch_dabs(self, tool: str) -> list[float]:
        """A frame for each move of a brush of 60 pixels that copies or smears the picture."""
        await self._open(DAB_SIDE)
        await self._artist.press(tool)
        self._artist.choose_source(RETOUCH_SIZE, SOURCE)
        whole = await self._repeated(3, 8, lambda: self._artist.stroke(STROKE))
        await self._artist.zoom(9)
        found = whole + await self._repeated(3, 8, lambda: self._artist.stroke(STROKE))
        await self._artist.press("B")
        return found

    async def _transform_frames(self) -> list[float]:
        """A frame for each move while a corner of a layer with free transform, and then rotates."""
        drags = await self._begin_transform()
        found = await self._repeated(2, 4, *(partial(self._artist.stroke, drag) for drag in drags))
        await self._artist.press("Esc")
        return found

    async def _transforms(self) -> list[float]:
        """From Return until the layer, rotated by some degrees, is in the document."""
        found = []
        for _ in range(1 if self._quick else 3):
            _, rotation = await self._begin_transform()
            await self._artist.stroke(rotation[: len(rotation) // 3])
            changed, started = self._changed(), time.perf_counter()
            await self._artist.press("Return")
            await asyncio.wait_for(changed.wait(), PATIENCE)
            found.append(time.perf_counter() - started)
        return found

    async def _adjust_frames(self) -> list[float]:
        """A frame for each change of the levels of a large layer."""
        await self._open(TRANSFORMED_SIDE)
        found = await self._artist.adjust_levels(20 if self._quick else 100)
        await self._artist.press("Esc")
        return found

    async def _adjustments(self) -> list[float]:
        """From OK until the layer, with other levels, is in the document."""
        found = []
        for _ in range(1 if self._quick else 3):
            await self._open(TRANSFORMED_SIDE)
            await self._artist.adjust_levels(1)
            changed, started = self._changed(), time.perf_counter()
            await self._artist.press("Return")
            await asyncio.wait_for(changed.wait(), PATIENCE)
            found.append(time.perf_counter() - started)
        return found

    async def _begin_transform(self) -> list[list[QPoint]]:
        """Start a free transform of a large layer; returns drags that scale and rotate it."""
        await self._open(TRANSFORMED_SIDE)
        return await asyncio.wait_for(self._artist.begin_transform(), PATIENCE)

    async def _made(self, side: int, pictures: int) -> list[float]:
        """Waits while a whole document is masked and generated again, until all is shown."""
        await self._open(side)
        await self._artist.press("Ctrl+A")
        await self._artist.rest()
        self._artist.set_count(pictures)
        with Ticks() as ticks:
            self._artist.ask_for(PROMPT)
            while self._editor.runs.running is not None:
                await asyncio.sleep(0.01)
            await self._artist.rest()
        self._artist.set_count(1)
        return ticks.waits()

    def _pictured(self) -> asyncio.Future[float]:
        """A future with the `time.perf_counter` at which Live's next picture is on the canvas."""
        live, pictured = self._editor.live, asyncio.get_event_loop().create_future()

        def watch() -> None:
            live.picture_changed.disconnect(watch)
            painted = self._artist.painted()
            painted.add_done_callback(lambda done: pictured.set_result(done.result()))

        live.picture_changed.connect(watch)
        return pictured

    def _changed(self) -> asyncio.Event:
        """An event that is set once the document has changed."""
        changed = asyncio.Event()
        self._editor.open_document.document_changed.connect(changed.set)
        return changed


def measure(quick: bool, names: AbstractSet[str]) -> list[Measurement]:
    """Measure those of `BUSY_LIMITS` and `LARGE_LIMITS` that are in `names`."""
    found: dict[str, list[float]] = {}

    async def visit(editor: Editor, window: MainWindow) -> None:
        found.update(await Studio(editor, window, quick).measure(names))

    app.run([], visit)
    limits = BUSY_LIMITS | LARGE_LIMITS
    return [_measurement(name, found[name], limits[name]) for name in limits if name in names]


def _measurement(name: str, seconds: list[float], limit: float) -> Measurement:
    share = 100 if "max" in name else 99 if "p99" in name else 50
    note = f"median {1000 * np.median(seconds):.1f} ms of {len(seconds)}"
    if name in BUSY_LIMITS:
        note = WHILE if "max" in name else f"{note}; {WHILE}"
    return Measurement(
        name, float(np.percentile(seconds, share)), limit, MODEL.name, "cpu", note=note
    )
