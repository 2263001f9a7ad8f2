"""The pictures of a model's words, and files that cannot be used."""

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from glide_studio.core.request.installed import InstalledModel
from glide_studio.core.request.model_card import ModelCard
from glide_studio.core.request.word_pictures import (
    FILE,
    SIDE,
    Contents,
    WordPictures,
    word_pictures,
)
from tests.fakes import STARTER

CARD = ModelCard("A model", ("cat", "dog"), ("red",), ("on grass", "in the grass", "on sand"))
CONTENTS = Contents((("cat",), ("dog",)), (("red",),), (("on grass", "in the grass"), ("on sand",)))


def model(folder: Path, card: ModelCard = CARD) -> InstalledModel:
    return replace(STARTER, card=card, folder=folder)


def encoded() -> bytes:
    colours = [(200, 30, 30), (30, 200, 30), (30, 30, 200), (200, 200, 30), (90, 90, 90)]
    pictures = [np.full((SIDE, SIDE, 3), colour, np.uint8) for colour in colours]
    return WordPictures.of(CONTENTS, pictures).encoded()


def test_the_pictures_come_back_in_the_order_of_the_words(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(encoded())
    found = word_pictures(model(tmp_path))
    assert found is not None
    assert found.contents == CONTENTS
    middles = [picture[SIDE // 2, SIDE // 2].astype(int) for picture in found.pictures]
    assert [int(middle.argmax()) for middle in middles[:3]] == [0, 1, 2]
    assert abs(middles[4] - 90).max() < 12


def test_a_model_without_a_file_has_no_pictures(tmp_path: Path) -> None:
    assert word_pictures(model(tmp_path)) is None


@pytest.mark.parametrize("damage", ["other words", "cut off", "no picture", "no words", "a tile"])
def test_a_file_that_does_not_fit_is_not_used(tmp_path: Path, damage: str) -> None:
    data, card = encoded(), CARD
    if damage == "other words":
        card = ModelCard("A model", ("cat",), ("red",), ("on grass",))
    elif damage == "cut off":
        data = data[: len(data) // 2]
    elif damage == "no picture":
        data = b"hello"
    else:
        file = io.BytesIO()
        exif = Image.open(io.BytesIO(data)).getexif()
        if damage == "no words":
            exif.clear()
        Image.new("RGB", (SIDE, SIDE)).save(file, "WEBP", exif=exif)
        data = file.getvalue()
    (tmp_path / FILE).write_bytes(data)
    assert word_pictures(model(tmp_path, card)) is None


def test_the_starter_has_a_picture_of_each_of_its_words() -> None:
    found = word_pictures(STARTER)
    assert found is not None
    assert len(found.pictures) >= len(STARTER.card.nouns) + len(STARTER.card.colours)
    assert all(picture.std() > 5 for picture in found.pictures)
