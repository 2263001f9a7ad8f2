"""Commands on the mask: each is one step, computed in the background."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Combine, Mask
from glide_studio.core.mask.shapes import enclosed, rectangle
from glide_studio.core.raster.colour import BLACK
from glide_studio.core.raster.raster import Pixels
from tests.session.editing import Session

BOX = Rect(60, 50, 100, 80)


@pytest.fixture
def session(session: Session) -> Session:
    """On a picture of 300 x 200 whose right half is transparent, with a box masked."""
    picture = np.full((200, 300, 4), (10, 200, 30, 255), np.uint8)
    picture[:, 150:] = 0
    session.editor.paste(picture)
    session.paint_mask(BOX)
    return session


def mask(session: Session) -> Pixels:
    return session.review.mask.read(session.document.extent.bounds)


def after(session: Session, act: Callable[[], object]) -> Mask:
    """The mask once `act` has become a step."""
    history = session.editor.open_document.history
    act()
    session.wait_until(lambda: session.editor.open_document.history is not history)
    return session.review.mask


def use_up_mask(session: Session) -> None:
    """Inpaint, which clears the mask."""
    session.generate("a lamp")
    session.wait_until(lambda: session.review.mask.is_empty)


def test_fill_invert_and_clear(session: Session) -> None:
    before = mask(session)
    after(session, session.masks.invert)
    assert np.array_equal(mask(session), 255 - before)
    after(session, session.masks.fill)
    assert (mask(session) == 255).all()
    assert after(session, session.masks.clear).is_empty
    assert session.labels[-3:] == ["Invert selection", "Select all", "Deselect"]
    for _ in range(3):
        session.editor.undo()
    assert np.array_equal(mask(session), before)


def test_grow_shrink_feather_and_smooth_are_undoable_steps(session: Session) -> None:
    assert after(session, lambda: session.masks.grow(7)).bounds() == BOX.padded(7)
    assert after(session, lambda: session.masks.shrink(20)).bounds().width == 74
    soft = after(session, lambda: session.masks.feather(9))
    assert len(np.unique(soft.read(soft.extent.bounds))) > 20
    after(session, lambda: session.masks.smooth(3))
    assert session.labels[-4:] == ["Grow mask", "Shrink mask", "Feather mask", "Smooth mask"]


def test_a_command_that_changes_nothing_is_no_step(session: Session) -> None:
    session.masks.clear()
    steps = len(session.labels)
    session.masks.clear()
    session.masks.grow(3)
    session.masks.select("Nothing", lambda shown: Mask.empty(shown.extent), Combine.ADD)
    after(session, session.masks.invert)
    assert len(session.labels) == steps + 1


def test_commands_in_quick_succession_build_on_each_other(session: Session) -> None:
    for _ in range(3):
        session.masks.grow(2)
    session.masks.invert()
    session.wait_until(lambda: session.labels[-1] == "Invert selection")
    assert session.labels[-4:-1] == ["Grow mask"] * 3
    assert session.review.mask.inverted().bounds() == BOX.padded(6)


def test_a_stroke_painted_during_a_command_is_kept(session: Session) -> None:
    session.masks.grow(2)
    dot = session.review.mask.write(Rect(0, 0, 1, 1), np.full((1, 1), 255, np.uint8))
    session.editor.open_document.set_mask(dot)
    session.wait_until(lambda: session.labels[-1] == "Grow mask")
    assert mask(session)[0, 0] == 255
    assert mask(session)[0, 2] == 255
    assert session.labels[-2] == "Paint mask"


def test_commands_started_for_another_document_are_dropped(session: Session) -> None:
    ready = session.hold_background()
    session.masks.invert()
    session.masks.select("All", lambda shown: Mask.full(shown.extent), Combine.REPLACE)
    session.layers.fill(BLACK)
    session.image.flip(True)
    session.editor.new()
    document = session.document
    ready.set()
    session.finish_background()
    session.finish_background()  # by now any that had started again would be done
    assert session.document is document
    assert session.labels == ["New"]


def test_a_feathered_selection_is_combined_with_the_mask(session: Session) -> None:
    def half(shown: Document) -> Mask:
        return enclosed(shown.extent, rectangle(0, 0, 110, 200))

    after(session, lambda: session.masks.select("Half", half, Combine.SUBTRACT, feather=10))
    row = mask(session)[90]
    assert row[70] == 0
    assert 0 < row[108] < row[112] < 255
    assert row[159] == 255
    assert session.labels[-1] == "Half"


def test_the_last_mask_can_be_restored_whatever_cleared_it(session: Session) -> None:
    before = mask(session)
    assert not session.masks.can_reuse
    use_up_mask(session)
    assert session.masks.can_reuse
    session.masks.reuse()
    assert np.array_equal(mask(session), before)
    assert session.labels[-1] == "Reselect"
    assert not session.masks.can_reuse
    session.masks.clear()
    session.masks.reuse()
    assert np.array_equal(mask(session), before)
    session.editor.new()
    assert not session.masks.can_reuse  # it has another size
    session.paste_white(200, 300)
    assert session.masks.can_reuse
    session.masks.reuse()
    assert np.array_equal(mask(session), before)


def test_commands_change_the_mask_of_the_shown_candidate(session: Session) -> None:
    review = session.review
    session.generate("a lamp", count=2)
    session.wait_until(lambda: review.is_pending and review.mask.is_empty)
    shape = rectangle(5, 6, 25, 36)
    session.masks.select("Box", lambda shown: enclosed(shown.extent, shape), Combine.ADD)
    session.wait_until(lambda: review.mask.bounds() == Rect(5, 6, 20, 30))
    session.masks.grow(2)
    session.wait_until(lambda: review.mask.bounds() == Rect(3, 4, 24, 34))
    for share in (0.0, 0.3):
        review.compare(share)
        after(session, session.masks.invert)
        assert session.labels[-1] == "Invert selection"
        session.editor.undo()


def test_strokes_come_back_when_an_edit_is_undone(session: Session) -> None:
    before = mask(session)
    use_up_mask(session)
    session.editor.undo()
    assert np.array_equal(mask(session), before)
    session.editor.undo()
    assert session.review.mask.is_empty
    session.editor.redo()
    assert np.array_equal(mask(session), before)
    session.editor.redo()
    assert session.review.mask.is_empty


def test_mask_from_and_to_the_alpha_of_a_layer(session: Session) -> None:
    after(session, session.masks.from_layer)
    assert (mask(session)[:, :150] == 255).all()
    assert not mask(session)[:, 150:].any()
    session.editor.undo()
    after(session, session.masks.to_layer)
    alpha = session.document.composite()[..., 3]
    assert np.array_equal(alpha[:, :150], mask(session)[:, :150])
    assert not alpha[:, 150:].any()
    assert session.labels[-1] == "Mask to layer alpha"


def test_a_locked_layer_keeps_its_alpha(session: Session) -> None:
    session.layers.toggle_active_locked()
    session.masks.to_layer()
    session.wait_until(lambda: bool(session.notices))
    assert "locked" in session.notices[0]


def test_a_mask_is_written_and_read_again(session: Session, tmp_path: Path) -> None:
    path, before = tmp_path / "mask.png", mask(session)
    session.masks.write(path)
    session.wait_until(lambda: session.notices == ["Saved the mask as mask.png."])
    session.masks.clear()
    after(session, lambda: session.masks.read(path))
    assert np.array_equal(mask(session), before)
    assert session.labels[-1] == "Import mask mask.png"


def test_a_file_that_is_no_mask_is_reported_in_one_sentence(
    session: Session, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("not a picture")
    session.masks.read(tmp_path / "notes.txt")
    session.wait_until(lambda: len(session.failures) == 1)
    session.masks.write(tmp_path / "mask.jpg")
    session.wait_until(lambda: len(session.failures) == 2)
    for sentence in session.failures:
        assert sentence.endswith((".", "png."))
        assert "\n" not in sentence


def test_a_slow_command_changes_the_colour_that_it_was_meant_for(session: Session) -> None:
    """The artist chooses another colour, and removes one, before it is done."""
    session.masks.add_colour()
    session.masks.choose_colour(0)
    before = mask(session)
    go_on = session.hold_background()
    session.masks.grow(9)
    session.masks.choose_colour(1)
    go_on.set()
    session.wait_until(lambda: session.labels[-1] == "Grow mask")
    assert session.document.mask.is_empty
    session.masks.choose_colour(0)
    assert (mask(session) > 0).sum() > (before > 0).sum()
    go_on, steps = session.hold_background(), len(session.labels)
    session.masks.grow(9)
    session.masks.remove_colour()
    go_on.set()
    session.finish_background()
    assert len(session.labels) == steps + 1
    assert session.document.mask.is_empty
    assert session.failures == []
