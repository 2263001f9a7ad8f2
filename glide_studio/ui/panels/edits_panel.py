"""The edits of the document, and the controls to run one again."""

import secrets

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from glide_studio.core.request.settings import MAX_PROMPT, MAX_SEED, Settings
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.panels.edit_list import PAIR, ROW_HEIGHT, EditList
from glide_studio.ui.panels.thumbnails import EditThumbnails
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import ActionButton, icon_button, push_button
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named
from glide_studio.ui.widgets.row_list import set_row_count


class EditsPanel(QWidget):
    """A list of the edits, the lowest at the bottom, above prompt and seed of the active one.

    `corner` holds the buttons that belong beside the panel's title.
    """

    def __init__(self, editor: Editor, actions: Actions) -> None:
        super().__init__()
        self._editor = editor
        self._commands = editor.edits
        self._layers = editor.layers
        self._actions = actions
        self._thumbnails = EditThumbnails(editor.open_document)
        self._filled: tuple[str, Settings] | None = None
        names = ("raise_edit", "lower_edit", "copy_recipe", "paste_recipe")
        self.corner = [ActionButton(actions[name], f"{name}_button") for name in names]
        self._make_list()
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        actions.connect("rerun_edit", self.rerun)
        self._thumbnails.changed.connect(self._show)
        self._commands.changed.connect(self._show)
        self._show()

    def rerun(self) -> None:
        """Run the active edit again with the prompt and the seed that are shown."""
        self._commands.rerun(self._prompt.text(), int(self._seed.value()))

    def _make_list(self) -> None:
        self._list = named(
            EditList(),
            "edits_list",
            tr("Edits"),
            tr(
                "Drag an edit to reorder it, or press Alt+Up or Alt+Down; Space hides or shows "
                "it, Delete deletes it"
            ),
        )
        self._list.setMinimumHeight(2 * ROW_HEIGHT)
        self._list.marked.connect(self._layers.activate)
        self._list.moved.connect(self._commands.move_to)
        self._list.drag_ended.connect(self._layers.finish)
        self._list.drag_cancelled.connect(self._editor.groups.undrag)
        self._list.raised.connect(self._commands.move)
        self._list.eye_clicked.connect(self._layers.toggle_visible)
        self._list.delete_pressed.connect(self._layers.delete)
        self._none = label(
            tr("Pictures that you generate are listed here, to be run again with another prompt."),
            "small",
            wraps=True,
        )

    def _make_fields(self) -> None:
        self._prompt = named(
            QLineEdit(placeholderText=tr("Prompt"), maxLength=MAX_PROMPT),
            "edit_prompt_edit",
            tr("Prompt of the edit"),
            tr("What the edit should show when it runs again"),
        )
        self._seed = named(
            QDoubleSpinBox(decimals=0, maximum=MAX_SEED),
            "edit_seed_spin",
            tr("Seed of the edit"),
            tr("Another seed gives another picture"),
        )
        self._dice = icon_button(
            "dice", "edit_dice_button", tr("Random seed"), tr("Choose a new random seed")
        )
        self._dice.clicked.connect(lambda: self._seed.setValue(secrets.randbelow(MAX_SEED + 1)))

    def _make_buttons(self) -> None:
        self._rerun = push_button(
            "rerun_edit_button", tr("Re-run"), self._actions["rerun_edit"].toolTip()
        )
        self._rerun.clicked.connect(self._actions["rerun_edit"].trigger)
        self._cancel = push_button(
            "cancel_rerun_button", tr("Cancel"), tr("Stop and leave the picture unchanged")
        )
        self._cancel.clicked.connect(self._editor.runs.cancel)

    def _lay_out(self) -> None:
        gap = GRID // 2
        seed = fill(QHBoxLayout(), [self._seed, self._dice], gap, grows=[self._seed])
        parts: list[QWidget | QLayout] = [self._prompt, seed, self._rerun, self._cancel]
        self._form = QWidget()
        fill(QVBoxLayout(self._form), parts, gap)
        column = [self._none, self._list, self._form]
        fill(QVBoxLayout(self), column, gap, grows=[self._list])

    def _show(self) -> None:
        edits, active = self._commands.edits[::-1], self._commands.active
        with QSignalBlocker(self._list):
            set_row_count(self._list, len(edits))
            self._list.setCurrentRow(-1)
            for row, edit in enumerate(edits):
                item = self._list.item(row)
                self._list.fill(item, len(edits) - row, edit, self._note(edit.layer.id))
                item.setData(PAIR, self._thumbnails.pairs.get(edit.layer.id))
                if active is not None and edit.layer.id == active.layer.id:
                    self._list.setCurrentRow(row)
        self._list.viewport().update()
        self._none.setVisible(not edits)
        self._list.setVisible(bool(edits))
        self._form.setVisible(active is not None)
        if active is not None:
            self._fill(active.layer.id, active.edit.request.settings)
        self._show_running()

    def _fill(self, layer_id: str, settings: Settings) -> None:
        """Show prompt and seed of an edit, unless the artist is changing them."""
        if self._filled != (layer_id, settings):
            self._filled = layer_id, settings
            self._prompt.setText(settings.prompt)
            self._prompt.setCursorPosition(0)
            self._seed.setValue(settings.seed)

    def _note(self, layer_id: str) -> str:
        """The state of an edit while edits run again; "" for none."""
        running = self._commands.running
        if running is None:
            return tr("Re-runs too") if layer_id in self._commands.affected else ""
        if layer_id not in running.ids:
            return ""
        place = running.ids.index(layer_id)
        if place == running.done:
            return tr("Running")
        return tr("Finished") if place < running.done else tr("Waiting")

    def _show_running(self) -> None:
        running, count = self._commands.running, 1 + len(self._commands.affected)
        said = tr("Re-run") if count == 1 else tr("Re-run {count} edits").format(count=count)
        self._rerun.setText(said)
        if running is not None:
            said = tr("Cancel ({number} of {count})")
            number, count = running.done + 1, len(running.ids)
            self._cancel.setText(said.format(number=number, count=count))
        self._rerun.setVisible(running is None)
        self._cancel.setVisible(running is not None)
