"""The noised CLIP, and sampling that it guides."""

from dataclasses import replace
from unittest.mock import Mock

import numpy as np
import pytest
import torch
from torch import Tensor

from glide_studio.core.request.request import Branch, Notice, Result
from glide_studio.core.request.settings import SAMPLERS, RequestError, Sampling
from glide_studio.engine import ModelError, Models, generate
from glide_studio.engine.clip import (
    ClipImageEncoder,
    ClipSpec,
    ClipTextEncoder,
    NoisedClip,
    clip_guide,
    clip_score,
)
from glide_studio.engine.denoiser import MAX_GUIDE_NOISE_RATIO, Denoiser, KnownRegion
from glide_studio.engine.guidance import guidance_gradient
from glide_studio.engine.samplers import sampler_named
from glide_studio.engine.schedule import NoiseSchedule, beta_schedule, timesteps_of
from tests.engine.golden import ARRAYS, FACTS, distance, fill, normal, released_parameters
from tests.engine.small_networks import clip_captions, gaussian_eps
from tests.engine.test_pipeline import QUICK, changed, models, results
from tests.engine.test_starter import similarity, starter
from tests.fakes import text_request

TIMESTEPS = torch.tensor([0, 500])


@pytest.mark.parametrize(
    ("name", "encoder"), [("clip/image-enc", ClipImageEncoder), ("clip/text-enc", ClipTextEncoder)]
)
def test_encoders_have_the_released_names_and_shapes(name: str, encoder: type) -> None:
    with torch.device("meta"):
        built = {key: list(value.shape) for key, value in encoder().state_dict().items()}
    assert built == released_parameters()[name]


def test_embeddings_and_gradient_match_the_released_implementation() -> None:
    text_encoder, image_encoder = ClipTextEncoder(), ClipImageEncoder()
    fill(text_encoder, "clip_text")
    fill(image_encoder, "clip_image")
    for encoder in (text_encoder, image_encoder):
        encoder.eval().requires_grad_(False)
    x = normal("clip/x", 2, 3, 64, 64).clamp(-1, 1)
    with torch.no_grad():
        text = text_encoder(*clip_captions(FACTS["prompts"][:2]))
        image = image_encoder(x, TIMESTEPS)
    assert distance(text, ARRAYS["clip/text"]) < 1e-4
    assert distance(image, ARRAYS["clip/image"]) < 1e-4
    gradient = guidance_gradient(clip_score(image_encoder, text), x, TIMESTEPS, 3.0)
    assert distance(gradient[:, :, ::2, ::2], ARRAYS["clip/grad_scale3"]) < 1e-4


SMALL = ClipSpec(
    embedding_width=16,
    text_width=64,
    text_layers=1,
    image_width=64,
    image_layers=1,
    patch_size=16,
    vocab_size=65536,
    token_ids=(320, 736),
)


def small_clip() -> NoisedClip:
    torch.manual_seed(0)
    return NoisedClip(SMALL).eval().requires_grad_(False)


def small_models() -> Models:
    return replace(models(), noised_clip=small_clip, ranking_clip=small_clip)


def test_the_gradient_is_the_slope_of_the_similarity() -> None:
    clip = small_clip().double()
    guide = clip_guide(clip, ["a red hat", "a blue car"], 2.0)
    x = normal("clip/x", 2, 3, 64, 64).clamp(-1, 1).double()
    gradient = guide(x, 300)
    text = clip.text(*clip_captions(["a red hat", "a blue car"]))

    def score(x: Tensor) -> Tensor:
        return 2.0 * 100 * (text * clip.image(x, torch.tensor([300, 300]))).sum()

    for place in ((0, 0, 3, 5), (1, 2, 40, 63)):
        nudge = torch.zeros_like(x)
        nudge[place] = 1e-5
        slope = (score(x + nudge) - score(x - nudge)) / 2e-5
        assert float(gradient[place]) == pytest.approx(float(slope), rel=1e-4)


BETAS = beta_schedule("squaredcos_cap_v2")


def guided_problem(
    steps: str, gradient: float, known: KnownRegion | None = None, asked: list[int] | None = None
) -> Denoiser:
    """The optimal network for pixels from N(0, 0.3²), at the smaller variance, and a guide with a
    constant gradient."""
    schedule = NoiseSchedule(BETAS, timesteps_of(BETAS, steps))

    def guide(x_t: Tensor, timestep: int) -> Tensor:
        if asked is not None:
            asked.append(timestep)
        return torch.full_like(x_t, gradient)

    return Denoiser(gaussian_eps(schedule, 0, 0.3, -1), schedule, "eps", known, guide=guide)


def test_the_mean_of_an_ancestral_step_moves_by_the_variance_times_the_gradient() -> None:
    guided, plain = guided_problem("50", 0.3), guided_problem("50", 0)
    x = torch.zeros(1, 3, 4, 4)
    for index in (0, 10, 40, 49):
        step, other = guided.posterior(x, index), plain.posterior(x, index)
        torch.testing.assert_close(step.mean - other.mean, 0.3 * step.log_variance.exp())
        assert torch.equal(step.x0, other.x0)


