"""Keeps networks in memory: each is read when it is first needed, and released when others need
its room or nothing has run for a while.

The base and the upsampler of a model need not fit on a small graphics card together: the one that
is not in use is released, and read from its file again when it is needed.
"""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor

from glide_studio.engine.checkpoint import StoredNetwork, is_out_of_memory, load_model
from glide_studio.engine.devices import free_memory, return_memory, total_memory
from glide_studio.engine.inference import Arithmetic, optimize_for_inference
from glide_studio.engine.recording import RecordedUNet, cuda_recorder
from glide_studio.engine.spec import ModelSpec
from glide_studio.engine.unet import GlideUNet, TextEncoding

WORKING_BYTES = 2**30
"""Bytes of a device's memory that are kept free for the tensors of a step."""

NEGLIGIBLE_BYTES = 2**26
"""Largest network, in bytes, for which no other network has to be released."""

OTHERS_SHARE = 0.2
"""Share of the computer's own memory that is kept free for other programs."""

WINOGRAD_GROWTH = 2
"""About how many times as much memory a network takes with Winograd's convolutions."""

_TEXT = (
    "token_embedding.",
    "positional_embedding",
    "padding_embedding",
    "transformer.",
    "final_ln.",
    "transformer_proj.",
)

_N = TypeVar("_N")
_log = logging.getLogger(__name__)


class Residency:
    """The networks that are in memory, of whatever model and on whatever device."""

    def __init__(self) -> None:
        self._held: list[Held[Any]] = []  # the one used last at the end

    def has_room_for(self, size: int, device: torch.device) -> bool:
        """Whether `size` bytes fit on the device beside what is there."""
        kept = OTHERS_SHARE * total_memory(device) if device.type == "cpu" else 0
        return free_memory(device) - kept >= size + WORKING_BYTES

    def make_room(self, size: int, device: torch.device) -> None:
        """Release the least recently used networks until `size` bytes fit, or none are left."""
        for held in [each for each in self._held if each.device == device]:
            if self.has_room_for(size, device):
                return
            held.release()

    def release_unused(self, device: torch.device) -> bool:
        """Release all networks on the device but the one used last; returns whether there were
        any."""
        unused = [each for each in self._held if each.device == device][:-1]
        for held in unused:
            held.release()
        return bool(unused)

    def release_all(self) -> None:
        """Release everything, and give the memory back to the devices."""
        devices = {held.device for held in self._held}
        for held in tuple(self._held):
            held.release()
        for device in devices:
            return_memory(device)

    def note_use(self, held: "Held[Any]") -> None:
        if self._held and self._held[-1] is held:
            return
        self.forget(held)
        self._held.append(held)

    def forget(self, held: "Held[Any]") -> None:
        if held in self._held:
            self._held.remove(held)


class Held(Generic[_N]):
    """A network, or a part of one, that is loaded whenever it is needed and not in memory.
    `load` puts it on `device`, where it takes about `size()` bytes."""

    def __init__(
        self,
        load: Callable[[], _N],
        size: Callable[[], int],
        device: torch.device,
        residency: Residency,
    ) -> None:
        self.device = device
        self.size = size
        self._load = load
        self._residency = residency
        self._network: _N | None = None

    def get(self) -> _N:
        """The network, loaded if necessary. Raises what `load` raises once no other network can be
        released for it."""
        if self._network is None:
            self._residency.make_room(self.size(), self.device)
            self._network = self._loaded()
        self._residency.note_use(self)
        return self._network

    def get_if_room(self) -> _N | None:
        """As `get`, but None if another network would have to be released for it."""
        if self._network is None:
            size = self.size()
            if size > NEGLIGIBLE_BYTES and not self._residency.has_room_for(size, self.device):
                return None
            self._network = self._load()
        self._residency.note_use(self)
        return self._network

    def release(self) -> None:
        """Free the network's memory until it is needed again."""
        self._network = None
        self._residency.forget(self)
        return_memory(self.device)

    def _loaded(self) -> _N:
        try:
            return self._load()
        except Exception as error:
            if not is_out_of_memory(error):
                raise
            _log.info("a network does not fit beside others", exc_info=error)
        # Only here, where the error and with it what was loaded already are gone.
        self._residency.make_room(total_memory(self.device), self.device)
        return self._load()


class HeldUNet:
    """The network in the file that `open_file` gives, computed in `arithmetic` on `device`.

    Its encoder of captions and its U-Net are held apart: a caption is encoded before the U-Net,
    which is much larger, is asked for. Raises ModelError for a damaged file, when it is made and
    whenever the file is read again.
    """

    def __init__(
        self,
        open_file: Callable[[], AbstractContextManager[Path]],
        device: torch.device,
        arithmetic: Arithmetic,
        residency: Residency,
    ) -> None:
        self.spec: ModelSpec = _opened(open_file).spec
        self.device = device
        self.dtype = arithmetic.dtype
        self._open_file = open_file
        self._arithmetic = arithmetic
        self._residency = residency
        self._text = Held(self._load_text, lambda: self._size(_is_text), device, residency)
        self._unet = Held(self._load_unet, lambda: self._size(_is_unet), device, residency)

    def load(self, if_room: bool = False) -> None:
        """Read the network now; with `if_room` only if no other network has to be released for
        it."""
        if if_room and not self._residency.has_room_for(
            self._text.size() + self._unet.size(), self.device
        ):
            return
        self._text.get()
        self._unet.get()

    def encode_text(self, tokens: Tensor, mask: Tensor) -> TextEncoding:
        """As GlideUNet."""
        return self._text.get().encode_text(tokens, mask).in_dtype(self.dtype)

    def __call__(
        self, x_t: Tensor, timesteps: Tensor, *, text: TextEncoding, **conditions: Tensor
    ) -> Tensor:
        """As GlideUNet."""
        return self._unet.get()(x_t, timesteps, text=text, **conditions)

    def _load_text(self) -> GlideUNet:
        with self._open_file() as path:
            return load_model(path, _is_text).to(self.device)

    def _load_unet(self) -> GlideUNet | RecordedUNet:
        with self._open_file() as path:
            checkpoint = StoredNetwork(path)

            def fill(part: torch.nn.Module, prefix: str) -> None:
                checkpoint.fill(part, prefix, _is_unet)

            network = checkpoint.empty_network()
            network = optimize_for_inference(network, self.device, self._arithmetic, fill)
        if self.device.type == "cuda":
            return RecordedUNet(network, cuda_recorder(self.device))
        return network

    def _size(self, wanted: Callable[[str], bool]) -> int:
        sizes = _opened(self._open_file).sizes()
        number = sum(size for name, size in sizes.items() if wanted(name))
        if wanted is _is_text:
            return number * torch.float32.itemsize
        growth = WINOGRAD_GROWTH if self._arithmetic.winograd else 1
        return number * self.dtype.itemsize * growth


def _opened(open_file: Callable[[], AbstractContextManager[Path]]) -> StoredNetwork:
    with open_file() as path:
        return StoredNetwork(path)


def _is_text(name: str) -> bool:
    """Whether a weight belongs to the encoder of captions, keys and values included."""
    return name.startswith(_TEXT) or ".encoder_kv." in name


def _is_unet(name: str) -> bool:
    return not _is_text(name)
