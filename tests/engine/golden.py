"""The golden numbers, and weights and inputs computed from their names.

Numbers made by the released GLIDE implementation; see golden/golden.json for their layout.
"""

import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

FOLDER = Path(__file__).parents[1] / "golden"
FACTS = json.loads((FOLDER / "golden.json").read_text(encoding="utf-8"))
ARRAYS = np.load(FOLDER / "golden.npz")
SEED = FACTS["seed"]


def released_parameters() -> dict[str, dict[str, list[int]]]:
    return json.loads((FOLDER / "released_parameters.json").read_text(encoding="utf-8"))


def normal(name: str, *shape: int) -> Tensor:
    digest = hashlib.sha256(f"{SEED}:{name}".encode()).digest()
    generator = np.random.Generator(np.random.PCG64(int.from_bytes(digest[:8], "little")))
    return torch.from_numpy(generator.standard_normal(shape, dtype=np.float32))


def parameter(name: str, shape: tuple[int, ...]) -> Tensor:
    values = normal(name, *shape)
    leaf = name.rsplit(".", 1)[-1]
    if "embedding" in name or leaf in ("w_voc", "w_pos", "w_t"):
        return 0.5 * values
    if len(shape) >= 2:
        return values / np.sqrt(np.prod(shape[1:], dtype=np.float64)).astype(np.float32)
    return 1 + 0.1 * values if leaf in ("weight", "g") else 0.1 * values


def fill(module: nn.Module, prefix: str) -> None:
    """Give every parameter the value that its name determines."""
    with torch.no_grad():
        for name, value in module.named_parameters():
            value.copy_(parameter(f"{prefix}:{name}", tuple(value.shape)))


def distance(actual: Tensor, expected: np.ndarray) -> float:
    """Relative L2 distance."""
    target = torch.from_numpy(expected)
    return float((actual - target).norm() / target.norm())
