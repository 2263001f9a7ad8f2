"""Photoshop files. Those in `psd/` were written by Krita 5.1.5, from the files in `ora/` whose .png
shows what Krita shows, and by ImageMagick 6.9.11; others are built here with psd-tools."""

import io
from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PIL import Image
from psd_tools import PSDImage
from psd_tools.api.layers import Group as PhotoshopGroup
from psd_tools.api.layers import Layer as PhotoshopLayer
from psd_tools.constants import BlendMode as Mode
from psd_tools.constants import CompatibilityMode, ProtectedFlags, Resource, Tag
from psd_tools.psd.image_resources import ImageResource, VersionInfo

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.files.documents import open_document
from glide_studio.core.files.layered.photoshop import read_photoshop
from glide_studio.core.files.project import Opened
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.raster.raster import Pixels
from tests.colour_profiles import wide_gamut

FOLDER = Path(__file__).parent / "psd"
SHOWN = FOLDER.parent / "ora"
ONE_SENTENCE = r"\A“[^\n]*[^\n.]\.( [^\n.]*\.)?\Z"


def opened(data: bytes) -> Opened:
    found = read_photoshop(io.BytesIO(data), "a.psd")
    assert not found.exact
    return found


def saved(psd: PSDImage) -> bytes:
    file = io.BytesIO()
    psd.save(file)
    return file.getvalue()


def said(found: Opened) -> str:
    return " ".join(map(str, found.notes))


def plain(colour: Sequence[int], size: tuple[int, int] = (4, 4)) -> Image.Image:
    return Image.new("RGBA", size, tuple(colour))


def close(pixels: Pixels, expected: Sequence[float]) -> bool:
    transparent = pixels[3] == expected[3] == 0
    return transparent or bool(np.abs(pixels.astype(float) - expected).max() <= 1)


@pytest.mark.parametrize("name", ["layers", "groups", "names", "offsets", "blend"])
def test_files_of_krita_look_as_krita_shows_them(name: str) -> None:
    shown = np.asarray(Image.open(SHOWN / f"krita-{name}.png").convert("RGBA")).astype(float)
    document = open_document(FOLDER / f"krita-{name}.psd").project.document
    found = document.composite().astype(float)
    for pixels in (shown, found):
        pixels[..., :3] *= pixels[..., 3:] / 255
    assert np.abs(shown - found).max() <= 2


def test_layers_of_krita_keep_their_names_modes_opacities_and_places() -> None:
    layers = open_document(FOLDER / "krita-layers.psd").project.document.layers
    assert [(each.name, round(255 * each.opacity), each.visible) for each in layers] == [
        ("Paper", 255, True),
        ("Disc 46%", 117, True),
        ("Hidden", 255, False),
        ("Ramp", 255, True),
    ]
    groups = open_document(FOLDER / "krita-groups.psd")
    names = [
        "/".join([*(group.name for group in layer.groups), layer.name])
        for layer in groups.project.document.layers
    ]
    assert names[:4] == ["Paper", "Group 50%/a", "Group 50%/b", "Pass/base"]
    assert "Outer/Inner mul/deep" in names
    assert "opened as one layer each" not in said(groups)
    blend = open_document(FOLDER / "krita-blend.psd").project.document.layers
    modes = {
        layer.blend_mode.value for layer in blend if layer.name == f"svg:{layer.blend_mode.value}"
    }
    assert len(modes) == 15  # Krita's `plus`, which Photoshop lacks, is Normal there
    names = [
        layer.name for layer in open_document(FOLDER / "krita-names.psd").project.document.layers
    ]
    assert {"日本語 レイヤー", "عربي", "emoji 🎨👩\u200d🎤", "A & B <tag/> &amp;"} <= set(names)


