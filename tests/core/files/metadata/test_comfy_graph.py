"""Settings read from graphs of ComfyUI's nodes, and from what only looks like one."""

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.files.metadata.comfy_graph import MAX_GRAPH, read_graph
from glide_studio.core.request.settings import Sampling
from tests.fakes import settings

Graph = dict[str, Any]

SAMPLING = {"seed": 42, "steps": 25, "cfg": 6.5, "sampler_name": "ddim", "scheduler": "normal"}
KARRAS = {**SAMPLING, "sampler_name": "dpmpp_2m_sde_gpu", "scheduler": "karras"}
LINKS = {"positive": ["6", 0], "negative": ["7", 0], "latent_image": ["5", 0], "model": ["4", 0]}


def node(kind: str, **inputs: Any) -> Graph:
    return {"class_type": kind, "inputs": inputs}


def graph(**changes: Graph) -> Graph:
    """ComfyUI's default graph, with nodes replaced or added."""
    nodes = {
        "3": node("KSampler", **SAMPLING, **LINKS),
        "4": node("CheckpointLoaderSimple", ckpt_name="sdxl.safetensors"),
        "5": node("EmptyLatentImage", width=512, height=512, batch_size=1),
        "6": node("CLIPTextEncode", text="a cat, sitting", clip=["4", 1]),
        "7": node("CLIPTextEncode", text="dog", clip=["4", 1]),
        "8": node("VAEDecode", samples=["3", 0], vae=["4", 2]),
        "9": node("SaveImage", images=["8", 0]),
    }
    return nodes | changes


def sampler(**inputs: Any) -> Graph:
    return node("KSampler", **{**SAMPLING, **LINKS, **inputs})


ADVANCED = {**{key: value for key, value in SAMPLING.items() if key != "seed"}, **LINKS}


@pytest.mark.parametrize(
    ("nodes", "changes", "problems"),
    [
        (graph(), {}, ["the model sdxl"]),
        (graph(**{"3": node("KSamplerAdvanced", noise_seed=7, **ADVANCED)}), {"seed": 7}, None),
        (
            graph(**{"3": node("KSampler", **KARRAS, **LINKS)}),
            {"base": Sampling("dpm++2m-sde", "karras25")},
            None,
        ),
        (
            graph(**{"3": sampler(sampler_name="euler", seed=2**64 - 1)}),
            {"base": Sampling("unipc", "logsnr25"), "seed": 2**32 - 1},
            [
                "the sampler euler",
                "the model sdxl",
                "Seed 18446744073709551615 (limited to 4294967295)",
            ],
        ),
        (
            graph(
                **{
                    "3": sampler(seed=["20", 0], positive=["21", 0], negative=["21", 1]),
                    "20": node("PrimitiveInt", value=11),
                    "21": node("ControlNetApplyAdvanced", positive=["6", 0], negative=["22", 0]),
                    "22": node("ConditioningCombine", conditioning_1=["7", 0], conditioning_2=[]),
                    "6": node("CLIPTextEncode", text=["23", 0], clip=["4", 1]),
                    "23": node("StringNode", string="a bird"),
                }
            ),
            {"seed": 11, "prompt": "a bird"},
            None,
        ),
        (
            graph(
                **{
                    "3": node(
                        "SamplerCustomAdvanced",
                        noise=["30", 0],
                        guider=["31", 0],
                        sampler=["32", 0],
                        sigmas=["33", 0],
                        latent_image=["5", 0],
                    ),
                    "30": node("RandomNoise", noise_seed=5),
                    "31": node("BasicGuider", conditioning=["34", 0], model=["4", 0]),
                    "32": node("KSamplerSelect", sampler_name="ddim"),
                    "33": node("BasicScheduler", steps=9, scheduler="simple", model=["4", 0]),
                    "34": node("FluxGuidance", conditioning=["6", 0], guidance=3.5),
                }
            ),
            {
                "seed": 5,
                "guidance_scale": 3.0,
                "negative_prompt": "",
                "base": Sampling("ddim", "9"),
            },
            None,
        ),
        ({"2": sampler(seed=9, steps=3, latent_image=["8", 0]), **graph()}, {}, None),
        (
            graph(**{"3": sampler(negative=["40", 0]), "40": node("ConditioningZeroOut", c=1)}),
            {"negative_prompt": ""},
            None,
        ),
        (
            graph(**{"6": node("PromptMachine", topic=3)}),
            {"prompt": ""},
            ["the model sdxl", "a prompt that comes from unknown nodes"],
        ),
        (
            graph(**{"6": node("CLIPTextEncode", text=["99", 0])}),
            {"prompt": ""},
            ["the model sdxl", "a prompt that comes from unknown nodes"],
        ),
        (graph(**{"6": node("CLIPTextEncode", text="c" * 3000)}), {"prompt": "c" * 2000}, None),
    ],
)
def test_settings_are_read_along_the_links_of_the_sampler(
    nodes: Graph, changes: Graph, problems: list[str] | None
) -> None:
    expected: Graph = {
        "prompt": "a cat, sitting",
        "negative_prompt": "dog",
        "seed": 42,
        "guidance_scale": 6.5,
        "base": Sampling("ddim", "25"),
    }
    found, said = read_graph(json.dumps(nodes))
    assert found == settings(**(expected | changes))
    if problems is not None:
        assert sorted(map(str, said)) == sorted(problems)


