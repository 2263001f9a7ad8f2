"""Coroutines that run beside the interface."""

import asyncio
from collections.abc import Coroutine


class Tasks:
    """Keeps tasks alive until they end, which asyncio itself does not."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, coroutine: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.get_event_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    @property
    def are_done(self) -> bool:
        """Whether none is under way."""
        return not self._tasks

    async def ended(self) -> None:
        """Wait for all of them, whatever their outcome."""
        if self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
