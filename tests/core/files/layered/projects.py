"""Project files to write, take apart and open."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.beyond import kept_beyond
from glide_studio.core.document.blend import Blend, Ground
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group
from glide_studio.core.document.guides import Guide
from glide_studio.core.document.layer_masks import mask_pixels
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.metadata import Metadata
from glide_studio.core.document.reshape import rotated
from glide_studio.core.files.layered.openraster_reading import read_openraster
from glide_studio.core.files.project import Opened, Project
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode
from glide_studio.core.raster.raster import Raster
from glide_studio.core.request.request import Result, to_json
from tests.colour_profiles import wide_gamut
from tests.fakes import request_of, settings
from tests.picture_files import openraster

ONE_SENTENCE = r"\A“[^\n]*[^\n.]\.\Z"


def opened(data: bytes | Path) -> Opened:
    if isinstance(data, Path):
        data = data.read_bytes()
    return read_openraster(io.BytesIO(data), "a.ora")


def again(project: Project) -> Opened:
    return opened(openraster(project))


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def same_layers(one: Document, other: Document) -> bool:
    def known(layer: Layer) -> Layer:
        plain = Raster.empty(Extent(1, 1))
        groups = tuple(replace(group, mask=None) for group in layer.groups)
        return replace(layer, raster=plain, edit=None, beyond=None, mask=None, groups=groups)

    def same_masks(a: Layer | None, b: Layer | None) -> bool:
        if a is None or b is None:
            return a is b
        bounds = a.content_bounds.united(b.content_bounds)
        same = np.array_equal(a.read(bounds), b.read(bounds))
        return same and (a.id, a.visible) == (b.id, b.visible)

    return all(
        known(a).__dict__ | {"raster": 0} == known(b).__dict__ | {"raster": 0}
        and a.content_bounds == b.content_bounds
        and np.array_equal(a.read(a.content_bounds), b.read(b.content_bounds))
        and same_masks(a.mask, b.mask)
        and all(same_masks(c.mask, d.mask) for c, d in zip(a.groups, b.groups, strict=True))
        and msgspec.json.decode(to_json(a.edit)) == msgspec.json.decode(to_json(b.edit))
        for a, b in zip(one.layers, other.layers, strict=True)
    )


def edited(document: Document) -> Document:
    """`document` with a masked edit, turned afterwards."""
    painted = document.with_mask(
        document.mask.write(Rect(20, 30, 90, 80), np.full((80, 90), 255, np.uint8))
    )
    request = request_of(painted, Mode.INPAINT, prompt="a red hat")
    noise = np.random.default_rng(1).integers(0, 256, (256, 256, 3), np.uint8)
    result = Result(request, noise, matte=np.ascontiguousarray(noise[..., 0]))
    return rotated(accept(painted, result, blend=Blend(3, Ground.KEEP, 2)), 1)


def document_with_everything() -> Document:
    noise = np.random.default_rng(0).integers(0, 256, (301, 400, 4), np.uint8)
    document = replace(
        Document.from_picture(noise, "Photo & <paper>\t“é” 日本 🎨"), icc_profile=wide_gamut()
    )
    document = edited(document)
    extent = document.extent
    drawn = Layer.empty("", extent).with_pixels(
        Raster.empty(extent).write(Rect(280, 7, 40, 9), np.full((9, 40, 4), 200, np.uint8))
    )
    fading = np.tile(np.arange(90, dtype=np.uint8), (50, 1))
    mask = Layer.empty("", extent).with_pixels(
        Raster.empty(extent).write(Rect(270, 0, 90, 50), mask_pixels(fading))
    )
    beyond = kept_beyond(extent.bounds, Rect(-9, 5, 9, 9), lambda area: mask_pixels(fading[:9, :9]))
    styled = replace(
        drawn, id="styled", opacity=0.123, blend_mode=BlendMode.SUBTRACT, visible=False, locked=True
    )
    styled = replace(styled, alpha_locked=True, mask=replace(mask, visible=False))
    styled = replace(styled, past_edits=(settings(prompt="ein Hut"), settings(seed=3)))
    clipped = replace(drawn, id="clipped", clipped=True, opacity=0.7)
    clipped = replace(clipped, mask=replace(mask, beyond=beyond))
    multiplied = replace(clipped, id="multiplied", blend_mode=BlendMode.MULTIPLY)
    multiplied = replace(multiplied, mask_linked=False)
    document = document.with_layer(drawn).with_layer(clipped).with_layer(multiplied)
    document = document.with_layer(styled).with_layer(Layer.empty("same", extent))
    outer = Group("Outer & <group>", opacity=0.123, blend_mode=BlendMode.MULTIPLY, collapsed=True)
    inner = Group("", visible=False, passes_through=True, opacity=0.5, locked=True)
    masked = Group("Masked", passes_through=True, opacity=0.25, mask=clipped.mask)
    masked = replace(masked, mask_linked=False)
    disabled = Group("Disabled", mask=replace(mask, visible=False), clipped=True)
    through = Group("Through", passes_through=True, clipped=True, opacity=0.9)
    through = replace(through, mask=Layer.empty("", extent))
    shared = [replace(drawn, id=f"in{number}", name=f"in {number}") for number in range(4)]
    shared[0] = replace(shared[0], groups=(outer,))
    shared[1] = replace(shared[1], groups=(outer, inner))
    shared[2] = replace(shared[2], groups=(outer,), clipped=True)
    shared[3] = replace(shared[3], clipped=True)
    others = [(masked,), (disabled,), (through,), (through, replace(masked, id="inner"))]
    grouped = [replace(drawn, id=f"of{number}", groups=path) for number, path in enumerate(others)]
    document = replace(document, layers=(*document.layers, *shared, *grouped))
    soft = np.tile(np.arange(extent.width, dtype=np.uint8), (extent.height, 1))
    return replace(
        document,
        mask=Mask.from_array(soft),
        guides=(Guide("x", 10), Guide("y", -3)),
        active_id="styled",
        region=Rect(10, 20, 60, 60),
        metadata=Metadata((300.0, 300.5), b"II*\0exif", b"<x:xmpmeta/>"),
    )
