import itertools
import math
from collections.abc import Callable

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from glide_studio.core.request import SAMPLERS
from glide_studio.engine import beta_schedule, space_timesteps
from glide_studio.engine.denoiser import Denoiser, KnownRegion, classifier_free, conditioned
from glide_studio.engine.samplers import Noise, ddim, ddpm, plms, sampler_named
from glide_studio.engine.schedule import NoiseSchedule
from tests.engine.golden import ARRAYS, FACTS, distance, normal
from tests.engine.small_networks import captions, conditions, network

GOLDEN_RUNS = [
    ("base/ddpm6_cfg3", ddpm),
    ("base/ddim6_cfg3", ddim),
    ("base-inpaint/ddpm6_cfg3", ddpm),
    ("base-inpaint/ddim6_cfg3", ddim),
    ("upsample/ddim6_temp0.997", ddim),
    ("upsample-inpaint/ddpm6_temp0.997", ddpm),
]


def golden_noise(kind: str, shape: torch.Size) -> Noise:
    draws = itertools.count(1)
    return lambda: normal(f"{kind}/noise{next(draws)}", *shape)


@pytest.mark.parametrize(("name", "sampler"), GOLDEN_RUNS)
def test_short_runs_match_the_released_implementation(name: str, sampler: Callable) -> None:
    kind = name.split("/")[0]
    model = network(kind)
    spec = model.spec
    expected = ARRAYS[name]
    x, inputs = conditions(spec, len(expected))
    schedule = NoiseSchedule(beta_schedule(spec.noise_schedule), space_timesteps(1000, "6"))
    text = {name: inputs.pop(name) for name in ("tokens", "mask")}
    with torch.no_grad():
        if spec.is_upsampler:
            x = 0.997 * x
            raw = conditioned(model, model.encode_text(**text), **inputs)
        else:
            empty = captions(spec, [""] * len(x))
            both = {name: torch.cat([text[name], empty[name]]) for name in text}
            raw = classifier_free(model, model.encode_text(**both), 3.0, **inputs)
        known = None
        if spec.is_inpaint:
            known = KnownRegion(inputs["inpaint_image"], inputs["inpaint_mask"])
        denoiser = Denoiser(raw, schedule, spec.prediction, known)
        *_, last = sampler(denoiser, x, golden_noise(kind, x.shape))
    stride = 8 if spec.is_upsampler else 2
    assert distance(last.x_t[:, :, ::stride, ::stride], expected) < 1e-3


MEAN, SPREAD = 0.3, 0.1


def gaussian_problem(steps: str, known: KnownRegion | None = None) -> Denoiser:
    """Pixels drawn from N(0.3, 0.1²): the best denoiser and the exact path are known."""
    schedule = NoiseSchedule(beta_schedule("linear"), space_timesteps(1000, steps))

    def raw(x_t: Tensor, timesteps: Tensor) -> Tensor:
        index = torch.tensor([schedule.timesteps.index(int(t)) for t in timesteps])
        signal, noise = schedule.at("sqrt_alpha_bar", index), schedule.at("sqrt_noise", index)
        variance = signal**2 * SPREAD**2 + noise**2
        eps = noise * (x_t - signal * MEAN) / variance
        return torch.cat([eps, torch.zeros_like(eps)], dim=1)

    return Denoiser(raw, schedule, "eps", known)


def start() -> Tensor:
    return torch.randn(1, 3, 16, 16, generator=torch.Generator().manual_seed(0))


def fresh_noise() -> Noise:
    generator = torch.Generator().manual_seed(1)
    return lambda: torch.randn(1, 3, 16, 16, generator=generator)


def exact_end(denoiser: Denoiser, x: Tensor) -> Tensor:
    """The probability-flow path of a Gaussian keeps its quantile (arXiv 2011.13456, eq. 13)."""
    noisiest = torch.tensor([len(denoiser.schedule) - 1])
    signal = float(denoiser.schedule.at("sqrt_alpha_bar", noisiest))
    noise = float(denoiser.schedule.at("sqrt_noise", noisiest))
    quantile = (x - signal * MEAN) / math.sqrt(signal**2 * SPREAD**2 + noise**2)
    return MEAN + SPREAD * quantile


def error_at(sampler: Callable, steps: int) -> float:
    denoiser = gaussian_problem(str(steps))
    x = start()
    *_, last = sampler(denoiser, x, fresh_noise())
    return float((last.x_t - exact_end(denoiser, x)).abs().mean())


def test_plms_converges_to_the_exact_path_faster_than_ddim() -> None:
    assert error_at(plms, 100) < 0.002
    for steps in (20, 50, 100):
        assert error_at(plms, steps) < error_at(ddim, steps)
    assert error_at(plms, 50) < 0.5 * error_at(plms, 25)


def test_ddpm_draws_the_right_distribution() -> None:
    denoiser = gaussian_problem("200")
    *_, last = ddpm(denoiser, start(), fresh_noise())
    assert float(last.x_t.mean()) == pytest.approx(MEAN, abs=0.02)
    assert float(last.x_t.std()) == pytest.approx(SPREAD, abs=0.03)


@pytest.mark.parametrize("name", SAMPLERS)
def test_every_sampler_keeps_the_known_region(name: str) -> None:
    image = torch.linspace(-1, 1, 3 * 16 * 16).view(1, 3, 16, 16)
    mask = F.pad(torch.ones(1, 1, 16, 8), (0, 8))
    denoiser = gaussian_problem("12", KnownRegion(image, mask))
    steps = list(sampler_named(name)(denoiser, start(), fresh_noise()))
    assert [step.number for step in steps] == list(range(1, 13))
    assert {step.total for step in steps} == {12}
    for step in steps:
        assert torch.equal(step.x0 * mask, image * mask)
        assert step.x0.abs().max() <= 1
    torch.testing.assert_close(steps[-1].x_t * mask, image * mask, rtol=0, atol=1e-6)
    assert not torch.allclose(steps[-1].x_t * (1 - mask), image * (1 - mask), atol=0.1)


def test_an_unknown_sampler_is_refused() -> None:
    with pytest.raises(ValueError, match="euler"):
        sampler_named("euler")


def test_the_golden_file_has_no_run_that_is_not_tested() -> None:
    runs = {name for name in ARRAYS if "6_" in name}
    assert runs == {name for name, _ in GOLDEN_RUNS}
    assert FACTS["prompts"]
