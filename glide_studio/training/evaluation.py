"""Evaluation of how well a starter model follows its prompts: `glide-studio evaluate starter`."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.region import crop_mask, crop_picture, edit_region, feather_width
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import GenerationRequest, Result
from glide_studio.core.request.settings import Settings
from glide_studio.core.request.source import Inpaint, Nothing
from glide_studio.engine import Models, generate
from glide_studio.engine.clip import NoisedClip
from glide_studio.engine.inputs import known_regions, to_pictures, to_signal
from glide_studio.training.captions import Subject, Words, caption
from glide_studio.training.clip_trainer import best_captions
from glide_studio.training.drawing import draw
from glide_studio.training.judge import Judge, around
from glide_studio.training.metrics import edge_energy, frechet_distance, precision_recall, psnr
from glide_studio.training.pack import Pack, pack_nouns
from glide_studio.training.scenes import SceneRecipe
from glide_studio.training.vocabulary import COLOURS, ELSEWHERE, PLACES, Vocabulary

GUIDANCE_SCALES = (1.0, 2.0, 3.0, 4.0, 6.0)
MASK_SHARES = (0.05, 0.1, 0.2, 0.4)
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
class InpaintMatch:
    """Figures for 256 x 256 photographs with an inpainted square of `mask_share` of the area.

    `noun` and `colour`: shares in which the judge finds those of the prompt in the square; `blank`:
    share in which it already finds the noun in the original photo. `context_error`: the largest
    change of a byte outside the square. `seam`: the mean step of brightness across the square's
    border, relative to the original photo.
    """

    mask_share: float
    noun: float
    colour: float
    blank: float
    context_error: int
    seam: float
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

    Without a noised CLIP, R-precision is omitted.
    """

    models: Models
    clip: NoisedClip | None
    judge: Judge
    pack_path: Path
    vocabulary: Vocabulary
    pictures: int
    report: Callable[[str], None]

    def __post_init__(self) -> None:
        self.default = Settings("of no matter what", self.models.name)
        self._recipe = self._recipe_of(self.vocabulary)

    def _recipe_of(self, vocabulary: Vocabulary) -> SceneRecipe:
        pack = Pack(self.pack_path, set(vocabulary.nouns.values()), vocabulary.styles, _SIZE)
        return SceneRecipe(pack, vocabulary, _SIZE)

    def evaluate(self) -> dict[str, Any]:
        """Every figure by name, as JSON values."""
        seen = self.draw(self.words(), self.default, "captions seen")
        held_out = self.words(held_out=True)
        held_out_drawn = self.draw(held_out, self.default, "pairs held out")
        sweep = {}
        for scale in GUIDANCE_SCALES:
            some = self.words()[: max(_FEWEST, self.pictures // 2)]
            guided = replace(self.default, guidance_scale=scale)
            sweep[f"{scale:g}"] = asdict(self.match(self.draw(some, guided, f"guidance {scale:g}")))
        return {
            "seen": asdict(self.match(seen)),
            "held_out": asdict(self.match(held_out_drawn)),
            "r_precision": None if self.clip is None else self.r_precision(self.clip, seen),
            "nouns": self.match_by_noun(seen + held_out_drawn),
            "guidance": sweep,
            "inpaint": [asdict(self.inpaint(share)) for share in MASK_SHARES],
            "inpaint_in_program": [asdict(self.inpaint(s, cropped=True)) for s in MASK_SHARES[:2]],
            "distribution": asdict(self.distribution(seen)),
            "upsampling": asdict(self.upsampling(self.default)),
            "seconds_per_picture": self.seconds_per_picture(),
        }

    def words(self, held_out: bool = False, pictures: int | None = None) -> list[Words]:
        """The words to draw, with all nouns equally often. More `pictures` extend the same list."""
        rng = np.random.default_rng(_SEED)
        pairs = sorted(self.vocabulary.held_out)
        found = []
        for i in range(self.pictures if pictures is None else pictures):
            place = str(rng.choice(self.vocabulary.places))
            if held_out:
                noun, colour = pairs[i % len(pairs)]
            else:
                noun = list(self.vocabulary.nouns)[i % len(self.vocabulary.nouns)]
                allowed = [c for c in COLOURS if (noun, c) not in self.vocabulary.held_out]
                colour = str(rng.choice(allowed))
            found.append(Words(Subject(noun, colour), place))
        return found

    def draw(self, words: Sequence[Words], settings: Settings, purpose: str) -> list[Drawn]:
        """Pictures of the base network for `words`, by `settings`, whose prompt is ignored."""
        self.report(f"{purpose}: {len(words)} pictures")
        prompts = [caption(each, PLACES[each.place].phrases[0]) for each in words]
        pictures = draw(self.models.base, self.models.tokenizer, prompts, settings)
        return [Drawn(*each) for each in zip(pictures, words, prompts, strict=True)]

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

    def inpaint(self, mask_share: float, cropped: bool = False) -> InpaintMatch:
        """Inpaint objects into squares of photographs. With `cropped` the network sees only the
        square and its surroundings, as in the program."""
        rng = np.random.default_rng(_SEED)
        side = round(_SIZE * mask_share**0.5)
        chosen = self.words()[: max(_FEWEST, self.pictures // 2)]
        how = " in the program" if cropped else ""
        fills, blanks, errors, seams = [], [], [], []
        for i, words in enumerate(chosen):
            self.report(f"inpainting {mask_share:.0%}{how}: {i} of {len(chosen)} pictures")
            nothing = Words(replace(words.subject, count=0), ELSEWHERE)
            photo = self._recipe.compose(nothing, rng).picture
            y, x = rng.integers(0, _SIZE - side + 1, 2)
            mask = np.zeros((_SIZE, _SIZE), np.uint8)
            mask[y : y + side, x : x + side] = 255
            settings = replace(self.default, prompt=caption(words), seed=i, upsample=None)
            source, bounds = self._inpaint_source(photo, mask, cropped)
            picture, before, known = self._painted(settings, source, bounds)
            errors.append(int(np.abs(picture.astype(int) - before)[known > 0].max(initial=0)))
            seams.append(_border_step(picture, known) / max(1e-6, _border_step(before, known)))
            hole = np.where(known > 0, 0, 255).astype(np.uint8)
            fills.append(Drawn(around(picture, hole, 1.2), words, settings.prompt))
            blanks.append(Drawn(around(before, hole, 1.2), words, ""))
        right, already = self._right(fills), self._right(blanks)
        return InpaintMatch(
            mask_share=mask_share,
            noun=float(right["noun"].float().mean()),
            colour=float(right["colour"].float().mean()),
            blank=float(already["noun"].float().mean()),
            context_error=max(errors),
            seam=float(np.median(seams)),
            pictures=len(chosen),
        )

    def _inpaint_source(self, photo: Pixels, mask: Pixels, cropped: bool) -> tuple[Inpaint, Rect]:
        """The source of a run: the whole photograph, or the crop that the program makes."""
        document = _masked(photo, mask)
        bounds, feather = document.extent.bounds, 0
        if cropped:
            bounds = edit_region(document.mask)
            feather = feather_width(bounds)
        picture = crop_picture(document, bounds, _SIZE)
        return Inpaint(picture, crop_mask(document.mask, bounds), feather), bounds

    def _painted(
        self, settings: Settings, source: Inpaint, bounds: Rect
    ) -> tuple[Pixels, Pixels, np.ndarray]:
        """The base's picture, its source at the same size, and that source's known region (1)."""
        request = GenerationRequest(settings, source, bounds)
        *_, last = generate(self.models, request)
        known = known_regions(self.models, request).low
        assert isinstance(last, Result)
        assert known is not None
        size = last.picture.shape[:2]
        seen = F.interpolate(to_signal([source.picture]), size, mode="area")
        return last.picture, to_pictures(seen)[0], known.mask[0, 0].byte().cpu().numpy()

    def distribution(self, drawn: Sequence[Drawn]) -> Distribution:
        """Compare the distribution of the pictures with that of scenes of the same words."""

        def features(pictures: list[Pixels]) -> np.ndarray:
            return self.judge.verdict(pictures).features.numpy().astype(np.float64)

        rng = np.random.default_rng(_SEED + 1)
        one, other = (
            features([self._recipe.compose(each.words, rng).picture for each in drawn])
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
        own, bicubic, edges, soft_edges = (float(mean) for mean in np.mean(rows, axis=0))
        return Upsampling(own, bicubic, edges, soft_edges, len(rows))

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


def _masked(photo: Pixels, mask: np.ndarray) -> Document:
    opaque = np.full(photo.shape[:2], 255, np.uint8)
    return Document.from_picture(np.dstack([photo, opaque])).with_mask(Mask.from_array(mask))


def _border_step(picture: np.ndarray, known: np.ndarray) -> float:
    """Mean absolute step of brightness between known and unknown neighbours."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(float)
    steps = []
    for axis in (0, 1):
        border = np.diff(known.astype(int), axis=axis) != 0
        steps.append(np.abs(np.diff(grey, axis=axis))[border])
    return float(np.concatenate(steps).mean())


@dataclass(frozen=True)
class Bar:
    """A target of a shipped starter: `value` must be at least `limit`, or at most if `falling`."""

    name: str
    value: float
    limit: float
    falling: bool = False

    @property
    def reached(self) -> bool:
        return self.value <= self.limit if self.falling else self.value >= self.limit

    def __str__(self) -> str:
        sign = "<=" if self.falling else ">="
        verdict = "reached" if self.reached else f"missed by {abs(self.value - self.limit):.2f}"
        return f"{self.name:<48} {self.value:6.2f}  {sign} {self.limit:.2f}  {verdict}"


def bars(figures: dict[str, Any]) -> list[Bar]:
    """The targets, with the values that `Evaluator.evaluate` found."""
    seen, held_out, upsampling = figures["seen"], figures["held_out"], figures["upsampling"]
    gaps = {name: seen[name] - held_out[name] for name in ("noun", "colour", "place")}
    whole, program = (
        next(each["noun"] for each in figures[name] if each["mask_share"] == 0.1)
        for name in ("inpaint", "inpaint_in_program")
    )
    return [
        Bar("colour match", seen["colour"], 0.9),
        Bar("place match", seen["place"], 0.9),
        Bar("noun match", seen["noun"], 0.8),
        *(
            Bar(f"{name}: held-out pairs below seen ones by", gap, 0.1, True)
            for name, gap in gaps.items()
        ),
        Bar("object appears in masks of 10%", whole, 0.6),
        Bar("object appears in masks of 10%, in the program", program, 0.6),
        Bar(
            "upsampler: PSNR above bicubic, dB", upsampling["psnr"] - upsampling["psnr_bicubic"], 0
        ),
        Bar(
            "upsampler: edges over bicubic's", upsampling["edges"] / upsampling["edges_bicubic"], 1
        ),
        Bar("seconds for a picture", figures["seconds_per_picture"], 8, True),
    ]
