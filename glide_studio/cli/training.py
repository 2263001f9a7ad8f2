"""The command that trains starter models."""

import argparse
import importlib.util
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from glide_studio.cli.options import (
    Command,
    CommandError,
    Commands,
    argument,
    command,
    flag,
    option,
    real,
)

if TYPE_CHECKING:
    from glide_studio.training.trainer import Trainer

_T = TypeVar("_T")

RUNS = Path("runs")
TRAIN = """\
Train one network of a starter model: the base network, which generates 64 x 64
pixels; the upsampler, which enlarges them to 256 x 256; or the noised CLIP,
which rates how well a noisy picture fits its caption. Or rebuild the data pack
that they are trained on. Needs pip install glide-studio[train].

Captioned scenes (objects in a colour, at a place) are composed on the fly from
the cut-outs and backgrounds in the data pack.

FOLDER then holds
  model.safetensors      the weights to use: a moving average, in float16
  state.pt               all that is needed to resume
  log.jsonl, loss.png    the loss, every half minute
  sheet_1.png ...        samples after each quarter of the training

Ctrl+C is safe: every file is complete at any time, and --resume continues from
the last checkpoint, which is at most two minutes old."""

TRAIN_EXAMPLE = """\
example:
  glide-studio train base --data pack.zip --out runs/base --minutes 90"""

PACK = """\
Rebuild the data pack from the public packages it is made of. They are fetched
with npm, pip and apt-get; a package that cannot be fetched is left out and
reported. Needs pip install glide-studio[pack]."""


def _minutes(text: str) -> float:
    minutes = real(text)
    if not 0 < minutes < float("inf"):
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of minutes above 0")
    return minutes


@dataclass(frozen=True)
class DataOptions:
    """The data for training or evaluation."""

    data: Path = option(
        metavar="PACK",
        type=Path,
        default=Path("pack.zip"),
        help="the data pack, a zip file (default: %(default)s)",
    )


@dataclass(frozen=True)
class TrainOptions(DataOptions):
    out: Path | None = option(
        metavar="FOLDER",
        type=Path,
        help="the folder for the results of the training (default: runs/NETWORK)",
    )
    config: str = option(
        metavar="NAME",
        default="small",
        help="small (for two processors) or gpu (default: %(default)s)",
    )
    minutes: float | None = option(
        metavar="M",
        type=_minutes,
        help="how long to train (default: depends on the configuration)",
    )
    resume: bool = flag("continue the training in FOLDER")
    start: Path | None = option(
        "--from",
        metavar="WEIGHTS",
        type=Path,
        help="start from a model.safetensors instead of random weights",
    )


@dataclass(frozen=True)
class PackOptions:
    out: Path = argument("the file to write", metavar="OUT.zip", type=Path)
    compact: Path | None = option(
        metavar="PACK",
        type=Path,
        help="write a smaller copy of this pack, to be copied to a GPU, and fetch nothing",
    )


def add_training(commands: Commands) -> None:
    texts: dict[str, Any] = {"description": TRAIN, "epilog": TRAIN_EXAMPLE}
    train = commands.add_parser("train", help="train a starter model", **texts)
    networks = train.add_subparsers(
        dest="network", metavar="NETWORK", required=True, prog=train.prog
    )
    for name, help in (
        ("base", "train the base network, for generating and inpainting"),
        ("upsample", "train the upsampler, for generating and inpainting"),
        ("clip", "train the noised CLIP"),
    ):
        run = partial(_train, name)
        Command(name, TrainOptions, run, {"help": help, **texts}).add_to(networks)
    pack.add_to(networks)


@command("pack", PackOptions, help="rebuild the data pack", description=PACK)
def pack(options: PackOptions) -> int:
    _need("cv2", "OpenCV")
    if options.compact is not None:
        return _compact(options.compact, options.out)
    from glide_studio.training.packing import PackError, build_pack

    try:
        build_pack(options.out, partial(print, flush=True))
    except PackError as error:
        raise CommandError(str(error)) from error
    return 0


def _compact(pack: Path, out: Path) -> int:
    from glide_studio.training.pack import write_compact

    _check_pack(pack)
    try:
        write_compact(pack, out)
    except KeyError as error:
        raise CommandError(f"“{pack.name}” is not a data pack.") from error
    except OSError as error:
        raise CommandError(f"Cannot write “{out}” ({error.strerror}).") from error
    return 0


def _train(name: str, options: TrainOptions) -> int:
    out = options.out or RUNS / name
    check_inputs(options.data, out)
    try:
        trainer = _trainer(name, options, out)
    except (FileExistsError, ValueError) as error:
        raise CommandError(str(error)) from error
    trainer.run(partial(print, flush=True))
    return 0


def _trainer(name: str, options: TrainOptions, out: Path) -> "Trainer":
    from glide_studio.training.clip_trainer import ClipTrainer
    from glide_studio.training.config import CLIP_CONFIGS, CONFIGS
    from glide_studio.training.network_trainer import NetworkTrainer

    rest = (options.data, out, options.resume, options.start)
    if name == "clip":
        clip = _chosen(options.config, CLIP_CONFIGS)(options.data)
        return ClipTrainer(replace(clip, minutes=options.minutes or clip.minutes), *rest)
    config = _chosen(options.config, CONFIGS)[name](options.data)
    return NetworkTrainer(replace(config, minutes=options.minutes or config.minutes), *rest)


def _chosen(name: str, configs: Mapping[str, _T]) -> _T:
    if name not in configs:
        raise CommandError(f"Unknown configuration “{name}”: choose {' or '.join(configs)}.")
    return configs[name]


def check_inputs(data: Path, out: Path) -> None:
    """Check for the libraries, the data pack and a folder to write to. Raises CommandError."""
    _need("cv2", "OpenCV")
    _need("matplotlib", "Matplotlib")
    _check_pack(data)
    if out.exists() and not out.is_dir():
        raise CommandError(f"“{out}” is a file: choose a folder.")


def _check_pack(data: Path) -> None:
    if not data.is_file():
        raise CommandError(f"“{data}” does not exist: give the data pack with --data.")
    if not zipfile.is_zipfile(data):
        raise CommandError(f"“{data.name}” is not a zip file: give the data pack with --data.")


def _need(module: str, name: str) -> None:
    if importlib.util.find_spec(module) is None:
        raise CommandError(f"This needs {name}: pip install glide-studio[train].")
