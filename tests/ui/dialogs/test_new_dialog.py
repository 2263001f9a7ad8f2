"""The dialog for a new picture, operated with mouse and keys."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog

from glide_studio.core.geometry import Extent
from glide_studio.session.preferences import Preferences
from tests.ui.studio import Studio


def ask(studio: Studio) -> None:
    studio.press("Ctrl+N")
    studio.wait_for("new_dialog")


def enter(studio: Studio, name: str, text: str) -> None:
    """Type a number into a spin box."""
    spin = studio.find(name)
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, text)


def create(studio: Studio) -> None:
    """Press Return where the focus is, as an artist does."""
    QTest.keyClick(studio.find("new_dialog").focusWidget(), Qt.Key.Key_Return)
    studio.wait_until_gone("new_dialog")


def test_return_creates_a_white_page_of_the_models_size(studio: Studio) -> None:
    side = studio.editor.models.model.capabilities.picture_size
    ask(studio)
    assert studio.find("new_preset_combo").currentText() == f"Size of the model: {side} x {side}"
    create(studio)
    assert studio.editor.document.extent == Extent(side, side)
    assert studio.shown(side - 1, side - 1) == (255, 255, 255)
    assert not studio.editor.is_modified
    assert studio.texts("history_list") == ["New"]
    assert not studio.find("welcome_page").isVisible()


def test_numbers_orientation_and_background_are_used_and_remembered(studio: Studio) -> None:
    ask(studio)
    enter(studio, "new_width_spin", "30")
    enter(studio, "new_height_spin", "70")
    assert studio.find("new_portrait_button").isChecked()
    studio.click("new_landscape_button")
    studio.choose("new_background_combo", "Transparent")
    assert studio.find("new_background_combo").currentText() == "Transparent"
    enter(studio, "new_resolution_spin", "96")
    create(studio)
    document = studio.editor.document
    assert document.extent == Extent(70, 30)
    assert document.metadata.resolution == (96, 96)
    assert not document.composite().any()
    ask(studio)
    assert studio.find("new_preset_combo").currentText() == "As the open picture: 70 x 30"
    studio.choose("new_preset_combo", "1024")
    assert not studio.find("new_portrait_button").isEnabled()
    create(studio)
    assert studio.editor.document.extent == Extent(1024, 1024)
    assert not studio.editor.document.composite().any()


def test_paper_in_other_units(studio: Studio) -> None:
    ask(studio)
    studio.choose("new_preset_combo", "A4")
    assert studio.find("new_outcome_label").text() == "2480 x 3508 pixels, 8.7 megapixels"
    studio.choose("new_unit_combo", "Inches")
    assert studio.find("new_width_spin").value() == 8.27
    assert studio.find("new_outcome_label").text().startswith("2480 x 3508")
    enter(studio, "new_resolution_spin", "30")
    assert studio.find("new_outcome_label").text().startswith("248 x 351")
    studio.choose("new_unit_combo", "Pixels")
    assert studio.find("new_width_spin").text() == "248 px"
    enter(studio, "new_resolution_spin", "72")
    create(studio)
    assert studio.editor.document.extent == Extent(248, 351)


def test_a_colour_and_the_clipboards_size(studio: Studio) -> None:
    picture = QImage(33, 44, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(picture)
    ask(studio)
    studio.choose("new_preset_combo", "Clipboard: 33 x 44")
    studio.choose("new_background_combo", "Other")
    dialog: QColorDialog = studio.wait_for("new_colour_dialog")
    dialog.setCurrentColor(QColor(1, 2, 3))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert studio.find("new_background_combo").currentText() == "#010203"
    create(studio)
    assert studio.editor.document.extent == Extent(33, 44)
    assert studio.shown(5, 5) == (1, 2, 3)


def test_too_many_pixels_are_refused_in_words(studio: Studio) -> None:
    ask(studio)
    enter(studio, "new_width_spin", "60000")
    enter(studio, "new_height_spin", "60000")
    assert "at most 200 megapixels" in studio.find("new_outcome_label").text()
    assert not studio.find("new_ok_button").isEnabled()
    QTest.keyClick(studio.find("new_dialog"), Qt.Key.Key_Escape)
    assert studio.editor.document.is_blank
    assert Preferences().new_page is None


def test_a_prompt_fills_the_new_page(studio: Studio) -> None:
    ask(studio)
    create(studio)
    studio.generate("a red apple")
    assert len(studio.editor.document.edits) == 1
    assert len(studio.editor.document.layers) == 2


def test_close_returns_to_the_welcome_page(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    studio.press("Ctrl+W")
    assert studio.editor.document.is_blank
    assert studio.find("welcome_page").isVisible()
