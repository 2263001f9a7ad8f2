"""Requests: their parts must fit together, and they survive JSON."""

import base64
import contextlib
import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Rect
from glide_studio.core.request.request import GenerationRequest, Result
from glide_studio.core.request.settings import (
    SAMPLERS,
    THRESHOLDINGS,
    RequestError,
    Sampling,
    Settings,
)
from glide_studio.core.request.source import (
    Inpaint,
    Nothing,
    Sketch,
    Source,
    Upscale,
    arrays_of,
    mask_of,
)
from tests.core.samples import declared_png, noise, one_sentence
from tests.fakes import CAPABILITIES, settings, text_request

RESPACINGS = (
    *("1", "30", "1000", "fast27", "ddim50", "ddim1000", "10,10,3,2,2", "500,500"),
    *("trailing7", "logsnr15", "logsnr1000", "karras1"),
)
PICTURE = np.zeros((256, 256, 3), np.uint8)
MASK = np.full((256, 256), 255, np.uint8)

samplings = st.builds(Sampling, st.sampled_from(SAMPLERS), st.sampled_from(RESPACINGS))
prompts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
places = st.integers(-500, 500)
all_settings = st.builds(
    Settings,
    prompt=prompts,
    model=st.sampled_from(["starter", "released"]),
    negative_prompt=st.just("") | prompts,
    seed=st.integers(0, 2**32 - 1),
    count=st.integers(1, 64),
    guidance_scale=st.floats(0, 30),
    guidance_interval=st.sampled_from([(0, 999), (0, 0), (200, 800)]),
    thresholding=st.sampled_from(THRESHOLDINGS),
    clip_guidance=st.floats(0, 30),
    base=samplings,
    upsample=st.none() | samplings,
    temperature=st.floats(0, 2),
)


@st.composite
def requests(draw: st.DrawFn) -> GenerationRequest:
    side, feather = draw(st.integers(1, 300)), draw(st.integers(0, 99))
    picture, mask = noise(256, 256, 3), noise(side, side)
    strength = draw(st.floats(0, 1))
    source: Source = draw(
        st.sampled_from(
            [
                Nothing(),
                Inpaint(picture, mask, feather),
                Sketch(picture, strength),
                Sketch(picture, strength, mask, feather),
                Sketch(picture, strength, mask, feather, of_result=True),
                Upscale(noise(40, side, 3)),
            ]
        )
    )
    chosen, height = draw(all_settings), side
    if isinstance(source, Upscale):
        chosen, height = replace(chosen, count=1, upsample=Sampling("ddim", "4")), 40
    return GenerationRequest(chosen, source, Rect(draw(places), draw(places), side, height))


@given(requests())
def test_a_request_survives_json(request: GenerationRequest) -> None:
    again = GenerationRequest.from_json(request.to_json())
    assert again.settings == request.settings
    assert again.bounds == request.bounds
    assert type(again.source) is type(request.source)
    mine, theirs = arrays_of(again.source), arrays_of(request.source)
    assert all(map(np.array_equal, mine, theirs))
    assert len(mine) == len(theirs)
    assert again.to_json() == request.to_json()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


def inpaint_request() -> GenerationRequest:
    return GenerationRequest(settings(), Inpaint(PICTURE, MASK, 4), Rect(0, 0, 256, 256))


def upscale_request(width: int = 90) -> GenerationRequest:
    return GenerationRequest(settings(""), Upscale(noise(40, width, 3)), Rect(0, 0, width, 40))


def written(request: GenerationRequest, *path: str, value: Any) -> str:
    """The JSON of `request` with another value at a path."""
    values = json.loads(request.to_json())
    inner = values
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = value
    return json.dumps(values)


PATHS = [
    *[("settings", name) for name in Settings.__dataclass_fields__],
    *[("source", name) for name in ("type", "picture", "mask", "feather")],
    *[("bounds", name) for name in ("x", "y", "width", "height")],
    *[("settings",), ("source",), ("bounds",), ("settings", "base", "sampler")],
]


@given(st.sampled_from(PATHS), json_values)
def test_wrong_data_is_read_or_refused_but_never_crashes(path: tuple[str, ...], value: Any) -> None:
    with contextlib.suppress(RequestError):
        GenerationRequest.from_json(written(inpaint_request(), *path, value=value))


PNGS = json.loads(inpaint_request().to_json())["source"]
HUGE = base64.b64encode(declared_png(60_000, 60_000)).decode("ascii")
BROKEN: list[str] = [
    *("null", "7", "[]", "{}", "", "not JSON", '{"settings": {"prompt": "a red apple"}}'),
    "[" * 10_000,
    written(inpaint_request(), "bounds", value={"x": 0, "y": 0, "width": "9", "height": "9"}),
    written(inpaint_request(), "bounds", value={"x": 0, "y": 0, "width": 64, "height": 64}),
    written(inpaint_request(), "source", "picture", value=PNGS["mask"]),
    written(inpaint_request(), "source", "picture", value=PNGS["picture"][:200]),
    written(inpaint_request(), "source", "picture", value=HUGE),
    written(inpaint_request(), "source", "mask", value="not base64 !"),
    written(inpaint_request(), "source", "mask", value=""),
    written(inpaint_request(), "source", "mask", value=None),
    written(inpaint_request(), "source", "unknown", value=1),
    written(inpaint_request(), "source", "type", value="outpaint"),
    written(inpaint_request(), "settings", "base", value="ddim"),
    written(inpaint_request(), "settings", "base", "sampler", value=["ddim"]),
    written(inpaint_request(), "settings", "guidance_interval", value=[1]),
    written(upscale_request(), "source", "type", value="nothing"),
    written(upscale_request(), "bounds", value={"x": 0, "y": 0, "width": 40, "height": 90}),
]


