"""Captioned scenes, composed on the fly: coloured objects at places."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from glide_studio.training.backgrounds import Backgrounds
from glide_studio.training.captions import (
    FILTER_PHRASES,
    RELATIONS,
    SIDES,
    Subject,
    Words,
    caption,
    names_colour,
)
from glide_studio.training.pack import Cutout, Pack
from glide_studio.training.recolour import filtered, recoloured
from glide_studio.training.vocabulary import (
    COLOURS,
    ELSEWHERE,
    PLACES,
    STYLE_PHRASES,
    Vocabulary,
)


@dataclass(frozen=True)
class Scene:
    """`picture` is (S, S, 3) uint8; `object_mask` (S, S) uint8, 255 where an object is opaque."""

    picture: np.ndarray
    object_mask: np.ndarray
    caption: str
    words: Words


@dataclass(frozen=True)
class Framing:
    """Ranges of an object's size, horizontal centre and lower end, as shares of the picture's
    side."""

    size: tuple[float, float]
    centre: tuple[float, float]
    base: tuple[float, float]


PORTRAIT = Framing((0.5, 0.7), (0.42, 0.58), (0.82, 0.92))
ANYWHERE = Framing((0.22, 0.7), (0.15, 0.85), (0.5, 0.96))
_ASIDE = {
    "left": Framing((0.4, 0.55), (0.2, 0.32), (0.78, 0.92)),
    "right": Framing((0.4, 0.55), (0.68, 0.8), (0.78, 0.92)),
}
_SIZES = (0.0, 0.46, 0.32, 0.25)
"""The size of each object when there are two, three or four in a row, by number less one."""


@dataclass(frozen=True)
class Spot:
    """The position of an object in pixels: its longer side, horizontal centre and lower end."""

    size: float
    centre: float
    base: float


class SceneRecipe:
    """Draws scenes of `size` pixels; the same random generator state gives the same scene."""

    def __init__(self, pack: Pack, vocabulary: Vocabulary, size: int) -> None:
        self.pack = pack
        self.vocabulary = vocabulary
        self.size = size
        self._backgrounds = Backgrounds(pack, size)
        weights = np.array([PLACES[name].weight for name in vocabulary.places])
        self._place_weights = weights / weights.sum()

    def sample(
        self, rng: np.random.Generator, held_out: bool = False, framing: Framing = PORTRAIT
    ) -> Scene:
        """A scene of random words; with `held_out`, only of pairs that training never sees.

        Unless `framing` is PORTRAIT, half of the scenes have an unnamed photo as background, if the
        pack has any.
        """
        words = self.sample_words(rng, held_out)
        if framing is not PORTRAIT and self.pack.photos and rng.random() < 0.5:
            words = Words(words.subject, ELSEWHERE)
        return self.compose(words, rng, framing)

    def sample_words(self, rng: np.random.Generator, held_out: bool = False) -> Words:
        vocabulary = self.vocabulary
        place = str(rng.choice(vocabulary.places, p=self._place_weights))
        opening = ""
        if rng.random() < vocabulary.filter_share:
            opening = str(rng.choice(FILTER_PHRASES))
        elif rng.random() < vocabulary.style_share:
            style = vocabulary.styles[rng.integers(len(vocabulary.styles))]
            opening = str(rng.choice(STYLE_PHRASES[style]))
        subject = self._subject(rng, held_out)
        if rng.random() < vocabulary.pair_share:
            relation, other = str(rng.choice(RELATIONS)), self._subject(rng, held_out)
            return Words(subject, place, "", relation, other, opening)
        count = 1 + int(rng.choice(len(vocabulary.counts), p=vocabulary.counts))
        if count > 1:
            return Words(Subject(subject.noun, subject.colour, count), place, opening=opening)
        side = str(rng.choice(SIDES)) if rng.random() < vocabulary.side_share else ""
        return Words(subject, place, side, opening=opening)

    def _subject(self, rng: np.random.Generator, held_out: bool) -> Subject:
        nouns = list(self.vocabulary.nouns)
        while True:
            noun = nouns[rng.integers(len(nouns))]
            colour = ["", *COLOURS][rng.integers(1 + len(COLOURS))]
            if names_colour(noun) or self.vocabulary.nouns[noun] in self.pack.people:
                colour = ""
            if ((noun, colour) in self.vocabulary.held_out) == held_out:
                return Subject(noun, colour)

    def compose(self, words: Words, rng: np.random.Generator, framing: Framing = PORTRAIT) -> Scene:
        """The scene of the given words, with random sizes, positions and brightness.

        `framing` applies to single objects without a side.
        """
        phrases: tuple[str, ...] = ("",)
        casts_shadow = True
        if words.place != ELSEWHERE:
            phrases, casts_shadow = PLACES[words.place].phrases, PLACES[words.place].casts_shadow
        text = caption(words, phrases[rng.integers(len(phrases))])
        picture = self._backgrounds.draw(words.place, rng)
        alpha = np.zeros((self.size, self.size), np.float32)
        for cutout, spot in self._cast(words, rng, framing):
            if casts_shadow:
                picture = self._shadowed(picture, cutout, spot)
            picture, own_alpha = self._placed(picture, cutout, spot, np.deg2rad(rng.normal(0, 2)))
            alpha = np.maximum(alpha, own_alpha)
        shown = np.clip(picture * rng.uniform(0.94, 1.05), 0, 255).astype(np.uint8)
        if words.opening in FILTER_PHRASES:
            shown = filtered(shown, words.opening)
        return Scene(shown, np.where(alpha > 0.5, 255, 0).astype(np.uint8), text, words)

    def _cast(
        self, words: Words, rng: np.random.Generator, framing: Framing
    ) -> Iterator[tuple[np.ndarray, Spot]]:
        """Each object's recoloured cut-out and its spot, from back to front."""
        styles = [style for style in STYLE_PHRASES if words.opening in STYLE_PHRASES[style]]
        own = self._cutout(words.subject, styles, rng)
        if words.other is not None:
            other = self._cutout(words.other, [own.style], rng)
            yield from self._pair(words.relation, own.picture, other.picture, rng)
            return
        count = words.subject.count
        if not count:
            return
        if count == 1:
            framing = _ASIDE.get(words.side, framing)
            yield own.picture, self._spot(framing, rng)
            return
        centres = np.linspace(0.5 - 0.17 * (count - 1), 0.5 + 0.17 * (count - 1), count)
        base = rng.uniform(0.74, 0.9)
        for centre in np.clip(centres, 0.15, 0.85):
            size = _SIZES[count - 1] * rng.uniform(0.92, 1.06)
            spot = (size, centre + rng.uniform(-0.015, 0.015), base + rng.uniform(-0.02, 0.02))
            yield own.picture, Spot(*(self.size * value for value in spot))

    def _pair(
        self, relation: str, own: np.ndarray, other: np.ndarray, rng: np.random.Generator
    ) -> Iterator[tuple[np.ndarray, Spot]]:
        if relation in ("under", "above"):
            lower, upper = (own, other) if relation == "under" else (other, own)
            yield lower, self._spot(Framing((0.36, 0.42), (0.44, 0.56), (0.93, 0.95)), rng)
            yield upper, self._spot(Framing((0.36, 0.42), (0.44, 0.56), (0.5, 0.52)), rng)
            return
        left, right = (own, other) if relation != "to the right of" else (other, own)
        if relation in ("and", "next to") and rng.random() < 0.5:
            left, right = right, left
        yield left, self._spot(Framing((0.38, 0.46), (0.27, 0.29), (0.84, 0.88)), rng)
        yield right, self._spot(Framing((0.38, 0.46), (0.71, 0.73), (0.84, 0.88)), rng)

    def _cutout(self, subject: Subject, styles: list[str], rng: np.random.Generator) -> Cutout:
        """A random cut-out of the subject, in one of `styles` if the pack has such."""
        found = self.pack.cutouts[self.vocabulary.nouns[subject.noun]]
        found = [cutout for cutout in found if cutout.style in styles] or found
        cutout = found[rng.integers(len(found))]
        if not subject.colour:
            return cutout
        return Cutout(recoloured(cutout.picture, COLOURS[subject.colour]), cutout.style)

    def _spot(self, framing: Framing, rng: np.random.Generator) -> Spot:
        size, centre = rng.uniform(*framing.size), rng.uniform(*framing.centre)
        base = rng.uniform(max(framing.base[0], 0.04 + size), framing.base[1])
        return Spot(self.size * size, self.size * centre, self.size * base)

    def _placed(
        self, background: np.ndarray, cutout: np.ndarray, spot: Spot, angle: float
    ) -> tuple[np.ndarray, np.ndarray]:
        """The background with the cut-out placed on it, and the cut-out's alpha (0..1)."""
        height, width = cutout.shape[:2]
        scale = spot.size / max(height, width)
        linear = scale * np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        middle = np.array([spot.centre, spot.base - scale * height / 2])
        offset = middle - linear @ np.array([width / 2, height / 2])
        alpha = cutout[..., 3:].astype(np.float32) / 255
        premultiplied: np.ndarray = np.dstack([cutout[..., :3] * alpha, alpha])
        if scale < 0.6:  # area-average first: warpAffine alone would alias
            small = cv2.resize(premultiplied, None, fx=1.4 * scale, fy=1.4 * scale, interpolation=3)
            linear = linear @ np.diag([width / small.shape[1], height / small.shape[0]])
            premultiplied = small
        matrix = np.hstack([linear, offset[:, None]])
        layer = cv2.warpAffine(
            premultiplied, matrix, (self.size, self.size), flags=cv2.INTER_LINEAR
        )
        return background * (1 - layer[..., 3:]) + layer[..., :3], layer[..., 3]

    def _shadowed(self, background: np.ndarray, cutout: np.ndarray, spot: Spot) -> np.ndarray:
        height, width = cutout.shape[:2]
        breadth = spot.size * width / max(height, width)
        ellipse = np.zeros((self.size, self.size), np.float32)
        axes = (max(2, int(0.42 * breadth)), max(1, int(0.1 * breadth)))
        middle = (int(spot.centre), int(spot.base - 0.02 * self.size))
        cv2.ellipse(ellipse, middle, axes, 0, 0, 360, 1.0, -1)
        shadow = cv2.blur(ellipse, (self.size // 20 | 1, self.size // 20 | 1))
        return background * (1 - 0.45 * shadow[..., None])
