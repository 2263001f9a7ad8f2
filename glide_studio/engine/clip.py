"""The noised CLIP that guides GLIDE (arXiv 2112.10741, 2.4), under its released names.

Two transformers give unit embeddings of a caption and of a noisy 64x64 picture at a timestep.
"""

import json
import math
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from typing import Self

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from glide_studio.core.request.settings import is_whole
from glide_studio.engine.guidance import Guide, Score, classifier_guide
from glide_studio.engine.text import token_rows
from glide_studio.engine.tokenizer import ClipTokenizer

HEAD_WIDTH = 64
LOGIT_SCALE = 100.0
# Per-channel mean and deviation of 8-bit pictures in CLIP's training set.
PIXEL_MEAN = (122.77093945, 116.74601272, 104.09373519)
PIXEL_STD = (68.50053285, 66.63215831, 70.32316309)


@dataclass(frozen=True)
class ClipSpec:
    """Sizes of a noised CLIP, as released by default.

    `token_ids` lists, in order, the vocabulary ids that have a row in the token embedding, the
    last row standing for every other id; empty means a row for each of `vocab_size` ids.
    """

    embedding_width: int = 512
    text_width: int = 512
    text_layers: int = 12
    text_ctx: int = 77
    vocab_size: int = 65536
    token_ids: tuple[int, ...] = ()
    image_width: int = 768
    image_layers: int = 12
    image_size: int = 64
    patch_size: int = 4
    timesteps: int = 1000

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Raises ValueError when the text is not a spec."""
        try:
            values = json.loads(text)
        except RecursionError as error:
            raise ValueError("JSON nested too deeply") from error
        known = {field.name for field in fields(cls)}
        if not isinstance(values, dict) or not set(values) <= known:
            raise ValueError("The text does not describe a noised CLIP.")
        sizes = [value for name, value in values.items() if name != "token_ids"]
        if not all(is_whole(size, 1, 1_000_000) for size in sizes) or any(
            values.get(name, 0) > 256 for name in ("text_layers", "image_layers")
        ):
            raise ValueError("A noised CLIP has no such sizes.")
        return cls(**{**values, "token_ids": tuple(values.get("token_ids", ()))})


def _drawn(*shape: int, spread: float) -> nn.Parameter:
    """Weights from N(0, spread²); none on the meta device, where drawing them would import torch's
    compiler, which installers leave out."""
    weights = torch.empty(shape)
    return nn.Parameter(weights if weights.is_meta else weights.normal_(std=spread))


class LayerNorm(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.g = nn.Parameter(torch.ones(width))
        self.b = nn.Parameter(torch.zeros(width))

    def forward(self, x: Tensor) -> Tensor:
        return F.layer_norm(x, self.g.shape, self.g, self.b, eps=1e-5)


class Affine(nn.Module):
    def __init__(self, n_in: int, n_out: int, bias: bool = True) -> None:
        super().__init__()
        self.w = _drawn(n_out, n_in, spread=1 / math.sqrt(n_in))
        self.b = nn.Parameter(torch.zeros(n_out)) if bias else None

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.w, self.b)


class AttentionBranch(nn.Module):
    def __init__(self, width: int, causal: bool) -> None:
        super().__init__()
        self.causal = causal
        self.ln = LayerNorm(width)
        self.f_q = Affine(width, width)
        self.f_k = Affine(width, width, bias=False)
        self.f_v = Affine(width, width)
        self.f_c = Affine(width, width)

    def forward(self, x: Tensor) -> Tensor:
        h = self.ln(x)
        q, k, v = (
            f(h).unflatten(2, (-1, HEAD_WIDTH)).transpose(1, 2)
            for f in (self.f_q, self.f_k, self.f_v)
        )
        h = F.scaled_dot_product_attention(q, k, v, is_causal=self.causal)
        return x + self.f_c(h.transpose(1, 2).flatten(2))


class FeedForwardBranch(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.ln = LayerNorm(width)
        self.f_1 = Affine(width, 4 * width)
        self.f_2 = Affine(4 * width, width)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.f_2(F.gelu(self.f_1(self.ln(x))))


def transformer_block(width: int, causal: bool) -> nn.Sequential:
    return nn.Sequential(
        OrderedDict(f_attn=AttentionBranch(width, causal), f_mlp=FeedForwardBranch(width))
    )


class TextInput(nn.Module):
    token_rows: Tensor

    def __init__(self, spec: ClipSpec) -> None:
        super().__init__()
        rows = len(spec.token_ids) + 1 if spec.token_ids else spec.vocab_size
        self.w_voc = _drawn(rows, spec.text_width, spread=0.02)
        self.w_pos = _drawn(spec.text_ctx, spec.text_width, spread=0.01)
        self.has_rows = bool(spec.token_ids)
        if self.has_rows:
            rows_of = token_rows(spec.token_ids, spec.vocab_size)
            self.register_buffer("token_rows", rows_of, persistent=False)

    def forward(self, tokens: Tensor) -> Tensor:
        if self.has_rows:
            tokens = self.token_rows[tokens]
        return F.embedding(tokens, self.w_voc) + self.w_pos


class ImageInput(nn.Module):
    def __init__(self, spec: ClipSpec) -> None:
        super().__init__()
        width, patch_size = spec.image_width, spec.patch_size
        patches = (spec.image_size // patch_size) ** 2
        spread = 1 / math.sqrt(width)
        self.w_t = _drawn(spec.timesteps, width, spread=spread)
        self.patch_proj = _drawn(width, 3, patch_size, patch_size, spread=spread)
        self.w_pos = _drawn(1 + patches, width, spread=spread)
        self.ln = LayerNorm(width)
        self.patch_size = patch_size

    def forward(self, x: Tensor, timesteps: Tensor) -> Tensor:
        mean, std = (x.new_tensor(c)[:, None, None] for c in (PIXEL_MEAN, PIXEL_STD))
        x = ((x + 1) * 127.5 - mean) / std
        patches = F.conv2d(x, self.patch_proj, stride=self.patch_size).flatten(2).transpose(1, 2)
        time = F.embedding(timesteps, self.w_t)[:, None]
        return self.ln(torch.cat([time, patches], dim=1) + self.w_pos)


class Output(nn.Module):
    def __init__(self, width: int, embedding_width: int) -> None:
        super().__init__()
        self.ln = LayerNorm(width)
        self.f = Affine(width, embedding_width, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """(B, width) features to (B, embedding_width) unit embeddings."""
        return F.normalize(self.f(self.ln(x)), dim=-1)


def _stack(entry: nn.Module, blocks: int, output: Output, causal: bool) -> nn.ModuleDict:
    width = len(output.ln.g)
    middle = {f"block_{i}": transformer_block(width, causal) for i in range(blocks)}
    return nn.ModuleDict({"input": entry, **middle, "output": output})


def _apply_blocks(blocks: nn.ModuleDict, x: Tensor) -> Tensor:
    for name, block in blocks.items():
        if name.startswith("block_"):
            x = block(x)
    return x


class ClipTextEncoder(nn.Module):
    def __init__(self, spec: ClipSpec = ClipSpec()) -> None:
        super().__init__()
        output = Output(spec.text_width, spec.embedding_width)
        self.blocks = _stack(TextInput(spec), spec.text_layers, output, causal=True)

    def forward(self, tokens: Tensor, lengths: Tensor) -> Tensor:
        """(B, text_ctx) tokens and (B,) lengths, as `ClipTokenizer.padded` gives, to (B, D)."""
        x = _apply_blocks(self.blocks, self.blocks["input"](tokens))
        return self.blocks["output"](x[torch.arange(len(x), device=x.device), lengths - 1])


class ClipImageEncoder(nn.Module):
    def __init__(self, spec: ClipSpec = ClipSpec()) -> None:
        super().__init__()
        output = Output(spec.image_width, spec.embedding_width)
        self.blocks = _stack(ImageInput(spec), spec.image_layers, output, causal=False)

    def forward(self, x_t: Tensor, timesteps: Tensor) -> Tensor:
        """(B, 3, S, S) noisy pictures in [-1, 1] and (B,) timesteps to (B, D)."""
        x = _apply_blocks(self.blocks, self.blocks["input"](x_t, timesteps))
        return self.blocks["output"](x[:, 0])


class NoisedClip(nn.Module):
    """Both encoders, in one checkpoint."""

    def __init__(self, spec: ClipSpec) -> None:
        super().__init__()
        self.spec = spec
        self.text = ClipTextEncoder(spec)
        self.image = ClipImageEncoder(spec)

    @cached_property
    def tokenizer(self) -> ClipTokenizer:
        """Made once: reading the vocabulary takes much longer than encoding a caption."""
        return ClipTokenizer()


def clip_score(image_encoder: ClipImageEncoder, text: Tensor) -> Score:
    """exp(log 100) · ⟨f(xₜ, t), g(c)⟩ for (B, D) captions (arXiv 2112.10741, 2.4)."""
    return lambda x_t, timesteps: LOGIT_SCALE * (text * image_encoder(x_t, timesteps)).sum(dim=1)


def encoded_captions(clip: NoisedClip, captions: Sequence[str]) -> Tensor:
    """The unit embeddings of B captions, (B, D)."""
    device = next(clip.parameters()).device
    padded = [clip.tokenizer.padded(caption, clip.spec.text_ctx) for caption in captions]
    tokens, lengths = (torch.cat(parts).to(device) for parts in zip(*padded, strict=True))
    return clip.text(tokens, lengths)


def prompt_match(clip: NoisedClip, caption: str, pictures: Tensor) -> list[float]:
    """The cosine, -1 to 1, between a caption and each of the pictures (B, 3, H, W) in [-1, 1],
    which CLIP sees at its own size, without noise."""
    device, size = next(clip.parameters()).device, clip.spec.image_size
    clean = torch.zeros(len(pictures), dtype=torch.long, device=device)
    small = F.interpolate(pictures, (size, size), mode="area")
    image = clip.image(small.to(device), clean)
    return (image @ encoded_captions(clip, [caption])[0]).tolist()


def clip_guide(clip: NoisedClip, captions: list[str], scale: float) -> Guide:
    """The guide towards B captions, (B, 3, S, S) gradients times `scale`; the captions are encoded
    once."""
    return classifier_guide(clip_score(clip.image, encoded_captions(clip, captions)), scale)
