"""`glide-studio bench`: measures each group in a fresh process and reports on all of them.

In a process of its own a group has its own peak memory, and start-up times are real.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from glide_studio.bench.machine import describe
from glide_studio.bench.results import (
    BLEND_LIMITS,
    BUSY_LIMITS,
    FILE_LIMITS,
    JOURNAL,
    LARGE_LIMITS,
    LAYER_LIMITS,
    BenchError,
    Measurement,
    read_run,
    table,
)
from glide_studio.folders import DATA_VARIABLE, precision_file

NETWORKS = (
    "base_step",
    "upsample_step",
    "base_inpaint_step",
    "upsample_inpaint_step",
    "picture_normal",
)
STARTUP = ("window_up", "first_preview", "start_to_preview", "start_to_picture")
IDLE, HISTORY, BESIDE = "idle_memory", "history_100_strokes", "beside_others"
POOL = "pool"
EDITS = ("edit_1k", "edit_2k", "edit_4k", "edit_8k")
GROUPS = (
    NETWORKS,
    STARTUP,
    (IDLE,),
    tuple(BUSY_LIMITS),
    tuple(LARGE_LIMITS),
    tuple(FILE_LIMITS),
    (JOURNAL,),
    tuple(LAYER_LIMITS),
    tuple(BLEND_LIMITS),
    EDITS,
    (HISTORY,),
    (BESIDE,),
    (POOL,),
)
"""The measurements that are made together in one process."""

STARTUP_RUNS, QUICK_STARTUP_RUNS = 3, 2
"""The number of processes for `STARTUP`, whose result is the median; one for all others."""

LONG = (*LARGE_LIMITS, *FILE_LIMITS, JOURNAL, BESIDE, POOL)
"""Measurements that a quick run leaves out unless they are named."""


@dataclass
class Report:
    """The results of the processes, and one sentence for each that failed."""

    results: list[Measurement] = field(default_factory=list)
    ceilings: list[dict[str, Any]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def bench(
    only: Sequence[str] | None, quick: bool, compare: Path | None, as_json: bool
) -> list[str]:
    """Measure what `only` names, or all, and print it; returns a sentence for each failed group.

    `compare` is the file of an earlier run. Raises BenchError for an unknown name and for a file
    that is not such a run.
    """
    names = _chosen(only, quick)
    earlier = {} if compare is None else read_run(compare)
    report = _measured(names, quick)
    if as_json:
        results = [result.to_dict() for result in report.results]
        found = {"machine": describe(), "ceilings": report.ceilings, "results": results}
        print(json.dumps(found))
    else:
        _print_report(report, earlier)
    return report.failures


def print_measured_here(only: Sequence[str] | None, quick: bool, started: float) -> None:
    """Measure in this process, which began at the `time.time` of `started`, and print JSON."""
    print(json.dumps(asdict(_measured_here(_chosen(only, quick), quick, started))))


def _chosen(only: Sequence[str] | None, quick: bool) -> set[str]:
    """The measurements that are named, or all of them; if quick, without those that take long."""
    known = [name for group in GROUPS for name in group]
    if only is None:
        return set(known) - set(LONG if quick else ())
    for name in only:
        if name not in known:
            raise BenchError(f"“{name}” is not measured: choose from {', '.join(known)}.")
    return set(only)


def _measured_here(names: AbstractSet[str], quick: bool, started: float) -> Report:
    """Measure `names`. Modules that only other measurements need are not imported, since that would
    take time and memory."""
    results, found = [], []
    if names & set(NETWORKS):
        from glide_studio.bench import measure, networks

        results += networks.measure(quick, names)
        found = [asdict(ceiling) for ceiling in measure.ceilings()]
    if names & {*STARTUP, IDLE}:
        from glide_studio.bench import startup

        results += startup.measure(names, started)
    if names & {*BUSY_LIMITS, *LARGE_LIMITS}:
        from glide_studio.bench import window

        results += window.measure(quick, names)
    if names & {*FILE_LIMITS, JOURNAL}:
        from glide_studio.bench import files

        results += files.measure(quick, names) if names & FILE_LIMITS.keys() else []
        results += [files.measure_journal(quick)] if JOURNAL in names else []
    if names & LAYER_LIMITS.keys():
        from glide_studio.bench import layers

        results += layers.measure(quick, names)
    if names & {*EDITS, HISTORY}:
        from glide_studio.bench import growth

        results += growth.measure(quick, names)
    if names & set(BLEND_LIMITS):
        from glide_studio.bench import blending

        results += blending.measure(names)
    if BESIDE in names:
        from glide_studio.bench import beside

        results.append(beside.measure(quick))
    if POOL in names:
        from glide_studio.bench import pool

        results += pool.measure(quick)
    return Report(results, found)


def _measured(names: AbstractSet[str], quick: bool) -> Report:
    report = Report()
    for group in GROUPS:
        wanted = [name for name in group if name in names]
        if not wanted:
            continue
        if sys.stderr.isatty():
            print(f"measuring {', '.join(wanted)} …", file=sys.stderr)
        startup_runs = QUICK_STARTUP_RUNS if quick else STARTUP_RUNS
        runs = [_child(wanted, quick) for _ in range(startup_runs if group == STARTUP else 1)]
        report.ceilings += runs[0].ceilings
        report.results += _middle(run.results for run in runs)
        report.failures += sorted({failure for run in runs for failure in run.failures})
    return report


def _child(names: Sequence[str], quick: bool) -> Report:
    """Measure `names` in a fresh process of this program, whose data are not the user's: unsaved
    work to be recovered would wait for an answer."""
    words = ["bench", "--here", "--json", "--only", ",".join(names)]
    words += ["--quick"] if quick else []
    words += ["--started", repr(time.time())]
    with tempfile.TemporaryDirectory() as folder:
        if precision_file().is_file():  # so that it need not be measured again
            shutil.copy(precision_file(), folder)
        done = subprocess.run(
            [sys.executable, "-m", "glide_studio", *words],
            env=_environment() | {DATA_VARIABLE: folder},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode == 0:
        found = json.loads(done.stdout)
        return Report([Measurement(**result) for result in found["results"]], found["ceilings"])
    reason = (done.stderr.strip().splitlines() or [f"exit status {done.returncode}"])[-1]
    reason = reason.removeprefix("glide-studio: ")
    return Report(failures=[f"Could not measure {', '.join(names)}: {reason}"])


def _environment() -> dict[str, str]:
    """The environment for a process; without a display its window is drawn offscreen."""
    environment = dict(os.environ)
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & environment.keys():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment


def _middle(runs: Iterable[Sequence[Measurement]]) -> list[Measurement]:
    """The median of each figure over several runs; of two runs, the lower one."""
    return [_middle_of(same) for same in zip(*(run for run in runs if run), strict=True)]


def _middle_of(same: Sequence[Measurement]) -> Measurement:
    seconds = [result.seconds for result in same if result.seconds is not None]
    peaks = [result.peak_mb for result in same if result.peak_mb is not None]
    return replace(
        same[0],
        seconds=statistics.median_low(seconds) if seconds else None,
        peak_mb=statistics.median_low(peaks) if peaks else None,
    )


def _print_report(report: Report, earlier: dict[str, dict[str, Any]]) -> None:
    for key, value in describe().items():
        if value is not None:
            print(f"{key.replace('_', ' '):13}{value}")
    for ceiling in report.ceilings:
        print("ceiling      " + "  ".join(f"{key} {_short(ceiling[key])}" for key in ceiling))
    if report.results:
        print(f"\n{table(report.results, earlier)}")


def _short(value: Any) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)
