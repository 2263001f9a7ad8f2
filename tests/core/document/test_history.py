from dataclasses import replace
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from glide_studio.core.document import history as history_module
from glide_studio.core.document.accepting import accept
from glide_studio.core.document.document import Document
from glide_studio.core.document.history import History
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.stroke import Brush, Dab, Stroke
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, Raster
from glide_studio.core.request.request import Result
from tests.core.samples import noise
from tests.fakes import text_request

MASK_TILE = TILE_SIZE * TILE_SIZE
PICTURE_TILE = 4 * MASK_TILE


def with_dot(document: Document, x: float, y: float, brush: Brush) -> Document:
    stroke = Stroke(document.mask, brush)
    stroke.extend(x, y)
    return document.with_mask(stroke.mask)


class Painting(RuleBasedStateMachine):
    """Strokes, pastes, undo and redo, compared with a list of plain arrays."""

    page = Rect(0, 0, 520, 300)

    @initialize(seed=st.integers(0, 9))
    def open_picture(self, seed: int) -> None:
        picture = noise(300, 520, 4, seed=seed)
        self.history = History.start(Document.from_picture(picture))
        self.states: list[tuple[Pixels, Pixels]] = [(picture, np.zeros((300, 520), np.uint8))]
        self.current = 0

    def push(self, document: Document, picture: Pixels, mask: Pixels) -> None:
        self.history = self.history.push("edit", document)
        self.states = [*self.states[: self.current + 1], (picture, mask)]
        self.current += 1

    @rule(
        x=st.floats(-9, 529),
        y=st.floats(-9, 309),
        size=st.floats(2, 200),
        hardness=st.floats(0, 1),
        erase=st.booleans(),
    )
    def stroke(self, x: float, y: float, size: float, hardness: float, erase: bool) -> None:
        document = with_dot(self.history.document, x, y, Brush(size, hardness, erase))
        picture, mask = self.states[self.current]
        coverage = Dab(x, y, size / 2).shape(self.page, hardness)
        painted = np.minimum(mask, 255 - coverage) if erase else np.maximum(mask, coverage)
        self.push(document, picture, painted)

    @rule(x=st.integers(-60, 520), y=st.integers(-60, 300), seed=st.integers(0, 9))
    def paste(self, x: int, y: int, seed: int) -> None:
        pasted = noise(70, 280, 4, seed=seed)
        pasted[..., 3] = np.where(pasted[..., 3] < 128, 0, 255)
        bounds = Rect(x, y, 280, 70)
        document = self.history.document
        raster = Raster.empty(document.extent).write(bounds, pasted)
        picture, mask = self.states[self.current]
        picture = picture.copy()
        part = bounds.intersected(self.page)
        seen = pasted[part.slices_in(bounds)]
        np.copyto(picture[part.slices_in(self.page)], seen, where=seen[..., 3:] == 255)
        self.push(document.with_layer(Layer("pasted", raster)), picture, mask)

    @rule()
    def undo(self) -> None:
        self.history = self.history.undo()
        self.current = max(self.current - 1, 0)

    @rule()
    def redo(self) -> None:
        self.history = self.history.redo()
        self.current = min(self.current + 1, len(self.states) - 1)

    @rule(data=st.data())
    def jump(self, data: st.DataObject) -> None:
        self.current = data.draw(st.integers(0, len(self.states) - 1))
        self.history = self.history.jump(self.current)

    @precondition(lambda self: hasattr(self, "history"))
    @invariant()
    def equals_the_plain_arrays(self) -> None:
        picture, mask = self.states[self.current]
        assert np.array_equal(self.history.document.composite(), picture)
        assert np.array_equal(self.history.document.mask.read(self.page), mask)
        assert self.history.size_bytes <= (self.history._spent or 2**40)
        assert self.history.can_undo == (self.current > 0)
        assert self.history.can_redo == (self.current < len(self.states) - 1)


class TestPainting(Painting.TestCase):
    settings = settings(max_examples=30, stateful_step_count=12)


def painted_document() -> Document:
    return Document.from_picture(np.full((512, 512, 4), 200, np.uint8))


