"""The time of a denoising step of each network and of whole pictures, against the baseline."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from itertools import product

import torch
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from glide_studio.bench.baseline import plain
from glide_studio.bench.measure import Work, ceiling, name_of, peak_mb_of, seconds_each
from glide_studio.bench.results import Measurement
from glide_studio.core.geometry import Rect
from glide_studio.core.request.installed import default_model
from glide_studio.core.request.presets import NORMAL, NOTEBOOK
from glide_studio.core.request.request import GenerationRequest
from glide_studio.core.request.settings import Settings
from glide_studio.core.request.source import Nothing
from glide_studio.engine import Models, Tokenizer, build_model, generate, load_models
from glide_studio.engine.inference import arithmetics, optimize_for_inference
from glide_studio.engine.models import load_network
from glide_studio.engine.spec import Kind, ModelSpec
from glide_studio.engine.unet import GlideUNet

KINDS: dict[str, Kind] = {
    "base_step": "base",
    "upsample_step": "upsample",
    "base_inpaint_step": "base-inpaint",
    "upsample_inpaint_step": "upsample-inpaint",
}
INSTALLED = default_model()
STARTER, FULL_SIZE = INSTALLED.name, "full size"
REQUEST = GenerationRequest(
    NORMAL.applied_to(Settings("a red apple", STARTER)), Nothing(), Rect(0, 0, 256, 256)
)
_TIMESTEP = 500


@dataclass(frozen=True)
class Step:
    """A step of `batch` pictures; on a base network it is guided: two evaluations for each."""

    name: str
    model: str
    batch: int
    dtype: torch.dtype

    @property
    def kind(self) -> Kind:
        return KINDS[self.name]


def measure(
    quick: bool,
    names: AbstractSet[str],
    devices: Sequence[torch.device] | None = None,
    models: Sequence[str] = (STARTER, FULL_SIZE),  # as large networks leave memory behind
) -> list[Measurement]:
    """Measure the steps and pictures in `names` on `devices`, or on all; `quick` leaves out what
    takes minutes on a CPU, and steps in float32 where half precision is faster."""
    results = []
    for device in _devices() if devices is None else devices:
        hurry = quick and device.type == "cpu"
        dtypes = [*dict.fromkeys(each.dtype for each in arithmetics(device))][: 1 if quick else 2]
        most = {dtype: ceiling(device, dtype).matmul for dtype in dtypes}
        for model in models:
            planned = _steps(names, model, dtypes, hurry)
            steps = [_measured(step, device, most[step.dtype], hurry) for step in planned]
            results += [step for step in steps if step.name in names]
            if "picture_normal" in names and not (hurry and model == FULL_SIZE):
                results.append(_picture(_models(model, device), steps))
    return results


def _devices() -> list[torch.device]:
    return [torch.device("cpu"), *([torch.device("cuda")] if torch.cuda.is_available() else [])]


def _steps(
    names: AbstractSet[str], model: str, dtypes: Sequence[torch.dtype], hurry: bool
) -> Iterator[Step]:
    """The steps to measure; those of a picture are needed for its baseline, in `dtypes[0]`."""
    large = model == FULL_SIZE
    for dtype, (name, kind) in product(dtypes, KINDS.items()):
        inpaints = kind.endswith("inpaint")
        of_picture = "picture_normal" in names and not inpaints and dtype == dtypes[0]
        if name not in names and not of_picture:
            continue
        if not (hurry and large and inpaints):
            yield Step(name, model, 1, dtype)
        if name in names and not (hurry and large):
            yield Step(name, model, 8, dtype)


def full_size(kind: Kind) -> GlideUNet:
    """A network of the released size with random weights."""
    torch.manual_seed(0)
    model = build_model(ModelSpec(kind)).eval().requires_grad_(False)
    for parameter in model.parameters():
        if not parameter.any():
            nn.init.normal_(parameter, std=0.02)
    return model


def _models(name: str, device: torch.device) -> Models:
    if name == STARTER:
        return load_models(STARTER, device.type)
    fastest = arithmetics(device)[0]
    base, upsample = (
        optimize_for_inference(full_size(kind), device, fastest) for kind in ("base", "upsample")
    )
    return Models(FULL_SIZE, base, upsample, device)


def _measured(step: Step, device: torch.device, most: float, hurry: bool) -> Measurement:
    """Measure `step`; `most` is the ceiling of the device, in 10^9 operations a second."""
    network = _network(step)
    slow = plain(network).to(device)
    arithmetic = next(each for each in arithmetics(device) if each.dtype == step.dtype)
    fast = optimize_for_inference(network, device, arithmetic)
    inputs = _inputs(slow.spec, step, device)
    works: list[Work] = [_fast_step(fast, inputs), partial(slow, **inputs)]
    if once := hurry and step.model == FULL_SIZE:
        for work in works:  # the first call is not representative
            work()
    seconds, baseline = seconds_each(works, device, 0 if once else 2)
    del slow, works[1]  # or they would determine the peak
    return Measurement(
        step.name,
        seconds,
        model=step.model,
        device=device.type,
        dtype=name_of(fast.dtype),
        batch=step.batch,
        baseline_seconds=baseline,
        ceiling_share=_gigaflops(fast.spec, step) / seconds / most,
        peak_mb=peak_mb_of(works[0], device),
    )


def _network(step: Step) -> GlideUNet:
    """The network of a step; each of the starter's two also inpaints."""
    if step.model == STARTER:
        return load_network(INSTALLED, step.kind.removesuffix("-inpaint"))
    return full_size(step.kind)


