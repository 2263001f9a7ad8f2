"""The training on a GPU, rehearsed on a processor with tiny networks: every line but the GPU's."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import torch

from glide_studio.cli.main import main
from glide_studio.engine.checkpoint import load_clip, load_model
from glide_studio.training import gpu
from glide_studio.training.vocabulary import GPU_VOCABULARY

DEV = Path(__file__).parents[2] / "dev.py"


@pytest.mark.parametrize(
    ("networks", "minutes"),
    [(["base", "clip"], 0.02), pytest.param([*gpu.SHARES], 2.0, marks=pytest.mark.soak)],
)
def test_the_rehearsal_leaves_weights_in_parts_and_a_report(
    networks: list[str], minutes: float, pack_path: Path, tmp_path: Path
) -> None:
    out, log = tmp_path / "out", tmp_path / "log"
    words = ["train-gpu", "--rehearse", "--minutes", str(minutes), "--only", *networks]
    command = [sys.executable, DEV, *words, "--data", pack_path, "--out", out]
    with log.open("w") as file:
        done = subprocess.run(command, stdout=file, stderr=subprocess.STDOUT, check=False)
    assert done.returncode == 0, log.read_text()
    assert (out / "log.txt").read_text() == log.read_text()
    for name in networks:
        weights = tmp_path / f"{name}.safetensors"
        parts = sorted(out.glob(f"{name}.safetensors.*"))
        weights.write_bytes(b"".join(part.read_bytes() for part in parts))
        spec = (load_clip if name == "clip" else load_model)(weights).spec
        assert len(spec.token_ids) > len(GPU_VOCABULARY.nouns)
    with zipfile.ZipFile(out / "report.zip") as report:
        assert {f"{n}/{file}" for n in networks for file in ("loss.png", "sheet_4.png")} <= {
            *report.namelist()
        }
    figures = json.loads((out / "bench.json").read_text())
    assert {figure["name"] for figure in figures} == {"base_step"}


def test_parts_are_small_and_make_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gpu, "PART_BYTES", 10)
    whole = tmp_path / "whole"
    whole.write_bytes(bytes(range(35)))
    gpu.split(whole, tmp_path / "out")
    parts = [(tmp_path / f"out.{i}").read_bytes() for i in range(4)]
    assert [len(part) for part in parts] == [10, 10, 10, 5]
    assert b"".join(parts) == whole.read_bytes()


def test_without_a_gpu_the_error_says_what_to_do(tmp_path: Path) -> None:
    if torch.cuda.is_available():
        pytest.skip("this machine has a GPU")
    command = [sys.executable, DEV, "train-gpu", "--out", tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "--rehearse tries all but that" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_compact_pack_leaves_out_the_models_views(
    pack_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, small = tmp_path / "whole.zip", tmp_path / "small.zip"
    with zipfile.ZipFile(pack_path) as source, zipfile.ZipFile(whole, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
        target.writestr("pack/nouns.json", "[]")
        target.writestr(
            "pack/index_sh3d.json", '[{"f": "view.webp", "noun": "x", "style": "render"}]'
        )
        target.writestr("pack/cut/view.webp", b"a view")
        kept = {*target.namelist()} - {"pack/index_sh3d.json", "pack/cut/view.webp"}
    assert main(["train", "pack", str(small), "--compact", str(whole)]) == 0
    with zipfile.ZipFile(small) as archive:
        assert {*archive.namelist()} == kept
    assert main(["train", "pack", str(small), "--compact", str(tmp_path / "no.zip")]) == 2
    assert "does not exist" in capsys.readouterr().err
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("x", "y")
    assert main(["train", "pack", str(small), "--compact", str(other)]) == 2
    assert "is not a data pack" in capsys.readouterr().err
    assert zipfile.is_zipfile(small)
    assert not list(tmp_path.glob("*.partial"))
