"""The small networks of the golden numbers, and the inputs they were run on."""

from collections.abc import Callable
from functools import cache

import torch
import torch.nn.functional as F
from torch import Tensor

from glide_studio.engine import ModelSpec, Tokenizer, build_model
from glide_studio.engine.schedule import NoiseSchedule
from glide_studio.engine.spec import Kind
from glide_studio.engine.tokenizer import ClipTokenizer
from glide_studio.engine.unet import GlideUNet
from tests.engine.golden import FACTS, fill, normal

SIZES = {
    name: FACTS["config"][name]
    for name in ("num_channels", "num_res_blocks", "text_ctx", "xf_width", "xf_layers", "xf_heads")
}


@cache
def network(kind: Kind) -> GlideUNet:
    model = build_model(ModelSpec(kind, **SIZES)).eval().requires_grad_(False)
    fill(model, kind)
    return model


def captions(spec: ModelSpec, texts: list[str]) -> dict[str, Tensor]:
    tokens, masks = zip(*(Tokenizer().padded(text, spec.text_ctx) for text in texts), strict=True)
    return {"tokens": torch.cat(tokens), "mask": torch.cat(masks)}


def conditions(spec: ModelSpec, batch: int) -> tuple[Tensor, dict[str, Tensor]]:
    """x_t, and captions 0, 1, ... with the low-res picture and the known region of the kind."""
    kind, size = spec.kind, spec.image_size
    inputs = captions(spec, FACTS["prompts"][:batch])
    if spec.is_upsampler:
        inputs["low_res"] = normal(f"{kind}/low_res", batch, 3, 64, 64).clamp(-1, 1)
    if spec.is_inpaint:
        mask = (normal(f"{kind}/mask", batch, 1, 64, 64) > 0).float()
        inputs["inpaint_mask"] = F.interpolate(mask, (size, size), mode="nearest")
        image = normal(f"{kind}/image", batch, 3, size, size).clamp(-1, 1)
        inputs["inpaint_image"] = image * inputs["inpaint_mask"]
    return normal(f"{kind}/x", batch, 3, size, size), inputs


def clip_captions(texts: list[str], text_ctx: int = 77) -> tuple[Tensor, Tensor]:
    """The tokens of texts and their lengths, as CLIP's text encoder takes them."""
    tokens, lengths = zip(*(ClipTokenizer().padded(text, text_ctx) for text in texts), strict=True)
    return torch.cat(tokens), torch.cat(lengths)


def gaussian_eps(
    schedule: NoiseSchedule, mean: float, spread: float, variance: float
) -> Callable[[Tensor, int], Tensor]:
    """The optimal network for pixels drawn from N(mean, spread²).

    `variance` is its prediction for an ancestral step: -1 the smaller one, 1 the larger.
    """

    def eps_model(x_t: Tensor, timestep: int) -> Tensor:
        index = schedule.timesteps.index(timestep)
        signal, noise = schedule.sqrt_alpha_bar[index], schedule.sigma[index]
        eps = noise * (x_t - signal * mean) / (signal**2 * spread**2 + noise**2)
        return torch.cat([eps, torch.full_like(eps, variance)], dim=1)

    return eps_model
