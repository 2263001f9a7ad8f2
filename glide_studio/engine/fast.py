"""A network at the machine's pace: the memory layout, precision and convolutions that suit it."""

from collections.abc import Iterator

import torch
from torch import Tensor, nn

from glide_studio.engine.unet import GlideUNet, ResBlock
from glide_studio.engine.winograd import WinogradConv2d

_LEAST_CHANNELS = 128
_LEAST_SIZE = 16
"""Smaller pictures have too few tiles to pay for weights that are four times as large."""


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
    its output and the caption's encoder stay in float32; in float32 on a CPU, wide convolutions
    become Winograd's. What comes back can be neither trained nor saved.
    """
    dtype = fast_dtype(device) if dtype is None else dtype
    model = model.to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    for block, _ in _sized_blocks(model):
        for layers in (block.in_layers, block.out_layers):
            layers[1] = nn.SiLU(inplace=True)  # what it is given comes fresh from a norm
    if dtype != torch.float32:
        _lower_precision(model, dtype)
    elif device.type == "cpu":
        _use_winograd(model)
    return model


class _Float32GroupNorm(nn.Module):
    def __init__(self, norm: nn.GroupNorm) -> None:
        super().__init__()
        self.norm = norm

    def forward(self, x: Tensor) -> Tensor:
        return self.norm(x.float()).to(x.dtype)


def _lower_precision(model: GlideUNet, dtype: torch.dtype) -> None:
    for block in (*model.input_blocks, model.middle_block, *model.output_blocks, model.out):
        for name, module in list(block.named_modules()):
            if isinstance(module, nn.GroupNorm):
                block.set_submodule(name, _Float32GroupNorm(module))
            elif hasattr(module, "weight") and not name.endswith("encoder_kv"):
                module.to(dtype)


def _use_winograd(model: GlideUNet) -> None:
    for block, size in _sized_blocks(model):
        for layers in (block.in_layers, block.out_layers):
            conv = layers[-1]
            assert isinstance(conv, nn.Conv2d)
            if min(conv.in_channels, conv.out_channels) >= _LEAST_CHANNELS and size >= _LEAST_SIZE:
                layers[-1] = WinogradConv2d(conv)


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
