"""`glide-studio --self-test`: checks that this copy of the program is complete.

It checks installers where they are built, and an installation on an artist's computer when
something does not work there. It opens no file of the user's and changes no setting.
"""

import argparse
import hashlib
import os
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIRequestHandler, make_server

import numpy as np
from PIL import features

from glide_studio.cli.options import FAILED, complain
from glide_studio.core.document.accepting import accept
from glide_studio.core.document.document import Document
from glide_studio.core.files.documents import open_document, save_document
from glide_studio.core.files.formats import FORMATS
from glide_studio.core.files.pictures.exports import ExportOptions, write_picture
from glide_studio.core.files.project import Project
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.request.installed import default_model
from glide_studio.core.request.presets import DRAFT
from glide_studio.core.request.request import GenerationRequest, Result
from glide_studio.core.request.settings import Settings
from glide_studio.core.request.source import Inpaint, Nothing
from glide_studio.core.sentence import ArtistError

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from glide_studio.session.worker import Engine

PROMPT = "a red apple"
SQUARE = Rect(0, 0, 256, 256)
PROJECT = "picture.ora"


class Missing(Exception):
    """A part that is missing or does not work; the message names it."""


def self_test(_: argparse.Namespace) -> int:
    """Try each part, print a line about it with its seconds, and return the exit status."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    status = 0
    with TemporaryDirectory() as folder:
        for name, check in CHECKS.items():
            start = time.perf_counter()
            try:
                check(Path(folder))
            except Exception as error:
                status = FAILED
                complain(f"{name} failed: {type(error).__name__}: {error}")
            else:
                print(f"ok  {name:10}{time.perf_counter() - start:7.2f} s", flush=True)
    return status


def _resources(_: Path) -> None:
    """Resources: the starter, the translations, the manual, the pictures."""
    resources = files("glide_studio.resources")
    model = default_model()
    if not model.capabilities.sources:
        raise Missing("no model is installed")
    names = ["manual/index.md", "manual/de/index.md", "vocab/gpt2.bpe", "logo/glide-studio.svg"]
    names += ["i18n/glide_studio_de.qm", "i18n/glide_studio_fr.qm", "samples/cat.jpg"]
    names += [f"{model.name}/{part}.safetensors" for part in ("base", "upsample", "clip")]
    if hasattr(sys, "frozen"):
        names.append("licences/licences.json")
    for name in names:
        if not resources.joinpath(*name.split("/")).is_file():
            raise Missing(name)


def _window(_: Path) -> None:
    """Open the window, in German, with its icons."""
    from glide_studio.app import run
    from glide_studio.session.editor import Editor
    from glide_studio.session.language import set_language, tr
    from glide_studio.ui.style.icons import icon, logo
    from glide_studio.ui.window.main_window import MainWindow

    seen: list[str] = []

    async def look(editor: Editor, window: MainWindow) -> None:
        from PySide6.QtCore import QCoreApplication, QSize

        picture = window.grab().toImage()
        colours = {picture.pixel(x, 20) for x in range(picture.width())}
        seen.append("window" if len(colours) > 1 else "")
        drawn = [each.pixmap(QSize(32, 32)).toImage() for each in (icon("brush"), logo())]
        seen.append("icons" if all(_has_content(image) for image in drawn) else "")
        app = QCoreApplication.instance()
        assert app is not None
        set_language(app, "de")
        seen.append("translations" if tr("Layers") == "Ebenen" else "")

    run([], look, load=_no_engine)
    if seen != ["window", "icons", "translations"]:
        raise Missing(f"only {seen} of window, icons, translations")


def _has_content(image: "QImage") -> bool:
    return any(image.pixelColor(x, y).alpha() for x in range(32) for y in range(32))


def _no_engine() -> "Engine":
    raise ArtistError("The window is tried without an engine.")


def _picture(folder: Path) -> None:
    """Generate a picture with the starter, inpaint it, and save a project."""
    from glide_studio.engine import generate, load_models

    settings = DRAFT.applied_to(Settings(PROMPT, default_model().name, seed=7))
    models = load_models(settings.model, precision="float32")
    document = Document.blank(Extent(SQUARE.width, SQUARE.height))
    painted = np.zeros((SQUARE.height, SQUARE.width), np.uint8)
    painted[80:200, 80:200] = 255
    for inpaints in (False, True):
        picture = np.ascontiguousarray(document.composite()[..., :3])
        source = Inpaint(picture, painted, feather=8) if inpaints else Nothing()
        request = GenerationRequest(settings, source, SQUARE)
        events = generate(models, request, ranked=True)
        (result,) = (event for event in events if isinstance(event, Result))
        if result.match is None:
            raise Missing("the match with the prompt")
        if result.picture.std() < 1:
            raise Missing("the picture is empty")
        document = accept(document, result)
    save_document(Project(document), folder / PROJECT)


def _files(folder: Path) -> None:
    """Read every format that the studio writes, and those of other programs."""
    from glide_studio.core.files.layered.photoshop import read_photoshop  # noqa: F401

    document = open_document(folder / PROJECT).project.document
    for kind in FORMATS:
        path = folder / f"picture{kind.suffixes[0]}"
        write_picture(document, path)
        if open_document(path).project.document.extent != document.extent:
            raise Missing(f"reading {path.suffix}")
    if not features.check("littlecms2"):
        raise Missing("colour management")


def _download(folder: Path) -> None:
    """Download a file from a server on this computer, as models are downloaded."""
    from glide_studio.library.control import Control
    from glide_studio.library.download import Download, Wanted
    from glide_studio.library.transfer import Patience

    content = os.urandom(100_000)

    def serve(_: dict[str, object], start: Callable[..., object]) -> list[bytes]:
        start("200 OK", [("Content-Length", str(len(content)))])
        return [content]

    with make_server("127.0.0.1", 0, serve, handler_class=_Silent) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        url, to = f"http://127.0.0.1:{server.server_port}/model", folder / "model"
        wanted = Wanted(len(content), hashlib.sha256(content).hexdigest())
        Download([url], to, wanted, Control(), lambda _: None, Patience(attempts=1)).run()
        thread.join()


class _Silent(WSGIRequestHandler):
    """Logs nothing."""

    def log_message(self, *_: object) -> None:
        pass


def _signature(folder: Path) -> None:
    """Sign a picture with Content Credentials."""
    document = open_document(folder / PROJECT).project.document
    write_picture(document, folder / "signed.png", ExportOptions(credentials=folder))


CHECKS: dict[str, Callable[[Path], None]] = {
    "resources": _resources,
    "window": _window,
    "picture": _picture,
    "files": _files,
    "download": _download,
}
if hasattr(sys, "frozen"):  # elsewhere its libraries may be left out
    CHECKS["signature"] = _signature
