"""The slider through the steps of a candidate, and the branch that starts at one of them."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from glide_studio.core.files.documents import open_document
from glide_studio.core.request.request import GenerationRequest
from glide_studio.core.request.source import Inpaint, Nothing
from tests.fakes import colour
from tests.ui.canvas_events import shown
from tests.ui.studio import Studio

SEED = 1


def canvas(studio: Studio) -> tuple[int, ...]:
    return shown(studio.find("canvas"), 128, 128)


def move_to(studio: Studio, step: int) -> None:
    """Move the slider to a step by the keyboard."""
    slider = studio.find("step_slider")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    for _ in range(step - 1):
        QTest.keyClick(slider, Qt.Key.Key_Right)


def branch(studio: Studio) -> GenerationRequest:
    made = len(studio.engine.requests)
    studio.click("branch_button")
    studio.qtbot.waitUntil(lambda: len(studio.engine.requests) == made + 1)
    studio.finish()
    return studio.engine.requests[-1]


@pytest.fixture
def two(studio: Studio) -> Studio:
    """Two candidates of six steps, the first of which is shown."""
    studio.generate("a red apple", seed=SEED, count=2)
    studio.qtbot.waitUntil(lambda: canvas(studio) == colour(SEED))
    return studio


def test_the_slider_shows_each_step_and_at_its_end_the_picture(two: Studio) -> None:
    slider = two.find("step_slider")
    assert (slider.minimum(), slider.maximum(), slider.value()) == (1, 6, 6)
    assert not two.find("branch_button").isEnabled()
    for step in (1, 4):
        move_to(two, step)
        two.qtbot.waitUntil(lambda step=step: canvas(two) == colour(SEED + 10 * step))
        assert two.find("branch_button").isEnabled()
        assert two.find("branch_candidate_action").isEnabled()
    two.find("compare_slider").setValue(0)
    assert canvas(two) not in (colour(SEED), colour(SEED + 40))
    two.find("compare_slider").setValue(100)
    QTest.keyClick(slider, Qt.Key.Key_End)
    two.qtbot.waitUntil(lambda: canvas(two) == colour(SEED))
    assert two.editor.document.is_blank


def test_another_candidate_begins_with_its_picture(two: Studio) -> None:
    move_to(two, 2)
    two.press("Alt+Right")
    two.qtbot.waitUntil(lambda: canvas(two) == colour(SEED + 1))
    assert two.find("step_slider").value() == 6
    two.press("Esc")
    assert not two.find("step_slider").isEnabled()


def test_an_unchanged_branch_repeats_the_request(two: Studio) -> None:
    two.press("Alt+Right")
    two.qtbot.waitUntil(lambda: canvas(two) == colour(SEED + 1))
    move_to(two, 3)
    request = branch(two)
    assert request.branch.step == 3
    origin = two.editor.review.candidates.all[1].result.request
    assert request.branch.request is origin
    assert request.settings == origin.settings
    assert isinstance(request.source, Nothing)
    assert [each.run.batch for each in two.editor.review.candidates.all] == [1, 1, 1]


def test_a_branch_uses_prompt_guidance_and_a_locked_seed_of_the_panel(two: Studio) -> None:
    move_to(two, 2)
    two.type("prompt_edit", "a blue bell")
    two.find("guidance_spin").setValue(7)
    two.find("steps_spin").setValue(30)
    request = branch(two)
    settings = request.settings
    assert (settings.prompt, settings.guidance_scale, settings.seed) == ("a blue bell", 7, SEED)
    assert settings.base == request.branch.request.settings.base
    two.editor.review.show((1, 0))
    two.find("seed_spin").setValue(9)
    move_to(two, 2)
    assert branch(two).settings.seed == 9


def test_a_mask_painted_on_the_candidate_limits_the_branch(two: Studio) -> None:
    two.stroke((40, 40), (90, 40))
    move_to(two, 4)
    request = branch(two)
    assert isinstance(request.source, Inpaint)
    assert request.source.mask.any()
    assert tuple(request.source.picture[200, 200]) == colour(SEED)
    assert two.shown() == colour(SEED)  # the candidate is accepted beneath it
    assert len(two.editor.document.layers) == 2


def test_a_branch_is_saved_with_its_edit(two: Studio, tmp_path: object) -> None:
    move_to(two, 2)
    request = branch(two)
    two.editor.review.show((2, 0))
    two.qtbot.waitUntil(lambda: not two.editor.review.is_preparing)
    two.click("accept_button")
    path = tmp_path / "branch.ora"
    two.editor.save(path)
    two.qtbot.waitUntil(lambda: not two.editor.is_modified)
    (edit,) = open_document(path, "x").project.document.edits
    assert edit.request.branch.step == 2
    assert edit.request.branch.request.settings == request.branch.request.settings
    assert np.array_equal(edit.patch, two.editor.review.candidates.all[2].result.picture)
