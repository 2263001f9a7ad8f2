"""Upsampling of pictures larger than the network's, in overlapping tiles that agree."""

from collections.abc import Iterator

import torch
from torch import Tensor

from glide_studio.core.request import UPSCALE
from glide_studio.engine.denoiser import conditioned
from glide_studio.engine.unet import GlideUNet, TextEncoding

TILE = 64
"""Side of what one tile sees of the low-res picture, in pixels."""

OVERLAP = 16
"""At least so many pixels of the low-res picture are in both of two neighbouring tiles."""


class TiledUpsampling:
    """A denoiser of a picture of any size (MultiDiffusion, Bar-Tal et al., arXiv 2302.08113).

    At each step the tiles' predictions are blended into one over their overlaps, so all tiles go
    on from the same x_t. `prepare` computes a step's prediction; calling with the same x_t and
    timestep returns it. One tile at a time is in the network: memory grows with the picture only
    by what a sampler keeps.
    """

    def __init__(self, model: GlideUNet, text: TextEncoding, low_res: Tensor) -> None:
        """`low_res` (1, 3, h, w) in [-1, 1], mirrored where it is smaller than a tile."""
        height, width = low_res.shape[-2:]
        missing = (0, max(TILE - width, 0), 0, max(TILE - height, 0))
        self._low_res = _mirrored(low_res, missing)
        self._shown = (UPSCALE * height, UPSCALE * width)
        self._model = model
        self._text = text
        self._rows, self._columns = (_starts(side) for side in self._low_res.shape[-2:])
        self._row_shares, self._column_shares = (
            _shares(starts).to(low_res.device) for starts in (self._rows, self._columns)
        )
        self._prepared: tuple[int, Tensor] | None = None

    def __len__(self) -> int:
        """How many tiles a step takes."""
        return len(self._rows) * len(self._columns)

    @property
    def size(self) -> tuple[int, int]:
        """Height and width of x_t."""
        height, width = self._low_res.shape[-2:]
        return UPSCALE * height, UPSCALE * width

    def cropped(self, signal: Tensor) -> Tensor:
        """(B, C, *size) without what lies beyond the picture."""
        return signal[..., : self._shown[0], : self._shown[1]]

    def prepare(self, x_t: Tensor, timestep: int) -> Iterator[int]:
        """Compute the prediction of a step; yields how many tiles are done after each."""
        blended = x_t.new_zeros(1, 6, *self.size)
        done = 0
        for row, top in enumerate(self._rows):
            for column, left in enumerate(self._columns):
                share = self._row_shares[row][:, None] * self._column_shares[column]
                predicted = self._predicted(x_t, timestep, top, left).float()
                _window(blended, UPSCALE * top, UPSCALE * left).add_(share * predicted)
                done += 1
                if done == len(self):
                    self._prepared = (timestep, blended)
                yield done

    def __call__(self, x_t: Tensor, timestep: int) -> Tensor:
        """What `prepare` computed for this step; ValueError if that was another."""
        if self._prepared is None or self._prepared[0] != timestep:
            raise ValueError(f"The tiles of timestep {timestep} are not prepared.")
        prediction = self._prepared[1]
        self._prepared = None
        return prediction

    def _predicted(self, x_t: Tensor, timestep: int, top: int, left: int) -> Tensor:
        low_res = self._low_res[..., top : top + TILE, left : left + TILE]
        denoise = conditioned(self._model, self._text, low_res=low_res)
        return denoise(_window(x_t, UPSCALE * top, UPSCALE * left).contiguous(), timestep)


def _window(signal: Tensor, top: int, left: int) -> Tensor:
    """A tile's view of (B, C, H, W)."""
    side = UPSCALE * TILE
    return signal[..., top : top + side, left : left + side]


def _mirrored(signal: Tensor, missing: tuple[int, int, int, int]) -> Tensor:
    """`signal` continued by mirror images, as often as they are needed, at right and bottom."""
    _, right, _, bottom = missing
    for axis, more in ((-1, right), (-2, bottom)):
        size = signal.shape[axis]
        there_and_back = torch.cat([torch.arange(size), torch.arange(size - 1, -1, -1)])
        places = there_and_back[torch.arange(size + more) % (2 * size)].to(signal.device)
        signal = signal.index_select(axis, places)
    return signal


def _starts(side: int) -> list[int]:
    """Where tiles begin that cover `side` low-res pixels, evenly spread."""
    count = 1 + -(-(side - TILE) // (TILE - OVERLAP))
    if count == 1:
        return [0]
    return [round(i * (side - TILE) / (count - 1)) for i in range(count)]


def _shares(starts: list[int]) -> Tensor:
    """(tiles, 256): how much of each line is a tile's, smoothly from 0 to 1 over the overlaps.

    At every line of the picture the shares of all tiles add up to 1.
    """
    side = UPSCALE * TILE
    overlap = UPSCALE * OVERLAP
    distance = torch.minimum(torch.arange(side), torch.arange(side - 1, -1, -1)) + 0.5
    ramp = torch.sin((distance / overlap).clamp(max=1) * torch.pi / 2) ** 2
    total = torch.zeros(UPSCALE * starts[-1] + side)
    for start in starts:
        total[UPSCALE * start : UPSCALE * start + side] += ramp
    return torch.stack([ramp / total[UPSCALE * start : UPSCALE * start + side] for start in starts])
