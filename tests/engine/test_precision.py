"""The arithmetic of a network is chosen by the error measured on it."""

import copy
import hashlib
import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest
import torch

from glide_studio.app import GlideEngine
from glide_studio.core.request.installed import default_model
from glide_studio.core.request.request import Notice, Result
from glide_studio.core.request.settings import RequestError, Sampling
from glide_studio.engine import generate, load_models, precision
from glide_studio.engine.checkpoint import load_model, save_model
from glide_studio.engine.inference import EXACT, Arithmetic, arithmetics, optimize_for_inference
from glide_studio.engine.models import load_network
from glide_studio.engine.precision import (
    MAX_ERROR,
    ChosenArithmetic,
    MeasuredErrors,
    choose_arithmetic,
    guided_steps,
    relative_error,
)
from glide_studio.engine.recognition import ModelError
from glide_studio.engine.unet import GlideUNet
from glide_studio.session.preferences import Preferences
from tests.engine.test_inference import wide_network
from tests.fakes import text_request

CPU = torch.device("cpu")
WINOGRAD, BFLOAT16 = Arithmetic(torch.float32, winograd=True), Arithmetic(torch.bfloat16)


@pytest.fixture
def candidates(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same arithmetics on every machine."""
    monkeypatch.setattr(precision, "arithmetics", lambda device: (BFLOAT16, WINOGRAD, EXACT))


def chosen(errors: MeasuredErrors, asked: precision.Precision = "auto") -> ChosenArithmetic:
    return choose_arithmetic(partial(wide_network, "base"), "wide", CPU, asked, errors)


def known(tmp_path: Path, **errors: float) -> MeasuredErrors:
    """Errors remembered from an earlier start."""
    memory = MeasuredErrors(None, tmp_path / "precision.json")
    for name, error in errors.items():
        memory.add("wide", CPU, {"bfloat16": BFLOAT16, "winograd": WINOGRAD}[name], error)
    return MeasuredErrors(None, tmp_path / "precision.json")


@pytest.mark.usefixtures("candidates")
def test_the_fastest_arithmetic_that_is_accurate_is_used(tmp_path: Path) -> None:
    assert chosen(known(tmp_path, bfloat16=0.009)).arithmetic == BFLOAT16
    assert chosen(known(tmp_path, bfloat16=0.12, winograd=1e-6)).arithmetic == WINOGRAD
    assert chosen(known(tmp_path, bfloat16=0.12, winograd=0.016)).arithmetic == EXACT


def fragile_network() -> GlideUNet:
    """Features on top of a large constant, which the last norm removes: bfloat16 loses them."""
    model = wide_network("base")
    model.output_blocks[-1][0].out_layers[-1].bias += 30
    return model


@pytest.mark.usefixtures("candidates")
def test_a_network_that_bfloat16_ruins_runs_in_float32(tmp_path: Path) -> None:
    errors = MeasuredErrors(None, None)
    arithmetic = choose_arithmetic(fragile_network, "fragile", CPU, "auto", errors)
    assert arithmetic.arithmetic == WINOGRAD
    ruined = errors.get("fragile", CPU, BFLOAT16)
    assert ruined is not None
    assert ruined > MAX_ERROR


@pytest.mark.usefixtures("candidates")
def test_a_preference_forces_either(tmp_path: Path) -> None:
    errors = known(tmp_path, bfloat16=0.12, winograd=0.12)
    assert chosen(errors, "fast") == ChosenArithmetic(BFLOAT16)
    assert chosen(errors, "float32") == ChosenArithmetic(EXACT)


@pytest.mark.usefixtures("candidates")
def test_a_measured_error_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = tmp_path / "folder" / "precision.json"
    first = chosen(MeasuredErrors(None, memory))
    assert first.error is not None
    remembered = json.loads(memory.read_text())
    assert first.error in remembered.values()
    monkeypatch.setattr(precision, "relative_error", Mock(side_effect=AssertionError))
    assert chosen(MeasuredErrors(None, memory)) == first


@pytest.mark.usefixtures("candidates")
@pytest.mark.parametrize("content", ["", "[]", "null", '{"a": "b"}', "\0"])
@pytest.mark.expects_log("measured errors")
def test_a_damaged_record_of_errors_is_measured_again(tmp_path: Path, content: str) -> None:
    memory = tmp_path / "precision.json"
    memory.write_text(content)
    assert chosen(MeasuredErrors(None, memory)).error is not None


def test_a_network_whose_values_are_not_numbers_has_the_largest_error() -> None:
    model = wide_network("base")
    exact = guided_steps(model)
    broken = copy.deepcopy(model)
    broken.input_blocks[0][0].weight.fill_(float("nan"))
    assert relative_error(broken, exact) == 1
    assert relative_error(model, exact) == 0


@pytest.mark.parametrize("entry", ["base", "upsample"])
def test_the_starter_is_accurate_in_its_fastest_arithmetic(entry: str) -> None:
    exact = guided_steps(load_network(default_model(), entry))
    for arithmetic in arithmetics(CPU):
        fast = optimize_for_inference(load_network(default_model(), entry), CPU, arithmetic)
        assert relative_error(fast, exact) < MAX_ERROR, arithmetic


def test_the_shipped_errors_are_those_of_the_shipped_weights() -> None:
    """Otherwise every first start would measure."""
    folder = default_model().folder
    shipped = json.loads(folder.joinpath("precision.json").read_text())
    digests = {
        hashlib.sha256(folder.joinpath(f"{entry}.safetensors").read_bytes()).hexdigest()
        for entry in ("base", "upsample")
    }
    assert {key.rpartition(": ")[2] for key in shipped} == digests
    assert all(error < MAX_ERROR for error in shipped.values())


def test_loaded_models_report_their_arithmetic(tmp_path: Path) -> None:
    fast = load_models(default_model().name, "cpu", memory=tmp_path / "precision.json")
    assert fast.base_arithmetic is not None
    assert fast.base_arithmetic.arithmetic in arithmetics(CPU)
    exact = load_models(default_model().name, "cpu", precision="float32")
    assert str(exact.base_arithmetic) == "float32"
    assert exact.base.dtype == torch.float32


def test_the_window_uses_the_model_and_the_precision_of_a_request() -> None:
    preferences = Preferences()
    preferences.precision = "float32"
    engine = GlideEngine(default_model().name, preferences)
    request = text_request(base=Sampling("ddim", "2"), upsample=None)
    *_, result = engine(request)
    assert isinstance(result, Result)
    other = replace(request, settings=replace(request.settings, model="released"))
    with pytest.raises(RequestError, match="“released”"):
        next(iter(engine(other)))
    *_, again = engine(request)
    assert isinstance(again, Result)
    exact = load_models(default_model().name, "cpu", precision="float32")
    *_, expected = generate(exact, request)
    assert isinstance(expected, Result)
    assert np.array_equal(result.picture, expected.picture)
    assert np.array_equal(again.picture, expected.picture)


def test_an_optimized_network_cannot_be_saved(tmp_path: Path) -> None:
    model: GlideUNet = optimize_for_inference(wide_network("base"), CPU, EXACT)
    with pytest.raises((ModelError, ValueError), match="optimi"):
        save_model(model, tmp_path / "model.safetensors")
    assert list(tmp_path.iterdir()) == []
    save_model(wide_network("base"), tmp_path / "model.safetensors")
    assert load_model(tmp_path / "model.safetensors").spec == wide_network("base").spec


def test_the_window_uses_the_currently_preferred_device() -> None:
    preferences = Preferences()
    preferences.precision, preferences.device = "float32", "cpu"
    engine = GlideEngine(default_model().name, preferences)
    assert [device.name for device in engine.devices()][-1] == "cpu"
    assert engine.memory().device.name == "cpu"
    request = text_request(base=Sampling("ddim", "1"), upsample=None)
    *_, result = engine(request)
    engine.release()
    *_, again = engine(request)
    assert isinstance(result, Result)
    assert isinstance(again, Result)
    assert np.array_equal(result.picture, again.picture)
    preferences.device = "cuda:7"
    events = list(engine(request))
    assert isinstance(events[0], Notice)
    assert "cuda:7 is not available" in str(events[0].sentence)
    assert isinstance(events[-1], Result)
    assert np.array_equal(result.picture, events[-1].picture)
