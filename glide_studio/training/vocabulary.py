"""The words of the starter's captions, and how each looks."""

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
    """Where an object stands: a ground or table in perspective, a wall, a photo, a plain colour.

    `texture` names pictures of the pack; without it the place is `rgb`. `sky` is what is over a
    ground, from top to horizon.
    """

    kind: Literal["ground", "table", "wall", "photo", "plain"]
    texture: str = ""
    rgb: tuple[int, int, int] = (228, 226, 222)
    phrases: tuple[str, ...] = ("",)
    weight: float = 1.0  # how often scenes are set here, against the other places
    sky: tuple[tuple[int, int, int], tuple[int, int, int]] = ((95, 155, 235), (205, 226, 248))
    casts_shadow: bool = True


PLACES: dict[str, Place] = {
    "": Place("plain", weight=3.5),  # people mostly name no place
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
}


@dataclass(frozen=True)
class Vocabulary:
    """The nouns of a training run, each with the pack's name for it.

    `held_out` are the pairs of noun and colour that training never sees, about one in ten: what
    they look like when drawn tells whether the words are understood one by one.
    """

    nouns: dict[str, str]
    held_out: frozenset[tuple[str, str]]


SMALL_VOCABULARY = Vocabulary(
    {
        "apple": "apple",
        "balloon": "balloon",
        "bell": "bell",
        "butterfly": "butterfly",
        "cactus": "cactus",
        "cake": "birthday cake",
        "car": "car",
        "cat": "cat",
        "crown": "crown",
        "dress": "dress",
        "flower": "tulip",
        "hat": "top hat",
        "heart": "red heart",
        "house": "house",
        "key": "key",
        "mushroom": "mushroom",
        "star": "star",
        "teapot": "teapot",
        "tree": "tree",
        "umbrella": "umbrella",
    },
    frozenset(
        {
            ("balloon", "white"),
            ("bell", "pink"),
            ("cake", "orange"),
            ("cat", "red"),
            ("dress", "orange"),
            ("flower", "blue"),
            ("hat", "orange"),
            ("heart", "green"),
            ("house", "white"),
            ("key", "purple"),
            ("mushroom", "orange"),
            ("mushroom", "white"),
            ("tree", "blue"),
            ("tree", "orange"),
        }
    ),
)


def with_article(phrase: str) -> str:
    """ "red apple" to "a red apple", "apple" to "an apple"."""
    return f"{'an' if phrase[0] in 'aeio' or phrase.startswith('umb') else 'a'} {phrase}"


def caption(noun: str, colour: str, phrase: str) -> str:
    """For instance ("apple", "red", "on the grass") to "a red apple on the grass"."""
    return f"{with_article(f'{colour} {noun}'.strip())} {phrase}".strip()
