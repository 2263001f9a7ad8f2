"""Recognizes GLIDE's networks and their sizes by the names and shapes of parameters alone."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from math import gcd
from typing import Literal

import torch

from glide_studio.core.sentence import ArtistError, Sentence
from glide_studio.engine.clip import ClipSpec, NoisedClip
from glide_studio.engine.foreign import Shapes, foreign_model
from glide_studio.engine.networks import network_of
from glide_studio.engine.spec import KINDS, ModelSpec

Part = Literal["base", "upsample", "base_inpaint", "upsample_inpaint", "clip", "text", "image"]
"""One of the networks, the whole noised CLIP, or one of its two encoders."""

_LANDMARKS = (
    ("input_blocks.0.0.weight", "token_embedding.weight"),
    ("blocks.input.w_voc", "blocks.output.f.w"),
    ("blocks.input.w_t", "blocks.output.f.w"),
)
"""Pairs of parameters that only GLIDE's U-Nets, its text encoder of CLIP, or its image encoder
have."""

PREFIXES = ("module.", "_orig_mod.", "model.")
"""What training puts before the names of parameters."""


class ModelError(ArtistError):
    """A model that cannot be loaded."""


class ForeignCheckpoint(ModelError):
    """A checkpoint of another model, or one whose parts do not belong together."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.template, **sentence.values)


@dataclass(frozen=True)
class Recognized:
    """A part of a model and its spec; of an encoder of CLIP, only its own sizes are in the spec."""

    part: Part
    spec: ModelSpec | ClipSpec


def prefix_of(names: Collection[str]) -> str:
    """What precedes the released names of GLIDE's parameters, such as "glide_model."; the file may
    have other parameters too. Of several networks, the one is taken whose prefix says that its
    weights are averages. For another model, the prefix that all names share."""
    for first, other in _LANDMARKS:
        starts = [name.removesuffix(first) for name in names if name.endswith(first)]
        whole = [start for start in starts if start + other in names]
        if whole:
            return min(whole, key=lambda start: not is_average(start))
    prefix = ""
    while True:
        found = next(
            (p for p in PREFIXES if names and all(n.startswith(prefix + p) for n in names)), None
        )
        if found is None:
            return prefix
        prefix += found


def is_average(name: str) -> bool:
    """Whether a name in a checkpoint says that weights were averaged in training (EMA), which
    sample better than the last ones."""
    return "ema" in re.split(r"[^a-z]+", name.lower())


def recognize(name: str, shapes: Shapes) -> Recognized:
    """The part of GLIDE that the file `name` holds, whose parameters have these shapes.

    Raises ForeignCheckpoint, whose sentence says what the file is instead, or what does not fit.
    """
    try:
        if "input_blocks.0.0.weight" in shapes and "token_embedding.weight" in shapes:
            spec = _unet_spec(shapes)
            return Recognized(_part_of(spec), spec)
        if "blocks.input.w_voc" in shapes:
            return Recognized("text", _text_spec(shapes))
        if "blocks.input.w_t" in shapes:
            return Recognized("image", _image_spec(shapes))
    except (KeyError, IndexError, TypeError, ValueError, ZeroDivisionError) as error:
        raise _impossible(name) from error
    raise ForeignCheckpoint(
        foreign_model(name, shapes)
        or Sentence(
            "“{name}” is not a checkpoint of GLIDE or of any other model that GLIDE Studio knows.",
            name=name,
        )
    )


def joined_clip(text: ClipSpec, image: ClipSpec) -> ClipSpec:
    """The spec of both encoders together. Raises ForeignCheckpoint if they do not fit, ValueError
    if no CLIP has their sizes."""
    if text.embedding_width != image.embedding_width:
        raise ForeignCheckpoint(
            Sentence("The two encoders of CLIP do not belong together: their sizes differ.")
        )
    spec = ClipSpec(
        embedding_width=text.embedding_width,
        text_width=text.text_width,
        text_layers=text.text_layers,
        text_ctx=text.text_ctx,
        vocab_size=text.vocab_size,
        image_width=image.image_width,
        image_layers=image.image_layers,
        image_size=image.image_size,
        patch_size=image.patch_size,
        timesteps=image.timesteps,
    )
    return ClipSpec.from_json(spec.to_json())


