"""The shipped model card agrees with the vocabulary of the training."""

from glide_studio.training.vocabulary import COLOURS, PLACES, SMALL_VOCABULARY
from tests.fakes import STARTER


def test_the_card_has_the_words_of_the_training() -> None:
    card = STARTER.card
    places = [phrase for name in SMALL_VOCABULARY.places for phrase in PLACES[name].phrases]
    assert card.nouns == tuple(SMALL_VOCABULARY.nouns)
    assert card.colours == tuple(COLOURS)
    assert card.places == tuple(phrase for phrase in places if phrase)
    assert set(card.held_out) == {f"{colour} {noun}" for noun, colour in SMALL_VOCABULARY.held_out}


def test_the_examples_are_of_known_words_and_no_held_out_pair() -> None:
    card = STARTER.card
    assert len(card.examples) >= 6
    for prompt in card.examples:
        assert card.unknown_words(prompt) == ()
        assert not any(pair in prompt for pair in card.held_out)
