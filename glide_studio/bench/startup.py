"""Times from the start of the process to the window, the first preview and the picture."""

import asyncio
import time
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SignalInstance

from glide_studio import app
from glide_studio.bench.machine import peak_mb, resident_mb
from glide_studio.bench.paint_watch import PaintWatch
from glide_studio.bench.results import Measurement
from glide_studio.core.request.installed import default_model
from glide_studio.session.editor import Editor
from glide_studio.session.worker import Engine
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from glide_studio.bench.artist import Artist

PROMPT = "a red apple"
WINDOW_UP = 1.0
"""In seconds, from the start of the process."""

NOTES = {
    "window_up": "from the start of the process",
    "first_preview": "from the moment the model is loaded",
    "start_to_preview": "from the start of the process; Generate pressed at once",
    "start_to_picture": "from the start of the process; Generate pressed at once",
}

IDLE_MB = 200.0
IDLE_SECONDS = 1.0


class Startup:
    """Presses Generate as soon as the window is up, and records the times."""

    def __init__(self, started: float) -> None:
        self._offset = time.time() - time.perf_counter() - started
        self._loaded = 0.0
        self.seconds: dict[str, float] = {}

    def load(self) -> Engine:
        """Load the program's engine and record the time."""
        engine = app.load_engine()
        self._loaded = self._since_start(time.perf_counter())
        return engine

    async def visit(self, editor: Editor, window: MainWindow) -> None:
        """Generate one picture."""
        (canvas,) = window.findChildren(Canvas)
        self.seconds["window_up"] = self._since_start(await PaintWatch(canvas).next())
        from glide_studio.bench.artist import Artist  # Qt's test library: after the first time

        artist = Artist(window)
        previewed = when_shown(editor.runs.preview_changed, artist, lambda it: it is not None)
        finished = when_shown(editor.runs.running_changed, artist, lambda running: not running)
        artist.ask_for(PROMPT)
        self.seconds["start_to_preview"] = self._since_start(await previewed)
        self.seconds["start_to_picture"] = self._since_start(await finished)
        self.seconds["first_preview"] = self.seconds["start_to_preview"] - self._loaded

    def _since_start(self, counter: float) -> float:
        return counter + self._offset


def when_shown(
    signal: SignalInstance, artist: "Artist", counts: Callable[[Any], bool]
) -> asyncio.Future[float]:
    """A future with the `time.perf_counter` at which the effect of the signal's first value that
    `counts` is on the screen."""
    shown: asyncio.Future[float] = asyncio.get_event_loop().create_future()

    def note(value: object) -> None:
        if counts(value):
            signal.disconnect(note)
            artist.painted().add_done_callback(lambda painted: shown.set_result(painted.result()))
            artist.look()

    signal.connect(note)
    return shown


def measure(names: AbstractSet[str], started: float) -> list[Measurement]:
    """Measure `names` in this process, which began at the `time.time` of `started`."""
    results = []
    if wanted := [name for name in NOTES if name in names]:
        startup = Startup(started)
        app.run([], startup.visit, startup.load)
        results = [_measurement(name, startup.seconds[name]) for name in wanted]
    return [*results, _idle()] if "idle_memory" in names else results


def _measurement(name: str, seconds: float) -> Measurement:
    return Measurement(
        name,
        seconds,
        limit=WINDOW_UP if name == "window_up" else None,
        model=None if name == "window_up" else default_model().name,
        peak_mb=peak_mb() if name == "start_to_picture" else None,
        note=NOTES[name],
    )


def _idle() -> Measurement:
    """Measure the memory of the open window without a model."""
    found = []

    async def visit(editor: Editor, window: MainWindow) -> None:
        await asyncio.sleep(IDLE_SECONDS)
        found.append(resident_mb())

    app.run([], visit, lambda: lambda request: iter(()))
    note = "with the window open and no model loaded"
    return Measurement("idle_memory", peak_mb=found[0], limit=IDLE_MB, note=note)
