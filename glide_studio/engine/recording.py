"""A network whose kernels are launched at once: recorded once for each shape of its inputs, and
replayed (CUDA graphs, https://docs.pytorch.org/docs/stable/notes/cuda.html#cuda-graphs).

At small batches, launching hundreds of kernels one by one takes a graphics card's processor longer
than computing them takes the card.
"""

import logging
from collections.abc import Callable, Sequence
from functools import partial

import torch
from torch import Tensor

from glide_studio.engine.checkpoint import is_out_of_memory
from glide_studio.engine.unet import GlideUNet, TextEncoding

Run = Callable[[], Tensor]
Recorder = Callable[[Run], Run]
"""A computation to one that repeats it: it reads the same input tensors, which may have other
values by then, and overwrites the same output."""

MAX_RECORDINGS = 6
"""The most shapes that are kept recorded: each holds memory of the device."""

_log = logging.getLogger(__name__)


class RecordedUNet:
    """A GlideUNet for sampling that is recorded by `recorder` when a shape of inputs comes for the
    second time, and replayed from then on.

    A shape that comes once, such as the last part of a split batch, is not worth a recording. If a
    recording fails for another reason than memory, the network is only computed plainly.
    """

    def __init__(self, network: GlideUNet, recorder: Recorder) -> None:
        self._network = network
        self._recorder: Recorder | None = recorder
        self._seen_once: set[object] = set()
        self._recordings: dict[object, _Recording] = {}  # by shape, the one made last at the end

    def __call__(
        self, x_t: Tensor, timesteps: Tensor, *, text: TextEncoding, **conditions: Tensor
    ) -> Tensor:
        """As GlideUNet."""
        inputs = [x_t, timesteps, text.projection, *text.keys_values, *conditions.values()]
        names = tuple(conditions)
        shape = (names, *((tensor.shape, tensor.dtype) for tensor in inputs))
        recording = self._recordings.get(shape)
        if recording is None and self._recorder is not None:
            if shape in self._seen_once:
                recording = self._record(shape, names, inputs, self._recorder)
            else:
                self._seen_once.add(shape)
        if recording is None:
            return self._network(x_t, timesteps, text=text, **conditions)
        return recording(inputs)

    def _record(
        self, shape: object, names: Sequence[str], inputs: Sequence[Tensor], recorder: Recorder
    ) -> "_Recording | None":
        """Make and keep a recording in place of the oldest; None if it fails."""
        if len(self._recordings) == MAX_RECORDINGS:
            del self._recordings[next(iter(self._recordings))]
        try:
            recording = _Recording(partial(self._computed, names), inputs, recorder)
        except RuntimeError as error:
            if is_out_of_memory(error):
                raise
            _log.info("the network cannot be recorded", exc_info=error)
            self._recorder = None
            return None
        self._seen_once.remove(shape)
        self._recordings[shape] = recording
        return recording

    def _computed(self, names: Sequence[str], inputs: Sequence[Tensor]) -> Tensor:
        x_t, timesteps, projection, *rest = inputs
        split = len(rest) - len(names)
        text = TextEncoding(projection, tuple(rest[:split]))
        conditions = dict(zip(names, rest[split:], strict=True))
        predicted: Tensor = self._network(x_t, timesteps, text=text, **conditions)
        return predicted


class _Recording:
    """A computation on inputs of its own, which receive the values of each call's."""

    def __init__(
        self,
        compute: Callable[[Sequence[Tensor]], Tensor],
        inputs: Sequence[Tensor],
        recorder: Recorder,
    ) -> None:
        self._inputs = [tensor.clone() for tensor in inputs]
        self._given = list(inputs)
        self._replay = recorder(partial(compute, self._inputs))

    def __call__(self, inputs: Sequence[Tensor]) -> Tensor:
        """The output for `inputs`. A tensor that the last call had too, such as the caption's, is
        not copied again: sampling changes no tensor in place."""
        for own, given, last in zip(self._inputs, inputs, self._given, strict=True):
            if given is not last:
                own.copy_(given)
        self._given = list(inputs)
        return self._replay().clone()


def cuda_recorder(device: torch.device) -> Recorder:
    """Records computations on an NVIDIA card as CUDA graphs.

    They share their memory, which is safe because they run one after the other and nobody reads an
    output after the next replay.
    """
    pool = torch.cuda.graph_pool_handle()

    def record(run: Run) -> Run:
        with torch.cuda.device(device):
            current, side = torch.cuda.current_stream(), torch.cuda.Stream()
            side.wait_stream(current)
            with torch.cuda.stream(side):
                run()  # chooses kernels and allocates their workspaces, which cannot be recorded
            current.wait_stream(side)
            graph = torch.cuda.CUDAGraph()
            with torch.cuda.graph(graph, pool=pool, capture_error_mode="thread_local"):
                output = run()

        def replay() -> Tensor:
            graph.replay()
            return output

        return replay

    return record
