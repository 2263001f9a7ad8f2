"""The commands on the shown candidate."""

from PySide6.QtCore import QObject

from glide_studio.session.preferences import Preferences
from glide_studio.session.review import CandidateReview
from glide_studio.session.runs import Runs
from glide_studio.ui.actions.actions import Actions


class CandidateCommands(QObject):
    """Connects showing, comparing, accepting and discarding to the review of candidates."""

    def __init__(
        self, review: CandidateReview, runs: Runs, preferences: Preferences, actions: Actions
    ) -> None:
        super().__init__(actions.owner)
        self._preferences = preferences
        self._review = review
        self._next = actions.connect("next_candidate", lambda: review.step(1))
        self._previous = actions.connect("previous_candidate", lambda: review.step(-1))
        self._compare = actions.connect("compare_candidate", self._toggle_compare)
        self._accept = actions.connect("accept_candidate", review.accept)
        self._discard = actions.connect("discard_candidate", self._discard_shown)
        self._cancel_all = actions.connect("cancel_all", runs.cancel_all)
        review.accepts_single = preferences.accept_single
        actions["accept_single"].setChecked(preferences.accept_single)
        actions.connect_switch("accept_single", self._set_single)
        review.changed.connect(self._show)
        runs.running_changed.connect(self._cancel_all.setEnabled)
        self._cancel_all.setEnabled(runs.running is not None)
        self._show()

    def _set_single(self, wanted: bool) -> None:
        self._preferences.accept_single = self._review.accepts_single = wanted

    def _toggle_compare(self) -> None:
        self._review.compare(0.0 if self._review.share else 1.0)

    def _discard_shown(self) -> None:
        if self._review.shown_candidate is not None:
            self._review.discard(self._review.shown_candidate.key)

    def _show(self) -> None:
        for action in (self._next, self._previous):
            action.setEnabled(bool(self._review.candidates.kept))
        self._compare.setEnabled(self._review.shown_candidate is not None)
        for action in (self._accept, self._discard):
            action.setEnabled(self._review.is_pending)
