"""The window as an artist operates it."""

import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QMenu, QTabBar, QTreeWidget, QTreeWidgetItem, QWidget

from glide_studio.core.geometry import Rect
from glide_studio.session.editor import Editor
from glide_studio.ui.tools.toolbox import Toolbox
from glide_studio.ui.window.main_window import MainWindow
from tests.fakes import FakeEngine
from tests.ui.canvas_events import LEFT, NO_KEYS, drag, tools_of


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

    @property
    def prompt(self) -> str:
        """What the prompt's field holds."""
        return self.find("prompt_edit").toPlainText()

    @property
    def mode(self) -> str:
        """The sentence that says what Generate will do."""
        return self.find("mode_label").text()

    def find(self, name: str) -> Any:
        """Return the one widget or action with an object name, dialogs included."""
        found = list(self.window.findChildren(QWidget, name)) or [
            action for action in self.window.actions() if action.objectName() == name
        ]
        assert len(found) == 1, (name, found)
        return found[0]

    def click(self, name: str) -> None:
        QTest.mouseClick(self.find(name), LEFT)

    def type(self, name: str, text: str) -> None:
        """Focus a text field, replace what it holds and type."""
        field = self.find(name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)

    def key(self, name: str, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press one key in a widget."""
        QTest.keyClick(self.find(name), key, keys)

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

    def show_page(self, tabs: str, page: str) -> None:
        """Click the tab of a page."""
        bar: QTabBar = self.find(tabs).tabBar()
        places = {bar.tabText(index): bar.tabRect(index) for index in range(bar.count())}
        QTest.mouseClick(bar, LEFT, pos=places[page].center())

    def press(self, keys: str, name: str = "canvas") -> None:
        """Press a shortcut such as "Ctrl+Z" in the widget with that name."""
        self.window.activateWindow()  # no window manager does it after a dialog
        self.qtbot.waitUntil(self.window.isActiveWindow)
        widget = self.find(name)
        widget.setFocus()
        QTest.keySequence(widget, keys)

    def stroke(self, *points: tuple[float, float]) -> None:
        """Drag the brush through document points."""
        drag(self.find("canvas"), *points)

    def sort_candidates(self, entry: str) -> None:
        """Choose an order of the candidates from its menu, with the mouse."""
        menu: QMenu = self.find("sort_menu")
        action = next(each for each in menu.actions() if each.text() == entry)
        place = menu.actionGeometry(action).center
        QTimer.singleShot(0, lambda: QTest.mouseClick(menu, LEFT, pos=place()))
        self.click("sort_button")

    def at(self, x: float, y: float) -> QPoint:
        """Return the position of a document point on the canvas."""
        return self.find("canvas").to_widget(QPointF(x, y)).toPoint()

    def open(self, path: Path) -> None:
        """Open a picture file and wait until it is shown."""
        self.window.open_file(path)
        self.qtbot.waitUntil(lambda: self.editor.open_document.path == path)

    def texts(self, name: str) -> list[str]:
        """Return the texts of a list's rows."""
        rows: QListWidget = self.find(name)
        return [rows.item(row).text() for row in range(rows.count())]

    def shown(self, x: int = 128, y: int = 128) -> tuple[int, ...]:
        """Return the colour of a pixel of the document."""
        return tuple(self.editor.document.composite(Rect(x, y, 1, 1))[0, 0, :3])

    def message(self) -> str | None:
        """Return the message shown, if any."""
        label = self.find("message_label")
        return label.text() if label.isVisible() else None

    def finish(self) -> None:
        """Wait until nothing runs."""
        self.qtbot.waitUntil(lambda: self.editor.runs.running is None)

    def ask(self, prompt: str | None = None, **numbers: float) -> None:
        """Enter a prompt and numbers, such as `seed` and `count`, if given; press Generate."""
        if prompt is not None:
            self.type("prompt_edit", prompt)
        for name, value in numbers.items():
            self.find(f"{name}_spin").setValue(value)
        self.click("generate_button")

    def generate(self, prompt: str | None = None, **numbers: float) -> None:
        """Do as `ask`, and wait until nothing runs."""
        self.ask(prompt, **numbers)
        self.finish()

    def generate_and_hold_back(self, prompt: str) -> threading.Event:
        """Generate two pictures; the first is shown, and is prepared once the event is set."""
        self.engine.step_seconds = 0.05
        ready, review = threading.Event(), self.editor.review

        def hold_back() -> None:  # blocks the thread that is about to prepare the candidate
            if review.shown_candidate is not None:
                review.changed.disconnect(hold_back)
                self.editor.open_document.start_in_background(lambda: ready.wait(9), lambda _: None)

        review.changed.connect(hold_back)
        self.ask(prompt, count=2)
        self.qtbot.waitUntil(lambda: review.shown_candidate is not None)
        return ready

    def wait_for(self, name: str) -> Any:
        """Wait until a widget is visible, and return it."""
        self.qtbot.waitUntil(lambda: self.find(name).isVisible())
        return self.find(name)

    def wait_until_gone(self, name: str) -> None:
        """Wait until no widget has that object name."""
        self.qtbot.waitUntil(lambda: not self.window.findChildren(QWidget, name))

    def answer(self, button: str) -> None:
        """Wait for the confirm dialog and press one of its buttons."""
        self.wait_for("confirm_dialog")
        self.click(button)

    def choose_file(self, dialog: str, path: Path | str) -> None:
        """Type a path, or several in quotes, into a file dialog and accept it."""
        self.wait_for(dialog)
        field = self.find("fileNameEdit")
        field.setFocus()  # otherwise Qt takes the file that is selected in the list
        self.qtbot.waitUntil(field.hasFocus)
        field.setText(str(path))
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.wait_until_gone(dialog)


def middle(rows: QListWidget, row: int) -> QPoint:
    """Return the middle of a list's row, in the list's viewport."""
    return rows.visualItemRect(rows.item(row)).center()


def click_item(rows: QTreeWidget, item: QTreeWidgetItem) -> None:
    QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualItemRect(item).center())


def click_row(rows: QListWidget, row: int) -> None:
    QTest.mouseClick(rows.viewport(), LEFT, pos=middle(rows, row))


def drag_row(rows: QListWidget, row: int, *over: int) -> None:
    """Drag a list's row over others, and drop it on the last of them."""
    QTest.mousePress(rows.viewport(), LEFT, pos=middle(rows, row))
    for other in over:
        QTest.mouseMove(rows.viewport(), middle(rows, other))
    QTest.mouseRelease(rows.viewport(), LEFT, pos=middle(rows, over[-1]))
