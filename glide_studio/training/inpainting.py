"""Evaluation of inpainting, the program's way, in photographs: the object that a prompt names, the
ground around it, the border, and what an empty prompt leaves."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources import as_file, files
from itertools import cycle
from typing import Any, NamedTuple

import cv2
import numpy as np
import torch.nn.functional as F
from scipy.ndimage import distance_transform_edt  # type: ignore[import-untyped]
from scipy.stats import gmean  # type: ignore[import-untyped]

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.proposing import proposed, seam_of
from glide_studio.core.files.pictures.reading import read_picture
from glide_studio.core.geometry import Extent
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.seam import seam_ratio
from glide_studio.core.modes.modes import Mode, RequestMaker
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.capabilities import Capabilities
from glide_studio.core.request.request import GenerationRequest, Result
from glide_studio.core.request.settings import Settings
from glide_studio.core.request.source import Inpaint
from glide_studio.engine import Models
from glide_studio.engine.denoiser import KnownRegion
from glide_studio.engine.inputs import known_regions, to_pictures, to_signal
from glide_studio.engine.matte import matte
from glide_studio.training.captions import Subject, Words, caption
from glide_studio.training.drawing import draw
from glide_studio.training.judge import COUNTS, Judge, around
from glide_studio.training.metrics import ground_offset, psnr
from glide_studio.training.scenes import SceneRecipe
from glide_studio.training.vocabulary import COLOURS, ELSEWHERE

MASK_SHARES = (0.05, 0.1, 0.2, 0.4)
SHAPES = ("ellipse", "box", "blob")
CROP = 1.2
_WORST = 90
_REACH = 4
"""The judge sees the mask's box enlarged by CROP; `_worst` figures are a percentile; the simple
fills that removal is compared with look this far, in pixels of the base network."""


@dataclass(frozen=True)
class InpaintMatch:
    """Figures for masks of `mask_share` of a photograph, in the base network's pictures.

    `noun` and `colour`: shares in which the judge finds those of the prompt in the mask; `blank`:
    share in which it already finds the noun in the photograph, `noun_real` that in which it finds
    the noun's real object, placed in the mask (`real_objects`). `context_error`: the largest change
    of a byte outside the mask. `seam`: `seam_ratio`, the geometric mean; `ground`:
    `metrics.ground_offset`, the mean, in levels; of both, what nine in ten pictures stay below
    (`_worst`), and what the untouched photographs have (`_photo`). The object in them is what has
    the colour of the prompt; where it fills the mask there is no ground to measure, and None if
    that is so in all `pictures`. `seam_blended`, and what nine in ten stay below: the seam that is
    left when the program has blended the pictures in, by the blends that it proposes.
    """

    mask_share: float
    noun: float
    colour: float
    blank: float
    context_error: int
    seam: float | None
    seam_worst: float | None
    seam_photo: float | None
    ground: float | None
    ground_worst: float | None
    ground_photo: float | None
    pictures: int
    seam_blended: float | None = None
    seam_blended_worst: float | None = None
    noun_real: float | None = None


class InpaintSeams(NamedTuple):
    """`seam_blended` and `seam_blended_worst` of InpaintMatch."""

    seam_blended: float | None
    seam_blended_worst: float | None


@dataclass(frozen=True)
class RemovalMatch:
    """Figures for an empty prompt in the same masks, against the photograph under them.

    `error` is the mean absolute error over all masked pixels, in levels, `psnr` the peak
    signal-to-noise ratio over them, in dB; `_mean` are those of the mean colour of the mask's
    surroundings, `_telea` those of OpenCV's inpainting (Telea 2004). `empty` is the share in which
    the judge sees no object in the mask, `empty_photo` that in the photographs themselves.
    """

    mask_share: float
    error: float
    error_mean: float
    error_telea: float
    psnr: float
    psnr_mean: float
    psnr_telea: float
    empty: float
    empty_photo: float
    pictures: int


@dataclass(frozen=True, eq=False)
class Hole:
    """A photograph masked by `mask_share`, and the program's request for what `words` say there.

    `region` is what the base network is given, `photo` what it would have to draw to change
    nothing: (S, S, 3) uint8.
    """

    document: Document
    request: GenerationRequest
    words: Words
    mask_share: float
    region: KnownRegion
    photo: Pixels

    @cached_property
    def inside(self) -> tuple[slice, slice]:
        """The part of the base network's picture that is in the photograph, and not mirrored."""
        bounds, side = self.request.bounds, self.photo.shape[0]
        seen = bounds.intersected(self.document.extent.bounds).slices_in(bounds)
        top, bottom, left, right = (
            round(edge * side / bounds.width) for part in seen for edge in (part.start, part.stop)
        )
        return np.s_[top:bottom, left:right]

    @cached_property
    def known(self) -> np.ndarray:
        """(H, W) uint8, 1 = known, of the part `inside`."""
        return self.region.mask[0, 0].byte().cpu().numpy()[self.inside]

    def close_up(self, picture: Pixels) -> Pixels:
        """What the judge sees: the mask and a little of its surroundings."""
        return around(picture[self.inside], 255 * (1 - self.known), CROP)


