"""The client of a pool: sends requests to its server, and yields what it answers. Needs no Ray."""

import ipaddress
import os
import secrets
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from glide_studio.core.request.cluster import ClusterState
from glide_studio.core.request.installed import installed_models
from glide_studio.core.request.request import GenerationRequest, Notice, Preview, Result
from glide_studio.core.sentence import ArtistError
from glide_studio.library.updates import own_version
from glide_studio.pool.messages import (
    CLIENT,
    DEFAULT_PORT,
    MAX_REQUEST,
    PROTOCOL,
    RUNS,
    STATE,
    STEPS,
    VERSION,
    WEIGHTS,
    Done,
    Failed,
    Made,
    MessageError,
    Messages,
    Step,
    Told,
    Waiting,
)

if TYPE_CHECKING:
    import httpx

CONNECT_SECONDS = 5.0
SILENCE_SECONDS = 10.0
"""How long a server may say nothing, which otherwise sends a message several times a second."""

MAX_STATE = 1 << 20
HTTP_OK = 200
FAULTS_OF_REQUEST = (400, 413)

TOKEN_VARIABLE = "GLIDE_STUDIO_TOKEN"


class PoolError(ArtistError):
    """A pool that does not run requests."""


class PoolLost(PoolError):
    """The connection to a pool could not be made, or it broke after it had been made: `broke`."""

    broke = False


@dataclass(frozen=True)
class PoolAddress:
    """Where a pool is. Beyond this computer the connection is always encrypted, since it carries
    the token. `certificate` is a file with the certificate of a server that the system's
    authorities do not vouch for."""

    host: str
    port: int = DEFAULT_PORT
    is_secure: bool = False
    token: str = field(default="", repr=False)
    certificate: str = ""

    @classmethod
    def parsed(cls, text: str, token: str = "", certificate: str = "") -> "PoolAddress":
        """The pool at HOST, HOST:PORT or https://HOST:PORT. Raises PoolError for anything else."""
        scheme, has_scheme, rest = text.strip().rpartition("://")
        host, has_port, port = rest.rstrip("/").rpartition(":")
        if not has_port or port.endswith("]"):
            host, port = rest.rstrip("/"), str(DEFAULT_PORT)
        host = host.removeprefix("[").removesuffix("]")
        number = int(port) if port.isascii() and port.isdigit() and len(port) <= 5 else -1
        is_known = not has_scheme or scheme in ("http", "https")
        if not (is_known and host and 0 <= number < 65536) or set(host) & set("/?#@ \\%"):
            raise PoolError(
                "“{address}” is not the address of a cluster. Give it as name:port, such as "
                "render.studio:7421.",
                address=text,
            )
        local = is_local(host)
        if scheme == "http" and not local:
            raise PoolError(
                "The connection to “{address}” would not be encrypted. Use https:// instead.",
                address=text,
            )
        return cls(host, number, scheme == "https" or not local, token, certificate)

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.is_secure else 'http'}://{host}:{self.port}"

    @property
    def name(self) -> str:
        """As an artist writes it."""
        return f"{self.host}:{self.port}"


def token_in(file: Path | None) -> str:
    """The token in a file, or else in the environment; "" for none. Raises OSError and
    UnicodeDecodeError for a file that cannot be read."""
    if file is None:
        return os.environ.get(TOKEN_VARIABLE, "").strip()
    return file.read_text(encoding="utf-8").strip()


def is_local(host: str) -> bool:
    """Whether only this computer can reach a host."""
    if host == "localhost":
        return True
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False


