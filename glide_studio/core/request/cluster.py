"""What a cluster that runs requests says about itself."""

from msgspec import Struct


class ClusterState(Struct, frozen=True):
    """The program's version there, the engines that are ready and those of them that are busy, the
    parts of runs that wait, the devices of the engines, and the names of the installed models."""

    version: str
    engines: int
    busy: int
    queued: int
    devices: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
