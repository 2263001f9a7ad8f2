"""The candidates: pictures that runs generated, to be accepted into the document or discarded."""

from dataclasses import dataclass, replace
from typing import Literal

from glide_studio.core.document.accepting import accept, upscaled
from glide_studio.core.document.blend import Blend, Ground
from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.pixel_lock import check_lock
from glide_studio.core.document.proposing import has_object, proposed, seam_of
from glide_studio.core.files.journal_records import KeptCandidate
from glide_studio.core.geometry import Extent
from glide_studio.core.mask.islands import without_island
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode
from glide_studio.core.request.request import Result
from glide_studio.core.request.settings import RequestError
from glide_studio.session.language import tr
from glide_studio.session.run_list import Run, title

STEPS_BUDGET = 256 * 2**20
"""The most bytes of the candidates' step previews."""

CandidateKey = tuple[int, int]
"""The number of a candidate's run, and its sample in it."""

Measure = Literal["match", "seam"]
"""What candidates are ranked by: how well they match the prompt, or how little their seam shows."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """One picture of a run, with the blend that it will have when it is accepted. A discarded one
    is hidden but kept. `seam` is its seam ratio with this blend; None without a border to
    measure."""

    run: Run
    result: Result
    discarded: bool = False
    blend: Blend | None = None
    seam: float | None = None

    @property
    def key(self) -> CandidateKey:
        return self.run.number, self.result.sample

    @property
    def edit(self) -> Edit:
        """The edit that accepting this candidate makes."""
        bounds, extent = self.result.request.bounds, self.run.frame.extent
        edit = Edit.of(self.result, bounds, extent)
        return edit if self.blend is None else replace(edit, blend=self.blend)

    @property
    def seam_shown(self) -> float:
        """Its seam ratio, rounded: 1 for no visible seam, infinite if it is unknown."""
        return float("inf") if self.seam is None else max(1.0, round(self.seam, 2))

    @property
    def match(self) -> float | None:
        """How well it matches the prompt; None if the model has no CLIP."""
        return self.result.match

    def sort_key(self, measure: Measure) -> float:
        """The value that ranks it, lowest first, rounded as it is shown; infinite if unknown."""
        if measure == "seam":
            return self.seam_shown
        return float("inf") if self.match is None else -round(self.match, 3)

    def blended(self, blend: Blend) -> "Candidate":
        """This candidate with another blend, whose seam is measured. Takes a while."""
        changed = replace(self, blend=blend)
        return replace(changed, seam=seam_of(changed.edit))


@dataclass(frozen=True)
class Candidates:
    """All candidates of a document, oldest first.

    Whether a document contains a candidate is found out from the document itself, so that undo and
    redo need no bookkeeping.
    """

    all: tuple[Candidate, ...] = ()

    @property
    def kept(self) -> tuple[Candidate, ...]:
        """All that are not discarded."""
        return tuple(candidate for candidate in self.all if not candidate.discarded)

    def find(self, key: CandidateKey | None) -> Candidate | None:
        return next((candidate for candidate in self.all if candidate.key == key), None)

    def with_candidate(self, candidate: Candidate) -> "Candidates":
        """Add a candidate, or replace the one with the same key."""
        if self.find(candidate.key) is None:
            return Candidates((*self.all, candidate))
        return Candidates(tuple(candidate if c.key == candidate.key else c for c in self.all))

    def with_steps_within(self, budget: int) -> "Candidates":
        """These candidates with the step previews of only the newest ones, which fit into `budget`
        bytes."""
        found: list[Candidate] = []
        for candidate in reversed(self.all):
            steps = candidate.result.steps
            budget -= sum(step.picture.nbytes for step in steps)
            if budget < 0 and steps:
                candidate = replace(candidate, result=replace(candidate.result, steps=()))
            found.append(candidate)
        return Candidates(tuple(reversed(found)))

    def position(self, candidate: Candidate) -> int:
        """The position of a candidate in its batch, from 1."""
        return [c.key for c in self._batch(candidate)].index(candidate.key) + 1

    def neighbour(self, candidate: Candidate) -> Candidate | None:
        """The next kept candidate of the same batch, or the previous one if there is no next."""
        batch = self._batch(candidate)
        at = [c.key for c in batch].index(candidate.key)
        return next((c for c in (*batch[at + 1 :], *batch[:at][::-1]) if not c.discarded), None)

    def rank(self, candidate: Candidate, measure: Measure) -> tuple[int, int] | None:
        """The rank of a candidate among the kept ones of its batch, from 1, and their number; None
        if it is not measured. Candidates with equal values share a rank, as do all seams below
        1."""
        own = candidate.sort_key(measure)
        kept = [c.sort_key(measure) for c in self._batch(candidate) if not c.discarded]
        rivals = [each for each in kept if each < float("inf")]
        if own == float("inf"):
            return None
        return 1 + sum(each < own for each in rivals), len(rivals)

    def ordered(self, measure: Measure) -> tuple[Candidate, ...]:
        """All, the best of each batch first, those that are not measured last."""
        batches = dict.fromkeys(candidate.run.batch for candidate in self.all)
        return tuple(
            candidate
            for batch in batches
            for candidate in sorted(
                (each for each in self.all if each.run.batch == batch),
                key=lambda each: each.sort_key(measure),
            )
        )

    def proposed_for(self, candidate: Candidate, document: Document) -> Candidate:
        """`candidate` with the blend proposed for `document`. A variation keeps the picture's
        ground if the candidate that it varies does. Takes a while."""
        edit = candidate.edit
        if not edit.is_fill:
            return candidate
        if candidate.run.mode is Mode.VARIATION and has_object(edit):
            blends = [c.blend for c in self._batch(candidate) if c.blend is not None]
            kept = [blend for blend in blends if blend.ground is Ground.KEEP]
            if kept:
                return candidate.blended(kept[-1])
        return candidate.blended(proposed(edit, document).blend)

    def rival_layer(self, document: Document, candidate: Candidate) -> Layer | None:
        """The layer of `document` that is a candidate of the same batch."""
        layers = (candidate_layer(document, other) for other in self._batch(candidate))
        return next((layer for layer in layers if layer is not None), None)

    def _batch(self, candidate: Candidate) -> tuple[Candidate, ...]:
        return tuple(c for c in self.all if c.run.batch == candidate.run.batch)


def kept(candidate: Candidate) -> KeptCandidate:
    """What a journal keeps of a candidate."""
    run = candidate.run
    return KeptCandidate(
        candidate.result,
        run.number,
        run.batch,
        run.mode,
        run.is_single,
        run.frame,
        candidate.blend,
        candidate.seam,
    )


def restored(candidate: KeptCandidate) -> Candidate:
    """The candidate that a journal kept; its run has ended."""
    request = candidate.result.request
    run = Run(
        candidate.run,
        request.settings,
        candidate.mode,
        lambda settings: replace(request, settings=settings),
        Mask.empty(candidate.frame.extent),
        candidate.frame,
        candidate.batch,
        candidate.run,
        candidate.is_single,
        request=request,
        state="done",
    )
    return Candidate(run, candidate.result, blend=candidate.blend, seam=candidate.seam)


def candidate_layer(document: Document, candidate: Candidate) -> Layer | None:
    """The layer of `document` that is `candidate`, if it was accepted and not painted on since."""
    for layer in document.layers:
        if layer.edit is not None and layer.edit.patch is candidate.result.picture:
            return layer
    return None


def fits(document: Document, candidate: Candidate) -> bool:
    """Whether `document` still has the frame for which `candidate` was made."""
    return document.is_blank or document.frame == candidate.run.frame


def reshaped_error() -> RequestError:
    """The error for a run that no longer fits the document."""
    return RequestError(
        "The canvas was cropped or resized after this run was queued. Undo that to use it."
    )


def prepare_layer(document: Document, candidate: Candidate) -> Layer:
    """Compute the layer that accepting `candidate` adds to `document`. Slow: call it in
    the background.

    Raises RequestError if the document has another frame by now, PixelLockError if anything outside
    its mask and blend band would change.
    """
    if not fits(document, candidate):
        raise reshaped_error()
    accepted = accept(document, candidate.result, title(candidate.run), candidate.blend)
    layer = accepted.layers[-1]
    if layer.edit is not None:
        check_lock(document, accepted, layer.edit)
    return layer


def insert_candidate(
    document: Document, candidate: Candidate, layer: Layer, rival: Layer | None
) -> Document:
    """Return `document` with a candidate's layer on top, or in place of the layer `rival`.

    The mask that the run was given is cleared; for a run in sequence, only its part. A mask painted
    since then, and those of the other colours, are kept for the next run.
    """
    if rival is not None:
        prompts = [each.edit.request.settings.prompt for each in (rival, layer) if each.edit]
        if prompts[0] == prompts[-1] or rival.name != prompts[0]:
            layer = replace(layer, name=rival.name)  # the artist may have renamed it
        return replace(
            document,
            layers=tuple(_replacement(there, layer, rival.id) for there in document.layers),
            active_id=layer.id,
        )
    extent = layer.raster.extent
    if candidate.run.mode is Mode.UPSCALE:
        return upscaled(document, layer)
    return replace(
        _unmasked(document, candidate.run, extent),
        extent=extent,
        layers=(*document.layers, layer),
        active_id=layer.id,
    )


def _unmasked(document: Document, run: Run, extent: Extent) -> Document:
    """`document` with the masks that are left for the next run, which fit `extent`."""

    def left(colour: int, mask: Mask) -> Mask:
        if document.extent != extent or mask is run.mask:
            return Mask.empty(extent)
        is_part = run.in_sequence and run.colour == colour
        return without_island(mask, run.mask) if is_part else mask

    return document.with_masks({n: left(n, mask) for n, mask in document.masks.items()})


def faded(document: Document, layer: Layer, share: float) -> Document:
    """`document` with a layer at a `share` of its opacity, from 0 to 1."""
    if share == 0:  # a hidden layer is faster to paint than a transparent one
        return document.with_changed(replace(layer, visible=False))
    return document.with_changed(replace(layer, opacity=share * layer.opacity))


def _replacement(there: Layer, candidate: Layer, rival_id: str) -> Layer:
    """The layer `there`, or if it is the rival, `candidate` with the rival's appearance."""
    if there.id != rival_id:
        return there
    return replace(
        candidate,
        visible=there.visible,
        opacity=there.opacity,
        blend_mode=there.blend_mode,
        locked=there.locked,
        alpha_locked=there.alpha_locked,
        clipped=there.clipped,
        mask=there.mask,
        mask_linked=there.mask_linked,
        groups=there.groups,
    )


def preparing_message() -> str:
    """What is said when something has to wait for the shown candidate."""
    return tr("The candidate is being prepared. Wait until it is shown.")
