"""Which arithmetic a network is computed in: the fastest that stays close enough to float32 on it.

How far off half precision and Winograd's convolutions are depends on the weights, so it is measured
on each network, once for each kind of machine, and remembered.
"""

import json
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

import torch
import torch.nn.functional as F
from torch import Tensor

from glide_studio.core.request.settings import DEFAULT_BASE, DEFAULT_UPSAMPLE, Settings
from glide_studio.engine.denoiser import Denoiser, classifier_free, conditioned, encode_prompts
from glide_studio.engine.inference import (
    EXACT,
    KERNELS,
    Arithmetic,
    arithmetics,
    optimize_for_inference,
)
from glide_studio.engine.samplers import ddim_step
from glide_studio.engine.schedule import NoiseSchedule, timesteps_of
from glide_studio.engine.tokenizer import Tokenizer
from glide_studio.engine.unet import GlideUNet

Precision = Literal["auto", "float32", "fast"]
"""The fastest arithmetic that is accurate, float32, or the fastest of all, unmeasured."""

MAX_ERROR = 1e-2
"""Of a guided step: the L2 distance of its x_{t-1} from that of float32, relative to the norm of
the latter. At 1.3% the starter's pictures differ from float32's by one level of 255 (root mean
square)."""

GUIDANCE_SCALE = Settings.guidance_scale
"""The default. Guidance amplifies errors: they grow with its scale."""

_PROMPT = "a red apple on the grass"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ChosenArithmetic:
    """The arithmetic of a loaded network and its `error`, None where it was not measured."""

    arithmetic: Arithmetic
    error: float | None = None

    def __str__(self) -> str:
        measured = "" if self.error is None else f", {self.error:.2%} from float32"
        return f"{self.arithmetic}{measured}"


