"""The colours of the mask: several masks of one picture, each for a prompt of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from glide_studio.core.mask.mask import Mask

MAX_COLOURS = 6
"""More could not be told apart over a picture."""


@dataclass(frozen=True)
class MaskColours:
    """Which colour of a document's mask is active, and the masks of the others, by their numbers.

    Colours are numbered from 0 to MAX_COLOURS - 1, and keep their numbers when others are removed.
    The document's `mask` is that of the active colour; masks may overlap. Raises ValueError for
    impossible numbers.
    """

    active: int = 0
    others: Mapping[int, Mask] = field(default_factory=dict)

    def __post_init__(self) -> None:
        numbers = {self.active, *self.others}
        if self.active in self.others or not numbers <= set(range(MAX_COLOURS)):
            raise ValueError(f"mask colours {self.active} beside {sorted(self.others)}")

    @property
    def free(self) -> int | None:
        """The lowest number that no colour has; None if there are as many as there may be."""
        taken = {self.active, *self.others}
        return next((each for each in range(MAX_COLOURS) if each not in taken), None)

    def changed(self, change: Callable[[Mask], Mask]) -> "MaskColours":
        """The same colours with `change` of each mask."""
        return MaskColours(self.active, {n: change(mask) for n, mask in self.others.items()})
