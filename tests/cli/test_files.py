"""Showing and exporting files."""

import io
import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import c2pa
import numpy as np
import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from glide_studio.core.document.metadata import Metadata
from glide_studio.core.files.documents import open_document, save_document
from glide_studio.core.files.project import Project
from tests.cli.command_line import APPLE, ONE_SENTENCE, Run, listing, load, noise, save
from tests.core.files.metadata.test_generation_data import edited, generated, hidden
from tests.fakes import FakeEngine, picture

DETAILS = """\
Prompt: a red apple
Negative prompt: grey
Model: starter
Seed: 7
Guidance: 4.5
CLIP guidance: 2
Steps: 27, plms (10,10,3,2,2)
Upsampling steps: 50, ddim (ddim50)
"""


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "tif", "avif"])
def test_generated_pictures_show_their_settings(tmp_path: Path, run: Run, suffix: str) -> None:
    words = "--seed 7 --guidance 4.5 --sampler plms --steps 10,10,3,2,2 --upsample-steps ddim50"
    words += " --clip-guidance 2 --negative grey"
    out = tmp_path / f"a.{suffix}"
    run("generate", APPLE, "-o", out, *words.split())
    shown = run("show", out)
    head = f"{out}: 256 x 256 pixels\nColour profile: none, taken as sRGB\n"
    assert (shown.status, shown.err) == (0, "")
    assert shown.out.startswith(head)
    assert shown.out.endswith(DETAILS)


def test_every_command_reports_what_it_did(engine: FakeEngine, folder: Path, run: Run) -> None:
    commands = {
        "generate": ("generate", APPLE, "--count", "2"),
        "inpaint": ("inpaint", "room.png", APPLE, "--mask", "mask.png"),
        "outpaint": ("outpaint", "room.png", APPLE, "--right", "20"),
        "sketch": ("sketch", "room.png", APPLE),
        "upscale": ("upscale", "room.png"),
    }
    for name, words in commands.items():
        assert run(*words, "-o", f"{name}.png").status == 0
        file = "generate-2.png" if name == "generate" else f"{name}.png"
        sample = engine.requests[-1].settings.for_sample(1 if name == "generate" else 0)
        assert run("show", file, "--json").report["settings"]["seed"] == sample.seed
        kind = b"/trained" if name == "generate" else b"/compositeWithTrained"
        assert kind + b"AlgorithmicMedia" in Path(file).read_bytes()


@pytest.mark.usefixtures("engine")
def test_a_draft_keeps_its_size_and_bytes(tmp_path: Path, run: Run) -> None:
    run("generate", APPLE, "-o", tmp_path / "a.png", "--seed", "3")
    assert (load(tmp_path / "a.png") == picture(3)).all()


def test_a_project_shows_its_layers(tmp_path: Path, run: Run) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    document = hidden(edited(generated("an\x1b[31m apple")))
    document = replace(document, icc_profile=profile, metadata=Metadata((300.0, 300.0)))
    save_document(Project(document), tmp_path / "a.ora")
    assert run("show", tmp_path / "a.ora").out.splitlines()[1:7] == [
        "Colour profile: sRGB built-in",
        "Resolution: 300 x 300 pixels per inch",
        "Layers, from the top:",
        "  a teapot: 106 x 106 at 57, 57, hidden, edit",
        "  an\ufffd[31m apple: 256 x 256 at 0, 0, edit",  # a layer's name is XML
        "Prompt: an\\u001b[31m apple",
    ]
    report = run("show", tmp_path / "a.ora", "--json").report
    assert report["project"] is True
    assert report["size"] == [256, 256]
    assert report["resolution"] == [300, 300]
    assert [layer["settings"]["prompt"] for layer in report["layers"]] == [
        "an\x1b[31m apple",
        "a teapot",
    ]
    assert report["layers"][1] | {"settings": None} == {
        "name": "a teapot",
        "visible": False,
        "opacity": 1.0,
        "blend_mode": "normal",
        "clipped": False,
        "groups": [],
        "masked": False,
        "bounds": {"x": 57, "y": 57, "width": 106, "height": 106},  # with its blend band
        "settings": None,
    }
    assert [edit["prompt"] for edit in report["edits"]] == ["an\x1b[31m apple"]


