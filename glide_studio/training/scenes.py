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
    """`picture` and `ground`, the same without objects and shadows, are (S, S, 3) uint8;
    `object_mask` is (S, S) uint8, 255 where an object is opaque."""

    picture: np.ndarray
    ground: np.ndarray
    object_mask: np.ndarray
    caption: str
    words: Words


@dataclass(frozen=True)
class Framing:
    """Ranges of an object's size, horizontal centre and height, as shares of the picture's side.

    The height is that of its lower end, or with `by_middle` of its middle; then the object is moved
    inward from the picture's edges.
    """

    size: tuple[float, float]
    centre: tuple[float, float]
    height: tuple[float, float]
    by_middle: bool = False


PORTRAIT = Framing((0.6, 0.64), (0.485, 0.515), (0.87, 0.89))
"""The one pose of text to image: a small network spends what it can learn on shapes, not places."""
IN_MASK = Framing((0.5, 0.68), (0.45, 0.55), (0.45, 0.55), by_middle=True)
"""The framing of an object in a mask: the program's crop around the mask shows it in the middle."""
ANYWHERE = Framing((0.25, 0.8), (0.15, 0.85), (0.15, 0.85), by_middle=True)
"""For masks at a picture's edge, and pictures smaller than the crop."""
_ASIDE = {
    "left": Framing((0.4, 0.55), (0.2, 0.32), (0.78, 0.92)),
    "right": Framing((0.4, 0.55), (0.68, 0.8), (0.78, 0.92)),
}
_OWN_COLOUR_SHARE = 0.3
"""The share of objects in their own colour, which captions do not name."""
_ELSEWHERE_SHARE = 0.75
_SIZES = (0.0, 0.46, 0.32, 0.25)
"""The size of each object when there are two, three or four in a row, by number less one."""


@dataclass(frozen=True)
class Spot:
    """The position of an object in pixels: its longer side, horizontal centre and lower end."""

    size: float
    centre: float
    base: float


def _light(ground: np.ndarray) -> np.ndarray:
    """The light on an object in a photograph, by channel: dim and tinted where the photograph is,
    but little enough to leave the object its colour."""
    mean: np.ndarray = ground.mean((0, 1)) + 1
    brightness = float(np.clip((mean.mean() / 140) ** 0.4, 0.6, 1.1))
    tint = np.clip((mean / mean.mean()) ** 0.25, 0.85, 1.15)
    return np.asarray(brightness * tint, np.float32)


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

        Unless `framing` is PORTRAIT, most of the scenes have an unnamed photograph or texture as
        background.
        """
        words = self.sample_words(rng, held_out)
        if framing is not PORTRAIT and rng.random() < _ELSEWHERE_SHARE:
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
            own = rng.random() < _OWN_COLOUR_SHARE
            colour = "" if own else list(COLOURS)[rng.integers(len(COLOURS))]
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
        ground = self._backgrounds.draw(words.place, rng)
        picture = ground
        light = _light(ground) if words.place == ELSEWHERE else np.ones(3, np.float32)
        alpha = np.zeros((self.size, self.size), np.float32)
        for cutout, spot in self._cast(words, rng, framing):
            if casts_shadow:
                picture = self._shadowed(picture, cutout, spot)
            layer = self._placed(cutout, spot, np.deg2rad(rng.normal(0, 2)))
            own_alpha = layer[..., 3]
            picture = picture * (1 - layer[..., 3:]) + layer[..., :3] * light
            alpha = np.maximum(alpha, own_alpha)
        exposure = rng.uniform(0.94, 1.05)
        shown, bare = (
            np.clip(each * exposure, 0, 255).astype(np.uint8) for each in (picture, ground)
        )
        if words.opening in FILTER_PHRASES:
            shown, bare = (filtered(each, words.opening) for each in (shown, bare))
        return Scene(shown, bare, np.where(alpha > 0.5, 255, 0).astype(np.uint8), text, words)

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
            yield own.picture, self._spot(framing, own.picture, rng)
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
            yield lower, self._spot(Framing((0.36, 0.42), (0.44, 0.56), (0.93, 0.95)), lower, rng)
            yield upper, self._spot(Framing((0.36, 0.42), (0.44, 0.56), (0.5, 0.52)), upper, rng)
            return
        left, right = (own, other) if relation != "to the right of" else (other, own)
        if relation in ("and", "next to") and rng.random() < 0.5:
            left, right = right, left
        yield left, self._spot(Framing((0.38, 0.46), (0.27, 0.29), (0.84, 0.88)), left, rng)
        yield right, self._spot(Framing((0.38, 0.46), (0.71, 0.73), (0.84, 0.88)), right, rng)

    def _cutout(self, subject: Subject, styles: list[str], rng: np.random.Generator) -> Cutout:
        """A random cut-out of the subject, in one of `styles` if the pack has such."""
        found = self.pack.cutouts[self.vocabulary.nouns[subject.noun]]
        found = [cutout for cutout in found if cutout.style in styles] or found
        cutout = found[rng.integers(len(found))]
        if not subject.colour:
            return cutout
        return Cutout(recoloured(cutout.picture, COLOURS[subject.colour]), cutout.style)

    def _spot(self, framing: Framing, cutout: np.ndarray, rng: np.random.Generator) -> Spot:
        size, centre = rng.uniform(*framing.size), rng.uniform(*framing.centre)
        height = rng.uniform(*framing.height)
        if framing.by_middle:
            breadth, tall = (size * side / max(cutout.shape[:2]) for side in cutout.shape[1::-1])
            centre = float(np.clip(centre, 0.02 + breadth / 2, 0.98 - breadth / 2))
            height = float(np.clip(height, 0.02 + tall / 2, 0.98 - tall / 2)) + tall / 2
        return Spot(self.size * size, self.size * centre, self.size * height)

    def _placed(self, cutout: np.ndarray, spot: Spot, angle: float) -> np.ndarray:
        """The cut-out at its spot, turned by `angle`: (S, S, 4) float32, its colour (0 to 255)
        multiplied by its alpha (0 to 1)."""
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
        return cv2.warpAffine(premultiplied, matrix, (self.size, self.size), flags=cv2.INTER_LINEAR)

    def _shadowed(self, background: np.ndarray, cutout: np.ndarray, spot: Spot) -> np.ndarray:
        height, width = cutout.shape[:2]
        breadth = spot.size * width / max(height, width)
        ellipse = np.zeros((self.size, self.size), np.float32)
        axes = (max(2, int(0.42 * breadth)), max(1, int(0.1 * breadth)))
        middle = (int(spot.centre), int(spot.base - 0.02 * self.size))
        cv2.ellipse(ellipse, middle, axes, 0, 0, 360, 1.0, -1)
        shadow = cv2.blur(ellipse, (self.size // 20 | 1, self.size // 20 | 1))
        return background * (1 - 0.45 * shadow[..., None])
