"""GLIDE's text encoder: a non-causal transformer over caption tokens (arXiv 2112.10741, 2.1)."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from glide_studio.engine.spec import ModelSpec


class Attention(nn.Module):
    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.c_qkv = nn.Linear(width, 3 * width)
        self.c_proj = nn.Linear(width, width)

    def forward(self, x: Tensor) -> Tensor:
        batch, length, width = x.shape
        qkv = self.c_qkv(x).view(batch, length, self.heads, -1).transpose(1, 2)
        out = F.scaled_dot_product_attention(*qkv.chunk(3, dim=-1))
        return self.c_proj(out.transpose(1, 2).reshape(batch, length, width))


class FeedForward(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.c_fc = nn.Linear(width, 4 * width)
        self.c_proj = nn.Linear(4 * width, width)

    def forward(self, x: Tensor) -> Tensor:
        return self.c_proj(F.gelu(self.c_fc(x)))


class TransformerBlock(nn.Module):
    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.attn = Attention(width, heads)
        self.ln_1 = nn.LayerNorm(width)
        self.mlp = FeedForward(width)
        self.ln_2 = nn.LayerNorm(width)

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.attn(self.ln_1(x))
        return x + self.mlp(self.ln_2(x))


class TextTransformer(nn.Module):
    def __init__(self, spec: ModelSpec) -> None:
        super().__init__()
        self.resblocks = nn.ModuleList(
            TransformerBlock(spec.xf_width, spec.xf_heads) for _ in range(spec.xf_layers)
        )

    def forward(self, x: Tensor) -> Tensor:
        for block in self.resblocks:
            x = block(x)
        return x


def token_rows(token_ids: Sequence[int], vocab_size: int) -> Tensor:
    """(vocab_size,) int64: the row of each vocabulary id in the token embedding.

    The last row stands for every id that `token_ids` does not list. The tensor is on the CPU even
    if the network is built on the meta device, since no checkpoint contains it.
    """
    rows = torch.full((vocab_size,), len(token_ids), device="cpu")
    for row, token in enumerate(token_ids):
        rows[token] = row
    return rows
