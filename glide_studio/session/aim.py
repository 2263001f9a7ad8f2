"""Aiming what was asked for at the document, once the engine is free for it."""

from dataclasses import replace
from functools import partial

from glide_studio.core.document.document import Document
from glide_studio.core.modes.modes import Mode, aimed
from glide_studio.core.request.request import GenerationRequest


class Aim:
    """Makes settings fit `document` as it was when they were asked for; for a thread of its own.

    The first call crops the picture, which takes long where it is large. Others, whose settings
    may differ in their words and seeds only, share that.
    """

    def __init__(self, document: Document, mode: Mode, strength: float) -> None:
        self._work = partial(aimed, document, mode, strength=strength)
        self._first: GenerationRequest | None = None

    def __call__(self, settings: GenerationRequest) -> GenerationRequest:
        """Raises RequestError where the mode does not fit the document."""
        if self._first is None:
            self._first = self._work(settings)
            del self._work  # the document may go
        return replace(
            self._first,
            prompt=settings.prompt,
            negative_prompt=settings.negative_prompt,
            seed=settings.seed,
            count=settings.count,
        )
