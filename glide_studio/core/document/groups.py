"""Groups of layers."""

from dataclasses import dataclass, field, replace
from uuid import uuid4

from glide_studio.core.document.blend_modes import BlendMode

MAX_DEPTH = 20
"""The deepest nesting of groups that the artist can make."""


@dataclass(frozen=True)
class Group:
    """What layers have in common that hold it in `Layer.groups`; there is no group without layers.

    Its layers blend with each other alone and then, as one, with what is below. If it
    `passes_through`, each of them blends with what is below, and `blend_mode` does not count; an
    opacity below 1 fades to the result. The layers of a locked group cannot be changed. A
    `collapsed` one is a single row in the list. `attributes` are those that another program gave it
    in a project file.
    """

    name: str
    visible: bool = True
    opacity: float = 1.0
    blend_mode: BlendMode = BlendMode.NORMAL
    passes_through: bool = False
    locked: bool = False
    collapsed: bool = False
    attributes: tuple[tuple[str, str], ...] = ()
    id: str = field(default_factory=lambda: uuid4().hex)

    def copied(self, name: str) -> "Group":
        """A copy of this group with its own id, not locked."""
        return replace(self, name=name, locked=False, id=uuid4().hex)


Path = tuple[Group, ...]
"""The groups that a layer lies in, the outermost first."""


def common(one: Path, other: Path) -> Path:
    """The groups that both lie in."""
    shared = 0
    while shared < min(len(one), len(other)) and one[shared].id == other[shared].id:
        shared += 1
    return one[:shared]


def is_within(path: Path, groups: Path) -> bool:
    """Whether `path` lies in all of `groups`."""
    return len(common(path, groups)) == len(groups)
