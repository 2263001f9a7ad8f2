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
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from glide_studio.core.request.installed import default_model
from glide_studio.core.request.prompt_length import PromptLength
from glide_studio.core.request.request import GenerationRequest
from glide_studio.folders import data_folder, precision_file, recovery_folder
from glide_studio.session.autosave import Autosave
from glide_studio.session.editor import Editor
from glide_studio.session.language import speak
from glide_studio.session.preferences import Precision, Preferences
from glide_studio.session.unexpected import UnexpectedErrors
from glide_studio.session.worker import Engine, Event, Worker
from glide_studio.threads import let_idle_threads_sleep
from glide_studio.ui.style.theme import apply_appearance, follow_system
from glide_studio.ui.window.main_window import MainWindow

COLLECT_EVERY = 500  # milliseconds; also how long Ctrl+C in a terminal may take
SWITCH_SECONDS = 0.0005
"""How long the window may have to wait for the worker to hand over Python's lock."""

NICENESS = 10
"""Of the worker's thread; the window's is 0."""

LOG_BYTES = 1_000_000

Visit = Callable[[Editor, MainWindow], Awaitable[object]]
"""What is done in the open window; it closes when that ends."""

_log = logging.getLogger("glide_studio")


def load_engine() -> Engine:
    """Import torch and load the model: seconds of work, for the worker's thread."""
    give_way()
    let_idle_threads_sleep()
    _map_torch()
    import scipy.ndimage  # type: ignore[import-untyped]  # noqa: F401  # half a second, for blending

    return GlideEngine(default_model().name, Preferences().precision)


class GlideEngine:
    """Makes pictures on the worker's thread, with the model that a request names: the last one
    stays loaded, and the steps of its latest runs in memory. Measures prompts on any thread."""

    def __init__(self, model: str, precision: Precision) -> None:
        from glide_studio.engine import StepMemory, load_models

        self._memory = StepMemory()
        self._load = partial(load_models, precision=precision, memory=precision_file())
        self._models = self._load(model)

    def __call__(self, request: GenerationRequest) -> Iterator[Event]:
        from glide_studio.engine import generate

        if request.settings.model != self._models.name:
            self._models = self._load(request.settings.model)
        return generate(self._models, request, self._memory)

    def facts(self) -> dict[str, str]:
        """What computes the pictures, and how, for diagnostics."""
        import torch

        models = self._models
        facts = {
            "Device": str(models.device),
            "Base network": str(models.base_arithmetic),
            "Upsampling network": str(models.upsample_arithmetic),
            "Precision": models.precision,
            "Threads of torch": str(torch.get_num_threads()),
        }
        if models.device.type == "cuda":
            free, total = torch.cuda.mem_get_info(models.device)
            name = torch.cuda.get_device_name(models.device)
            facts["Graphics card"] = f"{name}, {free >> 20} of {total >> 20} MiB free"
        return facts

    def measure(self, prompt: str) -> PromptLength:
        """How much of `prompt` the base network reads."""
        return self._models.tokenizer.measure(prompt, self._models.base.spec.text_ctx)


def give_way() -> None:
    """Let this thread, and those that it starts, compute only while the window has nothing to do.

    Only Linux gives threads a priority of their own.
    """
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)


def _map_torch() -> None:
    """Map torch's largest library, half a second in which the import would hold Python's lock."""
    torch = importlib.util.find_spec("torch")
    if sys.platform != "linux" or torch is None or torch.origin is None:
        return
    library = Path(torch.origin).parent / "lib" / "libtorch_cpu.so"
    # Python's own ways to load a library keep the lock; a call through ctypes does not.
    ctypes.CDLL(None).dlopen(os.fsencode(library), os.RTLD_LAZY)


async def until_closed(editor: Editor, window: MainWindow) -> None:
    """Leave the window to the artist."""
    closed = asyncio.Event()
    window.closed.connect(closed.set)
    signal.signal(signal.SIGINT, lambda *_: closed.set())
    await closed.wait()


def run(
    files: list[str], visit: Visit = until_closed, load: Callable[[], Engine] = load_engine
) -> int:
    """Open the window, with the first of `files` if there is one; return the exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("GLIDE Studio")
    app.setDesktopFileName("glide-studio")
    app.setQuitOnLastWindowClosed(False)  # the worker has to end first
    preferences = Preferences()
    speak(app, preferences.language)
    apply_appearance(app, preferences)
    follow_system(app, preferences)
    _log_to_file()
    sys.setswitchinterval(SWITCH_SECONDS)
    with garbage_collected_here() as collector, QEventLoop(app) as loop:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(_live(files, visit, load, collector))
    return 0


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
    files: list[str], visit: Visit, load: Callable[[], Engine], collector: QTimer
) -> None:
    model = default_model()
    editor = Editor(Worker(load), [model])
    window = MainWindow(editor, model, data_folder())
    autosave = Autosave(editor, recovery_folder())
    editor.open_document.set_byte_budget(int(Preferences().history_gigabytes * 1e9))
    answered: list[bool] = []  # once the artist has closed the window, nothing unsaved matters
    window.closed.connect(lambda: answered.append(True))
    logging.getLogger().addHandler(window.diagnostics.log)
    with UnexpectedErrors(asyncio.get_running_loop()) as errors:
        errors.occurred.connect(editor.open_document.broke)
        try:
            window.show()
            window.offer_recovery(recovery_folder(), autosave)
            for file in files[:1]:
                window.open_file(Path(file))
            async with asyncio.TaskGroup() as tasks:
                preload = tasks.create_task(_preload(editor, window, model.name, collector))
                await visit(editor, window)
                preload.cancel()
        finally:
            window.hide()
            await editor.close()
            autosave.close(keep=editor.is_modified and not answered)
            logging.getLogger().removeHandler(window.diagnostics.log)


async def _preload(editor: Editor, window: MainWindow, model: str, collector: QTimer) -> None:
    window.show_model(model, "loading")
    # What torch brings stays for good; looking through it, now or later, would take long.
    collector.stop()
    engine = await editor.runs.preload()
    gc.freeze()
    collector.start()
    window.show_model(model, "ready" if engine else "missing")
    if isinstance(engine, GlideEngine):
        window.set_prompt_measure(engine.measure)
        window.diagnostics.engine = engine.facts


def _log_to_file() -> None:
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "glide-studio.log", maxBytes=LOG_BYTES, backupCount=1, delay=True, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    _log.setLevel(logging.DEBUG)
