"""Accepted edits run again in the window's session, and their recipes."""

from dataclasses import replace

import numpy as np
import pytest

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.modes.modes import Mode
from glide_studio.core.modes.recipes import Recipe
from glide_studio.session.edit_commands import EditCommands
from tests.fakes import picture
from tests.session.editing import HERE, Session, photograph

NEAR, FAR = Rect(140, 100, 60, 60), Rect(0, 0, 30, 30)


@pytest.fixture
def edits(masked: Session) -> EditCommands:
    """Three edits on a photograph: the second overlaps the first, the third none."""
    session = masked
    for prompt, box in (("a cat", HERE), ("a boat", NEAR), ("a car", FAR)):
        session.paint_mask(box)
        session.generate(prompt, seed=3, count=1)
    session.engine.requests.clear()
    return session.editor.edits


def choose(edits: EditCommands, session: Session, number: int) -> str:
    """Activate the layer of an edit, counted from below; returns its id."""
    layer = edits.edits[number].layer
    session.layers.activate(layer.id)
    session.wait_until(lambda: session.layers.active.id == layer.id)  # type: ignore[union-attr]
    return layer.id


def test_a_rerun_takes_the_overlapping_edits_with_it_each_a_step(
    edits: EditCommands, masked: Session
) -> None:
    session, before = masked, masked.document
    choose(edits, session, 0)
    boat = edits.edits[1].layer.id
    session.wait_until(lambda: edits.affected == (boat,))
    seen = []
    edits.changed.connect(lambda: seen.append(edits.running and edits.running.done))
    edits.rerun("a dog", 9)
    session.wait_until(lambda: len(session.engine.requests) == 2)
    session.finish()
    assert {0, 1} <= set(seen)
    assert edits.running is None
    assert session.prompts == ["a dog", "a boat"]
    assert [edit.request.settings.seed for edit in session.document.edits] == [9, 3, 3]
    assert (session.document.edits[0].patch == picture(9)).all()
    assert session.labels[-2:] == ["Re-run a cat", "Re-run a boat"]
    assert [layer.name for layer in session.document.layers[1:]] == ["a dog", "a boat", "a car"]
    below = session.engine.requests[1].source.picture  # type: ignore[union-attr]
    assert not np.array_equal(below, before.edits[1].request.source.picture)  # type: ignore[union-attr]
    session.editor.undo()
    session.editor.undo()
    assert session.document.edits == before.edits
    assert not session.review.candidates.find((session.editor.runs.list.ended[0].number, 0))


def test_cancelling_leaves_the_document_as_it_was(edits: EditCommands, masked: Session) -> None:
    session = masked
    choose(edits, session, 0)
    before = session.document
    session.engine.step_seconds = 0.02
    edits.rerun("a dog", 9)
    session.wait_until(lambda: edits.running is not None and edits.running.done == 1)
    session.editor.runs.cancel()
    session.finish()
    session.wait_until(lambda: edits.running is None)
    assert session.document is before
    assert session.failures == []
    session.editor.runs.retry(session.editor.runs.list.ended[0].number)
    session.wait_until(lambda: session.document is not before)
    session.finish()
    assert session.labels[-1] == "Re-run a boat"


def test_what_the_artist_paints_meanwhile_is_kept(edits: EditCommands, masked: Session) -> None:
    session = masked
    choose(edits, session, 2)
    session.engine.step_seconds = 0.02
    edits.rerun("a car", 9)
    session.wait_until(lambda: edits.running is not None)
    session.layers.toggle_visible(edits.edits[0].layer.id)
    session.wait_until(lambda: session.labels[-1] == "Re-run a car")
    assert [layer.visible for layer in session.document.layers] == [True, False, True, True]
    assert (session.document.edits[2].patch == picture(9)).all()


def test_an_edit_that_is_deleted_meanwhile_is_not_brought_back(
    edits: EditCommands, masked: Session
) -> None:
    session = masked
    choose(edits, session, 2)
    session.engine.step_seconds = 0.02
    edits.rerun("a car", 9)
    session.wait_until(lambda: edits.running is not None)
    session.layers.delete()
    session.wait_until(lambda: bool(session.failures))
    session.finish()
    assert "were changed while they were running again" in session.failures[0]
    assert len(session.document.edits) == 2


