"""Networks are read when they are needed, and make room for each other."""

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import pytest
import torch

from glide_studio.core.request.request import Result
from glide_studio.engine import Models, Residency, generate, load_model, residency, save_model
from glide_studio.engine.denoiser import encode_prompts
from glide_studio.engine.inference import EXACT
from glide_studio.engine.residency import Held, HeldUNet
from glide_studio.engine.tokenizer import Tokenizer
from tests.engine.test_pipeline import QUICK, models

CPU = torch.device("cpu")
GB = 10**9


class Card:
    """A device of so many bytes, from which each loaded thing takes its part."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
        self.loaded: list[str] = []
        self.sizes: dict[str, int] = {}
        self.history: list[str] = []
        self.held: dict[str, Held[str]] = {}
        self.residency = Residency()
        self._size = size
        monkeypatch.setattr(residency, "WORKING_BYTES", 0)
        monkeypatch.setattr(residency, "OTHERS_SHARE", 0)
        monkeypatch.setattr(residency, "total_memory", lambda _: size)
        monkeypatch.setattr(residency, "free_memory", lambda _: size - self.used)

    @property
    def used(self) -> int:
        self.loaded = [name for name in self.loaded if self.held[name]._network is not None]
        return sum(self.sizes[name] for name in self.loaded)

    def hold(self, name: str, size: int, fits: Callable[[], bool] = lambda: True) -> Held[str]:
        def load() -> str:
            if not fits():
                raise torch.OutOfMemoryError("CUDA out of memory.")
            self.loaded.append(name)
            self.history.append(name)
            return name

        self.sizes[name] = size
        self.held[name] = Held(load, lambda: size, CPU, self.residency)
        return self.held[name]


def test_networks_that_fit_in_memory_together_stay_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    card = Card(monkeypatch, 10)
    base, upsample = card.hold("base", 4), card.hold("upsample", 6)
    for _ in range(2):
        assert (base.get(), upsample.get()) == ("base", "upsample")
    assert card.history == ["base", "upsample"]
    assert card.used == 10


def test_the_least_recently_used_network_is_released(monkeypatch: pytest.MonkeyPatch) -> None:
    card = Card(monkeypatch, 10)
    clip, base, upsample = (card.hold(n, s) for n, s in (("clip", 2), ("base", 6), ("up", 4)))
    base.get()
    clip.get()
    upsample.get()
    assert card.used == 6  # the base has left, which was used before CLIP
    base.get()
    assert card.used == 10  # and now CLIP
    assert card.history == ["base", "clip", "up", "base"]


def test_an_optional_network_is_loaded_only_into_free_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(residency, "NEGLIGIBLE_BYTES", 1)
    card = Card(monkeypatch, 10)
    base, clip, tiny = card.hold("base", 8), card.hold("clip", 3), card.hold("tiny", 1)
    base.get()
    assert clip.get_if_room() is None
    assert tiny.get_if_room() == "tiny"
    assert card.history == ["base", "tiny"]
    base.release()
    assert clip.get_if_room() == clip.get_if_room() == "clip"
    assert card.history == ["base", "tiny", "clip"]


def test_running_out_of_memory_while_loading_releases_networks_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As where other programs have taken what was free a moment ago."""
    card = Card(monkeypatch, 10)
    base = card.hold("base", 4)
    upsample = card.hold("upsample", 4, fits=lambda: base._network is None)
    base.get()
    assert upsample.get() == "upsample"
    assert base.get() == "base"
    with pytest.raises(torch.OutOfMemoryError):
        card.hold("huge", 4, fits=lambda: False).get()


def test_everything_can_be_released(monkeypatch: pytest.MonkeyPatch) -> None:
    card = Card(monkeypatch, 10)
    base, upsample = card.hold("base", 4), card.hold("upsample", 4)
    base.get()
    upsample.get()
    assert card.residency.release_unused(CPU)
    assert card.used == 4
    assert not card.residency.release_unused(CPU)
    card.residency.release_all()
    assert card.used == 0
    assert base.get() == "base"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("networks")
    tiny = models()
    for kind in ("base", "upsample"):
        save_model(getattr(tiny, kind), folder / f"{kind}.safetensors", torch.float32)
    return {kind: folder / f"{kind}.safetensors" for kind in ("base", "upsample")}


def held(file: Path, memory: Residency) -> HeldUNet:
    return HeldUNet(lambda: nullcontext(file), CPU, EXACT, memory)


def test_a_caption_is_encoded_before_the_network_is_read(
    files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = load_model(files["base"])
    torch.manual_seed(0)
    read: list[str] = []
    load_unet = HeldUNet._load_unet
    monkeypatch.setattr(HeldUNet, "_load_unet", lambda self: read.append("unet") or load_unet(self))
    unet = held(files["base"], Residency())
    text, expected = (encode_prompts(Tokenizer(), each, ["a cat", ""]) for each in (unet, exact))
    assert read == []
    assert torch.equal(text.projection, expected.projection)
    for part, other in zip(text.keys_values, expected.keys_values, strict=True):
        assert torch.equal(part, other)
    x, timesteps = torch.randn(2, 3, 64, 64), torch.tensor([500, 20])
    with torch.no_grad():
        out = unet(x, timesteps, text=text)
        assert read == ["unet"]
        assert torch.allclose(out, exact(x, timesteps, text=expected), atol=1e-3)


def pictures(networks: Models) -> list[np.ndarray]:
    return [event.picture for event in generate(networks, QUICK) if isinstance(event, Result)]


def test_a_card_that_holds_one_network_makes_the_same_pictures(
    files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_files(memory: Residency) -> Models:
        base, upsample = (held(files[kind], memory) for kind in ("base", "upsample"))
        return Models("narrow", base, upsample, CPU, residency=memory)

    roomy = Residency()
    expected = pictures(of_files(roomy))
    assert len(roomy._held) == 4  # the encoders of both networks, and their U-Nets
    most: list[int] = []

    class Counting(Residency):
        def note_use(self, held: Held[object]) -> None:
            super().note_use(held)
            most.append(len(self._held))

    monkeypatch.setattr(Residency, "has_room_for", lambda *_: False)
    tight = Counting()
    assert all(map(np.array_equal, pictures(of_files(tight)), expected))
    assert max(most) == 1
    tight.release_all()
    assert all(map(np.array_equal, pictures(of_files(tight)), expected))
