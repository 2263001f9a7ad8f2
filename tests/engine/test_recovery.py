"""Faults of the machine during a run: no picture is lost, and none differs.

There is no graphics card here: a network that raises what torch raises there stands in for one.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from glide_studio.core.request import installed as registry
from glide_studio.core.request.installed import default_model
from glide_studio.core.request.request import GenerationRequest, Notice, Preview, Result, RunError
from glide_studio.core.request.settings import SAMPLERS, RequestError, Sampling
from glide_studio.engine import Models, generate, load_models, residency
from glide_studio.engine.checkpoint import load_model, save_model
from glide_studio.engine.inference import arithmetics
from glide_studio.engine.models import load_noised_clip
from glide_studio.engine.recognition import ModelError
from glide_studio.engine.residency import HeldUNet
from glide_studio.engine.unet import GlideUNet
from tests.engine.test_inference import wide_network
from tests.engine.test_pipeline import QUICK, changed, models
from tests.engine.test_tiles import slope, upscaling
from tests.fakes import text_request

REPEATED = "A step produced unusable values: it is computed again with full precision."
CUDA = torch.device("cuda")
BATCH = changed(QUICK, count=3, base=Sampling("ddim", "2"), upsample=None, guidance_scale=3.0)


def of_cuda() -> Exception:
    return torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")


def of_cpu() -> Exception:
    """What torch says when malloc gives nothing."""
    with pytest.raises(RuntimeError) as raised:
        torch.empty(2**60)
    return raised.value


def of_onednn() -> Exception:
    return RuntimeError("could not create a primitive")


@dataclass
class Faulty:
    """Replaces what a network's `forward` does: `fault` may raise, or return another output."""

    fault: Callable[[int, Tensor], Tensor | None]
    rows: list[int] = field(default_factory=list)


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Faulty]:
    """``faulty(fault)``: `fault(call, x_t)` is asked before each call of any network."""
    forward = GlideUNet.forward

    def install(fault: Callable[[GlideUNet, int, Tensor], Tensor | None]) -> Faulty:
        seen = Faulty(fault)  # type: ignore[arg-type]

        def faulty_forward(network: GlideUNet, x_t: Tensor, *parts: Any, **named: Any) -> Tensor:
            seen.rows.append(len(x_t))
            changed = fault(network, len(seen.rows), x_t)
            out = forward(network, x_t, *parts, **named)
            return out if changed is None else changed.expand_as(out)

        monkeypatch.setattr(GlideUNet, "forward", faulty_forward)
        return seen

    return install


def run(request: GenerationRequest, networks: Models) -> tuple[list[np.ndarray], list[str]]:
    """The pictures of a run, and what it said."""
    events = list(generate(networks, request))
    pictures = [event.picture for event in events if isinstance(event, Result)]
    return pictures, [str(event.sentence) for event in events if isinstance(event, Notice)]


def check_same(pictures: list[np.ndarray], expected: list[np.ndarray]) -> None:
    assert len(pictures) == len(expected)
    for picture, other in zip(pictures, expected, strict=True):
        assert np.abs(picture.astype(int) - other).max() <= 1


def on_a_card(networks: Models, precision: str = "auto") -> Models:
    """`networks`, as if on a graphics card; on the CPU they are loaded again."""

    def reload(device: str, wanted: str) -> Models:
        return replace(networks, device=torch.device(device), precision=wanted, reload=reload)

    return reload("cuda", precision)


@pytest.mark.parametrize(
    "error",
    [of_cuda, of_cpu, of_onednn, MemoryError],
    ids=["CUDA", "CPU", "oneDNN", "Python"],
)
@pytest.mark.parametrize(("most", "rows"), [(1, [6, 3, 1]), (3, [6, 3]), (5, [6, 3])])
def test_out_of_memory_the_batch_is_halved_and_the_pictures_are_the_same(
    faulty: Any, most: int, rows: list[int], error: Callable[[], Exception]
) -> None:
    expected, _ = run(BATCH, models())

    def fault(_: GlideUNet, call: int, x_t: Tensor) -> None:
        if len(x_t) > most:
            raise error()

    seen = faulty(fault)
    pictures, said = run(BATCH, models())
    check_same(pictures, expected)
    assert len(said) >= 1
    assert all("smaller parts" in sentence for sentence in said)
    # Three pictures with and without the prompt, halved until they fit, and not tried whole again.
    assert seen.rows[: len(rows)] == rows
    assert max(seen.rows[len(rows) :]) <= most


