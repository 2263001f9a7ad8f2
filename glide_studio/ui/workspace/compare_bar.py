"""The bar that chooses what is compared and how."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QWidget

from glide_studio.session.comparison import CompareMode, Comparison, Side
from glide_studio.session.language import tr
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import ActionButton, icon_button
from glide_studio.ui.widgets.fields import ChoiceBox, WheelGuard
from glide_studio.ui.widgets.naming import named

LETTERS = 16
"""The width of the boxes; their lists are as wide as they need."""

MODES = {
    "compare_split": CompareMode.SLIDER,
    "compare_beside": CompareMode.SIDE_BY_SIDE,
    "compare_blink": CompareMode.BLINK,
}


class CompareBar(QFrame):
    """The two sides with a button that swaps them, the modes, and a button that ends it; hidden
    while nothing is compared."""

    def __init__(self, comparison: Comparison, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("compare_bar")
        self._comparison = comparison
        self._choices: list[tuple[Side, str]] = []
        self._boxes = (
            self._box("compare_left_combo", tr("Left side"), tr("The picture on the left")),
            self._box("compare_right_combo", tr("Right side"), tr("The picture on the right")),
        )
        swap = icon_button("swap", "compare_swap_button", tr("Swap sides"))
        swap.clicked.connect(comparison.swap)
        close = icon_button("close", "compare_close_button", tr("End comparison"), "", "Esc")
        close.clicked.connect(comparison.stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        layout.setSpacing(GRID // 2)
        for part in (self._boxes[0], swap, self._boxes[1]):
            layout.addWidget(part)
        layout.addSpacing(GRID)
        for name in MODES:
            layout.addWidget(ActionButton(actions[name], f"{name}_button"))
        layout.addSpacing(GRID)
        layout.addWidget(close)
        comparison.changed.connect(self._show)
        self._show()

    def show_seen(self, left: bool) -> None:
        """Mark the side that is seen now, where both are seen in turn."""
        blinks = self._comparison.mode is CompareMode.BLINK
        for box, seen in zip(self._boxes, (left, not left), strict=True):
            box.setProperty("seen", blinks and seen)
            box.style().polish(box)

    def _box(self, name: str, text: str, tooltip: str) -> QComboBox:
        box = named(ChoiceBox(), name, text, tooltip)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(LETTERS)
        box.setMinimumWidth(4 * GRID)  # in a narrow window
        WheelGuard(box)
        box.currentIndexChanged.connect(self._choose)
        return box

    def _choose(self) -> None:
        left, right = (self._choices[box.currentIndex()][0] for box in self._boxes)
        self._comparison.choose(left, right)

    def _show(self) -> None:
        comparison = self._comparison
        if comparison.is_on:
            choices = comparison.choices()
            for box, side in zip(self._boxes, comparison.sides, strict=True):
                with QSignalBlocker(box):
                    if choices != self._choices:
                        box.clear()
                        box.addItems([text for _, text in choices])
                    box.setCurrentIndex([each for each, _ in choices].index(side))
                    box.setToolTip(box.currentText())
            self._choices = choices
        self.setVisible(comparison.is_on)
