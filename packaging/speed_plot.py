"""Draws README's plot of the speed against the released code's arithmetic.

Measure on a quiet machine, then draw with `python packaging/speed_plot.py FILE TITLE=RUN ...`, one
run of `glide-studio bench --json --only picture_normal,base_step` for each class of machines.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from glide_studio.bench.results import read_run
from glide_studio.core.request.installed import default_model

ROOT = Path(__file__).parents[1]
OUR_COLOUR, PLAIN_COLOUR = "#3d7dd8", "#b9bfc9"


def measured(run: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[float, float]]:
    """Seconds, and those of the baseline, of each subject of the plot that a run has."""
    found = {}
    for result in run.values():
        is_starter = result["model"] == default_model().name
        if result["name"] == "picture_normal":
            subject = "picture, starter" if is_starter else "picture, full size"
        elif result["name"] == "base_step" and not is_starter and result["batch"] == 1:
            subject = "guided step, full size"
        else:
            continue
        if result["baseline_seconds"]:
            found[subject] = result["seconds"], result["baseline_seconds"]
    return found


def draw_machine(axes: Axes, title: str, seconds: Mapping[str, tuple[float, float]]) -> None:
    """A bar for each subject, as many times as fast as the baseline, whose bars are 1 long."""
    subjects = sorted(seconds, reverse=True)
    ratios = [seconds[subject][1] / seconds[subject][0] for subject in subjects]
    axes.barh(subjects, ratios, color=OUR_COLOUR, height=0.6)
    axes.axvline(1, color=PLAIN_COLOUR, linewidth=2)
    for row, (subject, ratio) in enumerate(zip(subjects, ratios, strict=True)):
        own, plain = seconds[subject]
        text = f" {ratio:.1f} times: {own:.2g} s, plainly {plain:.3g} s"
        axes.text(ratio, row, text, va="center", fontsize=9)
    axes.set_title(title, loc="left", fontsize=10)
    axes.spines[["top", "right"]].set_visible(False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("out", type=Path, metavar="FILE")
    parser.add_argument("runs", nargs="+", metavar="TITLE=RUN")
    options = parser.parse_args()
    split = [text.rpartition("=") for text in options.runs]
    machines = {title: measured(read_run(Path(path))) for title, _, path in split}
    bars = [len(seconds) for seconds in machines.values()]
    size = (8, 1 + 0.35 * sum(bars) + 0.3 * len(bars))
    figure = Figure(figsize=size, dpi=100, layout="constrained")
    every = figure.subplots(len(bars), squeeze=False, sharex=True, height_ratios=bars)[:, 0]
    for axes, (title, seconds) in zip(every, machines.items(), strict=True):
        draw_machine(axes, title, seconds)
    best = max(plain / own for each in machines.values() for own, plain in each.values())
    every[-1].set_xlim(0, 1.5 * best)  # room for the texts
    every[-1].set_xlabel("times as fast as the network computed plainly, at the notebook's steps")
    FigureCanvasAgg(figure).print_png(options.out)


if __name__ == "__main__":
    main()
