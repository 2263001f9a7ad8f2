"""3 x 3 convolutions in fewer multiplications: Lavin & Gray (arXiv 1509.09308).

For CPUs, where the arithmetic decides how long a step takes. Tiles of 4 x 4 pixels take a quarter
of a direct convolution's multiplications, tiles of 2 x 2 four ninths, with less rounding. The
points behind the larger tile are 0, ±1/2, ±3/2 and infinity: in half precision they round half as
much as Lavin & Gray's 0, ±1, ±2 and infinity (Barabasz et al., arXiv 1803.10986), and whatever Bᵀ
multiplies by is exact in bfloat16, on both axes at once too.
"""

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

_TILES_AT_ONCE = {2: 512, 4: 128}
"""Tiles of all pictures of a batch together: enough for products of large matrices, few enough for
the cache."""

# By the side of a tile, the names of the paper: Y = Aᵀ [(G g Gᵀ) ∘ (Bᵀ d B)] A.
_G = {
    2: ((1, 0, 0), (1 / 2, 1 / 2, 1 / 2), (1 / 2, -1 / 2, 1 / 2), (0, 0, 1)),
    4: (
        (1 / 9, 0, 0),
        (-1 / 8, -1 / 16, -1 / 32),
        (-1 / 8, 1 / 16, -1 / 32),
        (1 / 72, 1 / 48, 1 / 32),
        (1 / 72, -1 / 48, 1 / 32),
        (0, 0, 1 / 16),
    ),
}
_B_T = {
    2: ((1, 0, -1, 0), (0, 1, 1, 0), (0, -1, 1, 0), (0, 1, 0, -1)),
    4: (
        (9, 0, -40, 0, 16, 0),
        (0, -9, -18, 4, 8, 0),
        (0, 9, -18, -4, 8, 0),
        (0, -3, -2, 12, 8, 0),
        (0, 3, -2, -12, 8, 0),
        (0, 9, 0, -40, 0, 16),
    ),
}
_A_T = {
    2: ((1, 1, 1, 0), (0, 1, -1, -1)),
    4: (
        (1, 1, 1, 1, 1, 0),
        (0, 1 / 2, -1 / 2, 3 / 2, -3 / 2, 0),
        (0, 1 / 4, 1 / 4, 9 / 4, 9 / 4, 0),
        (0, 1 / 8, -1 / 8, 27 / 8, -27 / 8, 1),
    ),
}


class WinogradConv2d(nn.Module):
    """A 3 x 3 convolution with padding 1 that equals `conv` up to rounding.

    Takes and returns (B, C, H, W) of the convolution's dtype, channels last. Raises ValueError for
    sides that are not multiples of `tile`, 2 or 4.
    """

    weight: Tensor
    bias: Tensor
    input_transform: Tensor
    output_transform: Tensor

    def __init__(self, conv: nn.Conv2d, tile: int) -> None:
        super().__init__()
        dtype = conv.weight.dtype
        self.tile = tile
        self._window = tile + 2
        bias = torch.zeros(conv.out_channels) if conv.bias is None else conv.bias.detach()
        self.register_buffer("weight", _transformed(conv.weight.detach(), tile))
        self.register_buffer("bias", bias.to(dtype))
        self.register_buffer("input_transform", _transform(_B_T[tile], dtype))
        self.register_buffer("output_transform", _transform(_A_T[tile], dtype))

    def forward(self, x: Tensor) -> Tensor:
        batch, _, height, width = x.shape
        tile = self.tile
        if height % tile or width % tile:
            raise ValueError(f"{height} x {width} pixels cannot be divided into tiles of {tile}.")
        down, across = height // tile, width // tile
        out = x.new_empty(batch, down, tile, across, tile, len(self.bias))
        rows = max(1, _TILES_AT_ONCE[tile] // (batch * across))
        for top in range(0, down, rows):
            chunk = slice(top, min(top + rows, down))
            padded = _padded_rows(x.permute(0, 2, 3, 1), tile * chunk.start, tile * chunk.stop)
            windows = padded.unfold(1, self._window, tile).unfold(2, self._window, tile)
            tiles = self._tiles(windows.permute(4, 5, 0, 1, 2, 3))
            torch.add(tiles.permute(2, 3, 0, 4, 1, 5), self.bias, out=out[:, chunk])
        return out.view(batch, height, width, -1).permute(0, 3, 1, 2)

    def _tiles(self, windows: Tensor) -> Tensor:
        """(n, n, B, rows, columns, C) to the convolved (m, m, B, rows, columns, C')."""
        n, positions, channels = self._window, windows.shape[2:5], windows.shape[5]
        transformed = _on_both_axes(self.input_transform, windows.flatten(2))
        products = torch.bmm(transformed.view(n**2, -1, channels), self.weight)
        convolved = _on_both_axes(self.output_transform, products.view(n, n, -1))
        return convolved.view(self.tile, self.tile, *positions, len(self.bias))


def _transformed(kernels: Tensor, tile: int) -> Tensor:
    """G g Gᵀ of every kernel g of (O, C, 3, 3), as ((tile + 2)², C, O) of the same dtype; one
    product of matrices in float32, for it is a good part of the time that a model takes to load."""
    g = torch.tensor(_G[tile])
    flat = kernels.permute(2, 3, 1, 0).float().reshape(9, -1)
    transformed = (torch.kron(g, g) @ flat).to(kernels.dtype)
    return transformed.view(-1, kernels.shape[1], kernels.shape[0])


def _padded_rows(x: Tensor, top: int, bottom: int) -> Tensor:
    """Rows `top` to `bottom` of x (B, H, W, C) with a border of one pixel, black past the edges."""
    rows = x[:, max(0, top - 1) : bottom + 1]
    return F.pad(rows, (0, 0, 1, 1, int(top == 0), int(bottom == x.shape[1])))


def _transform(rows: Sequence[Sequence[float]], dtype: torch.dtype) -> Tensor:
    """The matrix (M, N) of `rows`; in half precision (M², N²), which does both axes at once: more
    operations, but only one rounding."""
    matrix = torch.tensor(rows, dtype=dtype)
    return matrix if dtype == torch.float32 else torch.kron(matrix, matrix)


def _on_both_axes(transform: Tensor, x: Tensor) -> Tensor:
    """A transform applied to the first and to the second axis of x (N, N, L)."""
    if transform.shape[1] == x.shape[0] ** 2:
        return transform @ x.flatten(0, 1)
    once = (transform @ x.flatten(1)).view(len(transform), x.shape[1], -1)
    return torch.bmm(transform.expand(len(transform), -1, -1), once)
