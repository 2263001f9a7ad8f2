"""Project files in the real Krita, MyPaint and pyora: what we write opens there, and what they
write again opens here. `apt-get install krita python3-pyqt5 mypaint`; `pip install pyora`."""

import importlib.util
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group
from glide_studio.core.document.layer_masks import masked
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.metadata import Foreign, Metadata
from glide_studio.core.files.documents import open_document
from glide_studio.core.files.layered.stack_xml import OPERATORS
from glide_studio.core.files.project import Project
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.modes.modes import Mode
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.request.request import Result
from tests.colour_profiles import wide_gamut
from tests.fakes import request_of
from tests.picture_files import openraster

pytestmark = [pytest.mark.soak, pytest.mark.timeout(300)]

SCRIPTS = Path(__file__).parent / "programs"
KRITA, MYPAINT = shutil.which("kritarunner"), Path("/usr/lib/mypaint")
NEEDS_KRITA = pytest.mark.skipif(KRITA is None, reason="apt-get install krita python3-pyqt5")
NEEDS_MYPAINT = pytest.mark.skipif(not MYPAINT.is_dir(), reason="apt-get install mypaint")
NEEDS_PYORA = pytest.mark.skipif(
    importlib.util.find_spec("pyora") is None, reason="pip install pyora"
)
KRITA_MODES = {
    BlendMode.NORMAL: "normal",
    BlendMode.MULTIPLY: "multiply",
    BlendMode.SCREEN: "screen",
    BlendMode.OVERLAY: "overlay",
    BlendMode.SOFT_LIGHT: "soft_light_svg",
    BlendMode.HARD_LIGHT: "hard_light",
    BlendMode.DARKEN: "darken",
    BlendMode.LIGHTEN: "lighten",
    BlendMode.COLOR_DODGE: "dodge",
    BlendMode.COLOR_BURN: "burn",
    BlendMode.DIFFERENCE: "diff",
    BlendMode.EXCLUSION: "exclusion",
    BlendMode.ADDITION: "add",
    BlendMode.SUBTRACT: "subtract",
    BlendMode.HUE: "hue",
    BlendMode.SATURATION: "saturation",
    BlendMode.COLOR: "color",
    BlendMode.LUMINOSITY: "luminize",
}
OF_ALL_CHANNELS = (BlendMode.HUE, BlendMode.SATURATION, BlendMode.COLOR, BlendMode.LUMINOSITY)
NOT_IN_MYPAINT = (BlendMode.EXCLUSION, BlendMode.SUBTRACT, BlendMode.ADDITION)
"""It shows the first two as Normal; its addition adds alpha too."""

NAMES = (
    "Quotes \"double\" 'single'",
    "A & B <tag/> &amp;",
    "Ünïcödé ñ ß Ж",
    "日本語 レイヤー",
    "عربي",
    "emoji 🎨👩\u200d🎤",
    "e\u0301 combining",
    "  spaces  inside ",
    "\u202eright to left",
    "\U0002070e astral",
    "x" * 250,
)


@dataclass(frozen=True)
class Seen:
    """What a program says of a file: its page, its layers, what it shows, and the file saved again
    by it."""

    page: Sequence[Any]
    layers: list[list[Any]]
    shown: Pixels
    again: Path


Program = Callable[[Document], Seen]