def test_undo_and_redo_move_between_states() -> None:
    first, second = Document.blank(Extent(256, 256)), painted_document()
    history = History.start(first).push("Open", second)
    assert [entry.label for entry in history.entries] == ["New", "Open"]
    assert history.document is second
    assert history.undo().document is first
    assert history.undo().redo().document is second
    assert history.undo().undo().document is first
    assert history.redo() == history


def test_a_push_after_undo_drops_what_could_be_redone() -> None:
    history = History.start(Document.blank(Extent(256, 256))).push("a", painted_document()).undo()
    history = history.push("b", painted_document())
    assert [entry.label for entry in history.entries] == ["New", "b"]
    assert not history.can_redo


@pytest.mark.parametrize("index", [-1, 1])
def test_a_jump_to_an_entry_that_does_not_exist_is_refused(index: int) -> None:
    with pytest.raises(IndexError, match="no entry"):
        History.start(Document.blank(Extent(256, 256))).jump(index)


def test_an_entry_costs_the_tiles_it_changed() -> None:
    document = painted_document()
    history = History.start(document)
    assert history.size_bytes == 4 * PICTURE_TILE
    history = history.push("same", document)
    assert history.size_bytes == 4 * PICTURE_TILE
    dotted = with_dot(document, 100, 100, Brush(20, 1))
    history = history.push("dot", dotted)
    assert history.size_bytes == 4 * PICTURE_TILE + MASK_TILE
    history = history.push("two dots", with_dot(dotted, 400, 100, Brush(20, 1)))
    assert history.size_bytes == 4 * PICTURE_TILE + 2 * MASK_TILE


def test_an_edit_counts_its_own_arrays() -> None:
    request = text_request("x", 100)
    result = Result(request, np.zeros((64, 64, 3), np.uint8))
    history = History.start(accept(painted_document(), result))
    assert history.size_bytes == 5 * PICTURE_TILE + result.picture.nbytes


def test_the_oldest_entries_are_dropped_when_the_budget_is_exceeded() -> None:
    document = Document.blank(Extent(256, 256))
    history = History(History.start(document).entries, byte_budget=3 * MASK_TILE)
    for value in range(1, 6):
        mask = Mask.from_array(np.full((256, 256), value, np.uint8))
        history = history.push(str(value), document.with_mask(mask))
    assert [entry.label for entry in history.entries] == ["3", "4", "5"]
    assert history.size_bytes == 3 * MASK_TILE
    assert history.document.mask.read(Rect(0, 0, 1, 1)) == 5
    assert history.undo().undo().undo() == history.jump(0)


def test_the_current_entry_is_kept_whatever_its_size() -> None:
    start = History(History.start(Document.blank(Extent(256, 256))).entries, byte_budget=1)
    history = start.push("big", painted_document())
    assert [entry.label for entry in history.entries] == ["big"]
    assert not history.can_undo


def test_the_spent_bytes_are_right_after_undo_amend_and_new_steps() -> None:
    history = History.start(painted_document())
    for x in (20, 300, 480):
        history = history.push("dot", with_dot(history.document, x, 20, Brush(20, 1)))
    history = history.undo().undo()
    renamed = history.document.with_changed(replace(history.document.layers[0], name="ground"))
    history = history.amend(renamed).push("more", with_dot(renamed, 20, 400, Brush(20, 1)))
    assert history._spent == history.size_bytes == 4 * PICTURE_TILE + 2 * MASK_TILE


def test_the_cost_of_a_push_does_not_grow_with_the_history() -> None:
    """Counts tiles instead of seconds, so that it does not fail on a busy machine."""
    history = History.start(painted_document())
    seen: list[int] = []
    counted = history_module._arrays

    def counting(document: Document) -> dict[int, Pixels]:
        found = counted(document)
        seen.append(len(found))
        return found

    with patch.object(history_module, "_arrays", counting):
        for count in range(40):
            seen.clear()
            history = history.push("dot", with_dot(history.document, 5 * count, 20, Brush(4, 1)))
            assert sum(seen) <= 15
