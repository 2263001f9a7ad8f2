"""Batches for the networks: pictures with caption, known region and low-res picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from glide_studio.engine.tokenizer import Tokenizer
from glide_studio.training.config import Phase, TrainingConfig
from glide_studio.training.masks import known_region
from glide_studio.training.pack import Pack
from glide_studio.training.scenes import ANYWHERE, PORTRAIT, SceneRecipe


@dataclass(frozen=True)
class Batch:
    """x0 (B, 3, S, S) in [-1, 1], and the conditions as the network's call names them."""

    x0: Tensor
    conditions: dict[str, Tensor]


def to_signal(pictures: np.ndarray) -> Tensor:
    """(B, S, S, 3) uint8 to (B, 3, S, S) float32 in [-1, 1]."""
    return torch.from_numpy(pictures).permute(0, 3, 1, 2).float() / 127.5 - 1


class BatchSource:
    """Draws batches for one phase; the same seed and step give the same batch."""

    def __init__(self, config: TrainingConfig, phase: Phase, pack_path: Path) -> None:
        scene_size = config.spec.image_size if config.spec.is_upsampler else phase.size
        nouns = set(config.vocabulary.nouns.values())
        pack = Pack(pack_path, nouns, config.styles, scene_size)
        self.recipe = SceneRecipe(pack, config.vocabulary, scene_size)
        self.config = config
        self.phase = phase
        self._tokenizer = Tokenizer()

    def batch(self, step: int) -> Batch:
        rng = np.random.default_rng((self.config.seed, self.phase.size, step))
        pictures, known, tokens, masks = [], [], [], []
        for i in range(self.phase.batch):
            all_unknown = rng.random() < self.config.empty_share
            if i % self.phase.crops_per_scene == 0:
                framing = PORTRAIT if all_unknown else ANYWHERE
                scene = self.recipe.sample(rng, framing=framing)
            region = (
                np.zeros(scene.object_mask.shape, np.float32)
                if all_unknown
                else known_region(scene.object_mask, rng)
            )
            y, x = rng.integers(0, self.recipe.size - self.phase.size + 1, 2)
            window = np.s_[y : y + self.phase.size, x : x + self.phase.size]
            pictures.append(scene.picture[window])
            known.append(region[window])
            ids, mask = self._caption(scene.caption, rng)
            tokens.append(ids)
            masks.append(mask)
        x0 = to_signal(np.stack(pictures))
        inpaint_mask = torch.from_numpy(np.stack(known))[:, None]
        conditions = {"tokens": torch.cat(tokens), "mask": torch.cat(masks)}
        if self.config.spec.is_upsampler:
            # GLIDE's base decides on a quarter-size grid; a cell is known if all of it is.
            coarse = -F.max_pool2d(-inpaint_mask, 4)
            inpaint_mask = F.interpolate(coarse, scale_factor=4, mode="nearest")
            conditions["low_res"] = self._low_res(pictures, rng)
        conditions |= {"inpaint_mask": inpaint_mask, "inpaint_image": x0 * inpaint_mask}
        return Batch(x0, conditions)

    def _caption(self, text: str, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
        """The caption's tokens; sometimes empty, for guidance, and sometimes with a token lost."""
        dropped = rng.random() < self.config.caption_dropout
        spec = self.config.spec
        tokens, mask = self._tokenizer.padded("" if dropped else text, spec.text_ctx)
        lost = torch.from_numpy(rng.random(tokens.shape) < self.config.token_dropout)
        return torch.where(lost & mask, spec.vocab_size - 1, tokens), mask

    @staticmethod
    def _low_res(pictures: list[np.ndarray], rng: np.random.Generator) -> Tensor:
        """Quarter-size pictures, blurred and noised a little as the base's own pictures are."""
        reduced = []
        for picture in pictures:
            side = picture.shape[0] // 4
            small = cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA)
            if rng.random() < 0.5:
                small = cv2.GaussianBlur(small, (0, 0), rng.uniform(0.3, 0.7))
            noise = rng.normal(0, rng.uniform(0, 6), small.shape)
            reduced.append(np.clip(small + noise, 0, 255).astype(np.uint8))
        return to_signal(np.stack(reduced))


def batches(source: BatchSource, first_step: int) -> Iterator[Batch]:
    step = first_step
    while True:
        yield source.batch(step)
        step += 1
