"""The options of commands that can run on a cluster, and the connection to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from glide_studio.cli.options import CommandError, option
from glide_studio.pool.client import TOKEN_VARIABLE, PoolAddress, PoolClient, token_in


@dataclass(frozen=True)
class PoolOptions:
    """The cluster to run on, if any."""

    pool: str | None = option(
        metavar="HOST:PORT",
        help="run on the cluster of “glide-studio serve” at this address, instead of this computer",
    )
    token_file: Path | None = option(
        metavar="FILE",
        type=Path,
        help=f"a file with the cluster's token (default: the variable {TOKEN_VARIABLE})",
    )
    pool_certificate: str = option(
        metavar="PEM",
        default="",
        help="the certificate of a cluster that no public authority vouches for",
    )


@contextmanager
def pool_of(options: PoolOptions) -> Iterator[PoolClient | None]:
    """The connection to the cluster; None for this computer. Raises PoolError for an address that
    is none, and CommandError for a token that cannot be read."""
    if options.pool is None:
        yield None
        return
    token = read_token(options.token_file)
    client = PoolClient(PoolAddress.parsed(options.pool, token, options.pool_certificate))
    try:
        yield client
    finally:
        client.close()


def read_token(file: Path | None) -> str:
    """The token in a file, or else in the environment; "" for none. Raises CommandError."""
    try:
        return token_in(file)
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"The token cannot be read from “{file}”: {error}.") from error
