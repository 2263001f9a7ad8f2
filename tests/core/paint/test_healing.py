"""Healing: what is copied joins its surroundings, and where it is copied from."""

import numpy as np
import pytest
from numpy.typing import NDArray

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint import healing as module
from glide_studio.core.paint.healing import healing, source_for
from glide_studio.core.paint.paint import PaintStroke, cloning
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.raster import Pixels, Raster

Field = NDArray[np.float64]


def opaque(*planes: Field) -> Pixels:
    pixels = np.full((*planes[0].shape, 4), 255, np.uint8)
    for index in range(3):
        pixels[..., index] = np.rint(planes[index % len(planes)])
    return pixels


def grid(height: int = 120, width: int = 160) -> tuple[Field, Field]:
    y, x = np.mgrid[:height, :width].astype(float)
    return x, y


def disc(x: float, y: float, radius: float) -> NDArray[np.bool_]:
    xs, ys = grid()
    return np.hypot(xs - x, ys - y) < radius


def healed(source: Pixels, ground: Pixels, inside: NDArray[np.bool_]) -> Pixels:
    """`ground` with what is inside healed by a copy of `source`, which lies to its right."""
    height, width = inside.shape
    both = Raster.from_array(np.concatenate([ground, source], axis=1))
    everywhere = np.concatenate([inside, np.zeros_like(inside)], axis=1)
    covered = Mask.from_array(np.where(everywhere, 255, 0).astype(np.uint8))
    area, pixels = Rect(0, 0, width, height), ground.copy()
    healing(both.read, width, 0, covered)(area, pixels, covered.read(area))
    return pixels


@pytest.mark.parametrize("most", [2**20, 2000])
def test_a_plain_copy_takes_on_a_smooth_ground(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ground is harmonic, so that it is itself the smoothest continuation of its edge."""
    monkeypatch.setattr(module, "MAX_SOLVED", most)
    x, y = grid()
    ground = opaque(60 + x / 2, 200 - y, 120 + ((x - 80) ** 2 - (y - 60) ** 2) / 100)
    inside = disc(80, 60, 30)
    spoilt = ground.copy()
    spoilt[inside] = 0, 0, 0, 255
    for source in (opaque(np.full((120, 160), 90.0)), np.full_like(ground, 90)):
        found = healed(source, spoilt, inside)
        assert np.abs(found.astype(int) - ground).max() <= 2  # alpha joins, too
        assert np.array_equal(found[~inside], ground[~inside])


def test_texture_is_kept_and_brightness_is_not() -> None:
    grain = np.random.default_rng(1).normal(0, 8, (120, 160)).round()
    inside = disc(80, 60, 20)
    grain[disc(80, 60, 24) & ~inside] = 0  # none where both meet: the wanted result is known
    found = healed(opaque(170 + grain), opaque(np.full((120, 160), 90.0)), inside)
    assert np.abs(found[inside][:, 0] - (90 + grain[inside])).max() <= 1


def test_a_transparent_source_changes_nothing() -> None:
    raster = Raster.from_array(opaque(np.full((120, 160), 90.0)))
    stroke = PaintStroke(
        raster, Brush(30, 1), cloning(raster.read, -150, 0), Selection(Mask.empty(raster.extent))
    )
    stroke.extend(80, 60)
    assert np.array_equal(
        stroke.painted_on(raster, healing(raster.read, -150, 0, stroke.covered)).to_array(),
        raster.to_array(),
    )


def test_only_what_the_stroke_covers_changes() -> None:
    rng = np.random.default_rng(2)
    pixels = rng.integers(0, 256, (120, 160, 4), dtype=np.uint8)
    raster = Raster.from_array(pixels)
    stroke = PaintStroke(
        raster, Brush(30, 0.2), cloning(raster.read, 40, 5), Selection(Mask.empty(raster.extent))
    )
    for point in ((60, 60), (90, 70), (3, 118)):
        stroke.extend(*point)
    healed = stroke.painted_on(raster, healing(raster.read, 40, 5, stroke.covered)).to_array()
    covered = stroke.covered.read(raster.extent.bounds) > 0
    assert np.array_equal(healed[~covered], pixels[~covered])
    assert not np.array_equal(healed[covered], pixels[covered])


def spot(*, x: int, y: int, radius: int = 9, extent: Extent | None = None) -> Mask:
    stroke = PaintStroke(
        Raster.empty(extent or Extent(160, 120)),
        Brush(2 * radius, 1),
        lambda *_: None,
        Selection(Mask.empty(extent or Extent(160, 120))),
    )
    stroke.extend(x, y)
    return stroke.covered


@pytest.mark.parametrize("scale", [1, 5])
def test_the_source_continues_the_pattern_around_the_spot(scale: int) -> None:
    x, _ = grid(120 * scale, 160 * scale)
    period = 20 * scale
    picture = opaque(np.where(x % period < period / 2, 220.0, 30.0))
    covered = spot(
        x=73 * scale, y=60 * scale, radius=9 * scale, extent=Extent(160 * scale, 120 * scale)
    )
    inside = covered.read(Rect(0, 0, 160 * scale, 120 * scale)) > 0
    picture[inside] = 250, 0, 0, 255
    offset = source_for(Raster.from_array(picture).read, covered)
    assert offset is not None
    dx, dy = offset
    assert abs((dx + period / 2) % period - period / 2) <= scale
    assert not (np.roll(inside, (-dy, -dx), (0, 1)) & inside).any()


def test_the_source_avoids_other_blemishes_and_the_edge() -> None:
    picture = opaque(np.full((120, 160), 128.0))
    for x, y in ((80, 60), (50, 60), (110, 60), (80, 30)):
        picture[disc(x, y, 8)] = 255, 0, 0, 255
    covered = spot(x=80, y=60)
    offset = source_for(Raster.from_array(picture).read, covered)
    assert offset is not None
    box = covered.bounds().translated(*offset)
    assert Rect(0, 0, 160, 120).contains(box)
    assert (picture[box.y : box.bottom, box.x : box.right, 1] == 128).all()


def test_there_is_no_source_beside_a_stroke_over_all_of_the_page() -> None:
    covered = Mask.full(Extent(160, 120))
    assert source_for(Raster.from_array(opaque(*grid())).read, covered) is None
