"""Taking over the settings that a picture was generated with."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from glide_studio.core.files.documents import save_document
from glide_studio.core.files.pictures.exports import write_picture
from glide_studio.core.files.project import Project
from glide_studio.core.request.presets import FINE, NORMAL
from glide_studio.core.request.settings import Sampling, Settings
from tests.core.files.metadata.test_generation_data import generated
from tests.fakes import settings
from tests.ui.studio import Studio

EVERYTHING: dict[str, Any] = {
    "prompt": "two\nlines, 苹果",
    "negative_prompt": "grey",
    "count": 3,
    "guidance_scale": 4.5,
    "clip_guidance": 2.0,
}


def picture_of(path: Path, **changes: Any) -> tuple[Path, Settings]:
    """A picture file, generated with these settings, and the settings."""
    document = generated(**changes)
    write_picture(document, path)
    return path, document.edits[0].request.settings


def take(studio: Studio, path: Path) -> None:
    """Use the settings of a picture, by the menu."""
    studio.find("use_settings_action").trigger()
    studio.choose_file("settings_dialog", path)
    studio.qtbot.waitUntil(lambda: studio.message() is not None)


def file_data(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def drop(widget: QWidget, path: Path) -> None:
    """Drag a file onto the middle of a widget; as Qt does, its parents are asked after it."""
    data, copy = file_data(path), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    target: QWidget | None = widget
    while target is not None:
        place = QPointF(target.mapFromGlobal(widget.mapToGlobal(widget.rect().center())))
        enter = QDragEnterEvent(place.toPoint(), copy, data, buttons, keys)
        enter.ignore()
        if target.acceptDrops() and QApplication.sendEvent(target, enter) and enter.isAccepted():
            QApplication.sendEvent(target, QDropEvent(place, copy, data, buttons, keys))
            return
        target = target.parentWidget()


def generate(studio: Studio) -> Settings:
    studio.click("generate_button")
    studio.finish()
    return studio.engine.requests[-1].settings


@pytest.mark.parametrize(
    ("sampling", "quality"),
    [
        ({"guidance_interval": (200, 999)}, "Normal"),
        ({"base": FINE.base, "upsample": FINE.upsample}, "Fine"),
        ({"base": Sampling("plms", "10,10,3,2,2"), "upsample": NORMAL.upsample}, "From Picture"),
        ({"base": Sampling("ddpm", "1000"), "guidance_interval": (100, 800)}, "From Picture"),
    ],
)
def test_the_same_settings_are_asked_for_again(
    studio: Studio, tmp_path: Path, sampling: dict[str, Any], quality: str
) -> None:
    path, wanted = picture_of(tmp_path / "a.png", **EVERYTHING, **sampling)
    take(studio, path)
    assert studio.message() == "The settings of “a.png” are in the panel."
    assert studio.find("prompt_edit").toPlainText() == "two lines, 苹果"
    assert studio.find("negative_edit").text() == "grey"
    assert studio.find("quality_combo").currentText() == quality
    assert studio.find("steps_spin").value() == wanted.base.steps
    assert studio.find("sampler_combo").currentData() == wanted.base.sampler
    assert studio.find("seed_spin").value() == 7
    assert studio.find("seed_lock_button").isChecked()
    assert generate(studio) == wanted
    assert generate(studio) == wanted


def test_the_quality_of_a_picture_can_be_left(studio: Studio, tmp_path: Path) -> None:
    for steps in ("30", "40"):
        take(studio, picture_of(tmp_path / "a.png", base=Sampling("ddim", steps))[0])
    quality = studio.find("quality_combo")
    assert [quality.itemText(row) for row in range(quality.count())] == [
        *("Draft", "Normal", "Fine", "Custom", "From Picture")
    ]
    studio.find("steps_spin").setValue(20)
    assert quality.currentText() == "Custom"
    assert generate(studio).base == Sampling("ddim", "20")
    studio.choose("quality_combo", "Draft")
    assert generate(studio).base == Sampling("unipc", "logsnr8")
    take(studio, picture_of(tmp_path / "a.png", base=FINE.base, upsample=FINE.upsample)[0])
    assert quality.findText("From Picture") == -1


@pytest.mark.parametrize("target", ["prompt_edit", "negative_edit", "generate_button"])
@pytest.mark.parametrize("suffix", [".png", ".jpg", ".ora"])
def test_a_file_dropped_on_the_panel_gives_its_settings(
    studio: Studio, tmp_path: Path, target: str, suffix: str
) -> None:
    path = tmp_path / f"a{suffix}"
    save_document(Project(generated("a blue bell")), path)
    assert not studio.find("prompt_edit").canInsertFromMimeData(file_data(path))
    drop(studio.find(target), path)
    studio.qtbot.waitUntil(lambda: studio.message() is not None)
    assert studio.message() == f"The settings of “a{suffix}” are in the panel."
    assert studio.find("prompt_edit").toPlainText() == "a blue bell"
    assert studio.editor.open_document.path is None


@pytest.mark.parametrize("target", ["canvas", "layers_list", "main_window"])
def test_a_file_dropped_elsewhere_is_opened(studio: Studio, tmp_path: Path, target: str) -> None:
    path, _ = picture_of(tmp_path / "a.png", prompt="a blue bell")
    drop(studio.window if target == "main_window" else studio.find(target), path)
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == path)
    assert studio.find("prompt_edit").toPlainText() == ""


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"thresholding": "dynamic"}, "dynamic thresholding"),
        ({"temperature": 1.0}, "the temperature of the upsampler"),
        ({"upsample": None}, "leaving out the upsampler"),
        (
            {"thresholding": "dynamic", "upsample": None},
            "dynamic thresholding, leaving out the upsampler",
        ),
    ],
)
def test_what_the_panel_does_not_have_is_said(
    studio: Studio, tmp_path: Path, changes: dict[str, Any], missing: str
) -> None:
    take(studio, picture_of(tmp_path / "a.png", **changes)[0])
    expected = f"The settings of “a.png” are in the panel, except: {missing}."
    assert studio.message() == expected


def test_settings_of_other_programs(studio: Studio, tmp_path: Path) -> None:
    info = PngInfo()
    text = "a cat\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 5, Model: sdxl, Clip skip: 2"
    info.add_text("parameters", text)
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png", pnginfo=info)
    take(studio, tmp_path / "a.png")
    assert studio.message() == (
        "The settings of “a.png” are in the panel, except: the sampler Euler a, the model sdxl, "
        "what another program calls Clip skip."
    )
    found = generate(studio)
    assert (found.prompt, found.guidance_scale, found.seed) == ("a cat", 7, 5)
    assert found.base == Sampling("unipc", "logsnr20")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("plain.png", None, "“plain.png” contains no settings. Choose a picture that was "
         "generated."),
        ("notes.txt", b"text", "“notes.txt” is not a picture. Choose a PNG, JPEG, WebP, AVIF, "
         "GIF, BMP or TIFF file."),
    ],
)  # fmt: skip
def test_a_file_without_settings_changes_nothing(
    studio: Studio, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    studio.type("prompt_edit", "a red apple")
    path = tmp_path / name
    if content is None:
        Image.new("RGB", (8, 8)).save(path)
    else:
        path.write_bytes(content)
    take(studio, path)
    assert studio.message() == said
    assert studio.find("prompt_edit").toPlainText() == "a red apple"
    assert not studio.find("seed_lock_button").isChecked()


def test_settings_that_are_damaged_are_named(studio: Studio, tmp_path: Path) -> None:
    info = PngInfo()
    info.add_text("glide-studio", "{")
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png", pnginfo=info)
    take(studio, tmp_path / "a.png")
    assert studio.message() == (
        "The settings of “a.png” cannot be used: the exact settings, which are damaged."
    )


def test_a_chosen_style_is_not_applied_twice(studio: Studio, tmp_path: Path) -> None:
    style = studio.find("style_combo")
    style.setCurrentIndex(1)
    take(studio, picture_of(tmp_path / "a.png", prompt="a red apple")[0])
    assert generate(studio).prompt == "a red apple"


def test_the_panel_returns_its_current_settings(studio: Studio) -> None:
    panel = studio.window._contents.prompt
    studio.find("guidance_spin").setValue(5.0)
    studio.find("seed_spin").setValue(11)
    studio.type("prompt_edit", "a lamp")
    expected = NORMAL.applied_to(settings("a lamp", seed=11, guidance_scale=5.0))
    assert panel.settings == panel.settings == expected
    panel.show_settings(replace(expected, seed=3))
    assert panel.settings == replace(expected, seed=3)
    studio.find("prompt_edit").setPlainText("a" * 2001)
    assert panel.settings is None
