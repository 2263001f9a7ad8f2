"""The colours can be read."""

import pytest
from PySide6.QtGui import QColor

from glide_studio.ui.theme import DARK


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance, 0 to 1."""

    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = QColor(colour).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((DARK.text, g) for g in (DARK.window, DARK.panel, DARK.field, DARK.raised)),
        *((DARK.text_muted, g) for g in (DARK.canvas, DARK.window, DARK.panel, DARK.field)),
        (DARK.text, DARK.accent_quiet),
        (DARK.accent_text, DARK.accent),
        (DARK.accent_text, DARK.accent_raised),
        (DARK.danger, DARK.raised),
    ],
)
def test_text_meets_wcag_aa(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("ground", [DARK.panel, DARK.field, DARK.raised])
def test_focus_and_icons_stand_out(ground: str) -> None:
    assert contrast(DARK.accent, ground) >= 3
    assert contrast(DARK.text, ground) >= 3
