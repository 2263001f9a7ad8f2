"""outpaint, sketch and upscale."""

from pathlib import Path

import numpy as np

from glide_studio.core.modes.region import feather_width
from glide_studio.core.request.source import Sketch
from tests.cli.command_line import APPLE, DRAFT, Run, load, noise, save
from tests.fakes import FakeEngine, colour


def test_outpaint_extends_a_picture_beyond_its_edges(
    engine: FakeEngine, folder: Path, run: Run
) -> None:
    words = ("--right", 40, "--top", 10, "--seed", 2)
    report = run("outpaint", "room.png", APPLE, "-o", "out.png", "--json", *words).report
    assert report["size"] == [80, 40]
    assert report["mode"] == "outpaint"
    made, room = load(folder / "out.png"), load(folder / "room.png")
    assert (made[:, 40:] == colour(2)).all()
    assert (made[:10] == colour(2)).all()
    feather = feather_width(engine.requests[0].bounds)
    assert np.array_equal(made[10 + feather :, : 40 - feather], room[feather:, : 40 - feather])


def test_sketch_takes_a_strength_and_a_mask(engine: FakeEngine, folder: Path, run: Run) -> None:
    words = ("--strength", "0.3", "--negative", "a car", "--seed", 2, "--json")
    report = run("sketch", "room.png", APPLE, "-o", "out.png", *words).report
    assert (report["mode"], report["size"]) == ("sketch", [40, 30])
    (request,) = engine.requests
    assert isinstance(request.source, Sketch)
    assert (request.source.strength, request.source.mask) == (0.3, None)
    assert request.settings.negative_prompt == "a car"
    assert (load(folder / "out.png") == colour(2)).all()
    run("sketch", "room.png", APPLE, "-o", "out.png", "--mask", "mask.png", "--seed", 3)
    masked = engine.requests[1].source
    assert isinstance(masked, Sketch)
    assert masked.mask is not None
    assert masked.strength == 0.6
    made = load(folder / "out.png")
    assert (made[12:18, 12:18] == colour(3)).all()
    assert np.array_equal(made[:, 30:], load(folder / "room.png")[:, 30:])


def test_upscale_needs_no_prompt(engine: FakeEngine, folder: Path, run: Run) -> None:
    report = run("upscale", "room.png", "-o", "out.png", "--seed", 4, "--json").report
    assert (report["mode"], report["size"], report["prompt"]) == ("upscale", [160, 120], "")
    assert report["steps"]["base"] == 0
    assert (load(folder / "out.png") == colour(4)).all()
    run("upscale", "room.png", "a room", "-o", "out.png", "--upsample-steps", "3")
    assert engine.requests[1].settings.prompt == "a room"


def test_a_mask_without_a_prompt_is_filled(engine: FakeEngine, folder: Path, run: Run) -> None:
    outcome = run("inpaint", "room.png", "", "--mask", "mask.png", "-o", "out.png", "--seed", 2)
    assert outcome.status == 0
    assert engine.requests[0].settings.prompt == ""
    made, room = load(folder / "out.png"), load(folder / "room.png")
    inside = made[12:18, 12:18].reshape(-1, 3)
    assert (made[12:18, 12:18] != room[12:18, 12:18]).any(axis=2).all()
    # The plain fill takes on the colour of the noise around it: 74 levels about 127, of which the
    # 40 pixels at the border have a mean within 30; its own colour is farther away.
    assert np.abs(inside.mean(axis=0) - room.reshape(-1, 3).mean(axis=0)).max() < 30
    assert np.abs(inside.mean(axis=0) - colour(2)).max() > 40


def test_the_starter_model_can_do_all_three(tmp_path: Path, run: Run) -> None:
    path = save(noise(40, 50, 3), tmp_path / "in.png")
    out = tmp_path / "out.png"
    assert run("outpaint", path, APPLE, "--left", 20, "-o", out, *DRAFT).status == 0
    assert load(out).shape == (40, 70, 3)
    assert run("sketch", path, APPLE, "-o", out, *DRAFT).status == 0
    assert load(out).shape == (40, 50, 3)
    assert run("upscale", path, "-o", out, "--upsample-steps", "2").status == 0
    assert load(out).shape == (160, 200, 3)
