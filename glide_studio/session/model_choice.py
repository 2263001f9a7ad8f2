"""The choice of the model for the next picture."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from glide_studio.core.request.capabilities import Capabilities
from glide_studio.core.request.installed import InstalledModel, find_model
from glide_studio.core.request.settings import Settings


class ModelChoice(QObject):
    """The installed models, at least one, and the chosen one, which is the first at first.

    `changed` is emitted when another model is chosen or the list changes.
    """

    changed = Signal()

    def __init__(self, installed: Sequence[InstalledModel], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._installed = tuple(installed)
        self._model = self._installed[0]

    @property
    def installed(self) -> tuple[InstalledModel, ...]:
        return self._installed

    @property
    def model(self) -> InstalledModel:
        """The chosen one."""
        return self._model

    def capabilities(self, settings: Settings) -> Capabilities:
        """What the model of `settings` can do. Raises RequestError if it is not installed."""
        return find_model(settings.model, self._installed).capabilities

    def choose(self, name: str) -> bool:
        """Choose a model by its name; returns whether it is installed."""
        for model in self._installed:
            if model.name == name:
                if model != self._model:
                    self._model = model
                    self.changed.emit()
                return True
        return False

    def set_installed(self, installed: Sequence[InstalledModel]) -> None:
        """Replace the list; its first model is chosen if the chosen one is not in it."""
        if tuple(installed) == self._installed:
            return
        self._installed = tuple(installed)
        chosen = [model for model in installed if model.name == self._model.name]
        self._model = chosen[0] if chosen else self._installed[0]
        self.changed.emit()
