"""Hours of work need no more memory than the first minutes."""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes import ROOT

MAX_GROWTH = 1.02
WARM_UP = 0.3
"""Of the rounds: caches, the list of ended runs and the heap reach their size."""


@pytest.mark.soak
@pytest.mark.timeout(0)
@pytest.mark.parametrize("engine", ["fake", "real"])
def test_memory_does_not_grow_with_the_work(
    engine: str, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    seconds = 60 * float(pytestconfig.getoption("minutes")) / 2
    homes = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("DATA", "CONFIG", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.soaked_studio", str(seconds), str(tmp_path), engine],
        cwd=ROOT,
        env=os.environ | homes | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=seconds + 600,
    )
    assert done.returncode == 0, done.stderr
    samples = [json.loads(line)[1] for line in done.stdout.splitlines()]
    warm = samples[int(WARM_UP * len(samples)) :]
    assert len(warm) >= 8, "too few rounds to tell: give more --minutes"
    quarter = len(warm) // 4
    before, after = statistics.median(warm[:quarter]), statistics.median(warm[-quarter:])
    assert after <= MAX_GROWTH * before, [round(size / 1e6, 1) for size in samples]
