"""Tensors on their way between a graphics card and the processor, while the card goes on computing
(https://docs.pytorch.org/tutorials/intermediate/pinmem_nonblock.html)."""

from collections.abc import Sequence

import torch
from torch import Tensor


def to_device(tensor: Tensor, device: torch.device) -> Tensor:
    """A tensor of the processor on `device`, without waiting for what the device computes."""
    if device.type != "cuda":
        return tensor.to(device)
    return tensor.pin_memory().to(device, non_blocking=True)


class Sent:
    """Tensors on their way to the processor."""

    def __init__(self, tensors: list[Tensor], arrival: torch.cuda.Event | None = None) -> None:
        self._tensors = tensors
        self._arrival = arrival

    def received(self) -> list[Tensor]:
        """The tensors, on the processor; waits until they are there."""
        if self._arrival is not None:
            self._arrival.synchronize()
        return self._tensors


class Sender:
    """Sends tensors of a device to the processor.

    From an NVIDIA card they are copied by a stream of their own into pinned memory: nothing waits
    until they are `received`. From elsewhere they are there at once, and tensors of the processor
    are sent as they are.
    """

    def __init__(self, device: torch.device) -> None:
        self._stream = torch.cuda.Stream(device) if device.type == "cuda" else None
        self._last: dict[int, tuple[Tensor, Tensor]] = {}

    @property
    def is_asynchronous(self) -> bool:
        """Whether tensors are still on their way when `send` returns."""
        return self._stream is not None

    def send(self, tensors: Sequence[Tensor]) -> Sent:
        """Send tensors; one that was sent the last time too is not copied again, and received as
        the same object."""
        last, self._last = self._last, {}
        for tensor in tensors:
            if id(tensor) not in self._last:
                known = last.get(id(tensor))
                self._last[id(tensor)] = known or (tensor, self._copied(tensor))
        return Sent([self._last[id(tensor)][1] for tensor in tensors], self._arrival())

    def _copied(self, tensor: Tensor) -> Tensor:
        if self._stream is None:
            return tensor.to("cpu")
        self._stream.wait_stream(torch.cuda.current_stream(tensor.device))
        with torch.cuda.stream(self._stream):
            copy = torch.empty_like(tensor, device="cpu", pin_memory=True)
            copy.copy_(tensor, non_blocking=True)
        tensor.record_stream(self._stream)
        return copy

    def _arrival(self) -> torch.cuda.Event | None:
        return None if self._stream is None else self._stream.record_event()
