"""Upscaling of pictures of any size, in overlapping tiles whose predictions are blended."""

import math
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice, pairwise

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from glide_studio.core.geometry import Extent
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.raster.resample import resized
from glide_studio.core.request.capabilities import tile_overlap, tile_starts
from glide_studio.core.request.request import GenerationRequest, Preview, Result
from glide_studio.engine.denoiser import UNet, conditioned, encode_prompts
from glide_studio.engine.inputs import to_pictures, to_signal
from glide_studio.engine.models import Models
from glide_studio.engine.samplers import Step, sampler_named
from glide_studio.engine.stage import NotFinite, SamplingStage, noise_seeds
from glide_studio.engine.unet import TextEncoding

PREVIEW_SIDE = 512
"""Longest side of a preview, in pixels."""


def upscale(
    models: Models, picture: Pixels, request: GenerationRequest
) -> Iterator[Preview | Result]:
    """The request's `picture`, enlarged: a preview per tile and step, and the result.

    Each band of rows has its own sampler, so that no tensor in it is as large as the picture.
    """
    settings, model = request.settings, models.upsample
    assert settings.upsample is not None  # as the request has checked
    low_res = to_signal([picture]).to(model.device)
    text = encode_prompts(models.tokenizer, model, [settings.prompt])
    tiles = TiledUpsampling(model, text, low_res, models.base.spec.image_size)
    seeds = noise_seeds(settings, 1, 1)
    stage = SamplingStage("upsample", model, tiles, settings.upsample, seeds, settings.temperature)
    denoiser, draw = stage.denoiser(), stage.noise_source()
    noises = [partial(draw, size) for size in tiles.bands]
    starts = (stage.start(denoiser.schedule, noise) for noise in noises)
    x_t: list[Tensor] = []
    steps: list[Iterator[Step]] = []
    timesteps = denoiser.schedule.timesteps[::-1]
    preview = TilePreview(picture, tiles.factor)
    done, total = 0, len(timesteps) * len(tiles)
    for timestep in timesteps:
        for band, noise in enumerate(noises):
            x_t += islice(starts, max(band + tiles.reach - len(x_t), 0))
            for _ in tiles.prepare(band, x_t, timestep):
                done += 1
                yield Preview(stage.name, done, total, preview.picture)
            if band == len(steps):
                steps.append(sampler_named(settings.upsample.sampler)(denoiser, x_t[band], noise))
            step = next(steps[band])
            x_t[band] = step.x_t
            checksum = step.x_t.sum()
            preview.draw(tiles.top(band), tiles.cropped(step.x0))
            if not math.isfinite(checksum):
                raise NotFinite(f"band {band} at timestep {timestep}")
    yield Result(request, np.concatenate([to_pictures(tiles.cropped(x))[0] for x in x_t]))


