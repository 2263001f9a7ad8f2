"""What the window understands, the command line understands too."""

import random
from pathlib import Path

import numpy as np
import pytest

from glide_studio.core.request.settings import MAX_SEED
from tests.cli.command_line import Run, load, save
from tests.fakes import FakeEngine


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's data."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "data" / "GLIDE Studio"
    (folder / "wildcards").mkdir(parents=True)
    return folder


def chosen(options: list[str], seed: int) -> str:
    """The first draw of Python's generator decides."""
    return options[int(random.Random(seed).random() * len(options))]


def test_the_seed_of_each_picture_decides_its_wildcards(
    engine: FakeEngine, run: Run, tmp_path: Path
) -> None:
    words = ("generate", "a  {red|blue}\napple", "--seed", 3, "--count", 4, "--json")
    report = run(*words, "-o", tmp_path / "a.png").report
    wanted = [f"a {chosen(['red', 'blue'], seed)} apple" for seed in (3, 4, 5, 6)]
    assert len(set(wanted)) == 2
    assert report["prompts"] == [request.settings.prompt for request in engine.requests] == wanted
    assert report["seeds"] == [3, 4, 5, 6]
    assert all((tmp_path / f"a-{i}.png").exists() for i in (1, 2, 3, 4))


def test_word_lists_of_the_user_and_of_the_model_are_used(
    engine: FakeEngine, run: Run, tmp_path: Path, data: Path
) -> None:
    (data / "wildcards" / "mood.txt").write_text("calm\n", "utf-8")
    out = run("generate", "a __mood__ __colour__ apple", "--seed", 1, "-o", tmp_path / "a.png").out
    prompt = engine.requests[0].settings.prompt
    assert prompt.startswith("a calm ")
    assert "_" not in prompt
    assert f"“{prompt}”" in out


@pytest.mark.usefixtures("no_engine")
def test_an_unknown_word_list_is_refused_before_anything_is_computed(
    run: Run, tmp_path: Path
) -> None:
    done = run("generate", "a __mood__ apple", "-o", tmp_path / "a.png")
    done.check_failure("mood")


@pytest.mark.usefixtures("data")
def test_a_style_is_put_around_the_prompt(engine: FakeEngine, run: Run, tmp_path: Path) -> None:
    run("generate", " an apple ", "--style", "Oil painting", "-o", tmp_path / "a.png")
    assert engine.requests[0].settings.prompt == "an oil painting of an apple"


@pytest.mark.usefixtures("data", "no_engine")
def test_an_unknown_style_is_refused_and_the_known_ones_named(run: Run, tmp_path: Path) -> None:
    done = run("generate", "an apple", "--style", "Fresco", "-o", tmp_path / "a.png")
    done.check_failure("Fresco", "Oil painting")


@pytest.mark.usefixtures("no_engine")
@pytest.mark.parametrize("seed", [-1, MAX_SEED + 1, 10**30])
def test_a_seed_beyond_the_range_is_refused(run: Run, tmp_path: Path, seed: int) -> None:
    done = run("generate", "an apple", f"--seed={seed}", "-o", tmp_path / "a.png")
    done.check_failure(str(MAX_SEED))


@pytest.mark.parametrize("shape", [(256, 256), (90, 130)])
def test_a_strength_of_0_keeps_the_picture(
    run: Run, tmp_path: Path, shape: tuple[int, int]
) -> None:
    before = np.random.default_rng(5).integers(0, 256, (*shape, 4), np.uint8)
    words = ("sketch", save(before, tmp_path / "in.png"), "an apple", "--strength", 0)
    assert run(*words, "-o", tmp_path / "out.png").status == 0
    after = load(tmp_path / "out.png", "RGBA")
    assert (after[..., 3] == before[..., 3]).all()
    visible = before[..., 3] > 0
    assert (after[visible] == before[visible]).all()


def test_options_without_effect_are_reported(run: Run, tmp_path: Path) -> None:
    words = ("generate", "an apple " * 20 + "unicorn", "--negative", "a bell", "--guidance", 1)
    done = run(*words, "--base-only", "--steps", 1, "-o", tmp_path / "a.png")
    assert done.status == 0
    long, negative = done.err.splitlines()
    assert "unicorn" in long
    assert "guidance" in negative
