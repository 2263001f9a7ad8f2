"""The request to the engine, and its previews and results."""

import io
from dataclasses import dataclass, field, replace
from typing import Any, Self, TypeVar

import msgspec
import numpy as np
from PIL import Image

from glide_studio.core.geometry import MAX_MEGAPIXELS, MAX_SIDE, Rect
from glide_studio.core.raster.raster import Pixels, read_only
from glide_studio.core.request.settings import (
    DIFFUSION_STEPS,
    MAX_COUNT,
    MAX_SEED,
    RequestError,
    Settings,
    is_whole,
)
from glide_studio.core.request.source import (
    Nothing,
    Source,
    Upscale,
    arrays_of,
    mask_of,
    strength_of,
)
from glide_studio.core.sentence import ArtistError, Sentence

_T = TypeVar("_T")


@dataclass(frozen=True, eq=False)
class GenerationRequest:
    """Everything a run needs; its result fills `bounds`, in document pixels.

    `bounds` is a square that may reach past the document's edges, or for upscaling the whole
    document of any shape. Only text to image and sketches without a mask need a prompt. A `branch`
    continues from a step of another run. `batch`, an index and a count, is the place of the picture
    in the batch that it was generated in; generated alone, it is the same up to rounding. Raises
    RequestError if the parts do not fit together; `Capabilities.check` tells whether a model can
    run the request.
    """

    settings: Settings
    source: Source
    bounds: Rect
    branch: "Branch | None" = None
    batch: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        self._check_bounds()
        if self.batch is not None and not 0 <= self.batch[0] < self.batch[1] <= MAX_COUNT:
            raise RequestError("The number of the picture must be below the size of its batch.")
        if self.branch is not None:
            self._check_branch(self.branch)
        if not isinstance(self.source, Upscale) and mask_of(self.source) is None:
            check_prompt(self.settings)
        if isinstance(self.source, Nothing):
            return
        height, width = self.source.picture.shape[:2]
        mask = mask_of(self.source)
        if isinstance(self.source, Upscale):
            if (height, width) != (self.bounds.height, self.bounds.width):
                raise RequestError("The picture to upscale must be as large as its region.")
            if self.settings.count != 1 or self.settings.upsample is None:
                raise RequestError("Pictures are upscaled one at a time, by the upsampler.")
        elif height != width:
            raise RequestError("The picture must be square.")
        if mask is not None and mask.shape != (self.bounds.height, self.bounds.width):
            raise RequestError("The mask must be as large as the edited region.")

    def _check_bounds(self) -> None:
        bounds = self.bounds
        if not all(is_whole(edge, -MAX_SIDE, MAX_SIDE) for edge in (bounds.x, bounds.y)):
            raise RequestError(
                "The position of the edit must be whole numbers from -{most} to {most}.",
                most=MAX_SIDE,
            )
        if not all(is_whole(side, 1, MAX_SIDE) for side in (bounds.width, bounds.height)):
            raise RequestError(
                "The size of the edit must be whole numbers from 1 to {most}.", most=MAX_SIDE
            )
        if bounds.width != bounds.height and not isinstance(self.source, Upscale):
            raise RequestError("The edited region must be square.")

    def _check_branch(self, branch: "Branch") -> None:
        old, new = branch.request.settings, self.settings
        if old.count != 1 or new.count != 1:
            raise RequestError("A branch continues from a single picture.")
        if isinstance(self.source, Upscale) or isinstance(branch.request.source, Upscale):
            raise RequestError("An upscaled picture has no steps to continue from.")
        is_whole_run = old.upsample in (None, new.upsample)
        same = (old.model, old.base) == (new.model, new.base) and is_whole_run
        if not same or branch.request.bounds != self.bounds:
            raise RequestError(
                "A branch keeps the model, the steps, the sampler and the region of its run."
            )
        if strength_of(branch.request.source) != strength_of(self.source):
            raise RequestError("A branch keeps the strength of its run.")

    @property
    def arrays(self) -> tuple[Pixels, ...]:
        """All pixel arrays that it holds."""
        origin = () if self.branch is None else self.branch.request.arrays
        return (*arrays_of(self.source), *origin)

    def for_sample(self, index: int) -> "GenerationRequest":
        """The request for only picture `index` of this one."""
        count = self.settings.count
        batch = (index, count) if count > 1 else None
        return replace(self, settings=self.settings.for_sample(index), batch=batch)

    @property
    def as_drawn(self) -> "tuple[GenerationRequest, int]":
        """The request of the whole batch, and the index in it of a picture that equals the one of
        this request to the byte."""
        if self.batch is None:
            return self, 0
        index, count = self.batch
        seed = (self.settings.seed - index) % (MAX_SEED + 1)
        return replace(self, settings=replace(self.settings, seed=seed, count=count)), index

    def to_json(self) -> bytes:
        """This request as JSON, with its pixels as PNG."""
        return to_json(self)

    @classmethod
    def from_json(cls, text: bytes | str) -> Self:
        """The request that `to_json` wrote. Raises RequestError for anything else."""
        try:
            return from_json(text, cls)
        except ValueError as error:
            raise RequestError("The saved request is damaged: generate the edit again.") from error


