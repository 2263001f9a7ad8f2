"""Which arithmetic a network is computed in: the fastest that stays close enough to float32 on it.

How far off half precision and Winograd's convolutions are depends on the weights, so it is measured
on each network, once for each kind of machine, and remembered.
"""

import json
import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

import torch
import torch.nn.functional as F
from torch import Tensor

from glide_studio.core.request.presets import NORMAL
from glide_studio.engine.denoiser import (
    EVERY_TIMESTEP,
    Denoiser,
    KnownRegion,
    classifier_free,
    conditioned,
)
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
"""Of a guided step, relative to float32: the L2 distance of the x_{t-1} that it leads to, over its
norm."""

GUIDANCE_SCALE = 4.0
"""Above the default: guidance amplifies errors too."""

_STEPS = 4
"""Measured of a run, from its noisy to its clean end."""

_PROMPT = "a red apple on the grass"
_CPU = torch.device("cpu")
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
def guided_steps(model: GlideUNet) -> Iterator[Tensor]:
    """Where steps of the Normal preset lead, (1, 3, S, S) on the CPU, each from a noisy picture of
    smooth colours, half of which is known if the network inpaints. Upsamplers are not guided."""
    spec, size, generator = model.spec, model.spec.image_size, torch.Generator().manual_seed(0)
    x0 = torch.rand(1, 3, 8, 8, generator=generator) * 2 - 1
    x0 = F.interpolate(x0, (size, size), mode="bilinear")
    conditions, known = {}, None
    if spec.is_upsampler:
        conditions["low_res"] = F.interpolate(x0, scale_factor=1 / 4, mode="area").to(model.device)
    if spec.is_inpaint:
        mask = torch.zeros(1, 1, size, size)
        mask[..., : size // 2] = 1
        known = KnownRegion((x0 * mask).to(model.device), mask.to(model.device))
        conditions |= {"inpaint_image": known.image, "inpaint_mask": known.mask}
    prompts = [_PROMPT] if spec.is_upsampler else [_PROMPT, ""]
    padded = [Tokenizer().padded(prompt, spec.text_ctx) for prompt in prompts]
    text = model.encode_text(
        *(torch.cat(parts).to(model.device) for parts in zip(*padded, strict=True))
    )
    if spec.is_upsampler:
        network, sampling = conditioned(model, text, **conditions), NORMAL.upsample
    else:
        network = classifier_free(model, text, GUIDANCE_SCALE, EVERY_TIMESTEP, **conditions)
        sampling = NORMAL.base
    timesteps = timesteps_of(spec.betas, sampling.timestep_respacing)
    denoiser = Denoiser(network, NoiseSchedule(spec.betas, timesteps), spec.prediction, known)
    for i in range(len(timesteps) - 2, -1, -max(1, len(timesteps) // _STEPS)):
        noise = torch.randn(x0.shape, generator=generator)
        x_t = denoiser.schedule.q_sample(x0, i, noise).to(model.device)
        yield ddim_step(denoiser.schedule, denoiser(x_t, i), x_t, i).cpu()


def relative_error(model: GlideUNet, reference: list[Tensor]) -> float:
    """The largest relative distance of the model's `guided_steps` from those of the reference; 1 if
    that is 1 or more, or not a number."""
    pairs = zip(guided_steps(model), reference, strict=True)
    errors = torch.stack([(step - exact).norm() / exact.norm() for step, exact in pairs])
    return float(errors.nan_to_num(1).clamp(max=1).max())


class MeasuredErrors:
    """Errors by network, machine and arithmetic: those of the `shipped` JSON file, if there is one,
    and those in `memory`, a JSON file of the same form that grows by what is measured here.

    A memory that cannot be read or written is logged, and measured again at the next start.
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
    except (OSError, ValueError, AttributeError, TypeError) as failure:
        _log.warning("%s holds no measured errors: %s", file, failure)
        return {}


def _key(network: str, device: torch.device, arithmetic: Arithmetic) -> str:
    """All that an error depends on; `network` is a digest of the weights."""
    torch_version = torch.__version__.partition("+")[0]
    return f"{arithmetic}, kernels {KERNELS}, torch {torch_version}, {_hardware(device)}: {network}"


def _hardware(device: torch.device) -> str:
    """The kind of machine, as far as it decides how torch computes."""
    if device.type == "cuda":
        return "cuda {}.{}".format(*torch.cuda.get_device_capability(device))
    if device.type != "cpu":
        return device.type
    features = torch.cpu.get_capabilities()
    units = [name for name in ("avx512_bf16", "amx_bf16") if features.get(name, False)]
    return " ".join([torch.backends.cpu.get_cpu_capability(), *units])


def load_optimized(
    load: Callable[[], GlideUNet],
    network: str,
    device: torch.device,
    precision: Precision,
    errors: MeasuredErrors,
) -> tuple[GlideUNet, ChosenArithmetic]:
    """The network that `load` gives, float32 on the CPU, optimized for `device` in the fastest
    arithmetic that `precision` admits; `network` is a digest of its weights.

    `load` is called again for each measurement: an optimized network cannot be changed back.
    """
    candidates = {"auto": arithmetics(device), "float32": (EXACT,), "fast": arithmetics(device)[:1]}
    *fast, last = candidates[precision]
    reference: list[Tensor] = []
    for arithmetic in fast:
        error, optimized = errors.get(network, device, arithmetic), None
        if error is None:
            reference = reference or list(guided_steps(load().to(_CPU)))
            optimized = optimize_for_inference(load(), device, arithmetic)
            error = relative_error(optimized, reference)
            errors.add(network, device, arithmetic, error)
            _log.info("measured: %s", ChosenArithmetic(arithmetic, error))
        if error <= MAX_ERROR:
            if optimized is None:
                optimized = optimize_for_inference(load(), device, arithmetic)
            return optimized, ChosenArithmetic(arithmetic, error)
    return optimize_for_inference(load(), device, last), ChosenArithmetic(last)
