"""The resampled pixels: exact where they can be, right values computed by other means elsewhere."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from scipy import ndimage  # type: ignore[import-untyped]

from glide_studio.core.geometry import Rect
from glide_studio.core.raster.free_transform import FreeTransform
from glide_studio.core.raster.projection import Projection, Quad
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.raster.resample import Resampling
from glide_studio.core.raster.warp import Warp
from tests.core.samples import noise, opaque

SMOOTH = [Resampling.BILINEAR, Resampling.BICUBIC, Resampling.LANCZOS]


def warped(
    pixels: Pixels, projection: Projection, resampling: Resampling, area: Rect | None = None
) -> Pixels:
    """A picture at the origin, mapped, in `area` or all of it."""
    warp = Warp(pixels, Rect(0, 0, pixels.shape[1], pixels.shape[0]), projection, resampling)
    return warp.sampler().render(area or warp.bounds)


@pytest.mark.parametrize("resampling", list(Resampling))
@pytest.mark.parametrize("quarters", range(4))
@pytest.mark.parametrize("mirrored", [False, True])
def test_moves_turns_and_flips_keep_every_byte(
    resampling: Resampling, quarters: int, mirrored: bool
) -> None:
    pixels, box = noise(9, 14, 4), Rect(5, -3, 14, 9)
    transform = FreeTransform(box).moved(7, -20)
    if mirrored:
        transform = transform.flipped(True)
    transform = transform.rotated_by(90 * quarters)
    warp = Warp(pixels, box, transform.projection, resampling)
    wanted = np.rot90(np.fliplr(pixels) if mirrored else pixels, -quarters)
    exact = warp.rearranged()
    assert exact is not None
    assert np.array_equal(exact, wanted)
    assert (warp.bounds.width, warp.bounds.height) == (wanted.shape[1], wanted.shape[0])
    seen = wanted[..., 3] > 0
    assert np.array_equal(warp.sampler().render(warp.bounds)[seen], wanted[seen])


def test_other_maps_are_not_rearranged() -> None:
    for projection in (Projection(xx=2), Projection(x0=0.5), Projection(xy=0.1)):
        assert Warp(noise(4, 4, 4), Rect(0, 0, 4, 4), projection, SMOOTH[0]).rearranged() is None


def test_bilinear_is_scipys() -> None:
    pixels = opaque(noise(40, 50, 3))
    cos, sin = 1.3 * math.cos(0.4), 1.3 * math.sin(0.4)  # enlarged, so that nothing is averaged
    projection = Projection(cos, -sin, 30, sin, cos, 5)
    found = warped(pixels, projection, Resampling.BILINEAR, Rect(0, 0, 90, 80))
    y, x = np.mgrid[0:80, 0:90] + 0.5
    points = np.array([x, y, np.ones_like(x)])
    u, v, _ = np.tensordot(np.linalg.inv(projection.matrix), points, 1)
    inner = (u > 1) & (u < 49) & (v > 1) & (v < 39)
    assert inner.sum() > 1500
    for channel in range(3):
        values = pixels[..., channel].astype(float)
        wanted = ndimage.map_coordinates(values, [v - 0.5, u - 0.5], order=1)
        assert np.abs(found[..., channel].astype(float) - wanted)[inner].max() <= 0.51
    assert (found[..., 3][inner] == 255).all()


@pytest.mark.parametrize("resampling", [Resampling.BICUBIC, Resampling.LANCZOS])
def test_the_sharp_filters_are_those_of_pillow(resampling: Resampling) -> None:
    pixels = opaque(noise(30, 30, 3))
    found = warped(pixels, Projection(xx=2.5, yy=3), resampling)
    for channel in range(3):
        values = Image.fromarray(pixels[..., channel].astype(np.float32))
        wanted = np.array(values.resize((75, 90), resampling.value)).clip(0, 255)
        inner = np.s_[12:-12, 10:-10]  # nearer to the edge, Pillow leaves out what is missing
        assert np.abs(found[..., channel][inner] - wanted[inner]).max() <= 0.6


@pytest.mark.parametrize("resampling", SMOOTH)
@pytest.mark.parametrize(("across", "down"), [(2, 2), (4, 3), (1, 5)])
def test_shrinking_averages_areas(resampling: Resampling, across: int, down: int) -> None:
    pixels = opaque(noise(60, 60, 3))
    found = warped(pixels, Projection(xx=1 / across, yy=1 / down), resampling)
    blocks = pixels.reshape(60 // down, down, 60 // across, across, 4).mean(axis=(1, 3))
    assert np.abs(found - blocks).max() <= 0.51


@pytest.mark.parametrize("resampling", SMOOTH)
@pytest.mark.parametrize(("scale", "angle"), [(0.4, 0), (0.63, 0.5), (0.11, 0.3)])
def test_fine_patterns_become_even_and_not_moire(
    resampling: Resampling, scale: float, angle: float
) -> None:
    chessboard = (255 * (np.indices((200, 200)).sum(axis=0) % 2)).astype(np.uint8)
    pixels = np.dstack([chessboard] * 3 + [np.full_like(chessboard, 255)])
    cos, sin = scale * math.cos(angle), scale * math.sin(angle)
    found = warped(pixels, Projection(cos, -sin, 0, sin, cos, 0), resampling)
    inner = found[found[..., 3] == 255][:, 0].astype(int)
    assert len(inner) > 300
    assert abs(inner.mean() - 127.5) < 3
    assert inner.std() < 26  # a pattern of black and white has 127


def test_a_perspective_takes_each_point_to_its_place() -> None:
    """The colours of the picture are coordinates: they tell where each pixel came from."""
    y, x = np.mgrid[0:100, 0:120]
    pixels = np.dstack([2 * x, 2 * y, 0 * x, 0 * x + 255]).astype(np.uint8)
    quad: Quad = ((30, 10), (150, 40), (170, 160), (5, 190))
    found = warped(pixels, Projection.onto(Rect(0, 0, 120, 100), quad), Resampling.BICUBIC)
    for px, py in ((80, 80), (40, 120), (120, 140), (100, 60)):
        # where the lines through the point and the vanishing points meet the edges
        u, v = _in_quad(quad, px + 0.5, py + 0.5)
        red, green = found[py - 10, px - 5, :2]
        assert red == pytest.approx(2 * (120 * u - 0.5), abs=1.5)
        assert green == pytest.approx(2 * (100 * v - 0.5), abs=1.5)


def _in_quad(quad: Quad, x: float, y: float) -> tuple[float, float]:
    """Coordinates in the unit square, by cross ratios of areas of triangles.

    They are what homographies keep: u is the share of the distances to the left and right edge,
    each weighted by the value that makes the middle of the diagonals 1/2.
    """
    a, b, c, d = (np.array([*corner, 1.0]) for corner in quad)
    p = np.array([x, y, 1.0])

    def area(*corners: np.ndarray) -> float:
        return float(np.linalg.det(np.array(corners)))

    middle = np.cross(np.cross(a, c), np.cross(b, d))
    ratios = []
    for low, high in (((a, d), (b, c)), ((a, b), (d, c))):
        at = area(*low, p) / area(*high, p)
        half = area(*low, middle) / area(*high, middle)
        ratios.append(at / half / (1 + at / half))
    return ratios[0], ratios[1]


@pytest.mark.parametrize("resampling", list(Resampling))
def test_colours_of_transparent_pixels_do_not_bleed(resampling: Resampling) -> None:
    pixels = np.zeros((20, 20, 4), np.uint8)
    pixels[...] = 0, 255, 0, 0
    pixels[5:15, 5:15] = 255, 0, 0, 255
    found = warped(pixels, Projection(1.7, 0.3, 2, -0.2, 1.4, 8), resampling)
    seen = found[..., 3] > 0
    assert seen.sum() > 150
    assert (found[seen][:, :3] == (255, 0, 0)).all()
    assert not found[~seen].any()


@pytest.mark.parametrize("resampling", SMOOTH)
def test_edges_are_as_sharp_as_a_pixel_at_any_scale(resampling: Resampling) -> None:
    pixels = np.full((10, 10, 4), 255, np.uint8)
    large = warped(pixels, Projection(xx=8, yy=8), resampling)
    assert large.shape == (80, 80, 4)
    assert (large == 255).all()
    part = warped(pixels, Projection(xx=0.55, yy=1, x0=2.25), resampling)
    alpha = part[5, :, 3]  # from 2.25 to 7.75
    assert alpha.tolist() == [191, 255, 255, 255, 255, 191]


def test_the_area_of_a_rotated_square_is_kept() -> None:
    pixels = np.full((64, 64, 4), 255, np.uint8)
    cos, sin = math.cos(0.7), math.sin(0.7)
    found = warped(pixels, Projection(cos, -sin, 0, sin, cos, 0), Resampling.BICUBIC)
    assert found[..., 3].sum() / 255 == pytest.approx(64 * 64, rel=0.003)


def test_nearest_invents_no_colour() -> None:
    pixels = noise(16, 16, 4)
    pixels[..., 3] = np.where(pixels[..., 3] < 128, 0, 255)
    found = warped(pixels, Projection(0.83, 0.31, 1.7, -0.4, 1.9, 12), Resampling.NEAREST)
    known = {tuple(each) for each in pixels[pixels[..., 3] > 0].tolist()}
    assert {tuple(each) for each in found[found[..., 3] > 0].tolist()} <= known


@given(st.lists(st.floats(-40, 40), min_size=8, max_size=8), st.sampled_from(list(Resampling)))
@settings(max_examples=30)
def test_any_possible_quadrilateral_is_filled_and_nothing_else(
    numbers: list[float], resampling: Resampling
) -> None:
    corners = np.array([(0, 0), (30, 0), (30, 30), (0, 30)]) + np.reshape(numbers, (4, 2))
    quad = tuple(map(tuple, corners.tolist()))
    box = Rect(0, 0, 12, 12)
    try:
        transform = FreeTransform(box, Projection.onto(box, quad))
    except ValueError:
        return
    if not transform.is_possible:
        return
    area = Rect(-45, -45, 120, 120)
    found = warped(np.full((12, 12, 4), 255, np.uint8), transform.projection, resampling, area)
    y, x = np.mgrid[-45:75, -45:75] + 0.5
    ways = np.roll(corners, -1, axis=0) - corners
    aside = np.array(
        [
            (way[0] * (y - at[1]) - way[1] * (x - at[0])) / np.hypot(*way)
            for at, way in zip(corners, ways, strict=True)
        ]
    )
    turn = np.sign(ways[0][0] * ways[1][1] - ways[0][1] * ways[1][0])
    depth = (aside * turn).min(axis=0)  # how far inside all edges
    assert not found[depth < -1.5].any()
    assert (found[depth > 1.5][:, 3] == 255).all()
