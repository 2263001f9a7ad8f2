"""PyTorch's own files (`.pt`, `.pth`, `.ckpt`), read without running what is in them.

torch's restricted unpickler makes nothing but tensors and plain values; the newer protocols of
Python's pickles, which it does not read, are read by one of our own that makes no more. What a
file declares is checked first, so that it takes neither more time nor more memory than its size
justifies.
"""

import io
import os
import pickle
import pickletools
import re
import warnings
import zipfile
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, ClassVar

import torch
from torch import Tensor
from torch._utils import _rebuild_parameter, _rebuild_tensor_v2

from glide_studio.engine.recognition import is_average

MAX_PICKLE = 8_000_000
"""Bytes of a pickle; that of a released network has 150,000."""

MAX_OPERATIONS = 1_000_000
"""Operations of a pickle; one tensor takes about forty."""

PROTOCOL = 2
"""Of pickles, which torch writes unless it is told otherwise."""

MAX_DEPTH = 6
"""How deep the dictionaries that hold the tensors may be nested."""

_ALLOWED = re.compile(
    r"collections OrderedDict|torch (Size|device)|torch\._utils _rebuild_(tensor_v2|parameter)"
    r"|torch \w+Storage|torch\.storage (Untyped|Typed)Storage|torch (b?float|u?int|bool)\w*"
)
"""The globals that a pickle may name. torch allows more, such as functions that allocate as much
memory as a number in the pickle says."""


_CALLED = (OrderedDict, torch.Size, torch.device, _rebuild_tensor_v2, _rebuild_parameter)
"""What a pickle may call, of what it may name."""

_REFUSED = ("INST", "OBJ", "NEWOBJ", "NEWOBJ_EX", "EXT1", "EXT2", "EXT4", "NEXT_BUFFER")
"""Operations that make objects in other ways."""


class TorchScript(ValueError):
    """A file that is a program for PyTorch, not a checkpoint."""


def beginning_of(path: Path, length: int) -> bytes:
    """The first `length` bytes of a file, fewer if it is shorter."""
    with path.open("rb") as file:
        return file.read(length)


def is_zip(path: Path) -> bool:
    return beginning_of(path, 4) == b"PK\x03\x04"


def is_tar(path: Path) -> bool:
    """Whether it is an archive as PyTorch wrote them first, or another tar file."""
    return beginning_of(path, 262)[257:] == b"ustar"


def read_pickled(path: Path) -> dict[str, Tensor]:
    """The tensors of the largest state dict in a file, by name; anything beside it is ignored.

    Those of a zip file, which torch has written since 2020, are mapped from it. Raises
    UnpicklingError if it contains more than tensors and plain values, TorchScript, and ValueError
    or whatever torch raises on a damaged file or on one that declares more than it holds.
    """
    mapped = is_zip(path)
    size = path.stat().st_size
    pickles = _zipped_pickle(path) if mapped else beginning_of(path, MAX_PICKLE)
    _check_pickles(io.BytesIO(pickles), size, 1 if mapped else 5)
    is_usual = pickles[:2] == bytes((0x80, PROTOCOL))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on foreign pickles, which are refused anyway
        loaded = torch.load(
            os.fspath(path),
            map_location="cpu",
            weights_only=is_usual,
            pickle_module=None if is_usual else _restricted_pickle(),
            mmap=mapped,
        )
    found = max(_state_dicts(loaded, MAX_DEPTH, set()), key=len, default={})
    check_sizes(found, size)
    return found


def check_sizes(weights: Mapping[str, Tensor], size: int) -> None:
    """Raise ValueError for tensors that are together larger than the file of `size` bytes."""
    total = 0
    for name, weight in weights.items():
        if weight.layout != torch.strided or weight.is_quantized or weight.device.type != "cpu":
            raise ValueError(f"{name} is not a plain tensor")
        total += weight.numel() * weight.element_size()
    if total > size:
        raise ValueError("the tensors are larger than their file")