class PoolClient:
    """Runs requests on a pool; an `Engine` for the session's worker.

    `is_cancelled` is asked several times a second. With `with_steps` results have all of their
    steps, which takes several MB each.
    """

    def __init__(self, address: PoolAddress, with_steps: bool = False) -> None:
        self.address = address
        self.is_cancelled: Callable[[], bool] = lambda: False
        self._with_steps = with_steps
        self._name = secrets.token_hex(8)
        self._http: httpx.Client | None = None

    def close(self) -> None:
        """Close the connections."""
        if self._http is not None:
            self._http.close()
            self._http = None

    def state(self) -> ClusterState:
        """Ask the pool about itself. Raises PoolError; PoolLost if it does not answer."""
        with self._answer("GET", STATE) as answer:
            data = b"".join(_bounded(answer.iter_raw()))
        try:
            return msgspec.json.decode(data, type=ClusterState)
        except msgspec.DecodeError as error:
            raise self._strange() from error

    def __call__(self, request: GenerationRequest) -> Iterator[Preview | Result | Notice]:
        """Yield the events of a run on the pool, some previews of fast runs left out.

        Raises what the engine raised; PoolError, or PoolLost if the connection breaks.
        """
        saved = request.to_json()
        if len(saved) > MAX_REQUEST:
            raise PoolError("The picture is too large for a cluster. Crop it.")
        headers = {STEPS: "1" if self._with_steps else "0", WEIGHTS: _weights_of(request)}
        with self._answer("POST", RUNS, saved, headers) as answer:
            messages = Messages()
            try:
                for piece in answer.iter_raw():
                    for message in messages.feed(piece):
                        if self.is_cancelled():
                            return
                        match message:
                            case Step():
                                yield message.preview
                            case Made():
                                yield message.result(request)
                            case Told():
                                yield message.notice
                            case Failed():
                                raise message.error
                            case Done():
                                return
                            case Waiting():
                                pass
            except MessageError as error:
                raise self._strange() from error
        raise self._lost(is_open=True)

    @contextmanager
    def _answer(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        more_headers: Mapping[str, str] | None = None,
    ) -> "Iterator[httpx.Response]":
        """The server's answer, to be read. Raises what the server refuses; PoolLost if there is no
        answer, or it breaks off."""
        import httpx

        headers = {
            VERSION: f"{own_version()}/{PROTOCOL}",
            CLIENT: self._name,
            **(more_headers or {}),
        }
        if self.address.token:
            headers["authorization"] = f"Bearer {self.address.token}"
        is_open = False
        try:
            if self._http is None:
                self._http = self._connected()
            with self._http.stream(method, path, content=body, headers=headers) as answer:
                if answer.status_code != HTTP_OK:
                    raise self._refused(answer)
                is_open = True
                yield answer
        except (httpx.TransportError, httpx.StreamError, httpx.InvalidURL) as error:
            if any(isinstance(each, ssl.SSLCertVerificationError) for each in _causes(error)):
                raise PoolError(
                    "The certificate of the cluster {name} is not trusted: choose its file as the "
                    "certificate, and use the name that is in it.",
                    name=self.address.name,
                ) from error
            raise self._lost(is_open) from error

    def _connected(self) -> "httpx.Client":
        import httpx

        verify: ssl.SSLContext | bool = True
        if self.address.certificate:
            try:
                verify = ssl.create_default_context(cafile=self.address.certificate)
            except (OSError, ssl.SSLError) as error:
                raise PoolError(
                    "The certificate “{file}” cannot be read.", file=self.address.certificate
                ) from error
        timeout = httpx.Timeout(SILENCE_SECONDS, connect=CONNECT_SECONDS)
        is_own = is_local(self.address.host)
        return httpx.Client(
            base_url=self.address.url, timeout=timeout, verify=verify, trust_env=not is_own
        )

    def _refused(self, answer: "httpx.Response") -> ArtistError:
        """The error of an answer that is not what was asked for."""
        is_at_fault = answer.status_code in FAULTS_OF_REQUEST
        with suppress(MessageError):
            for message in Messages().feed(b"".join(_bounded(answer.iter_raw()))):
                if isinstance(message, Failed):
                    return message.error if is_at_fault else message.error_as(PoolError)
        return self._strange()

    def _lost(self, is_open: bool) -> PoolLost:
        name = self.address.name
        if not is_open:
            return PoolLost("The cluster {name} cannot be reached.", name=name)
        error = PoolLost("The connection to the cluster {name} broke.", name=name)
        error.broke = True
        return error

    def _strange(self) -> PoolError:
        return PoolError(
            "What answers at {name} is not a GLIDE Studio cluster.", name=self.address.name
        )


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and those that led to it."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _weights_of(request: GenerationRequest) -> str:
    """The fingerprint of the model's weights on this computer; "" if they are not here."""
    for model in installed_models():
        if model.name == request.settings.model:
            with suppress(OSError):
                return model.fingerprint(request)
    return ""


def _bounded(pieces: Iterator[bytes]) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MAX_STATE:
            return
        yield piece
