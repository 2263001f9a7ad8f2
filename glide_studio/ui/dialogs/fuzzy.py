"""How well a few typed letters fit a text."""

FIRST, RUN, WORD_START, LEAST = 6, 5, 4, -6
"""What a letter is worth that begins the text, follows the last one found, or begins a word.

Elsewhere, each letter skipped costs one, down to the least.
"""


def fit(typed: str, text: str) -> int | None:
    """How well the letters of `typed` are found in `text` in their order; None if they are not.

    More is better, and nothing typed fits everything alike.  Case and spaces of `typed` do not
    count; a letter at the start of a word, or next to the last one found, fits best.
    """
    wanted = "".join(typed.casefold().split())
    text = text.casefold()
    best: dict[int, int] = {-1: 0}  # score by the place of the last letter found
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
