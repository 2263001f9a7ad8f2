"""What to generate, and what comes back: all the engine needs, and nothing it must look up."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Self

import numpy as np

from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels, read_only
from glide_studio.core.request.png import decode_png, encode_png
from glide_studio.core.sentence import ArtistError

SAMPLERS = ("ddpm", "ddim", "plms", "dpm++2m", "dpm++2m-sde", "unipc")
_RESPACING = re.compile(r"fast27|(ddim|trailing|logsnr|karras)?[0-9]{1,4}|[0-9]{1,4}(,[0-9]{1,4})+")
THRESHOLDINGS = ("static", "dynamic")
PATCH_SIZE = 256
"""Side of the square picture that the models make, in pixels."""

PATCH_BOUNDS = Rect(0, 0, PATCH_SIZE, PATCH_SIZE)
PICTURE_SHAPE = (PATCH_SIZE, PATCH_SIZE, 3)
DIFFUSION_STEPS = 1000
MAX_SEED = 2**32 - 1
MAX_COUNT = 64
MAX_GUIDANCE = 30.0
MAX_CLIP_GUIDANCE = 30.0
MAX_PROMPT = 2000
UPSCALE = 4
"""How many times wider and higher an upscaled picture is."""

MAX_UPSCALE_PIXELS = 2048 * 2048
"""Of the picture to upscale: it takes 2.4 GB, and some minutes without a graphics card."""

MAX_SIDE = 30_000


class RequestError(ArtistError, ValueError):
    """A request that cannot run."""


@dataclass(frozen=True)
class Sampling:
    """How to denoise: one of `SAMPLERS`, and which of the 1000 training steps to take.

    `timestep_respacing` is a number of steps ("30"), steps for each equal section of the
    schedule ("10,10,3,2,2"), steps at one stride ("ddim50"), even steps from the noisiest
    ("trailing30"), steps even in how noisy they are ("logsnr15", "karras15"), or GLIDE's preset
    "fast27". The network's lower levels run at every `deep_interval`-th step, 1 to 10, and
    are remembered between.
    Raises RequestError.
    """

    sampler: str
    timestep_respacing: str
    deep_interval: int = 1

    def __post_init__(self) -> None:
        if self.deep_interval not in range(1, 11):
            raise RequestError("The interval of deep features must be a whole number from 1 to 10.")
        if self.sampler not in SAMPLERS:
            raise RequestError(
                "The sampler must be {others} or {last}.",
                others=", ".join(SAMPLERS[:-1]),
                last=SAMPLERS[-1],
            )
        if not isinstance(self.timestep_respacing, str):
            raise RequestError("The steps must be text such as “30” or “fast27”.")
        sections = self._sections()
        most = DIFFUSION_STEPS // len(sections)
        if min(sections) < 1 or max(sections) > most:
            if len(sections) > 1:
                raise RequestError("The steps in each section must be from 1 to {most}.", most=most)
            raise RequestError("The steps must be from 1 to {most}.", most=most)
        if self.timestep_respacing.startswith("ddim") and not _has_stride(self.steps):
            raise RequestError(
                "The steps {steps} do not fit an even stride: try ddim50 or {number}.",
                steps=self.timestep_respacing,
                number=self.steps,
            )

    @property
    def steps(self) -> int:
        """How many denoising steps are taken."""
        return sum(self._sections())

    def _sections(self) -> list[int]:
        text = self.timestep_respacing
        if not _RESPACING.fullmatch(text):
            raise RequestError(
                "The steps must be a number such as “30”, a list such as “10,10,3,2,2”, "
                "“fast27”, “ddim50” or “logsnr15”."
            )
        return [int(count) for count in re.sub("[a-z]", "", text).split(",")]


def _has_stride(steps: int) -> bool:
    """Whether some whole stride takes exactly `steps` of the training steps."""
    strides = range(1, DIFFUSION_STEPS)
    return any(len(range(0, DIFFUSION_STEPS, stride)) == steps for stride in strides)


DEFAULT_BASE = Sampling("unipc", "logsnr12")
DEFAULT_UPSAMPLE = Sampling("ddim", "4")


@dataclass(frozen=True, eq=False)
class GenerationRequest:
    """Everything a run needs. Raises RequestError outside these ranges.

    `seed` 0 to 2**32 - 1; `count` 1 to 64 pictures; `guidance_scale` 0 to 30, at the timesteps of
    `guidance_interval`, 0 to 999, both ends included; `thresholding` is one of `THRESHOLDINGS`,
    what becomes of guided values past black and white: cut off or scaled down. `clip_guidance` 0
    to 30 is how far each step of the base follows a noised CLIP to the prompt. `upsample` None
    stops at 64 x 64; `temperature` 0 to 2 scales the upsampler's first noise. The result lands in
    `bounds`, a square in document pixels that may reach past the document's edges.

    To inpaint, `picture` (256, 256, 3) uint8 is what lies in `bounds`, brought to the model's
    size, and `mask` (bounds.height, bounds.width) uint8 is the mask as painted, 255 = repaint;
    past the document's edges both are mirror images. `feather` is the width of the blend band
    around the mask, in document pixels.

    With a `strength`, 0 to 1, the run does not begin with noise alone but with `picture`, noised
    to that share of the process (SDEdit, Meng et al., arXiv 2108.01073): 0 keeps it, 1 leaves
    nothing of it. The mask may then be missing: all of it changes.

    With `upscale`, `picture` (bounds.height, bounds.width, 3) of any shape becomes UPSCALE times
    as large by the upsampler alone. There is one result, and the prompt may be empty.

    `negative_prompt` says what to lead away from: it takes the place of the empty caption in
    classifier-free guidance.
    """

    prompt: str
    seed: int = 0
    count: int = 1
    guidance_scale: float = 3.0
    guidance_interval: tuple[int, int] = (0, DIFFUSION_STEPS - 1)
    thresholding: str = "static"
    clip_guidance: float = 0.0
    base: Sampling = DEFAULT_BASE
    upsample: Sampling | None = DEFAULT_UPSAMPLE
    temperature: float = 0.997
    model: str = "starter"
    bounds: Rect = PATCH_BOUNDS
    picture: Pixels | None = field(default=None, repr=False)
    mask: Pixels | None = field(default=None, repr=False)
    feather: int = 0
    negative_prompt: str = ""
    strength: float | None = None
    upscale: bool = False

    def __post_init__(self) -> None:
        if not isinstance(self.upscale, bool):
            raise RequestError("Upscaling must be on or off.")
        self._check_captions()
        self._check_numbers()
        _check_interval(self.guidance_interval)
        if self.thresholding not in THRESHOLDINGS:
            first, second = THRESHOLDINGS
            raise RequestError(
                "The thresholding must be {first} or {second}.", first=first, second=second
            )
        if not isinstance(self.model, str) or not self.model:
            raise RequestError("The model must have a name.")
        _check_bounds(self.bounds, self.upscale)
        if self.upscale:
            self._check_upscale()
        elif (self.picture is None) != (self.mask is None and self.strength is None):
            raise RequestError("The picture and its mask must be given together.")
        self._take_arrays()

    def _check_captions(self) -> None:
        if not isinstance(self.prompt, str):
            raise RequestError("The prompt must be text.")
        if not isinstance(self.negative_prompt, str):
            raise RequestError("The negative prompt must be text.")
        if len(self.prompt) > MAX_PROMPT:
            raise RequestError(
                "The prompt is too long: keep it below {most} characters.", most=MAX_PROMPT
            )
        if len(self.negative_prompt) > MAX_PROMPT:
            raise RequestError(
                "The negative prompt is too long: keep it below {most} characters.",
                most=MAX_PROMPT,
            )
        if not _is_encodable(self.prompt):
            raise RequestError("The prompt has characters that are not text: retype it.")
        if not _is_encodable(self.negative_prompt):
            raise RequestError("The negative prompt has characters that are not text: retype it.")
        if not self.upscale and not self.prompt.strip():
            raise RequestError("The prompt is empty: say what you would like to see.")

    def _check_numbers(self) -> None:
        if not _is_whole(self.seed, 0, MAX_SEED):
            raise RequestError("The seed must be a whole number from 0 to {most}.", most=MAX_SEED)
        if not _is_whole(self.count, 1, MAX_COUNT):
            raise RequestError(
                "The number of pictures must be a whole number from 1 to {most}.", most=MAX_COUNT
            )
        if not _is_number(self.guidance_scale, 0, MAX_GUIDANCE):
            raise RequestError(
                "The guidance must be a number from 0 to {most:g}.", most=MAX_GUIDANCE
            )
        if not _is_number(self.clip_guidance, 0, MAX_CLIP_GUIDANCE):
            raise RequestError(
                "The CLIP guidance must be a number from 0 to {most:g}.", most=MAX_CLIP_GUIDANCE
            )
        if not _is_number(self.temperature, 0, 2):
            raise RequestError("The temperature must be a number from 0 to 2.")
        if not _is_whole(self.feather, 0, MAX_SIDE):
            raise RequestError(
                "The feather must be a whole number from 0 to {most}.", most=MAX_SIDE
            )
        if self.strength is not None and not _is_number(self.strength, 0, 1):
            raise RequestError("The strength must be a number from 0 to 1.")

    def _check_upscale(self) -> None:
        if self.picture is None or self.mask is not None or self.strength is not None:
            raise RequestError("To upscale takes a picture, without mask or strength.")
        if self.count != 1 or self.upsample is None:
            raise RequestError("Pictures are upscaled one at a time, by the upsampler.")
        if not can_be_upscaled(self.bounds):
            raise RequestError("The picture is too large to upscale: crop it to 2048 x 2048.")

    def _take_arrays(self) -> None:
        """Check the optional arrays, and keep copies that nobody can write to."""
        shape = _picture_shape(self.upscale, self.bounds)
        if self.picture is not None:
            if not _is_bytes(self.picture, shape):
                size = " x ".join(map(str, shape))
                raise RequestError("The picture must be {size} bytes.", size=size)
            object.__setattr__(self, "picture", read_only(self.picture))
        if self.mask is not None:
            width, height = self.bounds.width, self.bounds.height
            if not _is_bytes(self.mask, (height, width)):
                raise RequestError("The mask must be {size} bytes.", size=f"{height} x {width}")
            object.__setattr__(self, "mask", read_only(self.mask))

    @property
    def mode(self) -> str:
        """Either "text to image", "inpaint", "sketch" or "upscale"."""
        if self.upscale:
            return "upscale"
        if self.strength is not None:
            return "sketch"
        return "text to image" if self.mask is None else "inpaint"

    def for_sample(self, index: int) -> "GenerationRequest":
        """The request that makes picture `index` of this one alone."""
        return replace(self, seed=(self.seed + index) % (MAX_SEED + 1), count=1)

    def to_dict(self) -> dict[str, Any]:
        """This request as JSON values; its arrays as base64 PNG."""
        values = {item.name: getattr(self, item.name) for item in fields(self)}
        return values | {
            "base": asdict(self.base),
            "upsample": None if self.upsample is None else asdict(self.upsample),
            "guidance_interval": list(self.guidance_interval),
            "bounds": asdict(self.bounds),
            "picture": None if self.picture is None else encode_png(self.picture),
            "mask": None if self.mask is None else encode_png(self.mask),
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The request that `to_dict` described; RequestError for anything else."""
        try:
            upsample, picture, mask = values["upsample"], values["picture"], values["mask"]
            bounds = Rect(**values["bounds"])
            upscale = values.get("upscale", False)
            _check_bounds(bounds, upscale)
            shape = _picture_shape(upscale, bounds)
            decoded = {
                "base": Sampling(**values["base"]),
                "upsample": None if upsample is None else Sampling(**upsample),
                "guidance_interval": tuple(values["guidance_interval"]),
                "bounds": bounds,
                "picture": None if picture is None else decode_png(picture, shape),
                "mask": None if mask is None else decode_png(mask, (bounds.height, bounds.width)),
            }
            return cls(**{**values, **decoded})
        except RequestError:
            raise
        except (KeyError, TypeError, ValueError) as error:
            raise RequestError("The saved request is damaged: generate the edit again.") from error