def test_x0_shifts_as_if_eps_were_reduced_by_sigma_times_the_gradient() -> None:
    asked: list[int] = []
    guided = guided_problem("50", 0.3, asked=asked)
    schedule = guided.schedule
    x = torch.zeros(1, 3, 4, 4)
    for index in (0, 10, 30):
        eps = -0.3 * schedule.sigma[index] * torch.ones_like(x)
        expected = schedule.x0_from_eps(eps, x, index).clamp(-1, 1)
        torch.testing.assert_close(guided(x, index), expected)
    assert asked == [schedule.timesteps[i] for i in (0, 10, 30)]
    too_noisy = next(
        i for i in range(50)
        if schedule.sigma[i] >= MAX_GUIDE_NOISE_RATIO * schedule.sqrt_alpha_bar[i]
    )  # fmt: skip
    assert torch.equal(guided(x, too_noisy), torch.zeros_like(x))
    assert len(asked) == 3


@pytest.mark.parametrize("name", SAMPLERS)
def test_every_sampler_follows_the_gradient_and_keeps_the_known_region(name: str) -> None:
    image, mask = torch.full((1, 3, 8, 8), 0.25), torch.zeros(1, 1, 8, 8)
    mask[..., :4] = 1
    known = KnownRegion(image, mask)
    ends = []
    for gradient in (-0.5, 0.0, 0.5):
        generator = torch.Generator().manual_seed(1)

        def noise(generator: torch.Generator = generator) -> Tensor:
            return torch.randn(1, 3, 8, 8, generator=generator)

        denoiser = guided_problem("40", gradient, known)
        *_, last = sampler_named(name)(denoiser, noise(), noise)
        torch.testing.assert_close(last.x_t * mask, image * mask, rtol=0, atol=1e-6)
        ends.append(float(last.x_t[..., 4:].mean()))
    assert ends[0] < ends[1] - 0.001 < ends[1] + 0.001 < ends[2]


def test_clip_guidance_guides_only_the_base_and_off_loads_no_clip() -> None:
    request = changed(QUICK, count=2)
    plain = results(request)
    off = results(request, replace(small_models(), noised_clip=Mock(side_effect=AssertionError)))
    on = results(changed(request, clip_guidance=20.0), small_models())
    for a, b, c in zip(plain, off, on, strict=True):
        assert np.array_equal(a.picture, b.picture)
        assert not np.array_equal(a.picture, c.picture)
    (alone,) = results(on[1].request, small_models())
    assert np.abs(alone.picture.astype(int) - on[1].picture).max() <= 1


def test_clip_guidance_without_a_clip_is_refused() -> None:
    with pytest.raises(RequestError, match=r"^The model tiny has no CLIP\. Set .* to 0\.$"):
        results(changed(QUICK, clip_guidance=1.0))


@pytest.mark.parametrize("sampling", [Sampling("unipc", "logsnr12"), Sampling("ddpm", "25")])
def test_clip_guidance_brings_pictures_of_the_starter_closer_to_their_prompts(
    sampling: Sampling,
) -> None:
    clip, prompt = starter().noised_clip(), "a red apple"
    assert clip is not None
    plain = text_request(prompt, seed=5, count=3, guidance_scale=1.0, base=sampling, upsample=None)
    scores = []
    for request in (plain, changed(plain, clip_guidance=10.0)):
        pictures = [result.picture for result in results(request, starter())]
        scores.append(float(similarity(clip, pictures, [prompt]).mean()))
    assert scores[1] > scores[0] + 0.005, scores


def test_every_picture_of_a_prompt_has_a_clip_score() -> None:
    request = changed(QUICK, count=2)
    for made in (request, changed(request, count=1, upsample=None)):
        found = results(made, small_models())
        factor = found[0].picture.shape[0] // 64
        cells = [each.picture.reshape(64, factor, 64, factor, 3) for each in found]
        pictures = [each.mean(axis=(1, 3)).astype(np.float32) for each in cells]
        expected = similarity(small_clip(), pictures, ["a red hat"])[:, 0].tolist()
        assert [result.match for result in found] == pytest.approx(expected, abs=1e-5)
    assert [result.match for result in results(request)] == [None, None]  # there is no CLIP
    (alone,) = results(changed(request, count=1), small_models())
    assert alone.match is None
    draft = changed(request, count=1, upsample=None)
    branch = Branch(draft, len(list(generate(small_models(), draft))) - 1)
    (enlarged,) = results(replace(changed(request, count=1), branch=branch), small_models())
    assert enlarged.match is not None


def test_a_clip_that_cannot_be_read_does_not_fail_the_run() -> None:
    networks = replace(models(), ranking_clip=Mock(side_effect=ModelError("It is damaged.")))
    events = list(generate(networks, changed(QUICK, count=2)))
    assert isinstance(events[-1], Result)
    assert events[-1].match is None
    assert [str(e.sentence) for e in events if isinstance(e, Notice)] == [
        "How well the pictures match the prompt cannot be measured. It is damaged."
    ]
