"""The options for what to generate and how, and their conversion to settings."""

import argparse
import secrets
from dataclasses import dataclass, replace

from glide_studio.cli.options import CommandError, argument, flag, option, real, whole
from glide_studio.cli.running import RunOptions
from glide_studio.core.request.installed import default_model, find_model, installed_models
from glide_studio.core.request.presets import NORMAL, PRESETS, Preset, preset_named, suited
from glide_studio.core.request.settings import (
    MAX_CLIP_GUIDANCE,
    MAX_COUNT,
    MAX_GUIDANCE,
    MAX_SEED,
    SAMPLERS,
    THRESHOLDINGS,
    Settings,
)
from glide_studio.folders import data_folder

STEPS = (
    "a number such as 30, spaced to suit the sampler; a number for each equal section of the "
    "schedule, such as 10,10,3,2,2; fast27; or a number with its spacing: ddim50 (a constant "
    "stride), trailing30 (even, from the noisiest timestep), logsnr15 or karras15 (even in noise "
    "level)"
)


def _interval(text: str) -> tuple[int, int]:
    try:
        first, last = map(int, text.split(","))
    except ValueError as error:
        message = f"“{text}” must be two timesteps, such as 200,999"
        raise argparse.ArgumentTypeError(message) from error
    return first, last


@dataclass(frozen=True)
class PictureOptions(RunOptions):
    """The options of every command that makes pictures."""

    model: str = option(
        metavar="NAME",
        default=default_model().name,
        help="the model to use (default: %(default)s)",
    )
    preset: str = option(
        choices=[preset.name for preset in PRESETS],
        default=NORMAL.name,
        help="a balance of speed and quality (default: %(default)s)",
    )
    seed: int | None = option(metavar="N", type=whole, help=f"0 to {MAX_SEED} (default: random)")


@dataclass(frozen=True)
class DrawOptions(PictureOptions):
    """The options of commands that run both stages; `Settings` checks the ranges."""

    count: int = option(
        metavar="N",
        type=whole,
        default=Settings.count,
        help=f"number of pictures, 1 to {MAX_COUNT}, with consecutive seeds (default: %(default)s)",
    )
    negative: str = option(
        metavar="PROMPT",
        default=Settings.negative_prompt,
        help="negative prompt: what to avoid, in quotes (needs guidance above 1)",
    )
    guidance: float = option(
        metavar="S",
        type=real,
        default=Settings.guidance_scale,
        help=f"how closely to follow the prompt, 0 to {MAX_GUIDANCE:g} (default: %(default)s)",
    )
    guidance_interval: tuple[int, int] | None = option(
        metavar="A,B",
        type=_interval,
        help="guide only from timestep A to B; 999 is the noisiest (default: the preset's)",
    )
    clip_guidance: float = option(
        metavar="S",
        type=real,
        default=Settings.clip_guidance,
        help="how strongly CLIP steers towards the prompt, "
        f"0 to {MAX_CLIP_GUIDANCE:g} (default: %(default)s, off)",
    )
    thresholding: str = option(
        choices=THRESHOLDINGS,
        default=Settings.thresholding,
        help="what to do with values beyond black and white: static clips them, dynamic scales "
        "all values to fit (default: %(default)s)",
    )
    sampler: str | None = option(
        metavar="NAME", help=f"{', '.join(SAMPLERS)} (default: the preset's)"
    )
    steps: str | None = option(
        metavar="N", help=f"denoising steps: {STEPS} (default: the preset's)"
    )
    upsample_steps: str | None = option(
        metavar="N", help="upsampling steps, written like --steps (default: the preset's)"
    )
    style: str | None = option(
        metavar="NAME", help="the style to add to the prompt, as in the window (default: none)"
    )
    base_only: bool = flag("stop before the upsampler: a small, quick draft")


@dataclass(frozen=True)
class GenerateOptions(DrawOptions):
    """The same, with the prompt."""

    prompt: str = argument("what the picture should show, in quotes", metavar="PROMPT")


def settings_of(options: DrawOptions, prompt: str) -> Settings:
    """The settings in `options`, with `prompt`; the preset's for options that are not given. Raises
    CommandError and RequestError.
    """
    if options.base_only and options.upsample_steps is not None:
        raise CommandError("Give either --upsample-steps or --base-only, not both.")
    preset = preset_of(options, options.upsample_steps)
    base = preset.base
    if options.sampler is not None or options.steps is not None:
        sampler = base.sampler if options.sampler is None else options.sampler
        base = suited(sampler, str(base.steps) if options.steps is None else options.steps)
    interval = options.guidance_interval
    return Settings(
        prompt=styled(prompt, options),
        model=options.model,
        seed=seed_of(options),
        count=options.count,
        guidance_scale=options.guidance,
        guidance_interval=preset.guidance_interval if interval is None else interval,
        thresholding=options.thresholding,
        clip_guidance=options.clip_guidance,
        negative_prompt=options.negative,
        base=base,
        upsample=None if options.base_only else preset.upsample,
    )


def styled(prompt: str, options: DrawOptions) -> str:
    """`prompt` with the chosen one of the window's styles, if any. Raises CommandError for an
    unknown name."""
    name = options.style
    if name is None:
        return prompt
    from glide_studio.session.prompt_book import FILE, PromptBook

    styles = {style.name: style for style in PromptBook(data_folder() / FILE).styles}
    if name not in styles:
        known = ", ".join(styles)
        raise CommandError(f"There is no style “{name}”. Styles: {known}.")
    return styles[name].applied_to(prompt.strip()) if prompt.strip() else prompt


def preset_of(options: PictureOptions, upsample_steps: str | None) -> Preset:
    """The preset of the model, with other upsampling steps unless None. Raises RequestError."""
    model = find_model(options.model, installed_models())
    preset = preset_named(options.preset, model.card.presets)
    if upsample_steps is None:
        return preset
    return replace(preset, upsample=suited(preset.upsample.sampler, upsample_steps))


def seed_of(options: PictureOptions) -> int:
    """The chosen seed, or a random one."""
    return secrets.randbelow(MAX_SEED + 1) if options.seed is None else options.seed
