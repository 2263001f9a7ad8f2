"""Contrastive training of the noised CLIP on captions and noisy pictures (arXiv 2103.00020)."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from glide_studio.engine.checkpoint import load_clip, save_model
from glide_studio.engine.clip import LOGIT_SCALE, NoisedClip
from glide_studio.engine.inputs import to_signal
from glide_studio.engine.schedule import NoiseSchedule, beta_schedule
from glide_studio.engine.tokenizer import ClipTokenizer
from glide_studio.training.batches import Batch, SceneBatches
from glide_studio.training.config import ClipConfig, TrainingPhase
from glide_studio.training.plots import save_sheet
from glide_studio.training.scenes import SceneRecipe
from glide_studio.training.trainer import Trainer

_SHOWN = 6


class _Scaled(nn.Module):
    """A noised CLIP and its temperature, which only training needs."""

    def __init__(self, clip: NoisedClip) -> None:
        super().__init__()
        self.clip = clip
        self.log_scale = nn.Parameter(torch.tensor(math.log(1 / 0.07)))


class ClipTrainer(Trainer):
    """Trains a noised CLIP to match each caption of a batch with its noisy picture, starting from
    the weights of the file `start` or from random ones.

    Raises ModelError or ValueError if `start` cannot be used.
    """

    ema: _Scaled
    model: _Scaled

    def __init__(
        self,
        config: ClipConfig,
        pack_path: Path,
        folder: Path,
        resume: bool = False,
        start: Path | None = None,
    ) -> None:
        torch.manual_seed(config.seed)
        self._tokenizer = ClipTokenizer()
        model = _Scaled(NoisedClip(config.spec))
        if start is not None:
            source = load_clip(start)
            if source.spec != config.spec:
                raise ValueError("The weights to start from belong to a network of another shape.")
            model.clip.load_state_dict(source.state_dict())
        schedule = NoiseSchedule(beta_schedule("squaredcos_cap_v2", config.spec.timesteps))
        super().__init__(config, model, schedule, pack_path, folder, resume)

    def source(self, phase: TrainingPhase) -> SceneBatches:
        return SceneBatches(self.config, phase, self.pack_path, phase.size)

    def losses(self, batch: Batch, noise: Callable[[Tensor], Tensor]) -> tuple[Tensor, Tensor]:
        x0, _ = batch.inputs()
        index = batch.timesteps
        x_t = self.schedule.q_sample(x0, index, noise(x0))
        with self.mixed_precision():
            image = self.model.clip.image(x_t, index).float()
            text = embedded(self.model.clip, self._tokenizer, batch.captions).float()
        scale = self.model.log_scale.exp().clamp(max=LOGIT_SCALE)
        logits = scale * text @ image.T
        same = torch.tensor([[a == b for b in batch.captions] for a in batch.captions])
        target = F.normalize(same.float().to(self.device), p=1, dim=1)
        loss = (F.cross_entropy(logits, target) + F.cross_entropy(logits.T, target)) / 2
        return loss, loss

    def save_weights(self, path: Path) -> None:
        save_model(self.ema.clip, path)

    def save_sheet(self, phase: TrainingPhase, recipe: SceneRecipe, path: Path) -> None:
        """Scenes, each above the caption that CLIP finds the best match for it."""
        rng = np.random.default_rng(0)
        scenes = [recipe.sample(rng) for _ in range(_SHOWN)]
        pictures = [scene.picture for scene in scenes]
        best = best_captions(self.ema.clip, pictures, [scene.caption for scene in scenes])
        save_sheet(
            [(text, [picture]) for text, picture in zip(best, pictures, strict=True)], path, 192
        )


def embedded(clip: NoisedClip, tokenizer: ClipTokenizer, captions: Sequence[str]) -> Tensor:
    """(B, D) embeddings of captions."""
    padded = [tokenizer.padded(text, clip.spec.text_ctx) for text in captions]
    device = next(clip.parameters()).device
    tokens, lengths = (torch.cat(parts).to(device) for parts in zip(*padded, strict=True))
    return clip.text(tokens, lengths)


@torch.no_grad()
def best_captions(
    clip: NoisedClip, pictures: Sequence[np.ndarray], captions: Sequence[str]
) -> list[str]:
    """The one of `captions` that a noised CLIP finds the best match for each (S, S, 3) picture."""
    text = embedded(clip, ClipTokenizer(), captions)
    x0 = to_signal(pictures).to(text.device)
    image = clip.image(x0, torch.zeros(len(x0), dtype=torch.long, device=text.device))
    return [captions[i] for i in (image @ text.T).argmax(1).tolist()]
