"""A scripted engine for all tests that do not need the real one, and requests for it."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.modes.modes import DEFAULT_STRENGTH, Mode, RequestMaker
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.installed import default_model
from glide_studio.core.request.request import GenerationRequest, Preview, Result
from glide_studio.core.request.settings import Settings
from glide_studio.core.request.source import Nothing, Upscale, mask_of

STARTER = default_model()
CAPABILITIES = STARTER.capabilities


def settings(prompt: str = "a red apple", **changes: Any) -> Settings:
    """Settings for the starter model."""
    return Settings(prompt, STARTER.name, **changes)


def text_request(prompt: str = "a red apple", side: int = 256, **changes: Any) -> GenerationRequest:
    """Text to image in bounds of `side` pixels."""
    return GenerationRequest(settings(prompt, **changes), Nothing(), Rect(0, 0, side, side))


def request_of(
    document: Document, mode: Mode, strength: float = DEFAULT_STRENGTH, **changes: Any
) -> GenerationRequest:
    """The request that a mode makes for the starter model."""
    return RequestMaker(document, mode, CAPABILITIES, strength)(settings(**changes))


def colour(seed: int) -> tuple[int, int, int]:
    """The colour of the fake engine's picture for a seed."""
    return (seed * 40 + 40) % 256, (seed * 90 + 10) % 256, 200


def picture(seed: int, side: int = 256) -> Pixels:
    """The fake engine's picture for a seed: one plain colour."""
    return np.full((side, side, 3), colour(seed), np.uint8)


def upscaled(request: GenerationRequest) -> Pixels:
    """The fake engine's picture for an upscaling: one plain colour."""
    factor, bounds = CAPABILITIES.upscale_factor, request.bounds
    size = (factor * bounds.height, factor * bounds.width, 3)
    return np.full(size, colour(request.settings.seed), np.uint8)


@dataclass
class FakeEngine:
    """Yields `steps` previews per phase and sample, `step_seconds` apart, then the results.

    `error` is raised after the first step, `load_error` instead of loading; `endless` repeats the
    base phase until it is stopped.  All may be changed between runs.  `error_at_death` is raised
    once after each of the steps `dies_at`, counted over all runs.  Results of a mask come with the
    `matte`; with `has_clip`, all have a match that depends on their seed.
    """

    steps: int = 3
    step_seconds: float = 0.0
    endless: bool = False
    error: BaseException | None = None
    load_error: BaseException | None = None
    dies_at: list[int] = field(default_factory=list)
    error_at_death: BaseException = field(default_factory=SystemExit)
    loads: int = 0
    requests: list[GenerationRequest] = field(default_factory=list)
    stopped: list[GenerationRequest] = field(default_factory=list)
    stepped: int = 0
    matte: Pixels | None = None
    has_clip: bool = True
    thread: threading.Thread | None = None

    def load(self) -> "FakeEngine":
        """Return this engine, as the function that the worker loads it with."""
        self.loads += 1
        if self.load_error is not None:
            raise self.load_error
        return self

    def __call__(self, request: GenerationRequest) -> Iterator[Preview | Result]:
        self.thread = threading.current_thread()
        self.requests.append(request)
        try:
            if isinstance(request.source, Upscale):
                yield from self._phase(request, "upsample", 256)
                yield Result(request, upscaled(request))
                return
            yield from self._phase(request, "base", 64)
            while self.endless:
                yield from self._phase(request, "base", 64)
            if request.settings.upsample is not None:
                yield from self._phase(request, "upsample", 256)
            for sample in range(request.settings.count):
                single = request.for_sample(sample)
                matte = None if mask_of(request.source) is None else self.matte
                steps = self._steps(single, sample)
                seed = single.settings.seed
                match = (seed * 37 % 100) / 100 if self.has_clip else None
                yield Result(single, picture(seed), sample, matte, steps, match)
        except GeneratorExit:
            self.stopped.append(request)
            raise

    def _steps(self, request: GenerationRequest, sample: int) -> tuple[Preview, ...]:
        """The steps of a picture, each in another colour: that of the seed + 10, + 20, ..."""
        phases = [("base", 64)] + [("upsample", 256)] * (request.settings.upsample is not None)
        seed, numbers = request.settings.seed, range(1, self.steps + 1)
        places = [(phase, side, step) for phase, side in phases for step in numbers]
        return tuple(
            Preview(phase, step, self.steps, picture(seed + 10 * number, side), sample)
            for number, (phase, side, step) in enumerate(places, 1)
        )

    def _phase(self, request: GenerationRequest, phase: str, side: int) -> Iterator[Preview]:
        for step in range(1, self.steps + 1):
            time.sleep(self.step_seconds)
            self.stepped += 1
            for sample in range(request.settings.count):
                shown = picture(request.settings.seed + sample, side)
                yield Preview(phase, step, self.steps, shown, sample)
            if self.error is not None:
                raise self.error
            if self.stepped in self.dies_at:
                self.dies_at.remove(self.stepped)
                raise self.error_at_death