@pytest.mark.parametrize(
    ("name", "pixels", "note"),
    [
        ("magick-rgb16.psd", {(0, 0): (200, 40, 80), (5, 7): (200, 40, 80)}, "16 bits"),
        ("magick-cmyk.psd", {(0, 0): (60, 70, 80)}, "sRGB"),
        ("magick-grey.psd", {(0, 0): (255,) * 3, (1, 0): (204,) * 3, (5, 0): (0,) * 3}, ""),
        ("magick-bitmap.psd", {(0, 0): (255,) * 3, (1, 1): (0,) * 3}, ""),
        ("magick-large.psb", {(3, 3): (200, 40, 80)}, "16 bits"),
    ],
)
def test_every_colour_mode_opens(
    name: str, pixels: dict[tuple[int, int], tuple[int, ...]], note: str
) -> None:
    found = open_document(FOLDER / name)
    shown = found.project.document.composite()
    for (row, column), colour in pixels.items():
        assert close(shown[row, column], (*colour, 255))
    assert note in said(found)


def test_a_file_whose_layers_cannot_be_read_opens_flat() -> None:
    found = open_document(FOLDER / "magick-rgb16.psd", "Ground")  # its blend modes are misspelt
    assert "cannot be read" in said(found)
    assert [layer.name for layer in found.project.document.layers] == ["Ground"]
    assert found.project.document.metadata.resolution == (300, 300)


def test_lab_is_converted() -> None:
    psd = PSDImage.new("LAB", (2, 2), 255)
    levels = [
        Image.new("L", (2, 2), value) for value in (138, 209, 198)
    ]  # sRGB red: L* 54.3, a* 80.8, b* 69.9
    psd.create_pixel_layer(Image.merge("LAB", levels))
    shown = opened(saved(psd)).project.document.composite()
    assert np.abs(shown[0, 0].astype(int) - (255, 0, 0, 255)).max() <= 6


def test_channels_of_32_bits_are_linear_light() -> None:
    psd = PSDImage.new("RGB", (1, 1), depth=32)
    psd.create_pixel_layer_from_array(np.full((1, 1, 3), 0.2140, np.float32))
    shown = opened(saved(psd)).project.document.composite()
    assert close(shown[0, 0], (128, 128, 128, 255))  # 0.214 = ((0.5 + 0.055) / 1.055) ** 2.4


def without_merged_picture(psd: PSDImage) -> None:
    info = VersionInfo(version=1, has_composite=False, file_version=1)
    psd.image_resources[Resource.VERSION_INFO] = ImageResource(
        key=Resource.VERSION_INFO, data=info.tobytes()
    )


def with_mask(psd: PSDImage) -> None:
    layer = psd.create_pixel_layer(Image.new("RGB", (4, 4), (200, 100, 0)))
    layer.create_mask(Image.new("L", (2, 4), 128))  # black outside


def with_disabled_mask(psd: PSDImage) -> None:
    with_mask(psd)
    psd[0].mask.disabled = True


def with_clipping(psd: PSDImage) -> None:
    base = Image.new("RGBA", (4, 4))
    base.paste((200, 100, 0, 128), (0, 0, 2, 4))
    psd.create_pixel_layer(base, "base")
    psd.create_pixel_layer(plain((0, 0, 255, 255)), "clipped", opacity=128).clipping = True


def with_group(psd: PSDImage) -> None:
    inside = psd.create_pixel_layer(plain((200, 100, 0, 255)))
    psd.create_group([inside], "both", opacity=128, blend_mode=Mode.NORMAL)


def with_open_group(psd: PSDImage) -> None:
    inside = psd.create_pixel_layer(plain((200, 100, 0, 255)), "inside")
    psd.create_group([inside], "around").visible = False


def with_lock(psd: PSDImage) -> None:
    for flag in (ProtectedFlags.COMPLETE, ProtectedFlags.COMPOSITE, ProtectedFlags.POSITION):
        layer = psd.create_pixel_layer(plain((200, 100, 0, 255)))
        layer.tagged_blocks.set_data(Tag.PROTECTED_SETTING, int(flag))


