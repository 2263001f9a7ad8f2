"""The words of the starter's captions, and how each looks."""

import hashlib
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
    """Where an object stands: a ground or table in perspective, a wall, or a plain colour."""

    kind: Literal["ground", "table", "wall", "plain"]
    texture: str = ""
    rgb: tuple[int, int, int] = (228, 226, 222)
    phrases: tuple[str, ...] = ("",)
    weight: float = 1.0  # how often scenes are set here, against the other places


PLACES: dict[str, Place] = {
    "": Place("plain", weight=3.5),  # people mostly name no place
    "grass": Place("ground", "grass", phrases=("on the grass", "on grass", "in the grass")),
    "sand": Place("ground", "", (222, 188, 128), ("on the sand", "on a beach", "in the desert")),
    "snow": Place("ground", "", (236, 241, 250), ("in the snow", "on the snow")),
    "wooden table": Place("table", "wood", phrases=("on a wooden table", "on wood", "on a table")),
    "brick wall": Place(
        "wall", "brick", phrases=("in front of a brick wall", "by a brick wall", "by a wall")
    ),
    "black background": Place("plain", "", (18, 18, 20), ("on a black background", "on black")),
}


@dataclass(frozen=True)
class Vocabulary:
    """The nouns of a training run, each with the pack's name for it."""

    nouns: dict[str, str]

    def is_held_out(self, noun: str, colour: str) -> bool:
        """About one object-colour pair in ten is never trained on; fixed by the words alone."""
        return bool(colour) and hashlib.sha256(f"{noun}/{colour}".encode()).digest()[0] % 10 == 0

    def held_out(self) -> list[tuple[str, str]]:
        return [(n, c) for n in self.nouns for c in COLOURS if self.is_held_out(n, c)]


SMALL_VOCABULARY = Vocabulary(
    {
        "apple": "apple",
        "balloon": "balloon",
        "boat": "sailboat",
        "butterfly": "butterfly",
        "cactus": "cactus",
        "cake": "birthday cake",
        "car": "car",
        "cat": "cat",
        "crown": "crown",
        "hat": "top hat",
        "house": "house",
        "mushroom": "mushroom",
        "star": "star",
        "teapot": "teapot",
        "tree": "tree",
        "umbrella": "umbrella",
    }
)


def with_article(phrase: str) -> str:
    """ "red apple" to "a red apple", "apple" to "an apple"."""
    return f"{'an' if phrase[0] in 'aeio' or phrase.startswith('umb') else 'a'} {phrase}"


def caption(noun: str, colour: str, phrase: str) -> str:
    """For instance ("apple", "red", "on the grass") to "a red apple on the grass"."""
    return f"{with_article(f'{colour} {noun}'.strip())} {phrase}".strip()
