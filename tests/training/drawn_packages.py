"""Small drawn versions of the packages that the data pack is built from, and their clients."""

import base64
import io
import json
import subprocess
import tarfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import OpenEXR
from PIL import Image, ImageDraw

from glide_studio.training.packing import furniture, places
from glide_studio.training.packing.sources import Package

PACKAGES = {
    "emojibase-data@17.0.0": "emojibase-data-17.0.0.tgz",
    "@lobehub/fluent-emoji-3d@1.1.0": "lobehub-fluent-emoji-3d-1.1.0.tgz",
    "@iconify-json/fluent-emoji-flat@1.2.6": "iconify-json-fluent-emoji-flat-1.2.6.tgz",
    "@iconify-json/noto@1.2.9": "iconify-json-noto-1.2.9.tgz",
    "@pmndrs/assets@1.7.0": "pmndrs-assets-1.7.0.tgz",
    "miniworld==2.1.0": "miniworld-2.1.0-py3-none-any.whl",
    "robosuite==1.5.2": "robosuite-1.5.2-py3-none-any.whl",
    "metaworld==3.1.1": "metaworld-3.1.1-py3-none-any.whl",
    "blender-data=3.4.1*": "blender-data_3.4.1+dfsg-2_all.deb",
    "sweethome3d-furniture=1.8*": "sweethome3d-furniture_1.8-1_all.deb",
}
"""What the clients are asked for, and the names of the archives that they fetch."""

MINIWORLD_TEXTURES = {"asphalt_1.png": "asphalt", "grass_1.png": "grass"}
ROBOSUITE_TEXTURES = {"dirt.png": "dirt"}
METAWORLD_TEXTURES = {"textures/wood1.png": "wood", "scene/textures/wood.png": "wood"}
"""A few of the textures, to save time."""

CUBE = """
mtllib cube.mtl
v -1 -1 -1
v 1 -1 -1
v 1 1 -1
v -1 1 -1
v -1 -1 1
v 1 -1 1
v 1 1 1
v -1 1 1
usemtl red
f 4 3 2 1
f 5 6 7 8
f 1 2 6 5
f 3 4 8 7
f 2 3 7 6
f 1 5 8 4
f 1 7
"""
"""With a face of two corners, as some of the real models have."""


class Registry:
    """A fake of every package client; `archives` are the available ones by name."""

    def __init__(self, archives: dict[str, bytes]) -> None:
        self.archives = archives
        self.asked: list[str] = []

    def run(self, command: Sequence[str], folder: Path) -> None:
        if command[0] == "dpkg-deb":
            try:
                zipfile.ZipFile(command[2]).extractall(command[3])
            except zipfile.BadZipFile as error:
                raise subprocess.CalledProcessError(2, command) from error
            return
        self.asked.append(command[-1])
        archive = PACKAGES[command[-1]]
        if archive not in self.archives:
            raise subprocess.CalledProcessError(1, command, stderr="npm error 404 Not Found.\n")
        (folder / archive).write_bytes(self.archives[archive])


def encoded(picture: Image.Image, kind: str) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind)
    return file.getvalue()


def emoji(colour: tuple[int, int, int]) -> bytes:
    picture = Image.new("RGBA", (256, 256))
    ImageDraw.Draw(picture).ellipse((40, 60, 200, 180), fill=(*colour, 255))
    return encoded(picture, "WEBP")


def panorama(folder: Path) -> bytes:
    """An OpenEXR file: a bright sky over a dark ground."""
    light = np.full((32, 64, 3), 0.1, np.float32)
    light[:16] = (0.5, 1.0, 4.0)
    header = {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage}
    file = folder / "panorama.exr"
    OpenEXR.File(header, {"RGB": light}).write(str(file))
    return file.read_bytes()


def record(label: str, group: int, hexcode: str) -> dict[str, object]:
    return {"label": label, "group": group, "hexcode": hexcode, "tags": [label.split()[-1]]}


