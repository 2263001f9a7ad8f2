"""Recognizes checkpoints of other models by the names and shapes of their parameters."""

from collections.abc import Mapping

from glide_studio.core.sentence import Sentence

Shapes = Mapping[str, tuple[int, ...]]

_ATTENTION = "attn2.to_k.weight"
_STABLE_DIFFUSION = {
    768: "Stable Diffusion 1",
    1024: "Stable Diffusion 2",
    2048: "Stable Diffusion XL",
}
"""By the width of the text features that its cross-attention reads."""

_LORA = ("lora", "hada_w1", "lokr_w1", "oft_blocks")
"""Parts of the names of parameters that change another model's: LoRA, LoHa, LoKr, OFT."""

_CONTROL_NETS = ("control_model.", "controlnet_", "input_hint_block.", "zero_convs.")
"""Prefixes of the parameters that a ControlNet has beside those of the model that it steers."""

_PREFIXES = (
    ("conditioner.embedders.", "Stable Diffusion XL"),
    ("model.diffusion_model.joint_blocks.", "Stable Diffusion 3"),
    ("joint_blocks.", "Stable Diffusion 3"),
    ("double_blocks.", "Flux"),
    ("model.diffusion_model.double_blocks.", "Flux"),
    ("decoder.unets.", "DALL-E 2"),
    ("unets.", "DALL-E 2"),
    ("prior.", "DALL-E 2"),
    ("net.causal_transformer.", "DALL-E 2"),
    ("down_blocks.", "Diffusers"),
    ("text_model.encoder.", "CLIP"),
    ("vision_model.encoder.", "CLIP"),
    ("visual.", "CLIP"),
    ("model_ema.", "Stable Diffusion"),
    ("first_stage_model.", "Stable Diffusion"),
    ("cond_stage_model.", "Stable Diffusion"),
    ("encoder.down.", "Stable Diffusion (VAE)"),
    ("encoder.down_blocks.", "Stable Diffusion (VAE)"),
    ("emb_params", "Stable Diffusion (textual inversion)"),
)
"""Prefixes of parameter names, and the models that have them. The first one found decides."""


def foreign_model(name: str, shapes: Shapes) -> Sentence | None:
    """What the artist is told about the file `name` of another model; None if the model is
    unknown."""
    if any(part in parameter.lower() for parameter in shapes for part in _LORA):
        return Sentence(
            "“{name}” is a LoRA, which changes another model. GLIDE Studio reads whole GLIDE "
            "checkpoints.",
            name=name,
        )
    kind = _kind(shapes)
    if kind is not None:
        return Sentence(
            "“{name}” is a checkpoint of another model, {kind}. GLIDE Studio reads GLIDE "
            "checkpoints.",
            name=name,
            kind=kind,
        )
    if "time_embed.0.weight" in shapes and "token_embedding.weight" not in shapes:
        return Sentence(
            "“{name}” is a diffusion network that reads no text. GLIDE Studio reads GLIDE "
            "checkpoints.",
            name=name,
        )
    return None


def torch_script(name: str) -> Sentence:
    """What the artist is told about the file `name`, which is a TorchScript program."""
    return Sentence(
        "“{name}” is a program for PyTorch (TorchScript), as OpenAI's CLIP is published, and is "
        "not run. GLIDE Studio reads GLIDE checkpoints.",
        name=name,
    )


def _kind(shapes: Shapes) -> str | None:
    if any(parameter.startswith(_CONTROL_NETS) for parameter in shapes):
        return "ControlNet"
    widths = {
        shape[1]
        for parameter, shape in shapes.items()
        if parameter.endswith(_ATTENTION) and len(shape) == 2
    }
    for width, kind in _STABLE_DIFFUSION.items():
        if width in widths:
            return kind
    for prefix, kind in _PREFIXES:
        if any(parameter.startswith(prefix) for parameter in shapes):
            return kind
    return None
