import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from glide_studio.cli.main import main
from glide_studio.engine import Tokenizer, beta_schedule, load_model
from glide_studio.engine.schedule import NoiseSchedule
from glide_studio.training.batches import NetworkBatches
from glide_studio.training.captions import caption_tokens
from glide_studio.training.config import (
    CONFIGS,
    NetworkConfig,
    TrainingPhase,
    small_base,
    small_upsample,
)
from glide_studio.training.network_trainer import NetworkTrainer
from glide_studio.training.objective import hybrid_loss
from glide_studio.training.vocabulary import SMALL_VOCABULARY


def tiny(config: NetworkConfig) -> NetworkConfig:
    """The configuration with a network and batches small enough for a test; its only attention is
    in the middle, on 32 x 32 pixels."""
    spec = replace(
        config.spec,
        num_channels=8,
        channel_mult=(1, 1, 1, 2) if config.spec.is_upsampler else (1, 2),
        attention_resolutions=(),
        num_head_channels=8,
        text_ctx=16,
        xf_width=16,
        xf_layers=1,
        xf_heads=1,
    )
    return replace(
        config, spec=spec, phases=(TrainingPhase(32, 1.0, 4),), warm_up_steps=2, learning_rate=2e-3
    )


@pytest.fixture
def config() -> NetworkConfig:
    return tiny(small_base())


@pytest.mark.parametrize("prediction", ["eps", "v"])
def test_the_loss_is_zero_for_the_true_prediction(prediction: str) -> None:
    schedule = NoiseSchedule(beta_schedule("linear"))
    generator = torch.Generator().manual_seed(0)
    index = torch.tensor([0, 10, 500, 999])
    x0 = torch.randint(0, 256, (4, 3, 8, 8), generator=generator) / 127.5 - 1
    noise = torch.randn(4, 3, 8, 8, generator=generator)
    target = noise if prediction == "eps" else schedule.velocity(x0, index, noise)
    smallest = torch.full_like(target, -1.0)
    output = torch.cat([target, smallest], dim=1)
    error, bound = hybrid_loss(output, x0, noise, index, schedule, prediction)
    assert error.abs().max() < 1e-6
    assert bound[1:].abs().max() < 0.01


def test_the_variational_term_trains_the_variance_only() -> None:
    schedule = NoiseSchedule(beta_schedule("squaredcos_cap_v2"))
    x0, noise = torch.rand(2, 3, 8, 8) - 0.5, torch.randn(2, 3, 8, 8)
    output = torch.randn(2, 6, 8, 8, requires_grad=True)
    _, bound = hybrid_loss(output, x0, noise, torch.tensor([0, 400]), schedule, "v")
    (gradient,) = torch.autograd.grad(bound.sum(), output)
    assert gradient[:, :3].abs().max() == 0
    assert gradient[:, 3:].abs().max() > 0


def test_the_step_determines_the_batch(config: NetworkConfig, pack_path: Path) -> None:
    source = NetworkBatches(config, config.phases[0], pack_path)
    first, again, other = source[5], source[5], source[6]
    assert torch.equal(first.pictures, again.pictures)
    assert torch.equal(first.timesteps, again.timesteps)
    assert not torch.equal(first.pictures, other.pictures)
    x0, conditions = first.inputs()
    assert x0.shape == (4, 3, 32, 32)
    assert torch.allclose(x0.permute(0, 2, 3, 1), first.pictures / 127.5 - 1)
    assert torch.equal(conditions["inpaint_image"], x0 * conditions["inpaint_mask"])


def test_noisy_timesteps_are_drawn_more_often(config: NetworkConfig, pack_path: Path) -> None:
    """From 250 up: 0.7 of them, and 0.75 of the others."""
    phase = replace(config.phases[0], batch=40, noisy_share=0.7, empty_share=0)
    source = NetworkBatches(config, phase, pack_path)
    timesteps = torch.cat([source[i].timesteps for i in range(20)])
    assert timesteps.min() < 100 < 900 < timesteps.max() < 1000
    assert 0.88 < (timesteps >= 250).float().mean() < 0.97


