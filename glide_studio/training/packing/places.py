"""Pictures of places: textures of grounds, tables and walls, and views of panoramas."""

import base64
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
from PIL import Image

from glide_studio.training.packing.pictures import Picture, encoded
from glide_studio.training.packing.sources import Package, library
from glide_studio.training.vocabulary import PLACES

MINIWORLD = Package("pip", "miniworld", "2.1.0", "miniworld/textures")
ROBOSUITE = Package("pip", "robosuite", "1.5.2", "robosuite/models/assets/textures")
METAWORLD = Package("pip", "metaworld", "3.1.1", "metaworld/assets")
BLENDER = Package("apt", "blender-data", "3.4.1", "usr/share/blender/datafiles/studiolights/world")
PMNDRS = Package("npm", "@pmndrs/assets", "1.7.0", "package/hdri")

SIDE = 256

KINDS = {place.texture: place.kind for place in PLACES.values() if place.texture}
"""How the texture of each place is used in a scene."""

MINIWORLD_TEXTURES = {
    "asphalt_1.png": "asphalt",
    "brick_wall_1.png": "brick",
    "cardboard_1.png": "cardboard",
    "cardboard_3.png": "cardboard",
    "cinder_blocks_1.png": "stone",
    "concrete_1.png": "asphalt",
    "floor_tiles_bw_1.png": "tiles",
    "floor_tiles_white.png": "tiles",
    "grass_1.png": "grass",
    "grass_2.png": "grass",
    "lava_1.png": "lava",
    "lava_2.png": "lava",
    "marble_1.png": "marble",
    "rock_1.png": "stone",
    "water_1.png": "water",
    "water_2.png": "water",
    "water_3.png": "water",
    "wood_1.png": "wood",
    "wood_2.png": "wood",
    "wood_planks_1.png": "fence",
}
ROBOSUITE_TEXTURES = {
    "cream-plaster.png": "plaster",
    "dark-wood.png": "wood",
    "dirt.png": "dirt",
    "gray-felt.png": "cloth",
    "gray-plaster.png": "plaster",
    "gray-woodgrain.png": "fence",
    "light-wood.png": "wood",
    "pink-plaster.png": "plaster",
    "steel-brushed.png": "metal",
    "steel-scratched.png": "metal",
    "white-bricks.png": "brick",
    "white-plaster.png": "plaster",
    "wood-varnished-panels.png": "wood",
    "yellow-plaster.png": "plaster",
}
METAWORLD_TEXTURES = {
    "scene/textures/fabricPlain.png": "cloth",
    "scene/textures/metal.png": "metal",
    "scene/textures/white_marble_tile2.png": "tiles",
    "scene/textures/wood.png": "wood",
    "textures/brick1.png": "brick",
    "textures/floor1.png": "tiles",
    "textures/granite.png": "marble",
    "textures/marble.png": "marble",
    "textures/plaster1.png": "stone",
    "textures/wood1.png": "wood",
    "textures/wood4.png": "wood",
}

BLENDER_PANORAMAS = {
    "city": "city",
    "courtyard": "courtyard",
    "forest": "forest",
    "interior": "hotel room",
    "night": "field at dusk",
    "studio": "photo studio",
    "sunrise": "meadow",
    "sunset": "seaside at sunset",
}
PMNDRS_PANORAMAS = {
    "apartment": "empty room",
    "city": "city",
    "dawn": "mountains at dawn",
    "forest": "forest",
    "hall": "hall",
    "lab": "workshop",
    "lobby": "lobby",
    "night": "field at dusk",
    "park": "park",
    "sky": "sky",
    "sunrise": "meadow",
    "sunset": "seaside at sunset",
    "venice": "harbor",
    "warehouse": "warehouse",
    "workshop": "workshop",
}

YAWS = range(0, 360, 30)
FIELD_OF_VIEW = 75
PITCH = -4
SKY_PITCH = 12
"""In degrees: the directions of a panorama's views, their width, and how far they look up."""

