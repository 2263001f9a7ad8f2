"""The ceiling: how fast the machine multiplies large matrices and computes a convolution of the
size that the networks have."""

from dataclasses import dataclass

import torch

from glide_studio.bench.measure import seconds_each
from glide_studio.engine.inference import arithmetics


@dataclass(frozen=True)
class Ceiling:
    """The speed of `matmul` and `convolution` on a device, in 10^9 operations a second."""

    device: str
    dtype: str
    matmul: float
    convolution: float


def ceiling(device: torch.device, dtype: torch.dtype) -> Ceiling:
    side = 8192 if device.type == "cuda" else 2048
    a, b = (torch.randn(side, side, device=device, dtype=dtype) for _ in range(2))
    channels, size, batch = 384, 32, 32 if device.type == "cuda" else 2
    layer = torch.nn.Conv2d(channels, channels, 3, padding=1).to(device, dtype)
    layer = layer.to(memory_format=torch.channels_last).requires_grad_(False)  # type: ignore[call-overload]
    x = torch.randn(batch, channels, size, size, device=device, dtype=dtype)
    x = x.to(memory_format=torch.channels_last)
    product, convolution = seconds_each([lambda: a @ b, lambda: layer(x)], device)
    operations = 2 * 9 * channels**2 * size**2 * batch
    return Ceiling(
        device.type,
        str(dtype).removeprefix("torch."),
        2 * side**3 / product / 1e9,
        operations / convolution / 1e9,
    )


def ceilings() -> list[Ceiling]:
    """The ceilings of every device, in each precision that is used there."""
    found = [ceiling(torch.device("cpu"), torch.float32)]
    fast = arithmetics(torch.device("cpu"))[0].dtype
    if fast != torch.float32:
        found.append(ceiling(torch.device("cpu"), fast))
    if torch.cuda.is_available():
        found += [ceiling(torch.device("cuda"), dtype) for dtype in (torch.float32, torch.float16)]
    return found