@torch.no_grad()
def guided_steps(model: GlideUNet, measuring: Callable[[], object] = lambda: None) -> list[Tensor]:
    """x_{t-1} (1, 3, S, S), on the CPU, after each of a few DDIM steps of the default settings.

    Each starts from a noisy picture of smooth colours without a known region. The steps lie in the
    middle of the process and near both ends. Upsamplers are not guided. The very first step is left
    out: there the x_0 of a network that predicts ε is arbitrary. `measuring` is called before each.
    """
    spec, size, generator = model.spec, model.spec.image_size, torch.Generator().manual_seed(0)
    x0 = torch.rand(1, 3, 8, 8, generator=generator) * 2 - 1
    x0 = F.interpolate(x0, (size, size), mode="bilinear")
    if spec.is_upsampler:
        low_res = F.interpolate(x0, scale_factor=1 / 4, mode="area").to(model.device)
        text = encode_prompts(Tokenizer(), model, [_PROMPT])
        network, sampling = conditioned(model, text, low_res=low_res), DEFAULT_UPSAMPLE
    else:
        text = encode_prompts(Tokenizer(), model, [_PROMPT, ""])
        network, sampling = classifier_free(model, text, GUIDANCE_SCALE), DEFAULT_BASE
    timesteps = timesteps_of(spec.betas, sampling.timestep_respacing)
    schedule, count = NoiseSchedule(spec.betas, timesteps), len(timesteps)
    denoiser, steps = Denoiser(network, schedule, spec.prediction), []
    for i in sorted({1, count // 2 - 1, count // 2, count - 2}):
        measuring()
        noise = torch.randn(x0.shape, generator=generator)
        x_t = schedule.q_sample(x0, i, noise).to(model.device)
        steps.append(ddim_step(schedule, denoiser(x_t, i), x_t, i).cpu())
    return steps


def relative_error(
    model: GlideUNet, exact: list[Tensor], measuring: Callable[[], object] = lambda: None
) -> float:
    """The largest relative distance of the model's `guided_steps` from the `exact` ones, 0 to 1;
    also 1 if it is larger or not a number. `measuring` is called before each step."""
    pairs = zip(guided_steps(model, measuring), exact, strict=True)
    errors = torch.stack([(step - other).norm() / other.norm() for step, other in pairs])
    return float(errors.nan_to_num(1).clamp(max=1).max())


class MeasuredErrors:
    """Errors by network, machine and arithmetic: those of the `shipped` JSON file, if there is one,
    and those measured here, which are added to `memory`, a JSON file of the same form.

    If `memory` cannot be read or written, a warning is logged, and the errors are measured again
    at the next start.
    """

    def __init__(self, shipped: Traversable | None, memory: Path | None) -> None:
        self._memory = memory
        self._found = _read(shipped) if shipped is not None and shipped.is_file() else {}
        if memory is not None and memory.is_file():
            self._found |= _read(memory)

    def get(self, network: str, device: torch.device, arithmetic: Arithmetic) -> float | None:
        return self._found.get(_key(network, device, arithmetic))

    def add(self, network: str, device: torch.device, arithmetic: Arithmetic, error: float) -> None:
        key = _key(network, device, arithmetic)
        self._found[key] = error
        if self._memory is None:
            return
        try:
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            known = _read(self._memory) if self._memory.is_file() else {}
            partial = self._memory.with_name(f"{self._memory.name}.{os.getpid()}")
            partial.write_text(json.dumps(known | {key: error}, indent=1) + "\n", encoding="utf-8")
            partial.replace(self._memory)
        except OSError as failure:
            _log.warning("measured errors are not kept: %s", failure)


def _read(file: Traversable | Path) -> dict[str, float]:
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
        return {str(key): float(error) for key, error in values.items()}
    except (OSError, ValueError, AttributeError, RecursionError, TypeError) as failure:
        _log.warning("%s holds no measured errors: %s", file, failure)
        return {}


def _key(network: str, device: torch.device, arithmetic: Arithmetic) -> str:
    """All that an error depends on; `network` is a digest of the weights."""
    torch_version = torch.__version__.partition("+")[0]
    how = f"{arithmetic}, kernels {KERNELS}, guidance {GUIDANCE_SCALE:g}, torch {torch_version}"
    return f"{how}, {_hardware(device)}: {network}"


def _hardware(device: torch.device) -> str:
    """The properties of the machine that decide how torch computes."""
    if device.type == "cuda":
        return "cuda {}.{}".format(*torch.cuda.get_device_capability(device))
    if device.type == "xpu":
        return f"xpu {torch.xpu.get_device_name(device)}"
    if device.type != "cpu":
        return device.type
    bfloat16 = ["bfloat16"] if torch.cpu.get_capabilities().get("avx512_bf16", False) else []
    # AMX sums in float32 too: the starter's error was 1.240% there, without AMX 1.247%.
    return " ".join([torch.backends.cpu.get_cpu_capability(), *bfloat16])


def choose_arithmetic(
    load: Callable[[], GlideUNet],
    network: str,
    device: torch.device,
    precision: Precision,
    errors: MeasuredErrors,
    measuring: Callable[[], object] = lambda: None,
) -> ChosenArithmetic:
    """The fastest arithmetic that `precision` admits on `device` for the network that `load` gives,
    float32 on the CPU; `network` is a digest of its weights.

    `load` is called only to measure, once for each measurement, because optimizing changes a
    network for good. Measuring takes a minute or more with a large network; `measuring` is called
    before it and before each of its steps. An exception that it raises ends the measurement, and
    the next call measures again.
    """
    candidates = {"auto": arithmetics(device), "float32": (EXACT,), "fast": arithmetics(device)[:1]}
    *fast, last = candidates[precision]
    exact: list[Tensor] = []
    for arithmetic in fast:
        error = errors.get(network, device, arithmetic)
        if error is None:
            measuring()
            exact = exact or guided_steps(load(), measuring)
            measuring()
            optimized = optimize_for_inference(load(), device, arithmetic)
            error = relative_error(optimized, exact, measuring)
            errors.add(network, device, arithmetic, error)
            _log.info("measured: %s", ChosenArithmetic(arithmetic, error))
        if error <= MAX_ERROR:
            return ChosenArithmetic(arithmetic, error)
    return ChosenArithmetic(last)
