"""What to generate, and what comes back: all the engine needs, and nothing it must look up."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Self

import numpy as np

from glide_studio.core.geometry import Rect
from glide_studio.core.png import decode_png, encode_png
from glide_studio.core.raster import Pixels, read_only

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
MAX_SIDE = 30_000


class RequestError(ValueError):
    """A request that cannot run; the message is one sentence for the artist."""


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
            raise RequestError(f"The sampler must be {', '.join(SAMPLERS[:-1])} or {SAMPLERS[-1]}.")
        if not isinstance(self.timestep_respacing, str):
            raise RequestError("The steps must be text such as “30” or “fast27”.")
        sections = self._sections()
        most = DIFFUSION_STEPS // len(sections)
        if min(sections) < 1 or max(sections) > most:
            each = " in each section" if len(sections) > 1 else ""
            raise RequestError(f"The steps{each} must be from 1 to {most}.")
        if self.timestep_respacing.startswith("ddim") and not _has_stride(self.steps):
            raise RequestError(
                f"The steps {self.timestep_respacing} do not fit an even stride: "
                f"try ddim50 or {self.steps}."
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

    def __post_init__(self) -> None:
        _check_prompt(self.prompt)
        _check_whole("seed", self.seed, 0, MAX_SEED)
        _check_whole("number of pictures", self.count, 1, MAX_COUNT)
        _check_number("guidance", self.guidance_scale, 0, MAX_GUIDANCE)
        _check_interval(self.guidance_interval)
        if self.thresholding not in THRESHOLDINGS:
            raise RequestError(f"The thresholding must be {' or '.join(THRESHOLDINGS)}.")
        _check_number("CLIP guidance", self.clip_guidance, 0, MAX_CLIP_GUIDANCE)
        _check_number("temperature", self.temperature, 0, 2)
        _check_whole("feather", self.feather, 0, MAX_SIDE)
        if not isinstance(self.model, str) or not self.model:
            raise RequestError("The model must have a name.")
        _check_bounds(self.bounds)
        if (self.picture is None) != (self.mask is None):
            raise RequestError("The picture and its mask must be given together.")
        self._take_array("picture", PICTURE_SHAPE)
        self._take_array("mask", (self.bounds.height, self.bounds.width))

    def _take_array(self, name: str, shape: tuple[int, ...]) -> None:
        """Check an optional array, and keep a copy that nobody can write to."""
        array = getattr(self, name)
        if array is None:
            return
        if not isinstance(array, np.ndarray) or array.dtype != np.uint8 or array.shape != shape:
            size = " x ".join(map(str, shape))
            raise RequestError(f"The {name} must be {size} bytes.")
        object.__setattr__(self, name, read_only(array))

    @property
    def mode(self) -> str:
        """Either "text to image" or "inpaint"."""
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
            _check_bounds(bounds)
            decoded = {
                "base": Sampling(**values["base"]),
                "upsample": None if upsample is None else Sampling(**upsample),
                "guidance_interval": tuple(values["guidance_interval"]),
                "bounds": bounds,
                "picture": None if picture is None else decode_png(picture, PICTURE_SHAPE),
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


def _check_prompt(prompt: Any) -> None:
    if not isinstance(prompt, str) or not prompt.strip():
        raise RequestError("The prompt is empty: say what you would like to see.")
    if len(prompt) > MAX_PROMPT:
        raise RequestError(f"The prompt is too long: keep it below {MAX_PROMPT} characters.")
    try:
        prompt.encode()
    except UnicodeEncodeError as error:
        raise RequestError("The prompt has characters that are not text: retype it.") from error


def _check_whole(name: str, value: Any, low: int, high: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise RequestError(f"The {name} must be a whole number from {low} to {high}.")


def _check_interval(interval: Any) -> None:
    if not isinstance(interval, tuple) or len(interval) != 2:
        raise RequestError("The guidance interval must be a first and a last timestep.")
    for timestep in interval:
        _check_whole("timestep of the guidance interval", timestep, 0, DIFFUSION_STEPS - 1)
    if interval[0] > interval[1]:
        raise RequestError("The guidance interval must begin before it ends.")


def _check_number(name: str, value: Any, low: float, high: float) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise RequestError(f"The {name} must be a number from {low:g} to {high:g}.")


def _check_bounds(bounds: Rect) -> None:
    for edge in (bounds.x, bounds.y):
        _check_whole("place of the edit", edge, -MAX_SIDE, MAX_SIDE)
    for side in (bounds.width, bounds.height):
        _check_whole("size of the edit", side, 1, MAX_SIDE)
    if bounds.width != bounds.height:
        raise RequestError("The edited region must be square.")
