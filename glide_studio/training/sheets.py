"""Contact sheets of a network's pictures, to watch its training."""

from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.installed import default_model
from glide_studio.core.request.settings import Sampling, Settings
from glide_studio.engine.tokenizer import Tokenizer
from glide_studio.engine.unet import GlideUNet
from glide_studio.training.captions import Subject, Words, caption
from glide_studio.training.drawing import at_size, draw
from glide_studio.training.plots import save_sheet
from glide_studio.training.scenes import SceneRecipe
from glide_studio.training.vocabulary import COLOURS, PLACES, Vocabulary

SEEDS = 8
_SETTINGS = Settings(
    "of each picture",
    default_model().name,
    base=Sampling("ddim", "20"),
    upsample=Sampling("ddim", "20"),
)
_SCENES = 6


def sheet_prompts(vocabulary: Vocabulary, count: int = 8) -> list[str]:
    """Prompts that cycle through the nouns, colours and places of a vocabulary."""
    nouns = list(vocabulary.nouns)[:: max(1, len(vocabulary.nouns) // count)][:count]
    colours, places = list(COLOURS), vocabulary.places
    return [
        caption(
            Words(Subject(noun, colours[i % len(colours)])),
            PLACES[places[i % len(places)]].phrases[0],
        )
        for i, noun in enumerate(nouns)
    ]


def save_base_sheet(model: GlideUNet, vocabulary: Vocabulary, size: int, path: Path) -> None:
    """A row of SEEDS pictures, `size` pixels each, for each of `sheet_prompts`."""
    prompts = [prompt for prompt in sheet_prompts(vocabulary) for _ in range(SEEDS)]
    pictures = draw(at_size(model, size), Tokenizer(), prompts, _SETTINGS)
    rows = [(prompts[i], pictures[i : i + SEEDS]) for i in range(0, len(prompts), SEEDS)]
    save_sheet(rows, path)


def save_upsample_sheet(model: GlideUNet, recipe: SceneRecipe, path: Path) -> None:
    """Scenes in a row; below them, reduced to a quarter and enlarged by bicubic interpolation, and
    by the network."""
    rng = np.random.default_rng(0)
    scenes = [recipe.sample(rng) for _ in range(_SCENES)]
    truth: list[Pixels] = [scene.picture for scene in scenes]
    side = model.spec.image_size // 4
    small = [cv2.resize(p, (side, side), interpolation=cv2.INTER_AREA) for p in truth]
    size = (model.spec.image_size, model.spec.image_size)
    bicubic = [np.asarray(Image.fromarray(p).resize(size, Image.Resampling.BICUBIC)) for p in small]
    captions = [scene.caption for scene in scenes]
    drawn = draw(model, Tokenizer(), captions, _SETTINGS, small)
    save_sheet([("truth", truth), ("bicubic", bicubic), ("drawn", drawn)], path, cell=size[0])
