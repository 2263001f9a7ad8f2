"""The manual, the licences, screen readers, and keyboard navigation."""

import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QWidget

from glide_studio.session.editor import Editor
from glide_studio.session.language import LANGUAGES
from glide_studio.session.progress import Progress
from glide_studio.ui.actions.table import menus
from glide_studio.ui.dialogs.about_dialog import libraries
from glide_studio.ui.window.announcer import Announcer
from tests.fakes import settings
from tests.ui.canvas_events import LEFT
from tests.ui.panels.test_controls import controls
from tests.ui.studio import Studio

MANUAL = Path(str(files("glide_studio.resources") / "manual"))
I18N = MANUAL.parent / "i18n"
PAGES = sorted(MANUAL.glob("*.md"))
TRANSLATIONS = sorted(MANUAL.glob("*/*.md"))
LINKS = re.compile(r"\]\(([^)]+)\)")
KEYS = re.compile(r"`((?:Ctrl|Alt|Shift|F)[^`]*|[A-Z0-9\\])`")
HEADINGS = re.compile(r"^(#+) ", re.MULTILINE)
TERMS = re.compile(r"\*\*([^*]+)\*\*")
CODE = re.compile(r"`([^`]*)`")
KEYS_IN = {
    "de": {"Strg": "Ctrl", "Umschalt": "Shift", "Entf": "Del", "Eingabe": "Return", "Auf": "Up"}
    | {"Ab": "Down", "Links": "Left", "Rechts": "Right", "Leertaste": "Space"},
    "fr": {"Maj": "Shift", "Suppr": "Del", "Entrée": "Return", "Haut": "Up", "Bas": "Down"}
    | {"Gauche": "Left", "Droite": "Right", "Espace": "Space", "Échap": "Esc"},
}
"""The names of keys in the manual in other languages."""

OF_WIDGETS = {"R", "Ctrl", "Alt+Down", "Shift", "Alt", "0"}
"""Keys of single lists and modifiers of the pointer, which are not shortcuts of commands."""


@pytest.fixture
def text(studio: Studio) -> Iterator[Any]:
    """The open manual."""
    studio.press("F1")
    studio.wait_for("manual")
    yield studio.find("manual_text")
    studio.find("manual").close()


@pytest.mark.parametrize("page", PAGES + TRANSLATIONS, ids=lambda page: page.stem)
def test_every_link_and_picture_of_the_manual_is_there(page: Path) -> None:
    for target in LINKS.findall(page.read_text("utf-8")):
        assert target == "keys.md" or (page.parent / target).is_file(), target


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_page_of_the_manual_has_its_translation(page: Path, language: str) -> None:
    english = page.read_text("utf-8")
    translated = (MANUAL / language / page.name).read_text("utf-8")
    assert HEADINGS.findall(translated) == HEADINGS.findall(english)
    targets = [target.removeprefix("../") for target in LINKS.findall(translated)]
    assert targets == LINKS.findall(english)
    assert translated.count("\n|") == english.count("\n|")
    assert translated.count("\n\n") == english.count("\n\n")
    assert len(TRANSLATIONS) == len(PAGES) * len(KEYS_IN)


@pytest.mark.parametrize("page", TRANSLATIONS, ids=lambda page: f"{page.parent.name}-{page.stem}")
def test_a_translation_names_the_same_keys(page: Path) -> None:
    keys = KEYS_IN[page.parent.name]
    named = Counter(
        re.sub(r"[^\W\d_]+", lambda word: keys.get(word[0], word[0]), code)
        for code in CODE.findall(page.read_text("utf-8"))
    )
    english = CODE.findall((MANUAL / page.name).read_text("utf-8"))
    assert named == Counter(code.replace("Delete", "Del") for code in english)


