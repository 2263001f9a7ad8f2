"""The Models window: installed models, models to install, and the progress of the work."""

from collections.abc import Collection

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.request.installed import InstalledModel, installed_models
from glide_studio.library.catalogue import Component, warnings
from glide_studio.library.installing import Step, missing_of, received
from glide_studio.library.networks import is_checkpoint
from glide_studio.session.language import tr, translated
from glide_studio.session.model_library import ModelLibrary
from glide_studio.session.preferences import Preferences
from glide_studio.session.quantities import duration, percent, size_text
from glide_studio.ui.dialogs.import_dialog import storage_combo
from glide_studio.ui.style.theme import GRID, scaled_to_text
from glide_studio.ui.widgets.buttons import check_box, push_button
from glide_studio.ui.widgets.dropping import dropped_files
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import heading, label, named
from glide_studio.ui.widgets.windows import Dialog

SIZE = QSize(680, 560)


class ModelsDialog(Dialog):
    """A list of models, the parts of the selected one, and the progress of the work.

    The signals request actions that need another question or window first.
    """

    install_requested = Signal(object)  # the components, a sequence of Component
    folder_requested = Signal(object)  # the same, from a folder
    import_requested = Signal(object)  # paths, empty: ask for them
    remove_requested = Signal(object)  # InstalledModel, or None: what was received

    def __init__(self, library: ModelLibrary, preferences: Preferences, parent: QWidget) -> None:
        super().__init__("models_dialog", tr("Models"), parent)
        self._library = library
        self.setAcceptDrops(True)
        self.resize(scaled_to_text(SIZE))
        self._list = named(QListWidget(), "models_list", tr("Models"), tr("Models"))
        self._details = label("", "muted", wraps=True)
        self._details.setObjectName("model_details")
        self._checks = {c.name: self._component_check(c) for c in library.released.components}
        self._storage = storage_combo("model_storage_combo", preferences)
        self._parts = self._parts_form()
        self._make_buttons()
        self._work = WorkRow(library)
        self._lay_out()
        self._list.currentRowChanged.connect(lambda _: self._show_selected())
        library.changed.connect(self._show)
        library.busy_changed.connect(self._show_selected)
        self._show()

    @property
    def _selected(self) -> InstalledModel | None:
        """The selected installed model; None for the released one while it is not installed."""
        item = self._list.currentItem()
        return None if item is None else item.data(Qt.ItemDataRole.UserRole)

    def offer(self, model: InstalledModel, networks: Collection[str]) -> None:
        """Select a model, and check the components to install that have these networks."""
        self._list.setCurrentRow(self._row_of(model.name))
        for component in self._library.released.components:
            if not set(networks).isdisjoint(component.networks):
                self._checks[component.name].setChecked(True)

    @property
    def _is_released(self) -> bool:
        model = self._selected
        return model is None or model.name == self._library.released.name

    def _row_of(self, name: str) -> int:
        """The row of a model; that of the released one if the model is not listed."""
        rows = range(self._list.count())
        models = [self._list.item(row).data(Qt.ItemDataRole.UserRole) for row in rows]
        names = [self._library.released.name if model is None else model.name for model in models]
        return names.index(name if name in names else self._library.released.name)

    @property
    def _wanted(self) -> list[Component]:
        """The checked components that are not installed."""
        released = self._library.released
        return [
            component
            for component in released.components
            if self._checks[component.name].isChecked() and missing_of(released, component)
        ]

    def _component_check(self, component: Component) -> QCheckBox:
        words = {
            "text": (
                tr("Text to image, sketch, upscale ({size})"),
                tr("The networks that generate pictures from text and enlarge them"),
            ),
            "inpaint": (
                tr("Inpaint and outpaint ({size})"),
                tr("The networks that repaint a masked area"),
            ),
            "clip": (
                tr("CLIP guidance ({size})"),
                tr("The network that CLIP guidance needs"),
            ),
        }
        text, tooltip = words[component.name]
        size = size_text(component.size)
        check = check_box(f"model_{component.name}_check", text.format(size=size), tooltip)
        check.toggled.connect(lambda _: self._enable())
        return check

    def _parts_form(self) -> QWidget:
        """The choice of the released model's components to install."""
        form = QWidget()
        stored = fill(
            QHBoxLayout(),
            [heading(self._storage.accessibleName(), self._storage), self._storage, None],
            2 * GRID,
        )
        fill(QVBoxLayout(form), [*self._checks.values(), stored])
        return form

    def _make_buttons(self) -> None:
        self._install = push_button(
            "model_install_button",
            tr("Install"),
            tr("Download and convert the checked parts"),
            role="primary",
        )
        self._folder = push_button(
            "model_folder_button",
            tr("Install From Folder…"),
            tr("Use files that were downloaded by hand"),
        )
        self._verify = push_button(
            "model_verify_button", tr("Verify"), tr("Look for damaged files of this model")
        )
        self._remove = push_button(
            "model_remove_button", tr("Remove…"), tr("Delete this model from the disk")
        )
        self._import = push_button(
            "model_import_button",
            tr("Import…"),
            tr("Import checkpoints of GLIDE (.pt, .safetensors); they can also be dropped here"),
        )
        self._install.clicked.connect(lambda: self.install_requested.emit(self._wanted))
        self._folder.clicked.connect(lambda: self.folder_requested.emit(self._wanted))
        self._verify.clicked.connect(self._verify_selected)
        self._remove.clicked.connect(lambda: self.remove_requested.emit(self._selected))
        self._import.clicked.connect(lambda: self.import_requested.emit([]))

    def _lay_out(self) -> None:
        buttons = [self._install, self._folder, self._verify, self._remove, None]
        close = self.close_button(
            "models_close_button", tr("Work on models continues in the background")
        )
        last = fill(QHBoxLayout(), [self._import, None, close], 2 * GRID)
        row = fill(QHBoxLayout(), buttons, 2 * GRID)
        layout = fill(
            QVBoxLayout(self),
            [self._list, self._details, self._parts, row, self._work, last],
            2 * GRID,
            grows=[self._list],
        )
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)

    def _show(self) -> None:
        """List the models as they are now; the selected one stays selected, at first the released
        one."""
        selected, models = self._selected, installed_models()
        released = self._library.released
        with QSignalBlocker(self._list):
            self._list.clear()
            for model in models:
                self._add_row(model.title, self._state_of(model), model)
            if all(model.name != released.name for model in models):
                kept = tr("{size} downloaded").format(size=size_text(received()))
                state = tr("Not installed") + (f" · {kept}" if received() else "")
                self._add_row(released.title, state, None)
        self._list.setCurrentRow(self._row_of(selected.name if selected else released.name))
        for component in released.components:
            is_there = not missing_of(released, component)
            check = self._checks[component.name]
            check.setEnabled(not is_there)
            check.setChecked(is_there or component.name == "text")
        self._show_selected()

    def _add_row(self, title: str, state: str, model: InstalledModel | None) -> None:
        item = QListWidgetItem(f"{title}\n{state}")
        item.setData(Qt.ItemDataRole.UserRole, model)
        self._list.addItem(item)

    def _state_of(self, model: InstalledModel) -> str:
        size = size_text(model.size)
        if not model.is_own:
            return tr("Part of GLIDE Studio") + f" · {size}"
        return tr("Installed") + f" · {size}"

    def _show_selected(self) -> None:
        model = self._selected
        described = self._library.released.summary if model is None else model.card.description
        lines = [translated(described)]
        if model is not None:
            lines.append(_abilities(model))
        if self._is_released:
            lines.append(translated(warnings().sentences[-1]))
        self._details.setText("\n".join(lines))
        self._parts.setVisible(self._is_released)
        self._enable()

    def _enable(self) -> None:
        model, idle = self._selected, not self._library.is_busy
        wanted = self._is_released and bool(self._wanted)
        self._install.setVisible(self._is_released)
        self._folder.setVisible(self._is_released)
        self._install.setEnabled(idle and wanted)
        self._folder.setEnabled(idle and wanted)
        is_own = model is not None and model.is_own
        self._verify.setEnabled(idle and is_own)
        self._remove.setEnabled(idle and (is_own or (model is None and received() > 0)))
        self._import.setEnabled(idle)

    def _verify_selected(self) -> None:
        model = self._selected
        if model is not None:
            self._library.verify(model)

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept checkpoints."""
        if any(map(is_checkpoint, dropped_files(event.mimeData()))):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import them."""
        event.acceptProposedAction()
        self.import_requested.emit(list(filter(is_checkpoint, dropped_files(event.mimeData()))))