@dataclass(frozen=True, eq=False)
class Preview:
    """The picture as `step` of `total` (1-based) of a `phase`, "base" or "upsample", sees it.

    `picture` is (height, width, 3) uint8; `sample` counts the request's pictures from 0.
    """

    phase: str
    step: int
    total: int
    picture: Pixels = field(repr=False)
    sample: int = 0


@dataclass(frozen=True, eq=False)
class Result:
    """A finished picture, (height, width, 3) uint8; `request` reproduces it alone."""

    request: GenerationRequest
    picture: Pixels = field(repr=False)
    sample: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "picture", read_only(self.picture))


def can_be_upscaled(bounds: Rect) -> bool:
    """Whether a picture of this size may be upscaled, and what comes of it be a document."""
    longest = max(bounds.width, bounds.height)
    return bounds.area <= MAX_UPSCALE_PIXELS and UPSCALE * longest <= MAX_SIDE


def _picture_shape(upscale: Any, bounds: Rect) -> tuple[int, ...]:
    return (bounds.height, bounds.width, 3) if upscale else PICTURE_SHAPE


def _is_encodable(caption: str) -> bool:
    """Whether it is without the halves of surrogate pairs."""
    return not re.search(r"[\ud800-\udfff]", caption)


def _is_whole(value: Any, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_number(value: Any, low: float, high: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


def _is_bytes(array: Any, shape: tuple[int, ...]) -> bool:
    return isinstance(array, np.ndarray) and array.dtype == np.uint8 and array.shape == shape


def _check_interval(interval: Any) -> None:
    if not isinstance(interval, tuple) or len(interval) != 2:
        raise RequestError("The guidance interval must be a first and a last timestep.")
    most = DIFFUSION_STEPS - 1
    if not all(_is_whole(timestep, 0, most) for timestep in interval):
        raise RequestError(
            "The timesteps of the guidance interval must be whole numbers from 0 to {most}.",
            most=most,
        )
    if interval[0] > interval[1]:
        raise RequestError("The guidance interval must begin before it ends.")


def _check_bounds(bounds: Rect, any_shape: bool = False) -> None:
    if not all(_is_whole(edge, -MAX_SIDE, MAX_SIDE) for edge in (bounds.x, bounds.y)):
        raise RequestError(
            "The place of the edit must be whole numbers from -{most} to {most}.", most=MAX_SIDE
        )
    if not all(_is_whole(side, 1, MAX_SIDE) for side in (bounds.width, bounds.height)):
        raise RequestError(
            "The size of the edit must be whole numbers from 1 to {most}.", most=MAX_SIDE
        )
    if bounds.width != bounds.height and not any_shape:
        raise RequestError("The edited region must be square.")
