"""What to make and how: the prompt, its settings and the two buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.request import (
    MAX_COUNT,
    MAX_GUIDANCE,
    SAMPLERS,
    GenerationRequest,
    RequestError,
    Sampling,
)
from glide_studio.session.editor import Editor
from glide_studio.ui.icons import icon
from glide_studio.ui.naming import named
from glide_studio.ui.prompt_edit import PromptEdit
from glide_studio.ui.seed_control import SeedControl
from glide_studio.ui.theme import DARK, GRID

MAX_STEPS = 250


class PromptPanel(QWidget):
    """Turns its settings into requests and hands them to the editor."""

    failed = Signal(str)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._prompt = PromptEdit()
        self._mode = named(
            QLabel(wordWrap=True), "mode_label", "What generating will do", "What Generate will do"
        )
        self._make_settings()
        self._make_buttons()
        self._lay_out()
        editor.document_changed.connect(self._show_mode)
        editor.running_changed.connect(self._show_running)
        self._show_mode()
        self._show_running(editor.running is not None)

    def generate(self) -> None:
        """Ask the editor for what is set, or say why that cannot be."""
        self._seed.advance()
        try:
            settings = self.settings()
        except RequestError as error:
            self.failed.emit(str(error))
            self._prompt.setFocus()
            return
        self._editor.generate(settings)

    def settings(self) -> GenerationRequest:
        """Return the settings as a request; raises RequestError, as for an empty prompt."""
        return GenerationRequest(
            prompt=self._prompt.toPlainText().strip(),
            seed=self._seed.seed,
            count=self._count.value(),
            guidance_scale=self._guidance.value(),
            base=Sampling(self._sampler.currentData(), str(self._steps.value())),
        )

    def _make_settings(self) -> None:
        defaults = GenerationRequest("defaults")
        self._guidance = named(
            QDoubleSpinBox(decimals=1, singleStep=0.5, maximum=MAX_GUIDANCE),
            "guidance_spin",
            "Guidance",
            "How closely to follow the prompt: higher is closer, and less varied",
        )
        self._guidance.setValue(defaults.guidance_scale)
        self._steps = named(
            QSpinBox(minimum=1, maximum=MAX_STEPS),
            "steps_spin",
            "Steps",
            "Denoising steps: more take longer and give finer pictures",
        )
        self._steps.setValue(defaults.base.steps)
        self._sampler = named(
            QComboBox(), "sampler_combo", "Sampler", "The way from noise to picture"
        )
        for sampler in SAMPLERS:
            self._sampler.addItem(sampler.upper(), sampler)
        self._sampler.setCurrentIndex(SAMPLERS.index(defaults.base.sampler))
        self._count = named(
            QSpinBox(minimum=1, maximum=MAX_COUNT),
            "count_spin",
            "Number of pictures",
            "How many pictures to choose from",
        )
        self._seed = SeedControl()
        self._when_busy = named(
            QComboBox(),
            "when_busy_combo",
            "While a run is on",
            "What Generate does while another run is on",
        )
        self._when_busy.addItem("Wait in the queue", "queue")
        self._when_busy.addItem("Replace the running one", "replace")
        self._when_busy.setCurrentIndex(self._when_busy.findData(self._editor.when_busy))
        self._when_busy.currentIndexChanged.connect(self._set_when_busy)

    def _make_buttons(self) -> None:
        self._generate = named(
            QPushButton(icon("generate", DARK.accent_text), "Generate"),
            "generate_button",
            "Generate",
            "Make a picture, or repaint what the mask covers",
            "Ctrl+Return",
        )
        self._generate.setProperty("role", "primary")
        self._generate.clicked.connect(self.generate)
        self._cancel = named(
            QPushButton(icon("cancel"), "Cancel"),
            "cancel_button",
            "Cancel",
            "Stop the running picture; the next in the queue starts",
            "Esc",
        )
        self._cancel.clicked.connect(self._editor.cancel)

    def _lay_out(self) -> None:
        heading = QLabel("Prompt", buddy=self._prompt)
        heading.setProperty("role", "heading")
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self._generate, 1)
        buttons.addWidget(self._cancel)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setVerticalSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self._label("Guidance", self._guidance), self._guidance)
        form.addRow(self._label("Steps", self._steps), self._steps)
        form.addRow(self._label("Sampler", self._sampler), self._sampler)
        form.addRow(self._label("Seed", self._seed.spin), self._seed)
        form.addRow(self._label("Pictures", self._count), self._count)
        form.addRow(self._label("When busy", self._when_busy), self._when_busy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(heading)
        layout.addWidget(self._prompt)
        layout.addWidget(self._mode)
        layout.addLayout(buttons)
        layout.addSpacing(GRID)
        layout.addLayout(form)

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text, buddy=buddy)
        label.setProperty("role", "muted")
        return label

    def _set_when_busy(self) -> None:
        self._editor.when_busy = self._when_busy.currentData()
        self._show_running(self._editor.running is not None)

    def _show_mode(self) -> None:
        document = self._editor.document
        if document.is_blank:
            extent = document.extent
            self._mode.setText(f"Text to image, {extent.width} x {extent.height}")
        elif document.mask.is_empty:
            self._mode.setText("Paint over what should change")
        else:
            self._mode.setText("Inpaint the painted area")

    def _show_running(self, running: bool) -> None:
        busy = "Add to queue" if self._editor.when_busy == "queue" else "Replace"
        self._generate.setText(busy if running else "Generate")
        self._cancel.setEnabled(running)
