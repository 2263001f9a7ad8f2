"""What is remembered from one start to the next."""

from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from glide_studio.core.paint.page import Page, Unit
from glide_studio.session.language import system_language
from glide_studio.session.preferences import Preferences, Setting

PICTURES = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
VALUES: dict[str, tuple[object, object]] = {
    "geometry": (QByteArray(), QByteArray(b"a place")),
    "layout": (QByteArray(), QByteArray(b"many places")),
    "shortcuts": ({}, {"fit": "Ctrl+K", "undo": ""}),
    "recent_files": ((), (Path("/a, b.png"), Path("/ü.png"))),
    "folder": (PICTURES, Path("/somewhere")),
    "native_dialogs": (False, True),
    "new_page": (None, Page(21.0, 29.7, Unit.CENTIMETRES, 300.0, None)),
    "language": (system_language(), "fr"),
    "theme": ("dark", "system"),
    "font_scale": (1.0, 1.25),
    "one_finger": ("auto", "pan"),
    "model": ("", "glide-filtered"),
    "device": ("auto", "cpu"),
    "precision": ("auto", "float32"),
    "compute": ("here", "cluster"),
    "cluster_address": ("", "render.studio:7421"),
    "cluster_token": ("", "0123456789abcdef"),
    "cluster_certificate": ("", "/a/studio.pem"),
    "cluster_fallback": (False, True),
    "mirrors": ("", "https://a https://b"),
    "offline": (False, True),
    "look_for_updates": (False, True),
    "storage": ("float32", "float16"),
    "history_gigabytes": (psutil.virtual_memory().total / 4e9, 2.5),
    "live_opacity": (0.7, 0.25),
    "accept_single": (True, False),
    "keep_previous": (True, False),
    "remove_location": (False, True),
    "export_format": ("", "JPEG"),
    "export_quality": (90, 1),
    "export_lossless": (False, True),
    "sound_when_done": (False, True),
    "notify_when_done": (False, True),
    "rulers": (False, True),
    "pixel_grid": (True, False),
    "model_frame": (True, False),
    "mask_look": ("", "hatch"),
    "mask_colour": ("", "#ff8800"),
    "recent_colours": ([], ["#ff8800", "#000000"]),
    "palette": ("", "GIMP Palette\n1 2 3, a name\n"),
}
"""Of every preference, its default and another value."""


def store(key: str, value: object) -> None:
    """Write something into the settings file, past the preferences."""
    settings = QSettings("GLIDE Studio", "GLIDE Studio")
    settings.setValue(key, value)
    settings.sync()


def test_every_preference_is_covered_here() -> None:
    assert {name for name, value in vars(Preferences).items() if isinstance(value, Setting)} == {
        *VALUES
    }


@pytest.mark.parametrize("name", VALUES)
def test_a_preference_has_its_default_until_it_is_set_and_is_kept_then(name: str) -> None:
    default, value = VALUES[name]
    preferences = Preferences()
    assert getattr(preferences, name) == default
    setattr(preferences, name, value)
    assert getattr(preferences, name) == value
    preferences.settings.sync()
    assert getattr(Preferences(), name) == value


@pytest.mark.parametrize(
    ("key", "damaged"),
    [
        ("geometry", "no bytes"),
        ("layout", 3),
        ("shortcuts", "{"),
        ("shortcuts", "[1]"),
        ("recent_files", "{"),
        ("recent_files", "3"),
        ("recent_files", '{"a": 1}'),
        ("language", "xx"),
        ("theme", "pink"),
        ("theme", ["dark", "light"]),
        ("font_scale", "large"),
        ("font_scale", "nan"),
        ("one_finger", 7),
        ("precision", "double"),
        ("accept_single", "maybe"),
        ("pixel_grid", ""),
    ],
)
def test_a_damaged_preference_has_its_default(key: str, damaged: Any) -> None:
    store(key, damaged)
    assert getattr(Preferences(), key) == VALUES[key][0]


@pytest.mark.parametrize(("scale", "within"), [(90.0, 2.0), (0.1, 0.8), (1.9, 1.9)])
def test_the_text_size_stays_within_its_limits(scale: float, within: float) -> None:
    Preferences().font_scale = scale
    assert Preferences().font_scale == within


@pytest.mark.parametrize(
    ("key", "stored", "value"),
    [
        ("theme", "light", "light"),
        ("font_scale", "1.5", 1.5),
        ("rulers", "true", True),
        ("pixel_grid", False, False),
        ("shortcuts", '{"fit": "F"}', {"fit": "F"}),
        ("recent_files", '["/a.png"]', (Path("/a.png"),)),
        ("recent_colours", "#ff8800 #000000", ["#ff8800", "#000000"]),
        ("folder", "/pictures", Path("/pictures")),
    ],
)
def test_the_file_of_an_earlier_version_is_read(key: str, stored: Any, value: object) -> None:
    store(key, stored)
    assert getattr(Preferences(), key) == value
