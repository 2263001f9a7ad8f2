"""Rotations and flips of a layer, by the Layer menu."""

import numpy as np

from glide_studio.core.geometry import Rect
from tests.ui.edits import active_layer, add_box, labels, noise, paste_plain
from tests.ui.studio import Studio

RED = (200, 20, 20)
SQUARE = Rect(100, 80, 80, 60)


def test_rotations_and_flips_of_a_layer(studio: Studio) -> None:
    paste_plain(studio, 255)
    add_box(studio, "square", SQUARE, *RED, 255)
    content = noise(80, 60)
    layer = active_layer(studio)
    layer = layer.with_pixels(layer.raster.write(SQUARE, content))
    open_document = studio.editor.open_document
    open_document.apply("noise", studio.editor.document.with_changed(layer))
    for name, label, wanted in (
        ("rotate_layer_right", "Rotate square", np.rot90(content, -1)),
        ("rotate_layer_left", "Rotate square", content),
        ("rotate_layer_half", "Rotate square", np.rot90(content, 2)),
        ("flip_layer_across", "Flip square", np.flipud(content)),
        ("flip_layer_down", "Flip square", content),
    ):
        count = len(labels(studio))
        studio.find(f"{name}_action").trigger()
        studio.qtbot.waitUntil(lambda count=count: len(labels(studio)) > count)
        assert labels(studio)[-1] == label
        raster = active_layer(studio).raster
        assert np.array_equal(raster.read(raster.content_bounds()), wanted), name
