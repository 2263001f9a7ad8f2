"""The steps of runs, kept so that another run can continue from any of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from torch import Tensor

from glide_studio.core.request.request import GenerationRequest, Preview
from glide_studio.engine.samplers import History, Noise

BUDGET = 256 * 2**20
"""Bytes that the steps of all runs may take."""


@dataclass(frozen=True, eq=False)
class KeptStep:
    """One sample after one step: everything needed to continue, on the CPU in its full precision.

    `preview` shows the x_0 predicted there; `draws` counts the draws of noise from the stage's
    `seed` so far.
    """

    preview: Preview
    x_t: Tensor
    history: History
    draws: int
    seed: int

    @property
    def tensors(self) -> tuple[Tensor, ...]:
        return (self.x_t, *self.history)


class CountedNoise:
    """A source of noise that counts its draws."""

    def __init__(self, noise: Noise) -> None:
        self._noise = noise
        self.draws = 0

    def __call__(self) -> Tensor:
        self.draws += 1
        return self._noise()


class Trace:
    """All steps of a run so far, for each sample; the trace of a branch begins with steps of the
    run that it branches from."""

    def __init__(self, count: int, kept: Sequence[KeptStep] = ()) -> None:
        self.samples: list[list[KeptStep]] = [list(kept) for _ in range(count)]
        self._copies: dict[int, tuple[Tensor, list[Tensor]]] = {}

    def phase(self, name: str) -> list[KeptStep]:
        """The steps of a phase, of the first sample."""
        return [kept for kept in self.samples[0] if kept.preview.phase == name]

    def add(
        self,
        x_t: Tensor,
        history: Sequence[Tensor],
        previews: Sequence[Preview],
        draws: int,
        seeds: Sequence[int],
    ) -> None:
        """Add a step of all samples, which is on the CPU; a tensor that the last step had too is
        not copied again."""
        before, self._copies = self._copies, {}
        for tensor in (x_t, *history):
            known = before.get(id(tensor))
            copies = known[1] if known else [row.clone() for row in tensor.split(1)]
            self._copies[id(tensor)] = tensor, copies
        for i, preview in enumerate(previews):
            own = tuple(self._copies[id(tensor)][1][i] for tensor in history)
            copy = self._copies[id(x_t)][1][i]
            self.samples[i].append(KeptStep(preview, copy, own, draws, seeds[i]))


class StepMemory:
    """The steps of the latest runs, kept as long as their requests exist.

    Once they exceed the budget, those of the oldest run are dropped: they can be computed again.
    """

    def __init__(self, budget: int = BUDGET) -> None:
        self._budget = budget
        self._kept: WeakKeyDictionary[GenerationRequest, tuple[KeptStep, ...]]
        self._kept = WeakKeyDictionary()

    def find(self, request: GenerationRequest) -> tuple[KeptStep, ...]:
        """The steps of the run of this very request; empty if they are not known."""
        return self._kept.get(request, ())

    def keep(self, request: GenerationRequest, steps: Sequence[KeptStep]) -> None:
        """Keep the steps of a run."""
        self._kept[request] = tuple(steps)
        while len(self._kept) > 1 and self.nbytes > self._budget:
            del self._kept[next(iter(self._kept.keys()))]

    @property
    def nbytes(self) -> int:
        """The size of all steps in bytes; what steps share counts once."""
        steps = [step for kept in list(self._kept.values()) for step in kept]
        distinct = {id(tensor): tensor.nbytes for step in steps for tensor in step.tensors}
        return sum(distinct.values())
