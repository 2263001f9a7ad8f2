"""What the cluster that computes pictures is doing."""

from PySide6.QtWidgets import QLabel

from glide_studio.core.request.cluster import ClusterState
from glide_studio.session.cluster import Cluster
from glide_studio.session.language import tr
from glide_studio.session.model_choice import ModelChoice


class ClusterLabel(QLabel):
    """Engines and queue of the chosen cluster, that it lacks the chosen model, or that it is not
    available; empty while pictures are computed on this computer.

    The tooltip says more; with `in_full` the text does.
    """

    def __init__(self, cluster: Cluster, models: ModelChoice, in_full: bool = False) -> None:
        super().__init__()
        self._cluster = cluster
        self._models = models
        self._in_full = in_full
        self.setWordWrap(in_full)
        cluster.changed.connect(self._show)
        models.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        said, details = self._said()
        self.setText(f"{said}\n{details}".strip() if self._in_full else said)
        self.setToolTip("" if self._in_full else details)

    def _said(self) -> tuple[str, str]:
        """The text in short, and its details."""
        state, problem = self._cluster.state, self._cluster.problem
        if state is not None:
            return self._work(state), _details(state)
        if problem:
            return tr("Cluster: not available"), problem
        return tr("Cluster: connecting…") if self._cluster.is_chosen else "", ""

    def _work(self, state: ClusterState) -> str:
        model = self._models.model
        if model.name not in state.models:
            return tr("Cluster: no model {model}").format(model=model.title)
        said = tr("Cluster: {busy} of {engines} busy, {queued} waiting")
        return said.format(busy=state.busy, engines=state.engines, queued=state.queued)


def _details(state: ClusterState) -> str:
    said = tr("Devices: {devices}. Models: {models}.")
    devices = dict.fromkeys(state.devices)
    counted = ", ".join(f"{device} ({state.devices.count(device)})" for device in devices)
    return said.format(devices=counted, models=", ".join(state.models))
