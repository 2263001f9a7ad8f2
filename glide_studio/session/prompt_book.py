"""Remembered prompts and styles."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from glide_studio.session.language import tr

PLACE = "{prompt}"
"""Stands for the prompt in a style's template."""

MAX_PROMPTS = 500
"""Number of remembered prompts beside the favourites; the oldest are dropped first."""

MAX_BYTES = 50_000_000
"""Of the file; a larger one is taken for damaged."""


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


class PromptBook(QObject):
    """The prompts, newest first, and the styles, in a JSON file.

    Without a `path` nothing is saved. A damaged file is renamed, not overwritten, and `notice` says
    so in a sentence; `failed` carries one if a change cannot be saved.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notice: str | None = None
        self._path = path
        self._prompts: tuple[Remembered, ...] = ()
        self._styles = _default_styles()
        if path is not None:
            self._read(path)

    @property
    def prompts(self) -> tuple[Remembered, ...]:
        return self._prompts

    @property
    def styles(self) -> tuple[Style, ...]:
        return self._styles

    def found(self, words: str, favourites_only: bool = False) -> list[Remembered]:
        """The prompts that contain all of `words`, in upper or lower case."""
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
        """Make a prompt the newest one."""
        known = Remembered(text, self.is_favourite(text), negative)
        self._set_prompts((known, *(prompt for prompt in self._prompts if prompt.text != text)))

    def set_favourite(self, text: str, favourite: bool) -> None:
        """Mark a prompt as a favourite, or not; an unknown prompt is remembered first."""
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
        self._save()

    def _set_prompts(self, prompts: tuple[Remembered, ...]) -> None:
        others = [prompt for prompt in prompts if not prompt.favourite][:MAX_PROMPTS]
        kept = set(others)
        self._prompts = tuple(p for p in prompts if p.favourite or p in kept)
        self._save()

    def _save(self) -> None:
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
            text = json.dumps(values, ensure_ascii=False, indent=1)
            draft.write_text(text, "utf-8", errors="replace")  # of lone surrogates
            os.replace(draft, self._path)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.failed.emit(tr("The prompts cannot be saved: {reason}.").format(reason=reason))

    def _read(self, path: Path) -> None:
        try:
            if path.stat().st_size > MAX_BYTES or not path.is_file():
                raise ValueError("no file of prompts")
            values = json.loads(path.read_text("utf-8"))
            prompts = tuple(_remembered(value) for value in values["prompts"])
            styles = tuple(_style(value) for value in values["styles"])
        except FileNotFoundError:
            return
        except (OSError, LookupError, RecursionError, TypeError, ValueError) as error:
            self._rename_damaged(path, error)
            return
        self._prompts, self._styles = prompts, styles

    def _rename_damaged(self, path: Path, error: Exception) -> None:
        """Rename an unusable file; if that fails, never write to it."""
        number = 1
        while (other := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
            number += 1
        try:
            if isinstance(error, OSError):
                raise error
            path.rename(other)
        except OSError:
            self._path = None
            self.notice = tr(
                "The remembered prompts cannot be read, and new ones will not be saved."
            )
        else:
            sentence = tr("The file of remembered prompts is damaged and was renamed to {name}.")
            self.notice = sentence.format(name=other.name)


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