def test_each_network_finds_its_own_batch(faulty: Any) -> None:
    request = changed(BATCH, count=2, upsample=Sampling("ddim", "1"))
    expected, _ = run(request, models())

    def fault(network: GlideUNet, call: int, x_t: Tensor) -> None:
        if network.spec.is_upsampler and len(x_t) > 1:
            raise of_cuda()

    seen = faulty(fault)
    pictures, said = run(request, models())
    check_same(pictures, expected)
    assert seen.rows == [4, 4, 2, 1, 1]
    assert len(said) == 1


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_running_out_of_memory_later_repeats_no_finished_step(faulty: Any, sampler: str) -> None:
    request = changed(BATCH, count=2, base=Sampling(sampler, "4"), upsample=None)
    expected, _ = run(request, models())

    def fault(_: GlideUNet, call: int, x_t: Tensor) -> None:
        if call >= 3 and len(x_t) > 2:
            raise of_cuda()

    faulty(fault)
    events = list(generate(models(), request))
    check_same([event.picture for event in events if isinstance(event, Result)], expected)
    steps = [event.step for event in events if isinstance(event, Preview) and event.sample == 0]
    assert steps == [1, 2, 3, 4]


def test_an_upscaling_survives_too_little_memory_on_the_card(faulty: Any) -> None:
    request = upscaling(slope(70, 40))
    expected, _ = run(request, models())
    seen: list[int] = []

    def fault(_: GlideUNet, call: int, x_t: Tensor) -> None:
        seen.append(call)
        if len(seen) == 2:
            raise of_cuda()

    faulty(fault)
    pictures, said = run(request, on_a_card(models()))
    check_same(pictures, expected)
    assert "processor" in said[0]


@pytest.mark.parametrize(
    ("error", "names"),
    [
        (of_cuda(), "not have enough memory"),
        (RuntimeError("CUDA error: unspecified launch failure"), "no longer answers"),
        (torch.AcceleratorError("CUDA error: device lost"), "no longer answers"),
        (RuntimeError("cuDNN error: CUDNN_STATUS_EXECUTION_FAILED"), "no longer answers"),
    ],
)
@pytest.mark.parametrize("call", [1, 4])
def test_a_run_continues_on_the_processor(
    faulty: Any, error: Exception, names: str, call: int
) -> None:
    lost: list[int] = []

    def fault(_: GlideUNet, number: int, x_t: Tensor) -> None:
        if len(x_t) == 1 and number >= call and not lost:
            lost.append(number)
            raise error

    request = changed(QUICK, guidance_scale=1, upsample=Sampling("ddim", "1"))
    expected, _ = run(request, models())
    faulty(fault)
    pictures, said = run(request, on_a_card(models()))
    check_same(pictures, expected)
    assert len(said) == 1
    assert names in said[0]
    assert "processor" in said[0]


@pytest.mark.parametrize(
    ("error", "networks", "names"),
    [
        (of_cpu, models, "not enough memory for this run"),
        (of_cuda, lambda: replace(models(), device=CUDA), "not enough memory for this run"),
        (
            lambda: RuntimeError("CUDA error: launch failure"),
            lambda: replace(models(), device=CUDA),
            "Restart",
        ),
    ],
    ids=["CPU", "card, no file", "lost card, no file"],
)
def test_a_run_that_cannot_be_recovered_fails_in_one_sentence(
    faulty: Any, error: Callable[[], Exception], networks: Callable[[], Models], names: str
) -> None:
    def fault(*_: object) -> None:
        raise error()

    faulty(fault)
    with pytest.raises(RunError, match=names):
        run(QUICK, networks())


def test_other_errors_are_not_handled(faulty: Any) -> None:
    def fault(*_: object) -> None:
        raise RuntimeError("a mistake of ours")

    seen = faulty(fault)
    with pytest.raises(RuntimeError, match="a mistake of ours"):
        run(QUICK, on_a_card(models()))
    assert len(seen.rows) == 1


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
@pytest.mark.parametrize("sampler", SAMPLERS)
def test_a_step_with_values_that_are_not_finite_is_repeated(
    faulty: Any, value: float, sampler: str
) -> None:
    request = changed(QUICK, base=Sampling(sampler, "3"), upsample=None)
    expected, _ = run(request, models())
    faulty(lambda _, call, x_t: torch.tensor(value) if call == 2 else None)
    pictures, said = run(request, models())
    check_same(pictures, expected)
    assert said == [REPEATED]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_values_that_are_never_finite_give_one_sentence_and_no_picture(
    faulty: Any, value: float
) -> None:
    seen = faulty(lambda _, call, x_t: torch.tensor(value) if call >= 2 else None)
    events: list[object] = []
    with pytest.raises(RunError, match="no usable values"):
        events.extend(generate(models(), QUICK))
    assert not any(isinstance(event, Result) for event in events)
    assert len(seen.rows) == 3


HALF = arithmetics(torch.device("cpu"))[0]
needs_half = pytest.mark.skipif(HALF.dtype == torch.float32, reason="this CPU has no bfloat16")
APPLE = text_request(seed=5, base=Sampling("ddim", "4"), upsample=None)


