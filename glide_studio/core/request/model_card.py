"""What a model says of itself: the words it knows, and prompts that show what it can do."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

ARTICLES = frozenset({"a", "an", "the"})
_WORD = re.compile(r"\w+(?:['\u2019-]\w+)*")


@dataclass(frozen=True)
class ModelCard:
    """One line on a model, and its vocabulary; all of it is empty for a model that knows any word.

    `nouns`, `colours` and `places` are words or phrases as they stand in a prompt, such as "apple",
    "red" and "on the grass"; `held_out` pairs of colour and noun that training never saw;
    `examples` whole prompts.
    """

    summary: str = ""
    nouns: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    held_out: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, text: str) -> "ModelCard":
        """The card in a JSON object of these fields; all but the summary may be missing.

        Raises ValueError for anything else.
        """
        values = json.loads(text)
        if not isinstance(values, dict) or not isinstance(values.get("summary"), str):
            raise ValueError("The model card needs a summary.")
        names = ("nouns", "colours", "places", "held_out", "examples")
        return cls(values["summary"], *(_phrases(name, values.get(name, [])) for name in names))

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


def installed_card(model: str) -> ModelCard:
    """The card of an installed model. Raises OSError if it is missing, ValueError if damaged."""
    path = files("glide_studio.resources").joinpath(model, "card.json")
    return ModelCard.from_json(path.read_text(encoding="utf-8"))


def _phrases(name: str, values: Any) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(v, str) and _parts(v) for v in values):
        raise ValueError(f"The model card's {name} must be a list of words.")
    return tuple(" ".join(value.split()) for value in values)


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