def test_settings_of_another_program_are_shown(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    text = b"a cat\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1"
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + text
    Image.new("RGB", (8, 8)).save(path, exif=exif)
    shown = run("show", path)
    assert "Prompt: a cat\n" in shown.out
    assert shown.out.endswith("Not understood: the sampler Euler a\n")
    Image.new("RGB", (8, 8)).save(path)
    assert run("show", path).out.endswith("No settings found.\n")
    assert run("show", path, "--json").report["settings"] is None


def test_settings_in_a_graph_of_comfyui_are_shown(tmp_path: Path, run: Run) -> None:
    info, path = PngInfo(), tmp_path / "a.png"
    nodes = {
        "1": {"class_type": "KSampler", "inputs": {"seed": 5, "steps": 9, "positive": ["2", 0]}},
        "2": {"class_type": "CLIPTextEncode", "inputs": {"text": "a cat"}},
    }
    info.add_text("prompt", json.dumps(nodes))
    Image.new("RGB", (8, 8)).save(path, pnginfo=info)
    shown = run("show", path)
    assert "Prompt: a cat\n" in shown.out
    assert run("show", path, "--json").report["settings"]["seed"] == 5


@pytest.mark.usefixtures("no_engine")
def test_export_writes_every_format_from_every_format(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    suffixes = ("ora", "png", "webp", "tif", "jpg", "avif")
    original = tmp_path / "a.ora"
    save_document(Project(edited(generated())), original)
    expected = load(save(open_document(original).project.document.composite(), tmp_path / "x.png"))
    for first in suffixes:
        middle = tmp_path / f"b.{first}"
        assert run("export", original, "-o", middle).status == 0
        for second in suffixes:
            outcome = run("export", middle, "-o", tmp_path / f"c.{second}")
            assert outcome.status == 0
            assert outcome.out == f"{tmp_path / f'c.{second}'}: 256 x 256 pixels\n"
            shown = open_document(tmp_path / f"c.{second}").project.document.composite()
            tolerance = 12 if {first, second} & {"jpg", "avif"} else 0
            assert np.abs(shown[..., :3].astype(int) - expected).max() <= tolerance, (first, second)
            edits = run("show", tmp_path / f"c.{second}", "--json").report["edits"]
            assert [edit["prompt"] for edit in edits] == ["a red apple", "a teapot"], (
                first,
                second,
            )


def test_export_reports_what_a_format_cannot_store(tmp_path: Path, run: Run) -> None:
    save_document(Project(edited(generated())), tmp_path / "a.ora")
    clear = save(noise(8, 8, 4), tmp_path / "clear.png")
    assert "layers and edits are merged" in run("export", tmp_path / "a.ora", "-o", clear).err
    save(noise(8, 8, 4), clear)
    outcome = run("export", clear, "-o", tmp_path / "a.jpg")
    assert "cannot hold transparency" in outcome.err
    assert outcome.status == 0


def test_quality_makes_smaller_files(tmp_path: Path, run: Run) -> None:
    source = save(noise(64, 64, 3), tmp_path / "a.png")
    for suffix in ("jpg", "webp", "avif"):
        sizes = []
        for quality in ("10", "90"):
            out = tmp_path / f"b.{suffix}"
            assert run("export", source, "-o", out, "--quality", quality).status == 0
            sizes.append(out.stat().st_size)
        assert sizes[0] < sizes[1]


def test_export_omits_settings_label_and_location_on_request(tmp_path: Path, run: Run) -> None:
    exif = Image.Exif()
    exif[0x010E] = "the room"
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 30.0)})
    document = replace(generated("my secret"), metadata=Metadata(exif=exif.tobytes()[6:]))
    save_document(Project(document), tmp_path / "a.ora")
    words = ("--no-settings", "--no-ai-label", "--no-location")
    for suffix in ("png", "jpg", "webp", "tif", "avif"):
        out = tmp_path / f"b.{suffix}"
        run("export", tmp_path / "a.ora", "-o", out)
        with Image.open(out) as image:
            assert image.getexif().get_ifd(0x8825)
        assert b"trainedAlgorithmicMedia" in out.read_bytes()
        run("export", tmp_path / "a.ora", "-o", out, *words)
        with Image.open(out) as image:
            assert image.getexif()[0x010E] == "the room"
            assert not image.getexif().get_ifd(0x8825)
        assert not any(word in out.read_bytes() for word in (b"secret", b"AlgorithmicMedia"))
    run("export", tmp_path / "a.ora", "-o", tmp_path / "c.ora", "--no-location")
    kept = open_document(tmp_path / "c.ora").project.document
    assert len(kept.edits) == 1
    assert b"the room" in (kept.metadata.exif or b"")
    assert b"\0\0\0\x30\0\0\0\x01" not in (kept.metadata.exif or b"")


