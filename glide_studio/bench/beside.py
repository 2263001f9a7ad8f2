"""Measures generating a picture while other programs keep every processor busy."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from glide_studio.bench.machine import usable_cores
from glide_studio.bench.results import BenchError, Measurement
from glide_studio.core.request.installed import default_model
from glide_studio.threads import WAITING

PROMPT = "a red apple"
LIMIT = 3
"""Largest ratio to the time it takes alone; with half of every processor it would be 2."""

RUNS = 5
BUSY = """
import os
parent = os.getppid()
while os.getppid() == parent:
    pass
"""
"""Computes until it is killed, or the benchmark itself was."""


def measure(quick: bool) -> Measurement:
    """`glide-studio generate` as a whole process, alone and beside a busy process for each core."""
    cores = usable_cores()
    alone, beside = [], []
    with TemporaryDirectory() as folder:
        picture = Path(folder) / "picture.png"
        _generate(picture)  # otherwise the first one would also read its files from the disk
        for _ in range(1 if quick else RUNS):
            alone.append(_generate(picture))
            with _busy_processes(cores):
                beside.append(_generate(picture))
    seconds, baseline = statistics.median(beside), statistics.median(alone)
    return Measurement(
        "beside_others",
        seconds,
        limit=LIMIT * baseline,
        model=default_model().name,
        baseline_seconds=baseline,
        note=f"{seconds / baseline:.1f} times what it takes alone; beside {cores} busy processes",
    )


def _generate(picture: Path) -> float:
    """Seconds of the command, from the start of Python to its end. Raises BenchError."""
    environment = dict(os.environ)
    if WAITING.items() <= environment.items():  # set by this process: the command has to do it
        environment = {name: environment[name] for name in environment.keys() - WAITING.keys()}
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "glide_studio", "generate", PROMPT, "-o", picture],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    seconds = time.perf_counter() - started
    if done.returncode != 0:
        raise BenchError(f"“glide-studio generate” failed: {done.stderr.strip()}")
    return seconds


@contextmanager
def _busy_processes(count: int) -> Iterator[None]:
    """Keep `count` processors busy."""
    processes = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(count)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()
