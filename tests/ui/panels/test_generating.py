"""From prompt to picture in the window: runs finish, are cancelled, replaced, queued, or fail."""

from pathlib import Path

import pytest

from glide_studio.core.request.presets import NORMAL, PRESETS, Preset, suited
from glide_studio.core.request.source import Inpaint
from tests.fakes import colour
from tests.ui.studio import Studio


def test_ctrl_return_in_the_prompt_generates_a_picture(studio: Studio) -> None:
    studio.type("prompt_edit", "a red apple")
    studio.find("seed_spin").setValue(3)
    assert studio.mode == "Text to image, 256 x 256"
    studio.press("Ctrl+Return", "prompt_edit")
    assert studio.editor.runs.running is not None
    assert not studio.find("welcome_label").isVisible()
    studio.finish()
    assert studio.shown() == colour(3)
    assert studio.texts("history_list") == ["New", "a red apple"]
    assert studio.prompt == "a red apple"


def test_generate_again_makes_another_picture(studio: Studio) -> None:
    for seed in (1, 2):
        assert studio.mode == "Text to image, 256 x 256"
        studio.generate("a red apple", seed=seed)
        assert (studio.message(), studio.shown()) == (None, colour(seed))
    studio.stroke((100, 100), (150, 120))
    assert studio.mode == "Inpaint the masked area"
    studio.press("Ctrl+Z")
    assert studio.mode == "Text to image, 256 x 256"
    studio.press("Ctrl+Z")
    assert studio.shown() == colour(1)


def test_all_settings_reach_the_engine(studio: Studio) -> None:
    sampler = studio.find("sampler_combo")
    sampler.setCurrentIndex(sampler.findData("plms"))
    studio.generate("  a red apple ", guidance=4.5, steps=12, seed=2**32 - 1, count=2)
    used = studio.engine.requests[0].settings
    assert (used.prompt, used.guidance_scale) == ("a red apple", 4.5)
    assert (used.base.sampler, used.base.timestep_respacing) == ("plms", "12")
    assert (used.seed, used.count) == (2**32 - 1, 2)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_all_settings_of_a_quality_reach_the_engine(studio: Studio, preset: Preset) -> None:
    studio.choose("quality_combo", preset.name.capitalize())
    assert studio.find("steps_spin").value() == preset.base.steps
    studio.generate("a red apple")
    (request,) = studio.engine.requests
    assert request.settings == preset.applied_to(request.settings)


def test_other_steps_or_another_sampler_are_a_custom_quality(studio: Studio) -> None:
    quality = studio.find("quality_combo")
    assert quality.currentText() == "Normal"
    studio.find("steps_spin").stepUp()
    assert quality.currentText() == "Custom"
    steps = studio.find("steps_spin").value()
    studio.generate("a red apple")
    (request,) = studio.engine.requests
    assert request.settings.base == suited(NORMAL.base.sampler, str(steps))
    studio.choose("quality_combo", "Normal")
    assert studio.find("steps_spin").value() == NORMAL.base.steps
    studio.choose("sampler_combo", "DDPM")
    assert quality.currentText() == "Custom"


