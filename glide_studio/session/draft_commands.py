"""The artist's commands on the draft wall: to draw drafts and to make candidates of the best."""

from dataclasses import replace

from glide_studio.core.modes.modes import DEFAULT_STRENGTH, Mode, RequestMaker, suggested_mode
from glide_studio.core.request.request import GenerationRequest
from glide_studio.core.request.settings import RequestError, Sampling, Settings
from glide_studio.core.request.wildcards import resolved
from glide_studio.session.drafts import Wall, enlarged
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr


class DraftCommands:
    """Never raise for what an artist can cause: it is reported as one sentence."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def draw(
        self,
        settings: Settings,
        count: int,
        mode: Mode | None = None,
        strength: float = DEFAULT_STRENGTH,
    ) -> None:
        """Draw `count` drafts of what `Editor.generate` would make of these settings."""
        editor = self._editor
        document = editor.review.subject
        mode = mode or suggested_mode(document)
        if mode is None or mode is Mode.UPSCALE:
            editor.open_document.noticed.emit(
                tr("Paint a mask over the part that should change, then draw drafts.")
            )
            return
        try:
            make = RequestMaker(document, mode, editor.capabilities(settings), strength)
            make.check(settings)
            each = resolved(replace(settings, count=count), editor.word_lists.lines)
        except RequestError as error:
            editor.open_document.report(error)
            return
        editor.drafts.draw(each, Wall(mode, make, document.mask, document.frame))

    def enlarge(self, upsample: Sampling, temperature: float) -> None:
        """Make candidates of the drafts with a star, by the upsampler alone."""
        wall, starred = self._editor.drafts.wall, self._editor.drafts.starred
        if wall is None or not starred:
            return
        by_settings = {
            replace(draft.settings, upsample=upsample, temperature=temperature): draft
            for draft in starred
        }

        def make(settings: Settings) -> GenerationRequest:
            return enlarged(by_settings[settings], settings)

        self._editor.review.hide()
        self._editor.runs.add([*by_settings], wall.mode, make, wall.mask, wall.frame)
