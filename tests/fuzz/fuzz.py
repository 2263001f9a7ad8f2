"""Fuzzes one target, guided by coverage: python -m tests.fuzz.fuzz TARGET SECONDS [FOLDER]

Inputs that a target cannot stand are written to FOLDER, by default the working directory; those
that were mended are kept in `faults/TARGET/`, which the tests read.
"""

import hashlib
import itertools
import logging
import os
import signal
import sys
import time
import warnings
from pathlib import Path

import atheris
import psutil

SLOWEST = 8
"""Seconds that one input may take, under instrumentation."""

MEMORY, RESTART = 2_500, 1_500
"""MB that the whole process may take, and beyond which it begins anew: the instrumentation loses
some of what the program computes, 0.5 MB for each project."""

RUNS_BETWEEN_LOOKS = 100
"""At the memory."""


def main(name: str, seconds: str, folder: str = ".") -> None:
    """Run until the time is over, or until a fault is found; FOLDER/corpus has what was tried."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    end = time.monotonic() + int(seconds)
    with atheris.instrument_imports(include=["glide_studio", "psd_tools"]):
        from tests.fuzz.targets import TARGETS
    target = TARGETS[name]
    logging.disable()
    warnings.simplefilter("ignore")
    corpus = Path(folder, "corpus")
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        Path(corpus, f"seed-{number}").write_bytes(seed)
    runs = itertools.count(1)

    def once(data: bytes) -> None:
        try:
            target.run(data)
        except target.declared:
            pass
        except BaseException:
            Path(folder, f"fault-{hashlib.sha1(data).hexdigest()[:12]}").write_bytes(data)
            raise
        left = int(end - time.monotonic())
        if next(runs) % RUNS_BETWEEN_LOOKS == 0 and left > 0 and memory() > RESTART:
            again = [sys.executable, "-m", "tests.fuzz.fuzz", name, str(left), folder]
            signal.setitimer(signal.ITIMER_REAL, 0)  # the fuzzer's, which would end the next one
            os.execv(sys.executable, again)

    options = (
        f"-max_total_time={seconds}",
        f"-timeout={SLOWEST}",
        f"-rss_limit_mb={MEMORY}",
        "-max_len=20000",
        "-print_final_stats=1",
        "-verbosity=1",
        f"-artifact_prefix={folder}/",
    )
    atheris.Setup([sys.argv[0], *options, str(corpus)], once)
    atheris.Fuzz()


def memory() -> float:
    """MB that this process takes."""
    return float(psutil.Process().memory_info().rss / 1e6)


if __name__ == "__main__":
    main(*sys.argv[1:])
