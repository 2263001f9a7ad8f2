import contextlib
import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Rect
from glide_studio.core.request.request import (
    SAMPLERS,
    THRESHOLDINGS,
    GenerationRequest,
    RequestError,
    Result,
    Sampling,
)

ONE_SENTENCE = r"\A[A-Z][^\n]*[^\n.]\.\Z"
RESPACINGS = (
    *("1", "30", "1000", "fast27", "ddim50", "ddim1000", "10,10,3,2,2", "500,500"),
    *("trailing7", "logsnr15", "logsnr1000", "karras1"),
)

samplings = st.builds(
    Sampling, st.sampled_from(SAMPLERS), st.sampled_from(RESPACINGS), st.integers(1, 10)
)
prompts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
places = st.integers(-500, 500)


@st.composite
def requests(draw: st.DrawFn) -> GenerationRequest:
    side = draw(st.integers(1, 300))
    request = GenerationRequest(
        prompt=draw(prompts),
        seed=draw(st.integers(0, 2**32 - 1)),
        count=draw(st.integers(1, 64)),
        guidance_scale=draw(st.floats(0, 30)),
        guidance_interval=draw(st.sampled_from([(0, 999), (0, 0), (200, 800)])),
        thresholding=draw(st.sampled_from(THRESHOLDINGS)),
        clip_guidance=draw(st.floats(0, 30)),
        base=draw(samplings),
        upsample=draw(st.none() | samplings),
        temperature=draw(st.floats(0, 2)),
        model=draw(st.sampled_from(["starter", "released"])),
        bounds=Rect(draw(places), draw(places), side, side),
        feather=draw(st.integers(0, 99)),
        negative_prompt=draw(st.just("") | prompts),
    )
    noise = np.random.default_rng(side)
    picture = noise.integers(0, 256, (256, 256, 3), np.uint8)
    mask = noise.integers(0, 256, (side, side), np.uint8)
    match draw(st.sampled_from(["text to image", "inpaint", "sketch", "masked", "upscale"])):
        case "inpaint":
            return replace(request, picture=picture, mask=mask)
        case "sketch":
            return replace(request, picture=picture, strength=draw(st.floats(0, 1)))
        case "masked":
            return replace(request, picture=picture, mask=mask, strength=draw(st.floats(0, 1)))
        case "upscale":
            return replace(upscale_request(side), negative_prompt=request.negative_prompt)
    return request


def upscale_request(width: int = 90) -> GenerationRequest:
    picture = np.random.default_rng(width).integers(0, 256, (40, width, 3), np.uint8)
    return GenerationRequest("", upscale=True, picture=picture, bounds=Rect(0, 0, width, 40))


def inpaint_request() -> GenerationRequest:
    return GenerationRequest(
        "a red apple",
        picture=np.zeros((256, 256, 3), np.uint8),
        mask=np.full((256, 256), 255, np.uint8),
    )


@given(requests())
def test_a_request_survives_json(request: GenerationRequest) -> None:
    values = request.to_dict()
    again = GenerationRequest.from_dict(json.loads(json.dumps(values)))
    assert again.to_dict() == values
    for name in ("picture", "mask"):
        assert np.array_equal(getattr(again, name), getattr(request, name))
    for name in ("base", "upsample", "bounds", "guidance_interval"):
        assert getattr(again, name) == getattr(request, name)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.sampled_from(sorted(inpaint_request().to_dict())), json_values)
def test_wrong_data_is_read_or_refused_but_never_crashes(name: str, value: Any) -> None:
    with contextlib.suppress(RequestError):
        GenerationRequest.from_dict(inpaint_request().to_dict() | {name: value})


BROKEN: list[Any] = [
    None,
    7,
    [],
    {},
    {"prompt": "a red apple"},
    inpaint_request().to_dict() | {"bounds": {"x": 0, "y": 0, "width": "9", "height": "9"}},
    inpaint_request().to_dict() | {"bounds": {"x": 0, "y": 0, "width": 64, "height": 64}},
    inpaint_request().to_dict() | {"picture": inpaint_request().to_dict()["mask"]},
    inpaint_request().to_dict() | {"picture": inpaint_request().to_dict()["picture"][:200]},
    inpaint_request().to_dict() | {"mask": "not base64 !"},
    inpaint_request().to_dict() | {"mask": ""},
    inpaint_request().to_dict() | {"mask": None},
    inpaint_request().to_dict() | {"base": "ddim"},
    inpaint_request().to_dict() | {"base": {"sampler": ["ddim"], "timestep_respacing": "9"}},
    inpaint_request().to_dict() | {"unknown": 1},
    inpaint_request().to_dict() | {"strength": "half"},
    inpaint_request().to_dict() | {"upscale": "yes"},
    upscale_request().to_dict() | {"upscale": False},
    upscale_request().to_dict() | {"bounds": {"x": 0, "y": 0, "width": 40, "height": 90}},
]


@pytest.mark.parametrize("values", BROKEN)
def test_broken_data_is_refused_with_one_sentence(values: Any) -> None:
    with pytest.raises(RequestError, match=ONE_SENTENCE):
        GenerationRequest.from_dict(values)


