"""Batches for the networks: pictures with caption, known region and low-res picture."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor
from torch.utils.data import Dataset

from glide_studio.engine.inputs import to_signal
from glide_studio.engine.tokenizer import Tokenizer
from glide_studio.training.config import NetworkConfig, TrainingConfig, TrainingPhase
from glide_studio.training.pack import Pack
from glide_studio.training.scenes import ANYWHERE, PORTRAIT, SceneRecipe


@dataclass(frozen=True)
class Batch:
    """x0 (B, 3, S, S) in [-1, 1], and the network's keyword arguments as `conditions`.

    `captions` describe the scenes; caption dropout does not affect them. Timesteps are drawn from
    `first_timestep` up.
    """

    x0: Tensor
    captions: tuple[str, ...]
    conditions: dict[str, Tensor] = field(default_factory=dict)
    first_timestep: int = 0

    def to(self, device: torch.device) -> Self:
        conditions = {name: value.to(device) for name, value in self.conditions.items()}
        return replace(self, x0=self.x0.to(device), conditions=conditions)


class SceneBatches(Dataset[Batch]):
    """The batches of one phase by step; the same seed and step give the same batch."""

    def __init__(
        self, config: TrainingConfig, phase: TrainingPhase, pack_path: Path, size: int
    ) -> None:
        vocabulary = replace(config.vocabulary, places=phase.places or config.vocabulary.places)
        pack = Pack(pack_path, set(vocabulary.nouns.values()), vocabulary.styles, size)
        self.recipe = SceneRecipe(pack, vocabulary, size)
        self.seed = config.seed
        self.phase = phase

    def __getitem__(self, step: int) -> Batch:
        rng = self.generator(step)
        scenes = [self.recipe.sample(rng) for _ in range(self.phase.batch)]
        x0 = to_signal([scene.picture for scene in scenes])
        return Batch(x0, tuple(scene.caption for scene in scenes))

    def generator(self, step: int) -> np.random.Generator:
        return np.random.default_rng((self.seed, self.phase.size, step))


class NetworkBatches(SceneBatches):
    """Batches with the conditions of a GLIDE network: caption, known region, low-res picture."""

    def __init__(self, config: NetworkConfig, phase: TrainingPhase, pack_path: Path) -> None:
        size = config.spec.image_size if config.spec.is_upsampler else phase.size
        super().__init__(config, phase, pack_path, size)
        self.config = config
        self._tokenizer = Tokenizer()

    def __getitem__(self, step: int) -> Batch:
        rng = self.generator(step)
        pictures, known, captions = [], [], []
        for i in range(self.phase.batch):
            all_unknown = rng.random() < self.phase.empty_share
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
            captions.append(scene.caption)
        tokens, masks = zip(*(self._tokens(text, rng) for text in captions), strict=True)
        x0 = to_signal(pictures)
        inpaint_mask = torch.from_numpy(np.stack(known))[:, None]
        conditions = {"tokens": torch.cat(tokens), "mask": torch.cat(masks)}
        if self.config.spec.is_upsampler:
            # The base inpaints at a quarter of the size: its pixels are known only where all 4 x 4
            # pixels of the large picture are.
            coarse = -F.max_pool2d(-inpaint_mask, 4)
            inpaint_mask = F.interpolate(coarse, scale_factor=4, mode="nearest")
            conditions["low_res"] = self._low_res(pictures, rng)
        conditions |= {"inpaint_mask": inpaint_mask, "inpaint_image": x0 * inpaint_mask}
        return Batch(x0, tuple(captions), conditions, self.phase.first_timestep)

    def _tokens(self, text: str, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
        """The caption's tokens with caption dropout, for guidance, and token dropout."""
        dropped = rng.random() < self.config.caption_dropout
        spec = self.config.spec
        tokens, mask = self._tokenizer.padded("" if dropped else text, spec.text_ctx)
        lost = torch.from_numpy(rng.random(tokens.shape) < self.config.token_dropout)
        return torch.where(lost & mask, spec.vocab_size - 1, tokens), mask

    @staticmethod
    def _low_res(pictures: list[np.ndarray], rng: np.random.Generator) -> Tensor:
        """Quarter-size pictures, slightly blurred and noisy like those that the base generates."""
        reduced = []
        for picture in pictures:
            side = picture.shape[0] // 4
            small = cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA)
            if rng.random() < 0.5:
                small = cv2.GaussianBlur(small, (0, 0), rng.uniform(0.3, 0.7))
            noise = rng.normal(0, rng.uniform(0, 6), small.shape)
            reduced.append(np.clip(small + noise, 0, 255).astype(np.uint8))
        return to_signal(reduced)


def known_region(object_mask: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """(S, S) float32, 1 = known: all but an erased box, brush stroke, or surround of the object
    (object_mask: (S, S) uint8, 255 = object).

    These are the random-erase masks of arXiv 2112.10741, 2.3.
    """
    size = object_mask.shape[0]
    erased: np.ndarray = np.zeros((size, size), np.uint8)
    shape = rng.choice(["object", "object box", "box", "stroke"], p=[0.35, 0.3, 0.15, 0.2])
    if shape == "object":
        reach = 2 * int(rng.integers(1, max(2, size // 10))) + 1
        erased = cv2.dilate(object_mask, np.ones((reach, reach), np.uint8))
    elif shape == "object box":
        x, y, width, height = cv2.boundingRect(object_mask)
        grow = int(rng.integers(0, max(1, size // 8)))
        erased[max(0, y - grow) : y + height + grow, max(0, x - grow) : x + width + grow] = 255
    elif shape == "box":
        x, y = rng.integers(0, size * 3 // 4, 2)
        width, height = rng.integers(size // 8, size * 3 // 4, 2)
        erased[y : y + height, x : x + width] = 255
    else:
        points = rng.integers(0, size, (int(rng.integers(2, 6)), 1, 2)).astype(np.int32)
        cv2.polylines(erased, [points], False, 255, int(rng.integers(size // 10, size // 3)))
    return np.where(erased > 0, 0, 1).astype(np.float32)
