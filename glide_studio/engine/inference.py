"""What makes a network fast: its memory layout, precision, convolutions and attention."""

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import nn

from glide_studio.engine.attention import blocked_attention
from glide_studio.engine.unet import AttentionBlock, GlideUNet, ResBlock
from glide_studio.engine.winograd import WinogradConv2d

KERNELS = 1
"""Raised with every change to what is computed here: errors measured before no longer count."""

MIN_WINOGRAD_CHANNELS = 128
"""Narrower convolutions stay direct."""

_MIN_WINOGRAD_SIZE = {torch.float32: {4: 16}, torch.bfloat16: {4: 32, 2: 8}}
"""Side of a picture in pixels, by the side of Winograd's tiles: a smaller picture has too few tiles
to make up for reading the larger weights."""


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
    """All that suit the device, the fastest first; the last is EXACT."""
    if device.type != "cpu":
        return (Arithmetic(torch.float16), EXACT)
    in_float32 = (Arithmetic(torch.float32, winograd=True), EXACT)
    if not torch.cpu.get_capabilities().get("avx512_bf16", False):
        return in_float32
    in_bfloat16 = (Arithmetic(torch.bfloat16, winograd=True), Arithmetic(torch.bfloat16))
    return (*in_bfloat16, *in_float32)


def optimize_for_inference(
    model: GlideUNet, device: torch.device, arithmetic: Arithmetic
) -> GlideUNet:
    """`model` itself, moved to `device` and changed for sampling there; no longer to be trained or
    saved, which `save_model` refuses.

    Channels are innermost. In half precision the U-Net's last layers and the caption's encoder stay
    in float32, and on a CPU its norms, which a GPU computes only in the precision of their input.
    """
    model = model.to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    model.is_optimized = True
    for block, _ in _sized_blocks(model):
        for layers in (block.in_layers, block.out_layers):
            layers[1] = nn.SiLU(inplace=True)  # its input is the fresh output of a norm
    if arithmetic.dtype != torch.float32:
        _lower_precision(model, arithmetic.dtype, norms=device.type != "cpu")
        if device.type == "cpu":
            _use_blocked_attention(model)
    if arithmetic.winograd:
        _use_winograd(model, _MIN_WINOGRAD_SIZE.get(arithmetic.dtype, {}))
    return model


def _lower_precision(model: GlideUNet, dtype: torch.dtype, norms: bool) -> None:
    """All but the norms, unless `norms` says so, and all but `model.out`: it is little work, and a
    third of all rounding."""
    for block in (*model.input_blocks, model.middle_block, *model.output_blocks):
        for name, module in block.named_modules():
            kept = name.endswith("encoder_kv") or (isinstance(module, nn.GroupNorm) and not norms)
            if not kept and hasattr(module, "weight"):
                module.to(dtype)


def _use_blocked_attention(model: GlideUNet) -> None:
    for module in model.modules():
        if isinstance(module, AttentionBlock):
            module.attend = blocked_attention


def _use_winograd(model: GlideUNet, min_size: dict[int, int]) -> None:
    for block, size in _sized_blocks(model):
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
        for block in stage:
            if isinstance(block, ResBlock):
                if block.resample == "down":
                    size //= 2
                elif block.resample == "up":
                    size *= 2
                yield block, size
