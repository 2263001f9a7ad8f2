"""How a picture is made: everything about a request but its prompt."""

from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QSpinBox,
    QWidget,
)

from glide_studio.core.request import (
    MAX_COUNT,
    MAX_GUIDANCE,
    SAMPLERS,
    GenerationRequest,
    Sampling,
)
from glide_studio.ui.naming import heading, named
from glide_studio.ui.seed_control import SeedControl
from glide_studio.ui.theme import GRID, indent_text

MAX_STEPS = 250


class SettingsForm(QWidget):
    """Guidance, steps, sampler, count and seed, each below its name, in two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        for spin_box in (self._guidance, self._steps, self._count):
            indent_text(spin_box)
        self._seed = SeedControl()
        self._lay_out()

    def request(self, prompt: str) -> GenerationRequest:
        """Return a request for `prompt`, with a new seed unless the seed is kept.

        Raises RequestError, as for an empty prompt.
        """
        self._seed.advance()
        return GenerationRequest(
            prompt=prompt,
            seed=self._seed.seed,
            count=self._count.value(),
            guidance_scale=self._guidance.value(),
            base=Sampling(self._sampler.currentData(), str(self._steps.value())),
        )

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(2 * GRID)
        layout.setVerticalSpacing(GRID // 2)
        cells = (
            ("Guidance", self._guidance, 0, 0, 1),
            ("Steps", self._steps, 0, 1, 1),
            ("Sampler", self._sampler, 2, 0, 1),
            ("Pictures", self._count, 2, 1, 1),
            ("Seed", self._seed, 4, 0, 2),
        )
        for text, control, row, column, columns in cells:
            label = heading(text, control)
            label.setContentsMargins(0, GRID if row else 0, 0, 0)
            layout.addWidget(label, row, column, 1, columns)
            layout.addWidget(control, row + 1, column, 1, columns)
        for column in (0, 1):
            layout.setColumnStretch(column, 1)
