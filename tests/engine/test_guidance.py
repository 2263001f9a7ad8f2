"""Guidance by any classifier, through the example that CONTRIBUTING gives."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from glide_studio.core.geometry import Rect
from glide_studio.core.request.request import GenerationRequest, Result
from glide_studio.core.request.settings import Settings
from glide_studio.core.request.source import Upscale
from glide_studio.engine import classifier_guide, generate
from glide_studio.engine.guidance import combined
from tests.engine.test_pipeline import PICTURE, QUICK, models

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"


def example() -> dict[str, Any]:
    """What the example defines, once it has run."""
    section = CONTRIBUTING.read_text(encoding="utf-8").split("## To guide sampling")[1]
    code = re.search(r"```python\n(.*?)```", section, re.DOTALL)
    assert code is not None
    names: dict[str, Any] = {"__name__": "example"}
    exec(compile(code[1], str(CONTRIBUTING), "exec"), names)
    return names


def brightness(results: list[Result]) -> float:
    (result,) = results
    return float(result.picture.mean())


def test_the_example_makes_pictures_darker_and_brighter() -> None:
    made = example()
    darker, plain, brighter = (brightness(made[name]) for name in ("darker", "plain", "brighter"))
    assert darker < plain - 5 < plain + 5 < brighter


def test_the_guide_is_the_slope_of_the_score_of_each_sample() -> None:
    asked = []

    def score(x_t: Tensor, timesteps: Tensor) -> Tensor:  # its slope is timestep * x_t
        asked.append(timesteps.tolist())
        return (timesteps[:, None, None, None] * x_t**2 / 2).sum(dim=(1, 2, 3))

    x = torch.randn(2, 3, 4, 4)
    with torch.no_grad():
        gradient = classifier_guide(score, 0.5)(x, 30)
    torch.testing.assert_close(gradient, 0.5 * 30 * x)
    assert asked == [[30, 30]]
    twice = combined(classifier_guide(score, 0.5), classifier_guide(score, 1.0))
    assert twice is not None
    torch.testing.assert_close(twice(x, 10), 15 * x)


def test_a_guide_of_nothing_changes_no_byte() -> None:
    asked: list[int] = []

    def guide(x_t: Tensor, timestep: int) -> Tensor:
        asked.append(timestep)
        return torch.zeros_like(x_t)

    (plain,) = (e for e in generate(models(), QUICK) if isinstance(e, Result))
    (same,) = (e for e in generate(models(), QUICK, guide=guide) if isinstance(e, Result))
    assert np.array_equal(plain.picture, same.picture)
    assert len(asked) == 2  # of the three steps of the base, not that of noise alone


def test_upscaling_has_nothing_to_guide() -> None:
    request = GenerationRequest(
        Settings("", "tiny", upsample=QUICK.settings.upsample),
        Upscale(PICTURE),
        Rect(0, 0, 256, 256),
    )
    with pytest.raises(ValueError, match="no base"):
        list(generate(models(), request, guide=lambda x_t, _: torch.zeros_like(x_t)))
