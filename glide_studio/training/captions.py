"""The grammar of the starters' captions.

[style] (a | two | three | four) [colour] noun [on the side | relation a [colour] noun] [place]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from glide_studio.engine.tokenizer import ClipTokenizer, Tokenizer
from glide_studio.training.vocabulary import COLOURS, PLACES, STYLE_PHRASES, Vocabulary

NUMBERS = ("a", "two", "three", "four")
SIDES = ("left", "right")
RELATIONS = ("and", "next to", "to the left of", "to the right of", "under", "above")
FILTER_PHRASES = (
    "a black and white picture of",
    "a sepia photo of",
    "a pencil sketch of",
    "pixel art of",
    "a blurry picture of",
)

_IRREGULAR = {"knife": "knives", "leaf": "leaves", "mouse": "mice", "goose": "geese"} | {
    noun: noun for noun in ("fish", "sheep", "deer", "bison", "shrimp", "squid", "shorts")
}


@dataclass(frozen=True)
class Subject:
    """`count` (0 to 4) objects of a noun, in `colour`, or in their own colour if it is empty.

    A count of 0 makes an empty background; captions cannot express it.
    """

    noun: str
    colour: str = ""
    count: int = 1


@dataclass(frozen=True)
class Words:
    """The content of a scene, which `caption` puts into words.

    `opening` is a phrase of STYLE_PHRASES or FILTER_PHRASES, `side` one of SIDES, and `relation`
    one of RELATIONS, to `other`; each may be empty.
    """

    subject: Subject
    place: str = ""
    side: str = ""
    relation: str = ""
    other: Subject | None = None
    opening: str = ""


def names_colour(noun: str) -> bool:
    """Whether the noun itself names a colour ("red maple tree"), so that it cannot get another."""
    return bool({*COLOURS, "black", "gray", "grey", "brown"} & set(noun.split()))


def _is_plural(noun: str) -> bool:
    return re.search("[^isu]s$", noun) is not None


def with_article(phrase: str) -> str:
    """ "red apple" becomes "a red apple", "apple" "an apple"; "folded clothes" is unchanged."""
    if _is_plural(phrase):
        return phrase
    return f"{'an' if phrase[0] in 'aeio' or phrase.startswith('umb') else 'a'} {phrase}"


def plural(noun: str) -> str:
    head, _, last = noun.rpartition(" ")
    if " of " in noun:
        thing, rest = noun.split(" of ", 1)
        return f"{plural(thing)} of {rest}"
    if _is_plural(noun):
        return noun
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    elif last.endswith(("s", "x", "z", "ch", "sh")):
        last += "es"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = f"{last[:-1]}ies"
    else:
        last += "s"
    return f"{head} {last}".strip()


def _phrase(subject: Subject) -> str:
    phrase = f"{subject.colour} {subject.noun}".strip()
    if subject.count > 1:
        return f"{NUMBERS[subject.count - 1]} {plural(phrase)}"
    return with_article(phrase)


def caption(words: Words, place_phrase: str = "") -> str:
    """For example "a sketch of two red apples next to a car on the grass"."""
    parts = [words.opening, _phrase(words.subject)]
    if words.side:
        parts.append(f"on the {words.side}")
    if words.other is not None:
        parts += [words.relation, _phrase(words.other)]
    return " ".join(part for part in (*parts, place_phrase) if part)


def _phrases(vocabulary: Vocabulary) -> Iterator[str]:
    """Phrases that together contain every word of the captions, inflected as in a caption."""
    for noun in vocabulary.nouns:
        for colour in ("", *COLOURS):
            subject = Subject(noun, colour)
            yield _phrase(subject)
            for count in range(2, len(vocabulary.counts) + 1):
                yield _phrase(replace(subject, count=count))
    for name in vocabulary.places:
        yield from (f"a {phrase}" for phrase in PLACES[name].phrases)
    if vocabulary.side_share:
        yield from (f"a on the {side}" for side in SIDES)
    if vocabulary.pair_share:
        yield from (f"a {relation} a an" for relation in RELATIONS)
    if vocabulary.style_share:
        yield from (
            f"{phrase} a an" for style in vocabulary.styles for phrase in STYLE_PHRASES[style]
        )
    if vocabulary.filter_share:
        yield from (f"{phrase} a an" for phrase in FILTER_PHRASES)
    if len(vocabulary.counts) > 1:
        yield f"a {' '.join(NUMBERS)}"


def caption_tokens(vocabulary: Vocabulary, tokenizer: Tokenizer | ClipTokenizer) -> tuple[int, ...]:
    """Every token id that occurs in a caption of the vocabulary, sorted.

    Tokens never span a space, so the tokens of a caption are those of its words.
    """
    return tuple(
        sorted({token for phrase in _phrases(vocabulary) for token in tokenizer.encode(phrase)})
    )
