"""The settings of a run: prompts, seed, guidance, and how each network samples."""

import re
from dataclasses import dataclass, replace
from typing import Any

from glide_studio.core.request.samplers import Sampler
from glide_studio.core.sentence import ArtistError

SAMPLERS = tuple(sampler.value for sampler in Sampler)
THRESHOLDINGS = ("static", "dynamic")
DIFFUSION_STEPS = 1000
MAX_SEED = 2**32 - 1
MAX_COUNT = 64
MAX_GUIDANCE = 30.0
MAX_CLIP_GUIDANCE = 30.0
MAX_PROMPT = 2000
_RESPACING = re.compile(r"fast27|(ddim|trailing|logsnr|karras)?[0-9]{1,4}|[0-9]{1,4}(,[0-9]{1,4})+")


class RequestError(ArtistError, ValueError):
    """A request that cannot run."""


@dataclass(frozen=True)
class Sampling:
    """How one network denoises: one of `SAMPLERS`, and which of the 1000 timesteps it takes.

    `timestep_respacing` is a number of evenly spaced steps ("30"), the numbers of steps in equal
    sections of the schedule ("10,10,3,2,2"), steps at a constant stride ("ddim50"), steps spaced
    evenly down from the noisiest ("trailing30"), steps spaced evenly in noise level ("logsnr15",
    "karras15"), or GLIDE's preset "fast27". Raises RequestError.
    """

    sampler: str
    timestep_respacing: str

    def __post_init__(self) -> None:
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
                "The steps of {steps} cannot be spaced evenly: try ddim50 or {number}.",
                steps=self.timestep_respacing,
                number=self.steps,
            )

    @property
    def steps(self) -> int:
        """The number of denoising steps."""
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
    """Whether some integer stride takes exactly `steps` of the timesteps."""
    strides = range(1, DIFFUSION_STEPS)
    return any(len(range(0, DIFFUSION_STEPS, stride)) == steps for stride in strides)


DEFAULT_BASE = Sampling("unipc", "logsnr12")
DEFAULT_UPSAMPLE = Sampling("ddim", "4")


@dataclass(frozen=True)
class Settings:
    """What to draw and how. Raises RequestError for values outside these ranges.

    `prompt` and `negative_prompt` have at most MAX_PROMPT characters, and are `tidied`; the
    negative prompt replaces the empty caption in classifier-free guidance. `model` is the name of
    an installed model.
    `seed` is 0 to MAX_SEED; `count` is 1 to MAX_COUNT pictures. `guidance_scale`, 0 to
    MAX_GUIDANCE, applies at the timesteps of `guidance_interval`, 0 to 999, both ends included.
    `thresholding`, one of `THRESHOLDINGS`, either clips or rescales values that guidance pushed
    out of range. `clip_guidance`, 0 to MAX_CLIP_GUIDANCE, is the strength of guidance by a noised
    CLIP in the base network. Without `upsample` the run stops after the base; `temperature`, 0 to
    2, scales the upsampler's initial noise.
    """

    prompt: str
    model: str
    negative_prompt: str = ""
    seed: int = 0
    count: int = 1
    guidance_scale: float = 3.0
    guidance_interval: tuple[int, int] = (0, DIFFUSION_STEPS - 1)
    thresholding: str = "static"
    clip_guidance: float = 0.0
    base: Sampling = DEFAULT_BASE
    upsample: Sampling | None = DEFAULT_UPSAMPLE
    temperature: float = 0.997

    def __post_init__(self) -> None:
        self._check_captions()
        object.__setattr__(self, "prompt", tidied(self.prompt))
        object.__setattr__(self, "negative_prompt", tidied(self.negative_prompt))
        self._check_numbers()
        _check_interval(self.guidance_interval)
        if self.thresholding not in THRESHOLDINGS:
            first, second = THRESHOLDINGS
            raise RequestError(
                "The thresholding must be {first} or {second}.", first=first, second=second
            )
        if not isinstance(self.model, str) or not self.model:
            raise RequestError("The model must have a name.")

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
            raise RequestError("The prompt contains invalid characters: retype it.")
        if not _is_encodable(self.negative_prompt):
            raise RequestError("The negative prompt contains invalid characters: retype it.")

    def _check_numbers(self) -> None:
        if not is_whole(self.seed, 0, MAX_SEED):
            raise RequestError("The seed must be a whole number from 0 to {most}.", most=MAX_SEED)
        if not is_whole(self.count, 1, MAX_COUNT):
            raise RequestError(
                "The number of pictures must be a whole number from 1 to {most}.", most=MAX_COUNT
            )
        if not is_number(self.guidance_scale, 0, MAX_GUIDANCE):
            raise RequestError(
                "The guidance must be a number from 0 to {most:g}.", most=MAX_GUIDANCE
            )
        if not is_number(self.clip_guidance, 0, MAX_CLIP_GUIDANCE):
            raise RequestError(
                "The CLIP guidance must be a number from 0 to {most:g}.", most=MAX_CLIP_GUIDANCE
            )
        if not is_number(self.temperature, 0, 2):
            raise RequestError("The temperature must be a number from 0 to 2.")

    def for_sample(self, index: int) -> "Settings":
        """The settings for only picture `index` of these."""
        return replace(self, seed=(self.seed + index) % (MAX_SEED + 1), count=1)


def tidied(prompt: str) -> str:
    """`prompt` with one space between words and none at its ends: a model takes a space, a line
    break or a no-break space for something that was said."""
    return " ".join(prompt.split())


def is_whole(value: Any, low: int, high: int) -> bool:
    """Whether `value` is an integer, not a boolean, from `low` to `high`."""
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def is_number(value: Any, low: float, high: float) -> bool:
    """Whether `value` is a number, not a boolean or NaN, from `low` to `high`."""
    return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


def _is_encodable(caption: str) -> bool:
    """Whether it contains no lone surrogates, which UTF-8 cannot encode."""
    return not re.search(r"[\ud800-\udfff]", caption)


def _check_interval(interval: Any) -> None:
    if not isinstance(interval, tuple) or len(interval) != 2:
        raise RequestError("The guidance interval must be a first and a last timestep.")
    most = DIFFUSION_STEPS - 1
    if not all(is_whole(timestep, 0, most) for timestep in interval):
        raise RequestError(
            "The timesteps of the guidance interval must be whole numbers from 0 to {most}.",
            most=most,
        )
    if interval[0] > interval[1]:
        raise RequestError("The guidance interval must begin before it ends.")
