"""Contact sheets that accompany the figures of an evaluation."""

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import over_white
from glide_studio.core.mask.mask import REPAINT
from glide_studio.core.raster.raster import Pixels
from glide_studio.training.drawing import draw
from glide_studio.training.evaluation import Evaluator
from glide_studio.training.inpainting import MASK_SHARES, Hole, Inpainter

CELL = 128
_PROMPTS, _SEEDS = 8, 8
_HOLES = 6
_OUTLINE = (255, 0, 255)

Row = tuple[Sequence[str], list[Pixels]]
"""Captions, of the first cells of a row or of all, and its pictures."""


def prompt_sheet(evaluator: Evaluator) -> Iterator[Row]:
    """A finished picture of each of eight prompts, one a row, for each of eight seeds."""
    models, settings = evaluator.models, evaluator.default
    for each in evaluator.prompts(evaluator.words(pictures=_PROMPTS)):
        prompts = [each] * _SEEDS
        low_res = draw(models.base, models.tokenizer, prompts, settings)
        yield [each], draw(models.upsample, models.tokenizer, prompts, settings, low_res)


def inpainting_sheet(evaluator: Evaluator) -> Iterator[Row]:
    """Masked photographs with the result beside each: a row for each of MASK_SHARES, with the first
    of the inpaintings that the figures are about."""
    inpainter = Inpainter(evaluator.models, evaluator.default)
    for share in MASK_SHARES:
        holes = evaluator.holes(share, _HOLES)
        prompts = [hole.request.settings.prompt for hole in holes]
        documents = inpainter.finished(holes, inpainter.fills(holes, prompts))
        pictures, texts = [], []
        for hole, document, prompt in zip(holes, documents, prompts, strict=True):
            pictures += [outlined(hole), framed(surroundings(hole, document))]
            texts += [f"{share:.0%}: {prompt}", ""]
        yield texts, pictures


def surroundings(hole: Hole, document: Document) -> Pixels:
    """The part of a document that the networks saw, without what was mirrored past its edges."""
    seen = hole.request.bounds.intersected(document.extent.bounds)
    return over_white(document.composite(seen))


def outlined(hole: Hole, cell: int = CELL) -> Pixels:
    """The original with the outline of its mask, as `framed`."""
    mask = hole.document.mask.read(hole.request.bounds.intersected(hole.document.extent.bounds))
    picture = framed(surroundings(hole, hole.document), cell)
    inside = (framed(np.dstack([mask] * 3), cell)[..., 0] >= REPAINT).astype(np.uint8)
    contours, _ = cv2.findContours(inside, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    cv2.drawContours(picture, contours, -1, _OUTLINE, 1)
    return picture


def framed(picture: Pixels, cell: int = CELL) -> Pixels:
    """A picture of any shape, resized to fit into a black square of `cell` pixels."""
    height, width = picture.shape[:2]
    scale = cell / max(height, width)
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    frame: np.ndarray = np.zeros((cell, cell, 3), np.uint8)
    top, left = (cell - size[1]) // 2, (cell - size[0]) // 2
    resized = cv2.resize(picture, size, interpolation=method)
    frame[top : top + size[1], left : left + size[0]] = resized
    return frame