def _inputs(spec: ModelSpec, step: Step, device: torch.device) -> dict[str, Tensor]:
    """The inputs of one call of a network, with tokens."""
    batch, size = step.batch * (1 if spec.is_upsampler else 2), spec.image_size
    tokens, mask = Tokenizer().padded(REQUEST.settings.prompt, spec.text_ctx)
    inputs = {
        "x_t": torch.randn(batch, 3, size, size),
        "timesteps": torch.full((batch,), _TIMESTEP),
        "tokens": tokens.repeat(batch, 1),
        "mask": mask.repeat(batch, 1),
    }
    if spec.is_upsampler:
        inputs["low_res"] = torch.rand(batch, 3, size // 4, size // 4) * 2 - 1
    if step.kind.endswith("inpaint"):
        inputs["inpaint_image"] = torch.rand(batch, 3, size, size) * 2 - 1
        inputs["inpaint_mask"] = (torch.rand(batch, 1, size, size) > 0.5).float()
    return {name: value.to(device) for name, value in inputs.items()}


def _fast_step(model: GlideUNet, inputs: dict[str, Tensor]) -> Callable[[], Tensor]:
    """A step as the program runs it, with the caption encoded beforehand."""
    inputs = dict(inputs)
    text = model.encode_text(inputs.pop("tokens"), inputs.pop("mask"))
    return lambda: model(**inputs, text=text)


def _gigaflops(spec: ModelSpec, step: Step) -> float:
    """10^9 operations of a step, counting every convolution as a direct one."""
    meta = torch.device("meta")
    with meta:  # without two parts that keep tables on the CPU and compute next to nothing
        model = GlideUNet(replace(spec, token_ids=(), residual=False))
    one_step = _fast_step(model, _inputs(spec, step, meta))
    with FlopCounterMode(display=False) as counter:
        one_step()
    return counter.get_total_flops() / 1e9


def _picture(models: Models, steps: Sequence[Measurement]) -> Measurement:
    """Measure a picture at the preset Normal; the baseline is the released notebook's steps."""

    def draw() -> None:
        for _ in generate(models, REQUEST):
            pass

    dtype = name_of(models.base.dtype)
    of_one = [step for step in steps if step.dtype == dtype and step.batch == 1]
    slow = {step.name: step.baseline_seconds or 0.0 for step in of_one}
    notebook = NOTEBOOK.base.steps * slow["base_step"]
    notebook += NOTEBOOK.upsample.steps * slow["upsample_step"]
    once = models.name == FULL_SIZE and models.device.type == "cpu"
    seconds: list[float] = []
    peak = peak_mb_of(
        lambda: seconds.extend(seconds_each([draw], models.device, 0 if once else 2)), models.device
    )
    return Measurement(
        "picture_normal",
        seconds[0],
        model=models.name,
        device=models.device.type,
        dtype=dtype,
        batch=1,
        baseline_seconds=notebook,
        peak_mb=peak,
    )