def icons(**bodies: str) -> dict[str, bytes]:
    """An Iconify set with an alias "red-apple" of its icon "apple"."""
    records = {name: {"body": body} for name, body in bodies.items()}
    aliases = {"red-apple": {"parent": "apple"}}
    return {
        "package/icons.json": json.dumps(
            {"icons": records, "aliases": aliases, "width": 32, "height": 32}
        ).encode(),
        "package/chars.json": json.dumps({"1f431": "cat"}).encode(),
    }


def tgz(files: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return file.getvalue()


def zipped(files: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def furniture_library(name: str) -> bytes:
    catalogue = (
        "name#1=Wheelbarrow\nmodel#1=/models/cube.obj\n"
        "name#2=Wall socket\nmodel#2=/models/cube.obj\n"
        f"name#3=TV 16:9\nmodel#3=/models/{name}.obj\n"
    )
    return zipped(
        {
            "PluginFurnitureCatalog.properties": catalogue.encode("latin-1"),
            "models/cube.obj": CUBE.encode(),
            f"models/{name}.obj": CUBE.encode(),
            "models/cube.mtl": b"newmtl red\nKd 0.9 0.1 0.1\n",
        }
    )


def textures(package: Package, files: Mapping[str, str]) -> dict[str, bytes]:
    picture = encoded(Image.new("RGB", (8, 12), (40, 160, 60)), "PNG")
    return {f"{package.inside}/{name}": picture for name in files}


def drawn_views(model: Path, angles: Sequence[tuple[float, float]]) -> Iterator[np.ndarray]:
    """A fake of the renderer: squares, and one empty view."""
    for i, (turn, height) in enumerate(angles):
        assert -75 <= turn <= 260
        assert 4 <= height <= 32
        assert model.is_file()
        view = np.zeros((320, 320, 4), np.uint8)
        view[50 : 150 + 10 * i, 100:200] = (30 * i, 100, 100, 255 if i else 0)
        yield view


def drawn_archives(folder: Path) -> dict[str, bytes]:
    """Every package: with a cat, an apple, a shoe without a picture, and things to leave out."""
    records = [
        record("red apple", 4, "1F34E"),
        record("cat", 3, "1F431-FE0F"),
        record("man\N{RIGHT SINGLE QUOTATION MARK}s shoe", 7, "1F45E"),
        record("waving hand", 1, "1F44B"),
        record("one o\N{RIGHT SINGLE QUOTATION MARK}clock", 5, "1F550"),
        record("flag", 9, "1F3F4"),
    ]
    disc = '<circle cx="16" cy="16" r="{}" fill="{}"/>'
    exr = panorama(folder)
    exr_module = b"export default 'data:application/exr;base64," + base64.b64encode(exr) + b"'\n"
    world = f"{places.BLENDER.inside}/sky.exr"
    contents = {
        "emojibase-data": {"package/en/data.json": json.dumps(records).encode()},
        "lobehub": {
            "package/assets/1f34e.webp": emoji((220, 30, 40)),
            "package/assets/1f431.webp": emoji((240, 190, 40)),
            "package/assets/1f44b.webp": emoji((240, 200, 60)),
        },
        "iconify-json-fluent": icons(apple=disc.format(12, "red"), cat=disc.format(8, "orange")),
        "iconify-json-noto": icons(apple=disc.format(10, "green"), cat="<g/>"),
        "pmndrs": {"package/hdri/park.exr.js": exr_module},
        "miniworld": textures(places.MINIWORLD, MINIWORLD_TEXTURES),
        "robosuite": textures(places.ROBOSUITE, ROBOSUITE_TEXTURES),
        "metaworld": textures(places.METAWORLD, METAWORLD_TEXTURES),
        "blender-data": {world: exr},
        "sweethome3d": {f"{furniture.SWEET_HOME.inside}/Scopia.sh3f": furniture_library("Scopia")},
    }
    return {
        archive: (tgz if archive.endswith(".tgz") else zipped)(files)
        for archive in PACKAGES.values()
        for start, files in contents.items()
        if archive.startswith(start)
    }