class WorkRow(QWidget):
    """The progress of the work on models, with Pause and Cancel, and how it ended."""

    def __init__(self, library: ModelLibrary) -> None:
        super().__init__()
        self._library = library
        self._said = named(
            label("", "small", wraps=True),
            "models_message",
            tr("Progress details"),
            tr("What is being done with the models"),
        )
        self._bar = named(
            QProgressBar(textVisible=False, maximum=1000),
            "models_progress",
            tr("Progress"),
            tr("Progress of the work on models"),
        )
        self._pause = push_button(
            "models_pause_button", tr("Pause"), tr("Pause the work, to continue it later")
        )
        self._cancel = push_button(
            "models_cancel_button",
            tr("Cancel"),
            tr("Cancel the work; unfinished downloads are kept"),
        )
        row = fill(QHBoxLayout(), [self._bar, self._pause, self._cancel], grows=[self._bar])
        fill(QVBoxLayout(self), [self._said, row])
        self._pause.clicked.connect(self._switch_pause)
        self._cancel.clicked.connect(library.cancel)
        library.busy_changed.connect(self._show_busy)
        library.stepped.connect(self._show_step)
        # Methods: a lambda or a partial would be called even when the window is gone.
        library.failed.connect(self._say_failure)
        library.noticed.connect(self._say)
        self._show_busy(library.is_busy)

    def _show_busy(self, busy: bool) -> None:
        for widget in (self._bar, self._pause, self._cancel):
            widget.setVisible(busy)
        if busy:
            self._bar.setValue(0)
            self._say(tr("Preparing…"))
        elif not self._said.property("tone"):
            self._say("")
        self._pause.setText(tr("Pause"))

    def _show_step(self, step: Step | float) -> None:
        if isinstance(step, float):
            self._bar.setValue(round(1000 * step))
            self._say(tr("{percent} done").format(percent=percent(step)))
            return
        self._bar.setValue(round(1000 * _share(step)))
        if not self._library.is_paused:
            self._say(_sentence(step))

    def _switch_pause(self) -> None:
        if self._library.is_paused:
            self._library.resume()
            self._pause.setText(tr("Pause"))
        else:
            self._library.pause()
            self._pause.setText(tr("Resume"))
            self._say(tr("Paused"))

    def _say_failure(self, text: str) -> None:
        self._say(text, "error")

    def _say(self, text: str, tone: str = "") -> None:
        self._said.setText(text)
        if self._said.property("tone") != tone:
            self._said.setProperty("tone", tone)
            self._said.style().polish(self._said)


