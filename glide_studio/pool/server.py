"""The server of a pool: requests come in by HTTP as data, messages go out as a stream.

Nothing that arrives is ever unpickled, and Ray itself stays out of reach of clients: Ray lets
whoever reaches it run any code.
"""

import asyncio
import hmac
import os
import socket
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakSet

import msgspec
import uvicorn
from msgspec import Struct
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from glide_studio.core.request.cluster import ClusterState
from glide_studio.core.request.settings import MAX_COUNT, RequestError
from glide_studio.core.sentence import ArtistError
from glide_studio.library.updates import own_version
from glide_studio.pool.engines import PoolRun
from glide_studio.pool.messages import (
    CLIENT,
    MAX_REQUEST,
    PROTOCOL,
    RUNS,
    STATE,
    STEPS,
    VERSION,
    WEIGHTS,
    Failed,
    encoded,
    framed,
)
from glide_studio.pool.queueing import Pool

MAX_WAITING = 1024 * 2**20
"""Bytes of all requests that wait or run at the same time."""

MAX_CLIENT_NAME = 64

BODY_SECONDS = 120.0
"""How long a request may take to arrive, which counts for `MAX_WAITING` meanwhile."""


class ServerError(ArtistError):
    """A server that cannot start."""


@dataclass(frozen=True)
class ServerOptions:
    """Where to listen. `token` and `certificate`, with its `key`, are required of a `host` that
    other computers can reach; `is_local` tells."""

    host: str
    port: int
    token: str | None = None
    certificate: Path | None = None
    key: Path | None = None


class _Sampling(Struct):
    count: int = 1


class _Source(Struct):
    type: str = ""


class _Outline(Struct):
    """What the server itself reads of a request; the engine reads all of it, and checks it."""

    settings: _Sampling
    source: _Source


@dataclass(frozen=True, eq=False)
class _Held:
    """The bytes of a request that is in the memory as long as this is."""

    size: int


class PoolServer:
    """Answers for a pool, once that is open."""

    def __init__(self, pool: Pool, token: str | None = None) -> None:
        self._pool = pool
        self._token = token
        self._held: WeakSet[_Held] = WeakSet()
        self.version = own_version()

    @property
    def app(self) -> Starlette:
        """The ASGI application."""
        routes = [
            Route(STATE, self._state, methods=["GET"]),
            Route(RUNS, self._run, methods=["POST"]),
        ]
        return Starlette(routes=routes)

    async def _state(self, request: Request) -> Response:
        if (refused := self._refused(request)) is not None:
            return refused
        pool = self._pool
        state = ClusterState(
            self.version, pool.ready, pool.busy, pool.queued, pool.devices, pool.models
        )
        return Response(msgspec.json.encode(state), media_type="application/json")

    async def _run(self, request: Request) -> Response:
        if (refused := self._refused(request)) is not None:
            return refused
        size = int(length) if (length := request.headers.get("content-length", "")).isdigit() else 0
        if not 0 < size <= MAX_REQUEST:
            return _too_large()
        if sum(each.size for each in self._held) + size > MAX_WAITING:
            return _answer(503, ServerError("The cluster's queue is full. Try again later."))
        held = _Held(size)
        self._held.add(held)
        saved = await _body(request, size)
        if isinstance(saved, Response):
            return saved
        try:
            outline = msgspec.json.decode(saved, type=_Outline)
        except (msgspec.DecodeError, RecursionError):
            return _answer(400, RequestError("The request is damaged."))
        if not 1 <= outline.settings.count <= MAX_COUNT:
            return _answer(400, RequestError("The request is damaged."))
        run = PoolRun(
            request.headers.get(CLIENT, "")[:MAX_CLIENT_NAME],
            saved,
            outline.settings.count,
            outline.source.type != "upscale",
            request.headers.get(STEPS) == "1",
            request.headers.get(WEIGHTS, ""),
        )
        return StreamingResponse(self._messages(run, held), media_type="application/vnd.msgpack")

    async def _messages(self, run: PoolRun, _: "_Held") -> AsyncIterator[bytes]:
        async with aclosing(self._pool.run(run)) as messages:
            async for message in messages:
                yield framed(message)

    def _refused(self, request: Request) -> Response | None:
        """The answer to a client without the token or of another version; None for others."""
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        if self._token is not None and not hmac.compare_digest(
            given.encode(), self._token.encode()
        ):
            return _answer(401, RequestError("The cluster does not accept the token."))
        theirs = request.headers.get(VERSION, "")
        if theirs == version_header(self.version):
            return None
        error = RequestError(
            "The cluster runs GLIDE Studio {own}, this computer {other}: install the same version "
            "on both.",
            own=self.version,
            other=theirs.partition("/")[0][:32] or "another program",
        )
        return _answer(409, error)


async def _body(request: Request, size: int) -> bytes | Response:
    """The body of a request of `size` bytes; the answer if it does not arrive as such."""
    saved = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for piece in request.stream():
                saved += piece
                if len(saved) > size:
                    return _too_large()
    except TimeoutError:
        return _answer(408, ServerError("The request did not arrive in time. Retry it."))
    except ClientDisconnect:
        return Response(status_code=400)  # which nobody gets
    return bytes(saved)


def _too_large() -> Response:
    return _answer(413, RequestError("The request is too large for the cluster."))


def version_header(version: str) -> str:
    return f"{version}/{PROTOCOL}"


def _answer(status: int, error: ArtistError) -> Response:
    return Response(framed(encoded(Failed.of(error))), status_code=status)


class Server(uvicorn.Server):
    """A server that listens from the start, and answers while `running`."""

    def __init__(self, pool_server: PoolServer, options: ServerOptions) -> None:
        """Raises ServerError for an address that is taken, and for a certificate that cannot be
        used."""
        config = uvicorn.Config(
            pool_server.app,
            log_level="warning",
            access_log=False,
            lifespan="off",
            ws="none",
            http="h11",
            timeout_graceful_shutdown=1,
            server_header=False,
            ssl_certfile=options.certificate,
            ssl_keyfile=options.key,
        )
        try:
            config.load()
        except (OSError, ssl.SSLError) as error:
            raise ServerError(
                "The certificate or its key cannot be used: {reason}.", reason=error
            ) from error
        super().__init__(config)
        family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
        try:
            self._socket = socket.create_server((options.host, options.port), family=family)
        except OSError as error:
            raise ServerError(
                "The server cannot listen at {host}:{port}: {reason}.",
                host=options.host,
                port=options.port,
                reason=os.strerror(error.errno) if error.errno else error,
            ) from error

    @property
    def port(self) -> int:
        """The port on which it listens; a free one if the options say 0."""
        return int(self._socket.getsockname()[1])

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the command."""
        yield

    @asynccontextmanager
    async def running(self) -> "AsyncIterator[asyncio.Task[None]]":
        """Answer, in a task, until this is left; runs that are still on are cancelled."""
        task = asyncio.create_task(self.serve([self._socket]))
        try:
            yield task
        finally:
            self.should_exit = True
            await task
