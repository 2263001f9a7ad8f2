"""A server of a pool in processes of its own, and the requests and the clients of its tests."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from glide_studio.core.geometry import Rect
from glide_studio.core.request.presets import suited
from glide_studio.core.request.request import GenerationRequest, Preview, Result
from glide_studio.core.request.source import Nothing
from glide_studio.pool.client import PoolAddress, PoolClient
from tests.fakes import settings
from tests.processes import ROOT

STARTED = re.compile(r"Computing for others at 127\.0\.0\.1:(\d+), engines: (\d+)")


class Served:
    """A server that listens on loopback, with its data in `folder`."""

    def __init__(self, process: "subprocess.Popen[str]", folder: Path) -> None:
        self.process, self.folder = process, folder
        assert process.stdout is not None
        line = process.stdout.readline()
        found = STARTED.match(line)
        assert found, line + (process.communicate(timeout=30)[1] or "")
        self.port = int(found[1])

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def client(self, token: str = "", with_steps: bool = False) -> PoolClient:
        return PoolClient(PoolAddress.parsed(self.address, token), with_steps)

    def engines(self) -> list[psutil.Process]:
        """The processes of its engines."""
        children = psutil.Process(self.process.pid).children(recursive=True)
        return [child for child in children if _title(child).startswith("ray::PoolEngine")]


@contextmanager
def serving(folder: Path, *words: object, port: int = 0, **variables: str) -> Iterator[Served]:
    """`glide-studio serve` with its data in `folder`; nothing of it is left at the end."""
    command = [sys.executable, "-m", "glide_studio", "serve", "--listen", f"127.0.0.1:{port}"]
    # Not below pytest's folder: the path of a socket must be short.
    temporary = tempfile.mkdtemp(prefix="pool-")
    process = subprocess.Popen(
        [*command, "--precision", "float32", *map(str, words)],
        env=os.environ
        | {"PYTHONPATH": str(ROOT), "GLIDE_STUDIO_DATA": str(folder)}
        | {"OMP_NUM_THREADS": "1", "TMPDIR": temporary}
        | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    family: list[psutil.Process] = []
    try:
        served = Served(process, folder)
        family = psutil.Process(process.pid).children(recursive=True)
        yield served
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        _, alive = psutil.wait_procs(family, timeout=20 if process.returncode == 0 else 1)
        left_files = [*Path(temporary).glob("glide-*")]
        shutil.rmtree(temporary, ignore_errors=True)
        left = [_title(each) for each in alive]
        for each in alive:
            each.kill()
        # After the death of the server, Ray's agents take a minute to notice.
        is_killed = process.returncode != 0
        assert is_killed or not left, f"processes were left behind: {left}"
        assert is_killed or not left_files, f"files were left behind: {left_files}"


def draft(seed: int, count: int = 1, steps: int = 2) -> GenerationRequest:
    """The quickest pictures of the starter model."""
    base = suited("ddim", str(steps))
    chosen = settings(seed=seed, count=count, base=base, upsample=None)
    return GenerationRequest(chosen, Nothing(), Rect(0, 0, 256, 256))


def results(events: Iterator[object]) -> list[Result]:
    return sorted((e for e in events if isinstance(e, Result)), key=lambda result: result.sample)


def until_preview(events: Iterator[object]) -> None:
    """Follow a run until it has begun."""
    for event in events:
        if isinstance(event, Preview):
            return


def _title(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return ""
