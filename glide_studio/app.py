"""The desktop application: the only place where window and engine meet."""

import asyncio
import ctypes
import gc
import importlib.util
import logging
import os
import signal
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from glide_studio import DESKTOP_ID
from glide_studio.compute import ChosenEngine, look_at_cluster
from glide_studio.core.request.devices import Device, MemoryUse
from glide_studio.core.request.installed import (
    BASE,
    InstalledModel,
    default_model,
    find_model,
    installed_models,
)
from glide_studio.core.request.prompt_length import PromptLength
from glide_studio.core.request.request import GenerationRequest, Notice
from glide_studio.core.sentence import Sentence
from glide_studio.folders import data_folder, precision_file, recovery_folder
from glide_studio.library.control import Control
from glide_studio.library.networks import NetworkFile, Report, Storage
from glide_studio.session.autosave import Autosave
from glide_studio.session.diagnostics import log_to_file
from glide_studio.session.editor import Editor
from glide_studio.session.language import set_language
from glide_studio.session.migration import migrate
from glide_studio.session.preferences import Preferences
from glide_studio.session.single_instance import SingleInstance
from glide_studio.session.unexpected import UnexpectedErrors
from glide_studio.session.worker import Engine, Event, Worker
from glide_studio.threads import let_idle_threads_sleep, share_heaps
from glide_studio.ui.style.theme import apply_appearance, follow_system
from glide_studio.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from glide_studio.engine import Models
    from glide_studio.engine.precision import Precision

COLLECT_EVERY = 500  # milliseconds; also how long Ctrl+C in a terminal may take
SWITCH_SECONDS = 0.0005
"""The longest time that the window waits for the worker to release Python's global lock."""

PIXMAP_CACHE_KB = 2048
"""Qt's cache of scaled pixmaps, in kilobytes; it also fills up with thumbnails that are gone."""

NICENESS = 10
"""The niceness of the worker's thread; the window's is 0."""

Visit = Callable[[Editor, MainWindow], Awaitable[object]]
"""The work to be done in the open window, which closes when the work ends."""

_log = logging.getLogger("glide_studio")


def load_engine() -> Engine:
    """Import torch and load the model, unless a cluster has it: seconds of work, for the worker's
    thread."""
    give_way()
    let_idle_threads_sleep()
    _map_torch()
    import scipy.ndimage  # type: ignore[import-untyped]  # noqa: F401  # half a second, for blending

    preferences = Preferences()
    is_here = preferences.compute == "here"
    engine = GlideEngine(_preferred_model(preferences), preferences, preload=is_here)
    return ChosenEngine(engine, preferences)


def _preferred_model(preferences: Preferences) -> str:
    """The name of the model that was chosen last, if it is still installed."""
    installed = {model.name for model in installed_models()}
    return preferences.model if preferences.model in installed else default_model().name


