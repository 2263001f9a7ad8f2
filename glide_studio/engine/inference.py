"""What makes a network fast: its memory layout, precision, convolutions and attention."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from glide_studio.engine.unet import AttentionBlock, GlideUNet, ResBlock, Stage
from glide_studio.engine.winograd import WinogradConv2d

KERNELS = 1
"""Version of what is computed here. Raise it with every change, so that errors measured before
are measured again."""

MIN_WINOGRAD_CHANNELS = 128
"""Narrower convolutions stay direct."""

TENSOR_CORES = 7
"""The first major compute capability of NVIDIA's that has them; earlier cards are mostly slower in
half precision."""

_MIN_WINOGRAD_SIZE = {torch.float32: {4: 16}, torch.bfloat16: {4: 32, 2: 8}}
"""The smallest side of a picture, in pixels, by the side of Winograd's tiles: a smaller picture has
too few tiles to make up for reading the larger weights."""

_MAX_WEIGHTS = 2_000_000
"""The most attention weights of one block of queries, so that they stay in the cache."""

_MIN_QUERIES = 64


@dataclass(frozen=True)
class Arithmetic:
    """How a network is computed: the dtype of its U-Net, and whether Winograd's algorithm replaces
    its wide convolutions, which is for CPUs and not for float16."""

    dtype: torch.dtype
    winograd: bool = False

    def __str__(self) -> str:
        dtype = str(self.dtype).removeprefix("torch.")
        return f"{dtype} with Winograd convolutions" if self.winograd else dtype


EXACT = Arithmetic(torch.float32)


def arithmetics(device: torch.device) -> tuple[Arithmetic, ...]:
    """All arithmetics that suit the device, the fastest first; the last one is EXACT."""
    if device.type == "cuda" and torch.cuda.get_device_capability(device)[0] < TENSOR_CORES:
        return (EXACT,)
    if device.type != "cpu":
        return (Arithmetic(torch.float16), EXACT)
    in_float32 = (Arithmetic(torch.float32, winograd=True), EXACT)
    if not torch.cpu.get_capabilities().get("avx512_bf16", False):
        return in_float32
    in_bfloat16 = (Arithmetic(torch.bfloat16, winograd=True), Arithmetic(torch.bfloat16))
    return (*in_bfloat16, *in_float32)


Fill = Callable[[nn.Module, str], None]
"""Reads the weights that a part of a network does not have yet; their names begin with the given
prefix."""


def optimize_for_inference(
    model: GlideUNet,
    device: torch.device,
    arithmetic: Arithmetic,
    fill: Fill = lambda part, prefix: None,
) -> GlideUNet:
    """`model` itself, moved to `device` and changed for sampling there; no longer to be trained or
    saved, which `save_model` refuses.

    Channels are innermost. In half precision the U-Net's last layers and the caption's encoder stay
    in float32, and on a CPU its norms, which a GPU computes only in the precision of their input.
    One part after the other is filled, changed and moved, so that there is never a second copy of
    more than one part.
    """
    model.is_optimized = True
    sizes = dict(_sized_blocks(model))
    for prefix, part in _parts(model):
        part.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        if isinstance(part, Stage):
            _optimize_stage(part, device, arithmetic)
        fill(part, prefix)  # in its final layout and precision: nothing is converted afterwards
        if isinstance(part, Stage) and arithmetic.winograd:
            for block in _residual_blocks(part):
                _use_winograd(block, sizes[block], _MIN_WINOGRAD_SIZE.get(arithmetic.dtype, {}))
        part.to(device)
    fill(model, "")  # its own parameters
    return model.to(device)


def _parts(model: GlideUNet) -> Iterator[tuple[str, nn.Module]]:
    """The parts of a network that have weights, each with the prefix of their names. The network's
    own parameters are not among them."""
    for name, child in model.named_children():
        if isinstance(child, nn.ModuleList) and not isinstance(child, Stage):
            yield from ((f"{name}.{i}.", stage) for i, stage in enumerate(child))
        else:
            yield f"{name}.", child


def _residual_blocks(stage: Stage) -> list[ResBlock]:
    return [block for block in stage if isinstance(block, ResBlock)]


def _optimize_stage(stage: Stage, device: torch.device, arithmetic: Arithmetic) -> None:
    for block in _residual_blocks(stage):
        for layers in (block.in_layers, block.out_layers):
            layers[1] = nn.SiLU(inplace=True)  # its input is the fresh output of a norm
    if arithmetic.dtype != torch.float32:
        _lower_precision(stage, arithmetic.dtype, norms=device.type != "cpu")
        if device.type == "cpu":
            _use_blocked_attention(stage)


def _lower_precision(stage: Stage, dtype: torch.dtype, norms: bool) -> None:
    """Convert a stage to `dtype`; its norms only if `norms` is true. `model.out` is in no stage and
    keeps its precision: it is little work, but a third of all rounding errors."""
    for name, module in stage.named_modules():
        kept = name.endswith("encoder_kv") or (isinstance(module, nn.GroupNorm) and not norms)
        if not kept and hasattr(module, "weight"):
            module.to(dtype)


def _use_blocked_attention(stage: Stage) -> None:
    for module in stage:
        if isinstance(module, AttentionBlock):
            module.attend = _blocked_attention


def _use_winograd(block: ResBlock, size: int, min_size: dict[int, int]) -> None:
    tile = next((tile for tile, least in min_size.items() if size >= least), None)
    for layers in (block.in_layers, block.out_layers):
        conv = layers[-1]
        assert isinstance(conv, nn.Conv2d)
        if tile and min(conv.in_channels, conv.out_channels) >= MIN_WINOGRAD_CHANNELS:
            layers[-1] = WinogradConv2d(conv, tile)


def _sized_blocks(model: GlideUNet) -> Iterator[tuple[ResBlock, int]]:
    """Every residual block and the side, in pixels, of the pictures in its convolutions."""
    size = model.spec.image_size
    for stage in (*model.input_blocks, model.middle_block, *model.output_blocks):
        for block in _residual_blocks(stage):
            if block.resample == "down":
                size //= 2
            elif block.resample == "up":
                size *= 2
            yield block, size


def _blocked_attention(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """softmax(q kᵀ / sqrt(C)) v of (B, heads, L, C) queries and (B, heads, L', C) keys and values.

    As matrix products, over blocks of queries: for half precision on a CPU, where it is twice as
    fast as torch's fused kernel.
    """
    batch, heads, _, channels = q.shape
    rows = max(_MIN_QUERIES, _MAX_WEIGHTS // (batch * heads * k.shape[2]))
    keys = (k / math.sqrt(channels)).transpose(2, 3)
    blocks = q.split(rows, dim=2)
    return torch.cat([(block @ keys).softmax(dim=-1) @ v for block in blocks], dim=2)
