"""Which run gets the next free engine of a pool, and what happens when an engine dies."""

import asyncio
import logging
from collections import OrderedDict, deque
from collections.abc import AsyncGenerator, Coroutine, Sequence
from contextlib import aclosing
from typing import Protocol

from glide_studio.core.request.request import RunError
from glide_studio.core.sentence import Sentence
from glide_studio.pool.engines import EngineLost, Part, PoolRun, Yielded, parts
from glide_studio.pool.messages import HEARTBEAT, Done, Failed, Said, Told, Waiting, encoded

RESTART_SECONDS = 0.5
"""Between two looks at an engine that Ray is restarting."""

_log = logging.getLogger(__name__)


class Engine(Protocol):
    """What a pool needs of a `RemoteEngine`."""

    async def describe(self) -> tuple[str, tuple[str, ...]]: ...

    def run(self, run: PoolRun, part: Part) -> AsyncGenerator[Yielded, None]: ...


class Mailbox:
    """The messages of a run that are not sent yet: of the previews of a sample only the newest, so
    that a slow connection neither holds an engine up nor fills the memory."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._arrived = asyncio.Event()
        self._results: set[int] = set()
        self._notices: set[bytes] = set()
        self._number = 0

    def put(self, message: Yielded) -> None:
        """Add a message; a result that there was, before the run was repeated, is left out."""
        kind, sample, data = message
        if kind == "result":
            if sample in self._results:
                return
            self._results.add(sample)
        elif kind == "notice":
            if data in self._notices:
                return
            self._notices.add(data)
        self._number += 1
        key = ("preview", sample) if kind == "preview" else (kind, self._number)
        self._waiting.pop(key, None)
        self._waiting[key] = data
        self._arrived.set()

    async def get(self) -> bytes:
        """Wait for the next message."""
        while not self._waiting:
            self._arrived.clear()
            await self._arrived.wait()
        return self._waiting.popitem(last=False)[1]

    def has_all(self, part: Part) -> bool:
        """Whether all results of a part have come."""
        return all(part.first + i in self._results for i in range(part.count))


class Pool:
    """Lets runs use engines in turn: each client that has runs waiting gets one engine after the
    other clients have had theirs. A run that an engine did not survive is repeated once, with the
    same seed."""

    def __init__(self) -> None:
        self._engines: Sequence[Engine] = ()
        self._idle: deque[Engine] = deque()
        self._queues: OrderedDict[str, deque[asyncio.Future[Engine]]] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()
        self._busy = 0
        self._lost: set[Engine] = set()
        self.devices: tuple[str, ...] = ()
        self.models: tuple[str, ...] = ()

    @property
    def ready(self) -> int:
        """The number of engines that work or could."""
        return len(self._engines) - len(self._lost)

    @property
    def busy(self) -> int:
        """The number of engines that work."""
        return self._busy

    @property
    def queued(self) -> int:
        """The number of parts of runs that wait for an engine."""
        return sum(not turn.done() for queue in self._queues.values() for turn in queue)

    async def open(self, engines: Sequence[Engine]) -> None:
        """Use engines, once all have loaded their networks. Raises what loading raised."""
        self._engines, self._lost = engines, set(engines)
        answers = await asyncio.gather(*(engine.describe() for engine in self._engines))
        self.devices = tuple(device for device, _ in answers)
        self.models = answers[0][1]
        for engine in self._engines:
            self._release(engine)

    async def close(self) -> None:
        """Cancel all runs and wait for what they were doing."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def run(self, run: PoolRun) -> AsyncGenerator[bytes, None]:
        """Yield the messages of a run, of which the last is `Done` or `Failed`. While there is
        nothing else, it says how long the queue is. Closing the iterator cancels the run."""
        mailbox = Mailbox()
        shares = parts(run.count, self.ready if run.divides else 1)
        tasks = [self._start(self._part(run, part, mailbox)) for part in shares]
        for task in tasks:
            task.add_done_callback(lambda _: mailbox.put(_END))
        try:
            ended = 0
            while ended < len(tasks):
                try:
                    message = await asyncio.wait_for(mailbox.get(), HEARTBEAT)
                except TimeoutError:
                    message = encoded(Waiting(self._ahead_of(run.client)))
                if message:
                    yield message
                    continue
                ended += 1
                for error in (task.exception() for task in tasks if task.done()):
                    if error is not None:
                        yield error.message if isinstance(error, _RunFailed) else _failed(error)
                        return
            yield encoded(Done())
        finally:
            for task in tasks:
                task.cancel()

    def _ahead_of(self, client: str) -> int:
        """How many parts will have their turn before the last of a client; 0 if none waits."""
        own = len(self._queues.get(client, ()))
        return own and sum(min(len(queue), own) for queue in self._queues.values())

    def _start(self, work: Coroutine[None, None, None]) -> "asyncio.Task[None]":
        task: asyncio.Task[None] = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _part(self, run: PoolRun, part: Part, mailbox: Mailbox) -> None:
        """Run a part on the next free engine, and once more if that dies."""
        task = asyncio.current_task()
        assert task is not None
        for is_last in (False, True):
            engine = await self._living(run.client)
            try:
                async with aclosing(engine.run(run, part)) as messages:
                    async for message in messages:
                        if message[0] == "error":
                            raise _RunFailed(message[2])
                        mailbox.put(message)
            except EngineLost as error:
                _log.info("an engine is lost", exc_info=error)
                self._start(self._revive(engine))
                if mailbox.has_all(part) or task.cancelling():
                    return
                if is_last:
                    raise RunError(
                        "Two engines of the cluster stopped during this run. Retry it in the queue."
                    ) from error
                mailbox.put(("notice", 0, encoded(Told(Said.all_of(_REPEATED)))))
            except BaseException:
                self._release(engine)
                raise
            else:
                self._release(engine)
                return

    async def _living(self, client: str) -> Engine:
        """Wait for an engine in this client's turn; one that died meanwhile is left out."""
        while True:
            engine = await self._turn(client)
            try:
                await engine.describe()
            except EngineLost:
                self._start(self._revive(engine))
            except BaseException:
                self._release(engine)
                raise
            else:
                return engine

    async def _turn(self, client: str) -> Engine:
        """Wait for an engine, in this client's turn."""
        turn: asyncio.Future[Engine] = asyncio.get_running_loop().create_future()
        self._queues.setdefault(client, deque()).append(turn)
        self._assign()
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._release(turn.result())
            elif turn in self._queues.get(client, ()):
                self._queues[client].remove(turn)
                if not self._queues[client]:
                    del self._queues[client]
            raise

    def _assign(self) -> None:
        """Give idle engines to the clients in turn."""
        while self._idle and self._queues:
            client, queue = self._queues.popitem(last=False)
            turn = queue.popleft()
            if queue:
                self._queues[client] = queue  # as the last
            if not turn.done():
                self._busy += 1
                turn.set_result(self._idle.popleft())

    def _release(self, engine: Engine) -> None:
        if engine in self._lost:
            self._lost.discard(engine)
        else:
            self._busy -= 1
        self._idle.append(engine)
        self._assign()

    async def _revive(self, engine: Engine) -> None:
        """Wait until Ray has restarted an engine, on another computer if need be."""
        self._busy -= 1
        self._lost.add(engine)
        while True:
            try:
                await engine.describe()
            except EngineLost:
                await asyncio.sleep(RESTART_SECONDS)
            else:
                self._release(engine)
                return


class _RunFailed(Exception):
    """The engine reported an error, in a `message` that is sent on."""

    def __init__(self, message: bytes) -> None:
        super().__init__("the run failed")
        self.message = message


def _failed(error: BaseException) -> bytes:
    return encoded(Failed.of(error))


_END: Yielded = ("end", 0, b"")
_REPEATED = Sentence("An engine of the cluster stopped: the run starts again on another one.")
