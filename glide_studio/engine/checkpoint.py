"""Networks on disk: our safetensors, whose metadata carries the spec, and the released `.pt`."""

import json
import pickle
from pathlib import Path

import torch
from safetensors.torch import load, save
from torch import Tensor

from glide_studio.engine.clip import ClipSpec, NoisedClip
from glide_studio.engine.networks import network_of
from glide_studio.engine.recognition import ModelError, recognize
from glide_studio.engine.spec import ModelSpec
from glide_studio.engine.unet import GlideUNet
from glide_studio.engine.unpickling import read_pickled

OUT_OF_MEMORY = ("out of memory", "can't allocate memory", "not enough memory", "ALLOC_FAILED")
"""What torch's RuntimeErrors say of memory that ran out."""


def is_out_of_memory(error: Exception) -> bool:
    """Whether `error` says that the device or the computer has no memory left."""
    said = str(error) if isinstance(error, RuntimeError) else ""
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or any(
        cause in said for cause in OUT_OF_MEMORY
    )


def load_model(path: str | Path) -> GlideUNet:
    """The network in a checkpoint, in float32 and evaluation mode.

    A `.safetensors` file has its `ModelSpec` in its metadata; that of a `.pt` file, as GLIDE was
    released, follows from its parameters. Only tensors are unpickled. Raises ModelError for a
    missing, damaged or foreign file.
    """
    path = Path(path)
    data = model_bytes(path)
    try:
        spec, weights = _read_released(path) if path.suffix == ".pt" else _read_safetensors(data)
        with torch.device("meta"):
            model = network_of(spec)
        model.load_state_dict(
            {name: weight.float() for name, weight in weights.items()}, assign=True
        )
    except ModelError:
        raise
    except pickle.UnpicklingError as error:
        raise ModelError(
            "{name} contains more than tensors and is not loaded.", name=path.name
        ) from error
    except Exception as error:  # torch raises almost anything on damaged or foreign files
        if is_out_of_memory(error):
            raise
        raise ModelError("{name} is not a GLIDE network or is damaged.", name=path.name) from error
    return model.eval().requires_grad_(False)


def load_clip(path: str | Path) -> NoisedClip:
    """The noised CLIP in a `.safetensors` file, in float32 and evaluation mode.

    Raises ModelError for a missing, damaged or foreign file.
    """
    path = Path(path)
    data = model_bytes(path)
    try:
        text, weights = _opened(data)
        with torch.device("meta"):
            model = NoisedClip(ClipSpec.from_json(text))
        model.load_state_dict(
            {name: weight.float() for name, weight in weights.items()}, assign=True
        )
    except Exception as error:  # torch raises almost anything on damaged or foreign files
        if is_out_of_memory(error):
            raise
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


def model_bytes(path: Path) -> bytes:
    """The content of a model's file. Raises ModelError if it is missing or cannot be read.

    It is not mapped: a network would change, or end the program, with a file that is replaced or
    cut off while it is in use.
    """
    try:
        if not path.is_file():  # a pipe would be waited for
            raise ModelError("The model file {path} does not exist.", path=path)
        return path.read_bytes()
    except OSError as error:
        raise ModelError(
            "The model file {path} cannot be read: {reason}.", path=path, reason=error.strerror
        ) from error


def _read_safetensors(data: bytes) -> tuple[ModelSpec, dict[str, Tensor]]:
    text, weights = _opened(data)
    return ModelSpec.from_json(text), weights


def _opened(data: bytes) -> tuple[str, dict[str, Tensor]]:
    """The JSON of the spec, and the weights."""
    weights = load(data)
    length = int.from_bytes(data[:8], "little")
    return json.loads(data[8 : 8 + length])["__metadata__"]["spec"], weights


def _read_released(path: Path) -> tuple[ModelSpec, dict[str, Tensor]]:
    """The network of GLIDE in a `.pt` file. Raises ForeignCheckpoint for another model."""
    weights = read_pickled(path)
    found = recognize(path.name, {name: tuple(weight.shape) for name, weight in weights.items()})
    if not isinstance(found.spec, ModelSpec):
        raise ValueError("this is an encoder of CLIP")
    # A copy: see `model_bytes`.
    return found.spec, {name: weight.clone() for name, weight in weights.items()}
