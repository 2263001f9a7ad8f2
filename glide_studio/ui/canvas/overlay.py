"""Pictures of runs that are shown over the document and are not part of it."""

from PySide6.QtCore import QObject, Signal

from glide_studio.core.request.request import Preview
from glide_studio.session.editor import Editor
from glide_studio.ui.canvas.preview import PreviewLayer


class Overlay(QObject):
    """The preview of the running run, or else the picture of Live, while no candidate is shown.

    While one is shown, it is the step that the artist looks at, if any. `changed` carries the
    `PreviewLayer` to paint, or None.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject, editor: Editor) -> None:
        super().__init__(parent)
        self._editor = editor
        self._preview: PreviewLayer | None = None
        self._live: PreviewLayer | None = None
        self._step: PreviewLayer | None = None
        editor.runs.preview_changed.connect(self._show_preview)
        editor.live.picture_changed.connect(self._show_live)
        editor.live.opacity_changed.connect(self._show_opacity)
        editor.review.scrubbed.connect(self._show_step)
        editor.review.compared.connect(self._fade_step)

    def drop_preview(self) -> None:
        """Forget the preview: a candidate is shown, or none is any longer."""
        self._preview = self._step = None
        self.show()

    def _show_preview(self, preview: Preview | None) -> None:
        """Show the preview of the watched sample, unless a candidate is shown."""
        run, review = self._editor.runs.running_here, self._editor.review
        request = None if run is None else run.request
        if preview is None or run is None or request is None or review.shown_candidate is not None:
            self.drop_preview()
        elif preview.sample == review.watched_sample:
            if self._preview is None or self._preview.request is not request:
                self._preview = PreviewLayer(request, edit=run.edit)
            self._preview.set_picture(preview.picture)
            self.show()

    def _show_live(self) -> None:
        live = self._editor.live
        self._live = None
        if live.result is not None:
            self._live = PreviewLayer(live.result.request, live.opacity)
            self._live.set_picture(live.result.picture)
        self.show()

    def _show_opacity(self) -> None:
        if self._live is not None:
            self._live.opacity = self._editor.live.opacity
            self.show()

    def _show_step(self) -> None:
        """Show what was predicted at a step; it fades with the candidate."""
        review = self._editor.review
        preview, candidate = review.step_preview, review.shown_candidate
        self._step = None
        if preview is not None and candidate is not None:
            self._step = PreviewLayer(candidate.result.request, review.share)
            self._step.set_picture(preview.picture)
        self.show()

    def _fade_step(self, share: float) -> None:
        if self._step is not None:
            self._step.opacity = share
            self.show()

    def show(self) -> None:
        """Emit what is to be painted now."""
        is_free = self._editor.review.shown_candidate is None
        self.changed.emit(self._preview or self._step or (self._live if is_free else None))
