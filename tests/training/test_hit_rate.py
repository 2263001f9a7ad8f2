"""How often the judge finds what was asked for, by the size of the mask."""

from pathlib import Path

import numpy as np
import pytest

from glide_studio.engine import Models
from glide_studio.training import hit_rate
from glide_studio.training.evaluation import Evaluator
from glide_studio.training.hit_rate import HitRate, hit_figures, hit_rates, hit_table
from glide_studio.training.judge import Judge
from glide_studio.training.vocabulary import SMALL_VOCABULARY


def test_each_mask_is_filled_from_its_region_and_from_the_whole_picture(
    models: Models, pack_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hit_rate, "HIT_SHARES", (0.02,))
    seen: list[list[np.ndarray]] = []

    class Watched(Judge):
        def verdict(self, pictures):  # type: ignore[no-untyped-def]
            seen.append(pictures)
            return super().verdict(pictures)

    said: list[str] = []
    judge = Watched(SMALL_VOCABULARY).eval()
    evaluator = Evaluator(models, None, judge, pack_path, SMALL_VOCABULARY, 2, said.append)
    (rate,) = hit_rates(evaluator)
    assert (rate.mask_share, rate.pictures, len(said)) == (0.02, 2, 2)
    near, whole, before = seen
    for one, other, untouched in zip(near, whole, before, strict=True):
        assert one.shape == other.shape == untouched.shape  # the same place of the photograph
        assert not np.array_equal(one, other)
        assert not np.array_equal(one, untouched)


def test_misses_are_those_of_small_masks() -> None:
    rates = [
        HitRate(0.02, 0.9, 0.5, 0.1, 8),
        HitRate(0.05, 0.7, 0.1, 0, 8),
        HitRate(0.4, 1, 1, 0, 8),
    ]
    figures = hit_figures(rates)
    assert figures["misses_around"] == pytest.approx(0.2)
    assert figures["misses_whole"] == pytest.approx(0.7)
    assert "20%" in hit_table(figures).splitlines()[-1]
    assert len(hit_table(figures).splitlines()) == 5
