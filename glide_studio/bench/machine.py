"""The computer and the software that a benchmark ran on."""

import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
from typing import Any

import psutil

from glide_studio.core.request.devices import processor_name

_NVIDIA = ("nvidia-smi", "--query-gpu=name", "--format=csv,noheader")


def describe() -> dict[str, Any]:
    """The machine as JSON values; `gpu` is None if unknown."""
    return {
        "cpu": processor_name(),
        "cores": usable_cores(),
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
        "gpu": _gpu(),
        "os": platform.platform(),
        "python": platform.python_version(),
        "torch": importlib.metadata.version("torch"),
        "qt": importlib.metadata.version("PySide6-Essentials"),
        "glide_studio": importlib.metadata.version("glide-studio"),
    }


def usable_cores() -> int:
    """The number of processors that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def resident_mb() -> float:
    """The memory in use by this process, in MB."""
    return float(psutil.Process().memory_info().rss) / 1e6


def peak_mb() -> float:
    """The peak memory of this process, in MB; 0 if unknown."""
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def _gpu() -> str | None:
    if shutil.which(_NVIDIA[0]) is None:
        return None
    found = subprocess.run(_NVIDIA, capture_output=True, text=True, check=False)
    return found.stdout.strip().splitlines()[0] if found.stdout.strip() else None
