"""Cut-outs of Sweet Home 3D's furniture, each model rendered from several sides, lit like pictures
in a catalogue."""

import math
import os
import re
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from PIL import Image

from glide_studio.training.packing.names import model_noun
from glide_studio.training.packing.pictures import Picture, cutout, trimmed
from glide_studio.training.packing.sources import Package, SourceError, library

SWEET_HOME = Package("apt", "sweethome3d-furniture", "1.8", "usr/share/sweethome3d/furniture")
LIBRARIES = ("BlendSwap-CC-0", "BlendSwap-CC-BY", "KatorLegaz", "Scopia")
"""The libraries of objects, under CC0 or CC-BY 3.0; the one left out has people in poses."""

FRONT_VIEWS = 7
SIDE = 192
LEAST_PIXELS = 900

VIEW_SIDE = 320
VIEW_ANGLE = 25
LIGHTS = (((-0.6, 0.9, 1.0), 0.8), ((0.9, 0.2, 0.6), 0.25))
"""Position, relative to the camera, and intensity of the key light and of the fill light."""
AMBIENT = 0.28
DIFFUSE = 0.85


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


def rendered(model: Path, angles: Sequence[tuple[float, float]]) -> Iterator[np.ndarray]:
    """The views (VIEW_SIDE, VIEW_SIDE, 4) of `model` in RGBA uint8, on a transparent background.

    `angles` are the camera's azimuths from the model's front and its elevations, in degrees. A
    model that VTK cannot read has no views. Raises SourceError.
    """
    vtk = library("vtk")
    vtk.vtkLogger.SetStderrVerbosity(vtk.vtkLogger.VERBOSITY_OFF)
    vtk.vtkObject.GlobalWarningDisplayOff()
    window = vtk.vtkRenderWindow()
    window.SetOffScreenRendering(1)
    window.SetSize(VIEW_SIDE, VIEW_SIDE)
    window.SetMultiSamples(0)
    window.SetAlphaBitPlanes(1)
    scene = vtk.vtkRenderer()
    scene.SetBackgroundAlpha(0.0)
    window.AddRenderer(scene)
    _load(model, window)
    if scene.GetActors().GetNumberOfItems():
        _light(scene)
        for turn, height in angles:
            _aim(scene, math.radians(turn), math.radians(height))
            window.Render()
            yield _pixels(window)
    window.Finalize()


def _load(model: Path, window: Any) -> None:
    """Load the model with its materials and textures into the window's scene."""
    importer = library("vtk").vtkOBJImporter()
    lines = model.read_text("latin-1").splitlines()
    importer.SetFileName(str(_without_lines(model, lines)))
    materials = next((line for line in lines if line.startswith("mtllib ")), None)
    if materials is not None:
        importer.SetFileNameMTL(str(model.parent / materials.removeprefix("mtllib ").strip()))
        importer.SetTexturePath(str(model.parent))
    importer.SetRenderWindow(window)
    importer.Update()


def _without_lines(model: Path, lines: list[str]) -> Path:
    """The model's file, or a copy without faces of two corners, which VTK cannot read."""
    kept = [line for line in lines if not line.startswith("f ") or len(line.split()) > 3]
    if len(kept) == len(lines):
        return model
    repaired = model.with_suffix(".repaired.obj")
    repaired.write_text("\n".join(kept) + "\n", "latin-1")
    return repaired


def _light(scene: Any) -> None:
    vtk = library("vtk")
    for actor in scene.GetActors():
        surface = actor.GetProperty()
        surface.SetInterpolationToPhong()
        surface.SetAmbientColor(surface.GetDiffuseColor())
        surface.SetAmbient(AMBIENT)
        surface.SetDiffuse(DIFFUSE)
        if actor.GetTexture():
            actor.GetTexture().InterpolateOn()
            actor.GetTexture().MipmapOn()
    scene.RemoveAllLights()
    for place, brightness in LIGHTS:
        light = vtk.vtkLight()
        light.SetLightTypeToCameraLight()
        light.SetPosition(*place)
        light.SetIntensity(brightness)
        scene.AddLight(light)


def _aim(scene: Any, turn: float, height: float) -> None:
    """Point the camera at the model, which fills the view, from `turn` and `height` in radians."""
    bounds = np.array(scene.ComputeVisiblePropBounds()).reshape(3, 2)
    radius = np.linalg.norm(bounds[:, 1] - bounds[:, 0]) / 2
    distance = radius / math.sin(math.radians(VIEW_ANGLE / 2))
    across = math.cos(height)
    direction = np.array([across * math.sin(turn), math.sin(height), across * math.cos(turn)])
    centre = bounds.mean(1)
    camera = scene.GetActiveCamera()
    camera.SetViewAngle(VIEW_ANGLE)
    camera.SetFocalPoint(*centre)
    camera.SetPosition(*(centre + distance * direction))
    camera.SetViewUp(0, 1, 0)
    scene.ResetCameraClippingRange()


def _pixels(window: Any) -> np.ndarray:
    reader = library("vtk").vtkWindowToImageFilter()
    reader.SetInput(window)
    reader.SetInputBufferTypeToRGBA()
    reader.ReadFrontBufferOff()
    reader.Update()
    values = reader.GetOutput().GetPointData().GetScalars()
    rows_from_below = library("vtkmodules.util.numpy_support").vtk_to_numpy(values)
    return rows_from_below.reshape(VIEW_SIDE, VIEW_SIDE, 4)[::-1].copy()
