"""The options that say what to generate and how, and the request made of them."""

import argparse
import secrets
from dataclasses import dataclass, replace

from glide_studio.cli.options import Parser, real, whole
from glide_studio.cli.running import RunOptions, add_run_options
from glide_studio.core.modes.modes import NO_PROMPT
from glide_studio.core.request.presets import NORMAL, PRESETS, Preset, suited
from glide_studio.core.request.request import (
    MAX_CLIP_GUIDANCE,
    MAX_COUNT,
    MAX_GUIDANCE,
    MAX_SEED,
    SAMPLERS,
    THRESHOLDINGS,
    GenerationRequest,
)

STEPS = (
    "a number such as 30, spaced to suit the sampler; a number for each equal section of the "
    "schedule, such as 10,10,3,2,2; fast27; or a number with its spacing: ddim50 (a constant "
    "stride), trailing30 (even, from the noisiest timestep), logsnr15 or karras15 (even in noise "
    "level)"
)


@dataclass(frozen=True)
class PictureOptions(RunOptions):
    """What every command that makes pictures takes."""

    prompt: str
    model: str
    preset: str
    seed: int | None
    upsample_steps: str | None


@dataclass(frozen=True)
class GenerateOptions(PictureOptions):
    """What a command that runs both phases takes; None stands for the preset's value."""

    count: int
    negative: str
    guidance: float
    guidance_interval: tuple[int, int] | None
    clip_guidance: float
    thresholding: str
    sampler: str | None
    steps: str | None
    base_only: bool


def add_picture_options(command: Parser) -> None:
    """Add the arguments of `PictureOptions` but the prompt and --upsample-steps."""
    add_run_options(command)
    command.add_argument(
        "--model",
        metavar="NAME",
        default=GenerationRequest.model,
        help="the model to use (default: %(default)s)",
    )
    command.add_argument(
        "--preset",
        choices=[preset.name for preset in PRESETS],
        default=NORMAL.name,
        help="a balance of speed and quality (default: %(default)s)",
    )
    command.add_argument(
        "--seed", metavar="N", type=whole, help=f"0 to {MAX_SEED} (default: random)"
    )


def add_generate_options(command: Parser) -> None:
    """Add the arguments of `GenerateOptions` but the prompt; the request checks their ranges."""
    add_picture_options(command)
    command.add_argument(
        "--count",
        metavar="N",
        type=whole,
        default=GenerationRequest.count,
        help=f"number of pictures, 1 to {MAX_COUNT}, with consecutive seeds (default: %(default)s)",
    )
    _add_guidance(command)
    command.add_argument(
        "--sampler", metavar="NAME", help=f"{', '.join(SAMPLERS)} (default: the preset's)"
    )
    command.add_argument(
        "--steps", metavar="N", help=f"denoising steps: {STEPS} (default: the preset's)"
    )
    group = command.add_mutually_exclusive_group()
    group.add_argument(
        "--upsample-steps",
        metavar="N",
        help="upsampling steps, written like --steps (default: the preset's)",
    )
    group.add_argument(
        "--base-only",
        action="store_true",
        help="stop before the upsampler: a draft of 64 x 64 pixels",
    )


def _add_guidance(command: Parser) -> None:
    default = GenerationRequest
    command.add_argument(
        "--negative",
        metavar="PROMPT",
        default=default.negative_prompt,
        help="negative prompt: what to avoid, in quotes (needs guidance above 1)",
    )
    command.add_argument(
        "--guidance",
        metavar="S",
        type=real,
        default=default.guidance_scale,
        help=f"how closely to follow the prompt, 0 to {MAX_GUIDANCE:g} (default: %(default)s)",
    )
    command.add_argument(
        "--guidance-interval",
        metavar="A,B",
        type=_interval,
        help="guide only from timestep A to B; 999 is the noisiest (default: the preset's)",
    )
    command.add_argument(
        "--clip-guidance",
        metavar="S",
        type=real,
        default=default.clip_guidance,
        help="how strongly CLIP steers towards the prompt, "
        f"0 to {MAX_CLIP_GUIDANCE:g} (default: %(default)s, off)",
    )
    command.add_argument(
        "--thresholding",
        choices=THRESHOLDINGS,
        default=default.thresholding,
        help="what to do with values beyond black and white: static clips them, dynamic scales "
        "all values to fit (default: %(default)s)",
    )


def _interval(text: str) -> tuple[int, int]:
    try:
        first, last = map(int, text.split(","))
    except ValueError as error:
        message = f"“{text}” must be two timesteps, such as 200,999"
        raise argparse.ArgumentTypeError(message) from error
    return first, last


def request_of(options: GenerateOptions) -> GenerationRequest:
    """The request of `options`; what they leave open is the preset's. Raises RequestError."""
    preset = _preset(options)
    base = preset.base
    if options.sampler is not None or options.steps is not None:
        sampler = base.sampler if options.sampler is None else options.sampler
        base = suited(sampler, str(base.steps) if options.steps is None else options.steps)
    interval = options.guidance_interval
    return GenerationRequest(
        prompt=options.prompt,
        seed=_seed(options),
        count=options.count,
        guidance_scale=options.guidance,
        guidance_interval=preset.guidance_interval if interval is None else interval,
        thresholding=options.thresholding,
        clip_guidance=options.clip_guidance,
        negative_prompt=options.negative,
        base=base,
        upsample=None if options.base_only else preset.upsample,
        model=options.model,
    )


def upscale_request_of(options: PictureOptions) -> GenerationRequest:
    """The request to upscale with `options`, still without a picture. Raises RequestError."""
    return GenerationRequest(
        prompt=options.prompt or NO_PROMPT,
        seed=_seed(options),
        upsample=_preset(options).upsample,
        model=options.model,
    )


def _preset(options: PictureOptions) -> Preset:
    """The chosen preset, with --upsample-steps in place of its own."""
    (preset,) = (preset for preset in PRESETS if preset.name == options.preset)
    if options.upsample_steps is None:
        return preset
    return replace(preset, upsample=suited(preset.upsample.sampler, options.upsample_steps))


def _seed(options: PictureOptions) -> int:
    return secrets.randbelow(MAX_SEED + 1) if options.seed is None else options.seed
