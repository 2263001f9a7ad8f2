import errno
import os
import pickle
from pathlib import Path

import pytest
import torch

from glide_studio.engine import (
    ModelError,
    ModelSpec,
    build_model,
    checkpoint,
    load_model,
    load_models,
    save_model,
)
from glide_studio.engine.checkpoint import is_out_of_memory
from tests.library.released import SPECS, save, weights

TINY = ModelSpec(
    "base-inpaint",
    num_channels=8,
    num_res_blocks=1,
    channel_mult=(1, 1),
    attention_resolutions=(32,),
    num_head_channels=8,
    norm_groups=8,
    text_ctx=8,
    xf_width=16,
    xf_layers=1,
    xf_heads=1,
    prediction="v",
    token_ids=(3, 5),
)


def test_a_saved_network_comes_back_with_its_spec_and_weights(tmp_path: Path) -> None:
    model = build_model(TINY)
    save_model(model, tmp_path / "tiny.safetensors")
    loaded = load_model(tmp_path / "tiny.safetensors")
    assert loaded.spec == TINY
    assert not loaded.training
    for name, weight in loaded.state_dict().items():
        assert torch.equal(weight, model.state_dict()[name].half().float()), name
    x, tokens = torch.randn(1, 3, 64, 64), torch.full((1, 8), 5)
    with torch.no_grad():
        out = loaded(x, torch.tensor([7]), tokens, torch.ones(1, 8, dtype=torch.bool))
    assert out.shape == (1, 6, 64, 64)
    assert [path.name for path in tmp_path.iterdir()] == ["tiny.safetensors"]


@pytest.mark.parametrize("name", SPECS)
def test_a_released_checkpoint_is_told_apart_by_its_parameters(tmp_path: Path, name: str) -> None:
    network = load_model(save(name, tmp_path))
    assert network.spec == SPECS[name]
    assert all(torch.equal(w, weights(name)[key]) for key, w in network.state_dict().items())


class Harmful:
    def __reduce__(self) -> tuple:
        return (print, ("harm done",))


def test_a_pickle_that_runs_code_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    torch.save({"input_blocks.0.0.weight": Harmful()}, tmp_path / "evil.pt")
    (tmp_path / "bare.pt").write_bytes(pickle.dumps(Harmful()))
    for name in ("evil.pt", "bare.pt"):
        with pytest.raises(ModelError, match=name):
            load_model(tmp_path / name)
    assert "harm" not in capsys.readouterr().out


@pytest.mark.parametrize("name", ["a.safetensors", "a.pt"])
@pytest.mark.parametrize("content", [b"", b"not a model", b"\xff" * 4096, b"PK\x03\x04 broken"])
def test_a_damaged_file_is_refused_with_one_sentence(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ModelError, match=name) as error:
        load_model(tmp_path / name)
    assert str(error.value).count(". ") == 0


def test_a_missing_or_foreign_file_is_refused(tmp_path: Path) -> None:
    from safetensors.torch import save_file

    with pytest.raises(ModelError, match="does not exist"):
        load_model(tmp_path / "none.safetensors")
    for name, metadata in (("other", None), ("wrong", {"spec": TINY.to_json()})):
        save_file({"x": torch.zeros(1)}, tmp_path / f"{name}.safetensors", metadata)
        with pytest.raises(ModelError, match=name):
            load_model(tmp_path / f"{name}.safetensors")


def test_a_file_that_does_not_fit_into_the_memory_is_not_called_damaged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As when a file cannot be mapped; the system says that in its own language."""
    said = f"unable to mmap 9 bytes from file <a>: {os.strerror(errno.ENOMEM)} (12)"

    def cannot_map(*_: object) -> None:
        raise RuntimeError(said)

    monkeypatch.setattr(checkpoint, "safe_open", cannot_map)
    with pytest.raises(MemoryError):
        load_models("starter", precision="float32")


def test_what_onednn_cannot_compute_is_not_taken_for_lack_of_memory() -> None:
    longer = "could not create a primitive descriptor for the matmul primitive. Run workload ..."
    assert not is_out_of_memory(RuntimeError(longer))
