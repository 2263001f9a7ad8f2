"""Fields that leave keys and the mouse wheel to the window where these are its own."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

COMMAND_KEYS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""With one of these, a key is a shortcut of the window rather than text or panning."""

MARGINS = 24
"""Width of the frame and the scroll bar of a list of choices."""

ICON_GAP = 4
"""Pixels between the icon of a choice and its text."""


class ChoiceBox(QComboBox):
    """Letters do not search its entries: they are tools' keys. Arrow keys choose, Space opens.

    Its list is as wide as its longest entry, however narrow the box, which elides what is too long.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        field = self.style().subControlRect(control, option, part, self)
        picture = 0 if option.currentIcon.isNull() else option.iconSize.width() + ICON_GAP
        end, width = Qt.TextElideMode.ElideRight, field.width() - picture
        option.currentText = self.fontMetrics().elidedText(option.currentText, end, width)
        painter.drawComplexControl(control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        rows = self.view()
        rows.setMinimumWidth(rows.sizeHintForColumn(0) + MARGINS)
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)


class WheelGuard(QObject):
    """Leaves the wheel to what `field` lies in, which may scroll, unless the field has the focus;
    the wheel alone does not give it the focus."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ignore a wheel event, so that Qt passes it on to the parents."""
        is_idle = isinstance(watched, QWidget) and not watched.hasFocus()
        if event.type() == QEvent.Type.Wheel and is_idle:
            event.ignore()
            return True
        return False
