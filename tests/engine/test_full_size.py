"""Networks of the released size, with random weights: what they take on a processor."""

import gc
from contextlib import nullcontext
from pathlib import Path
from time import perf_counter

import psutil
import pytest
import torch

from glide_studio.bench.measure import peak_mb_of
from glide_studio.bench.networks import full_size
from glide_studio.core.request.request import Result
from glide_studio.engine import Models, Residency, generate, save_model
from glide_studio.engine.devices import return_memory
from glide_studio.engine.inference import EXACT, Arithmetic, arithmetics
from glide_studio.engine.residency import HeldUNet
from tests.engine.test_pipeline import QUICK

CPU = torch.device("cpu")
ACTIVATIONS_MB = 1500


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("full-size")
    for kind in ("base", "upsample"):
        save_model(full_size(kind), folder / f"{kind}.safetensors", torch.float32)
    return {kind: folder / f"{kind}.safetensors" for kind in ("base", "upsample")}


def weights_mb(*networks: HeldUNet) -> float:
    """What the networks take that are in memory."""
    parts = [held._network for network in networks for held in (network._text, network._unet)]
    tensors = [t for part in parts if part for t in (*part.parameters(), *part.buffers())]
    return sum(tensor.nbytes for tensor in tensors) / 1e6


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("arithmetic", [EXACT, arithmetics(CPU)[0]], ids=str)
def test_memory_and_time_of_the_released_size(
    files: dict[str, Path], arithmetic: Arithmetic
) -> None:
    memory = Residency()
    base, upsample = (
        HeldUNet(lambda file=file: nullcontext(file), CPU, arithmetic, memory)
        for file in files.values()
    )
    gc.collect()
    return_memory(CPU)  # or what the files took to make would be counted before, and not after
    before = psutil.Process().memory_info().rss / 1e6
    seconds = []

    def load() -> None:
        for network in (base, upsample):
            started = perf_counter()
            network.load()
            seconds.append(perf_counter() - started)

    loading = peak_mb_of(load, CPU) - before
    weights = weights_mb(base, upsample)
    results = []
    models = Models("full size", base, upsample, CPU, residency=memory)
    running = peak_mb_of(lambda: results.extend(generate(models, QUICK)), CPU) - before
    print(
        f"{arithmetic}: loaded in {seconds[0]:.1f} and {seconds[1]:.1f} s, weights {weights:.0f} "
        f"MB, peak {loading:.0f} MB while loading, {running:.0f} MB while running"
    )
    assert isinstance(results[-1], Result)
    assert 0.9 * weights < loading < 1.3 * weights
    assert running < 1.3 * weights + ACTIVATIONS_MB
    memory.release_all()
    assert psutil.Process().memory_info().rss / 1e6 - before < 0.3 * weights + ACTIVATIONS_MB
