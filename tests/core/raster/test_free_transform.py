"""The arithmetic of handles and numbers: where corners land, and what stays."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from glide_studio.core.geometry import AxisMap, Rect
from glide_studio.core.raster.free_transform import CORNERS, Edges, FreeTransform
from glide_studio.core.raster.projection import Point, Projection, Quad

HANDLES: list[Edges] = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if (x, y) != (0, 0)]
BOX = Rect(40, 30, 200, 100)

parts = st.floats(-0.3, 0.3)
places = st.tuples(st.floats(-500, 500), st.floats(-500, 500))
rects = st.builds(Rect, *[st.integers(-300, 300)] * 2, *[st.integers(1, 600)] * 2)


@st.composite
def quads(draw: st.DrawFn) -> Quad:
    """Convex ones: the corners of a rectangle, each moved by less than a third of its sides, then
    rotated, and perhaps mirrored."""
    width, height = draw(st.floats(20, 600)), draw(st.floats(20, 600))
    angle, mirrored = draw(st.floats(0, 2 * math.pi)), draw(st.booleans())
    corners = []
    for x, y in ((0, 0), (1, 0), (1, 1), (0, 1)):
        x, y = (x + draw(parts)) * width, (y + draw(parts)) * height
        x = -x if mirrored else x
        corners.append(
            (x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle))
        )
    return (corners[0], corners[1], corners[2], corners[3])


def of(quad: Quad) -> FreeTransform:
    return FreeTransform(BOX, Projection.onto(BOX, quad))


def affine(width: float, height: float, angle: float, shear: float) -> FreeTransform:
    """Scaled in percent, sheared, then rotated about the origin, in degrees."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    linear = np.array([[cos, -sin], [sin, cos]]) @ [[1, math.tan(math.radians(shear))], [0, 1]]
    (xx, xy), (yx, yy) = (linear @ np.diag([width / 100, height / 100])).tolist()
    return FreeTransform(BOX, Projection(xx, xy, 0, yx, yy, 0))


def near(point: Point, other: Point) -> bool:
    return bool(np.allclose(point, other, rtol=1e-6, atol=1e-5))


@given(rects, quads())
def test_a_rectangle_is_mapped_onto_any_convex_quadrilateral(rect: Rect, quad: Quad) -> None:
    projection = Projection.onto(rect, quad)
    assert all(map(near, projection.quad(rect), quad))
    back = projection.inverse()
    assert all(map(near, (back.at(*end) for end in quad), Projection().quad(rect)))
    assert of(quad).is_possible


@given(quads(), places)
def test_the_matrix_is_that_of_eight_equations(quad: Quad, place: Point) -> None:
    """x (g u + h v + 1) = a u + b v + c and so on, for the four corners."""
    rows, right = [], []
    for (u, v), (x, y) in zip(Projection().quad(BOX), quad, strict=True):
        rows += [[u, v, 1, 0, 0, 0, -x * u, -x * v], [0, 0, 0, u, v, 1, -y * u, -y * v]]
        right += [x, y]
    found = np.append(np.linalg.solve(rows, right), 1).reshape(3, 3)
    u, v = BOX.x + place[0] % BOX.width, BOX.y + place[1] % BOX.height
    x, y, w = found @ [u, v, 1]
    assert near(Projection.onto(BOX, quad).at(u, v), (x / w, y / w))


@given(quads(), st.sampled_from(HANDLES), places, st.booleans())
def test_a_dragged_handle_follows_and_the_opposite_one_stays(
    quad: Quad, edges: Edges, target: Point, about_centre: bool
) -> None:
    before = of(quad)
    w = before.projection.inverse().weight(*target)
    assume(abs(w) > 0.05)
    after = before.scaled(edges, target, proportional=False, about_centre=about_centre)
    assume(after.is_possible)
    if edges in CORNERS:
        assert near(after.at(edges), target)
    fixed = (0, 0) if about_centre else (-edges[0], -edges[1])
    assert near(after.at(fixed), before.at(fixed))


@given(st.sampled_from(HANDLES), places, st.booleans())
def test_shift_keeps_proportions(edges: Edges, target: Point, about_centre: bool) -> None:
    after = affine(120, 80, 30, 0).scaled(
        edges, target, proportional=True, about_centre=about_centre
    )
    assume(after.is_possible)
    assert after.numbers.width / after.numbers.height == pytest.approx(1.5)


@given(st.sampled_from([(0, -1), (0, 1), (-1, 0), (1, 0)]), places, st.booleans())
def test_shearing_keeps_area_and_the_opposite_edge(
    edges: Edges, target: Point, about_centre: bool
) -> None:
    before = affine(120, 80, 30, 10)
    after = before.sheared(edges, target, about_centre=about_centre)
    assert np.linalg.det(after.projection.matrix) == pytest.approx(0.96)
    if about_centre:
        assert near(after.centre, before.centre)
    else:
        for corner in CORNERS:
            if corner[0] == -edges[0] or corner[1] == -edges[1]:
                assert near(after.at(corner), before.at(corner))


