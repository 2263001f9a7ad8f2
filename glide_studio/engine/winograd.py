"""3 x 3 convolutions in a quarter of the multiplications: F(4 x 4, 3 x 3) of Lavin & Gray
(arXiv 1509.09308).

For CPUs that have nothing faster than float32, where the arithmetic decides how long a step takes.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

_TILE = 4
_WINDOW = _TILE + 2
_TILES_AT_ONCE = 256
"""Of all pictures together: enough for products of large matrices, few enough for the cache."""

# The names of the paper: Y = Aᵀ [(G g Gᵀ) ∘ (Bᵀ d B)] A.
_G = (
    (1 / 4, 0, 0),
    (-1 / 6, -1 / 6, -1 / 6),
    (-1 / 6, 1 / 6, -1 / 6),
    (1 / 24, 1 / 12, 1 / 6),
    (1 / 24, -1 / 12, 1 / 6),
    (0, 0, 1),
)
_B_T = (
    (4, 0, -5, 0, 1, 0),
    (0, -4, -4, 1, 1, 0),
    (0, 4, -4, -1, 1, 0),
    (0, -2, -1, 2, 1, 0),
    (0, 2, -1, -2, 1, 0),
    (0, 4, 0, -5, 0, 1),
)
_A_T = (
    (1, 1, 1, 1, 1, 0),
    (0, 1, -1, 2, -2, 0),
    (0, 1, 1, 4, 4, 0),
    (0, 1, -1, 8, -8, 1),
)
_BIASED = _WINDOW + 1
"""The product that Aᵀ and A add, unscaled, to every output of a tile."""


class WinogradConv2d(nn.Module):
    """A 3 x 3 convolution with padding 1, as `conv` does it but for rounding.

    Takes and returns (B, C, H, W) float32, channels last, whose sides are multiples of 4.
    """

    weight: Tensor
    bias: Tensor
    input_transform: Tensor
    output_transform: Tensor

    def __init__(self, conv: nn.Conv2d) -> None:
        super().__init__()
        g = torch.tensor(_G, dtype=torch.float64)
        kernels = conv.weight.detach().double()
        weight = torch.einsum("ai,ocij,bj->abco", g, kernels, g).flatten(0, 1)
        bias = torch.zeros(conv.out_channels) if conv.bias is None else conv.bias.detach()
        self.register_buffer("weight", weight.float().contiguous())
        self.register_buffer("bias", bias)
        self.register_buffer("input_transform", torch.tensor(_B_T, dtype=torch.float32))
        self.register_buffer("output_transform", torch.tensor(_A_T, dtype=torch.float32))

    def forward(self, x: Tensor) -> Tensor:
        batch, _, height, width = x.shape
        down, across = height // _TILE, width // _TILE
        out = x.new_empty(batch, down, _TILE, across, _TILE, len(self.bias))
        rows = max(1, _TILES_AT_ONCE // (batch * across))
        for top in range(0, down, rows):
            some = slice(top, min(top + rows, down))
            padded = _padded_rows(x.permute(0, 2, 3, 1), _TILE * some.start, _TILE * some.stop)
            windows = padded.unfold(1, _WINDOW, _TILE).unfold(2, _WINDOW, _TILE)
            tiles = self._tiles(windows.permute(4, 5, 0, 1, 2, 3))
            out[:, some] = tiles.permute(2, 3, 0, 4, 1, 5)
        return out.view(batch, height, width, -1).permute(0, 3, 1, 2)

    def _tiles(self, windows: Tensor) -> Tensor:
        """(6, 6, B, rows, columns, C) to the convolved (4, 4, B, rows, columns, C')."""
        places, channels = windows.shape[2:5], windows.shape[5]
        seen = _on_both_axes(self.input_transform, windows.flatten(2))
        products = torch.bmm(seen.view(_WINDOW**2, -1, channels), self.weight)
        products[_BIASED] += self.bias
        made = _on_both_axes(self.output_transform, products.view(_WINDOW, _WINDOW, -1))
        return made.view(_TILE, _TILE, *places, len(self.bias))


def _padded_rows(x: Tensor, top: int, bottom: int) -> Tensor:
    """Rows `top` to `bottom` of x (B, H, W, C) with a border of one pixel, black past the edges."""
    rows = x[:, max(0, top - 1) : bottom + 1]
    return F.pad(rows, (0, 0, 1, 1, int(top == 0), int(bottom == x.shape[1])))


def _on_both_axes(matrix: Tensor, x: Tensor) -> Tensor:
    """The matrix (M, N) applied to the first and to the second axis of x (N, N, L)."""
    once = matrix @ x.flatten(1)
    return torch.bmm(matrix.expand(len(matrix), -1, -1), once.view(len(matrix), x.shape[1], -1))
