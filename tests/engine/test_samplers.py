import itertools
import math
from collections.abc import Callable

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from glide_studio.core.request.settings import SAMPLERS
from glide_studio.engine import beta_schedule, space_timesteps
from glide_studio.engine.denoiser import (
    Denoiser,
    KnownRegion,
    classifier_free,
    conditioned,
    dynamic_threshold,
)
from glide_studio.engine.samplers import (
    Noise,
    ddim,
    ddpm,
    dpmpp_2m,
    dpmpp_2m_sde,
    plms,
    sampler_named,
    unipc,
)
from glide_studio.engine.schedule import NoiseSchedule, timesteps_of
from tests.engine.golden import ARRAYS, FACTS, distance, normal
from tests.engine.small_networks import captions, conditions, gaussian_eps, network

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
    del inputs["tokens"], inputs["mask"]
    prompts = FACTS["prompts"][: len(x)]
    with torch.no_grad():
        if spec.is_upsampler:
            x = 0.997 * x
            text = model.encode_text(**captions(spec, prompts))
            eps_model = conditioned(model, text, **inputs)
        else:
            text = model.encode_text(**captions(spec, prompts + [""] * len(x)))
            eps_model = classifier_free(model, text, 3.0, **inputs)
        known = None
        if spec.is_inpaint:
            known = KnownRegion(inputs["inpaint_image"], inputs["inpaint_mask"])
        denoiser = Denoiser(eps_model, schedule, spec.prediction, known)
        *_, last = sampler(denoiser, x, golden_noise(kind, x.shape))
    stride = 8 if spec.is_upsampler else 2
    assert distance(last.x_t[:, :, ::stride, ::stride], expected) < 1e-3


MEAN, SPREAD = 0.3, 0.1
BETAS = beta_schedule("linear")


def gaussian_problem(steps: str, known: KnownRegion | None = None) -> Denoiser:
    """Pixels drawn from N(0.3, 0.1²): the best denoiser and the exact path are known."""
    schedule = NoiseSchedule(BETAS, timesteps_of(BETAS, steps))
    return Denoiser(gaussian_eps(schedule, MEAN, SPREAD, 0), schedule, "eps", known)


def start() -> Tensor:
    return torch.randn(1, 3, 16, 16, generator=torch.Generator().manual_seed(0))


def fresh_noise() -> Noise:
    generator = torch.Generator().manual_seed(1)
    return lambda: torch.randn(1, 3, 16, 16, generator=generator)


def exact_end(denoiser: Denoiser, x: Tensor) -> Tensor:
    """The probability-flow path of a Gaussian keeps its quantile (arXiv 2011.13456, eq. 13)."""
    noisiest = len(denoiser.schedule) - 1
    signal = denoiser.schedule.sqrt_alpha_bar[noisiest]
    noise = denoiser.schedule.sigma[noisiest]
    quantile = (x - signal * MEAN) / math.sqrt(signal**2 * SPREAD**2 + noise**2)
    return MEAN + SPREAD * quantile


def error_at(sampler: Callable, steps: int, spacing: str = "") -> float:
    denoiser = gaussian_problem(f"{spacing}{steps}")
    x = start()
    *_, last = sampler(denoiser, x, fresh_noise())
    return float((last.x_t - exact_end(denoiser, x)).abs().mean())


def test_plms_converges_to_the_exact_path_faster_than_ddim() -> None:
    assert error_at(plms, 100) < 0.002
    for steps in (20, 50, 100):
        assert error_at(plms, steps) < error_at(ddim, steps)
    assert error_at(plms, 50) < 0.5 * error_at(plms, 25)


@pytest.mark.parametrize("sampler", [dpmpp_2m, unipc])
def test_second_order_solvers_need_a_fifth_of_ddims_steps(sampler: Callable) -> None:
    assert error_at(sampler, 10, "logsnr") < error_at(ddim, 50, "logsnr")
    assert error_at(sampler, 20, "logsnr") < 0.2 * error_at(ddim, 20, "logsnr")


@pytest.mark.parametrize(("sampler", "steps"), [(ddpm, "200"), (dpmpp_2m_sde, "logsnr30")])
def test_random_samplers_draw_the_right_distribution(sampler: Callable, steps: str) -> None:
    denoiser = gaussian_problem(steps)
    *_, last = sampler(denoiser, start(), fresh_noise())
    assert float(last.x_t.mean()) == pytest.approx(MEAN, abs=0.02)
    assert float(last.x_t.std()) == pytest.approx(SPREAD, abs=0.03)


@pytest.mark.parametrize("name", SAMPLERS)
def test_every_sampler_keeps_the_known_region(name: str) -> None:
    image = torch.linspace(-1, 1, 3 * 16 * 16).view(1, 3, 16, 16)
    mask = F.pad(torch.ones(1, 1, 16, 8), (0, 8))
    denoiser = gaussian_problem("12", KnownRegion(image, mask))
    steps = list(sampler_named(name)(denoiser, start(), fresh_noise()))
    assert len(steps) == 12
    for step in steps:
        assert torch.equal(step.x0 * mask, image * mask)
        assert step.x0.abs().max() <= 1
    torch.testing.assert_close(steps[-1].x_t * mask, image * mask, rtol=0, atol=1e-6)
    assert not torch.allclose(steps[-1].x_t * (1 - mask), image * (1 - mask), atol=0.1)


def test_outside_its_interval_guidance_costs_and_changes_nothing() -> None:
    model = network("base")
    x, _ = conditions(model.spec, 1)
    batches: list[int] = []
    handle = model.register_forward_hook(lambda _, inputs, __: batches.append(len(inputs[0])))
    with torch.no_grad():
        encoding = model.encode_text(**captions(model.spec, ["a red hat", ""]))
        guided = classifier_free(model, encoding, 3.0, (200, 600))
        plain = conditioned(model, encoding.first_half())
        for timestep in (199, 601):
            torch.testing.assert_close(guided(x, timestep), plain(x, timestep))
        for timestep in (200, 600):
            assert not torch.allclose(guided(x, timestep), plain(x, timestep))
    handle.remove()
    assert batches == [1, 1, 1, 1, 2, 1, 2, 1]


def test_dynamic_thresholding_scales_values_that_static_thresholding_clips() -> None:
    x0 = torch.linspace(-3, 3, 1000).reshape(1, 1, 10, 100).repeat(2, 3, 1, 1)
    x0[1] *= 0.2
    scaled = dynamic_threshold(x0)
    assert (scaled.abs() <= 1).float().mean() > 0.99
    assert scaled[0].abs().max() == pytest.approx(1, abs=0.01)
    torch.testing.assert_close(scaled[0] / scaled[0].max(), x0[0] / x0[0].max())
    assert torch.equal(scaled[1], x0[1])


def test_every_sampler_of_a_request_has_its_function() -> None:
    functions = [sampler_named(name) for name in SAMPLERS]
    assert len(set(functions)) == len(SAMPLERS)


def test_an_unknown_sampler_is_refused() -> None:
    with pytest.raises(ValueError, match="euler"):
        sampler_named("euler")


def test_the_golden_file_has_no_run_that_is_not_tested() -> None:
    runs = {name for name in ARRAYS if "6_" in name}
    assert runs == {name for name, _ in GOLDEN_RUNS}
    assert FACTS["prompts"]
