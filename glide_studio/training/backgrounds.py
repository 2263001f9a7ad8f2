"""Backgrounds: grounds and tables in perspective, walls, photographs, plain colours."""

from dataclasses import dataclass

import cv2
import numpy as np

from glide_studio.training.pack import Pack
from glide_studio.training.vocabulary import ELSEWHERE, PLACES, Place

_SHARPEST = 0.8
"""The least number of a ground's pixels to a picture's pixel, along a side: less is a blur."""
_TABLE_WALLS = ((200, 196, 190), (150, 170, 176), (190, 172, 150), (122, 130, 142))


@dataclass(frozen=True)
class Backgrounds:
    """Draws square backgrounds of `size` pixels from a pack's textures."""

    pack: Pack
    size: int

    def draw(self, name: str, rng: np.random.Generator) -> np.ndarray:
        """The background of a place of PLACES, or for ELSEWHERE a part of a random photograph or
        texture: (S, S, 3) float32, 0 to 255."""
        if name == ELSEWHERE:
            return self._elsewhere(rng)
        place, size = PLACES[name], self.size
        surface = self._surface(place, rng)
        if place.kind == "photo":
            return surface
        if place.kind == "plain":
            return surface * np.linspace(1.03, 0.95, size, dtype=np.float32)[:, None, None]
        if place.kind == "wall":
            floor = int(size * rng.uniform(0.82, 0.9))
            surface[floor:] = surface[floor:] * 0.4 + 50
            return surface
        horizon = int(size * rng.uniform(0.3, 0.5))
        backdrop = self._backdrop(place, horizon, rng)
        if place.texture:
            surface = self._in_perspective(surface, horizon, rng)
        return np.concatenate([backdrop, surface[horizon:]]).astype(np.float32)

    def _backdrop(self, place: Place, horizon: int, rng: np.random.Generator) -> np.ndarray:
        """The part above the horizon: the sky over a ground, or a wall behind a table."""
        if place.kind == "ground":
            top, bottom = np.array(place.sky)
            blend = np.linspace(0, 1, horizon, dtype=np.float32)[:, None, None]
            rows = top * (1 - blend) + bottom * blend
        else:
            rows = np.array(_TABLE_WALLS[rng.integers(len(_TABLE_WALLS))], np.float32)
        return np.broadcast_to(rows, (horizon, self.size, 3))

    def _surface(self, place: Place, rng: np.random.Generator) -> np.ndarray:
        if place.texture:
            return self._cropped(self.pack.textures[place.texture], rng)
        size = self.size
        coarse = rng.normal(0, 3, (size // 4, size // 4)).astype(np.float32)
        grain = cv2.resize(coarse, (size, size), interpolation=cv2.INTER_CUBIC)
        return np.array(place.rgb, np.float32) + grain[..., None]

    def _cropped(self, textures: list[np.ndarray], rng: np.random.Generator) -> np.ndarray:
        texture = textures[rng.integers(len(textures))]
        y, x = rng.integers(0, texture.shape[0] - self.size, 2)
        return texture[y : y + self.size, x : x + self.size].astype(np.float32)

    def _elsewhere(self, rng: np.random.Generator) -> np.ndarray:
        """Any part of any ground, mirrored or not, in another exposure, contrast and white
        balance: a few hundred photographs must stand for all that artists open."""
        ground = self.pack.grounds[rng.integers(len(self.pack.grounds))]
        whole = min(ground.shape[:2])
        least = min(whole, max(64, round(_SHARPEST * self.size)))
        side = round(np.exp(rng.uniform(np.log(least), np.log(whole))))
        y, x = (rng.integers(0, length - side + 1) for length in ground.shape[:2])
        part = ground[y : y + side, x : x + side, :: rng.choice((-1, 1))]
        way = cv2.INTER_AREA if side >= self.size else cv2.INTER_CUBIC
        part = cv2.resize(np.ascontiguousarray(part), (self.size, self.size), interpolation=way)
        gain = rng.uniform(0.75, 1.2) * rng.uniform(0.92, 1.08, 3)
        shown = 255 * (part / 255.0) ** rng.uniform(0.75, 1.35) * gain
        return np.clip(shown, 0, 255).astype(np.float32)

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
