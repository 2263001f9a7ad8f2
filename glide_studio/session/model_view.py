"""What the model will see of the document: the region around the mask, and the pictures in it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.model_input import ModelInput
from glide_studio.core.modes.modes import DEFAULT_STRENGTH, Mode, RequestMaker
from glide_studio.core.modes.parts import Parts, parts_of
from glide_studio.core.modes.region import edit_region, region_of
from glide_studio.core.request.capabilities import Capabilities
from glide_studio.core.request.settings import RequestError, Settings
from glide_studio.session.language import tr
from glide_studio.session.model_choice import ModelChoice
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.review import CandidateReview

PAUSE = 200
"""Milliseconds without a change before it is computed again."""


@dataclass(frozen=True)
class PlannedRun:
    """The run that Generate would start; `settings` are None while they are invalid."""

    settings: Settings | None = None
    mode: Mode | None = None
    strength: float = DEFAULT_STRENGTH
    separately: bool = False


@dataclass(frozen=True)
class _Found:
    has_islands: bool = False
    parts: Parts = field(default_factory=Parts)
    regions: tuple[Rect, ...] = ()
    seen: ModelInput | None = None


class ModelView(QObject):
    """Follows the document in the background, once changes pause.

    `planned_run` returns the run that Generate would start; call `refresh` when it changes. `seen`
    is computed only while `wants_pictures` returns true.
    """

    changed = Signal()

    def __init__(
        self,
        open_document: OpenDocument,
        review: CandidateReview,
        models: ModelChoice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.planned_run: Callable[[], PlannedRun] = PlannedRun
        self.wants_pictures: Callable[[], bool] = lambda: False
        self._open_document = open_document
        self._review = review
        self._models = models
        self._found = _Found()
        self._dragged: Rect | None = None
        self._asked = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._compute)
        open_document.document_changed.connect(self.refresh)
        review.shown_changed.connect(self.refresh)
        models.changed.connect(self.refresh)

    @property
    def regions(self) -> tuple[Rect, ...]:
        """The squares that the model will see when it inpaints, one for each run."""
        if not self._has_region:
            return ()
        return self._found.regions if self._dragged is None else (self._dragged,)

    @property
    def region(self) -> Rect | None:
        """The region that the artist can drag; None if there are several runs, or no mask."""
        if not self._has_region or self.mask.is_empty or len(self.parts.parts) > 1:
            return None
        return self._dragged or region_of(self._review.subject)

    @property
    def parts(self) -> Parts:
        """The parts of the mask that are repainted in turn, as far as they are found."""
        return self._found.parts

    @property
    def has_islands(self) -> bool:
        """Whether a colour of the mask has several islands."""
        return self._found.has_islands

    @property
    def seen(self) -> ModelInput | None:
        """What the model sees in the first run for the active colour; None unless it is wanted."""
        return self._found.seen

    @property
    def mask(self) -> Mask:
        """The mask that the next run repaints."""
        return self._review.subject.mask

    @property
    def is_chosen(self) -> bool:
        """Whether the artist's own region is in use, and not the automatic one."""
        region = self.region
        return region is not None and region != edit_region(self.mask)

    def drag(self, region: Rect | None) -> None:
        """Show another region while it is dragged, or the document's again."""
        if region != self._dragged:
            self._dragged = region
            self.changed.emit()
            self._pause.start()

    def choose(self, region: Rect) -> None:
        """Make `region` the one that the model sees, as one undoable step."""
        self._dragged = None
        self._apply(tr("Move model frame"), region)

    def fit(self) -> None:
        """Go back to the region that fits the mask, as one undoable step."""
        self._apply(tr("Fit model frame"), None)

    def refresh(self) -> None:
        """Compute it again; what the model will see may have changed."""
        self._pause.start()

    def close(self) -> None:
        """Compute nothing more."""
        self._pause.stop()

    def _apply(self, label: str, region: Rect | None) -> None:
        document = self._open_document.document
        if region != document.region:
            self._open_document.apply(label, replace(document, region=region))
        self.changed.emit()

    @property
    def _has_region(self) -> bool:
        mask_counts = self.planned_run().mode in (Mode.INPAINT, Mode.SKETCH)
        return mask_counts and bool(self._review.subject.painted)

    def _compute(self) -> None:
        """Begin to compute; what an earlier call is still computing is dropped."""
        self._asked += 1
        document, run = self._review.subject, self.planned_run()
        if self._dragged is not None:
            document = replace(document, region=self._dragged)
        capabilities = self._models.model.capabilities if self.wants_pictures() else None
        work = partial(_found, document, run, capabilities)
        self._open_document.start_in_background(work, partial(self._show, self._asked))

    def _show(self, asked: int, found: _Found) -> None:
        if asked == self._asked:
            self._found = found
            self.changed.emit()


def _found(document: Document, run: PlannedRun, capabilities: Capabilities | None) -> _Found:
    """What the model will see of `document`; its pictures only with `capabilities`."""
    islands = parts_of(document, separately=True)
    parts = islands if run.separately else parts_of(document, separately=False)
    has_islands = islands.total > len(document.painted)
    active = document.colours.active
    each = [(part.colour == active, part.masking(document)) for part in parts.parts]
    if len(each) == 1 and each[0][0]:
        each = [(True, document)]
    seen = next((masked for is_active, masked in each if is_active), document)
    regions = () if run.mode is None else tuple(region_of(masked) for _, masked in each)
    return _Found(has_islands, parts, regions, _seen(seen, run, capabilities))


def _seen(
    document: Document, run: PlannedRun, capabilities: Capabilities | None
) -> ModelInput | None:
    if capabilities is None or run.mode is None or run.settings is None:
        return None
    try:
        make = RequestMaker(document, run.mode, capabilities, run.strength)
        return ModelInput.of(make(run.settings), capabilities)
    except RequestError:
        return None
