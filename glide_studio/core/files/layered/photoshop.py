"""Opening Photoshop files (.psd, .psb); they are not written.

Adobe Photoshop File Formats Specification, November 2019. psd-tools reads the file; this module
turns its layers into the studio's. What the studio cannot represent is still seen in the merged
picture that Photoshop keeps in the file.
"""

import io
import logging
import os
import struct
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

import numpy as np
from psd_tools import PSDImage
from psd_tools.api.layers import AdjustmentLayer, FillLayer, Group
from psd_tools.api.layers import Layer as PhotoshopLayer
from psd_tools.compression import PSDDecompressionWarning
from psd_tools.constants import BlendMode as Mode
from psd_tools.constants import ColorMode, CompatibilityMode, Resource

from glide_studio.core.document.arranging import released
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group as LayerGroup
from glide_studio.core.document.groups import Path
from glide_studio.core.document.guides import Guide
from glide_studio.core.document.layer_masks import mask_pixels
from glide_studio.core.document.layers import MAX_NAME, Layer
from glide_studio.core.document.metadata import Metadata
from glide_studio.core.files.faults import raise_unless_damage
from glide_studio.core.files.layered.importing import (
    Notes,
    as_shown_elsewhere,
    check_megapixels,
    checked_extent,
    placed,
)
from glide_studio.core.files.layered.photoshop_colours import (
    CHANNELS,
    GREY,
    MODES,
    PhotoshopColours,
    merged_planes,
    plane_of,
    planes_of,
    scaled,
)
from glide_studio.core.files.metadata.embedded import metadata_of
from glide_studio.core.files.pictures.samples import Samples
from glide_studio.core.files.project import Opened, Project
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.geometry import MAX_SIDE, Rect
from glide_studio.core.raster.colour_profile import Conversion, ProfileError
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.sentence import Sentence

SIGNATURE = b"8BPS"
MAX_LAYERS = 5000
MAX_BYTES = 4 * 2**30
"""The most bytes that one step of decoding may allocate."""

_HEADER = struct.Struct(">4sH6xHIIHH")

_LOCKS_ALPHA, _LOCKS_PIXELS, _LOCKS_ALL = 0x1, 0x2, 0x8000_0000

# Problems of a file that matter to the artist are told in notes.
logging.getLogger("psd_tools").setLevel(logging.CRITICAL)


