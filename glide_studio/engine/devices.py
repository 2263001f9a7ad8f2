"""The devices of this computer, their names and their memory."""

import ctypes
import sys
from contextlib import suppress

import psutil
import torch

from glide_studio.core.request.devices import Device, MemoryUse, processor_name
from glide_studio.engine.recognition import ModelError

AUTO = "auto"


def present_devices() -> tuple[torch.device, ...]:
    """All devices that can compute, the one that "auto" takes first, the processor last."""
    found = []
    for kind, backend in (("cuda", torch.cuda), ("xpu", torch.xpu)):
        if backend.is_available():
            others = range(1, backend.device_count())
            found += [kind, *(f"{kind}:{number}" for number in others)]
    if torch.backends.mps.is_available():
        found.append("mps")
    return tuple(map(torch.device, [*found, "cpu"]))


def chosen_device(name: str) -> torch.device:
    """The device of that name; "auto" takes a graphics card where there is one.

    Raises ModelError for a device that this computer does not have.
    """
    present = present_devices()
    if name == AUTO:
        return present[0]
    for device in present:
        if str(device) == name.removesuffix(":0"):
            return device
    raise ModelError(
        "This computer has no device {name}. Use {known} or auto.",
        name=name,
        known=", ".join(map(str, present)),
    )


def described(device: torch.device) -> Device:
    """The device with its maker's name."""
    title = processor_name()
    if device.type == "cuda":
        title = torch.cuda.get_device_name(device)
    elif device.type == "xpu":
        title = torch.xpu.get_device_name(device)
    elif device.type == "mps":
        title = f"{title} GPU"
    return Device(str(device), title)


def total_memory(device: torch.device) -> int:
    """The memory of a device, in bytes; on Apple's, what the system recommends to use at most."""
    if device.type == "cuda":
        return torch.cuda.mem_get_info(device)[1]
    if device.type == "xpu":
        return int(torch.xpu.get_device_properties(device).total_memory)
    if device.type == "mps":
        return torch.mps.recommended_max_memory()
    return int(psutil.virtual_memory().total)


def used_memory(device: torch.device) -> int:
    """The bytes of a device's memory that this program holds, including torch's cache."""
    if device.type == "cuda":
        return torch.cuda.memory_reserved(device)
    if device.type == "xpu":
        return torch.xpu.memory_reserved(device)
    if device.type == "mps":
        return torch.mps.driver_allocated_memory()
    return int(psutil.Process().memory_info().rss)


def free_memory(device: torch.device) -> int:
    """The bytes that networks may still take, including torch's cache."""
    if device.type == "cuda":
        kept = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return torch.cuda.mem_get_info(device)[0] + kept
    if device.type == "xpu":
        return total_memory(device) - torch.xpu.memory_allocated(device)
    if device.type == "mps":
        return total_memory(device) - torch.mps.current_allocated_memory()
    return int(psutil.virtual_memory().available)


def memory_use(device: torch.device) -> MemoryUse:
    return MemoryUse(described(device), used_memory(device), total_memory(device))


def return_memory(device: torch.device) -> None:
    """Give the memory that torch, or on a processor the C library, has cached back to the
    system."""
    if device.type == "cuda" and torch.cuda.is_initialized():
        torch.cuda.empty_cache()
    elif device.type == "xpu" and torch.xpu.is_initialized():
        torch.xpu.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()
    elif sys.platform == "linux":
        with suppress(AttributeError):  # only glibc has it
            ctypes.CDLL(None).malloc_trim(0)
