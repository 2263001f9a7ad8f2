"""The real window with the fake engine."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from glide_studio.core.request.model_card import ModelCard
from glide_studio.session.editor import Editor
from glide_studio.session.worker import Worker
from glide_studio.ui.style.theme import apply_theme
from glide_studio.ui.window.main_window import MainWindow
from tests.fakes import STARTER, FakeEngine
from tests.ui.studio import Studio


@pytest.fixture(scope="session", autouse=True)
def clipboard_emptied_at_the_end(qapp: QApplication) -> Iterator[None]:
    """The offscreen clipboard would destroy its contents after Python's end, and crash."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def editor(
    engine: FakeEngine,
    card: ModelCard,
    qasync_loop: asyncio.AbstractEventLoop,
    complete: Callable[..., Any],
) -> Iterator[Editor]:
    editor = Editor(Worker(engine.load), [replace(STARTER, card=card)])
    yield editor
    complete(editor.close())


@pytest.fixture
def card() -> ModelCard:
    """The card of the window's model; a module may override it."""
    return ModelCard(
        "A model for tests",
        nouns=("apple", "bell", "birthday cake", "bear", "car", "lamp"),
        colours=("red", "reddish brown", "blue"),
        places=("on the grass", "on a wooden table", "in the snow"),
        examples=("a blue bell", "a red apple on the grass"),
    )


@pytest.fixture
def studio(
    qtbot: Any,
    engine: FakeEngine,
    editor: Editor,
    complete: Callable[..., Any],
    tmp_path: Path,
) -> Iterator[Studio]:
    window = MainWindow(editor, tmp_path / "data")
    window.resize(1200, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield Studio(qtbot, engine, editor, window)
    for _ in editor.open_document.states:  # otherwise closing would ask about unsaved changes
        editor.close_document()
    window.close()
    complete(editor.close())  # as in the program, it ends before the window is gone
    window.deleteLater()


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application with the studio's style; the original style is restored at the end."""
    style, palette, font = qapp.style().name(), qapp.palette(), qapp.font()
    apply_theme(qapp)
    yield qapp
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    """A picture of 400 x 300 with no two rows alike."""
    path = tmp_path / "photograph.png"
    down = Image.linear_gradient("L").resize((400, 300))
    across = Image.linear_gradient("L").rotate(90).resize((400, 300))
    Image.merge("RGB", (down, across, down.rotate(180))).save(path)
    return path
