"""The prompt, and the buttons that start and cancel a run."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glide_studio.core.files.picture_settings import PictureSettings, settings_of
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.modes.recipes import Recipe
from glide_studio.core.request.settings import RequestError, Settings
from glide_studio.library.networks import is_checkpoint
from glide_studio.session.editor import Editor
from glide_studio.session.failure import sentence
from glide_studio.session.generate_commands import InTurn
from glide_studio.session.language import tr, translated
from glide_studio.session.model_view import PlannedRun
from glide_studio.session.prompt_book import PromptBook
from glide_studio.ui.panels.hints import RunHint, VocabularyHint
from glide_studio.ui.panels.live_bar import LiveBar
from glide_studio.ui.panels.mask_colours import MaskColoursBar
from glide_studio.ui.panels.mode_bar import ModeBar
from glide_studio.ui.panels.model_box import ModelBox
from glide_studio.ui.panels.prompt_edit import PromptEdit
from glide_studio.ui.panels.prompt_tools import PromptTools
from glide_studio.ui.panels.settings_form import SettingsForm
from glide_studio.ui.panels.vocabulary_popup import VocabularyPopup
from glide_studio.ui.panels.word_list import WordSheet
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import push_button
from glide_studio.ui.widgets.dropping import dropped_file
from glide_studio.ui.widgets.fields import ChoiceBox
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import named


class TypedPrompts(NamedTuple):
    """The prompts as they are typed: also those of the mask's colours by their numbers."""

    prompt: str
    negative: str
    colours: Mapping[int, str]


