"""The engines of a pool: actors on a Ray cluster, each with the networks of a GPU or of some CPUs.

The only module that imports Ray. Ray schedules the actors, restarts those that die, streams what
they yield, and tells them when a run is cancelled. They take and yield bytes, never objects of a
client.
"""

import asyncio
import logging
import os
import secrets
import threading
import time
from collections.abc import AsyncGenerator, Callable, Generator, Iterator, Mapping
from concurrent.futures import Future
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, gettempdir
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from glide_studio.core.request.installed import (
    BASE,
    InstalledModel,
    default_model,
    installed_models,
)
from glide_studio.core.request.request import GenerationRequest, Notice, Preview, Result
from glide_studio.core.request.settings import MAX_SEED, RequestError
from glide_studio.folders import precision_file
from glide_studio.pool.messages import Failed, Made, Said, Step, Told, encoded
from glide_studio.threads import let_idle_threads_sleep

if TYPE_CHECKING:
    from glide_studio.engine import Models
    from glide_studio.engine.precision import Precision

Yielded = tuple[str, int, bytes]
"""The kind of a message, "preview", "result", "notice" or "error", its sample, and its bytes."""

OBJECT_STORE = 200 * 2**20
"""Bytes of shared memory for what is on its way from the engines of one computer to the server."""

NAMESPACE = "glide-studio"

PREVIEW_SECONDS, PREVIEWS_PER_SECOND = 0.04, 250
"""The least time between two previews of an engine, and the most previews of all engines, of which
one server can pass on 350 at least."""

JOIN_SECONDS = 30.0
"""How long a Ray cluster may take to answer."""

FOLDER, LOCK = "glide-ray-", "lock"
"""How the names of Ray's temporary folders begin, and the file in each that is locked."""

MAX_NAME = 80
"""Characters of a model's name that an answer repeats."""

IN_FLIGHT = 64
"""Messages that an engine may be ahead of the server."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Part:
    """Samples of a request: `count` of them from `first` on."""

    first: int
    count: int

    def of(self, request: GenerationRequest) -> GenerationRequest:
        """The request for these samples alone."""
        settings = request.settings
        if self.count == settings.count:
            return request
        if self.count == 1:
            return request.for_sample(self.first)
        seed = (settings.seed + self.first) % (MAX_SEED + 1)
        return replace(request, settings=replace(settings, seed=seed, count=self.count))


@dataclass(frozen=True)
class PoolRun:
    """A saved request for `count` pictures of a client; `divides` if engines may share them.
    `weights` is the fingerprint of the client's model, "" if it has none."""

    client: str
    saved: bytes
    count: int
    divides: bool
    with_steps: bool
    weights: str = ""


