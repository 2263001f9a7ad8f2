"""Converts foreign checkpoints to the studio's networks: safetensors with the spec as metadata."""

import hashlib
import json
import os
import pickle
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor

from glide_studio.core.sentence import ArtistError
from glide_studio.engine.checkpoint import is_out_of_memory
from glide_studio.engine.clip import ClipSpec
from glide_studio.engine.foreign import torch_script
from glide_studio.engine.recognition import (
    ForeignCheckpoint,
    ModelError,
    Part,
    Recognized,
    check_shapes,
    joined_clip,
    prefix_of,
    recognize,
)
from glide_studio.engine.spec import ModelSpec
from glide_studio.engine.unpickling import (
    TorchScript,
    beginning_of,
    check_sizes,
    is_tar,
    is_zip,
    read_pickled,
)
from glide_studio.library.control import Control
from glide_studio.library.networks import NetworkFile, Report, Storage

MAX_HEADER = 8_000_000
"""Bytes of a safetensors header; that of a released network has 100,000."""

_DTYPES = {"float32": (torch.float32, "F32"), "float16": (torch.float16, "F16")}


@dataclass(frozen=True)
class Checkpoint:
    """A part of a model: its parameters, by their released names, mapped from the file at `path`.

    `does_everything` is that of `NetworkFile`.
    """

    path: Path
    part: Part
    spec: ModelSpec | ClipSpec
    weights: Mapping[str, Tensor]
    does_everything: bool = False


def read_checkpoint(path: Path) -> Checkpoint:
    """The checkpoint in a `.pt` file of PyTorch or a `.safetensors` file.

    Raises ModelError for a missing, damaged or hostile file, ForeignCheckpoint for one of another
    model.
    """
    try:
        metadata, weights = _read(path)
    except (ArtistError, MemoryError):
        raise
    except TorchScript:
        raise ForeignCheckpoint(torch_script(path.name)) from None
    except pickle.UnpicklingError as error:
        raise ModelError(
            "“{name}” contains more than tensors, which could run code, and is not loaded. Get "
            "it as a safetensors file.",
            name=path.name,
        ) from error
    except PermissionError as error:
        raise ModelError(
            "The model file {path} cannot be read: {reason}.", path=path, reason=error.strerror
        ) from error
    except Exception as error:  # torch raises almost anything on damaged files
        if is_out_of_memory(error):
            raise
        raise _damaged(path) from error
    if not weights:
        raise ModelError("“{name}” contains no tensors with names.", name=path.name)
    return _recognized(path, metadata, weights)


def _read(path: Path) -> tuple[dict[str, str], dict[str, Tensor]]:
    """The metadata and the weights in a file. Raises almost anything if it is damaged."""
    if path.is_dir():
        raise ModelError("“{name}” is a folder. Choose the files in it.", name=path.name)
    if not path.is_file():
        raise ModelError("The model file {path} does not exist.", path=path)
    if not path.stat().st_size:
        raise _damaged(path)
    if _is_safetensors(path):
        return _read_safetensors(path)
    if is_zip(path) or beginning_of(path, 1) == b"\x80":
        return {}, read_pickled(path)
    if is_tar(path):
        raise ModelError(
            "“{name}” is in the tar format of early PyTorch versions, which is not supported. "
            "Load and save it with a newer PyTorch first.",
            name=path.name,
        )
    raise ModelError(
        "“{name}” is neither a file of PyTorch nor a safetensors file.", name=path.name
    )


def import_checkpoints(
    paths: Sequence[Path], folder: Path, storage: Storage, control: Control, report: Report
) -> list[NetworkFile]:
    """Write the networks in the files `paths` to `folder`; each appears whole or not at all.

    Both encoders of a noised CLIP become one network. Raises as `read_checkpoint`, ModelError for
    a network that occurs twice, for one encoder of a CLIP without the other, and for weights that
    are not finite; OSError for a folder that cannot be written; Cancelled.
    """
    checkpoints = _joined([read_checkpoint(path) for path in paths])
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for i, checkpoint in enumerate(checkpoints):

        def part_done(share: float, before: int = i) -> None:
            report((before + share) / len(checkpoints))

        made.append(_write(checkpoint, folder, storage, control, part_done))
    return made


def _damaged(path: Path) -> ModelError:
    return ModelError("“{name}” is damaged or incomplete. Get a new copy of it.", name=path.name)


def _is_safetensors(path: Path) -> bool:
    start = beginning_of(path, 9)
    length = int.from_bytes(start[:8], "little")
    return start[8:] == b"{" and (path.suffix == ".safetensors" or length < path.stat().st_size)


def _read_safetensors(path: Path) -> tuple[dict[str, str], dict[str, Tensor]]:
    """The metadata, and the tensors, mapped from the file. Raises ValueError."""
    length = int.from_bytes(beginning_of(path, 8), "little")
    if length > MAX_HEADER:
        raise ValueError("the header is absurdly long")
    header = json.loads(beginning_of(path, 8 + length)[8:])
    weights = load_file(path)
    check_sizes(weights, path.stat().st_size)
    return header.get("__metadata__", {}), weights