def check_shapes(name: str, shapes: Shapes, spec: ModelSpec | ClipSpec) -> list[str]:
    """The names of the parameters of `spec`. Raises ForeignCheckpoint unless all of them are in the
    file `name`, in their sizes; others may be there too."""
    try:
        with torch.device("meta"):
            model = network_of(spec) if isinstance(spec, ModelSpec) else NoisedClip(spec)
    except Exception as error:  # torch raises almost anything for sizes that do not go together
        raise _impossible(name) from error
    expected = {key: tuple(value.shape) for key, value in model.state_dict().items()}
    for key, shape in expected.items():
        if key not in shapes:
            raise ForeignCheckpoint(
                Sentence(
                    "“{name}” is an incomplete checkpoint of GLIDE: {parameter} is missing.",
                    name=name,
                    parameter=key,
                )
            )
        if shapes[key] != shape:
            raise ForeignCheckpoint(
                Sentence(
                    "“{name}” does not fit GLIDE: {parameter} is {found} instead of {expected}.",
                    name=name,
                    parameter=key,
                    found=_size(shapes[key]),
                    expected=_size(shape),
                )
            )
    return sorted(expected)


def _impossible(name: str) -> ForeignCheckpoint:
    return ForeignCheckpoint(
        Sentence(
            "“{name}” has parameters named as GLIDE's, but no GLIDE network has their sizes.",
            name=name,
        )
    )


def _size(shape: tuple[int, ...]) -> str:
    return " x ".join(map(str, shape)) or "1"


def _part_of(spec: ModelSpec) -> Part:
    parts: dict[str, Part] = {
        "base": "base",
        "upsample": "upsample",
        "base-inpaint": "base_inpaint",
        "upsample-inpaint": "upsample_inpaint",
    }
    return parts[spec.kind]


def _unet_spec(shapes: Shapes) -> ModelSpec:
    """The spec of a U-Net with GLIDE's parameter names. What shapes do not show, such as the number
    of pixels and the channels of a head, is as released."""
    first = shapes["input_blocks.0.0.weight"]
    (kind,) = [kind for kind in KINDS if ModelSpec(kind).in_channels == first[1]]
    channels = shapes["time_embed.0.weight"][1]
    blocks = _count(shapes, "input_blocks.{}.0.")
    levels = 1 + sum(
        any(f"output_blocks.{i}.{place}.in_layers.0.weight" in shapes for place in (1, 2))
        for i in range(blocks)
    )
    per_level = blocks // levels
    released = ModelSpec(kind)
    outputs = [
        shapes[f"input_blocks.{1 + level * per_level}.0.out_layers.3.weight"][0]
        for level in range(levels)
    ]
    attending = [
        level
        for level in range(levels)
        if f"input_blocks.{1 + level * per_level}.1.qkv.weight" in shapes
    ]
    widths = [*(outputs[level] for level in attending), outputs[-1]]
    vocabulary, text_width = shapes["token_embedding.weight"]
    if vocabulary < released.vocab_size:
        raise ValueError("the embedding has fewer rows than the vocabulary has words")
    return ModelSpec(
        kind,
        num_channels=channels,
        num_res_blocks=per_level - 1,
        channel_mult=tuple(output // channels for output in outputs),
        attention_resolutions=tuple(
            sorted((released.image_size >> level for level in attending), reverse=True)
        ),
        num_head_channels=gcd(released.num_head_channels, *widths),
        norm_groups=gcd(released.norm_groups, channels),
        text_ctx=shapes["positional_embedding"][0],
        xf_width=text_width,
        xf_layers=_count(shapes, "transformer.resblocks.{}."),
        xf_heads=max(text_width // (released.xf_width // released.xf_heads), 1),
        vocab_size=vocabulary,
    )


def _text_spec(shapes: Shapes) -> ClipSpec:
    vocabulary, width = shapes["blocks.input.w_voc"]
    return ClipSpec(
        embedding_width=shapes["blocks.output.f.w"][0],
        text_width=width,
        text_layers=_count(shapes, "blocks.block_{}."),
        text_ctx=shapes["blocks.input.w_pos"][0],
        vocab_size=vocabulary,
    )


def _image_spec(shapes: Shapes) -> ClipSpec:
    timesteps, width = shapes["blocks.input.w_t"]
    patch = shapes["blocks.input.patch_proj"][2]
    side = round((shapes["blocks.input.w_pos"][0] - 1) ** 0.5)
    return ClipSpec(
        embedding_width=shapes["blocks.output.f.w"][0],
        image_width=width,
        image_layers=_count(shapes, "blocks.block_{}."),
        image_size=side * patch,
        patch_size=patch,
        timesteps=timesteps,
    )


def _count(shapes: Shapes, pattern: str) -> int:
    """How many consecutive i, from 0 on, give the prefix of a name when put into `pattern`."""
    before, _, after = pattern.partition("{}")
    numbers = {
        name.removeprefix(before).partition(".")[0]
        for name in shapes
        if name.startswith(before) and after
    }
    count = 0
    while str(count) in numbers:
        count += 1
    return count
