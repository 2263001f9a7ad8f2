"""Draws the pictures of “What can it draw?” with the installed model, into its folder.

Run it after a training: `python packaging/word_pictures.py`. It takes some minutes.
"""

import argparse
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np
from PIL import Image
from tqdm import tqdm  # type: ignore[import-untyped]

from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.installed import default_model
from glide_studio.core.request.model_card import ModelCard
from glide_studio.core.request.request import GenerationRequest, Result
from glide_studio.core.request.settings import Settings
from glide_studio.core.request.source import Nothing
from glide_studio.core.request.word_pictures import FILE, SIDE, Contents, Groups, WordPictures
from glide_studio.threads import let_idle_threads_sleep
from glide_studio.training.vocabulary import PLACES

OUT = Path(__file__).parents[1] / "resources" / default_model().name / FILE
SEED = 7
BOUNDS = Rect(0, 0, 256, 256)
COLOURED = "balloon"
"""What shows the colours."""

AT_PLACES = {
    "grass": "rabbit",
    "sand": "crab",
    "snow": "penguin",
    "wooden table": "teapot",
    "brick wall": "bicycle",
    "black background": "diamond",
    "road": "car",
    "forest": "fox",
    "night": "ghost",
    "water": "swan",
    "field": "horse",
    "city": "bus",
    "sea": "palm tree",
    "meadow": "butterfly",
    "room": "chair",
    "mountains": "tent",
    "park": "dog",
    "sky": "airplane",
}
"""An object that suits each place; it is painted there to show the place."""


def contents_of(card: ModelCard) -> Contents:
    """The words of the card; phrases for one place share a picture."""
    places = [tuple(phrases) for _, phrases in groupby(card.places, place_of)]
    return Contents(_alone(card.nouns), _alone(card.colours), tuple(places))


def place_of(phrase: str) -> str:
    """The place of the training's scenes that a phrase names."""
    return next(name for name, place in PLACES.items() if phrase in place.phrases)


def prompts_of(contents: Contents) -> list[str]:
    """What is drawn for each picture."""
    from glide_studio.training.captions import with_article

    return [
        *(with_article(noun) for (noun,) in contents.nouns),
        *(with_article(f"{colour} {COLOURED}") for (colour,) in contents.colours),
        *(f"{with_article(AT_PLACES[place_of(place)])} {place}" for place, *_ in contents.places),
    ]


def draw(prompts: Sequence[str], model: str, seed: int) -> Iterator[Pixels]:
    """A picture of SIDE pixels for each prompt, each from the same noise."""
    from glide_studio.engine import generate, load_models

    models = load_models(model)
    for prompt in tqdm(prompts):
        request = GenerationRequest(Settings(prompt, model, seed=seed), Nothing(), BOUNDS)
        (result,) = (event for event in generate(models, request) if isinstance(event, Result))
        picture = Image.fromarray(result.picture)
        yield np.asarray(picture.resize((SIDE, SIDE), Image.Resampling.LANCZOS))


def _alone(words: Sequence[str]) -> Groups:
    return tuple((word,) for word in words)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED, help="default: %(default)s")
    parser.add_argument("--out", type=Path, default=OUT, help="default: %(default)s")
    arguments = parser.parse_args()
    let_idle_threads_sleep()
    model = default_model()
    contents = contents_of(model.card)
    pictures = list(draw(prompts_of(contents), model.name, arguments.seed))
    size = arguments.out.write_bytes(WordPictures.of(contents, pictures).encoded())
    print(f"{arguments.out}: {len(pictures)} pictures, {size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
