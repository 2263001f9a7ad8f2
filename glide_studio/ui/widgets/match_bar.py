"""The bar that shows how well a picture matches its prompt, relative to others of that prompt."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication

from glide_studio.ui.style.theme import current

BAR = 4
"""Its height, in logical pixels."""

LEAST_SPAN = 0.05
"""The least difference in CLIP's cosine between an empty and a full bar, so that insignificant
differences stay small."""


def match_shares(matches: Sequence[float | None]) -> list[float | None]:
    """How much of its bar each match fills, 0 to 1: the best fills it. None without a match, or
    where there is no other to compare it with."""
    known = [match for match in matches if match is not None]
    if len(known) < 2:
        return [None] * len(matches)
    best = max(known)
    span = max(best - min(known), LEAST_SPAN)
    return [None if match is None else 1 - (best - match) / span for match in matches]


def paint_match(painter: QPainter, bar: QRect, share: float) -> None:
    """Fill a share of `bar`, and the rest in a quiet colour."""
    painter.fillRect(bar, QColor(current().border))
    filled = QRect(bar.topLeft(), bar.size())
    filled.setWidth(max(2, round(share * bar.width())))
    painter.fillRect(filled, QApplication.palette().highlight())
