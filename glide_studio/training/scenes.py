"""Captioned scenes composed on the fly: one object of a colour at a place."""

from dataclasses import dataclass

import cv2
import numpy as np

from glide_studio.training.pack import Pack
from glide_studio.training.vocabulary import COLOURS, PLACES, Colour, Place, Vocabulary, caption

ELSEWHERE = Place("photo")
"""Any photographic place of the pack, unnamed: what a known region of a photo looks like."""

_TABLE_WALLS = ((200, 196, 190), (150, 170, 176), (190, 172, 150), (122, 130, 142))


@dataclass(frozen=True)
class Scene:
    """picture (S, S, 3) uint8; object_mask (S, S) uint8, 255 where the object is opaque."""

    picture: np.ndarray
    object_mask: np.ndarray
    caption: str
    noun: str
    colour: str
    place: str


@dataclass(frozen=True)
class Framing:
    """Ranges, as shares of the picture's side: the object's size, its centre, and where it ends."""

    size: tuple[float, float]
    centre: tuple[float, float]
    base: tuple[float, float]


PORTRAIT = Framing((0.5, 0.7), (0.42, 0.58), (0.82, 0.92))
ANYWHERE = Framing((0.22, 0.7), (0.15, 0.85), (0.5, 0.96))


def dominant_hue(cutout: np.ndarray) -> tuple[int, float]:
    """Centre of the strongest 16-wide hue band (0..179), and its share of the opaque pixels."""
    opaque = cutout[..., 3] > 128
    hsv = cv2.cvtColor(cutout[..., :3], cv2.COLOR_RGB2HSV)[opaque].astype(np.float32)
    weights = hsv[:, 1] * hsv[:, 2] / 255**2
    histogram = np.bincount(hsv[:, 0].astype(int), weights=weights, minlength=180)
    bands = np.convolve(np.concatenate([histogram[-8:], histogram, histogram[:8]]), np.ones(17))
    bands = bands[16:-16]
    hue = int(bands.argmax())
    return hue, float(bands[hue] / max(1, len(hsv)))


