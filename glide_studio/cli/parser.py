"""What can be typed after `glide-studio`: commands, options and their help."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from glide_studio.cli import texts
from glide_studio.cli.making import add_making
from glide_studio.cli.options import add_json, number
from glide_studio.core.request.request import GenerationRequest

PICTURES = 100
SAMPLER_PICTURES = 8


class CommandError(Exception):
    """A command that cannot run; the message is one sentence for the user."""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence, raised as CommandError."""

    def __init__(self, **options: Any) -> None:
        formatter = argparse.RawDescriptionHelpFormatter
        super().__init__(allow_abbrev=False, formatter_class=formatter, **options)

    def error(self, message: str) -> NoReturn:
        raise CommandError(f"{message[0].upper()}{message[1:]}; see “{self.prog} --help”.")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """What `words` ask for; its `command` is open, generate, inpaint, outpaint, sketch, upscale,
    models, train, evaluate, bench or version.

    Raises CommandError for words that make no sense, and SystemExit once help is printed.
    """
    parser = _Parser(
        prog="glide-studio",
        usage="glide-studio [FILE]\n       glide-studio COMMAND ...",
        description=texts.STUDIO,
        epilog=texts.GENERATE_EXAMPLE
        + "\n\n“glide-studio COMMAND --help” says more about a command.",
    )
    parser.add_argument(
        "--version",
        action="store_const",
        dest="command",
        const="version",
        help="show the version and exit",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", prog=parser.prog)
    opening = commands.add_parser("open", help="open the window (so does no command at all)")
    opening.add_argument("file", metavar="FILE", nargs="?", type=Path, help="a picture to open")
    add_making(commands)
    _add_models(commands)
    _add_train(commands)
    _add_evaluate(commands)
    _add_bench(commands)
    is_file = words and not words[0].startswith("-") and words[0] not in commands.choices
    return parser.parse_args(["open", *words] if is_file or not words else words)


def _add_models(commands: Any) -> None:
    command = commands.add_parser(
        "models", help="list the installed models", description="See which models are installed."
    )
    actions = command.add_subparsers(dest="action", metavar="list", required=True)
    listing = actions.add_parser("list", help=texts.MODELS, description=texts.MODELS)
    add_json(listing, "print one JSON object: its models have name, description and size in bytes")


def _add_train(commands: Any) -> None:
    command = commands.add_parser(
        "train",
        help="train a starter model",
        description=texts.TRAIN,
        epilog=texts.TRAIN_EXAMPLE,
    )
    networks = command.add_subparsers(
        dest="network", metavar="NETWORK", required=True, prog=command.prog
    )
    for name, what in (
        ("base", "the base network, which also inpaints"),
        ("upsample", "the upsampling network, which also inpaints"),
        ("clip", "the noised CLIP"),
    ):
        network = networks.add_parser(
            name, help=f"train {what}", description=texts.TRAIN, epilog=texts.TRAIN_EXAMPLE
        )
        _add_training_options(network, name)
    pack = networks.add_parser("pack", help="rebuild the data pack", description=texts.TRAIN_PACK)
    pack.add_argument("out", metavar="OUT.zip", type=Path, help="the file to write")


def _add_training_options(command: argparse.ArgumentParser, name: str) -> None:
    _add_data(command)
    command.add_argument(
        "--out",
        metavar="FOLDER",
        type=Path,
        default=Path("runs") / name,
        help="where the training is kept (default: %(default)s)",
    )
    command.add_argument(
        "--config",
        metavar="NAME",
        default="small",
        help="small (two processors will do) or gpu (default: %(default)s)",
    )
    command.add_argument(
        "--minutes", metavar="M", type=number, help="how long to train (default: by the size)"
    )
    command.add_argument(
        "--from",
        dest="start",
        metavar="WEIGHTS",
        type=Path,
        help="begin with a model.safetensors instead of fresh weights",
    )
    command.add_argument(
        "--resume", action="store_true", help="go on with the training that FOLDER holds"
    )


def _add_evaluate(commands: Any) -> None:
    command = commands.add_parser(
        "evaluate",
        help="measure a starter model, or the samplers",
        description=texts.EVALUATE,
        epilog=texts.EVALUATE_EXAMPLE,
    )
    command.add_argument(
        "what", metavar="MODEL", help="the model's name: starter; or the word samplers"
    )
    _add_data(command)
    command.add_argument(
        "--out",
        metavar="FOLDER",
        type=Path,
        default=Path("evaluation"),
        help="where judge and figures are kept (default: %(default)s)",
    )
    command.add_argument(
        "--pictures",
        metavar="N",
        type=number,
        help="how many pictures each figure is taken from "
        f"(default: {PICTURES}, of samplers {SAMPLER_PICTURES})",
    )
    command.add_argument(
        "--model",
        metavar="NAME",
        help=f"the model that samplers are measured on (default: {GenerationRequest.model})",
    )
    command.add_argument(
        "--judge-steps",
        metavar="N",
        type=number,
        default=1500,
        help="how many batches of scenes the judge learns from (default: %(default)s)",
    )
    for network in ("base", "upsample", "clip"):
        command.add_argument(
            f"--{network}",
            metavar="WEIGHTS",
            type=Path,
            help=f"judge this {network} network in place of the model's own",
        )
    add_json(command, "print the figures as JSON")


def _add_bench(commands: Any) -> None:
    command = commands.add_parser(
        "bench",
        help="measure speed and memory on this machine",
        description=texts.BENCH,
        epilog=texts.BENCH_EXAMPLE,
    )
    add_json(command, "print one JSON object: machine, ceilings and results")
    command.add_argument(
        "--compare", metavar="FILE", type=Path, help="show the figures of an earlier --json beside"
    )
    command.add_argument(
        "--only", metavar="NAME,...", type=_names, help="measure only these (default: all)"
    )
    command.add_argument(
        "--quick",
        action="store_true",
        help="measure for under three minutes: less exactly, and no large pictures unless named",
    )
    command.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    command.add_argument("--started", type=float, default=0.0, help=argparse.SUPPRESS)


def _add_data(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--data",
        metavar="PACK",
        type=Path,
        default=Path("pack.zip"),
        help="the data pack, a zip file (default: %(default)s)",
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))
