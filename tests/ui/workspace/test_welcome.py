"""The welcome page, which is shown only while there is no picture."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from glide_studio.core.geometry import Extent
from glide_studio.core.request.model_card import ModelCard
from glide_studio.core.request.source import Sketch
from glide_studio.folders import models_folder
from glide_studio.session.preferences import Preferences
from tests.fakes import STARTER, colour
from tests.ui.commands.test_files import drop, file_data
from tests.ui.studio import Studio


@pytest.fixture
def card() -> ModelCard:
    examples = ("a blue bell", "a red apple on the grass", "a car", "a reddish brown bear")
    return ModelCard(
        "A model for tests", nouns=("bell",), examples=(*examples, *examples, "a", "b")
    )


def page(studio: Studio) -> QWidget:
    return studio.find("welcome_page")


def place(studio: Studio, name: str) -> QRect:
    """The position of a part of the page."""
    part = studio.find(name)
    return QRect(part.mapTo(page(studio), QPoint(0, 0)), part.size())


def test_a_click_on_an_example_generates_its_picture(studio: Studio, card: ModelCard) -> None:
    studio.type("prompt_edit", "something else")
    studio.find("seed_spin").setValue(3)
    chip = studio.find("example_2_button")
    assert chip.text() == card.examples[1]
    studio.click("example_2_button")
    assert studio.prompt == card.examples[1]
    assert studio.editor.runs.running is not None
    assert not page(studio).isVisible()
    assert studio.find("canvas").hasFocus()
    studio.finish()
    assert studio.shown() == colour(3)
    assert studio.texts("history_list") == ["New", card.examples[1]]
    assert not page(studio).isVisible()
    studio.press("Ctrl+Z", "prompt_edit")
    assert studio.prompt == "something else"


def test_the_welcome_page_returns_only_with_a_blank_document(
    studio: Studio, photograph: Path
) -> None:
    assert page(studio).isVisible()
    studio.open(photograph)
    assert not page(studio).isVisible()
    studio.press("Ctrl+W")
    assert page(studio).isVisible()
    studio.engine.endless, studio.engine.step_seconds = True, 0.01
    studio.click("example_1_button")
    studio.qtbot.waitUntil(lambda: studio.engine.stepped > 1)
    assert not page(studio).isVisible()
    studio.press("Esc", "prompt_edit")
    assert page(studio).isVisible()


def test_the_button_of_the_welcome_page_opens_a_picture(studio: Studio, photograph: Path) -> None:
    studio.click("welcome_open_button")
    studio.choose_file("open_dialog", photograph)
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == photograph)
    assert not page(studio).isVisible()


def test_a_sketch_is_begun_on_the_welcome_page(studio: Studio) -> None:
    studio.click("welcome_sketch_button")
    assert not page(studio).isVisible()
    assert not studio.find("colour_wheel").visibleRegion().isEmpty()
    assert "generate" in studio.find("message_label").text()
    studio.stroke((60, 60), (180, 180))
    assert not studio.find("message_bar").isVisible()
    studio.type("prompt_edit", "a red apple")
    studio.click("generate_button")
    studio.finish()
    (request,) = studio.engine.requests
    assert isinstance(request.source, Sketch)


def test_a_picture_can_be_dropped_on_the_welcome_page(studio: Studio, photograph: Path) -> None:
    assert "Drop" in studio.find("drop_label").text()
    target = page(studio)
    while not target.acceptDrops():
        target = target.parentWidget()
    assert drop(target, file_data(photograph))
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == photograph)


@pytest.mark.parametrize("size", [(1600, 1000), (1280, 800), (900, 600), (760, 520)])
def test_nothing_is_cut_off_in_windows_of_any_size(studio: Studio, size: tuple[int, int]) -> None:
    studio.window.resize(*size)
    studio.qtbot.wait(50)
    names = ["welcome_label", "drop_label", "welcome_sketch_button", "welcome_open_button"]
    names += ["examples_label"]
    names += [f"example_{number}_button" for number in range(1, 11)]
    names += ["samples_label", *(f"sample_{name}_button" for name in ("coffee", "cat", "rocket"))]

    def visible() -> list[QRect]:
        return [place(studio, name) for name in names if studio.find(name).isVisible()]

    studio.qtbot.waitUntil(lambda: all(page(studio).rect().contains(part) for part in visible()))
    assert studio.find("canvas").rect().contains(page(studio).geometry())
    seen = visible()
    for part in seen:
        assert not any(part.intersects(other) for other in seen if other is not part)
    assert len(seen) == (len(names) if size[0] >= 1200 else 15 if size[0] >= 900 else 4)


def test_a_sample_opens_as_a_copy(studio: Studio) -> None:
    studio.click("sample_cat_button")
    studio.qtbot.waitUntil(lambda: not studio.editor.document.is_blank)
    assert studio.editor.document.extent == Extent(451, 300)
    assert studio.texts("history_list") == ["Open cat.jpg"]
    assert studio.editor.open_document.path is None
    assert not studio.editor.is_modified
    assert Preferences().recent_files == ()
    assert not page(studio).isVisible()


def test_recent_files_are_offered(studio: Studio, photograph: Path) -> None:
    assert not studio.find("recent_label").isVisible()
    studio.open(photograph)
    studio.press("Ctrl+W")
    chip = studio.find("recent_1_button")
    assert chip.isVisible()
    assert (chip.text(), chip.toolTip()) == ("photograph.png", str(photograph))
    studio.click("recent_1_button")
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == photograph)


@pytest.mark.parametrize("card", [ModelCard("Knows everything")], ids=["a released model"])
def test_without_a_vocabulary_there_are_no_examples(studio: Studio) -> None:
    assert page(studio).isVisible()
    assert studio.find("welcome_open_button").isVisible()
    assert not studio.find("examples_label").isVisible()
    assert not studio.window.findChildren(QWidget, "example_1_button")


def test_the_small_model_says_so_and_the_released_one_is_offered(
    studio: Studio, tmp_path: Path
) -> None:
    assert "small" in studio.find("starter_label").text()
    studio.click("welcome_models_button")
    studio.wait_for("models_dialog").close()
    own = replace(STARTER, name="mine", folder=models_folder() / "mine")
    studio.editor.models.set_installed([STARTER, own])
    assert not studio.find("starter_label").isVisible()


def test_examples_are_those_of_the_chosen_model(studio: Studio) -> None:
    other = replace(STARTER, name="other", card=ModelCard("Another", examples=("a corgi",)))
    studio.editor.models.set_installed([STARTER, other])
    studio.editor.models.choose("other")
    assert studio.find("example_1_button").text() == "a corgi"
    studio.click("example_1_button")
    studio.finish()
    assert studio.engine.requests[-1].settings.model == "other"
