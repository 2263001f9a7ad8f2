"""Checkpoints that are refused with one sentence, without running code or taking memory."""

import os
import pickle
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file

from glide_studio.engine.recognition import ModelError
from tests.engine.imports import imported, refusal
from tests.library.released import save, weights

FOREIGN = {
    "Stable Diffusion 1": {
        "model.diffusion_model.input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight": (320, 768),
        "cond_stage_model.transformer.text_model.embeddings.position_ids": (1, 77),
    },
    "Stable Diffusion 2": {
        "model.diffusion_model.input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight": (320, 1024)
    },
    "Stable Diffusion XL": {
        "model.diffusion_model.input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight": (640, 2048)
    },
    "Flux": {"double_blocks.0.img_attn.qkv.weight": (9, 3)},
    "DALL-E 2": {"decoder.unets.0.init_conv.weight": (8, 3, 7, 7)},
    "CLIP": {"visual.conv1.weight": (8, 3, 4, 4), "token_embedding.weight": (9, 8)},
    "ControlNet": {
        "control_model.time_embed.0.weight": (8, 4),
        "control_model.input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight": (320, 768),
    },
    "(VAE)": {"encoder.down_blocks.0.resnets.0.norm1.weight": (8,)},
    "(textual inversion)": {"emb_params": (1, 768)},
    "Stable Diffusion": {"model_ema.diffusion_modeltime_embed0weight": (8, 4)},
    "a LoRA": {"lora_unet_down_blocks_0.lora_up.weight": (8, 4)},
    "is a LoRA": {"lycoris_blocks_0_attn.hada_w1_a": (4, 4)},
    "reads no text": {"time_embed.0.weight": (8, 4), "input_blocks.0.0.weight": (4, 3, 3, 3)},
    "not a checkpoint of GLIDE": {"layer.weight": (3, 3)},
}


@pytest.mark.parametrize("kind", FOREIGN)
@pytest.mark.parametrize("suffix", ["pt", "safetensors"])
def test_another_model_is_refused_by_its_name(tmp_path: Path, kind: str, suffix: str) -> None:
    tensors = {name: torch.zeros(shape) for name, shape in FOREIGN[kind].items()}
    path = tmp_path / f"model.{suffix}"
    if suffix == "pt":
        torch.save({"state_dict": tensors}, path)
    else:
        save_file(tensors, path)
    said = refusal(path)
    assert kind in said
    assert "GLIDE" in said


def test_a_checkpoint_that_does_not_fit_is_refused_by_the_parameter(tmp_path: Path) -> None:
    path = tmp_path / "a.pt"
    torch.save({k: v for k, v in weights("base").items() if k != "out.2.bias"}, path)
    assert "out.2.bias is missing" in refusal(path)
    torch.save({**weights("base"), "out.2.bias": torch.zeros(3)}, path)
    assert "out.2.bias is 3 instead of 6" in refusal(path)
    torch.save({**weights("base"), "out.2.bias": torch.full((6,), torch.nan)}, path)
    assert "out.2.bias has values that are not numbers" in refusal(path)


def test_two_files_with_the_same_network_are_refused(tmp_path: Path) -> None:
    first = save("base", tmp_path)
    second = tmp_path / "again.pt"
    second.write_bytes(first.read_bytes())
    with pytest.raises(ModelError, match=r"“base.pt” and “again.pt” are the same network"):
        imported(first, second)


def test_a_torchscript_program_is_not_run(tmp_path: Path) -> None:
    class Double(torch.nn.Module):
        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return 2 * x

    path = tmp_path / "clip.pt"
    with pytest.warns():
        torch.jit.script(Double()).save(path)
    assert "TorchScript" in refusal(path)


# --- hostile files


class Harmful:
    def __reduce__(self) -> tuple[Any, ...]:
        return (os.system, ("touch harmed",))


class Calls:
    """Calls something that a pickle may name, but not call."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (torch.FloatStorage, (2**40,))


class Changes:
    """Changes something that a pickle may name."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (torch._utils._rebuild_parameter, (torch.zeros(1), False, {}), {"data": 1})


