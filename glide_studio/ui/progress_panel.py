"""How far the running picture is."""

from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from glide_studio.session.editor import Editor
from glide_studio.session.progress import Progress
from glide_studio.ui.naming import named

PHASES = {"base": "Painting at 64 x 64", "upsample": "Enlarging to 256 x 256"}


class ProgressPanel(QWidget):
    """A bar, and a line that names the phase, the step, the time left and the queue."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._progress: Progress | None = None
        self._bar = named(
            QProgressBar(textVisible=False), "progress_bar", "Progress", "Steps of this phase"
        )
        self._label = named(
            QLabel(wordWrap=True), "progress_label", "Progress in words", "Phase, step, time left"
        )
        self._label.setProperty("role", "small")
        self._label.setMinimumHeight(2 * self._label.fontMetrics().lineSpacing())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._bar)
        layout.addWidget(self._label)
        editor.progress_changed.connect(self._set_progress)
        editor.runs.changed.connect(self._show)
        self._show()

    def _set_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        self._show()

    def _show(self) -> None:
        progress = self._progress
        if progress is None:
            self._bar.setRange(0, 1)
            self._bar.setValue(0)
            self._label.setText("Ready")
            return
        # A range without extent shows the bar as busy.
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.step)
        queued = len(self._editor.runs.list.waiting)
        self._label.setText(in_words(progress) + (f" · {queued} waiting" if queued else ""))


def in_words(progress: Progress) -> str:
    """Return a line such as "Painting at 64 x 64 · step 3 of 30 · about 12 s left"."""
    if progress.phase not in PHASES:
        return "Getting the model ready…"
    parts = [PHASES[progress.phase], f"step {progress.step} of {progress.total}"]
    if progress.count > 1:
        parts.append(f"{progress.count} pictures")
    if progress.seconds_left is not None:
        parts.append(f"about {_duration(progress.seconds_left)} left")
    return " · ".join(parts)


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min"
