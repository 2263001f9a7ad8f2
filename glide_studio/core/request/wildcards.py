"""Wildcards in prompts, such as {red|blue} and __colour__, replaced according to the seed."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from glide_studio.core.request.settings import MAX_PROMPT, RequestError, Settings, tidied

Lines = Callable[[str], Sequence[str]]
"""Returns the lines, at least one, of the list with that name. Raises RequestError if there is no
such list."""

MAX_LIST_DEPTH = 20
"""Greatest depth of lists that refer to other lists."""

MAX_PIECES = 10_000
_LIST = re.compile(r"__([^\W_](?:[\w-]*?[^\W_])?)__")


def has_wildcards(template: str) -> bool:
    """Whether `template` contains wildcards."""
    parsed = _Template(template)
    return bool(parsed.choices or parsed.lists)


def without_lists(template: str) -> str:
    """`template` with each reference to a list replaced by spaces of the same length."""
    return _LIST.sub(lambda match: " " * len(match[0]), template)


def resolve(template: str, seed: int, lines: Lines) -> str:
    """`template` with one option for each {a|b|c}, and a line of the list NAME for each __NAME__.

    Options and lines may contain wildcards again. Braces without a bar, or without their
    counterpart, are kept. The same seed and lists give the same prompt. Raises RequestError for a
    list that does not exist or refers to itself.
    """
    draw = random.Random(seed).random
    found: list[str] = []
    todo = [_Span(_Template(template), 0, len(template), 0)]
    for _ in range(MAX_PIECES):
        if not todo:
            return "".join(found)
        span = todo.pop()
        start = span.template.next_wildcard(span.start, span.end)
        found.append(span.template.text[span.start : start])
        if start < span.end:
            todo += span.at_wildcard(start, draw, lines)
    raise RequestError("The word lists in the prompt expand to too much text. Use fewer at once.")


def resolved(settings: Settings, lines: Lines) -> list[Settings]:
    """`settings` with the wildcards of the prompt replaced; one for each picture if there are any.

    Those of picture `i` are `settings.for_sample(i)`, resolved. Raises RequestError.
    """
    if not has_wildcards(settings.prompt):
        return [settings]
    singles = [settings.for_sample(index) for index in range(settings.count)]
    return [
        replace(one, prompt=tidied(resolve(one.prompt, one.seed, lines))[:MAX_PROMPT])
        for one in singles
    ]


@dataclass(frozen=True)
class _Template:
    text: str

    @cached_property
    def choices(self) -> dict[int, list[int]]:
        """The index of each choice's opening brace, and those of its bars and closing brace."""
        choices: dict[int, list[int]] = {}
        opened: list[tuple[int, list[int]]] = []
        for place, character in enumerate(self.text):
            if character == "{":
                opened.append((place, []))
            elif character == "|" and opened:
                opened[-1][1].append(place)
            elif character == "}" and opened:
                start, bars = opened.pop()
                if bars:
                    choices[start] = [*bars, place]
        return choices

    @cached_property
    def lists(self) -> dict[int, tuple[str, int]]:
        """The index of each reference to a list, the list's name in lower case, and the index after
        it."""
        return {m.start(): (m[1].lower(), m.end()) for m in _LIST.finditer(self.text)}

    def next_wildcard(self, start: int, end: int) -> int:
        """The index of the first wildcard from `start` to `end`; `end` if there is none."""
        places = (p for p in range(start, end) if p in self.choices or p in self.lists)
        return next(places, end)


@dataclass(frozen=True)
class _Span:
    """A part of a template that is still to be resolved; `depth` counts the lists it came from."""

    template: _Template
    start: int
    end: int
    depth: int

    def at_wildcard(
        self, start: int, draw: Callable[[], float], lines: Lines
    ) -> tuple["_Span", "_Span"]:
        """The rest after the wildcard at `start`, and what replaces the wildcard."""
        if start in self.template.choices:
            stops = [start, *self.template.choices[start]]
            chosen = int(draw() * (len(stops) - 1))
            option = _Span(self.template, stops[chosen] + 1, stops[chosen + 1], self.depth)
            return self._from(stops[-1] + 1), option
        name, end = self.template.lists[start]
        if self.depth == MAX_LIST_DEPTH:
            raise RequestError("The word list “{name}” refers to itself.", name=name)
        options = lines(name)
        line = options[int(draw() * len(options))]
        return self._from(end), _Span(_Template(line), 0, len(line), self.depth + 1)

    def _from(self, start: int) -> "_Span":
        return _Span(self.template, start, self.end, self.depth)
