"""The commands on the prompt and on what is made of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.panels.prompt_panel import PromptPanel


def connect_prompt(actions: Actions, panel: PromptPanel, lists: Path | None) -> None:
    """Connect what `panel` can do; the word lists are files in the folder `lists`, if anywhere."""
    actions.connect("generate", panel.generate)
    actions.connect("generate_alike", panel.generate_alike)
    actions.connect("prompt_history", panel.tools.open_history)
    actions.connect("favourite_prompt", panel.tools.turn_favourite)
    actions.connect("edit_styles", panel.tools.edit_styles)
    if lists is not None:
        actions.connect("word_lists", partial(_open_folder, lists))


def _open_folder(folder: Path) -> None:
    """Show a folder in the platform's own file manager, making it first."""
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
