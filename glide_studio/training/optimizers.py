"""The optimisers of a training: AdamW, and if the configuration says so, Muon for the matrices."""

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from glide_studio.training.config import TrainingConfig

_OUTER = ("input_blocks.0.", "out.")
"""Muon is for the hidden layers; it does not suit embeddings, nor the first and last layer."""


class FlattenedMuon(torch.optim.Muon):
    """Muon (Jordan et al., 2024) for weights of any number of dimensions: those of a convolution
    are a matrix with a row for each output channel."""

    def __init__(self, weights: Sequence[Tensor], lr: float) -> None:
        self._weights = list(weights)
        matrices = [nn.Parameter(weight.detach().flatten(1).clone()) for weight in weights]
        super().__init__(matrices, lr=lr, weight_decay=0.01, adjust_lr_fn="match_rms_adamw")

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> None:  # type: ignore[override]
        matrices: list[Tensor] = self.param_groups[0]["params"]
        for matrix, weight in zip(matrices, self._weights, strict=True):
            assert weight.grad is not None
            matrix.copy_(weight.flatten(1))
            matrix.grad = weight.grad.flatten(1)
        super().step()
        for matrix, weight in zip(matrices, self._weights, strict=True):
            weight.copy_(matrix.view(weight.shape))


def optimizers(model: nn.Module, config: TrainingConfig) -> list[torch.optim.Optimizer]:
    """Optimizers that together update all parameters; the `initial_lr` of their groups are the
    learning rates to begin with."""
    matrices = {
        name: parameter
        for name, parameter in model.named_parameters()
        if config.matrix_learning_rate is not None and _is_matrix(name, parameter)
    }
    rest = [p for name, p in model.named_parameters() if name not in matrices]
    found: list[torch.optim.Optimizer] = [
        torch.optim.AdamW(
            rest, config.learning_rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True
        )
    ]
    if config.matrix_learning_rate is not None:
        found.append(FlattenedMuon(list(matrices.values()), config.matrix_learning_rate))
    for optimizer in found:
        for group in optimizer.param_groups:
            group["initial_lr"] = group["lr"]
    return found


def _is_matrix(name: str, parameter: Tensor) -> bool:
    inner = not name.startswith(_OUTER) and "embedding" not in name
    return inner and parameter.ndim >= 2 and min(parameter.flatten(1).shape) > 3