def _zipped_pickle(path: Path) -> bytes:
    """The pickle of a zip file. Raises ValueError for what torch never writes."""
    size = path.stat().st_size
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        names = {entry.filename.lower() for entry in entries}
        if any(name.rpartition("/")[2] == "constants.pkl" for name in names):
            raise TorchScript
        if len(names) < len(entries):
            raise ValueError("two entries have the same name")
        if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
            raise ValueError("an entry is compressed")
        if sum(entry.file_size for entry in entries) > size:
            raise ValueError("the entries are larger than their file")
        pickles = [entry for entry in entries if entry.filename.endswith("data.pkl")]
        if len(pickles) != 1 or pickles[0].file_size > MAX_PICKLE:
            raise ValueError("the file has no pickle, more than one, or one that is too large")
        return archive.read(pickles[0])


def _check_pickles(pickled: io.BytesIO, size: int, count: int) -> None:
    """Raise UnpicklingError if one of `count` pickles names what it must not, ValueError if it
    declares more values than a file of `size` bytes can hold."""
    operations, number = 0, 0
    for i in range(count):
        if i and not pickled.getbuffer()[pickled.tell() :]:
            raise pickle.UnpicklingError("a pickle that torch did not write")
        for operation, argument, _position in pickletools.genops(pickled):
            operations += 1
            if operations > MAX_OPERATIONS:
                raise ValueError("the pickle is absurdly long")
            if operation.name in _REFUSED:
                raise pickle.UnpicklingError(operation.name)
            if operation.name == "GLOBAL" and not _ALLOWED.fullmatch(str(argument)):
                raise pickle.UnpicklingError(str(argument))
            if isinstance(argument, int) and not operation.name.endswith(("PUT", "GET", "FRAME")):
                number = argument
            if operation.name == "BINPERSID" and not 0 <= number <= size:
                raise ValueError("a tensor is larger than its file")


_PythonUnpickler: Any = pickle._Unpickler
"""Python's own in Python, whose operations can be replaced; its types are not known to mypy."""


class _RestrictedUnpickler(_PythonUnpickler):  # type: ignore[misc]
    """Makes tensors and plain values of a pickle of any protocol, and raises UnpicklingError where
    it asks for anything else."""

    dispatch: ClassVar[dict[int, Any]] = dict(_PythonUnpickler.dispatch)

    def find_class(self, module: str, name: str) -> Any:
        """What a pickle names, if it may name it."""
        if not _ALLOWED.fullmatch(f"{module} {name}"):
            raise pickle.UnpicklingError(f"{module} {name}")
        return super().find_class(module, name)

    def load_reduce(self) -> None:
        """Call what lies below the arguments."""
        if not any(self.stack[-2] is allowed for allowed in _CALLED):
            raise pickle.UnpicklingError("a call")
        super().load_reduce()

    def load_build(self) -> None:
        """Set the attributes of what lies below them: state dicts have one for versions."""
        if type(self.stack[-2]) is not OrderedDict:
            raise pickle.UnpicklingError("attributes")
        super().load_build()

    dispatch[pickle.REDUCE[0]] = load_reduce
    dispatch[pickle.BUILD[0]] = load_build


def _restricted_pickle() -> ModuleType:
    """What torch takes in place of the module `pickle`."""
    module = ModuleType("restricted_pickle")

    def load(file: BinaryIO, **settings: Any) -> Any:
        return _RestrictedUnpickler(file, **settings).load()

    module.Unpickler, module.load = _RestrictedUnpickler, load  # type: ignore[attr-defined]
    return module


def _state_dicts(loaded: object, depth: int, seen: set[int]) -> Iterator[dict[str, Tensor]]:
    """The dictionaries with tensors in `loaded` that are not `seen` yet, outer ones first, then
    those of averaged weights."""
    if not isinstance(loaded, Mapping) or not depth or id(loaded) in seen:
        return
    seen.add(id(loaded))
    tensors = {
        name: value.detach()
        for name, value in loaded.items()
        if isinstance(name, str) and isinstance(value, Tensor)
    }
    if tensors:
        yield tensors
    for name in sorted(loaded, key=lambda name: not is_average(str(name))):
        yield from _state_dicts(loaded[name], depth - 1, seen)
