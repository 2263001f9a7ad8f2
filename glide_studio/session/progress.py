"""The progress of a run and the time it has left."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from glide_studio.core.modes.modes import Mode
from glide_studio.core.request.request import Preview
from glide_studio.core.request.settings import Settings


@dataclass(frozen=True)
class Progress:
    """The progress of a run.

    `phase` is "waiting" (for the engine's first step), "base" or "upsample", or "tiles" when a
    picture is upscaled; `step` counts from 1 to `total` within the phase (0 of 0 while waiting);
    `seconds_left` is None while unknown. `sample` of `count`, from 0, made the last
    step; `share` is the fraction done, 0 to 1, of all steps of all phases and samples.
    """

    phase: str
    step: int
    total: int
    seconds_left: float | None
    sample: int
    count: int
    share: float = 0.0


class ProgressClock:
    """Turns the previews of one run after another into `Progress`.

    The time of one step is measured per phase and kept for later runs, which therefore know the
    time of the upsampler from the start.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seconds_per_step: dict[str, float] = {}
        self._count = 1
        self._totals: dict[str, int] = {}
        self._done: dict[str, dict[int, int]] = {}
        self._anchors: dict[str, _Anchor] = {}

    def start(self, settings: Settings, mode: Mode) -> Progress:
        """Start a run."""
        self._count = settings.count
        self._totals = {} if mode is Mode.UPSCALE else {"base": settings.base.steps}
        if settings.upsample is not None:
            self._totals["upsample"] = settings.upsample.steps
        self._done = {phase: {} for phase in self._totals}
        self._anchors = {}
        return Progress("waiting", 0, 0, None, 0, settings.count)

    def observe(self, preview: Preview) -> Progress:
        """Count a step; previews of some steps may have been skipped.

        A step that was counted already begins the run again, as after a fault of the machine.
        """
        self._totals[preview.phase] = preview.total
        done = self._done.setdefault(preview.phase, {})
        if preview.step <= done.get(preview.sample, 0):
            self._done = {phase: {} for phase in self._totals}
            self._anchors = {}
        self._done[preview.phase][preview.sample] = preview.step
        if preview.phase == "upsample" and "base" in self._totals:
            self._done["base"][preview.sample] = self._totals["base"]
        self._measure(preview.phase)
        return Progress(
            phase=preview.phase if "base" in self._totals else "tiles",
            step=preview.step,
            total=preview.total,
            seconds_left=self._seconds_left(),
            sample=preview.sample,
            count=self._count,
            share=self._share(),
        )

    def _measure(self, phase: str) -> None:
        now, steps = self._clock(), self._done[phase].values()
        anchor = self._anchors.get(phase)
        if anchor is None or max(steps) == anchor.step:
            # The first step pays for warming up, so time counts from its end.
            self._anchors[phase] = _Anchor(now, max(steps), sum(steps))
        else:
            self._seconds_per_step[phase] = (now - anchor.time) / (sum(steps) - anchor.done)

    def _share(self) -> float:
        done = sum(sum(steps.values()) for steps in self._done.values())
        return done / (self._count * sum(self._totals.values()))

    def _seconds_left(self) -> float | None:
        seconds = 0.0
        for phase, total in self._totals.items():
            steps = self._count * total - sum(self._done[phase].values())
            if steps and phase not in self._seconds_per_step:
                return None
            seconds += steps * self._seconds_per_step.get(phase, 0.0)
        return seconds


@dataclass(frozen=True)
class _Anchor:
    """When the first step seen of a phase ended, and how many steps of all samples were done."""

    time: float
    step: int
    done: int