def _abilities(model: InstalledModel) -> str:
    """What a model can do, in words."""
    words = {
        "nothing": tr("Text to image"),
        "inpaint": tr("Inpaint"),
        "sketch": tr("Sketch"),
        "upscale": tr("Upscale"),
    }
    able = model.capabilities
    names = [words[kind] for kind in able.sources if kind in words]
    names += [tr("CLIP guidance")] if able.has_clip else []
    return ", ".join(names)


def _share(step: Step) -> float:
    """The share of a file that is done, from 0 to 1."""
    if step.progress is None:
        return step.share
    return step.progress.received / step.progress.total if step.progress.total else 0


def _sentence(step: Step) -> str:
    """Such as "base.pt (1 of 2): 512.0 MB of 1.5 GB · 12.0 MB/s · about 80 s left"."""
    said = tr("{name} ({number} of {count})").format(
        name=step.file, number=step.number, count=step.count
    )
    progress = step.progress
    if progress is None:
        return f"{said}: " + tr("converting, {percent}").format(percent=percent(step.share))
    parts = [
        size_text(progress.received)
        if progress.total is None
        else tr("{received} of {total}").format(
            received=size_text(progress.received), total=size_text(progress.total)
        ),
        tr("{size}/s").format(size=size_text(progress.speed))
        if progress.speed
        else tr("waiting for the server"),
    ]
    if progress.seconds_left is not None:
        parts.append(tr("about {duration} left").format(duration=duration(progress.seconds_left)))
    return f"{said}: " + " · ".join(parts)
