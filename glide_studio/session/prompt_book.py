"""Remembered prompts and styles."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from glide_studio.session.language import tr
from glide_studio.session.stored_value import StoredTexts, StoredValue

FILE = "prompts.json"
"""The name of their file, in the folder of the user's data."""

PLACE = "{prompt}"
"""Stands for the prompt in a style's template."""

MAX_PROMPTS = 500
"""Number of remembered prompts beside the favourites; the oldest are dropped first."""


@dataclass(frozen=True)
class Remembered:
    """A prompt as it was typed, and the negative prompt of its last use."""

    text: str
    favourite: bool = False
    negative: str = ""


@dataclass(frozen=True)
class Style:
    """Words around a prompt; a template without `PLACE` is appended to it."""

    name: str
    template: str

    def applied_to(self, prompt: str) -> str:
        if PLACE in self.template:
            return self.template.replace(PLACE, prompt)
        return f"{prompt}, {self.template}" if self.template else prompt


@dataclass(frozen=True)
class _Content:
    """What the file holds: the prompts, newest first, and the styles."""

    prompts: tuple[Remembered, ...]
    styles: tuple[Style, ...]

    def is_favourite(self, text: str) -> bool:
        return any(prompt.favourite for prompt in self.prompts if prompt.text == text)

    def with_newest(self, prompt: Remembered) -> "_Content":
        others = (other for other in self.prompts if other.text != prompt.text)
        return self.with_prompts((prompt, *others))

    def with_prompts(self, prompts: tuple[Remembered, ...]) -> "_Content":
        others = [prompt for prompt in prompts if not prompt.favourite][:MAX_PROMPTS]
        kept = set(others)
        return replace(self, prompts=tuple(p for p in prompts if p.favourite or p in kept))


class PromptBook(StoredValue[_Content]):
    """The prompts, newest first, and the styles, in a JSON file."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(path, _Content((), _default_styles()), parent)

    @property
    def prompts(self) -> tuple[Remembered, ...]:
        return self.value.prompts

    @property
    def styles(self) -> tuple[Style, ...]:
        return self.value.styles

    def found(self, words: str, favourites_only: bool = False) -> list[Remembered]:
        """The prompts that contain all of `words`, in upper or lower case."""
        wanted = words.lower().split()
        return [
            prompt
            for prompt in self.prompts
            if (prompt.favourite or not favourites_only)
            and all(word in prompt.text.lower() for word in wanted)
        ]

    def is_favourite(self, text: str) -> bool:
        return self.value.is_favourite(text)

    def remember(self, text: str, negative: str = "") -> None:
        """Make a prompt the newest one."""
        self.change(
            lambda content: content.with_newest(
                Remembered(text, content.is_favourite(text), negative)
            )
        )

    def set_favourite(self, text: str, favourite: bool) -> None:
        """Mark a prompt as a favourite, or not; an unknown prompt is remembered first."""

        def change(content: _Content) -> _Content:
            if all(prompt.text != text for prompt in content.prompts):
                return content.with_newest(Remembered(text, favourite))
            return content.with_prompts(
                tuple(
                    replace(prompt, favourite=favourite) if prompt.text == text else prompt
                    for prompt in content.prompts
                )
            )

        self.change(change)

    def forget(self, text: str) -> None:
        self.change(
            lambda content: content.with_prompts(
                tuple(prompt for prompt in content.prompts if prompt.text != text)
            )
        )

    def set_styles(self, styles: tuple[Style, ...]) -> None:
        """Change the styles to `styles`; changes by other instances are kept."""
        before = self.styles
        self.change(
            lambda content: replace(content, styles=_merged(before, styles, content.styles))
        )

    def encode(self, value: _Content) -> bytes:
        values = {
            "prompts": [asdict(prompt) for prompt in value.prompts],
            "styles": [asdict(style) for style in value.styles],
        }
        text = json.dumps(values, ensure_ascii=False, indent=1)
        return text.encode("utf-8", errors="replace")  # of lone surrogates

    def decode(self, stored: bytes) -> _Content:
        values = json.loads(stored.decode("utf-8"))
        prompts = tuple(_remembered(value) for value in values["prompts"])
        return _Content(prompts, tuple(_style(value) for value in values["styles"]))

    @property
    def texts(self) -> StoredTexts:
        return StoredTexts(
            not_saved=tr("The prompts cannot be saved: {reason}."),
            not_read=tr("The remembered prompts cannot be read, and new ones will not be saved."),
            damaged=tr("The file of remembered prompts is damaged and was renamed to {name}."),
        )


def _merged(
    before: tuple[Style, ...], mine: tuple[Style, ...], theirs: tuple[Style, ...]
) -> tuple[Style, ...]:
    """`theirs` with the changes that lead from `before` to `mine`; `mine` where both changed."""
    their = {style.name: style for style in theirs}
    kept = [their.get(style.name) if style in before else style for style in mine]
    known = {style.name for style in (*before, *mine)}
    new = [style for style in theirs if style.name not in known]
    return tuple(style for style in (*kept, *new) if style is not None)


def _default_styles() -> tuple[Style, ...]:
    return (
        Style(tr("Photograph"), "a photograph of {prompt}"),
        Style(tr("Oil painting"), "an oil painting of {prompt}"),
        Style(tr("Pencil drawing"), "a pencil drawing of {prompt}"),
    )


def _remembered(value: Mapping[str, Any]) -> Remembered:
    text, favourite, negative = value["text"], value["favourite"], value.get("negative", "")
    if not isinstance(text, str) or not isinstance(favourite, bool):
        raise ValueError("a prompt needs a text and a favourite mark")
    if not isinstance(negative, str):
        raise ValueError("a negative prompt is text")
    return Remembered(text, favourite, negative)


def _style(value: Mapping[str, Any]) -> Style:
    name, template = value["name"], value["template"]
    if not isinstance(name, str) or not isinstance(template, str):
        raise ValueError("a style has a name and a template")
    return Style(name, template)
