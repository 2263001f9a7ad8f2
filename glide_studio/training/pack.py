"""The data pack: a zip of object cut-outs with alpha and pictures of places."""

import json
import zipfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

ROOT = "pack/"
INDEXES = ("index_emoji.json", "index_sh3d.json")
_LIGHTNESS = 40
"""Cut-outs darker than this on average (0..255) show hardly any shape; they are used only if a noun
has no others."""


@dataclass(frozen=True)
class Cutout:
    """picture: (H, W, 4) RGBA uint8; style: a key of `vocabulary.STYLE_PHRASES`."""

    picture: np.ndarray
    style: str


def _index(archive: zipfile.ZipFile, name: str) -> list[dict[str, Any]]:
    return json.loads(archive.read(ROOT + name))


def _cutout_entries(archive: zipfile.ZipFile) -> list[dict[str, Any]]:
    present = [name for name in INDEXES if ROOT + name in archive.namelist()]
    return [entry for name in present for entry in _index(archive, name)]


def pack_nouns(path: Path, styles: Collection[str]) -> list[str]:
    """The nouns for which the pack has cut-outs in `styles`, sorted."""
    with zipfile.ZipFile(path) as archive:
        return sorted({e["noun"] for e in _cutout_entries(archive) if e["style"] in styles})


def write_compact(path: Path, out: Path) -> None:
    """Write `out`, the pack `path` without its views of 3D models: small enough to be carried to a
    GPU. Raises KeyError if `path` is no pack."""
    partial = out.with_name(f"{out.name}.partial")
    try:
        with zipfile.ZipFile(path) as whole, zipfile.ZipFile(partial, "w") as archive:
            kept = [ROOT + name for name in ("index_emoji.json", "index_bg.json", "nouns.json")]
            kept += [f"{ROOT}cut/{entry['f']}" for entry in _index(whole, "index_emoji.json")]
            kept += [f"{ROOT}bg/{entry['f']}" for entry in _index(whole, "index_bg.json")]
            for name in kept:
                archive.writestr(whole.getinfo(name), whole.read(name))
        partial.replace(out)
    finally:
        partial.unlink(missing_ok=True)


def _decoded(archive: zipfile.ZipFile, name: str, longest: int) -> np.ndarray:
    """One picture of the archive, (H, W, 4) RGBA, its longer side at most `longest` pixels."""
    data = np.frombuffer(archive.read(ROOT + name), np.uint8)
    picture = cv2.imdecode(data, cv2.IMREAD_UNCHANGED)
    if picture is None:
        raise ValueError(f"{name} in the pack is no picture.")
    scale = longest / max(picture.shape[:2])
    if scale < 1:
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    to_rgba = cv2.COLOR_BGRA2RGBA if picture.shape[2] == 4 else cv2.COLOR_BGR2RGBA
    return cv2.cvtColor(picture, to_rgba)


def _shows_a_shape(picture: np.ndarray) -> bool:
    opaque = picture[..., 3] > 128
    return bool(opaque.any() and picture[opaque][:, :3].mean() > _LIGHTNESS)


class Pack:
    """The pack's pictures in memory, reduced to the size that scenes of `size` pixels need.

    `cutouts` are the cut-outs by noun, `textures` pictures (1.25 size, 1.25 size, 3) by name;
    `grounds` are all textures and photographs, as large as the pack has them, and `people` the
    nouns that are people. Raises FileNotFoundError, ValueError for a damaged pack, or KeyError for
    a noun without cut-outs.
    """

    def __init__(
        self, path: Path, nouns: Collection[str], styles: Collection[str], size: int
    ) -> None:
        self.cutouts: dict[str, list[Cutout]] = {noun: [] for noun in nouns}
        self.textures: dict[str, list[np.ndarray]] = {}
        self.grounds: list[np.ndarray] = []
        self.people: set[str] = set()
        with zipfile.ZipFile(path) as archive:
            for entry in _cutout_entries(archive):
                if entry["noun"] in self.cutouts and entry["style"] in styles:
                    picture = _decoded(archive, "cut/" + entry["f"], max(96, size))
                    self.cutouts[entry["noun"]].append(Cutout(picture, entry["style"]))
                    if entry.get("group") == "people":
                        self.people.add(entry["noun"])
            for entry in _index(archive, "index_bg.json"):
                side = round(1.25 * size)
                picture = _decoded(archive, "bg/" + entry["f"], 4 * side)[..., :3]
                self.grounds.append(picture)
                picture = cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA)
                self.textures.setdefault(entry["name"], []).append(picture)
        missing = [noun for noun, pictures in self.cutouts.items() if not pictures]
        if missing:
            raise KeyError(f"The pack has no cut-out of: {', '.join(missing)}.")
        for noun, found in self.cutouts.items():
            bright = [cutout for cutout in found if _shows_a_shape(cutout.picture)]
            self.cutouts[noun] = bright or found
