"""A model's card: its summary, its vocabulary and example prompts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import msgspec

from glide_studio.core.request.presets import PRESETS, Preset
from glide_studio.core.sentence import Sentence

ARTICLES = frozenset({"a", "an", "the"})
_WORD = re.compile(r"\w+(?:['\u2019-]\w+)*")


@dataclass(frozen=True)
class ModelCard:
    """A one-line summary of a model, and its vocabulary, empty if the model knows any word.

    `nouns`, `colours` and `places` are words or phrases as used in a prompt, such as "apple", "red"
    and "on the grass"; `held_out` are colour-noun pairs that training never saw, such as "red
    cat"; `examples` are whole prompts. `title` is the model's name in the window, if
    it is not that of its folder; `presets` are its draft, normal and fine, in this order.
    `imported_from` are the names of the files that a model was imported from.
    """

    summary: str
    nouns: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    held_out: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    title: str = ""
    presets: tuple[Preset, ...] = PRESETS
    imported_from: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if [preset.name for preset in self.presets] != [preset.name for preset in PRESETS]:
            raise ValueError("the presets of a model are draft, normal and fine")
        for name in ("nouns", "colours", "places", "held_out", "examples"):
            object.__setattr__(self, name, _phrases(name, getattr(self, name)))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The card in a JSON object of these fields; all but the summary may be missing.

        Raises ValueError for anything else.
        """
        try:
            return msgspec.json.decode(text, type=cls)
        except (msgspec.MsgspecError, RecursionError) as error:
            raise ValueError(f"The model card is damaged: {error}.") from error

    @property
    def description(self) -> Sentence:
        """The summary, to be translated: those of the program's models are known to it."""
        if self.imported_from:
            return Sentence("Imported from {files}", files=", ".join(self.imported_from))
        return Sentence.from_file(self.summary)

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

        Punctuation is ignored. A plural is unknown unless it is listed: a model whose nouns are
        singular draws one of each. A word that ends at `cursor`, an index into the prompt, and
        begins a known word is still being typed and is not reported. Without a vocabulary no word
        is unknown.
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
        """The nouns, colours or places that complete the phrase being typed.

        A prompt consists of a colour, a noun and a place, so that a colour is followed by nouns and
        a noun by places. There are no completions after a space, an article or a finished phrase.
        `typed_beginning` returns the part of the text that a completion replaces.
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
        """The end of the text that is a beginning of `completion`, ignoring case and spacing."""
        for start in _word_starts(text_before_cursor):
            if completion.lower().startswith(_plain(text_before_cursor[start:])):
                return text_before_cursor[start:]
        return ""

    def _may_follow(self, text: str) -> tuple[str, ...]:
        words = _spaced(text)
        if any(_spaced(place) in words for place in self.places):
            return ()
        if any(_spaced(noun) in words for noun in self.nouns):
            return self.places
        if any(words.endswith(_spaced(colour)) for colour in self.colours):
            return self.nouns
        return tuple(dict.fromkeys((*self.colours, *self.nouns)))


def _phrases(name: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    if not all(map(_parts, phrases)):
        raise ValueError(f"The model card's {name} must be words.")
    return tuple(" ".join(phrase.split()) for phrase in phrases)


def _word_starts(text: str) -> Iterator[int]:
    """The indices at which words begin, first to last; none unless the text ends in a word."""
    if text[-1:].isalnum():
        yield from (match.start() for match in _WORD.finditer(text))


def _plain(text: str) -> str:
    """Lower case, with single spaces."""
    return " ".join(text.lower().split())


def _parts(text: str) -> list[str]:
    """The single words of a text in lower case; hyphenated words are split."""
    return [part for word in _WORD.findall(text.lower()) for part in word.split("-")]


def _spaced(text: str) -> str:
    """The words of a text with spaces around them, so that `in` finds whole words only."""
    return f" {' '.join(_parts(text))} "
