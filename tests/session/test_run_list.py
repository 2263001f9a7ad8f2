"""The queue as a value: no run is ever lost, duplicated or out of order."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Extent
from glide_studio.core.modes.modes import Mode, RequestMaker
from glide_studio.session.run_list import MAX_ENDED, Run, RunList
from tests.fakes import CAPABILITIES, settings

DOCUMENT = Document.blank(Extent(8, 8))

SETTINGS = settings("a cat")
MAKE = RequestMaker(DOCUMENT, Mode.TEXT_TO_IMAGE, CAPABILITIES)

STEPS = st.one_of(
    st.tuples(st.sampled_from(("last", "next", "begin", "empty")), st.just(0), st.just(0)),
    st.tuples(st.sampled_from(("done", "failed", "cancelled")), st.just(0), st.just(0)),
    st.tuples(st.sampled_from(("remove", "retry", "empty of")), st.integers(0, 12), st.just(0)),
    st.tuples(st.just("move"), st.integers(0, 12), st.integers(-2, 12)),
)


def run(number: int) -> Run:
    frame, mask = DOCUMENT.frame, DOCUMENT.mask
    mode = Mode.TEXT_TO_IMAGE
    return Run(number, SETTINGS, mode, MAKE, mask, frame, number, number // 2, True)


def numbers(runs: tuple[Run, ...]) -> list[int]:
    return [run.number for run in runs]


@dataclass
class Model:
    """The same queue, kept in plain lists of numbers."""

    running: int | None
    waiting: list[int]
    ended: dict[int, str]  # newest last


def apply(runs: RunList, model: Model, step: tuple[str, int, int], fresh: int) -> RunList:
    """Do one step to both."""
    name, number, place = step
    match name:
        case "last":
            model.waiting.append(fresh)
            return runs.with_last(run(fresh))
        case "next":
            model.waiting.insert(0, fresh)
            return runs.with_next(run(fresh))
        case "begin":
            if model.running is None and model.waiting:
                model.running = model.waiting.pop(0)
            return runs.with_next_started()
        case "empty":
            model.ended |= dict.fromkeys(model.waiting, "cancelled")
            model.waiting.clear()
            return runs.with_waiting_cancelled()
        case "empty of":
            model.ended |= {n: "cancelled" for n in model.waiting if n // 2 == number}
            model.waiting = [n for n in model.waiting if n // 2 != number]
            return runs.with_waiting_cancelled(number)
        case "remove":
            model.waiting = [other for other in model.waiting if other != number]
            model.ended.pop(number, None)
            return runs.removed(number)
        case "retry":
            if model.ended.get(number) in ("failed", "cancelled"):
                del model.ended[number]
                model.waiting.append(number)
            return runs.retried(number)
        case "move":
            if number in model.waiting:
                model.waiting.remove(number)
                model.waiting.insert(max(place, 0), number)
            return runs.moved(number, place)
    if model.running is not None:
        model.ended[model.running] = name
        model.running = None
    return runs.finished(name, "It broke." if name == "failed" else "")  # type: ignore[arg-type]


@given(st.lists(STEPS, max_size=30))
def test_the_queue_behaves_like_plain_lists(steps: list[tuple[str, int, int]]) -> None:
    runs, model = RunList(), Model(None, [], {})
    for fresh, step in enumerate(steps):
        runs = apply(runs, model, step, fresh)
        running = None if runs.running is None else runs.running.number
        assert running == model.running
        assert numbers(runs.waiting) == model.waiting
        assert {run.number: run.state for run in reversed(runs.ended)} == model.ended
        assert numbers(runs.ended) == [*model.ended][::-1]
        assert all(run.state == "waiting" and not run.sentence for run in runs.waiting)
        assert all(bool(run.sentence) == (run.state == "failed") for run in runs.ended)
        assert len(set(numbers(runs.runs))) == len(runs.runs)


def test_the_oldest_ended_runs_are_dropped() -> None:
    runs = RunList()
    for number in range(MAX_ENDED + 5):
        runs = runs.with_last(run(number)).with_next_started().finished("done")
    assert numbers(runs.ended) == list(range(MAX_ENDED + 4, 4, -1))
    assert runs.without_ended() == RunList()
