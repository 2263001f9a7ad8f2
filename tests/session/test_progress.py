"""The estimate of the time left, on a fake clock."""

import numpy as np
import pytest

from glide_studio.core.modes.modes import Mode
from glide_studio.core.request.request import Preview
from glide_studio.core.request.settings import Sampling
from glide_studio.session.progress import ProgressClock
from tests.fakes import settings

SETTINGS = settings(
    "a cat", base=Sampling("ddim", "10"), upsample=Sampling("ddim", "fast27"), count=2
)


class Watch:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def preview(phase: str, step: int, sample: int = 0) -> Preview:
    total = 10 if phase == "base" else 27
    return Preview(phase, step, total, np.zeros((64, 64, 3), np.uint8), sample)


def run(clock: ProgressClock, watch: Watch, *phases: tuple[str, int, float]) -> float | None:
    """Take every step of both samples together; return the time left after the last."""
    left = None
    for phase, steps, seconds in phases:
        for step in range(1, steps + 1):
            watch.now += seconds
            for sample in (0, 1):
                left = clock.observe(preview(phase, step, sample)).seconds_left
    return left


def test_time_left_is_unknown_until_every_phase_is_measured() -> None:
    watch = Watch()
    clock = ProgressClock(watch)
    assert clock.start(SETTINGS, Mode.TEXT_TO_IMAGE).seconds_left is None
    assert run(clock, watch, ("base", 10, 1.0)) is None
    assert run(clock, watch, ("upsample", 1, 4.0)) is None
    watch.now += 4.0
    clock.observe(preview("upsample", 2, 0))
    left = clock.observe(preview("upsample", 2, 1)).seconds_left
    assert left == pytest.approx(25 * 4.0)


def test_later_runs_know_the_time_of_the_upsampler_and_of_a_tile() -> None:
    watch = Watch()
    clock = ProgressClock(watch)
    clock.start(SETTINGS, Mode.TEXT_TO_IMAGE)
    run(clock, watch, ("base", 10, 1.0), ("upsample", 27, 4.0))
    clock.start(SETTINGS, Mode.TEXT_TO_IMAGE)
    assert run(clock, watch, ("base", 4, 1.0)) == pytest.approx(6 * 1.0 + 27 * 4.0)
    clock.start(settings(""), Mode.UPSCALE)
    progress = clock.observe(Preview("upsample", 1, 101, np.zeros((40, 60, 3), np.uint8)))
    assert (progress.phase, progress.step, progress.total) == ("tiles", 1, 101)
    assert progress.seconds_left == pytest.approx(100 * 2.0)
    assert progress.share == pytest.approx(1 / 101)


def test_skipped_steps_count_and_no_time_is_left_at_the_end() -> None:
    watch = Watch()
    clock = ProgressClock(watch)
    draft = settings("a cat", base=Sampling("ddim", "10"), upsample=None)
    clock.start(draft, Mode.TEXT_TO_IMAGE)
    clock.observe(preview("base", 1))
    watch.now += 8.0
    progress = clock.observe(preview("base", 5))
    assert (progress.step, progress.total, progress.share) == (5, 10, 0.5)
    assert progress.seconds_left == pytest.approx(10.0)
    watch.now += 10.0
    assert clock.observe(preview("base", 10)).seconds_left == 0


def test_a_run_that_begins_again_is_counted_from_its_first_step() -> None:
    watch = Watch()
    clock = ProgressClock(watch)
    clock.start(SETTINGS, Mode.TEXT_TO_IMAGE)
    run(clock, watch, ("base", 10, 1.0), ("upsample", 5, 2.0))
    watch.now += 1
    progress = clock.observe(preview("base", 1))
    assert progress.share == 1 / 74
    # 73 steps are left: 19 of the base at 0.5 seconds each, 54 of the upsampler at one.
    assert progress.seconds_left == 19 * 0.5 + 54 * 1.0
    assert run(clock, watch, ("base", 10, 1.0), ("upsample", 27, 2.0)) == 0
