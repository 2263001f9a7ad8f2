import numpy as np

from glide_studio.core.raster.guided_filter import guided


def test_a_misplaced_edge_moves_to_the_edge_of_the_picture() -> None:
    picture = np.full((64, 64, 3), (40, 90, 160), np.uint8)
    picture[:, 30:] = (220, 60, 30)
    coarse = np.zeros((64, 64), np.float32)
    coarse[:, 33:] = 1  # three pixels beside the edge
    found = guided(picture, coarse, 8, 1e-4)
    middle = found[16:48]
    assert (middle[:, 30:] > 0.5).all()
    assert (middle[:, :30] < 0.01).all()


def test_uniform_signals_do_not_change() -> None:
    picture = np.random.default_rng(0).integers(0, 256, (20, 30, 3), np.uint8)
    assert np.allclose(guided(picture, np.full((20, 30), 0.6, np.float32), 4, 1e-3), 0.6, atol=1e-4)
