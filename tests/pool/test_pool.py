"""A pool of two engines on loopback: real processes, the starter model, the real client."""

import json
import shutil
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from importlib.resources import as_file
from itertools import chain
from pathlib import Path

import numpy as np
import psutil
import pytest

from glide_studio.cli.main import main
from glide_studio.compute import ChosenEngine
from glide_studio.core.request.cluster import ClusterState
from glide_studio.core.request.installed import default_model
from glide_studio.core.request.request import Notice, Result
from glide_studio.core.request.settings import RequestError
from glide_studio.engine import Models, StepMemory, generate, load_models
from glide_studio.folders import models_folder
from glide_studio.pool.client import PoolClient, PoolLost
from glide_studio.session.preferences import Preferences
from tests.cli.command_line import listing, load
from tests.fakes import FakeEngine
from tests.pool.serving import Served, draft, results, serving, until_preview

ENGINES = 2
ROUNDING = 2
"""The most that a value of a picture may differ where it was not computed in the same batch."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("server"), "--workers", ENGINES) as server:
        yield server


@pytest.fixture
def client(served: Served) -> Iterator[PoolClient]:
    client = served.client(with_steps=True)
    yield client
    client.close()


@pytest.fixture(scope="module")
def models() -> Models:
    return load_models("starter", "cpu", "float32")


def wait_for(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.02)


def all_are_idle(state: ClusterState) -> bool:
    return (state.engines, state.busy, state.queued) == (ENGINES, 0, 0)


def test_pictures_are_those_of_this_computer(client: PoolClient, models: Models) -> None:
    """Shared by both engines, with all steps and the same rank."""
    request = draft(seed=5, count=2)
    here = results(generate(models, request, StepMemory()))
    there = results(client(request))
    assert [result.request.settings.seed for result in there] == [5, 6]
    for own, other in zip(here, there, strict=True):
        assert _difference(own.picture, other.picture) <= ROUNDING
        assert other.request.batch == own.request.batch
        assert other.match == pytest.approx(own.match, abs=1e-3)
        for a, b in zip(own.steps, other.steps, strict=True):
            assert (a.phase, a.step, a.total, a.sample) == (b.phase, b.step, b.total, b.sample)
            assert _difference(a.picture, b.picture) <= ROUNDING


def _difference(a: np.ndarray, b: np.ndarray) -> int:
    return int(np.abs(a.astype(int) - b).max())


def test_runs_of_several_clients_are_not_mixed_up(served: Served) -> None:
    def artist(number: int) -> list[tuple[int, bytes]]:
        client, made = served.client(), []
        for seed in (1, 2):
            (result,) = results(client(draft(seed)))
            made.append((result.request.settings.seed, result.picture.tobytes()))
        client.close()
        return made

    with ThreadPoolExecutor(4) as artists:
        made = list(artists.map(artist, range(4)))
    assert [seed for seed, _ in made[0]] == [1, 2]
    assert len({picture for _, picture in made[0]}) == 2
    assert all(same == made[0] for same in made)


def test_a_cancelled_run_stops_at_its_next_step(client: PoolClient) -> None:
    endless = client(draft(seed=1, steps=500))
    until_preview(endless)
    assert client.state().busy == 1
    endless.close()
    wait_for(lambda: all_are_idle(client.state()), seconds=3.0)


def test_a_run_that_waits_can_be_cancelled(served: Served, client: PoolClient) -> None:
    long_ones = [served.client() for _ in range(ENGINES)]
    running = [each(draft(seed=1, steps=500)) for each in long_ones]
    for events in running:
        until_preview(events)
    client.is_cancelled = lambda: True
    assert list(client(draft(seed=2))) == []
    wait_for(lambda: client.state().queued == 0)
    assert client.state().busy == ENGINES
    for events, each in zip(running, long_ones, strict=True):
        events.close()
        each.close()
    wait_for(lambda: all_are_idle(client.state()))


def test_what_is_refused_is_said_in_a_sentence(client: PoolClient) -> None:
    request = draft(seed=1)
    other = replace(request, settings=replace(request.settings, model="dreams"))
    with pytest.raises(RequestError, match="does not have the model dreams"):
        list(client(other))
    endless = replace(request, settings=replace(request.settings, model="dreams" * 10000))
    with pytest.raises(RequestError, match=r"^.{1,200}$"):
        list(client(endless))
    wait_for(lambda: all_are_idle(client.state()))


def test_a_model_of_the_same_name_with_other_weights_is_refused(
    served: Served, client: PoolClient
) -> None:
    """Until the cluster has the same."""
    starter = default_model()
    here, there = models_folder() / "twin", served.folder / "models" / "twin"
    for folder in (here, there):
        folder.mkdir(parents=True)
        for name in ("card.json", "base.safetensors", "upsample.safetensors"):
            with as_file(starter.folder.joinpath(name)) as file:
                shutil.copy(file, folder)
    weights = there / "upsample.safetensors"
    own = weights.read_bytes()
    weights.write_bytes(own[:-1] + bytes([own[-1] ^ 1]))
    request = draft(seed=1)
    request = replace(request, settings=replace(request.settings, model="twin"))
    with pytest.raises(RequestError, match="another version of the model twin than this computer"):
        list(client(request))
    weights.write_bytes(own)
    assert len(results(client(request))) == 1


def test_the_command_line_uses_the_pool(
    served: Served, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A picture is that of this computer; a batch is resumed."""
    pool = ("--pool", served.address)
    draft_of = ("generate", "--base-only", "--steps", "2", "--seed", "3", "--precision", "float32")
    assert main([*draft_of, "a red apple", "-o", str(tmp_path / "here.png")]) == 0
    assert main([*draft_of, "a red apple", "-o", str(tmp_path / "there.png"), *pool]) == 0
    here, there = (load(tmp_path / name) for name in ("here.png", "there.png"))
    assert _difference(here, there) <= ROUNDING
    prompts, out = tmp_path / "prompts.txt", tmp_path / "out"
    prompts.write_text("a red apple\n\n# a remark\na blue {cup|car}\na green hat\n")
    capsys.readouterr()
    batch = [*draft_of, "--prompts", str(prompts), "--out", str(out), *pool]
    assert main(batch) == 0
    first = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    names = ["00001-a-red-apple.png", "00004-a-blue-cup-car.png", "00005-a-green-hat.png"]
    assert [Path(line["file"]).name for line in first] == names
    assert _difference(load(out / names[0]), there) <= ROUNDING
    assert "{" not in first[1]["prompt"]
    (out / names[1]).unlink()
    assert main(batch) == 0
    second = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line.get("skipped", False) for line in second] == [True, False, True]
    assert listing(out) == set(names)


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_two_hundred_requests_from_four_clients(served: Served) -> None:
    """Nothing is lost or mixed up, all get their turns, and memory does not grow."""
    seeds = [list(range(first, 200, 4)) for first in range(4)]

    def artist(own: list[int]) -> list[bytes]:
        client = served.client()
        made = list(chain.from_iterable(results(client(draft(seed))) for seed in own))
        client.close()
        assert [result.request.settings.seed for result in made] == own
        return [result.picture.tobytes() for result in made]

    artist(list(range(8)))
    before = _memory(served)
    with ThreadPoolExecutor(4) as artists:
        pictures = [picture for own in artists.map(artist, seeds) for picture in own]
    assert len(set(pictures)) == 200
    assert _memory(served) < before + 50 * 2**20


