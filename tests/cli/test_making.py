"""The request, files and report that options produce, and runs that end early."""

import os
import re
from pathlib import Path

import pytest

from glide_studio.core.request.presets import NORMAL, PRESETS, Preset, suited
from glide_studio.core.request.settings import Sampling
from glide_studio.core.request.source import Nothing
from tests.cli.command_line import APPLE, Run, listing, load, noise, save
from tests.fakes import FakeEngine, picture, settings


def test_options_set_the_fields_of_the_request(engine: FakeEngine, apple: Run) -> None:
    words = "--seed 7 --guidance 4.5 --sampler plms --steps 10,10,3,2,2 --upsample-steps ddim50"
    words += " --guidance-interval 100,800 --thresholding dynamic --clip-guidance 2 --model starter"
    report = apple("--json", *words.split()).report
    (request,) = engine.requests
    assert request.settings == settings(
        APPLE,
        seed=7,
        guidance_scale=4.5,
        guidance_interval=(100, 800),
        thresholding="dynamic",
        clip_guidance=2,
        base=Sampling("plms", "10,10,3,2,2"),
        upsample=Sampling(NORMAL.upsample.sampler, "ddim50"),
    )
    assert isinstance(request.source, Nothing)
    assert report["steps"] == {"base": 27, "upsample": 50}


def test_the_normal_preset_is_the_default(engine: FakeEngine, apple: Run) -> None:
    apple()
    (request,) = engine.requests
    assert request.settings == NORMAL.applied_to(settings(APPLE, seed=request.settings.seed))


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_options_override_the_preset(engine: FakeEngine, apple: Run, preset: Preset) -> None:
    apple("--preset", preset.name)
    apple("--preset", preset.name, "--sampler", "dpm++2m")
    apple("--preset", preset.name, "--steps", "9", "--upsample-steps", "3")
    whole, other_sampler, other_steps = (request.settings for request in engine.requests)
    assert whole == preset.applied_to(whole)
    assert other_sampler.base == suited("dpm++2m", str(preset.base.steps))
    assert other_steps.base == suited(preset.base.sampler, "9")
    assert other_steps.upsample == suited(preset.upsample.sampler, "3")


@pytest.mark.usefixtures("engine")
def test_json_prints_one_object(tmp_path: Path, apple: Run) -> None:
    report = apple("--seed", "5", "--base-only", "--json").report
    assert report.pop("seconds") >= 0
    assert report == {
        "files": [str(tmp_path / "a.png")],
        "mode": "text to image",
        "prompt": APPLE,
        "matches": [0.85],
        "prompts": [APPLE],
        "seed": 5,
        "seeds": [5],
        "steps": {"base": NORMAL.base.steps, "upsample": 0},
        "sampler": NORMAL.base.sampler,
        "guidance": 3.0,
        "model": "starter",
        "size": [256, 256],
    }


@pytest.mark.usefixtures("engine")
def test_a_random_seed_is_printed(apple: Run) -> None:
    seeds = [re.findall(r"seed (\d+)", apple().out) for _ in range(2)]
    assert [len(found) for found in seeds] == [1, 1]
    assert seeds[0] != seeds[1]


@pytest.mark.usefixtures("engine")
def test_several_files_are_numbered(tmp_path: Path, run: Run) -> None:
    last = 2**32 - 1
    out = tmp_path / "apple.v2.PNG"
    report = run("generate", APPLE, "-o", out, "--count", "2", "--seed", last, "--json").report
    files = [tmp_path / "apple.v2-1.PNG", tmp_path / "apple.v2-2.PNG"]
    assert report["files"] == [str(file) for file in files]
    assert report["seeds"] == [last, 0]
    assert listing(tmp_path) == {file.name for file in files}
    for file, seed in zip(files, report["seeds"], strict=True):
        assert (load(file) == picture(seed)).all()


def test_ctrl_c_keeps_the_old_file(engine: FakeEngine, tmp_path: Path, apple: Run) -> None:
    out = save(noise(8, 8, 3), tmp_path / "a.png")
    before = out.read_bytes()
    engine.error = KeyboardInterrupt()
    outcome = apple()
    assert (outcome.status, outcome.out, outcome.err) == (130, "", "glide-studio: Stopped.\n")
    assert listing(tmp_path) == {"a.png"}
    assert out.read_bytes() == before


@pytest.mark.usefixtures("engine")
def test_ctrl_c_during_writing_leaves_no_file(
    tmp_path: Path, apple: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    assert apple().status == 130
    assert listing(tmp_path) == set()


def test_an_engine_failure_is_reported_in_one_sentence(
    engine: FakeEngine, tmp_path: Path, apple: Run
) -> None:
    engine.error = RuntimeError("CUDA out of memory. Tried to allocate\n 2 GiB")
    apple().check_failure(status=1)
    assert listing(tmp_path) == set()
