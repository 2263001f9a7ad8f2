"""Networks on disk: our safetensors, whose metadata carries the spec, and the released `.pt`."""

import errno
import hashlib
import math
import os
import pickle
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save
from torch import Tensor, nn

from glide_studio.engine.clip import ClipSpec, NoisedClip
from glide_studio.engine.networks import network_of
from glide_studio.engine.recognition import ModelError, recognize
from glide_studio.engine.spec import ModelSpec
from glide_studio.engine.unet import GlideUNet
from glide_studio.engine.unpickling import read_pickled

OUT_OF_MEMORY = (
    "out of memory",
    "can't allocate memory",
    "not enough memory",
    "ALLOC_FAILED",
    "OUT_OF_DEVICE_MEMORY",
)
"""Parts of the messages of torch's RuntimeErrors when memory runs out."""

ONEDNN_OUT_OF_MEMORY = (
    "could not create a memory object",
    "could not create a primitive",
    "could not execute a primitive",
)
"""Whole messages of oneDNN, which computes convolutions on a CPU, when memory runs out. It has
longer ones for what it cannot compute at all."""


def is_out_of_memory(error: Exception) -> bool:
    """Whether `error` says that the device or the computer has no memory left."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    said = str(error) if isinstance(error, RuntimeError) else ""
    causes = (*OUT_OF_MEMORY, os.strerror(errno.ENOMEM))  # a file that cannot be mapped
    return (
        isinstance(error, MemoryError | torch.OutOfMemoryError)
        or said in ONEDNN_OUT_OF_MEMORY
        or any(cause in said for cause in causes)
    )


@contextmanager
def memory_errors() -> Iterator[None]:
    """Raise MemoryError in place of torch's many errors about memory that ran out."""
    try:
        yield
    except Exception as error:
        if is_out_of_memory(error):
            raise MemoryError from error
        raise


Wanted = Callable[[str], bool]
"""Whether a weight is to be read, by its name."""


