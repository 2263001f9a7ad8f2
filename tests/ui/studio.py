"""The window as an artist operates it."""

import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from glide_studio.session.editor import Editor
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.tools.toolbox import Toolbox
from glide_studio.ui.window.main_window import MainWindow
from tests.fakes import FakeEngine
from tests.ui.canvas_events import tools_of


class Studio:
    """A shown window, operated as an artist would; controls are found by their object names."""

    def __init__(self, qtbot: Any, engine: FakeEngine, editor: Editor, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.engine = engine
        self.editor = editor
        self.window = window

    @property
    def tools(self) -> Toolbox:
        """The tools of the canvas."""
        return tools_of(self.find("canvas"))

    def find(self, name: str) -> Any:
        """Return the one widget or action with an object name, dialogs included."""
        found = list(self.window.findChildren(QWidget, name)) or [
            action for action in self.window.actions() if action.objectName() == name
        ]
        assert len(found) == 1, (name, found)
        return found[0]

    def click(self, name: str) -> None:
        QTest.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def type(self, name: str, text: str) -> None:
        """Focus a text field, replace what it holds and type."""
        field = self.find(name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)

    def choose(self, name: str, entry: str) -> None:
        """Choose a combo box's entry, by its beginning, with the arrow keys.

        Typed letters may be the shortcuts of tools.
        """
        combo = self.find(name)
        row = combo.findText(entry, Qt.MatchFlag.MatchStartsWith)
        assert row >= 0, entry
        QTest.keyClick(combo, Qt.Key.Key_Home)
        for _ in range(row):
            QTest.keyClick(combo, Qt.Key.Key_Down)

    def press(self, keys: str, name: str = "canvas") -> None:
        """Press a shortcut such as "Ctrl+Z" in the widget with that name."""
        self.window.activateWindow()  # no window manager does it after a dialog
        self.qtbot.waitUntil(self.window.isActiveWindow)
        widget = self.find(name)
        widget.setFocus()
        QTest.keySequence(widget, keys)

    def stroke(self, *points: tuple[float, float]) -> None:
        """Drag the brush through document points."""
        canvas = self.find("canvas")
        path = [self.at(*point) for point in points]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=path[0])
        for position in path[1:]:
            QTest.mouseMove(canvas, position)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=path[-1])

    def at(self, x: float, y: float) -> QPoint:
        """Return the position of a document point on the canvas."""
        canvas: Canvas = self.find("canvas")
        return canvas.to_widget(QPointF(x, y)).toPoint()

    def open(self, path: Path) -> None:
        """Open a picture file and wait until it is shown."""
        self.window.open_file(path)
        self.qtbot.waitUntil(lambda: self.editor.open_document.path == path)

    def message(self) -> str | None:
        """Return the message shown, if any."""
        label = self.find("message_label")
        return label.text() if label.isVisible() else None

    def finish(self) -> None:
        """Wait until nothing runs."""
        self.qtbot.waitUntil(lambda: self.editor.runs.running is None)

    def generate_and_hold_back(self, prompt: str) -> threading.Event:
        """Generate two pictures; the first is shown, and is prepared once the event is set."""
        self.find("count_spin").setValue(2)
        self.type("prompt_edit", prompt)
        self.engine.step_seconds = 0.05
        self.press("Ctrl+Return", "prompt_edit")
        self.qtbot.waitUntil(lambda: bool(self.engine.requests))
        ready = threading.Event()  # blocks the thread that prepares candidates
        self.editor.open_document.start_in_background(lambda: ready.wait(9), lambda _: None)
        self.qtbot.waitUntil(lambda: self.editor.review.shown_candidate is not None)
        return ready

    def answer(self, button: str) -> None:
        """Wait for the confirm dialog and press one of its buttons."""
        self.qtbot.waitUntil(lambda: self.find("confirm_dialog").isVisible())
        self.click(button)

    def choose_file(self, dialog: str, path: Path) -> None:
        """Type a path into a file dialog and accept it."""
        self.qtbot.waitUntil(lambda: self.find(dialog).isVisible())
        field = self.find("fileNameEdit")
        field.setFocus()  # otherwise Qt takes the file that is selected in the list
        self.qtbot.waitUntil(field.hasFocus)
        field.setText(str(path))
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not self.window.findChildren(QWidget, dialog))
