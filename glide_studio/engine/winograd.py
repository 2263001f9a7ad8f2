"""3 x 3 convolutions in fewer multiplications: Lavin & Gray (arXiv 1509.09308).

For CPUs, where the arithmetic decides how long a step takes. Tiles of 4 x 4 pixels take a quarter
of a direct convolution's multiplications; tiles of 2 x 2 take four ninths. In half precision the
larger tile's rounding would be ten times a direct convolution's, the smaller one's is 2.5 times it.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

_TILES_AT_ONCE = 256
"""Of all pictures together: enough for products of large matrices, few enough for the cache."""

# By the side of a tile, the names of the paper: Y = Aᵀ [(G g Gᵀ) ∘ (Bᵀ d B)] A.
_G = {
    2: ((1, 0, 0), (1 / 2, 1 / 2, 1 / 2), (1 / 2, -1 / 2, 1 / 2), (0, 0, 1)),
    4: (
        (1 / 4, 0, 0),
        (-1 / 6, -1 / 6, -1 / 6),
        (-1 / 6, 1 / 6, -1 / 6),
        (1 / 24, 1 / 12, 1 / 6),
        (1 / 24, -1 / 12, 1 / 6),
        (0, 0, 1),
    ),
}
_B_T = {
    2: ((1, 0, -1, 0), (0, 1, 1, 0), (0, -1, 1, 0), (0, 1, 0, -1)),
    4: (
        (4, 0, -5, 0, 1, 0),
        (0, -4, -4, 1, 1, 0),
        (0, 4, -4, -1, 1, 0),
        (0, -2, -1, 2, 1, 0),
        (0, 2, -1, -2, 1, 0),
        (0, 4, 0, -5, 0, 1),
    ),
}
_A_T = {
    2: ((1, 1, 1, 0), (0, 1, -1, -1)),
    4: (
        (1, 1, 1, 1, 1, 0),
        (0, 1, -1, 2, -2, 0),
        (0, 1, 1, 4, 4, 0),
        (0, 1, -1, 8, -8, 1),
    ),
}


class WinogradConv2d(nn.Module):
    """A 3 x 3 convolution with padding 1, as `conv` does it but for rounding.

    Takes and returns (B, C, H, W) of the convolution's dtype, channels last. The sides are
    multiples of `tile`, which is 4 in float32 and 2 in half precision.
    """

    weight: Tensor
    bias: Tensor
    input_transform: Tensor
    output_transform: Tensor

    def __init__(self, conv: nn.Conv2d) -> None:
        super().__init__()
        dtype = conv.weight.dtype
        self.tile = 4 if dtype == torch.float32 else 2
        self._window = self.tile + 2
        g = torch.tensor(_G[self.tile], dtype=torch.float64)
        kernels = conv.weight.detach().double()
        weight = torch.einsum("ai,ocij,bj->abco", g, kernels, g).flatten(0, 1)
        bias = torch.zeros(conv.out_channels) if conv.bias is None else conv.bias.detach()
        self.register_buffer("weight", weight.to(dtype).contiguous())
        self.register_buffer("bias", bias.to(dtype))
        self.register_buffer("input_transform", torch.tensor(_B_T[self.tile], dtype=dtype))
        self.register_buffer("output_transform", torch.tensor(_A_T[self.tile], dtype=dtype))

    def forward(self, x: Tensor) -> Tensor:
        batch, _, height, width = x.shape
        tile = self.tile
        down, across = height // tile, width // tile
        out = x.new_empty(batch, down, tile, across, tile, len(self.bias))
        rows = max(1, _TILES_AT_ONCE * (4 // tile) ** 2 // (batch * across))
        for top in range(0, down, rows):
            some = slice(top, min(top + rows, down))
            padded = _padded_rows(x.permute(0, 2, 3, 1), tile * some.start, tile * some.stop)
            windows = padded.unfold(1, self._window, tile).unfold(2, self._window, tile)
            tiles = self._tiles(windows.permute(4, 5, 0, 1, 2, 3))
            out[:, some] = tiles.permute(2, 3, 0, 4, 1, 5)
        return out.view(batch, height, width, -1).permute(0, 3, 1, 2)

    def _tiles(self, windows: Tensor) -> Tensor:
        """(n, n, B, rows, columns, C) to the convolved (m, m, B, rows, columns, C')."""
        n, places, channels = self._window, windows.shape[2:5], windows.shape[5]
        seen = _on_both_axes(self.input_transform, windows.flatten(2))
        products = torch.bmm(seen.view(n**2, -1, channels), self.weight)
        # Aᵀ and A add the product at (1, 1), unscaled, to every output of a tile.
        products[n + 1] += self.bias
        made = _on_both_axes(self.output_transform, products.view(n, n, -1))
        return made.view(self.tile, self.tile, *places, len(self.bias))


def _padded_rows(x: Tensor, top: int, bottom: int) -> Tensor:
    """Rows `top` to `bottom` of x (B, H, W, C) with a border of one pixel, black past the edges."""
    rows = x[:, max(0, top - 1) : bottom + 1]
    return F.pad(rows, (0, 0, 1, 1, int(top == 0), int(bottom == x.shape[1])))


def _on_both_axes(matrix: Tensor, x: Tensor) -> Tensor:
    """The matrix (M, N) applied to the first and to the second axis of x (N, N, L)."""
    if x.dtype != torch.float32:  # at once: more operations, but only one rounding
        return torch.kron(matrix, matrix) @ x.flatten(0, 1)
    once = matrix @ x.flatten(1)
    return torch.bmm(matrix.expand(len(matrix), -1, -1), once.view(len(matrix), x.shape[1], -1))
