"""Content Credentials, read and verified by c2pa itself."""

import io
import json
import stat
import sys
from pathlib import Path
from typing import Any

import c2pa
import numpy as np
import pytest
from PIL import Image

from glide_studio.core.document.document import Document
from glide_studio.core.files.documents import open_document
from glide_studio.core.files.picture_settings import settings_of
from glide_studio.core.files.pictures.exports import ExportOptions, write_picture
from glide_studio.core.files.safe_file import PictureError
from tests.core.files.metadata.test_generation_data import SUFFIXES, edited, generated, photograph

TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
MIMES = {".jpg": "image/jpeg", ".tif": "image/tiff"}


def read(path: Path) -> tuple[str | None, dict[str, Any], set[str]]:
    """Whether the credentials of a file are valid, their manifest, and what is wrong with them."""
    mime = MIMES.get(path.suffix, f"image/{path.suffix[1:]}")
    with c2pa.Reader(mime, io.BytesIO(path.read_bytes())) as reader:
        store = json.loads(reader.json())
        status = {each["code"] for each in store.get("validation_status", [])}
        return reader.get_validation_state(), store["manifests"][store["active_manifest"]], status


def actions(manifest: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    (assertion,) = (a for a in manifest["assertions"] if a["label"] == "c2pa.actions.v2")
    return [
        (each["action"], each["digitalSourceType"].removeprefix(TYPES), each.get("description"))
        for each in assertion["data"]["actions"]
    ]


COMPOSITE = "compositeWithTrainedAlgorithmicMedia"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_is_signed(tmp_path: Path, suffix: str) -> None:
    path, plain = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    document = edited(photograph())
    write_picture(document, path, ExportOptions(credentials=tmp_path / "data"))
    state, manifest, status = read(path)
    assert state == "Valid"
    assert status == {"signingCredential.untrusted"}  # the certificate is nobody else's
    assert manifest["claim_generator_info"][0]["name"] == "GLIDE Studio"
    assert actions(manifest) == [
        ("c2pa.created", COMPOSITE, None),
        ("c2pa.edited", COMPOSITE, "a teapot"),
    ]
    write_picture(document, plain)
    shown, expected = (open_document(each).project.document.composite() for each in (path, plain))
    assert np.array_equal(shown, expected)
    assert settings_of(path) == settings_of(plain)


@pytest.mark.parametrize(
    ("document", "settings", "expected"),
    [
        (generated(), True, [("c2pa.created", "trainedAlgorithmicMedia", None)]),
        (
            edited(generated()),
            True,
            [
                ("c2pa.created", "trainedAlgorithmicMedia", None),
                ("c2pa.edited", COMPOSITE, "a teapot"),
            ],
        ),
        (
            edited(photograph()),
            False,
            [("c2pa.created", COMPOSITE, None), ("c2pa.edited", COMPOSITE, None)],
        ),
    ],
)
def test_the_actions_describe_the_edits(
    tmp_path: Path, document: Document, settings: bool, expected: list[tuple[str, str, str | None]]
) -> None:
    options = ExportOptions(settings=settings, credentials=tmp_path / "data")
    write_picture(document, tmp_path / "a.png", options)
    assert actions(read(tmp_path / "a.png")[1]) == expected


def test_a_changed_pixel_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    write_picture(generated(), path, ExportOptions(credentials=tmp_path / "data"))
    data = bytearray(path.read_bytes())
    with Image.open(path) as image:
        data[image.tag_v2[273][0] + 9] ^= 1
    path.write_bytes(data)
    state, _, status = read(path)
    assert state == "Invalid"
    assert "assertion.dataHash.mismatch" in status


def test_the_certificate_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    serials = []
    for name in ("a.png", "b.png"):
        write_picture(generated(), tmp_path / name, ExportOptions(credentials=tmp_path / "data"))
        serials.append(read(tmp_path / name)[1]["signature_info"]["cert_serial_number"])
    assert serials[0] == serials[1]
    (file,) = (tmp_path / "data").iterdir()
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content",
    [b"x", b"-----BEGIN PRIVATE KEY-----", None],
    ids=["text", "no certificate", "swapped"],
)
def test_a_damaged_certificate_is_refused(tmp_path: Path, content: bytes | None) -> None:
    options = ExportOptions(credentials=tmp_path / "data")
    write_picture(generated(), tmp_path / "a.png", options)
    (file,) = (tmp_path / "data").iterdir()
    if content is None:
        content = file.read_bytes()
        file.unlink()
        write_picture(generated(), tmp_path / "a.png", options)
        mark = b"-----BEGIN PRIVATE KEY-----"
        content = content.partition(mark)[0] + mark + file.read_bytes().partition(mark)[2]
    file.write_bytes(content)
    before = (tmp_path / "a.png").read_bytes()
    with pytest.raises(PictureError, match="Delete this file"):
        write_picture(generated(), tmp_path / "a.png", options)
    assert (tmp_path / "a.png").read_bytes() == before


@pytest.mark.parametrize("options", [{}, {"ai_label": False}])
def test_a_picture_without_edits_is_not_signed(tmp_path: Path, options: dict[str, bool]) -> None:
    document = generated() if options else photograph()
    with pytest.raises(PictureError, match="describe a generated edit"):
        write_picture(document, tmp_path / "a.png", ExportOptions(credentials=tmp_path, **options))


def test_without_the_package_the_error_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "c2pa", None)
    with pytest.raises(PictureError, match="c2pa-python"):
        write_picture(generated(), tmp_path / "a.png", ExportOptions(credentials=tmp_path))
    assert not list(tmp_path.iterdir())
