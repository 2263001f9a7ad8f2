"""Models as the artist manages them: one piece of work at a time, in the background."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from glide_studio.core.request.installed import InstalledModel
from glide_studio.core.sentence import Sentence
from glide_studio.library.catalogue import GLIDE_FILTERED, Component, ReleasedModel
from glide_studio.library.control import Cancelled, Control
from glide_studio.library.installing import Sources, Step, install, uninstall
from glide_studio.library.networks import Importer, NetworkFile, Storage
from glide_studio.library.store import (
    LibraryError,
    import_model,
    remove_networks,
    verify,
)
from glide_studio.session.background import BackgroundThread
from glide_studio.session.failure import logged_sentence
from glide_studio.session.language import translated
from glide_studio.session.runs import Runs


class ModelLibrary(QObject):
    """Installs, imports, verifies and removes models of the user.

    `importer` converts checkpoints; until the engine is loaded there is none, and nothing can be
    installed. `changed` is emitted when models or networks may have been added or removed;
    `stepped` carries a `Step`, or the share of the work that is done, 0 to 1.
    """

    changed = Signal()
    busy_changed = Signal(bool)
    stepped = Signal(object)  # Step | float
    failed = Signal(str)
    noticed = Signal(str)
    _stepped = Signal(object)

    def __init__(self, runs: Runs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.importer: Importer = _no_importer
        self.released: ReleasedModel = GLIDE_FILTERED
        self._runs = runs
        self._thread: BackgroundThread | None = None
        self._control: Control | None = None
        self._stepped.connect(self._show_step, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        return self._control is not None

    @property
    def is_paused(self) -> bool:
        return self._control is not None and self._control.is_paused

    def install(self, components: Sequence[Component], sources: Sources, storage: Storage) -> None:
        """Install parts of the released model."""
        work = partial(install, components, self.importer, sources=sources, storage=storage)
        done = Sentence("“{name}” is installed.", name=self.released.title)
        released = self.released
        self._start(
            lambda control: work(control=control, report=self._stepped.emit, model=released),
            lambda _: self._end(done),
        )

    def import_files(self, paths: Sequence[Path], name: str, storage: Storage) -> None:
        """Import checkpoints into the user's model `name`."""

        def done(model: InstalledModel) -> None:
            self._end(Sentence("“{name}” is imported.", name=model.title))

        self._start(
            lambda control: import_model(
                paths, name, self.importer, control, self._stepped.emit, storage
            ),
            done,
        )

    def verify(self, model: InstalledModel) -> None:
        """Compare a model's files with what was installed; damaged ones are removed."""

        def work(control: Control) -> Sequence[str]:
            damaged = verify(model, control, self._stepped.emit)
            remove_networks(model, damaged)
            return damaged

        def done(damaged: Sequence[str]) -> None:
            if damaged:
                names = ", ".join(damaged)
                self._fail(
                    LibraryError(
                        "“{name}” was damaged. These networks were removed. Install them "
                        "again: {networks}.",
                        name=model.title,
                        networks=names,
                    )
                )
            else:
                self._end(Sentence("“{name}” is undamaged.", name=model.title))

        self._start(work, done)

    def remove(self, model: InstalledModel | None) -> None:
        """Delete a model; runs that use it are cancelled. With None, delete the unfinished
        downloads of the released model."""
        done = Sentence(
            "The unfinished downloads of “{name}” are deleted.", name=self.released.title
        )
        if model is not None:
            self._runs.cancel_model(model.name)
            done = Sentence("“{name}” is removed.", name=model.title)
        self._start(lambda control: uninstall(model), lambda _: self._end(done))

    def pause(self) -> None:
        if self._control is not None:
            self._control.pause()

    def resume(self) -> None:
        if self._control is not None:
            self._control.resume()

    def cancel(self) -> None:
        """End the work; what was downloaded is kept."""
        if self._control is not None:
            self._control.cancel()

    def close(self) -> None:
        """Cancel the work and wait for its thread."""
        self.cancel()
        if self._thread is not None:
            self._thread.close()

    def _start(self, work: Callable[[Control], object], then: Callable[..., object]) -> None:
        if self.is_busy:
            self._report(
                LibraryError("Another model is being changed. Wait until that is finished.")
            )
            return
        self._thread = self._thread or BackgroundThread(self)
        self._control = control = Control()
        self.busy_changed.emit(True)
        self._thread.start(lambda: work(control), then, self._fail)

    def _end(self, said: Sentence | None) -> None:
        self._control = None
        self.changed.emit()
        self.busy_changed.emit(False)
        if said is not None:
            self.noticed.emit(translated(said))

    def _fail(self, error: Exception) -> None:
        self._end(None)
        if not isinstance(error, Cancelled):
            self._report(error)

    def _report(self, error: Exception) -> None:
        self.failed.emit(logged_sentence(error))

    def _show_step(self, step: Step | float) -> None:
        if self.is_busy:
            self.stepped.emit(step)


def _no_importer(*_: object) -> list[NetworkFile]:
    raise LibraryError("The engine is still loading. Try again in a moment.")
