"""The brush presets: those of the program and the artist's own."""

from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject

from glide_studio.core.paint.curve import FULL, LINEAR, Curve
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.paint.textures import Grain, Tip
from glide_studio.session.language import tr
from glide_studio.session.stored_value import StoredTexts, StoredValue

FILE = "brushes.json"
"""The name of their file, in the folder of the user's data."""

MAX_NAME = 200
"""The most characters of a name."""

_FIRM = Curve(((0.0, 0.4), (1.0, 1.0)))
"""Pressure acts, but the lightest touch has an effect, too."""


@dataclass(frozen=True)
class BrushPreset:
    """A brush under a name; whether it erases does not count."""

    name: str
    brush: Brush


class BrushPresets(StoredValue[tuple[BrushPreset, ...]]):
    """The artist's own presets are stored, in the order in which they were saved."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(path, (), parent)

    @property
    def presets(self) -> tuple[BrushPreset, ...]:
        """Those of the program, then the artist's own."""
        return (*built_in(), *self.value)

    def is_own(self, name: str) -> bool:
        """Whether the artist has saved a preset of that name, which can be renamed and deleted."""
        return any(preset.name == name for preset in self.value)

    def save(self, brush: Brush) -> str:
        """Save a brush as a new preset; returns its name."""
        name = ""

        def saved(own: tuple[BrushPreset, ...]) -> tuple[BrushPreset, ...]:
            nonlocal name
            name = _unused(tr("My brush"), own)
            return (*own, BrushPreset(name, replace(brush, erase=False)))

        self.change(saved)
        return name

    def rename(self, name: str, new: str) -> str:
        """Rename one of the artist's own; returns its name now. A number is added to a name that is
        taken, and an empty one changes nothing."""
        new = " ".join(new.encode("utf-8", "replace").decode().split())[:MAX_NAME]
        if not new or new == name:
            return name

        def renamed(own: tuple[BrushPreset, ...]) -> tuple[BrushPreset, ...]:
            nonlocal new
            new = _unused(new, own)
            return tuple(
                replace(preset, name=new) if preset.name == name else preset for preset in own
            )

        self.change(renamed)
        return new

    def delete(self, name: str) -> None:
        """Delete one of the artist's own."""
        self.change(lambda own: tuple(preset for preset in own if preset.name != name))

    def encode(self, value: tuple[BrushPreset, ...]) -> bytes:
        return msgspec.json.format(msgspec.json.encode(value), indent=1)

    def decode(self, stored: bytes) -> tuple[BrushPreset, ...]:
        return msgspec.json.decode(stored, type=tuple[BrushPreset, ...])

    @property
    def texts(self) -> StoredTexts:
        return StoredTexts(
            not_saved=tr("The brush presets cannot be saved: {reason}."),
            not_read=tr("Your brush presets cannot be read, and new ones will not be saved."),
            damaged=tr("The file of your brush presets is damaged and was renamed to {name}."),
        )


def built_in() -> tuple[BrushPreset, ...]:
    """The presets of the program."""
    plain = (
        BrushPreset(tr("Soft round"), Brush(60, 0)),
        BrushPreset(tr("Hard round"), Brush(40, 1)),
        BrushPreset(tr("Ink"), Brush(14, 1, stabiliser=30)),
    )
    return (*plain, *_dry(), *_wet())


def _dry() -> tuple[BrushPreset, ...]:
    """Presets that show the grain of the paper."""
    return (
        BrushPreset(
            tr("Pencil"),
            Brush(
                7,
                0.7,
                opacity=0.85,
                size_curve=Curve(((0.0, 0.6), (1.0, 1.0))),
                opacity_curve=LINEAR,
                grain=Grain.PAPER,
                depth=0.6,
            ),
        ),
        BrushPreset(
            tr("Chalk"),
            Brush(
                36,
                0.8,
                opacity=0.95,
                spacing=0.08,
                size_curve=FULL,
                opacity_curve=_FIRM,
                tip=Tip.CRUMBLY,
                grain=Grain.ROUGH,
                depth=0.7,
            ),
        ),
        BrushPreset(
            tr("Charcoal"),
            Brush(
                40,
                0.35,
                opacity=0.5,
                spacing=0.06,
                size_curve=FULL,
                opacity_curve=LINEAR,
                build_up=True,
                tip=Tip.CRUMBLY,
                grain=Grain.PAPER,
                depth=0.95,
            ),
        ),
        BrushPreset(
            tr("Dry brush"),
            Brush(
                44,
                0.7,
                spacing=0.03,
                size_curve=FULL,
                opacity_curve=_FIRM,
                tip=Tip.BRISTLES,
                grain=Grain.PAPER,
                depth=0.35,
            ),
        ),
    )


def _wet() -> tuple[BrushPreset, ...]:
    """Presets whose strokes are transparent."""
    return (
        BrushPreset(
            tr("Watercolour"),
            Brush(
                56,
                0.55,
                opacity=0.5,
                size_curve=_FIRM,
                grain=Grain.PAPER,
                depth=0.15,
                wet_edges=True,
            ),
        ),
        BrushPreset(
            tr("Airbrush"),
            Brush(
                90,
                0,
                opacity=0.12,
                spacing=0.1,
                size_curve=FULL,
                opacity_curve=LINEAR,
                build_up=True,
            ),
        ),
    )


def _unused(name: str, own: tuple[BrushPreset, ...]) -> str:
    """`name`, with a number if there is a preset of that name."""
    taken = {preset.name for preset in (*built_in(), *own)}
    found, number = name, 2
    while found in taken:
        found, number = f"{name} {number}", number + 1
    return found
