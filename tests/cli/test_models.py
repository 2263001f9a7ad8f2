"""Models from the command line: the whole path from a server to pictures, and back."""

import asyncio
import json
import re
import threading
import time
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import numpy as np
import pytest
import torch
from torch import Tensor

from glide_studio import app
from glide_studio.cli import models as commands
from glide_studio.cli.main import main
from glide_studio.core.geometry import Rect
from glide_studio.core.request.installed import find_model, installed_models
from glide_studio.core.request.request import GenerationRequest, Notice, Preview, Result
from glide_studio.core.request.settings import RequestError, Sampling
from glide_studio.core.request.source import Nothing
from glide_studio.engine import precision
from glide_studio.engine.spec import KINDS
from glide_studio.folders import models_folder, precision_file
from glide_studio.library.store import remove
from glide_studio.session.preferences import Preferences
from glide_studio.session.worker import Worker
from tests.cli.command_line import Run, box_mask, load, noise, save
from tests.fakes import settings
from tests.library import released
from tests.library.faulty_server import FaultyServer, faulty_server

GLIDE = "glide-filtered"
QUICK = ("--precision", "float32", "--seed", "1", "--json")
FEW = ("--steps", "2", "--upsample-steps", "1")
NETWORKS = ("base", "upsample", "base_inpaint", "upsample_inpaint")


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultyServer]:
    """A mirror of the released files, with narrow networks; it is the only address."""
    files = {name: released.save(name, tmp_path).read_bytes() for name in NETWORKS}
    with faulty_server(**files) as server:
        monkeypatch.setenv("GLIDE_STUDIO_MIRRORS", server.address)
        yield server


def use(run: Run, folder: Path) -> None:
    """Generate, inpaint and upscale with the installed model."""
    room, mask = folder / "room.png", folder / "mask.png"
    save(noise(256, 256, 3), room)
    save(box_mask(256, 256, np.s_[64:192, 64:192]), mask)
    made = folder / "hat.png"
    model = ("--model", GLIDE)
    report = run("generate", "a hat", "-o", made, *model, *FEW, *QUICK).report
    assert report["model"] == GLIDE
    assert load(made).shape == (256, 256, 3)
    made = folder / "edit.png"
    run("inpaint", room, "a hat", "--mask", mask, "-o", made, *model, *FEW, *QUICK)
    before, after = load(room), load(made)
    assert np.array_equal(before[:32], after[:32])
    assert not np.array_equal(before[100:150, 100:150], after[100:150, 100:150])
    small, large = folder / "small.png", folder / "upscaled.png"
    save(noise(64, 64, 3), small)
    run("upscale", small, "a hat", "-o", large, *model, "--upsample-steps", "1", *QUICK)
    assert load(large).shape == (256, 256, 3)


def test_install_list_use_and_remove(run: Run, tmp_path: Path, server: FaultyServer) -> None:
    assert "Not installed: GLIDE (filtered), text, inpaint, clip" in run("models", "list").out
    run("generate", "a hat", "-o", tmp_path / "a.png", "--model", GLIDE).check_failure(GLIDE)
    outcome = run("models", "install", "text", "inpaint", "--yes")
    assert (outcome.status, outcome.err) == (0, "")
    assert server.paths == [f"/{name}.pt" for name in NETWORKS]
    listed = run("models", "list", "--json").report["models"]
    assert [model["name"] for model in listed] == ["starter", GLIDE]
    assert listed[1]["networks"] == [*NETWORKS]
    use(run, tmp_path)
    assert "undamaged" in run("models", "verify", GLIDE).out
    assert "is removed" in run("models", "remove", GLIDE).out
    assert len(run("models", "list", "--json").report["models"]) == 1
    run("generate", "a hat", "-o", tmp_path / "b.png", "--model", GLIDE).check_failure(GLIDE)


def test_the_warnings_are_shown_before_the_first_installation(
    run: Run, server: FaultyServer
) -> None:
    outcome = run("models", "install")
    assert outcome.status == 2
    assert "draws people badly" in outcome.err
    assert "MIT licence" in outcome.err
    assert "add --yes" in outcome.err
    assert server.paths == []


def test_without_inpaint_networks_inpainting_is_refused(
    run: Run, tmp_path: Path, server: FaultyServer
) -> None:
    run("models", "install", "--yes")
    save(noise(256, 256, 3), tmp_path / "room.png")
    save(box_mask(256, 256, np.s_[64:192, 64:192]), tmp_path / "mask.png")
    words = (tmp_path / "room.png", "a hat", "--mask", tmp_path / "mask.png")
    outcome = run("inpaint", *words, "-o", tmp_path / "a.png", "--model", GLIDE)
    outcome.check_failure()
    assert "glide" in outcome.err.lower()


def test_import_info_and_refusals(run: Run, tmp_path: Path) -> None:
    base, other = released.save("base", tmp_path), tmp_path / "sd.pt"
    key = "model.diffusion_model.input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight"
    torch.save({key: torch.zeros(4, 768)}, other)
    run("models", "import", other, "--name", "X").check_failure("Stable Diffusion 1")
    run("models", "import", base, "--name", "a/b").check_failure("a/b")
    run("models", "import", tmp_path / "none.pt", "--name", "X").check_failure("none.pt")
    assert '--model "My flowers"' in run("models", "import", base, "--name", "My flowers").out
    info = run("models", "info", "My flowers", "--json").report
    assert info["networks"] == ["base"]
    assert "Imported from base.pt" in run("models", "info", "My flowers").out
    assert "Missing for new pictures: upsample" in run("models", "info", "My flowers").out
    words = ("generate", "a hat", "-o", tmp_path / "a.png", "--model", "My flowers")
    run(*words).check_failure("without these networks: upsample")
    assert "Not installed" in run("models", "info", GLIDE).out
    for action in ("info", "verify", "remove"):
        run("models", action, "absent").check_failure("absent")
    run("models", "install", "everything").check_failure("everything", "text, inpaint, clip")
    run("models", "remove", "starter").check_failure("part of the program")