def test_a_mask_is_inpainted(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    assert studio.mode == "Paint a mask over what should change"
    studio.stroke((180, 150), (220, 150))
    assert studio.mode == "Inpaint the masked area"
    studio.generate("a lamp", seed=2)
    assert isinstance(studio.engine.requests[0].source, Inpaint)
    assert studio.shown(200, 150) == colour(2)


def test_an_empty_prompt_and_a_missing_mask_are_explained(studio: Studio, photograph: Path) -> None:
    studio.click("generate_button")
    assert "prompt is empty" in (studio.message() or "")
    studio.click("message_close_button")
    assert studio.message() is None
    studio.open(photograph)
    studio.ask("a lamp")
    assert "Paint a mask" in (studio.message() or "")
    assert studio.engine.requests == []


def test_progress_shows_phase_step_and_time(studio: Studio) -> None:
    studio.engine.step_seconds = 0.1
    label, bar = studio.find("progress_label"), studio.find("progress_bar")
    seen: list[tuple[str, int, int]] = []
    studio.editor.runs.progress_changed.connect(
        lambda: seen.append((label.text(), bar.value(), bar.maximum()))
    )
    assert label.text() == "Ready"
    studio.generate("a red apple")
    assert ("Generating · step 2 of 3", 2, 3) in seen
    assert any(text.startswith("Upsampling · step 3 of 3 · about") for text, *_ in seen)
    assert label.text() == "Ready"


def test_escape_cancels_and_the_next_run_works(studio: Studio) -> None:
    studio.engine.endless, studio.engine.step_seconds = True, 0.01
    studio.type("prompt_edit", "a red apple")
    assert not studio.find("cancel_button").isEnabled()
    studio.click("generate_button")
    studio.qtbot.waitUntil(lambda: studio.engine.stepped > 2)
    assert studio.find("cancel_button").isEnabled()
    studio.press("Esc", "prompt_edit")
    assert studio.editor.runs.running is None
    studio.qtbot.waitUntil(lambda: len(studio.engine.stopped) == 1)
    assert studio.editor.document.is_blank
    assert studio.find("welcome_label").isVisible()
    studio.engine.endless = False
    studio.generate()
    assert studio.texts("history_list") == ["New", "a red apple"]


def test_a_second_request_is_queued_and_counted(studio: Studio) -> None:
    studio.engine.step_seconds = 0.02
    studio.ask("first")
    assert studio.find("generate_button").text() == "Add to Queue"
    studio.ask("second")
    assert "1 waiting" in studio.find("progress_label").text()
    studio.finish()
    assert studio.texts("history_list") == ["New", "first", "second"]


def test_a_second_request_replaces_the_first_if_preferred(studio: Studio) -> None:
    studio.engine.endless, studio.engine.step_seconds = True, 0.01
    busy = studio.find("when_busy_combo")
    busy.setCurrentIndex(busy.findData("replace"))
    studio.ask("first")
    studio.qtbot.waitUntil(lambda: studio.engine.stepped > 1)
    assert studio.find("generate_button").text() == "Replace"
    studio.engine.endless = False
    studio.generate("second")
    assert studio.texts("history_list") == ["New", "second"]


def test_an_error_is_shown_and_the_next_run_works(studio: Studio) -> None:
    studio.engine.error = RuntimeError("the network is upset")
    studio.generate("a red apple")
    assert studio.message() == "Something went wrong: the network is upset (RuntimeError)."
    studio.engine.error = None
    studio.click("generate_button")
    assert studio.message() is None
    studio.finish()
    assert studio.texts("history_list") == ["New", "a red apple"]


def test_painting_works_during_a_run(studio: Studio, photograph: Path) -> None:
    studio.engine.step_seconds = 0.05
    studio.open(photograph)
    studio.stroke((60, 60), (90, 60))
    studio.ask("a lamp", seed=2)
    studio.stroke((300, 250), (330, 250))
    studio.finish()
    assert studio.shown(75, 60) == colour(2)
    assert not studio.editor.document.mask.is_empty
    studio.press("Ctrl+Z")
    assert studio.shown(75, 60) != colour(2)


def test_the_seed_changes_with_every_run_until_it_is_locked(studio: Studio) -> None:
    seed, dice, lock = (studio.find(f"seed_{n}") for n in ("spin", "dice_button", "lock_button"))
    studio.type("prompt_edit", "a red apple")
    seeds = set()
    for _ in range(2):
        studio.click("generate_button")
        seeds.add(int(seed.value()))
        studio.finish()
        studio.editor.new()
    assert {request.settings.seed for request in studio.engine.requests} == seeds
    assert len(seeds) == 2
    studio.type("seed_spin", "77")
    assert lock.isChecked()
    studio.generate()
    assert studio.engine.requests[-1].settings.seed == seed.value() == 77
    studio.click("seed_dice_button")
    assert seed.value() != 77
    assert not lock.isChecked()
    assert dice.isEnabled()


def test_undo_redo_and_jumping_in_the_history(studio: Studio) -> None:
    undo, redo = studio.find("undo_button"), studio.find("redo_button")
    assert not undo.isEnabled()
    studio.generate("a red apple", seed=1)
    studio.press("Ctrl+Z")
    assert studio.editor.document.is_blank
    assert redo.isEnabled()
    studio.press("Ctrl+Shift+Z")
    assert studio.shown() == colour(1)
    entries = studio.find("history_list")
    entries.setCurrentRow(0)
    assert studio.editor.document.is_blank
    studio.click("redo_button")
    assert studio.shown() == colour(1)
    assert entries.currentRow() == 1


def test_remove_repaints_what_is_selected_without_a_prompt(
    studio: Studio, photograph: Path
) -> None:
    studio.open(photograph)
    studio.stroke((180, 150), (220, 150))
    studio.type("prompt_edit", "a lamp")
    studio.type("negative_edit", "blurry")
    studio.find("seed_spin").setValue(2)
    studio.press("Shift+Del")
    studio.finish()
    (request,) = studio.engine.requests
    assert isinstance(request.source, Inpaint)
    assert (request.settings.prompt, request.settings.negative_prompt) == ("", "")
    assert [edit.request.settings.prompt for edit in studio.editor.document.edits] == [""]
    assert studio.prompt == "a lamp"


def test_remove_says_that_nothing_is_selected(studio: Studio, photograph: Path) -> None:
    for _ in range(2):
        studio.find("remove_action").trigger()
        assert studio.message() == (
            "Nothing is selected. Paint a mask over what should be removed, then try again."
        )
        studio.open(photograph)  # first of all there is not even a picture
    studio.type("prompt_edit", "a lamp")
    studio.find("remove_action").trigger()
    assert studio.engine.requests == []


def test_remove_clears_all_colours_of_the_mask(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    studio.stroke((60, 50), (90, 50))
    studio.find("add_mask_colour_action").trigger()
    studio.type("prompt_edit", "a lamp")
    studio.stroke((300, 250), (330, 250))
    studio.find("remove_action").trigger()
    studio.qtbot.waitUntil(lambda: len(studio.engine.requests) == 2)
    studio.finish()
    assert [request.settings.prompt for request in studio.engine.requests] == ["", ""]


def test_what_cannot_be_done_during_a_run_is_said_until_it_ends(studio: Studio) -> None:
    studio.generate("a red apple")
    studio.stroke((100, 100), (150, 120))
    studio.engine.step_seconds = 0.05
    studio.ask("a red apple", count=2)  # several are not accepted at once
    studio.find("rotate_image_half_action").trigger()
    assert "Wait or cancel" in (studio.message() or "")
    studio.finish()
    assert studio.message() is None
