"""The commands on what is on show, from wherever the focus is."""

from PySide6.QtCore import QObject

from glide_studio.session.editor import Editor
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions


class CandidateCommands(QObject):
    """Connects looking, comparing, accepting and discarding to the staging area."""

    def __init__(self, editor: Editor, preferences: Preferences, actions: Actions) -> None:
        super().__init__(actions.owner)
        self._preferences = preferences
        self._editor = editor
        self._staging = staging = editor.staging
        self._next = actions.connect("next_candidate", lambda: staging.step(1))
        self._previous = actions.connect("previous_candidate", lambda: staging.step(-1))
        self._compare = actions.connect("compare_candidate", self._turn)
        self._accept = actions.connect("accept_candidate", staging.accept)
        self._discard = actions.connect("discard_candidate", self._discard_shown)
        self._cancel_all = actions.connect("cancel_all", editor.runs.cancel_all)
        staging.accepts_single = preferences.accept_single
        actions["accept_single"].setChecked(preferences.accept_single)
        actions.connect_switch("accept_single", self._set_single)
        staging.changed.connect(self._show)
        editor.running_changed.connect(self._cancel_all.setEnabled)
        self._cancel_all.setEnabled(editor.running is not None)
        self._show()

    def _set_single(self, wanted: bool) -> None:
        self._preferences.accept_single = self._staging.accepts_single = wanted

    def _turn(self) -> None:
        self._staging.compare(0.0 if self._staging.share else 1.0)

    def _discard_shown(self) -> None:
        if self._staging.on_show is not None:
            self._staging.discard(self._staging.on_show.key)

    def _show(self) -> None:
        for action in (self._next, self._previous):
            action.setEnabled(bool(self._staging.candidates.kept))
        self._compare.setEnabled(self._staging.on_show is not None)
        for action in (self._accept, self._discard):
            action.setEnabled(self._staging.is_pending)
