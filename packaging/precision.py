"""Measures how precise fast arithmetic is on the starter's networks, for resources/starter.

Run it after a training: `python packaging/precision.py`. It measures this machine and, with torch
limited to fewer instructions, older ones.
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from glide_studio.threads import let_idle_threads_sleep

FILE = Path(__file__).parents[1] / "resources" / "starter" / "precision.json"


@dataclass(frozen=True)
class Instructions:
    """What a kind of CPU has: torch's name for it, oneDNN's, and torch's names for more."""

    aten: str
    onednn: str
    features: tuple[str, ...] = ()


OLDER = (
    Instructions("avx2", "avx2"),
    Instructions("avx512", "avx512_core"),
    Instructions("avx512", "avx512_core_bf16", ("avx512_bf16",)),
)


def measure(instructions: Instructions | None) -> None:
    """Add what is not known yet to the file, for this machine or one of `OLDER`."""
    import torch

    from glide_studio.core.request.installed import default_model
    from glide_studio.engine import load_models

    if instructions is not None:  # torch would still report all features of this machine
        features = dict.fromkeys(instructions.features, True)
        torch.cpu.get_capabilities = lambda: features  # type: ignore[assignment]
    models = load_models(default_model().name, "cpu", memory=FILE)
    print(instructions or "this machine", models.base_arithmetic, models.upsample_arithmetic)


def main() -> None:
    let_idle_threads_sleep()
    if len(sys.argv) > 1:
        measure(OLDER[int(sys.argv[1])])
        return
    measure(None)
    for i, older in enumerate(OLDER):
        limits = {"ATEN_CPU_CAPABILITY": older.aten, "ONEDNN_MAX_CPU_ISA": older.onednn}
        command = [sys.executable, __file__, str(i)]
        subprocess.run(command, env={**os.environ, **limits}, check=True)


if __name__ == "__main__":
    main()
