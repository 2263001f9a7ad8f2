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
from typing import Any

import cv2
import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader

from glide_studio.engine.devices import chosen_device
from glide_studio.engine.schedule import NoiseSchedule
from glide_studio.training.batches import Batch, SceneBatches
from glide_studio.training.config import TrainingConfig, TrainingPhase
from glide_studio.training.optimizers import optimizers
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
        if config.workers:
            cv2.setNumThreads(0)  # a forked worker waits for ever for threads that it does not have
        self.device = chosen_device("auto")
        self.schedule = schedule
        self.pack_path = pack_path
        self.folder = folder
        self.model = model.train().to(self.device)
        self.ema = copy.deepcopy(self.model).eval().requires_grad_(False)
        self.optimizers = optimizers(self.model, config)
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
    def losses(self, batch: Batch, noise: Callable[[Tensor], Tensor]) -> tuple[Tensor, Tensor]:
        """The loss to minimise and the loss to log; `noise` gives normal noise of a tensor's
        shape."""

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
        saved = reported = self.seconds
        losses: list[Tensor] = []
        clock = time.monotonic()
        for batch in self.batches(source):
            losses.append(self.train_step(batch))
            clock, before = time.monotonic(), clock
            self.seconds += clock - before
            if self.seconds - reported > self.report_seconds or self.seconds >= end:
                self._log(phase, float(torch.stack(losses).mean()), report)
                reported, losses = self.seconds, []
            if self.seconds - saved > CHECKPOINT_SECONDS:
                self.checkpoint()
                saved = self.seconds
            if self._quarters_over() > self.quarter:
                self.quarter = self._quarters_over()
                self.save_sheet(phase, source.recipe, self.folder / f"sheet_{self.quarter}.png")
            if self.seconds >= end:
                return

    def batches(self, source: SceneBatches) -> DataLoader[Batch]:
        """The batches of `source` from the present step on, composed by the workers."""
        return DataLoader(
            source,
            batch_size=None,
            sampler=range(self.step, sys.maxsize),
            num_workers=self.config.workers,
            pin_memory=self.device.type == "cuda",
            prefetch_factor=4 if self.config.workers else None,
        )

    def _quarters_over(self) -> int:
        return min(4, int(4 * self.seconds / (60 * self.config.minutes)))

    def train_step(self, batch: Batch) -> Tensor:
        """One update of weights and EMA; returns the loss that is logged, which is still being
        computed."""
        generator = torch.Generator(self.device)
        generator.manual_seed(self.config.seed * 2**32 + self.step)

        def noise(like: Tensor) -> Tensor:
            return torch.randn(like.shape, generator=generator, device=self.device)

        loss, logged = self.losses(batch.to(self.device), noise)
        self.model.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for optimizer in self.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = self._decay() * group["initial_lr"]
            optimizer.step()
        self.step += 1
        self.pictures += len(batch.pictures)
        self._update_ema()
        return logged.detach()

    def mixed_precision(self) -> torch.autocast:
        """bfloat16 where it is fast: on a CUDA device, and on processors made for it."""
        fast = self.device.type == "cuda" or torch.cpu.get_capabilities().get("avx512_bf16", False)
        return torch.autocast(self.device.type, torch.bfloat16, enabled=fast)

    @property
    def report_seconds(self) -> float:
        return min(30.0, 3 * self.config.minutes)

    def _decay(self) -> float:
        """The learning rate relative to its highest: linear warm-up, then cosine decay to 1/25 over
        the configured minutes."""
        warm_up = min(1.0, (self.step + 1) / self.config.warm_up_steps)
        done = min(1.0, self.seconds / (60 * self.config.minutes))
        return warm_up * (0.04 + 0.96 * 0.5 * (1 + math.cos(math.pi * done)))

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
            "optimizers": [optimizer.state_dict() for optimizer in self.optimizers],
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
        state: dict[str, Any] = torch.load(
            self.folder / "state.pt", weights_only=True, map_location=self.device
        )
        self.model.load_state_dict(state["model"])
        self.ema.load_state_dict(state["ema"])
        for optimizer, saved in zip(self.optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(saved)
        for name, value in state["progress"].items():
            setattr(self, name, value)
