"""The pictures that runs made, to choose from: each can be put into the document, or aside."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from glide_studio.core.document.blend import accept, upscaled
from glide_studio.core.document.document import Document, EditStage
from glide_studio.core.document.layers import Layer
from glide_studio.core.mask.mask import Mask
from glide_studio.core.request.request import RequestError, Result
from glide_studio.session.run_list import Run
from glide_studio.session.titles import title

Key = tuple[int, int]
"""The number of a candidate's run, and its sample in it."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """One picture of a run; a discarded one is out of sight, and kept."""

    run: Run
    result: Result
    discarded: bool = False

    @property
    def key(self) -> Key:
        return self.run.number, self.result.sample


class Placed(NamedTuple):
    """What a candidate brings into a document."""

    layer: Layer
    stage: EditStage


@dataclass(frozen=True)
class Candidates:
    """All candidates of a document, oldest first.

    Which of them a document holds is read from the document, so undo and redo need no bookkeeping.
    """

    everyone: tuple[Candidate, ...] = ()

    @property
    def kept(self) -> tuple[Candidate, ...]:
        """Those that are not discarded."""
        return tuple(candidate for candidate in self.everyone if not candidate.discarded)

    def find(self, key: Key | None) -> Candidate | None:
        return next((candidate for candidate in self.everyone if candidate.key == key), None)

    def with_candidate(self, candidate: Candidate) -> "Candidates":
        """With one more, or with another in the place of the one that has its key."""
        if self.find(candidate.key) is None:
            return Candidates((*self.everyone, candidate))
        return Candidates(tuple(candidate if c.key == candidate.key else c for c in self.everyone))

    def place(self, candidate: Candidate) -> int:
        """Which of its batch it is, from 1."""
        kin = (c.key for c in self.everyone if c.run.batch == candidate.run.batch)
        return [*kin].index(candidate.key) + 1

    def neighbour(self, candidate: Candidate) -> Candidate | None:
        """The next that is kept of the same batch, or the one before if it was the last."""
        kin = [c for c in self.everyone if c.run.batch == candidate.run.batch]
        at = [c.key for c in kin].index(candidate.key)
        return next((c for c in (*kin[at + 1 :], *kin[:at][::-1]) if not c.discarded), None)

    def rival(self, document: Document, candidate: Candidate) -> Layer | None:
        """The layer by which `document` holds a picture of the same batch."""
        kin = (c for c in self.everyone if c.run.batch == candidate.run.batch)
        layers = (held_as(document, c) for c in kin)
        return next((layer for layer in layers if layer is not None), None)


def held_as(document: Document, candidate: Candidate) -> Layer | None:
    """The layer by which `document` holds `candidate`."""
    for stage in document.stages:
        if stage.patch is candidate.result.picture:
            return document.layer(stage.layer_id)
    return None


def fits(document: Document, candidate: Candidate) -> bool:
    """Whether `document` still has the frame for which `candidate` was made."""
    return document.is_blank or document.frame == candidate.run.frame


def placed(document: Document, candidate: Candidate) -> Placed:
    """What accepting `candidate` brings into `document`: for a thread of its own, it takes long.

    Raises RequestError if the document has another frame by now.
    """
    if not fits(document, candidate):
        raise RequestError(
            "The picture was cropped or resized since this one was asked for: undo that to use it."
        )
    edited = accept(document, candidate.result, title(candidate.result.request))
    return Placed(edited.layers[-1], edited.stages[-1])


def put(document: Document, candidate: Candidate, what: Placed, rival: Layer | None) -> Document:
    """`document` with a candidate's layer on top, or in the place of its `rival`'s.

    The mask that asked for it is cleared; one that was painted since is for the next run, and
    stays.
    """
    layer, stage = what
    if rival is not None:
        old = next(s for s in document.stages if s.layer_id == rival.id)
        if old.request.prompt == stage.request.prompt or rival.name != old.request.prompt:
            layer = replace(layer, name=rival.name)  # which the artist may have chosen
        return replace(
            document,
            layers=tuple(_in_place_of(there, layer, rival.id) for there in document.layers),
            active_id=layer.id,
            stages=tuple(stage if s.layer_id == rival.id else s for s in document.stages),
        )
    extent = layer.raster.extent
    if stage.request.upscale:
        return upscaled(document, layer, stage)
    meanwhile = document.mask is not candidate.run.mask and document.extent == extent
    return replace(
        document,
        extent=extent,
        layers=(*document.layers, layer),
        active_id=layer.id,
        stages=(*document.stages, stage),
        mask=document.mask if meanwhile else Mask.empty(extent),
    )


def faded(document: Document, layer: Layer, share: float) -> Document:
    """`document` with a layer at a `share` of its opacity, from 0 to 1."""
    if share == 0:  # sooner painted than what is transparent
        return document.with_changed(replace(layer, visible=False))
    return document.with_changed(replace(layer, opacity=share * layer.opacity))


def _in_place_of(there: Layer, candidate: Layer, old: str) -> Layer:
    """`candidate`, shown as the artist shows the layer `there`, if that has the id `old`."""
    if there.id != old:
        return there
    return replace(
        candidate,
        visible=there.visible,
        opacity=there.opacity,
        blend_mode=there.blend_mode,
        locked=there.locked,
    )
