import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.engine import beta_schedule, space_timesteps
from glide_studio.engine.samplers import ddim_step
from glide_studio.engine.schedule import NoiseSchedule, timesteps_of
from tests.engine.golden import ARRAYS, FACTS


@pytest.mark.parametrize("name", ["linear", "squaredcos_cap_v2"])
def test_betas_are_the_released_ones(name: str) -> None:
    expected = ARRAYS[f"betas/{name}"]
    np.testing.assert_allclose(beta_schedule(name, 1000), expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("respacing", FACTS["respacing"])
def test_respacing_is_the_released_one(respacing: str) -> None:
    assert space_timesteps(1000, respacing) == FACTS["respacing"][respacing]


@pytest.mark.parametrize(
    "respacing",
    [
        *("", "0", "-3", "ddim", "ddim997", "2000", "600,600", "a,b"),
        *("logsnr", "logsnr0", "karras1001", "trailing0", "even5"),
    ],
)
def test_an_impossible_respacing_is_refused(respacing: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        timesteps_of(beta_schedule("linear"), respacing)


def test_an_unknown_schedule_is_refused() -> None:
    with pytest.raises(ValueError, match="squaredcos_cap_v2"):
        beta_schedule("cosine")


@given(st.lists(st.integers(1, 50), min_size=1, max_size=8))
def test_sections_have_the_requested_counts(counts: list[int]) -> None:
    chosen = space_timesteps(1000, ",".join(map(str, counts)))
    assert len(chosen) == sum(counts)
    assert chosen == sorted(set(chosen))
    assert 0 <= chosen[0] <= chosen[-1] < 1000


@given(
    st.sampled_from(["linear", "squaredcos_cap_v2"]),
    st.sampled_from(["trailing", "logsnr", "karras"]),
    st.integers(1, 1000),
)
def test_spacings_have_the_requested_number_of_distinct_steps(
    name: str, spacing: str, n: int
) -> None:
    chosen = timesteps_of(beta_schedule(name), f"{spacing}{n}")
    assert len(chosen) == n
    assert chosen == sorted(set(chosen))
    assert chosen[0] >= 0
    assert chosen[-1] == 999


@pytest.mark.parametrize("name", ["linear", "squaredcos_cap_v2"])
def test_logsnr_steps_are_evenly_spaced_below_the_noisiest(name: str) -> None:
    betas = beta_schedule(name)
    schedule = NoiseSchedule(betas, timesteps_of(betas, "logsnr10"))
    # The least noisy steps of all are too far apart.
    half_log_snr = np.array([schedule.lambda_[i] for i in range(10)])
    gaps = np.diff(half_log_snr[2:-1])
    assert gaps.std() < 0.05 * abs(gaps.mean())
    assert half_log_snr[-2] == pytest.approx(-np.log(32), abs=0.05)


@pytest.mark.parametrize("name", ["linear", "squaredcos_cap_v2"])
@pytest.mark.parametrize("respacing", ["1000", "30", "fast27", "1"])
def test_x0_is_recovered_from_eps_and_from_v(name: str, respacing: str) -> None:
    schedule = NoiseSchedule(beta_schedule(name), space_timesteps(1000, respacing))
    generator = torch.Generator().manual_seed(0)
    index = torch.arange(len(schedule))
    x0, noise = torch.rand(2, len(index), 3, 4, 4, generator=generator) * 2 - 1
    x_t = schedule.q_sample(x0, index, noise)
    v = schedule.velocity(x0, index, noise)
    torch.testing.assert_close(schedule.x0_from_v(v, x_t, index), x0, rtol=0, atol=1e-5)
    torch.testing.assert_close(schedule.eps_from_x0(x0, x_t, index), noise, rtol=0, atol=1e-3)


def test_the_last_step_returns_the_prediction_itself() -> None:
    schedule = NoiseSchedule(beta_schedule("linear"), space_timesteps(1000, "27"))
    x0, x_t = torch.rand(1, 3, 4, 4), torch.randn(1, 3, 4, 4)
    last = torch.tensor([0])
    torch.testing.assert_close(schedule.posterior_mean(x0, x_t, last), x0)
    torch.testing.assert_close(ddim_step(schedule, x0, x_t, 0), x0)