@pytest.mark.parametrize(
    ("change", "subject"),
    [
        ({"prompt": ""}, "The prompt"),
        ({"prompt": " \n"}, "The prompt"),
        ({"prompt": 5}, "The prompt"),
        ({"prompt": "x" * 5000}, "The prompt"),
        ({"prompt": "\ud800"}, "The prompt"),
        ({"seed": -1}, "The seed"),
        ({"seed": 2**32}, "The seed"),
        ({"seed": 1.5}, "The seed"),
        ({"seed": True}, "The seed"),
        ({"count": 0}, "The number of pictures"),
        ({"count": 65}, "The number of pictures"),
        ({"guidance_scale": -0.1}, "The guidance"),
        ({"guidance_scale": 31}, "The guidance"),
        ({"guidance_scale": float("nan")}, "The guidance"),
        ({"guidance_interval": (1, 1000)}, "The timesteps of the guidance interval"),
        ({"guidance_interval": (5, 4)}, "The guidance interval"),
        ({"guidance_interval": [0, 999]}, "The guidance interval"),
        ({"thresholding": "none"}, "The thresholding"),
        ({"temperature": float("inf")}, "The temperature"),
        ({"model": ""}, "The model"),
        ({"feather": -1}, "The feather"),
        ({"negative_prompt": "x" * 5000}, "The negative prompt"),
        ({"negative_prompt": None}, "The negative prompt"),
        ({"strength": 1.01}, "The strength"),
        ({"strength": True}, "The strength"),
        ({"strength": 0.5, "picture": None}, "The picture and its mask"),
        ({"strength": 0.5, "picture": None, "mask": None}, "The picture and its mask"),
        ({"upscale": 1}, "Upscaling"),
        ({"upscale": True}, "To upscale"),
        ({"upscale": True, "mask": None, "strength": 0.5}, "To upscale"),
        ({"bounds": Rect(0, 0, 64, 65)}, "The edited region"),
        ({"bounds": Rect(0, 0, 0, 0)}, "The size of the edit"),
        ({"bounds": Rect(0, 0, 64, 64)}, "The mask"),
        ({"mask": None}, "The picture and its mask"),
        ({"picture": None}, "The picture and its mask"),
        ({"picture": np.zeros((64, 64, 3), np.uint8)}, "The picture"),
        ({"picture": np.zeros((256, 256, 3))}, "The picture"),
    ],
)
def test_values_out_of_range_are_refused_by_name(change: dict[str, Any], subject: str) -> None:
    with pytest.raises(RequestError, match=ONE_SENTENCE) as refusal:
        replace(inpaint_request(), **change)
    assert str(refusal.value).startswith(subject)


@pytest.mark.parametrize(
    ("change", "subject"),
    [
        ({"picture": None}, "To upscale"),
        ({"count": 2}, "Pictures are upscaled"),
        ({"upsample": None}, "Pictures are upscaled"),
        ({"bounds": Rect(0, 0, 7000, 600)}, "The picture is too large"),
        ({"bounds": Rect(0, 0, 7501, 4)}, "The picture is too large"),
        ({"bounds": Rect(0, 0, 89, 40)}, "The picture"),
    ],
)
def test_what_cannot_be_upscaled_is_refused(change: dict[str, Any], subject: str) -> None:
    with pytest.raises(RequestError, match=ONE_SENTENCE) as refusal:
        replace(upscale_request(), **change)
    assert str(refusal.value).startswith(subject)


@pytest.mark.parametrize(
    "respacing",
    [
        *("", "0", "1001", "-5", "3.5", "ten", "٣", "30\n", 30, None),
        *("10,", ",10", "10,,10", "0,10", "900,100"),
        *("ddim", "ddim0", "ddim1", "ddim300", "ddim10,10", "fast", "fast50", "27fast"),
        *("logsnr", "logsnr0", "karras1001", "trailing5,5", "cosine9"),
    ],
)
def test_wrong_steps_are_refused(respacing: Any) -> None:
    with pytest.raises(RequestError, match=ONE_SENTENCE) as refusal:
        Sampling("ddim", respacing)
    assert str(refusal.value).startswith("The steps")


@pytest.mark.parametrize(
    ("respacing", "steps"),
    [
        ("30", 30),
        ("1000", 1000),
        ("fast27", 27),
        ("ddim50", 50),
        ("10,10,3,2,2", 27),
        ("logsnr15", 15),
    ],
)
def test_steps_are_counted(respacing: str, steps: int) -> None:
    assert Sampling("ddpm", respacing).steps == steps


@pytest.mark.parametrize("sampler", ["euler", "", None, ["ddim"]])
def test_an_unknown_sampler_is_refused(sampler: Any) -> None:
    with pytest.raises(RequestError, match=ONE_SENTENCE):
        Sampling(sampler, "30")


def test_a_sample_of_a_batch_can_be_made_alone() -> None:
    batch = replace(inpaint_request(), seed=2**32 - 2, count=8)
    alone = [batch.for_sample(index) for index in range(4)]
    assert [request.seed for request in alone] == [2**32 - 2, 2**32 - 1, 0, 1]
    assert {request.count for request in alone} == {1}
    assert alone[3].mask is batch.mask


def test_the_mode_follows_the_mask() -> None:
    assert GenerationRequest("x").mode == "text to image"
    assert inpaint_request().mode == "inpaint"
    assert replace(inpaint_request(), strength=0.5).mode == "sketch"
    assert replace(inpaint_request(), mask=None, strength=0).mode == "sketch"
    assert upscale_request().mode == "upscale"


def test_arrays_are_the_requests_own() -> None:
    mask = np.full((256, 256), 255, np.uint8)
    request = replace(inpaint_request(), mask=mask)
    mask[:] = 0
    assert request.mask is not None
    assert request.mask.min() == 255
    with pytest.raises(ValueError, match="read-only"):
        request.mask[0, 0] = 0
    with pytest.raises(ValueError, match="read-only"):
        Result(request, np.zeros((4, 4, 3), np.uint8)).picture[0, 0] = 0
