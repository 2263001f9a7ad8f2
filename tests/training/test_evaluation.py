"""The judge, the noised CLIP and the evaluation, with networks too small to draw well."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from glide_studio.cli.main import main
from glide_studio.core.request.settings import Sampling
from glide_studio.engine import Models, save_model
from glide_studio.engine.checkpoint import load_clip
from glide_studio.engine.clip import ClipSpec, NoisedClip
from glide_studio.training.captions import Subject, Words
from glide_studio.training.clip_trainer import ClipTrainer
from glide_studio.training.config import (
    ClipConfig,
    TrainingPhase,
    small_clip,
)
from glide_studio.training.evaluation import Bar, Evaluator, bars
from glide_studio.training.judge import (
    Judge,
    JudgeScenes,
    around,
    load_judge,
    save_judge,
    train_judge,
)
from glide_studio.training.vocabulary import SMALL_VOCABULARY


@pytest.fixture(scope="module")
def judge(pack_path: Path) -> Judge:
    return train_judge(pack_path, SMALL_VOCABULARY, 30, lambda line: None)


@pytest.fixture(scope="module")
def clip_config() -> ClipConfig:
    config = small_clip()
    spec = replace(
        config.spec, embedding_width=64, text_width=64, text_layers=1, image_width=64,
        image_layers=2,
    )  # fmt: skip
    return replace(
        config, spec=spec, phases=(TrainingPhase(64, 1.0, 16),), learning_rate=2e-3, warm_up_steps=5
    )


def test_a_judge_learns_colours_and_places(judge: Judge, pack_path: Path) -> None:
    rng = np.random.default_rng(1)
    scenes = JudgeScenes(pack_path, SMALL_VOCABULARY)
    drawn = [scenes.sample(rng) for _ in range(150)]
    verdict = judge.verdict([picture for picture, _ in drawn])
    labels = torch.tensor([judge.label(words) for _, words in drawn])
    for i, (found, chance) in enumerate([(verdict.colour, 1 / 9), (verdict.place, 1 / 10)], 1):
        asked = labels[:, i] >= 0
        assert (found == labels[:, i])[asked].float().mean() > 2 * chance
    assert verdict.features.shape == (150, 256)


def test_a_saved_judge_gives_the_same_verdicts(judge: Judge, tmp_path: Path) -> None:
    save_judge(judge, tmp_path / "judge.safetensors")
    again = load_judge(tmp_path / "judge.safetensors", SMALL_VOCABULARY)
    picture = np.random.default_rng(0).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    for name in ("noun", "features"):
        assert torch.equal(
            getattr(judge.verdict([picture]), name), getattr(again.verdict([picture]), name)
        )
    other = replace(SMALL_VOCABULARY, nouns={"apple": "apple"})
    with pytest.raises(RuntimeError):
        load_judge(tmp_path / "judge.safetensors", other)


def test_the_judge_sees_a_crop_around_the_masked_area() -> None:
    picture = np.zeros((64, 64, 3), np.uint8)
    mask = np.zeros((64, 64), np.uint8)
    picture[40:60, 50:60] = mask[40:60, 50:60] = 255
    close = around(picture, mask, 1.2)
    assert close.shape == (24, 24, 3)
    assert (close > 0).mean() == pytest.approx(200 / 24**2)


def test_a_noised_clip_learns_captions_and_can_be_saved(
    clip_config: ClipConfig, pack_path: Path, tmp_path: Path
) -> None:
    trainer = ClipTrainer(clip_config, pack_path, tmp_path)
    source = trainer.source(clip_config.phases[0])
    losses = [trainer.train_step(source[i % 3]) for i in range(60)]
    assert sum(losses[-10:]) < 0.8 * sum(losses[:10])
    trainer.save_sheet(clip_config.phases[0], source.recipe, tmp_path / "sheet.png")
    trainer.checkpoint()
    clip = load_clip(tmp_path / "model.safetensors")
    assert clip.spec == clip_config.spec
    assert ClipSpec.from_json(clip.spec.to_json()) == clip.spec
    resumed = ClipTrainer(clip_config, pack_path, tmp_path, resume=True)
    assert resumed.step == trainer.step


def evaluation(models: Models, judge: Judge, pack: Path, folder: Path) -> list[str]:
    """Save networks and judge in a folder; return the options that evaluate them there."""
    words = ["--data", str(pack), "--out", str(folder)]
    for name, network in (("base", models.base), ("upsample", models.upsample)):
        save_model(network, folder / f"{name}.safetensors")
        words += [f"--{name}", str(folder / f"{name}.safetensors")]
    save_judge(judge, folder / "judge.safetensors")
    return words


def check_figures(figures: dict[str, Any]) -> None:
    """Check that the figures are complete and plausible for untrained networks."""
    for match in (figures["seen"], figures["held_out"], *figures["guidance"].values()):
        assert all(0 <= match[name] <= 1 for name in ("noun", "colour", "place", "count", "all"))
        assert match["all"] <= min(match["noun"], match["colour"], match["place"])
    assert [each["mask_share"] for each in figures["inpaint"]] == [0.05, 0.1, 0.2, 0.4]
    assert [each["mask_share"] for each in figures["inpaint_in_program"]] == [0.05, 0.1]
    for name in ("inpaint", "inpaint_in_program"):
        assert all(each["context_error"] == 0 for each in figures[name])
    assert figures["upsampling"]["psnr"] < figures["upsampling"]["psnr_bicubic"]
    assert not all(bar.reached for bar in bars(figures))


def test_an_evaluation_has_every_figure_and_target(
    models: Models, judge: Judge, pack_path: Path
) -> None:
    """With two steps per stage; the whole command with the default steps is a soak test."""
    lines: list[str] = []
    evaluator = Evaluator(models, None, judge, pack_path, SMALL_VOCABULARY, 8, lines.append)
    short = Sampling("ddim", "2")
    evaluator.default = replace(evaluator.default, base=short, upsample=short)
    figures = evaluator.evaluate()
    check_figures(figures)
    assert figures["r_precision"] is None
    assert lines


@pytest.mark.soak
@pytest.mark.timeout(1200)
def test_the_command_evaluates_networks_and_saves_judge_and_figures(
    models: Models,
    judge: Judge,
    clip_config: ClipConfig,
    pack_path: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = evaluation(models, judge, pack_path, tmp_path)
    clip = tmp_path / "clip.safetensors"
    save_model(NoisedClip(clip_config.spec), clip)
    words += ["--clip", str(clip), "--pictures", "8", "--json"]
    assert main(["evaluate", "starter", *words]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures == json.loads((tmp_path / "evaluation.json").read_text())
    with Image.open(tmp_path / "evaluation.png") as plot:
        assert plot.size[0] > 500
    check_figures(figures)
    assert 0 <= figures["r_precision"] <= 1


def test_held_out_prompts_are_of_held_out_pairs(
    models: Models, judge: Judge, pack_path: Path
) -> None:
    evaluator = Evaluator(models, None, judge, pack_path, SMALL_VOCABULARY, 40, lambda line: None)
    seen, held_out = evaluator.words(), evaluator.words(held_out=True)
    assert seen == evaluator.words()
    pairs = SMALL_VOCABULARY.held_out
    assert all((w.subject.noun, w.subject.colour) in pairs for w in held_out)
    assert not any((w.subject.noun, w.subject.colour) in pairs for w in seen)
    assert {w.subject.noun for w in seen} == set(SMALL_VOCABULARY.nouns)


def test_real_scenes_match_their_words(judge: Judge, pack_path: Path) -> None:
    """The judge recognises the places of scenes without augmentation better than a random
    guess."""
    scenes = JudgeScenes(pack_path, SMALL_VOCABULARY)
    words = [Words(Subject("apple", "red"), place) for place in SMALL_VOCABULARY.places]
    pictures = [scenes.compose(each, np.random.default_rng(0)) for each in words]
    places = judge.verdict(pictures).place
    right = sum(
        judge.answers["place"][int(p)] == w.place for p, w in zip(places, words, strict=True)
    )
    assert right >= 4


def test_a_missed_target_says_by_how_much() -> None:
    assert Bar("noun match", 0.85, 0.8).reached
    assert "missed by 0.30" in str(Bar("noun match", 0.5, 0.8))
    assert Bar("seconds", 7, 8, falling=True).reached
    assert "missed by 1.00" in str(Bar("seconds", 9, 8, falling=True))
