"""The training loop: EMA weights, checkpoints that survive a kill, and a log."""

import copy
import json
import math
import time
from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor

from glide_studio.engine.checkpoint import load_model, save_model
from glide_studio.engine.schedule import NoiseSchedule, beta_schedule
from glide_studio.engine.unet import GlideUNet, build_model
from glide_studio.training.batches import Batch, BatchSource, batches
from glide_studio.training.config import Phase, TrainingConfig
from glide_studio.training.objective import hybrid_loss

CHECKPOINT_SECONDS = 120.0
VARIATIONAL_WEIGHT = 1e-3


def take_weights(model: GlideUNet, source: GlideUNet) -> None:
    """Copy every weight of `source` that has a place in `model`; tokens are matched by their id.

    Raises ValueError for a source whose network has another shape.
    """
    weights = source.state_dict()
    rows = weights.pop("token_embedding.weight")
    if not set(weights) <= set(model.state_dict()):
        raise ValueError("The weights to start from belong to a network of another shape.")
    try:
        model.load_state_dict(weights, strict=False)
    except RuntimeError as error:
        raise ValueError("The weights to start from belong to a network of another shape.") from error
    known = {token: row for row, token in enumerate(source.spec.token_ids)}
    with torch.no_grad():
        for row, token in enumerate(model.spec.token_ids):
            if token in known:
                model.token_embedding.weight[row] = rows[known[token]]
        model.token_embedding.weight[-1] = rows[-1]


class Trainer:
    """Trains one network into `folder`: `model.safetensors` (EMA, fp16), `state.pt`, `log.jsonl`.

    `start` is a model.safetensors to begin with instead of fresh weights.
    With `resume`, goes on where the last checkpoint in the folder left off.
    Raises FileExistsError when the folder holds a training and `resume` is not asked for.
    """

    def __init__(
        self,
        config: TrainingConfig,
        pack_path: Path,
        folder: Path,
        resume: bool = False,
        start: Path | None = None,
    ) -> None:
        self.config = config
        self.pack_path = pack_path
        self.folder = folder
        torch.manual_seed(config.seed)
        self.model = build_model(config.spec).train()
        if start is not None:
            take_weights(self.model, load_model(start))
        self.ema = copy.deepcopy(self.model).eval().requires_grad_(False)
        self.optimizer = torch.optim.AdamW(
            self.model.parameters(), betas=(0.9, 0.98), weight_decay=0.01, fused=True
        )
        self.schedule = NoiseSchedule(
            beta_schedule(config.spec.noise_schedule, config.spec.diffusion_steps)
        )
        self.step = 0
        self.pictures = 0
        self.seconds = 0.0
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / "state.pt").exists():
            if not resume:
                raise FileExistsError(f"{folder} holds a training; give --resume to go on with it.")
            self._restore()

    def run(self, report: Callable[[str], None]) -> None:
        """Train until the configured minutes are used up, then write the weights."""
        for phase, end in self._phase_ends():
            if self.seconds < end:
                report(f"{phase.size} px: reading the pack")
                self._run_phase(phase, end, report)
        self.checkpoint()

    def _phase_ends(self) -> list[tuple[Phase, float]]:
        total, share, ends = 60 * self.config.minutes, 0.0, []
        for phase in self.config.phases:
            share += phase.share
            ends.append((phase, share * total))
        return ends

    def _run_phase(self, phase: Phase, end: float, report: Callable[[str], None]) -> None:
        source = BatchSource(self.config, phase, self.pack_path)
        saved = reported = self.seconds
        losses: list[float] = []
        for batch in batches(source, self.step):
            started = time.monotonic()
            losses.append(self.train_step(batch))
            self.seconds += time.monotonic() - started
            if self.seconds - reported > 30 or self.seconds >= end:
                self._log(phase, sum(losses) / len(losses), report)
                reported, losses = self.seconds, []
            if self.seconds - saved > CHECKPOINT_SECONDS:
                self.checkpoint()
                saved = self.seconds
            if self.seconds >= end:
                return

    def train_step(self, batch: Batch) -> float:
        """One update of weights and EMA; returns the loss."""
        x0 = batch.x0
        generator = torch.Generator().manual_seed(self.config.seed * 2**32 + self.step)
        index = torch.randint(0, len(self.schedule), (len(x0),), generator=generator)
        noise = torch.randn(x0.shape, generator=generator)
        x_t = self.schedule.q_sample(x0, index, noise)
        output = self.model(x_t, index, **batch.conditions)
        error, bound = hybrid_loss(
            output, x0, noise, index, self.schedule, self.config.spec.prediction
        )
        loss = (error + VARIATIONAL_WEIGHT * bound).mean()
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for group in self.optimizer.param_groups:
            group["lr"] = self._learning_rate()
        self.optimizer.step()
        self.step += 1
        self.pictures += len(x0)
        self._update_ema()
        return float(error.detach().mean())

    def _learning_rate(self) -> float:
        """Linear warm-up, then a cosine down to a twenty-fifth over the configured minutes."""
        warm_up = min(1.0, (self.step + 1) / self.config.warm_up_steps)
        done = min(1.0, self.seconds / (60 * self.config.minutes))
        cosine = 0.04 + 0.96 * 0.5 * (1 + math.cos(math.pi * done))
        return self.config.learning_rate * warm_up * cosine

    @torch.no_grad()
    def _update_ema(self) -> None:
        decay = min(self.config.ema_decay, (1 + self.step) / (10 + self.step))
        averages: list[Tensor] = list(self.ema.parameters())
        current: list[Tensor] = list(self.model.parameters())
        torch._foreach_lerp_(averages, current, 1 - decay)

    def _log(self, phase: Phase, loss: float, report: Callable[[str], None]) -> None:
        entry = {
            "step": self.step,
            "size": phase.size,
            "pictures": self.pictures,
            "seconds": round(self.seconds),
            "loss": round(loss, 5),
        }
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(entry) + "\n")
        left = max(0.0, self.config.minutes - self.seconds / 60)
        report(
            f"{phase.size} px, step {self.step}, {self.pictures} pictures, "
            f"loss {loss:.4f}, {left:.0f} min left"
        )

    def checkpoint(self) -> None:
        """Write the state to go on from, and the EMA weights; each file whole or not at all."""
        state = {
            "model": self.model.state_dict(),
            "ema": self.ema.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "progress": {"step": self.step, "pictures": self.pictures, "seconds": self.seconds},
        }
        partial = self.folder / "state.partial"
        torch.save(state, partial)
        partial.replace(self.folder / "state.pt")
        save_model(self.ema, self.folder / "model.safetensors")

    def _restore(self) -> None:
        state: dict[str, dict[str, Tensor]] = torch.load(
            self.folder / "state.pt", weights_only=True
        )
        self.model.load_state_dict(state["model"])
        self.ema.load_state_dict(state["ema"])
        self.optimizer.load_state_dict(state["optimizer"])
        for name, value in state["progress"].items():
            setattr(self, name, value)
