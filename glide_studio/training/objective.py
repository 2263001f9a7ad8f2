"""The training objective: the hybrid loss of Nichol & Dhariwal (arXiv 2102.09672)."""

import math
from typing import Literal

import torch
from torch import Tensor

from glide_studio.engine.schedule import NoiseSchedule

_SNR_RANGE = (1.0, 5.0)
"""Bounds of the signal-to-noise ratio as the weight of the error in x0: at most 5 (min-SNR, Hang et
al., arXiv 2303.09556) and at least 1 (truncated SNR, Salimans & Ho, arXiv 2202.00512). Without the
lower bound the noisiest steps, which determine layout and prompt match, hardly count. It applies to
v only: at those steps an error in ε says nothing about x0."""


def _normal_kl(mean_1: Tensor, log_var_1: Tensor, mean_2: Tensor, log_var_2: Tensor) -> Tensor:
    """KL divergence of two diagonal Gaussians, elementwise, in nats."""
    gap = (mean_1 - mean_2).square() * torch.exp(-log_var_2)
    return 0.5 * (log_var_2 - log_var_1 + torch.exp(log_var_1 - log_var_2) + gap - 1)


def _discretised_nll(x0: Tensor, mean: Tensor, log_var: Tensor) -> Tensor:
    """Negative log-likelihood, elementwise in nats, of 8-bit values in [-1, 1]."""
    precision = torch.exp(-0.5 * log_var)

    def cdf(value: Tensor) -> Tensor:
        return 0.5 * (1 + torch.erf((value - mean) * precision / math.sqrt(2)))

    above = torch.where(x0 > 0.999, 1.0, cdf(x0 + 1 / 255))
    below = torch.where(x0 < -0.999, 0.0, cdf(x0 - 1 / 255))
    return -(above - below).clamp(min=1e-12).log()


def hybrid_loss(
    output: Tensor,
    x0: Tensor,
    noise: Tensor,
    index: Tensor,
    schedule: NoiseSchedule,
    prediction: Literal["eps", "v"],
) -> tuple[Tensor, Tensor]:
    """Losses of a batch: weighted mean-squared error, and the variational term in bits.

    output: (B, 6, S, S) of the network at x_t = q_sample(x0, index, noise); index: (B,) int64.
    The error is that of v or ε, weighted as `_SNR_RANGE` says. The variational term trains the
    variance only: the mean enters it without its gradient.
    Returns two (B,) tensors.
    """
    predicted, variance = output.chunk(2, dim=1)
    x_t = schedule.q_sample(x0, index, noise)
    snr = (2 * schedule.lambda_[index]).exp().flatten()
    if prediction == "v":
        target, weight = schedule.velocity(x0, index, noise), snr.clamp(*_SNR_RANGE) / (snr + 1)
        x0_hat = schedule.x0_from_v(predicted.detach(), x_t, index).clamp(-1, 1)
    else:
        target, weight = noise, snr.clamp(max=_SNR_RANGE[1]) / snr
        x0_hat = schedule.x0_from_eps(predicted.detach(), x_t, index).clamp(-1, 1)
    error = weight * (predicted - target).square().mean((1, 2, 3))

    mean = schedule.posterior_mean(x0_hat, x_t, index)
    log_var = schedule.log_variance(variance, index)
    true_mean = schedule.posterior_mean(x0, x_t, index)
    true_log_var = schedule.posterior_log_variance[index]
    first = (index == 0)[:, None, None, None]
    kl = _normal_kl(true_mean, true_log_var, mean, log_var)
    bound = torch.where(first, _discretised_nll(x0, mean, log_var), kl)
    return error, bound.mean((1, 2, 3)) / math.log(2)
