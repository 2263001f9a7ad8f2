"""Evaluation of how well a starter model follows its prompts: `glide-studio evaluate starter`."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from torch import Tensor

from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import GenerationRequest
from glide_studio.core.request.settings import Settings
from glide_studio.core.request.source import Nothing
from glide_studio.engine import Models, generate
from glide_studio.engine.clip import NoisedClip
from glide_studio.training.captions import Subject, Words, caption
from glide_studio.training.clip_trainer import best_captions
from glide_studio.training.drawing import draw
from glide_studio.training.inpainting import (
    MASK_SHARES,
    Hole,
    Inpainter,
    inpaint_match,
    photographs,
    removal_match,
)
from glide_studio.training.judge import Judge
from glide_studio.training.metrics import edge_energy, frechet_distance, precision_recall, psnr
from glide_studio.training.outlines import edges
from glide_studio.training.pack import Pack, pack_nouns
from glide_studio.training.real_objects import noun_found
from glide_studio.training.scenes import SceneRecipe
from glide_studio.training.vocabulary import COLOURS, PLACES, Vocabulary

GUIDANCE_SCALES = (1.0, 2.0, 3.0, 4.0, 6.0)
_FEWEST = 8
_CHOICES = 32
_SEED = 0x6576616C  # no training draws from it
_SIZE = 256


@dataclass(frozen=True)
class Drawn:
    """A picture of the base network, (64, 64, 3) uint8, and the prompt it was drawn for."""

    picture: Pixels
    words: Words
    prompt: str


@dataclass(frozen=True)
class PromptMatch:
    """Shares of pictures that match their prompts according to the judge.

    `colour` counts only prompts that name one. `count` is the share with exactly one object, `all`
    that in which noun, colour and place are all right.
    """

    noun: float
    colour: float
    place: float
    count: float
    all: float
    pictures: int


@dataclass(frozen=True)
class IndependentMatch:
    """The findings of a judge that never saw the generators' cut-outs: the share of nouns in
    generated pictures, and in real scenes of the same words, which show those cut-outs.

    Only `nouns` are asked for, of which there are cut-outs in other styles.
    """

    noun: float
    noun_real: float
    nouns: int
    pictures: int


@dataclass(frozen=True)
class Outlines:
    """Median figures of `outlines.edges` for coloured objects on plain ground, `size` pixels wide,
    for real scenes of the same words, and of the ratio of both; None where there is no outline.

    `found` is the share of pictures that have one.
    """

    size: int
    found: float
    rise: float | None
    rise_real: float | None
    rise_ratio: float | None
    roughness: float | None
    roughness_real: float | None
    roughness_ratio: float | None
    pictures: int


@dataclass(frozen=True)
class Distribution:
    """Distances between distributions of the judge's features; `frechet_real` is that between two
    sets of scenes, equally large."""

    frechet: float
    frechet_real: float
    precision: float
    recall: float
    pictures: int


@dataclass(frozen=True)
class Upsampling:
    """Figures for scenes reduced to a quarter and upsampled; PSNR in dB, edge energy relative to
    the original."""

    psnr: float
    psnr_bicubic: float
    edges: float
    edges_bicubic: float
    pictures: int


@dataclass
class Evaluator:
    """Evaluates `models` with `pictures` per figure; the same arguments give the same figures.

    Without a noised CLIP, R-precision is omitted; without an `independent` judge, what that finds.
    """

    models: Models
    clip: NoisedClip | None
    judge: Judge
    pack_path: Path
    vocabulary: Vocabulary
    pictures: int
    report: Callable[[str], None]
    independent: Judge | None = None

    def __post_init__(self) -> None:
        self.default = Settings("of no matter what", self.models.name)
        self.recipe = self._recipe_of(self.vocabulary)
        names = np.array(list(self.vocabulary.nouns))
        self.nouns = np.random.default_rng(_SEED).permutation(names).tolist()
        """Shuffled, so that a few of them are not those that begin with an A."""

    def _recipe_of(self, vocabulary: Vocabulary) -> SceneRecipe:
        pack = Pack(self.pack_path, set(vocabulary.nouns.values()), vocabulary.styles, _SIZE)
        return SceneRecipe(pack, vocabulary, _SIZE)

    @property
    def few(self) -> int:
        return max(_FEWEST, self.pictures // 4)

    def evaluate(self) -> dict[str, Any]:
        """Every figure by name, as JSON values."""
        seen = self.draw(self.words(), self.default, "captions seen")
        held_out = self.words(held_out=True)
        held_out_drawn = self.draw(held_out, self.default, "pairs held out")
        real = self.real(seen)
        independent = self.independent_match(seen, real)
        return {
            "seen": asdict(self.match(seen)),
            "real": asdict(self.match(real)),
            "held_out": asdict(self.match(held_out_drawn)),
            "independent": None if independent is None else asdict(independent),
            "r_precision": None if self.clip is None else self.r_precision(self.clip, seen),
            "nouns": self.match_by_noun(seen + held_out_drawn),
            "guidance": self._guidance(seen),
            "outlines": [asdict(each) for each in self.outlines()],
            **self._inpainting(),
            "distribution": asdict(self.distribution(seen)),
            "upsampling": asdict(self.upsampling(self.default)),
            "seconds_per_picture": self.seconds_per_picture(),
        }

    def _guidance(self, seen: Sequence[Drawn]) -> dict[str, Any]:
        """The prompt match of a few of the pictures, by guidance scale."""
        some, found = seen[: self.few], {}
        for scale in GUIDANCE_SCALES:
            guided, drawn = replace(self.default, guidance_scale=scale), some
            if guided != self.default:
                drawn = self.draw([each.words for each in some], guided, f"guidance {scale:g}")
            found[f"{scale:g}"] = asdict(self.match(drawn))
        return found

    def _inpainting(self) -> dict[str, Any]:
        inpainter, found, removed = Inpainter(self.models, self.default), [], []
        for share in MASK_SHARES:
            holes = self.holes(share)
            self.report(f"inpainting {share:.0%}: {len(holes)} pictures, twice")
            prompts = [hole.request.settings.prompt for hole in holes]
            fills = inpainter.fills(holes, prompts)
            match = asdict(inpaint_match(self.judge, holes, fills))
            match |= inpainter.blended_seams(holes, fills)._asdict()
            rng = np.random.default_rng(_SEED + 4)
            match["noun_real"] = noun_found(self.judge, holes, self.recipe, rng)
            found.append(match)
            empty = inpainter.fills(holes, [""] * len(holes))
            removed.append(asdict(removal_match(self.judge, holes, empty)))
        return {"inpaint": found, "removal": removed}

    def holes(self, mask_share: float, pictures: int | None = None) -> list[Hole]:
        """Masked photographs to inpaint, with other words for each of MASK_SHARES. Fewer `pictures`
        are the first of the same list."""
        each, number = max(_FEWEST, self.pictures // 2), MASK_SHARES.index(mask_share)
        words = self.words(pictures=(number + 1) * each)[number * each :][:pictures]
        rng = np.random.default_rng((_SEED, number))
        inpainter = Inpainter(self.models, self.default)
        return inpainter.holes(photographs(self.recipe, rng), words, mask_share, rng)

    def words(self, held_out: bool = False, pictures: int | None = None) -> list[Words]:
        """The words to draw, with all nouns equally often, in the order of `nouns`. More `pictures`
        extend the same list."""
        rng = np.random.default_rng(_SEED)
        pairs = sorted(self.vocabulary.held_out)
        found = []
        for i in range(self.pictures if pictures is None else pictures):
            place = str(rng.choice(self.vocabulary.places))
            if held_out:
                noun, colour = pairs[i % len(pairs)]
            else:
                noun = self.nouns[i % len(self.nouns)]
                allowed = [c for c in COLOURS if (noun, c) not in self.vocabulary.held_out]
                colour = str(rng.choice(allowed))
            found.append(Words(Subject(noun, colour), place))
        return found

    def draw(self, words: Sequence[Words], settings: Settings, purpose: str) -> list[Drawn]:
        """Pictures of the base network for `words`, by `settings`, whose prompt is ignored."""
        self.report(f"{purpose}: {len(words)} pictures")
        prompts = self.prompts(words)
        pictures = draw(self.models.base, self.models.tokenizer, prompts, settings)
        return [Drawn(*each) for each in zip(pictures, words, prompts, strict=True)]

    def prompts(self, words: Sequence[Words]) -> list[str]:
        return [caption(each, PLACES[each.place].phrases[0]) for each in words]

    def match(self, drawn: Sequence[Drawn]) -> PromptMatch:
        right = self._right(drawn)
        coloured = torch.tensor([bool(each.words.subject.colour) for each in drawn])
        shares = {name: float(values.float().mean()) for name, values in right.items()}
        shares["colour"] = float(right["colour"][coloured].float().mean())
        together = right["noun"] & right["colour"] & right["place"]
        return PromptMatch(**shares, all=float(together.float().mean()), pictures=len(drawn))

    def match_by_noun(self, drawn: Sequence[Drawn]) -> dict[str, float]:
        right = self._right(drawn)["noun"]
        nouns = [each.words.subject.noun for each in drawn]
        return {
            noun: float(right[[i for i, n in enumerate(nouns) if n == noun]].float().mean())
            for noun in self.vocabulary.nouns
            if noun in nouns
        }

    def _right(self, drawn: Sequence[Drawn]) -> dict[str, Tensor]:
        return self.judge.right([each.picture for each in drawn], [each.words for each in drawn])

    def r_precision(self, clip: NoisedClip, drawn: Sequence[Drawn]) -> float:
        """The share of 32 pictures for which the noised CLIP ranks their own prompt first among all
        32; identical prompts count as one."""
        prompts = [each.prompt for each in drawn[:_CHOICES]]
        best = best_captions(clip, [each.picture for each in drawn[:_CHOICES]], prompts)
        return float(np.mean([own == found for own, found in zip(prompts, best, strict=True)]))

    def real(self, drawn: Sequence[Drawn]) -> list[Drawn]:
        """Real scenes of the same words, (256, 256, 3), as the generators learn them."""
        rng = np.random.default_rng(_SEED + 3)
        return [replace(d, picture=self.recipe.compose(d.words, rng).picture) for d in drawn]

    def independent_match(
        self, drawn: Sequence[Drawn], real: Sequence[Drawn]
    ) -> IndependentMatch | None:
        """What the independent judge finds in pictures and in real scenes of the same words."""
        judge = self.independent
        if judge is None:
            return None
        nouns = judge.answers["noun"]
        asked = [i for i, each in enumerate(drawn) if each.words.subject.noun in nouns]
        if not asked:
            return None
        own, ceiling = (
            judge.right([each[i].picture for i in asked], [each[i].words for i in asked])["noun"]
            for each in (drawn, real)
        )
        return IndependentMatch(
            float(own.float().mean()), float(ceiling.float().mean()), len(nouns), len(asked)
        )

    def outlines(self) -> Iterator[Outlines]:
        """Figures of the outlines of the base's pictures, and of the upsampler's."""
        nouns = islice(cycle(self.nouns), self.few)
        colours = cycle(name for name, colour in COLOURS.items() if colour.hue is not None)
        words = [Words(Subject(noun, colour)) for noun, colour in zip(nouns, colours, strict=False)]
        small = self.draw(words, self.default, "outlines")
        low_res, prompts = ([getattr(d, name) for d in small] for name in ("picture", "prompt"))
        large = draw(self.models.upsample, self.models.tokenizer, prompts, self.default, low_res)
        real = [each.picture for each in self.real(small)]
        size = self.models.base.spec.image_size
        reduced = [cv2.resize(each, (size, size), interpolation=cv2.INTER_AREA) for each in real]
        yield _outlines(low_res, reduced)
        yield _outlines(large, real)

    def distribution(self, drawn: Sequence[Drawn]) -> Distribution:
        """Compare the distribution of the pictures with that of scenes of the same words."""

        def features(pictures: list[Pixels]) -> np.ndarray:
            return self.judge.verdict(pictures).features.numpy().astype(np.float64)

        rng = np.random.default_rng(_SEED + 1)
        one, other = (
            features([self.recipe.compose(each.words, rng).picture for each in drawn])
            for _ in range(2)
        )
        own = features([each.picture for each in drawn])
        precision, recall = precision_recall(own, one)
        return Distribution(
            frechet_distance(own, one), frechet_distance(other, one), precision, recall, len(drawn)
        )

    def upsampling(self, settings: Settings) -> Upsampling:
        """Upsample scenes of objects that the starter was not trained on, by `settings`, without
        captions."""
        truths = list(self._unknown_scenes(max(2, self.pictures // 8)))
        self.report(f"upsampling: {len(truths)} pictures")
        small = [cv2.resize(each, (64, 64), interpolation=cv2.INTER_AREA) for each in truths]
        prompts = [""] * len(truths)
        drawn = draw(self.models.upsample, self.models.tokenizer, prompts, settings, small)
        rows = []
        for truth, sharp, low in zip(truths, drawn, small, strict=True):
            soft = cv2.resize(low, (_SIZE, _SIZE), interpolation=cv2.INTER_CUBIC)
            errors = psnr(sharp, truth), psnr(soft, truth)
            sharpness = (edge_energy(each) / edge_energy(truth) for each in (sharp, soft))
            rows.append((*errors, *sharpness))
        own, bicubic, sharp_edges, soft_edges = (float(mean) for mean in np.mean(rows, axis=0))
        return Upsampling(own, bicubic, sharp_edges, soft_edges, len(rows))

    def _unknown_scenes(self, count: int) -> Iterator[Pixels]:
        rng = np.random.default_rng(_SEED + 2)
        known = set(self.vocabulary.nouns.values())
        others = [n for n in pack_nouns(self.pack_path, self.vocabulary.styles) if n not in known]
        if not others:
            raise ValueError("The data pack has no objects but those that the starter knows.")
        nouns = [str(noun) for noun in rng.choice(others, min(count, len(others)), replace=False)]
        recipe = self._recipe_of(replace(self.vocabulary, nouns={noun: noun for noun in nouns}))
        for _ in range(count):
            yield recipe.sample(rng).picture

    def seconds_per_picture(self) -> float:
        """Wall-clock seconds for one 256 x 256 picture with default settings, once models are
        loaded."""
        started = time.monotonic()
        settings = replace(self.default, prompt="a red apple")
        request = GenerationRequest(settings, Nothing(), Rect(0, 0, _SIZE, _SIZE))
        for _ in generate(self.models, request):
            pass
        return time.monotonic() - started


def _outlines(pictures: Sequence[np.ndarray], real: Sequence[np.ndarray]) -> Outlines:
    found = [edges(picture) for picture in pictures]
    pairs = [(own, edges(other)) for own, other in zip(found, real, strict=True) if own]
    both = np.array([(own, other) for own, other in pairs if other])
    rise: list[float | None] = [None] * 3
    roughness = rise
    if both.size:
        own, other = both[:, 0], both[:, 1]
        rise, roughness = np.median([own, other, own / other], axis=1).T.tolist()
    return Outlines(
        size=pictures[0].shape[0],
        found=sum(each is not None for each in found) / len(found),
        rise=rise[0],
        rise_real=rise[1],
        rise_ratio=rise[2],
        roughness=roughness[0],
        roughness_real=roughness[1],
        roughness_ratio=roughness[2],
        pictures=len(pictures),
    )