class TilePreview:
    """The preview of an upscaling: the original picture, doubled if it is small, over which the
    bands are drawn one after another."""

    def __init__(self, picture: Pixels, factor: int) -> None:
        self._factor = factor
        self._scale = 2 if 2 * max(picture.shape) <= PREVIEW_SIDE else 1
        self._whole = picture.repeat(self._scale, axis=0).repeat(self._scale, axis=1)
        self.picture = self._reduced()

    def draw(self, top: int, x0: Tensor) -> None:
        """Draw x0 (1, 3, H, W) of `factor` times the size below line `top` of the picture."""
        (band,) = to_pictures(F.avg_pool2d(x0, self._factor // self._scale))
        self._whole[self._scale * top :][: len(band)] = band
        self.picture = self._reduced()

    def _reduced(self) -> Pixels:
        """A copy of at most PREVIEW_SIDE."""
        height, width = self._whole.shape[:2]
        scale = min(1, PREVIEW_SIDE / max(height, width))
        extent = Extent(max(round(scale * width), 1), max(round(scale * height), 1))
        return resized(self._whole, extent).copy()


class TiledUpsampling:
    """The network on a picture of any size (MultiDiffusion, Bar-Tal et al., arXiv 2302.08113).

    At each step the tiles' predictions are blended over their overlaps, so that all tiles continue
    from the same x_t. Bands of rows are processed from the top: each ends where the next row of
    tiles begins, so that a row of tiles never sees x_t already denoised, and memory holds the x_t
    of all bands but the predictions of only one row of tiles.
    """

    def __init__(self, model: UNet, text: TextEncoding, low_res: Tensor, tile: int) -> None:
        """`low_res` (1, 3, h, w) in [-1, 1], mirrored where it is smaller than a tile; `tile` is
        the side of the pictures that the network enlarges."""
        height, width = low_res.shape[-2:]
        self.factor = model.spec.image_size // tile
        self._tile, self._side = tile, model.spec.image_size
        self._low_res = _mirrored(low_res, max(tile - height, 0), max(tile - width, 0))
        self._size = (self.factor * height, self.factor * width)
        self._model = model
        self._text = text
        self._rows, self._columns = (tile_starts(side, tile) for side in self._low_res.shape[-2:])
        self._row_weights, self._column_weights = (
            _weights(starts, tile, self.factor).to(low_res.device)
            for starts in (self._rows, self._columns)
        )
        self._blended = low_res.new_zeros(1, 6, self._side, self.factor * self._low_res.shape[-1])
        self._prepared: tuple[int, Tensor] | None = None

    def __len__(self) -> int:
        """Number of tiles in one step."""
        return len(self._rows) * len(self._columns)

    @property
    def bands(self) -> list[tuple[int, int]]:
        """Height and width of x_t in each band."""
        edges = [*self._rows, self._low_res.shape[-2]]
        width = self.factor * self._low_res.shape[-1]
        return [(self.factor * (below - top), width) for top, below in pairwise(edges)]

    def top(self, band: int) -> int:
        """The first line of the low-res picture in a band."""
        return self._rows[band]

    def cropped(self, signal: Tensor) -> Tensor:
        """A band without the part beyond the picture."""
        return signal[..., : self._size[0], : self._size[1]]

    @property
    def reach(self) -> int:
        """The largest number of bands that a row of tiles sees."""
        return max(
            sum(top <= other < top + self._tile for other in self._rows) for top in self._rows
        )

    def prepare(self, band: int, x_t: Sequence[Tensor], timestep: int) -> Iterator[None]:
        """Compute the prediction of a band, after those above it; yields after each tile.

        `x_t` holds that of each band, at least down to the last one in reach.
        """
        seen = _first_rows(x_t[band:], self._side)
        top = self._rows[band]
        for column, left in enumerate(self._columns):
            weight = self._row_weights[band][:, None] * self._column_weights[column]
            low_res = self._low_res[..., top : top + self._tile, left : left + self._tile]
            columns = slice(self.factor * left, self.factor * left + self._side)
            network = conditioned(self._model, self._text, low_res=low_res)
            predicted = network(seen[..., columns].contiguous(), timestep)
            self._blended[..., columns].add_(weight * predicted.float())
            if column == len(self._columns) - 1:
                self._finish(self.bands[band][0], timestep)
            yield

    def __call__(self, x_t: Tensor, timestep: int) -> Tensor:
        """The prediction last prepared, once; ValueError if it was at another timestep."""
        if self._prepared is None or self._prepared[0] != timestep:
            raise ValueError(f"No tiles of timestep {timestep} are prepared.")
        prediction = self._prepared[1]
        self._prepared = None
        return prediction

    def _finish(self, height: int, timestep: int) -> None:
        """Keep the complete rows, and shift up those that the next tiles add to."""
        self._prepared = (timestep, self._blended[..., :height, :])
        below = torch.zeros_like(self._blended)
        below[..., : self._side - height, :] = self._blended[..., height:, :]
        self._blended = below


def _first_rows(bands: Sequence[Tensor], count: int) -> Tensor:
    """The upper `count` rows of `bands`, stacked from the top."""
    taken: list[Tensor] = []
    missing = count
    for band in bands:
        taken.append(band[..., :missing, :])
        missing -= taken[-1].shape[-2]
        if missing == 0:
            break
    return torch.cat(taken, dim=-2)


def _mirrored(signal: Tensor, bottom: int, right: int) -> Tensor:
    """`signal` extended by mirror images at bottom and right, repeated as needed."""
    for axis, added in ((-2, bottom), (-1, right)):
        size = signal.shape[axis]
        there_and_back = torch.cat([torch.arange(size), torch.arange(size - 1, -1, -1)])
        index = there_and_back[torch.arange(size + added) % (2 * size)].to(signal.device)
        signal = signal.index_select(axis, index)
    return signal


def _weights(starts: list[int], tile: int, factor: int) -> Tensor:
    """(tiles, factor * tile): each tile's weight at each line, smoothly from 0 to 1 over overlaps.

    At every line of the picture the weights of all tiles add up to 1.
    """
    side, overlap = factor * tile, factor * tile_overlap(tile)
    distance = torch.minimum(torch.arange(side), torch.arange(side - 1, -1, -1)) + 0.5
    ramp = torch.sin((distance / overlap).clamp(max=1) * torch.pi / 2) ** 2
    total = torch.zeros(factor * starts[-1] + side)
    for start in starts:
        total[factor * start : factor * start + side] += ramp
    return torch.stack([ramp / total[factor * start : factor * start + side] for start in starts])
