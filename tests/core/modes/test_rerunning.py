"""Edits run again: in any order of hiding, moving and running, only what must change does."""

from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glide_studio.core.document.accepting import accept, edited_layer
from glide_studio.core.document.blend import Blend, Ground
from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.history import History
from glide_studio.core.document.layer_edits import moved
from glide_studio.core.document.reshape import cropped, flipped, rotated, scaled
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.modes.modes import Mode, RequestMaker, variations
from glide_studio.core.modes.rerunning import (
    affected,
    edit_layers,
    place_past,
    rerun_request,
    sees_picture,
    with_rerun,
)
from glide_studio.core.raster.resample import Resampling
from glide_studio.core.request.request import Branch, GenerationRequest, Result
from glide_studio.core.request.settings import RequestError
from glide_studio.core.request.source import Inpaint, Nothing, Sketch, Upscale, arrays_of
from tests.core.samples import box_mask, noise, opaque
from tests.fakes import CAPABILITIES
from tests.fakes import settings as settings_for

SIDE = 16
SMALL = replace(CAPABILITIES, picture_size=SIDE)
EXTENT = Extent(70, 50)


def drawn(request: GenerationRequest) -> Result:
    """What a model would draw: other pixels for every other prompt, seed or picture."""
    told = f"{request.settings.prompt}{request.settings.seed}".encode()
    for array in request.arrays:
        told += array.tobytes()
    return Result(request, noise(SIDE, SIDE, 3, seed=crc32(told)))


def filled(document: Document, box: Rect, seed: int = 0, prompt: str = "a boat") -> Document:
    masked = document.with_mask(box_mask(document.extent, box))
    request = RequestMaker(masked, Mode.INPAINT, SMALL)(settings_for(prompt, seed=seed))
    return accept(masked, drawn(request), blend=Blend(2))


def opened(*boxes: Rect) -> Document:
    document = Document.from_picture(opaque(noise(EXTENT.height, EXTENT.width, 3)))
    for box in boxes:
        document = filled(document, box)
    return document


def run_again(document: Document, ids: Sequence[str], **changes: object) -> Document:
    """Run edits again, the first of them with other settings."""
    for number, layer_id in enumerate(ids):
        layer = document.layer(layer_id)
        assert layer is not None
        assert layer.edit is not None
        new = replace(layer.edit.request.settings, **changes) if number == 0 else None
        document = with_rerun(document, layer_id, drawn(rerun_request(document, layer_id, new)))
    return document


def moved_past(document: Document, layer_id: str, steps: int) -> Document:
    return moved(document, layer_id, place_past(document, layer_id, steps))


def look(document: Document) -> list[object]:
    """All that tells documents apart, by value."""
    return [
        (
            layer.id,
            layer.name,
            layer.visible,
            layer.raster.to_array().tobytes(),
            layer.edit and (layer.edit.request.settings, layer.edit.patch.tobytes()),
            layer.edit and [array.tobytes() for array in arrays_of(layer.edit.request.source)],
        )
        for layer in document.layers
    ]


boxes = st.builds(
    Rect, st.integers(0, 60), st.integers(0, 40), st.integers(3, 10), st.integers(3, 10)
)
stacks = st.lists(boxes, min_size=1, max_size=4)
steps = st.one_of(
    st.tuples(st.just("hide"), st.integers(0, 3), st.none()),
    st.tuples(st.just("move"), st.integers(0, 3), st.integers(-2, 2)),
    st.tuples(st.just("run"), st.integers(0, 3), st.integers(1, 3)),
    st.tuples(st.sampled_from(["undo", "redo"]), st.none(), st.none()),
)


def stepped(document: Document, step: tuple[str, int, int]) -> Document:
    """`document` after a step on one of its edits, counted from below."""
    kind, place, value = step
    there = edit_layers(document)
    layer = there[place % len(there)].layer
    match kind:
        case "hide":
            return document.with_changed(replace(layer, visible=not layer.visible))
        case "move":
            return moved_past(document, layer.id, value)
    return run_again(document, affected(document, [layer.id]), seed=value)


