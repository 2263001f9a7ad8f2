"""The judge, the noised CLIP and the evaluation, with networks too small to draw well."""

import json
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from glide_studio.cli.main import main
from glide_studio.core.request.settings import Sampling
from glide_studio.engine import Models, build_model, save_model
from glide_studio.engine.checkpoint import load_clip
from glide_studio.engine.clip import ClipSpec, NoisedClip
from glide_studio.training.bars import bars
from glide_studio.training.captions import Subject, Words
from glide_studio.training.clip_trainer import ClipTrainer
from glide_studio.training.config import (
    ClipConfig,
    TrainingPhase,
    small_clip,
)
from glide_studio.training.evaluation import Evaluator
from glide_studio.training.judge import (
    Judge,
    JudgeScenes,
    around,
    every_style,
    load_judge,
    other_styles,
    save_judge,
    train_judge,
)
from glide_studio.training.plots import save_sheet
from glide_studio.training.sheets import inpainting_sheet, prompt_sheet
from glide_studio.training.vocabulary import SMALL_VOCABULARY

EVERY_STYLE = every_style(SMALL_VOCABULARY)


@pytest.fixture(scope="module")
def judge(pack_path: Path) -> Judge:
    return train_judge(pack_path, EVERY_STYLE, 60, lambda line: None)


@pytest.fixture(scope="module")
def independent(pack_path: Path) -> Judge:
    others = other_styles(SMALL_VOCABULARY, pack_path)
    assert others is not None
    return train_judge(pack_path, others, 5, lambda line: None)


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
    scenes = JudgeScenes(pack_path, EVERY_STYLE)
    drawn = [scenes.sample(rng) for _ in range(150)]
    verdict = judge.verdict([picture for picture, _ in drawn])
    labels = torch.tensor([judge.label(words) for _, words in drawn])
    for i, (found, chance) in enumerate([(verdict.colour, 1 / 9), (verdict.place, 1 / 10)], 1):
        asked = labels[:, i] >= 0
        assert (found == labels[:, i])[asked].float().mean() > 2 * chance
    assert verdict.features.shape == (150, 256)


def test_a_named_colour_may_be_the_objects_own() -> None:
    """A judge that calls everything an object in its own colour, which is most likely red."""
    judge = Judge(SMALL_VOCABULARY).eval().requires_grad_(False)
    judge.head.weight.zero_()
    judge.head.bias.zero_()
    first = len(SMALL_VOCABULARY.nouns)
    judge.head.bias[first : first + 2] = torch.tensor([2.0, 1.0])
    words = [Words(Subject("apple", colour)) for colour in ("", "red", "orange", "white")]
    right = judge.right([np.zeros((64, 64, 3), np.uint8)] * 4, words)
    assert right["colour"].tolist() == [True, True, False, False]


def test_a_saved_judge_gives_the_same_verdicts(judge: Judge, tmp_path: Path) -> None:
    save_judge(judge, tmp_path / "judge.safetensors")
    again = load_judge(tmp_path / "judge.safetensors", SMALL_VOCABULARY)
    picture = np.random.default_rng(0).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    for name in ("noun", "features"):
        assert torch.equal(
            getattr(judge.verdict([picture]), name), getattr(again.verdict([picture]), name)
        )
    names = list(SMALL_VOCABULARY.nouns)
    for nouns in (names[:1], names[::-1]):
        other = replace(SMALL_VOCABULARY, nouns={noun: noun for noun in nouns})
        with pytest.raises(RuntimeError):
            load_judge(tmp_path / "judge.safetensors", other)
    (tmp_path / "judge.safetensors").write_bytes(b"no weights")
    with pytest.raises(RuntimeError):
        load_judge(tmp_path / "judge.safetensors", SMALL_VOCABULARY)


def test_an_independent_judge_is_trained_on_other_cutouts_of_the_same_nouns(
    independent: Judge, pack_path: Path
) -> None:
    """The drawn pack has flat cut-outs of five nouns."""
    assert independent.answers["noun"] == tuple(SMALL_VOCABULARY.nouns)[:5]
    others = other_styles(SMALL_VOCABULARY, pack_path)
    assert others is not None
    assert "3d" not in others.styles
    assert other_styles(replace(SMALL_VOCABULARY, styles=(*others.styles, "3d")), pack_path) is None
    assert other_styles(replace(SMALL_VOCABULARY, styles=("3d", "flat")), pack_path) is None


def test_a_judge_is_also_shown_photographs_without_an_object(pack_path: Path) -> None:
    rng = np.random.default_rng(0)
    scenes = JudgeScenes(pack_path, EVERY_STYLE)
    seen = [scenes.sample(rng)[1] for _ in range(200)]
    for place, least in (("elsewhere", 2), ("", 2)):
        assert sum(w.subject.count == 0 and w.place == place for w in seen) >= least


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
    matches = (figures["seen"], figures["held_out"], figures["real"])
    for match in (*matches, *figures["guidance"].values()):
        assert all(0 <= match[name] <= 1 for name in ("noun", "colour", "place", "count", "all"))
        assert match["all"] <= min(match["noun"], match["colour"], match["place"])
    assert figures["guidance"]["3"]["pictures"] == 8
    assert [each["size"] for each in figures["outlines"]] == [64, 256]
    assert all(0 <= each["found"] <= 1 for each in figures["outlines"])
    for name in ("inpaint", "removal"):
        assert [each["mask_share"] for each in figures[name]] == [0.05, 0.1, 0.2, 0.4]
    assert all(each["context_error"] == 0 for each in figures["inpaint"])
    assert all(0 <= each["noun_real"] <= 1 for each in figures["inpaint"])
    assert all(each["error"] > each["error_telea"] for each in figures["removal"])
    assert figures["upsampling"]["psnr"] < figures["upsampling"]["psnr_bicubic"]
    assert not all(bar.reached for bar in bars(figures))


