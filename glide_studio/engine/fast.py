"""A network at the machine's pace: the memory layout, precision and convolutions that suit it."""

from collections.abc import Iterator

import torch
from torch import nn

from glide_studio.engine.unet import GlideUNet, ResBlock
from glide_studio.engine.winograd import WinogradConv2d

WINOGRAD_CHANNELS = 128
"""Narrower convolutions stay direct."""

_LEAST_SIZE = {torch.float32: {4: 16}, torch.bfloat16: {4: 32, 2: 8}}
"""Of a picture, by the side of Winograd's tiles, in pixels: a smaller one has too few tiles to pay
for weights that are larger."""


def fast_dtype(device: torch.device) -> torch.dtype:
    """The fastest precision there in which a step stays within 1e-2 of float32's."""
    if device.type != "cpu":
        return torch.float16
    has_bfloat16 = torch.cpu.get_capabilities().get("avx512_bf16", False)
    return torch.bfloat16 if has_bfloat16 else torch.float32


def accelerated(
    model: GlideUNet, device: torch.device, dtype: torch.dtype | None = None
) -> GlideUNet:
    """`model` itself, moved to `device` and made fast for sampling there.

    Channels are innermost. In half precision (by default as `fast_dtype` says) the U-Net's norms,
    its last layers and the caption's encoder stay in float32. On a CPU, wide convolutions become
    Winograd's, but not in float16, which it only emulates. What comes back can be neither trained
    nor saved.
    """
    dtype = fast_dtype(device) if dtype is None else dtype
    model = model.to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    for block, _ in _sized_blocks(model):
        for layers in (block.in_layers, block.out_layers):
            layers[1] = nn.SiLU(inplace=True)  # what it is given comes fresh from a norm
    if dtype != torch.float32:
        _lower_precision(model, dtype)
    if device.type == "cpu" and dtype in _LEAST_SIZE:
        _use_winograd(model, _LEAST_SIZE[dtype])
    return model


def _lower_precision(model: GlideUNet, dtype: torch.dtype) -> None:
    """All but `model.out`: little work, and a third of all rounding."""
    for block in (*model.input_blocks, model.middle_block, *model.output_blocks):
        for name, module in block.named_modules():
            is_lowered = not (isinstance(module, nn.GroupNorm) or name.endswith("encoder_kv"))
            if is_lowered and hasattr(module, "weight"):
                module.to(dtype)


def _use_winograd(model: GlideUNet, least_size: dict[int, int]) -> None:
    for block, size in _sized_blocks(model):
        tile = next((tile for tile, least in least_size.items() if size >= least), None)
        for layers in (block.in_layers, block.out_layers):
            conv = layers[-1]
            assert isinstance(conv, nn.Conv2d)
            if tile and min(conv.in_channels, conv.out_channels) >= WINOGRAD_CHANNELS:
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
