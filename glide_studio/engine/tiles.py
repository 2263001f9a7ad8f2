"""Upsampling of pictures larger than the network's, in overlapping tiles that agree."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import torch
from torch import Tensor

from glide_studio.core.request.request import UPSCALE
from glide_studio.core.request.upscaling import OVERLAP, TILE, tile_starts
from glide_studio.engine.denoiser import conditioned
from glide_studio.engine.unet import GlideUNet, TextEncoding

SIDE = UPSCALE * TILE
"""Side of what one tile makes, in pixels."""


class TiledUpsampling:
    """A denoiser of a picture of any size (MultiDiffusion, Bar-Tal et al., arXiv 2302.08113).

    At each step the tiles' predictions are blended into one over their overlaps, so all tiles go
    on from the same x_t. It is worked through in bands of rows from the top: each ends where the
    next row of tiles begins, so that what a row of tiles sees is still to be denoised when its turn
    comes, and memory holds the x_t of all bands but the predictions of one row of tiles only.
    """

    def __init__(self, model: GlideUNet, text: TextEncoding, low_res: Tensor) -> None:
        """`low_res` (1, 3, h, w) in [-1, 1], mirrored where it is smaller than a tile."""
        height, width = low_res.shape[-2:]
        self._low_res = _mirrored(low_res, max(TILE - height, 0), max(TILE - width, 0))
        self._shown = (UPSCALE * height, UPSCALE * width)
        self._model = model
        self._text = text
        self._rows, self._columns = (tile_starts(side) for side in self._low_res.shape[-2:])
        self._row_shares, self._column_shares = (
            _shares(starts).to(low_res.device) for starts in (self._rows, self._columns)
        )
        self._blended = low_res.new_zeros(1, 6, SIDE, UPSCALE * self._low_res.shape[-1])
        self._prepared: tuple[int, Tensor] | None = None

    def __len__(self) -> int:
        """How many tiles a step takes."""
        return len(self._rows) * len(self._columns)

    @property
    def bands(self) -> list[tuple[int, int]]:
        """Height and width of x_t in each band."""
        edges = [*self._rows, self._low_res.shape[-2]]
        width = UPSCALE * self._low_res.shape[-1]
        return [(UPSCALE * (below - top), width) for top, below in pairwise(edges)]

    def top(self, band: int) -> int:
        """The first line of the low-res picture in a band."""
        return self._rows[band]

    def cropped(self, signal: Tensor) -> Tensor:
        """A band without what lies beyond the picture."""
        return signal[..., : self._shown[0], : self._shown[1]]

    @property
    def reach(self) -> int:
        """How many bands a row of tiles sees at most."""
        return max(sum(top <= other < top + TILE for other in self._rows) for top in self._rows)

    def prepare(self, band: int, x_t: Sequence[Tensor], timestep: int) -> Iterator[None]:
        """Compute the prediction of a band, after those above it; yields after each tile.

        `x_t` is that of all bands, or of as many from the top as are in reach.
        """
        seen = _first_rows(x_t[band:])
        top = self._rows[band]
        for column, left in enumerate(self._columns):
            share = self._row_shares[band][:, None] * self._column_shares[column]
            low_res = self._low_res[..., top : top + TILE, left : left + TILE]
            columns = slice(UPSCALE * left, UPSCALE * left + SIDE)
            denoise = conditioned(self._model, self._text, low_res=low_res)
            predicted = denoise(seen[..., columns].contiguous(), timestep)
            self._blended[..., columns].add_(share * predicted.float())
            if column == len(self._columns) - 1:
                self._finish(self.bands[band][0], timestep)
            yield

    def __call__(self, x_t: Tensor, timestep: int) -> Tensor:
        """What was last prepared; ValueError if that was at another timestep, or is taken."""
        if self._prepared is None or self._prepared[0] != timestep:
            raise ValueError(f"No tiles of timestep {timestep} are prepared.")
        prediction = self._prepared[1]
        self._prepared = None
        return prediction

    def _finish(self, height: int, timestep: int) -> None:
        """Keep what is complete, and go on from the rows below it."""
        self._prepared = (timestep, self._blended[..., :height, :])
        below = torch.zeros_like(self._blended)
        below[..., : SIDE - height, :] = self._blended[..., height:, :]
        self._blended = below


def _first_rows(bands: Sequence[Tensor]) -> Tensor:
    """The upper SIDE rows of `bands`, which lie below each other."""
    taken: list[Tensor] = []
    missing = SIDE
    for band in bands:
        taken.append(band[..., :missing, :])
        missing -= taken[-1].shape[-2]
        if missing == 0:
            break
    return torch.cat(taken, dim=-2)


def _mirrored(signal: Tensor, bottom: int, right: int) -> Tensor:
    """`signal` continued by mirror images, as often as they are needed, at bottom and right."""
    for axis, more in ((-2, bottom), (-1, right)):
        size = signal.shape[axis]
        there_and_back = torch.cat([torch.arange(size), torch.arange(size - 1, -1, -1)])
        places = there_and_back[torch.arange(size + more) % (2 * size)].to(signal.device)
        signal = signal.index_select(axis, places)
    return signal


def _shares(starts: list[int]) -> Tensor:
    """(tiles, 256): how much of each line is a tile's, smoothly from 0 to 1 over the overlaps.

    At every line of the picture the shares of all tiles add up to 1.
    """
    overlap = UPSCALE * OVERLAP
    distance = torch.minimum(torch.arange(SIDE), torch.arange(SIDE - 1, -1, -1)) + 0.5
    ramp = torch.sin((distance / overlap).clamp(max=1) * torch.pi / 2) ** 2
    total = torch.zeros(UPSCALE * starts[-1] + SIDE)
    for start in starts:
        total[UPSCALE * start : UPSCALE * start + SIDE] += ramp
    return torch.stack([ramp / total[UPSCALE * start : UPSCALE * start + SIDE] for start in starts])