KEY = 0.22
WHITE = 3.0
"""Tone mapping: the value of the scene's geometric mean, and the luminance that becomes white."""


def textures(package: Package, places: Mapping[str, str], folder: Path) -> Iterator[Picture]:
    """The upper left square of each texture; `places` maps files in `folder` to their places."""
    for name, place in places.items():
        with Image.open(folder / name) as picture:
            image = picture.convert("RGB")
        side = min(image.size)
        square = image.resize((SIDE, SIDE), Image.Resampling.BOX, (0, 0, side, side))
        entry = {"name": place, "kind": KINDS[place], "src": f"{package.name}/{name}"}
        yield Picture(encoded(square, 85), entry)


def photographs(package: Package, places: Mapping[str, str], folder: Path) -> Iterator[Picture]:
    """The views of each panorama in all directions; `places` maps their names to their places.

    A panorama is an OpenEXR file in `folder`, or is decoded into one there from the JavaScript
    module that contains it in base64. Raises SourceError.
    """
    for name, place in places.items():
        panorama = tone_mapped(_linear(folder, name))
        entry = {"name": place, "kind": "photo", "src": f"{package.name}/{name}"}
        for yaw in YAWS:
            pitch = SKY_PITCH if place == "sky" else PITCH
            view = Image.fromarray(perspective(panorama, yaw, pitch))
            yield Picture(encoded(view, 82), entry | {"yaw": yaw})


def _linear(folder: Path, name: str) -> np.ndarray:
    """The panorama's linear light, (H, W, 3) float32, at least 0."""
    file = folder / f"{name}.exr"
    if not file.is_file():
        module = (folder / f"{name}.exr.js").read_text(encoding="ascii")
        contents = module.partition(";base64,")[2].partition("'")[0]
        file.write_bytes(base64.b64decode(contents))
    channels = library("OpenEXR").File(str(file)).channels()
    return np.maximum(channels["RGB"].pixels.astype(np.float32), 0)


def tone_mapped(linear: np.ndarray) -> np.ndarray:
    """Linear light (H, W, 3) as 8 bits of gamma 2.2, exposed by its geometric mean.

    The curve is Reinhard's with a white point (Photographic Tone Reproduction, 2002, eq. 4).
    """
    luminance = linear @ np.array([0.2126, 0.7152, 0.0722], np.float32)
    mean = np.exp(np.log(luminance + 1e-4).mean())
    exposed = linear * (KEY / mean)
    mapped = exposed * (1 + exposed / WHITE**2) / (1 + exposed)
    return np.round(255 * np.clip(mapped, 0, 1) ** (1 / 2.2)).astype(np.uint8)


def perspective(panorama: np.ndarray, yaw: float, pitch: float) -> np.ndarray:
    """The square view of an equirectangular `panorama` (H, W, 3) at `yaw` and `pitch` degrees.

    Yaw 0 is the panorama's middle column, and positive pitch looks up.
    """
    opencv = library("cv2")
    height, width = panorama.shape[:2]
    focal = SIDE / 2 / math.tan(math.radians(FIELD_OF_VIEW / 2))
    offsets = np.arange(SIDE) - (SIDE - 1) / 2
    right, down = np.meshgrid(offsets, offsets)
    tilt = math.radians(pitch)
    ahead = focal * math.cos(tilt) + down * math.sin(tilt)
    up = focal * math.sin(tilt) - down * math.cos(tilt)
    longitude = np.arctan2(right, ahead) + math.radians(yaw)
    latitude = np.arctan2(up, np.hypot(right, ahead))
    columns = (longitude / (2 * math.pi) + 0.5) % 1 * width
    rows = (0.5 - latitude / math.pi) * height
    return opencv.remap(
        panorama,
        columns.astype(np.float32),
        rows.astype(np.float32),
        opencv.INTER_CUBIC,
        borderMode=opencv.BORDER_WRAP,
    )
