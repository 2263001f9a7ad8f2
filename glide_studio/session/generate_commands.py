"""The commands that make pictures: runs, variations, branches and drafts."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial

from glide_studio.core.document.document import Document, Frame
from glide_studio.core.modes.modes import (
    DEFAULT_STRENGTH,
    Mode,
    RequestMaker,
    branched,
    is_masked,
    suggested_mode,
    variations,
)
from glide_studio.core.modes.parts import Part, Parts, parts_of
from glide_studio.core.request.installed import find_model
from glide_studio.core.request.request import Branch, GenerationRequest
from glide_studio.core.request.settings import MAX_SEED, RequestError, Sampling, Settings
from glide_studio.core.request.wildcards import resolved
from glide_studio.session.candidates import CandidateKey, reshaped_error
from glide_studio.session.document_state import DocumentState
from glide_studio.session.drafts import DraftWall, Wall, enlarged
from glide_studio.session.language import tr
from glide_studio.session.model_choice import ModelChoice
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.review import CandidateReview
from glide_studio.session.runs import Runs, Turn
from glide_studio.session.word_lists import WordLists

VARIATIONS = 4
"""Number of pictures that `vary` makes."""


@dataclass(frozen=True)
class InTurn:
    """How the parts of a mask are repainted in turn: `separately`, each island is a part.

    `prompts` are those of the colours by their numbers; `mode` repaints a mask, with a `strength`
    from 0 to 1 for a sketch.
    """

    prompts: Mapping[int, str] = field(default_factory=dict)
    separately: bool = False
    mode: Mode = Mode.INPAINT
    strength: float = DEFAULT_STRENGTH

    def settings_for(self, settings: Settings, colour: int) -> Settings:
        """`settings` with the prompt of a colour. Raises RequestError for an invalid one."""
        return replace(settings, prompt=self.prompts.get(colour, settings.prompt))


class GenerateCommands:
    """Commands that add runs to the queue, or drafts to the wall.

    Wildcards in prompts are replaced for each picture according to its seed. A command that cannot
    be carried out says so in one sentence through `noticed` or `failed`.
    """

    def __init__(
        self,
        open_document: OpenDocument,
        review: CandidateReview,
        runs: Runs,
        drafts: DraftWall,
        models: ModelChoice,
        word_lists: WordLists,
    ) -> None:
        self._open_document = open_document
        self._review = review
        self._runs = runs
        self._drafts = drafts
        self._models = models
        self._word_lists = word_lists

    def generate(
        self, settings: Settings, mode: Mode | None = None, strength: float = DEFAULT_STRENGTH
    ) -> bool:
        """Run `settings` in a mode, by default the one that the document suggests.

        `strength`, 0 to 1, is that of a sketch or a variation. The shown candidate is accepted if a
        mask was painted on it, and hidden otherwise. Returns whether a run was queued.
        """
        self._leave_candidate()
        document = self._open_document.document
        mode = mode or suggested_mode(document)
        if mode is None:
            self._open_document.noticed.emit(
                tr("Paint a mask over the part that should change, then generate.")
            )
            return False
        if mode is Mode.UPSCALE:
            settings = replace(settings, count=1)
        with self._reporting():
            make = self._maker(document, mode, settings, strength)
            each = self._resolved(settings)
            self._runs.add(each, mode, make, document.mask, document.frame)
            return True
        return False

    def generate_in_turn(self, settings: Settings, how: InTurn) -> bool:
        """Repaint each colour of the mask by a run of its own, which makes one picture.

        Each picture is accepted as soon as it is finished, so that the next run sees it. The shown
        candidate is accepted or hidden as by `generate`, which also handles a mask of one part.
        Returns whether runs will be queued; the parts are found in the background.
        """
        self._leave_candidate()
        with self._reporting():
            find_model(settings.model, self._models.installed).require(True)
            document = self._open_document.document
            for colour in document.painted:
                self._resolved(how.settings_for(settings, colour))
            self._open_document.start_for_this_document(
                partial(parts_of, document, how.separately),
                partial(self._queue_parts, document, settings, how),
            )
            return True
        return False

    def remove(self, settings: Settings) -> bool:
        """Repaint what is selected by `settings`, whose prompts are to be empty, so that its
        surroundings continue there. Returns whether runs will be queued."""
        subject = self._review.subject
        if subject.is_blank or not subject.painted:
            self._open_document.noticed.emit(
                tr("Nothing is selected. Paint a mask over what should be removed, then try again.")
            )
            return False
        if len(subject.painted) == 1:
            return self.generate(settings, Mode.INPAINT)
        prompts = dict.fromkeys(subject.painted, settings.prompt)
        return self.generate_in_turn(settings, InTurn(prompts))

    def _queue_parts(
        self, document: Document, settings: Settings, how: InTurn, found: Parts
    ) -> None:
        if len(found.parts) < 2:
            self.generate(settings, how.mode, how.strength)
            return
        turns, state = [], self._open_document.state
        for number, part in enumerate(found.parts):
            wanted = how.settings_for(settings.for_sample(number), part.colour)
            make = partial(self._part_request, state, document.frame, part, how)
            turns.append(Turn(self._resolved(wanted)[0], make, part))
        self._runs.add_sequence(turns, how.mode, document.frame)
        if found.total > len(found.parts):
            said = tr(
                "Only the {count} largest of the {total} mask areas are filled; the others stay "
                "masked for the next run."
            )
            count = len(found.parts)
            self._open_document.noticed.emit(said.format(total=found.total, count=count))

    def _part_request(
        self, state: DocumentState, frame: Frame, part: Part, how: InTurn, settings: Settings
    ) -> GenerationRequest:
        """The request of a part whose turn has come, of the document as it is now."""
        document = state.document
        if document.frame != frame:
            raise reshaped_error()
        capabilities = self._models.capabilities(settings)
        masked = part.masking(document)
        return RequestMaker(masked, how.mode, capabilities, how.strength)(settings)

    def _leave_candidate(self) -> None:
        """Accept the shown candidate if a mask was painted on it; otherwise hide it."""
        if self._review.has_painted_mask:
            self._review.accept()
        else:
            self._review.hide()

    def vary(self, key: CandidateKey, strength: float) -> None:
        """Generate variations of a candidate, as candidates of the same batch."""
        candidate = self._review.candidates.find(key)
        if candidate is None:
            return
        old = candidate.result.request.settings
        settings = replace(old, seed=secrets.randbelow(MAX_SEED + 1), count=VARIATIONS)
        with self._reporting():
            make = partial(
                variations,
                candidate.result,
                strength=strength,
                capabilities=self._models.capabilities(settings),
            )
            make(settings)
            self._review.hide()
            self._runs.add_to_batch(candidate.run, [settings], Mode.VARIATION, make)

    def branch(self, settings: Settings, *, has_own_seed: bool = False) -> None:
        """Continue from the shown step of the shown candidate, with these prompts and guidance.

        The seed is the candidate's, unless it `has_own_seed`, one that differs from that of the
        run. The result is a candidate of the same batch. If a mask was painted on the candidate,
        the candidate is accepted, and the branch changes its masked area.
        """
        review, candidate, step = (
            self._review,
            self._review.shown_candidate,
            self._review.shown_step,
        )
        if candidate is None or step is None:
            return
        is_masked = review.has_painted_mask or not (review.is_pending or review.mask.is_empty)
        origin = Branch(candidate.result.request, step)
        if not has_own_seed or settings.seed == candidate.run.settings.seed:
            settings = replace(settings, seed=origin.request.settings.seed)
        masked = review.subject if is_masked else None
        with self._reporting():
            settings = self._resolved(replace(settings, count=1))[0]
            capabilities = self._models.capabilities(origin.request.settings)
            make = partial(branched, origin, capabilities=capabilities, masked=masked)
            settings = make(settings).settings
            if masked is None:
                review.hide()
                self._runs.add_to_batch(candidate.run, [settings], candidate.run.mode, make)
            else:
                review.accept()
                review.hide()
                document = self._open_document.document
                self._runs.add([settings], Mode.INPAINT, make, document.mask, document.frame)

    def retry_with_prompt(self, prompt: str, negative_prompt: str = "") -> None:
        """Repeat the last request, seed included, with another prompt, as the same batch."""
        last = self._runs.last
        if last is None:
            self._open_document.noticed.emit(
                tr("Generate a picture first; then you can compare it with another prompt.")
            )
            return
        with self._reporting():
            settings = replace(last.settings, prompt=prompt, negative_prompt=negative_prompt)
            each = self._resolved(settings)
            self._review.hide()
            self._runs.add_to_batch(last, each, last.mode, last.make)

    def draw_drafts(
        self,
        settings: Settings,
        count: int,
        mode: Mode | None = None,
        strength: float = DEFAULT_STRENGTH,
    ) -> None:
        """Draw `count` drafts of what `generate` would make of these settings."""
        document = self._review.subject
        mode = mode or suggested_mode(document)
        if mode is None or mode is Mode.UPSCALE:
            self._open_document.noticed.emit(
                tr("Paint a mask over the part that should change, then draw drafts.")
            )
            return
        with self._reporting():
            make = self._maker(document, mode, settings, strength)
            each = self._resolved(replace(settings, count=count))
            self._drafts.draw(each, Wall(mode, make, document.mask, document.frame))

    def enlarge_drafts(self, upsample: Sampling, temperature: float) -> None:
        """Upsample the drafts with a star, which makes them candidates."""
        wall, starred = self._drafts.wall, self._drafts.starred
        if wall is None or not starred:
            return
        by_settings = {
            replace(draft.settings, upsample=upsample, temperature=temperature): draft
            for draft in starred
        }

        def make(settings: Settings) -> GenerationRequest:
            return enlarged(by_settings[settings], settings)

        self._review.hide()
        self._runs.add([*by_settings], wall.mode, make, wall.mask, wall.frame)

    def _maker(
        self, document: Document, mode: Mode, settings: Settings, strength: float
    ) -> RequestMaker:
        """The maker of a run's requests. Raises RequestError for what cannot be generated."""
        model = find_model(settings.model, self._models.installed)
        model.require(is_masked(document, mode))
        make = RequestMaker(document, mode, model.capabilities, strength)
        make.check(settings)
        return make

    def _resolved(self, settings: Settings) -> Sequence[Settings]:
        """Settings without wildcards. Raises RequestError if a word list cannot be used."""
        return resolved(settings, self._word_lists.lines)

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        """Report a RequestError to the artist and end the command."""
        try:
            yield
        except RequestError as error:
            self._open_document.report(error)
