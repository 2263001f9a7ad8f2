"""Where the window's pictures are computed: on this computer, or on the cluster that was chosen."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Generic, TypeVar

from glide_studio.core.request.cluster import ClusterState
from glide_studio.core.request.request import GenerationRequest, Notice, Preview, Result
from glide_studio.core.sentence import Paragraph, Sentence
from glide_studio.pool.client import PoolAddress, PoolClient, PoolError, PoolLost
from glide_studio.session.preferences import Preferences
from glide_studio.session.worker import Engine

RECONNECT_SECONDS = 30.0
"""How long a run whose connection broke tries to connect again."""

RETRY_SECONDS = 1.0

Event = Preview | Result | Notice
Local = TypeVar("Local", bound=Engine)


def cluster_address(preferences: Preferences) -> PoolAddress:
    """The address of the chosen cluster. Raises PoolError if it is none."""
    if not preferences.cluster_address.strip():
        raise PoolError("Enter the address of the cluster in the preferences.")
    return PoolAddress.parsed(
        preferences.cluster_address,
        preferences.cluster_token.strip(),
        preferences.cluster_certificate.strip(),
    )


def look_at_cluster() -> ClusterState:
    """Ask the chosen cluster about itself, on any thread. Raises PoolError."""
    with closing(PoolClient(cluster_address(Preferences()))) as client:
        return client.state()


class ChosenEngine(Generic[Local]):
    """Runs each request where the preferences say at that moment.

    `here` is the engine of this computer, which loads its networks when it first needs them. A run
    on a cluster that breaks off is repeated once the cluster answers again, its finished pictures
    left out; if it does not, the run fails with a sentence, and can be retried, or moves to this
    computer if the preferences allow that.
    """

    def __init__(self, here: Local, preferences: Preferences) -> None:
        self.here = here
        self.is_cancelled: Callable[[], bool] = lambda: False  # the worker replaces it
        self._preferences = preferences
        if hasattr(here, "is_cancelled"):
            here.is_cancelled = lambda: self.is_cancelled()

    def __call__(self, request: GenerationRequest) -> Iterator[Event]:
        if self._preferences.compute == "here":
            yield from self.here(request)
            return
        made: set[int] = set()
        try:
            yield from self._on_cluster(request, made)
            return
        except PoolError as error:
            if not self._preferences.cluster_fallback:
                kept = Sentence("The run is kept: retry it in the queue.")
                error.sentence = Paragraph([error.sentence, kept])
                raise
            moved = Sentence("This computer runs the request instead.")
            yield Notice(Paragraph([error.sentence, moved]))
        yield from _new(self.here(request), made)

    def release(self) -> None:
        """Free the memory of the device until the next request."""
        release = getattr(self.here, "release", None)
        if release is not None:
            release()

    def _on_cluster(self, request: GenerationRequest, made: set[int]) -> Iterator[Event]:
        """The events of a run on the cluster; the samples that have their result are put into
        `made`. Raises PoolError."""
        deadline = 0.0
        while True:
            try:
                for event in _new(self._connected(request), made):
                    deadline = 0.0
                    yield event
                return
            except PoolLost as error:
                now = time.monotonic()
                if error.broke and not deadline:
                    deadline = now + RECONNECT_SECONDS
                    again = Sentence("GLIDE Studio tries to connect again.")
                    yield Notice(Paragraph([error.sentence, again]))
                if now >= deadline:
                    raise
            if self._is_cancelled_within(RETRY_SECONDS):
                return

    def _connected(self, request: GenerationRequest) -> Iterator[Event]:
        address = cluster_address(self._preferences)
        with closing(PoolClient(address, with_steps=True)) as client:
            client.is_cancelled = self.is_cancelled
            yield from client(request)

    def _is_cancelled_within(self, seconds: float) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.is_cancelled():
                return True
            time.sleep(0.05)
        return False


def _new(events: Iterator[Event], made: set[int]) -> Iterator[Event]:
    """The events without the results of samples that are `made`; those of others are added."""
    for event in events:
        if isinstance(event, Result):
            if event.sample in made:
                continue
            made.add(event.sample)
        yield event
