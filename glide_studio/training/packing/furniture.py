"""Cut-outs of Sweet Home 3D's furniture, each model from several sides."""

import os
import re
import zipfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random

from PIL import Image

from glide_studio.training.packing.names import model_noun
from glide_studio.training.packing.pictures import Picture, cutout, trimmed
from glide_studio.training.packing.rendering import rendered
from glide_studio.training.packing.sources import Package, SourceError, library

SWEET_HOME = Package("apt", "sweethome3d-furniture", "1.8", "usr/share/sweethome3d/furniture")
LIBRARIES = ("BlendSwap-CC-0", "BlendSwap-CC-BY", "KatorLegaz", "Scopia")
"""The libraries of objects, under CC0 or CC-BY 3.0; the one left out has people in poses."""

FRONT_VIEWS = 7
SIDE = 192
LEAST_PIXELS = 900


@dataclass(frozen=True)
class Model:
    """A model of a library, and its OBJ file."""

    noun: str
    library: str
    file: Path

    @property
    def angles(self) -> list[tuple[float, float]]:
        """Azimuth and elevation of each view in degrees; the last view is from behind.

        They depend on the model alone, so other models do not change them.
        """
        random = Random(f"{self.library}/{self.file.name}")
        turns = [random.uniform(-75, 75) for _ in range(FRONT_VIEWS)]
        turns.append(random.uniform(100, 260))
        return [(turn, random.uniform(4, 32)) for turn in turns]


def furniture(folder: Path) -> Iterator[Picture]:
    """The cut-outs of every model of the libraries in `folder`, which are unpacked there.

    Models are rendered in other processes, because a graphics driver that fails ends its process.
    Raises SourceError.
    """
    library("vtk")
    models = [model for name in LIBRARIES for model in read_library(folder, name)]
    workers = max(1, (os.cpu_count() or 1) // 2)
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        for pictures in pool.map(views, models):
            yield from pictures
    except BrokenProcessPool as error:
        raise SourceError(
            "the 3D models cannot be rendered, because VTK crashed",
            "on Linux install libegl1 or libosmesa6 and build the pack again",
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def read_library(folder: Path, name: str) -> list[Model]:
    """The models worth learning from in the library `name`, unpacked into `folder`."""
    with zipfile.ZipFile(folder / f"{name}.sh3f") as archive:
        archive.extractall(folder / name)
    catalogue = (folder / name / "PluginFurnitureCatalog.properties").read_text("latin-1")
    files = dict(re.findall(r"^model#(\d+)=(.*)$", catalogue, re.MULTILINE))
    models = []
    for number, title in re.findall(r"^name#(\d+)=(.*)$", catalogue, re.MULTILINE):
        noun = model_noun(title)
        if noun is not None:
            file = folder / name / files[number].strip().removeprefix("/")
            models.append(Model(noun, name, file))
    return models


def views(model: Model) -> list[Picture]:
    """The cut-outs of one model, without views that show almost nothing. Raises SourceError."""
    angles = model.angles
    pictures = []
    for (turn, _), pixels in zip(angles, rendered(model.file, angles), strict=False):
        image = trimmed(Image.fromarray(pixels), SIDE, LEAST_PIXELS)
        if image is not None:
            pictures.append(
                cutout(image, 80, model.noun, "render", "sh3d", model.library, round(turn))
            )
    return pictures