def parts(count: int, engines: int) -> list[Part]:
    """The samples of a run, divided among engines as evenly as possible."""
    shares = min(count, max(engines, 1))
    edges = [count * i // shares for i in range(shares + 1)]
    return [Part(a, b - a) for a, b in pairwise(edges)]


class PoolEngine:
    """Runs requests on the device that Ray gave to this process; its networks stay loaded."""

    def __init__(self, device: str, precision: "Precision", preview_seconds: float) -> None:
        let_idle_threads_sleep()
        from glide_studio.engine import Residency

        self._device, self._precision = device, precision
        self._preview_seconds = preview_seconds
        self._residency = Residency()
        self._model: InstalledModel | None = None
        self._ready: dict[tuple[str, str], Models] = {}
        self._networks(default_model(), BASE).preload()

    def describe(self) -> tuple[str, tuple[str, ...]]:
        """The device and the installed models; answers once the networks are loaded."""
        from glide_studio.engine.devices import described

        models = next(iter(self._ready.values()))
        return described(models.device).title, tuple(each.name for each in installed_models())

    def process(self) -> int:
        """The id of this process."""
        return os.getpid()

    def run(
        self, saved: bytes, first: int, count: int, with_steps: bool, weights: str
    ) -> Iterator[Yielded]:
        """Yield the messages of samples of a saved request; one that fails ends with its error.

        Ends at the next step after Ray has cancelled it.
        """
        import ray

        context = ray.get_runtime_context()
        try:
            with closing(self._events(saved, Part(first, count), with_steps, weights)) as events:
                for event in events:
                    if context.is_canceled():
                        return
                    if event[0]:
                        yield event
        except Exception as error:
            _log.info("a run fails", exc_info=error)
            yield "error", 0, encoded(Failed.of(error))

    def _events(
        self, saved: bytes, part: Part, with_steps: bool, weights: str
    ) -> Generator[Yielded, None, None]:
        from glide_studio.engine import StepMemory, are_ranked, generate

        whole = GenerationRequest.from_json(saved)
        model = _installed(whole, weights)
        model.capabilities.check(whole)
        models = self._networks(model, model.networks_for(whole.source))
        memory = StepMemory() if with_steps else None
        ranked = are_ranked(whole)
        shown_at: dict[int, float] = {}
        pause = self._preview_seconds * part.count
        for event in generate(models, part.of(whole), memory, ranked=ranked):
            match event:
                case Preview():
                    now = time.monotonic()
                    if now - shown_at.get(event.sample, 0.0) < pause:
                        yield "", 0, b""  # so that a cancelled run ends here
                        continue
                    shown_at[event.sample] = now
                    shown = replace(event, sample=part.first + event.sample)
                    yield "preview", shown.sample, encoded(Step.of(shown))
                case Result():
                    yield (
                        "result",
                        part.first + event.sample,
                        encoded(_made(event, part, with_steps)),
                    )
                case Notice(sentence=sentence):
                    yield "notice", 0, encoded(Told(Said.all_of(sentence)))

    def _networks(self, model: InstalledModel, networks: tuple[str, str]) -> "Models":
        """The networks of a model; those of another one are released."""
        from glide_studio.engine import ModelLoader, load_with_cpu_fallback

        if self._model != model:
            self._ready.clear()
            self._residency.release_all()
            self._model = model
        if networks not in self._ready:
            loader = ModelLoader(
                model.name,
                self._precision,
                precision_file(),
                networks=networks,
                residency=self._residency,
            )
            self._ready[networks] = load_with_cpu_fallback(loader, self._device)
        return self._ready[networks]


def _installed(request: GenerationRequest, weights: str) -> InstalledModel:
    """The model of a request, with these weights unless they are "". Raises RequestError."""
    name = request.settings.model[:MAX_NAME]
    for model in installed_models():
        if model.name != request.settings.model:
            continue
        if weights and model.fingerprint(request) != weights:
            raise RequestError(
                "The cluster has another version of the model {name} than this computer: install "
                "the same files on both.",
                name=name,
            )
        return model
    raise RequestError(
        "The cluster does not have the model {name}. Install it there, or choose another model.",
        name=name,
    )


def _made(result: Result, part: Part, with_steps: bool) -> Made:
    sample = part.first + result.sample
    steps = tuple(replace(step, sample=sample) for step in result.steps)
    return Made.of(replace(result, sample=sample, steps=steps), with_steps)


class EngineLost(Exception):
    """The process of an engine has ended, or what it had yielded is lost; Ray restarts it."""


class RemoteEngine:
    """A `PoolEngine` in a process of the cluster."""

    def __init__(self, actor: Any) -> None:
        self._actor = actor

    async def describe(self) -> tuple[str, tuple[str, ...]]:
        """As `PoolEngine.describe`. Raises EngineLost."""
        with _losses():
            return await self._actor.describe.remote()

    async def run(self, run: PoolRun, part: Part) -> AsyncGenerator[Yielded, None]:
        """As `PoolEngine.run`; closing this cancels the run, and waits for its step to end. Raises
        EngineLost."""
        import ray

        start = self._actor.run.options(
            num_returns="streaming", _generator_backpressure_num_objects=IN_FLIGHT
        )
        with _losses():
            stream = start.remote(run.saved, part.first, part.count, run.with_steps, run.weights)
            try:
                async for reference in stream:
                    yield await reference
            except (GeneratorExit, asyncio.CancelledError):
                ray.cancel(stream)
                with suppress(ray.exceptions.TaskCancelledError):
                    async for reference in stream:
                        await reference
                raise


@contextmanager
def _losses() -> Iterator[None]:
    """Make EngineLost of Ray's errors for engines that died."""
    from ray.exceptions import ObjectLostError, RayActorError, WorkerCrashedError

    try:
        yield
    except (RayActorError, ObjectLostError, WorkerCrashedError) as error:
        raise EngineLost(str(error)) from error


@dataclass(frozen=True)
class ClusterOptions:
    """Which Ray cluster to use, and what its engines are.

    Without an `address` a cluster of this computer alone is started, which only this computer can
    reach. `workers` None is one engine for each GPU, or a single one where there is none.
    """

    address: str | None = None
    workers: int | None = None
    device: str = "auto"
    precision: "Precision" = "auto"


@contextmanager
def cluster(options: ClusterOptions, engine: type = PoolEngine) -> Iterator[list[RemoteEngine]]:
    """Start or join a cluster and start its engines, which load their networks meanwhile; end them,
    and the cluster if it was started here, at the end. A benchmark can take another class.

    Raises ConnectionError if no cluster answers at the address.
    """
    if options.address is None:
        _keep_to_this_computer()
    import ray

    with temporary_folder() as folder:
        settings: dict[str, Any] = {"address": options.address}
        if options.address is None:
            settings = {"address": "local", "include_dashboard": False, "_temp_dir": folder}
            settings["object_store_memory"] = OBJECT_STORE
        init = partial(
            ray.init,
            namespace=NAMESPACE,
            log_to_driver=False,
            logging_level=logging.ERROR,
            configure_logging=False,
            **settings,
        )
        if options.address is None:
            init()
        else:
            _within(JOIN_SECONDS, init)
        try:
            share, workers = _shares(options, ray.cluster_resources())
            actor: Any = ray.remote(engine).options(max_restarts=-1, max_task_retries=0, **share)
            pause = max(PREVIEW_SECONDS, workers / PREVIEWS_PER_SECOND)
            started = (options.device, options.precision, pause)
            yield [RemoteEngine(actor.remote(*started)) for _ in range(workers)]
        finally:
            ray.shutdown()


def _within(seconds: float, join: Callable[[], object]) -> None:
    """Join a cluster, on a thread that is left behind if that takes longer: Ray cannot be told to
    give up. Raises ConnectionError then, and what joining raises."""
    joined: Future[object] = Future()

    def run() -> None:
        try:
            joined.set_result(join())
        except Exception as error:
            joined.set_exception(error)

    threading.Thread(target=run, name="join", daemon=True).start()
    try:
        joined.result(seconds)
    except TimeoutError as error:
        raise ConnectionError("the Ray cluster does not answer") from error


@contextmanager
def temporary_folder() -> Iterator[str]:
    """A folder for Ray, locked while it is in use; those of servers that were killed are removed.
    Its path is short, since sockets are in it."""
    for lock in Path(gettempdir()).glob(f"{FOLDER}*/{LOCK}"):
        with suppress(OSError, Timeout), FileLock(lock, timeout=0):
            rmtree(lock.parent, ignore_errors=True)
    with (
        TemporaryDirectory(prefix=FOLDER, ignore_cleanup_errors=True) as folder,
        FileLock(Path(folder, LOCK)),
    ):
        yield folder


def _shares(options: ClusterOptions, found: Mapping[str, float]) -> tuple[dict[str, float], int]:
    """What an engine takes of the cluster's resources, and the number of engines."""
    gpus, cpus = int(found.get("GPU", 0)), int(found.get("CPU", 1))
    if gpus > 0 and options.device != "cpu":
        workers = options.workers or gpus
        return {"num_gpus": min(1.0, gpus / workers), "num_cpus": 0}, workers
    workers = options.workers or 1
    return {"num_cpus": cpus // workers if workers <= cpus else cpus / workers}, workers


def _keep_to_this_computer() -> None:
    """Have Ray, which reads its environment when it is imported, listen on loopback alone, and let
    no other program of this computer in."""
    os.environ.setdefault("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ["RAY_AUTH_MODE"] = "token"
    os.environ["RAY_AUTH_TOKEN"] = secrets.token_hex(32)
