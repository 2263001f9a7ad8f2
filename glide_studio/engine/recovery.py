"""What a run does about faults of the machine, so that the pictures come out all the same.

| fault | what is done, in this order |
|---|---|
| out of memory | smaller batches; half precision, where it is accurate enough; the CPU |
| a graphics card that no longer answers | the CPU |
| values that are not finite | the step, or on a graphics card the run, in float32 |

The noise of each sample comes from its seed alone, so that what is computed again is the same.
"""

import logging
import math
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Literal

import torch
from torch import Tensor

from glide_studio.core.request.request import Notice, Preview, Result, RunError
from glide_studio.core.sentence import Sentence
from glide_studio.engine.checkpoint import is_out_of_memory
from glide_studio.engine.denoiser import UNet
from glide_studio.engine.devices import AUTO, described, present_devices, return_memory
from glide_studio.engine.models import ModelLoader, Models
from glide_studio.engine.precision import Precision
from glide_studio.engine.residency import Residency
from glide_studio.engine.stage import NotFinite
from glide_studio.engine.unet import TextEncoding

Fault = Literal["memory", "device", "values"]

LOST_DEVICE = (
    "CUDA error",
    "HIP error",
    "CUDNN_STATUS",
    "CUBLAS_STATUS",
    "MPS backend",
    "UR_RESULT_ERROR",
)
"""Parts of the messages of torch's RuntimeErrors when a GPU no longer answers."""

_log = logging.getLogger(__name__)


def fault_in(error: Exception) -> Fault | None:
    """The fault of the machine that `error` reports; None if it has another cause."""
    if isinstance(error, NotFinite):
        return "values"
    if is_out_of_memory(error):
        return "memory"
    lost: type[Exception] | tuple[()] = getattr(torch, "AcceleratorError", ())  # from torch 2.8 on
    said = str(error) if isinstance(error, RuntimeError) else ""
    is_lost = isinstance(error, lost) or any(cause in said for cause in LOST_DEVICE)
    return "device" if is_lost else None


def load_models(
    name: str, device: str = AUTO, precision: Precision = "auto", memory: Path | None = None
) -> Models:
    """The networks for text to image of an installed model; see `ModelLoader`. With "auto" they are
    on the CPU if the graphics card has no room or is lost."""
    return load_with_cpu_fallback(ModelLoader(name, precision, memory), device)


def load_with_cpu_fallback(loader: ModelLoader, device: str = AUTO) -> Models:
    """The model on `device`; with "auto" on the CPU if the graphics card has no room or is lost.

    Raises as `ModelLoader.load`, and MemoryError if a named device has no room.
    """
    try:
        models = loader.load(device)
        if models.device.type != "cpu":
            models.preload()
        return models
    except Exception as error:
        if device != AUTO or fault_in(error) is None:
            raise
        _log.info("the model does not load on the graphics card", exc_info=error)
    return replace(
        loader.load("cpu"),
        notice=Sentence("The graphics card cannot hold the model: the processor is used instead."),
    )


def load_on_preferred(loader: ModelLoader, device: str) -> Models:
    """As `load_with_cpu_fallback`, but where `device` is not available or has no room, on another
    one, with a notice."""
    try:
        return load_with_cpu_fallback(loader, device)
    except Exception as error:
        is_there = device in (AUTO, *map(str, present_devices()))
        if device == AUTO or (is_there and fault_in(error) is None):
            raise
        _log.info("the preferred device cannot be used", exc_info=error)
    models = load_with_cpu_fallback(loader, "cpu" if is_there else AUTO)
    used = described(models.device).title
    if is_there:
        notice = Sentence(
            "The preferred device {name} cannot hold the model: {used} is used instead.",
            name=device,
            used=used,
        )
    else:
        notice = Sentence(
            "The preferred device {name} is not available: {used} is used instead.",
            name=device,
            used=used,
        )
    return replace(models, notice=notice)


def recovering(
    models: Models, run: Callable[[Models], Generator[Preview | Result | Notice, None, None]]
) -> Iterator[Preview | Result | Notice]:
    """The events of `run` on `models`; after a fault it runs again, on models that avoid the fault.

    Raises RunError once there are none left, and what `run` raises for any other reason.
    """
    notices = [] if models.notice is None else [models.notice]
    while True:
        try:
            with closing(run(_guarded(models, notices))) as events:
                for event in events:
                    yield from _drained(notices)
                    yield event
            return
        except Exception as error:
            fault = fault_in(error)
            if fault is None:
                raise
            _log.info("a run fails: %s", fault, exc_info=error)
        # Only here, where the error and with it the tensors of the failed run are gone.
        if fault == "memory":
            models.residency.release_all()
        notice, models = _models_without(fault, models)
        yield from (*_drained(notices), Notice(notice))


def _drained(notices: list[Sentence]) -> Iterator[Notice]:
    while notices:
        yield Notice(notices.pop(0))


