"""The words of the starters' captions, and how each of them is drawn."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Colour:
    """A hue on OpenCV's half-degree scale (0..179), or None for white."""

    hue: int | None
    saturation: int = 190
    brighten: int = 0


COLOURS: dict[str, Colour] = {
    "red": Colour(0),
    "orange": Colour(12, brighten=30),
    "yellow": Colour(27, brighten=40),
    "green": Colour(58),
    "blue": Colour(108),
    "purple": Colour(138),
    "pink": Colour(165, saturation=110, brighten=40),
    "white": Colour(None),
}


@dataclass(frozen=True)
class Place:
    """A background: a ground or table in perspective, a wall, a photo, or a plain colour.

    `texture` names pictures of the pack; without it the place has the colour `rgb`. `sky` are the
    colours above a ground, at the top and at the horizon. `weight` is the relative frequency of
    the place.
    """

    kind: Literal["ground", "table", "wall", "photo", "plain"]
    texture: str = ""
    rgb: tuple[int, int, int] = (228, 226, 222)
    phrases: tuple[str, ...] = ("",)
    weight: float = 1.0
    sky: tuple[tuple[int, int, int], tuple[int, int, int]] = ((95, 155, 235), (205, 226, 248))
    casts_shadow: bool = True


PLACES: dict[str, Place] = {
    "": Place("plain", weight=3.5),  # most prompts name no place
    "grass": Place("ground", "grass", phrases=("on the grass", "on grass", "in the grass")),
    "sand": Place("ground", "", (222, 188, 128), ("on the sand", "on a beach", "in the desert")),
    "snow": Place("ground", "", (236, 241, 250), ("in the snow", "on the snow")),
    "wooden table": Place("table", "wood", phrases=("on a wooden table", "on wood", "on a table")),
    "brick wall": Place(
        "wall", "brick", phrases=("in front of a brick wall", "by a brick wall", "by a wall")
    ),
    "black background": Place(
        "plain", "", (18, 18, 20), ("on a black background", "on black"), casts_shadow=False
    ),
    "road": Place("ground", "asphalt", phrases=("on the road", "on a street", "in the street")),
    "forest": Place("photo", "forest", phrases=("in a forest", "in the forest", "in the woods")),
    "night": Place(
        "ground", "", (40, 48, 66), ("at night", "in the night"), sky=((8, 10, 35), (44, 50, 104))
    ),
    "dirt": Place("ground", "dirt", phrases=("on the ground", "on brown dirt")),
    "stone": Place("ground", "stone", phrases=("on stone", "on rocky ground")),
    "water": Place("ground", "water", phrases=("on the water", "in the sea")),
    "lava": Place("ground", "lava", phrases=("on lava", "above hot lava")),
    "marble": Place("table", "marble", phrases=("on marble", "on a marble counter")),
    "tiles": Place("table", "tiles", phrases=("on a tiled floor", "on tiles")),
    "cloth": Place("table", "cloth", phrases=("on a cloth", "on fabric")),
    "metal": Place("table", "metal", phrases=("on a metal table", "on steel")),
    "cardboard": Place("table", "cardboard", phrases=("on cardboard",)),
    "plaster wall": Place("wall", "plaster", phrases=("in front of a plaster wall",)),
    "fence": Place("wall", "fence", phrases=("in front of a wooden fence", "by a fence")),
    "field": Place("photo", "field at dusk", phrases=("in a field at dusk",)),
    "city": Place("photo", "city", phrases=("in the city", "in a city")),
    "sea": Place("photo", "seaside at sunset", phrases=("by the sea at sunset",)),
    "meadow": Place("photo", "meadow", phrases=("in a meadow", "in a sunny meadow")),
    "workshop": Place("photo", "workshop", phrases=("in a workshop",)),
    "hotel room": Place("photo", "hotel room", phrases=("in a hotel room",)),
    "studio": Place("photo", "photo studio", phrases=("in a photo studio",)),
    "courtyard": Place("photo", "courtyard", phrases=("in a courtyard",)),
    "room": Place("photo", "empty room", phrases=("in a room", "in an empty room")),
    "mountains": Place("photo", "mountains at dawn", phrases=("in the mountains at dawn",)),
    "hall": Place("photo", "hall", phrases=("in a hall",)),
    "lobby": Place("photo", "lobby", phrases=("in a lobby",)),
    "park": Place("photo", "park", phrases=("in a park", "in the park")),
    "sky": Place("photo", "sky", phrases=("in the sky", "among the clouds"), casts_shadow=False),
    "harbor": Place("photo", "harbor", phrases=("at the harbor",)),
    "warehouse": Place("photo", "warehouse", phrases=("in a warehouse",)),
}

ELSEWHERE = "elsewhere"
"""A random photograph of the pack as the background; captions do not name it."""

STYLE_PHRASES: dict[str, tuple[str, ...]] = {
    "3d": ("a 3d render of",),
    "flat": ("a flat illustration of", "clip art of"),
    "noto": ("a cartoon of", "a drawing of"),
    "render": ("a 3d model of",),
}


