"""The slider through the steps of the shown candidate, and the button that branches there."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from glide_studio.session.language import tr
from glide_studio.session.review import CandidateReview
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import text_button
from glide_studio.ui.widgets.labelled_slider import slider
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label


class ScrubBar(QWidget):
    """Disabled while no candidate with steps is shown. At its right end lies the finished picture.

    `branch_requested` is emitted when the artist wants to continue from the shown step.
    """

    branch_requested = Signal()

    def __init__(self, review: CandidateReview) -> None:
        super().__init__()
        self._review = review
        self._slider = slider(
            "step_slider",
            tr("Step"),
            tr("Show the picture that was predicted at each step of the run"),
            1,
            1,
        )
        self._value = label("", "small")
        self._branch = text_button(
            "branch_button",
            tr("Branch Here"),
            tr("Continue from this step with the current prompt, guidance, mask and seed"),
            "Alt+B",
        )
        parts = [label(tr("Step"), "small", self._slider), self._slider, self._value, self._branch]
        fill(QHBoxLayout(self), parts, GRID // 2, grows=[self._slider])
        self._slider.valueChanged.connect(self._scrub)
        self._branch.clicked.connect(self.branch_requested)
        review.shown_changed.connect(self._show)
        review.changed.connect(self._show)
        review.scrubbed.connect(self._show)
        self._show()

    def _scrub(self, step: int) -> None:
        self._review.scrub(step if step < self._slider.maximum() else None)

    def _show(self) -> None:
        candidate = self._review.shown_candidate
        steps = 0 if candidate is None else len(candidate.result.steps)
        step = self._review.shown_step
        with QSignalBlocker(self._slider):
            self._slider.setMaximum(max(steps, 1))
            self._slider.setValue(step or max(steps, 1))
        self._value.setText(f"{step or steps}/{steps}" if steps else "")
        self._slider.setEnabled(steps > 1)
        self._branch.setEnabled(step is not None)
