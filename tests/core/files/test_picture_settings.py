"""Settings read from texts of other programs, from projects, and from hostile files."""

import contextlib
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from glide_studio.core.document.document import Document
from glide_studio.core.files.documents import save_document
from glide_studio.core.files.metadata.exif import ExifBlock, user_comment
from glide_studio.core.files.metadata.generation_data import PROMPT, RECORD, Record, read_record
from glide_studio.core.files.metadata.parameters import read_parameters
from glide_studio.core.files.metadata.xmp import property_of, with_properties
from glide_studio.core.files.picture_settings import settings_of
from glide_studio.core.files.project import Project
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.geometry import Extent
from glide_studio.core.request.settings import Sampling
from tests.core.files.metadata.test_generation_data import edited, generated, hidden
from tests.fakes import settings

TAIL = "Steps: 20, Sampler: DDIM, CFG scale: 7, Seed: 965400086, Size: 512x512"


def png(path: Path, **texts: str) -> Path:
    info = PngInfo()
    for key, text in texts.items():
        info.add_text(key.replace("_", "-"), text)
    Image.new("RGB", (8, 8)).save(path, pnginfo=info)
    return path


@pytest.mark.parametrize(
    ("text", "changes", "problems"),
    [
        (f"a cat\n{TAIL}", {}, []),
        (
            f"a cat,\nsitting\nNegative prompt: dog,\nbird\n{TAIL}, Model hash: d8691b4d16",
            {"prompt": "a cat,\nsitting", "negative_prompt": "dog,\nbird"},
            [],
        ),
        (f"Negative prompt: dog\n{TAIL}", {"prompt": "", "negative_prompt": "dog"}, []),
        (TAIL, {"prompt": ""}, []),
        (
            "a cat\r\nSteps: 30, Sampler: DPM++ 2M SDE Karras, CFG scale: 5.5, Seed: 1, "
            'Model: sdxl, Lora hashes: "a: 1, b: 2", Version: v1.6.0',
            {"base": Sampling("dpm++2m-sde", "karras30"), "guidance_scale": 5.5, "seed": 1},
            ["the model sdxl", "what another program calls Lora hashes"],
        ),
        (
            "a cat\nSteps: 25, Sampler: DPM++ 2M, Schedule type: Exponential, CFG scale: 3, "
            "Seed: 2",
            {"base": Sampling("dpm++2m", "logsnr25"), "guidance_scale": 3.0, "seed": 2},
            [],
        ),
        (
            "a cat\nSteps: 25, Sampler: Euler a, Schedule type: Beta, CFG scale: 3, Seed: 2",
            {"base": Sampling("unipc", "logsnr25"), "guidance_scale": 3.0, "seed": 2},
            ["the sampler Euler a", "the schedule Beta"],
        ),
        (
            "a cat\nSteps: 5000, Sampler: DDIM, CFG scale: 99, Seed: -1",
            {"base": Sampling("ddim", "1000"), "guidance_scale": 30.0, "seed": 0},
            [
                "Steps 5000 (limited to 1000)",
                "Seed -1 (limited to 0)",
                "CFG scale 99 (limited to 30)",
            ],
        ),
        (
            "a cat\nSteps: many, Sampler: DDIM, CFG scale: 1e999, Seed: nan",
            {"base": Sampling("ddim", "12"), "guidance_scale": 3.0, "seed": 0},
            ["Steps “many”", "Seed “nan”", "CFG scale “1e999”"],
        ),
        (
            f"{'c' * 2001}\n{TAIL}",
            {"prompt": "c" * 2000},
            ["the end of the prompt, after 2000 characters"],
        ),
        (
            "a cat\nSteps: 25, Sampler: dpmpp_2m_sde_gpu_karras, CFG scale: 3.0, Seed: 2, "
            "Version: ComfyUI",
            {"base": Sampling("dpm++2m-sde", "karras25"), "guidance_scale": 3.0, "seed": 2},
            [],
        ),
        (
            "a cat\nSteps: 25, Sampler: uni_pc, Scheduler: normal, CFG scale: 3.0, Seed: 2",
            {"base": Sampling("unipc", "logsnr25"), "guidance_scale": 3.0, "seed": 2},
            [],
        ),
        (
            f"a cat\n{TAIL}\nTemplate: a {{cat|dog}}\nNegative Template: x",
            {},
            ["what another program calls Negative Template, Template"],
        ),
        ("a cat \ud800🐈 {x}\n" + TAIL, {"prompt": "a cat 🐈 {x}"}, []),
    ],
)
def test_settings_are_read_from_texts_of_other_programs(
    text: str, changes: dict[str, Any], problems: list[str]
) -> None:
    expected: dict[str, Any] = {
        "seed": 965400086,
        "guidance_scale": 7.0,
        "base": Sampling("ddim", "20"),
        **changes,
    }
    found, said = read_parameters(text)
    assert found == settings(**{"prompt": "a cat", **expected})
    assert list(map(str, said)) == problems


@pytest.mark.parametrize("text", ["", "a cat", "Steps: 20", "a: b, c: d, e: f", "\n\n", "{" * 999])
def test_other_texts_give_no_settings(tmp_path: Path, text: str) -> None:
    assert settings_of(png(tmp_path / "a.png", parameters=text)) == ((), ())


