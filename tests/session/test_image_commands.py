"""Crop, scale, rotate and flip."""

import numpy as np
import pytest

from glide_studio.core.document.reshape import Resampling
from glide_studio.core.geometry import Extent, Rect
from glide_studio.session.image_commands import ImageCommands
from tests.session.editing import Session, photograph


@pytest.fixture
def commands(masked: Session) -> ImageCommands:
    return ImageCommands(masked.editor.open_document, masked.editor.runs)


def test_each_command_is_one_undoable_step(session: Session, commands: ImageCommands) -> None:
    commands.crop(Rect(10, 20, 30, 40))
    session.wait_until(lambda: session.document.extent == Extent(30, 40))
    assert np.array_equal(session.document.composite(), photograph()[20:60, 10:40])
    commands.crop(Rect(-10, 0, 50, 40))
    session.wait_until(lambda: session.document.extent == Extent(50, 40))
    commands.rotate(1)
    session.wait_until(lambda: session.document.extent == Extent(40, 50))
    commands.scale(Extent(80, 100), Resampling.NEAREST)
    session.wait_until(lambda: session.document.extent == Extent(80, 100))
    before = session.document.composite()
    commands.flip(True)
    session.wait_until(lambda: np.array_equal(session.document.composite(), before[:, ::-1]))
    steps = ["Crop", "Extend canvas", "Rotate image", "Scale image", "Flip image"]
    assert session.labels[3:] == steps
    for _ in steps:
        session.editor.undo()
    assert np.array_equal(session.document.composite(), photograph())


def test_a_size_that_is_too_large_is_refused_in_one_sentence(
    session: Session, commands: ImageCommands
) -> None:
    steps = session.labels
    commands.scale(Extent(20_000, 20_000), Resampling.LANCZOS)
    session.wait_until(lambda: bool(session.failures))
    message = "A picture has at most 200 megapixels: choose a smaller size."
    assert session.failures == [message]
    assert session.labels == steps


def test_the_canvas_cannot_be_changed_during_a_run(
    session: Session, commands: ImageCommands
) -> None:
    session.start_endless("a lamp")
    before = session.document
    commands.rotate(1)
    session.wait_until(lambda: bool(session.notices))
    assert "Generation is running" in session.notices[0]
    session.editor.runs.cancel()
    assert session.document is before


def test_a_candidate_made_before_a_flip_can_be_accepted_after_undo(
    session: Session, commands: ImageCommands
) -> None:
    review = session.review
    session.generate("a lamp", count=2)
    session.wait_until(lambda: review.is_pending)
    commands.flip(True)
    session.wait_until(lambda: session.labels[-1] == "Flip image")
    assert not review.is_pending
    review.show((1, 1))
    session.wait_until(lambda: bool(session.failures))
    assert "Undo that to use it" in session.failures[0]
    session.editor.undo()
    review.show((1, 1))
    session.wait_until(lambda: review.is_pending)
    review.accept()
    session.wait_until(lambda: len(session.document.edits) == 1)
