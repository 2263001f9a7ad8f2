"""Prompts and styles that an artist comes back to, kept from one day to the next."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from glide_studio.session.language import tr

PLACE = "{prompt}"
"""Where a style's template has the prompt."""

MOST_PROMPTS = 500
"""So many that are no favourites are remembered; the oldest leave first."""


@dataclass(frozen=True)
class Remembered:
    """A prompt as it was typed, and what was to be left out when it was used last."""

    text: str
    favourite: bool = False
    negative: str = ""


@dataclass(frozen=True)
class Style:
    """Words to put around a prompt; a template without `PLACE` goes behind it."""

    name: str
    template: str

    def applied_to(self, prompt: str) -> str:
        if PLACE in self.template:
            return self.template.replace(PLACE, prompt)
        return f"{prompt}, {self.template}" if self.template else prompt


class PromptBook(QObject):
    """The prompts, newest first, and the styles, in a JSON file.

    Without a `path` nothing outlives the object.  A damaged file is set aside, not written over,
    and `notice` says so in a sentence; `failed` carries one if a change cannot be kept.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notice: str | None = None
        self._path = path
        self._prompts: tuple[Remembered, ...] = ()
        self._own = self._styles = _own_styles()
        if path is not None:
            self._read(path)

    @property
    def prompts(self) -> tuple[Remembered, ...]:
        return self._prompts

    @property
    def styles(self) -> tuple[Style, ...]:
        return self._styles

    def found(self, words: str, favourites_only: bool = False) -> list[Remembered]:
        """The prompts that have each of some words in them, whatever the case."""
        wanted = words.lower().split()
        return [
            prompt
            for prompt in self._prompts
            if (prompt.favourite or not favourites_only)
            and all(word in prompt.text.lower() for word in wanted)
        ]

    def is_favourite(self, text: str) -> bool:
        return any(prompt.favourite for prompt in self._prompts if prompt.text == text)

    def remember(self, text: str, negative: str = "") -> None:
        """Put a prompt at the front."""
        known = Remembered(text, self.is_favourite(text), negative)
        self._set_prompts((known, *(prompt for prompt in self._prompts if prompt.text != text)))

    def set_favourite(self, text: str, favourite: bool) -> None:
        """Make a prompt a favourite, or no longer; one that is new is remembered."""
        if all(prompt.text != text for prompt in self._prompts):
            self.remember(text)
        self._set_prompts(
            tuple(
                replace(prompt, favourite=favourite) if prompt.text == text else prompt
                for prompt in self._prompts
            )
        )

    def forget(self, text: str) -> None:
        self._set_prompts(tuple(prompt for prompt in self._prompts if prompt.text != text))

    def set_styles(self, styles: tuple[Style, ...]) -> None:
        self._styles = styles
        self._keep()

    def follow_language(self) -> None:
        """Give the styles that came with the studio their names in the language spoken now."""
        before, self._own = self._own, _own_styles()
        names = dict(zip(before, self._own, strict=True))
        styles = tuple(names.get(style, style) for style in self._styles)
        if styles != self._styles:
            self.set_styles(styles)

    def _set_prompts(self, prompts: tuple[Remembered, ...]) -> None:
        others = [prompt for prompt in prompts if not prompt.favourite][:MOST_PROMPTS]
        kept = set(others)
        self._prompts = tuple(p for p in prompts if p.favourite or p in kept)
        self._keep()

    def _keep(self) -> None:
        self.changed.emit()
        if self._path is None:
            return
        values = {
            "prompts": [asdict(prompt) for prompt in self._prompts],
            "styles": [asdict(style) for style in self._styles],
        }
        draft = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(values, ensure_ascii=False, indent=1), "utf-8")
            os.replace(draft, self._path)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.failed.emit(tr("The prompts cannot be kept: {reason}.").format(reason=reason))

    def _read(self, path: Path) -> None:
        try:
            values = json.loads(path.read_text("utf-8"))
            prompts = tuple(_remembered(value) for value in values["prompts"])
            styles = tuple(_style(value) for value in values["styles"])
        except FileNotFoundError:
            return
        except (OSError, AttributeError, KeyError, TypeError, ValueError) as error:
            self._set_aside(path, error)
            return
        self._prompts, self._styles = prompts, styles

    def _set_aside(self, path: Path, error: Exception) -> None:
        """Keep what cannot be used under another name; if even that fails, leave it alone."""
        number = 1
        while (other := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
            number += 1
        try:
            if isinstance(error, OSError):
                raise error
            path.rename(other)
        except OSError:
            self._path = None
            self.notice = tr("The remembered prompts cannot be read, and new ones are not kept.")
        else:
            sentence = tr("The remembered prompts were damaged: they are set aside as {name}.")
            self.notice = sentence.format(name=other.name)


def _own_styles() -> tuple[Style, ...]:
    """Those that there are at first."""
    return (
        Style(tr("Photograph"), "a photograph of {prompt}"),
        Style(tr("Oil painting"), "an oil painting of {prompt}"),
        Style(tr("Pencil drawing"), "a pencil drawing of {prompt}"),
    )


def _remembered(value: Mapping[str, Any]) -> Remembered:
    text, favourite, negative = value["text"], value["favourite"], value.get("negative", "")
    if not isinstance(text, str) or not isinstance(favourite, bool):
        raise ValueError("a prompt is text, and a favourite or not")
    if not isinstance(negative, str):
        raise ValueError("what is left out is text")
    return Remembered(text, favourite, negative)


def _style(value: Mapping[str, Any]) -> Style:
    name, template = value["name"], value["template"]
    if not isinstance(name, str) or not isinstance(template, str):
        raise ValueError("a style has a name and a template")
    return Style(name, template)