LONG = 18_000
RING = {str(n): node("A", model=[str((n + 1) % LONG), 0]) for n in range(LONG)}
RING["0"]["class_type"] = "KSampler"
STAR = {str(n): node("KSampler", model=["0", 0], positive=["0", 0]) for n in range(12_000)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a cat",
        "[]",
        "null",
        "{}",
        "[" * 500_000,
        '{"a":' * 100_000,
        json.dumps({"1": {"class_type": 3, "inputs": []}, "2": None, "3": {"inputs": "a"}}),
        json.dumps(graph(**{"3": node("Other")})),
        '{"1": {"class_type": "KSampler", "inputs": {"seed": ' + "9" * 5000 + "}}}",
    ],
)
def test_what_is_no_graph_gives_nothing(text: str) -> None:
    assert read_graph(text) == (None, [])


def test_graphs_in_circles_and_huge_ones_take_no_time() -> None:
    started = time.monotonic()
    for nodes in (RING, STAR):
        text = json.dumps(nodes, separators=(",", ":"))
        assert MAX_GRAPH // 2 < len(text) <= MAX_GRAPH
        found, _ = read_graph(text)
        assert found is not None
        assert found.prompt == ""
    assert time.monotonic() - started < 3
    found, said = read_graph(" " * (MAX_GRAPH + 1))
    assert found is None
    assert list(map(str, said)) == ["the graph of nodes, which is too long"]


LITERAL = (
    st.sampled_from([None, "\ud800"])
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
)
LINK = st.tuples(st.sampled_from("0123456"), st.integers(0, 2)).map(list)
NAMES = [
    *("seed", "noise_seed", "steps", "cfg", "sampler_name", "scheduler", "positive", "negative"),
    *("model", "text", "clip", "latent_image", "conditioning", "guider", "value", "ckpt_name"),
]
KINDS = ["KSampler", "KSamplerAdvanced", "SamplerCustomAdvanced", "CLIPTextEncode", "Empty", "A"]
NODE = st.fixed_dictionaries(
    {
        "class_type": st.sampled_from(KINDS) | LITERAL,
        "inputs": LITERAL | st.dictionaries(st.sampled_from(NAMES), LITERAL | LINK),
    }
)


@given(st.dictionaries(st.sampled_from("012345"), NODE | LITERAL))
def test_arbitrary_graphs_never_fail(nodes: Graph) -> None:
    found, said = read_graph(json.dumps(nodes))
    for each in said:
        str(each).encode()
    if found is None:
        assert said == []
    kinds = [each["class_type"] for each in nodes.values() if isinstance(each, dict)]
    assert (found is not None) == any(kind in KINDS[:3] for kind in kinds)