@pytest.mark.parametrize("old_format", [False, True])
@pytest.mark.parametrize(
    ("protocol", "kind"),
    [
        (2, Harmful),
        *((protocol, kind) for protocol in (4, 5) for kind in (Harmful, Calls, Changes)),
    ],
)
def test_code_in_a_file_never_runs(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    old_format: bool,
    protocol: int,
    kind: type[object],
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "evil.pt"
    state = {**weights("base"), "x": kind()}
    new = not old_format
    torch.save(state, path, pickle_protocol=protocol, _use_new_zipfile_serialization=new)
    assert "more than tensors" in refusal(path)
    assert not (tmp_path / "harmed").exists()


def rewritten(path: Path, change: Callable[[bytes], bytes]) -> Path:
    """The zip file at `path` with another pickle in it."""
    other = path.with_name("changed.pt")
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(other, "w") as after:
        for entry in before.infolist():
            data = before.read(entry)
            after.writestr(entry, change(data) if entry.filename.endswith("data.pkl") else data)
    return other


@pytest.mark.parametrize("old_format", [False, True])
@pytest.mark.parametrize("protocol", [2, 4])
def test_an_absurd_size_is_refused_before_memory_is_reserved(
    tmp_path: Path, old_format: bool, protocol: int
) -> None:
    """A tensor says that it has 2**31 - 1 values, the file has four."""
    path = tmp_path / "small.pt"
    new = not old_format
    state = {"a": torch.zeros(4)}
    torch.save(state, path, pickle_protocol=protocol, _use_new_zipfile_serialization=new)
    huge = b"J" + struct.pack("<i", 2**31 - 1)

    def change(pickled: bytes) -> bytes:
        assert b"K\x04" in pickled
        return pickled.replace(b"K\x04", huge)

    if old_format:
        path.write_bytes(change(path.read_bytes()))
    else:
        path = rewritten(path, change)
    tracemalloc.start()
    began = time.monotonic()
    assert "damaged" in refusal(path)
    assert time.monotonic() - began < 5
    assert tracemalloc.get_traced_memory()[1] < 20e6
    tracemalloc.stop()


def test_dictionaries_that_contain_each_other_are_searched_once(tmp_path: Path) -> None:
    held: dict[str, Any] = {"x": torch.zeros(1)}
    for _ in range(50):
        held = {str(i): held for i in range(20)}
    path = tmp_path / "a.pt"
    torch.save(held, path)
    began = time.monotonic()
    assert "contains no tensors" in refusal(path)
    assert time.monotonic() - began < 5


def test_a_few_bytes_do_not_become_a_large_tensor(tmp_path: Path) -> None:
    path = tmp_path / "expanded.pt"
    torch.save({name: torch.zeros(1).expand(w.shape) for name, w in weights("base").items()}, path)
    assert "damaged" in refusal(path)


@pytest.mark.parametrize(
    "pickled",
    [
        b"\x80\x02cbuiltins\nbytearray\nJ\xff\xff\xff\x7f\x85R.",
        b"\x80\x02" + b"]" * 1_500_000 + b".",
        b"\x80\x02ctorch\nTensor\nJ\xff\xff\xff\x7f\x85R.",
        pickle.dumps({"a": 1}, protocol=4),
    ],
)
def test_a_pickle_that_takes_memory_or_time_is_refused(tmp_path: Path, pickled: bytes) -> None:
    path = tmp_path / "a.pt"
    torch.save({"a": torch.zeros(4)}, path)
    began = time.monotonic()
    refusal(rewritten(path, lambda _: pickled))
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("suffix", ["pt", "safetensors"])
@pytest.mark.parametrize("length", [0, 5, 100, -1, -5000])
def test_a_file_that_is_cut_off_is_refused(tmp_path: Path, suffix: str, length: int) -> None:
    whole = save("base", tmp_path)
    if suffix == "safetensors":
        imported(whole)
        whole = tmp_path / "out" / "base.safetensors"
    data = whole.read_bytes()
    path = tmp_path / "x" / f"cut.{suffix}"
    path.parent.mkdir()
    path.write_bytes(data[:length])
    if length not in (5, 100):
        assert "damaged or incomplete" in refusal(path)
    else:
        refusal(path)


@pytest.mark.parametrize(
    "spec",
    ["[" * 100_000, "3", "{}", '{"kind": "base", "num_head_channels": 7}', '{"kind": ["base"]}'],
)
def test_a_spec_that_no_network_has_is_refused(tmp_path: Path, spec: str) -> None:
    path = tmp_path / "a.safetensors"
    save_file({"out.2.bias": torch.zeros(6)}, path, {"spec": spec})
    refusal(path)


def test_shapes_that_no_network_has_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pt"
    names = [*weights("base")]
    torch.save({name: torch.zeros(0, 3, 3, 3) for name in names}, path)
    assert "no GLIDE network has their sizes" in refusal(path)
    torch.save({"blocks.input.w_t": torch.zeros(1, 1), "blocks.input.w_pos": torch.zeros(0)}, path)
    assert "no GLIDE network has their sizes" in refusal(path)


def test_a_missing_file_and_one_of_another_kind_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="does not exist"):
        imported(tmp_path / "none.pt")
    (tmp_path / "folder.pt").mkdir()
    assert "is a folder" in refusal(tmp_path / "folder.pt")
    pickled = tmp_path / "own.pt"
    pickled.write_bytes(pickle.dumps(Harmful(), protocol=4))
    assert "more than tensors" in refusal(pickled)
    picture = tmp_path / "a.pt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1000))
    assert "neither a file of PyTorch" in refusal(picture)
    torch.save({"epoch": 3}, picture)
    assert "contains no tensors" in refusal(picture)
