"""What a model can do, according to its card, and the tiles in which it upscales pictures."""

from dataclasses import dataclass

from glide_studio.core.geometry import MAX_SIDE, Rect
from glide_studio.core.request.request import GenerationRequest
from glide_studio.core.request.settings import SAMPLERS, RequestError
from glide_studio.core.request.source import Nothing, Upscale, mask_of


@dataclass(frozen=True)
class Capabilities:
    """What a model can do; nothing else in the program knows a model's sizes.

    Sizes are sides of squares in pixels: `base_size` of the base network's pictures,
    `picture_size` of finished ones. `sources` are the kinds of source that the networks accept:
    "nothing", "inpaint", "sketch", "upscale", where a sketch with a mask needs "inpaint" too;
    `samplers` those that suit them, all of `SAMPLERS` unless the card says otherwise.
    `context_length` is the number of tokens that the model reads of a prompt; `has_clip` is whether
    CLIP guidance is available; `max_upscale_pixels` is the size of the largest picture that can be
    upscaled.
    """

    base_size: int
    picture_size: int
    sources: tuple[str, ...]
    context_length: int
    has_clip: bool
    max_upscale_pixels: int
    samplers: tuple[str, ...] = SAMPLERS

    def __post_init__(self) -> None:
        """Raise ValueError for sizes that no network has."""
        sizes = (self.base_size, self.picture_size)
        if not all(1 <= size <= MAX_SIDE for size in sizes):
            raise ValueError(f"the sizes of a model's pictures must be from 1 to {MAX_SIDE}")
        if self.context_length < 0 or self.max_upscale_pixels < 0:
            raise ValueError("neither the context length nor the largest picture is below 0")

    @property
    def upscale_factor(self) -> int:
        """Ratio of an upscaled picture's side to that of its source."""
        return self.picture_size // self.base_size

    @property
    def max_upscale_side(self) -> int:
        """Side of the largest square that can be upscaled."""
        return int(self.max_upscale_pixels**0.5)

    def can_upscale(self, bounds: Rect) -> bool:
        """Whether a picture of this size can be upscaled, and the result opened."""
        longest = self.upscale_factor * max(bounds.width, bounds.height)
        return bounds.area <= self.max_upscale_pixels and longest <= MAX_SIDE

    def check(self, request: GenerationRequest) -> None:
        """Raise RequestError for a request that the model cannot run."""
        settings, source = request.settings, request.source
        kinds = {source.__struct_config__.tag}
        if mask_of(source) is not None:
            kinds.add("inpaint")
        if not kinds.issubset(self.sources):
            raise RequestError(
                "The model {name} cannot do this. Choose another model.", name=settings.model
            )
        stages = (settings.base, settings.upsample or settings.base)
        for sampling in stages:
            if sampling.sampler not in self.samplers:
                raise RequestError(
                    "The model {name} does not work with {sampler}. Choose another sampler.",
                    name=settings.model,
                    sampler=sampling.sampler,
                )
        if settings.clip_guidance > 0 and not self.has_clip:
            raise RequestError(
                "The model {name} has no CLIP. Set CLIP guidance to 0.", name=settings.model
            )
        if isinstance(source, Upscale):
            if not self.can_upscale(request.bounds):
                side = self.max_upscale_side
                raise RequestError(
                    "The picture is too large to upscale. Crop it to {side} x {side}.", side=side
                )
        elif not isinstance(source, Nothing) and len(source.picture) != self.picture_size:
            raise RequestError(
                "The picture must be {side} x {side} pixels for this model.",
                side=self.picture_size,
            )


def tile_overlap(tile: int) -> int:
    """The smallest overlap, in pixels, of two neighbouring tiles of side `tile`."""
    return tile // 4


def tile_starts(side: int, tile: int) -> list[int]:
    """The positions of evenly spaced tiles that cover `side` pixels."""
    count = 1 + -(-(max(side, tile) - tile) // (tile - tile_overlap(tile)))
    return [round(i * (side - tile) / max(count - 1, 1)) for i in range(count)]


def tile_count(width: int, height: int, tile: int) -> int:
    """The number of tiles of side `tile` that cover a picture."""
    return len(tile_starts(width, tile)) * len(tile_starts(height, tile))
