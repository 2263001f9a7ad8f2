"""Masks, photographs and figures of inpainting and removal, with networks too small to draw."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
import pytest

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Extent
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.settings import Sampling
from glide_studio.engine import Models
from glide_studio.training.captions import Subject, Words
from glide_studio.training.inpainting import (
    SHAPES,
    Hole,
    Inpainter,
    inpaint_match,
    object_of_colour,
    painted_mask,
    photographs,
    removal_match,
    ring_mean,
    telea,
)
from glide_studio.training.judge import Judge
from glide_studio.training.pack import Pack
from glide_studio.training.real_objects import with_object
from glide_studio.training.scenes import Scene, SceneRecipe
from glide_studio.training.vocabulary import COLOURS, ELSEWHERE, SMALL_VOCABULARY
from tests.fakes import settings


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge(SMALL_VOCABULARY).eval()


@pytest.fixture(scope="module")
def inpainter(models: Models) -> Inpainter:
    short = Sampling("ddim", "2")
    return Inpainter(models, replace(settings(), base=short, upsample=short))


def plain_photographs() -> Iterator[Document]:
    """Plain greenish photographs, darker ones from time to time."""
    while True:
        for level in (90, 120):
            picture = np.full((256, 256, 4), (level, level + 20, 60, 255), np.uint8)
            yield Document.from_picture(picture)


def words(count: int) -> list[Words]:
    return [Words(Subject("apple", "red"), ELSEWHERE)] * count


def holes_in(
    photos: Iterator[Document], inpainter: Inpainter, count: int, share: float = 0.1
) -> list[Hole]:
    return inpainter.holes(photos, words(count), share, np.random.default_rng(0))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("share", [0.05, 0.4])
@pytest.mark.parametrize("extent", [Extent(256, 256), Extent(640, 427), Extent(100, 300)])
def test_a_mask_takes_its_share_of_the_photograph(shape: str, share: float, extent: Extent) -> None:
    for seed in range(5):
        mask = painted_mask(shape, share, extent, np.random.default_rng(seed))
        assert mask.shape == (extent.height, extent.width)
        assert np.mean(mask > 0) == pytest.approx(share, rel=0.08)
        assert len(cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0]) == 1


@pytest.mark.parametrize(
    ("shape", "filled", "allowed"), [("box", 1, 0.06), ("ellipse", np.pi / 4, 0.03)]
)
def test_masks_have_the_shape_that_their_name_says(
    shape: str, filled: float, allowed: float
) -> None:
    for seed in range(5):
        mask = painted_mask(shape, 0.1, Extent(256, 256), np.random.default_rng(seed))
        *_, width, height = cv2.boundingRect(mask)
        assert (mask > 0).sum() / (width * height) == pytest.approx(filled, abs=allowed)


def test_photographs_are_samples_of_the_program_and_of_the_pack(pack_path: Path) -> None:
    pack = Pack(pack_path, set(SMALL_VOCABULARY.nouns.values()), ("3d",), 256)
    recipe = SceneRecipe(pack, SMALL_VOCABULARY, 256)
    found = list(islice(photographs(recipe, np.random.default_rng(0)), 8))
    sizes = [(451, 300), (600, 400), (640, 427), (451, 300)]  # as resources/samples/README.md says
    assert [(each.extent.width, each.extent.height) for each in found[::2]] == sizes
    assert all(d.extent == Extent(256, 256) for d in found[1::2])


@pytest.mark.parametrize("name", COLOURS)
def test_an_object_is_found_by_the_colour_of_its_prompt(name: str) -> None:
    hue = COLOURS[name].hue
    hsv = np.full((32, 32, 3), (20 if hue != 12 else 60, 60, 90), np.uint8)
    hsv[8:24, 8:24] = (0, 0, 240) if hue is None else (hue, 200, 220)
    picture = cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)
    found = object_of_colour(picture, name)
    assert found[7:25, 7:25].all()
    assert found.sum() == 18**2
    assert not object_of_colour(picture, "").any()


def test_the_network_sees_the_mask_as_the_program_crops_it(inpainter: Inpainter) -> None:
    for hole in holes_in(plain_photographs(), inpainter, 6):
        bounds, mask = hole.request.bounds, hole.document.mask.bounds()
        assert bounds.intersected(mask) == mask
        share, unknown = 0.1 * 256**2 / bounds.area, float((hole.region.mask == 0).float().mean())
        assert share < unknown < 1.6 * share  # with the blend band, and in whole cells


def perfect(hole: Hole, colour: tuple[int, int, int] | None, lift: int = 0) -> Pixels:
    """The photograph with its hole lifted by some levels, and in its middle an object."""
    unknown = hole.region.mask[0].numpy().transpose(1, 2, 0) == 0
    picture = np.where(unknown, hole.photo.astype(int) + lift, hole.photo).astype(np.uint8)
    if colour is not None:
        x, y, width, height = cv2.boundingRect(unknown.astype(np.uint8))
        centre, radius = (x + width // 2, y + height // 2), min(width, height) // 3
        cv2.circle(picture, centre, radius, colour, -1)
    return picture


@pytest.mark.parametrize("lift", [0, 15, 40])
def test_the_ground_around_an_object_is_measured(
    inpainter: Inpainter, judge: Judge, lift: int
) -> None:
    holes = holes_in(plain_photographs(), inpainter, 6)
    found = inpaint_match(judge, holes, [perfect(h, (210, 30, 30), lift) for h in holes])
    assert found.ground == pytest.approx(lift, abs=0.5)
    assert found.ground_worst == pytest.approx(lift, abs=0.5)
    assert found.seam == pytest.approx(max(1, lift), rel=0.1)
    assert found.ground_photo == pytest.approx(0, abs=1e-9)
    assert found.seam_photo == 1
    assert found.context_error == 0
    assert (found.mask_share, found.pictures) == (0.1, 6)


@pytest.mark.parametrize("share", [0.05, 0.4])
def test_a_real_object_fills_the_box_of_the_mask(inpainter: Inpainter, share: float) -> None:
    """A red box that is twice as wide as high, of a scene on black."""
    scene = Scene(
        *(np.zeros((256, 256, 3), np.uint8),) * 2, np.zeros((256, 256), np.uint8), "", words(1)[0]
    )
    scene.picture[100:140, 80:160] = (255, 0, 0)
    scene.object_mask[100:140, 80:160] = 255
    for hole in holes_in(plain_photographs(), inpainter, 6, share):
        picture = with_object(hole, scene)
        red = (picture[hole.inside] == (255, 0, 0)).all(axis=2)
        changed = (picture != hole.photo).any(axis=2)
        assert changed.sum() == red.sum()
        box = cv2.boundingRect((hole.known == 0).astype(np.uint8))
        x, y, width, height = cv2.boundingRect(red.astype(np.uint8))
        assert box[0] <= x <= x + width <= box[0] + box[2]
        assert box[1] <= y <= y + height <= box[1] + box[3]
        assert min(box[2] / width, box[3] / height) == pytest.approx(1 / 0.92, rel=0.1)
        assert width / height == pytest.approx(2, rel=0.15)


def test_an_object_that_fills_the_mask_leaves_no_ground_to_measure(
    inpainter: Inpainter, judge: Judge
) -> None:
    holes = holes_in(plain_photographs(), inpainter, 3)
    red = [np.full_like(hole.photo, (210, 30, 30)) for hole in holes]
    found = inpaint_match(judge, holes, red)
    assert found.ground is found.ground_worst is found.seam is None
    assert found.context_error == 210 - 90  # of red
    assert found.ground_photo == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("lift", [1, 10, 50])
def test_removal_is_compared_with_the_photograph(
    inpainter: Inpainter, judge: Judge, lift: int
) -> None:
    holes = holes_in(plain_photographs(), inpainter, 4)
    found = removal_match(judge, holes, [perfect(hole, None, lift) for hole in holes])
    assert found.error == lift
    assert found.psnr == pytest.approx(20 * np.log10(255 / lift))
    assert found.error_mean == 0
    assert found.error_telea < 1.5  # it darkens plain colours by a level
    assert 0 <= found.empty <= 1


def test_simple_fills_change_only_the_hole(inpainter: Inpainter) -> None:
    """A photograph of two halves: the ring's mean mixes them, and Telea keeps them apart."""
    halves = np.full((256, 256, 4), (200, 80, 60, 255), np.uint8)
    halves[:, 128:, :3] = (40, 80, 60)
    (hole,) = inpainter.holes(
        [Document.from_picture(halves)], words(1), 0.4, np.random.default_rng(3)
    )
    known = hole.region.mask[0, 0].numpy() > 0
    for fill in (ring_mean(hole), telea(hole)):
        assert np.array_equal(fill[known], hole.photo[known])
    ring = np.unique(ring_mean(hole)[~known], axis=0)
    assert len(ring) == 1
    assert 40 < ring[0, 0] < 200
    error = np.abs(telea(hole).astype(int) - hole.photo)[~known]
    assert error.mean() < np.abs(ring_mean(hole).astype(int) - hole.photo)[~known].mean()


