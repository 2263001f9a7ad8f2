"""The training of all starter networks on one large GPU within minutes: `dev.py train-gpu`.

What it leaves in its folder is small enough to be carried back: weights in parts, and all else in
one archive.
"""

import tempfile
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from glide_studio.training.clip_trainer import ClipTrainer
from glide_studio.training.config import (
    CLIP_CONFIGS,
    CONFIGS,
    ClipConfig,
    NetworkConfig,
)
from glide_studio.training.network_trainer import NetworkTrainer
from glide_studio.training.trainer import Trainer

Report = Callable[[str], None]

SHARES = {"base": 0.7, "upsample": 0.16, "clip": 0.06}
"""The share of the minutes that each network gets; the rest is for reading and measuring."""
PART_BYTES = 15 * 2**20


def train_all(
    pack: Path,
    out: Path,
    minutes: float,
    report: Report,
    names: Sequence[str] = tuple(SHARES),
    start: Path | None = None,
    rehearse: bool = False,
) -> None:
    """Train the networks `names`, from the weights NAME.safetensors in the folder `start` if it is
    given, within about `minutes`.

    As soon as a network is trained, the folder `out` gets its weights as NAME.safetensors.0, .1 and
    so on, at most `PART_BYTES` each, and report.zip with sheets and loss curves.
    """
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name in names:
            trainer = _trainer(name, pack, work / name, SHARES[name] * minutes, start, rehearse)
            report(f"{name}: {sum(p.numel() for p in trainer.model.parameters())} parameters")
            trainer.run(report)
            split(work / name / "model.safetensors", out / f"{name}.safetensors")
            archive(work, out / "report.zip")


def _trainer(
    name: str, pack: Path, folder: Path, minutes: float, start: Path | None, rehearse: bool
) -> Trainer:
    weights = None if start is None or rehearse else start / f"{name}.safetensors"
    if name == "clip":
        clip = replace(CLIP_CONFIGS["gpu"](pack), minutes=minutes)
        return ClipTrainer(tiny(clip) if rehearse else clip, pack, folder, start=weights)
    config = replace(CONFIGS["gpu"][name](pack), minutes=minutes)
    return NetworkTrainer(tiny(config) if rehearse else config, pack, folder, start=weights)


Config = TypeVar("Config", NetworkConfig, ClipConfig)


def tiny(config: Config) -> Config:
    """The configuration with batches, and of a GLIDE network layers, small enough to rehearse the
    training on a processor."""
    phases = tuple(replace(phase, batch=4) for phase in config.phases)
    config = replace(config, phases=phases, workers=2, warm_up_steps=2)
    if isinstance(config, ClipConfig):
        return config
    multiples = (1,) * len(config.spec.channel_mult)
    small = replace(config.spec, num_channels=16, channel_mult=multiples, num_head_channels=16)
    return replace(config, spec=small)


def split(weights: Path, out: Path) -> None:
    """Write `weights` as OUT.0, OUT.1 and so on; `cat OUT.*` joins them."""
    data = weights.read_bytes()
    for number, begin in enumerate(range(0, len(data), PART_BYTES)):
        out.with_name(f"{out.name}.{number}").write_bytes(data[begin : begin + PART_BYTES])


def archive(work: Path, out: Path) -> None:
    """Put everything in `work` except weights and states into the archive `out`."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for path in sorted(work.rglob("*")):
            if path.is_file() and path.suffix not in (".safetensors", ".pt", ".partial"):
                file.write(path, path.relative_to(work))