def read_photoshop(file: BinaryIO, name: str, layer_name: str = "Background") -> Opened:
    """The document in a Photoshop file; `name` is what the artist calls the file.

    A file without layers becomes one called `layer_name`. Raises PictureError if it is damaged, too
    large, or multichannel.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", PSDDecompressionWarning)  # damaged pixels were black
            _check_header(file.read(_HEADER.size), name)
            notes = Notes(name)
            return _Reading(_opened(file, notes), notes, layer_name).opened()
    except PictureError:
        raise
    except Exception as error:  # psd-tools raises almost anything on damaged files
        raise_unless_damage(error)
        raise PictureError(
            "“{name}” is damaged or is not a Photoshop file. Open a backup or another copy.",
            name=name,
        ) from error


def _check_header(head: bytes, name: str) -> None:
    _, _, _, height, width, _, mode = _HEADER.unpack(head)
    checked_extent(name, width, height)
    if mode == ColorMode.MULTICHANNEL:
        raise PictureError(
            "“{name}” is a multichannel picture, which cannot be opened. Convert it to RGB in "
            "Photoshop.",
            name=name,
        )


def _opened(file: BinaryIO, notes: Notes) -> PSDImage:
    """The file, without its layers if these are damaged or too new."""
    file.seek(0)
    try:
        return PSDImage.open(file, max_alloc_bytes=MAX_BYTES)
    except Exception as error:  # psd-tools raises almost anything on damaged files
        raise_unless_damage(error)
        psd = PSDImage.open(_without_layers(file), max_alloc_bytes=MAX_BYTES)
        notes(
            Sentence(
                "The layers of “{name}” cannot be read: it is opened as one layer, as "
                "Photoshop shows it.",
                name=notes.name,
            )
        )
        return psd


def _without_layers(file: BinaryIO) -> BinaryIO:
    """The sections of a file for a picture without layers."""
    file.seek(0)
    flat = io.BytesIO()
    head = file.read(_HEADER.size)
    flat.write(head)
    for _ in ("colour mode data", "image resources"):
        size = file.read(4)
        flat.write(size + file.read(*struct.unpack(">I", size)))
    code = ">Q" if _HEADER.unpack(head)[1] == 2 else ">I"
    (skipped,) = struct.unpack(code, file.read(struct.calcsize(code)))
    flat.write(struct.pack(code, 0))
    file.seek(skipped, os.SEEK_CUR)
    flat.write(file.read())
    flat.seek(0)
    return flat


@dataclass
class _Reading:
    """Turns one file into a document."""

    psd: PSDImage
    note: Notes
    layer_name: str

    def opened(self) -> Opened:
        name = self.note.name
        self.extent = checked_extent(name, self.psd.width, self.psd.height)
        self.psd.compatibility_mode = CompatibilityMode.CLIP_STUDIO_PAINT  # it clips groups too
        self._check_layers()
        self.note(
            Sentence(
                "“{name}” is a Photoshop file, which can be opened but not saved. Save it as an "
                "OpenRaster file to keep its layers.",
                name=name,
            )
        )
        self.colours = self._colours()
        document = replace(
            Document.blank(self.extent),
            layers=released(tuple(self._layers(self.psd))),
            icc_profile=self.colours.profile,
            metadata=self._metadata(),
            guides=tuple(self._guides()),
        )
        shown = self._shown() if self.psd.has_preview() else None
        if not len(self.psd):
            if shown is None:
                raise ValueError("neither layers nor a picture")
            document = document.with_layer(Layer(self.layer_name, Raster.from_array(shown)))
        elif shown is not None or self.unknown:
            document = as_shown_elsewhere(document, shown, self.note)
        return Opened(Project(document), self.note.sentences, exact=False)

    def _check_layers(self) -> None:
        layers = list(self.psd.descendants())
        if len(layers) > MAX_LAYERS:
            raise ValueError("too many layers")
        self.unknown = any(layer.blend_mode not in MODES for layer in layers)
        pictures = (layer for layer in layers if not isinstance(layer, Group))
        sizes = (max(each.width, 0) * max(each.height, 0) for each in pictures)
        check_megapixels(self.note.name, sum(sizes) / 1e6)

    def _colours(self) -> PhotoshopColours:
        name, mode, depth = self.note.name, ColorMode(self.psd.color_mode), self.psd.depth
        source = self.psd.image_resources.get_data(Resource.ICC_PROFILE)
        colours = PhotoshopColours(
            mode, depth, source if isinstance(source, bytes) and depth < 32 else None
        )
        if depth > 8:
            self.note(
                Sentence(
                    "“{name}” has {bits} bits per channel, and is edited and saved with 8. Save "
                    "under another name to keep the original.",
                    name=name,
                    bits=depth,
                )
            )
        if mode in (ColorMode.CMYK, ColorMode.LAB) or (mode in GREY and colours.source):
            self.note(
                Sentence(
                    "“{name}” is not an RGB picture. It is edited and saved as sRGB.", name=name
                )
            )
        try:
            colours.rgb(np.zeros((1, 1, 4), np.float32))
            if mode in (ColorMode.RGB, ColorMode.INDEXED):
                Conversion.to_srgb(colours.source)
                colours.profile = colours.source
        except ProfileError:
            self.note(
                Sentence(
                    "The colour profile of “{name}” is damaged. The colours are read as sRGB.",
                    name=name,
                )
            )
            colours.source = None
        return colours

    def _layers(self, group: Iterable[PhotoshopLayer], path: Path = ()) -> Iterator[Layer]:
        """The layers in a group, which lies in the groups `path`, bottom first. Those that are
        clipped to what is left out are not clipped."""
        has_base = False
        for number, layer in enumerate(group):
            is_clipped = bool(layer.clipping) and number > 0
            made = tuple(self._made(layer, path, is_clipped and has_base))
            yield from made
            has_base = has_base if is_clipped else bool(made)

    def _made(self, layer: PhotoshopLayer, path: Path, clipped: bool) -> Iterator[Layer]:
        """The layers that a layer or group becomes: none if it is left out."""
        if isinstance(layer, Group):
            yield from self._layers(layer, (*path, self._as_group(layer, clipped)))
            return
        if isinstance(layer, AdjustmentLayer):
            self.note(
                Sentence(
                    "Adjustment layers in “{name}” are not supported: they are left out.",
                    name=self.note.name,
                )
            )
            return
        try:
            raster = self._raster(layer)
        except Exception as error:  # psd-tools raises almost anything on damaged files
            raise_unless_damage(error)
            self.note(Sentence("The layer “{name}” is damaged: it is left out.", name=layer.name))
            return
        mask = self._mask(layer) if layer.has_pixels() else None
        yield replace(self._styled(layer, raster), mask=mask, groups=path, clipped=clipped)

    def _as_group(self, group: Group, clipped: bool) -> LayerGroup:
        passes = group.blend_mode == Mode.PASS_THROUGH
        return LayerGroup(
            group.name.rstrip("\0")[:MAX_NAME],
            group.visible,
            group.opacity / 255,
            BlendMode.NORMAL if passes else MODES.get(group.blend_mode) or BlendMode.NORMAL,
            passes,
            _is_locked(group),
            clipped=clipped,
            mask=self._mask(group),
        )

    def _raster(self, layer: PhotoshopLayer) -> Raster:
        """The pixels of a layer, without its mask."""
        if not layer.has_pixels():
            return self._drawn(layer)
        bounds = Rect.from_edges(layer.left, layer.top, layer.right, layer.bottom)
        channels = CHANNELS.get(self.colours.mode, 1)
        colours = None if bounds.is_empty else planes_of(layer, channels)
        if colours is None:
            return Raster.empty(self.extent)
        pixels = self._pixels(colours, plane_of(layer, "shape"))
        return placed(pixels, bounds, self.extent, self.note)

    def _drawn(self, layer: PhotoshopLayer) -> Raster:
        """The pixels of a layer that the file only describes, such as a fill layer."""
        if not isinstance(layer, FillLayer):
            return Raster.empty(self.extent)
        image = layer.composite(self.psd.viewbox, force=True)
        if image is None:
            return Raster.empty(self.extent)
        pixels = np.array(image.convert("RGBA"))
        pixels = Conversion.from_srgb(self.colours.profile).applied(pixels)
        return Raster.from_array(pixels)

    def _pixels(self, colours: Samples, shape: Pixels | None) -> Pixels:
        """The file's sample values as straight-alpha RGBA."""
        height, width = colours.shape[:2]
        pixels = np.full((height, width, 4), 255, np.uint8)
        pixels[..., :3] = self.colours.rgb(colours)
        if shape is not None:
            pixels[..., 3] = shape
        return pixels

    def _mask(self, layer: PhotoshopLayer) -> Layer | None:
        """The layer mask of a layer or group."""
        mask = layer.mask
        if mask is None:
            return None
        page = self.extent.bounds
        shown = np.full((page.height, page.width), mask.background_color, np.uint8)
        place = Rect.from_edges(mask.left, mask.top, mask.right, mask.bottom)
        common = place.intersected(page)
        values = plane_of(layer, "mask")
        if values is not None and not common.is_empty:
            shown[common.slices_in(page)] = values[common.slices_in(place)]
        density = mask.parameters.user_mask_density if mask.parameters else None
        hidden = 255 - shown
        if density is not None and not mask.has_real():
            hidden = scaled(hidden, density)
        return Layer("", Raster.from_array(mask_pixels(hidden)), visible=not mask.disabled)

    def _styled(self, layer: PhotoshopLayer, raster: Raster) -> Layer:
        mode = MODES.get(layer.blend_mode)
        fill = layer.fill_opacity
        opacity = layer.opacity / 255 * (fill / 255 if isinstance(fill, int) else 1)
        return Layer(
            layer.name.rstrip("\0")[:MAX_NAME],
            raster,
            layer.visible,
            min(max(opacity, 0.0), 1.0),
            mode or BlendMode.NORMAL,
            _is_locked(layer),
            alpha_locked=_has_lock(layer, _LOCKS_ALPHA),
        )

    def _shown(self) -> Pixels | None:
        """The merged picture, which Photoshop keeps in the file; None if it is damaged."""
        try:
            return self._pixels(*merged_planes(self.psd))
        except Exception as error:  # psd-tools raises almost anything on damaged files
            raise_unless_damage(error)
            return None

    def _metadata(self) -> Metadata:
        resources = self.psd.image_resources
        found = resources.get_data(Resource.RESOLUTION_INFO)
        info: dict[str, Any] = {}
        if found is not None:  # in pixels per inch, 16.16 bits, whatever unit is shown
            dpi = found.horizontal, found.vertical
            info["dpi"] = tuple(round(each / 65_536, 3) for each in dpi)
        xmp, exif = (
            resources.get_data(key) for key in (Resource.XMP_METADATA, Resource.EXIF_DATA_1)
        )
        if isinstance(xmp, bytes):
            info["xmp"] = xmp
        info["iptc"] = resources.get_data(Resource.IPTC_NAA)
        return metadata_of(info, exif if isinstance(exif, bytes) else None, is_turned=False)

    def _guides(self) -> Iterator[Guide]:
        found = self.psd.image_resources.get_data(Resource.GRID_AND_GUIDES_INFO)
        for place, is_horizontal in (found.data if found is not None else ())[:200]:
            place = round(place / 32)
            if place <= MAX_SIDE:
                yield Guide("y" if is_horizontal else "x", place)


def _is_locked(layer: PhotoshopLayer) -> bool:
    """Whether its pixels cannot be changed."""
    return _has_lock(layer, _LOCKS_ALL | _LOCKS_PIXELS)


def _has_lock(layer: PhotoshopLayer, locks: int) -> bool:
    return layer.locks is not None and bool(int(layer.locks.value) & locks)