class GlideEngine:
    """Generates pictures on the worker's thread, with the model that a request names, on the device
    and in the precision that are preferred; the steps of its latest runs stay in memory. Measures
    prompts on any thread."""

    def __init__(self, model: str, preferences: Preferences, preload: bool = True) -> None:
        from glide_studio.engine import Residency, StepMemory, Tokenizer

        self.is_cancelled: Callable[[], bool] = lambda: False  # the worker replaces it
        self._preferences = preferences
        self._memory = StepMemory()
        self._residency = Residency()
        self._wanted: tuple[InstalledModel, str, str] | None = None
        self._ready: dict[tuple[str, str], Models] = {}
        self._models: Models | None = None
        self._tokenizer = Tokenizer()
        if not preload:
            return
        found = find_model(model, installed_models())
        try:  # the program's own models are small: measuring them takes seconds
            measuring = _refuse_to_measure if found.is_own else _measure
            self._models = self._prepared(found, BASE, measuring)
            self._models.preload()
        except _NotMeasured:  # the first run measures, and says so
            self._models = self._loaded(found, BASE, "float32", _refuse_to_measure)

    def __call__(self, request: GenerationRequest) -> Iterator[Event]:
        from glide_studio.engine import generate

        model = find_model(request.settings.model, installed_models())
        networks = model.networks_for(request.source)
        try:
            self._models = self._prepared(model, networks, _refuse_to_measure)
        except _NotMeasured:
            yield Notice(
                Sentence(
                    "Measuring how precisely this device computes {name}, once, before the first "
                    "picture. With a large model, this takes a minute or more.",
                    name=model.title,
                )
            )
            try:
                self._models = self._prepared(model, networks, self._measure_unless_cancelled)
            except _Cancelled:  # the next run measures
                return
        yield from generate(self._models, request, self._memory)

    def _measure_unless_cancelled(self) -> None:
        if self.is_cancelled():
            raise _Cancelled

    def _prepared(
        self, model: InstalledModel, networks: tuple[str, str], measuring: Callable[[], object]
    ) -> "Models":
        """The model's networks, on the preferred device and in the preferred precision; those of
        another model, device or precision are released."""
        device, precision = self._preferences.device, self._preferences.precision
        if self._wanted != (model, device, precision):
            self._ready.clear()
            self._residency.release_all()
            self._wanted = model, device, precision
        if networks not in self._ready:
            self._ready[networks] = self._loaded(model, networks, precision, measuring)
        return self._ready[networks]

    def _loaded(
        self,
        model: InstalledModel,
        networks: tuple[str, str],
        precision: "Precision",
        measuring: Callable[[], object],
    ) -> "Models":
        from glide_studio.engine import ModelLoader, load_on_preferred

        loader = ModelLoader(
            model.name,
            precision,
            precision_file(),
            networks=networks,
            residency=self._residency,
            measuring=measuring,
        )
        return load_on_preferred(loader, self._preferences.device)

    def release(self) -> None:
        """Free the memory of the device until the next request."""
        self._residency.release_all()

    def devices(self) -> tuple[Device, ...]:
        """The devices of this computer."""
        from glide_studio.engine.devices import described, present_devices

        return tuple(map(described, present_devices()))

    def memory(self) -> MemoryUse:
        """The memory in use on the device that computes; on any thread."""
        from glide_studio.engine.devices import chosen_device, memory_use

        return memory_use(chosen_device("cpu") if self._models is None else self._models.device)

    def facts(self) -> dict[str, str]:
        """The device, the precision and the memory, for diagnostics."""
        import torch

        models, memory = self._models, self.memory()
        facts = {
            "Device": f"{memory.device.name}, {memory.device.title}",
            "Memory of the device": f"{memory.used >> 20} of {memory.total >> 20} MiB are used",
            "Threads of torch": str(torch.get_num_threads()),
        }
        if models is None:
            return facts
        return facts | {
            "Base network": str(models.base_arithmetic),
            "Upsampling network": str(models.upsample_arithmetic),
            "Precision": models.precision,
        }

    def measure(self, prompt: str, context_length: int) -> PromptLength:
        """How much of `prompt` a model reads."""
        return self._tokenizer.measure(prompt, context_length)


class _NotMeasured(Exception):
    """The error of fast arithmetic on a network was not measured yet."""


class _Cancelled(Exception):
    """The run for which something is measured was cancelled."""


def _refuse_to_measure() -> None:
    raise _NotMeasured


def _measure() -> None:
    """Let the measurement begin."""


def import_files(
    paths: Sequence[Path], folder: Path, storage: Storage, control: Control, report: Report
) -> list[NetworkFile]:
    """Convert checkpoints, on a thread that gives way to the window."""
    give_way()
    let_idle_threads_sleep()
    from glide_studio.engine.importing import import_checkpoints

    return import_checkpoints(paths, folder, storage, control, report)


def give_way() -> None:
    """Lower the priority of this thread and of those that it starts below the window's.

    Only Linux gives threads a priority of their own.
    """
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)


def _map_torch() -> None:
    """Load torch's largest library without Python's lock, which the import would hold for half a
    second."""
    torch = importlib.util.find_spec("torch")
    if sys.platform != "linux" or torch is None or torch.origin is None:
        return
    library = Path(torch.origin).parent / "lib" / "libtorch_cpu.so"
    # Python's own ways to load a library keep the lock; a call through ctypes does not.
    ctypes.CDLL(None).dlopen(os.fsencode(library), os.RTLD_LAZY)


async def until_closed(editor: Editor, window: MainWindow) -> None:
    """Return when the artist has closed the window."""
    closed = asyncio.Event()
    window.closed.connect(closed.set)
    signal.signal(signal.SIGINT, lambda *_: closed.set())
    await closed.wait()


