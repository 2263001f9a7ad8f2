"""Which model makes the next picture."""

from dataclasses import replace
from typing import Any

from glide_studio.session.model_choice import ModelChoice
from tests.fakes import STARTER

OTHER = replace(STARTER, name="other")


def test_a_choice_is_one_of_those_installed(qtbot: Any) -> None:
    models = ModelChoice([STARTER, OTHER])
    changes: list[str] = []
    models.changed.connect(lambda: changes.append(models.model.name))
    assert models.model is STARTER
    assert models.choose("other")
    assert not models.choose("absent")
    assert models.model is OTHER
    models.choose("other")
    assert changes == ["other"]


def test_a_chosen_model_that_is_gone_is_replaced_by_the_first(qtbot: Any) -> None:
    models = ModelChoice([STARTER, OTHER])
    models.choose("other")
    changes: list[str] = []
    models.changed.connect(lambda: changes.append(models.model.name))
    models.set_installed([STARTER, OTHER])
    assert changes == []
    better = replace(OTHER, separate_inpaint=True)
    models.set_installed([STARTER, better])
    assert models.model is better
    models.set_installed([STARTER])
    assert models.model is STARTER
    assert changes == ["other", "starter"]
