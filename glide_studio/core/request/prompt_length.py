"""The length of a prompt in tokens."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class PromptLength:
    """A prompt of `tokens` tokens, of which the model reads at most `limit`: the first `read`
    characters."""

    tokens: int
    limit: int
    read: int

    @property
    def is_cut(self) -> bool:
        return self.tokens > self.limit


MeasurePrompt = Callable[[str], PromptLength]
