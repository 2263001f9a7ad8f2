"""The training of all starter networks on one large GPU within minutes: `dev.py train-gpu`.

It needs no network, and of libraries only torch, numpy, Pillow, OpenCV, safetensors, tokenizers,
msgspec and psutil. What it leaves in its folder is small
enough to be carried back: weights in parts, and all else in one archive.
"""

import argparse
import json
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import torch

from glide_studio.bench import networks
from glide_studio.training.batches import Batch
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

SHARES = {"base": 0.68, "upsample": 0.2, "clip": 0.05}
"""The share of the minutes that each network gets; the rest is for sheets and figures."""
COMPILED_FROM = 3.0
"""A network is compiled only if it is trained for more minutes than this: that takes one itself."""
PART_BYTES = 15 * 2**20
_STEPS = {"cuda": 8, "cpu": 1}


def train_all(
    pack: Path,
    out: Path,
    minutes: float,
    report: Report,
    names: Sequence[str] = tuple(SHARES),
    start: Path | None = None,
    rehearse: bool = False,
) -> None:
    """Train the networks `names`, an upsampler from the weights `start`; then measure the full-size
    networks on the GPU. All that takes about `minutes`.

    `out` gets NAME.safetensors.0, .1 and so on for each network as soon as it is trained, at most
    `PART_BYTES` each, and report.zip with sheets, loss curves, the log and bench.json.
    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name in names:
            begun = time.monotonic()
            trainer = _trainer(name, pack, work / name, start, rehearse)
            report(f"{name}: {sum(p.numel() for p in trainer.model.parameters())} parameters")
            own_minutes = SHARES[name] * minutes
            if isinstance(trainer, NetworkTrainer):
                quicken(trainer, report, own_minutes > COMPILED_FROM or rehearse)
            left = own_minutes - (time.monotonic() - begun) / 60
            trainer.config = replace(trainer.config, minutes=left)
            trainer.run(report)
            split(work / name / "model.safetensors", out / f"{name}.safetensors")
            archive(work, out / "report.zip")
        (work / "bench.json").write_text(json.dumps(bench(report), indent=1), encoding="utf-8")
        archive(work, out / "report.zip")


def _trainer(name: str, pack: Path, folder: Path, start: Path | None, rehearse: bool) -> Trainer:
    if name == "clip":
        clip = CLIP_CONFIGS["gpu"](pack)
        return ClipTrainer(tiny(clip) if rehearse else clip, pack, folder)
    config = CONFIGS["gpu"][name](pack)
    if rehearse:
        return NetworkTrainer(tiny(config), pack, folder)
    return NetworkTrainer(config, pack, folder, start=start if name == "upsample" else None)


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


def quicken(trainer: Trainer, report: Report, may_compile: bool) -> None:
    """Let the trainer run its network in the way that is fastest on a batch of its first phase: as
    it is, with the channels last, or if it may, compiled. The weights do not change."""
    batch = trainer.source(trainer.config.phases[0])[0].to(trainer.device)
    steps = _STEPS[trainer.device.type]
    backend = "inductor" if trainer.device.type == "cuda" else "aot_eager"

    def lay_out(layout: torch.memory_format) -> None:
        trainer.model.to(memory_format=layout)  # type: ignore[call-overload]

    def compile_it() -> None:
        lay_out(torch.contiguous_format)
        trainer.network = torch.compile(trainer.model, backend=backend)

    ways: dict[str, Callable[[], None]] = {
        "plain": lambda: None,
        "channels last": lambda: lay_out(torch.channels_last),
    }
    if may_compile:
        ways["compiled"] = compile_it
    rates = {}
    for name, prepare in ways.items():
        prepare()
        started = time.monotonic()
        try:
            _pass(trainer, batch, 2)
            ready = time.monotonic()
            _pass(trainer, batch, steps)
        except Exception:  # a compiler has many ways to fail; the others remain
            report(f"{name}: failed\n{traceback.format_exc()}")
            continue
        rates[name] = steps * len(batch.pictures) / (time.monotonic() - ready)
        report(f"{name}: {rates[name]:.0f} pictures a second after {ready - started:.1f} s")
    best = max(rates, key=lambda name: rates[name])
    if best != "compiled":
        trainer.network = trainer.model
        ways[best]()
    report(f"{best} is fastest")


def _pass(trainer: Trainer, batch: Batch, times: int) -> None:
    """Forwards and backwards through the network, without a change to its weights."""
    for _ in range(times):
        loss, _ = trainer.losses(batch, torch.randn_like)
        loss.backward()
        trainer.model.zero_grad()
    if trainer.device.type == "cuda":
        torch.cuda.synchronize()


def split(weights: Path, out: Path) -> None:
    """Write `weights` as OUT.0, OUT.1 and so on; `cat OUT.*` joins them."""
    data = weights.read_bytes()
    for number, begin in enumerate(range(0, len(data), PART_BYTES)):
        out.with_name(f"{out.name}.{number}").write_bytes(data[begin : begin + PART_BYTES])


def archive(work: Path, out: Path) -> None:
    """Put all in `work` but weights and states into the archive `out`."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for path in sorted(work.rglob("*")):
            if path.is_file() and path.suffix not in (".safetensors", ".pt", ".partial"):
                file.write(path, path.relative_to(work))


def bench(report: Report) -> list[dict[str, Any]]:
    """The figures of a step of the full-size networks on the GPU, or without one of the starter's
    on the processor."""
    on_gpu = torch.cuda.is_available()
    names = {"base_step", "upsample_step"} if on_gpu else {"base_step"}
    device = torch.device("cuda" if on_gpu else "cpu")
    model = networks.FULL_SIZE if on_gpu else networks.STARTER
    figures = [each.to_dict() for each in networks.measure(True, names, [device], [model])]
    for each in figures:
        report(json.dumps(each))
    return figures


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py train-gpu", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("pack.zip"), metavar="PACK")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--minutes", type=float, default=9.0, metavar="M")
    parser.add_argument(
        "--only", nargs="+", choices=SHARES, default=list(SHARES), metavar="NETWORK"
    )
    parser.add_argument("--from", dest="start", type=Path, metavar="UPSAMPLER")
    parser.add_argument("--rehearse", action="store_true", help="tiny networks, on any machine")
    given = parser.parse_args(arguments)
    if not given.rehearse and not torch.cuda.is_available():
        parser.error("this machine has no GPU that PyTorch can use: --rehearse tries all but that")
    torch.backends.cudnn.benchmark = True
    torch.set_float32_matmul_precision("high")
    started = time.monotonic()
    given.out.mkdir(parents=True, exist_ok=True)
    with (given.out / "log.txt").open("w", encoding="utf-8") as log:

        def report(line: str) -> None:
            text = f"{time.monotonic() - started:6.1f} s  {line}"
            print(text, flush=True)
            print(text, file=log, flush=True)

        only, start, rehearse = given.only, given.start, given.rehearse
        train_all(given.data, given.out, given.minutes, report, only, start, rehearse)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
