"""Object names, accessible names and tooltips of controls; labels."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QSlider, QWidget

from glide_studio.ui.style.theme import indent_text
from glide_studio.ui.widgets.fields import WheelGuard

_W = TypeVar("_W", bound=QWidget)


def named(
    control: _W, object_name: str, accessible_name: str, tooltip: str, shortcut: str = ""
) -> _W:
    """Name a control and return it; `shortcut`, as in "Ctrl+Z", is added to its tooltip.

    Buttons get the keyboard focus by Tab and not by a click, so that the canvas keeps the keys;
    the text of spin boxes is indented as in other fields, and the wheel changes a field only while
    it has the focus.
    """
    if isinstance(control, QAbstractButton):
        control.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if isinstance(control, QAbstractSpinBox):
        indent_text(control)
    if isinstance(control, (QAbstractSpinBox, QComboBox, QSlider)):
        WheelGuard(control)
    control.setObjectName(object_name)
    control.setAccessibleName(accessible_name)
    control.setToolTip(with_shortcut(tooltip, shortcut))
    return control


def label(text: str, role: str, control: QWidget | None = None, *, wraps: bool = False) -> QLabel:
    """Return a text in the style of `role`, for a control beside or below it if there is one."""
    made = QLabel(text, wordWrap=wraps)
    made.setProperty("role", role)
    if control is not None:
        made.setBuddy(control)
    return made


def heading(text: str, control: QWidget) -> QLabel:
    """Return the label of a control, to be placed above or beside it."""
    return label(text, "heading", control)


def with_shortcut(tooltip: str, shortcut: str) -> str:
    """Return `tooltip` followed by the shortcut, spelled as the platform spells it."""
    if not shortcut:
        return tooltip
    keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{tooltip} ({keys})"
