"""An artist's main job with the real starter model, from opening a photograph to the saved file."""

import asyncio
import zipfile
from collections.abc import Callable, Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from scipy import ndimage

from glide_studio.app import load_engine
from glide_studio.core.modes.region import feather_width
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.request.request import Preview, Result
from glide_studio.engine import generate, load_models
from glide_studio.session.editor import Editor
from glide_studio.session.worker import Worker
from tests.fakes import STARTER
from tests.ui.edits import mask
from tests.ui.studio import Studio

RUN_MS = 500_000  # on a machine that is busy with something else


@pytest.fixture
def editor(
    qasync_loop: asyncio.AbstractEventLoop, complete: Callable[..., Any]
) -> Iterator[Editor]:
    editor = Editor(Worker(load_engine), [STARTER])
    yield editor
    complete(editor.close(), timeout=60)


@pytest.fixture
def coffee(tmp_path: Path) -> Path:
    """The sample photograph, as PNG, which keeps every byte."""
    path = tmp_path / "coffee.png"
    with as_file(files("glide_studio.resources") / "samples" / "coffee.jpg") as sample:
        Image.open(sample).save(path)
    return path


def pixels(path: Path) -> np.ndarray:
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB"))


@pytest.mark.timeout(600)
def test_open_paint_generate_undo_redo_save(studio: Studio, coffee: Path) -> None:
    previews: list[Preview | None] = []
    studio.editor.runs.preview_changed.connect(previews.append)
    original = pixels(coffee)

    studio.press("Ctrl+O")
    studio.choose_file("open_dialog", coffee)
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == coffee)
    studio.stroke((480, 60), (540, 80), (500, 110))
    painted = mask(studio) >= 128
    studio.type("prompt_edit", "a green apple")
    studio.find("seed_spin").setValue(3)
    studio.find("steps_spin").setValue(4)
    studio.press("Ctrl+Return", "prompt_edit")
    assert studio.editor.runs.running is not None, studio.message()
    studio.qtbot.waitUntil(lambda: studio.editor.runs.running is None, timeout=RUN_MS)
    assert studio.message() is None

    assert {(preview.phase, preview.picture.shape) for preview in previews if preview} == {
        ("base", (64, 64, 3)),
        ("upsample", (256, 256, 3)),
    }
    edited = studio.editor.document.composite()
    request = studio.editor.document.edits[-1].request
    studio.press("Ctrl+Z")
    assert np.array_equal(studio.editor.document.composite()[..., :3], original)
    studio.press("Ctrl+Shift+Z")
    assert np.array_equal(studio.editor.document.composite(), edited)
    studio.press("Ctrl+S")
    studio.choose_file("save_dialog", coffee.with_suffix(".ora"))
    studio.qtbot.waitUntil(lambda: not studio.editor.is_modified)
    with zipfile.ZipFile(coffee.with_suffix(".ora")) as project:
        merged = Path(project.extract("mergedimage.png", coffee.parent))
    changed = (original != pixels(merged)).any(axis=2)
    distance = ndimage.distance_transform_edt(~painted)
    assert changed[painted].mean() > 0.9
    assert not changed[distance > feather_width(request.bounds)].any()
    assert np.array_equal(pixels(coffee), original)


@pytest.mark.timeout(600)
def test_a_mask_of_20_pixels_in_a_large_photograph(studio: Studio, coffee: Path) -> None:
    with Image.open(coffee) as small:
        small.resize((2400, 1600)).save(coffee)
    project = coffee.with_suffix(".ora")
    studio.open(coffee)
    original = studio.editor.document.composite()
    studio.tools.brush = Brush(size=20, hardness=1)
    studio.stroke((1800, 400))
    painted = mask(studio) >= 128
    assert np.ptp(np.argwhere(painted), axis=0) + 1 == pytest.approx(20, abs=1)
    studio.type("prompt_edit", "a blue car")
    studio.find("steps_spin").setValue(4)
    studio.click("generate_button")
    studio.qtbot.waitUntil(lambda: studio.editor.runs.running is None, timeout=RUN_MS)
    assert studio.message() is None

    edited = studio.editor.document.composite()
    bounds = studio.editor.document.edits[-1].request.bounds
    assert bounds.width == pytest.approx(33, abs=1)
    changed = (original != edited).any(axis=2)
    distance = ndimage.distance_transform_edt(~painted)
    assert changed[painted].mean() > 0.85  # the car fills its mask; the ground beside it is kept
    assert not changed[distance >= feather_width(bounds)].any()

    studio.press("Ctrl+S")
    studio.choose_file("save_dialog", project)
    studio.qtbot.waitUntil(lambda: not studio.editor.is_modified)
    studio.editor.new()
    studio.open(project)
    assert np.array_equal(studio.editor.document.composite(), edited)
    (edit,) = studio.editor.document.edits
    assert edit.bounds == bounds
    *_, again = generate(load_models(STARTER.name), edit.request)
    assert isinstance(again, Result)
    assert np.array_equal(again.picture, edit.patch)
