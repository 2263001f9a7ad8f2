"""Renders 3D models in Wavefront OBJ files, lit like pictures in a catalogue."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from glide_studio.training.packing.sources import library

SIDE = 320
VIEW_ANGLE = 25
LIGHTS = (((-0.6, 0.9, 1.0), 0.8), ((0.9, 0.2, 0.6), 0.25))
"""Position, relative to the camera, and intensity of the key light and of the fill light."""
AMBIENT = 0.28
DIFFUSE = 0.85


def rendered(model: Path, angles: Sequence[tuple[float, float]]) -> Iterator[np.ndarray]:
    """The views (SIDE, SIDE, 4) of `model` in RGBA uint8, on a transparent background.

    `angles` are the camera's azimuths from the model's front and its elevations, in degrees. A
    model that VTK cannot read has no views. Raises SourceError.
    """
    vtk = library("vtk")
    vtk.vtkLogger.SetStderrVerbosity(vtk.vtkLogger.VERBOSITY_OFF)
    vtk.vtkObject.GlobalWarningDisplayOff()
    window = vtk.vtkRenderWindow()
    window.SetOffScreenRendering(1)
    window.SetSize(SIDE, SIDE)
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
    actors = scene.GetActors()
    actors.InitTraversal()
    for _ in range(actors.GetNumberOfItems()):
        actor = actors.GetNextActor()
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
    direction = np.array(
        [
            math.cos(height) * math.sin(turn),
            math.sin(height),
            math.cos(height) * math.cos(turn),
        ]
    )
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
    return rows_from_below.reshape(SIDE, SIDE, 4)[::-1].copy()