NESTED = '{"edits":' + "[" * 100_000
HOSTILE = {
    "huge record": ("a" * 5_000_000, None),
    "nested record": (NESTED, None),
    "record of another kind": ('{"edits": [{"prompt": 3}]}', None),
    "no edits": ('{"edits": []}', None),
    "impossible settings": ('{"edits": [{"prompt": "", "model": "a", "seed": -1}]}', None),
    "huge text": (None, "a" * 5_000_000),
    "long line": (None, "a " * 49_000),
    "quotes": (None, 'ab:"' * 24_000),
    "escaped quotes": (None, 'ab:"\\"' * 16_000),
    "spaces": (None, " " * 40_000 + "Steps:" + " " * 40_000),
    "nested value": (None, f'Steps: "{"[" * 40_000}", Sampler: a, Seed: 1'),
    "colons": (None, ":" * 99_000),
}


@pytest.mark.parametrize(("record", "text"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_limited(tmp_path: Path, record: str | None, text: str | None) -> None:
    texts = {"glide_studio": record, "parameters": text or f"a cat\n{TAIL}"}
    path = png(tmp_path / "a.png", **{key: value for key, value in texts.items() if value})
    started = time.monotonic()
    found = settings_of(path)
    assert time.monotonic() - started < 1
    if record is not None:
        assert found.settings is not None
        assert found.settings.prompt == "a cat"
        assert list(map(str, found.problems)) == ["the exact settings, which are damaged"]


def test_a_text_after_the_pixels_is_found(tmp_path: Path) -> None:
    path = png(tmp_path / "a.png", parameters=f"a cat\n{TAIL}")
    data = path.read_bytes()
    start = data.index(b"tEXt") - 4
    end = start + 12 + int.from_bytes(data[start : start + 4])
    without, chunk = data[:start] + data[end:], data[start:end]
    path.write_bytes(without[:-12] + chunk + without[-12:])
    assert settings_of(path).settings == settings(
        "a cat", seed=965400086, guidance_scale=7.0, base=Sampling("ddim", "20")
    )


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le", "utf-16"])
@pytest.mark.parametrize("suffix", [".jpg", ".webp", ".png"])
def test_user_comments_are_read_in_any_byte_order(
    tmp_path: Path, suffix: str, encoding: str
) -> None:
    exif = Image.Exif()
    exif[0x010E] = "a cat"
    text = f"猫\n{TAIL}".encode(encoding)
    exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + text
    path = tmp_path / f"a{suffix}"
    Image.new("RGB", (8, 8)).save(path, exif=exif)
    found = settings_of(path).settings
    assert found is not None
    assert (found.prompt, found.seed) == ("猫", 965400086)


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        (Project(edited(generated())), ["a red apple", "a teapot"]),
        (Project(hidden(edited(generated()))), ["a red apple"]),
        (Project(generated(), settings=settings("typed")), ["a red apple"]),
        (Project(Document.blank(Extent(256, 256)), settings=settings("typed")), ["typed"]),
        (Project(Document.blank(Extent(256, 256))), []),
    ],
)
def test_settings_are_read_from_the_edits_of_projects(
    tmp_path: Path, project: Project, expected: list[str]
) -> None:
    path = tmp_path / "a.ora"
    save_document(project, path)
    assert [found.prompt for found in settings_of(path).edits] == expected
    renamed = path.rename(tmp_path / "a.png")
    assert [found.prompt for found in settings_of(renamed).edits] == expected


def test_files_that_cannot_be_opened_are_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no picture")
    for name in ("absent.png", "notes.txt", "."):
        with pytest.raises(PictureError):
            settings_of(tmp_path / name)


@given(st.text(), st.lists(st.text('Steps, Sampler:"\\\n19-.e ', max_size=30), max_size=9))
def test_arbitrary_text_never_crashes(prompt: str, pieces: list[str]) -> None:
    for text in (prompt, "".join(pieces), f"{prompt}\n{TAIL}, {', '.join(pieces)}"):
        read_parameters(text)
        user_comment(b"UNICODE\0" + text.encode("utf-16-be", "surrogatepass"))
        with contextlib.suppress(ValueError):
            read_record(text)


@given(st.binary())
def test_arbitrary_bytes_never_crash(data: bytes) -> None:
    user_comment(data)
    user_comment(b"UNICODE\0" + data)
    property_of(data, RECORD)
    with_properties(data, {RECORD: "a"})
    with contextlib.suppress(ValueError):
        exif = ExifBlock(b"MM\0*" + data)
        _ = exif.comment
        exif.set_comment("a")
        assert exif.comment == "a"


@given(
    st.text(st.characters(codec="utf-8"), max_size=2000),
    st.text(st.characters(codec="utf-8"), max_size=2000),
    st.integers(0, 2**32 - 1),
    st.floats(0, 30),
)
def test_every_record_survives_writing_and_reading(
    prompt: str, negative: str, seed: int, guidance: float
) -> None:
    wanted = settings(prompt, negative_prompt=negative, seed=seed, guidance_scale=guidance)
    packet = with_properties(None, {RECORD: Record([wanted]).to_json(), PROMPT: prompt})
    assert read_record(property_of(packet, RECORD) or "") == (wanted,)