def test_without_a_change_there_is_no_step(edits: EditCommands, masked: Session) -> None:
    session = masked
    choose(edits, session, 1)
    before = session.document
    edits.rerun("a boat", 3)
    session.wait_until(lambda: bool(session.engine.requests))
    session.wait_until(lambda: bool(session.notices))
    session.finish()
    assert session.notices == ["The edit did not change."]
    assert session.document is before


@pytest.mark.parametrize(
    ("prompt", "locked", "said"),
    [("x" * 3000, False, "too long"), ("a dog", True, "locked")],
)
def test_edits_that_cannot_run_are_reported(
    edits: EditCommands, masked: Session, prompt: str, locked: bool, said: str
) -> None:
    session = masked
    boat = edits.edits[1].layer
    if locked:
        session.layers.toggle_locked(boat.id)
    choose(edits, session, 0)
    edits.rerun(prompt, 1)
    session.wait_until(lambda: bool(session.failures))
    assert said in session.failures[0]
    assert session.engine.requests == []


def test_a_failure_changes_nothing(edits: EditCommands, masked: Session) -> None:
    session = masked
    choose(edits, session, 0)
    before = session.document
    session.engine.error = RuntimeError("broken")
    edits.rerun("a dog", 1)
    session.wait_until(lambda: bool(session.failures))
    session.finish()
    assert session.document is before
    assert edits.running is None


def test_edits_move_past_each_other(edits: EditCommands, masked: Session) -> None:
    session = masked
    choose(edits, session, 0)
    edits.move(1)
    names = [layer.name for layer in session.document.layers[1:]]
    assert names == ["a boat", "a cat", "a car"]
    edits.move_to(edits.edits[2].layer.id, edits.edits[0].layer.id)
    names = [layer.name for layer in session.document.layers[1:]]
    assert names == ["a car", "a boat", "a cat"]


def test_a_recipe_masks_the_same_place_of_another_picture(
    edits: EditCommands, masked: Session
) -> None:
    session = masked
    choose(edits, session, 0)
    recipe = edits.recipe()
    assert recipe is not None
    recipe = Recipe.from_json(recipe.to_json())
    assert (recipe.settings.prompt, recipe.settings.seed) == ("a cat", 3)
    assert (recipe.mode, recipe.strength) == (Mode.INPAINT, None)
    same = recipe.mask_in(session.document.extent)
    assert same is not None
    assert same.bounds() == HERE
    extent = session.document.extent
    larger = recipe.mask_in(Extent(2 * extent.width, 2 * extent.height))
    assert larger is not None
    doubled = Rect(2 * HERE.x, 2 * HERE.y, 2 * HERE.width, 2 * HERE.height)
    found = larger.bounds()
    edges = [(found.x, doubled.x), (found.right, doubled.right), (found.y, doubled.y)]
    assert all(abs(one - other) <= 4 for one, other in edges)  # the mask's edge is interpolated
    wide = recipe.mask_in(Extent(4 * extent.width, extent.height))
    assert wide is not None
    assert (wide.bounds().width, wide.bounds().height) == (HERE.width, HERE.height)

    session.editor.new()
    assert not edits.paste(recipe)
    assert "Open a picture first" in session.notices[-1]
    session.editor.paste(photograph())
    assert edits.paste(recipe)
    assert session.document.mask.bounds() == HERE
    assert session.labels[-1] == "Paste recipe"


@pytest.mark.parametrize(
    "change",
    [
        {"bounds": Rect(0, 0, 5, 5)},
        {"bounds": Rect(9000, 0, 60, 60)},
        {"mask": np.zeros((60, 60, 3), np.uint8)},
        {"strength": 2.0},
    ],
)
def test_a_damaged_recipe_is_refused(
    edits: EditCommands, masked: Session, change: dict[str, object]
) -> None:
    choose(edits, masked, 0)
    recipe = edits.recipe()
    assert recipe is not None
    with pytest.raises(ValueError, match="recipe"):
        replace(recipe, **change)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="truncated"):
        Recipe.from_json(recipe.to_json()[:-9])
