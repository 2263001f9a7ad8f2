"""Training of the base network and the upsampler."""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import torch
from PIL import Image
from torch import Tensor

from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.installed import default_model
from glide_studio.core.request.settings import Sampling, Settings
from glide_studio.engine.checkpoint import load_model, save_model
from glide_studio.engine.networks import build_model
from glide_studio.engine.schedule import NoiseSchedule
from glide_studio.engine.tokenizer import Tokenizer
from glide_studio.engine.unet import GlideUNet
from glide_studio.training.batches import Batch, NetworkBatches, SceneBatches
from glide_studio.training.captions import Subject, Words, caption
from glide_studio.training.config import NetworkConfig, TrainingPhase
from glide_studio.training.drawing import at_size, draw
from glide_studio.training.objective import hybrid_loss
from glide_studio.training.plots import save_sheet
from glide_studio.training.scenes import SceneRecipe
from glide_studio.training.trainer import Trainer
from glide_studio.training.vocabulary import COLOURS, PLACES, Vocabulary

VARIATIONAL_WEIGHT = 1e-3
SEEDS = 8
_SETTINGS = Settings(
    "of each picture",
    default_model().name,
    base=Sampling("ddim", "20"),
    upsample=Sampling("ddim", "20"),
)
_SCENES = 6


class NetworkTrainer(Trainer):
    """Trains a GLIDE network, starting from the weights of the file `start` or from random ones.

    Raises ModelError or ValueError if `start` cannot be used.
    """

    config: NetworkConfig
    ema: GlideUNet

    def __init__(
        self,
        config: NetworkConfig,
        pack_path: Path,
        folder: Path,
        resume: bool = False,
        start: Path | None = None,
    ) -> None:
        torch.manual_seed(config.seed)
        model = build_model(config.spec)
        if start is not None:
            take_weights(model, load_model(start))
        schedule = NoiseSchedule(model.spec.betas)
        super().__init__(config, model, schedule, pack_path, folder, resume)

    def source(self, phase: TrainingPhase) -> SceneBatches:
        return NetworkBatches(self.config, phase, self.pack_path)

    def losses(self, batch: Batch, noise: Callable[[Tensor], Tensor]) -> tuple[Tensor, Tensor]:
        x0, conditions = batch.inputs()
        index, eps = batch.timesteps, noise(x0)
        x_t = self.schedule.q_sample(x0, index, eps)
        with self.mixed_precision():
            output = self.model(x_t, index, **conditions).float()
        prediction = self.config.spec.prediction
        error, bound = hybrid_loss(output, x0, eps, index, self.schedule, prediction)
        return (error + VARIATIONAL_WEIGHT * bound).mean(), error.mean()

    def save_weights(self, path: Path) -> None:
        save_model(self.ema, path)

    def save_sheet(self, phase: TrainingPhase, recipe: SceneRecipe, path: Path) -> None:
        if self.config.spec.is_upsampler:
            save_upsample_sheet(self.ema, recipe, path)
        else:
            save_base_sheet(self.ema, self.config.vocabulary, phase.size, path)


def take_weights(model: GlideUNet, source: GlideUNet) -> None:
    """Copy all weights of `source` into `model`; token embeddings are matched by token.

    Raises ValueError if `source` has another architecture.
    """
    weights = source.state_dict()
    rows = weights.pop("token_embedding.weight")
    own = {name: value.shape for name, value in model.state_dict().items()}
    if any(own.get(name) != value.shape for name, value in weights.items()):
        raise ValueError("The weights to start from belong to a network of another shape.")
    model.load_state_dict(weights, strict=False)
    known = {token: row for row, token in enumerate(source.spec.token_ids)}
    with torch.no_grad():
        for row, token in enumerate(model.spec.token_ids):
            if token in known:
                model.token_embedding.weight[row] = rows[known[token]]
        model.token_embedding.weight[-1] = rows[-1]


def sheet_prompts(vocabulary: Vocabulary, count: int = 8) -> list[str]:
    """Prompts that cycle through the nouns, colours and places of a vocabulary."""
    nouns = list(vocabulary.nouns)[:: max(1, len(vocabulary.nouns) // count)][:count]
    colours, places = list(COLOURS), vocabulary.places
    return [
        caption(
            Words(Subject(noun, colours[i % len(colours)])),
            PLACES[places[i % len(places)]].phrases[0],
        )
        for i, noun in enumerate(nouns)
    ]


def save_base_sheet(model: GlideUNet, vocabulary: Vocabulary, size: int, path: Path) -> None:
    """A row of SEEDS pictures, `size` pixels each, for each of `sheet_prompts`."""
    prompts = [prompt for prompt in sheet_prompts(vocabulary) for _ in range(SEEDS)]
    pictures = draw(at_size(model, size), Tokenizer(), prompts, _SETTINGS)
    rows = [(prompts[i], pictures[i : i + SEEDS]) for i in range(0, len(prompts), SEEDS)]
    save_sheet(rows, path)


def save_upsample_sheet(model: GlideUNet, recipe: SceneRecipe, path: Path) -> None:
    """Scenes in a row; below them, reduced to a quarter and enlarged by bicubic interpolation, and
    by the network."""
    rng = np.random.default_rng(0)
    scenes = [recipe.sample(rng) for _ in range(_SCENES)]
    truth: list[Pixels] = [scene.picture for scene in scenes]
    side = model.spec.image_size // 4
    small = [cv2.resize(p, (side, side), interpolation=cv2.INTER_AREA) for p in truth]
    size = (model.spec.image_size, model.spec.image_size)
    bicubic = [np.asarray(Image.fromarray(p).resize(size, Image.Resampling.BICUBIC)) for p in small]
    captions = [scene.caption for scene in scenes]
    drawn = draw(model, Tokenizer(), captions, _SETTINGS, small)
    save_sheet([("truth", truth), ("bicubic", bicubic), ("drawn", drawn)], path, cell=size[0])
