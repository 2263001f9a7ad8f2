"""Another language is spoken at once, and nothing that the artist has in hand is lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import SIGNAL, QMetaMethod, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QMenuBar,
    QWidget,
)

from glide_studio.session.language import speak
from glide_studio.session.preferences import Preferences
from glide_studio.ui.panels.candidates_list import CELL
from tests.fakes import colour
from tests.ui.studio import Studio

TEXTS = Path(__file__).parents[3] / "resources" / "i18n" / "glide_studio_de.ts"


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    Preferences().language = "en"
    yield
    speak(qapp, "en")


def choose_language(studio: Studio, name: str) -> None:
    """Choose it in the preferences, and wait until the window speaks it."""
    if not studio.window.findChildren(QWidget, "preferences_dialog"):
        studio.press("Ctrl+,")
    dialog, combo = studio.find("preferences_dialog"), studio.find("language_combo")
    dialog.activateWindow()
    studio.qtbot.waitUntil(dialog.isActiveWindow)
    combo.setFocus()
    studio.choose("language_combo", name)
    studio.qtbot.waitUntil(lambda: studio.find("language_combo") is not combo)
    assert studio.find("language_combo").currentText() == name


def english_texts(studio: Studio) -> set[str]:
    """The texts of the window that have another German translation."""
    messages = list(ElementTree.parse(TEXTS).getroot().iter("message"))
    german = {message.findtext("translation", "") for message in messages}
    english = {message.findtext("source", "") for message in messages} - german
    shown: set[str] = set()
    for widget in [studio.window, *studio.window.findChildren(QWidget)]:
        shown |= {widget.toolTip().partition(" (")[0], widget.accessibleName()}
        shown |= {widget.accessibleDescription(), widget.windowTitle()}
        if isinstance(widget, QLabel | QAbstractButton):
            shown.add(widget.text())
        if isinstance(widget, QComboBox):
            shown |= {widget.itemText(row) for row in range(widget.count())}
    for action in studio.window.actions():
        shown |= {action.text(), action.statusTip()}
    return shown & english


def receivers(*senders: QObject) -> dict[str, int]:
    """How many listen to each signal of some objects."""
    found = {}
    for sender in senders:
        meta = sender.metaObject()
        for number in range(QObject.staticMetaObject.methodCount(), meta.methodCount()):
            method = meta.method(number)
            if method.methodType() == QMetaMethod.MethodType.Signal:
                signature = method.methodSignature().data().decode()
                name = f"{meta.className()}.{signature}"
                found[name] = sender.receivers(SIGNAL(signature))
    return found


def everyone(studio: Studio) -> dict[str, int]:
    editor = studio.editor
    return receivers(editor, editor.runs, editor.review, studio.find("canvas"))


@pytest.fixture
def working(studio: Studio, photograph: Path) -> Studio:
    """A window in which much is set by hand, a picture is being made, and one waits."""
    studio.open(photograph)
    studio.stroke((60, 60), (200, 160))
    studio.type("prompt_edit", "a red apple")
    studio.find("count_spin").setValue(2)
    studio.click("generate_button")
    studio.finish()
    studio.qtbot.waitUntil(lambda: studio.editor.review.is_pending)
    studio.editor.review.hide()
    studio.find("count_spin").setValue(1)
    studio.engine.endless = True
    studio.engine.step_seconds = 0.01
    studio.click("generate_button")
    studio.click("generate_button")
    studio.qtbot.waitUntil(lambda: len(studio.engine.requests) == 2)
    made = colour(studio.engine.requests[-1].seed)
    studio.qtbot.waitUntil(lambda: thumbnail(studio) == made)
    studio.type("prompt_edit", "a blue bell")
    studio.type("negative_edit", "blurry")
    studio.choose("style_combo", "Oil")
    studio.find("count_spin").setValue(3)
    studio.find("steps_spin").setValue(17)
    studio.find("guidance_spin").setValue(4.5)
    studio.find("seed_spin").setValue(4242)
    studio.find("variation_strength_spin").setValue(35)
    studio.press("W")
    studio.press("Q")
    studio.press("F8")
    studio.press("4")
    studio.find("canvas").set_zoom(0.8)
    studio.window.findChild(QDockWidget, "colour_dock").setFloating(True)
    return studio


def thumbnail(studio: Studio) -> tuple[int, int, int]:
    """The colour of the last place of the strip, that of the picture being made."""
    strip = studio.find("candidates_list")
    image = strip.item(strip.count() - 1).icon().pixmap(CELL).toImage()
    return image.pixelColor(image.rect().center()).getRgb()[:3]


def in_hand(studio: Studio) -> dict[str, Any]:
    """What must outlive another language, by what it is."""
    editor, canvas = studio.editor, studio.find("canvas")
    docks = studio.window.findChildren(QDockWidget)
    return {
        "document": editor.document,
        "history": editor.open_document.history,
        "candidates": editor.review.candidates,
        "running": editor.runs.running,
        "waiting": editor.runs.list.waiting,
        "canvas": canvas,
        "view": (canvas.zoom, canvas.turn),
        "tool": canvas.tool,
        "mask": canvas.mask_style,
        "geometry": studio.window.geometry(),
        "docks": {d.objectName(): (d.isVisible(), d.isFloating()) for d in docks},
        "prompt": studio.find("prompt_edit").toPlainText(),
        "cursor": studio.find("prompt_edit").textCursor().position(),
        "negative": studio.find("negative_edit").text(),
        "style": studio.find("style_combo").currentIndex(),
        "steps": studio.find("steps_spin").value(),
        "guidance": studio.find("guidance_spin").value(),
        "count": studio.find("count_spin").value(),
        "seed": (studio.find("seed_spin").value(), studio.find("seed_lock_button").isChecked()),
        "quality": studio.find("quality_combo").currentIndex(),
        "departure": studio.find("variation_strength_spin").value(),
        "wand held": studio.find("wand_button").isChecked(),
        "mask shown": studio.find("show_mask_action").isChecked(),
        "pictures": studio.find("candidates_list").count(),
        "thumbnail": thumbnail(studio),
        "history list": studio.find("history_list").currentRow(),
    }


def test_nothing_in_hand_is_lost_while_a_picture_is_made(working: Studio) -> None:
    before = in_hand(working)
    assert before["mask shown"] is False
    choose_language(working, "Deutsch")
    assert Preferences().language == "de"
    after = in_hand(working)
    for name, value in before.items():
        assert after[name] == value, name
    assert working.find("generate_button").text() == "In die Schlange"
    assert working.find("preferences_dialog").isVisible()
    assert working.find("preferences_dialog").focusWidget() is working.find("language_combo")
    working.click("preferences_close_button")

    label = working.find("progress_label")
    assert "64 x 64" in label.text()
    assert label.text().startswith("Malen mit")
    stepped = working.engine.stepped
    working.qtbot.waitUntil(lambda: working.engine.stepped > stepped + 3)
    working.click("generate_button")
    assert len(working.editor.runs.list.waiting) == len(before["waiting"]) + 1
    assert working.editor.runs.list.waiting[-1].request.seed == 4242
    working.find("cancel_all_action").trigger()
    working.finish()


def test_all_of_the_window_speaks_it(working: Studio) -> None:
    assert english_texts(working)
    choose_language(working, "Deutsch")
    working.find("cancel_all_action").trigger()
    working.finish()
    assert english_texts(working) == set()
    assert working.find("style_combo").currentText() == "Ölgemälde"
    titles = [action.text() for action in working.window.findChild(QMenuBar).actions()]
    assert titles[:2] == ["&Datei", "&Bearbeiten"]
    assert working.find("canvas").accessibleName() == "Leinwand"
    assert working.find("tool_label").text().startswith("Zauberstab")


def test_nobody_of_the_old_language_goes_on_listening(working: Studio) -> None:
    choose_language(working, "Deutsch")
    first = everyone(working)
    choose_language(working, "English")
    choose_language(working, "Deutsch")
    assert everyone(working) == first
    names = [widget.objectName() for widget in working.window.findChildren(QDockWidget)]
    assert len(names) == len(set(names))
    working.find("cancel_all_action").trigger()
    working.finish()


def test_commands_and_panels_work_on_after_it(working: Studio) -> None:
    working.find("cancel_all_action").trigger()
    working.finish()
    choose_language(working, "Français")
    working.click("preferences_close_button")
    entries = len(working.editor.open_document.history.entries)
    working.press("Ctrl+Z")
    assert working.editor.open_document.history.index == entries - 2
    working.press("B")
    assert working.find("brush_button").isChecked()
    working.press("Q")
    assert working.find("canvas").mask_style.visible
    working.press("Tab")
    docks = working.window.findChildren(QDockWidget)
    assert not any(dock.isVisible() for dock in docks)
    choose_language(working, "English")
    docks = working.window.findChildren(QDockWidget)
    assert not any(dock.isVisible() for dock in docks)
    working.click("preferences_close_button")
    working.press("Tab")
    assert any(dock.isVisible() for dock in docks)


def test_a_frame_to_crop_stays_with_its_numbers(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    studio.press("C")
    studio.find("crop_width_spin").setValue(321)
    frame = studio.find("canvas").crop_tool.frame
    choose_language(studio, "Deutsch")
    assert studio.find("canvas").crop_tool.frame == frame
    assert studio.find("crop_width_spin").value() == 321
    studio.click("preferences_close_button")
    studio.click("crop_accept_button")
    studio.qtbot.waitUntil(lambda: studio.editor.document.extent.width == 321)


def test_the_welcome_and_the_model_speak_it_too(studio: Studio) -> None:
    studio.window.show_model("starter", "loading")
    choose_language(studio, "Deutsch")
    assert english_texts(studio) == set()
    assert studio.find("model_label").text() == "starter · lädt…"
    assert studio.find("welcome_label").isVisible()
    assert studio.window.windowTitle() == "Unbenannt[*] - GLIDE Studio"
    studio.click("preferences_close_button")
    studio.click("example_1_button")
    studio.finish()
    assert studio.engine.requests[-1].prompt == "a blue bell"


def test_the_manual_stays_open_at_its_page(studio: Studio) -> None:
    studio.press("F1")
    text = studio.find("manual_text")
    text.setSource(text.source().resolved("masks.md"))
    choose_language(studio, "Deutsch")
    assert "Masken und Auswahlen" in studio.find("manual_text").toPlainText()
    studio.find("manual").close()


def test_it_is_chosen_from_the_open_list(studio: Studio) -> None:
    studio.press("Ctrl+,")
    view = studio.find("language_combo").view()
    studio.click("language_combo")
    studio.qtbot.waitUntil(view.isVisible)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: studio.find("generate_button").text() == "Generieren")
    assert studio.find("preferences_dialog").isVisible()