@settings(max_examples=25)
@given(stacks, st.lists(steps, max_size=8))
def test_any_sequence_equals_its_replay_from_scratch(
    stack: list[Rect], sequence: list[tuple[str, int, int]]
) -> None:
    start = opened(*stack)
    history, done, undone = History.start(start), list[tuple[str, int, int]](), []
    for step in sequence:
        match step[0]:
            case "undo" if done:
                undone.append(done.pop())
                history = history.undo()
            case "redo" if undone:
                done.append(undone.pop())
                history = history.redo()
            case "hide" | "move" | "run":
                history = history.push(step[0], stepped(history.document, step))
                done.append(step)
                undone.clear()
        for layer, edit in edit_layers(history.document):
            assert layer.raster.to_array().tobytes() == (
                edit.rendered(EXTENT, None).to_array().tobytes()
            )
    replayed = start
    for step in done:
        replayed = stepped(replayed, step)
    assert look(replayed) == look(history.document)


@settings(max_examples=25)
@given(stacks, st.integers(0, 3))
def test_the_affected_edits_are_exactly_those_whose_picture_changes(
    stack: list[Rect], place: int
) -> None:
    document = opened(*stack)
    ids = [layer.id for layer, _ in edit_layers(document)]
    changed = ids[place % len(ids)]
    chosen = affected(document, [changed])
    assert chosen[0] == changed
    some = run_again(document, chosen, seed=5)
    later = ids[ids.index(changed) :]
    assert look(run_again(document, later, seed=5)) == look(some)
    for layer_id in later:
        before, after = (each.layer(layer_id) for each in (document, some))
        assert before
        assert after
        assert before.edit
        assert after.edit
        pictures = [each.edit.request.source.picture for each in (before, after)]
        differs = not np.array_equal(*pictures)
        if layer_id in chosen[1:]:
            continue  # its picture may be the same where only the blend band's end is seen
        assert differs is False
        assert (after is before) == (layer_id != changed)


def test_a_rerun_without_changes_changes_nothing() -> None:
    document = opened(Rect(5, 5, 20, 20), Rect(15, 15, 20, 20))
    for layer, edit in edit_layers(document):
        request = rerun_request(document, layer.id)
        assert np.array_equal(request.source.picture, edit.request.source.picture)
        assert with_rerun(document, layer.id, drawn(edit.request)) is document


def test_a_rerun_keeps_the_place_the_mask_and_the_settings_of_the_layer() -> None:
    document = opened(Rect(5, 5, 20, 20))
    old = replace(document.layers[-1], opacity=0.5, visible=False)
    document = document.with_changed(old)
    (new,) = run_again(document, [old.id], prompt="a car", seed=9).layers[1:]
    assert old.edit
    assert new.edit
    assert (new.name, new.opacity, new.visible) == ("a car", 0.5, False)
    assert (new.edit.placement, new.edit.clip) == (old.edit.placement, old.edit.clip)
    assert new.edit.mask is old.edit.mask
    assert new.edit.blend == old.edit.blend
    assert new.edit.request.settings == replace(old.edit.request.settings, prompt="a car", seed=9)
    renamed = document.with_changed(replace(old, name="Boat"))
    assert run_again(renamed, [old.id], prompt="a car").layers[-1].name == "Boat"


@pytest.mark.parametrize(
    "change",
    [
        lambda document: rotated(document, 1),
        lambda document: flipped(document, left_to_right=True),
        lambda document: rotated(flipped(document, left_to_right=False), 3),
    ],
)
def test_the_new_picture_is_turned_like_the_patch(change: object) -> None:
    document = opened(Rect(20, 15, 20, 20))
    request = document.edits[0].request
    turned = change(document)  # type: ignore[operator]
    again = rerun_request(turned, turned.layers[-1].id)
    assert isinstance(again.source, Inpaint)
    assert isinstance(request.source, Inpaint)
    rounding = np.abs(again.source.picture.astype(int) - request.source.picture)
    assert rounding.max() <= 2  # rows are resampled after columns, whichever way they lie
    assert again.bounds == request.bounds


def test_after_scaling_the_picture_is_nearly_the_same() -> None:
    document = Document.from_picture(np.full((50, 70, 4), (90, 20, 60, 255), np.uint8))
    document = filled(document, Rect(20, 15, 20, 20))
    larger = scaled(document, Extent(140, 150), Resampling.BILINEAR)
    again = rerun_request(larger, larger.layers[-1].id)
    assert isinstance(again.source, Inpaint)
    assert np.abs(again.source.picture.astype(int) - (90, 20, 60)).max() <= 1


