from dataclasses import replace

import pytest
import torch
import torch.nn.functional as F

from glide_studio.engine import ModelSpec, Tokenizer, build_model
from glide_studio.engine.schedule import NoiseSchedule
from glide_studio.engine.spec import KINDS, Kind
from tests.engine.golden import ARRAYS, FACTS, distance, released_parameters
from tests.engine.small_networks import SIZES, conditions, network
from tests.engine.test_checkpoint import TINY


@pytest.mark.parametrize("kind", KINDS)
def test_full_size_networks_have_the_released_names_and_shapes(kind: Kind) -> None:
    with torch.device("meta"):
        model = build_model(ModelSpec(kind))
    built = {name: list(value.shape) for name, value in model.state_dict().items()}
    assert built == released_parameters()[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_forward_matches_the_released_implementation(kind: Kind) -> None:
    model = network(kind)
    expected = ARRAYS[f"{kind}/forward"]
    batch = len(expected)
    size, stride = model.spec.image_size, 8 if model.spec.is_upsampler else 2
    x, inputs = conditions(model.spec, batch)
    with torch.no_grad():
        output = model(x, torch.tensor([617, 3])[:batch], **inputs)
    assert output.shape == (batch, 6, size, size)
    assert distance(output[:, :, ::stride, ::stride], expected) < 1e-4


def test_encoding_the_text_once_changes_nothing() -> None:
    model = network("base")
    x, inputs = conditions(model.spec, 2)
    steps = torch.tensor([617, 3])
    with torch.no_grad():
        text = model.encode_text(inputs["tokens"], inputs["mask"])
        assert torch.equal(model(x, steps, text=text), model(x, steps, **inputs))


def test_missing_conditions_are_refused() -> None:
    x = torch.zeros(1, 3, 256, 256)
    tokens, mask = Tokenizer().padded("", FACTS["config"]["text_ctx"])
    with pytest.raises(ValueError, match="low_res"):
        network("upsample")(x, torch.tensor([0]), tokens, mask)
    with pytest.raises(ValueError, match="tokens"):
        network("base")(torch.zeros(1, 3, 64, 64), torch.tensor([0]))


def test_a_short_vocabulary_reads_every_other_word_as_unknown() -> None:
    model = build_model(replace(TINY, token_ids=(64, 2266))).eval()
    assert model.token_embedding.weight.shape == (3, 16)
    _, mask = Tokenizer().padded("x", 8)
    unknown, other, known = (torch.full((1, 8), token) for token in (17, 50000, 2266))
    projection = [model.encode_text(ids, mask).projection for ids in (unknown, other, known)]
    assert torch.equal(projection[0], projection[1])
    assert not torch.equal(projection[0], projection[2])


def test_an_untrained_residual_upsampler_returns_its_low_res_picture() -> None:
    spec = ModelSpec("upsample", prediction="v", residual=True, **SIZES)
    model = build_model(spec).eval().requires_grad_(False)
    x_t, inputs = conditions(spec, 1)
    index = torch.tensor([999])
    v = model(x_t, index, **inputs)[:, :3]
    enlarged = F.interpolate(inputs["low_res"], x_t.shape[-2:], mode="bilinear")
    assert torch.allclose(
        NoiseSchedule(model.spec.betas).x0_from_v(v, x_t, index), enlarged, atol=0.05
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "clip"},
        {"kind": "base", "prediction": "x0"},
        {"kind": "base", "num_channels": 48},
        {"kind": "base", "prediction": "v", "residual": True},
        {"kind": "upsample", "residual": True},
    ],
)
def test_an_impossible_spec_is_refused(wrong: dict) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        ModelSpec(**wrong)
