"""The dialog of all adjustments."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glide_studio.session.language import tr
from glide_studio.ui.dialogs.adjust_forms import WIDTH, AdjustForm
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import check_box, push_button
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.windows import Dialog


class AdjustDialog(Dialog):
    """Shows the settings of an adjustment, not modal: the view can still be moved.

    `adjusted` carries the `Adjustment` at first and after each change; `previewed`, whether it is
    to be seen.
    """

    adjusted = Signal(object)
    previewed = Signal(bool)

    def __init__(self, title: str, form: AdjustForm, parent: QWidget) -> None:
        super().__init__("adjust_dialog", title, parent)
        self._form = form
        preview = check_box("adjust_preview_check", tr("Preview"), tr("Show it on the canvas"))
        preview.setChecked(True)
        preview.toggled.connect(self.previewed)
        reset = push_button("adjust_reset_button", tr("Reset"), tr("Reset all values"))
        reset.clicked.connect(self._reset)
        row = fill(QHBoxLayout(), [preview, None, reset], 2 * GRID)
        buttons = self.ok_and_cancel("adjust")
        layout = fill(QVBoxLayout(self), [form, row, None, buttons], 3 * GRID)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        self.setMinimumWidth(WIDTH)
        form.changed.connect(self._tell)

    def open_beside(self, canvas: QWidget) -> None:
        """Show it at the right of the window, where it hides little of `canvas`."""
        self.adjustSize()
        window = canvas.window()
        right = window.mapToGlobal(QPoint(window.width() - self.width() - GRID, 0)).x()
        self.move(right, canvas.mapToGlobal(QPoint(0, 3 * GRID)).y())
        self.show()
        self.activateWindow()
        self._tell()

    def end(self) -> None:
        """Close it: what it shows has been applied or cancelled."""
        self.hide()
        self.deleteLater()

    def _reset(self) -> None:
        self._form.reset()
        self._tell()

    def _tell(self) -> None:
        self.adjusted.emit(self._form.adjustment)
