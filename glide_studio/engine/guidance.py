"""Classifier guidance: sampling that follows the gradient of log p(y | x_t, t) (Dhariwal & Nichol
2021, arXiv 2105.05233)."""

from collections.abc import Callable

import torch
from torch import Tensor

Guide = Callable[[Tensor, int], Tensor]
"""x_t (B, 3, S, S) and its timestep in the full process, 0 to 999, to the gradient to follow, of
the shape of x_t. Each sample must be treated alone, so that it does not depend on its batch."""

Score = Callable[[Tensor, Tensor], Tensor]
"""x_t (B, 3, S, S) in about [-1, 1] plus noise, on the networks' device, and (B,) timesteps, to
(B,) log p(y | x_t, t) or anything that differs from it by a constant."""


def guidance_gradient(score: Score, x_t: Tensor, timesteps: Tensor, scale: float) -> Tensor:
    """scale · ∇ₓ of the score of each sample, (B, 3, S, S)."""
    with torch.enable_grad():
        x = x_t.detach().requires_grad_(True)
        (gradient,) = torch.autograd.grad(score(x, timesteps).sum(), x)
    return scale * gradient


def classifier_guide(score: Score, scale: float) -> Guide:
    """The guide towards the y of a classifier that was trained on noisy pictures. `scale` 1 samples
    from p(x) p(y | x); higher scales sharpen the classifier's distribution, p(y | x)^scale."""

    def guide(x_t: Tensor, timestep: int) -> Tensor:
        timesteps = torch.full((len(x_t),), timestep, device=x_t.device)
        return guidance_gradient(score, x_t, timesteps, scale)

    return guide


def combined(one: Guide | None, other: Guide | None) -> Guide | None:
    """The guide that follows both: log-probabilities of independent classifiers add up."""
    if one is None or other is None:
        return one or other
    return lambda x_t, timestep: one(x_t, timestep) + other(x_t, timestep)
