"""What is not the fault of a file is not taken for damage: nothing of it may seem to be lost."""

import errno
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import pytest
from PIL import Image

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.files.documents import open_document, save_document
from glide_studio.core.files.picture_settings import settings_of
from glide_studio.core.files.project import Project
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.raster.raster import Raster

FOLDER = Path(__file__).parent
FLAT = ("png", "jpg", "webp", "tif", "gif", "bmp")


def disk() -> Exception:
    return OSError(errno.EIO, os.strerror(errno.EIO))


def pillow() -> Exception:
    return OSError("out of memory when reading image file")


FAULTS = {
    "disk": (disk, "cannot be opened"),
    "memory": (MemoryError, "not enough memory"),
    "decoder": (pillow, "not enough memory"),
}


class Failing(io.BufferedReader):
    """A file that raises `error` where it is read from `start` on."""

    def __init__(self, path: Path, start: int, error: Callable[[], Exception]) -> None:
        super().__init__(io.FileIO(path))
        self._start, self._error = start, error

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        if self.tell() > self._start:
            raise self._error()
        return data


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A file of each kind, of noise, so that none is short."""
    folder = tmp_path_factory.mktemp("pictures")
    noise = np.random.default_rng(0).integers(0, 256, (96, 96, 4), np.uint8)
    paths = {kind: folder / f"a.{kind}" for kind in FLAT}
    for path in paths.values():
        Image.fromarray(noise[..., :3]).save(path)
    layer = Layer("Noise", Raster.from_array(noise))
    document = Document.blank(layer.raster.extent).with_layer(layer).with_layer(layer)
    paths["ora"] = folder / "a.ora"
    save_document(Project(document), paths["ora"])
    paths["psd"] = next((FOLDER / "layered").rglob("*.psd"))
    return paths


@pytest.mark.parametrize("part", [0, 0.3, 0.6, 0.9])
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", [*FLAT, "ora", "psd"])
def test_a_fault_of_the_machine_is_not_called_damage(
    kind: str, fault: str, part: float, pictures: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pictures[kind]
    error, said = FAULTS[fault]
    start = int(part * path.stat().st_size)

    def opened(path: Path, *_: Any, **__: Any) -> BinaryIO:
        return Failing(path, start, error)

    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(PictureError, match=said):
        open_document(path)


def test_settings_are_not_missing_where_the_disk_fails(
    pictures: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "open", lambda path, *_: Failing(path, 100, disk))
    with pytest.raises(PictureError, match="cannot be opened"):
        settings_of(pictures["jpg"])