def test_masks_and_groups_stay_what_they_are() -> None:
    psd = PSDImage.new("RGB", (4, 4))
    without_merged_picture(psd)
    with_mask(psd)
    inside = psd.create_pixel_layer(plain((200, 100, 0, 255)), "inside")
    inner = psd.create_group([inside], "inner", opacity=51)
    psd.create_group([inner], "outer").blend_mode = Mode.MULTIPLY
    found = opened(saved(psd))
    masked, layer = found.project.document.layers
    assert masked.mask is not None
    assert masked.mask.raster.to_array()[1, :, 3].tolist() == [127, 127, 255, 255]
    assert masked.raster.to_array()[..., 3].min() == 255
    outer, within = layer.groups
    assert (outer.name, outer.blend_mode, outer.passes_through) == (
        "outer",
        BlendMode.MULTIPLY,
        False,
    )
    assert (within.name, within.opacity, within.passes_through) == ("inner", 0.2, True)


def with_group_mask(psd: PSDImage, inside: PhotoshopLayer, shown: int) -> PhotoshopGroup:
    """A group around a layer, with a mask that shows so much of the left half."""
    group = psd.create_group([inside], "group")
    group._bounding_channels = deepcopy(group._bounding_channels)  # psd-tools shares them
    mask = Image.new("L", (4, 4))
    mask.paste(shown, (0, 0, 2, 4))
    group.create_mask(mask)
    return group


@pytest.mark.parametrize("passes", [True, False])
def test_the_mask_of_a_group_fades_to_what_the_group_makes_of_the_picture(passes: bool) -> None:
    psd = PSDImage.new("RGB", (4, 4))
    without_merged_picture(psd)
    psd.create_pixel_layer(plain((255, 128, 51, 255)))
    inside = psd.create_pixel_layer(plain((204, 102, 0, 255)), "inside", blend_mode=Mode.MULTIPLY)
    group = with_group_mask(psd, inside, 102)
    group.opacity = 204
    group.blend_mode = Mode.PASS_THROUGH if passes else Mode.NORMAL
    psd._update_record()
    found = opened(saved(psd))
    below, above = (np.array(colour) / 255 for colour in ((255, 128, 51), (204, 102, 0)))
    made = below * above if passes else above
    share = 0.8 * 0.4
    pixels = found.project.document.composite()
    assert close(pixels[1, 0], [*255 * ((1 - share) * below + share * made), 255])
    assert close(pixels[1, 3], [*255 * below, 255])
    (read,) = found.project.document.groups.values()
    assert read.mask is not None
    assert read.mask.raster.to_array()[1, :, 3].tolist() == [153, 153, 255, 255]
    assert read.passes_through == passes
    assert len(found.notes) == 1
    group.mask.disabled = True
    document = opened(saved(psd)).project.document
    assert close(document.composite()[1, 3], [*255 * (0.2 * below + 0.8 * made), 255])


def test_groups_are_clipped_and_clipped_to() -> None:
    psd = PSDImage.new("RGB", (4, 4))
    psd.compatibility_mode = CompatibilityMode.CLIP_STUDIO_PAINT
    without_merged_picture(psd)
    base = Image.new("RGBA", (4, 4))
    base.paste((200, 100, 0, 128), (0, 0, 2, 4))
    lowest = psd.create_pixel_layer(base, "base")
    first = psd.create_group([lowest], "first", blend_mode=Mode.NORMAL)
    inside = psd.create_pixel_layer(plain((0, 0, 255, 255)), "inside")
    second = psd.create_group([inside], "second", opacity=51)
    second.clipping = True
    psd.create_pixel_layer(plain((0, 255, 0, 51)), "above").clipping = True
    psd._update_record()
    document = opened(saved(psd)).project.document
    assert [(group.name, group.clipped) for group in document.groups.values()] == [
        (first.name, False),
        (second.name, True),
    ]
    colour = 0.8 * np.array([200, 100, 0]) + 0.2 * np.array([0, 0, 255])
    colour = 0.8 * colour + 0.2 * np.array([0, 255, 0])
    pixels = document.composite()
    assert close(pixels[1, 0], [*colour, 128])
    assert pixels[1, 3, 3] == 0