def painted_mask(shape: str, share: float, extent: Extent, rng: np.random.Generator) -> np.ndarray:
    """A mask (height, width) uint8 as an artist paints it, 255 in one of SHAPES of `share` of the
    area, at a random place."""
    angle = np.linspace(0, 2 * np.pi, 96, endpoint=False)
    radius = np.ones_like(angle)
    if shape == "box":
        radius = 1 / np.maximum(np.abs(np.cos(angle)), np.abs(np.sin(angle)))
    elif shape == "blob":
        for waves in (2, 3, 4):
            radius += rng.uniform(0.03, 0.12) * np.cos(waves * angle + rng.uniform(0, 2 * np.pi))
    stretch = np.exp(rng.uniform(-0.25, 0.25))
    outline = np.stack([stretch * radius * np.cos(angle), radius * np.sin(angle) / stretch], axis=1)
    frame = np.array([extent.width, extent.height])
    outline *= np.sqrt(share * frame.prod() / cv2.contourArea(outline.astype(np.float32)))
    for axis in (0, 1):  # too long for the photograph: squeezed, at the same area
        squeeze = max(1, np.ptp(outline[:, axis]) / (frame[axis] - 1))
        outline[:, axis] /= squeeze
        outline[:, 1 - axis] *= squeeze
    room = frame - np.ptp(outline, axis=0)
    corner = rng.uniform(0, 1, 2) * np.maximum(room, 0)
    points = np.rint(outline - outline.min(axis=0) + corner - 0.5).astype(np.int32)
    mask: np.ndarray = np.zeros((extent.height, extent.width), np.uint8)
    return cv2.fillPoly(mask, [points], 255)


def photographs(recipe: SceneRecipe, rng: np.random.Generator) -> Iterator[Document]:
    """The program's sample pictures, which no training saw, and between them random photographs and
    textures of the recipe's pack; without end."""
    noun = next(iter(recipe.vocabulary.nouns))
    for sample in cycle(_samples()):
        yield sample
        photo = recipe.compose(Words(Subject(noun, count=0), ELSEWHERE), rng).picture
        yield Document.from_picture(np.dstack([photo, np.full(photo.shape[:2], 255, np.uint8)]))


def _samples() -> Iterator[Document]:
    folder = files("glide_studio.resources") / "samples"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".jpg"):
            with as_file(entry) as path:
                yield read_picture(path)


