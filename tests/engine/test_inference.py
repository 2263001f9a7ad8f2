"""Networks optimized for inference, against the same networks computed plainly."""

import copy
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

from glide_studio.core.request.presets import DRAFT
from glide_studio.core.request.request import GenerationRequest
from glide_studio.engine import Models, build_model, generate, inference
from glide_studio.engine.inference import EXACT, Arithmetic, arithmetics, optimize_for_inference
from glide_studio.engine.models import load_network
from glide_studio.engine.spec import KINDS, Kind, ModelSpec
from glide_studio.engine.unet import GlideUNet
from glide_studio.engine.winograd import WinogradConv2d
from tests.engine.golden import distance
from tests.engine.small_networks import captions
from tests.fakes import STARTER, text_request

CPU = torch.device("cpu")
GUIDANCE = 4.0  # above the default: it amplifies errors too


def wide_network(kind: Kind) -> GlideUNet:
    """Wide enough for Winograd's convolutions, as full-size networks are."""
    spec = ModelSpec(
        kind,
        image_size=32,
        num_channels=128,
        num_res_blocks=1,
        channel_mult=(1, 1),
        attention_resolutions=(16,),
        text_ctx=16,
        xf_width=64,
        xf_layers=1,
        xf_heads=1,
    )
    torch.manual_seed(0)
    model = build_model(spec).eval().requires_grad_(False)
    for parameter in model.parameters():
        if not parameter.any():
            nn.init.normal_(parameter, std=0.02)
    return model


def with_winograd(dtype: torch.dtype) -> Arithmetic:
    """With Winograd's convolutions, except in float16."""
    return Arithmetic(dtype, winograd=dtype != torch.float16)


def step_error(model: GlideUNet, dtype: torch.dtype) -> float:
    """Relative distance of the prediction of an optimized step from that of the plain step; both
    are guided, except that an upsampler never is."""
    fast = optimize_for_inference(copy.deepcopy(model), CPU, with_winograd(dtype))
    spec, size = model.spec, model.spec.image_size
    prompts = ["a red hat"] if spec.is_upsampler else ["a red hat", ""]
    batch = len(prompts)
    torch.manual_seed(1)
    inputs = captions(spec, prompts)
    if spec.is_upsampler:
        inputs["low_res"] = torch.rand(batch, 3, size // 4, size // 4) * 2 - 1
    if spec.is_inpaint:
        inputs["inpaint_mask"] = (torch.rand(batch, 1, size, size) > 0.5).float()
        inputs["inpaint_image"] = torch.rand(batch, 3, size, size) * 2 - 1
    x_t = torch.randn(1, 3, size, size).repeat(batch, 1, 1, 1)
    timesteps = torch.full((batch,), 617)
    with torch.no_grad():
        expected, actual = (each(x_t, timesteps, **inputs)[:, :3] for each in (model, fast))
    assert actual.dtype == torch.float32
    expected, actual = (each[-1] + GUIDANCE * (each[0] - each[-1]) for each in (expected, actual))
    return distance(actual, expected.numpy())


def starter(name: str) -> GlideUNet:
    return load_network(STARTER, name)


def picture(request: GenerationRequest, dtype: torch.dtype) -> np.ndarray:
    """The starter's picture (256, 256, 3), as floating-point levels."""
    base, upsample = (
        optimize_for_inference(starter(name), CPU, with_winograd(dtype))
        for name in ("base", "upsample")
    )
    *_, result = generate(Models(STARTER.name, base, upsample, CPU), request)
    return result.picture.astype(float)


@pytest.mark.parametrize("tile", [2, 4])
@pytest.mark.parametrize("batch", [1, 2, 5])
@pytest.mark.parametrize(("height", "width"), [(4, 4), (16, 8), (36, 68)])
def test_a_winograd_convolution_equals_the_direct_one(
    batch: int, height: int, width: int, tile: int
) -> None:
    torch.manual_seed(0)
    conv = nn.Conv2d(24, 40, 3, padding=1).requires_grad_(False)
    x = torch.randn(batch, 24, height, width)
    assert distance(WinogradConv2d(conv, tile)(x), conv(x).numpy()) < 1e-6


@pytest.mark.parametrize(("tile", "times"), [(2, 3), (4, 10)])
@pytest.mark.parametrize(("height", "width"), [(8, 8), (16, 8), (36, 68)])
def test_in_half_precision_a_winograd_convolution_rounds_a_few_times_as_much(
    height: int, width: int, tile: int, times: int
) -> None:
    torch.manual_seed(0)
    conv = nn.Conv2d(128, 128, 3, padding=1).requires_grad_(False)
    x = torch.randn(2, 128, height, width).bfloat16()
    lowered = copy.deepcopy(conv).bfloat16()
    exact = conv(x.float()).numpy()
    direct, winograd = (
        distance(each(x).float(), exact) for each in (lowered, WinogradConv2d(lowered, tile))
    )
    assert winograd < times * direct < times * 0.0033


@pytest.mark.parametrize("kind", KINDS)
def test_an_optimized_step_in_float32_equals_the_plain_step(kind: Kind) -> None:
    assert step_error(wide_network(kind), torch.float32) < 1e-4


@pytest.mark.parametrize(
    ("dtype", "tiles"), [(torch.float32, {4}), (torch.bfloat16, {2, 4}), (torch.float16, set())]
)
def test_wide_networks_use_winograd_where_it_is_faster(dtype: torch.dtype, tiles: set[int]) -> None:
    wide = optimize_for_inference(wide_network("base"), CPU, with_winograd(dtype))
    assert {module.tile for module in wide.modules() if isinstance(module, WinogradConv2d)} == tiles
    assert isinstance(wide.input_blocks[0][0], nn.Conv2d)


@pytest.mark.parametrize("name", ["base", "upsample"])
@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_a_half_precision_step_is_accurate(name: str, dtype: torch.dtype) -> None:
    assert step_error(starter(name), dtype) < 1.5e-2


@pytest.mark.parametrize("name", ["base", "upsample"])
def test_a_step_with_only_winograd_convolutions_in_bfloat16_is_accurate(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inference, "MIN_WINOGRAD_CHANNELS", 1)  # most of the starter's are narrow
    assert step_error(starter(name), torch.bfloat16) < 1.5e-2


def test_a_picture_drawn_in_half_precision_looks_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inference, "MIN_WINOGRAD_CHANNELS", 1)
    request = text_request("a red apple", seed=7)
    request = replace(request, settings=DRAFT.applied_to(request.settings))
    exact, rounded = (picture(request, dtype) for dtype in (torch.float32, torch.bfloat16))
    assert np.sqrt(np.mean((exact - rounded) ** 2)) < 3  # of 255


