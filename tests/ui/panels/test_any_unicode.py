"""Prompts of any Unicode, typed into the window."""

import pytest

from tests.ui.studio import Studio

PROMPTS = {
    "emoji": "a hat 🎨👩\u200d🎤🏽",
    "right to left": "تفاحة حمراء \u202e\u2066 red \u2069",
    "combining": "e" + "\u0301" * 300,
    "astral": "\U0002070e\U0010ffff",
    "not characters": "a\ufffe\uffff\ufdd0 hat",
    "control": "a\x01\x1b[31m\x7f hat",
    "zero": "a\0b",
    "markup": "<img src=x><script>&amp; {prompt} %s {0} {{",
    "wildcards": "{|{|{|__a__ __" + "b" * 300 + "__",
    "only spaces": " \u00a0\u2003\u200b\u3000",
    "lone surrogate": "a \ud83c hat",
}


@pytest.mark.parametrize("prompt", PROMPTS.values(), ids=PROMPTS)
def test_a_prompt_is_drawn_or_refused_in_a_sentence(studio: Studio, prompt: str) -> None:
    studio.find("prompt_edit").setPlainText(prompt)
    asked = studio.find("prompt_edit").toPlainText()
    studio.generate()
    if studio.engine.requests:
        drawn = studio.engine.requests[0].settings.prompt
        assert "{" in asked or drawn == " ".join(asked.split())
        studio.generate("a red apple")
        assert len(studio.engine.requests) == 2
    else:
        assert studio.message()
        assert "\n" not in studio.message()