@dataclass(frozen=True)
class Inpainter:
    """Inpaints with `models` by `settings`, whose prompt and seed are ignored."""

    models: Models
    settings: Settings

    def holes(
        self,
        photos: Iterable[Document],
        words: Sequence[Words],
        mask_share: float,
        rng: np.random.Generator,
    ) -> list[Hole]:
        """Each of the words in a mask of the next photograph, in each of SHAPES in turn."""
        found = []
        for i, (document, each) in enumerate(zip(photos, words, strict=False)):
            shape = SHAPES[i // 2 % len(SHAPES)]  # photographs alternate between two sources
            mask = painted_mask(shape, mask_share, document.extent, rng)
            masked = document.with_mask(Mask.from_array(mask))
            found.append(self.hole(masked, each, mask_share, i))
        return found

    def hole(self, masked: Document, words: Words, mask_share: float, seed: int) -> Hole:
        """The words in the mask of a photograph, of which it takes `mask_share`."""
        settings = replace(self.settings, prompt=caption(words), seed=seed)
        request = RequestMaker(masked, Mode.INPAINT, self._capabilities)(settings)
        region = known_regions(self.models, request).low
        assert region is not None
        return Hole(masked, request, words, mask_share, region, self._reduced(request))

    @property
    def _capabilities(self) -> Capabilities:
        base, upsample = self.models.base.spec, self.models.upsample.spec
        sizes = (base.image_size, upsample.image_size)
        return Capabilities(*sizes, ("inpaint",), base.text_ctx, False, 0)

    def _reduced(self, request: GenerationRequest) -> Pixels:
        """The photograph of a request at the base network's size."""
        assert isinstance(request.source, Inpaint)
        size = self.models.base.spec.image_size
        return to_pictures(F.interpolate(to_signal([request.source.picture]), size, mode="area"))[0]

    def fills(self, holes: Sequence[Hole], prompts: Sequence[str]) -> list[Pixels]:
        """The base network's picture for each hole and prompt."""
        known = [hole.region for hole in holes]
        base, tokenizer = self.models.base, self.models.tokenizer
        return draw(base, tokenizer, prompts, self.settings, known=known)

    def blended_seams(self, holes: Sequence[Hole], fills: Sequence[Pixels]) -> InpaintSeams:
        """The seams of fills of the holes' own prompts as the program blends them by itself."""
        seams = [self._blended_seam(*pair) for pair in zip(holes, fills, strict=True)]
        found = np.array([seam for seam in seams if seam is not None])
        if not found.size:
            return InpaintSeams(None, None)
        return InpaintSeams(float(gmean(found)), float(np.percentile(found, _WORST)))

    def _blended_seam(self, hole: Hole, fill: Pixels) -> float | None:
        prompt, colour = hole.request.settings.prompt, hole.words.subject.colour
        object_matte = matte(self.models.base, self.models.tokenizer, prompt, fill, hole.region)
        result = Result(hole.request, fill, matte=object_matte)
        edit = proposed(Edit.of(result, hole.request.bounds, hole.document.extent), hole.document)
        return seam_of(edit, lambda picture: object_of_colour(picture, colour))

    def finished(self, holes: Sequence[Hole], fills: Sequence[Pixels]) -> list[Document]:
        """The photographs as the program shows them with the fills accepted."""
        prompts = [hole.request.settings.prompt for hole in holes]
        known = [known_regions(self.models, hole.request).high for hole in holes]
        pictures = draw(
            self.models.upsample,
            self.models.tokenizer,
            prompts,
            self.settings,
            fills,
            [region for region in known if region is not None],
        )
        return [
            accept(hole.document, Result(hole.request, picture, 0))
            for hole, picture in zip(holes, pictures, strict=True)
        ]


def inpaint_match(judge: Judge, holes: Sequence[Hole], fills: Sequence[Pixels]) -> InpaintMatch:
    """Figures of the fills of holes that all take the same share of a photograph."""
    pairs = list(zip(holes, fills, strict=True))
    words = [hole.words for hole in holes]
    right = judge.right([hole.close_up(fill) for hole, fill in pairs], words)
    already = judge.right([hole.close_up(hole.photo) for hole in holes], words)
    measured = np.array([_ground_figures(*pair) for pair in pairs], float)
    seam, seam_worst, seam_photo = _aggregated(measured[:, 0], gmean)
    ground, ground_worst, ground_photo = _aggregated(measured[:, 1], np.mean)
    return InpaintMatch(
        mask_share=holes[0].mask_share,
        noun=float(right["noun"].float().mean()),
        colour=float(right["colour"].float().mean()),
        blank=float(already["noun"].float().mean()),
        context_error=max(_context_error(*pair) for pair in pairs),
        seam=seam,
        seam_worst=seam_worst,
        seam_photo=seam_photo,
        ground=ground,
        ground_worst=ground_worst,
        ground_photo=ground_photo,
        pictures=len(holes),
    )


def _ground_figures(hole: Hole, fill: Pixels) -> list[tuple[float | None, float | None]]:
    """The seam and the offset of the ground, each in a fill and in the photograph."""
    picture, photo = fill[hole.inside], hole.photo[hole.inside]
    painted = object_of_colour(picture, hole.words.subject.colour)
    return [
        (
            seam_ratio(picture, hole.known == 0, painted),
            seam_ratio(photo, hole.known == 0),
        ),
        (ground_offset(picture, hole.known, painted), ground_offset(photo, hole.known)),
    ]


def _aggregated(
    figures: np.ndarray, mean: Callable[[np.ndarray], Any]
) -> tuple[float | None, float | None, float | None]:
    """The mean and the worst of the first of (N, 2) figures, and the mean of the second; NaN is
    not counted."""
    own, photo = (column[~np.isnan(column)] for column in figures.T)
    return (
        float(mean(own)) if own.size else None,
        float(np.percentile(own, _WORST)) if own.size else None,
        float(mean(photo)) if photo.size else None,
    )


def object_of_colour(picture: Pixels, name: str) -> np.ndarray:
    """Where a picture has a colour of COLOURS, and one pixel around, (H, W) bool: an object that a
    prompt named by it. Without a name, nowhere."""
    if not name:
        return np.zeros(picture.shape[:2], bool)
    hue, saturation, value = np.moveaxis(cv2.cvtColor(picture, cv2.COLOR_RGB2HSV).astype(int), 2, 0)
    wanted = COLOURS[name].hue
    if wanted is None:
        found = (value > 180) & (saturation < 60)
    else:
        distance = np.abs((hue - wanted + 90) % 180 - 90)
        found = (distance <= 12) & (saturation > 80) & (value > 60)
    return cv2.dilate(found.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0


def _context_error(hole: Hole, fill: Pixels) -> int:
    change = np.abs(fill.astype(int) - hole.photo)[hole.inside]
    return int(change[hole.known > 0].max(initial=0))


def removal_match(judge: Judge, holes: Sequence[Hole], fills: Sequence[Pixels]) -> RemovalMatch:
    """Figures of the fills of an empty prompt in holes that all take the same share."""
    pairs = list(zip(holes, fills, strict=True))
    truth = np.concatenate([_masked(hole, hole.photo) for hole in holes])
    candidates = {
        "": np.concatenate([_masked(*pair) for pair in pairs]),
        "_mean": np.concatenate([_masked(hole, ring_mean(hole)) for hole in holes]),
        "_telea": np.concatenate([_masked(hole, telea(hole)) for hole in holes]),
    }
    errors = {f"error{name}": _mean_error(fill, truth) for name, fill in candidates.items()}
    ratios = {f"psnr{name}": psnr(fill, truth) for name, fill in candidates.items()}
    empty, empty_photo = (
        float((judge.verdict(pictures).count == COUNTS.index("none")).float().mean())
        for pictures in (
            [hole.close_up(fill) for hole, fill in pairs],
            [hole.close_up(hole.photo) for hole in holes],
        )
    )
    return RemovalMatch(
        mask_share=holes[0].mask_share,
        **errors,
        **ratios,
        empty=empty,
        empty_photo=empty_photo,
        pictures=len(holes),
    )


def _masked(hole: Hole, picture: Pixels) -> np.ndarray:
    """The masked pixels of a picture of the base network, (N, 3)."""
    return picture[hole.inside][hole.known == 0]


def _mean_error(pixels: np.ndarray, truth: np.ndarray) -> float:
    return float(np.abs(pixels.astype(float) - truth).mean())


def ring_mean(hole: Hole) -> Pixels:
    """The photograph with the hole filled by the mean colour of a ring around it."""
    picture, part = hole.photo.copy(), hole.photo[hole.inside]
    ring = (hole.known > 0) & (distance_transform_edt(hole.known) <= _REACH)
    picture[hole.inside] = np.where(
        hole.known[..., None] > 0, part, np.rint(part[ring].mean(axis=0)).astype(np.uint8)
    )
    return picture


def telea(hole: Hole) -> Pixels:
    """The photograph with the hole filled by OpenCV's inpainting."""
    picture = hole.photo.copy()
    part = np.ascontiguousarray(picture[hole.inside])
    picture[hole.inside] = cv2.inpaint(part, 1 - hole.known, _REACH, cv2.INPAINT_TELEA)
    return picture