def test_what_is_clipped_to_something_left_out_is_not_clipped() -> None:
    psd = PSDImage.new("RGB", (4, 4))
    psd.compatibility_mode = CompatibilityMode.CLIP_STUDIO_PAINT
    without_merged_picture(psd)
    with_mask(psd)
    psd.create_pixel_layer(plain((0, 0, 0, 0))).tagged_blocks.set_data(Tag.POSTERIZE, 2)
    inside = psd.create_pixel_layer(plain((0, 0, 255, 255)), "inside")
    psd.create_group([inside], "group").clipping = True
    psd._update_record()
    document = opened(saved(psd)).project.document
    assert [group.clipped for group in document.groups.values()] == [False]
    assert close(document.composite()[1, 3], (0, 0, 255, 255))


def test_the_lock_of_transparent_pixels_is_kept() -> None:
    psd = PSDImage.new("RGB", (4, 4))
    for flag in (ProtectedFlags.TRANSPARENCY, ProtectedFlags.POSITION):
        layer = psd.create_pixel_layer(plain((200, 100, 0, 255)))
        layer.tagged_blocks.set_data(Tag.PROTECTED_SETTING, int(flag))
    layers = opened(saved(psd)).project.document.layers
    assert [(each.alpha_locked, each.locked) for each in layers] == [(True, False), (False, False)]


def with_fill_opacity(psd: PSDImage) -> None:
    psd.create_pixel_layer(plain((200, 100, 0, 255)), opacity=128).fill_opacity = 128


ORANGE, NOTHING = (200, 100, 0, 255), (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("build", "left", "right", "layers"),
    [
        (with_mask, (200, 100, 0, 128), NOTHING, 1),
        (with_disabled_mask, ORANGE, ORANGE, 1),
        (with_clipping, (100, 50, 128, 128), NOTHING, 2),  # half blue, within the half of the base
        (with_group, (200, 100, 0, 128), (200, 100, 0, 128), 1),
        (with_open_group, NOTHING, NOTHING, 1),
        (with_lock, ORANGE, ORANGE, 3),
        (with_fill_opacity, (200, 100, 0, 64), (200, 100, 0, 64), 1),
    ],
)
def test_layers_that_photoshop_renders_are_opened_as_pixels(
    build: Callable[[PSDImage], None],
    left: Sequence[int],
    right: Sequence[int],
    layers: int,
) -> None:
    psd = PSDImage.new("RGB", (4, 4))
    without_merged_picture(psd)
    build(psd)
    found = opened(saved(psd))
    document = found.project.document
    assert len(document.layers) == layers
    assert "Merged" not in [layer.name for layer in document.layers]
    pixels = document.composite()
    assert close(pixels[1, 0], left)
    assert close(pixels[1, 3], right)
    if build is with_lock:
        assert [layer.locked for layer in document.layers] == [True, True, False]
    if build is with_open_group:
        assert (document.layers[0].name, document.layers[0].is_shown) == ("inside", False)


def with_adjustment(psd: PSDImage) -> None:
    psd.create_pixel_layer(plain((200, 100, 0, 255)))
    psd.create_pixel_layer(plain((0, 0, 0, 0))).tagged_blocks.set_data(Tag.POSTERIZE, 2)


def with_dividing(psd: PSDImage) -> None:
    psd.create_pixel_layer(plain((100, 100, 100, 255)))
    psd.create_pixel_layer(plain((200, 200, 200, 255)), blend_mode=Mode.DIVIDE)


def with_difference_to_merged(psd: PSDImage) -> None:
    psd.create_pixel_layer(plain((200, 100, 0, 255)))


