"""Quality against network evaluations, with networks too small to draw well."""

import json
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
import torch
from PIL import Image

from glide_studio.cli.main import main
from glide_studio.core.request.request import Result
from glide_studio.core.request.settings import Sampling, Settings
from glide_studio.engine import Models, generate
from glide_studio.training import sampler_plan
from glide_studio.training.drawing import draw
from glide_studio.training.evaluation import Evaluator
from glide_studio.training.judge import Judge
from glide_studio.training.sampler_curve import SamplerCurve, evaluations
from glide_studio.training.sampler_plan import PLAN, Line, Plan, Variant
from glide_studio.training.vocabulary import SMALL_VOCABULARY
from tests.engine.test_pipeline import changed
from tests.fakes import settings, text_request
from tests.training.test_evaluation import evaluation

SHORT_PLAN = Plan(
    reference=Sampling("ddim", "4"),
    base=(Line("ddim", "", (2, 4)), Line("unipc", "logsnr", (3,)), Line("ddpm", "", (2,))),
    upsample=(Line("ddim", "", (1, 4)), Line("ddpm", "trailing", (1,))),
    variants=(
        Variant("plain", {"base": Sampling("ddim", "4")}),
        Variant("half", {"base": Sampling("ddim", "4"), "guidance_interval": (0, 499)}),
        Variant("unguided", {"base": Sampling("ddim", "4"), "guidance_scale": 1.0}),
    ),
    settings=(
        Variant("long", {"base": Sampling("ddim", "4"), "upsample": Sampling("ddim", "4")}),
        Variant("short", {"base": Sampling("ddim", "2"), "upsample": Sampling("ddim", "1")}),
    ),
)


@pytest.fixture(scope="module")
def figures(models: Models, pack_path: Path) -> dict[str, Any]:
    torch.manual_seed(0)
    judge = Judge(SMALL_VOCABULARY).eval()
    evaluator = Evaluator(models, None, judge, pack_path, SMALL_VOCABULARY, 2, lambda line: None)
    return SamplerCurve(evaluator, SHORT_PLAN).measure()


def point(figures: dict[str, Any], phase: str, name: str, steps: int) -> dict[str, Any]:
    line = next(line for line in figures[phase] if line["name"] == name)
    return next(point for point in line["points"] if point["steps"] == steps)


def test_the_reference_has_distance_zero_from_itself(figures: dict[str, Any]) -> None:
    for phase, few in (("base", 2), ("upsample", 1)):
        assert point(figures, phase, "ddim even", 4)["distance"] == 0
        assert point(figures, phase, "ddim even", few)["distance"] > 0.01
    whole = {each["name"]: each for each in figures["settings"]}
    assert whole["long"]["distance"] == 0
    assert whole["short"]["distance"] > 0.01


def test_a_guided_step_is_two_evaluations(figures: dict[str, Any]) -> None:
    assert point(figures, "base", "unipc logsnr", 3)["evaluations"] == 6
    assert point(figures, "upsample", "ddpm trailing", 1)["evaluations"] == 1
    passes = {each["name"]: each["evaluations"] for each in figures["variants"]}
    assert passes == {"plain": 8, "half": 6, "unguided": 4}
    assert [each["saved"] for each in figures["variants"]] == [0, 0.25, 0.5]
    assert [each["evaluations"] for each in figures["settings"]] == [12, 5]


@pytest.mark.parametrize("interval", [(0, 999), (100, 600), (0, 0)])
@pytest.mark.parametrize("guidance_scale", [1.0, 3.0])
def test_the_number_of_evaluations_is_that_of_a_real_run(
    models: Models, interval: tuple[int, int], guidance_scale: float
) -> None:
    request = text_request(
        "a red apple",
        guidance_scale=guidance_scale,
        guidance_interval=interval,
        base=Sampling("unipc", "logsnr7"),
        upsample=Sampling("ddpm", "2"),
    )
    passes = []
    hooks = [
        network.register_forward_pre_hook(lambda module, inputs: passes.append(len(inputs[0])))
        for network in (models.base, models.upsample)
    ]
    for _ in generate(models, request):
        pass
    for hook in hooks:
        hook.remove()
    assert sum(passes) == evaluations(models, request.settings)


def test_drawing_prompts_in_a_batch_equals_single_requests(models: Models) -> None:
    request = text_request(
        "of each picture",
        seed=5,
        guidance_scale=4.0,
        guidance_interval=(100, 900),
        thresholding="dynamic",
        base=Sampling("unipc", "4"),
        upsample=Sampling("ddpm", "2"),
        temperature=0.5,
    )
    prompts = ["a red apple", "a blue car"]
    low_res = draw(models.base, models.tokenizer, prompts, request.settings)
    pictures = draw(models.upsample, models.tokenizer, prompts, request.settings, low_res)
    for i, prompt in enumerate(prompts):
        *_, alone = generate(models, changed(request.for_sample(i), prompt=prompt))
        assert isinstance(alone, Result)
        # One step of 8 bits in the small picture may become several in the large one.
        assert np.abs(pictures[i].astype(int) - alone.picture).mean() < 0.1


def test_every_result_has_the_settings_that_reproduce_it(figures: dict[str, Any]) -> None:
    for phase in ("base", "upsample"):
        for line in figures[phase]:
            for each in line["points"]:
                assert Sampling(**each["sampling"]).steps == each["steps"]
    for each in (figures["reference"], *figures["variants"], *figures["settings"]):
        values = {"prompt": "a red apple", "model": "starter", **each["settings"]}
        assert msgspec.convert(values, Settings).base.steps > 0


def test_the_plan_compares_presets_with_the_notebook(models: Models) -> None:
    """Every entry makes valid settings: invalid ones would raise."""
    default = settings("a red apple")
    notebook, *presets = (variant.applied_to(default) for variant in PLAN.settings)
    assert evaluations(models, notebook) == 227
    assert {variant.name for variant in PLAN.settings[1:]} >= {"draft", "normal", "fine"}
    normal = next(v.applied_to(default) for v in PLAN.settings if v.name == "normal")
    assert evaluations(models, normal) <= 227 / 4
    assert all(request.upsample for request in presets)
    for variant in PLAN.variants:
        variant.applied_to(default)
    for line in (*PLAN.base, *PLAN.upsample):
        assert [sampling.steps for sampling in line.samplings()] == list(line.steps)


def test_the_command_saves_and_prints_the_figures(
    models: Models,
    pack_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sampler_plan, "PLAN", SHORT_PLAN)
    words = evaluation(models, Judge(SMALL_VOCABULARY), pack_path, tmp_path)
    assert main(["evaluate", "samplers", *words, "--pictures", "2"]) == 0
    printed = capsys.readouterr().out
    figures = json.loads((tmp_path / "samplers.json").read_text())
    assert figures["pictures"] == 2
    for line in (*figures["base"], *figures["upsample"], *figures["variants"]):
        assert line["name"] in printed
    with Image.open(tmp_path / "samplers.png") as picture:
        assert picture.width > 500