def run(
    files: Sequence[Path | str],
    visit: Visit = until_closed,
    load: Callable[[], Engine] = load_engine,
    instance: SingleInstance | None = None,
) -> int:
    """Open the window with `files`, and with those that `instance` receives; return the exit
    status."""
    share_heaps()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("GLIDE Studio")
    app.setDesktopFileName(DESKTOP_ID)
    app.setQuitOnLastWindowClosed(False)  # the worker has to end first
    QPixmapCache.setCacheLimit(PIXMAP_CACHE_KB)
    preferences = Preferences()
    _bring_up_to_date(preferences)
    set_language(app, preferences.language)
    apply_appearance(app, preferences)
    follow_system(app, preferences)
    log_to_file(data_folder())
    sys.setswitchinterval(SWITCH_SECONDS)
    with garbage_collected_here() as collector, QEventLoop(app) as loop:
        asyncio.set_event_loop(loop)
        paths = [Path(file) for file in files]
        loop.run_until_complete(_live(paths, visit, load, collector, instance))
    return 0


def _bring_up_to_date(preferences: Preferences) -> None:
    try:
        with preferences.exclusive():
            migrate(preferences.settings, data_folder())
    except OSError as error:  # a disk that is full or read-only: what can be read is used as it is
        _log.warning("The settings of an earlier version stay as they are: %s", error)


@contextmanager
def garbage_collected_here() -> Iterator[QTimer]:
    """Collect garbage on this thread only, whenever the timer that this yields says so.

    Python collects on whichever thread allocates, and a QObject must not die on the worker's.
    """
    timer = QTimer(interval=COLLECT_EVERY)
    timer.timeout.connect(_collect_due_garbage)
    gc.disable()
    timer.start()
    try:
        yield timer
    finally:
        timer.stop()
        gc.enable()


def _collect_due_garbage() -> None:
    """Collect the oldest generation that Python would collect by now."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return


async def _live(
    files: list[Path],
    visit: Visit,
    load: Callable[[], Engine],
    collector: QTimer,
    instance: SingleInstance | None,
) -> None:
    preferences = Preferences()
    editor = Editor(Worker(load), installed_models() or [default_model()])
    editor.models.choose(_preferred_model(preferences))
    editor.models.changed.connect(lambda: setattr(preferences, "model", editor.models.model.name))
    editor.library.importer = import_files
    editor.cluster.look = look_at_cluster
    window = MainWindow(editor, data_folder())
    autosave = Autosave(editor, recovery_folder())
    editor.open_document.set_byte_budget(preferences.history_bytes)
    answered: list[bool] = []  # once the artist has closed the window, nothing unsaved matters
    window.closed.connect(lambda: answered.append(True))
    logging.getLogger().addHandler(window.diagnostics.log)
    with UnexpectedErrors(asyncio.get_running_loop()) as errors:
        errors.occurred.connect(editor.open_document.broke)
        try:
            window.show()
            editor.cluster.refresh()
            window.offer_recovery(recovery_folder(), autosave)
            window.open_files(files)
            if instance is not None:
                instance.receive(window.come_to_front)
            if preferences.look_for_updates:
                editor.updates.look(offline=preferences.offline, quietly=True)
            async with asyncio.TaskGroup() as tasks:
                preload = tasks.create_task(_preload(editor, window, collector))
                await visit(editor, window)
                preload.cancel()
        finally:
            window.hide()
            if instance is not None:
                instance.close()
            await editor.close()
            autosave.close(keep=bool(editor.unsaved) and not answered)
            logging.getLogger().removeHandler(window.diagnostics.log)


async def _preload(editor: Editor, window: MainWindow, collector: QTimer) -> None:
    model = editor.models.model.name
    window.show_model(model, "loading")
    # What torch brings stays for good; looking through it, now or later, would take long.
    collector.stop()
    engine = await editor.runs.preload()
    gc.freeze()
    collector.start()
    window.show_model(model, "ready" if engine else "missing")
    if isinstance(engine, ChosenEngine):
        engine = engine.here
        window.set_prompt_measure(
            lambda prompt: engine.measure(prompt, editor.models.model.capabilities.context_length)
        )
        window.set_devices(engine.devices())
        window.set_memory_gauge(engine.memory)
        window.diagnostics.engine = engine.facts