def test_an_evaluation_has_every_measure_and_target(
    models: Models, judge: Judge, independent: Judge, pack_path: Path
) -> None:
    """With two steps per stage; the whole command with the default steps is a soak test."""
    lines: list[str] = []
    evaluator = Evaluator(
        models, None, judge, pack_path, SMALL_VOCABULARY, 8, lines.append, independent
    )
    short = Sampling("ddim", "2")
    evaluator.default = replace(evaluator.default, base=short, upsample=short)
    figures = evaluator.evaluate()
    check_figures(figures)
    assert figures["r_precision"] is None
    assert figures["independent"]["nouns"] == 5
    assert lines
    names = [bar.name for bar in bars(figures)]
    assert not any("megabytes" in name for name in names)
    without = [bar.name for bar in bars(figures | {"independent": None, "megabytes": 31.5})]
    assert set(without) - set(names) == {"megabytes of weights"}
    assert len(set(names) - set(without)) == 1


def test_the_sheets_show_prompts_by_seeds_and_originals_beside_results(
    models: Models, judge: Judge, pack_path: Path, tmp_path: Path
) -> None:
    evaluator = Evaluator(models, None, judge, pack_path, SMALL_VOCABULARY, 8, lambda line: None)
    short = Sampling("ddim", "1")
    evaluator.default = replace(evaluator.default, base=short, upsample=short)
    save_sheet(islice(prompt_sheet(evaluator), 2), tmp_path / "prompts.png", 32)
    with Image.open(tmp_path / "prompts.png") as sheet:
        assert sheet.size == (8 * 34, 2 * 48)
    rows = list(inpainting_sheet(evaluator))
    assert [len(pictures) for _, pictures in rows] == [12] * 4
    assert [texts[0][:3] for texts, _ in rows] == ["5%:", "10%", "20%", "40%"]
    outline = (255, 0, 255)
    for _, pictures in rows:
        for original, result in zip(pictures[::2], pictures[1::2], strict=True):
            drawn = (original == outline).all(axis=2)
            assert 60 < drawn.sum() < 500
            rows_, columns = np.nonzero(drawn)
            inside = np.s_[rows_.min() + 8 : rows_.max() - 8, columns.min() + 8 : columns.max() - 8]
            assert (original != result)[inside].any(axis=2).mean() > 0.5
    save_sheet(rows, tmp_path / "inpaintings.png", 32)
    with Image.open(tmp_path / "inpaintings.png") as sheet:
        assert sheet.size == (12 * 34, 4 * 48)


@pytest.mark.soak
@pytest.mark.timeout(1200)
def test_the_command_evaluates_networks_and_saves_judge_and_figures(
    models: Models,
    judge: Judge,
    independent: Judge,
    clip_config: ClipConfig,
    pack_path: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = evaluation(models, judge, pack_path, tmp_path)
    save_judge(independent, tmp_path / "independent_judge.safetensors")
    clip = tmp_path / "clip.safetensors"
    save_model(NoisedClip(clip_config.spec), clip)
    words += ["--clip", str(clip), "--pictures", "8", "--json"]
    assert main(["evaluate", "starter", *words]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures == json.loads((tmp_path / "evaluation.json").read_text())
    for name in ("evaluation", "prompts", "inpaintings"):
        with Image.open(tmp_path / f"{name}.png") as picture:
            assert picture.size[0] > 500
    files = [tmp_path / f"{name}.safetensors" for name in ("base", "upsample", "clip")]
    assert figures["megabytes"] == sum(file.stat().st_size for file in files) / 1e6
    check_figures(figures)
    assert 0 <= figures["r_precision"] <= 1


def test_a_base_that_knows_no_vocabulary_is_refused(
    models: Models, pack_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its weights decide, and not the card of the model it stands in for."""
    spec = replace(models.base.spec, token_ids=(5, 6, 7))
    save_model(build_model(spec), tmp_path / "base.safetensors")
    words = ["--data", str(pack_path), "--out", str(tmp_path / "out")]
    assert main(["evaluate", "starter", *words, "--base", str(tmp_path / "base.safetensors")]) == 2
    assert "knows none of the vocabularies" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


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
    scenes = JudgeScenes(pack_path, EVERY_STYLE)
    words = [Words(Subject("apple", "red"), place) for place in SMALL_VOCABULARY.places]
    pictures = [scenes.compose(each, np.random.default_rng(0)) for each in words]
    places = judge.verdict(pictures).place
    right = sum(
        judge.answers["place"][int(p)] == w.place for p, w in zip(places, words, strict=True)
    )
    assert right >= 4
