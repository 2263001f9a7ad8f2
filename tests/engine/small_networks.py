"""The small networks of the golden numbers, and the inputs they were run on."""

from functools import cache

import torch
import torch.nn.functional as F
from torch import Tensor

from glide_studio.engine import ModelSpec, Tokenizer, build_model
from glide_studio.engine.spec import Kind
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
