"""Requests for pictures like another."""

import numpy as np
import pytest

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.region import inpaint_request
from glide_studio.core.modes.variation import variations
from glide_studio.core.request.request import GenerationRequest, RequestError, Result
from tests.fakes import picture


def test_all_but_seed_count_and_beginning_stays() -> None:
    extent = Extent(300, 200)
    box = Rect(50, 50, 60, 60)
    mask = Mask.empty(extent).write(box, np.full((60, 60), 255, np.uint8))
    pixels = np.full((200, 300, 4), 255, np.uint8)
    document = Document.from_picture(pixels).with_mask(mask)
    made = Result(inpaint_request(document, GenerationRequest("a cat", seed=3)), picture(3))
    request = variations(made, 0.5, seed=9, count=4)
    assert (request.seed, request.count, request.strength) == (9, 4, 0.5)
    assert request.picture is not None
    assert np.array_equal(request.picture, made.picture)
    assert request.bounds == made.request.bounds
    assert request.mask is not None
    assert np.array_equal(request.mask, made.request.mask)
    assert request.prompt == "a cat"


def test_a_draft_of_the_base_cannot_be_varied() -> None:
    draft = Result(GenerationRequest("a cat", upsample=None), picture(1, 64))
    with pytest.raises(RequestError, match="256 x 256"):
        variations(draft, 0.5, seed=1, count=2)
