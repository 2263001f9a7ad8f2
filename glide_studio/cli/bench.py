"""The command that measures the program."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from glide_studio.cli.options import (
    FAILED,
    CommandError,
    command,
    complain,
    flag,
    option,
    real,
)

DESCRIPTION = """\
Measure the speed and memory use of the program on this machine: seconds per
step and per picture, peak memory, the time from launch to the window, to the
first preview and to the finished picture, how promptly the window responds
while a picture is generated, and how the cost of an edit grows with the size
of the picture.

Close other programs first. In the table, "limit" is what the program promises,
"baseline" the same network without optimizations, and "ceiling" the most that
the machine can compute."""

EXAMPLES = """\
examples:
  glide-studio bench --quick
  glide-studio bench --json > today.json
  glide-studio bench --compare today.json --only window_up,edit_8k"""


@dataclass(frozen=True)
class BenchOptions:
    """With `here`, measure in this process, which began at the `time.time` of `started`."""

    json: bool = flag("print one JSON object: machine, ceilings and results")
    compare: Path | None = option(
        metavar="FILE",
        type=Path,
        help="show the results beside those of an earlier run, saved with --json",
    )
    only: tuple[str, ...] | None = option(
        metavar="NAME,...",
        type=lambda text: tuple(text.split(",")),
        help="measure only these (default: all)",
    )
    quick: bool = flag(
        "take less than three minutes: less precise, and without large pictures unless named"
    )
    here: bool = flag(argparse.SUPPRESS)
    started: float = option(type=real, default=0.0, help=argparse.SUPPRESS)


@command(
    "bench",
    BenchOptions,
    help="measure speed and memory use on this machine",
    description=DESCRIPTION,
    epilog=EXAMPLES,
)
def run_bench(options: BenchOptions) -> int:
    from glide_studio.bench.command import bench, print_measured_here
    from glide_studio.bench.results import BenchError

    try:
        if options.here:
            print_measured_here(options.only, options.quick, options.started)
            return 0
        failures = bench(options.only, options.quick, options.compare, options.json)
    except BenchError as error:
        raise CommandError(str(error)) from error
    for failure in failures:
        complain(failure)
    return FAILED if failures else 0
