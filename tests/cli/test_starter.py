"""Pictures generated and inpainted by the starter model."""

import shutil
from importlib.resources import as_file
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from scipy import ndimage  # type: ignore[import-untyped]

from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.region import edit_region, feather_width
from glide_studio.core.request.installed import default_model
from glide_studio.engine.checkpoint import load_model, save_model
from glide_studio.engine.models import load_noised_clip
from glide_studio.engine.unet import GlideUNet
from glide_studio.folders import models_folder
from tests.cli.command_line import APPLE, DRAFT, Run, box_mask, load, noise, save
from tests.engine.test_starter import similarity
from tests.fakes import STARTER


def test_the_starter_model_is_listed(run: Run) -> None:
    assert run("models", "list").out.startswith("starter  ")
    (model,) = run("models", "list", "--json").report["models"]
    assert model["name"] == "starter"
    assert model["card"]["summary"]
    assert model["size"] > 1_000_000


def test_generate_writes_a_picture_of_256_pixels(tmp_path: Path, apple: Run) -> None:
    words = ("--steps", "2", "--upsample-steps", "2", "--count", "2", "--json")
    report = apple(*words).report
    assert report["size"] == [256, 256]
    assert report["steps"] == {"base": 2, "upsample": 2}
    small = []
    for file in report["files"]:
        picture = load(Path(file))[..., :3].astype(np.float32)
        assert picture.shape == (256, 256, 3)
        small.append(picture.reshape(64, 4, 64, 4, 3).mean(axis=(1, 3)))
    clip = load_noised_clip(STARTER)
    assert clip is not None
    expected = similarity(clip, small, [report["prompt"]])[:, 0].tolist()
    assert report["matches"] == pytest.approx(expected, abs=2e-4)
    assert apple(*words[:4], "--json").report["matches"] == [None]  # alone, it has no rank


def test_a_network_of_nan_gives_one_sentence_and_no_picture(tmp_path: Path, run: Run) -> None:
    spoiled = models_folder() / "spoiled"
    with as_file(default_model().folder) as folder:
        shutil.copytree(folder, spoiled)
    network = load_model(spoiled / "base.safetensors")
    next(p for p in network.parameters() if p.ndim == 4).data.fill_(float("nan"))
    save_model(network, spoiled / "base.safetensors")
    words = ("--model", "spoiled", "--precision", "float32", *DRAFT)
    outcome = run("generate", APPLE, "-o", tmp_path / "a.png", *words)
    outcome.check_failure("no usable values", status=1)
    assert not (tmp_path / "a.png").exists()


