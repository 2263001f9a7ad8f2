"""Fuzzy matching of a few typed letters."""

FIRST, RUN, WORD_START, LEAST = 6, 5, 4, -6
"""The score of a letter that begins the text, follows the last match, or begins a word.

Anywhere else it is minus the number of letters skipped, down to LEAST.
"""


def fit(typed: str, text: str) -> int | None:
    """How well `text` contains the letters of `typed` in order; None if it does not.

    Higher is better; empty text matches everything equally.  Case and spaces of `typed` are
    ignored; letters at the start of a word or next to the last match score best.
    """
    wanted = "".join(typed.casefold().split())
    text = text.casefold()
    best: dict[int, int] = {-1: 0}  # score by the position of the last match
    for letter in wanted:
        found: dict[int, int] = {}
        for place, there in enumerate(text):
            before = (
                [_worth(text, last, place) + score for last, score in best.items() if last < place]
                if there == letter
                else []
            )
            if before:
                found[place] = max(before)
        best = found
    return max(best.values(), default=None)


def _worth(text: str, last: int, place: int) -> int:
    if place == 0:
        return FIRST
    if place == last + 1:
        return RUN
    if not text[place - 1].isalnum():
        return WORD_START
    return max(last + 1 - place, LEAST)
