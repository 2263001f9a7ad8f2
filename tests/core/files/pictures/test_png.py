"""The studio's own PNG files, as Pillow reads them."""

import io

import numpy as np
import pytest
from PIL import Image

from glide_studio.core.files.pictures.png import STRIP, own_pixels, png
from tests.core.samples import noise


@pytest.mark.parametrize("shape", [(1, 1), (3, 7, 3), (STRIP, 5, 4), (STRIP + 1, 9, 4), (300, 2)])
def test_pillow_reads_what_is_written_and_so_do_we(shape: tuple[int, ...]) -> None:
    pixels = np.ascontiguousarray(noise(*shape[:2], 4)[..., : shape[2] if shape[2:] else 1])
    pixels = pixels.reshape(shape)
    data = png(pixels, b"profile", (300, 72))
    with Image.open(io.BytesIO(data)) as image:
        assert np.array_equal(np.asarray(image), pixels)
        assert image.info["icc_profile"] == b"profile"
        assert image.info["dpi"] == pytest.approx((300, 72), abs=0.02)
    found = own_pixels(data)
    assert found is not None
    assert np.array_equal(found, pixels)


def test_files_of_other_programs_are_left_to_pillow() -> None:
    for image, options in (
        (Image.fromarray(noise(9, 9, 4)), {}),
        (Image.fromarray(noise(9, 9, 4)), {"gamma": 1.0}),
        (Image.new("P", (9, 9)), {}),
        (Image.new("I;16", (9, 9)), {}),
    ):
        file = io.BytesIO()
        image.save(file, "PNG", **options)
        assert own_pixels(file.getvalue()) is None
    assert own_pixels(b"\x89PNG\r\n\x1a\n") is None
    assert own_pixels(b"") is None


def test_damage_is_noticed() -> None:
    data = png(noise(40, 40, 4))
    for place in range(len(data)):
        damaged = bytearray(data)
        damaged[place] ^= 0x55
        try:
            own_pixels(bytes(damaged))
        except ValueError:
            continue
    for length in range(len(data)):
        try:
            found = own_pixels(data[:length])
        except ValueError:
            continue
        assert found is None or length >= len(data) - 16  # only the end mark is missing
