"""The commands that make pictures, and their options."""

import argparse
from pathlib import Path
from typing import Any

from glide_studio.cli import texts
from glide_studio.cli.options import add_json, number
from glide_studio.core.modes.modes import DEPARTURE, NO_PROMPT
from glide_studio.core.request.presets import NORMAL, PRESETS
from glide_studio.core.request.request import (
    MAX_CLIP_GUIDANCE,
    MAX_COUNT,
    MAX_GUIDANCE,
    MAX_SEED,
    SAMPLERS,
    THRESHOLDINGS,
    GenerationRequest,
)

DEVICES = ("auto", "cpu", "cuda", "mps")


def add_making(commands: Any) -> None:
    """Add the commands to the sub-commands of a parser."""
    _add_generate(commands)
    _add_inpaint(commands)
    _add_outpaint(commands)
    _add_sketch(commands)
    _add_upscale(commands)


def _add_generate(commands: Any) -> None:
    command = commands.add_parser(
        "generate",
        help="make a picture from a description",
        description=texts.GENERATE,
        epilog=texts.GENERATE_EXAMPLE,
    )
    _add_prompt(command)
    _add_run_options(command)


def _add_inpaint(commands: Any) -> None:
    command = commands.add_parser(
        "inpaint",
        help="repaint the masked part of a picture",
        description=texts.INPAINT,
        epilog=texts.INPAINT_EXAMPLE,
    )
    _add_image(command)
    _add_prompt(command)
    _add_mask(command)
    _add_run_options(command)


def _add_outpaint(commands: Any) -> None:
    command = commands.add_parser(
        "outpaint",
        help="go on with a picture beyond its edges",
        description=texts.OUTPAINT,
        epilog=texts.OUTPAINT_EXAMPLE,
    )
    _add_image(command)
    _add_prompt(command)
    for side in ("left", "top", "right", "bottom"):
        command.add_argument(
            f"--{side}",
            metavar="PIXELS",
            type=number,
            default=0,
            help=f"how far to go on at the {side} (default: %(default)s)",
        )
    _add_run_options(command)


def _add_sketch(commands: Any) -> None:
    command = commands.add_parser(
        "sketch",
        help="make a picture out of a rough one, or vary one",
        description=texts.SKETCH,
        epilog=texts.SKETCH_EXAMPLE,
    )
    _add_image(command)
    _add_prompt(command)
    _add_mask(command)
    command.add_argument(
        "--strength",
        metavar="S",
        type=number,
        default=DEPARTURE,
        help="how far to depart from the picture: 0 keeps it, 1 leaves nothing of it "
        "(default: %(default)s)",
    )
    _add_run_options(command)


def _add_upscale(commands: Any) -> None:
    command = commands.add_parser(
        "upscale",
        help="make a picture four times as large",
        description=texts.UPSCALE,
        epilog=texts.UPSCALE_EXAMPLE,
    )
    _add_image(command)
    command.add_argument(
        "prompt", metavar="PROMPT", nargs="?", default=NO_PROMPT, help="what is seen, in quotes"
    )
    _add_output(command)
    _add_seed(command)
    _add_preset(command)
    command.add_argument("--upsample-steps", metavar="N", help=f"steps: {texts.STEPS}")
    _add_machine(command)
    default = GenerationRequest
    command.set_defaults(
        count=1,
        negative=default.negative_prompt,
        guidance=default.guidance_scale,
        guidance_interval=None,
        clip_guidance=default.clip_guidance,
        thresholding=default.thresholding,
        sampler=None,
        steps=None,
        base_only=False,
    )


def _add_image(command: argparse.ArgumentParser) -> None:
    command.add_argument("image", metavar="IMAGE", type=Path, help="the picture to change")


def _add_mask(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--mask", type=Path, help="a picture of the same size: white is repainted, black kept"
    )


def _add_prompt(command: argparse.ArgumentParser) -> None:
    command.add_argument("prompt", metavar="PROMPT", help="what should be seen, in quotes")


def _add_run_options(command: argparse.ArgumentParser) -> None:
    """The options of a run; its request judges their values and says what is wrong."""
    _add_output(command)
    _add_seed(command)
    command.add_argument(
        "--count",
        metavar="N",
        type=number,
        default=GenerationRequest.count,
        help=f"how many pictures, 1 to {MAX_COUNT}, of seeds N, N+1, ... (default: %(default)s)",
    )
    _add_sampling(command)
    _add_upsampling(command)
    _add_machine(command)


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=Path,
        required=True,
        help="the picture to write: .png, .jpg or .webp; several become OUT-1, OUT-2, ...",
    )


def _add_seed(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--seed", metavar="N", type=number, help=f"0 to {MAX_SEED} (default: by chance)"
    )


def _add_machine(command: argparse.ArgumentParser) -> None:
    """The model, the device, and what is said at the end."""
    command.add_argument(
        "--model",
        metavar="NAME",
        default=GenerationRequest.model,
        help="the model (default: %(default)s)",
    )
    command.add_argument(
        "--device",
        choices=DEVICES,
        default="auto",
        help="where to compute; auto takes a graphics card if there is one (default: %(default)s)",
    )
    add_json(command, "print one JSON object about the result; its seconds leave out loading")


def _add_preset(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--preset",
        choices=[preset.name for preset in PRESETS],
        default=NORMAL.name,
        help="how much work a picture is worth (default: %(default)s)",
    )


def _add_sampling(command: argparse.ArgumentParser) -> None:
    default = GenerationRequest
    _add_preset(command)
    command.add_argument(
        "--negative",
        metavar="PROMPT",
        default=default.negative_prompt,
        help="what should not be seen, in quotes",
    )
    command.add_argument(
        "--guidance",
        metavar="S",
        type=number,
        default=default.guidance_scale,
        help=f"how closely to follow the prompt, 0 to {MAX_GUIDANCE:g} (default: %(default)s)",
    )
    command.add_argument(
        "--guidance-interval",
        metavar="A,B",
        type=_interval,
        help="guide only at timesteps A to B; 999 is the noisiest (default: the preset's)",
    )
    command.add_argument(
        "--clip-guidance",
        metavar="S",
        type=number,
        default=default.clip_guidance,
        help=f"how far to follow CLIP to the prompt, 0 to {MAX_CLIP_GUIDANCE:g} "
        "(default: %(default)s, off)",
    )
    command.add_argument(
        "--thresholding",
        choices=THRESHOLDINGS,
        default=default.thresholding,
        help="how guided pictures stay between black and white (default: %(default)s)",
    )
    command.add_argument(
        "--sampler",
        metavar="NAME",
        help=f"{', '.join(SAMPLERS)} (default: the preset's)",
    )
    command.add_argument(
        "--steps", metavar="N", help=f"denoising steps: {texts.STEPS} (default: the preset's)"
    )


def _add_upsampling(command: argparse.ArgumentParser) -> None:
    group = command.add_mutually_exclusive_group()
    group.add_argument("--upsample-steps", metavar="N", help="steps of the upsampler, likewise")
    group.add_argument(
        "--base-only", action="store_true", help="a draft: stop before the upsampler, at 64 x 64"
    )


def _interval(text: str) -> tuple[int | float | str, ...]:
    return tuple(number(part) for part in text.split(","))
