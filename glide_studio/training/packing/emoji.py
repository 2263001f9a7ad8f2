"""Cut-outs of emoji in three styles: 3D models, flat drawings, and Noto's drawings."""

import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from glide_studio.training.packing.names import GROUPS, emoji_noun
from glide_studio.training.packing.pictures import Picture, cutout, trimmed
from glide_studio.training.packing.sources import Package, library

NAMES = Package("npm", "emojibase-data", "17.0.0", "package/en")
FLUENT_3D = Package("npm", "@lobehub/fluent-emoji-3d", "1.1.0", "package/assets")
FLUENT_FLAT = Package("npm", "@iconify-json/fluent-emoji-flat", "1.2.6", "package")
NOTO = Package("npm", "@iconify-json/noto", "1.2.9", "package")

SIDE = 256
DRAWN_SIDE = 192
LEAST_PIXELS = 200


@dataclass(frozen=True)
class Emoji:
    """An emoji: its noun in captions, and the keys to its pictures."""

    noun: str
    group: str
    tags: tuple[str, ...]
    label: str
    hexcode: str

    @property
    def hexcodes(self) -> tuple[str, str, str]:
        """The hexcode as it is, without the emoji variation selector, and with it."""
        return self.hexcode, self.hexcode.replace("-fe0f", ""), f"{self.hexcode}-fe0f"

    @property
    def icon(self) -> str:
        """Iconify's name for it, derived from the label."""
        return re.sub(r"[^a-z0-9]+", "-", self.label.lower().replace("'", "")).strip("-")


def read_emoji(folder: Path) -> list[Emoji]:
    """The emoji worth learning, from the English data of emojibase in `folder`."""
    found = []
    for record in json.loads((folder / "data.json").read_text(encoding="utf-8")):
        group = record.get("group")
        label = record["label"].replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        noun = emoji_noun(label, group)
        if noun is not None:
            tags = tuple(record.get("tags", ()))
            found.append(Emoji(noun, GROUPS[group], tags, label, record["hexcode"].lower()))
    return found


def modelled_emoji(emoji: Sequence[Emoji], folder: Path) -> Iterator[Picture]:
    """The cut-outs of Fluent's 3D emoji, from pictures in `folder` named by hexcode."""
    for one in emoji:
        files = [folder / f"{code}.webp" for code in one.hexcodes]
        file = next((file for file in files if file.is_file()), None)
        if file is None:
            continue
        with Image.open(file) as picture:
            image = trimmed(picture.convert("RGBA"), SIDE, LEAST_PIXELS)
        if image is not None:
            yield cutout(image, 82, one.noun, "3d", one.group, "fluent3d")


def drawn_emoji(emoji: Sequence[Emoji], style: str, folder: Path) -> Iterator[Picture]:
    """The cut-outs of an Iconify set, from SVG drawings in `folder`. Raises SourceError."""
    resvg = library("resvg_py")
    icons = json.loads((folder / "icons.json").read_text(encoding="utf-8"))
    names = json.loads((folder / "chars.json").read_text(encoding="utf-8"))
    for one in emoji:
        named = [names[code] for code in one.hexcodes if code in names]
        svg = _svg(icons, named[0] if named else one.icon)
        if svg is None:
            continue
        png = resvg.svg_to_bytes(svg_string=svg, width=SIDE, skip_system_fonts=True)
        with Image.open(io.BytesIO(png)) as picture:
            image = trimmed(picture.convert("RGBA"), DRAWN_SIDE, LEAST_PIXELS)
        if image is not None:
            yield cutout(image, 80, one.noun, style, one.group, style)


def _svg(icons: dict[str, Any], name: str) -> str | None:
    """The icon `name`, which may be an alias, as a complete SVG; None if the set lacks it."""
    aliases = icons.get("aliases", {})
    while name not in icons["icons"] and name in aliases:
        name = aliases[name]["parent"]
    icon = icons["icons"].get(name)
    if icon is None:
        return None
    left, top, width, height = (
        icon.get(key, icons.get(key, default))
        for key, default in (("left", 0), ("top", 0), ("width", 16), ("height", 16))
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="{left} {top} {width} {height}" width="{SIDE}" height="{SIDE}">'
        f"{icon['body']}</svg>"
    )
