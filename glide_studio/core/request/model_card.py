"""What a model says of itself: the words it knows, and prompts that show what it can do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import msgspec

ARTICLES = frozenset({"a", "an", "the"})
_WORD = re.compile(r"\w+(?:['\u2019-]\w+)*")


@dataclass(frozen=True)
class ModelCard:
    """One line on a model, and its vocabulary; all of it is empty for a model that knows any word.

    `nouns`, `colours` and `places` are words or phrases as they stand in a prompt, such as "apple",
    "red" and "on the grass"; `held_out` pairs of colour and noun that training never saw;
    `examples` whole prompts.
    """

    summary: str
    nouns: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    held_out: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("nouns", "colours", "places", "held_out", "examples"):
            object.__setattr__(self, name, _phrases(name, getattr(self, name)))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The card in a JSON object of these fields; all but the summary may be missing.

        Raises ValueError for anything else.
        """
        try:
            return msgspec.json.decode(text, type=cls)
        except msgspec.MsgspecError as error:
            raise ValueError(f"The model card is damaged: {error}.") from error

    @property
    def has_vocabulary(self) -> bool:
        return bool(self.nouns or self.colours or self.places)

    @property
    def words(self) -> frozenset[str]:
        """Every single word of the vocabulary in lower case, with articles and prepositions."""
        if not self.has_vocabulary:
            return frozenset()
        phrases = (*self.nouns, *self.colours, *self.places)
        return ARTICLES.union(*(_parts(phrase) for phrase in phrases))

    def unknown_words(self, prompt: str, cursor: int | None = None) -> tuple[str, ...]:
        """The words of a prompt that are not in the vocabulary, in lower case, each once, in order.

        Punctuation is passed over. A plural is unknown unless it is listed: a model whose nouns
        are singular draws one of each. A word that ends at `cursor`, an index into the prompt, and
        begins a known one is still being typed, and passes. Nothing is unknown without vocabulary.
        """
        known = self.words
        if not known:
            return ()
        unknown: dict[str, None] = {}
        for match in _WORD.finditer(prompt):
            word = match.group().lower()
            typing = match.end() == cursor and any(other.startswith(word) for other in known)
            if not typing and not known.issuperset(_parts(word)):
                unknown[word] = None
        return tuple(unknown)

    def completions(self, text_before_cursor: str) -> list[str]:
        """The nouns, colours or places that continue what is being typed.

        A prompt is understood as a colour, a noun and a place, so that a colour is followed by
        nouns and a noun by places. Nothing continues a space, an article or a finished phrase.
        `typed_beginning` tells which part of the text each of them repeats.
        """
        for start in _word_starts(text_before_cursor):
            typed = _plain(text_before_cursor[start:])
            phrases = self._may_follow(text_before_cursor[:start])
            found = [phrase for phrase in phrases if phrase.lower().startswith(typed)]
            if typed in map(str.lower, found) or typed in ARTICLES:
                return []
            if found:
                return found
        return []

    def typed_beginning(self, text_before_cursor: str, completion: str) -> str:
        """The end of the text that `completion` begins with, letter case and spacing aside."""
        for start in _word_starts(text_before_cursor):
            if completion.lower().startswith(_plain(text_before_cursor[start:])):
                return text_before_cursor[start:]
        return ""

    def _may_follow(self, text: str) -> tuple[str, ...]:
        said = _spoken(text)
        if any(_spoken(place) in said for place in self.places):
            return ()
        if any(_spoken(noun) in said for noun in self.nouns):
            return self.places
        if any(said.endswith(_spoken(colour)) for colour in self.colours):
            return self.nouns
        return tuple(dict.fromkeys((*self.colours, *self.nouns)))


def _phrases(name: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    if not all(map(_parts, phrases)):
        raise ValueError(f"The model card's {name} must be words.")
    return tuple(" ".join(phrase.split()) for phrase in phrases)


def _word_starts(text: str) -> Iterator[int]:
    """Where a word begins, first to last; nowhere unless the text ends within a word."""
    if text[-1:].isalnum():
        yield from (match.start() for match in _WORD.finditer(text))


def _plain(text: str) -> str:
    """Lower case, with single spaces."""
    return " ".join(text.lower().split())


def _parts(text: str) -> list[str]:
    """The single words of a text in lower case, those that a hyphen joins too."""
    return [part for word in _WORD.findall(text.lower()) for part in word.split("-")]


def _spoken(text: str) -> str:
    """The words of a text with a space around each, so that one text is found in another."""
    return f" {' '.join(_parts(text))} "