def recoloured(cutout: np.ndarray, colour: Colour) -> np.ndarray:
    """The cut-out with its dominant hue band moved to `colour`; a nearly grey one is tinted."""
    hsv = cv2.cvtColor(cutout[..., :3], cv2.COLOR_RGB2HSV)
    hue, saturation, value = (hsv[..., i].astype(np.int32) for i in range(3))
    if colour.hue is None:
        grey = (255 * (0.66 + 0.34 * value / 255)).astype(np.uint8)
        return np.dstack([grey, grey, grey, cutout[..., 3]])
    dominant, share = dominant_hue(cutout)
    distance = (hue - dominant + 90) % 180 - 90
    band = (np.abs(distance) < 24) & (saturation > 40) if share > 0.22 else np.ones_like(hue, bool)
    if share <= 0.22:  # a dark thing that takes a colour is no longer dark
        value = value * 225 // max(60, int(np.percentile(value[cutout[..., 3] > 128], 85)))
    new_hue = (colour.hue + (distance // 4 if share > 0.22 else 0)) % 180
    hue = np.where(band, new_hue, hue)
    saturation = np.where(band, colour.saturation, saturation)
    value = np.where(band, np.clip(value * 0.9 + 20 + colour.brighten, 0, 255), value)
    rgb = cv2.cvtColor(np.dstack([hue, saturation, value]).astype(np.uint8), cv2.COLOR_HSV2RGB)
    return np.dstack([rgb, cutout[..., 3]])


class SceneRecipe:
    """Draws scenes of `size` pixels; the same random generator state gives the same scene."""

    def __init__(self, pack: Pack, vocabulary: Vocabulary, size: int) -> None:
        self.pack = pack
        self.vocabulary = vocabulary
        self.size = size

    def sample(
        self, rng: np.random.Generator, held_out: bool = False, framing: Framing = PORTRAIT
    ) -> Scene:
        """A scene of random words; `held_out` draws only pairs that training never sees.

        One that is not framed as a portrait is set, half of the time, in an unnamed photo.
        """
        nouns = list(self.vocabulary.nouns)
        while True:
            noun = nouns[rng.integers(len(nouns))]
            colour = ["", *COLOURS][rng.integers(1 + len(COLOURS))]
            if ((noun, colour) in self.vocabulary.held_out) == held_out:
                break
        weights = np.array([place.weight for place in PLACES.values()])
        place = list(PLACES)[rng.choice(len(PLACES), p=weights / weights.sum())]
        if framing is not PORTRAIT and rng.random() < 0.5:
            place = "elsewhere"
        return self.compose(noun, colour, place, rng, framing)

    def compose(
        self,
        noun: str,
        colour: str,
        place: str,
        rng: np.random.Generator,
        framing: Framing = PORTRAIT,
    ) -> Scene:
        """The scene of the given words; sizes, positions and light are drawn from `rng`."""
        setting = PLACES.get(place, ELSEWHERE)
        text = caption(noun, colour, setting.phrases[rng.integers(len(setting.phrases))])
        background = self._background(setting, rng)
        pictures = self.pack.cutouts[self.vocabulary.nouns[noun]]
        cutout = pictures[rng.integers(len(pictures))]
        if colour:
            cutout = recoloured(cutout, COLOURS[colour])
        picture, alpha = self._placed(background, cutout, setting.casts_shadow, framing, rng)
        picture = np.clip(picture * rng.uniform(0.94, 1.05), 0, 255).astype(np.uint8)
        mask = np.where(alpha > 0.5, 255, 0).astype(np.uint8)
        return Scene(picture, mask, text, noun, colour, place)

    def _background(self, place: Place, rng: np.random.Generator) -> np.ndarray:
        size = self.size
        surface = self._surface(place, rng)
        if place.kind == "photo":
            return surface
        if place.kind == "plain":
            return surface * np.linspace(1.03, 0.95, size, dtype=np.float32)[:, None, None]
        horizon = int(size * rng.uniform(0.3, 0.5))
        if place.kind == "wall":
            floor = int(size * rng.uniform(0.82, 0.9))
            surface[floor:] = surface[floor:] * 0.4 + 50
            return surface
        if place.kind == "ground":
            top, bottom = np.array(place.sky)
            blend = np.linspace(0, 1, horizon, dtype=np.float32)[:, None, None]
            backdrop = np.broadcast_to(top * (1 - blend) + bottom * blend, (horizon, size, 3))
        else:
            wall = np.array(_TABLE_WALLS[rng.integers(len(_TABLE_WALLS))], np.float32)
            backdrop = np.broadcast_to(wall, (horizon, size, 3))
        if place.texture:
            surface = self._in_perspective(surface, horizon, rng)
        return np.concatenate([backdrop, surface[horizon:]]).astype(np.float32)

    def _surface(self, place: Place, rng: np.random.Generator) -> np.ndarray:
        size = self.size
        if not place.texture and place.kind != "photo":
            coarse = rng.normal(0, 3, (size // 4, size // 4)).astype(np.float32)
            grain = cv2.resize(coarse, (size, size), interpolation=cv2.INTER_CUBIC)
            return np.array(place.rgb, np.float32) + grain[..., None]
        textures = self.pack.textures[place.texture] if place.texture else self.pack.photos
        texture = textures[rng.integers(len(textures))]
        y, x = rng.integers(0, texture.shape[0] - size, 2)
        return texture[y : y + size, x : x + size].astype(np.float32)

    def _in_perspective(
        self, surface: np.ndarray, horizon: int, rng: np.random.Generator
    ) -> np.ndarray:
        size, spread = self.size, self.size * rng.uniform(0.35, 0.65)
        corners = np.array([[0, 0], [size, 0], [size, size], [0, size]], np.float32)
        seen = np.array(
            [[0, horizon], [size, horizon], [size + spread, size], [-spread, size]], np.float32
        )
        matrix = cv2.getPerspectiveTransform(corners, seen)
        return cv2.warpPerspective(surface, matrix, (size, size), borderMode=cv2.BORDER_REFLECT)

    def _placed(
        self,
        background: np.ndarray,
        cutout: np.ndarray,
        shaded: bool,
        framing: Framing,
        rng: np.random.Generator,
    ) -> tuple[np.ndarray, np.ndarray]:
        """Background with the cut-out standing on it, and the cut-out's alpha (0..1)."""
        size = self.size
        height, width = cutout.shape[:2]
        extent = rng.uniform(*framing.size)
        scale = size * extent / max(height, width)
        centre = size * rng.uniform(*framing.centre)
        base = size * rng.uniform(max(framing.base[0], 0.04 + extent), framing.base[1])
        angle = np.deg2rad(rng.normal(0, 2))
        linear = scale * np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        middle = np.array([centre, base - scale * height / 2])
        offset = middle - linear @ np.array([width / 2, height / 2])
        alpha = cutout[..., 3:].astype(np.float32) / 255
        premultiplied: np.ndarray = np.dstack([cutout[..., :3] * alpha, alpha])
        if scale < 0.6:  # area-average first: warpAffine alone would alias
            small = cv2.resize(premultiplied, None, fx=1.4 * scale, fy=1.4 * scale, interpolation=3)
            linear = linear @ np.diag([width / small.shape[1], height / small.shape[0]])
            premultiplied = small
        matrix = np.hstack([linear, offset[:, None]])
        layer = cv2.warpAffine(premultiplied, matrix, (size, size), flags=cv2.INTER_LINEAR)
        if shaded:
            background = self._shadowed(background, centre, base, scale * width)
        return background * (1 - layer[..., 3:]) + layer[..., :3], layer[..., 3]

    def _shadowed(
        self, background: np.ndarray, centre: float, base: float, width: float
    ) -> np.ndarray:
        ellipse = np.zeros((self.size, self.size), np.float32)
        axes = (max(2, int(0.42 * width)), max(1, int(0.1 * width)))
        middle = (int(centre), int(base - 0.02 * self.size))
        cv2.ellipse(ellipse, middle, axes, 0, 0, 360, 1.0, -1)
        shadow = cv2.blur(ellipse, (self.size // 20 | 1, self.size // 20 | 1))
        return background * (1 - 0.45 * shadow[..., None])
