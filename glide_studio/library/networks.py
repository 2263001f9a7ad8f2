"""The networks that importing a checkpoint yields."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from glide_studio.library.control import Control

Storage = Literal["float32", "float16"]
"""How weights are stored: in full precision, or rounded in half the space."""

SUFFIXES = (".safetensors", ".pt", ".pth", ".ckpt")
"""Suffixes of the files of checkpoints."""


def is_checkpoint(path: Path) -> bool:
    """Whether a file has one of the SUFFIXES."""
    return path.suffix.lower() in SUFFIXES


@dataclass(frozen=True)
class NetworkFile:
    """A network of a model, one of `installed.NETWORKS`, in `NETWORK.safetensors`.

    `digest` is the SHA-256 of the file in hexadecimal; `side` that of the network's pictures in
    pixels, `context_length` the number of tokens that it reads; `does_everything` is whether an
    inpainting network is also the one for text to image.
    """

    network: str
    digest: str
    side: int
    context_length: int
    does_everything: bool = False


Report = Callable[[float], object]
"""Receives the share of the work that is done, from 0 to 1."""

Importer = Callable[[Sequence[Path], Path, Storage, Control, Report], list[NetworkFile]]
"""Converts checkpoints to networks in a folder, as `engine.importing.import_checkpoints` does."""
