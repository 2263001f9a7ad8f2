"""The manual, the licences, what screen readers are told, and going about without a pointer."""

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QDockWidget, QWidget

from glide_studio.core.request import GenerationRequest
from glide_studio.session.editor import Editor
from glide_studio.session.progress import Progress
from glide_studio.ui.announcer import Announcer
from glide_studio.ui.commands.table import menus
from glide_studio.ui.licences import libraries
from tests.ui.studio import Studio
from tests.ui.test_controls import CONTROLS, is_part

MANUAL = Path(str(files("glide_studio.resources") / "manual"))
PAGES = sorted(MANUAL.glob("*.md"))
LINKS = re.compile(r"\]\(([^)]+)\)")
KEYS = re.compile(r"`((?:Ctrl|Alt|Shift|F)[^`]*|[A-Z0-9\\])`")
OF_WIDGETS = {"R", "Ctrl", "Alt+Down", "Shift", "Alt"}
"""Keys of one list or of the pointer, which are no commands."""


def opened(studio: Studio) -> Any:
    studio.press("F1")
    studio.qtbot.waitUntil(lambda: studio.find("manual").isVisible())
    return studio.find("manual_text")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_and_picture_of_the_manual_is_there(page: Path) -> None:
    for target in LINKS.findall(page.read_text("utf-8")):
        assert target == "keys.md" or (MANUAL / target).is_file(), target


def test_every_page_is_reached_from_the_first() -> None:
    reached, waiting = set(), ["index.md"]
    while waiting:
        name = waiting.pop()
        if name not in reached and name.endswith(".md") and name != "keys.md":
            reached.add(name)
            waiting += LINKS.findall((MANUAL / name).read_text("utf-8"))
    assert reached == {page.name for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_manual_names_no_keys_that_nothing_has(page: Path) -> None:
    sections = [section for menu in menus() for section in menu.sections]
    known = {
        QKeySequence(keys).toString()
        for section in sections
        for command in section
        for keys in command.shortcuts.split()
    }
    for keys in KEYS.findall(page.read_text("utf-8")):
        assert QKeySequence(keys).toString() in known or keys in OF_WIDGETS, keys


def test_f1_opens_the_manual_with_pictures(studio: Studio) -> None:
    text = opened(studio)
    assert "Open a picture, paint a mask" in text.toPlainText()
    image = QTextDocument.ResourceType.ImageResource
    picture = text.document().resource(image, text.source().resolved("window.jpg"))
    assert not picture.isNull()
    studio.find("manual").close()


def test_links_lead_on_and_back(studio: Studio) -> None:
    text = opened(studio)
    position = text.document().find("First steps").selectionStart() + 2
    cursor = text.textCursor()
    cursor.setPosition(position)
    place = text.cursorRect(cursor).center()
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "From words alone" in text.toPlainText()
    studio.click("manual_back_button")
    assert "Open a picture, paint a mask" in text.toPlainText()
    assert not studio.find("manual_back_button").isEnabled()
    studio.find("manual").close()


def test_the_page_of_keys_lists_every_command(studio: Studio) -> None:
    text = opened(studio)
    text.setSource(text.source().resolved("keys.md"))
    page = text.toPlainText()
    for action in studio.window.actions():
        assert action.text() in page
    assert "Ctrl+Shift+P" in page
    studio.click("manual_contents_button")
    assert "Open a picture, paint a mask" in text.toPlainText()
    studio.find("manual").close()


def test_the_about_box_names_every_library_with_its_licence(studio: Studio) -> None:
    studio.find("about_action").trigger()
    studio.qtbot.waitUntil(lambda: studio.find("about_dialog").isVisible())
    assert "Version" in studio.find("about_label").text()
    text = studio.find("licences_text").toPlainText()
    assert "Permission is hereby granted" in text
    for name in ("PySide6", "numpy", "torch", "CC0", "gpt2.bpe"):
        assert name.casefold() in text.casefold(), name
    studio.click("about_close_button")
    studio.qtbot.waitUntil(lambda: not studio.window.findChildren(QDialog, "about_dialog"))


def test_no_library_is_without_a_licence() -> None:
    found = libraries()
    assert len(found) >= 9
    for name, version, licence in found:
        assert version, name
        assert licence, name
        assert len(licence) < 200, name


def test_a_screen_reader_is_told_of_runs_and_messages(qtbot: Any, editor: Editor) -> None:
    told: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    announcer = Announcer(editor, window, lambda _, text: told.append(text))
    editor.generate(GenerationRequest("a bell"))
    qtbot.waitUntil(lambda: editor.running is None)
    assert told[0] == "A picture is being made."
    assert told[-1] == "Nothing is being made any more."
    told.clear()
    editor.failed.emit("That did not work.")
    editor.noticed.emit("Saved.")
    assert told == ["That did not work.", "Saved."]
    told.clear()
    for share in (0.0, 0.2, 0.3, 0.4, 0.55, 0.9, 1.0):
        left = 60.0 if share < 0.9 else 1.0
        editor.progress_changed.emit(Progress("base", 1, 9, left, 0, 1, share))
    assert told == ["25% done.", "50% done."]
    del announcer


def stops(studio: Studio) -> list[QWidget]:
    """Where Ctrl+Tab leads from the canvas on, until it comes back."""
    studio.find("canvas").setFocus()
    found: list[QWidget] = []
    while (focus := QApplication.focusWidget()) not in found:
        assert focus is not None
        found.append(focus)
        QTest.keySequence(focus, "Ctrl+Tab")
    return found


def in_sight(studio: Studio, widget: QWidget) -> bool:
    return widget.isVisible() and studio.window.rect().contains(
        widget.mapTo(studio.window, QPoint(0, 0))
    )


def test_ctrl_tab_visits_every_panel_and_the_canvas(studio: Studio) -> None:
    found = stops(studio)
    docks = [dock for dock in studio.window.findChildren(QDockWidget) if in_sight(studio, dock)]
    assert len(docks) >= 4
    for dock in docks:
        controls = [w for w in dock.findChildren(QWidget) if isinstance(w, CONTROLS)]
        if any(in_sight(studio, w) and takes_tab(w) for w in controls):
            assert any(dock.isAncestorOf(stop) for stop in found), dock.objectName()
    assert studio.find("canvas") in found


def test_tab_reaches_every_control_of_the_panels(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    studio.stroke((100, 100), (140, 120))
    reached: set[QWidget] = set()
    for stop in stops(studio):
        stop.setFocus()
        while (focus := QApplication.focusWidget()) not in reached:
            assert focus is not None
            reached.add(focus)
            if focus is not studio.find("canvas"):  # there Tab leaves only the picture
                QTest.keyClick(focus, Qt.Key.Key_Tab)
    missing = [
        control.objectName()
        for control in studio.window.findChildren(QWidget)
        if isinstance(control, CONTROLS)
        and takes_tab(control)
        and in_sight(studio, control)
        and control not in reached
        and not is_part(control)
    ]
    # Behind the canvas there are only buttons whose commands have keys.
    assert set(missing) <= {"zoom_fit_button", "zoom_100_button"}


def takes_tab(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus
    grouped = isinstance(widget, QAbstractButton) and widget.group() is not None
    return widget.isEnabled() and widget.focusPolicy() & tab == tab and not grouped
