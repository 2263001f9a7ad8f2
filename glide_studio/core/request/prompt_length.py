"""The length of a prompt in tokens."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class PromptLength:
    """A prompt of `tokens` tokens, of which the model reads at most `limit`, that is, the first
    `read` characters. `pieces` are the texts of all its tokens; if a character takes several
    tokens, the texts of the later ones are empty."""

    tokens: int
    limit: int
    read: int
    pieces: tuple[str, ...] = field(default=(), compare=False)

    @property
    def is_cut(self) -> bool:
        return self.tokens > self.limit

    def of_typed(self, typed: str) -> "PromptLength":
        """The length of `typed`, if this is the length of what `tidied` makes of it."""
        words = re.finditer(r"\S+", typed)
        places = [place for word in words for place in (word.start() - 1, *range(*word.span()))][1:]
        read = places[self.read] if self.read < len(places) else len(typed)
        return replace(self, read=read)


MeasurePrompt = Callable[[str], PromptLength]