@pytest.mark.parametrize(
    ("build", "merged", "names", "note"),
    [
        (with_adjustment, None, ["Layer"], "Adjustment layers"),
        (with_adjustment, (55, 155, 255), ["Layer", "Merged"], "Adjustment layers"),
        (with_dividing, None, ["Layer", "Layer"], "shown as Normal"),
        (with_dividing, (128, 128, 128), ["Layer", "Layer", "Merged"], "the layers are hidden"),
        (with_difference_to_merged, (200, 100, 0), ["Layer"], "can be opened but not saved"),
    ],
)
def test_unsupported_features_are_shown_by_the_merged_picture(
    build: Callable[[PSDImage], None], merged: tuple[int, ...] | None, names: list[str], note: str
) -> None:
    psd = PSDImage.new("RGB", (4, 4))
    if merged is None:
        without_merged_picture(psd)
    build(psd)
    data = saved(psd)
    if merged is not None:  # the last section: a number for the compression, and the planes
        start = len(data) - PSDImage.open(io.BytesIO(data))._record.image_data.write(io.BytesIO())
        data = data[:start] + bytes(2) + b"".join(bytes([value]) * 16 for value in merged)
    found = opened(data)
    assert [layer.name for layer in found.project.document.layers] == names
    assert note in said(found)
    if merged is not None:
        assert close(found.project.document.composite()[2, 2], (*merged, 255))


def test_profile_resolution_metadata_and_guides_are_read() -> None:
    psd = PSDImage.new("RGB", (64, 64))
    psd.create_pixel_layer(plain((200, 100, 0, 255), (64, 64)))
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
    for key, data in {
        Resource.ICC_PROFILE: wide_gamut(),
        Resource.XMP_METADATA: xmp,
        Resource.RESOLUTION_INFO: bytes.fromhex("012c0000 0001 0001 00480000 0001 0001"),
        Resource.GRID_AND_GUIDES_INFO: bytes.fromhex(
            "00000001 00000240 00000240 00000002 00000140 00 00000200 01"
        ),
    }.items():
        psd.image_resources[key] = ImageResource(key=key, data=data)
    document = opened(saved(psd)).project.document
    assert document.icc_profile == wide_gamut()
    assert document.metadata.resolution == (300, 72)
    assert document.metadata.xmp == xmp
    assert [(guide.axis, guide.place) for guide in document.guides] == [("x", 10), ("y", 16)]
    assert close(document.composite()[5, 5], (200, 100, 0, 255))


def header(width: int, height: int, mode: int = 3) -> bytes:
    numbers = b"".join(
        number.to_bytes(size)
        for number, size in ((3, 2), (height, 4), (width, 4), (8, 2), (mode, 2))
    )
    return b"8BPS" + (1).to_bytes(2) + bytes(6) + numbers


@pytest.mark.parametrize(
    "data",
    [
        b"8BPS",
        header(4, 4),
        header(30_001, 1),
        header(20_000, 20_000),
        header(4, 4, mode=7),
        header(4, 4) + bytes(12),
        header(4, 4) + b"\xff" * 400,
        header(4, 4) + bytes(8) + b"\x7f\xff\xff\xff" + bytes(40),
        header(4, 4) + bytes(8) + (14).to_bytes(4) + (8).to_bytes(4) + b"\x7f\xff" + bytes(50),
    ],
    ids=lambda data: data[14:40].hex(),
)
def test_unsupported_files_are_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(PictureError, match=ONE_SENTENCE):
        opened(data)


SMALL = (FOLDER / "magick-rgb16.psd", FOLDER / "magick-cmyk.psd")
CHANGE = st.tuples(st.integers(0, 899), st.integers(0, 255))


@hypothesis_settings(max_examples=150)
@given(st.sampled_from(SMALL), st.lists(CHANGE, min_size=1, max_size=6), st.integers(0, 900))
def test_any_damage_to_a_file_gives_one_sentence(
    path: Path, changes: list[tuple[int, int]], length: int
) -> None:
    whole = path.read_bytes()
    damaged = bytearray(whole)
    for place, value in changes:
        damaged[place % len(whole)] = value
    for data in (bytes(damaged), whole[:length]):
        try:
            opened(data)
        except PictureError as error:
            assert "\n" not in str(error)  # noqa: PT017
