"""`glide-studio bench`: measures each group in a fresh process and reports on all of them.

In a process of its own a group has its own peak memory, and start-up times are real.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from glide_studio.bench.machine import describe
from glide_studio.bench.results import BenchError, Measurement, read_run, table

Measure = Callable[[bool, AbstractSet[str], float], list[Measurement]]
"""Takes whether to be quick, the names to measure, and the time at which the process started."""

NETWORKS = (
    "base_step",
    "upsample_step",
    "base_inpaint_step",
    "upsample_inpaint_step",
    "picture_normal",
)


@dataclass(frozen=True)
class Group:
    """What one process measures; the result is the median of `runs` processes."""

    names: tuple[str, ...]
    measure: Measure
    runs: int = 1


@dataclass
class Report:
    """The results of the processes, and one sentence for each that failed."""

    results: list[Measurement] = field(default_factory=list)
    ceilings: list[dict[str, Any]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """The object that --json prints, without the machine."""
        return {
            "ceilings": self.ceilings,
            "results": [result.to_dict() for result in self.results],
        }


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
        print(json.dumps({"machine": describe()} | report.to_dict()))
    else:
        _print_report(report, earlier)
    return report.failures


def print_measured_here(only: Sequence[str] | None, quick: bool, started: float) -> None:
    """Measure in this process, which began at the `time.time` of `started`, and print JSON."""
    print(json.dumps(_measured_here(_chosen(only, quick), quick, started).to_dict()))


def _networks(quick: bool, names: AbstractSet[str], started: float) -> list[Measurement]:
    from glide_studio.bench.networks import measure

    return measure(quick, set(names))


def _ceilings() -> list[dict[str, Any]]:
    from glide_studio.bench.ceilings import ceilings

    return [asdict(ceiling) for ceiling in ceilings()]


def _startup(quick: bool, names: AbstractSet[str], started: float) -> list[Measurement]:
    from glide_studio.bench.startup import measure

    return measure(names, started)


def _idle(quick: bool, names: AbstractSet[str], started: float) -> list[Measurement]:
    from glide_studio.bench.startup import measure_idle

    return [measure_idle()]


def _window(quick: bool, names: AbstractSet[str], started: float) -> list[Measurement]:
    from glide_studio.bench.window import measure

    return measure(quick, names)


def _large(quick: bool, names: AbstractSet[str], started: float) -> list[Measurement]:
    from glide_studio.bench.large import measure

    return measure(quick, names)


def _edits(quick: bool, names: AbstractSet[str], started: float) -> list[Measurement]:
    from glide_studio.bench.growth import measure_edits

    return measure_edits(quick, names)


def _history(quick: bool, names: AbstractSet[str], started: float) -> list[Measurement]:
    from glide_studio.bench.growth import measure_history

    return [measure_history()]


def _beside_others(quick: bool, names: AbstractSet[str], started: float) -> list[Measurement]:
    from glide_studio.bench.beside import measure_beside_others

    return [measure_beside_others(quick)]


STARTUP = ("window_up", "first_preview", "start_to_preview", "start_to_picture")
WINDOW = (
    "event_loop_gap_p99_ms",
    "event_loop_gap_max_ms",
    "dab_p99_ms",
    "zoom_frame_p99_ms",
    "pan_frame_p99_ms",
)
LARGE = (
    "generate_gap_max_ms",
    "mask_command_gap_max_ms",
    "turned_zoom_frame_p99_ms",
    "compare_frame_p99_ms",
    "candidates_gap_max_ms",
)
GROUPS = (
    Group(NETWORKS, _networks),
    Group(STARTUP, _startup, runs=3),
    Group(("idle_memory",), _idle),
    Group(WINDOW, _window),
    Group(LARGE, _large),
    Group(("edit_1k", "edit_2k", "edit_4k", "edit_8k"), _edits),
    Group(("history_100_strokes",), _history),
    Group(("beside_others",), _beside_others),
)
LONG = (*LARGE, "beside_others")
"""What a quick run leaves out, unless it is asked for by name."""


def _chosen(only: Sequence[str] | None, quick: bool) -> set[str]:
    """What is asked for by name, or all; if quick, without what takes long."""
    known = [name for group in GROUPS for name in group.names]
    if only is None:
        return set(known) - set(LONG if quick else ())
    for name in only:
        if name not in known:
            raise BenchError(f"“{name}” is not measured: choose from {', '.join(known)}.")
    return set(only)


def _measured_here(names: AbstractSet[str], quick: bool, started: float) -> Report:
    report = Report()
    for group in GROUPS:
        if wanted := names & set(group.names):
            report.results += group.measure(quick, wanted, started)
    if names & set(NETWORKS):
        report.ceilings = _ceilings()
    return report


def _measured(names: AbstractSet[str], quick: bool) -> Report:
    report = Report()
    for group in GROUPS:
        wanted = [name for name in group.names if name in names]
        if not wanted:
            continue
        if sys.stderr.isatty():
            print(f"measuring {', '.join(wanted)} …", file=sys.stderr)
        runs = [_child(wanted, quick) for _ in range(min(group.runs, 2) if quick else group.runs)]
        report.ceilings += runs[0].ceilings
        report.results += _middle(run.results for run in runs)
        report.failures += sorted({failure for run in runs for failure in run.failures})
    return report


def _child(names: Sequence[str], quick: bool) -> Report:
    """Measure `names` in a fresh process of this program."""
    words = ["bench", "--here", "--json", "--only", ",".join(names)]
    words += ["--quick"] if quick else []
    words += ["--started", repr(time.time())]
    done = subprocess.run(
        [sys.executable, "-m", "glide_studio", *words],
        env=_environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode == 0:
        return _parsed(done.stdout)
    reason = (done.stderr.strip().splitlines() or [f"exit status {done.returncode}"])[-1]
    reason = reason.removeprefix("glide-studio: ")
    return Report(failures=[f"Could not measure {', '.join(names)}: {reason}"])


def _parsed(text: str) -> Report:
    found = json.loads(text)
    results = [Measurement.from_dict(values) for values in found["results"]]
    return Report(results, found["ceilings"])


def _environment() -> dict[str, str]:
    """The environment for a process; without a display its window is drawn offscreen."""
    environment = dict(os.environ)
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & environment.keys():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment


def _middle(runs: Iterable[Sequence[Measurement]]) -> list[Measurement]:
    """The median of each figure over several runs, of two the lower."""
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