def test_norms_the_last_layers_and_the_text_encoder_stay_in_float32() -> None:
    model = optimize_for_inference(wide_network("base"), CPU, with_winograd(torch.bfloat16))
    norms = [m for m in model.modules() if isinstance(m, nn.GroupNorm | nn.LayerNorm)]
    assert {norm.weight.dtype for norm in norms} == {torch.float32}
    for part in (model.transformer, model.out):
        assert {p.dtype for p in part.parameters()} == {torch.float32}
    assert model.dtype == torch.bfloat16


def test_a_cpu_uses_bfloat16_only_where_it_computes_in_it() -> None:
    fastest, *others = arithmetics(CPU)
    native = torch.cpu.get_capabilities().get("avx512_bf16", False)
    assert fastest == Arithmetic(torch.bfloat16 if native else torch.float32, winograd=True)
    assert others[-1] == EXACT


def test_a_winograd_convolution_refuses_sides_that_tiles_do_not_fill() -> None:
    conv = WinogradConv2d(nn.Conv2d(8, 8, 3, padding=1), 4)
    for height, width in ((8, 6), (6, 8)):
        with pytest.raises(ValueError, match=f"{height} x {width} pixels"):
            conv(torch.zeros(1, 8, height, width))


@pytest.mark.parametrize(("device", "norms"), [("cpu", torch.float32), ("meta", torch.float16)])
def test_norms_are_in_half_precision_except_on_a_cpu(device: str, norms: torch.dtype) -> None:
    """CUDA's group norm refuses half-precision input beside float32 weights; "meta" stands for a
    GPU."""
    model = optimize_for_inference(
        wide_network("base-inpaint"), torch.device(device), Arithmetic(torch.float16)
    )
    blocks = nn.ModuleList([*model.input_blocks, model.middle_block, *model.output_blocks])
    found = {m.weight.dtype for m in blocks.modules() if isinstance(m, nn.GroupNorm)}
    assert found == {norms}
