"""Batches for the networks: pictures with caption, known region and low-res picture."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor
from torch.utils.data import Dataset

from glide_studio.engine.tokenizer import Tokenizer
from glide_studio.training.config import NetworkConfig, TrainingConfig, TrainingPhase
from glide_studio.training.masks import anything, surround
from glide_studio.training.pack import Pack
from glide_studio.training.scenes import ANYWHERE, IN_MASK, PORTRAIT, SceneRecipe

TIMESTEPS = 1000
NOISY = 250
"""Below this timestep there is little left to learn."""
_FREE_SHARE, _PLACED = 0.15, 600
"""The share of text to image with objects anywhere, as in sketches, and its last timestep: at the
noisier ones nothing shows where the object is."""
_PART_SHARE = 0.1
"""The share of inpainting in which the mask covers any part of a scene, not its object."""


@dataclass(frozen=True)
class Batch:
    """Pictures (B, S, S, 3) uint8, the timesteps (B,) int64 to noise them to, and the network's
    other keyword arguments as `conditions`.

    `inpaint_mask`, 1 = known, is a condition; the known pixels are not, as `inputs` takes them from
    the pictures. `captions` describe the scenes; caption dropout does not affect them.
    """

    pictures: Tensor
    timesteps: Tensor
    captions: tuple[str, ...]
    conditions: dict[str, Tensor] = field(default_factory=dict)

    def to(self, device: torch.device) -> Self:
        return self._each(lambda tensor: tensor.to(device, non_blocking=True))

    def pin_memory(self) -> Self:
        """The same in page-locked memory, as a DataLoader wants it for a GPU."""
        return self._each(Tensor.pin_memory)

    def _each(self, change: Callable[[Tensor], Tensor]) -> Self:
        conditions = {name: change(value) for name, value in self.conditions.items()}
        pictures, timesteps = change(self.pictures), change(self.timesteps)
        return replace(self, pictures=pictures, timesteps=timesteps, conditions=conditions)

    def inputs(self) -> tuple[Tensor, dict[str, Tensor]]:
        """x0 (B, 3, S, S) in [-1, 1], and all of the network's keyword arguments."""
        x0 = _signal(self.pictures)
        conditions = dict(self.conditions)
        if "inpaint_mask" in conditions:
            conditions["inpaint_image"] = x0 * conditions["inpaint_mask"]
        if "low_res" in conditions:
            conditions["low_res"] = _signal(conditions["low_res"])
        return x0, conditions


def _signal(pictures: Tensor) -> Tensor:
    return pictures.permute(0, 3, 1, 2).float() / 127.5 - 1


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
        pictures = torch.from_numpy(np.stack([scene.picture for scene in scenes]))
        timesteps = torch.tensor([self.timestep(rng) for _ in scenes])
        return Batch(pictures, timesteps, tuple(scene.caption for scene in scenes))

    def timestep(self, rng: np.random.Generator, last: int = TIMESTEPS - 1) -> int:
        """A random timestep up to `last`, as the phase wants them."""
        first = self.phase.first_timestep
        if rng.random() < self.phase.noisy_share:
            first = max(first, NOISY)
        return int(rng.integers(first, last + 1))

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
        pictures, known, captions, prompts, timesteps = [], [], [], [], []
        for i in range(self.phase.batch):
            if i % self.phase.crops_per_scene == 0:
                task = self._task(rng)
            y, x = rng.integers(0, self.recipe.size - self.phase.size + 1, 2)
            window = np.s_[y : y + self.phase.size, x : x + self.phase.size]
            pictures.append(task.picture[window])
            known.append(task.known[window])
            captions.append(task.caption)
            prompts.append(task.prompt)
            timesteps.append(self.timestep(rng, task.last_timestep))
        tokens, masks = zip(*(self._tokens(text, rng) for text in prompts), strict=True)
        inpaint_mask = torch.from_numpy(np.stack(known)).float()[:, None]
        conditions = {"tokens": torch.cat(tokens), "mask": torch.cat(masks)}
        if self.config.spec.is_upsampler:
            # The base inpaints at a quarter of the size: its pixels are known only where all 4 x 4
            # pixels of the large picture are.
            coarse = -F.max_pool2d(-inpaint_mask, 4)
            inpaint_mask = F.interpolate(coarse, scale_factor=4, mode="nearest")
            conditions["low_res"] = self._low_res(pictures, rng)
        conditions["inpaint_mask"] = inpaint_mask
        shown = torch.from_numpy(np.stack(pictures))
        return Batch(shown, torch.tensor(timesteps), tuple(captions), conditions)

    def _task(self, rng: np.random.Generator) -> "_Task":
        """Text to image, an object in a mask, a part of a picture, or a removal."""
        size = self.recipe.size
        if rng.random() < self.phase.empty_share:
            free = rng.random() < _FREE_SHARE
            scene = self.recipe.sample(rng, framing=ANYWHERE if free else PORTRAIT)
            dropped = rng.random() < self.config.caption_dropout
            prompt = "" if dropped else scene.caption
            known, last = np.zeros((size, size), bool), _PLACED if free else TIMESTEPS - 1
            return _Task(scene.picture, known, scene.caption, prompt, last)
        scene = self.recipe.sample(rng, framing=IN_MASK if rng.random() < 0.7 else ANYWHERE)
        if rng.random() < _PART_SHARE:
            return _Task(scene.picture, ~anything(size, rng), scene.caption, scene.caption)
        removed = rng.random() < self.config.caption_dropout
        hole = surround(scene.object_mask, rng)
        if removed and rng.random() < 0.3:
            hole = anything(size, rng)
        # What is known shows no shadow of what is not there yet.
        inside = scene.ground if removed else scene.picture
        picture = np.where(hole[..., None], inside, scene.ground)
        return _Task(picture, ~hole, scene.caption, "" if removed else scene.caption)

    def _tokens(self, text: str, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
        """The prompt's tokens with token dropout."""
        spec = self.config.spec
        tokens, mask = self._tokenizer.padded(text, spec.text_ctx)
        lost = torch.from_numpy(rng.random(tokens.shape) < self.config.token_dropout)
        return torch.where(lost & mask, spec.vocab_size - 1, tokens), mask

    @staticmethod
    def _low_res(pictures: list[np.ndarray], rng: np.random.Generator) -> Tensor:
        """Quarter-size pictures, slightly blurred and noisy like those that the base generates:
        (B, S/4, S/4, 3) uint8."""
        reduced = []
        for picture in pictures:
            side = picture.shape[0] // 4
            small = cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA)
            if rng.random() < 0.5:
                small = cv2.GaussianBlur(small, (0, 0), rng.uniform(0.3, 0.7))
            noise = rng.normal(0, rng.uniform(0, 6), small.shape)
            reduced.append(np.clip(small + noise, 0, 255).astype(np.uint8))
        return torch.from_numpy(np.stack(reduced))


@dataclass(frozen=True)
class _Task:
    """What a network learns to draw, (S, S, 3) uint8, and what it is given: `known` (S, S) bool,
    and a prompt, which is the picture's caption or empty."""

    picture: np.ndarray
    known: np.ndarray
    caption: str
    prompt: str
    last_timestep: int = TIMESTEPS - 1
