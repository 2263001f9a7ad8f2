"""Fills by each ground of a blend, side by side."""

from pathlib import Path

import numpy as np

from glide_studio.core.document.blend import Ground
from glide_studio.engine import Models
from glide_studio.training.blends import CELL, blend_figures, blend_sheet, blend_table, blended
from glide_studio.training.vocabulary import SMALL_VOCABULARY


def test_every_fill_is_shown_by_each_ground_with_its_seam(models: Models, pack_path: Path) -> None:
    said: list[str] = []
    fills = list(blended(models, pack_path, SMALL_VOCABULARY, 4, said.append))
    assert len(fills) == len(said) == 4
    prompts = [fill.result.request.settings.prompt for fill in fills]
    assert [bool(prompt) for prompt in prompts] == [True, True, True, False]
    for fill, (texts, pictures) in zip(fills, blend_sheet(fills), strict=True):
        assert sum("*" in text for text in texts) == 1  # the proposed one
        assert all(picture.shape == (CELL, CELL, 3) for picture in pictures)
        assert len(texts) == len(pictures) == (4 if "keep" in " ".join(texts) else 3)
        assert not np.array_equal(pictures[0], pictures[1])
        assert fill.edit.blend.ground is not Ground.KEEP or fill.result.matte is not None
    figures = blend_figures(fills)
    assert {"objects, match", "removals, as made", "removals, proposed"} < figures.keys()
    assert figures["removals, keep"]["seam"] is None
    assert len(blend_table(figures).splitlines()) == len(figures) + 1
