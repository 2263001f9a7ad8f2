"""The training loop, with EMA weights, checkpoints that can be resumed, and a log."""

import copy
import json
import math
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader

from glide_studio.engine.models import chosen_device
from glide_studio.engine.schedule import NoiseSchedule
from glide_studio.training.batches import Batch, SceneBatches
from glide_studio.training.config import TrainingConfig, TrainingPhase
from glide_studio.training.plots import save_loss_curve
from glide_studio.training.scenes import SceneRecipe

CHECKPOINT_SECONDS = 120.0
_PROGRESS = ("step", "pictures", "seconds", "quarter")


class Trainer(ABC):
    """Trains `model` and writes to `folder`: `model.safetensors` (EMA, fp16), `state.pt`,
    `log.jsonl`, the plot `loss.png`, and after each quarter of the time a contact sheet,
    `sheet_1.png` and so on.

    With `resume` it continues from the last checkpoint in the folder. Raises FileExistsError if the
    folder contains a training and `resume` is false.
    """

    def __init__(
        self,
        config: TrainingConfig,
        model: nn.Module,
        schedule: NoiseSchedule,
        pack_path: Path,
        folder: Path,
        resume: bool = False,
    ) -> None:
        self.config = config
        self.device = chosen_device("auto")
        self.schedule = schedule
        self.pack_path = pack_path
        self.folder = folder
        self.model = model.train().to(self.device)
        self.ema = copy.deepcopy(self.model).eval().requires_grad_(False)
        self.optimizer = torch.optim.AdamW(
            self.model.parameters(), betas=(0.9, 0.98), weight_decay=0.01, fused=True
        )
        self.step = 0
        self.pictures = 0
        self.seconds = 0.0
        self.quarter = 0
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / "state.pt").exists():
            if not resume:
                raise FileExistsError(
                    f"{folder} already contains a training run. Use --resume to continue it, "
                    "or choose another folder."
                )
            self._restore()

    @abstractmethod
    def source(self, phase: TrainingPhase) -> SceneBatches:
        """The batches of a phase."""

    @abstractmethod
    def losses(self, batch: Batch, index: Tensor, noise: Tensor) -> tuple[Tensor, Tensor]:
        """The loss to minimise and the loss to log, with x0 noised by `noise` at timesteps `index`,
        (B,) int64."""

    @abstractmethod
    def save_weights(self, path: Path) -> None:
        """Write the moving average of the weights."""

    @abstractmethod
    def save_sheet(self, phase: TrainingPhase, recipe: SceneRecipe, path: Path) -> None:
        """Save a contact sheet drawn with the moving average."""

    def run(self, report: Callable[[str], None]) -> None:
        """Train until the configured minutes are used up, then write the weights."""
        phases = self.config.phases
        for phase, share in zip(phases, accumulate(each.share for each in phases), strict=True):
            end = share * (60 * self.config.minutes)
            if self.seconds < end:
                report(f"{phase.size} px: reading the pack")
                self._run_phase(phase, end, report)
        self.checkpoint()

    def _run_phase(self, phase: TrainingPhase, end: float, report: Callable[[str], None]) -> None:
        source = self.source(phase)
        batches = DataLoader(
            source,
            batch_size=None,
            sampler=range(self.step, sys.maxsize),
            num_workers=self.config.workers,
        )
        saved = reported = self.seconds
        losses: list[float] = []
        for batch in batches:
            started = time.monotonic()
            losses.append(self.train_step(batch))
            self.seconds += time.monotonic() - started
            if self.seconds - reported > 30 or self.seconds >= end:
                self._log(phase, sum(losses) / len(losses), report)
                reported, losses = self.seconds, []
            if self.seconds - saved > CHECKPOINT_SECONDS:
                self.checkpoint()
                saved = self.seconds
            if self._quarters_over() > self.quarter:
                self.quarter = self._quarters_over()
                self.save_sheet(phase, source.recipe, self.folder / f"sheet_{self.quarter}.png")
            if self.seconds >= end:
                return

    def _quarters_over(self) -> int:
        return min(4, int(4 * self.seconds / (60 * self.config.minutes)))

    def train_step(self, batch: Batch) -> float:
        """One update of weights and EMA; returns the loss that is logged."""
        generator = torch.Generator().manual_seed(self.config.seed * 2**32 + self.step)
        size, first = (len(batch.x0),), batch.first_timestep
        index = torch.randint(first, len(self.schedule), size, generator=generator)
        noise = torch.randn(batch.x0.shape, generator=generator)
        loss, logged = self.losses(
            batch.to(self.device), index.to(self.device), noise.to(self.device)
        )
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for group in self.optimizer.param_groups:
            group["lr"] = self._learning_rate()
        self.optimizer.step()
        self.step += 1
        self.pictures += len(batch.x0)
        self._update_ema()
        return float(logged.detach())

    def mixed_precision(self) -> torch.autocast:
        """bfloat16 where it is fast: on a CUDA device."""
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.device.type == "cuda")

    def _learning_rate(self) -> float:
        """Linear warm-up, then cosine decay to 1/25 over the configured minutes."""
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

    def _log(self, phase: TrainingPhase, loss: float, report: Callable[[str], None]) -> None:
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
        """Write the state, the EMA weights and the loss plot; a state is never half written."""
        state = {
            "model": self.model.state_dict(),
            "ema": self.ema.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "progress": {name: getattr(self, name) for name in _PROGRESS},
        }
        partial = self.folder / "state.partial"
        torch.save(state, partial)
        partial.replace(self.folder / "state.pt")
        self.save_weights(self.folder / "model.safetensors")
        log = self.folder / "log.jsonl"
        if log.exists():
            entries = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
            save_loss_curve(entries, self.folder / "loss.png")

    def _restore(self) -> None:
        state: dict[str, dict[str, Tensor]] = torch.load(
            self.folder / "state.pt", weights_only=True, map_location=self.device
        )
        self.model.load_state_dict(state["model"])
        self.ema.load_state_dict(state["ema"])
        self.optimizer.load_state_dict(state["optimizer"])
        for name, value in state["progress"].items():
            setattr(self, name, value)