def see(command: list[str], document: Document, folder: Path, **environ: str) -> Seen:
    source, shown, again = (folder / name for name in ("in.ora", "out.png", "again.ora"))
    source.write_bytes(openraster(Project(document)))
    done = subprocess.run(
        [*command, str(source), str(shown), str(again)],
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", **environ},
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    said = [line for line in done.stdout.splitlines() if line.startswith("JSON")]
    assert said, done.stdout + done.stderr
    page, layers = json.loads(said[0].removeprefix("JSON"))
    return Seen(page, layers, np.asarray(Image.open(shown).convert("RGBA")), again)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A home folder, which Krita takes its time to fill."""
    return str(tmp_path_factory.mktemp("krita"))


@pytest.fixture
def krita(tmp_path: Path, home: str) -> Program:
    environ = {
        "HOME": home,
        "QT_QPA_PLATFORM": "offscreen",
        "PATH": "/usr/bin:/bin",  # Krita takes the modules of the first python3 that it finds
        "PYTHONPATH": str(SCRIPTS),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [str(KRITA), "-s", "krita_layers"]
    return lambda document: see(command, document, tmp_path, **environ)


@pytest.fixture
def mypaint(tmp_path: Path) -> Program:
    command = ["/usr/bin/python3", "-B", str(SCRIPTS / "mypaint_layers.py")]
    return lambda document: see(command, document, tmp_path)


def blending(modes: Sequence[BlendMode] = tuple(BlendMode)) -> Document:
    """Every mode in a strip over colours, opaque above, half and fully transparent below."""
    y, x = np.mgrid[:96, :144]
    alpha = np.where(y < 64, 255, np.where(y < 80, 128, 0))
    colours = np.dstack([x * 5 % 250 + 3, y * 7 % 250 + 3, (x + y) % 250 + 3, alpha])
    document = Document.from_picture(colours.astype(np.uint8), "back")
    ramp = np.arange(96)[:, np.newaxis].repeat(6, 1) * 2 + 10
    strip = np.dstack([ramp, 255 - ramp, ramp * 0 + 90, ramp * 0 + 200]).astype(np.uint8)
    empty = Raster.empty(document.extent)
    for number, mode in enumerate(modes):
        raster = empty.write(Rect(number * 8, 0, 6, 96), strip)
        document = document.with_layer(Layer(mode.value, raster, blend_mode=mode))
    return document


def with_everything() -> Document:
    """An edit, names, hidden, locked and empty layers, layers off the corner, and metadata."""
    document = Document.from_picture(np.full((64, 80, 4), 200, np.uint8), "Ground")
    box = Rect(10, 10, 20, 20)
    selected = document.with_mask(document.mask.write(box, np.full((20, 20), 255, np.uint8)))
    request = request_of(selected, Mode.INPAINT)
    document = accept(selected, Result(request, np.full((256, 256, 3), 90, np.uint8)))
    for number, name in enumerate(NAMES):
        dot = Raster.empty(document.extent).write(
            Rect(number * 6 - 2, number * 5 - 2, 9, 8), np.full((8, 9, 4), 255 - number, np.uint8)
        )
        document = document.with_layer(
            Layer(name, dot, visible=number != 2, locked=number in (1, 3))
        )
    document = document.with_layer(Layer.empty("nothing", document.extent))
    return replace(
        document,
        metadata=Metadata((300.0, 300.0)),
        foreign=Foreign((), (), (("META/x.bin", b"foreign"),)),
    )


def grouped() -> Document:
    """Groups that are isolated, nested, hidden and passing through; clipped and masked layers and
    groups."""
    blocks = np.random.default_rng(1).integers(0, 256, (14, 10, 12, 4), np.uint8)
    rasters = [Raster.from_array(np.kron(each, np.ones((8, 8, 1), np.uint8))) for each in blocks]
    outer = Group("outer", opacity=0.6, blend_mode=BlendMode.SCREEN)
    hidden, passing = Group("hidden", visible=False), Group("passing", passes_through=True)
    fading = Mask.from_array(np.tile(np.linspace(0, 255, 96).astype(np.uint8), (80, 1)))
    layers = (
        Layer("ground", rasters[0]),
        Layer("a", rasters[1], groups=(outer,)),
        Layer("b", rasters[2], groups=(outer, hidden)),
        Layer("c", rasters[3], blend_mode=BlendMode.MULTIPLY, groups=(outer,)),
        Layer("d", rasters[4], blend_mode=BlendMode.DIFFERENCE, groups=(passing,)),
        Layer("base", rasters[5], opacity=0.7),
        Layer("clipped", rasters[6], opacity=0.5, clipped=True),
        masked(Layer("masked", rasters[7]), [Layer("", rasters[7])], Selection(fading)),
        *in_masked_groups(rasters[8:], Selection(fading)),
    )
    return replace(Document.blank(Extent(96, 80)), layers=layers)


def in_masked_groups(rasters: Sequence[Raster], selection: Selection) -> list[Layer]:
    """A group with a mask that something is clipped to, one that passes through, and one that is
    clipped."""
    members = [Layer(name, raster) for name, raster in zip("ghijkl", rasters, strict=True)]
    fades = masked(Group("fades", opacity=0.8), members[:2], selection)
    passes = masked(Group("passes", passes_through=True, opacity=0.5), members[3:5], selection)
    fits = Group("fits", clipped=True, opacity=0.7, passes_through=True)
    paths = [(fades,), (fades,), (fits,), (passes,), (passes,), ()]
    layers = [replace(layer, groups=path) for layer, path in zip(members, paths, strict=True)]
    layers[1] = replace(layers[1], blend_mode=BlendMode.MULTIPLY)
    return layers


def check_groups(seen: Seen, tolerance: float) -> None:
    """The program shows the groups as we do, and what it saved again looks the same here."""
    document = grouped()
    assert difference(seen.shown, document.composite()) <= tolerance
    found = open_document(seen.again).project.document
    kept = tuple(layer for layer in found.layers if layer.name != "background")  # MyPaint's white
    found = replace(found, layers=kept)
    assert difference(found.composite(), document.composite()) <= tolerance
    paths = {layer.name: [group.name for group in layer.groups] for layer in found.layers}
    assert paths["b"] == ["outer", "hidden"]
    assert paths["d"] == ["passing"]
    assert next(each for each in found.layers if each.name == "clipped").clipped
    groups = {group.name: group for group in found.groups.values()}
    assert groups["fits"].clipped
    assert [name for name, group in groups.items() if group.mask] == ["fades", "passes"]


@NEEDS_KRITA
def test_krita_shows_groups_and_clipped_layers_as_we_do(krita: Program) -> None:
    check_groups(krita(grouped()), 3)


@NEEDS_MYPAINT
def test_mypaint_shows_groups_and_clipped_layers_as_we_do(mypaint: Program) -> None:
    check_groups(mypaint(grouped()), 3)


def opacities() -> Document:
    document = Document.blank(Extent(256, 2))
    for level in range(256):
        dot = Raster.empty(document.extent).write(
            Rect(level, 0, 1, 2), np.full((2, 1, 4), 255, np.uint8)
        )
        document = document.with_layer(Layer(str(level), dot, opacity=level / 255))
    return document


def difference(one: Pixels, other: Pixels) -> float:
    """In levels, of colours multiplied by alpha."""

    def seen(pixels: Pixels) -> Any:
        result = pixels.astype(float)
        result[..., :3] *= result[..., 3:] / 255
        return result

    return float(np.abs(seen(one) - seen(other)).max())


def check_again(document: Document, path: Path, tolerance: float) -> None:
    """What the program saved again looks the same here, and has the same layers."""
    found = open_document(path).project.document
    kept = tuple(layer for layer in found.layers if layer.name != "background")  # MyPaint's white
    found = replace(found, layers=kept)
    assert difference(found.composite(), document.composite()) <= tolerance
    for layer, other in zip(document.layers, kept, strict=True):
        assert (layer.visible, layer.locked) == (other.visible, other.locked)
        assert abs(layer.opacity - other.opacity) < 1e-5
        assert difference(layer.raster.to_array(), other.raster.to_array()) <= 1


@NEEDS_KRITA
def test_krita_shows_every_blend_mode_as_we_do(krita: Program) -> None:
    document = blending()
    seen = krita(document)
    assert [layer[1] for layer in seen.layers[1:]] == [KRITA_MODES[mode] for mode in BlendMode]
    ours = document.composite()
    for number, mode in enumerate(BlendMode):
        strip = np.s_[:, 8 * number : 8 * number + 8]
        # It computes in 8 bits, up to 2.5 levels off W3C's formulas; we are within one level.
        assert difference(seen.shown[strip], ours[strip]) <= (3 if mode in OF_ALL_CHANNELS else 2)
    check_again(document, seen.again, 3)
    found = open_document(seen.again).project.document
    assert [layer.blend_mode for layer in found.layers] == [BlendMode.NORMAL, *BlendMode]


@NEEDS_KRITA
def test_krita_reads_the_properties_of_our_layers(krita: Program) -> None:
    document = with_everything()
    seen = krita(document)
    assert seen.page == [80, 64, 300]
    assert [layer[0] for layer in seen.layers] == [layer.name for layer in document.layers]
    assert [layer[3] for layer in seen.layers] == [layer.visible for layer in document.layers]
    assert [layer[4] for layer in seen.layers] == [layer.locked for layer in document.layers]
    for (*_, box), layer in zip(seen.layers, document.layers, strict=True):
        bounds = layer.raster.content_bounds()
        assert bounds.is_empty or box == [bounds.x, bounds.y, bounds.width, bounds.height]
    assert difference(seen.shown, document.composite()) <= 1
    check_again(document, seen.again, 1)


@NEEDS_KRITA
def test_krita_reads_every_opacity(krita: Program) -> None:
    seen = krita(opacities())
    assert [layer[2] for layer in seen.layers] == list(range(256))


@NEEDS_KRITA
def test_krita_opens_a_picture_with_a_profile(krita: Program) -> None:
    document = replace(with_everything(), icc_profile=wide_gamut())
    seen = krita(document)
    assert [layer[0] for layer in seen.layers] == [layer.name for layer in document.layers]


@NEEDS_MYPAINT
def test_mypaint_shows_its_blend_modes_as_we_do(mypaint: Program) -> None:
    modes = [mode for mode in BlendMode if mode not in NOT_IN_MYPAINT]
    document = blending(modes)
    seen = mypaint(document)
    assert [layer[1] for layer in seen.layers[1:]] == [OPERATORS[mode] for mode in modes]
    assert difference(seen.shown, document.composite()) <= 2
    check_again(document, seen.again, 2)


@NEEDS_MYPAINT
def test_mypaint_reads_the_properties_of_our_layers(mypaint: Program) -> None:
    document = with_everything()
    seen = mypaint(document)
    assert seen.page == [80, 64, 300]
    assert [layer[0] for layer in seen.layers] == [layer.name for layer in document.layers]
    assert [layer[3] for layer in seen.layers] == [layer.visible for layer in document.layers]
    assert [layer[4] for layer in seen.layers] == [layer.locked for layer in document.layers]
    assert difference(seen.shown, document.composite()) <= 2
    check_again(document, seen.again, 2)


@NEEDS_MYPAINT
def test_mypaint_reads_every_opacity(mypaint: Program) -> None:
    seen = mypaint(opacities())
    assert [round(255 * layer[2], 3) for layer in seen.layers] == list(range(256))


@NEEDS_PYORA
def test_pyora_reads_and_saves_what_we_write(tmp_path: Path) -> None:
    from pyora import Project as PyoraProject

    document = with_everything()
    source, again = tmp_path / "in.ora", tmp_path / "again.ora"
    source.write_bytes(openraster(Project(document)))
    project = PyoraProject.load(str(source))
    layers = list(project.children)[::-1]
    assert [layer.name for layer in layers] == [layer.name for layer in document.layers]
    assert [layer.visible for layer in layers] == [layer.visible for layer in document.layers]
    for theirs, ours in zip(layers, document.layers, strict=True):
        bounds = ours.raster.content_bounds()
        if not bounds.is_empty:
            assert theirs.offsets == (bounds.x, bounds.y)
            pixels = np.asarray(theirs.get_image_data(raw=True).convert("RGBA"))
            assert np.array_equal(pixels, ours.raster.read(bounds))
    project.save(str(again))
    with zipfile.ZipFile(again) as archive:
        assert archive.namelist()[0] == "mimetype"
    check_again(document, again, 0)
