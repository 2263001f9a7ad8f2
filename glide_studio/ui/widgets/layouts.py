"""Filling a row, a column or a form with controls."""

from collections.abc import Collection, Iterable
from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QWidget

from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.naming import heading, label

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


def keep_room(part: QWidget) -> None:
    """Let what is around `part` stay where it is while that is hidden."""
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    part.setSizePolicy(policy)


def form() -> QGridLayout:
    """An empty form, whose rows `add_field` adds."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(2 * GRID)
    grid.setColumnStretch(1, 1)
    return grid


def add_field(grid: QGridLayout, field: QWidget, remark: str = "") -> None:
    """Add a row to a form: a field behind its accessible name, and a remark, if any, below it."""
    row = grid.rowCount()
    grid.addWidget(heading(field.accessibleName(), field), row, 0)
    grid.addWidget(field, row, 1)
    if remark:
        grid.addWidget(label(remark, "small", wraps=True), row + 1, 1)
