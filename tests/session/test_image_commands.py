"""Crop, scale, rotate and flip."""

import numpy as np

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.resample import Resampling
from tests.session.editing import Session, photograph


def test_each_command_is_one_undoable_step(masked: Session) -> None:
    masked.image.crop(Rect(10, 20, 30, 40))
    masked.wait_until(lambda: masked.document.extent == Extent(30, 40))
    assert np.array_equal(masked.document.composite(), photograph()[20:60, 10:40])
    masked.image.crop(Rect(-10, 0, 50, 40))
    masked.wait_until(lambda: masked.document.extent == Extent(50, 40))
    masked.image.rotate(1)
    masked.wait_until(lambda: masked.document.extent == Extent(40, 50))
    masked.image.scale(Extent(80, 100), Resampling.NEAREST)
    masked.wait_until(lambda: masked.document.extent == Extent(80, 100))
    before = masked.document.composite()
    masked.image.flip(True)
    masked.wait_until(lambda: np.array_equal(masked.document.composite(), before[:, ::-1]))
    steps = ["Crop", "Extend canvas", "Rotate image", "Scale image", "Flip image"]
    assert masked.labels[3:] == steps
    for _ in steps:
        masked.editor.undo()
    assert np.array_equal(masked.document.composite(), photograph())


def test_a_size_that_is_too_large_is_refused_in_one_sentence(masked: Session) -> None:
    steps = masked.labels
    masked.image.scale(Extent(20_000, 20_000), Resampling.LANCZOS)
    masked.wait_until(lambda: bool(masked.failures))
    message = "A picture has at most 200 megapixels: choose a smaller size."
    assert masked.failures == [message]
    assert masked.labels == steps


def test_the_canvas_cannot_be_changed_during_a_run(masked: Session) -> None:
    masked.start_endless("a lamp")
    before = masked.document
    masked.image.rotate(1)
    masked.wait_until(lambda: bool(masked.notices))
    assert "is being generated" in masked.notices[0]
    masked.editor.runs.cancel()
    assert masked.document is before


def test_a_candidate_made_before_a_flip_can_be_accepted_after_undo(masked: Session) -> None:
    review = masked.review
    masked.generate("a lamp", count=2)
    masked.wait_until(lambda: review.is_pending)
    masked.image.flip(True)
    masked.wait_until(lambda: masked.labels[-1] == "Flip image")
    assert not review.is_pending
    review.show((1, 1))
    masked.wait_until(lambda: bool(masked.failures))
    assert "Undo that to use it" in masked.failures[0]
    masked.editor.undo()
    review.show((1, 1))
    masked.wait_until(lambda: review.is_pending)
    review.accept()
    masked.wait_until(lambda: len(masked.document.edits) == 1)