@pytest.mark.soak
def test_a_run_goes_on_when_its_killed_server_is_started_again(tmp_path: Path) -> None:
    """And the run of a client that gave up can be made again."""
    Preferences().compute = "cluster"
    with serving(tmp_path) as served:
        port = served.port
        Preferences().cluster_address = served.address
        events = ChosenEngine(FakeEngine(), Preferences())(draft(seed=3, steps=40))
        until_preview(events)
        served.process.kill()
        served.process.wait()
    with ThreadPoolExecutor(1) as thread:
        rest = thread.submit(list, events)
        with serving(tmp_path, port=port) as again:
            made = rest.result(timeout=120)
            with closing(again.client()) as client:
                (same,) = results(client(draft(seed=3, steps=40)))
    assert [str(event.sentence)[:14] for event in made if isinstance(event, Notice)] == [
        "The connection"
    ]
    (result,) = (event for event in made if isinstance(event, Result))
    assert result.picture.tobytes() == same.picture.tobytes()


@pytest.mark.soak
def test_engines_that_die_are_replaced(served: Served, client: PoolClient) -> None:
    """All of them at once, while a run is on."""
    events = client(draft(seed=9, steps=20))
    until_preview(events)
    dead = served.engines()
    for engine in dead:
        engine.kill()
    assert len(results(events)) == 1
    wait_for(lambda: all_are_idle(client.state()), seconds=60)
    assert len(served.engines()) == ENGINES
    assert not {engine.pid for engine in served.engines()} & {engine.pid for engine in dead}


def _memory(served: Served) -> int:
    processes = [psutil.Process(served.process.pid), *served.engines()]
    return sum(process.memory_full_info().uss for process in processes)


def test_a_run_is_repeated_when_its_engine_dies(served: Served, client: PoolClient) -> None:
    request = draft(seed=9, steps=12)
    events = client(request)
    until_preview(events)
    busiest = max(served.engines(), key=lambda each: each.cpu_percent(0.2))
    busiest.kill()
    rest = list(events)
    notices = [str(event.sentence) for event in rest if isinstance(event, Notice)]
    assert notices == ["An engine of the cluster stopped: the run starts again on another one."]
    (result,) = results(iter(rest))
    (again,) = results(client(request))
    assert result.picture.tobytes() == again.picture.tobytes()


def test_a_server_that_is_killed_is_reported(served: Served, client: PoolClient) -> None:
    """The last test of its module, since nothing is left of the server."""
    events = client(draft(seed=1, steps=500))
    until_preview(events)
    served.process.kill()
    with pytest.raises(PoolLost, match=r"The connection to the cluster 127.0.0.1:\d+ broke"):
        list(events)
    with pytest.raises(PoolLost, match="cannot be reached"):
        client.state()