class StoredNetwork:
    """The file of a network: its `spec`, and its weights, which are read when they are asked for.

    A `.safetensors` file has its spec in its metadata; that of a `.pt` file, as GLIDE was released,
    follows from its parameters. Only tensors are unpickled. A file is mapped only while weights are
    copied from it: a network would change, or end the program, with a file that is replaced or cut
    off while it is in use. Raises ModelError for a missing, damaged or foreign file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._weights: dict[str, Tensor] | None = None
        with _refused(path, _not_glide(path)):
            if path.suffix.lower() == ".pt":
                self.spec, self._weights = _read_released(path)
            else:
                self.spec = ModelSpec.from_json(_spec_in(path))

    def empty_network(self) -> GlideUNet:
        """The network without weights, to be filled. Raises ModelError if the file's weights are
        not those of its spec."""
        with _refused(self._path, _not_glide(self._path)):
            with torch.device("meta"):
                model = network_of(self.spec)
            if set(model.state_dict()) != set(self.sizes()):
                raise ValueError("The names of the weights do not match the spec.")
        return model.eval().requires_grad_(False)

    def sizes(self) -> dict[str, int]:
        """The number of values in each weight, by its name."""
        if self._weights is not None:
            return {name: weight.numel() for name, weight in self._weights.items()}
        with safe_open(self._path, "pt") as file:
            names = file.keys()
            return {name: math.prod(file.get_slice(name).get_shape()) for name in names}

    def fill(self, module: nn.Module, prefix: str = "", wanted: Wanted = lambda _: True) -> None:
        """Read the weights that `module`, a part of `empty_network`, still lacks, in the dtype and
        the layout that it is to have, at first float32. In the file their names begin with
        `prefix`. Weights that are not wanted become empty tensors. Raises ModelError."""
        with _refused(self._path, _not_glide(self._path)):
            _fill(module, prefix, wanted, self._path, self._weights)


def load_model(path: str | Path, wanted: Wanted = lambda _: True) -> GlideUNet:
    """The network in a checkpoint, in float32 and evaluation mode, without the weights that are
    not wanted. Raises ModelError as `StoredNetwork`."""
    checkpoint = StoredNetwork(Path(path))
    model = checkpoint.empty_network()
    checkpoint.fill(model, wanted=wanted)
    return model


def load_clip(path: str | Path) -> NoisedClip:
    """The noised CLIP in a `.safetensors` file, in float32 and evaluation mode.

    Raises ModelError for a missing, damaged or foreign file.
    """
    path = Path(path)
    with _refused(path, ModelError("{name} is not a noised CLIP or is damaged.", name=path.name)):
        spec = ClipSpec.from_json(_spec_in(path))
        with torch.device("meta"):
            model = NoisedClip(spec)
        _fill(model, "", lambda _: True, path, None)
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


def digest_of(path: Path) -> str:
    """The SHA-256 digest of a model's file, in hexadecimal. Raises ModelError if it is missing or
    cannot be read."""
    with (
        _refused(path, ModelError("{name} cannot be read.", name=path.name)),
        path.open("rb") as file,
    ):
        return hashlib.file_digest(file, "sha256").hexdigest()


def _not_glide(path: Path) -> ModelError:
    return ModelError("{name} is not a GLIDE network or is damaged.", name=path.name)


@contextmanager
def _refused(path: Path, damaged: ModelError) -> Iterator[None]:
    """Raise ModelError if the file cannot be read, and `damaged` in place of any other error that
    reading a damaged or foreign file causes. Errors about memory that ran out pass through."""
    try:
        if not path.is_file():  # a pipe would be waited for
            raise ModelError("The model file {path} does not exist.", path=path)
        yield
    except ModelError:
        raise
    except pickle.UnpicklingError as error:
        raise ModelError(
            "{name} contains more than tensors and is not loaded.", name=path.name
        ) from error
    except Exception as error:  # torch raises almost anything on damaged or foreign files
        if is_out_of_memory(error):
            raise
        if not isinstance(error, OSError):
            raise damaged from error
        raise ModelError(
            "The model file {path} cannot be read: {reason}.", path=path, reason=error.strerror
        ) from error


def _spec_in(path: Path) -> str:
    """The JSON of the spec in a `.safetensors` file."""
    with safe_open(path, "pt") as file:
        text: str = file.metadata()["spec"]
    return text


def _fill(
    module: nn.Module,
    prefix: str,
    wanted: Wanted,
    path: Path,
    weights: Mapping[str, Tensor] | None,
) -> None:
    """Copy what `module` lacks from `weights`, or from the file at `path` if that is None."""
    lacking = {name: weight for name, weight in module.state_dict().items() if weight.is_meta}
    left_out = [name for name in lacking if not wanted(f"{prefix}{name}")]
    for name in left_out:
        _assign(module, name, torch.empty(0))
    with ExitStack() as stack:
        read = weights.__getitem__ if weights is not None else _reader(stack, path)
        for name, weight in lacking.items():
            if name in left_out:
                continue
            found = read(f"{prefix}{name}")
            if found.shape != weight.shape:
                raise ValueError(f"{prefix}{name} has the shape {tuple(found.shape)}")
            # torch.empty_like would import a second's worth of modules for a weight without values.
            empty = torch.empty_strided(weight.shape, weight.stride(), dtype=weight.dtype)
            _assign(module, name, empty.copy_(found))


def _reader(stack: ExitStack, path: Path) -> Callable[[str], Tensor]:
    """A function that reads a weight of a `.safetensors` file by its name; the file is mapped
    while `stack` is open."""
    read: Callable[[str], Tensor] = stack.enter_context(safe_open(path, "pt")).get_tensor
    return read


def _assign(module: nn.Module, name: str, weight: Tensor) -> None:
    """Replace a parameter by a weight of any shape."""
    owner, _, last = name.rpartition(".")
    parameter = nn.Parameter(weight, requires_grad=False)
    setattr(module.get_submodule(owner), last, parameter)


def _read_released(path: Path) -> tuple[ModelSpec, dict[str, Tensor]]:
    """The spec and the weights of the GLIDE network in a `.pt` file. Raises ForeignCheckpoint for
    another model."""
    weights = read_pickled(path)
    found = recognize(path.name, {name: tuple(weight.shape) for name, weight in weights.items()})
    if not isinstance(found.spec, ModelSpec):
        raise ValueError("this is an encoder of CLIP")
    return found.spec, dict(weights)
