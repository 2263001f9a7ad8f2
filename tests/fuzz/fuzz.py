"""Fuzzes one target, guided by coverage: python -m tests.fuzz.fuzz TARGET SECONDS [FOLDER]

Inputs that a target cannot stand are written to FOLDER, by default the working directory; those
that were mended are kept in `faults/TARGET/`, which the tests read.
"""

import hashlib
import logging
import os
import sys
import tempfile
import warnings
from pathlib import Path

import atheris

SLOWEST = 8
"""Seconds that one input may take, under instrumentation."""

MEMORY = 2_500
"""MB that the whole process may take."""


def main(name: str, seconds: str, folder: str = ".") -> None:
    """Run until the time is over, or until a fault is found."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with atheris.instrument_imports(include=["glide_studio", "psd_tools"]):
        from tests.fuzz.targets import TARGETS
    target = TARGETS[name]
    logging.disable()
    warnings.simplefilter("ignore")
    for number, seed in enumerate(target.seeds()):
        Path(folder, f"seed-{number}").write_bytes(seed)

    def once(data: bytes) -> None:
        try:
            target.run(data)
        except target.declared:
            return
        except BaseException:
            Path(folder, f"fault-{hashlib.sha1(data).hexdigest()[:12]}").write_bytes(data)
            raise

    with tempfile.TemporaryDirectory() as corpus:
        for path in Path(folder).glob("seed-*"):
            path.rename(Path(corpus, path.name))
        options = (
            f"-max_total_time={seconds}",
            f"-timeout={SLOWEST}",
            f"-rss_limit_mb={MEMORY}",
            "-max_len=20000",
            "-print_final_stats=1",
            "-verbosity=1",
            f"-artifact_prefix={folder}/",
        )
        atheris.Setup([sys.argv[0], *options, corpus], once)
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
