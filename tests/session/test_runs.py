"""The queue: runs are cancelled, retried and reordered while the engine runs."""

import asyncio

from tests.session.editing import Session


def states(session: Session) -> list[tuple[str, str]]:
    return [(run.settings.prompt, run.state) for run in session.editor.runs.list.runs]


def test_waiting_runs_start_in_the_order_of_the_queue(session: Session) -> None:
    session.engine.step_seconds = 0.01
    session.start("first", "second", "third", "fourth")
    _, third, fourth = session.editor.runs.list.waiting
    session.editor.runs.move(fourth.number, 0)
    session.editor.runs.remove(third.number)
    session.finish()
    assert session.prompts == ["first", "fourth", "second"]
    assert states(session) == [("second", "done"), ("fourth", "done"), ("first", "done")]


def test_a_failed_run_is_reported_keeps_its_sentence_and_can_be_retried(session: Session) -> None:
    session.engine.error = ZeroDivisionError("step\nwith details")
    session.generate("a cat")
    (run,) = session.editor.runs.list.ended
    assert session.failures == ["Something went wrong: step (ZeroDivisionError)."]
    assert (run.state, run.sentence) == ("failed", session.failures[0])
    assert session.document.is_blank
    session.engine.error = None
    session.editor.runs.retry(run.number)
    session.finish()
    assert states(session) == [("a cat", "done")]
    assert not session.document.is_blank


def test_a_run_whose_thread_dies_is_run_again_and_reported(session: Session) -> None:
    session.engine.dies_at = [2]
    session.generate("a cat")
    assert session.failures == []
    assert any("The engine stopped" in notice for notice in session.notices)
    assert states(session) == [("a cat", "done")]
    assert not session.document.is_blank


def test_a_run_whose_thread_dies_twice_is_kept_for_retrying(session: Session) -> None:
    session.engine.dies_at = [2, 4]
    session.generate("a cat")
    (run,) = session.editor.runs.list.ended
    assert session.failures == ["The engine stopped (SystemExit). Retry the run in the queue."]
    session.editor.runs.retry(run.number)
    session.finish()
    assert states(session) == [("a cat", "done")]


def test_runs_cancelled_together_can_be_retried(session: Session) -> None:
    session.start_endless("first", "second", "third")
    session.editor.runs.cancel_all()
    assert session.editor.runs.running is None
    assert {state for _, state in states(session)} == {"cancelled"}
    session.wait_until(lambda: len(session.engine.stopped) == 1)
    assert session.prompts == ["first"]
    session.engine.endless = False
    (third,) = (r for r in session.editor.runs.list.ended if r.settings.prompt == "third")
    session.editor.runs.retry(third.number)
    session.finish()
    assert session.prompts == ["first", "third"]


def test_removing_the_running_run_cancels_it(session: Session) -> None:
    session.start_endless("first", "second")
    session.engine.endless = False
    running = session.editor.runs.running
    assert running is not None
    session.editor.runs.remove(running.number)
    session.finish()
    assert states(session) == [("second", "done"), ("first", "cancelled")]
    session.editor.runs.remove_ended()
    assert states(session) == []


def test_a_group_of_runs_is_cancelled_and_replaced_together(session: Session) -> None:
    runs = session.editor.runs
    session.start_endless("a {red|blue} cat", "second", seed=1, count=3)
    assert len(runs.list.waiting) == 3
    runs.cancel()
    assert runs.list.runs[0].settings.prompt == "second"
    assert [run.state for run in runs.list.ended] == ["cancelled"] * 3
    runs.when_busy = "replace"
    session.engine.endless = False
    session.start("a {red|blue} car", seed=1, count=2)
    session.generate("last", seed=1)
    assert [run.settings.prompt for run in runs.list.ended if run.state == "done"] == ["last"]


def test_one_run_of_a_group_is_removed_and_the_others_still_run(session: Session) -> None:
    session.engine.step_seconds = 0.01
    session.start("a {red|blue} cat", seed=1, count=3)
    running = session.editor.runs.running
    assert running is not None
    session.editor.runs.remove(running.number)
    session.finish()
    states = sorted(run.state for run in session.editor.runs.list.ended)
    assert states == ["cancelled", "done", "done"]


def test_pictures_that_arrive_at_once_are_received_in_separate_turns_of_the_loop(
    session: Session, qasync_loop: asyncio.AbstractEventLoop
) -> None:
    review, runs = session.review, session.editor.runs
    turns, landed = [0], []

    def turn() -> None:
        turns[0] += 1
        if runs.running is not None:
            qasync_loop.call_soon(turn)

    review.changed.connect(lambda: landed.append((len(review.candidates.all), turns[0])))
    session.start("a cat", count=8)
    qasync_loop.call_soon(turn)
    session.finish()
    first = dict(reversed(landed))
    assert max(first) == 8
    assert len({first[count] for count in range(1, 9)}) == 8
