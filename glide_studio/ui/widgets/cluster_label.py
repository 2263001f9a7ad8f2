"""What the cluster that computes pictures is doing."""

from PySide6.QtWidgets import QLabel

from glide_studio.core.request.cluster import ClusterState
from glide_studio.session.cluster import Cluster
from glide_studio.session.language import tr


class ClusterLabel(QLabel):
    """Engines and queue of the chosen cluster, or that it is not available; empty while pictures
    are computed on this computer. The tooltip says more."""

    def __init__(self, cluster: Cluster) -> None:
        super().__init__()
        self._cluster = cluster
        cluster.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        state, problem = self._cluster.state, self._cluster.problem
        if state is not None:
            self.setText(_said(state))
            self.setToolTip(_details(state))
            return
        waiting = tr("Cluster: connecting…") if self._cluster.is_chosen else ""
        self.setText(tr("Cluster: not available") if problem else waiting)
        self.setToolTip(problem)


def _said(state: ClusterState) -> str:
    said = tr("Cluster: {busy} of {engines} busy, {queued} waiting")
    return said.format(busy=state.busy, engines=state.engines, queued=state.queued)


def _details(state: ClusterState) -> str:
    said = tr("Devices: {devices}. Models: {models}.")
    devices = dict.fromkeys(state.devices)
    counted = ", ".join(f"{device} ({state.devices.count(device)})" for device in devices)
    return said.format(devices=counted, models=", ".join(state.models))
