"""Wildcards, compared with a resolver that lists all possible outcomes of a prompt."""

import re
from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.request.settings import RequestError
from glide_studio.core.request.wildcards import has_wildcards, resolve, resolved, without_lists
from tests.fakes import settings

LISTS = {
    "colour": ("red", "blue", "{pale|deep} green"),
    "place": ("on the grass",),
    "self": ("__self__",),
    "many": ("__self2__ __self2__",),
    "self2": ("__many__ {a|b} __many__",),
}


def lines(name: str) -> Sequence[str]:
    if name not in LISTS:
        raise RequestError(f"There is no word list “{name}”.")
    return LISTS[name]


words = st.text(st.sampled_from("abc ,é🦄"), max_size=4)
trees = st.recursive(
    words | st.sampled_from(("__colour__", "__place__")),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(tuple) | st.lists(inner, min_size=2, max_size=3)
    ),
    max_leaves=8,
)
Tree = str | tuple["Tree", ...] | list["Tree"]
"""Text, a sequence, or a choice."""


def written(tree: Tree) -> str:
    match tree:
        case str():
            return tree
        case tuple():
            return "".join(map(written, tree))
    return "{" + "|".join(map(written, tree)) + "}"


def outcomes(tree: Tree) -> set[str]:
    match tree:
        case "__colour__":
            return {"red", "blue", "pale green", "deep green"}
        case "__place__":
            return {"on the grass"}
        case str():
            return {tree}
        case tuple():
            return {"".join(parts) for parts in product(*map(outcomes, tree))}
    return set().union(*map(outcomes, tree))


@given(trees, st.integers(0, 2**32 - 1))
def test_a_prompt_resolves_to_one_of_its_outcomes_and_always_to_the_same(
    tree: Tree, seed: int
) -> None:
    template = written(tree)
    found = resolve(template, seed, lines)
    assert found in outcomes(tree)
    assert found == resolve(template, seed, lines)
    if not has_wildcards(template):
        assert found == template


@given(st.text(st.sampled_from("{}|_ a\\"), max_size=60), st.integers(0, 9))
def test_any_text_can_be_resolved(text: str, seed: int) -> None:
    found = resolve(text, seed, lambda name: (name,))
    assert len(found) <= len(text)
    if not re.search(r"\{.*\|.*\}|__.+__", text):
        assert found == text


def test_every_option_is_chosen_for_some_seed() -> None:
    template = "a {red|blue|} apple __place__"
    found = {resolve(template, seed, lines) for seed in range(60)}
    assert found == {f"a {c} apple on the grass" for c in ("red", "blue", "")}


@pytest.mark.parametrize("text", ["{a}", "{a|b", "a|b", "}a|b{", "__", "__ __", "snake_case_"])
def test_text_that_is_no_wildcard_is_unchanged(text: str) -> None:
    assert not has_wildcards(text)
    assert resolve(text, 3, lines) == text


def test_names_of_lists_are_blanked_in_place() -> None:
    assert without_lists("a __colour__ {red|__a-b__} cat") == "a            {red|       } cat"


def test_deep_nesting_and_cycles_terminate() -> None:
    assert resolve("{" * 900 + "x" + "|x}" * 900, 3, lines) == "x"
    for text in ("__self__", "__many__"):
        with pytest.raises(RequestError, match="refers to itself"):
            resolve(text, 0, lines)
    with pytest.raises(RequestError, match="no word list “unknown”"):
        resolve("a __Unknown__", 0, lines)


def test_each_picture_has_a_request_that_reproduces_it() -> None:
    request = settings("a {red|blue|green}  apple", seed=2**32 - 2, count=8)
    each = resolved(request, lines)
    assert [one.seed for one in each] == [request.for_sample(i).seed for i in range(8)]
    assert {one.count for one in each} == {1}
    assert len({one.prompt for one in each}) == 3
    assert all("{" not in one.prompt and "  " not in one.prompt for one in each)
    again = resolved(request.for_sample(5), lines)
    assert [one.prompt for one in again] == [each[5].prompt]
    plain = settings("a red apple", count=8)
    assert resolved(plain, lines) == [plain]