@dataclass(frozen=True)
class Vocabulary:
    """What the scenes of a training run show.

    `nouns` maps each noun to the pack's name for it. `held_out` are the noun-colour pairs, about
    one in ten, that training never sees: pictures of them show whether the model combines words it
    learned separately. `counts` are the probabilities of one, two, ... objects; the shares are
    those of scenes with a side ("on the left"), a second object ("next to a blue car"), a style
    ("a drawing of"), and a filter ("a black and white picture of").
    """

    nouns: dict[str, str]
    held_out: frozenset[tuple[str, str]] = frozenset()
    places: tuple[str, ...] = tuple(PLACES)
    styles: tuple[str, ...] = ("3d",)
    counts: tuple[float, ...] = (1.0,)
    side_share: float = 0.0
    pair_share: float = 0.0
    style_share: float = 0.0
    filter_share: float = 0.0


def pairs_to_hold_out(nouns: Iterable[str]) -> frozenset[tuple[str, str]]:
    """About one noun-colour pair in ten, which depend only on the words."""
    return frozenset(
        (noun, colour)
        for noun in nouns
        for colour in COLOURS
        if hashlib.sha256(f"{noun}/{colour}".encode()).digest()[0] % 10 == 0
    )


_SMALL_NOUNS = {
    "cake": "birthday cake",
    "flower": "tulip",
    "hat": "top hat",
    "heart": "red heart",
} | {
    noun: noun
    for noun in (
        *("apple", "balloon", "bell", "butterfly", "cactus", "car", "cat", "crown", "dress"),
        *("house", "key", "mushroom", "star", "teapot", "tree", "umbrella"),
    )
}
_SMALL_HELD_OUT = {
    "blue": ("flower", "tree"),
    "green": ("heart",),
    "orange": ("cake", "dress", "hat", "mushroom", "tree"),
    "pink": ("bell",),
    "purple": ("key",),
    "red": ("cat",),
    "white": ("balloon", "house", "mushroom"),
}
SMALL_VOCABULARY = Vocabulary(
    dict(sorted(_SMALL_NOUNS.items())),
    frozenset((noun, colour) for colour, nouns in _SMALL_HELD_OUT.items() for noun in nouns),
    places=tuple(PLACES)[:10],
)

_OTHER_NAMES = {
    "bag": "handbag",
    "boat": "sailboat",
    "book": "green book",
    "boot": "woman's boot",
    "cake": "birthday cake",
    "cheese": "cheese wedge",
    "clock": "alarm clock",
    "cup": "cup of coffee",
    "flower": "tulip",
    "gift": "gift box",
    "hat": "sun hat",
    "heart": "red heart",
    "ice cream": "ice cream cone",
    "lantern": "red paper lantern",
    "leaf": "fallen leaf",
    "moon": "crescent moon",
    "sheep": "ewe",
    "shoe": "running shoe",
    "shirt": "t-shirt",
    "spaceship": "ufo",
    "train": "steam train",
    "truck": "delivery truck",
}
"""Words of prompts, and the names of the same things in the pack."""

_GPU_NOUNS = _OTHER_NAMES | {
    noun: noun
    for noun in (
        *("bee", "bird", "butterfly", "cat", "cow", "crab", "dinosaur", "dog"),
        *("dragon", "duck", "elephant", "fish", "flamingo", "fox", "frog", "giraffe"),
        *("horse", "ladybug", "lion", "octopus", "owl", "panda", "parrot", "penguin"),
        *("pig", "rabbit", "shark", "snail", "snake", "swan", "tiger", "turtle", "unicorn"),
        "whale",
        *("cactus", "mushroom", "palm tree", "pine tree", "pumpkin", "rose"),
        *("sunflower", "tree"),
        *("apple", "banana", "carrot", "cherries", "cookie"),
        *("cupcake", "donut", "egg", "grapes", "hamburger", "lemon", "lollipop"),
        *("pear", "pineapple", "pizza", "strawberry", "teapot", "watermelon"),
        *("airplane", "bicycle", "bus", "car", "castle", "helicopter", "house"),
        *("rocket", "tent"),
        *("backpack", "balloon", "basketball", "bed", "bell"),
        *("camera", "candle", "chair", "crown", "diamond", "dress", "glasses", "guitar"),
        *("key", "light bulb", "ring", "robot", "scarf"),
        *("snowman", "teddy bear", "telephone"),
        *("television", "umbrella", "violin"),
        *("cloud", "fire", "ghost", "rainbow", "star", "sun"),
    )
}
_GPU_PLACES = (
    *tuple(PLACES)[:10],
    *("water", "field", "city", "sea", "meadow", "room", "mountains", "park", "sky"),
)
_COMMON_PAIRS = {
    "blue": ("lollipop", "shoe", "teddy bear", "tree", "truck"),
    "green": ("backpack", "bag", "cactus", "egg", "frog", "snake", "tent", "tree", "turtle"),
    "orange": ("cupcake", "hat", "parrot", "tiger"),
    "pink": ("cloud",),
    "purple": ("book",),
    "red": (
        "car",
        "cat",
        "cup",
        "dress",
        "heart",
        "lollipop",
        "ring",
        "strawberry",
        "sun",
        "truck",
    ),
    "white": ("balloon", "bicycle", "chair", "dragon", "house", "mushroom"),
    "yellow": (
        *("airplane", "banana", "duck", "fish", "pear", "robot", "rose", "shirt", "shoe", "train"),
    ),
}
"""Pairs that artists ask for, and that therefore are not held out."""

_COMMON = {(noun, colour) for colour, nouns in _COMMON_PAIRS.items() for noun in nouns}
GPU_VOCABULARY = Vocabulary(
    dict(sorted(_GPU_NOUNS.items())), pairs_to_hold_out(_GPU_NOUNS) - _COMMON, places=_GPU_PLACES
)