def test_recovery_from_a_fault_is_reported_on_stderr(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    forward = GlideUNet.forward

    def of_two(network: GlideUNet, x_t: torch.Tensor, *parts: Any, **named: Any) -> torch.Tensor:
        if len(x_t) > 2:
            raise torch.OutOfMemoryError("out of memory")
        return forward(network, x_t, *parts, **named)

    command = ("generate", APPLE, "--seed", 3, "--count", 3, "--precision", "float32", *DRAFT)
    assert run(*command, "-o", tmp_path / "plain.png").status == 0
    monkeypatch.setattr(GlideUNet, "forward", of_two)
    outcome = run(*command, "-o", tmp_path / "short.png")
    assert outcome.status == 0
    assert "smaller parts" in outcome.err
    for number in (1, 2, 3):
        plain, short = (load(tmp_path / f"{name}-{number}.png") for name in ("plain", "short"))
        assert np.abs(plain.astype(int) - short).max() <= 1


def test_the_same_seed_gives_the_same_file(tmp_path: Path, run: Run) -> None:
    first, again = tmp_path / "a.png", tmp_path / "b.png"
    for out in (first, again):
        assert run("generate", APPLE, "-o", out, "--seed", 3, *DRAFT).status == 0
    assert first.read_bytes() == again.read_bytes()
    assert load(first).shape == (64, 64, 3)


def test_each_picture_of_a_batch_equals_the_single_picture_of_its_seed(
    tmp_path: Path, run: Run
) -> None:
    run("generate", APPLE, "-o", tmp_path / "a.png", "--seed", 3, "--count", 2, *DRAFT)
    run("generate", APPLE, "-o", tmp_path / "alone.png", "--seed", 4, *DRAFT)
    together, alone = load(tmp_path / "a-2.png"), load(tmp_path / "alone.png")
    assert np.abs(together.astype(int) - alone).max() <= 1
    assert (load(tmp_path / "a-1.png") != together).any()


@pytest.mark.parametrize(
    ("shape", "box"),
    [
        ((173, 301, 3), np.s_[60:110, 120:200]),
        ((173, 301, 3), np.s_[:40, 261:]),
        ((301, 173, 4), np.s_[140:301, :9]),
        ((97, 640), np.s_[90:97, 300:340]),
        ((640, 97), np.s_[:, 40:57]),
        ((513, 255, 3), np.s_[256:257, 254:255]),
        ((31, 29, 4), np.s_[10:20, 10:20]),
        ((300, 300, 3), np.s_[:, :]),
    ],
    ids=str,
)
def test_inpainting_changes_nothing_beyond_the_blend_band(
    shape: tuple[int, ...], box: tuple[slice, slice], tmp_path: Path, run: Run
) -> None:
    original, mask = noise(*shape), box_mask(shape[0], shape[1], box)
    files = [save(original, tmp_path / "in.png"), save(mask, tmp_path / "mask.png")]
    report = run(
        *("inpaint", files[0], "a blue car", "--mask", files[1], "-o", tmp_path / "out.png"),
        *("--base-only", "--steps", "1", "--json"),
    ).report
    assert report["size"] == [shape[1], shape[0]]
    assert report["mode"] == "inpaint"

    before, after = load(files[0], "RGBA"), load(tmp_path / "out.png", "RGBA")
    feather = feather_width(edit_region(Mask.from_array(mask)))
    beyond = ndimage.distance_transform_edt(mask == 0) >= feather
    assert (after[beyond] == before[beyond]).all()
    assert (after[mask == 255] != before[mask == 255]).any()
    assert (after[mask == 255, 3] == 255).all()


def test_without_a_mask_transparent_pixels_are_inpainted(tmp_path: Path, run: Run) -> None:
    before = noise(90, 150, 4)
    before[..., 3] = 255
    before[20:50, 100:150, 3] = 0
    image, out = save(before, tmp_path / "in.png"), tmp_path / "out.png"
    assert run("inpaint", image, "a blue car", "-o", out, *DRAFT).status == 0
    after = load(out, "RGBA")
    assert (after[..., 3] == 255).all()
    assert (after[:, :90] == before[:, :90]).all()


def test_regions_are_repainted_in_turn_each_with_its_prompt(tmp_path: Path, run: Run) -> None:
    """The first as by a command of its own, and the second in what that left."""
    image = save(noise(90, 150, 3), tmp_path / "in.png")
    boxes = {"table": np.s_[20:60, 20:60], "wall": np.s_[10:50, 45:110]}
    for name, box in boxes.items():
        save(box_mask(90, 150, box), tmp_path / f"{name}.png")
    table, wall = (tmp_path / f"{name}.png" for name in boxes)
    prompts = ["a {red|blue} = apple", "a blue car"]
    regions = ("--region", f"{table}={prompts[0]}", "--region", f"{wall}={prompts[1]}")
    out = tmp_path / "out.png"
    told = run("inpaint", image, *regions, "-o", out, "--seed", 3, "--json", *DRAFT).report
    assert (told["files"], told["seeds"]) == ([str(out)], [3, 4])
    assert told["prompts"][1] == prompts[1]
    one = tmp_path / "one.png"
    run("inpaint", image, prompts[0], "--mask", table, "-o", one, "--seed", 3, *DRAFT)
    first, both = load(one), load(out)
    assert (first[:, :36] == both[:, :36]).all()  # left of the second with its band
    assert (first[:, :36] != load(image)[:, :36]).any()
    assert (first[10:50, 45:110] != both[10:50, 45:110]).any()


def test_inpainting_writes_several_pictures(tmp_path: Path, run: Run) -> None:
    image = save(noise(90, 150, 3), tmp_path / "in.png")
    mask = save(box_mask(90, 150, np.s_[20:60, 20:60]), tmp_path / "mask.png")
    words = ("inpaint", image, "a blue car", "--mask", mask, "-o", tmp_path / "out.webp")
    report = run(*words, "--count", 2, "--seed", 1, "--json", *DRAFT).report
    first, second = (load(Path(file)) for file in report["files"])
    assert (first != second).any()
    assert (first[:, 90:] == second[:, 90:]).all()
