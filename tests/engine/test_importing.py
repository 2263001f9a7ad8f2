"""Checkpoints of others: recognised, converted, or refused with one sentence."""

import json
import tarfile
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from glide_studio.core.request.installed import default_model
from glide_studio.engine import load_model
from glide_studio.engine.checkpoint import load_clip
from glide_studio.engine.clip import ClipSpec
from glide_studio.engine.importing import import_checkpoints
from glide_studio.engine.networks import build_model
from glide_studio.engine.recognition import recognize
from glide_studio.engine.spec import ModelSpec
from glide_studio.library.control import Cancelled, Control
from tests.engine.imports import imported, refusal
from tests.library.released import CLIP, SPECS, save, weights

PARAMETERS = Path(__file__).parents[1] / "golden" / "released_parameters.json"


def test_the_released_networks_are_recognised_by_their_parameters() -> None:
    released = json.loads(PARAMETERS.read_text())
    for kind in ("base", "upsample", "base-inpaint", "upsample-inpaint"):
        shapes = {name: tuple(shape) for name, shape in released[kind].items()}
        assert recognize("x.pt", shapes).spec == ModelSpec(kind)
    for encoder, part in (("clip/image-enc", "image"), ("clip/text-enc", "text")):
        shapes = {name: tuple(shape) for name, shape in released[encoder].items()}
        found = recognize("x.pt", shapes)
        assert (found.part, found.spec) == (part, ClipSpec())


@pytest.mark.parametrize("name", SPECS)
def test_a_narrow_network_keeps_its_spec_and_every_weight(tmp_path: Path, name: str) -> None:
    (made,) = imported(save(name, tmp_path))
    assert made.network == name
    assert (made.side, made.context_length) == (SPECS[name].image_size, 128)
    network = load_model(tmp_path / "out" / f"{name}.safetensors")
    assert network.spec == SPECS[name]
    for parameter, weight in network.state_dict().items():
        assert torch.equal(weight, weights(name)[parameter]), parameter


def test_both_encoders_become_one_clip(tmp_path: Path) -> None:
    (made,) = imported(save("clip_text_enc", tmp_path), save("clip_image_enc", tmp_path))
    assert made.network == "clip"
    clip = load_clip(tmp_path / "out" / "clip.safetensors")
    assert clip.spec == CLIP
    for name, weight in clip.image.state_dict().items():
        assert torch.equal(weight, weights("clip_image_enc")[name]), name


def test_half_a_clip_is_refused(tmp_path: Path) -> None:
    assert "both of them together" in refusal(save("clip_text_enc", tmp_path))


@pytest.mark.parametrize("old_format", [False, True])
def test_training_state_around_the_weights_is_ignored(tmp_path: Path, old_format: bool) -> None:
    path = tmp_path / "tuned.pt"
    state = {f"module.{name}": weight for name, weight in weights("base").items()}
    around = {"epoch": 7, "loss": 0.25, "note": "flowers", "optimizer": {"lr": 1e-4}, "ema": state}
    torch.save(around, path, _use_new_zipfile_serialization=not old_format)
    (made,) = imported(path)
    assert made.network == "base"
    stored = load_file(tmp_path / "out" / "base.safetensors")
    assert all(torch.equal(stored[name], weight) for name, weight in weights("base").items())


@pytest.mark.parametrize("old_format", [False, True])
@pytest.mark.parametrize("protocol", [3, 4, 5])
def test_every_protocol_of_pickles_is_read(tmp_path: Path, protocol: int, old_format: bool) -> None:
    path = tmp_path / "base.pt"
    network = build_model(SPECS["base"])
    network.load_state_dict(weights("base"))
    state = {"model": network.state_dict(), "epoch": 2**40, "é": [1.5, None, {"b": b"\0"}]}
    if protocol < 5:  # a parameter, and weights that share their memory
        state["model"]["x.weight"] = torch.nn.Parameter(weights("base")["time_embed.0.weight"])
    new = not old_format
    torch.save(state, path, pickle_protocol=protocol, _use_new_zipfile_serialization=new)
    (made,) = imported(path)
    assert made.network == "base"
    stored = load_file(tmp_path / "out" / "base.safetensors")
    assert all(torch.equal(stored[name], weight) for name, weight in weights("base").items())