def _models_without(fault: Fault, models: Models) -> tuple[Sentence, Models]:
    """What the artist is told about a fault of `models`, and models that avoid it."""
    if fault == "values":
        if models.reload is None or models.precision == "float32":
            raise _not_numbers()
        return _REPEATED, models.reload(str(models.device), "float32")
    if fault == "memory" and models.precision == "float32":
        lower = _loaded(models, str(models.device), "auto")
        if lower is not None and lower.base.dtype != models.base.dtype:
            return Sentence(
                "There is not enough memory: the run starts again with half precision."
            ), lower
    if models.device.type != "cpu":
        slower = _loaded(models, "cpu", models.precision)
        if slower is not None and fault == "memory":
            return Sentence(
                "The graphics card does not have enough memory: the run starts again on the "
                "processor, which takes longer."
            ), slower
        if slower is not None:
            return Sentence(
                "The graphics card no longer answers: the run starts again on the processor, "
                "which takes longer. Restart GLIDE Studio to use the graphics card again."
            ), slower
    if fault == "memory":
        raise RunError(
            "There is not enough memory for this run. Close other programs or documents, then try "
            "again."
        )
    raise RunError("The graphics card no longer answers. Restart GLIDE Studio, then try again.")


def _loaded(models: Models, device: str, precision: Precision) -> Models | None:
    """The same model on another device or in another precision; None if it cannot be loaded again
    or does not fit into the memory."""
    try:
        return None if models.reload is None else models.reload(device, precision)
    except Exception as error:
        if fault_in(error) is None:
            raise
        _log.info("the model cannot be loaded on %s", device, exc_info=error)
        return None


def _guarded(models: Models, notices: list[Sentence]) -> Models:
    """`models` with networks that recover by themselves where a smaller batch or float32 helps."""

    def exact(entry: Literal["base", "upsample"]) -> UNet:
        if models.reload is None or models.precision == "float32":
            return getattr(models, entry)
        return getattr(models.reload(str(models.device), "float32"), entry)

    waits = models.device.type != "cpu"
    base, upsample = (
        RecoveringUNet(network, exact_one, notices, models.residency, waits)
        for network, exact_one in (
            (models.base, lambda: exact("base")),
            (models.upsample, lambda: exact("upsample")),
        )
    )
    return replace(models, base=base, upsample=upsample)


class RecoveringUNet:
    """A network that recovers from faults by itself.

    When memory runs out, the other networks of `residency` are released; if that is not enough, the
    batch is computed in smaller parts. A prediction that is not finite is computed again by
    `exact`, the same network in float32. `notices` receives what the artist should know about it.
    With `waits`, reading a value waits for the device.
    """

    def __init__(
        self,
        network: UNet,
        exact: Callable[[], UNet],
        notices: list[Sentence],
        residency: Residency,
        waits: bool,
    ) -> None:
        self.spec, self.device, self.dtype = network.spec, network.device, network.dtype
        self.encode_text = network.encode_text
        self._network = network
        self._exact = exact
        self._notices = notices
        self._residency = residency
        self._waits = waits
        self._max_batch: int | None = None

    def __call__(
        self, x_t: Tensor, timesteps: Tensor, *, text: TextEncoding, **conditions: Tensor
    ) -> Tensor:
        """As GlideUNet. Raises RunError if values are not finite in float32 either."""
        predicted = self._in_parts(self._network, x_t, timesteps, text, conditions)
        if self._waits:
            # Checking here would wait for the device. Instead infinities become NaN, which no later
            # operation hides, and `denoise` checks when it has the preview.
            return predicted + (predicted - predicted)
        if math.isfinite(predicted.sum()):
            return predicted
        self._notices.append(_REPEATED)
        predicted = self._in_parts(self._exact(), x_t, timesteps, text.float(), conditions)
        if not math.isfinite(predicted.sum()):
            raise _not_numbers()
        return predicted

    def _in_parts(
        self,
        network: UNet,
        x_t: Tensor,
        timesteps: Tensor,
        text: TextEncoding,
        conditions: dict[str, Tensor],
    ) -> Tensor:
        """The prediction, with as many rows of the batch at a time as there is memory for."""
        while True:
            most = min(self._max_batch or len(x_t), len(x_t))
            try:
                if most == len(x_t):
                    return network(x_t, timesteps, text=text, **conditions)
                parts = [slice(first, first + most) for first in range(0, len(x_t), most)]
                predicted = [
                    network(
                        x_t[rows],
                        timesteps[rows],
                        text=text.rows(rows),
                        **{name: value[rows] for name, value in conditions.items()},
                    )
                    for rows in parts
                ]
                return torch.cat(predicted)
            except Exception as error:
                has_room = fault_in(error) == "memory" and self._residency.release_unused(
                    self.device
                )
                if not has_room and (most == 1 or fault_in(error) != "memory"):
                    raise
                _log.info("out of memory for a batch of %d", most, exc_info=error)
            return_memory(self.device)
            if has_room:
                continue
            self._max_batch = most // 2
            self._notices.append(
                Sentence(
                    "There is not enough memory: the pictures are computed in smaller parts, which "
                    "takes longer but changes nothing."
                )
            )


_REPEATED = Sentence("A step produced unusable values: it is computed again with full precision.")


def _not_numbers() -> RunError:
    return RunError(
        "The model produces no usable values for this request. Try another prompt, seed or "
        "guidance, or reinstall the model."
    )
