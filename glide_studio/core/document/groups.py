"""Groups of layers, and what they have in common with layers: their masks."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.alpha import weighted
from glide_studio.core.raster.raster import Pixels

if TYPE_CHECKING:  # a layer knows its groups
    from glide_studio.core.document.layers import Layer

MAX_DEPTH = 20
"""The deepest nesting of groups that the artist can make."""


class Maskable:
    """A layer or a group: what may be `clipped`, and have a layer mask.

    `mask` is itself a layer: its alpha is what it hides, so that an empty one hides nothing,
    wherever its owner is moved. While it is not visible it is disabled. If it is not linked, it
    stays where it is when its owner is moved or transformed, but not when the whole document is.
    """

    clipped: bool
    mask: "Layer | None"
    mask_linked: bool

    @property
    def active_mask(self) -> "Layer | None":
        """Its layer mask, unless that is disabled."""
        return self.mask if self.mask is not None and self.mask.visible else None

    @property
    def linked_mask(self) -> "Layer | None":
        """Its layer mask, if that is moved and transformed along."""
        return self.mask if self.mask_linked else None

    @property
    def copied_mask(self) -> "Layer | None":
        """A copy of its layer mask, with its own id."""
        return None if self.mask is None else self.mask.copied("")

    def masked(self, pixels: Pixels, area: Rect) -> Pixels:
        """`pixels` of `area`, with what the layer mask hides taken from their alpha."""
        mask = self.active_mask
        if mask is not None:
            pixels = pixels.copy()
            pixels[..., 3] = weighted(pixels[..., 3], 255 - mask.read(area)[..., 3])
        return pixels


@dataclass(frozen=True)
class Group(Maskable):
    """What layers have in common that hold it in `Layer.groups`; there is no group without layers.

    Its layers blend with each other alone and then, as one, with what is below. If it
    `passes_through`, each of them blends with what is below, and `blend_mode` does not count; an
    opacity below 1 fades to the result, and so does its `mask`. One that is `clipped` is seen only
    within the alpha of the first layer or group below that is not. The layers of a locked group
    cannot be changed. A `collapsed` one is a single row in the list. `attributes` are those that
    another program gave it in a project file.
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
    clipped: bool = False
    mask: "Layer | None" = field(default=None, repr=False)
    mask_linked: bool = True

    def copied(self, name: str) -> "Group":
        """A copy of this group with its own id and mask, not locked."""
        return replace(self, name=name, locked=False, id=uuid4().hex, mask=self.copied_mask)


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