def test_a_tar_of_the_first_pytorch_is_refused_by_its_age(tmp_path: Path) -> None:
    path = tmp_path / "old.pt"
    with tarfile.open(path, "w") as archive:
        archive.addfile(tarfile.TarInfo("storages"))
    assert refusal(path) == (
        "“old.pt” is in the tar format of early PyTorch versions, which is not supported. "
        "Load and save it with a newer PyTorch first."
    )


@pytest.mark.parametrize("prefix", ["glide_model.", "model.module.", "ema_model.", "a.b.c."])
def test_a_network_is_found_among_other_parameters(tmp_path: Path, prefix: str) -> None:
    """As in the checkpoints of trainers that hold more than the network."""
    path = tmp_path / "tuned.pt"
    state = {f"{prefix}{name}": weight for name, weight in weights("base").items()}
    state |= {"loss.scale": torch.ones(3), "steps": torch.tensor(7)}
    torch.save({"checkpoint": {"model": {"state_dict": {"weights": state}}}}, path)
    imported(path)
    stored = load_file(tmp_path / "out" / "base.safetensors")
    assert stored.keys() == weights("base").keys()
    assert all(torch.equal(stored[name], weight) for name, weight in weights("base").items())


@pytest.mark.parametrize("nested", [False, True])
def test_averaged_weights_are_taken_before_the_last_ones(tmp_path: Path, nested: bool) -> None:
    """As a training run saves both."""
    path = tmp_path / "tuned.pt"
    last = {name: weight + 1 for name, weight in weights("base").items()}
    both = {"model": last, "ema": weights("base")}
    if not nested:
        parts = both.items()
        both = {f"{part}.{name}": w for part, state in parts for name, w in state.items()}
    torch.save(both, path)
    imported(path)
    stored = load_file(tmp_path / "out" / "base.safetensors")
    assert all(torch.equal(stored[name], weight) for name, weight in weights("base").items())


@pytest.mark.parametrize("kind", [torch.float16, torch.bfloat16, torch.float64])
def test_weights_of_another_precision_are_kept_exactly(tmp_path: Path, kind: torch.dtype) -> None:
    path = tmp_path / "other.pt"
    torch.save({name: weight.to(kind) for name, weight in weights("base").items()}, path)
    imported(path)
    stored = load_file(tmp_path / "out" / "base.safetensors")
    for name, weight in weights("base").items():
        assert torch.equal(stored[name], weight.to(kind).float()), name


@pytest.mark.parametrize("kind", [torch.int8, torch.bool, torch.complex64])
def test_weights_of_whole_or_complex_numbers_are_refused(tmp_path: Path, kind: torch.dtype) -> None:
    path = tmp_path / "quantized.pt"
    torch.save({name: weight.to(kind) for name, weight in weights("base").items()}, path)
    assert "integers or complex numbers" in refusal(path)


def test_half_precision_takes_half_the_space(tmp_path: Path) -> None:
    path = save("base", tmp_path)
    imported(path, storage="float16")
    file = tmp_path / "out" / "base.safetensors"
    assert file.stat().st_size < 0.55 * path.stat().st_size
    stored = load_file(file)
    assert all(torch.equal(stored[name], value.half()) for name, value in weights("base").items())


def test_networks_of_the_studio_come_with_their_spec(tmp_path: Path) -> None:
    """A starter's base inpaints and generates freely, and so stays the base."""
    starter = Path(str(default_model().folder))
    made = import_checkpoints(
        [starter / "upsample.safetensors", starter / "clip.safetensors"],
        tmp_path,
        "float16",
        Control(),
        print,
    )
    assert [(each.network, each.does_everything) for each in made] == [
        ("upsample", True),
        ("clip", False),
    ]
    before, after = (load_file(folder / "clip.safetensors") for folder in (starter, tmp_path))
    assert before.keys() == after.keys()


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        imported(save("base", tmp_path), control=control)
    assert not list((tmp_path / "out").glob("*"))
