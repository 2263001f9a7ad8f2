from pathlib import Path

import cv2
import numpy as np
import pytest

from glide_studio.training.masks import known_region
from glide_studio.training.pack import Pack
from glide_studio.training.scenes import SceneRecipe, dominant_hue, recoloured
from glide_studio.training.vocabulary import COLOURS, PLACES, SMALL_VOCABULARY, caption


@pytest.fixture(scope="module")
def recipe(pack_path: Path) -> SceneRecipe:
    pack = Pack(pack_path, set(SMALL_VOCABULARY.nouns.values()), ["3d"], 64)
    return SceneRecipe(pack, SMALL_VOCABULARY, 64)


def test_the_same_seed_gives_the_same_scene(recipe: SceneRecipe) -> None:
    first, again, other = (recipe.sample(np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert first.caption == again.caption
    assert np.array_equal(first.picture, again.picture)
    assert not np.array_equal(first.picture, other.picture)


def test_caption_and_words_agree(recipe: SceneRecipe) -> None:
    rng = np.random.default_rng(0)
    for _ in range(200):
        scene = recipe.sample(rng)
        assert scene.picture.shape == (64, 64, 3)
        assert scene.picture.dtype == scene.object_mask.dtype == np.uint8
        assert f"{scene.colour} {scene.noun}".strip() in scene.caption
        assert any(scene.caption.endswith(phrase) for phrase in PLACES[scene.place].phrases)
        assert not SMALL_VOCABULARY.is_held_out(scene.noun, scene.colour)


@pytest.mark.parametrize(
    "colour", [name for name, colour in COLOURS.items() if colour.hue is not None]
)
def test_the_object_has_the_colour_of_the_caption(recipe: SceneRecipe, colour: str) -> None:
    rng = np.random.default_rng(0)
    for noun in ("apple", "car", "hat"):
        scene = recipe.compose(noun, colour, "black background", rng)
        cut = np.dstack([scene.picture, scene.object_mask])
        hue, share = dominant_hue(cut)
        gap = (hue - (COLOURS[colour].hue or 0) + 90) % 180 - 90
        assert abs(gap) <= 10
        assert share > 0.2


def test_white_has_no_hue_and_alpha_is_kept(recipe: SceneRecipe) -> None:
    (cutout,) = recipe.pack.cutouts["apple"]
    white = recoloured(cutout, COLOURS["white"])
    assert np.array_equal(white[..., 0], white[..., 2])
    assert np.array_equal(white[..., 3], cutout[..., 3])
    assert white[cutout[..., 3] > 0][:, :3].min() > 150


def test_places_look_like_their_words(recipe: SceneRecipe) -> None:
    rng = np.random.default_rng(0)
    corners = {
        place: recipe.compose("apple", "", place, rng).picture[[2, -3]][:, [2, -3]].mean((0, 1))
        for place in PLACES
    }
    assert corners["black background"].max() < 40
    assert corners["snow"].min() > corners["grass"].min() + 40
    assert corners["brick wall"][0] > corners["brick wall"][2]
    assert corners[""].min() > 190


def test_a_tenth_of_the_pairs_is_held_out_and_can_be_drawn_for_tests(recipe: SceneRecipe) -> None:
    pairs = len(SMALL_VOCABULARY.nouns) * len(COLOURS)
    held_out = SMALL_VOCABULARY.held_out()
    assert 0.05 < len(held_out) / pairs < 0.15
    scene = recipe.sample(np.random.default_rng(0), held_out=True)
    assert (scene.noun, scene.colour) in held_out


def test_known_regions_erase_what_they_say(recipe: SceneRecipe) -> None:
    rng = np.random.default_rng(0)
    scene = recipe.sample(rng)
    regions = [known_region(scene.object_mask, rng, 0.25) for _ in range(400)]
    for region in regions:
        assert region.shape == (64, 64)
        assert set(np.unique(region)) <= {0.0, 1.0}
    empty = sum(not region.any() for region in regions) / len(regions)
    assert 0.18 < empty < 0.32
    assert not all(region.all() for region in regions)
    erased_object = sum(not region[scene.object_mask > 0].any() for region in regions)
    assert erased_object > len(regions) / 2


def test_a_noun_the_pack_lacks_is_named(pack_path: Path) -> None:
    with pytest.raises(KeyError, match="unicorn"):
        Pack(pack_path, ["unicorn"], ["3d"], 64)


def test_articles_follow_the_sound() -> None:
    assert caption("apple", "", "") == "an apple"
    assert caption("apple", "red", "on grass") == "a red apple on grass"
    assert caption("umbrella", "orange", "") == "an orange umbrella"


def test_large_cutouts_do_not_alias(recipe: SceneRecipe) -> None:
    """An object's edge is soft: some pixels of its alpha lie between."""
    scene = recipe.compose("hat", "", "", np.random.default_rng(0))
    edges = cv2.Canny(scene.object_mask, 50, 100)
    assert (edges > 0).sum() > 40
