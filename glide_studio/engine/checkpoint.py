"""Networks on disk: our safetensors, whose metadata carries the spec, and the released `.pt`."""

import pickle
import warnings
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save
from torch import Tensor

from glide_studio.core.sentence import ArtistError
from glide_studio.engine.clip import ClipSpec, NoisedClip
from glide_studio.engine.networks import network_of
from glide_studio.engine.spec import KINDS, ModelSpec
from glide_studio.engine.unet import GlideUNet


class ModelError(ArtistError):
    """A model that cannot be loaded."""


def load_model(path: str | Path) -> GlideUNet:
    """The network in a checkpoint, in float32 and evaluation mode.

    A `.safetensors` file has its `ModelSpec` in its metadata; a `.pt` file is one of the four
    released networks, told apart by its input channels. Only tensors are unpickled. Raises
    ModelError for a missing, damaged or foreign file.
    """
    path = Path(path)
    if not path.is_file():
        raise ModelError("The model file {path} does not exist.", path=path)
    try:
        spec, weights = _read_released(path) if path.suffix == ".pt" else _read_safetensors(path)
        with torch.device("meta"):
            model = network_of(spec)
        model.load_state_dict(
            {name: weight.float() for name, weight in weights.items()}, assign=True
        )
    except pickle.UnpicklingError as error:
        raise ModelError(
            "{name} contains more than tensors and is not loaded.", name=path.name
        ) from error
    except Exception as error:  # torch raises almost anything on damaged or foreign files
        raise ModelError("{name} is not a GLIDE network or is damaged.", name=path.name) from error
    return model.eval().requires_grad_(False)


def load_clip(path: str | Path) -> NoisedClip:
    """The noised CLIP in a `.safetensors` file, in float32 and evaluation mode.

    Raises ModelError for a missing, damaged or foreign file.
    """
    path = Path(path)
    if not path.is_file():
        raise ModelError("The model file {path} does not exist.", path=path)
    try:
        text, weights = _opened(path)
        with torch.device("meta"):
            model = NoisedClip(ClipSpec.from_json(text))
        model.load_state_dict(
            {name: weight.float() for name, weight in weights.items()}, assign=True
        )
    except Exception as error:  # torch raises almost anything on damaged or foreign files
        raise ModelError("{name} is not a noised CLIP or is damaged.", name=path.name) from error
    return model.eval().requires_grad_(False)


def save_model(
    model: GlideUNet | NoisedClip, path: str | Path, dtype: torch.dtype = torch.float16
) -> None:
    """Write a network and its spec as safetensors; the file appears whole or not at all.

    Raises ValueError for a network that was optimized for inference: its weights are rounded, and
    those of Winograd's convolutions are not the network's own.
    """
    if isinstance(model, GlideUNet) and model.is_optimized:
        raise ValueError("A network optimized for inference cannot be saved: save the one loaded.")
    path = Path(path)
    weights = {name: value.to(dtype).contiguous() for name, value in model.state_dict().items()}
    partial = path.with_suffix(".partial")
    partial.write_bytes(save(weights, metadata={"spec": model.spec.to_json()}))
    partial.replace(path)


def _read_safetensors(path: Path) -> tuple[ModelSpec, dict[str, Tensor]]:
    text, weights = _opened(path)
    return ModelSpec.from_json(text), weights


def _opened(path: Path) -> tuple[str, dict[str, Tensor]]:
    """The JSON of the spec, and the weights."""
    with safe_open(path, framework="pt") as file:
        weights = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
        return file.metadata()["spec"], weights


def _read_released(path: Path) -> tuple[ModelSpec, dict[str, Tensor]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on foreign pickles, which are refused anyway
        weights = torch.load(path, map_location="cpu", weights_only=True)
    channels = weights["input_blocks.0.0.weight"].shape[1]
    kinds = [kind for kind in KINDS if ModelSpec(kind).in_channels == channels]
    return ModelSpec(kinds[0]), weights
