"""A chosen language is stored at once and used by the next window."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from glide_studio.core.request.model_card import ModelCard
from glide_studio.session.editor import Editor
from glide_studio.session.language import speak
from glide_studio.session.preferences import Preferences
from glide_studio.session.worker import Worker
from glide_studio.ui.window.main_window import MainWindow
from tests.fakes import STARTER, FakeEngine
from tests.ui.studio import Studio


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    Preferences().language = "en"
    yield
    speak(qapp, "en")


def texts(window: QWidget) -> set[str]:
    """The texts, accessible names and tooltips of a window's controls."""
    widgets = window.findChildren(QWidget)
    buttons = QLabel | QAbstractButton
    shown = {widget.text() for widget in widgets if isinstance(widget, buttons)}
    named = {text for widget in widgets for text in (widget.accessibleName(), widget.toolTip())}
    return shown | named | {action.text() for action in window.actions()}


def choose_german(studio: Studio) -> None:
    if not studio.window.findChildren(QWidget, "preferences_dialog"):
        studio.press("Ctrl+,")
    view = studio.find("language_combo").view()
    studio.click("language_combo")
    studio.qtbot.waitUntil(view.isVisible)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: studio.find("language_combo").currentText() == "Deutsch")
    hints = studio.find("preferences_dialog").findChildren(QLabel)
    assert "Takes effect at the next start." in [hint.text() for hint in hints]
    studio.click("preferences_close_button")
    studio.qtbot.waitUntil(lambda: not studio.window.findChildren(QWidget, "preferences_dialog"))


def test_a_chosen_language_is_stored_and_changes_nothing_in_the_open_window(
    studio: Studio,
) -> None:
    studio.press("Ctrl+,")
    before = texts(studio.window)
    choose_german(studio)
    assert Preferences().language == "de"
    assert texts(studio.window) <= before
    studio.press("F1")
    assert "Open a picture, paint a mask" in studio.find("manual_text").toPlainText()
    studio.find("manual").close()


def test_the_window_of_the_next_start_speaks_the_chosen_language(
    studio: Studio,
    qapp: QApplication,
    card: ModelCard,
    qasync_loop: asyncio.AbstractEventLoop,
    complete: Callable[..., Any],
) -> None:
    choose_german(studio)
    speak(qapp, Preferences().language)  # as the program does when it starts
    editor = Editor(Worker(FakeEngine().load), [STARTER])
    window = MainWindow(editor, STARTER)
    studio.qtbot.addWidget(window)
    english, german = texts(studio.window), texts(window)
    assert "Generieren" in german
    assert "Generate" in english
    assert "Generate" not in german
    complete(editor.close())
