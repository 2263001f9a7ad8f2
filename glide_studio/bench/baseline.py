"""The baseline: a GLIDE network without optimizations, in float32 and contiguous memory.

The weights are the same; attention is written out with einsum and softmax, and the caption is
encoded again at every step, as in the released implementation.
"""

import copy
import math
from functools import partial

import torch
from torch import Tensor

from glide_studio.engine.text import Attention
from glide_studio.engine.unet import AttentionBlock, GlideUNet


def plain(model: GlideUNet) -> GlideUNet:
    """A copy of `model` without optimizations, on the same device."""
    copied = copy.deepcopy(model).float().to(memory_format=torch.contiguous_format)  # type: ignore[call-overload]
    for module in copied.modules():
        if isinstance(module, AttentionBlock):
            module.forward = partial(_image_attention, module)  # type: ignore[method-assign]
        elif isinstance(module, Attention):
            module.forward = partial(_text_attention, module)  # type: ignore[method-assign]
    return copied


def _attend(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """Attend from (B·heads, C, L) queries to (B·heads, C, L') keys and values: (B·heads, C, L)."""
    scale = 1 / math.sqrt(math.sqrt(q.shape[1]))
    weight = torch.einsum("bct,bcs->bts", q * scale, k * scale).softmax(dim=-1)
    return torch.einsum("bts,bcs->bct", weight, v)


def _image_attention(block: AttentionBlock, x: Tensor, text_keys_values: Tensor) -> Tensor:
    batch, channels, height, width = x.shape
    qkv = block.qkv(block.norm(x).flatten(2))
    q, k, v = qkv.reshape(batch * block.heads, -1, height * width).chunk(3, dim=1)
    text_k, text_v = text_keys_values.flatten(0, 1).transpose(1, 2).chunk(2, dim=1)
    h = _attend(q, torch.cat([text_k, k], dim=-1), torch.cat([text_v, v], dim=-1))
    h = block.proj_out(h.reshape(batch, channels, height * width))
    return x + h.reshape(batch, channels, height, width)


def _text_attention(attention: Attention, x: Tensor) -> Tensor:
    batch, length, width = x.shape
    qkv = attention.c_qkv(x).view(batch, length, attention.heads, -1).permute(0, 2, 3, 1)
    q, k, v = qkv.flatten(0, 1).chunk(3, dim=1)
    h = _attend(q, k, v).view(batch, width, length).transpose(1, 2)
    return attention.c_proj(h)
