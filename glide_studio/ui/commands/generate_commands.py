"""Connects the Generate menu: runs, modes, prompts and candidates."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from glide_studio.core.modes.modes import Mode
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.live import Live
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.dialogs.draft_wall import DraftWallDialog
from glide_studio.ui.dialogs.file_dialogs import FileDialogs
from glide_studio.ui.panels.candidates_panel import CandidatesPanel
from glide_studio.ui.panels.mode_bar import ModeBar
from glide_studio.ui.panels.prompt_panel import PromptPanel
from glide_studio.ui.panels.prompt_tools import PromptTools

MODES = {
    "text_to_image_mode": Mode.TEXT_TO_IMAGE,
    "inpaint_mode": Mode.INPAINT,
    "outpaint_mode": Mode.OUTPAINT,
    "sketch_mode": Mode.SKETCH,
    "variation_mode": Mode.VARIATION,
    "upscale_mode": Mode.UPSCALE,
}


def connect_generate(
    actions: Actions,
    editor: Editor,
    preferences: Preferences,
    dialogs: FileDialogs,
    prompt: PromptPanel,
    candidates: CandidatesPanel,
) -> None:
    """Connect the Generate menu except what happens when runs finish, which the queue panel
    connects.

    Whether single results are accepted automatically and the opacity of Live are remembered.
    """

    def set_accepting(wanted: bool) -> None:
        preferences.accept_single = editor.review.accepts_single = wanted

    editor.review.accepts_single = preferences.accept_single
    actions.connect_switch("accept_single", set_accepting).setChecked(preferences.accept_single)
    actions.connect("generate", prompt.generate)
    actions.connect("remove", prompt.remove)
    actions.connect("generate_alike", prompt.generate_alike)
    actions.connect("vary_candidate", candidates.vary)
    actions.enable_when(lambda: candidates.can_vary, ["vary_candidate"], editor.review.changed)
    actions.connect("branch_candidate", prompt.branch)
    candidates.scrub.branch_requested.connect(prompt.branch)
    title = tr("Use Settings From Picture")
    ask = partial(dialogs.ask_picture, "settings_dialog", title, projects=True)
    actions.connect("use_settings", lambda: ask(prompt.take_settings))
    actions.connect("draft_wall", partial(_open_draft_wall, editor, prompt, actions.window))
    _connect_cancelling(actions, editor)
    _connect_live(actions, editor.live, preferences, prompt)
    _connect_modes(actions, prompt.modes)
    _connect_prompts(actions, prompt.tools, editor.word_lists.folder)
    _connect_candidates(actions, editor)


def _open_draft_wall(editor: Editor, prompt: PromptPanel, window: QWidget) -> None:
    """Open the draft wall, or bring it to the front."""
    open_already = window.findChild(DraftWallDialog)
    if open_already is not None:
        open_already.raise_()
        open_already.activateWindow()
        return
    dialog = DraftWallDialog(editor.drafts, window)
    dialog.drafts_requested.connect(prompt.draw_drafts)
    dialog.enlarge_requested.connect(prompt.enlarge_drafts)
    dialog.show()


def _connect_cancelling(actions: Actions, editor: Editor) -> None:
    review, runs = editor.review, editor.runs

    def cancel() -> None:
        """Stop the run of this document, or if there is none, hide the shown candidate."""
        if runs.running_here is not None:
            runs.cancel()
        else:
            review.hide()

    actions.connect("cancel", cancel)
    actions.connect("cancel_all", runs.cancel_all)
    actions.enable_when(
        lambda: runs.running_here is not None or review.shown_candidate is not None,
        ["cancel"],
        runs.changed,
        review.changed,
    )
    actions.enable_when(lambda: runs.running is not None, ["cancel_all"], runs.running_changed)


def _connect_live(
    actions: Actions, live: Live, preferences: Preferences, prompt: PromptPanel
) -> None:
    live.get_settings = lambda: (prompt.settings, prompt.modes.strength)
    live.set_opacity(preferences.live_opacity)
    actions.connect_switch("live", live.switch)
    actions.connect("keep_live", live.keep)
    actions.update_on(lambda: actions["live"].setChecked(live.is_on), live.changed)
    actions.enable_when(lambda: live.result is not None, ["keep_live"], live.picture_changed)

    def remember() -> None:
        preferences.live_opacity = live.opacity

    actions.update_on(live.refresh, prompt.changed)
    actions.update_on(remember, live.opacity_changed)


def _connect_modes(actions: Actions, bar: ModeBar) -> None:
    """A mode that the document does not admit is disabled."""
    for name, mode in MODES.items():
        actions.connect(name, partial(bar.choose, mode))

    def update() -> None:
        for name, mode in MODES.items():
            actions[name].setEnabled(mode in bar.modes)
            actions[name].setChecked(mode is bar.mode)

    actions.update_on(update, bar.changed)


def _connect_prompts(actions: Actions, tools: PromptTools, lists: Path | None) -> None:
    """The word lists are files in the folder `lists`, if there is one."""
    actions.connect("prompt_history", tools.open_history)
    actions.connect("favourite_prompt", tools.turn_favourite)
    actions.connect("edit_styles", tools.edit_styles)
    if lists is not None:
        actions.connect("word_lists", partial(_open_folder, lists))


def _open_folder(folder: Path) -> None:
    """Show a folder in the platform's file manager; it is made if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _connect_candidates(actions: Actions, editor: Editor) -> None:
    review = editor.review

    def compare() -> None:
        review.compare(0.0 if review.share else 1.0)

    def discard() -> None:
        if review.shown_candidate is not None:
            review.discard(review.shown_candidate.key)

    actions.connect("next_candidate", lambda: review.step(1))
    actions.connect("previous_candidate", lambda: review.step(-1))
    actions.connect("compare_candidate", compare)
    actions.connect("accept_candidate", review.accept)
    actions.connect("discard_candidate", discard)
    changed = review.changed
    actions.enable_when(
        lambda: bool(review.candidates.kept), ["next_candidate", "previous_candidate"], changed
    )
    actions.enable_when(lambda: review.shown_candidate is not None, ["compare_candidate"], changed)
    actions.enable_when(
        lambda: review.shown_step is not None, ["branch_candidate"], changed, review.scrubbed
    )
    actions.enable_when(
        lambda: review.is_pending, ["accept_candidate", "discard_candidate"], changed
    )
