"""How much of a prompt the model reads."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class PromptLength:
    """A prompt has `tokens`, of which the model reads `limit`: its first `read` characters."""

    tokens: int
    limit: int
    read: int

    @property
    def is_cut(self) -> bool:
        return self.tokens > self.limit


MeasurePrompt = Callable[[str], PromptLength]
