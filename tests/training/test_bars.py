from typing import Any

import pytest

from glide_studio.training.bars import Bar, bars


def test_a_missed_target_says_by_how_much() -> None:
    assert Bar("noun match", 0.85, 0.8).reached
    assert "missed by 0.30" in str(Bar("noun match", 0.5, 0.8))
    assert Bar("seconds", 7, 8, falling=True).reached
    assert "missed by 1.00" in str(Bar("seconds", 9, 8, falling=True))


def figures_with(path: str, value: float | None) -> dict[str, Any]:
    """Figures that reach every bar, but for the one at `path`, such as "seen.noun"."""
    match = {"noun": 0.96, "colour": 1.0, "place": 1.0}
    figures: dict[str, Any] = {
        "seen": dict(match),
        "held_out": dict(match),
        "independent": {"noun": 0.96, "noun_real": 0.97},
        "inpaint": [
            {"noun": 0.9, "noun_real": 0.86, "ground": 8.0, "seam_blended": 1.1} for _ in range(4)
        ],
        "upsampling": {"psnr": 31.0, "psnr_bicubic": 30.0, "edges": 0.8, "edges_bicubic": 0.3},
        "seconds_per_picture": 1.0,
        "megabytes": 31.0,
    }
    *parents, name = path.split(".")
    changed = figures
    for parent in parents:
        changed = changed[parent]
    (changed[2] if isinstance(changed, list) else changed)[name] = value
    return figures


@pytest.mark.parametrize(
    ("bar", "path", "misses", "reaches"),
    [
        ("noun match", "seen.noun", 0.94, 0.95),
        ("colour match", "seen.colour", 0.94, 0.95),
        ("place match", "seen.place", 0.94, 0.95),
        ("noun match, independent judge, of real scenes'", "independent.noun", 0.92, 0.93),
        ("noun: held-out pairs below seen ones by", "held_out.noun", 0.9, 0.92),
        ("colour: held-out pairs below seen ones by", "held_out.colour", 0.94, 0.96),
        ("place: held-out pairs below seen ones by", "held_out.place", 0.94, 0.96),
        ("object appears in masks of 5 to 40%", "inpaint.noun", 0.84, 0.85),
        ("the same, of real objects in these masks", "inpaint.noun_real", 0.96, 0.94),
        ("ground in masks off the ring, levels", "inpaint.ground", 12.5, 12.0),
        ("ground in masks off the ring, levels", "inpaint.ground", None, 11.0),
        ("seam over the steps beside it", "inpaint.seam_blended", 1.4, 1.3),
        ("seam over the steps beside it", "inpaint.seam_blended", None, 1.0),
        ("seconds for a picture", "seconds_per_picture", 1.6, 1.5),
        ("megabytes of weights", "megabytes", 43.0, 42.0),
    ],
)
def test_each_bar_is_missed_and_reached_alone(
    bar: str, path: str, misses: float | None, reaches: float
) -> None:
    """Of inpainting, one of four sizes of mask decides."""
    missed = [each.name for each in bars(figures_with(path, misses)) if not each.reached]
    assert missed == [bar]
    assert all(each.reached for each in bars(figures_with(path, reaches)))
