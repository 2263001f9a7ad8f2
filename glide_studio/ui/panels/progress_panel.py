"""The progress of the current run."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from glide_studio.session.language import tr
from glide_studio.session.progress import Progress
from glide_studio.session.quantities import duration
from glide_studio.session.runs import Runs
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named


class ProgressPanel(QWidget):
    """A bar, and a line with phase, step, time left and queue."""

    def __init__(self, runs: Runs) -> None:
        super().__init__()
        self._runs = runs
        self._progress = runs.progress
        self._bar = named(
            QProgressBar(textVisible=False),
            "progress_bar",
            tr("Progress"),
            tr("Steps of the current stage"),
        )
        self._label = named(
            label("", "small", wraps=True),
            "progress_label",
            tr("Progress details"),
            tr("Stage, step and time left"),
        )
        self._label.setMinimumHeight(2 * self._label.fontMetrics().lineSpacing())
        fill(QVBoxLayout(self), [self._bar, self._label], gap=4)
        runs.progress_changed.connect(self._set_progress)
        runs.changed.connect(self._show)
        self._show()

    def _set_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        self._show()

    def _show(self) -> None:
        progress = self._progress
        if progress is None:
            self._bar.setRange(0, 1)
            self._bar.setValue(0)
            self._label.setText(tr("Ready"))
            return
        # An empty range shows the bar as busy.
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.step)
        queued = len(self._runs.list.waiting)
        waiting = " · " + tr("{count} waiting").format(count=queued)
        self._label.setText(progress_text(progress) + (waiting if queued else ""))


def progress_text(progress: Progress) -> str:
    """Return a line such as "Generating · step 3 of 30 · about 12 s left"."""
    phases = {
        "base": tr("Generating"),
        "upsample": tr("Upsampling"),
        "tiles": tr("Upscaling tile by tile"),
    }
    if progress.phase not in phases:
        return tr("Preparing the model…")
    step = tr("step {step} of {total}").format(step=progress.step, total=progress.total)
    parts = [phases[progress.phase], step]
    if progress.count > 1:
        parts.append(tr("{count} pictures").format(count=progress.count))
    if progress.seconds_left is not None:
        left = tr("about {duration} left")
        parts.append(left.format(duration=duration(progress.seconds_left)))
    return " · ".join(parts)