@given(quads(), st.sampled_from(CORNERS), places, st.booleans())
def test_distorting_moves_one_corner_or_two(
    quad: Quad, edges: Edges, target: Point, mirrored: bool
) -> None:
    before = of(quad)
    try:
        after = before.distorted(edges, target, mirrored=mirrored)
    except ValueError:
        return  # three corners on a line
    assume(after.is_possible)
    opposite = (-edges[0], -edges[1])
    for corner in CORNERS:
        old = before.at(corner)
        if corner == edges:
            assert near(after.at(corner), target)
        elif corner == opposite and mirrored:
            moved = target[0] - before.at(edges)[0], target[1] - before.at(edges)[1]
            assert near(after.at(corner), (old[0] - moved[0], old[1] - moved[1]))
        else:
            assert near(after.at(corner), old)


@given(st.floats(-175, 175), st.floats(-175, 175))
def test_rotation_about_the_middle(start: float, degrees: float) -> None:
    before = affine(120, 80, start, 10)
    x, y = before.centre

    def at(angle: float) -> Point:
        return x + 90 * math.cos(math.radians(angle)), y + 90 * math.sin(math.radians(angle))

    after = before.rotated(at(20), at(20 + degrees), in_steps=False)
    assert math.dist(after.centre, before.centre) < 1e-6
    assert math.remainder(after.numbers.angle - start - degrees, 360) == pytest.approx(0, abs=1e-6)
    stepped = before.rotated(at(20), at(20 + degrees), in_steps=True).numbers.angle
    assert math.remainder(stepped, 15) == pytest.approx(0, abs=1e-6)
    assert abs(math.remainder(stepped - start - degrees, 360)) <= 7.5 + 1e-6


@pytest.mark.parametrize("box", [Rect(3, 4, 20, 10), Rect(3, 4, 21, 10)])
def test_right_angles_lie_on_whole_pixels(box: Rect) -> None:
    after = FreeTransform(box).rotated_by(90)
    motion = after.projection.axis_map
    assert motion is not None
    assert (motion.xx, motion.xy, motion.yx, motion.yy) == (0, -1, 1, 0)
    assert float(motion.x0).is_integer()
    assert float(motion.y0).is_integer()
    assert math.dist(after.centre, FreeTransform(box).centre) < 1
    whole = after.rotated_by(90).rotated_by(90).rotated_by(90)
    assert whole.projection.axis_map == AxisMap.shift(
        round(whole.centre[0] - FreeTransform(box).centre[0]),
        round(whole.centre[1] - FreeTransform(box).centre[1]),
    )


sizes = st.floats(5, 400) | st.floats(-400, -5)


@given(
    st.floats(5, 400), sizes, st.floats(-89, 89), st.floats(-60, 60),
    st.sampled_from(["width", "height", "angle", "shear", "x", "y"]), st.floats(10, 60),
)  # fmt: skip
def test_numbers_are_read_and_set(
    width: float, height: float, angle: float, shear: float, name: str, value: float
) -> None:
    before = affine(width, height, angle, shear)
    numbers = before.numbers
    found = (numbers.width, numbers.height, numbers.angle, numbers.shear)
    assert found == pytest.approx((width, height, angle, shear), abs=1e-6)
    xs, ys = zip(*before.quad, strict=True)
    assert (numbers.x, numbers.y) == pytest.approx((min(xs), min(ys)))
    after = before.with_number(name, value)
    for other in ("width", "height", "angle", "shear"):
        wanted = value if other == name else getattr(numbers, other)
        assert getattr(after.numbers, other) == pytest.approx(wanted, abs=1e-6)
    if name in ("x", "y"):
        assert getattr(after.numbers, name) == pytest.approx(value)
    else:
        assert math.dist(after.centre, before.centre) < 1.5  # a right angle lies on whole pixels


def test_mirror_images_have_a_negative_side() -> None:
    one = FreeTransform(BOX)
    assert one.flipped(True).numbers.width == pytest.approx(-100)
    assert one.flipped(True).numbers.angle == pytest.approx(0)
    assert one.flipped(False).numbers.height == pytest.approx(-100)
    assert one.flipped(True).quad == pytest.approx(
        np.array([(240, 30), (40, 30), (40, 130), (240, 130)])
    )


@pytest.mark.parametrize(
    "quad",
    [
        ((0, 0), (10, 0), (10, 0.001), (0, 0.001)),
        ((0, 0), (10, 0), (2, 2), (0, 10)),
        ((0, 0), (10, 10), (10, 0), (0, 10)),
        ((0, 0), (1e9, 0), (1e9, 10), (0, 10)),
    ],
)
def test_what_cannot_be_seen_is_impossible(quad: Quad) -> None:
    """Too thin, with a dent, crossed over itself, and too far away."""
    assert not of(quad).is_possible
