"""What a graphics card does while it computes: replayed recordings, and previews on their way.

There is no graphics card here: a recorder that computes into the recording's own output stands in
for CUDA graphs, and a sender that calls itself asynchronous, for the card's copies.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

from glide_studio.core.request.request import Preview, Result
from glide_studio.core.request.settings import SAMPLERS, Sampling
from glide_studio.engine import Models, generate
from glide_studio.engine.denoiser import UNet
from glide_studio.engine.inputs import known_regions
from glide_studio.engine.recording import MAX_RECORDINGS, RecordedUNet, Run
from glide_studio.engine.samplers import sampler_named
from glide_studio.engine.stage import NotFinite, base_stage, denoise
from glide_studio.engine.trace import StepMemory
from glide_studio.engine.transfer import Sender
from glide_studio.engine.unet import GlideUNet
from tests.engine.small_networks import conditions
from tests.engine.test_pipeline import QUICK, changed, inpainting, models


class StandIn:
    """A recorder that repeats a computation into the output of the recording."""

    def __init__(self) -> None:
        self.recordings = 0

    def __call__(self, run: Run) -> Run:
        self.recordings += 1
        output = run()
        return lambda: output.copy_(run())


class RecordedAsUNet(RecordedUNet):
    """A recorded network with all that sampling needs, as HeldUNet gives it on a card."""

    def __init__(self, model: Any, recorder: Callable[[Run], Run]) -> None:
        super().__init__(model, recorder)
        self.spec, self.device, self.dtype = model.spec, model.device, model.dtype
        self.encode_text = model.encode_text


def small_base(inpaint: bool = False) -> GlideUNet:
    network = models(inpaint).base
    assert isinstance(network, GlideUNet)
    return network


def recorded_models(recorder: Callable[[Run], Run]) -> Models:
    plain = models()
    base, upsample = (RecordedAsUNet(each, recorder) for each in (plain.base, plain.upsample))
    return replace(plain, base=base, upsample=upsample)


@pytest.mark.parametrize("inpaint", [False, True])
@torch.no_grad()
def test_replayed_steps_are_those_of_the_network(inpaint: bool) -> None:
    """With other pictures, timesteps, captions and conditions, and other batches between."""
    plain, recorder = small_base(inpaint), StandIn()
    recorded = RecordedUNet(plain, recorder)
    for batch, timestep in [(2, 900), (1, 20), (2, 500), (1, 999), (2, 0), (1, 3)]:
        x_t, inputs = conditions(plain.spec, batch)
        x_t = x_t + timestep / 1000
        text = plain.encode_text(inputs.pop("tokens"), inputs.pop("mask"))
        text = replace(text, projection=text.projection * (1 + timestep / 1000))
        inputs = {name: value * (1 - timestep / 1000) for name, value in inputs.items()}
        timesteps = torch.full((batch,), timestep)
        expected = plain(x_t, timesteps, text=text, **inputs)
        assert torch.equal(recorded(x_t, timesteps, text=text, **inputs), expected)
    assert recorder.recordings == 2  # of each batch, at the second call


@torch.no_grad()
def test_an_output_keeps_its_values_during_later_steps() -> None:
    plain = small_base()
    recorded = RecordedUNet(plain, StandIn())
    x_t, inputs = conditions(plain.spec, 1)
    text = plain.encode_text(inputs["tokens"], inputs["mask"])
    outputs = [recorded(x_t, torch.tensor([t]), text=text) for t in (900, 800, 700)]
    for output, timestep in zip(outputs, (900, 800, 700), strict=True):
        assert torch.equal(output, plain(x_t, torch.tensor([timestep]), text=text))


@torch.no_grad()
def test_the_recordings_that_are_kept_are_limited() -> None:
    plain, recorder = small_base(), StandIn()
    recorded = RecordedUNet(plain, recorder)
    x_t, inputs = conditions(plain.spec, 1)
    text = plain.encode_text(inputs["tokens"], inputs["mask"])
    widths = [8 * (i + 1) for i in range(MAX_RECORDINGS + 2)]
    for width in (*widths, widths[0]):
        small, timesteps = x_t[..., :16, :width], torch.tensor([500])
        for _ in range(2):
            assert torch.equal(
                recorded(small, timesteps, text=text), plain(small, timesteps, text=text)
            )
    assert recorder.recordings == MAX_RECORDINGS + 3  # the first was dropped, and made again


@pytest.mark.parametrize(
    "request_",
    [
        changed(QUICK, count=2, guidance_scale=4.0, upsample=None),
        changed(QUICK, base=Sampling("unipc", "6"), guidance_interval=(200, 800), upsample=None),
        inpainting(np.full((64, 64), 255, np.uint8)),
    ],
)
def test_a_run_of_recorded_networks_gives_the_same_bytes(request_: Any) -> None:
    recorder = StandIn()
    recorded = recorded_models(recorder)
    for seed in (1, 2):
        request = changed(request_, seed=seed)
        for own, plain in zip(
            generate(recorded, request), generate(models(), request), strict=True
        ):
            assert isinstance(own, Preview | Result)
            assert isinstance(plain, Preview | Result)
            assert np.array_equal(own.picture, plain.picture)
    assert recorder.recordings


def test_a_network_that_cannot_be_recorded_is_computed_plainly() -> None:
    tried = []

    def failing(run: Run) -> Run:
        tried.append(run)
        raise RuntimeError("operation not permitted when stream is capturing")

    *_, result = generate(recorded_models(failing), QUICK)
    *_, plain = generate(models(), QUICK)
    assert isinstance(result, Result)
    assert isinstance(plain, Result)
    assert np.array_equal(result.picture, plain.picture)
    assert len(tried) == 2  # once for each network


def test_a_recording_without_memory_is_a_fault_of_memory() -> None:
    def failing(run: Run) -> Run:
        raise torch.OutOfMemoryError("CUDA out of memory.")

    plain = small_base()
    recorded = RecordedUNet(plain, failing)
    x_t, inputs = conditions(plain.spec, 1)
    with torch.no_grad():
        text = plain.encode_text(inputs["tokens"], inputs["mask"])
        recorded(x_t, torch.tensor([3]), text=text)
        with pytest.raises(torch.OutOfMemoryError):
            recorded(x_t, torch.tensor([2]), text=text)


@pytest.fixture
def asynchronous(monkeypatch: pytest.MonkeyPatch) -> None:
    """Previews are on their way while the next step is computed."""
    monkeypatch.setattr(Sender, "is_asynchronous", True)


@pytest.mark.parametrize("sampler", ["ddpm", "unipc"])
def test_previews_on_their_way_are_the_same(sampler: str, request: pytest.FixtureRequest) -> None:
    """And so are the steps that are kept to continue from."""
    asked = changed(QUICK, count=2, base=Sampling(sampler, "5"), upsample=None)
    kept_at_once, kept_later = StepMemory(), StepMemory()
    at_once = list(generate(models(), asked, kept_at_once))
    request.getfixturevalue("asynchronous")
    later = list(generate(models(), asked, kept_later))
    for one, other in zip(at_once, later, strict=True):
        assert isinstance(one, Preview | Result)
        assert isinstance(other, Preview | Result)
        assert type(one) is type(other)
        assert np.array_equal(one.picture, other.picture)
        if isinstance(one, Result) and isinstance(other, Result):
            steps = zip(kept_at_once.find(one.request), kept_later.find(other.request), strict=True)
            for own, same in steps:
                assert own.draws == same.draws
                assert all(map(torch.equal, own.tensors, same.tensors))
    assert kept_at_once.nbytes == kept_later.nbytes


@pytest.mark.usefixtures("asynchronous")
def test_a_run_is_stopped_within_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    forward = GlideUNet.forward

    def counted(self: GlideUNet, *args: Any, **options: Any) -> Tensor:
        calls.append(1)
        return forward(self, *args, **options)

    monkeypatch.setattr(GlideUNet, "forward", counted)
    run = generate(models(), changed(QUICK, base=Sampling("ddim", "10"), upsample=None))
    first = next(run)
    run.close()  # type: ignore[attr-defined]
    assert isinstance(first, Preview)
    assert first.step == 1
    assert len(calls) == 2


@pytest.mark.usefixtures("asynchronous")
def test_values_that_are_not_finite_are_found_a_step_later(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = changed(QUICK, base=Sampling("ddim", "4")).settings
    stage = base_stage(models().base, models().tokenizer, ["a"], settings)
    steps = 0

    def broken(x_t: Tensor, timestep: int) -> Tensor:
        nonlocal steps
        steps += 1
        return torch.full((len(x_t), 6, *x_t.shape[2:]), float("nan" if steps == 2 else 0))

    run = denoise(replace(stage, network=broken))
    assert next(run).step == 1
    with pytest.raises(NotFinite, match="step 2"):
        next(run)
    assert steps == 3


class NoWaiting(TorchDispatchMode):
    """Forbids the operations that wait for a device because they read a value."""

    def __torch_dispatch__(
        self, func: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> object:
        name = func.overloadpacket.__name__
        assert name not in ("_local_scalar_dense", "nonzero", "is_nonzero", "equal", "unique"), name
        return func(*args, **(kwargs or {}))


@pytest.mark.parametrize("sampler", SAMPLERS)
@pytest.mark.parametrize("thresholding", ["static", "dynamic"])
@torch.no_grad()
def test_no_step_waits_for_the_device(sampler: str, thresholding: str) -> None:
    request = changed(
        inpainting(np.full((64, 64), 255, np.uint8)),
        base=Sampling(sampler, "5"),
        thresholding=thresholding,
        guidance_scale=4.0,
    )
    known = known_regions(models(), request).low
    network: UNet = RecordedAsUNet(models().base, StandIn())
    stage = base_stage(network, models().tokenizer, ["a red hat"], request.settings, known)
    noise: Callable[[], Tensor] = lambda: torch.ones(1, 3, 64, 64)  # noqa: E731
    denoiser = stage.denoiser()
    steps: Iterator[Any] = sampler_named(sampler)(denoiser, noise(), noise)
    with NoWaiting():
        assert len(list(islice(steps, 5))) == 5
