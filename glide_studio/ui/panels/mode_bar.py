"""The mode of the next run, and the choice of another mode."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from glide_studio.core.document.document import Document
from glide_studio.core.modes.modes import DEFAULT_STRENGTH, Mode, modes_of, suggested_mode
from glide_studio.core.request.capabilities import tile_count
from glide_studio.session.language import tr
from glide_studio.session.model_choice import ModelChoice
from glide_studio.session.model_view import ModelView
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.quantities import percent
from glide_studio.session.review import CandidateReview
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.fields import ChoiceBox
from glide_studio.ui.widgets.labelled_slider import slider
from glide_studio.ui.widgets.naming import label, named


class ModeBar(QWidget):
    """Shows the mode that the document suggests, until the artist chooses another one.

    The choice lasts until the document suggests another mode, or it or the model no longer allows
    the chosen one.
    """

    changed = Signal()

    def __init__(
        self,
        open_document: OpenDocument,
        review: CandidateReview,
        models: ModelChoice,
        view: ModelView,
    ) -> None:
        super().__init__()
        self._review = review
        self._view = view
        self._suggested: Mode | None = None
        self._models = models
        self._chosen: Mode | None = None
        self.modes: tuple[Mode, ...] = ()
        """All modes that the document allows."""
        words = tr("What Generate will do")
        self._sentence = named(label("", "muted", wraps=True), "mode_label", words, words)
        self._combo = named(
            ChoiceBox(),
            "mode_combo",
            tr("Mode"),
            tr("Choose what Generate does, or let the picture decide"),
        )
        self._combo.activated.connect(lambda: self.choose(self._combo.currentData()))
        self._make_islands()
        self._strength = slider(
            "strength_slider",
            tr("Strength"),
            tr("How much may change: 1% changes hardly anything, 100% replaces the whole picture"),
            maximum=100,
            minimum=1,
        )
        self._strength_value = label("", "small")
        self._strength_value.setObjectName("strength_value")
        self._strength.setValue(round(100 * DEFAULT_STRENGTH))
        self._strength.valueChanged.connect(self._show)
        for control in (self._combo, self._islands, self._strength, self._strength_value):
            policy = control.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # so that no button moves
            control.setSizePolicy(policy)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._sentence, 0, 0, 1, 3)
        layout.addWidget(self._combo, 1, 0)
        layout.addWidget(self._islands, 1, 1, 1, 2)
        layout.addWidget(self._strength, 1, 1)
        layout.addWidget(self._strength_value, 1, 2, Qt.AlignmentFlag.AlignRight)
        open_document.document_changed.connect(self._follow)
        review.shown_changed.connect(self._follow)
        models.changed.connect(self._follow)
        view.changed.connect(self._show_islands)
        self._follow()

    def _make_islands(self) -> None:
        self._islands = named(
            ChoiceBox(),
            "islands_combo",
            tr("Separate mask areas"),
            tr("Whether separate areas of the mask are filled in one run or one after the other"),
        )
        self._islands.addItem(tr("All together"), False)
        self._islands.addItem(tr("One by one"), True)
        self._islands.currentIndexChanged.connect(self.changed)

    @property
    def separately(self) -> bool:
        """Whether each separate area of the mask gets its own run, if there are several."""
        return self.mode is Mode.INPAINT and bool(self._islands.currentData())

    @property
    def repaints_colours(self) -> bool:
        """Whether several colours of the mask are repainted, each by a run of its own."""
        is_masked = self.mode in (Mode.INPAINT, Mode.SKETCH)
        return is_masked and len(self._review.subject.painted) > 1

    @property
    def mode(self) -> Mode | None:
        """What Generate will do; None while nothing can be generated."""
        return self._chosen or self._suggested

    @property
    def strength(self) -> float:
        """The strength of a sketch or a variation, 0 to 1."""
        return self._strength.value() / 100

    def choose(self, mode: Mode | None) -> None:
        """Choose a mode; None leaves it to the document."""
        self._chosen = mode
        self._show()

    def choose_alike(self, mode: Mode, strength: float | None) -> None:
        """Choose a mode, as far as the document allows it, and a strength from 0 to 1."""
        if strength is not None:
            self._strength.setValue(round(100 * strength))
        is_needed = mode in self.modes and mode is not self._suggested
        self.choose(mode if is_needed else None)

    def _follow(self) -> None:
        document = self._review.subject
        meant = suggested_mode(document)
        self.modes = modes_of(document, self._models.model.offered)
        if meant is not self._suggested or self._chosen not in self.modes:
            self._chosen = None
        self._suggested = meant
        with QSignalBlocker(self._combo):
            self._combo.clear()
            self._combo.addItem(tr("Automatic"), None)
            for mode in self.modes:
                self._combo.addItem(mode_name(mode), mode)
        self._combo.setVisible(any(mode is not meant for mode in self.modes))
        self._show()

    def _show(self) -> None:
        with QSignalBlocker(self._combo):
            self._combo.setCurrentIndex(self._combo.findData(self._chosen))
        has_strength = self.mode is not None and self.mode.has_strength
        self._strength.setVisible(has_strength)
        self._strength_value.setVisible(has_strength)
        self._strength_value.setText(percent(self.strength))
        self._show_islands()
        self.changed.emit()

    def _show_islands(self) -> None:
        self._islands.setVisible(self.mode is Mode.INPAINT and self._view.has_islands)
        self._sentence.setText(self._what_generate_does(self._review.subject))

    def _what_generate_does(self, document: Document) -> str:
        width, height = document.extent.width, document.extent.height
        match self.mode:
            case None:
                return tr("Paint a mask over what should change")
            case Mode.TEXT_TO_IMAGE:
                return tr("Text to image, {width} x {height}").format(width=width, height=height)
            case Mode.INPAINT:
                return self._what_is_inpainted(document)
            case Mode.OUTPAINT:
                return tr("Outpaint the empty area")
            case Mode.SKETCH if self.repaints_colours:
                sentence = tr("Sketch {count} mask colours, one after the other")
                return sentence.format(count=len(document.painted))
            case Mode.SKETCH if document.painted:
                return tr("Sketch, masked area")
            case Mode.SKETCH:
                return tr("Sketch, whole picture")
            case Mode.VARIATION:
                return tr("Variation of the last result")
            case Mode.UPSCALE:
                capabilities = self._models.model.capabilities
                factor = capabilities.upscale_factor
                tiles = tile_count(width, height, capabilities.base_size)
                sentence = (
                    tr("Upscale to {width} x {height}")
                    if tiles == 1
                    else tr("Upscale to {width} x {height}, in {tiles} tiles")
                )
                return sentence.format(width=factor * width, height=factor * height, tiles=tiles)

    def _what_is_inpainted(self, document: Document) -> str:
        colours, parts = len(document.painted), self._view.parts
        if self.separately and parts.total > len(parts.parts):
            sentence = tr("Inpaint the {count} largest of {total} areas, one by one")
            return sentence.format(count=len(parts.parts), total=parts.total)
        if colours > 1:
            sentence = tr("Inpaint {count} mask colours, one after the other")
            return sentence.format(count=colours)
        return tr("Inpaint the masked area")


def mode_name(mode: Mode) -> str:
    """The name of a mode in the language of the interface."""
    return {
        Mode.TEXT_TO_IMAGE: tr("Text to image"),
        Mode.INPAINT: tr("Inpaint"),
        Mode.OUTPAINT: tr("Outpaint"),
        Mode.SKETCH: tr("Sketch"),
        Mode.VARIATION: tr("Variation"),
        Mode.UPSCALE: tr("Upscale"),
    }[mode]