def test_nothing_but_the_masks_and_their_blend_bands_change(inpainter: Inpainter) -> None:
    """With samples whose crops are mirrored past their edges too."""
    photos = photographs_of_all_shapes()
    holes = holes_in(photos, inpainter, 4, 0.4)
    fills = inpainter.fills(holes, [hole.request.settings.prompt for hole in holes])
    for hole, document in zip(holes, inpainter.finished(holes, fills), strict=True):
        changed = (document.composite() != hole.document.composite()).any(axis=2)
        mask = hole.document.mask.read(hole.document.extent.bounds) > 0
        source = hole.request.source
        reach = 2 * source.feather + 1  # type: ignore[union-attr]
        band = cv2.dilate(mask.astype(np.uint8), np.ones((reach, reach), np.uint8)) > 0
        assert changed[mask].mean() > 0.5
        assert not changed[~band].any()
        rows, columns = hole.inside
        assert hole.known.shape == (rows.stop - rows.start, columns.stop - columns.start)
        extent, seen = document.extent, hole.known.shape
        inside = hole.request.bounds.intersected(extent.bounds)
        assert seen[1] / seen[0] == pytest.approx(inside.width / inside.height, rel=0.05)


def photographs_of_all_shapes() -> Iterator[Document]:
    rng = np.random.default_rng(0)
    for width, height in ((300, 200), (150, 320), (256, 256), (400, 190)):
        noise = rng.integers(0, 255, (height, width, 4)).astype(np.uint8)
        noise[..., 3] = 255
        yield Document.from_picture(noise)


def test_the_same_holes_give_the_same_fills(inpainter: Inpainter) -> None:
    holes = holes_in(plain_photographs(), inpainter, 10)
    fills = [inpainter.fills(holes, [""] * 10) for _ in range(2)]
    assert all(np.array_equal(one, other) for one, other in zip(*fills, strict=True))
    assert not np.array_equal(fills[0][0], fills[0][2])  # another seed
