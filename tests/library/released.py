"""Checkpoints in the form in which GLIDE was released, with narrow networks of random weights."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import torch
from torch import Tensor

from glide_studio.engine.clip import ClipSpec, NoisedClip
from glide_studio.engine.networks import build_model
from glide_studio.engine.spec import Kind, ModelSpec

NARROW = {"num_channels": 32, "num_res_blocks": 1, "xf_width": 16, "xf_layers": 1, "xf_heads": 1}
BASE = {"channel_mult": (1, 2), "attention_resolutions": (32,), "num_head_channels": 64}
UPSAMPLE = {"channel_mult": (1, 1, 1, 2), "attention_resolutions": (32,), "num_head_channels": 64}
SPECS: dict[str, ModelSpec] = {
    "base": ModelSpec("base", **NARROW, **BASE),
    "upsample": ModelSpec("upsample", **NARROW, **UPSAMPLE),
    "base_inpaint": ModelSpec("base-inpaint", **NARROW, **BASE),
    "upsample_inpaint": ModelSpec("upsample-inpaint", **NARROW, **UPSAMPLE),
}
CLIP = ClipSpec(
    embedding_width=64,
    text_width=64,
    text_layers=1,
    vocab_size=500,
    image_width=64,
    image_layers=1,
)


@cache
def weights(name: str) -> Mapping[str, Tensor]:
    """The parameters of the released file `name`, such as "base"."""
    torch.manual_seed(sum(map(ord, name)))
    if name.startswith("clip_"):
        clip = NoisedClip(CLIP)
        encoder = clip.image if name == "clip_image_enc" else clip.text
        return encoder.state_dict()
    return build_model(SPECS[name]).state_dict()


def save(name: str, folder: Path) -> Path:
    """Write the released file `name` to a folder."""
    path = folder / f"{name}.pt"
    torch.save(dict(weights(name)), path)
    return path


def full_size(kind: Kind, path: Path) -> None:
    """Write a file with all the parameters of a released network, random ones."""
    with torch.device("meta"):
        shapes = {
            name: value.shape for name, value in build_model(ModelSpec(kind)).state_dict().items()
        }
    generator = torch.Generator().manual_seed(0)
    torch.save(
        {
            name: torch.empty(shape).normal_(0, 0.02, generator=generator)
            for name, shape in shapes.items()
        },
        path,
    )
