"""Project files. The files in `ora/` were written by Krita 5.1.5, MyPaint 2.0.1, pyora 0.3.11 and
by hand; each .png shows what the program that wrote the .ora shows for it."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.groups import Group
from glide_studio.core.document.layer_masks import mask_pixels
from glide_studio.core.document.layers import Layer
from glide_studio.core.files.project import Project, SavedView
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.raster import Pixels, Raster
from tests.colour_profiles import wide_gamut
from tests.core.files.layered.projects import (
    again,
    document_with_everything,
    edited,
    entries,
    opened,
    packed,
    same_layers,
)
from tests.fakes import settings
from tests.picture_files import openraster

FOLDER = Path(__file__).parent / "ora"


SHOWN = sorted(path.stem for path in FOLDER.glob("*.png") if path.stem != "mypaint-svg")


def premultiplied(pixels: Pixels) -> NDArray[np.float64]:
    seen = pixels.astype(float)
    seen[..., :3] *= seen[..., 3:] / 255
    return seen


@pytest.mark.parametrize("name", SHOWN)
def test_files_of_other_programs_look_as_these_programs_show_them(name: str) -> None:
    shown = np.asarray(Image.open(FOLDER / f"{name}.png").convert("RGBA"))
    document = opened(FOLDER / f"{name}.ora").project.document
    difference = np.abs(premultiplied(document.composite()) - premultiplied(shown))
    assert difference.max() <= 2


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("krita-layers", ["Paper", "Disc 46%"]),
        ("hand-extra", ["paper", "disc"]),
        ("hand-no-merged", ["paper", "disc"]),
        ("krita-groups", ["Paper", "Group 50%/a", "Group 50%/b", "Pass/base", "Pass/mul over all"]),
        ("mypaint-groups", ["background", "Paper", "Group 50%/a", "Group 50%/b", "Pass/base"]),
    ],
)
def test_layers_are_bottom_first_and_lie_in_their_groups(name: str, names: list[str]) -> None:
    layers = opened(FOLDER / f"{name}.ora").project.document.layers
    found = ["/".join([*(each.name for each in layer.groups), layer.name]) for layer in layers]
    assert found[: len(names)] == names


def test_groups_of_krita_are_nested_and_blend_as_there() -> None:
    document = opened(FOLDER / "krita-groups.ora").project.document
    groups = {group.name: group for group in document.groups.values()}
    assert [each.name for each in document.path_of(groups["Inner mul"].id)] == ["Outer"]
    inner, half = groups["Inner mul"], groups["Group 50%"]
    assert (inner.blend_mode, round(inner.opacity, 2)) == (BlendMode.MULTIPLY, 0.8)
    assert (half.passes_through, round(half.opacity, 1)) == (False, 0.5)
    assert groups["Pass"].passes_through
    assert not groups["Hidden group"].visible


def test_what_passes_through_at_half_the_opacity_looks_as_in_krita() -> None:
    """There, the opacity counts for each layer; ours fades to the result of all."""
    document = opened(FOLDER / "krita-pass-through.ora").project.document
    group = next(each for each in document.groups.values() if each.name == "pass 50%")
    assert group.opacity == 1
    assert [round(layer.opacity, 1) for layer in document.members(group.id)] == [0.5, 0.5]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ora")), ids=lambda path: path.stem)
def test_what_other_programs_wrote_survives_saving(path: Path) -> None:
    project = opened(path).project
    data = openraster(project)
    kept = opened(data)
    assert kept.exact
    assert same_layers(project.document, kept.project.document)
    assert project.document.foreign == kept.project.document.foreign
    assert project.document.metadata == kept.project.document.metadata


def test_foreign_attributes_and_entries_are_written_back() -> None:
    data = openraster(opened(FOLDER / "hand-extra.ora").project)
    assert (
        entries(data)["META/x.bin"]
        == entries((FOLDER / "hand-extra.ora").read_bytes())["META/x.bin"]
    )
    xml = entries(data)["stack.xml"].decode()
    assert 'uuid="abc"' in xml
    assert "edits/1" in xml


def test_the_file_is_laid_out_as_the_specification_says() -> None:
    data = openraster(Project(document_with_everything()))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert data[38:53] == b"image/openraster"[:15]
    files = entries(data)
    assert files["mimetype"] == b"image/openraster"
    with Image.open(io.BytesIO(files["Thumbnails/thumbnail.png"])) as thumbnail:
        assert max(thumbnail.size) == 256
    with Image.open(io.BytesIO(files["mergedimage.png"])) as merged:
        assert np.array_equal(np.asarray(merged), document_with_everything().composite())
        assert merged.info["icc_profile"] == wide_gamut()
    assert b"<glide" not in files["stack.xml"]  # MyPaint refuses files with foreign elements
    assert b'isolation="isolate"' in files["stack.xml"]
    assert b'xres="300"' in files["stack.xml"]


def test_a_saved_project_opens_with_the_same_bytes() -> None:
    document = document_with_everything()
    view = SavedView(1.5, 10.25, 20.5, 30.0, True)
    project = again(Project(document, view, settings(prompt="Ein roter Hut"))).project
    found = project.document
    assert same_layers(document, found)
    assert (project.view, project.settings) == (view, settings(prompt="Ein roter Hut"))
    assert np.array_equal(found.mask.raster.to_array(), document.mask.raster.to_array())
    assert replace(found, layers=(), mask=document.mask) == replace(document, layers=())
    assert found.edits[0].rendered(found.extent, found.icc_profile).tiles.keys()


layer_parts = st.tuples(
    st.text(max_size=12),
    st.floats(0, 1),
    st.sampled_from(BlendMode),
    st.booleans(),
    st.tuples(st.integers(-40, 60), st.integers(-40, 60)),
    st.integers(0, 9),
)


@given(st.lists(layer_parts, max_size=4), st.tuples(st.integers(1, 70), st.integers(1, 70)))
def test_any_layers_survive_saving(
    parts: list[tuple[str, float, BlendMode, bool, tuple[int, int], int]], size: tuple[int, int]
) -> None:
    extent = Extent(*size)
    document = Document.blank(extent)
    for name, opacity, mode, visible, (x, y), seed in parts:
        noise = np.random.default_rng(seed).integers(0, 256, (30, 20, 4), np.uint8)
        raster = Raster.empty(extent).write(Rect(x, y, 20, 30), noise)
        document = document.with_layer(Layer(name, raster, visible, opacity, mode))
    found = again(Project(document)).project.document
    named = zip(document.layers, found.layers, strict=True)
    assert same_layers(
        replace(document, layers=tuple(replace(a, name=b.name) for a, b in named)), found
    )


def test_a_layer_that_another_program_painted_on_is_an_ordinary_layer() -> None:
    document = edited(Document.from_picture(np.full((200, 200, 4), 255, np.uint8)))
    files = entries(openraster(Project(document)))
    with Image.open(io.BytesIO(files["data/layer1.png"])) as image:
        pixels = np.array(image)
    pixels[0, 0] = 7
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    found = opened(packed(files | {"data/layer1.png": file.getvalue()})).project.document
    assert [layer.edit is None for layer in found.layers] == [True, True]


def test_edits_keep_their_request() -> None:
    document = edited(Document.from_picture(np.full((200, 200, 4), 255, np.uint8)))
    (edit,) = again(Project(document)).project.document.edits
    assert isinstance(edit, Edit)
    assert edit.request.settings.prompt == "a red hat"


def test_text_after_an_element_of_another_program_does_not_prevent_saving() -> None:
    xml = b'<image w="8" h="8"><stack/><note>kept</note>text &amp; more</image>'
    project = opened(packed({"stack.xml": xml})).project
    assert b"<note>kept</note>" in entries(openraster(project))["stack.xml"]


def without_our_own(data: bytes) -> bytes:
    """A file of ours as programs see it that know only the specification."""
    files = entries(data)
    del files["glide/state.json"]
    files["stack.xml"] = re.sub(rb" glide-[a-z]+=\"\w+\"", b"", files["stack.xml"])
    assert b"glide" not in files["stack.xml"]
    return packed(files)


@pytest.mark.parametrize("is_only", [True, False])
def test_clipping_to_several_layers_is_shown_as_the_other_program_did(is_only: bool) -> None:
    """Source-atop clips to all below in the group; here a layer clips to a single one."""
    noise = np.random.default_rng(3).integers(0, 256, (3, 20, 20, 4), np.uint8)
    layers = [Layer(name, Raster.from_array(noise[n])) for n, name in enumerate("abc")]
    layers[2] = replace(layers[2], clipped=True)
    if is_only:
        del layers[0]
    document = replace(Document.blank(Extent(20, 20)), layers=tuple(layers))
    files = entries(without_our_own(openraster(Project(document))))
    merged = io.BytesIO()
    Image.new("RGBA", (20, 20), (9, 9, 9, 255)).save(merged, "PNG")
    if not is_only:  # leave out the group around "b" and "c"
        lines = files["stack.xml"].splitlines()
        flat = b"\n".join(line for line in lines if b'name="b" isolation' not in line)
        files["stack.xml"] = flat.replace(b"</stack>", b"", 1)
    found = opened(packed({**files, "mergedimage.png": merged.getvalue()})).project.document
    assert ("Merged" in [layer.name for layer in found.layers]) == (not is_only)


def test_groups_look_the_same_to_programs_that_know_only_the_specification() -> None:
    noise = np.random.default_rng(3).integers(0, 256, (5, 40, 40, 4), np.uint8)
    outer = Group("outer", opacity=0.6, blend_mode=BlendMode.SCREEN)
    inner, passing = Group("inner", visible=False), Group("passing", passes_through=True)
    paths = ((), (outer,), (outer, inner), (outer,), (passing,))
    modes = (BlendMode.NORMAL, BlendMode.NORMAL, BlendMode.NORMAL, BlendMode.MULTIPLY)
    layers = [
        Layer(str(number), Raster.from_array(noise[number]), blend_mode=mode, groups=path)
        for number, (path, mode) in enumerate(
            zip(paths, (*modes, BlendMode.DIFFERENCE), strict=True)
        )
    ]
    document = replace(Document.blank(Extent(40, 40)), layers=tuple(layers))
    found = opened(without_our_own(openraster(Project(document)))).project.document
    difference = np.abs(premultiplied(found.composite()) - premultiplied(document.composite()))
    assert difference.max() <= 2
    assert [[group.name for group in layer.groups] for layer in found.layers] == [
        [group.name for group in path] for path in paths
    ]


def test_clipped_layers_look_the_same_to_programs_that_know_only_the_specification() -> None:
    noise = np.random.default_rng(3).integers(0, 256, (4, 40, 40, 4), np.uint8)
    document = Document.from_picture(noise[0])
    for number, (opacity, mode) in enumerate(((0.6, BlendMode.SCREEN), (1.0, BlendMode.NORMAL))):
        layer = Layer(str(number), Raster.from_array(noise[number + 1]), True, opacity, mode)
        document = document.with_layer(layer)
    above = Layer("above", Raster.from_array(noise[3]), opacity=0.4, clipped=True)
    layers = (*document.layers[:2], above, document.layers[2])
    document = replace(document, layers=layers)
    found = opened(without_our_own(openraster(Project(document)))).project.document
    difference = np.abs(premultiplied(found.composite()) - premultiplied(document.composite()))
    assert difference.max() <= 2
    assert [layer.name for layer in found.layers] == ["Background", "0", "above", "1"]


def test_masks_of_groups_look_the_same_to_programs_that_know_only_the_specification() -> None:
    """So do clipped groups: these write a mask as a layer that takes from the group's alpha."""
    noise = np.random.default_rng(3).integers(0, 256, (6, 40, 40, 4), np.uint8)
    mask = Layer("", Raster.from_array(mask_pixels(noise[5][..., 0])))
    fading = Group("fading", opacity=0.6, blend_mode=BlendMode.SCREEN, mask=mask)
    passing = Group("passing", passes_through=True, opacity=0.7, mask=mask, clipped=True)
    disabled = Group("disabled", mask=replace(mask, visible=False))
    paths = ((), (fading,), (fading,), (passing,), (disabled,))
    layers = tuple(
        Layer(str(number), Raster.from_array(noise[number]), groups=path)
        for number, path in enumerate(paths)
    )
    document = replace(Document.blank(Extent(40, 40)), layers=layers)
    found = opened(without_our_own(openraster(Project(document)))).project.document
    difference = np.abs(premultiplied(found.composite()) - premultiplied(document.composite()))
    assert difference.max() <= 2
    groups = {group.name: group for group in found.groups.values()}
    assert [group.clipped for group in groups.values()] == [False, True, False]
    for group in groups.values():
        assert group.mask is not None
        assert group.mask.visible == (group.name != "disabled")
        assert np.array_equal(group.mask.raster.to_array(), mask.raster.to_array())
