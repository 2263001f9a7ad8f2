"""Questions with a few answers. They do not block: each answer calls a function."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from glide_studio.session.language import tr
from glide_studio.ui.style.theme import GRID

Role = QMessageBox.ButtonRole


class Answer(NamedTuple):
    """A button `NAME_button` of a question, and what it does."""

    name: str
    text: str
    act: Callable[[], object]
    role: Role = Role.AcceptRole


def ask(
    window: QWidget, name: str, text: str, details: str, answers: Sequence[Answer]
) -> QMessageBox:
    """Open a question over `window`: the first of `answers` is the default, and the Escape key
    means Cancel, which is added to them as `NAME_cancel_button` and does nothing."""
    box = QMessageBox(window, text=text, informativeText=details)
    box.setObjectName(name)
    box.setContentsMargins(0, GRID, GRID, GRID)
    buttons: dict[QPushButton, Callable[[], object]] = {}
    prefix = name.removesuffix("_dialog")
    for answer in (*answers, Answer(f"{prefix}_cancel", tr("Cancel"), _nothing, Role.RejectRole)):
        button = QPushButton(answer.text)
        button.setObjectName(f"{answer.name}_button")
        button.setAccessibleName(answer.text)
        box.addButton(button, answer.role)
        buttons[button] = answer.act
    box.setDefaultButton(next(iter(buttons)))
    box.setEscapeButton([*buttons][-1])

    def finish() -> None:
        act = next((act for b, act in buttons.items() if b is box.clickedButton()), _nothing)
        box.deleteLater()
        act()

    box.finished.connect(finish)
    box.open()
    return box


def _nothing() -> None:
    pass
