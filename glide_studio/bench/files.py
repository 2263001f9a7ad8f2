"""Measures saving, opening and autosave of large pictures, and how long they block the window."""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from glide_studio import app
from glide_studio.bench.artist import Artist
from glide_studio.bench.growth import MODEL, large_picture
from glide_studio.bench.results import FILE_LIMITS, JOURNAL, JOURNAL_LIMIT, Measurement
from glide_studio.bench.window import PATIENCE, Ticks
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.files.documents import save_document
from glide_studio.core.files.project import Project
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.session.autosave import Autosave
from glide_studio.session.editor import Editor
from glide_studio.session.preferences import Preferences
from glide_studio.session.worker import Worker
from glide_studio.ui.window.main_window import MainWindow

SIDE, LAYERS, JOURNAL_SIDE = 4096, 10, 8192
REPETITIONS, QUICK_REPETITIONS = 5, 2
GRAIN = 8
"""Levels of noise, as of paper or film."""


def painted_document(side: int, layers: int) -> Document:
    """A painting: an opaque ground, and layers of grainy colours with soft edges on it."""
    generator = np.random.default_rng(0)
    pictures = [painted_picture(generator, side, is_opaque=not number) for number in range(layers)]
    document = Document.from_picture(pictures[0], "Ground")
    for number, picture in enumerate(pictures[1:], 1):
        document = document.with_layer(Layer(f"Layer {number}", Raster.from_array(picture)))
    return document


def painted_picture(generator: np.random.Generator, side: int, is_opaque: bool) -> Pixels:
    """Clouds of colour, coarse and fine, with grain, (side, side, 4) uint8; unless `is_opaque`,
    about half of it is transparent, and a third translucent."""

    def clouds(cells: int, *channels: int) -> Image.Image:
        cells = max(cells, 2)
        coarse = Image.fromarray(generator.integers(0, 256, (cells, cells, *channels), np.uint8))
        return coarse.resize((side, side), Image.Resampling.BICUBIC)

    pixels = np.empty((side, side, 4), np.uint8)
    colours = np.asarray(Image.blend(clouds(12, 3), clouds(side // 16, 3), 0.3))
    grain = generator.integers(0, GRAIN, colours.shape, np.uint8)
    pixels[..., :3] = np.minimum(colours, 255 - GRAIN) + grain
    if is_opaque:
        pixels[..., 3] = 255
        return pixels
    shape = Image.blend(clouds(8), clouds(side // 64), 0.2)
    pixels[..., 3] = np.asarray(
        shape.point([min(max(4 * (level - 120), 0), 230) for level in range(256)])
    )
    pixels[pixels[..., 3] == 0] = 0
    return pixels


def measure(quick: bool, names: AbstractSet[str]) -> list[Measurement]:
    """Measure those of `FILE_LIMITS` that are in `names`, in the real window."""
    found: dict[str, list[float]] = {}

    async def visit(editor: Editor, window: MainWindow) -> None:
        await editor.runs.preload()
        with tempfile.TemporaryDirectory() as folder, recent_files_kept():
            project = Path(folder, "ten layers.ora")
            save_document(Project(painted_document(SIDE, LAYERS)), project)
            for _ in range(QUICK_REPETITIONS if quick else REPETITIONS):
                opening = await _opened(editor, window, project)
                saving, gap = await _saved(editor, window)
                for name, seconds in zip(FILE_LIMITS, (saving, gap, opening), strict=True):
                    found.setdefault(name, []).append(seconds)
                editor.new()

    app.run([], visit)
    return [
        Measurement(
            name,
            max(seconds) if name.endswith("ms") else statistics.median(seconds),
            FILE_LIMITS[name],
            note=f"{LAYERS} painted layers of {SIDE} x {SIDE}, {len(seconds)} times",
        )
        for name, seconds in found.items()
        if name in names
    ]


async def _opened(editor: Editor, window: MainWindow, project: Path) -> float:
    """Seconds until a project that is opened is on the canvas."""
    artist = Artist(window)
    started = time.perf_counter()
    editor.open(project)
    await _until(lambda: editor.open_document.path == project)
    shown = artist.painted()
    artist.look()
    seconds = await shown - started
    await artist.rest()
    return seconds


async def _saved(editor: Editor, window: MainWindow) -> tuple[float, float]:
    """Seconds until the document is saved, and the longest gap of the event loop meanwhile."""
    started = time.perf_counter()
    with Ticks() as ticks:
        await Artist(window).press("Ctrl+S")
        await editor.saving.wait()
    return time.perf_counter() - started, max(ticks.waits())


@contextmanager
def recent_files_kept() -> Iterator[None]:
    """A context after which the artist's list of recent files is as before."""
    preferences = Preferences()
    files = preferences.recent_files
    try:
        yield
    finally:
        with preferences.exclusive():
            preferences.recent_files = files


def measure_journal(quick: bool) -> Measurement:
    """Measure the longest gap of the event loop, without a window, while autosave follows edits
    that change all of a large picture."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(app.SWITCH_SECONDS)
    application = QApplication.instance() or QApplication([])
    with (
        tempfile.TemporaryDirectory() as folder,
        app.garbage_collected_here(),
        QEventLoop(application) as loop,
    ):
        asyncio.set_event_loop(loop)
        repetitions = QUICK_REPETITIONS if quick else REPETITIONS
        gaps = loop.run_until_complete(_journalled(Path(folder), repetitions))
    sys.setswitchinterval(interval)
    return Measurement(
        JOURNAL,
        max(gaps),
        JOURNAL_LIMIT,
        note=f"median {1000 * statistics.median(gaps):.1f} ms of {len(gaps)} edits of "
        f"all of {JOURNAL_SIDE} x {JOURNAL_SIDE}",
    )


async def _journalled(folder: Path, repetitions: int) -> list[float]:
    """The longest gap of each edit, until it is in a journal in `folder`."""
    editor = Editor(Worker(lambda: lambda request: iter(())), [MODEL])
    editor.paste(large_picture(JOURNAL_SIDE))
    autosave = Autosave(editor, folder)
    edits: tuple[Callable[[Document], Document], ...] = (_inverted, _selected, _with_copy)
    pasted = editor.open_document.history.index
    gaps = []
    for _ in range(repetitions):
        for edit in edits:
            document = edit(editor.document)
            with Ticks() as ticks:
                editor.open_document.apply("Edit", document)
                await _until(lambda: autosave.is_up_to_date)
            gaps.append(max(ticks.waits()))
        editor.open_document.jump(pasted)
    await editor.close()
    autosave.close(keep=False)
    return gaps


def _inverted(document: Document) -> Document:
    (layer, *_) = document.layers
    pixels = layer.raster.to_array()
    pixels[..., :3] ^= 255
    return document.with_changed(layer.with_pixels(Raster.from_array(pixels)))


def _selected(document: Document) -> Document:
    shape = (document.extent.height, document.extent.width)
    ramp = np.broadcast_to((np.arange(shape[1]) // 4 % 256).astype(np.uint8), shape)
    return document.with_mask(Mask.from_array(np.ascontiguousarray(ramp)))


def _with_copy(document: Document) -> Document:
    (layer, *_) = document.layers
    turned = Raster.from_array(np.ascontiguousarray(layer.raster.to_array()[::-1]))
    return document.with_layer(replace(layer.copied("Copy"), raster=turned))


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.001)
