"""The settings of a run: everything but the prompt."""

import secrets
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QHBoxLayout, QSpinBox, QWidget

from glide_studio.core.request.presets import NORMAL, Preset, suited
from glide_studio.core.request.samplers import Sampler
from glide_studio.core.request.settings import (
    MAX_CLIP_GUIDANCE,
    MAX_COUNT,
    MAX_GUIDANCE,
    MAX_SEED,
    Settings,
)
from glide_studio.session.language import tr
from glide_studio.session.model_choice import ModelChoice
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import icon_button
from glide_studio.ui.widgets.fields import ChoiceBox
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import heading, named

MAX_STEPS = 250


class SettingsForm(QWidget):
    """Quality, count, guidance, steps, sampler and seed, each below its name, in two columns.

    A quality preset sets steps and sampler; changing either makes the quality Custom. Settings of a
    picture that match no preset are offered as one more quality until other settings are shown.
    `changed` is emitted when the artist changes guidance or seed.
    """

    changed = Signal()

    def __init__(self, models: ModelChoice) -> None:
        super().__init__()
        self._models = models
        self._quality = named(
            ChoiceBox(),
            "quality_combo",
            tr("Quality"),
            tr("Draft is fastest, Fine gives the best results"),
        )
        self._guidance = named(
            QDoubleSpinBox(decimals=1, singleStep=0.5, maximum=MAX_GUIDANCE),
            "guidance_spin",
            tr("Guidance"),
            tr(
                "How closely to follow the prompt; higher values follow it more closely, with "
                "less variety"
            ),
        )
        self._guidance.setValue(Settings.guidance_scale)
        self._steps = named(
            QSpinBox(minimum=1, maximum=MAX_STEPS),
            "steps_spin",
            tr("Steps"),
            tr("Number of denoising steps; more steps take longer and give better results"),
        )
        self._sampler = named(
            ChoiceBox(),
            "sampler_combo",
            tr("Sampler"),
            tr("Method that turns noise into a picture"),
        )
        self._clip_guidance = named(
            QDoubleSpinBox(decimals=1, singleStep=0.5, maximum=MAX_CLIP_GUIDANCE),
            "clip_guidance_spin",
            tr("CLIP guidance"),
            tr("How strongly CLIP steers towards the prompt"),
        )
        self._clip_guidance.setSpecialValueText(tr("Off"))
        self._count = named(
            QSpinBox(minimum=1, maximum=MAX_COUNT),
            "count_spin",
            tr("Number of pictures"),
            tr("Number of pictures to generate at once"),
        )
        self._seed = SeedControl()
        self._offer(NORMAL.name)
        models.changed.connect(self._follow)
        self._quality.currentIndexChanged.connect(self._show_preset)
        self._steps.valueChanged.connect(self._set_custom)
        self._sampler.currentIndexChanged.connect(self._set_custom)
        for control in (self._guidance, self._clip_guidance):
            control.valueChanged.connect(self.changed)
        self._seed.changed.connect(self.changed)
        self._show_preset()
        self._lay_out()

    def _follow(self) -> None:
        """Offer the presets and samplers of another model; a preset stays chosen by its name."""
        self._offer("" if self._preset is None else self._preset.name)
        self._show_preset()

    def _offer(self, quality: str) -> None:
        """List the model's presets and samplers, the preset `quality` chosen; Custom if it is
        none."""
        model = self._models.model
        with QSignalBlocker(self._quality), QSignalBlocker(self._sampler):
            self._quality.clear()
            for preset in model.card.presets:
                self._quality.addItem(quality_name(preset), preset)
            self._quality.addItem(tr("Custom"))
            self._taken = self._quality.count()
            names = [preset.name for preset in model.card.presets]
            self._quality.setCurrentIndex([*names, quality].index(quality))
            sampler = self._sampler.currentData()
            self._sampler.clear()
            for each in model.capabilities.samplers:
                self._sampler.addItem(Sampler(each).label, each)
            self._sampler.setCurrentIndex(max(self._sampler.findData(sampler), 0))
        self._clip_guidance.setEnabled(model.capabilities.has_clip)
        if not model.capabilities.has_clip:
            self._clip_guidance.setValue(0)

    def settings(self, prompt: str, negative_prompt: str) -> Settings:
        """Return the settings for these prompts, with a new seed unless the seed is locked.

        Raises RequestError, as for a prompt that is too long.
        """
        self._seed.advance()
        return self.present(prompt, negative_prompt)

    def present(self, prompt: str, negative_prompt: str) -> Settings:
        """The settings for these prompts with the seed that is shown. Raises RequestError."""
        settings = Settings(
            prompt,
            self._models.model.name,
            negative_prompt,
            seed=self._seed.seed,
            count=self._count.value(),
            guidance_scale=self._guidance.value(),
            clip_guidance=self._clip_guidance.value(),
        )
        if self._preset is not None:
            return self._preset.applied_to(settings)
        base = suited(self._sampler.currentData(), str(self._steps.value()))
        return replace(settings, base=base)

    @property
    def has_own_seed(self) -> bool:
        """Whether the artist has chosen the seed."""
        return self._seed.is_locked

    def show_settings(self, settings: Settings) -> list[str]:
        """Show everything but the prompts, with the seed locked; returns, in the language of the
        interface, what the form or the model does not have."""
        missing = []
        if not self._models.choose(settings.model):
            missing.append(tr("the model {model}").format(model=settings.model))
        clip_guidance = settings.clip_guidance
        if clip_guidance and not self._models.model.capabilities.has_clip:
            missing.append(tr("CLIP guidance"))
            clip_guidance = 0.0
        if settings.thresholding != Settings.thresholding:
            missing.append(tr("dynamic thresholding"))
        if settings.temperature != Settings.temperature:
            missing.append(tr("the temperature of the upsampler"))
        if settings.upsample is None:
            missing.append(tr("leaving out the upsampler"))
        self._count.setValue(settings.count)
        self._guidance.setValue(settings.guidance_scale)
        self._clip_guidance.setValue(clip_guidance)
        self._seed.lock(settings.seed)
        return [*missing, *self._show_sampling(settings)]

    def _show_sampling(self, settings: Settings) -> list[str]:
        """Show the preset of these settings, or make one of them; returns what is missing."""
        upsample = settings.upsample or NORMAL.upsample
        taken = Preset("taken", settings.base, upsample, settings.guidance_interval)
        with QSignalBlocker(self._quality):
            self._quality.removeItem(self._taken)
        unknown = sorted(
            {taken.base.sampler, taken.upsample.sampler}
            - {*self._models.model.capabilities.samplers}
        )
        if unknown:
            self._quality.setCurrentText(quality_name(NORMAL))
            self._show_preset()
            said = tr("the sampler {sampler}")
            return [said.format(sampler=Sampler(name).label) for name in unknown]
        for index, preset in enumerate(self._models.model.card.presets):
            if replace(taken, name=preset.name) == preset:
                self._quality.setCurrentIndex(index)
                self._show_preset()
                return []
        self._quality.addItem(tr("From Picture"), taken)
        self._quality.setCurrentIndex(self._taken)
        self._show_preset()
        return []

    @property
    def _preset(self) -> Preset | None:
        """The chosen quality; None if it is Custom."""
        chosen = self._quality.currentData()
        return chosen if isinstance(chosen, Preset) else None

    def _show_preset(self) -> None:
        if self._preset is None:
            return
        with QSignalBlocker(self._steps), QSignalBlocker(self._sampler):
            self._steps.setMaximum(max(MAX_STEPS, self._preset.base.steps))
            self._steps.setValue(self._preset.base.steps)
            self._sampler.setCurrentIndex(self._sampler.findData(self._preset.base.sampler))

    def _set_custom(self) -> None:
        self._quality.setCurrentText(tr("Custom"))

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(2 * GRID)
        layout.setVerticalSpacing(GRID // 2)
        cells = (
            (tr("Quality"), self._quality, 0, 0, 1),
            (tr("Pictures"), self._count, 0, 1, 1),
            (tr("Guidance"), self._guidance, 2, 0, 1),
            (tr("Steps"), self._steps, 2, 1, 1),
            (tr("Sampler"), self._sampler, 4, 0, 1),
            (tr("CLIP guidance"), self._clip_guidance, 4, 1, 1),
            (tr("Seed"), self._seed, 6, 0, 2),
        )
        for text, control, row, column, columns in cells:
            label = heading(text, control)
            label.setContentsMargins(0, GRID // 2 if row else 0, 0, 0)
            layout.addWidget(label, row, column, 1, columns)
            layout.addWidget(control, row + 1, column, 1, columns)
        layout.setRowStretch(layout.rowCount(), 1)
        for column in (0, 1):
            layout.setColumnStretch(column, 1)


class SeedControl(QWidget):
    """A number, a dice and a lock.  Entering a seed locks it; the dice unlocks it.

    `changed` is emitted when the artist changes the seed, not when a run takes the next.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        # A QSpinBox ends at 2**31 - 1, half of all seeds.
        self._spin = named(
            QDoubleSpinBox(decimals=0, maximum=MAX_SEED),
            "seed_spin",
            tr("Seed"),
            tr("The same seed and settings give the same picture; entering a seed locks it"),
        )
        dice = icon_button(
            "dice", "seed_dice_button", tr("Random seed"), tr("Choose a new random seed")
        )
        self._lock = icon_button(
            "unlock", "seed_lock_button", tr("Lock seed"), tr("Lock this seed"), checkable=True
        )
        fill(QHBoxLayout(self), [self._spin, dice, self._lock], gap=4, grows=[self._spin])
        self._spin.valueChanged.connect(lambda: self._lock.setChecked(True))
        self._spin.valueChanged.connect(self.changed)
        dice.clicked.connect(self.randomise)
        dice.clicked.connect(self.changed)
        self._lock.toggled.connect(self._show_lock)
        self.randomise()

    @property
    def seed(self) -> int:
        """The seed shown, 0 to 2**32 - 1."""
        return int(self._spin.value())

    @property
    def is_locked(self) -> bool:
        """Whether every run uses this seed."""
        return self._lock.isChecked()

    def randomise(self) -> None:
        """Choose a random seed, and unlock it."""
        with QSignalBlocker(self._spin):
            self._spin.setValue(secrets.randbelow(MAX_SEED + 1))
        self._lock.setChecked(False)
        self._show_lock(False)

    def lock(self, seed: int) -> None:
        """Show a seed, and use it for every run."""
        self._spin.setValue(seed)
        self._lock.setChecked(True)

    def advance(self) -> None:
        """Choose a new seed for the next run, unless it is locked."""
        if not self._lock.isChecked():
            self.randomise()

    def _show_lock(self, locked: bool) -> None:
        self._lock.setIcon(icon("lock" if locked else "unlock"))
        self._lock.setToolTip(
            tr("Every run uses this seed; click to use random seeds")
            if locked
            else tr("Each run uses a new random seed; click to lock this one")
        )


def quality_name(preset: Preset) -> str:
    """The name of a preset in the language of the interface."""
    match preset.name:
        case "draft":
            return tr("Draft")
        case "normal":
            return tr("Normal", "quality")
        case "fine":
            return tr("Fine")
    return preset.name.capitalize()
