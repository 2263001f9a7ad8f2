"""Evaluation of how fills blend into photographs with each ground, in figures and pictures."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path

import numpy as np
from scipy.stats import gmean  # type: ignore[import-untyped]

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.blend import Blend, Ground
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.proposing import blend_for, has_object, proposed, seam_of
from glide_studio.core.request.request import Result
from glide_studio.core.request.settings import Settings
from glide_studio.engine import Models, generate
from glide_studio.training.captions import Subject, Words
from glide_studio.training.inpainting import (
    MASK_SHARES,
    Hole,
    Inpainter,
    object_of_colour,
    photographs,
)
from glide_studio.training.pack import Pack
from glide_studio.training.scenes import SceneRecipe
from glide_studio.training.sheets import Row, framed, outlined, surroundings
from glide_studio.training.vocabulary import COLOURS, Vocabulary

CELL = 224
_SEED = 0x626C656E
_SIZE = 256

_ORDER = (Ground.AS_MADE, Ground.MATCH, Ground.KEEP)
_REMOVALS = 4
"""Every fourth picture has an empty prompt."""


@dataclass(frozen=True)
class Blended:
    """A finished fill of a hole, as an edit with the blend that the program proposes."""

    hole: Hole
    result: Result
    edit: Edit

    def seam(self, blend: Blend) -> float | None:
        """The seam with a blend, where the object is what has the colour of its prompt."""
        colour = self.hole.words.subject.colour if self.result.request.settings.prompt else ""
        return seam_of(
            replace(self.edit, blend=blend), lambda picture: object_of_colour(picture, colour)
        )


def blended(
    models: Models,
    pack: Path,
    vocabulary: Vocabulary,
    pictures: int,
    report: Callable[[str], None],
) -> Iterator[Blended]:
    """The program's fills of masks of each of MASK_SHARES in turn; every fourth is a removal."""
    rng = np.random.default_rng(_SEED)
    recipe = SceneRecipe(
        Pack(pack, set(vocabulary.nouns.values()), vocabulary.styles, _SIZE), vocabulary, _SIZE
    )
    nouns = rng.choice(list(vocabulary.nouns), pictures, replace=pictures > len(vocabulary.nouns))
    colours = cycle(name for name, colour in COLOURS.items() if colour.hue is not None)
    pairs = zip(nouns, colours, strict=False)
    words = [Words(Subject(str(noun), colour)) for noun, colour in pairs]
    settings = Settings("of no matter what", models.name)
    inpainter, photos = Inpainter(models, settings), photographs(recipe, rng)
    each = -(-pictures // len(MASK_SHARES))
    holes = [
        hole
        for number, share in enumerate(MASK_SHARES)
        for hole in inpainter.holes(photos, words[number * each :][:each], share, rng)
    ]
    for i, hole in enumerate(holes):
        prompt = hole.request.settings.prompt if i % _REMOVALS < _REMOVALS - 1 else ""
        own = replace(hole.request.settings, prompt=prompt, seed=i)
        request = replace(hole.request, settings=own)
        report(f"{i + 1} of {len(holes)}: {prompt or 'removal'}")
        (result,) = (event for event in generate(models, request) if isinstance(event, Result))
        edit = Edit.of(result, request.bounds, hole.document.extent)
        yield Blended(hole, result, proposed(edit, hole.document))


def _grounds(fill: Blended) -> list[Ground]:
    """The grounds that a fill can have: without a matte, not the picture's own."""
    return [ground for ground in _ORDER if ground is not Ground.KEEP or has_object(fill.edit)]


def blend_sheet(fills: Sequence[Blended]) -> Iterator[Row]:
    """A row for each: the photograph with its mask, then the fill by each ground, with its seam;
    the proposed one has a star."""
    for each in fills:
        prompt = each.result.request.settings.prompt or "removal"
        texts, pictures = [prompt], [outlined(each.hole, CELL)]
        for ground in _grounds(each):
            blend = blend_for(each.edit, ground)
            document = accept(each.hole.document, each.result, blend=blend)
            seam, star = each.seam(blend), " *" if blend == each.edit.blend else ""
            texts.append(f"{ground}{'' if seam is None else f' {seam:.2f}'}{star}")
            pictures.append(framed(surroundings(each.hole, document), CELL))
        yield texts, pictures


def blend_figures(fills: Sequence[Blended]) -> dict[str, dict[str, float | None]]:
    """The geometric mean of the seams, and their largest, by ground and by what is proposed;
    what has an object is apart from the removals."""
    found = {}
    for name, some in (
        ("objects", [each for each in fills if each.result.request.settings.prompt]),
        ("removals", [each for each in fills if not each.result.request.settings.prompt]),
    ):
        by_ground = {
            str(ground): [
                each.seam(blend_for(each.edit, ground)) for each in some if ground in _grounds(each)
            ]
            for ground in _ORDER
        }
        by_ground["proposed"] = [each.seam(each.edit.blend) for each in some]
        for ground, seams in by_ground.items():
            values = np.array([seam for seam in seams if seam is not None])
            found[f"{name}, {ground}"] = {
                "seam": float(gmean(values)) if values.size else None,
                "largest": float(values.max()) if values.size else None,
            }
    return found


def blend_table(figures: dict[str, dict[str, float | None]]) -> str:
    """The figures, one a line."""
    lines = [f"{'':28}{'seam':>8}{'largest':>9}"]
    for name, each in figures.items():
        cells = ("" if value is None else f"{value:.2f}" for value in each.values())
        lines.append(f"{name:28}" + "".join(f"{cell:>8} " for cell in cells))
    return "\n".join(lines)