@pytest.mark.parametrize(
    "page", PAGES + TRANSLATIONS, ids=lambda page: f"{page.parent.name}-{page.stem}"
)
def test_the_manual_uses_the_names_of_the_window(page: Path) -> None:
    language, kind = (page.parent.name, "translation") if page in TRANSLATIONS else ("de", "source")
    texts = ElementTree.parse(I18N / f"glide_studio_{language}.ts").getroot()
    shown = {words(text.text or "") for text in texts.iter(kind)}
    for term in TERMS.findall(page.read_text("utf-8")):
        for part in term.split(" > "):
            assert words(part) in shown, part


def words(text: str) -> str:
    """A text of the window as it is written in prose: without mnemonic and ellipsis."""
    return " ".join(text.replace("&", "").rstrip("…").split())


def test_every_page_is_reached_from_the_first() -> None:
    reached, waiting = set(), ["index.md"]
    while waiting:
        name = waiting.pop()
        if name not in reached and name.endswith(".md") and name != "keys.md":
            reached.add(name)
            waiting += LINKS.findall((MANUAL / name).read_text("utf-8"))
    assert reached == {page.name for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_shortcut_in_the_manual_exists(page: Path) -> None:
    commands = [command for menu in menus() for command in menu.commands]
    shortcuts = [keys for command in commands for keys in command.shortcuts.split()]
    known = {QKeySequence(keys).toString() for keys in shortcuts}
    for keys in KEYS.findall(page.read_text("utf-8")):
        assert QKeySequence(keys).toString() in known or keys in OF_WIDGETS, keys


@pytest.mark.parametrize(
    ("language", "begins", "picture", "table"),
    [
        ("en", "Open a picture, paint a mask", "window.jpg", "Shortcuts"),
        ("de", "Ein Bild öffnen, eine Maske", "../window.jpg", "Tastenkürzel"),
        ("fr", "Ouvrir une image", "../window.jpg", "Raccourcis"),
    ],
)
@pytest.mark.usefixtures("spoken")
def test_f1_opens_the_manual_with_pictures_in_the_language_of_the_interface(
    studio: Studio, text: Any, begins: str, picture: str, table: str
) -> None:
    assert begins in text.toPlainText()
    image = QTextDocument.ResourceType.ImageResource
    assert not text.document().resource(image, text.source().resolved(picture)).isNull()
    text.setSource(text.source().resolved("keys.md"))
    assert table in text.toPlainText()
    studio.click("manual_contents_button")
    assert begins in text.toPlainText()


def test_links_can_be_followed_and_left_again(studio: Studio, text: Any) -> None:
    cursor = text.textCursor()
    cursor.setPosition(text.document().find("First steps").selectionStart() + 2)
    QTest.mouseClick(text.viewport(), LEFT, pos=text.cursorRect(cursor).center())
    assert "Generating a picture" in text.toPlainText()
    studio.click("manual_back_button")
    assert "Open a picture, paint a mask" in text.toPlainText()
    assert not studio.find("manual_back_button").isEnabled()


def test_the_page_of_keys_lists_every_command(studio: Studio, text: Any) -> None:
    text.setSource(text.source().resolved("keys.md"))
    page = text.toPlainText()
    for action in studio.window.actions():
        assert action.text() in page
    assert "Ctrl+Shift+P" in page


def test_the_about_box_names_every_library_with_its_licence(studio: Studio) -> None:
    studio.find("about_action").trigger()
    studio.wait_for("about_dialog")
    assert "Version" in studio.find("about_label").text()
    text = studio.find("licences_text").toPlainText()
    assert "Permission is hereby granted" in text
    for name in ("PySide6", "numpy", "torch", "CC0", "gpt2.bpe"):
        assert name.casefold() in text.casefold(), name
    studio.click("about_close_button")
    studio.wait_until_gone("about_dialog")


def test_the_about_box_shows_the_full_licence_of_a_library(studio: Studio) -> None:
    studio.find("about_action").trigger()
    studio.wait_for("about_dialog")
    pages = studio.find("licences_text")
    assert "numpy.md" in pages.toHtml()
    index = pages.source()
    pages.setSource(index.resolved("numpy.md"))  # as a click on its name does
    assert "NumPy Developers" in pages.toPlainText()
    assert "index.md" in pages.toHtml()
    pages.setSource(pages.source().resolved("index.md"))
    assert "CC0" in pages.toPlainText()


def test_no_library_is_without_a_licence() -> None:
    found = libraries()
    assert len(found) >= 9
    for name, version, licence in found:
        assert version, name
        assert 0 < len(licence) < 200, name


def test_a_screen_reader_announces_runs_and_messages(qtbot: Any, editor: Editor) -> None:
    told: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    announcer = Announcer(
        editor.open_document, editor.runs, window, lambda _, text: told.append(text)
    )
    editor.generation.generate(settings("a bell"))
    qtbot.waitUntil(lambda: editor.runs.running is None)
    assert told[0] == "Generation started."
    assert told[-1] == "Generation finished."
    told.clear()
    editor.open_document.failed.emit("Something went wrong.")
    editor.open_document.noticed.emit("Saved.")
    assert told == ["Something went wrong.", "Saved."]
    told.clear()
    for share in (0.0, 0.2, 0.3, 0.4, 0.55, 0.9, 1.0):
        left = 60.0 if share < 0.9 else 1.0
        editor.runs.progress_changed.emit(Progress("base", 1, 9, left, 0, 1, share))
    assert told == ["25% done.", "50% done."]
    del announcer


def stops(studio: Studio) -> list[QWidget]:
    """The widgets that Ctrl+F6 visits, beginning and ending with the canvas."""
    studio.find("canvas").setFocus()
    found: list[QWidget] = []
    while (focus := QApplication.focusWidget()) not in found:
        assert focus is not None
        found.append(focus)
        QTest.keySequence(focus, "Ctrl+F6")
    return found


def in_sight(studio: Studio, widget: QWidget) -> bool:
    return widget.isVisible() and studio.window.rect().contains(
        widget.mapTo(studio.window, QPoint(0, 0))
    )


def tab_stops(studio: Studio) -> list[QWidget]:
    """The visible controls that Tab should reach; within a group of buttons, arrow keys move."""
    tab = Qt.FocusPolicy.TabFocus
    return [
        control
        for control in controls(studio)
        if in_sight(studio, control)
        and control.isEnabled()
        and control.focusPolicy() & tab == tab
        and not (isinstance(control, QAbstractButton) and control.group())
    ]


def test_ctrl_f6_visits_every_panel_and_the_canvas(studio: Studio) -> None:
    found = stops(studio)
    docks = [dock for dock in studio.window.findChildren(QDockWidget) if in_sight(studio, dock)]
    assert len(docks) >= 4
    for dock in docks:
        if any(dock.isAncestorOf(stop) for stop in tab_stops(studio)):
            assert any(dock.isAncestorOf(stop) for stop in found), dock.objectName()
    assert studio.find("canvas") in found
    assert all(not stop.visibleRegion().isEmpty() for stop in found)
    places = [stop.mapTo(studio.window, QPoint(0, 0)) for stop in found[1:]]  # by columns
    middle = studio.find("canvas").geometry().center().x()
    assert [place.x() > middle for place in places] == sorted(p.x() > middle for p in places)


def test_tab_reaches_every_control_of_the_panels(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    studio.stroke((100, 100), (140, 120))
    reached: set[QWidget] = set()
    for stop in stops(studio):
        stop.setFocus()
        while (focus := QApplication.focusWidget()) not in reached:
            assert focus is not None
            reached.add(focus)
            if focus is not studio.find("canvas"):  # where Tab hides the panels
                QTest.keyClick(focus, Qt.Key.Key_Tab)
    missing = {control.objectName() for control in tab_stops(studio) if control not in reached}
    # Behind the canvas there are only buttons whose commands have keys.
    assert missing <= {"zoom_fit_button", "zoom_100_button"}
