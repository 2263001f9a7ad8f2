"""What the tests of the command line share: outcomes to check and pictures to pass in."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from glide_studio.core.raster.raster import Pixels

ONE_SENTENCE = r"glide-studio: [A-Z“][^\n]*[^\n.][.]?\n"
APPLE = "a red apple"
DRAFT = ("--base-only", "--steps", "2")
"""Options for the quickest picture that the starter model can generate."""


@dataclass
class Outcome:
    status: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """The one JSON object on stdout."""
        assert self.status == 0, self.err
        return json.loads(self.out)

    def check_failure(self, *names: str, status: int = 2) -> None:
        """Nothing is printed but one sentence, which names the fault."""
        assert (self.status, self.out) == (status, "")
        assert re.fullmatch(ONE_SENTENCE, self.err)
        assert all(name in self.err for name in names), self.err


Run = Callable[..., Outcome]


def noise(*shape: int) -> Pixels:
    return np.random.default_rng(0).integers(0, 256, shape, np.uint8)


def box_mask(height: int, width: int, box: tuple[slice, slice]) -> Pixels:
    mask = np.zeros((height, width), np.uint8)
    mask[box] = 255
    return mask


def save(pixels: Pixels, path: Path) -> Path:
    Image.fromarray(pixels).save(path)
    return path


def load(path: Path, mode: str = "RGB") -> Pixels:
    with Image.open(path) as image:
        return np.array(image.convert(mode))


def listing(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}
