"""The command that lets other computers run requests here."""

import asyncio
import importlib.util
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from glide_studio.cli.options import CommandError, command, complain, option, whole_from
from glide_studio.cli.pooling import read_token
from glide_studio.cli.running import Precision, device_name
from glide_studio.pool.client import TOKEN_VARIABLE, PoolAddress, PoolError, is_local
from glide_studio.pool.messages import DEFAULT_PORT

if TYPE_CHECKING:
    from glide_studio.pool.engines import ClusterOptions
    from glide_studio.pool.server import ServerOptions

SHORTEST_TOKEN = 16
TLS_VARIABLES = ("RAY_TLS_SERVER_CERT", "RAY_TLS_SERVER_KEY", "RAY_TLS_CA_CERT")


@dataclass(frozen=True)
class ServeOptions:
    """Where to listen, and the engines of the pool."""

    listen: str = option(
        metavar="HOST:PORT",
        default=f"127.0.0.1:{DEFAULT_PORT}",
        help="where to wait for requests; 0.0.0.0 is every network of this computer, for which a "
        "token and a certificate are needed (default: %(default)s, this computer alone)",
    )
    address: str | None = option(
        metavar="RAY",
        help="the Ray cluster to use, such as 10.0.0.5:6379, or auto for the one that runs on this "
        "computer (default: start one of this computer alone)",
    )
    workers: int | None = option(
        metavar="N",
        type=whole_from(1),
        help="the number of engines (default: one for each GPU, or a single one without GPUs)",
    )
    token_file: Path | None = option(
        metavar="FILE",
        type=Path,
        help=f"a file with the token that clients must send (default: the variable "
        f"{TOKEN_VARIABLE})",
    )
    certificate: Path | None = option(
        metavar="PEM", type=Path, help="the certificate of the server, for encryption by TLS"
    )
    key: Path | None = option(metavar="PEM", type=Path, help="the certificate's private key")
    device: str = option(
        metavar="NAME",
        type=device_name,
        default="auto",
        help="the device of the engines; cpu leaves GPUs alone (default: %(default)s)",
    )
    precision: Precision = option(
        choices=("auto", "float32", "fast"),
        default="auto",
        help="as for generate (default: %(default)s)",
    )


@command(
    "serve",
    ServeOptions,
    help="compute the pictures of other computers",
    description="""\
Compute pictures for other computers, on the GPUs of this one or of a Ray
cluster. There is one engine for each GPU; an engine that dies is replaced, and
its picture computed again. Ctrl+C ends it.

Whoever reaches the server and knows its token can compute here, but not run
programs: requests are data. Ray itself lets whoever reaches it run programs:
never open Ray's own ports to a network that you do not trust.""",
    epilog="""\
examples:
  glide-studio serve --workers 2
  glide-studio serve --listen 0.0.0.0:7421 --token-file token.txt \\
      --certificate cert.pem --key key.pem""",
)
def serve(options: ServeOptions) -> int:
    missing = [name for name in ("ray", "starlette", "uvicorn") if not _is_installed(name)]
    if missing and hasattr(sys, "frozen"):
        raise CommandError(
            "The server is not part of this installer, which can only use clusters. Install the "
            'program with pip to serve: pip install "glide-studio[pool]".'
        )
    if missing:
        raise CommandError(
            f"A cluster needs {', '.join(missing)}: install it with pip install glide-studio[pool]."
        )
    token = _token(options.token_file)
    where = _listening(options, token)
    _check_ray(options.address)
    if not is_local(where.host):
        complain(
            f"Warning: other computers can reach this server on port {where.port}. Whoever knows "
            "the token can compute here."
        )
    from glide_studio.pool.engines import ClusterOptions
    from glide_studio.pool.server import ServerOptions

    listening = ServerOptions(where.host, where.port, token, options.certificate, options.key)
    cluster = ClusterOptions(options.address, options.workers, options.device, options.precision)
    try:
        asyncio.run(_serve(listening, cluster))
    except asyncio.CancelledError:
        pass
    except ConnectionError as error:
        raise CommandError(
            f"The Ray cluster at {options.address} does not answer, or asks for another token."
        ) from error
    print("The server has ended.")
    return 0


def _token(file: Path | None) -> str | None:
    token = read_token(file)
    if token and (len(token) < SHORTEST_TOKEN or not token.isascii() or not token.isprintable()):
        raise CommandError(
            f"The token must have {SHORTEST_TOKEN} characters at least, all of them ASCII."
        )
    return token or None


def _listening(options: ServeOptions, token: str | None) -> PoolAddress:
    """Where to listen. Raises CommandError for an address that is none, and for one that other
    computers can reach, without token or certificate."""
    try:
        where = PoolAddress.parsed(options.listen)
    except PoolError as error:
        raise CommandError(str(error)) from error
    if (options.certificate is None) != (options.key is None):
        raise CommandError("Give both --certificate and --key, or neither.")
    if is_local(where.host):
        return where
    if token is None:
        raise CommandError(
            f"Other computers can reach {where.host}: give a token that they must send, with "
            f"--token-file or the variable {TOKEN_VARIABLE}."
        )
    if options.certificate is None:
        raise CommandError(
            f"Other computers can reach {where.host}, and the token would cross the network "
            "readable: give a certificate with --certificate and --key."
        )
    return where


def _check_ray(address: str | None) -> None:
    """Raise CommandError for a Ray cluster of several computers without Ray's token and TLS."""
    if address is None or address == "auto" or is_local(address.rpartition(":")[0]):
        return
    env = os.environ
    has_tls = env.get("RAY_USE_TLS") == "1" and all(map(env.get, TLS_VARIABLES))
    if env.get("RAY_AUTH_MODE") != "token" or not has_tls:
        raise CommandError(
            "Whoever reaches a Ray cluster can run programs on it. Start all of its computers, and "
            "this command, with RAY_AUTH_MODE=token, RAY_USE_TLS=1, "
            f"{', '.join(TLS_VARIABLES)}; see the manual."
        )


async def _serve(listening: "ServerOptions", options: "ClusterOptions") -> None:
    """Serve until the task is cancelled, by Ctrl+C or by the system."""
    from glide_studio.pool.engines import cluster
    from glide_studio.pool.queueing import Pool
    from glide_studio.pool.server import PoolServer, Server

    pool = Pool()
    server = Server(PoolServer(pool, listening.token), listening)
    with cluster(options) as found:
        task = asyncio.current_task()
        assert task is not None
        for number in (signal.SIGINT, signal.SIGTERM):  # in place of Ray's
            with suppress(NotImplementedError):  # on Windows
                asyncio.get_running_loop().add_signal_handler(number, task.cancel)
        try:
            await pool.open(found)
            async with server.running() as serving:
                print(
                    f"Computing for others at {listening.host}:{server.port}, engines: "
                    f"{pool.ready} ({', '.join(dict.fromkeys(pool.devices))}). Ctrl+C ends it.",
                    flush=True,
                )
                await asyncio.shield(serving)
        finally:
            await pool.close()


def _is_installed(name: str) -> bool:
    return importlib.util.find_spec(name) is not None
