"""The choice of a model, what one lacks, and what follows from the choice."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from glide_studio.core.request.installed import InstalledModel
from glide_studio.core.request.model_card import ModelCard
from glide_studio.core.request.presets import PRESETS, RELEASED_PRESETS
from glide_studio.core.request.prompt_length import PromptLength
from glide_studio.session.editor import Editor
from glide_studio.session.worker import Worker
from tests.fakes import STARTER, FakeEngine
from tests.ui.studio import Studio

MISSING = "base_inpaint, upsample_inpaint"


@pytest.fixture
def released(tmp_path: Path) -> InstalledModel:
    """A model as GLIDE was released, of which only the two networks for new pictures are there."""
    folder = tmp_path / "released"
    folder.mkdir()
    for network in ("base", "upsample"):
        (folder / f"{network}.safetensors").touch()
    card = ModelCard("Everything", title="GLIDE (filtered)", presets=RELEASED_PRESETS)
    return replace(
        STARTER, name="released", card=card, folder=folder, separate_inpaint=True
    ).restricted()


@pytest.fixture
def editor(
    engine: FakeEngine,
    card: ModelCard,
    released: InstalledModel,
    qasync_loop: asyncio.AbstractEventLoop,
    complete: Callable[..., Any],
) -> Iterator[Editor]:
    editor = Editor(Worker(engine.load), [replace(STARTER, card=card), released])
    yield editor
    complete(editor.close())


def choose(studio: Studio, model: str) -> None:
    """Choose a model with the keyboard."""
    studio.choose("model_combo", f"Model: {model}")
    studio.key("model_combo", Qt.Key.Key_Return)


def test_the_chosen_model_makes_the_picture(studio: Studio) -> None:
    assert studio.find("model_combo").isVisible()
    choose(studio, "GLIDE")
    assert studio.find("model_label").text() == "GLIDE (filtered)"
    studio.generate("a red apple")
    assert studio.engine.requests[-1].settings.model == "released"
    choose(studio, "starter")
    studio.generate("a red apple")
    assert studio.engine.requests[-1].settings.model == "starter"


def test_one_model_needs_no_box(studio: Studio) -> None:
    choose(studio, "GLIDE")
    studio.editor.models.set_installed([STARTER])
    assert not studio.find("model_combo").isVisible()
    assert studio.find("model_label").text() == STARTER.title
    studio.generate("a red apple")
    assert studio.engine.requests[-1].settings.model == "starter"


def test_each_model_has_its_presets_words_and_clip(studio: Studio) -> None:
    studio.choose("quality_combo", "Fine")
    vocabulary, clip = studio.find("vocabulary_button"), studio.find("clip_guidance_spin")
    assert vocabulary.isVisible()
    clip.setValue(2)
    choose(studio, "GLIDE")
    assert not vocabulary.isVisible()
    assert not clip.isEnabled()
    studio.generate("a corgi")
    made = studio.engine.requests[-1].settings
    assert (made.base, made.upsample) == (RELEASED_PRESETS[2].base, RELEASED_PRESETS[2].upsample)
    assert made.clip_guidance == 0
    choose(studio, "starter")
    assert vocabulary.isVisible()
    studio.generate("a bell")
    made = studio.engine.requests[-1].settings
    assert (made.base, made.upsample) == (PRESETS[2].base, PRESETS[2].upsample)


def test_the_prompt_is_measured_for_the_chosen_model(studio: Studio) -> None:
    limits = {"starter": 32, "released": 128}
    studio.window.set_prompt_measure(
        lambda prompt: PromptLength(2, limits[studio.editor.models.model.name], 2)
    )
    assert studio.find("prompt_length_label").text() == "2 / 32"
    choose(studio, "GLIDE")
    assert studio.find("prompt_length_label").text() == "2 / 128"


def test_own_steps_stay_with_another_model(studio: Studio) -> None:
    studio.find("steps_spin").setValue(33)
    studio.choose("sampler_combo", "DDIM")
    choose(studio, "GLIDE")
    assert studio.find("quality_combo").currentText() == "Custom"
    studio.generate("a corgi")
    assert studio.engine.requests[-1].settings.base.steps == 33
    assert studio.engine.requests[-1].settings.base.sampler == "ddim"


def test_networks_that_a_mask_needs_are_named_and_offered(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    studio.press("B")
    studio.stroke((100, 100), (200, 150))
    assert not studio.find("install_missing_button").isVisible()
    choose(studio, "GLIDE")
    assert studio.mode == "Inpaint the masked area"
    assert MISSING in studio.find("missing_label").text()
    studio.generate("a red apple")
    assert studio.engine.requests == []
    assert MISSING in (studio.message() or "")
    studio.click("install_missing_button")
    dialog = studio.wait_for("models_dialog")
    assert studio.find("model_inpaint_check").isChecked()
    assert studio.find("model_install_button").isEnabled()
    dialog.close()
    choose(studio, "starter")
    assert not studio.find("missing_label").isVisible()
    studio.generate("a red apple")
    assert len(studio.engine.requests) == 1


def test_installed_networks_are_used_at_once(
    studio: Studio, released: InstalledModel, photograph: Path
) -> None:
    studio.open(photograph)
    studio.press("B")
    studio.stroke((100, 100), (200, 150))
    choose(studio, "GLIDE")
    assert studio.find("install_missing_button").isVisible()
    for network in ("base_inpaint", "upsample_inpaint"):
        Path(str(released.file(network))).touch()
    complete = replace(released, capabilities=STARTER.capabilities).restricted()
    studio.editor.models.set_installed([studio.editor.models.installed[0], complete])
    assert not studio.find("install_missing_button").isVisible()
    studio.generate("a red apple")
    (request,) = studio.engine.requests
    assert request.settings.model == "released"
    assert complete.networks_for(request.source) == ("base_inpaint", "upsample_inpaint")


def test_settings_of_a_picture_choose_its_model(studio: Studio) -> None:
    choose(studio, "GLIDE")
    studio.generate("a corgi", seed=3)
    settings = studio.engine.requests[-1].settings
    choose(studio, "starter")
    assert studio.window._contents.prompt.show_settings(settings) == []
    assert studio.editor.models.model.name == "released"
    assert studio.find("quality_combo").currentText() == "Normal"
    absent = replace(settings, model="absent")
    assert studio.window._contents.prompt.show_settings(absent) == ["the model absent"]
    assert studio.editor.models.model.name == "released"
