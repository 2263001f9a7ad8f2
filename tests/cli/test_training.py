"""Training from the command line."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from glide_studio.core.raster.raster import Pixels
from glide_studio.engine import ModelSpec, load_model
from glide_studio.training.config import CONFIGS, NetworkConfig, TrainingPhase
from glide_studio.training.vocabulary import PLACES, Vocabulary
from tests.cli.command_line import Run, listing, noise


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A data pack with one cut-out and a texture for each place that has one."""
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w") as archive:

        def add(name: str, pixels: Pixels) -> None:
            file = BytesIO()
            Image.fromarray(pixels).save(file, "PNG")
            archive.writestr(f"pack/{name}", file.getvalue())

        names = ("grass", "wood", "brick")
        cutouts = [{"f": "apple.png", "noun": "apple", "style": "3d"}]
        places = [{"f": f"{name}.png", "name": name} for name in names]
        archive.writestr("pack/index_emoji.json", json.dumps(cutouts))
        archive.writestr("pack/index_bg.json", json.dumps(places))
        add("cut/apple.png", np.full((64, 64, 4), 255, np.uint8))
        for name in names:
            add(f"bg/{name}.png", noise(64, 64, 3))
    return path


def tiny_config() -> NetworkConfig:
    spec = ModelSpec(
        "base-inpaint",
        num_channels=8,
        num_res_blocks=1,
        channel_mult=(1, 1),
        num_head_channels=8,
        norm_groups=4,
        text_ctx=16,
        xf_width=16,
        xf_layers=1,
        xf_heads=2,
        prediction="v",
    )
    return NetworkConfig(
        spec=spec,
        vocabulary=Vocabulary({"apple": "apple"}, places=tuple(PLACES)[:7]),
        phases=(TrainingPhase(16, 1.0, 2),),
        minutes=9,
    )


def test_train_writes_a_model_and_resumes(
    pack: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(CONFIGS, "tiny", {"base": lambda pack: tiny_config()})
    words = ("train", "base", "--data", pack, "--out", tmp_path / "run", "--config", "tiny")
    assert run(*words, "--minutes", "1e-6").status == 0
    written = {"model.safetensors", "state.pt", "log.jsonl", "loss.png", "sheet_4.png"}
    assert listing(tmp_path / "run") == written
    assert load_model(tmp_path / "run" / "model.safetensors").spec == tiny_config().spec

    assert run(*words).status == 2
    log = tmp_path / "run" / "log.jsonl"
    first = json.loads(log.read_text())
    minutes = (first["seconds"] + 1) / 60
    assert run(*words, "--minutes", minutes, "--resume").status == 0
    steps = [json.loads(line)["step"] for line in log.read_text().splitlines()]
    assert steps[0] == 1
    assert steps[-1] > 1