def test_damage_gives_the_exit_status_1(run: Run, tmp_path: Path) -> None:
    run("models", "import", released.save("base", tmp_path), "--name", "Mine")
    (models_folder() / "Mine" / "base.safetensors").write_bytes(b"\0" * 100)
    outcome = run("models", "verify", "Mine")
    assert outcome.status == 1
    assert re.search("base is damaged", outcome.err)


def test_a_run_with_a_model_that_is_removed_ends_cleanly(
    server: FaultyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["models", "install", "--yes"]) == 0
    Preferences().precision = "float32"
    monkeypatch.setattr(app, "give_way", lambda: None)  # this is the main thread
    engine = app.load_engine()
    few = {"base": Sampling("ddim", "2"), "upsample": None, "model": GLIDE}
    request = GenerationRequest(replace(settings(seed=1), **few), Nothing(), Rect(0, 0, 256, 256))
    events = engine(request)
    assert isinstance(next(iter(events)), Preview)
    remove(find_model(GLIDE, installed_models()))
    assert isinstance([*events][-1], Result)
    with pytest.raises(RequestError, match=GLIDE):
        next(iter(engine(request)))


def test_measuring_a_new_model_is_announced_before_its_first_run_alone(
    server: FaultyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was chosen before the program started, which does not measure it then."""
    assert main(["models", "install", "--yes"]) == 0
    Preferences().model = GLIDE
    monkeypatch.setattr(app, "give_way", lambda: None)  # this is the main thread
    monkeypatch.setattr(precision, "guided_steps", lambda *_: [])  # what it finds is not the point
    monkeypatch.setattr(precision, "relative_error", lambda *_: 1.0)
    few = {"base": Sampling("ddim", "2"), "upsample": None, "model": GLIDE}
    request = GenerationRequest(replace(settings(seed=1), **few), Nothing(), Rect(0, 0, 256, 256))
    engine = app.load_engine()
    assert not precision_file().exists()
    first, *others = engine(request)
    assert isinstance(first, Notice)
    assert "GLIDE (filtered), once, before the first picture" in str(first.sentence)
    assert isinstance(others[-1], Result)
    assert len(json.loads(precision_file().read_text())) >= 2  # of the base and the upsampler
    for again in (engine, app.load_engine()):
        assert not any(isinstance(event, Notice) for event in again(request))


@pytest.mark.usefixtures("server")
def test_measuring_stops_within_a_step_when_its_run_is_cancelled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert main(["models", "install", "--yes"]) == 0
    few = {"base": Sampling("ddim", "2"), "upsample": None, "model": GLIDE}
    request = GenerationRequest(replace(settings(seed=1), **few), Nothing(), Rect(0, 0, 256, 256))
    steps, is_cancelled = [], threading.Event()
    step = precision.ddim_step

    def second_waits(*of: Any) -> Tensor:
        steps.append(of)
        if len(steps) == 2:
            loop.call_soon_threadsafe(measures.set)
            assert is_cancelled.wait(60)
        return step(*of)

    async def run_and_cancel() -> None:
        async with aclosing(worker.run(request)) as events:
            assert isinstance(await anext(events), Notice)
            await measures.wait()
        is_cancelled.set()

    async def run_again() -> list[object]:
        async with aclosing(worker.run(request)) as events:
            return [event async for event in events]

    worker = Worker(app.load_engine)
    with asyncio.Runner() as runner:
        loop, measures = runner.get_loop(), asyncio.Event()
        runner.run(worker.preload())
        monkeypatch.setattr(precision, "ddim_step", second_waits)
        runner.run(run_and_cancel())
        monkeypatch.setattr(precision, "guided_steps", lambda *_: [])  # the whole takes too long
        monkeypatch.setattr(precision, "relative_error", lambda *_: 1.0)
        first, *_, last = runner.run(run_again())
    worker.close()
    assert len(steps) == 2
    assert isinstance(first, Notice)  # it is measured again
    assert isinstance(last, Result)


@pytest.mark.usefixtures("server")
def test_ctrl_c_while_measuring_leaves_nothing_measured_by_half(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["models", "install", "--yes"]) == 0
    steps = Mock(side_effect=[torch.zeros(1), KeyboardInterrupt])
    monkeypatch.setattr(precision, "ddim_step", steps)
    assert run("generate", "a hat", "-o", tmp_path / "a.png", "--model", GLIDE, *FEW).status == 130
    assert not precision_file().exists()


def test_ctrl_c_keeps_the_unfinished_download(
    run: Run, server: FaultyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "install", interrupt)
    outcome = run("models", "install", "--yes")
    assert (outcome.status, outcome.err) == (130, "glide-studio: Stopped.\n")


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_the_whole_path_at_full_size(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Networks of the released sizes, of random weights: 6.3 GB of files."""
    for kind in KINDS:
        released.full_size(kind, tmp_path / f"{kind.replace('-', '_')}.pt")
    began = time.monotonic()
    run("models", "install", "text", "inpaint", "--from", tmp_path, "--yes", "--half")
    with capsys.disabled():  # or the commands would have said it
        print(f"installed after {time.monotonic() - began:.0f} s")
    began = time.monotonic()
    use(run, tmp_path)
    with capsys.disabled():
        print(f"used after {time.monotonic() - began:.0f} s")
    assert "is removed" in run("models", "remove", GLIDE).out