@pytest.mark.parametrize("removal", [True, False])
def test_a_removal_has_no_caption_and_no_object(
    config: NetworkConfig, pack_path: Path, removal: bool
) -> None:
    """The places of the drawn pack are nearly of one colour, the objects of others."""
    phase = replace(config.phases[0], batch=40, empty_share=0, places=("black background",))
    config = replace(config, caption_dropout=float(removal), token_dropout=0)
    batch = NetworkBatches(config, phase, pack_path)[0]
    whole = batch.conditions["mask"].sum(1) == 0
    spread = batch.pictures.float().std((1, 2)).amax(1)
    assert whole.float().mean() == pytest.approx(0.9 if removal else 0, abs=0.1)
    assert (spread[whole] < 12).all()
    assert (spread[~whole] > 12).float().mean() > 0.9 or removal


def test_some_captions_are_dropped_for_guidance(config: NetworkConfig, pack_path: Path) -> None:
    config = replace(config, caption_dropout=0.5)
    source = NetworkBatches(config, config.phases[0], pack_path)
    lengths = torch.cat([source[i].conditions["mask"].sum(1) for i in range(15)])
    assert 0.25 < (lengths == 0).float().mean() < 0.75
    assert (lengths[lengths > 0] > 1).all()


def test_the_upsampler_sees_a_quarter_of_the_crop(pack_path: Path) -> None:
    config = tiny(small_upsample())
    batch = NetworkBatches(config, config.phases[0], pack_path)[0]
    assert batch.conditions["low_res"].shape == (4, 8, 8, 3)
    x0, conditions = batch.inputs()
    pooled = torch.nn.functional.avg_pool2d(x0, 4)
    assert (pooled - conditions["low_res"]).abs().mean() < 0.15
    cells = batch.conditions["inpaint_mask"].unfold(2, 4, 4).unfold(3, 4, 4)
    assert torch.equal(cells.amin((-2, -1)), cells.amax((-2, -1)))


@pytest.mark.parametrize("matrix_learning_rate", [None, 5e-3])
def test_training_learns(
    config: NetworkConfig, pack_path: Path, tmp_path: Path, matrix_learning_rate: float | None
) -> None:
    config = replace(config, matrix_learning_rate=matrix_learning_rate)
    trainer = NetworkTrainer(config, pack_path, tmp_path)
    source = NetworkBatches(config, config.phases[0], pack_path)
    losses = [trainer.train_step(source[i % 4]) for i in range(60)]
    assert sum(losses[-10:]) < 0.8 * sum(losses[:10])


def test_a_training_writes_weights_and_a_log_and_can_be_resumed(
    config: NetworkConfig,
    pack_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(CONFIGS, "tiny", {"base": lambda pack: config})
    folder, log = tmp_path / "run", tmp_path / "run" / "log.jsonl"
    words = ["train", "base", "--data", str(pack_path), "--out", str(folder), "--config", "tiny"]
    assert main([*words, "--minutes", "1e-6"]) == 0
    assert "left" in capsys.readouterr().out
    written = {"model.safetensors", "state.pt", "log.jsonl", "loss.png", "sheet_4.png"}
    assert {file.name for file in folder.iterdir()} == written
    first = load_model(folder / "model.safetensors")
    assert first.spec == config.spec

    assert main(words) == 2
    assert "--resume" in capsys.readouterr().err

    minutes = (json.loads(log.read_text())["seconds"] + 1) / 60
    assert main([*words, "--minutes", str(minutes), "--resume"]) == 0
    steps = [json.loads(line)["step"] for line in log.read_text().splitlines()]
    assert steps[0] == 1
    assert steps[-1] > 1
    longer = load_model(folder / "model.safetensors")
    assert not torch.equal(first.state_dict()["out.2.weight"], longer.state_dict()["out.2.weight"])


def test_a_killed_training_loses_nothing_after_its_last_checkpoint(
    config: NetworkConfig, pack_path: Path, tmp_path: Path
) -> None:
    config = replace(config, matrix_learning_rate=5e-3)
    source = NetworkBatches(config, config.phases[0], pack_path)
    first = NetworkTrainer(config, pack_path, tmp_path)
    for step in range(3):
        first.train_step(source[step])
    first.checkpoint()
    resumed = NetworkTrainer(config, pack_path, tmp_path, resume=True)
    for trainer in (first, resumed):
        trainer.train_step(source[3])
    for name, weight in first.ema.state_dict().items():
        assert torch.equal(weight, resumed.ema.state_dict()[name]), name


def test_the_vocabulary_tokens_cover_every_caption() -> None:
    tokens = caption_tokens(SMALL_VOCABULARY, Tokenizer())
    assert tokens == tuple(sorted(set(tokens)))
    assert 30 < len(tokens) < 200
