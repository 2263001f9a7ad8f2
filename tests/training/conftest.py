"""A drawn data pack, and networks too small to draw well."""

import io
import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw

from glide_studio.engine import Models, build_model
from glide_studio.training.config import small_base, small_upsample
from glide_studio.training.vocabulary import GPU_VOCABULARY, PLACES, SMALL_VOCABULARY
from tests.training.test_training import tiny


def _webp(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "WEBP", lossless=True)
    return file.getvalue()


def _cutout(number: int) -> Image.Image:
    """A saturated disc with a pale centre; each noun has another width."""
    width = 60 + 4 * number % 90
    picture = Image.new("RGBA", (width, 120))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((0, 0, width - 1, 119), fill=(40, 160, 90, 255))
    draw.ellipse((width // 2 - 8, 40, width // 2 + 8, 60), fill=(240, 240, 235, 255))
    return picture


@pytest.fixture(scope="session")
def pack_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small drawn data pack with the layout of the real one."""
    path = tmp_path_factory.mktemp("pack") / "pack.zip"
    known = [*SMALL_VOCABULARY.nouns.values(), *GPU_VOCABULARY.nouns.values()]
    nouns = [*dict.fromkeys(known), "lighthouse", "anchor"]
    textures = {
        "grass": (60, 130, 50),
        "wood": (150, 100, 60),
        "brick": (150, 70, 60),
        "asphalt": (90, 90, 94),
        "forest": (70, 90, 50),
    }
    places = {PLACES[name].texture for name in GPU_VOCABULARY.places} - {"", *textures}
    textures |= {name: (90 + 9 * i, 110, 130) for i, name in enumerate(sorted(places))}
    with zipfile.ZipFile(path, "w") as archive:
        cutouts = [
            {"f": f"{i}.webp", "noun": noun, "style": style}
            for i, (noun, style) in enumerate(
                [(n, "3d") for n in nouns] + [(n, "flat") for n in nouns[:5]]
            )
        ]
        grounds = [
            {"f": f"{name}.webp", "name": name, "kind": "photo" if name == "forest" else "texture"}
            for name in textures
        ]
        archive.writestr("pack/index_emoji.json", json.dumps(cutouts))
        archive.writestr("pack/index_bg.json", json.dumps(grounds))
        for i, entry in enumerate(cutouts):
            archive.writestr(f"pack/cut/{entry['f']}", _webp(_cutout(i)))
        for name, rgb in textures.items():
            grain = np.random.default_rng(0).integers(-9, 10, (128, 128, 1))
            picture = Image.fromarray((np.array(rgb) + grain).astype(np.uint8))
            archive.writestr(f"pack/bg/{name}.webp", _webp(picture))
    return path


@pytest.fixture(scope="session")
def models() -> Models:
    torch.manual_seed(0)
    base, upsample = (build_model(tiny(c).spec).eval() for c in (small_base(), small_upsample()))
    return Models("tiny", base, upsample, torch.device("cpu"))