def _recognized(path: Path, metadata: Mapping[str, str], weights: dict[str, Tensor]) -> Checkpoint:
    """Raises ModelError and ForeignCheckpoint."""
    if "spec" not in metadata:
        prefix = prefix_of(weights.keys())
        weights = {
            name.removeprefix(prefix): weight
            for name, weight in weights.items()
            if name.startswith(prefix)
        }
        found = recognize(path.name, _shapes(weights))
    else:
        try:
            found = _described(metadata["spec"])
        except (ValueError, TypeError, RecursionError) as error:
            raise _damaged(path) from error
    if found.part not in ("text", "image"):
        weights = _needed(path, weights, found.spec)
    for name, weight in weights.items():
        if not weight.is_floating_point():
            raise ModelError(
                "“{name}” is not loaded: {parameter} contains integers or complex numbers, as "
                "in a quantized model. Get the model in 16 or 32 bits.",
                name=path.name,
                parameter=name,
            )
    # Networks that the studio trained both inpaint and generate from text alone.
    is_own = "spec" in metadata and metadata.get("network") in (None, "base", "upsample")
    everything = is_own and isinstance(found.spec, ModelSpec) and found.spec.is_inpaint
    return Checkpoint(path, found.part, found.spec, weights, everything)


def _shapes(weights: Mapping[str, Tensor]) -> dict[str, tuple[int, ...]]:
    return {name: tuple(weight.shape) for name, weight in weights.items()}


def _needed(
    path: Path, weights: Mapping[str, Tensor], spec: ModelSpec | ClipSpec
) -> dict[str, Tensor]:
    """The parameters of `spec` among `weights`. Raises ForeignCheckpoint unless all are there."""
    return {name: weights[name] for name in check_shapes(path.name, _shapes(weights), spec)}


def _described(text: str) -> Recognized:
    """What the spec in a file's metadata says. Raises ValueError, TypeError, RecursionError."""
    values = json.loads(text)
    if "kind" not in values:
        return Recognized("clip", ClipSpec.from_json(text))
    spec = ModelSpec.from_json(text)
    return Recognized(spec.kind.replace("-", "_"), spec)  # type: ignore[arg-type]


def _joined(checkpoints: Sequence[Checkpoint]) -> list[Checkpoint]:
    """The checkpoints, with both encoders of a CLIP as one. Raises ModelError."""
    parts: dict[Part, Checkpoint] = {}
    for checkpoint in checkpoints:
        if checkpoint.part in parts:
            raise ModelError(
                "“{first}” and “{second}” are the same network of GLIDE.",
                first=parts[checkpoint.part].path.name,
                second=checkpoint.path.name,
            )
        parts[checkpoint.part] = checkpoint
    text, image = parts.pop("text", None), parts.pop("image", None)
    if text is not None and image is not None:
        assert isinstance(text.spec, ClipSpec)
        assert isinstance(image.spec, ClipSpec)
        weights = {f"text.{name}": weight for name, weight in text.weights.items()}
        weights |= {f"image.{name}": weight for name, weight in image.weights.items()}
        try:
            spec = joined_clip(text.spec, image.spec)
        except ValueError as error:
            raise _damaged(text.path) from error
        parts["clip"] = Checkpoint(text.path, "clip", spec, _needed(text.path, weights, spec))
    elif text is not None or image is not None:
        half = text or image
        assert half is not None
        raise ModelError(
            "“{name}” is one of the two encoders of GLIDE's CLIP. Import both of them together.",
            name=half.path.name,
        )
    return list(parts.values())


def _write(
    checkpoint: Checkpoint, folder: Path, storage: Storage, control: Control, report: Report
) -> NetworkFile:
    """Write one network, a tensor at a time. Raises ModelError, Cancelled, OSError."""
    spec = checkpoint.spec
    part = (
        checkpoint.part.removesuffix("_inpaint") if checkpoint.does_everything else checkpoint.part
    )
    weights = checkpoint.weights
    header = _header(weights, storage, {"spec": spec.to_json(), "network": part})
    path = folder / f"{part}.safetensors"
    partial = path.with_suffix(".partial")
    digest = hashlib.sha256(header)
    try:
        with partial.open("wb") as file:
            file.write(header)
            for i, (name, weight) in enumerate(weights.items()):
                control.wait()
                data = _bytes_of(checkpoint.path.name, name, weight, storage)
                digest.update(data)
                file.write(data)
                report((i + 1) / len(weights))
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return NetworkFile(
        part, digest.hexdigest(), spec.image_size, spec.text_ctx, checkpoint.does_everything
    )


def _header(weights: Mapping[str, Tensor], storage: Storage, metadata: Mapping[str, str]) -> bytes:
    """The beginning of a safetensors file: its length in 8 bytes, and JSON."""
    dtype, code = _DTYPES[storage]
    entries: dict[str, object] = {"__metadata__": metadata}
    end = 0
    for name, weight in weights.items():
        start, end = end, end + weight.numel() * dtype.itemsize
        entries[name] = {"dtype": code, "shape": list(weight.shape), "data_offsets": [start, end]}
    text = json.dumps(entries).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text


def _bytes_of(file: str, name: str, weight: Tensor, storage: Storage) -> bytes:
    """The values of a weight as they are stored. Raises ModelError for values that are not finite,
    or too large for half precision."""
    values = weight.to(_DTYPES[storage][0]).contiguous().numpy()
    if not np.isfinite(values).all():
        if storage == "float16" and bool(weight.isfinite().all()):
            raise ModelError(
                "“{name}” has weights too large for half precision. Import it in full precision.",
                name=file,
            )
        raise ModelError(
            "“{name}” is damaged: {parameter} has values that are not numbers.",
            name=file,
            parameter=name,
        )
    return values.tobytes()