@dataclass(frozen=True, eq=False)
class Branch:
    """The step that a run continues from: `step` of the run of `request`, counted from 1 through
    the steps of both networks.

    Model, steps, samplers, strength and bounds are those of that run. With the same seed, the
    following steps draw the same noise as in that run; with another seed, the picture predicted at
    the step is noised again. Raises RequestError for a step that no run has.
    """

    request: GenerationRequest
    step: int

    def __post_init__(self) -> None:
        if not is_whole(self.step, 1, 2 * DIFFUSION_STEPS):
            raise RequestError(
                "The step to continue from must be a whole number from 1 to {most}.",
                most=2 * DIFFUSION_STEPS,
            )


def check_prompt(settings: Settings) -> None:
    """Raise RequestError if the prompt is empty."""
    if not settings.prompt.strip():
        raise RequestError("The prompt is empty: describe what you would like to see.")


@dataclass(frozen=True, eq=False)
class Preview:
    """The predicted picture at `step` of `total`, from 1, of a `phase`, "base" or "upsample".

    `picture` is (height, width, 3) uint8; `sample` is the index of the picture in the request.
    """

    phase: str
    step: int
    total: int
    picture: Pixels = field(repr=False)
    sample: int = 0


@dataclass(frozen=True, eq=False)
class Result:
    """A finished picture, (height, width, 3) uint8; `request` generates this picture alone.

    `matte` (height, width) uint8 is the opacity of the object that the prompt is about, where the
    networks told one apart from the ground around it. `steps` are the previews of all its steps, as
    far as they are kept. `match` says how well it matches the prompt: the cosine of the model's
    noised CLIP, -1 to 1; None without a CLIP, and for upscaling.
    """

    request: GenerationRequest
    picture: Pixels = field(repr=False)
    sample: int = 0
    matte: Pixels | None = field(default=None, repr=False)
    steps: tuple[Preview, ...] = field(default=(), repr=False)
    match: float | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "picture", read_only(self.picture))
        if self.matte is not None:
            object.__setattr__(self, "matte", read_only(self.matte))


@dataclass(frozen=True)
class Notice:
    """What the artist should know about a run while it is in progress."""

    sentence: Sentence


class RunError(ArtistError):
    """A run that failed although its request is valid."""


def to_json(value: Any) -> bytes:
    """A dataclass or Struct as JSON, with its pixels as PNG."""
    return msgspec.json.encode(value, enc_hook=_encoded)


def from_json(text: bytes | str, kind: type[_T]) -> _T:
    """The value of type `kind` that `to_json` wrote. Raises ValueError for anything else."""
    try:
        return msgspec.json.decode(text, type=kind, dec_hook=_decoded)
    except RecursionError as error:
        raise ValueError("JSON nested too deeply") from error


def _encoded(value: Any) -> bytes:
    """An array as PNG, which msgspec writes as base64."""
    if not isinstance(value, np.ndarray):
        raise NotImplementedError(f"a request holds no {type(value).__name__}")
    file = io.BytesIO()
    Image.fromarray(value).save(file, "PNG")
    return file.getvalue()


def _decoded(kind: Any, value: Any) -> Pixels:
    """The array that `_encoded` wrote. Raises ValueError for a damaged PNG, and before decoding
    for one that is larger than any document."""
    data = msgspec.convert(value, bytes)
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
            if image.width * image.height > MAX_MEGAPIXELS * 1_000_000:
                raise ValueError(f"a PNG of {image.width} x {image.height}")
            return np.array(image)
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError(f"a damaged PNG: {error}") from error