def test_export_signs_its_content_credentials(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glide_studio.cli.files.data_folder", lambda: tmp_path / "data")
    save_document(Project(generated()), tmp_path / "a.ora")
    outcome = run("export", tmp_path / "a.ora", "-o", tmp_path / "a.png", "--credentials")
    assert (outcome.status, outcome.err.count("\n")) == (0, 1)  # that edits are merged
    with c2pa.Reader("image/png", io.BytesIO((tmp_path / "a.png").read_bytes())) as reader:
        assert reader.get_validation_state() == "Valid"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("show",), "FILE"),
        (("show", "absent.png"), "absent.png"),
        (("show", "notes.txt"), "notes.txt"),
        (("show", "folder.png"), "folder.png"),
        (("export", "room.png"), "--output"),
        (("export", "absent.png", "-o", "a.png"), "absent.png"),
        (("export", "notes.txt", "-o", "a.png"), "notes.txt"),
        (("export", "room.png", "-o", "a.gif"), "a.gif"),
        (("export", "room.png", "-o", "absent/a.png"), "absent"),
        (("export", "room.png", "-o", "absent/a.ora"), "absent"),
        (("export", "room.png", "-o", "a.jpg", "--quality", "0"), "quality"),
        (("export", "room.png", "-o", "a.jpg", "--quality", "101"), "quality"),
        (("export", "room.png", "-o", "a.jpg", "--quality", "good"), "--quality"),
        (("export", "room.png", "-o", "a.png", "--quality", "50"), "--quality"),
        (("export", "room.png", "-o", "a.ora", "--quality", "50"), "--quality"),
        (("export", "room.png", "-o", "a.ora", "--no-settings"), "--no-settings"),
        (("export", "room.png", "-o", "a.ora", "--credentials"), "--credentials"),
        (("export", "room.png", "-o", "a.png", "--credentials"), "Content Credentials"),
        (("export", "room.png", "-o", "a.jpg", "--credentials", "--no-ai-label"), "--no-ai-label"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
@pytest.mark.usefixtures("no_engine")
def test_impossible_commands_are_refused(
    folder: Path, run: Run, words: tuple[str, ...], names: str
) -> None:
    before = listing(folder)
    outcome = run(*words)
    assert (outcome.status, outcome.out) == (2, "")
    assert re.fullmatch(ONE_SENTENCE, outcome.err)
    assert names in outcome.err
    assert listing(folder) == before


def test_a_failed_export_keeps_the_old_file(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = save(noise(8, 8, 3), tmp_path / "a.png"), save(noise(9, 9, 3), tmp_path / "b.png")
    before = out.read_bytes()

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    assert run("export", source, "-o", out).status == 2
    assert out.read_bytes() == before
    assert listing(tmp_path) == {"a.png", "b.png"}


def test_a_photoshop_file_shows_its_layers_and_becomes_a_project(tmp_path: Path, run: Run) -> None:
    source = Path(__file__).parents[1] / "core" / "files" / "layered" / "psd" / "krita-layers.psd"
    names = [layer["name"] for layer in run("show", source, "--json").report["layers"]]
    assert names == ["Paper", "Disc 46%", "Hidden", "Ramp"]
    assert "Disc 46%" in run("show", source).out
    assert run("export", source, "-o", tmp_path / "a.ora").status == 0
    layers = open_document(tmp_path / "a.ora").project.document.layers
    assert [layer.name for layer in layers] == names
