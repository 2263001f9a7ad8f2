"""How often an inpainting shows the object that its prompt names, by the size of the mask, with the
region that the program chooses around the mask and with the whole picture."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.document import Document
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import Result
from glide_studio.engine import generate
from glide_studio.training.captions import Words
from glide_studio.training.evaluation import Evaluator
from glide_studio.training.inpainting import CROP, Hole, Inpainter, photographs
from glide_studio.training.judge import around

HIT_SHARES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.6)
SMALL = 0.1
"""Masks of a smaller share are those whose misses the region around them is to halve."""

_SEED = 0x68697473


@dataclass(frozen=True)
class HitRate:
    """Shares, 0 to 1, in which the judge finds the noun of the prompt in finished pictures with
    masks of `mask_share`.

    `around`: the model saw the program's region around the mask; `whole`: it saw the whole picture;
    `blank`: the photographs before.
    """

    mask_share: float
    around: float
    whole: float
    blank: float
    pictures: int


def hit_rates(evaluator: Evaluator) -> list[HitRate]:
    """The figures for each of HIT_SHARES; `evaluator` has the model, the judge and the number of
    pictures for each."""
    found = []
    words = evaluator.words(pictures=len(HIT_SHARES) * evaluator.pictures)
    inpainter = Inpainter(evaluator.models, evaluator.default)
    for number, share in enumerate(HIT_SHARES):
        rng = np.random.default_rng((_SEED, number))
        some = words[number * evaluator.pictures :][: evaluator.pictures]
        holes = inpainter.holes(photographs(evaluator.recipe, rng), some, share, rng)
        evaluator.report(f"masks of {share:.0%}: {len(holes)} pictures, twice")
        whole = [
            inpainter.hole(_wholly_seen(hole.document), hole.words, share, seed)
            for seed, hole in enumerate(holes)
        ]
        seen = (
            [_filled(evaluator, hole) for hole in holes],
            [_filled(evaluator, hole) for hole in whole],
            [_close_up(hole, hole.document) for hole in holes],
        )
        near, wide, before = (_hits(evaluator, pictures, some) for pictures in seen)
        found.append(HitRate(share, near, wide, before, len(holes)))
        evaluator.report(f"found {near:.0%}, with the whole picture {wide:.0%}")
    return found


def _wholly_seen(document: Document) -> Document:
    """A masked document whose model sees all of it."""
    return replace(document, region=document.extent.bounds.squared())


def _filled(evaluator: Evaluator, hole: Hole) -> Pixels:
    """What the judge sees of a hole once the program has filled it and laid the fill in."""
    events = generate(evaluator.models, hole.request)
    (result,) = (event for event in events if isinstance(event, Result))
    return _close_up(hole, accept(hole.document, result))


def _close_up(hole: Hole, document: Document) -> Pixels:
    """The mask of a hole and a little of its surroundings in `document`."""
    mask = hole.document.mask.read(document.extent.bounds)
    return around(np.ascontiguousarray(document.composite()[..., :3]), mask, CROP)


def _hits(evaluator: Evaluator, pictures: list[Pixels], words: list[Words]) -> float:
    right = evaluator.judge.right(pictures, words)
    return float(right["noun"].float().mean())


def hit_figures(rates: Sequence[HitRate]) -> dict[str, Any]:
    """The rates, and the share of misses in all masks below SMALL, with and without the region."""
    small = [rate for rate in rates if rate.mask_share < SMALL]
    return {
        "rates": [asdict(rate) for rate in rates],
        "misses_below": SMALL,
        "misses_around": 1 - float(np.mean([rate.around for rate in small])),
        "misses_whole": 1 - float(np.mean([rate.whole for rate in small])),
    }


def hit_table(figures: dict[str, Any]) -> str:
    """The figures, one size of mask a line."""
    lines = [f"{'mask':>6}{'region around it':>18}{'whole picture':>15}{'before':>8}"]
    for rate in figures["rates"]:
        cells = rate["mask_share"], rate["around"], rate["whole"], rate["blank"]
        widths = (6, 18, 15, 8)
        row = zip(cells, widths, strict=True)
        lines.append("".join(f"{cell:>{width}.0%}" for cell, width in row))
    lines.append(
        f"misses below {figures['misses_below']:.0%}: {figures['misses_around']:.0%} with the "
        f"region around the mask, {figures['misses_whole']:.0%} with the whole picture"
    )
    return "\n".join(lines)