def test_an_edit_that_was_cropped_away_cannot_run() -> None:
    document = cropped(opened(Rect(50, 30, 8, 8)), Rect(0, 0, 20, 20))
    with pytest.raises(RequestError, match="outside the picture"):
        rerun_request(document, document.layers[-1].id)


def test_hidden_edits_change_nothing_that_others_see() -> None:
    document = opened(Rect(5, 5, 20, 20), Rect(10, 10, 20, 20))
    low, high = (layer for layer, _ in edit_layers(document))
    assert affected(document, [low.id]) == (low.id, high.id)
    hidden = document.with_changed(replace(low, visible=False))
    assert affected(hidden, [low.id]) == (low.id,)
    assert affected(document, [high.id]) == (high.id,)


def test_a_variation_still_starts_from_the_result_that_it_varies() -> None:
    document = opened(Rect(5, 5, 20, 20))
    first = Result(document.edits[0].request, document.edits[0].patch)
    request = variations(first, settings_for("a boat", seed=3), 0.5, SMALL)
    varied = accept(opened(Rect(0, 0, 4, 4)), drawn(request), blend=Blend(2))
    assert sees_picture(varied.edits[-1])
    source = rerun_request(varied, varied.layers[-1].id).source
    assert isinstance(source, Sketch)
    kept = (source.picture == first.picture).all(axis=2)
    middle = np.s_[SIDE // 2 - 2 : SIDE // 2 + 2, SIDE // 2 - 2 : SIDE // 2 + 2]
    assert kept[middle].all()
    assert not kept.all()


def test_the_parent_of_a_branch_runs_with_the_new_prompt_but_keeps_its_own() -> None:
    document = opened(Rect(5, 5, 20, 20))
    old = document.edits[0].request
    other = replace(old, settings=replace(old.settings, prompt="a fish"))
    for origin, prompt in ((old, "a car"), (other, "a fish")):
        branched = replace(old, branch=Branch(origin, 2))
        layer = document.layers[-1]
        there = document.with_changed(
            replace(layer, edit=replace(layer.edit, request=branched))  # type: ignore[type-var]
        )
        wanted = replace(old.settings, prompt="a car", seed=8)
        again = rerun_request(there, layer.id, wanted)
        assert again.branch
        assert again.branch.request.settings == replace(wanted, prompt=prompt)


def test_ground_that_the_new_picture_lacks_is_replaced() -> None:
    document = opened(Rect(5, 5, 20, 20))
    layer = document.layers[-1]
    assert layer.edit
    kept = replace(layer.edit, blend=Blend(0, Ground.KEEP), matte=np.zeros((SIDE, SIDE), np.uint8))
    document = document.with_changed(replace(layer, edit=kept))
    (edit,) = run_again(document, [layer.id], seed=7).edits
    assert edit.blend.ground is not Ground.KEEP


def test_moving_past_an_edit_skips_ordinary_layers() -> None:
    document = opened(Rect(5, 5, 20, 20))
    painted = document.layers[0].copied("Paint")
    document = filled(document.with_layer(painted), Rect(30, 10, 9, 9), prompt="a car")
    car = document.layers[-1]
    names = [layer.name for layer in moved_past(document, car.id, -5).layers]
    assert names == ["Background", "a car", "a boat", "Paint"]
    assert moved_past(document, car.id, 1).layers == document.layers


def test_text_to_image_and_upscaled_edits_do_not_depend_on_edits_below() -> None:
    text = GenerationRequest(settings_for("a boat"), Nothing(), EXTENT.bounds.squared())
    upscale = GenerationRequest(settings_for("a boat"), Upscale(noise(50, 70, 3)), EXTENT.bounds)
    for request in (text, upscale):
        document = opened(Rect(5, 5, 20, 20))
        result = Result(request, noise(SIDE, SIDE, 3))
        edit = Edit.of(result, request.bounds, EXTENT)
        document = document.with_layer(edited_layer(document, edit, "whole"))
        low, whole = (layer.id for layer, _ in edit_layers(document))
        assert affected(document, [low]) == (low,)
        assert rerun_request(document, whole).source is request.source
        filled_over = filled(document, Rect(40, 20, 9, 9))
        assert affected(filled_over, [whole]) == (whole, filled_over.layers[-1].id)
