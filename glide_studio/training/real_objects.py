"""Real objects in the masks of photographs: the most that a judge of inpainting can find."""

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from glide_studio.core.raster.raster import Pixels
from glide_studio.training.captions import Words
from glide_studio.training.inpainting import Hole
from glide_studio.training.judge import Judge
from glide_studio.training.scenes import IN_MASK, Scene, SceneRecipe
from glide_studio.training.vocabulary import ELSEWHERE

_FILLED = 0.92
"""How much of the mask's box an object fills, as those do that the networks learn from."""


def noun_found(
    judge: Judge, holes: Sequence[Hole], recipe: SceneRecipe, rng: np.random.Generator
) -> float:
    """The share of holes in which the judge finds the noun when its real object is placed there."""
    words = [hole.words for hole in holes]
    right = judge.right(list(_close_ups(holes, recipe, rng)), words)
    return float(right["noun"].float().mean())


def _close_ups(
    holes: Sequence[Hole], recipe: SceneRecipe, rng: np.random.Generator
) -> Iterator[Pixels]:
    for hole in holes:
        scene = recipe.compose(Words(hole.words.subject, ELSEWHERE), rng, IN_MASK)
        yield hole.close_up(with_object(hole, scene))


def with_object(hole: Hole, scene: Scene) -> Pixels:
    """The photograph of a hole with a scene's object in the middle of its mask, as large as the
    mask's box allows: (S, S, 3) uint8, like `hole.photo`."""
    left, top, width, height = cv2.boundingRect(scene.object_mask)
    part = np.s_[top : top + height, left : left + width]
    x, y, room, tall = cv2.boundingRect((hole.known == 0).astype(np.uint8))
    scale = _FILLED * min(room / width, tall / height)
    size = max(1, round(scale * width)), max(1, round(scale * height))
    colour, opacity = (
        cv2.resize(np.ascontiguousarray(each[part]), size, interpolation=cv2.INTER_AREA)
        for each in (scene.picture, scene.object_mask)
    )
    alpha = opacity[..., None] / 255
    result = hole.photo.copy()
    x, y = x + (room - size[0]) // 2, y + (tall - size[1]) // 2
    under = result[hole.inside][y : y + size[1], x : x + size[0]]  # a view of `result`
    under[:] = np.rint(under * (1 - alpha) + colour * alpha)
    return result
