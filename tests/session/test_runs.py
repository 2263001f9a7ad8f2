"""The queue: runs are cancelled, retried and reordered while the engine runs."""

import asyncio
from typing import Any

from glide_studio.session.editor import Editor
from tests.fakes import FakeEngine, settings


def ask(editor: Editor, *prompts: str) -> None:
    for prompt in prompts:
        editor.generate(settings(prompt))


def finish(qtbot: Any, editor: Editor) -> None:
    qtbot.waitUntil(lambda: editor.runs.running is None)


def asked(engine: FakeEngine) -> list[str]:
    return [request.settings.prompt for request in engine.requests]


def states(editor: Editor) -> list[tuple[str, str]]:
    return [(run.settings.prompt, run.state) for run in editor.runs.list.runs]


def test_waiting_runs_start_in_the_order_of_the_queue(
    editor: Editor, engine: FakeEngine, qtbot: Any
) -> None:
    engine.step_seconds = 0.01
    ask(editor, "first", "second", "third", "fourth")
    fourth, third = editor.runs.list.waiting[2], editor.runs.list.waiting[1]
    editor.runs.move(fourth.number, 0)
    editor.runs.remove(third.number)
    finish(qtbot, editor)
    assert asked(engine) == ["first", "fourth", "second"]
    assert states(editor) == [("second", "done"), ("fourth", "done"), ("first", "done")]


def test_a_failed_run_keeps_its_sentence_and_can_be_retried(
    editor: Editor, engine: FakeEngine, qtbot: Any
) -> None:
    engine.error = RuntimeError("upset")
    ask(editor, "a cat")
    finish(qtbot, editor)
    (run,) = editor.runs.list.ended
    assert (run.state, run.sentence) == ("failed", "Something went wrong: upset (RuntimeError).")
    engine.error = None
    editor.runs.retry(run.number)
    finish(qtbot, editor)
    assert states(editor) == [("a cat", "done")]
    assert not editor.document.is_blank


def test_runs_cancelled_together_can_be_retried(
    editor: Editor, engine: FakeEngine, qtbot: Any
) -> None:
    engine.endless, engine.step_seconds = True, 0.01
    ask(editor, "first", "second", "third")
    qtbot.waitUntil(lambda: engine.stepped > 1)
    editor.runs.cancel_all()
    assert editor.runs.running is None
    assert {state for _, state in states(editor)} == {"cancelled"}
    qtbot.waitUntil(lambda: len(engine.stopped) == 1)
    assert asked(engine) == ["first"]
    engine.endless = False
    editor.runs.retry(
        next(r.number for r in editor.runs.list.ended if r.settings.prompt == "third")
    )
    finish(qtbot, editor)
    assert asked(engine) == ["first", "third"]


def test_removing_the_running_run_cancels_it(
    editor: Editor, engine: FakeEngine, qtbot: Any
) -> None:
    engine.endless, engine.step_seconds = True, 0.01
    ask(editor, "first", "second")
    qtbot.waitUntil(lambda: engine.stepped > 1)
    engine.endless = False
    running = editor.runs.running
    assert running is not None
    editor.runs.remove(running.number)
    finish(qtbot, editor)
    assert states(editor) == [("second", "done"), ("first", "cancelled")]
    editor.runs.remove_ended()
    assert states(editor) == []


def test_a_group_of_runs_is_cancelled_and_replaced_together(
    editor: Editor, engine: FakeEngine, qtbot: Any
) -> None:
    engine.endless, engine.step_seconds = True, 0.01
    for prompt in ("a {red|blue} cat", "second"):
        editor.generate(settings(prompt, seed=1, count=3))
    qtbot.waitUntil(lambda: engine.stepped > 1)
    assert len(editor.runs.list.waiting) == 3
    editor.runs.cancel()
    assert editor.runs.list.runs[0].settings.prompt == "second"
    assert [run.state for run in editor.runs.list.ended] == ["cancelled"] * 3
    editor.runs.when_busy = "replace"
    engine.endless = False
    editor.generate(settings("a {red|blue} car", seed=1, count=2))
    editor.generate(settings("last", seed=1))
    finish(qtbot, editor)
    assert [run.settings.prompt for run in editor.runs.list.ended if run.state == "done"] == [
        "last"
    ]


def test_one_waiting_run_is_removed_and_the_others_still_run(
    editor: Editor, engine: FakeEngine, qtbot: Any
) -> None:
    engine.step_seconds = 0.01
    editor.generate(settings("a {red|blue} cat", seed=1, count=3))
    running = editor.runs.running
    assert running is not None
    editor.runs.remove(running.number)
    finish(qtbot, editor)
    assert sorted(run.state for run in editor.runs.list.ended) == ["cancelled", "done", "done"]


def test_pictures_that_arrive_at_once_are_received_in_separate_turns_of_the_loop(
    editor: Editor, qasync_loop: asyncio.AbstractEventLoop, qtbot: Any
) -> None:
    turns, landed = [0], []

    def turn() -> None:
        turns[0] += 1
        if editor.runs.running is not None:
            qasync_loop.call_soon(turn)

    editor.review.changed.connect(
        lambda: landed.append((len(editor.review.candidates.all), turns[0]))
    )
    editor.generate(settings("a cat", count=8))
    qasync_loop.call_soon(turn)
    finish(qtbot, editor)
    first = dict(reversed(landed))
    assert max(first) == 8
    assert len({first[count] for count in range(1, 9)}) == 8
