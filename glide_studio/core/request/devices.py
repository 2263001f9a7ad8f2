"""The devices that compute pictures, as they are named in preferences and on the command line."""

import platform
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Device:
    """A device of this computer.

    `name` is what `--device` takes: "cpu", "cuda", "xpu" or "mps", with a number where there are
    several of a kind, such as "cuda:1"; `title` is its maker's name for it.
    """

    name: str
    title: str


@dataclass(frozen=True)
class MemoryUse:
    """Memory in bytes: what GLIDE Studio uses of the `total` of a device."""

    device: Device
    used: int
    total: int


MeasureMemory = Callable[[], MemoryUse]
"""Measures the memory that is in use now."""


@cache
def processor_name() -> str:
    """The maker's name of this computer's processor, as far as the system tells it."""
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    if sys.platform == "darwin":
        asked = ("sysctl", "-n", "machdep.cpu.brand_string")
        found = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
        if found:
            return found
    return platform.processor() or platform.machine()
