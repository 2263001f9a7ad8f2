"""Training of the base network and the upsampler."""

from pathlib import Path

import torch
from torch import Tensor

from glide_studio.engine.checkpoint import load_model, save_model
from glide_studio.engine.networks import build_model
from glide_studio.engine.schedule import NoiseSchedule
from glide_studio.engine.unet import GlideUNet
from glide_studio.training.batches import Batch, NetworkBatches, SceneBatches
from glide_studio.training.config import NetworkConfig, TrainingPhase
from glide_studio.training.objective import hybrid_loss
from glide_studio.training.scenes import SceneRecipe
from glide_studio.training.sheets import save_base_sheet, save_upsample_sheet
from glide_studio.training.trainer import Trainer

VARIATIONAL_WEIGHT = 1e-3


class NetworkTrainer(Trainer):
    """Trains a GLIDE network, starting from the weights of the file `start` or from random ones.

    Raises ModelError or ValueError if `start` cannot be used.
    """

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
        self.network = config
        self.spec = config.spec
        self.schedule = NoiseSchedule(model.spec.betas)
        super().__init__(config, model, pack_path, folder, resume)

    def source(self, phase: TrainingPhase) -> SceneBatches:
        return NetworkBatches(self.network, phase, self.pack_path)

    def losses(self, batch: Batch, generator: torch.Generator) -> tuple[Tensor, Tensor]:
        x0, size = batch.x0, (len(batch.x0),)
        index = torch.randint(
            batch.first_timestep, len(self.schedule), size, generator=generator
        ).to(self.device)
        noise = torch.randn(x0.shape, generator=generator).to(self.device)
        x_t = self.schedule.q_sample(x0, index, noise)
        with self.mixed_precision():
            output = self.model(x_t, index, **batch.conditions).float()
        error, bound = hybrid_loss(output, x0, noise, index, self.schedule, self.spec.prediction)
        return (error + VARIATIONAL_WEIGHT * bound).mean(), error.mean()

    def save_weights(self, path: Path) -> None:
        save_model(self.ema, path)

    def save_sheet(self, phase: TrainingPhase, recipe: SceneRecipe, path: Path) -> None:
        if self.spec.is_upsampler:
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
