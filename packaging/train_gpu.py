"""Trains the starter networks on one large GPU, with the libraries of this Python.

Nothing is installed and nothing fetched: a rented machine with a GPU has PyTorch, and often no
network. Needed are torch, numpy, Pillow, OpenCV, Matplotlib, safetensors, tokenizers, msgspec and
psutil.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from glide_studio.threads import let_idle_threads_sleep

ROOT = Path(__file__).parents[1]


def find_the_resources() -> None:
    """Let `glide_studio.resources` be the folder that an installation would put there."""
    folder = ROOT / "resources"
    spec = spec_from_file_location("glide_studio.resources", folder / "__init__.py")
    assert spec is not None
    sys.modules[spec.name] = module_from_spec(spec)


def measure(out: Path, report: Callable[[str], None]) -> None:
    """Write the figures of a step of the full-size networks on the GPU, or without one of the
    starter's on the processor, to the JSON file `out`."""
    import torch

    from glide_studio.bench import networks

    where, model, names = "cpu", networks.STARTER, {"base_step"}
    if torch.cuda.is_available():
        where, model, names = "cuda", networks.FULL_SIZE, {"base_step", "upsample_step"}
    figures = [
        each.to_dict() for each in networks.measure(True, names, [torch.device(where)], [model])
    ]
    for each in figures:
        report(json.dumps(each))
    out.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    import torch

    from glide_studio.training.gpu import SHARES, train_all

    parser = argparse.ArgumentParser(prog="dev.py train-gpu", description=__doc__)
    networks = {"nargs": "+", "choices": SHARES, "default": list(SHARES), "metavar": "NETWORK"}
    parser.add_argument("--data", type=Path, default=Path("pack.zip"), metavar="PACK")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--minutes", type=float, default=9.0, metavar="M")
    parser.add_argument("--only", **networks)  # type: ignore[arg-type]
    parser.add_argument("--from", dest="start", type=Path, metavar="FOLDER")
    parser.add_argument("--rehearse", action="store_true", help="tiny networks, on any machine")
    given = parser.parse_args(arguments)
    if not given.rehearse and not torch.cuda.is_available():
        parser.error("this machine has no GPU that PyTorch can use: --rehearse tries all but that")
    if not given.data.is_file():
        parser.error(f"“{given.data}” does not exist: give the data pack with --data")
    for name in given.only if given.start else ():
        if not (given.start / f"{name}.safetensors").is_file():
            parser.error(f"“{given.start}” has no {name}.safetensors: choose another --from")
    torch.backends.cudnn.benchmark = True
    torch.set_float32_matmul_precision("high")
    started = time.monotonic()
    given.out.mkdir(parents=True, exist_ok=True)
    with (given.out / "log.txt").open("w", encoding="utf-8") as log:

        def report(line: str) -> None:
            text = f"{time.monotonic() - started:6.1f} s  {line}"
            print(text, flush=True)
            print(text, file=log, flush=True)

        where = (given.data, given.out)
        train_all(*where, given.minutes, report, given.only, given.start, given.rehearse)
        measure(given.out / "bench.json", report)
    return 0


if __name__ == "__main__":
    let_idle_threads_sleep()
    find_the_resources()
    sys.exit(main(sys.argv[1:]))