class PromptPanel(QWidget):
    """Turns the prompt and the settings into requests for the editor.

    `corner` holds what belongs beside the panel's title. `networks_requested` asks to install
    some. `requested` is emitted by the button, `generated` once the editor has the requests,
    `changed` when prompt, settings or strength change; `noticed` carries messages. A picture file
    that is dropped on it gives its settings.
    """

    changed = Signal()
    generated = Signal()
    requested = Signal()
    failed = Signal(str)
    noticed = Signal(str)
    networks_requested = Signal(object, object)  # InstalledModel, their names

    def __init__(self, editor: Editor, settings: SettingsForm, book: PromptBook) -> None:
        super().__init__()
        self._editor = editor
        self._settings = settings
        card = editor.models.model.card
        self._sheet = WordSheet(editor.models.model)
        self._prompt = PromptEdit(card)
        self._hint = VocabularyHint(self._prompt, card)
        self.tools = PromptTools(self._prompt, book, editor.word_lists.lines)
        self.tools.style_changed.connect(self._hint.set_style)
        self.colours = MaskColoursBar(editor.open_document, editor.masks, self._prompt)
        self._run_hint = RunHint(editor)
        self.modes = ModeBar(editor.open_document, editor.review, editor.models, editor.model_view)
        self._model_box = ModelBox(editor, self.modes)
        self._model_box.networks_requested.connect(self.networks_requested)
        editor.model_view.planned_run = self._planned_run
        self.changed.connect(editor.model_view.refresh)
        for signal in (self.tools.changed, self.modes.changed, settings.changed):
            signal.connect(self.changed)
        self.setFocusProxy(self._prompt)
        self.setAcceptDrops(True)
        self._make_buttons()
        self._make_when_busy()
        self._live = LiveBar(editor.live, self._when_busy)
        self._lay_out()
        editor.runs.running_changed.connect(self._show_run)
        editor.open_document.switched.connect(self._show_run)
        self._show_run()
        editor.models.changed.connect(self._use_model)

    def generate(self) -> None:
        """Start a run with the current prompt and settings, or report why that is not possible."""
        self._editor.masks.choose_painted()
        settings = self._read(self._settings.settings)
        if settings is None:
            self._prompt.setFocus()
            return
        modes, make = self.modes, self._editor.generation
        self.tools.remember(*self.colours.texts.values())
        if modes.mode is not None and (modes.separately or modes.repaints_colours):
            how = InTurn(self.prompts, modes.separately, modes.mode, modes.strength)
            queued = make.generate_in_turn(settings, how)
        else:
            queued = make.generate(settings, modes.mode, modes.strength)
        if queued or settings.prompt.strip():
            self.generated.emit()
        else:
            self._prompt.setFocus()

    def remove(self) -> None:
        """Repaint what is selected with an empty prompt; the words of the prompt stay."""
        self._editor.masks.choose_painted()
        self._prompt.close_completions()
        if self._editor.generation.remove(self._settings.settings("", "")):
            self.generated.emit()

    def generate_alike(self) -> None:
        """Repeat the last request, seed included, with the current prompt."""
        self._prompt.close_completions()
        self.tools.remember()
        self._editor.generation.retry_with_prompt(self.tools.prompt, self.tools.negative)
        self.generated.emit()

    def draw_drafts(self, count: int) -> None:
        """Draw drafts for the wall with the current prompt and settings."""
        self._editor.masks.choose_painted()
        settings = self._read(self._settings.settings)
        if settings is not None:
            self.tools.remember()
            commands, modes = self._editor.generation, self.modes
            commands.draw_drafts(settings, count, modes.mode, modes.strength)

    def enlarge_drafts(self, temperature: float) -> None:
        """Upsample the starred drafts into candidates, with the current quality."""
        upsample = self._settings.present("", "").upsample
        if upsample is not None:
            self._editor.generation.enlarge_drafts(upsample, temperature)

    def branch(self) -> None:
        """Continue from the shown step of the shown candidate, with the current prompt and
        settings."""
        settings = self._read(self._settings.present)
        if settings is not None:
            self._editor.generation.branch(settings, has_own_seed=self._settings.has_own_seed)

    def _read(self, read: Callable[[str, str], Settings]) -> Settings | None:
        """What `read` returns for the prompts; None if they are invalid, which the artist is
        told."""
        self._prompt.close_completions()
        try:
            return read(self.tools.prompt, self.tools.negative)
        except RequestError as error:
            self.failed.emit(sentence(error))
            return None

    def _planned_run(self) -> PlannedRun:
        modes = self.modes
        return PlannedRun(self.settings, modes.mode, modes.strength, modes.separately)

    @property
    def settings(self) -> Settings | None:
        """The settings as they are shown; None if they are invalid, as with too long a prompt."""
        try:
            return self._settings.present(self.tools.prompt, self.tools.negative)
        except RequestError:
            return None

    @property
    def prompts(self) -> dict[int, str]:
        """The prompts of the mask's colours, if it has several, in the chosen style."""
        return {number: self.tools.styled(text) for number, text in self.colours.texts.items()}

    @property
    def typed(self) -> "TypedPrompts":
        """What was typed, without a style."""
        return TypedPrompts(self.tools.typed, self.tools.negative, self.colours.texts)

    def show_typed(self, typed: "TypedPrompts") -> None:
        """Show what was typed for another document; all other settings stay."""
        self._prompt.close_completions()
        self.tools.show_typed(typed.prompt, typed.negative)
        self.colours.show_texts(typed.colours)

    def show_settings(self, settings: Settings) -> list[str]:
        """Show these settings; returns, in the language of the interface, what the panel does not
        have."""
        self._prompt.close_completions()
        self.tools.show_prompts(settings.prompt, settings.negative_prompt)
        return self._settings.show_settings(settings)

    def show_recipe(self, recipe: Recipe) -> None:
        """Show the prompt and settings of a recipe, whose mask is already set, and say so."""
        missing = self.show_settings(recipe.settings)
        self.modes.choose_alike(recipe.mode, recipe.strength)
        said = tr("The recipe is in the Prompt panel: press Generate to run it.")
        if missing:
            said = tr("The recipe is in the Prompt panel, except: {missing}.")
        self.noticed.emit(said.format(missing=", ".join(missing)))

    def take_settings(self, path: Path) -> None:
        """Show the settings that the picture in a file was generated with, and say so."""

        def take(found: PictureSettings | PictureError) -> None:
            if isinstance(found, PictureError):
                self.failed.emit(sentence(found))
            else:
                self._take(path.name, found)

        self._editor.open_document.start_in_background(partial(_settings_in, path), take)

    def _take(self, name: str, found: PictureSettings) -> None:
        missing = list(dict.fromkeys(map(translated, found.problems)))
        if found.settings is None:
            said = tr("“{name}” contains no settings. Choose a picture that was generated.")
            if missing:
                said = tr("The settings of “{name}” cannot be used: {missing}.")
            self.failed.emit(said.format(name=name, missing=", ".join(missing)))
            return
        missing += [each for each in self.show_settings(found.settings) if each not in missing]
        said = tr("The settings of “{name}” are in the panel.")
        if missing:
            said = tr("The settings of “{name}” are in the panel, except: {missing}.")
        self.noticed.emit(said.format(name=name, missing=", ".join(missing)))

    def set_missing_model(self, model: str | None) -> None:
        """Show that a model cannot be used; None means that it can."""
        self._run_hint.set_missing(model)

    def generate_prompt(self, prompt: str) -> None:
        """Replace the prompt with `prompt`, and generate."""
        self._prompt.set_prompt(prompt)
        self.generate()

    def _make_buttons(self) -> None:
        self._generate = push_button(
            "generate_button",
            tr("Generate"),
            tr("Generate a picture, or repaint the masked area"),
            "Ctrl+Return",
            role="primary",
        )
        self._generate.setIcon(icon("generate", "accent_text"))
        self._generate.clicked.connect(self.requested)
        self._cancel = push_button(
            "cancel_button",
            tr("Cancel"),
            tr("Cancel the current run and start the next in the queue"),
            "Esc",
        )
        self._cancel.setIcon(icon("cancel"))
        self._cancel.clicked.connect(self._editor.runs.cancel)
        self._vocabulary = push_button(
            "vocabulary_button",
            tr("What can it draw?"),
            tr("Show all words that the model knows"),
            role="link",
        )
        self._vocabulary.clicked.connect(self._show_vocabulary)
        self._vocabulary.setVisible(self._editor.models.model.card.has_vocabulary)
        self.corner = [*self.colours.corner, self._vocabulary]

    def _make_when_busy(self) -> None:
        self._when_busy = named(
            ChoiceBox(),
            "when_busy_combo",
            tr("When busy"),
            tr("What Generate does while another run is in progress"),
        )
        self._when_busy.addItem(tr("When busy: queue"), "queue")
        self._when_busy.addItem(tr("When busy: replace"), "replace")
        self._when_busy.setCurrentIndex(self._when_busy.findData(self._editor.runs.when_busy))
        self._when_busy.currentIndexChanged.connect(self._set_when_busy)

    def _lay_out(self) -> None:
        text, hint = self._text_area(), self._run_hint
        buttons = fill(QHBoxLayout(), [self._generate, self._cancel], grows=[self._generate])
        above = [self.colours, text, self.tools, self._model_box, self.modes, hint]
        fill(QVBoxLayout(self), [*above, buttons, self._live])
        self.setTabOrder(self._prompt, self._generate)

    def _text_area(self) -> QWidget:
        """The prompt above the hint, at a fixed height: no button moves when the hint appears."""
        area = QWidget()
        line = self._prompt.fontMetrics().lineSpacing()
        area.setFixedHeight(7 * line)
        self._prompt.setMinimumHeight(3 * line)
        fill(QVBoxLayout(area), [self._prompt, self._hint], GRID // 2, grows=[self._prompt])
        return area

    def _use_model(self) -> None:
        """Use the vocabulary of the chosen model."""
        model = self._editor.models.model
        card = model.card
        self._sheet = WordSheet(model)
        self._prompt.close_completions()
        self._prompt.use(card)
        self._hint.use(card)
        self._vocabulary.setVisible(card.has_vocabulary)
        self.tools.count_tokens()

    def _show_vocabulary(self) -> None:
        popup = VocabularyPopup(self._editor.models.model.card, self._sheet, self)
        popup.chosen.connect(self._prompt.insert_phrase)
        self._prompt.setFocus()  # where typing continues once the popup is closed
        popup.open_left_of(self)

    def _set_when_busy(self) -> None:
        self._editor.runs.when_busy = self._when_busy.currentData()
        self._show_run()

    def _show_run(self) -> None:
        runs = self._editor.runs
        replaces = runs.when_busy == "replace" and runs.running_here is not None
        busy = tr("Replace") if replaces else tr("Add to Queue")
        self._generate.setText(tr("Generate") if runs.running is None else busy)
        self._cancel.setEnabled(runs.running_here is not None)

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept a picture file; checkpoints are the window's."""
        path = dropped_file(event.mimeData())
        if path is not None and not is_checkpoint(path):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Use the settings of the picture in the file."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.take_settings(path)


def _settings_in(path: Path) -> PictureSettings | PictureError:
    try:
        return settings_of(path)
    except PictureError as error:
        return error