@needs_half
def test_values_outside_half_precision_are_computed_in_float32(faulty: Any) -> None:
    networks = load_models("starter", "cpu", "fast")
    expected, _ = run(APPLE, load_models("starter", "cpu", "float32"))

    def fault(network: GlideUNet, call: int, x_t: Tensor) -> Tensor | None:
        return torch.tensor(float("nan")) if network.dtype != torch.float32 else None

    faulty(fault)
    pictures, said = run(APPLE, networks)
    assert np.abs(pictures[0].astype(int) - expected[0]).mean() < 1  # but for the captions
    assert len(said) == 4


@needs_half
@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_cards_values_are_checked_after_each_step_and_the_run_repeated(
    faulty: Any, value: float
) -> None:
    exact = replace(load_models("starter", "cpu", "float32"), device=CUDA)
    half = load_models("starter", "cpu", "fast")
    expected, _ = run(APPLE, exact)

    def fault(network: GlideUNet, call: int, x_t: Tensor) -> Tensor | None:
        return torch.tensor(value) if network.dtype != torch.float32 and call == 3 else None

    faulty(fault)
    pictures, said = run(APPLE, replace(half, device=CUDA, reload=lambda *_: exact))
    assert np.array_equal(pictures[0], expected[0])
    assert said == [REPEATED]


@needs_half
def test_float32_gives_way_to_half_precision_where_memory_is_short(faulty: Any) -> None:
    networks = load_models("starter", "cpu", "float32")
    expected, _ = run(APPLE, load_models("starter", "cpu", "auto"))

    def fault(network: GlideUNet, call: int, x_t: Tensor) -> None:
        if network.dtype == torch.float32:
            raise of_cpu()

    faulty(fault)
    pictures, said = run(APPLE, networks)
    assert np.array_equal(pictures[0], expected[0])
    assert "half precision" in said[-1]


def test_a_card_without_enough_memory_for_the_model_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def loading(load: Callable[[HeldUNet], GlideUNet]) -> Callable[[HeldUNet], GlideUNet]:
        def load_there(network: HeldUNet) -> GlideUNet:
            if network.device.type == "cuda":
                raise of_cuda()
            return load(network)

        return load_there

    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _: (8, 0))
    for name in ("free_memory", "total_memory"):
        monkeypatch.setattr(residency, name, lambda _: 10**12)
    monkeypatch.setattr(HeldUNet, "_load_text", loading(HeldUNet._load_text))
    monkeypatch.setattr(HeldUNet, "_load_unet", loading(HeldUNet._load_unet))
    networks = load_models("starter", precision="float32")
    _, said = run(APPLE, networks)
    assert said == ["The graphics card cannot hold the model: the processor is used instead."]
    with pytest.raises(MemoryError):
        load_models("starter", "cuda", "float32")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the only installed model, a copy of the starter."""
    folder = tmp_path / "mine"
    shutil.copytree(Path(str(default_model().folder)), folder)
    monkeypatch.setattr(registry, "files", lambda _: tmp_path)
    return folder


GUIDED = changed(APPLE, model="mine", base=Sampling("ddim", "1"), clip_guidance=1.0)


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file.write_bytes(bytes(file.stat().st_size)),
        lambda file: os.truncate(file, 1000),
        lambda file: os.truncate(file, 0),
        Path.unlink,
    ],
    ids=["changed", "cut off", "emptied", "removed"],
)
def test_a_replaced_file_does_not_change_a_loaded_model_and_is_reported_later(
    installed: Path, change: Callable[[Path], object]
) -> None:
    networks = load_models("mine", "cpu", "float32")
    expected, _ = run(GUIDED, networks)
    for entry in ("base", "clip"):
        change(installed / f"{entry}.safetensors")
    again, _ = run(GUIDED, networks)
    assert np.array_equal(expected[0], again[0])
    with pytest.raises((ModelError, RequestError), match=r"clip|CLIP") as raised:
        run(GUIDED, replace(networks, noised_clip=lambda: load_noised_clip(default_model())))
    assert str(raised.value).endswith(".")
    with pytest.raises(ModelError, match=r"base.safetensors .*\.$"):
        load_models("mine", "cpu", "float32")


def test_weights_in_float32_are_not_mapped_from_their_file(tmp_path: Path) -> None:
    """Of a mapped file that is cut off, reading ends the program by SIGBUS."""
    network = wide_network("base")
    file = tmp_path / "network.safetensors"
    save_model(network, file, torch.float32)
    loaded = load_model(file)
    os.truncate(file, 0)
    for name, weight in loaded.state_dict().items():
        assert torch.equal(weight, network.state_dict()[name]), name
