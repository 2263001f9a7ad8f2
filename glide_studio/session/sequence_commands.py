"""Inpainting the islands of a mask one after the other."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from glide_studio.core.document.document import Document
from glide_studio.core.mask.islands import islands
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode, RequestMaker
from glide_studio.core.request.installed import find_model
from glide_studio.core.request.request import GenerationRequest
from glide_studio.core.request.settings import RequestError, Settings
from glide_studio.core.request.wildcards import resolved
from glide_studio.session.candidates import reshaped_error
from glide_studio.session.editor import Editor
from glide_studio.session.runs import Part


class SequenceCommands:
    """Never raises for what an artist can cause: it is reported as one sentence."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def generate(self, settings: Settings) -> bool:
        """Inpaint each island of the mask by a run of its own, which makes one picture.

        Each is accepted as soon as it is made, so that the next run sees it. The shown candidate is
        accepted if the mask was painted on it, and hidden otherwise. A mask of one island is left
        to `Editor.generate`. Returns whether runs are about to be queued; the islands are found in
        the background.
        """
        editor = self._editor
        if editor.review.has_painted_mask:
            editor.review.accept()
        else:
            editor.review.hide()
        try:
            find_model(settings.model, editor.models.installed).require(True)
            resolved(settings, editor.word_lists.lines)
        except RequestError as error:
            editor.open_document.report(error)
            return False
        document = editor.document
        find = partial(islands, document.mask)
        queue = partial(self._queue, document, settings)
        editor.open_document.start_for_this_document(find, queue)
        return True

    def _queue(self, document: Document, settings: Settings, found: Sequence[Mask]) -> None:
        if len(found) < 2:
            self._editor.generate(settings, Mode.INPAINT)
            return
        parts = []
        for number, island in enumerate(found):
            each = resolved(settings.for_sample(number), self._editor.word_lists.lines)[0]
            parts.append(Part(each, self._maker(document, island), island))
        self._editor.runs.add_sequence(parts, Mode.INPAINT, document.frame)

    def _maker(self, before: Document, island: Mask) -> Callable[[Settings], GenerationRequest]:
        """Makes the request of an island when its turn comes, of the document as it is then."""

        def make(settings: Settings) -> GenerationRequest:
            document = self._editor.document
            if document.frame != before.frame:
                raise reshaped_error()
            masked = replace(document, mask=island, region=None)
            capabilities = self._editor.capabilities(settings)
            return RequestMaker(masked, Mode.INPAINT, capabilities)(settings)

        return make