@pytest.mark.parametrize("text", BROKEN)
def test_broken_data_is_refused_with_one_sentence(text: str) -> None:
    with pytest.raises(RequestError, match=one_sentence("[A-Z]")):
        GenerationRequest.from_json(text)


@pytest.mark.parametrize(
    ("make", "subject"),
    [
        (lambda: Inpaint(PICTURE, MASK, -1), "The feather"),
        (lambda: Inpaint(PICTURE, PICTURE, 2), "The mask"),
        (lambda: Inpaint(MASK, MASK, 2), "The picture"),
        (lambda: Inpaint(PICTURE.astype(float), MASK, 2), "The picture"),  # type: ignore[arg-type]
        (lambda: Sketch(PICTURE, 1.01), "The strength"),
        (lambda: Sketch(PICTURE, True), "The strength"),
        (lambda: Upscale(PICTURE[:0]), "The picture"),
    ],
)
def test_sources_out_of_range_are_refused_by_name(make: Any, subject: str) -> None:
    with pytest.raises(RequestError, match=one_sentence(subject)):
        make()


@pytest.mark.parametrize(
    ("source", "bounds", "change", "subject"),
    [
        (Nothing(), Rect(0, 0, 64, 65), {}, "The edited region"),
        (Nothing(), Rect(0, 0, 0, 0), {}, "The size of the edit"),
        (Nothing(), Rect(66_000, 0, 64, 64), {}, "The position of the edit"),
        (Nothing(), Rect(0, 0, 64, 64), {"prompt": " \n"}, "The prompt"),
        (Sketch(PICTURE, 0.5), Rect(0, 0, 64, 64), {"prompt": ""}, "The prompt"),
        (Inpaint(PICTURE, MASK, 2), Rect(0, 0, 64, 64), {}, "The mask"),
        (Inpaint(PICTURE[:64], MASK, 2), Rect(0, 0, 256, 256), {}, "The picture"),
        (Upscale(PICTURE), Rect(0, 0, 256, 256), {"count": 2}, "Pictures are upscaled"),
        (Upscale(PICTURE), Rect(0, 0, 256, 256), {"upsample": None}, "Pictures are upscaled"),
        (Upscale(PICTURE), Rect(0, 0, 255, 256), {}, "The picture"),
    ],
)
def test_parts_that_do_not_fit_are_refused(
    source: Source, bounds: Rect, change: dict[str, Any], subject: str
) -> None:
    with pytest.raises(RequestError, match=one_sentence(subject)):
        GenerationRequest(replace(settings(), **change), source, bounds)


@pytest.mark.parametrize(
    "source", [Inpaint(PICTURE, MASK, 2), Sketch(PICTURE, 0.5, MASK, 2), Upscale(PICTURE)]
)
def test_filling_a_mask_needs_no_prompt(source: Source) -> None:
    assert GenerationRequest(settings(""), source, Rect(0, 0, 256, 256)).settings.prompt == ""


@pytest.mark.parametrize(
    ("change", "request_", "match"),
    [
        ({"sources": ("nothing",)}, inpaint_request(), "cannot do this"),
        ({"samplers": ("ddim",)}, text_request(), "does not work with"),
        ({"has_clip": False}, text_request(clip_guidance=2.0), "no CLIP"),
        ({"picture_size": 128}, inpaint_request(), "128 x 128"),
        ({"max_upscale_pixels": 900}, upscale_request(), "30 x 30"),
    ],
)
def test_a_request_beyond_a_models_capabilities_is_refused(
    change: dict[str, Any], request_: GenerationRequest, match: str
) -> None:
    CAPABILITIES.check(request_)
    with pytest.raises(RequestError, match=match):
        replace(CAPABILITIES, **change).check(request_)


@pytest.mark.parametrize(
    ("bounds", "is_possible"),
    [
        (Rect(0, 0, 2048, 2048), True),
        (Rect(0, 0, 2048, 2049), False),
        (Rect(0, 0, 16_375, 4), True),
        (Rect(0, 0, 16_376, 4), False),
    ],
)
def test_an_upscaled_picture_is_never_too_large_to_open(bounds: Rect, is_possible: bool) -> None:
    assert CAPABILITIES.can_upscale(bounds) is is_possible


def test_a_sample_shares_the_pixels_of_its_batch() -> None:
    batch = inpaint_request()
    assert batch.for_sample(3).source is batch.source


def test_a_request_copies_its_arrays() -> None:
    mask = MASK.copy()
    source = Inpaint(PICTURE, mask, 2)
    mask[:] = 0
    assert source.mask.min() == 255
    with pytest.raises(ValueError, match="read-only"):
        source.mask[0, 0] = 0
    assert mask_of(source) is source.mask
    with pytest.raises(ValueError, match="read-only"):
        Result(text_request(), np.zeros((4, 4, 3), np.uint8)).picture[0, 0] = 0
