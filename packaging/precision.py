"""Measures how precise fast arithmetic is on the starter's networks, for resources/starter.

Run it after a training: `python packaging/precision.py`. It measures this machine and, with torch
told to use no more than they have, those without half precision.
"""

import os
import subprocess
import sys
from pathlib import Path

from glide_studio.threads import let_idle_threads_sleep

FILE = Path(__file__).parents[1] / "resources" / "starter" / "precision.json"
ISAS = {"avx2": "avx2", "avx512": "avx512_core"}
"""What oneDNN calls the instructions that torch may use."""


def measure(capability: str | None) -> None:
    """Add what is not known yet to the file, for this machine or for one of `ISAS`."""
    import torch

    from glide_studio.core.request.installed import default_model
    from glide_studio.engine import load_models

    if capability is not None:  # torch still reports the half precision of this machine
        torch.cpu.get_capabilities = dict  # type: ignore[assignment]
    models = load_models(default_model().name, "cpu", memory=FILE)
    print(torch.backends.cpu.get_cpu_capability(), models.base_arithmetic)
    print(torch.backends.cpu.get_cpu_capability(), models.upsample_arithmetic)


def main() -> None:
    let_idle_threads_sleep()
    if len(sys.argv) > 1:
        measure(sys.argv[1])
        return
    measure(None)
    for capability in ISAS:
        limits = {"ATEN_CPU_CAPABILITY": capability, "ONEDNN_MAX_CPU_ISA": ISAS[capability]}
        subprocess.run(
            [sys.executable, __file__, capability], env={**os.environ, **limits}, check=True
        )


if __name__ == "__main__":
    main()
