"""The matte of a fill: the pixels that its prompt is about, by classifier-free guidance.

The finished picture is noised again, and x_0 predicted with the caption and without: where the two
differ, the caption decides what is drawn. DiffEdit (Couairon et al., arXiv 2210.11427) finds the
mask of an edit in the same way before the edit; here it is found in the finished picture.
"""

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from scipy import ndimage  # type: ignore[import-untyped]
from torch import Tensor

from glide_studio.core.raster.guided_filter import guided
from glide_studio.core.raster.raster import Pixels
from glide_studio.engine.denoiser import KnownRegion, UNet, encode_prompts
from glide_studio.engine.inputs import to_signal
from glide_studio.engine.schedule import NoiseSchedule
from glide_studio.engine.tokenizer import Tokenizer

FIRST_TIMESTEP, LAST_TIMESTEP = 450, 900
"""Timesteps of the noised pictures. Below them, x_t still shows what both predictions then follow;
above them, it shows nothing."""

DRAWS, DRAWS_LARGE = 12, 4
LARGE = 50_000_000
"""Draws of noise. Networks with more parameters than LARGE take seconds for each, so they get
fewer."""

_SMOOTHING_SIGMA = 0.012
"""Of the Gaussian that smooths the difference, relative to the side."""
_CLOSING_STEPS = 1
_THRESHOLD = 0.9
"""Relative to Otsu's threshold."""
_FILTER_RADIUS = 1 / 12
"""Of the guided filter, relative to the side: as far as the coarse matte may be off."""
_FILTER_EPSILON = 1e-4

_SEED = 0


@torch.no_grad()
def matte(
    model: UNet, tokenizer: Tokenizer, prompt: str, picture: Pixels, known: KnownRegion
) -> Pixels:
    """The opacity of the object in `picture` (S, S, 3) uint8, a finished fill of the region
    `known` (1, ...) of the base network: (S, S) uint8, 0 where the picture was known."""
    difference = guidance_difference(model, tokenizer, prompt, picture, known)
    hole = known.mask[0, 0].cpu().numpy() == 0
    return refined(solid_part(difference, hole), hole, picture)


def guidance_difference(
    model: UNet, tokenizer: Tokenizer, prompt: str, picture: Pixels, known: KnownRegion
) -> NDArray[np.float32]:
    """How far x_0 with the prompt is from x_0 without, at the size of the base: (S, S), 0 to 1.

    All draws are one batch. Each counts alike, whatever its timestep.
    """
    size, draws = model.spec.image_size, _draws(model)
    x0 = F.interpolate(to_signal([picture]), (size, size), mode="area").to(model.device)
    schedule = NoiseSchedule(model.spec.betas, list(range(model.spec.diffusion_steps)))
    timesteps = torch.linspace(FIRST_TIMESTEP, LAST_TIMESTEP, draws).round().long().to(model.device)
    generator = torch.Generator().manual_seed(_SEED)
    noise = torch.randn(draws, *x0.shape[1:], generator=generator).to(model.device)
    x_t = schedule.q_sample(x0.expand(draws, -1, -1, -1), timesteps, noise)
    text = encode_prompts(tokenizer, model, [prompt] * draws + [""] * draws)
    both, twice = x_t.repeat(2, 1, 1, 1), timesteps.repeat(2)
    inputs = {
        "inpaint_image": known.image[:1].expand(2 * draws, -1, -1, -1),
        "inpaint_mask": known.mask[:1].expand(2 * draws, -1, -1, -1),
    }
    predicted = model(both, twice, text=text, **inputs).float()[:, :3]
    x0_from = schedule.x0_from_v if model.spec.prediction == "v" else schedule.x0_from_eps
    captioned, empty = x0_from(predicted, both, twice).clamp(-1, 1).chunk(2)
    return _averaged((captioned - empty).abs().mean(dim=1), known.mask[0, 0] == 0)


def _averaged(differences: Tensor, hole: Tensor) -> NDArray[np.float32]:
    """The mean of (N, S, S) draws within the hole, each relative to its largest value: (S, S), 0 to
    1."""
    differences = differences * hole
    largest = differences.amax(dim=(1, 2), keepdim=True).clamp(min=1e-3)
    mean = (differences / largest).mean(dim=0)
    return (mean / mean.max().clamp(min=1e-6)).cpu().numpy()


def solid_part(difference: NDArray[np.float32], hole: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The largest connected part of the hole in which the difference is high, without holes."""
    smooth = ndimage.gaussian_filter(difference, _SMOOTHING_SIGMA * len(difference)) * hole
    if not smooth.any():
        return np.zeros_like(hole)
    high = smooth > _THRESHOLD * otsu(smooth[hole])
    closed = ndimage.binary_closing(np.pad(high, _CLOSING_STEPS), iterations=_CLOSING_STEPS)
    inner = slice(_CLOSING_STEPS, -_CLOSING_STEPS)
    labels, count = ndimage.label(ndimage.binary_fill_holes(closed[inner, inner]))
    if count == 0:
        return np.zeros_like(hole)
    sizes = ndimage.sum_labels(np.ones_like(labels), labels, range(1, count + 1))
    return (labels == 1 + int(np.argmax(sizes))) & hole


def otsu(values: NDArray[np.float32]) -> float:
    """The threshold that best separates `values` into two classes (Otsu 1979)."""
    counts, edges = np.histogram(values, 256)
    centres = (edges[1:] + edges[:-1]) / 2
    weight, total = np.cumsum(counts), np.cumsum(counts * centres)
    below = total / np.maximum(weight, 1)
    rest = np.maximum(weight[-1] - weight, 1)
    between = weight * rest * (below - (total[-1] - total) / rest) ** 2
    return float(centres[int(np.argmax(between))])


def refined(solid: NDArray[np.bool_], hole: NDArray[np.bool_], picture: Pixels) -> Pixels:
    """A coarse matte (s, s) at the size of `picture` (S, S, 3), fitted to the picture's edges: (S,
    S) uint8."""
    side = picture.shape[0]
    coarse = _enlarged(solid, side)
    alpha = guided(picture, coarse, max(1, round(_FILTER_RADIUS * side)), _FILTER_EPSILON)
    inside = _enlarged(hole, side) >= 0.5
    # The filter leaves the inside slightly transparent and the outside slightly opaque.
    sharp = np.clip((alpha - 0.5) * 2 + 0.5, 0, 1) * inside
    return np.rint(255 * sharp).astype(np.uint8)


def _enlarged(flags: NDArray[np.bool_], side: int) -> NDArray[np.float32]:
    signal = torch.from_numpy(flags).float()[None, None]
    return F.interpolate(signal, (side, side), mode="bilinear")[0, 0].numpy()


def _draws(model: UNet) -> int:
    parameters = getattr(model, "parameters", None)
    count = sum(each.numel() for each in parameters()) if parameters is not None else 0
    return DRAWS_LARGE if count > LARGE else DRAWS
