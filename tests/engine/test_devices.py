"""Which devices there are, what they are called, and what is said where one is missing."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import torch

from glide_studio.core.request.devices import Device
from glide_studio.engine import ModelError, ModelLoader, devices, generate, load_on_preferred
from glide_studio.engine.devices import chosen_device, described, present_devices
from glide_studio.engine.inference import EXACT, arithmetics
from tests.fakes import text_request

CPU = torch.device("cpu")


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> Any:
    """``computer(cuda=2)``: a computer that has so many devices of these kinds."""

    def have(cuda: int = 0, xpu: int = 0, mps: int = 0) -> None:
        for kind, number in (("cuda", cuda), ("xpu", xpu)):
            backend = SimpleNamespace(
                is_available=lambda number=number: number > 0,
                device_count=lambda number=number: number,
                get_device_name=lambda device, kind=kind: f"{kind.upper()} card {device.index}",
                get_device_capability=lambda device: (6 if device.index else 8, 0),
            )
            monkeypatch.setattr(torch, kind, backend)
        monkeypatch.setattr(torch.backends.mps, "is_available", lambda: mps > 0)

    return have


@pytest.mark.parametrize(
    ("there", "names"),
    [
        ({}, ["cpu"]),
        ({"cuda": 1}, ["cuda", "cpu"]),
        ({"cuda": 2, "xpu": 1}, ["cuda", "cuda:1", "xpu", "cpu"]),
        ({"mps": 1}, ["mps", "cpu"]),
    ],
)
def test_all_devices_are_found_the_fastest_first(
    computer: Any, there: dict[str, int], names: list[str]
) -> None:
    computer(**there)
    assert [str(device) for device in present_devices()] == names
    assert str(chosen_device("auto")) == names[0]
    for name in names:
        assert str(chosen_device(name)) == name


@pytest.mark.parametrize("name", ["cuda", "cuda:1", "xpu", "mps", "tpu", ""])
def test_a_missing_device_is_refused_and_the_present_ones_named(computer: Any, name: str) -> None:
    computer()
    with pytest.raises(ModelError) as raised:
        chosen_device(name)
    assert str(raised.value) == f"This computer has no device {name}. Use cpu or auto."


def test_the_first_card_has_two_names(computer: Any) -> None:
    computer(cuda=2)
    assert chosen_device("cuda:0") == torch.device("cuda")


def test_devices_have_the_names_of_their_makers(
    computer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer(cuda=2, xpu=1)
    monkeypatch.setattr(devices, "processor_name", lambda: "Apple M2")
    assert described(torch.device("cuda:1")) == Device("cuda:1", "CUDA card 1")
    assert described(torch.device("xpu")) == Device("xpu", "XPU card None")
    assert described(torch.device("mps")) == Device("mps", "Apple M2 GPU")
    assert described(CPU) == Device("cpu", "Apple M2")


def test_this_computer_names_its_processor_and_counts_memory() -> None:
    use = devices.memory_use(CPU)
    assert use.device.title
    assert 0 < use.used < use.total
    assert 0 < devices.free_memory(CPU) < use.total


def test_each_device_has_its_precisions(computer: Any) -> None:
    computer(cuda=2, xpu=1, mps=1)
    for name in ("cuda", "xpu", "mps"):
        assert [each.dtype for each in arithmetics(torch.device(name))] == [
            torch.float16,
            torch.float32,
        ]
    # A card without tensor cores is slower in half precision.
    assert arithmetics(torch.device("cuda:1")) == (EXACT,)
    assert torch.float16 not in [each.dtype for each in arithmetics(CPU)]


def test_the_window_replaces_a_missing_preferred_device_and_says_so(tmp_path: Path) -> None:
    loader = ModelLoader("starter", "float32", tmp_path / "precision.json")
    models = load_on_preferred(loader, "xpu:3")
    assert models.device == CPU
    events = generate(models, text_request(upsample=None))
    sentence = str(next(iter(events)).sentence)  # type: ignore[union-attr]
    title = described(CPU).title
    assert sentence == f"The preferred device xpu:3 is not available: {title} is used instead."
