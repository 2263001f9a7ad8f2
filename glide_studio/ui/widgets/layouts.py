"""Filling a row or a column with controls."""

from collections.abc import Collection, Iterable
from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from glide_studio.ui.style.theme import GRID

_L = TypeVar("_L", bound=QBoxLayout)


def fill(
    layout: _L,
    parts: Iterable[QWidget | QLayout | None],
    gap: int = GRID,
    *,
    grows: Collection[QWidget | QLayout] = (),
) -> _L:
    """Add the parts in order, `gap` pixels apart and without margins, and return `layout`.

    None is empty room, which shares what is left over with the parts in `grows`.
    """
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QLayout):
            layout.addLayout(part, int(part in grows))
        else:
            layout.addWidget(part, int(part in grows))
    return layout
